"""What the corpus says about a phrase: one line of ``transcriptions.csv``."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from files import write_atomically
from timing import frames_to_s

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from phrases import Phrase

_COLUMNS: Final = (
    "name", "ph_seq", "ph_dur", "ph_num", "note_seq", "note_dur", "note_slur", "style",
)  # fmt: skip
_STEPS: Final = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")


def midi_to_name(midi: int | None) -> str:
    """Scientific note name, C4 = 60; ``rest`` for None."""
    return "rest" if midi is None else f"{_STEPS[midi % 12]}{midi // 12 - 1}"


def transcription_row(phrase: Phrase) -> dict[str, str]:
    """Write a phrase as one line of ``transcriptions.csv``."""

    def seconds(n_frames: Sequence[int]) -> str:
        return " ".join(f"{frames_to_s(n):.6f}" for n in n_frames)

    return {
        "name": phrase.name,
        "ph_seq": " ".join(p.symbol for p in phrase.phonemes),
        "ph_dur": seconds([p.n_frames for p in phrase.phonemes]),
        "ph_num": " ".join(str(n) for n in phrase.word_lengths()),
        "note_seq": " ".join(midi_to_name(n.midi) for n in phrase.notes),
        "note_dur": seconds([n.n_frames for n in phrase.notes]),
        "note_slur": " ".join(str(int(n.is_slur)) for n in phrase.notes),
        "style": phrase.style,
    }


def write_transcriptions(path: Path, phrases: Sequence[Phrase]) -> None:
    """Write the table of a speaker, whole or not at all."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(transcription_row(phrase) for phrase in phrases)
    write_atomically(path, stream.getvalue().encode())
