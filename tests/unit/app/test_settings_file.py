"""The settings file survives hands, crashes, other versions and full disks."""

from __future__ import annotations

import json
import math
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import settings_file
from app.errors import SettingsError
from app.setting_values import setting_infos, value_of, with_value
from app.settings import Language, Provider, Settings, ThemeChoice
from app.settings_file import FORMAT_NAME, SettingsFile, settings_to_raw
from app.settings_upgrades import FORMAT_VERSION

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
GROUPS = ["general", "audio", "rendering", "cache", "voicebanks", "shortcuts"]
NAMES = sorted({key.partition(".")[2] for key in setting_infos()})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def written(path: Path, raw: object) -> SettingsFile:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw if isinstance(raw, bytes) else json.dumps(raw).encode())
    return SettingsFile(path)


def ours(**groups: object) -> dict[str, object]:
    return {"format": FORMAT_NAME, "format_version": FORMAT_VERSION, **groups}


def others(path: Path) -> list[Path]:
    return [found for found in path.parent.iterdir() if found != path]


def test_without_a_file_there_are_defaults_and_nothing_to_say(path):
    loaded = SettingsFile(path).load()
    assert loaded.settings == Settings()
    assert loaded.notice is None
    assert not path.parent.exists()


def test_the_file_of_version_1_is_still_read_whole(root, path):
    sample = (root / "tests" / "fixtures" / "settings-1.json").read_bytes()
    loaded = written(path, sample).load()
    assert loaded.notice is None
    settings = loaded.settings
    assert settings.general.language is Language.JAPANESE
    assert settings.audio.device_name == "Kopfhörer"
    assert settings.rendering.pitch_provider is Provider.CUDA
    assert settings.rendering.vocoder_provider is Provider.CUDA
    assert settings.audio.buffer_ms == 100
    assert settings.rendering.acoustic_depth == 0.6
    assert settings.voicebanks.folders == ("/voices/歌声",)
    assert settings.shortcuts.overrides == {"edit.redo": ("Ctrl+Y",), "file.quit": ()}
    assert settings.unknown == {}
    SettingsFile(path).save(settings)
    assert SettingsFile(path).load().settings == settings


@given(st.data())
def test_what_is_saved_comes_back(tmp_path_factory, data):
    settings = Settings()
    for key, info in setting_infos().items():
        values = (
            st.sampled_from([choice.value for choice in info.choices])
            if info.choices
            else st.integers(math.ceil(info.minimum), math.floor(info.maximum))
            if info.maximum is not None
            else st.just(info.default)
        )
        settings = with_value(settings, key, data.draw(values, label=key))
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    file = SettingsFile(path)
    file.save(settings)
    assert file.load().settings == settings
    assert others(path) == []


@given(
    st.dictionaries(
        st.sampled_from([*GROUPS, "later", "format", "format_version"]) | st.text(),
        JSON | st.dictionaries(st.sampled_from(NAMES) | st.text(), JSON, max_size=4),
        max_size=6,
    ),
    st.booleans(),
)
def test_any_object_is_read_and_what_is_not_understood_is_not_lost(tmp_path_factory, raw, mark):
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    file = written(path, {**raw, **ours()} if mark else raw)
    before = path.read_bytes()
    loaded = file.load()
    assert path.read_bytes() == before
    for key in setting_infos():
        with_value(Settings(), key, value_of(loaded.settings, key))
    if loaded.notice is None:
        file.save(loaded.settings)
        after = json.loads(path.read_bytes())
        for group, content in raw.items():
            if group in GROUPS:
                assert content.items() <= after[group].items()
            elif group not in ("format", "format_version"):
                assert after[group] == content
    else:
        (kept,) = others(path)
        assert kept.read_bytes() == before
        file.save(loaded.settings)
        assert kept.read_bytes() == before
    assert file.load().notice is None


@given(st.binary(max_size=200))
def test_any_bytes_are_survived_and_kept(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    loaded = written(path, content).load()
    assert loaded.settings == Settings()
    assert loaded.notice is not None
    (kept,) = others(path)
    assert kept.read_bytes() == content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"format": "melisma"}',
        b'{"format": "melisma-settings"}',
        b'{"format": "melisma-settings", "format_version": true}',
        b'{"format": "melisma-settings", "format_version": 0}',
        b'{"format": "melisma-settings", "format_version": "1"}',
        b'{"format": "melisma-settings", "format_version": 1, "later": NaN}',
        b'{"format": "melisma-settings", "format_version": 1, "later": 1e999}',
        b'{"format": "melisma-settings", "format_version": 1, "later": "\\ud800"}',
        b'{"format": "melisma-settings", "format_version": 1, "later": ' + b"9" * 5000 + b"}",
        b'{"format": "melisma-settings", "format_version": 1, "later": '
        + b"[" * 40
        + b"]" * 40
        + b"}",
        b'{"a":' * 100_000,
    ],
    ids=lambda content: content[:60].decode(errors="replace"),
)
def test_a_damaged_file_gives_defaults_one_sentence_and_one_copy(path, content):
    file = written(path, content)
    for _ in range(2):
        loaded = file.load()
        assert loaded.settings == Settings()
        assert loaded.notice.code == "damaged-settings"
        assert "\n" not in str(loaded.notice)
        (kept,) = others(path)
        assert loaded.notice.facts["kept"] == kept
        assert kept.name in str(loaded.notice)
        assert kept.read_bytes() == content
    file.save(loaded.settings)
    assert file.load().notice is None


