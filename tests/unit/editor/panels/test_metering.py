"""A meter rises at once, falls slowly, holds its peak and remembers full scale."""

from __future__ import annotations

import math

import pytest

from editor.panels.metering import FALL_DB_PER_S, HOLD_S, Needle, heard
from engine.api import Level


def test_a_needle_rises_at_once_and_falls_slowly():
    loud = Needle().after(1.0, 0.5, 0.02)
    assert loud.peak_db == 0.0
    later = loud.after(0.0, 0.0, 0.5)
    assert later.peak_db == pytest.approx(-FALL_DB_PER_S * 0.5)
    assert later.held_db == 0.0


def test_a_peak_is_held_and_then_falls():
    needle = Needle().after(0.5, 0.2, 0.02)
    for _ in range(round(HOLD_S / 0.1) - 1):
        needle = needle.after(0.0, 0.0, 0.1)
    held_db = needle.held_db
    assert held_db == pytest.approx(-6.02, abs=0.01)
    for _ in range(3):
        needle = needle.after(0.0, 0.0, 0.1)
    assert needle.held_db < held_db


def test_the_mean_follows_slowly():
    needle = Needle().after(1.0, 1.0, 0.03)
    assert -60.0 < needle.rms_db < -20.0 or needle.rms_db == -math.inf
    for _ in range(40):
        needle = needle.after(1.0, 1.0, 0.1)
    assert needle.rms_db == pytest.approx(0.0, abs=0.5)


def test_full_scale_is_remembered_until_it_is_reset():
    needle = Needle().after(1.0, 0.5, 0.02)
    for _ in range(100):
        needle = needle.after(0.0, 0.0, 0.2)
    assert needle.is_over
    assert needle.is_resting
    assert not needle.reset().is_over


def test_one_channel_moves_both_needles_and_no_level_lets_them_fall():
    needles = heard((Needle(), Needle()), Level((0.5,), (0.5,)), 0.02)
    assert needles[0].peak_db == needles[1].peak_db == pytest.approx(-6.02, abs=0.01)
    assert heard(needles, None, 0.1)[0].peak_db < needles[0].peak_db
