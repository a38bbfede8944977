"""The scale of a parameter: which values a lane shows, and where its lines are. No Qt."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from engine.types import Parameter

INSET_PX = 6.0  # free above and below the axis, so that its ends are seen


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueAxis:
    """Values from ``low`` at a lane's lower edge to ``high`` at its upper one.

    ``base`` is the value from which the curve is filled, ``unit`` is shown beside the name.
    """

    low: float
    high: float
    base: float
    unit: str = ""

    def px_per_unit(self, *, height_px: float) -> float:
        """Pixels of a difference of 1 in a lane of some height."""
        return max(1.0, height_px - 2.0 * INSET_PX) / (self.high - self.low)

    def value_to_px(self, value: float, *, height_px: float) -> float:
        """Distance of a value from the lane's upper edge."""
        return INSET_PX + (self.high - value) * self.px_per_unit(height_px=height_px)

    def px_to_value(self, y_px: float, *, height_px: float) -> float:
        """Value at a distance from the lane's upper edge, of those on the axis."""
        value = self.high - (y_px - INSET_PX) / self.px_per_unit(height_px=height_px)
        return min(self.high, max(self.low, value))

    def ends(self, *, height_px: float) -> tuple[float, float]:
        """Values at the very edges of a lane, beyond the axis."""
        margin = INSET_PX / self.px_per_unit(height_px=height_px)
        return self.low - margin, self.high + margin

    def marks(self, *, height_px: float, gap_px: float) -> list[float]:
        """Round values, ``gap_px`` apart at least; both ends where there is room for no more."""
        step = round_step(gap_px / self.px_per_unit(height_px=height_px))
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        marks = [number * step for number in range(first, last + 1)]
        return marks if len(marks) > 1 else [self.low, self.high]


def round_step(least: float) -> float:
    """The smallest of 1, 2, 3, 5, 6 times a power of ten that is not below ``least``."""
    power = 10.0 ** math.floor(math.log10(least))
    for factor in (1.0, 2.0, 3.0, 5.0, 6.0, 10.0):
        if factor * power >= least * (1.0 - 1e-9):
            return factor * power
    return 10.0 * power


def mark_text(value: float) -> str:
    """A value on an axis, with the true minus sign and no zeros that say nothing."""
    return f"{value:g}".replace("-", "\u2212")


AXES: Mapping[Parameter, ValueAxis] = MappingProxyType(
    {
        Parameter.ENERGY: ValueAxis(low=-96.0, high=0.0, base=-96.0, unit="dB"),
        Parameter.BREATHINESS: ValueAxis(low=-96.0, high=0.0, base=-96.0, unit="dB"),
        Parameter.VOICING: ValueAxis(low=-96.0, high=0.0, base=-96.0, unit="dB"),
        Parameter.TENSION: ValueAxis(low=-10.0, high=10.0, base=0.0, unit="logit"),
        Parameter.GENDER: ValueAxis(low=-1.0, high=1.0, base=0.0),
        Parameter.VELOCITY: ValueAxis(low=0.0, high=2.0, base=1.0, unit="×"),
        Parameter.EXPRESSIVENESS: ValueAxis(low=0.0, high=1.0, base=0.0),
        Parameter.TONE_SHIFT: ValueAxis(low=-24.0, high=24.0, base=0.0, unit="st"),
        Parameter.DYNAMICS: ValueAxis(low=-24.0, high=12.0, base=0.0, unit="dB"),
    }
)
