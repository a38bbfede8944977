"""What goes into the engine and what comes out: frozen requests, events and results.

Positions in a request are absolute ticks of the song; ``engine.render.phrase`` turns them into
milliseconds and frames, and nothing behind it sees a tick. Arrays are contiguous and read-only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import NewType

import numpy as np
import numpy.typing as npt

from engine.timing import TempoMap

NoteId = NewType("NoteId", str)
PhraseId = NewType("PhraseId", str)  # the id of the phrase's first note: stable while others change

Float32Array = npt.NDArray[np.float32]
Int64Array = npt.NDArray[np.int64]


class Parameter(StrEnum):
    """Every curve of a part. The unit of its real value stands behind it."""

    PITCH = "pitch"  # fractional MIDI number
    ENERGY = "energy"  # dB; derived where the bank takes voicing and breathiness instead
    BREATHINESS = "breathiness"  # dB
    VOICING = "voicing"  # dB
    TENSION = "tension"  # logit
    GENDER = "gender"  # -1..1 of the bank's key shift range
    VELOCITY = "velocity"  # speed ratio, 1 = normal
    EXPRESSIVENESS = "expressiveness"  # 0..1
    TONE_SHIFT = "tone_shift"  # semitones
    DYNAMICS = "dynamics"  # dB of gain after the vocoder


class Stage(StrEnum):
    """The steps between notes and sound, in order."""

    PHONEMES = "phonemes"
    DURATION = "duration"
    PITCH = "pitch"
    VARIANCE = "variance"
    ACOUSTIC = "acoustic"
    VOCODER = "vocoder"


class Drafts(StrEnum):
    """Whether a phrase sounds from fewer acoustic steps first, and is refined behind."""

    AUTO = "auto"  # where the voice sings slower than it is played
    NEVER = "never"
    ALWAYS = "always"


# ------------------------------------------------------------------------------- request


@dataclass(frozen=True, slots=True, kw_only=True)
class PhonemeOverride:
    """The user's own symbol and/or start of one phoneme of a note, by its index in the note.

    ``offset_ticks`` moves the start away from where it is predicted; ``place_ticks`` fixes it,
    counted from the note's start (negative for consonants before it).
    """

    index: int
    symbol: str | None = None
    offset_ticks: int | None = None
    place_ticks: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PitchPoint:
    """A point of a note's written pitch (contract 4.3): the shape leads to the next point."""

    time_ms: float  # from the note's start, may be negative
    cents: float  # from the note's own pitch
    shape: str = "io"  # io, l, i, o or sp


