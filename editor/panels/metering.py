"""How a level meter moves: up at once, down slowly, the highest peak held for a while. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

from editor.panels.decibels import LOW_DB, magnitude_to_db
from engine.api import Level

FALL_DB_PER_S = 24.0
HOLD_S = 1.5
RMS_S = 0.3  # time in which the mean follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Needle:
    """One channel of a meter; all levels in dB of full scale."""

    peak_db: float = -math.inf
    rms_db: float = -math.inf
    held_db: float = -math.inf
    held_s: float = 0.0  # how long it has been held
    is_over: bool = False  # it reached full scale since it was reset

    @property
    def is_resting(self) -> bool:
        """Whether there is nothing to be seen move any more."""
        return max(self.peak_db, self.rms_db, self.held_db) <= LOW_DB

    def after(self, peak: float, rms: float, elapsed_s: float) -> Needle:
        """The needle a moment later, with the magnitudes that were heard in it."""
        peak_db, rms_db = magnitude_to_db(peak), magnitude_to_db(rms)
        fallen_db = max(peak_db, self.peak_db - FALL_DB_PER_S * elapsed_s)
        is_new = peak_db >= self.held_db
        held_s = 0.0 if is_new else self.held_s + elapsed_s
        held_db = peak_db if is_new else self.held_db
        if held_s > HOLD_S:
            held_db = max(fallen_db, held_db - FALL_DB_PER_S * elapsed_s)
        return Needle(
            peak_db=_shown(fallen_db),
            rms_db=_shown(_followed(self.rms_db, rms_db, elapsed_s)),
            held_db=_shown(held_db),
            held_s=held_s,
            is_over=self.is_over or peak >= 1.0,
        )

    def reset(self) -> Needle:
        """The needle without its mark of full scale."""
        return Needle(peak_db=self.peak_db, rms_db=self.rms_db)


def heard(needles: tuple[Needle, ...], level: Level | None, elapsed_s: float) -> tuple[Needle, ...]:
    """All needles of a meter a moment later; without a level they fall."""
    if level is None:
        return tuple(needle.after(0.0, 0.0, elapsed_s) for needle in needles)
    last = len(level.peaks) - 1
    return tuple(
        needle.after(level.peaks[min(i, last)], level.rms[min(i, last)], elapsed_s)
        for i, needle in enumerate(needles)
    )


def _followed(before_db: float, now_db: float, elapsed_s: float) -> float:
    """A mean that goes a part of the way, in dB."""
    start_db, end_db = max(before_db, LOW_DB - 20.0), max(now_db, LOW_DB - 20.0)
    return start_db + (end_db - start_db) * (1.0 - math.exp(-elapsed_s / RMS_S))


def _shown(level_db: float) -> float:
    """What lies below the scale is nothing."""
    return level_db if level_db > LOW_DB else -math.inf
