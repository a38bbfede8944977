"""Values as a user reads them: with their unit, and no finer than one can draw."""

from __future__ import annotations

from editor.view.axis import AXES
from editor.view.note_text import note_name
from engine.types import Parameter

_MINUS = "\u2212"


def value_text(parameter: Parameter, value: float) -> str:
    """A value, such as ``−23.4 dB`` or ``A4 +23 ct``."""
    if parameter is Parameter.PITCH:
        key_midi = round(value)
        cents = round((value - key_midi) * 100.0)
        return note_name(key_midi) + (f" {_signed(cents, 0)} ct" if cents else "")
    return _with_unit(_plain(value, _decimals(parameter)), parameter)


def difference_text(parameter: Parameter, change: float) -> str:
    """A difference, such as ``+2.5 dB`` or ``−40 ct``."""
    if parameter is Parameter.PITCH:
        return f"{_signed(change * 100.0, 0)} ct"
    return _with_unit(_signed(change, _decimals(parameter)), parameter)


def rounded(parameter: Parameter, value: float) -> float:
    """A value as fine as it is shown."""
    return round(value, _decimals(parameter))


def _decimals(parameter: Parameter) -> int:
    axis = AXES.get(parameter)
    return 2 if axis is None or axis.unit != "dB" else 1


def _with_unit(text: str, parameter: Parameter) -> str:
    return f"{text} {AXES[parameter].unit}".rstrip()


def _plain(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace("-", _MINUS)


def _signed(value: float, decimals: int) -> str:
    return f"{value:+.{decimals}f}".replace("-", _MINUS)
