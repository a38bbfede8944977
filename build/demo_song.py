#!/usr/bin/env python3
"""Write the demo song, "Sakura Sakura" (traditional, public domain), tuned through drawn curves."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from editor.formats.native import write_native  # noqa: E402
from editor.model.project import Note, Part, Project, TimeSignature, Track  # noqa: E402
from engine.timing import Tempo  # noqa: E402
from engine.types import (  # noqa: E402
    ColourWeight,
    CurveLayers,
    CurveSegment,
    NoteId,
    Parameter,
    PitchPoint,
    Vibrato,
)

QUARTER = 480
HALF = 2 * QUARTER
EIGHTH = QUARTER // 2
BREATH_TICKS = 120
PAUSE_TICKS = 120  # silence before the breath, so that every line is a phrase of its own
A4, B4, C5, F4, E4, C4, B3 = 69, 71, 72, 65, 64, 60, 59
STEP_TICKS = 20

# Each line: (key, length in ticks, lyric); "+" sings on with the same vowel.
LINES: tuple[tuple[tuple[int, int, str], ...], ...] = (
    ((A4, QUARTER, "さ"), (A4, QUARTER, "く"), (B4, HALF, "ら"),
     (A4, QUARTER, "さ"), (A4, QUARTER, "く"), (B4, HALF, "ら")),
    ((A4, QUARTER, "の"), (B4, QUARTER, "や"), (C5, QUARTER, "ま"), (B4, QUARTER, "も"),
     (A4, QUARTER, "さ"), (B4, EIGHTH, "と"), (A4, EIGHTH, "+"), (F4, HALF, "も")),
    ((E4, QUARTER, "み"), (C4, QUARTER, "わ"), (E4, QUARTER, "た"), (F4, QUARTER, "す"),
     (E4, QUARTER, "か"), (E4, EIGHTH, "ぎ"), (C4, EIGHTH, "+"), (B3, HALF, "り")),
    ((A4, QUARTER, "か"), (B4, QUARTER, "す"), (C5, QUARTER, "み"), (B4, QUARTER, "か"),
     (A4, QUARTER, "く"), (B4, EIGHTH, "も"), (A4, EIGHTH, "+"), (F4, HALF, "か")),
    ((E4, QUARTER, "あ"), (C4, QUARTER, "さ"), (E4, QUARTER, "ひ"), (F4, QUARTER, "に"),
     (E4, QUARTER, "に"), (E4, EIGHTH, "お"), (C4, EIGHTH, "+"), (B3, HALF, "う")),
    ((A4, QUARTER, "さ"), (A4, QUARTER, "く"), (B4, HALF, "ら"),
     (A4, QUARTER, "さ"), (A4, QUARTER, "く"), (B4, HALF, "ら")),
    ((E4, QUARTER, "は"), (F4, QUARTER, "な"), (B4, EIGHTH, "ざ"), (A4, EIGHTH, "+"),
     (F4, QUARTER, "か"), (E4, HALF + QUARTER, "り")),
)  # fmt: skip


def curve(start: int, end: int, shape: Callable[[np.ndarray], np.ndarray]) -> CurveSegment:
    """A drawn stretch: ``shape`` maps 0..1 to the parameter's unit."""
    ticks = np.arange(start, end + 1, STEP_TICKS, dtype=np.int64)
    values = shape((ticks - start) / max(1, end - start)).astype(np.float32)
    return CurveSegment(ticks=ticks, values=values)


def vibrato(length_ticks: int) -> Vibrato | None:
    """The last note swings wider than the voice would by itself."""
    if length_ticks <= HALF:
        return None
    return Vibrato(length_ratio=0.55, period_ms=190.0, depth_cents=22.0, fade_in_ratio=0.5)


def slide(at: int, from_midi: float, to_midi: float) -> CurveSegment:
    """A drawn slide between two notes that dips a little under its goal."""
    return curve(
        at - 80,
        at + 120,
        lambda x: (
            from_midi
            + (to_midi - from_midi) * 0.5 * (1.0 - np.cos(np.pi * np.minimum(1.0, 1.4 * x)))
            - 0.12 * np.sin(np.pi * x) ** 2
        ),
    )


