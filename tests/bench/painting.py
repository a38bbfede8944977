"""How long the piano roll takes to paint: 10,000 notes and five curves of 100,000 points.

Times are processor time of the painting thread, offscreen with software rendering, from the call
that looks elsewhere to the end of the repaint.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from editor.model.project import Note, Part, Project, Track
from editor.view.content import PhraseState, SeenPhrase
from engine.timing import TempoMap
from engine.types import (
    Float32Array,
    GeneratedCurve,
    NoteId,
    Parameter,
    PhraseId,
    PhraseLayout,
    PlacedPhoneme,
)
from tests.bench.figures import Figure

if TYPE_CHECKING:
    from editor.view.piano_roll import PianoRoll

N_NOTES = 10_000
N_POINTS = 100_000  # of each curve
NOTE_TICKS = 120
BAR_TICKS = 1920
NOTES_A_PHRASE = 16
LANES = (Parameter.ENERGY, Parameter.BREATHINESS, Parameter.VOICING, Parameter.TENSION)
SIZE_PX = (1600, 900)
N_FRAMES = 60
MEDIAN_MS, P95_MS, WHOLE_MS, PLAYHEAD_MS = 8.0, 16.0, 16.0, 1.0


def wide_song() -> Project:
    """Sixteenth notes without end, up and down two octaves."""
    keys = 60 + np.round(12 * np.sin(np.arange(N_NOTES) / 9.0)).astype(int)
    notes = tuple(
        Note(
            id=NoteId(f"n{index}"),
            start_ticks=index * NOTE_TICKS,
            length_ticks=NOTE_TICKS,
            key_midi=int(key),
            lyric="らりるれろ"[index % 5],
        )
        for index, key in enumerate(keys)
    )
    return Project(tracks=(Track(id="track", parts=(Part(id="part", notes=notes),)),))


def sung_phrases(project: Project) -> dict[PhraseId, SeenPhrase]:
    """Phrases as if sung, with five curves; in every fourth, other values were predicted."""
    tempo, notes = TempoMap(project.tempos), project.tracks[0].parts[0].notes
    rng = np.random.default_rng(20260101)
    phrases = {}
    for first in range(0, N_NOTES, NOTES_A_PHRASE):
        members = notes[first : first + NOTES_A_PHRASE]
        start_ms = tempo.ticks_to_ms(members[0].start_ticks)
        end_ms = tempo.ticks_to_ms(members[-1].end_ticks)
        n_frames = N_POINTS // N_NOTES * len(members)
        place = np.arange(n_frames) * (len(members) / n_frames)
        keys = np.array([note.key_midi for note in members])[place.astype(int)]
        sung: dict[Parameter, Float32Array] = {
            Parameter.PITCH: (keys + 0.3 * np.sin(place * 9.0)).astype(np.float32),
        }
        for name in LANES:  # as sung: a slow line, a peak at each consonant, and some unrest
            peaks = 15.0 * np.exp(-8.0 * (place % 1.0))
            level = -45.0 + 4.0 * np.sin(place / 3.0) + peaks + rng.normal(0.0, 0.5, n_frames)
            sung[name] = (level / (9.0 if name is Parameter.TENSION else 1.0)).astype(np.float32)
        frame_ms = (end_ms - start_ms) / n_frames
        shift = np.float32(1.0 if first % (4 * NOTES_A_PHRASE) == 0 else 0.0)
        layout = PhraseLayout(
            phrase_id=PhraseId(members[0].id),
            start_ms=start_ms,
            end_ms=end_ms,
            phonemes=tuple(p for note in members for p in _phonemes(note, tempo)),
            note_ids=tuple(note.id for note in members),
        )
        phrases[layout.phrase_id] = SeenPhrase(
            layout=layout,
            state=PhraseState.FINAL,
            start_ms=start_ms,
            frame_ms=frame_ms,
            sung=MappingProxyType(sung),
            generated=MappingProxyType(
                {
                    name: GeneratedCurve(key="", values=values + shift, frame_ms=frame_ms)
                    for name, values in sung.items()
                }
            ),
        )
    return phrases


def _phonemes(note: Note, tempo: TempoMap) -> Iterator[PlacedPhoneme]:
    middle = note.start_ticks + NOTE_TICKS // 4
    for index, (symbol, start, end) in enumerate(
        (("r", note.start_ticks, middle), ("a", middle, note.end_ticks))
    ):
        yield PlacedPhoneme(
            symbol=symbol,
            note_id=note.id,
            index=index,
            start_ms=tempo.ticks_to_ms(start),
            end_ms=tempo.ticks_to_ms(end),
            start_ticks=start,
            end_ticks=end,
            is_vowel=index == 1,
        )


def roll(_: Path) -> Iterator[Figure]:
    """Pan, zoom and repaint at three zooms, and the playhead."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from editor.view.colours import DARK
    from editor.view.piano_roll import PianoRoll

    app = QApplication.instance() or QApplication([])
    view = PianoRoll(DARK)
    view.set_lanes(LANES)
    view.resize(*SIZE_PX)
    project = wide_song()
    view.set_song(project, "part")
    view.set_phrases(sung_phrases(project))
    view.show()
    app.processEvents()
    yield Figure(name="roll: a million additions, for comparison", value=_calibrate(), unit="ms")
    for name, n_bars in (("8 bars", 8), ("200 bars", 200)):
        yield from _pan_and_zoom(view, name, n_bars)
    view.set_viewport(view.viewport.showing_ticks(0, N_NOTES * NOTE_TICKS))
    view.set_viewport(view.viewport.showing_keys(60, 60))
    whole = _measure(view, lambda i: _zoom(view, i))
    yield _figure("whole song, zoom, median", statistics.median(whole), WHOLE_MS)
    yield _figure("whole song, zoom, p95", float(np.percentile(whole, 95)), WHOLE_MS)
    view.set_viewport(view.viewport.showing_ticks(0, 8 * BAR_TICKS))
    playhead = _measure(view, lambda i: view.set_playhead_ticks(1000.0 + 37.0 * i))
    yield _figure("playhead moved, median", statistics.median(playhead), PLAYHEAD_MS)
    yield _figure("playhead moved, p95", float(np.percentile(playhead, 95)), PLAYHEAD_MS)
    view.close()
    view.deleteLater()
    app.processEvents()


