"""The application wears a theme, and changes it while it runs."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QLabel

from app.icons import theme_icon
from app.settings import Language, ThemeChoice
from app.theme import ThemeSwitch, choose_theme, interface_font, palette_of, sized_font, style_sheet
from app.theme_tokens import DARK, LIGHT, THEMES


@pytest.mark.parametrize(
    ("choice", "system", "theme"),
    [
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Dark, DARK),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Light, LIGHT),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Unknown, LIGHT),
        (ThemeChoice.LIGHT, Qt.ColorScheme.Dark, LIGHT),
        (ThemeChoice.DARK, Qt.ColorScheme.Light, DARK),
    ],
)
def test_the_choice_comes_before_the_system(choice, system, theme):
    assert choose_theme(choice, system) is theme


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_only_tokens_colour_the_style_sheet_and_all_of_it_is_understood(application, theme):
    sheet = style_sheet(theme)
    tokens = {getattr(theme.colours, name) for name in theme.colours.__slots__}
    assert set(re.findall("#[0-9a-f]{6}", sheet)) <= tokens
    assert sheet.count("{") == sheet.count("}")
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        with open(path, encoding="utf-8") as drawing:
            assert set(re.findall("#[0-9a-f]{6}", drawing.read())) <= tokens


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_palette_has_the_themes_colours(theme):
    palette = palette_of(theme)
    assert palette.color(QPalette.ColorRole.Window) == QColor(theme.colours.window)
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(theme.colours.text_disabled)


def test_changing_the_theme_dresses_what_is_shown(application):
    switch = ThemeSwitch(application)
    seen: list[object] = []
    switch.theme_changed.connect(seen.append)
    switch.use(ThemeChoice.LIGHT)
    label = QLabel("x")
    switch.use(ThemeChoice.DARK)
    assert switch.theme is DARK
    assert label.palette().color(QPalette.ColorRole.Window) == QColor(DARK.colours.window)
    switch.use(ThemeChoice.DARK)
    switch.use(ThemeChoice.LIGHT)
    assert seen == [DARK, LIGHT]
    switch.use(ThemeChoice.SYSTEM)


def test_the_system_is_followed_only_when_asked(application):
    switch = ThemeSwitch(application)
    switch.use(ThemeChoice.SYSTEM)
    hints = application.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert switch.theme is DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert switch.theme is LIGHT
    switch.use(ThemeChoice.DARK)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert switch.theme is DARK
    switch.use(ThemeChoice.SYSTEM)


def test_chinese_and_japanese_take_their_own_fonts(application):
    system = QFont()
    own = QFontInfo(system).family()
    for language, family in (
        (Language.CHINESE, "Noto Sans CJK SC"),
        (Language.JAPANESE, "Noto Sans CJK JP"),
    ):
        families = interface_font(system, language).families()
        assert families[0] == own
        assert family in families
    assert interface_font(system, Language.ENGLISH).families() == [own]
    switch = ThemeSwitch(application)
    switch.use_language(Language.JAPANESE)
    switch.use_language(Language.CHINESE)
    assert "Noto Sans CJK SC" in application.font().families()
    assert "Noto Sans CJK JP" not in application.font().families()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_icons_are_drawn_in_the_themes_colours(application, theme, root):
    for path in sorted((root / "resources" / "icons").glob("*.svg")):
        icon = theme_icon(path.stem, theme)
        for mode, colour in (
            (QIcon.Mode.Normal, theme.colours.text),
            (QIcon.Mode.Disabled, theme.colours.text_disabled),
        ):
            image = icon.pixmap(QSize(48, 48), 1.0, mode).toImage()
            solid = {
                image.pixelColor(x, y).name()
                for x in range(image.width())
                for y in range(image.height())
                if image.pixelColor(x, y).alpha() == 255
            }
            assert colour in solid, path.name
        # Nothing is cut: the drawing leaves its edge free.
        image = icon.pixmap(QSize(48, 48), 1.0).toImage()
        edge = [(x, y) for x in range(48) for y in (0, 47)] + [
            (x, y) for x in (0, 47) for y in range(48)
        ]
        assert not any(image.pixelColor(x, y).alpha() for x, y in edge), path.name


def test_letters_keep_their_ratio_whatever_size_the_system_has(application):
    base = QFont()
    base.setPointSizeF(10.0)
    sizes = [sized_font(base, size).pointSizeF() for size in ("small", "title", "hero")]
    assert sizes == sorted(sizes)
    assert sizes[0] < 10.0 < sizes[1]
    base.setPixelSize(20)
    assert sized_font(base, "title").pointSizeF() > sized_font(base, "small").pointSizeF() > 0


def test_an_icon_that_is_not_there_is_found_at_once(application):
    with pytest.raises(FileNotFoundError):
        theme_icon("nothing", LIGHT)
