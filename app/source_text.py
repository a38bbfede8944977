"""Marks English texts in tables that are made before any window, so that they are translated.

The name is Qt's, so that its tools and readers know it; Qt itself is not needed.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself; ``build/make_translations.py`` collects it under ``context``."""
    del context
    return text
