"""Recordings on disk: transcriptions, and stems and pitch where they exist.

A corpus is one folder per speaker with ``transcriptions.csv`` and ``wavs/``.
``harmonic/``, ``aperiodic/``, ``f0/`` and ``voiced/`` are optional: made
recordings have them exactly, a user's own recordings get them estimated.
"""

from __future__ import annotations

import csv
import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.training.errors import CorpusError

if TYPE_CHECKING:
    from pathlib import Path

CURVE_STEP_S = 0.005
PAD = "<PAD>"
JAPANESE_PHONEMES = (
    *("SP", "AP", "a", "i", "u", "e", "o", "N", "cl"),
    *("b", "by", "ch", "d", "f", "g", "gy", "h", "hy", "j", "k", "ky", "m", "my"),
    *("n", "ny", "p", "py", "r", "ry", "s", "sh", "t", "ts", "w", "y", "z"),
)
REST_PHONEMES = frozenset({"SP", "AP"})
_REQUIRED = ("name", "ph_seq", "ph_dur")
_NOTE = re.compile(r"^([A-Ga-g])([#b♯♭]?)(-?\d+)(?:([+-]\d+(?:\.\d+)?))?$")
_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


@dataclass(frozen=True)
class Utterance:
    """One recorded phrase with its transcription."""

    name: str
    speaker: str
    phonemes: tuple[str, ...]
    phoneme_durations_s: tuple[float, ...]
    word_counts: tuple[int, ...]
    notes_midi: tuple[float | None, ...]
    note_durations_s: tuple[float, ...]
    note_slurs: tuple[bool, ...]
    style: str
    wav: Path
    harmonic: Path | None
    aperiodic: Path | None
    f0: Path | None
    voiced: Path | None

    @property
    def is_held_out(self) -> bool:
        """Whether the phrase is kept from training, the same for every speaker."""
        return zlib.crc32(self.name.encode("utf-8")) % 24 == 0


def note_to_midi(name: str) -> float | None:
    """Scientific note name to MIDI number.

    Parameters
    ----------
    name : str
        For example ``C#4``, ``Bb3``, ``C4+12`` (cents) or ``rest``.

    Returns
    -------
    float or None
        MIDI number, fractional with cents; None for a rest.
    """
    if name == "rest":
        return None
    match = _NOTE.match(name)
    if match is None:
        raise CorpusError(f"'{name}' is not a note name; write it like C#4 or rest.")
    step, accidental, octave, cents = match.groups()
    shift = {"#": 1, "♯": 1, "b": -1, "♭": -1}.get(accidental, 0)
    midi = 12 * (int(octave) + 1) + _STEPS[step.upper()] + shift
    return midi + float(cents or 0.0) / 100.0


def read_corpus(root: Path) -> list[Utterance]:
    """Read every speaker folder below a corpus folder.

    Parameters
    ----------
    root : Path
        Folder with one folder per speaker.

    Returns
    -------
    list of Utterance
        Sorted by speaker, then name.

    Raises
    ------
    CorpusError
        If nothing is there or a transcription line does not add up.
    """
    tables = sorted(root.glob("*/transcriptions.csv"))
    if not tables:
        raise CorpusError(f"{root}: no <speaker>/transcriptions.csv below; give the corpus folder.")
    utterances: list[Utterance] = []
    for table in tables:
        utterances += _read_speaker(table)
    return sorted(utterances, key=lambda u: (u.speaker, u.name))


def _read_speaker(table: Path) -> list[Utterance]:
    folder = table.parent
    with table.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = [key for key in _REQUIRED if key not in (reader.fieldnames or ())]
        if missing:
            raise CorpusError(f"{table}: column {', '.join(missing)} is missing.")
        found = []
        for number, row in enumerate(reader, start=2):
            try:
                found.append(_read_row(folder, row))
            except (ValueError, CorpusError) as error:
                raise CorpusError(f"{table}, line {number}: {error}") from error
    return found


def _read_row(folder: Path, row: dict[str, str]) -> Utterance:
    name = row["name"]
    phonemes = tuple(row["ph_seq"].split())
    durations = tuple(float(x) for x in row["ph_dur"].split())
    if len(phonemes) != len(durations):
        raise CorpusError(f"{name} has {len(phonemes)} phonemes but {len(durations)} durations.")
    if not phonemes or min(durations) < 0:
        raise CorpusError(f"{name} has no phonemes or a negative duration.")
    counts = tuple(int(x) for x in (row.get("ph_num") or "").split()) or (1,) * len(phonemes)
    if sum(counts) != len(phonemes):
        raise CorpusError(f"{name}: ph_num sums to {sum(counts)}, not {len(phonemes)} phonemes.")
    notes = tuple(note_to_midi(x) for x in (row.get("note_seq") or "rest").split())
    note_durations = tuple(float(x) for x in (row.get("note_dur") or "").split())
    note_durations = note_durations or (sum(durations),)
    slurs = tuple(x == "1" for x in (row.get("note_slur") or "").split())
    slurs = slurs or (False,) * len(notes)
    if not len(notes) == len(note_durations) == len(slurs):
        raise CorpusError(f"{name}: note_seq, note_dur and note_slur differ in length.")

    def optional(kind: str, ending: str) -> Path | None:
        path = folder / kind / f"{name}{ending}"
        return path if path.is_file() else None

    wav = folder / "wavs" / f"{name}.wav"
    if not wav.is_file():
        raise CorpusError(f"{name}: recording {wav.name} is missing.")
    return Utterance(
        name=name,
        speaker=folder.name,
        phonemes=phonemes,
        phoneme_durations_s=durations,
        word_counts=counts,
        notes_midi=notes,
        note_durations_s=note_durations,
        note_slurs=slurs,
        style=row.get("style") or "neutral",
        wav=wav,
        harmonic=optional("harmonic", ".wav"),
        aperiodic=optional("aperiodic", ".wav"),
        f0=optional("f0", ".npy"),
        voiced=optional("voiced", ".npy"),
    )
