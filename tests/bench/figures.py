"""A measured figure and what it has to be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """``at_most`` or ``at_least`` is the target; neither: for information."""

    name: str
    value: float
    unit: str = ""
    at_most: float | None = None
    at_least: float | None = None

    @property
    def is_met(self) -> bool:
        """Whether the target is reached."""
        low = self.at_least is None or self.value >= self.at_least
        return low and (self.at_most is None or self.value <= self.at_most)

    def line(self) -> str:
        """One line for people."""
        target = ""
        if self.at_most is not None:
            target = f"at most {self.at_most:g}"
        elif self.at_least is not None:
            target = f"at least {self.at_least:g}"
        mark = "" if not target else "ok  " if self.is_met else "MISS"
        return f"{mark:4} {self.name:<62} {self.value:10.3f} {self.unit:<10} {target}"
