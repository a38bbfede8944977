"""The song as one immutable value (design, section 2). Positions are ticks, 480 a quarter note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from engine.timing import Tempo
from engine.types import (
    ColourWeight,
    CurveLayers,
    GeneratedPhrase,
    GeneratedTiming,
    NoteId,
    Parameter,
    PhonemeOverride,
    PhraseId,
    PitchPoint,
    RangeTake,
    Stage,
    Vibrato,
)

_EMPTY: Mapping[Any, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSignature:
    """From bar ``bar`` on, ``beats`` of one ``unit``-th note."""

    bar: int = 0
    beats: int = 4
    unit: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note; ``start_ticks`` counts from the part's start."""

    id: NoteId
    start_ticks: int
    length_ticks: int
    key_midi: int
    lyric: str
    cents: float = 0.0
    hint: tuple[str, ...] = ()
    language: str = ""
    overrides: tuple[PhonemeOverride, ...] = ()
    pitch_points: tuple[PitchPoint, ...] = ()
    vibrato: Vibrato | None = None
    extra: Mapping[str, Any] = field(default_factory=lambda: _EMPTY)

    @property
    def end_ticks(self) -> int:
        """First tick after the note."""
        return self.start_ticks + self.length_ticks


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One way in which a phrase was sung, to come back to: draws of whole stages and stretches."""

    number: int
    name: str = ""
    stages: tuple[tuple[Stage, int], ...] = ()
    ranges: tuple[RangeTake, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseTakes:
    """Stretches of a phrase that are drawn anew, and the takes that were kept.

    Ticks count from the start of the note that the phrase is named after.
    """

    ranges: tuple[RangeTake, ...] = ()
    kept: tuple[Take, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """Notes and curves that move together; curve ticks count from the part's start."""

    id: str
    name: str = ""
    start_ticks: int = 0
    notes: tuple[Note, ...] = ()
    curves: Mapping[Parameter, CurveLayers] = field(default_factory=lambda: _EMPTY)
    generated_timing: Mapping[NoteId, GeneratedTiming] = field(default_factory=lambda: _EMPTY)
    generated: Mapping[PhraseId, GeneratedPhrase] = field(default_factory=lambda: _EMPTY)
    takes: Mapping[tuple[PhraseId, Stage], int] = field(default_factory=lambda: _EMPTY)
    retakes: Mapping[PhraseId, PhraseTakes] = field(default_factory=lambda: _EMPTY)
    extra: Mapping[str, Any] = field(default_factory=lambda: _EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioClip:
    """A stretch of a sound file that sounds along with the voices.

    ``path`` is relative to the song's folder, or absolute; ``skip_ms`` of the file stay unheard
    before it begins at ``start_ticks``, ``length_ms`` are heard, to the file's end where it is
    None.
    """

    id: str
    path: str
    start_ticks: int = 0
    skip_ms: float = 0.0
    length_ms: float | None = None
    gain_db: float = 0.0
    fade_in_ms: float = 0.0
    fade_out_ms: float = 0.0
    extra: Mapping[str, Any] = field(default_factory=lambda: _EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Track:
    """A singer (voice, colours, parts) or backing music (sound files), with a fader."""

    id: str
    name: str = ""
    voice_id: str = ""
    colours: tuple[ColourWeight, ...] = ()
    gain_db: float = 0.0
    pan: float = 0.0
    is_muted: bool = False
    is_solo: bool = False
    parts: tuple[Part, ...] = ()
    audio: tuple[AudioClip, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=lambda: _EMPTY)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Project:
    """The whole song; ``extra`` keeps fields of newer versions."""

    name: str = ""
    tempos: tuple[Tempo, ...] = (Tempo(start_ticks=0, bpm=120.0),)
    time_signatures: tuple[TimeSignature, ...] = (TimeSignature(),)
    tracks: tuple[Track, ...] = ()
    seed: int = 0
    extra: Mapping[str, Any] = field(default_factory=lambda: _EMPTY)
