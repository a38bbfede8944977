"""A small song and what an engine would have made of it."""

from __future__ import annotations

from types import MappingProxyType

import numpy as np

from editor.model.project import Note, Part, Project, Track
from editor.model.segments import make_segment
from editor.view.content import PhraseState, SeenPhrase
from engine.timing import TempoMap
from engine.types import (
    CurveLayers,
    GeneratedCurve,
    NoteId,
    Parameter,
    PhraseId,
    PhraseLayout,
    PlacedPhoneme,
)

QUARTER = 480


def small_song(*, n_notes: int = 24, lyric: str = "ら") -> Project:
    """Quarter notes around C4 from bar 2 on, with drawn, offset and locked breathiness."""
    notes = tuple(
        Note(
            id=NoteId(f"n{index}"),
            start_ticks=(4 + index) * QUARTER,
            length_ticks=QUARTER,
            key_midi=60 + index % 5,
            lyric=lyric,
        )
        for index in range(n_notes)
    )
    breath = CurveLayers(
        drawn=(make_segment([2400, 2900], [-30.0, -50.0]),),
        offset=(make_segment([3400, 3900], [2.0, 2.0]),),
        locked_ticks=((4400, 4900),),
    )
    part = Part(
        id="part",
        notes=notes,
        curves=MappingProxyType({Parameter.BREATHINESS: breath}),
    )
    return Project(tracks=(Track(id="track", parts=(part,)),))


def sung(project: Project, *, state: PhraseState = PhraseState.FINAL) -> dict[PhraseId, SeenPhrase]:
    """Phrases of eight notes with pitch and breathiness; their ghosts lie 1 below."""
    tempo, notes = TempoMap(project.tempos), project.tracks[0].parts[0].notes
    phrases = {}
    for first in range(0, len(notes), 8):
        members = notes[first : first + 8]
        start_ms = tempo.ticks_to_ms(members[0].start_ticks)
        end_ms = tempo.ticks_to_ms(members[-1].end_ticks)
        frame_ms = 10.0
        n_frames = round((end_ms - start_ms) / frame_ms) + 16
        place = np.clip((np.arange(n_frames) - 8) * frame_ms / 500.0, 0, len(members) - 1)
        pitch = np.array([n.key_midi for n in members])[place.astype(int)].astype(np.float32)
        breath = (-40.0 + 5.0 * np.sin(place * 6.0)).astype(np.float32)
        curves = {Parameter.PITCH: pitch, Parameter.BREATHINESS: breath}
        generated = {
            name: GeneratedCurve(key="", values=values - np.float32(1.0), frame_ms=frame_ms)
            for name, values in curves.items()
        }
        phonemes = tuple(
            PlacedPhoneme(
                symbol="a",
                note_id=note.id,
                index=0,
                start_ms=tempo.ticks_to_ms(note.start_ticks),
                end_ms=tempo.ticks_to_ms(note.end_ticks),
                start_ticks=note.start_ticks,
                end_ticks=note.end_ticks,
                is_vowel=True,
            )
            for note in members
        )
        layout = PhraseLayout(
            phrase_id=PhraseId(members[0].id),
            start_ms=start_ms,
            end_ms=end_ms,
            phonemes=phonemes,
            note_ids=tuple(note.id for note in members),
        )
        phrases[layout.phrase_id] = SeenPhrase(
            layout=layout,
            state=state,
            start_ms=start_ms - 8 * frame_ms,
            frame_ms=frame_ms,
            generated=MappingProxyType(generated),
            sung=MappingProxyType(curves),
        )
    return phrases
