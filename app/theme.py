"""Dresses the application in a theme: palette, style sheet, letters; follows the system."""

from __future__ import annotations

import logging
from importlib.resources import as_file

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from app.settings import Language, ThemeChoice
from app.theme_tokens import DARK, FONT_FAMILIES, LETTER_RATIOS, LIGHT, RADIUS_PX, SPACE_PX, Theme
from resources import resource

log = logging.getLogger(__name__)


def choose_theme(choice: ThemeChoice, system: Qt.ColorScheme) -> Theme:
    """The theme of a choice; a system that does not say is a light one."""
    if choice is ThemeChoice.SYSTEM:
        return DARK if system == Qt.ColorScheme.Dark else LIGHT
    return DARK if choice is ThemeChoice.DARK else LIGHT


def palette_of(theme: Theme) -> QPalette:
    """Qt's palette in the theme's colours."""
    c = theme.colours
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in {
        role.Window: c.window,
        role.WindowText: c.text,
        role.Base: c.field,
        role.AlternateBase: c.panel,
        role.Text: c.text,
        role.PlaceholderText: c.text_muted,
        role.Button: c.raised,
        role.ButtonText: c.text,
        role.BrightText: c.error,
        role.ToolTipBase: c.raised,
        role.ToolTipText: c.text,
        role.Highlight: c.selection,
        role.HighlightedText: c.on_selection,
        role.Accent: c.accent,
        role.Link: c.accent,
        role.LinkVisited: c.accent,
        # Fusion derives its bevels and outlines from these.
        role.Light: c.hover,
        role.Midlight: c.line,
        role.Mid: c.line,
        role.Dark: c.outline,
        role.Shadow: c.outline,
    }.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(c.text_disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(c.line))
    return palette


