"""Pitch of the sung notes against the score, heard by praat."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from editor.model.project import Note, Project
from editor.session import part_requests
from engine.api import Engine, join, place
from engine.timing import TempoMap
from engine.types import EngineEvent, PhraseDone, PhraseResult
from tests.bench.figures import Figure
from tests.bench.songs import TUNES, demo, tune
from tests.bench.speed import VOICE

RATE_HZ = 44100
TRACK_STEP_S = 0.005
MIN_FRAMES = 5


def sung_song(project: Project, cache: Path | None = None) -> np.ndarray:
    """Samples of a song's only part, float32 [n_samples]."""
    (item,) = part_requests(project, {}, default_voice=VOICE)
    results: list[PhraseResult] = []

    def hear(event: EngineEvent) -> None:
        if isinstance(event, PhraseDone):
            results.append(event.result)

    with Engine(cache_folder=cache) as engine:
        assert engine.submit(item.request, hear).wait(600.0)
    clips = join([place(result) for result in results])
    samples = np.zeros(max(clip.end for clip in clips) + RATE_HZ, dtype=np.float32)
    for clip in clips:
        samples[clip.start : clip.end] += clip.heard(clip.start, clip.end)
    return samples


def note_errors_cents(project: Project, samples: np.ndarray) -> dict[str, float]:
    """Median pitch of each note's middle against its key, by note id.

    The middle begins and ends a fifth of the note away from its edges, at most 120 ms, so that
    glides between notes stay outside. Notes without enough voiced frames there are left out.
    """
    import parselmouth

    sound = parselmouth.Sound(samples.astype(np.float64), RATE_HZ)
    track = sound.to_pitch_ac(
        time_step=TRACK_STEP_S, pitch_floor=80.0, pitch_ceiling=1100.0, very_accurate=True
    )
    f0_hz, times_s = track.selected_array["frequency"], track.xs()
    tempo = TempoMap(project.tempos)
    errors: dict[str, float] = {}
    for track_ in project.tracks:
        for part in track_.parts:
            for note in part.notes:
                middle = _middle_s(note, part.start_ticks, tempo)
                heard = f0_hz[(times_s >= middle[0]) & (times_s <= middle[1]) & (f0_hz > 0)]
                if note.lyric in ("AP", "SP") or len(heard) < MIN_FRAMES:
                    continue
                midi = 69.0 + 12.0 * np.log2(np.median(heard) / 440.0)
                errors[note.id] = float(100.0 * (midi - note.key_midi) - note.cents)
    return errors


def _middle_s(note: Note, part_ticks: int, tempo: TempoMap) -> tuple[float, float]:
    begin_s = tempo.ticks_to_ms(part_ticks + note.start_ticks) / 1e3
    end_s = tempo.ticks_to_ms(part_ticks + note.end_ticks) / 1e3
    edge_s = min(0.12, 0.2 * (end_s - begin_s))
    return begin_s + edge_s, end_s - edge_s


def songs(work: Path) -> Iterator[Figure]:
    """The demo and three songs of our own."""
    everything: list[float] = []
    for project in (demo(), *(tune(name) for name in TUNES)):
        errors = note_errors_cents(project, sung_song(project))
        n_notes = sum(
            note.lyric not in ("AP", "SP")
            for track in project.tracks
            for part in track.parts
            for note in part.notes
        )
        sizes = np.abs(list(errors.values()))
        everything += list(sizes)
        yield Figure(
            name=f"{project.name}: notes heard / notes",
            value=len(sizes) / n_notes,
            at_least=0.95,
        )
        yield Figure(
            name=f"{project.name}: median error of a note",
            value=float(np.median(sizes)),
            unit="cents",
            at_most=5,
        )
        yield Figure(
            name=f"{project.name}: 95 % of the notes within",
            value=float(np.quantile(sizes, 0.95)),
            unit="cents",
            at_most=15,
        )
    yield Figure(name="all songs: largest error", value=float(np.max(everything)), unit="cents")
