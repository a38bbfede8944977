"""Levels as people read and set them: the fader's taper and its texts. No Qt."""

from __future__ import annotations

import math

import numpy as np

LOW_DB, TOP_DB = -60.0, 6.0  # of the scale
OFF_DB = -120.0  # what a fader at its lower end means: nothing is heard, and it is a number
# The scale is widest where one mixes, as on a desk.
_DB = (-60.0, -48.0, -36.0, -24.0, -12.0, -6.0, 0.0, 6.0)
_PLACES = (0.0, 0.06, 0.15, 0.30, 0.52, 0.67, 0.83, 1.0)
MARKS_DB = (6, 0, -6, -12, -24, -36, -48)


def db_to_place(level_db: float) -> float:
    """Place on the scale, 0 at its lower end to 1 at its upper one."""
    return float(np.interp(level_db, _DB, _PLACES))


def place_to_db(place: float) -> float:
    """Level at a place of the scale."""
    return float(np.interp(place, _PLACES, _DB))


def magnitude_to_db(magnitude: float) -> float:
    """Level of a magnitude, 1 is full scale; silence is minus infinity."""
    return 20.0 * math.log10(magnitude) if magnitude > 0.0 else -math.inf


def db_text(level_db: float) -> str:
    """Such as ``−3.5``, ``+2.0`` or ``−∞``, with the minus of typesetters."""
    if level_db <= LOW_DB:
        return "−∞"
    rounded = round(level_db, 1)
    if rounded == 0.0:
        return "0.0"
    return f"{'+' if rounded > 0 else '−'}{abs(rounded):.1f}"


def pan_text(pan: float) -> str:
    """Such as ``C``, ``L 20`` or ``R 100``."""
    percent = round(abs(pan) * 100)
    if not percent:
        return "C"
    return f"{'L' if pan < 0 else 'R'} {percent}"
