"""Where user files lie; the only place that asks."""

from __future__ import annotations

from pathlib import Path

APP_NAME = "Melisma"
ROOT = Path(__file__).resolve().parent.parent


def cache_folder() -> Path:
    """Tensor cache and rewritten models; may be deleted at any time."""
    import appdirs

    return Path(appdirs.user_cache_dir(APP_NAME, appauthor=False))


def settings_file() -> Path:
    """What the user set."""
    import appdirs

    return Path(appdirs.user_config_dir(APP_NAME, appauthor=False)) / "settings.json"


def log_folder() -> Path:
    """Log files; may be deleted at any time."""
    import appdirs

    return Path(appdirs.user_log_dir(APP_NAME, appauthor=False))


def journal_folder() -> Path:
    """Songs of sessions that did not end well; shared by all windows."""
    import appdirs

    return Path(appdirs.user_state_dir(APP_NAME, appauthor=False)) / "journal"


def recent_file() -> Path:
    """Which songs were open lately; shared by all windows."""
    import appdirs

    return Path(appdirs.user_state_dir(APP_NAME, appauthor=False)) / "recent.json"


def window_layout_file() -> Path:
    """Where the window's docks and size were."""
    import appdirs

    return Path(appdirs.user_state_dir(APP_NAME, appauthor=False)) / "window.json"


def own_voice_folder() -> Path:
    """Where voices are installed."""
    import appdirs

    return Path(appdirs.user_data_dir(APP_NAME, appauthor=False)) / "voicebanks"


def voice_folders() -> tuple[Path, ...]:
    """Folders searched for voicebanks: the user's own first, then what ships."""
    return (own_voice_folder(), ROOT / "voicebanks")


def builtin_voice() -> Path:
    """The voice that ships inside."""
    return ROOT / "voicebanks" / "nagi"
