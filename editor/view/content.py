"""What the roll shows, as one value: a part of the song, what the engine made, what is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from editor.model.project import Part, Project, TimeSignature
from editor.sung import PhraseState
from editor.view.metre import Metre, Snap
from engine.timing import Tempo, TempoMap
from engine.types import (
    Float32Array,
    GeneratedCurve,
    NoteId,
    Parameter,
    PhraseId,
    PhraseLayout,
    PhraseResult,
)
from engine.voicebank.abilities import Abilities

_NO_CURVES: Mapping[Parameter, Float32Array] = MappingProxyType({})
_NO_GENERATED: Mapping[Parameter, GeneratedCurve] = MappingProxyType({})
_NO_PHRASES: Mapping[PhraseId, SeenPhrase] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SeenPhrase:
    """A phrase: where it is, how far it is, and the curves of its last singing.

    ``sung`` float32 [shape=(n_frames,)], frame ``i`` at ``start_ms + i * frame_ms``.
    """

    layout: PhraseLayout
    state: PhraseState = PhraseState.WAITING
    start_ms: float = 0.0
    frame_ms: float = 0.0
    generated: Mapping[Parameter, GeneratedCurve] = field(default_factory=lambda: _NO_GENERATED)
    sung: Mapping[Parameter, Float32Array] = field(default_factory=lambda: _NO_CURVES)


def seen(result: PhraseResult, state: PhraseState = PhraseState.FINAL) -> SeenPhrase:
    """A sung phrase as the roll sees it; its samples are let go."""
    return SeenPhrase(
        layout=result.layout,
        state=state,
        start_ms=result.start_ms,
        frame_ms=result.frame_ms,
        generated=result.generated.curves,
        sung=result.sung,
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Content:
    """All that the layers read. A change is another `Content`."""

    part: Part = field(default_factory=lambda: Part(id=""))
    notes_end_ticks: int = 0  # of the part; see `with_song`
    tempo: TempoMap = field(default_factory=lambda: TempoMap((Tempo(start_ticks=0, bpm=120.0),)))
    metre: Metre = field(default_factory=lambda: Metre((TimeSignature(),)))
    snap: Snap = field(default_factory=Snap)
    phrases: Mapping[PhraseId, SeenPhrase] = field(default_factory=lambda: _NO_PHRASES)
    selected: frozenset[NoteId] = frozenset()
    faulty: frozenset[NoteId] = frozenset()  # notes with an entry in the list of problems
    loop_ticks: tuple[int, int] | None = None
    range_ticks: tuple[int, int] | None = None  # chosen, for curves and for playing
    dims_notes: bool = False  # they stand back behind the pitch
    current: Parameter = Parameter.PITCH  # whose curve commands change
    abilities: Abilities = field(default_factory=Abilities)  # of the part's voice

    @property
    def end_ticks(self) -> int:
        """First tick after the last note, absolute."""
        return self.part.start_ticks + self.notes_end_ticks

    def with_song(self, project: Project, part: Part) -> Content:
        """Another song or part; tempo and metre are kept where they are the same."""
        same_tempo = project.tempos == self.tempo.tempos
        same_metre = project.time_signatures == self.metre.signatures
        same_notes = part.notes is self.part.notes  # thousands of them, and a stroke has no time
        return replace(
            self,
            part=part,
            notes_end_ticks=self.notes_end_ticks if same_notes else _end_ticks(part),
            tempo=self.tempo if same_tempo else TempoMap(project.tempos),
            metre=self.metre if same_metre else Metre(project.time_signatures),
        )


def _end_ticks(part: Part) -> int:
    return max((note.start_ticks + note.length_ticks for note in part.notes), default=0)
