"""Texts of tables in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def translated(context: str, text: str) -> str:
    """A text of a table in the language of now; the table marks it with QT_TRANSLATE_NOOP."""
    return QCoreApplication.translate(context, text)


def plain_text(text: str) -> str:
    """A menu's or label's text without mnemonic, dots and colon, as it is searched and spoken."""
    begin, bracket, end = text.partition("(&")
    if bracket and end[1:2] == ")":
        text = begin + end[2:]
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("….:：").strip()
