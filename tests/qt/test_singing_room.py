"""The progress place, phrases that failed, drafts, and a sound card that is not there."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.progress_place import legend, state_text
from app.setting_values import with_value
from app.workspace import Workspace
from editor.edits.notes import transpose
from editor.formats.registry import read_song
from editor.sung import PhraseState
from engine.api import Engine, OutputSettings, Player, PlayState
from engine.errors import AudioDeviceError
from engine.fakes import FakeSessionHost
from tests.qt.conftest import DEMO, NAGI
from tests.unit.editor.test_transport import RealTimeOutput


class Cards:
    """Sound cards that can be pulled out."""

    def __init__(self) -> None:
        self.is_there = True
        self.outputs: list[RealTimeOutput] = []

    def open(self, settings: OutputSettings, song_rate_hz: int) -> RealTimeOutput:
        if not self.is_there:
            raise AudioDeviceError("No sound card was found: connect one.", code="no-audio-device")
        self.outputs.append(RealTimeOutput(settings, song_rate_hz))
        return self.outputs[-1]

    def make_player(self, **arguments) -> Player:
        return Player(open_output=self.open, **arguments)


@pytest.fixture
def host() -> FakeSessionHost:
    return FakeSessionHost()


@pytest.fixture
def cards() -> Cards:
    return Cards()


@pytest.fixture
def workspace(application, tmp_path, host, cards):
    with Engine(cache_folder=None, sessions=host) as engine:
        found = Workspace(
            engine,
            journal_folder=tmp_path / "journal",
            default_voice=NAGI,
            voice_folders={},
            make_player=cards.make_player,
        )
        yield found
        found.close(discard_journal=True)


def change(window, **fields) -> None:
    keeper = window.desk.settings
    for key, value in fields.items():
        keeper.change(with_value(keeper.settings, key.replace("__", "."), value))


def sung_out(workspace, wait_until) -> None:
    wait_until(lambda: not workspace.bridge.is_busy and bool(workspace.bridge.progress.n_all))


# ---------------------------------------------------------------------- progress


def test_the_progress_place_tells_stage_and_phrase_and_stops(window, workspace, host, wait_until):
    place = window.singing.place
    host.run_s = 0.02
    workspace.store.start(read_song(DEMO).project)
    wait_until(lambda: "Phrase 2 of 7" in place.text.text())
    assert "·" in place.text.text()
    assert place.stop.isVisible()
    assert place.bar.maximum() == 7
    assert not place.again.isVisible()
    QTest.mouseClick(place.stop, Qt.MouseButton.LeftButton)
    wait_until(lambda: "not sung" in place.text.text())
    assert not place.stop.isVisible()
    assert place.again.isVisible()
    host.run_s = 0.0
    QTest.mouseClick(place.again, Qt.MouseButton.LeftButton)
    wait_until(lambda: place.text.text() == "7 sung")
    assert not place.again.isVisible()


def test_drafts_and_finals_are_counted_and_drafts_are_heard(window, workspace, host, wait_until):
    place, states = window.singing.place, set()
    host.run_s = 0.02
    workspace.bridge.part_changed.connect(
        lambda part_id: states.update(
            (p.state, p.result is not None) for p in workspace.bridge.sung(part_id).phrases.values()
        )
    )
    change(window, rendering__draft_first="always")
    workspace.store.start(read_song(DEMO).project)
    wait_until(lambda: "as a draft" in place.text.text())
    host.run_s = 0.0
    wait_until(lambda: place.text.text() == "7 sung")
    assert (PhraseState.DRAFT, True) in states
    kept = workspace.store.project.tracks[0].parts[0].generated
    workspace.bridge.tell_made()
    assert len(kept) == 7


def test_nothing_is_sung_before_play_where_that_is_switched_off(
    window, workspace, host, wait_until
):
    change(window, rendering__prerender=False)
    workspace.store.start(read_song(DEMO).project)
    sung_out(workspace, wait_until)
    assert workspace.bridge.progress.n_left == 7
    assert not [kind for kind, _ in host.runs if kind == "acoustic"]
    workspace.transport.play()
    wait_until(lambda: workspace.bridge.progress.n_done == 7)
    workspace.transport.stop()


# ---------------------------------------------------------------------- failures


@pytest.fixture
def failed(window, workspace, host, wait_until):
    host.failing = {"acoustic"}
    workspace.store.start(read_song(DEMO).project)
    sung_out(workspace, wait_until)
    wait_until(lambda: len(window.roll.content.phrases) == 7)
    wait_until(lambda: window.singing.place.failed.isVisible())
    return window


def test_a_click_on_a_failed_band_goes_to_the_problem(failed, workspace):
    roll, bench = failed.roll, failed.desk.bench
    phrase = list(roll.content.phrases.values())[1]
    middle_ms = (phrase.layout.start_ms + phrase.layout.end_ms) / 2
    ticks = roll.content.tempo.ms_to_ticks_exact(middle_ms)
    roll.reveal_ticks(ticks, ticks)
    failed.desk.docks["view.problems"].hide()
    box = roll.ruler.geometry()
    x = box.left() + roll.viewport.ticks_to_px(ticks)
    place = QPoint(round(x), round(box.bottom()) - 3)
    QTest.mouseClick(roll.canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.selection <= set(phrase.layout.note_ids)
    assert bench.selection
    assert failed.desk.docks["view.problems"].isVisible()
    assert workspace.transport.position_ticks == 0


def test_failed_phrases_are_found_and_sung_again_by_keys(failed, workspace, host, wait_until):
    place, control_alt = (
        failed.singing.place,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )
    wait_until(lambda: place.failed.text() == "7 failed")
    QTest.keyClick(failed.roll.canvas, Qt.Key.Key_E, control_alt)
    assert failed.desk.bench.selection
    host.failing = set()
    QTest.keyClick(failed.roll.canvas, Qt.Key.Key_Period, control_alt)
    wait_until(lambda: place.text.text() == "7 sung")
    assert not place.failed.isVisible()
    assert not failed.actions_["play.failed"].isEnabled()


def test_a_tip_over_the_ruler_tells_the_phrase_and_the_legend(failed):
    roll = failed.roll
    phrase = next(iter(roll.content.phrases.values()))
    ticks = roll.content.tempo.ms_to_ticks_exact(phrase.layout.start_ms + 50.0)
    text = failed.singing.tips.text_at(ticks)
    assert state_text(PhraseState.FAILED) in text
    assert "acoustic" in text  # the problem itself
    assert legend() in text
    assert state_text(PhraseState.FAILED) not in failed.singing.tips.text_at(0).split("\n\n")[0]
    box = roll.ruler.geometry()
    place = QPoint(round(box.left()) + 30, round(box.top()) + 20)
    view = roll.canvas.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.mapToGlobal(place))
    assert QApplication.sendEvent(view, event)


# ---------------------------------------------------------------------- sound


def test_a_missing_card_is_a_notice_until_it_is_there(window, workspace, cards, wait_until):
    bar = window.play.device.bar
    cards.is_there = False
    workspace.store.start(read_song(DEMO).project)
    assert not bar.isVisible()
    workspace.transport.play()
    wait_until(bar.isVisible)
    assert "No sound card" in bar.sentence.text()
    wait_until(lambda: workspace.transport.position_ms > 50.0)  # the silent clock
    again = next(button for button in bar.buttons if button.text() == "Try again")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    QTest.qWait(100)
    assert bar.isVisible()
    cards.is_there = True
    QTest.mouseClick(bar.buttons[-1], Qt.MouseButton.LeftButton)
    wait_until(lambda: not bar.isVisible())
    assert workspace.transport.state is not PlayState.STOPPED
    wait_until(lambda: bool(cards.outputs))
    assert "card" in window.statusBar().currentMessage()
    workspace.transport.stop()


def test_the_card_can_be_tried_again_while_nothing_plays(window, workspace, cards, wait_until):
    bar = window.play.device.bar
    cards.is_there = False
    workspace.transport.preview_tone(60)
    wait_until(bar.isVisible)
    cards.is_there = True
    QTest.mouseClick(bar.buttons[-1], Qt.MouseButton.LeftButton)
    wait_until(lambda: not bar.isVisible())
    assert workspace.transport.state is PlayState.STOPPED


def test_the_notice_can_be_put_away(window, workspace, cards, wait_until):
    bar = window.play.device.bar
    cards.is_there = False
    workspace.transport.preview_tone(60)
    wait_until(bar.isVisible)
    QTest.mouseClick(bar.cross, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_card_that_goes_away_while_playing_is_told(window, workspace, cards, wait_until):
    workspace.store.start(read_song(DEMO).project)
    sung_out(workspace, wait_until)
    workspace.transport.play()
    wait_until(lambda: workspace.transport.position_ms > 50.0)
    cards.is_there = False
    cards.outputs[-1].close()
    wait_until(window.play.device.bar.isVisible)
    assert "stopped answering" in window.play.device.bar.sentence.text()
    before_ms = workspace.transport.position_ms
    wait_until(lambda: workspace.transport.position_ms > before_ms + 50.0)
    workspace.transport.stop()


def test_an_edit_during_a_loop_is_heard_on_the_next_pass(window, workspace, cards, wait_until):
    """The loop goes on meanwhile; what comes after the edit is what the voice sings now."""
    workspace.store.start(read_song(DEMO).project)
    sung_out(workspace, wait_until)
    change(window, audio__wait_for_phrases=False)
    part = workspace.store.project.tracks[0].parts[0]
    first = part.start_ticks + part.notes[0].start_ticks
    transport = workspace.transport
    transport.set_loop((first, first + 240))
    transport.play_from(first)
    wait_until(lambda: _n_passes(cards, transport) >= 2)
    n_before = sum(len(block) for block in cards.outputs[-1].blocks)
    bench = window.desk.bench
    bench.commit(transpose(bench.project, part.id, [part.notes[0].id], 7))
    sung_out(workspace, wait_until)
    done_s = time.monotonic()
    wait_until(lambda: time.monotonic() > done_s + 1.2)  # more than a pass and what is mixed ahead
    assert transport.state is PlayState.PLAYING
    transport.stop()
    sound = np.concatenate(cards.outputs[-1].blocks)[:, 0]
    before, after = sound[:n_before], sound[-22050 // 2 :]
    assert _pitch_hz(after) == pytest.approx(
        _pitch_hz(before[-22050 // 2 :]) * 2 ** (7 / 12), rel=0.05
    )


def _n_passes(cards: Cards, transport) -> float:
    loop = transport.loop_ticks
    length_s = (loop[1] - loop[0]) / 480 * 60 / 72
    return sum(len(block) for block in cards.outputs[-1].blocks) / 44100 / length_s


def _pitch_hz(sound: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return float(np.argmax(spectrum) * 44100 / len(sound))
