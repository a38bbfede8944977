"""The window speaks another language while it runs."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from app import translation as module
from app.setting_values import setting_infos
from app.settings import Language
from app.translation import Translation, choose_language
from editor.translated import translated


class Listening(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.n_changes = 0

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.n_changes += 1
        super().changeEvent(event)


@pytest.mark.parametrize(
    ("system", "language"),
    [
        (["ja-JP"], Language.JAPANESE),
        (["ja_JP.UTF-8"], Language.JAPANESE),
        (["zh-Hans-CN"], Language.CHINESE),
        (["zh"], Language.CHINESE),
        (["zh-Hant-TW", "ja"], Language.JAPANESE),
        (["zh_HK"], Language.ENGLISH),
        (["de-DE", "fr", "zh_SG"], Language.CHINESE),
        (["de-DE", "en-GB", "ja"], Language.ENGLISH),
        ([], Language.ENGLISH),
    ],
)
def test_the_systems_first_language_that_we_have_is_spoken(system, language):
    assert choose_language(Language.SYSTEM, system) is language
    assert choose_language(Language.JAPANESE, system) is Language.JAPANESE


def test_texts_and_qts_own_follow_the_language(application):
    translation = Translation(application, ["en"])
    heard: list[str] = []
    translation.language_changed.connect(heard.append)
    assert translation.language is Language.ENGLISH
    assert translated("Settings", "Language") == "Language"
    translation.use(Language.CHINESE)
    assert translated("Settings", "Language") == "语言"
    assert translated("QPlatformTheme", "Cancel") != "Cancel"
    translation.use(Language.JAPANESE)
    assert translated("Settings", "Language") == "言語"
    translation.use(Language.JAPANESE)
    translation.use(Language.SYSTEM)
    assert translated("Settings", "Language") == "Language"
    assert translated("QPlatformTheme", "Cancel") == "Cancel"
    assert heard == ["zh_CN", "ja", "en"]


def test_widgets_are_told(application):
    translation = Translation(application, ["en"])
    widget = Listening()
    translation.use(Language.JAPANESE)
    application.processEvents()
    assert widget.n_changes > 0


def test_every_text_of_a_setting_has_a_translation(application):
    translation = Translation(application, ["en"])
    texts = {info.text for info in setting_infos().values()}
    texts |= {info.help_text for info in setting_infos().values() if info.help_text}
    for language in (Language.CHINESE, Language.JAPANESE):
        translation.use(language)
        assert [text for text in texts if translated("Settings", text) == text] == []


def test_a_translation_that_is_missing_leaves_english_and_a_note(
    application, monkeypatch, tmp_path, caplog
):
    monkeypatch.setattr(module, "resource", lambda name: tmp_path / name)
    with caplog.at_level(logging.WARNING):
        translation = Translation(application, ["en"])
        translation.use(Language.JAPANESE)
    assert "texts stay English" in caplog.text
    assert translated("Settings", "Language") == "Language"
