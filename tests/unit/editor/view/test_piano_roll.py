from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsRectItem, QWidget

from editor.edits.curves import draw, erase, lock
from editor.edits.notes import move_notes
from editor.errors import EditError
from editor.model.project import Note, Part, Project, Track
from editor.view.colours import DARK, LIGHT
from editor.view.content import PhraseState
from editor.view.metre import Snap
from editor.view.pane import Pane
from editor.view.piano_roll import PianoRoll
from engine.timing import Tempo
from engine.types import NoteId, Parameter
from tests.unit.editor.view.songs import QUARTER, small_song, sung

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def roll(app: QApplication) -> Iterator[PianoRoll]:
    """A roll with the small song, sung."""
    view = PianoRoll(DARK)
    view.resize(1000, 700)
    song = small_song()
    view.set_song(song, "part")
    view.set_phrases(sung(song))
    view.show()
    app.processEvents()
    yield view
    view.close()
    view.deleteLater()


def wheel(roll: PianoRoll, place: QPoint, turn: QPoint, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    """A notch of a wheel is 120."""
    target = roll.canvas.viewport()
    event = QWheelEvent(
        QPointF(place),
        QPointF(target.mapToGlobal(place)),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)
    QApplication.processEvents()


def middle_of(pane: Pane) -> QPoint:
    return pane.geometry().center().toPoint()


def picture(roll: PianoRoll) -> QImage:
    QApplication.processEvents()
    return roll.canvas.grab().toImage()


def n_differing(one: QImage, other: QImage) -> int:
    """Pixels that are not the same."""
    assert one.size() == other.size()
    pixels = [np.frombuffer(image.constBits(), dtype=np.uint32) for image in (one, other)]
    return int((pixels[0] != pixels[1]).sum())


def asked_for(panes: tuple[Pane, ...]) -> list[QRect]:
    """Rectangles that layers are asked to paint from now on."""
    found: list[QRect] = []
    for pane in panes:
        pane.stack.repainted.connect(lambda rect: found.append(QRect(rect)))
    return found


def colour_at(roll: PianoRoll, ticks: float, pitch: float) -> QColor:
    view, box = roll.viewport, roll.roll.geometry()
    x, y = box.left() + view.ticks_to_px(ticks), box.top() + view.midi_to_px(pitch)
    return picture(roll).pixelColor(round(x), round(y))


# ------------------------------------------------------------------ wheel, drag, bars


def test_a_wheel_scrolls_over_the_keys(roll: PianoRoll) -> None:
    before = roll.viewport
    wheel(roll, middle_of(roll.roll), QPoint(0, -120))
    assert roll.viewport.scroll_y_px == before.scroll_y_px + 60
    assert roll.viewport.scroll_x_px == before.scroll_x_px


def test_a_wheel_with_shift_scrolls_in_time(roll: PianoRoll) -> None:
    before = roll.viewport
    wheel(roll, middle_of(roll.roll), QPoint(0, -240), SHIFT)
    assert roll.viewport.scroll_x_px == before.scroll_x_px + 120
    assert roll.viewport.scroll_y_px == before.scroll_y_px


def test_a_wheel_with_ctrl_zooms_time_about_the_pointer(roll: PianoRoll) -> None:
    place = middle_of(roll.roll)
    x = place.x() - roll.roll.geometry().left()
    before = roll.viewport
    wheel(roll, place, QPoint(0, 120), CTRL)
    assert roll.viewport.px_per_tick == pytest.approx(before.px_per_tick * 1.2)
    assert roll.viewport.px_to_ticks(x) == pytest.approx(before.px_to_ticks(x), abs=5.0)
    assert roll.viewport.px_per_key == before.px_per_key


def test_a_wheel_with_ctrl_and_shift_zooms_keys_about_the_pointer(roll: PianoRoll) -> None:
    place = middle_of(roll.roll)
    y = place.y() - roll.roll.geometry().top()
    before = roll.viewport
    wheel(roll, place, QPoint(0, 120), CTRL | SHIFT)
    assert roll.viewport.px_per_key == pytest.approx(before.px_per_key * 1.2)
    assert roll.viewport.px_to_midi(y) == pytest.approx(before.px_to_midi(y), abs=0.05)
    assert roll.viewport.px_per_tick == before.px_per_tick


def test_dragging_with_the_middle_button_moves_the_picture_with_the_hand(roll: PianoRoll) -> None:
    target, place = roll.canvas.viewport(), middle_of(roll.roll)
    roll.set_viewport(roll.viewport.scrolled_to(300, 900))
    QTest.mousePress(target, Qt.MouseButton.MiddleButton, NO_KEY, place)
    QTest.mouseMove(target, place + QPoint(-40, 25))
    QTest.mouseRelease(target, Qt.MouseButton.MiddleButton, NO_KEY, place + QPoint(-40, 25))
    assert (roll.viewport.scroll_x_px, roll.viewport.scroll_y_px) == (340, 875)
    QTest.mouseMove(target, place)
    assert roll.viewport.scroll_x_px == 340


def test_scroll_bars_tell_and_change_what_is_seen(roll: PianoRoll) -> None:
    across, down = roll.scroll_bars
    roll.set_viewport(roll.viewport.scrolled_to(200, 700))
    assert (across.value(), down.value()) == (200, 700)
    across.setValue(350)
    assert roll.viewport.scroll_x_px == 350
    assert across.maximum() == roll.viewport.last_scroll_x_px


def test_who_looks_elsewhere_is_told_once(roll: PianoRoll) -> None:
    told: list[object] = []
    roll.viewport_changed.connect(told.append)
    roll.set_viewport(roll.viewport.scrolled(50, 0))
    roll.set_viewport(roll.viewport)
    assert told == [roll.viewport]


# ------------------------------------------------------------------ what is painted again


@pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
def test_a_scrolled_picture_is_the_one_that_would_be_painted_anew(
    roll: PianoRoll, colours: object
) -> None:
    roll.set_colours(colours)  # type: ignore[arg-type]
    QApplication.processEvents()
    for dx, dy in ((37, 0), (211, 13), (-90, -40), (0, 55), (3, -2)):
        roll.set_viewport(roll.viewport.scrolled(dx, dy))
        QApplication.processEvents()
    patched = picture(roll)
    for pane in roll.panes:
        pane.stack.refresh()
    assert n_differing(patched, picture(roll)) <= 68  # at seams, where smooth lines are clipped


def test_what_is_painted_straight_while_zooming_is_what_is_kept(roll: PianoRoll) -> None:
    roll.set_viewport(roll.viewport.zoomed_time(1.3, 200.0))
    straight = roll.canvas.grab().toImage()
    asked = asked_for(roll.panes)
    kept = picture(roll)  # makes the picture
    assert asked
    asked.clear()
    again = picture(roll)
    assert not asked
    assert n_differing(straight, kept) == n_differing(kept, again) == 0


def test_a_stroke_paints_its_own_lane_and_looks_at_no_note(roll: PianoRoll) -> None:
    part = roll.content.part
    project = Project(tracks=(Track(id="track", parts=(part,)),))
    first = part.notes[0].start_ticks
    edit = draw(project, part.id, Parameter.TENSION, [first, first + 400], [1.0, 2.0])
    picture(roll)
    asked = {name: asked_for((pane,)) for name, pane in roll.lane_panes.items()}
    others = asked_for((roll.roll, roll.phonemes, roll.ruler))
    end_ticks = roll.content.end_ticks
    roll.set_song(edit.after, part.id)
    picture(roll)
    assert asked[Parameter.TENSION]
    assert not asked[Parameter.BREATHINESS]
    assert not others
    assert roll.content.end_ticks == end_ticks


def test_a_pan_paints_only_what_it_uncovers(roll: PianoRoll) -> None:
    picture(roll)
    asked = asked_for(roll.panes)
    roll.set_viewport(roll.viewport.scrolled(24, 0))
    picture(roll)
    assert asked
    assert {rect.width() for rect in asked} == {24}


def test_the_playhead_moves_without_any_layer_being_painted(roll: PianoRoll) -> None:
    picture(roll)
    asked = asked_for(roll.panes)
    for ticks in range(2000, 4000, 100):
        roll.set_playhead_ticks(ticks)
        QApplication.processEvents()
    assert asked == []


def test_the_playhead_is_where_the_song_plays(roll: PianoRoll) -> None:
    roll.set_playhead_ticks(2000)
    image = picture(roll)
    x = round(roll.roll.geometry().left() + roll.viewport.ticks_to_px(2000))
    assert image.pixelColor(x, image.height() - 5) == QColor(DARK.playhead)


def test_a_followed_playhead_turns_the_page(roll: PianoRoll) -> None:
    last = roll.viewport.visible_ticks[1]
    roll.set_playhead_ticks(last + 100)
    assert roll.viewport.visible_ticks[1] == last
    roll.set_playhead_ticks(last + 100, is_followed=True)
    assert roll.viewport.visible_ticks[0] < last + 100 < roll.viewport.visible_ticks[1]


def test_an_edit_that_changes_no_curve_leaves_the_lanes_alone(roll: PianoRoll) -> None:
    picture(roll)
    lanes = roll.panes[-2:]
    asked = asked_for(lanes)
    roll.set_selection(frozenset((NoteId("n1"),)))
    picture(roll)
    assert asked == []


# ------------------------------------------------------------------ what is seen


def test_a_chosen_note_looks_different(roll: PianoRoll) -> None:
    place = (4 * QUARTER + 300, 60.3)
    assert colour_at(roll, *place) == QColor(DARK.note)
    roll.set_selection(frozenset((NoteId("n0"),)))
    assert colour_at(roll, *place) == QColor(DARK.note_selected)


def test_a_moved_note_is_seen_at_its_new_place(roll: PianoRoll) -> None:
    song = small_song()
    edit = move_notes(song, "part", [NoteId("n0")], ticks=0, semitones=-3)
    roll.set_phrases({})
    roll.set_song(edit.after, "part")
    assert colour_at(roll, 4 * QUARTER + 300, 57.3) == QColor(DARK.note)
    assert colour_at(roll, 4 * QUARTER + 300, 60.3) == QColor(DARK.ground)


def test_the_sung_pitch_lies_over_its_note(roll: PianoRoll) -> None:
    seen = colour_at(roll, 4 * QUARTER + 240, 60.0)
    assert seen.green() > 150


def test_a_fault_is_underlined(roll: PianoRoll) -> None:
    before = picture(roll)
    roll.set_faulty(frozenset((NoteId("n2"),)))
    assert picture(roll) != before


@pytest.mark.parametrize("state", list(PhraseState))
def test_each_state_of_a_phrase_has_its_band(roll: PianoRoll, state: PhraseState) -> None:
    song = small_song()
    roll.set_phrases(sung(song, state=state))
    box, image = roll.ruler.geometry(), picture(roll)
    left = box.left() + roll.viewport.ticks_to_px(4 * QUARTER)
    colours = {
        image.pixelColor(round(left) + 20 + dx, int(box.bottom()) - dy).name()
        for dx in range(8)
        for dy in (1, 2, 3)
    }
    assert getattr(DARK, state.value) in colours


def test_no_two_states_look_alike_without_colours(roll: PianoRoll) -> None:
    song, shapes = small_song(), set()
    for state in PhraseState:
        roll.set_phrases(sung(song, state=state))
        box, image = roll.ruler.geometry(), picture(roll)
        left = round(box.left() + roll.viewport.ticks_to_px(4 * QUARTER)) + 16
        wanted = QColor(getattr(DARK, state.value))
        shapes.add(
            tuple(
                image.pixelColor(left + dx, int(box.bottom()) - 1 - dy) == wanted
                for dx in range(8)
                for dy in range(5)
            )
        )
    assert len(shapes) == len(PhraseState)


def test_live_items_are_placed_in_ticks_and_keys(roll: PianoRoll) -> None:
    item = QGraphicsRectItem(QRectF(4 * QUARTER, 59.5, QUARTER, 1.0))
    roll.roll.addItem(item)
    roll.set_viewport(roll.viewport.zoomed_time(1.7, 100.0).scrolled(20, 10))
    picture(roll)
    box, view = roll.roll.geometry(), roll.viewport
    seen = item.mapToScene(item.rect()).boundingRect()
    assert seen.left() == pytest.approx(box.left() + view.ticks_to_px(4 * QUARTER), abs=1.0)
    assert seen.top() == pytest.approx(box.top() + view.midi_to_px(60.5), abs=1.0)
    assert seen.height() == pytest.approx(view.px_per_key, rel=0.02)


def test_lanes_come_and_go(roll: PianoRoll) -> None:
    height_px = roll.roll.geometry().height()
    roll.set_lanes(())
    assert roll.roll.geometry().height() > height_px
    roll.set_lanes(tuple(name for name in Parameter if name is not Parameter.PITCH))
    assert roll.roll.geometry().height() >= 100
    picture(roll)


def test_grid_and_loop_can_be_seen(roll: PianoRoll) -> None:
    before = picture(roll)
    roll.set_snap(Snap(denominator=4))
    coarse = picture(roll)
    roll.set_loop_ticks((1920, 3840))
    assert before != coarse != picture(roll)


def test_a_picture_for_a_fine_screen_has_as_many_pixels(roll: PianoRoll) -> None:
    plain = picture(roll)
    fine = QImage(plain.size() * 2, QImage.Format.Format_RGB32)
    fine.setDevicePixelRatio(2.0)
    fine.fill(QColor("black"))
    QWidget.render(roll, fine)
    (note,) = [n for n in roll.content.part.notes if n.id == "n0"]
    x = roll.roll.geometry().left() + roll.viewport.ticks_to_px(note.start_ticks + 300)
    y = roll.roll.geometry().top() + roll.viewport.midi_to_px(60.3)
    assert fine.pixelColor(round(2 * x), round(2 * y)) == QColor(DARK.note)


# ------------------------------------------------------------------ bad and strange input


def test_a_part_that_is_not_there_is_an_error_and_nothing_changes(roll: PianoRoll) -> None:
    before = roll.content
    with pytest.raises(EditError, match="no part"):
        roll.set_song(small_song(), "gone")
    assert roll.content is before


def test_characters_that_no_font_has_are_told_once(roll: PianoRoll) -> None:
    told: list[str] = []
    roll.font_lacked.connect(told.append)
    song = small_song(lyric="\U000f1234")
    roll.set_song(song, "part")
    roll.set_song(replace(song, seed=2), "part")
    assert len(told) == 1
    assert "\U000f1234" in told[0]


@pytest.mark.parametrize(
    "lyric", ["", "a" * 10_000, "\U0001f3b5", "שלום", "e\u0301\u0327", "a\nb", "<b>a</b>"]
)
def test_any_lyric_can_be_shown(roll: PianoRoll, lyric: str) -> None:
    roll.set_song(small_song(lyric=lyric), "part")
    picture(roll)


@pytest.mark.parametrize("bpm", [1.0, 999.0])
def test_slow_and_quick_songs_can_be_shown(roll: PianoRoll, bpm: float) -> None:
    song = replace(small_song(), tempos=(Tempo(start_ticks=0, bpm=bpm),))
    roll.set_song(song, "part")
    roll.set_phrases(sung(song))
    roll.set_viewport(roll.viewport.showing_ticks(0, 40_000))
    picture(roll)


def test_a_note_of_one_tick_is_seen_however_small(roll: PianoRoll) -> None:
    note = Note(id=NoteId("n"), start_ticks=960, length_ticks=1, key_midi=60, lyric="a")
    song = Project(tracks=(Track(id="t", parts=(Part(id="tiny", notes=(note,)),)),))
    roll.set_phrases({})
    roll.set_song(song, "tiny")
    before = picture(roll)
    roll.set_song(Project(tracks=(Track(id="t", parts=(Part(id="tiny"),)),)), "tiny")
    assert picture(roll) != before


def test_a_part_that_begins_later_is_seen_there(roll: PianoRoll) -> None:
    song = small_song()
    part = replace(song.tracks[0].parts[0], id="later", start_ticks=9600)
    roll.set_phrases({})
    roll.set_song(replace(song, tracks=(replace(song.tracks[0], parts=(part,)),)), "later")
    assert roll.viewport.visible_ticks[0] > 9000
    assert colour_at(roll, 9600 + 4 * QUARTER + 300, 60.3) == QColor(DARK.note)


@pytest.mark.parametrize("size", [(1, 1), (120, 80), (3000, 200), (200, 2000)])
def test_any_size_can_be_painted(roll: PianoRoll, size: tuple[int, int]) -> None:
    roll.resize(*size)
    picture(roll)


def test_the_roll_has_a_name_for_screen_readers(roll: PianoRoll) -> None:
    assert roll.canvas.accessibleName() == "Piano roll"
    assert "Breathiness" in roll.canvas.accessibleDescription()


def test_notes_stand_back_behind_the_pitch(roll):
    before = picture(roll)
    roll.set_notes_dimmed(True)
    assert n_differing(before, picture(roll)) > 1000
    roll.set_notes_dimmed(False)
    assert n_differing(before, picture(roll)) == 0


def test_a_locked_stretch_of_a_lane_bears_a_padlock(roll):
    roll.set_viewport(roll.viewport.showing_ticks(4000, 6000))
    image = picture(roll)
    box = roll.lane_panes[Parameter.BREATHINESS].geometry()
    left = round(box.left() + roll.viewport.ticks_to_px(4400))
    middle = QPoint(left + 10, round(box.top()) + 12)
    assert QColor(image.pixelColor(middle)) == QColor(DARK.lock)


@pytest.mark.parametrize("parameter", [Parameter.PITCH, Parameter.BREATHINESS])
def test_a_stroke_is_painted_where_it_is_and_looks_as_if_all_had_been(roll, parameter):
    song = small_song()
    roll.set_song(song, "part")
    roll.set_viewport(roll.viewport.showing_ticks(1800, 6000))
    picture(roll)
    pane = roll.roll if parameter is Parameter.PITCH else roll.lane_panes[parameter]
    value = 64.0 if parameter is Parameter.PITCH else -20.0
    asked = asked_for((pane,))
    for make in (
        lambda p: draw(p, "part", parameter, [3000, 3100, 3200], [value, value - 2.0, value]),
        lambda p: draw(p, "part", parameter, [3100, 3300], [value + 1.0, value - 1.0]),
        lambda p: lock(p, "part", parameter, 4600, 5200),
        lambda p: erase(p, "part", parameter, 2950, 3150),
    ):
        song = make(song).after
        roll.set_song(song, "part")
        patched = picture(roll)
        assert asked
        assert max(box.width() for box in asked) < pane.geometry().width() / 2
        asked.clear()
        pane.stack.refresh()
        assert n_differing(patched, picture(roll)) == 0
        asked.clear()
