"""What a dialog and the checks know of one setting: texts, bounds, choices."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SIZE_UNIT = "bytes"  # shown and typed in larger units


class Kind(StrEnum):
    """Which control shows a setting."""

    SWITCH = "switch"
    WHOLE_NUMBER = "whole number"
    NUMBER = "number"
    SIZE = "size"
    CHOICE = "choice"
    TEXT = "text"
    FOLDERS = "folders"
    SHORTCUTS = "shortcuts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a list and its English text."""

    value: object
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingInfo:
    """What a dialog and the checks know of one setting. Texts are English, context ``Settings``.

    ``none_text`` is how None is shown; empty where None is no value.
    """

    key: str = ""  # group and name, such as audio.rate_hz
    group: str = ""
    kind: Kind = Kind.TEXT
    default: object = None
    text: str
    help_text: str = ""
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[Choice, ...] = ()
    unit: str = ""
    none_text: str = ""
    needs_restart: bool = False
    is_listed: bool = True  # in the dialog; what the window itself remembers is not


def allowed_text(info: SettingInfo) -> str:
    """Which values a setting can have, in English, for logs and errors."""
    if info.choices:
        text = "one of " + ", ".join(str(choice.value) for choice in info.choices)
    elif info.minimum is not None and info.maximum is not None:
        whole = "a whole number" if info.kind in (Kind.WHOLE_NUMBER, Kind.SIZE) else "a number"
        text = f"{whole} from {info.minimum:.15g} to {info.maximum:.15g}"
    else:
        text = {
            Kind.SWITCH: "true or false",
            Kind.TEXT: "a text",
            Kind.FOLDERS: "a list of folders",
            Kind.SHORTCUTS: "lists of keys by action",
        }[info.kind]
    return f"{text}, or nothing" if info.none_text else text