def style_sheet(theme: Theme) -> str:
    """What the palette cannot say: Fusion's own outlines are too faint, above all in the dark."""
    c = theme.colours
    check, down, up = (_mark(theme, name) for name in ("check", "down", "up"))
    tight, normal = SPACE_PX["tight"], SPACE_PX["normal"]
    return f"""
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QMainWindow::separator {{ background: {c.line}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {c.accent}; }}
QMenuBar {{ background: {c.window}; padding: 2px; }}
QMenuBar::item {{ padding: {tight}px {normal}px; border-radius: {RADIUS_PX}px; }}
QMenuBar::item:selected {{ background: {c.hover}; color: {c.text}; }}
QMenu {{ background: {c.raised}; border: 1px solid {c.line}; padding: {tight}px; }}
QMenu::item {{ padding: 5px 24px 5px {normal}px; border-radius: {RADIUS_PX}px; }}
QMenu::item:selected {{ background: {c.selection}; color: {c.on_selection}; }}
QMenu::item:disabled {{ background: transparent; color: {c.text_disabled}; }}
QMenu::icon {{ padding-left: {normal}px; }}
QMenu::separator {{ background: {c.line}; height: 1px; margin: {tight}px {normal}px; }}
QToolBar {{ background: {c.window}; border: none; padding: {tight}px; spacing: 2px; }}
QToolBar::separator {{ background: {c.line}; width: 1px; margin: {tight}px; }}
QToolButton {{ border: 1px solid transparent; border-radius: {RADIUS_PX}px; padding: {tight}px; }}
QToolButton:hover {{ background: {c.hover}; }}
QToolButton:pressed {{ background: {c.selection}; }}
QToolButton:checked {{ background: {c.selection}; color: {c.on_selection}; }}
QToolButton:focus {{ border-color: {c.accent}; }}
QPushButton {{
    background: {c.raised}; border: 1px solid {c.outline}; border-radius: {RADIUS_PX}px;
    padding: 5px 14px;
}}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:pressed {{ background: {c.selection}; color: {c.on_selection}; }}
QPushButton:focus {{ border-color: {c.accent}; outline: none; }}
QPushButton:default {{
    background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
}}
QPushButton:default:hover {{ background: {c.accent_hover}; }}
QPushButton:default:focus {{ border-color: {c.text}; }}
QPushButton:disabled {{
    background: {c.window}; color: {c.text_disabled}; border-color: {c.line};
}}
QLineEdit, QPlainTextEdit, QTextEdit {{
    background: {c.field}; border: 1px solid {c.outline}; border-radius: {RADIUS_PX}px;
    selection-background-color: {c.selection}; selection-color: {c.on_selection};
}}
QLineEdit {{ padding: {tight}px 6px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border-color: {c.accent}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {{
    background: {c.window}; color: {c.text_disabled}; border-color: {c.line};
}}
QComboBox, QAbstractSpinBox {{
    background: {c.field}; border: 1px solid {c.outline}; border-radius: {RADIUS_PX}px;
    padding: {tight}px 6px; min-height: 16px;
    selection-background-color: {c.selection}; selection-color: {c.on_selection};
}}
QComboBox:focus, QAbstractSpinBox:focus {{ border-color: {c.accent}; }}
QComboBox:disabled, QAbstractSpinBox:disabled {{
    background: {c.window}; color: {c.text_disabled}; border-color: {c.line};
}}
QComboBox {{ background: {c.raised}; }}
QComboBox:hover {{ background: {c.hover}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{down}"); width: 14px; height: 14px; }}
QAbstractSpinBox {{ padding-right: 20px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 18px; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {c.hover}; }}
QAbstractSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
QAbstractSpinBox::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
QCheckBox, QRadioButton {{ spacing: {normal}px; }}
QCheckBox::indicator, QRadioButton::indicator {{
    width: 16px; height: 16px; background: {c.field}; border: 1px solid {c.outline};
}}
QCheckBox::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ background: {c.hover}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {c.accent}; }}
QCheckBox::indicator:checked {{
    background: {c.accent}; border-color: {c.accent}; image: url("{check}");
}}
QCheckBox::indicator:checked:focus {{ border-color: {c.text}; }}
QCheckBox::indicator:indeterminate {{ background: {c.outline}; }}
QRadioButton::indicator:checked {{
    border: 5px solid {c.accent}; background: {c.on_accent}; width: 8px; height: 8px;
}}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {c.line}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {c.text_disabled}; }}
QSlider::groove:horizontal {{ background: {c.line}; height: 4px; border-radius: 2px; }}
QSlider::groove:vertical {{ background: {c.line}; width: 4px; border-radius: 2px; }}
QSlider::handle {{ background: {c.accent}; border: 2px solid {c.panel}; border-radius: 8px; }}
QSlider::handle:horizontal {{ width: 12px; height: 12px; margin: -6px 0; }}
QSlider::handle:vertical {{ width: 12px; height: 12px; margin: 0 -6px; }}
QSlider::handle:hover, QSlider::handle:focus {{ background: {c.accent_hover}; }}
QSlider:focus {{ border: 1px solid {c.accent}; border-radius: {RADIUS_PX}px; }}
QSlider::handle:disabled {{ background: {c.text_disabled}; }}
QListView, QTreeView, QTableView {{
    background: {c.panel}; alternate-background-color: {c.field}; border: 1px solid {c.line};
    border-radius: {RADIUS_PX}px; outline: none;
}}
QListView:focus, QTreeView:focus, QTableView:focus {{ border-color: {c.accent}; }}
QListView::item:hover, QTreeView::item:hover {{ background: {c.hover}; }}
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{
    background: {c.selection}; color: {c.on_selection};
}}
QHeaderView::section {{
    background: {c.window}; color: {c.text_muted}; border: none;
    border-bottom: 1px solid {c.line}; padding: {tight}px {normal}px;
}}
QDockWidget::title {{ background: {c.window}; padding: {tight}px {normal}px; }}
QTabBar::tab {{
    background: transparent; color: {c.text_muted}; padding: 6px 12px;
    border-bottom: 2px solid transparent;
}}
QTabBar::tab:hover {{ color: {c.text}; }}
QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
QTabBar::tab:focus {{ background: {c.hover}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {c.line}; }}
QStatusBar {{ background: {c.window}; color: {c.text_muted}; }}
QStatusBar::item {{ border: none; }}
QToolTip {{
    background: {c.raised}; color: {c.text}; border: 1px solid {c.outline}; padding: {tight}px;
}}
QProgressBar {{
    background: {c.hover}; border: none; border-radius: 3px; max-height: 6px; text-align: center;
}}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
QSplitter::handle {{ background: {c.line}; }}
QScrollBar {{ background: transparent; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {c.outline}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {c.text_muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _mark(theme: Theme, name: str) -> str:
    """Path of a mark that the style sheet shows; style sheets take files only."""
    with as_file(resource(f"themes/{theme.name}/{name}.svg")) as path:
        return path.as_posix().replace("\\", "\\\\").replace('"', '\\"')


def interface_font(system: QFont, language: Language) -> QFont:
    """The system's font, with the language's own shapes of Chinese characters behind it."""
    font = QFont(system)
    # By its real name: an alias such as "Sans Serif" would give way to the fonts behind it.
    font.setFamilies([QFontInfo(system).family(), *FONT_FAMILIES.get(language, ())])
    return font


def sized_font(font: QFont, size: str) -> QFont:
    """A font in one of the theme's letter sizes: ``small``, ``title`` or ``hero``."""
    sized = QFont(font)
    sized.setPointSizeF(QFontInfo(font).pointSizeF() * LETTER_RATIOS[size])
    return sized


class ThemeSwitch(QObject):
    """Keeps the application in the chosen theme.

    Attributes
    ----------
    theme : Theme
        What is worn now.

    Signals
    -------
    theme_changed(Theme)
        After palette and style sheet were exchanged; icons and drawn views follow it.
    """

    theme_changed = Signal(object)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._system_font = application.font()
        self._choice = ThemeChoice.SYSTEM
        self.theme: Theme = LIGHT
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._wear(choose_theme(self._choice, application.styleHints().colorScheme()))

    def use(self, choice: ThemeChoice) -> None:
        """Wear a theme, or the system's from now on."""
        self._choice = choice
        hints = self._application.styleHints()
        # Title bars and native dialogs go along; the system's own scheme is heard again after.
        if choice is ThemeChoice.SYSTEM:
            hints.unsetColorScheme()
        else:
            is_dark = choice is ThemeChoice.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)
        self._follow(hints.colorScheme())

    def use_language(self, language: Language) -> None:
        """Take the fonts that draw a language's characters as its readers know them."""
        self._application.setFont(interface_font(self._system_font, language))

    def _follow(self, system: Qt.ColorScheme) -> None:
        theme = choose_theme(self._choice, system)
        if theme is not self.theme:
            self._wear(theme)
            self.theme_changed.emit(theme)

    def _wear(self, theme: Theme) -> None:
        self.theme = theme
        self._application.setPalette(palette_of(theme))
        self._application.setStyleSheet(style_sheet(theme))
        log.debug("The window wears the theme %s.", theme.name)
