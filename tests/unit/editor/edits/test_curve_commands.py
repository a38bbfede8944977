"""Commands on stretches: several stretches are one edit; copies go under other parameters."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import curve_commands as commands
from editor.edits import curves
from engine.types import Parameter
from tests.unit.editor.songs import assert_refused, sampled, song, strokes

ENERGY, TENSION, PITCH = Parameter.ENERGY, Parameter.TENSION, Parameter.PITCH
TWO = [([0, 100], [-20.0, -10.0]), ([300, 400], [-30.0, -40.0])]


def layers(edit, parameter=ENERGY):
    return edit.after.tracks[0].parts[0].curves[parameter]


def test_stretches_with_a_gap_are_baked_as_one_edit():
    project = curves.add_offset(song(), "part", ENERGY, [0, 500], [1, 1]).after
    edit = commands.bake_all(project, "part", ENERGY, TWO)
    assert edit.before is project
    drawn, offset = layers(edit).drawn, layers(edit).offset
    assert sampled(drawn, 100, 100) == [-10]
    assert sampled(drawn, 300, 300) == [-30]
    assert np.isnan(sampled(drawn, 101, 299)).all()
    assert (sampled(offset, 101, 299) == 1).all()
    assert np.isnan(sampled(offset, 0, 100)).all()


def test_a_curve_is_scaled_around_a_middle_and_stays_in_its_range():
    rows = [([0, 100], [-20.0, -10.0], -15.0), ([300, 400], [-30.0, -40.0], -15.0)]
    edit = commands.scale_all(song(), "part", ENERGY, rows, factor=2.0)
    assert list(sampled(layers(edit).drawn, 0, 100)[[0, -1]]) == [-25.0, -5.0]
    assert list(sampled(layers(edit).drawn, 300, 400)[[0, -1]]) == [-45.0, -65.0]
    flat = commands.scale_all(song(), "part", ENERGY, rows, factor=0.0)
    assert (sampled(layers(flat).drawn, 0, 100) == -15.0).all()
    far = commands.scale_all(song(), "part", ENERGY, rows, factor=10.0)
    assert sampled(layers(far).drawn, 100, 100) == [0.0]
    assert edit.name == "scale energy"


@given(stroke=strokes(), amount=st.floats(-20, 20, width=16))
def test_shifting_there_and_back_leaves_what_was_drawn(stroke, amount):
    project = curves.draw(song(), "part", TENSION, *stroke).after
    there = commands.shift(project, "part", TENSION, 100, 900, amount)
    back = commands.shift(there.after, "part", TENSION, 100, 900, -amount)
    found = layers(back, TENSION)
    assert np.nanmax(np.abs(sampled(found.offset, 0, 1000)), initial=0.0) < 1e-3
    assert found.drawn is project.tracks[0].parts[0].curves[TENSION].drawn


def test_what_was_not_written_is_copied_as_it_is_sung():
    clip = commands.copy_of(song(), "part", ENERGY, 50, 350, TWO)
    assert clip.length_ticks == 300
    assert sampled(clip.drawn, 50, 50) == [-10]
    assert np.isnan(sampled(clip.drawn, 51, 249)).all()
    project = curves.add_offset(song(), "part", ENERGY, [60, 80], [3, 3]).after
    written = commands.copy_of(project, "part", ENERGY, 50, 350, TWO)
    assert written.drawn == ()
    assert sampled(written.offset, 10, 10) == [3]


def test_levels_fit_each_other_and_other_units_are_mapped_range_onto_range():
    clip = commands.copy_of(song(), "part", ENERGY, 0, 100, TWO)
    same = commands.mapped_clip(clip, Parameter.BREATHINESS)
    assert same.parameter is Parameter.BREATHINESS
    assert same.drawn is clip.drawn
    mapped = commands.mapped_clip(clip, TENSION)
    low, high = sampled(mapped.drawn, 0, 0)[0], sampled(mapped.drawn, 100, 100)[0]
    assert low == pytest.approx(-10 + 20 * (96 - 20) / 96, abs=1e-5)
    assert high == pytest.approx(-10 + 20 * (96 - 10) / 96, abs=1e-5)
    moved = curves.copy_range(
        curves.add_offset(song(), "part", ENERGY, [0, 9], [9.6, 9.6]).after, "part", ENERGY, 0, 9
    )
    assert sampled(commands.mapped_clip(moved, TENSION).offset, 3, 3) == pytest.approx(2.0)


def test_cutting_takes_out_what_was_written():
    project = curves.draw(song(), "part", ENERGY, [0, 100], [-3, -3]).after
    edit = commands.cut_range(project, "part", ENERGY, 0, 100)
    assert ENERGY not in edit.after.tracks[0].parts[0].curves
    assert edit.name == "cut energy"


@pytest.mark.parametrize(
    "bad",
    [
        lambda p: commands.bake_all(p, "part", ENERGY, []),
        lambda p: commands.scale_all(p, "part", ENERGY, [([0], [1.0], 0.0)], factor=-1.0),
        lambda p: commands.scale_all(p, "part", ENERGY, [([0], [1.0], 0.0)], factor=float("nan")),
        lambda p: commands.mapped_clip(curves.copy_range(p, "part", PITCH, 0, 9), ENERGY),
        lambda p: commands.mapped_clip(curves.copy_range(p, "part", ENERGY, 0, 9), PITCH),
    ],
)
def test_what_cannot_be_done_is_refused(bad):
    assert_refused(bad, song())
