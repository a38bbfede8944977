"""A song to what the engine sings, and what it made back into the song."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from editor.model.lookup import note_of
from editor.model.project import Part, Project
from engine.timing import TempoMap
from engine.types import (
    CurveLayers,
    CurveSegment,
    GeneratedPhrase,
    GeneratedTiming,
    Parameter,
    PhraseId,
    RangeTake,
    RenderRequest,
    RenderSettings,
    ScoreNote,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRequest:
    """A part and the request that sings it."""

    track_id: str
    part_id: str
    request: RenderRequest


def part_requests(
    project: Project,
    voice_folders: Mapping[str, Path],
    *,
    default_voice: Path,
    settings: RenderSettings | None = None,
    seed: int | None = None,
    range_ms: tuple[float, float] | None = None,
    revision: int = 0,
) -> tuple[PartRequest, ...]:
    """One request a part, in absolute ticks; a voice that is not there gives ``default_voice``."""
    tempo = TempoMap(project.tempos)
    return tuple(
        PartRequest(
            track_id=track.id,
            part_id=part.id,
            request=RenderRequest(
                part_id=part.id,
                revision=revision,
                voice_folder=voice_folders.get(track.voice_id, default_voice),
                tempo=tempo,
                notes=score_notes(part),
                curves=song_curves(part),
                colours=track.colours,
                generated_timing=part.generated_timing,
                generated=part.generated,
                takes=part.takes,
                range_takes=_range_takes(part),
                seed=project.seed if seed is None else seed,
                settings=settings or RenderSettings(),
                range_ms=range_ms,
            ),
        )
        for track in project.tracks
        for part in track.parts
    )


def score_notes(part: Part) -> tuple[ScoreNote, ...]:
    """A part's notes in ticks of the song, in order."""
    notes = sorted(part.notes, key=lambda note: note.start_ticks)
    return tuple(
        ScoreNote(
            id=note.id,
            start_ticks=part.start_ticks + note.start_ticks,
            length_ticks=note.length_ticks,
            key_midi=note.key_midi,
            lyric=note.lyric,
            cents=note.cents,
            hint=note.hint,
            language=note.language,
            overrides=note.overrides,
            pitch_points=note.pitch_points,
            vibrato=note.vibrato,
        )
        for note in notes
    )


def _shifted(segments: tuple[CurveSegment, ...], ticks: int) -> tuple[CurveSegment, ...]:
    if ticks == 0:
        return segments
    return tuple(CurveSegment(ticks=s.ticks + ticks, values=s.values) for s in segments)


def song_curves(part: Part) -> Mapping[Parameter, CurveLayers]:
    """A part's curves in ticks of the song."""
    start = part.start_ticks
    return MappingProxyType(
        {
            name: CurveLayers(
                drawn=_shifted(layers.drawn, start),
                offset=_shifted(layers.offset, start),
                locked_ticks=tuple((a + start, b + start) for a, b in layers.locked_ticks),
            )
            for name, layers in part.curves.items()
        }
    )


def _range_takes(part: Part) -> Mapping[PhraseId, tuple[RangeTake, ...]]:
    starts = {str(note.id): part.start_ticks + note.start_ticks for note in part.notes}
    return MappingProxyType(
        {
            name: tuple(
                replace(
                    take,
                    first_ticks=take.first_ticks + starts[note_of(name)],
                    last_ticks=take.last_ticks + starts[note_of(name)],
                )
                for take in takes.ranges
            )
            for name, takes in part.retakes.items()
            if takes.ranges and note_of(name) in starts
        }
    )


def _belongs(phrase_id: PhraseId, notes: Set[str]) -> bool:
    """Whether a phrase is named after one of the notes, with ``.2`` behind it or without."""
    return phrase_id in notes or phrase_id.rpartition(".")[0] in notes


def with_generated(
    project: Project,
    part_id: str,
    timing: Iterable[GeneratedTiming],
    phrases: Iterable[GeneratedPhrase],
) -> Project:
    """The song with what the engine made for a part; what it did not make again stays."""
    new_timing = {item.sentence_id: item for item in timing}
    new_phrases = {item.phrase_id: item for item in phrases}

    def updated(part: Part) -> Part:
        if part.id != part_id:
            return part
        notes: set[str] = {note.id for note in part.notes}
        kept = {k: v for k, v in part.generated_timing.items() if k in notes} | new_timing
        sung = {k: v for k, v in part.generated.items() if _belongs(k, notes)} | new_phrases
        return replace(
            part, generated_timing=MappingProxyType(kept), generated=MappingProxyType(sung)
        )

    tracks = tuple(
        replace(track, parts=tuple(updated(part) for part in track.parts))
        for track in project.tracks
    )
    return replace(project, tracks=tracks)