def make_song() -> Project:
    """The whole song."""
    notes: list[Note] = []
    names = ("dynamics", "breath", "tense", "dusk", "pitch")
    layers: dict[str, list[CurveSegment]] = {name: [] for name in names}
    now = HALF
    last_line = len(LINES) - 1
    for number, line in enumerate(LINES):
        begin = now
        for place, (key, length, lyric) in enumerate(line):
            # The last note of a line gives a moment of its time to the breath before the next.
            is_last = (key, length, lyric) == line[-1] and now + length >= begin + _length(line)
            pause = BREATH_TICKS + PAUSE_TICKS if is_last and number < last_line else 0
            points = ()
            if lyric == "+":
                layers["pitch"].append(slide(now, line[place - 1][0], key))
            elif length >= HALF:
                points = (PitchPoint(time_ms=-40, cents=-60), PitchPoint(time_ms=90, cents=0))
            notes.append(
                Note(
                    id=NoteId(f"n{len(notes)}"),
                    start_ticks=now,
                    length_ticks=length - pause,
                    key_midi=key,
                    lyric=lyric,
                    pitch_points=points,
                    vibrato=vibrato(length),
                )
            )
            now += length
        _draw(layers, begin, now, number, last_line)
        if number < last_line:
            notes.append(
                Note(
                    id=NoteId(f"n{len(notes)}"),
                    start_ticks=now - BREATH_TICKS,
                    length_ticks=BREATH_TICKS,
                    key_midi=line[-1][0],
                    lyric="AP",
                )
            )
    curves = {
        Parameter.PITCH: CurveLayers(drawn=tuple(layers["pitch"])),
        Parameter.DYNAMICS: CurveLayers(drawn=tuple(layers["dynamics"])),
        Parameter.BREATHINESS: CurveLayers(offset=tuple(layers["breath"])),
        Parameter.TENSION: CurveLayers(offset=tuple(layers["tense"])),
    }
    part = Part(id="part1", name="Sakura", notes=tuple(notes), curves=MappingProxyType(curves))
    track = Track(
        id="track1",
        name="Nagi",
        voice_id="nagi",
        parts=(part,),
        colours=(
            ColourWeight(colour="clear", weight=1.0),
            ColourWeight(colour="dusk", weight=0.0, curve=tuple(layers["dusk"])),
        ),
    )
    return Project(
        name="Sakura Sakura",
        tempos=(Tempo(start_ticks=0, bpm=72.0), Tempo(start_ticks=_slow_down(now), bpm=60.0)),
        time_signatures=(TimeSignature(),),
        tracks=(track,),
        seed=20260321,
    )


def _length(line: Sequence[tuple[int, int, str]]) -> int:
    return sum(length for _, length, _ in line)


def _slow_down(end_ticks: int) -> int:
    return end_ticks - 2 * HALF - QUARTER


def _draw(
    layers: dict[str, list[CurveSegment]], begin: int, end: int, number: int, last: int
) -> None:
    """A line's arc of loudness, its breathy end, its tension and its colour."""
    loud_db = (-3.0, -2.0, -3.5, -0.5, -2.5, -1.5, -3.0)[number]
    arc = 2.5 if number != last else 1.0
    layers["dynamics"].append(
        curve(begin, end - STEP_TICKS, lambda x: loud_db + arc * np.sin(np.pi * x) - 1.5 * x**4)
    )
    release = end - (HALF if number < last else HALF + QUARTER)
    layers["breath"].append(curve(release, end - STEP_TICKS, lambda x: 5.0 * x**2))
    push = (0.1, 0.3, -0.3, 0.6, -0.2, 0.3, -0.4)[number]
    layers["tense"].append(curve(begin, end - STEP_TICKS, lambda x: push * np.sin(np.pi * x)))
    share = (0.0, 0.1, 0.5, 0.1, 0.6, 0.2, 0.7)[number]
    layers["dusk"].append(curve(begin, end - STEP_TICKS, lambda x: np.full_like(x, share)))


if __name__ == "__main__":
    target = ROOT / "resources" / "songs" / "sakura.melisma"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    write_native(make_song(), target)
    print(target.relative_to(ROOT))
