"""Every setting is changed with mouse and keys, holds at once, and is given back."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from app.dialogs.preferences import page as page_module
from app.dialogs.preferences.audio import AudioPanel, DeviceBox
from app.dialogs.preferences.controls import NumberBox, SizeField
from app.dialogs.preferences.dialog import PreferencesDialog
from app.dialogs.preferences.page import listed
from app.dialogs.preferences.rendering import ProviderBox, ProviderPanel
from app.live_settings import model_places, output_settings, render_settings
from app.rooms.preferences import PreferencesRoom
from app.setting_info import Kind
from app.setting_values import setting_infos, value_of, with_value
from app.settings import GROUP_TEXTS, Language, Provider, Settings, ThemeChoice
from engine.api import CacheInfo, ClearResult, OutputDevice, ProviderTrial
from engine.errors import AudioDeviceError, InferenceError

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
TURNED = (Kind.WHOLE_NUMBER, Kind.NUMBER, Kind.SIZE)


@pytest.fixture
def dialog(window, wait_until, monkeypatch):
    monkeypatch.setattr(AudioPanel, "look", lambda _: None)  # no test asks for real cards
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    found = window.findChild(PreferencesDialog)
    assert found is not None
    assert found.isVisible()
    wait_until(found.isActiveWindow)
    yield found
    window.findChild(PreferencesRoom).close()


@pytest.fixture
def keeper(window):
    return window.desk.settings


def click(widget, place=None):
    QTest.mouseClick(widget, LEFT, pos=place or widget.rect().center())


def panel(dialog, group):
    dialog.show_page(group)
    QApplication.processEvents()
    (found,) = dialog.pages[group].panels
    return found


def turn(control, info):
    """Change a value as a hand would."""
    if info.kind is Kind.SWITCH:
        click(control, QPoint(8, control.height() // 2))
    elif info.kind is Kind.CHOICE:
        QTest.keyClick(control, Qt.Key.Key_Down)
    elif info.kind is Kind.SIZE:
        QTest.keyClick(control.number, Qt.Key.Key_Up)
        QTest.keyClick(control.number, Qt.Key.Key_Return)
    elif info.kind in TURNED:
        QTest.keyClick(control, Qt.Key.Key_Up)
        QTest.keyClick(control, Qt.Key.Key_Return)


SIMPLE = sorted(
    key
    for key, info in setting_infos().items()
    if info.kind not in (Kind.TEXT, Kind.FOLDERS, Kind.SHORTCUTS)
    and not isinstance(info.default, Provider)
)


@pytest.mark.parametrize("key", SIMPLE)
def test_a_field_changes_what_it_says_and_goes_back(dialog, keeper, key):
    info = setting_infos()[key]
    dialog.show_page(info.group)
    row = dialog.pages[info.group].rows[key]
    assert not row.reset.isVisible()
    turn(row.control, info)
    assert value_of(keeper.settings, key) != info.default
    others = [name for name in setting_infos() if name != key]
    assert all(value_of(keeper.settings, n) == value_of(Settings(), n) for n in others)
    assert row.reset.isVisible()
    click(row.reset)
    assert keeper.settings == Settings()
    assert not row.reset.isVisible()


GROUPS = [group for group in GROUP_TEXTS if listed(group)]


@pytest.mark.parametrize("group", GROUPS)
def test_every_page_can_be_reached_by_keys_and_says_what_its_controls_are(dialog, group):
    QTest.keyClick(dialog.list, Qt.Key.Key_Home)
    for _ in range(GROUPS.index(group)):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    page = dialog.stack.currentWidget()
    assert page.group == group
    for row in page.rows.values():
        assert row.control.accessibleName() == row.info.text


def test_the_page_goes_back_as_a_whole(dialog, keeper):
    changed = with_value(keeper.settings, "audio.buffer_ms", 300)
    changed = with_value(changed, "audio.wait_for_phrases", False)
    keeper.change(with_value(changed, "general.theme", "light"))
    dialog.show_page("audio")
    click(dialog.pages["audio"].reset)
    assert keeper.settings == with_value(Settings(), "general.theme", "light")
    assert not dialog.pages["audio"].reset.isEnabled()


def test_a_change_from_elsewhere_is_shown(dialog, keeper):
    keeper.change(with_value(keeper.settings, "audio.buffer_ms", 250))
    assert dialog.pages["audio"].rows["audio.buffer_ms"].control.value() == 250


def test_none_is_one_below_the_smallest(dialog, keeper):
    dialog.show_page("rendering")
    rows = dialog.pages["rendering"].rows
    steps = rows["rendering.acoustic_steps"].control
    assert steps.text() == "The voice's own"
    turn(steps, setting_infos()["rendering.acoustic_steps"])
    assert keeper.settings.rendering.acoustic_steps == 1
    QTest.keyClick(steps, Qt.Key.Key_Down)
    QTest.keyClick(steps, Qt.Key.Key_Return)
    assert keeper.settings.rendering.acoustic_steps is None
    depth = rows["rendering.acoustic_depth"].control
    turn(depth, setting_infos()["rendering.acoustic_depth"])
    assert keeper.settings.rendering.acoustic_depth == 0.0


def test_a_number_that_is_turned_holds_once_it_stands(dialog, keeper, wait_until):
    dialog.show_page("audio")
    control = dialog.pages["audio"].rows["audio.buffer_ms"].control
    for _ in range(5):
        QTest.keyClick(control, Qt.Key.Key_Up)
    assert keeper.settings.audio.buffer_ms == 100
    wait_until(lambda: keeper.settings.audio.buffer_ms == 105)


def test_the_wheel_scrolls_past_a_number_that_was_not_chosen(dialog, wait_until):
    dialog.show_page("audio")
    control = dialog.pages["audio"].rows["audio.buffer_ms"].control

    def wheel():
        place = QPointF(control.rect().center())
        event = QWheelEvent(
            place,
            QPointF(control.mapToGlobal(place.toPoint())),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(control, event)

    wheel()
    assert control.value() == 100
    control.setFocus()
    wait_until(control.hasFocus)
    wheel()
    assert control.value() == 101


def test_a_size_is_typed_in_larger_units(dialog, keeper):
    dialog.show_page("cache")
    field = dialog.pages["cache"].rows["cache.budget_bytes"].control
    assert isinstance(field, SizeField)
    assert (field.number.text(), field.unit.currentText()) == ("2.00", "GiB")
    QTest.keyClick(field.unit, Qt.Key.Key_Up)
    assert field.number.text() == "2048"
    field.number.selectAll()
    QTest.keyClicks(field.number, "512")
    QTest.keyClick(field.number, Qt.Key.Key_Return)
    assert keeper.settings.cache.budget_bytes == 512 << 20


def test_what_needs_a_restart_says_so(dialog):
    dialog.show_page("general")
    rows = dialog.pages["general"].rows
    assert "next start" in rows["general.scale_percent"].help.text()
    assert "next start" not in rows["general.theme"].help.text()


def test_a_search_shows_what_fits_on_all_pages(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(dialog.words, "steps")
    shown = [dialog.list.item(i).text() for i in range(7) if not dialog.list.item(i).isHidden()]
    assert shown == ["Rendering"]
    page = dialog.pages["rendering"]
    assert dialog.stack.currentWidget() is page
    assert page.rows["rendering.pitch_steps"].isVisible()
    assert not page.rows["rendering.n_threads"].isVisible()
    dialog.words.clear()
    QTest.keyClicks(dialog.words, "undo")
    assert dialog.stack.currentWidget() is dialog.pages["shortcuts"]
    dialog.words.clear()
    QTest.keyClicks(dialog.words, "qqqq")
    assert dialog.stack.currentWidget() is dialog.nothing
    QTest.keyClick(dialog.words, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert [dialog.list.item(i).text() for i in range(7) if dialog.list.item(i).isHidden()] == []
    assert page.rows["rendering.n_threads"].isVisibleTo(page)
    QTest.keyClick(dialog.words, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_dialog_speaks_another_language_at_once(dialog, keeper, window):
    keeper.change(with_value(keeper.settings, "general.language", "ja"))
    assert window.desk.translation.language is Language.JAPANESE
    QApplication.processEvents()
    assert dialog.pages["general"].rows["general.language"].name.text() == "言語"
    keeper.change(with_value(keeper.settings, "general.language", "en"))
    QApplication.processEvents()
    assert dialog.pages["general"].rows["general.language"].name.text() == "Language"


# ------------------------------------------------------------------ what holds at once


def test_look_sound_and_singing_follow_at_once(window, keeper, workspace, monkeypatch):
    told = {}
    monkeypatch.setattr(workspace.transport, "set_output", lambda s: told.update(output=s))
    monkeypatch.setattr(workspace.transport, "set_waits", lambda w: told.update(waits=w))
    monkeypatch.setattr(workspace.bridge, "set_settings", lambda s: told.update(render=s))
    monkeypatch.setattr(workspace.bridge, "ask_for_all", lambda: told.update(asked=True))
    monkeypatch.setattr(workspace.engine, "use_models", lambda p: told.update(places=p))
    monkeypatch.setattr(workspace.engine, "set_cache_budget", lambda n: told.update(budget=n))
    monkeypatch.setattr(workspace.autosave, "set_gather_s", lambda s: told.update(gather_s=s))
    wanted = {
        "general.theme": "light",
        "audio.device_name": "ALSA: Horn",
        "audio.buffer_ms": 200,
        "audio.wait_for_phrases": False,
        "rendering.acoustic_steps": 4,
        "rendering.vocoder_provider": "cuda",
        "rendering.n_threads": 3,
        "cache.use_tensor_cache": False,
        "cache.budget_bytes": 1 << 30,
        "autosave.gather_s": 5.0,
        "shortcuts.overrides": {"edit.undo": ["F9"]},
    }
    settings = keeper.settings
    for key, value in wanted.items():
        settings = with_value(settings, key, value)
    keeper.change(settings)
    assert window.desk.theme.theme.name == ThemeChoice.LIGHT
    assert told["output"] == output_settings(settings)
    assert told["output"].latency_s == 0.2
    assert told["waits"] is False
    assert told["render"] == render_settings(settings)
    assert told["render"].acoustic_steps == 4
    assert told["render"].use_cache is False
    assert told["places"] == model_places(settings)
    assert (told["places"].vocoder, told["places"].n_threads) == ("cuda", 3)
    assert told["asked"]
    assert told["budget"] == 1 << 30
    assert told["gather_s"] == 5.0
    assert window.actions_["edit.undo"].shortcut().toString() == "F9"


def test_what_did_not_change_is_left_alone(window, keeper, workspace, monkeypatch):
    def never(*_):
        raise AssertionError("nothing of this has changed")

    for owner, name in (
        (workspace.transport, "set_output"),
        (workspace.bridge, "ask_for_all"),
        (workspace.engine, "use_models"),
        (workspace.engine, "set_cache_budget"),
        (window.actions_, "set_overrides"),
    ):
        monkeypatch.setattr(owner, name, never)
    changed = with_value(keeper.settings, "audio.wait_for_phrases", False)
    keeper.change(with_value(changed, "cache.use_tensor_cache", False))


def test_folders_are_added_removed_and_searched_for_voices(
    dialog, keeper, workspace, monkeypatch, tmp_path, wait_until
):
    found = []
    monkeypatch.setattr(workspace.bridge, "set_voices", found.append)
    dialog.show_page("voicebanks")
    folders = dialog.pages["voicebanks"].rows["voicebanks.folders"].control
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    click(folders.add)
    assert keeper.settings.voicebanks.folders == (str(tmp_path),)
    wait_until(lambda: bool(found))
    assert "nagi" in found[0]
    click(folders.add)
    assert "already" in folders.status.text()
    opened = []
    monkeypatch.setattr(
        page_module.QDesktopServices, "openUrl", lambda url: opened.append(url) or True
    )
    click(folders.open)
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]
    folders.list.setFocus()
    QTest.keyClick(folders.list, Qt.Key.Key_Delete)
    assert keeper.settings.voicebanks.folders == ()
    assert not folders.remove.isEnabled()
    wait_until(lambda: len(found) == 2)


# ------------------------------------------------------------------ sound cards

HORN = OutputDevice(
    key="ALSA: Horn", name="Horn", host="ALSA", n_channels=2, rate_hz=48000, is_default=True
)
BELL = OutputDevice(
    key="JACK: Bell", name="Bell", host="JACK", n_channels=2, rate_hz=44100, is_default=False
)


@pytest.fixture
def audio(workspace):
    box = DeviceBox()
    found = AudioPanel(box, workspace.transport, find_devices=lambda: (HORN, BELL))
    yield box, found
    found.close_work()
    for widget in (box, found):
        widget.deleteLater()


def test_cards_are_found_in_the_background_and_a_missing_one_stays_chosen(audio, wait_until):
    box, found = audio
    box.show_value("ALSA: Drum")
    assert box.currentText() == "ALSA: Drum"
    click(found.refresh)
    assert not found.refresh.isEnabled()
    wait_until(lambda: found.refresh.isEnabled())
    texts = [box.itemText(index) for index in range(box.count())]
    assert texts == [
        "The system's own (Horn)",
        "ALSA: Horn",
        "JACK: Bell",
        "ALSA: Drum (not connected)",
    ]
    assert box.currentText() == "ALSA: Drum (not connected)"
    told = []
    box.edited.connect(told.append)
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert told == ["JACK: Bell"]


def test_no_card_and_no_library_are_one_sentence(workspace, wait_until):
    def broken():
        raise AudioDeviceError("Sound cannot be played because of this.", code="no-portaudio")

    box = DeviceBox()
    found = AudioPanel(box, workspace.transport, find_devices=broken)
    click(found.refresh)
    wait_until(lambda: found.refresh.isEnabled())
    assert found.status.text() == "Sound cannot be played because of this."
    for widget in (box, found):
        widget.deleteLater()


def test_the_tone_is_heard_unless_the_song_is(audio, workspace, monkeypatch):
    _, found = audio
    heard = []
    monkeypatch.setattr(workspace.transport, "preview", lambda s: heard.append(len(s)) or True)
    click(found.test)
    assert heard == [44100]
    assert "tone" in found.status.text()
    monkeypatch.setattr(workspace.transport, "preview", lambda s: False)
    click(found.test)
    assert "song is playing" in found.status.text()


# ------------------------------------------------------------------ providers


@pytest.fixture
def providers():
    names = {"cpu": "CPU", "cuda": "CUDA", "directml": "DirectML"}
    box = ProviderBox(setting_infos()["rendering.acoustic_provider"])
    box.show_value(Provider.CPU)
    made = []

    def make(try_them):
        found = ProviderPanel(
            [box],
            Path("voice"),
            names,
            find_providers=lambda: ("cpu", "cuda", "directml"),
            try_them=try_them,
        )
        made.append(found)
        found.show()
        return found

    yield box, make
    for panel in made:
        panel.close_work()
    for widget in (box, *made):
        widget.hide()
        widget.deleteLater()


def texts(table, row):
    return [table.item(row, column).text() for column in range(table.columnCount())]


def test_providers_are_tried_and_told_one_by_one(providers, wait_until):
    box, make = providers

    def attempt(folder, names, *, on_trial, on_progress, cancel):
        assert names == ("cpu", "cuda", "directml")
        on_progress(1, 3)
        on_trial(ProviderTrial(provider="cpu", seconds=0.5, cpu_seconds=0.5))
        on_trial(ProviderTrial(provider="cuda", seconds=0.1, cpu_seconds=0.5, error_ratio=0.0004))
        on_trial(ProviderTrial(provider="directml", error_ratio=0.3, seconds=1, cpu_seconds=0.5))

    found = make(attempt)
    assert not found.start.isEnabled()
    found.look()
    wait_until(lambda: found.start.isEnabled())
    assert not box.model().item(3).isEnabled()  # Core ML
    assert box.itemText(3) == "Core ML (not there)"
    assert box.itemText(1) == "CUDA"
    assert texts(found.table, 1) == ["CUDA", "", "", "not tested yet"]
    click(found.start)
    wait_until(lambda: found.start.isVisible())
    assert texts(found.table, 0)[:3] == ["CPU", "500 ms", "—"]
    assert texts(found.table, 1) == [
        "CUDA",
        "100 ms",
        "0.04 %",
        "good, 5.0 times the speed of the CPU",
    ]
    assert "other sound" in texts(found.table, 2)[3]


def test_a_trial_is_stopped_and_a_refusal_is_told(providers, wait_until):
    _, make = providers
    stopped = threading.Event()

    def attempt(folder, names, *, on_trial, on_progress, cancel):
        problem = InferenceError("cuda cannot open this.", code="provider-refuses")
        on_trial(ProviderTrial(provider="cuda", problem=problem))
        with cancel.listening(stopped.set):
            assert stopped.wait(10)
        cancel.check()

    found = make(attempt)
    found.look()
    wait_until(lambda: found.start.isEnabled())
    click(found.start)
    wait_until(lambda: texts(found.table, 1)[3] == "cuda cannot open this.")
    assert texts(found.table, 0)[3] == "waits"
    click(found.stop)
    wait_until(lambda: found.start.isVisible())
    assert found.status.text() == "Stopped."


# ------------------------------------------------------------------ the cache


def test_the_figures_of_the_cache_are_counted_in_the_background(
    dialog, workspace, monkeypatch, wait_until, tmp_path
):
    info = CacheInfo(folder=tmp_path, n_files=7, n_bytes=1 << 30)
    monkeypatch.setattr(workspace.engine, "cache_info", lambda: info)
    cache = panel(dialog, "cache")
    wait_until(lambda: cache.used.text().startswith("1.00 GiB of 2.00 GiB, 7"))
    assert cache.usage.value() == 500
    assert cache.session.text() == "nothing was asked for yet"


def test_hits_of_the_song_and_the_session_are_shown(dialog, window, workspace, hand, wait_until):
    wait_until(lambda: workspace.bridge.is_whole)
    cache = panel(dialog, "cache")
    wait_until(lambda: "answers came out of the cache" in cache.song.text())
    workspace.new()
    wait_until(lambda: cache.song.text() == "nothing was asked for yet")
    assert "answers came out of the cache" in cache.session.text()


def test_all_is_cleared_after_a_yes_and_can_be_stopped(dialog, workspace, monkeypatch, wait_until):
    calls, go_on = [], threading.Event()

    def clear(*, unused_only, on_progress, cancel):
        calls.append(unused_only)
        on_progress(1, 2)
        with cancel.listening(go_on.set):
            assert go_on.wait(10)
        cancel.check()
        return ClearResult(n_files=2, n_bytes=3 << 20)

    monkeypatch.setattr(workspace.engine, "clear_cache", clear)
    cache = panel(dialog, "cache")
    buttons = QMessageBox.StandardButton
    monkeypatch.setattr(QMessageBox, "question", lambda *_: buttons.Cancel)
    click(cache.clear)
    assert calls == []
    monkeypatch.setattr(QMessageBox, "question", lambda *_: buttons.Yes)
    click(cache.clear)
    wait_until(lambda: cache.progress.maximum() == 2)
    assert cache.progress.isVisible()
    assert not cache.clear.isEnabled()
    click(cache.stop)
    wait_until(lambda: cache.clear.isEnabled())
    assert "Stopped" in cache.status.text()
    click(cache.clear)
    wait_until(lambda: "3.0 MiB" in cache.status.text())
    assert calls == [False, False]


def test_unused_is_cleared_only_when_it_is_known_what_is_used(
    dialog, keeper, workspace, monkeypatch, hand, wait_until
):
    wait_until(lambda: workspace.bridge.is_whole)
    calls = []

    def clear(*, unused_only, on_progress, cancel):
        calls.append(unused_only)
        return ClearResult(n_files=0, n_bytes=0)

    monkeypatch.setattr(workspace.engine, "clear_cache", clear)
    cache = panel(dialog, "cache")
    wait_until(lambda: cache.clear_unused.isEnabled())
    keeper.change(with_value(keeper.settings, "cache.use_tensor_cache", False))
    assert not cache.clear_unused.isEnabled()
    assert "while the cache is on" in cache.clear_unused.toolTip()
    keeper.change(with_value(keeper.settings, "cache.use_tensor_cache", True))
    click(cache.clear_unused)
    wait_until(lambda: calls == [True] and cache.clear.isEnabled())


def test_switching_the_cache_sings_nothing_anew(keeper, workspace, hand, wait_until):
    wait_until(lambda: workspace.bridge.is_whole)
    keeper.change(with_value(keeper.settings, "cache.use_tensor_cache", False))
    assert not workspace.bridge.is_busy
    keeper.change(with_value(keeper.settings, "rendering.acoustic_steps", 3))
    assert workspace.bridge.is_busy
    wait_until(lambda: workspace.bridge.is_whole)


def test_moving_models_sings_the_song_again(keeper, workspace, hand, wait_until):
    wait_until(lambda: workspace.bridge.is_whole)
    keeper.change(with_value(keeper.settings, "rendering.n_threads", 1))
    assert workspace.bridge.is_busy
    wait_until(lambda: workspace.bridge.is_whole)


# ------------------------------------------------------------------ shortcuts


def choose(shortcuts, action_id):
    item = shortcuts.list._items[action_id]
    shortcuts.list.scrollToItem(item)
    click(shortcuts.list.viewport(), shortcuts.list.visualItemRect(item).center())


def test_keys_are_added_and_removed_and_work_at_once(dialog, keeper, window):
    shortcuts = panel(dialog, "shortcuts")
    choose(shortcuts, "edit.undo")
    click(shortcuts.add)
    assert shortcuts.add.text() == "Press keys…"
    QTest.keyClick(shortcuts.add, Qt.Key.Key_F9, CONTROL)
    assert keeper.settings.shortcuts.overrides == {"edit.undo": ("Ctrl+Z", "Ctrl+F9")}
    assert [k.toString() for k in window.actions_["edit.undo"].shortcuts()] == [
        "Ctrl+Z",
        "Ctrl+F9",
    ]
    click(shortcuts.removers[0])
    assert keeper.settings.shortcuts.overrides == {"edit.undo": ("Ctrl+F9",)}
    click(shortcuts.reset)
    assert keeper.settings.shortcuts.overrides == {}


def test_a_conflict_is_shown_before_it_is_accepted(dialog, keeper):
    shortcuts = panel(dialog, "shortcuts")
    choose(shortcuts, "edit.undo")
    click(shortcuts.add)
    QTest.keyClick(shortcuts.add, Qt.Key.Key_S, CONTROL)
    assert shortcuts.conflict.isVisible()
    assert "“Save” (Ctrl+S)" in shortcuts.question.text()
    assert keeper.settings.shortcuts.overrides == {}
    click(shortcuts.keep)
    assert not shortcuts.conflict.isVisible()
    assert keeper.settings.shortcuts.overrides == {}
    click(shortcuts.add)
    QTest.keyClick(shortcuts.add, Qt.Key.Key_S, CONTROL)
    click(shortcuts.take)
    assert keeper.settings.shortcuts.overrides == {
        "edit.undo": ("Ctrl+Z", "Ctrl+S"),
        "file.save": (),
    }
    choose(shortcuts, "file.save")
    click(shortcuts.reset)
    assert "Undo" in shortcuts.question.text()
    click(shortcuts.take)
    assert keeper.settings.shortcuts.overrides == {}


def test_all_keys_are_given_back_with_the_page(dialog, keeper, window):
    keeper.change(
        with_value(keeper.settings, "shortcuts.overrides", {"edit.undo": ["F9"], "file.new": []})
    )
    dialog.show_page("shortcuts")
    click(dialog.pages["shortcuts"].reset)
    assert keeper.settings.shortcuts.overrides == {}
    assert window.actions_["edit.undo"].shortcut().toString() == "Ctrl+Z"


def test_escape_and_leaving_take_no_keys(dialog, keeper):
    shortcuts = panel(dialog, "shortcuts")
    choose(shortcuts, "edit.undo")
    click(shortcuts.add)
    QTest.keyClick(shortcuts.add, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert shortcuts.add.text() == "Add keys…"
    click(shortcuts.add)
    QTest.keyPress(shortcuts.add, Qt.Key.Key_Control, CONTROL)
    assert shortcuts.add.is_listening
    QTest.keyClick(shortcuts.add, Qt.Key.Key_Tab)
    assert not shortcuts.add.is_listening
    assert shortcuts.conflict.isVisible()  # Tab goes to the next note
    click(shortcuts.keep)
    assert keeper.settings.shortcuts.overrides == {}


def visible(shortcuts):
    return {name for name, item in shortcuts.list._items.items() if not item.isHidden()}


def test_commands_are_found_by_words_and_by_keys(dialog):
    shortcuts = panel(dialog, "shortcuts")
    QTest.keyClicks(shortcuts.words, "redo")
    assert "edit.redo" in visible(shortcuts)
    assert "file.new" not in visible(shortcuts)
    click(shortcuts.by_keys)
    QTest.keyClick(shortcuts.by_keys, Qt.Key.Key_S, CONTROL)
    assert visible(shortcuts) == {"file.save"}
    assert shortcuts.words.text() == ""
    click(shortcuts.by_keys)
    QTest.keyClick(shortcuts.by_keys, Qt.Key.Key_F11, CONTROL)
    assert visible(shortcuts) == set()
    assert shortcuts.status.text() == "Ctrl+F11 is free."
    QTest.keyClicks(shortcuts.words, "zz")
    QTest.keyClick(shortcuts.words, Qt.Key.Key_Backspace)
    QTest.keyClick(shortcuts.words, Qt.Key.Key_Backspace)
    assert "file.new" in visible(shortcuts)


def test_no_more_keys_than_the_settings_hold(dialog, keeper):
    shortcuts = panel(dialog, "shortcuts")
    choose(shortcuts, "edit.undo")
    for key in (Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7):
        click(shortcuts.add)
        QTest.keyClick(shortcuts.add, key, CONTROL)
    assert len(keeper.settings.shortcuts.overrides["edit.undo"]) == 4
    assert not shortcuts.add.isEnabled()


def test_what_was_typed_between_none_and_the_smallest_is_the_smallest(application):
    box = NumberBox(setting_infos()["rendering.acoustic_depth"])
    told = []
    box.edited.connect(told.append)
    box.selectAll()
    QTest.keyClicks(box, "-0.03")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert told == [0.0]
    box.deleteLater()


def test_the_page_of_voices_leads_to_their_manager(dialog, window, monkeypatch):
    opened = []
    action = window.actions_["tools.voicebanks"]
    action.triggered.disconnect()
    action.triggered.connect(lambda: opened.append(True))
    voices = panel(dialog, "voicebanks")
    click(voices.manage)
    assert opened == [True]
    assert voices.manage.text() == action.text()


def test_the_window_starts_without_the_dialog():
    code = "import sys, app.main_window; print([n for n in sys.modules if 'preferences.d' in n])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
