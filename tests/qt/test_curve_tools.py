"""Curves are drawn over the notes and in lanes with a real mouse."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.tools.anchor_chains import chains_in
from editor.view.curve_overlay import CurveOverlay
from engine.types import CurveLayers, Parameter
from tests.unit.editor.songs import sampled

BREATH, TENSION, PITCH = Parameter.BREATHINESS, Parameter.TENSION, Parameter.PITCH
FIRST = 960  # tick of the first note; three quarters follow each other
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Curves:
    """A mouse on curves."""

    def __init__(self, hand, workspace) -> None:
        self.hand, self.workspace, self.roll = hand, workspace, hand.roll
        items = hand.roll.canvas.scene().items()
        (self.overlay,) = [item for item in items if isinstance(item, CurveOverlay)]

    def take(self, name: str) -> None:
        self.hand.window.actions_[f"curves.tool_{name}"].trigger()

    def at(self, parameter, ticks, value) -> QPoint:
        return self.overlay.place_of(parameter, ticks, value).toPoint()

    def stroke(self, parameter, *spots, modifiers=Qt.KeyboardModifier.NoModifier, ends=True):
        points = [self.at(parameter, *spot) for spot in spots]
        self.hand.send(QEvent.Type.MouseButtonPress, points[0], modifiers=modifiers)
        for point in points[1:]:
            self.hand.send(QEvent.Type.MouseMove, point, modifiers=modifiers)
        if ends:
            self.hand.send(
                QEvent.Type.MouseButtonRelease, points[-1], held=False, modifiers=modifiers
            )

    def click(self, parameter, ticks, value, button=Qt.MouseButton.LeftButton) -> None:
        QTest.mouseClick(self.hand.view, button, pos=self.at(parameter, ticks, value))

    def layers(self, parameter) -> CurveLayers:
        part = self.workspace.store.project.tracks[0].parts[0]
        return part.curves.get(parameter, CurveLayers())

    def chains(self, parameter):
        return chains_in(self.layers(parameter).drawn, parameter)

    def drawn(self, parameter, ticks):
        (segment,) = self.layers(parameter).drawn
        return np.interp(ticks, segment.ticks, segment.values, left=np.nan, right=np.nan)

    @property
    def steps(self) -> list[str]:
        return list(self.workspace.history.names)

    def told(self) -> str:
        return self.hand.window.statusBar().currentMessage()


@pytest.fixture
def curves(hand, workspace, wait_until) -> Curves:
    """Three notes, sung."""
    wait_until(lambda: not workspace.bridge.is_busy)
    wait_until(lambda: [p.state for p in hand.roll.content.phrases.values()] == ["final"])
    return Curves(hand, workspace)


def resung(curves, wait_until) -> dict:
    wait_until(lambda: not curves.workspace.bridge.is_busy)
    return dict(curves.workspace.bridge.sung("part-1").results[0].sung)


def test_the_pencil_is_always_in_hand_in_the_lanes_and_draws_what_the_hand_does(curves):
    assert curves.hand.window.actions_["notes.tool_select"].isChecked()
    n_steps = len(curves.steps)
    curves.stroke(BREATH, (1000, -40), (1100, -20), (1300, -60))
    # A pixel is one dB, and six ticks.
    found = curves.drawn(BREATH, [1010, 1100, 1290])
    np.testing.assert_allclose(found, [-38.0, -20.0, -58.0], atol=4.0)
    assert np.isnan(curves.drawn(BREATH, [980, 1320])).all()
    assert curves.steps[n_steps:] == ["draw breathiness"]


def test_going_back_draws_over(curves):
    curves.stroke(BREATH, (1000, -40), (1400, -40), (1200, -70), (1200, -70))
    found = curves.drawn(BREATH, [1100, 1210, 1390])
    np.testing.assert_allclose(found, [-40.0, -70.0, -42.0], atol=4.0)


def test_a_stroke_changes_nothing_that_it_did_not_touch(curves, wait_until):
    curves.stroke(TENSION, (1000, 2), (1200, 5))
    resung(curves, wait_until)
    before = curves.workspace.store.project
    old = before.tracks[0].parts[0]
    sung_before = resung(curves, wait_until)
    curves.stroke(BREATH, (1400, -40), (1500, -20), (1700, -60))
    new = curves.workspace.store.project.tracks[0].parts[0]
    assert new.notes is old.notes
    assert new.curves[TENSION] is old.curves[TENSION]
    assert new.generated is old.generated
    assert new.generated_timing is old.generated_timing
    assert curves.workspace.store.project.tempos is before.tempos
    sung = resung(curves, wait_until)
    assert sung.keys() == sung_before.keys()
    result = curves.workspace.bridge.sung("part-1").results[0]
    tempo = curves.roll.content.tempo
    times = result.start_ms + np.arange(len(sung[BREATH])) * result.frame_ms
    ticks = tempo.ms_to_ticks_array(times)
    apart = sung[BREATH] != sung_before[BREATH]
    assert apart.any()
    assert ticks[apart].min() >= 1390
    assert ticks[apart].max() <= 1710
    for name in (PITCH, TENSION, Parameter.VOICING):
        assert sung[name].tobytes() == sung_before[name].tobytes()


def test_pitch_drawn_on_the_roll_grabs_no_note_and_is_sung(curves, wait_until):
    before = resung(curves, wait_until)[PITCH]
    notes = curves.hand.notes
    curves.take("pencil")
    assert curves.roll.content.dims_notes
    curves.stroke(PITCH, (1100, 62.5), (1200, 63.0), (1350, 62.2))
    assert curves.hand.notes == notes
    np.testing.assert_allclose(curves.drawn(PITCH, [1200]), [63.0], atol=0.1)
    after = resung(curves, wait_until)[PITCH]
    result = curves.workspace.bridge.sung("part-1").results[0]
    times = result.start_ms + np.arange(len(after)) * result.frame_ms
    ticks = curves.roll.content.tempo.ms_to_ticks_array(times)
    outside = (ticks < 1090) | (ticks > 1360)
    assert after[outside].tobytes() == before[outside].tobytes()
    assert np.abs(after[~outside] - before[~outside]).max() > 0.5
    curves.hand.window.actions_["notes.tool_select"].trigger()
    assert not curves.roll.content.dims_notes


@pytest.mark.parametrize(
    "name", ["pencil", "line", "s_curve", "anchors", "smooth", "erase", "offset", "lock", "range"]
)
def test_escape_during_a_stroke_leaves_the_song_as_it_was(curves, name):
    curves.take(name)
    before, shown = curves.workspace.store.project, curves.roll.content.part
    if name == "anchors":
        curves.click(BREATH, 1000, -30)
    curves.stroke(BREATH, (1100, -40), (1200, -20), (1500, -60), ends=False)
    curves.hand.key(Qt.Key.Key_Escape)
    assert curves.workspace.store.project is before
    assert curves.roll.content.part is shown
    assert curves.hand.window.desk.bench.range_ticks is None
    curves.hand.send(QEvent.Type.MouseButtonRelease, curves.at(BREATH, 1500, -60), held=False)
    assert curves.workspace.store.project is before


def test_a_preview_stays_when_the_engine_answers_during_a_stroke(curves, wait_until):
    curves.stroke(TENSION, (1000, 2), (1200, 5))
    curves.stroke(BREATH, (1100, -40), (1500, -60), ends=False)
    wait_until(lambda: not curves.workspace.bridge.is_busy)
    QTest.qWait(100)
    assert BREATH in curves.roll.content.part.curves
    curves.hand.send(QEvent.Type.MouseButtonRelease, curves.at(BREATH, 1500, -60), held=False)
    assert curves.steps[-1] == "draw breathiness"


def test_a_click_alone_draws_nothing(curves):
    n_steps = len(curves.steps)
    curves.click(BREATH, 1100, -40)
    assert len(curves.steps) == n_steps


def test_a_line_is_straight_and_level_with_shift(curves):
    curves.take("line")
    curves.stroke(BREATH, (1000, -60), (1900, -80), (1400, -20))
    ticks = np.arange(1010, 1400, 10)
    values = curves.drawn(BREATH, ticks)
    assert np.abs(np.diff(values, 2)).max() < 1e-3
    assert values[-1] == pytest.approx(-20.0, abs=2.0)
    curves.stroke(TENSION, (1000, 3), (1400, -5), modifiers=SHIFT)
    assert np.ptp(curves.drawn(TENSION, ticks[1:-1])) == 0.0


def test_an_s_curve_is_level_at_its_ends(curves):
    curves.take("s_curve")
    curves.stroke(BREATH, (1000, -80), (1200, -10), (1400, -20))
    values = curves.drawn(BREATH, np.array([1015, 1100, 1200, 1300, 1385]))
    assert (np.diff(values) > 0).all()
    assert np.diff(values)[0] < np.diff(values)[1] / 1.5


def test_anchors_are_set_dragged_and_deleted_one_step_each(curves):
    curves.take("anchors")
    n_steps = len(curves.steps)
    for ticks, value in ((1000, -60), (1200, -20), (1400, -50)):
        curves.click(BREATH, ticks, value)
    ((one, two, three),) = curves.chains(BREATH)
    assert (one.value, two.value, three.value) == pytest.approx((-60, -20, -50), abs=1.5)
    assert curves.steps[n_steps:] == ["anchor breathiness"] * 2
    curves.stroke(BREATH, (two.ticks, two.value), (1250, -30), (1300, -10))
    ((_, moved, last),) = curves.chains(BREATH)
    assert moved.value == pytest.approx(-10, abs=1.5)
    assert moved.ticks == pytest.approx(1300, abs=6)
    assert last == three
    assert len(curves.steps) == n_steps + 3
    curves.click(BREATH, moved.ticks, moved.value, Qt.MouseButton.RightButton)
    assert curves.chains(BREATH) == ((one, three),)
    curves.hand.window.actions_["edit.undo"].trigger()
    assert curves.chains(BREATH) == ((one, moved, three),)
    curves.click(BREATH, three.ticks, three.value)  # chosen, nothing changed
    notes = curves.hand.notes
    curves.hand.key(Qt.Key.Key_Delete)
    assert curves.chains(BREATH) == ((one, moved),)
    assert curves.hand.notes == notes


@pytest.mark.parametrize("way", ["double click", "return", "escape", "tool"])
def test_a_curve_of_anchors_is_ended_and_the_next_click_begins_another(curves, way):
    curves.take("anchors")
    for ticks in (1000, 1100, 1200):
        curves.click(BREATH, ticks, -40)
    if way == "double click":
        curves.hand.send(QEvent.Type.MouseButtonDblClick, curves.at(BREATH, 1200, -40))
        curves.hand.send(QEvent.Type.MouseButtonRelease, curves.at(BREATH, 1200, -40), held=False)
    elif way == "tool":
        curves.take("pencil")
        curves.take("anchors")
    else:
        curves.hand.key(Qt.Key.Key_Return if way == "return" else Qt.Key.Key_Escape)
    for ticks in (1500, 1700):
        curves.click(BREATH, ticks, -30)
    assert [len(chain) for chain in curves.chains(BREATH)] == [3, 2]


def test_the_eraser_gives_back_what_was_generated(curves, wait_until):
    before = resung(curves, wait_until)[BREATH]
    curves.stroke(BREATH, (1000, -40), (1500, -20), (2000, -60))
    curves.take("erase")
    curves.stroke(BREATH, (1200, -40), (1600, -40))
    assert [
        (pytest.approx(int(s.ticks[0]), abs=25), pytest.approx(int(s.ticks[-1]), abs=25))
        for s in curves.layers(BREATH).drawn
    ] == [(1000, 1180), (1620, 2000)]
    curves.stroke(BREATH, (900, -40), (2200, -40))
    assert curves.layers(BREATH) == CurveLayers()
    assert resung(curves, wait_until)[BREATH].tobytes() == before.tobytes()


def test_the_lock_brush_locks_and_sets_free_again(curves):
    curves.take("lock")
    curves.stroke(BREATH, (1000, -40), (1500, -40))
    ((first, last),) = curves.layers(BREATH).locked_ticks
    assert (first, last) == (pytest.approx(1000, abs=6), pytest.approx(1500, abs=6))
    curves.stroke(BREATH, (1200, -40), (1300, -40))
    assert len(curves.layers(BREATH).locked_ticks) == 2
    assert curves.steps[-2:] == ["lock breathiness", "unlock breathiness"]


def test_a_range_is_chosen_in_a_lane_and_with_shift_on_the_ruler(curves):
    bench = curves.hand.window.desk.bench
    curves.take("range")
    curves.stroke(BREATH, (1010, -40), (1200, -40), (1450, -40))
    assert bench.range_ticks == (960, 1440)
    curves.click(BREATH, 1100, -40)
    assert bench.range_ticks is None
    curves.take("pencil")
    ruler = curves.roll.ruler.geometry().toRect()
    seen = curves.roll.viewport
    begin, end = (
        QPoint(round(ruler.left() + seen.ticks_to_px(ticks)), ruler.bottom() - 6)
        for ticks in (970, 1910)
    )
    curves.hand.drag(begin, end, modifiers=SHIFT)
    assert bench.range_ticks == (960, 1920)


def test_a_range_is_raised_as_an_offset_and_the_user_is_told(curves, wait_until):
    before = resung(curves, wait_until)[BREATH]
    curves.hand.window.desk.bench.select_range((1440, 1920))
    curves.take("offset")
    curves.stroke(BREATH, (1500, -60), (1500, -50), (1500, -40))
    layers = curves.layers(BREATH)
    assert not layers.drawn
    (segment,) = layers.offset
    assert (segment.ticks[0], segment.ticks[-1]) == (1440, 1919)
    assert segment.values.max() == pytest.approx(20.0, abs=1.5)
    assert "+" in curves.told()
    assert "Offset" in curves.told()
    after = resung(curves, wait_until)[BREATH]
    assert np.max(after - before) == pytest.approx(segment.values.max(), abs=1e-3)
    curves.stroke(PITCH, (1000, 62), (1000, 62.5))  # the range counts, wherever one begins
    assert curves.layers(PITCH).offset[0].ticks[0] == 1440


def test_without_a_choice_the_note_under_the_mouse_is_raised_and_nothing_beside_notes(curves):
    curves.take("offset")
    curves.hand.window.desk.bench.select(frozenset())
    curves.stroke(PITCH, (1500, 66), (1500, 66.5))
    (segment,) = curves.layers(PITCH).offset
    assert (segment.ticks[0], segment.ticks[-1]) == (1440, 1919)
    n_steps = len(curves.steps)
    curves.stroke(PITCH, (3500, 66), (3500, 66.5))
    assert len(curves.steps) == n_steps
    assert "choose notes or a range" in curves.told()


def test_what_is_drawn_over_an_offset_is_what_is_sung(curves, wait_until):
    curves.hand.window.desk.bench.select_range((960, 2400))
    curves.take("offset")
    curves.stroke(BREATH, (1500, -60), (1500, -40))
    curves.take("line")
    curves.stroke(BREATH, (1200, -30), (1600, -30))
    sung = resung(curves, wait_until)[BREATH]
    assert np.isclose(sung, curves.drawn(BREATH, [1400])[0], atol=1e-3).sum() > 20


def test_new_anchors_are_what_is_sung_and_moved_ones_keep_their_offset(curves):
    bench = curves.hand.window.desk.bench
    bench.select_range((960, 2400))
    curves.take("offset")
    curves.stroke(BREATH, (1500, -60), (1500, -40))
    curves.take("anchors")
    for ticks in (1000, 1200, 1400):
        curves.click(BREATH, ticks, -40)
    (chain,) = curves.chains(BREATH)
    spans = [(int(s.ticks[0]), int(s.ticks[-1])) for s in curves.layers(BREATH).offset]
    assert spans == [(960, chain[0].ticks - 1), (chain[-1].ticks + 1, 2399)]
    bench.select_range((960, 2400))
    curves.take("offset")
    curves.stroke(BREATH, (1500, -60), (1500, -50))
    before = curves.layers(BREATH).offset
    curves.take("anchors")
    anchor = curves.chains(BREATH)[0][1]
    curves.stroke(BREATH, (anchor.ticks, anchor.value), (1250, -50), (1250, -60))
    after = curves.layers(BREATH).offset
    assert all(one is other for one, other in zip(before, after, strict=True))


def test_smoothing_flattens_what_is_sung_and_again_more_so(curves):
    curves.stroke(BREATH, *[(1000 + 30 * i, -40 + 20 * (i % 2)) for i in range(20)])

    def roughness():
        return np.abs(np.diff(sampled(curves.layers(BREATH).drawn, 1100, 1500)[::5])).sum()

    curves.take("smooth")
    levels = [roughness()]
    for _ in range(2):
        curves.stroke(BREATH, (1010, -40), (1300, -40), (1560, -40))
        levels.append(roughness())
    assert levels[1] < levels[0] * 0.7
    assert levels[2] < levels[1]
    assert curves.steps[-1] == "smooth breathiness"


def test_a_curve_that_the_voice_does_not_take_is_refused_with_a_sentence(curves):
    curves.roll.set_lanes((Parameter.GENDER,))
    QApplication.processEvents()
    n_steps = len(curves.steps)
    curves.stroke(Parameter.GENDER, (1000, 0.2), (1500, -0.5))
    assert len(curves.steps) == n_steps
    assert "does not take Gender" in curves.told()


def test_a_stroke_beside_all_notes_is_refused_with_a_sentence(curves):
    before = curves.workspace.store.project
    curves.stroke(BREATH, (3500, -20), (3800, -40))
    assert curves.workspace.store.project is before
    assert BREATH not in curves.roll.content.part.curves
    assert "Nothing is sung there" in curves.told()


def test_the_value_under_the_mouse_stands_beside_it(curves):
    curves.hand.send(QEvent.Type.MouseMove, curves.at(BREATH, 1200, -24), held=False)
    shown = curves.overlay.read_out
    assert shown is not None
    assert shown.text.endswith(" dB")
    assert float(shown.text.split()[0].replace("\u2212", "-")) == pytest.approx(-24, abs=1)
    assert "sung" in shown.note
    curves.hand.send(QEvent.Type.MouseMove, curves.at(PITCH, 1200, 62), held=False)
    assert curves.overlay.read_out is None  # the select tool is in hand there
    curves.take("pencil")
    curves.hand.send(QEvent.Type.MouseMove, curves.at(PITCH, 1200, 62), held=False)
    assert curves.overlay.read_out.text.startswith("D4")
    QApplication.sendEvent(curves.hand.view, QEvent(QEvent.Type.Leave))
    assert curves.overlay.read_out is None


def test_taking_a_tool_says_what_it_does(curves):
    curves.take("anchors")
    assert "double click ends" in curves.told()