def test_a_file_of_a_newer_version_is_left_alone_and_kept(path):
    raw = {**ours(general={"theme": "dark"}), "format_version": FORMAT_VERSION + 1}
    file = written(path, raw)
    loaded = file.load()
    assert loaded.settings == Settings()
    assert loaded.notice.code == "newer-settings"
    assert loaded.notice.facts["version"] == FORMAT_VERSION + 1
    assert json.loads(path.read_bytes()) == raw
    file.save(loaded.settings)
    assert json.loads(loaded.notice.facts["kept"].read_bytes()) == raw


def test_one_bad_value_does_not_take_the_others_along(path):
    raw = ours(audio={"buffer_ms": 5, "rate_hz": 48000}, general={"theme": "dark"}, cache=3)
    loaded = written(path, raw).load()
    assert loaded.settings.audio.buffer_ms == Settings().audio.buffer_ms
    assert loaded.settings.audio.rate_hz == 48000
    assert loaded.settings.general.theme is ThemeChoice.DARK
    assert loaded.notice.facts["keys"] == ["audio.buffer_ms", "cache"]
    assert "audio.buffer_ms, cache" in str(loaded.notice)


def test_fields_of_another_version_stay_in_the_file(path):
    raw = ours(audio={"exclusive": True}, plugins={"a": [1, None, "x"]})
    file = written(path, raw)
    settings = with_value(file.load().settings, "audio.buffer_ms", 150)
    file.save(settings)
    saved = json.loads(path.read_bytes())
    assert saved["audio"]["exclusive"] is True
    assert saved["audio"]["buffer_ms"] == 150
    assert saved["plugins"] == {"a": [1, None, "x"]}


def test_a_file_far_too_large_is_not_read_but_steps_aside(path, monkeypatch):
    monkeypatch.setattr(settings_file, "MAX_FILE_BYTES", 20_000)
    file = written(path, b" " * 40_000)
    loaded = file.load()
    assert loaded.settings == Settings()
    assert loaded.notice.facts["kept"].read_bytes() == b" " * 40_000
    file.save(Settings())
    assert file.load().notice is None


def test_a_file_that_cannot_be_read_is_renamed_not_replaced(path):
    path.mkdir(parents=True)
    (path / "inside").write_bytes(b"x")
    file = SettingsFile(path)
    loaded = file.load()
    assert loaded.notice.code == "unreadable-settings"
    assert (loaded.notice.facts["kept"] / "inside").read_bytes() == b"x"
    file.save(Settings())
    assert file.load().notice is None


def test_a_full_disk_while_saving_is_one_sentence_and_the_file_stays(path, monkeypatch):
    file = SettingsFile(path)
    file.save(Settings())
    before = path.read_bytes()

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(SettingsError, match="No space left on device") as caught:
        file.save(with_value(Settings(), "general.theme", "dark"))
    assert caught.value.code == "cannot-save-settings"
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == before
    assert others(path) == []


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "config").write_bytes(b"a file in the way")
    with pytest.raises(SettingsError, match="cannot be saved"):
        SettingsFile(tmp_path / "config" / "settings.json").save(Settings())


def test_without_a_kept_copy_nothing_is_written_over_a_damaged_file(path, monkeypatch):
    file = written(path, b"damaged")
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "Full")))
        loaded = file.load()
        assert loaded.notice.facts["kept"] is None
        assert "No copy could be kept (Full)" in str(loaded.notice)
        with pytest.raises(SettingsError):
            file.save(Settings())
    assert path.read_bytes() == b"damaged"
    file.save(Settings())
    (kept,) = others(path)
    assert kept.read_bytes() == b"damaged"


def test_the_file_is_meant_to_be_read_by_people(path):
    raw = settings_to_raw(with_value(Settings(), "voicebanks.folders", ["/voices/歌声"]))
    assert list(raw)[:3] == ["format", "format_version", "general"]
    SettingsFile(path).save(with_value(Settings(), "voicebanks.folders", ["/voices/歌声"]))
    assert "歌声" in path.read_text(encoding="utf-8")
