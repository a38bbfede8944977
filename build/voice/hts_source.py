"""Mel-cepstra of a phrase from the HTS voice, through the ``hts_engine`` program."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

N_COEFFICIENTS: Final = 35
ALL_PASS: Final = 0.55
SOURCE_RATE: Final = 48000


class SourceError(RuntimeError):
    """The source voice cannot be had or run; the text is one sentence for the user."""


def mel_cepstra(labels: Sequence[str], n_frames: int, voice: Path) -> NDArray[np.float64]:
    """Let the HTS voice speak labels with their times.

    Parameters
    ----------
    labels : sequence of str
        Full-context label lines with times.
    n_frames : int
        Length that the labels add up to, frames of 5 ms.
    voice : Path
        The ``.htsvoice`` file.

    Returns
    -------
    ndarray of float64 [shape=(n_frames, 35)]
        Mel-cepstrum (natural log amplitude), all-pass constant 0.55 at 48 kHz.

    Raises
    ------
    SourceError
        If the program fails or answers with another length.
    """
    with tempfile.TemporaryDirectory() as folder:
        label_file, spectrum_file = Path(folder, "in.lab"), Path(folder, "mcep")
        label_file.write_text("\n".join(labels) + "\n", encoding="ascii")
        command = ["hts_engine", "-m", str(voice), "-vp", "-om", str(spectrum_file)]
        done = subprocess.run(
            [*command, str(label_file)], capture_output=True, text=True, check=False
        )
        if done.returncode != 0 or not spectrum_file.is_file():
            raise SourceError(f"hts_engine failed: {done.stderr.strip() or 'no message'}.")
        cepstra = np.fromfile(spectrum_file, np.float32).reshape(-1, N_COEFFICIENTS)
    if abs(len(cepstra) - n_frames) > 2:
        raise SourceError(f"hts_engine made {len(cepstra)} frames where {n_frames} were asked.")
    padded = np.pad(cepstra, ((0, max(0, n_frames - len(cepstra))), (0, 0)), mode="edge")
    return padded[:n_frames].astype(np.float64)
