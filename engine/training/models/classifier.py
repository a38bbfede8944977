"""Frame phoneme classifier: a proxy for intelligibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from engine.training.config import ClassifierConfig

DILATIONS = (1, 2, 4, 2)


class PhonemeClassifier(nn.Module):
    """Log-mel to token scores with a context of 41 frames."""

    def __init__(self, config: ClassifierConfig) -> None:
        super().__init__()
        width = config.width
        self.first = nn.Conv1d(config.n_mels, width, 5, padding=2)
        self.blocks = nn.ModuleList(
            nn.Conv1d(width, width, 5, padding=2 * dilation, dilation=dilation)
            for dilation in DILATIONS
        )
        self.out = nn.Conv1d(width, config.n_tokens, 1)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, mel: Tensor) -> Tensor:
        """Scores per frame.

        Parameters
        ----------
        mel : float32 [B, T, n_mels], ln magnitude

        Returns
        -------
        float32 [B, T, n_tokens], logits
        """
        x = functional.gelu(self.first((mel.transpose(1, 2) + 5.5) / 2.6))
        for block in self.blocks:
            x = x + functional.gelu(block(self.dropout(x)))
        return self.out(self.dropout(x)).transpose(1, 2)
