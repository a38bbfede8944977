"""The mix of voice colours over time and the speaker embedding it gives (contract 4.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.render.curves import sample_segments
from engine.types import ColourWeight, Float32Array, Int64Array, Problem
from engine.voicebank.bank import ModelFolder, Voicebank
from engine.voicebank.character import VoiceColour

Float64Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ColourMix:
    """A request's colours as this bank has them."""

    colours: tuple[VoiceColour, ...]  # the bank's, never empty
    parts: tuple[tuple[int, ColourWeight], ...]  # index into colours
    default: int = 0  # index of the colour that takes what no other asks for
    # Speaker tables by folder, read once for a request.
    _tables: dict[Path, Float32Array | None] = field(default_factory=dict, repr=False)
    # Embedding of a mix that does not change, by folder and its colours' suffixes.
    _rows: dict[tuple[Path, tuple[str, ...]], Float32Array] = field(
        default_factory=dict, repr=False
    )

    @property
    def is_constant(self) -> bool:
        """Whether the mix is the same at every tick."""
        return not any(part.curve for _, part in self.parts)

    def weights(self, ticks: Float64Array) -> Float64Array:
        """Share of each colour at each tick.

        Parameters
        ----------
        ticks : float64 [shape=(T,)], absolute

        Returns
        -------
        float64 [shape=(T, n_colours)], rows sum to 1
            A sum above 1 is scaled down; what is missing goes to the default.
        """
        shares = np.zeros((len(ticks), len(self.colours)))
        for index, part in self.parts:
            if part.curve:
                value = sample_segments(part.curve, ticks, what=f"{part.colour} colour")
                shares[:, index] += np.clip(np.nan_to_num(value, nan=0.0), 0.0, 1.0)
            else:
                shares[:, index] += min(max(part.weight, 0.0), 1.0)
        total = shares.sum(axis=1)
        shares /= np.maximum(total, 1.0)[:, None]
        shares[:, self.default] += 1.0 - np.minimum(total, 1.0)
        return shares

    def embedding(self, folder: ModelFolder, ticks: Float64Array) -> Float32Array | None:
        """Speaker embedding of one sub-model.

        Parameters
        ----------
        folder : ModelFolder
            Each sub-model has embeddings of its own (contract 1.7).
        ticks : float64 [shape=(T,)], absolute; of frames or of tokens

        Returns
        -------
        float32 [shape=(T, H)], or None where the model has one voice
        """
        return self._embedding(folder, ticks, [colour.suffix for colour in self.colours])

    def token_embedding(
        self, folder: ModelFolder, ticks: Float64Array, keys_midi: Int64Array
    ) -> Float32Array | None:
        """As `embedding` for tokens, each by the sub-bank of its colour that holds its tone.

        Source: rule R-11: colour and tone, else colour (the mix knows the first of each name).
        """
        if not any(colour.tone_ranges for colour in self.colours):
            return self.embedding(folder, ticks)
        mixed: Float32Array | None = None
        for key_midi in np.unique(keys_midi).tolist():
            suffixes = [self._suffix_at(colour, key_midi) for colour in self.colours]
            found = self._embedding(folder, ticks, suffixes)
            if found is None:
                return None
            mixed = (
                found if mixed is None else np.where((keys_midi == key_midi)[:, None], found, mixed)
            )
        return mixed

    def _suffix_at(self, colour: VoiceColour, key_midi: int) -> str:
        for candidate in self.colours:
            if candidate.name == colour.name and candidate.holds(key_midi):
                return candidate.suffix
        return colour.suffix

    def _embedding(
        self, folder: ModelFolder, ticks: Float64Array, suffixes: Sequence[str]
    ) -> Float32Array | None:
        if folder.folder not in self._tables:
            self._tables[folder.folder] = folder.embeddings()
        table = self._tables[folder.folder]
        if table is None:
            return None
        if not self.is_constant:
            return self._mix(self.weights(ticks), folder, table, suffixes)
        place = (folder.folder, tuple(suffixes))
        if place not in self._rows:
            self._rows[place] = self._mix(self.weights(ticks[:1]), folder, table, suffixes)
        return np.repeat(self._rows[place], len(ticks), axis=0)

    def _mix(
        self,
        shares: Float64Array,
        folder: ModelFolder,
        table: Float32Array,
        suffixes: Sequence[str],
    ) -> Float32Array:
        rows = table[[folder.speaker_index(suffix) for suffix in suffixes]]
        used = sorted({self.default, *(index for index, _ in self.parts)})
        # Added one by one: a matrix product may round differently for other numbers of frames,
        # and a share of exactly 1 must give exactly that speaker.
        mixed = np.zeros((len(shares), rows.shape[1]), dtype=np.float32)
        for index in used:
            mixed += shares[:, index, None].astype(np.float32) * rows[index]
        return mixed


def colour_mix(
    colours: Sequence[ColourWeight], bank: Voicebank
) -> tuple[ColourMix, tuple[Problem, ...]]:
    """The request's colours by the bank's own names; unknown ones are problems."""
    names = [colour.name for colour in bank.colours]
    parts, problems = [], []
    for part in colours:
        if part.colour in names:
            parts.append((names.index(part.colour), part))
        else:
            problems.append(
                Problem(
                    code="unknown-colour",
                    sentence=(
                        f"The voice {bank.name} has no colour {part.colour!r}: its first colour "
                        "sings instead. Choose one of its own in the track's settings."
                    ),
                )
            )
    # Upstream's default is the first by name too, but in the order of the machine's language.
    default = names.index(min(names))
    for index in sorted({index for index, _ in parts} or {default}):
        problems.extend(_unknown_speakers(bank, bank.colours[index].name, index))
    mix = ColourMix(colours=bank.colours, parts=tuple(parts), default=default)
    return mix, tuple(problems)


def _unknown_speakers(bank: Voicebank, name: str, index: int) -> list[Problem]:
    """A colour that a sub-model has no speaker for sings with its first one, and we say so."""
    folders = (bank.acoustic, bank.duration, bank.pitch, bank.variance)
    return [
        Problem(
            code="unknown-speaker",
            sentence=(
                f"The colour {name!r} has no speaker of its own in {folder.folder}: the first "
                "speaker there sings. Correct the suffix in character.yaml."
            ),
        )
        for folder in folders
        if folder is not None
        and folder.config.speakers
        and folder.find_speaker(bank.colours[index].suffix) is None
    ]
