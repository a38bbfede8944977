"""Everything the user can set, as typed values; each field carries what a dialog shows of it.

Settings are frozen. Code receives the values it needs when it is made; nothing asks for settings
from a global place. No Qt here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any

from app.setting_info import SIZE_UNIT, Choice, SettingInfo
from app.source_text import QT_TRANSLATE_NOOP

Shortcuts = Mapping[str, tuple[str, ...]]  # action id to portable key texts; () takes all away


class Language(StrEnum):
    """Languages of the window."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh_CN"
    JAPANESE = "ja"


class ThemeChoice(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Provider(StrEnum):
    """What runs a model, by the engine's names."""

    CPU = "cpu"
    CUDA = "cuda"
    DIRECTML = "directml"
    COREML = "coreml"


class DraftFirst(StrEnum):
    """When a phrase is heard from a draft first, by the engine's names."""

    AUTO = "auto"
    NEVER = "never"
    ALWAYS = "always"


_BANK_DEFAULT = QT_TRANSLATE_NOOP("Settings", "The voice's own")
_STEPS_HELP = QT_TRANSLATE_NOOP("Settings", "More steps sound finer and take longer.")
_PROVIDERS = (
    Choice(value=Provider.CPU, text="CPU"),
    Choice(value=Provider.CUDA, text="CUDA"),
    Choice(value=Provider.DIRECTML, text="DirectML"),
    Choice(value=Provider.COREML, text="Core ML"),
)
_GRIDS = (
    Choice(value=0, text=QT_TRANSLATE_NOOP("Settings", "Off")),
    *(Choice(value=n, text=f"1/{n}") for n in (1, 2, 4, 8, 16, 32, 64, 128)),
)


def _runs_on(text: str, help_text: str = "") -> SettingInfo:
    return SettingInfo(text=text, help_text=help_text, choices=_PROVIDERS)


def _steps(text: str, help_text: str = "") -> SettingInfo:
    return SettingInfo(
        text=text, help_text=help_text, minimum=1, maximum=1000, none_text=_BANK_DEFAULT
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneralSettings:
    """How the window looks and speaks."""

    language: Annotated[
        Language,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Language"),
            choices=(
                Choice(
                    value=Language.SYSTEM,
                    text=QT_TRANSLATE_NOOP("Settings", "As the system"),
                ),
                # A language is named in itself, so that whoever needs it finds it.
                Choice(value=Language.ENGLISH, text="English"),
                Choice(value=Language.CHINESE, text="简体中文"),
                Choice(value=Language.JAPANESE, text="日本語"),
            ),
        ),
    ] = Language.SYSTEM
    theme: Annotated[
        ThemeChoice,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Theme"),
            choices=(
                Choice(
                    value=ThemeChoice.SYSTEM, text=QT_TRANSLATE_NOOP("Settings", "As the system")
                ),
                Choice(value=ThemeChoice.LIGHT, text=QT_TRANSLATE_NOOP("Settings", "Light")),
                Choice(value=ThemeChoice.DARK, text=QT_TRANSLATE_NOOP("Settings", "Dark")),
            ),
        ),
    ] = ThemeChoice.SYSTEM
    scale_percent: Annotated[
        int,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Size of the interface"),
            help_text=QT_TRANSLATE_NOOP("Settings", "On top of what the system asks for."),
            minimum=75,
            maximum=300,
            unit="%",
            needs_restart=True,
        ),
    ] = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioSettings:
    """Where and how sound is played."""

    device_name: Annotated[
        str,
        SettingInfo(text=QT_TRANSLATE_NOOP("Settings", "Output device")),  # empty: the system's
    ] = ""
    rate_hz: Annotated[
        int,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Sample rate"),
            choices=(
                Choice(value=0, text=QT_TRANSLATE_NOOP("Settings", "The device's own")),
                Choice(value=44100, text="44.1 kHz"),
                Choice(value=48000, text="48 kHz"),
                Choice(value=96000, text="96 kHz"),
            ),
        ),
    ] = 0
    buffer_ms: Annotated[
        int,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Buffer"),
            help_text=QT_TRANSLATE_NOOP(
                "Settings", "A longer buffer answers later and does not crackle on a busy computer."
            ),
            minimum=100,  # the player takes no less (engine.audio.output)
            maximum=1000,
            unit="ms",
        ),
    ] = 100
    wait_for_phrases: Annotated[
        bool,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Playback waits for phrases that are not ready"),
            help_text=QT_TRANSLATE_NOOP(
                "Settings", "Off: playback goes on and the phrase is silent."
            ),
        ),
    ] = True
    metronome: Annotated[
        bool,
        SettingInfo(text=QT_TRANSLATE_NOOP("Settings", "Metronome clicks while playing")),
    ] = False
    count_in_bars: Annotated[
        int,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Count-in"),
            help_text=QT_TRANSLATE_NOOP("Settings", "Bars of clicks before playback begins."),
            minimum=0,
            maximum=4,
            unit=QT_TRANSLATE_NOOP("Settings", "bars"),
        ),
    ] = 0
    follow_playhead: Annotated[
        bool,
        SettingInfo(text=QT_TRANSLATE_NOOP("Settings", "The page turns with the playhead")),
    ] = True
    note_preview: Annotated[
        bool,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Notes sound when they are chosen or moved"),
        ),
    ] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderingSettings:
    """How the voice is made. Only the acoustic model knows a depth (contract 2.8)."""

    acoustic_steps: Annotated[
        int | None,
        _steps(QT_TRANSLATE_NOOP("Settings", "Steps of the acoustic model"), _STEPS_HELP),
    ] = None
    variance_steps: Annotated[
        int | None, _steps(QT_TRANSLATE_NOOP("Settings", "Steps of the variance model"))
    ] = None
    pitch_steps: Annotated[
        int | None, _steps(QT_TRANSLATE_NOOP("Settings", "Steps of the pitch model"))
    ] = None
    acoustic_depth: Annotated[
        float | None,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Depth of the acoustic model"),
            help_text=QT_TRANSLATE_NOOP(
                "Settings", "How much of the sound is sampled: 1 is all; less is quicker."
            ),
            minimum=0.0,
            maximum=1.0,
            none_text=_BANK_DEFAULT,
        ),
    ] = None
    linguistic_provider: Annotated[
        Provider,
        _runs_on(
            QT_TRANSLATE_NOOP("Settings", "Linguistic models run on"),
            QT_TRANSLATE_NOOP(
                "Settings",
                "Lengths are always made on the CPU, so that a song keeps its timing everywhere.",
            ),
        ),
    ] = Provider.CPU
    pitch_provider: Annotated[
        Provider, _runs_on(QT_TRANSLATE_NOOP("Settings", "Pitch models run on"))
    ] = Provider.CPU
    variance_provider: Annotated[
        Provider, _runs_on(QT_TRANSLATE_NOOP("Settings", "Variance models run on"))
    ] = Provider.CPU
    acoustic_provider: Annotated[
        Provider, _runs_on(QT_TRANSLATE_NOOP("Settings", "Acoustic models run on"))
    ] = Provider.CPU
    vocoder_provider: Annotated[
        Provider, _runs_on(QT_TRANSLATE_NOOP("Settings", "Vocoders run on"))
    ] = Provider.CPU
    n_threads: Annotated[
        int,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Threads inside a model"),
            help_text=QT_TRANSLATE_NOOP("Settings", "0: as many as suit this computer."),
            minimum=0,
            maximum=256,
        ),
    ] = 0
    draft_first: Annotated[
        DraftFirst,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Draft first"),
            help_text=QT_TRANSLATE_NOOP(
                "Settings",
                "A phrase sounds from fewer steps first and gets better behind. Exports never do.",
            ),
            choices=(
                Choice(
                    value=DraftFirst.AUTO,
                    text=QT_TRANSLATE_NOOP("Settings", "Where a voice sings slower than it plays"),
                ),
                Choice(value=DraftFirst.ALWAYS, text=QT_TRANSLATE_NOOP("Settings", "Always")),
                Choice(value=DraftFirst.NEVER, text=QT_TRANSLATE_NOOP("Settings", "Never")),
            ),
        ),
    ] = DraftFirst.AUTO
    prerender: Annotated[
        bool,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Sing before play is pressed"),
            help_text=QT_TRANSLATE_NOOP(
                "Settings", "Off: a phrase is sung only when playback comes to it."
            ),
        ),
    ] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheSettings:
    """The tensor cache."""

    use_tensor_cache: Annotated[
        bool,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "DiffSinger tensor cache"),
            help_text=QT_TRANSLATE_NOOP(
                "Settings", "Keeps what models gave, so that only what changed is sung again."
            ),
        ),
    ] = True
    budget_bytes: Annotated[
        int,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Largest size of the cache"),
            help_text=QT_TRANSLATE_NOOP("Settings", "What was not used for longest goes first."),
            minimum=64 << 20,
            maximum=1 << 40,
            unit=SIZE_UNIT,
        ),
    ] = 2 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicebankSettings:
    """Where voices are looked for, besides the user's own folder and what ships."""

    folders: Annotated[
        tuple[str, ...],
        SettingInfo(text=QT_TRANSLATE_NOOP("Settings", "More folders with voicebanks")),
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AutosaveSettings:
    """What is kept for the case that Melisma ends by itself."""

    gather_s: Annotated[
        float,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Changes are on disk after"),
            help_text=QT_TRANSLATE_NOOP(
                "Settings",
                "What a crash can cost at most. Longer is easier on slow or busy disks.",
            ),
            minimum=0.2,
            maximum=60.0,
            unit="s",
        ),
    ] = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class EditingSettings:
    """How notes are written."""

    grid_denominator: Annotated[
        int,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Grid"),
            help_text=QT_TRANSLATE_NOOP("Settings", "On which notes snap."),
            choices=_GRIDS,
        ),
    ] = 16
    has_triplets: Annotated[
        bool, SettingInfo(text=QT_TRANSLATE_NOOP("Settings", "Grid of triplets"))
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneSettings:
    """Which curves the user wants to see below the notes (``editor.view.lane_stack``)."""

    shown: Annotated[
        str,
        SettingInfo(
            text=QT_TRANSLATE_NOOP("Settings", "Lanes"),
            help_text=QT_TRANSLATE_NOOP("Settings", "Empty: those that suit the voice."),
            is_listed=False,
        ),
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortcutSettings:
    """The user's own keys."""

    overrides: Annotated[
        Shortcuts, SettingInfo(text=QT_TRANSLATE_NOOP("Settings", "Changed shortcuts"))
    ] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings; ``unknown`` are fields of the file that this version does not know.

    Inside ``unknown``, fields of a known group lie in an object under the group's name.
    """

    general: GeneralSettings = GeneralSettings()
    audio: AudioSettings = AudioSettings()
    rendering: RenderingSettings = RenderingSettings()
    cache: CacheSettings = CacheSettings()
    voicebanks: VoicebankSettings = VoicebankSettings()
    autosave: AutosaveSettings = AutosaveSettings()
    editing: EditingSettings = EditingSettings()
    lanes: LaneSettings = LaneSettings()
    shortcuts: ShortcutSettings = ShortcutSettings()
    unknown: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


# Group name to its English title (context ``Settings``), in the order of the dialog.
GROUP_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "general": QT_TRANSLATE_NOOP("Settings", "General"),
        "audio": QT_TRANSLATE_NOOP("Settings", "Audio"),
        "rendering": QT_TRANSLATE_NOOP("Settings", "Rendering"),
        "cache": QT_TRANSLATE_NOOP("Settings", "Cache"),
        "voicebanks": QT_TRANSLATE_NOOP("Settings", "Voicebanks"),
        "autosave": QT_TRANSLATE_NOOP("Settings", "Autosave"),
        "editing": QT_TRANSLATE_NOOP("Settings", "Editing"),
        "lanes": QT_TRANSLATE_NOOP("Settings", "Lanes"),
        "shortcuts": QT_TRANSLATE_NOOP("Settings", "Shortcuts"),
    }
)
