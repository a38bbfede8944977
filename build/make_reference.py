#!/usr/bin/env python3
"""Renew docs/reference.md, every command of the window with its keys, from the action table.

``--check`` changes nothing and fails when the page is not what the table gives.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference.md"
sys.path.insert(0, str(ROOT))

from app.action_spec import GROUP_TEXTS, ActionGroup, ActionSpec  # noqa: E402 - after the path
from app.action_table import ACTIONS  # noqa: E402

HEAD = """# Commands and shortcuts

Made by `build/make_reference.py` from the table that menus and the command palette are made from;
do not edit it by hand. Every key can be changed in the preferences. Ctrl is Command on macOS. The
keys of the menus Notes and Curves work while the piano roll has the keyboard.
"""


def plain(text: str) -> str:
    """A menu text without its mnemonic and dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("….")


def cell(text: str) -> str:
    """A text that does not end a cell."""
    return text.replace("|", "\\|")


def key_text(spec: ActionSpec) -> str:
    """All keys of a command."""
    return ", ".join(f"`{cell(keys)}`" for keys in spec.keys)


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for group in ActionGroup:
        specs = [spec for spec in ACTIONS if spec.group is group]
        parts.append(f"\n## {plain(GROUP_TEXTS[group])}\n\n")
        parts.append("| Command | Keys | What it does |\n| --- | --- | --- |\n")
        for spec in specs:
            name = plain(spec.text)
            if spec.submenu:
                name = f"{plain(spec.submenu)} › {name}"
            parts.append(f"| {cell(name)} | {key_text(spec)} | {cell(spec.description)} |\n")
    return "".join(parts)


def main() -> int:
    """Write or check the page; 1 when a check fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    text = page()
    if not arguments.check:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    print("docs/reference.md is not what the action table gives: run build/make_reference.py")
    return 1


if __name__ == "__main__":
    sys.exit(main())
