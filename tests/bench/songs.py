"""Songs of our own for measuring: a slow one, a quick one, a wide one, and long ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from editor.formats.native import read_native
from editor.model.project import Note, Part, Project, Track
from engine.timing import Tempo
from engine.types import NoteId

ROOT = Path(__file__).resolve().parents[2]
QUARTER = 480
KEYS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}

# name: beats a minute, lines of "pitch/eighths/lyric"; "-" rests.
TUNES: dict[str, tuple[float, tuple[str, ...]]] = {
    "Lanterns": (
        66.0,
        (
            "E4/2/と G4/2/お A4/4/く B4/2/の A4/2/ひ G4/4/が -/2",
            "E4/2/み D4/2/ず E4/2/に G4/4/ゆ F#4/2/れ E4/4/て -/2",
            "B4/2/し C5/2/ず B4/2/か A4/4/な G4/2/よ A4/2/る B4/6/に -/2",
            "G4/2/ふ E4/2/ね F#4/2/が D4/2/か E4/4/え E4/4/る -/2",
        ),
    ),
    "Rain on the roof": (
        126.0,
        (
            "C5/1/あ C5/1/め A4/1/が G4/1/は A4/2/ね C5/2/る -/2",
            "D5/1/や C5/1/ね A4/1/を G4/1/た F4/2/た A4/2/く -/2",
            "G4/1/こ A4/1/ま B4/1/ど C5/1/に D5/2/お E5/2/と -/2",
            "E5/1/ぱ D5/1/ら C5/1/ぱ A4/1/ら G4/2/ん C5/4/と -/2",
        ),
    ),
    "Hill and valley": (
        92.0,
        (
            "A3/2/や C4/2/ま E4/2/を A4/4/こ G4/2/え E4/4/て -/2",
            "C5/2/そ E5/4/ら D5/2/た C5/2/か A4/4/く -/2",
            "F4/2/た C4/2/に A3/2/は F3/4/ふ G3/2/か A3/4/く -/2",
            "E4/2/こ A4/2/え C5/2/が B4/4/の G4/2/び A4/6/る -/2",
        ),
    ),
}


def key_midi(name: str) -> int:
    """MIDI number of a name like ``F#4``."""
    sharp = "#" in name
    return 12 * (int(name[-1]) + 1) + KEYS[name[0]] + sharp


def notes_of(lines: Sequence[str], *, n_times: int = 1) -> tuple[Note, ...]:
    """Notes of a tune, sung ``n_times``."""
    made: list[Note] = []
    ticks = 2 * QUARTER
    for _ in range(n_times):
        for line in lines:
            for item in line.split():
                name, _, rest = item.partition("/")
                eighths, _, lyric = rest.partition("/")
                length = int(eighths) * QUARTER // 2
                if name != "-":
                    made.append(
                        Note(
                            id=NoteId(f"n{len(made)}"),
                            start_ticks=ticks,
                            length_ticks=length,
                            key_midi=key_midi(name),
                            lyric=lyric,
                        )
                    )
                ticks += length
    return tuple(made)


def tune(name: str, *, n_times: int = 1) -> Project:
    """One of `TUNES` as a song."""
    bpm, lines = TUNES[name]
    part = Part(id="part", notes=notes_of(lines, n_times=n_times))
    return Project(
        name=name,
        tempos=(Tempo(start_ticks=0, bpm=bpm),),
        tracks=(Track(id="track", name="Nagi", voice_id="nagi", parts=(part,)),),
        seed=7,
    )


def song_of(seconds: float) -> Project:
    """The quick tune, repeated until it lasts ``seconds``."""
    bpm, _ = TUNES["Rain on the roof"]
    one = tune("Rain on the roof").tracks[0].parts[0].notes[-1].end_ticks
    return tune("Rain on the roof", n_times=round(seconds / (one * 60.0 / (bpm * QUARTER))))


def demo() -> Project:
    """The song that ships."""
    return read_native(ROOT / "resources" / "songs" / "sakura.melisma")[0]
