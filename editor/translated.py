"""Texts of tables in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def translated(context: str, text: str) -> str:
    """A text of a table in the language of now; the table marks it with QT_TRANSLATE_NOOP."""
    return QCoreApplication.translate(context, text)