@dataclass(frozen=True, slots=True, kw_only=True)
class Vibrato:
    """A note's written vibrato (contract 4.3)."""

    length_ratio: float  # of the note, from its end; 0 = none
    period_ms: float = 175.0
    depth_cents: float = 25.0
    fade_in_ratio: float = 0.1  # of the vibrato
    fade_out_ratio: float = 0.1
    phase_ratio: float = 0.0  # of one period
    drift_cents: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreNote:
    """One note as the engine sees it. ``hint`` are phonemes that replace the dictionary's."""

    id: NoteId
    start_ticks: int
    length_ticks: int
    key_midi: int
    lyric: str
    cents: float = 0.0
    hint: tuple[str, ...] = ()
    language: str = ""  # empty: the voice's default
    overrides: tuple[PhonemeOverride, ...] = ()
    pitch_points: tuple[PitchPoint, ...] = ()
    vibrato: Vibrato | None = None

    @property
    def end_ticks(self) -> int:
        """First tick after the note."""
        return self.start_ticks + self.length_ticks


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CurveSegment:
    """A stretch of a curve: straight lines between points, nothing outside first..last point.

    ``ticks`` int64 [shape=(n,)] ascending absolute positions, ``values`` float32 [shape=(n,)].
    """

    ticks: Int64Array
    values: Float32Array


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveLayers:
    """What the user wrote for one parameter: sung = (drawn, else generated) + offset.

    ``reference`` is what was predicted below drawn and offset stretches when they were written; the
    engine has no use for it.
    """

    drawn: tuple[CurveSegment, ...] = ()
    offset: tuple[CurveSegment, ...] = ()
    locked_ticks: tuple[tuple[int, int], ...] = ()  # ranges in which nothing may regenerate
    reference: tuple[CurveSegment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GeneratedCurve:
    """One parameter of one phrase as a model (or the score) made it.

    ``values`` float32 [shape=(n_frames,)], frame ``i`` at phrase start - head + i * frame_ms
    (head = 8 frames of the acoustic model's hop). ``key``: digest of all that made it.
    """

    key: str
    values: Float32Array
    frame_ms: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GeneratedPhrase:
    """Generated curves of one phrase and its phonemes; kept in the project, used again."""

    phrase_id: PhraseId
    start_ms: float  # absolute start of the first phoneme when this was made
    curves: Mapping[Parameter, GeneratedCurve]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GeneratedTiming:
    """Predicted phoneme lengths of one sentence (a run of touching words).

    ``sentence_id`` is its first note's id; ``durations_frames`` float32 [shape=(n_tokens,)] is
    the duration model's own answer, before the alignment rule (contract 3.5).
    """

    sentence_id: NoteId
    key: str
    durations_frames: Float32Array


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourWeight:
    """Share of one voice colour; a curve (0..1) where ``curve`` is given, else ``weight``."""

    colour: str
    weight: float = 1.0
    curve: tuple[CurveSegment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeTake:
    """A stretch of a phrase in which some curves are drawn anew: ``take`` numbers the noise.

    In a request ticks are those of the song; the song itself counts them from the start of the
    note that the phrase is named after.
    """

    first_ticks: int
    last_ticks: int
    parameters: tuple[Parameter, ...]
    take: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderSettings:
    """How to sing. ``None`` = the bank's own default, else the contract's (Appendix A)."""

    acoustic_steps: int | None = None
    variance_steps: int | None = None
    pitch_steps: int | None = None
    depth: float | None = None
    use_cache: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderRequest:
    """Everything that the engine needs to sing one part; it never reads the live project.

    ``drafts`` are for those who listen while it is sung: a draft comes as an event of its own and
    never in place of a phrase that is done. ``is_on_demand``: phrases are sung only where the
    engine was told that they are wanted (``Engine.set_wanted_ms``).
    """

    part_id: str
    revision: int
    voice_folder: Path
    tempo: TempoMap
    notes: tuple[ScoreNote, ...]  # ascending, absolute ticks
    curves: Mapping[Parameter, CurveLayers] = field(default_factory=lambda: MappingProxyType({}))
    colours: tuple[ColourWeight, ...] = ()  # empty: the bank's first colour
    generated_timing: Mapping[NoteId, GeneratedTiming] = field(
        default_factory=lambda: MappingProxyType({})
    )
    generated: Mapping[PhraseId, GeneratedPhrase] = field(
        default_factory=lambda: MappingProxyType({})
    )
    takes: Mapping[tuple[PhraseId, Stage], int] = field(
        default_factory=lambda: MappingProxyType({})
    )
    range_takes: Mapping[PhraseId, tuple[RangeTake, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )  # in the order in which they were made
    seed: int = 0
    settings: RenderSettings = RenderSettings()
    playhead_ms: float = 0.0
    range_ms: tuple[float, float] | None = None  # only phrases that sound here
    drafts: Drafts = Drafts.NEVER
    is_on_demand: bool = False


# ------------------------------------------------------------------------------- results


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPhoneme:
    """A phoneme with its absolute place. ``index`` counts within its note (for overrides)."""

    symbol: str
    note_id: NoteId
    index: int
    start_ms: float
    end_ms: float
    start_ticks: int
    end_ticks: int
    is_vowel: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something the user should know, with a place to click. Nothing was dropped silently."""

    code: str
    sentence: str
    note_id: NoteId | None = None
    phrase_id: PhraseId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseLayout:
    """Where a phrase stands, before anything is sung."""

    phrase_id: PhraseId
    start_ms: float
    end_ms: float
    phonemes: tuple[PlacedPhoneme, ...]
    note_ids: tuple[NoteId, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PhraseResult:
    """A sung phrase. ``samples`` float32 [shape=(n_samples,)] begins ``start_ms`` (with head)."""

    layout: PhraseLayout
    samples: Float32Array
    sample_rate_hz: int
    start_ms: float
    generated: GeneratedPhrase
    sung: Mapping[Parameter, Float32Array]  # per frame, after drawn and offset, float32 [n_frames]
    frame_ms: float
    tokens: tuple[str, ...]  # with head and tail SP
    token_frames: tuple[int, ...]


@dataclass(slots=True, kw_only=True)
class StageCount:
    """Model runs, cache hits and seconds inside models of one stage."""

    runs: int = 0
    hits: int = 0
    seconds: float = 0.0


# ------------------------------------------------------------------------------- events


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutDone:
    """Phrases and phonemes of the part are known; ``timing`` is to be kept in the project."""

    part_id: str
    revision: int
    phrases: tuple[PhraseLayout, ...]
    timing: tuple[GeneratedTiming, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStarted:
    """A phrase entered a stage."""

    part_id: str
    revision: int
    phrase_id: PhraseId
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseDrafted:
    """A phrase can be heard from a draft; `PhraseDone` follows. It counts as not finished."""

    part_id: str
    revision: int
    result: PhraseResult


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseDone:
    """A phrase is sung. ``done`` of ``total`` phrases of this request are finished."""

    part_id: str
    revision: int
    result: PhraseResult
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseFailed:
    """A phrase could not be sung; the others go on."""

    part_id: str
    revision: int
    phrase_id: PhraseId
    problem: Problem
    done: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFailed:
    """Nothing of the request can be sung (no voice, no tempo)."""

    part_id: str
    revision: int
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCancelled:
    """The request was stopped or replaced by a newer revision."""

    part_id: str
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestFinished:
    """All phrases are done or failed."""

    part_id: str
    revision: int
    stages: Mapping[Stage, StageCount]
    load_s: float  # spent making sessions


EngineEvent = (
    LayoutDone
    | StageStarted
    | PhraseDrafted
    | PhraseDone
    | PhraseFailed
    | RequestFailed
    | RequestCancelled
    | RequestFinished
)