def _pan_and_zoom(view: PianoRoll, name: str, n_bars: int) -> Iterator[Figure]:
    start = 100 * BAR_TICKS

    def look() -> None:
        view.set_viewport(view.viewport.showing_ticks(start, start + n_bars * BAR_TICKS))
        view.set_viewport(view.viewport.showing_keys(60, 60))

    look()
    steps = ((60, 0), (60, 0), (60, 0), (0, 20), (60, 0), (0, -20))  # as a wheel does
    pan = _measure(view, lambda i: view.set_viewport(view.viewport.scrolled(*steps[i % 6])))
    look()
    zoom = _measure(view, lambda i: _zoom(view, i))
    for what, times in (("pan", pan), ("zoom", zoom)):
        yield _figure(f"{name}, {what}, median", statistics.median(times), MEDIAN_MS)
        yield _figure(f"{name}, {what}, p95", float(np.percentile(times, 95)), P95_MS)


def _calibrate() -> float:
    """How fast the machine is just now: shared ones vary by a factor of two."""
    times_ms = []
    for _ in range(5):
        begin_s, total = time.thread_time(), 0
        for number in range(1_000_000):
            total += number
        times_ms.append((time.thread_time() - begin_s) * 1000.0)
    return statistics.median(times_ms)


def _zoom(view: PianoRoll, index: int) -> None:
    """In and out by a little, so that all is painted anew and as much is seen as before."""
    view.set_viewport(view.viewport.zoomed_time(1 / 1.02 if index % 2 else 1.02, 700.0))


def _measure(view: PianoRoll, change: Callable[[int], None]) -> list[float]:
    """Milliseconds of each frame; the first few warm up caches of text and fonts."""
    from PySide6.QtWidgets import QApplication

    times_ms = []
    for index in range(N_FRAMES + 5):
        begin_s = time.thread_time()
        change(index)
        QApplication.processEvents()  # shows what is stale, and only that
        times_ms.append((time.thread_time() - begin_s) * 1000.0)
    return times_ms[5:]


def _figure(name: str, value_ms: float, at_most: float) -> Figure:
    return Figure(name=f"roll: {name}", value=value_ms, unit="ms", at_most=at_most)
