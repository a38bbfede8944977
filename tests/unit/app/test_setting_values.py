"""Every setting has bounds, a text and a default that keeps within them."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import SettingsError
from app.setting_info import Kind
from app.setting_values import checked_value, setting_infos, value_of, with_value
from app.settings import GROUP_TEXTS, Settings, ThemeChoice

KEYS = sorted(setting_infos())
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@pytest.mark.parametrize("key", KEYS)
def test_every_setting_can_be_shown(key):
    info = setting_infos()[key]
    assert info.text
    assert info.text == info.text.strip()
    assert info.group in GROUP_TEXTS
    assert info.key == key
    if info.kind is Kind.CHOICE:
        assert info.default in [choice.value for choice in info.choices]
        assert all(choice.text for choice in info.choices)
    if info.kind in (Kind.NUMBER, Kind.WHOLE_NUMBER, Kind.SIZE):
        assert info.minimum is not None
        assert info.maximum is not None
    assert (info.default is None) <= bool(info.none_text)


@pytest.mark.parametrize("key", KEYS)
def test_defaults_are_values_that_a_setting_can_have(key):
    assert checked_value(key, value_of(Settings(), key)) == setting_infos()[key].default


@given(st.sampled_from(KEYS), ANYTHING)
def test_any_value_is_taken_whole_or_refused_in_one_sentence(key, value):
    before, refused = Settings(), None
    try:
        after = with_value(before, key, value)
    except SettingsError as error:
        refused = str(error)
    if refused is not None:
        assert key in refused
        assert "\n" not in refused
        return
    assert value_of(after, key) == checked_value(key, value_of(after, key))
    assert with_value(after, key, value_of(before, key)) == before


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("audio.buffer_ms", 99, "a whole number from 100 to 1000"),
        ("audio.buffer_ms", True, "a whole number"),
        ("audio.buffer_ms", None, "a whole number"),
        ("audio.rate_hz", 22050, "one of 0, 44100, 48000, 96000"),
        ("rendering.acoustic_depth", float("nan"), "a number from 0 to 1, or nothing"),
        ("rendering.acoustic_steps", 0, "a whole number from 1 to 1000, or nothing"),
        ("audio.wait_for_phrases", 1, "true or false"),
        ("general.theme", "pink", "one of system, light, dark"),
        ("voicebanks.folders", [""], "a list of folders"),
        ("voicebanks.folders", "/voices", "a list of folders"),
        ("audio.device_name", "a\0b", "a text"),
        ("audio.device_name", "\ud800", "a text"),
        ("shortcuts.overrides", {"edit.undo": ["A"] * 5}, "lists of keys by action"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(key, value, words):
    with pytest.raises(SettingsError) as caught:
        with_value(Settings(), key, value)
    assert words in str(caught.value)
    assert caught.value.code == "bad-setting"
    assert caught.value.facts["key"] == key


def test_values_take_the_type_of_the_setting():
    settings = with_value(Settings(), "general.theme", "dark")
    assert settings.general.theme is ThemeChoice.DARK
    settings = with_value(settings, "voicebanks.folders", ["/a", "/b"])
    assert settings.voicebanks.folders == ("/a", "/b")
    settings = with_value(settings, "shortcuts.overrides", {"edit.undo": ["F9"], "edit.redo": []})
    assert settings.shortcuts.overrides == {"edit.undo": ("F9",), "edit.redo": ()}
    with pytest.raises(TypeError):
        settings.shortcuts.overrides["x"] = ()
    assert Settings().general.theme is ThemeChoice.SYSTEM


def test_a_setting_that_is_not_there_is_our_own_mistake():
    with pytest.raises(KeyError):
        value_of(Settings(), "audio.colour")
    with pytest.raises(KeyError):
        with_value(Settings(), "unknown", 1)


def test_settings_need_neither_window_nor_numbers():
    code = (
        "import sys; import app.settings_file, app.setting_values;"
        "print(*sorted({n.split('.')[0] for n in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"PySide6", "numpy", "torch", "scipy", "onnxruntime", "sounddevice"}
    assert not heavy & set(done.stdout.split())
