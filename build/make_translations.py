#!/usr/bin/env python3
"""Renew i18n/*.ts from the sources and make resources/translations/*.qm from them.

``--check`` changes nothing and fails, with every reason, when a text is untranslated or outdated,
wrapped so that it cannot be translated, or when a .qm is not what its .ts gives. Run it with the
project's own Python (.venv), which has Qt's lupdate and lrelease.

The texts are collected here and handed to lupdate as one plain list: lupdate itself takes f-strings
as they are written, misses most plurals and says nothing about either.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("app", "editor", "engine", "main.py")
LOCALES = ("en", "ja", "zh_CN")  # English only for its plurals
MARKS = {"QT_TRANSLATE_NOOP", "translate", "tr"}
# The one function that translates texts of tables, which are marked where they stand.
TABLE_LOOKUP = "translated"


@dataclass(frozen=True, order=True)
class Message:
    """One text to translate."""

    context: str
    source: str
    comment: str = ""
    is_plural: bool = False


class Collector(ast.NodeVisitor):
    """Messages of one source file, and what is wrong with how they are wrapped."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.messages: set[Message] = set()
        self.faults: list[str] = []
        self._classes: list[str] = []
        self._functions: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Remember which class ``self.tr`` speaks for."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Remember the function, for the one that may look tables up."""
        self._functions.append(node.name)
        self.generic_visit(node)
        self._functions.pop()

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """A translating function that is not called where it stands loses its context."""
        if node.attr == "tr" or (node.attr == "translate" and _is_qt(node)):
            self._fault(node, "call it directly; under another name it is not found")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Collect a call, or say why it cannot be."""
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else _name(function)
        is_qt = name != "translate" or (isinstance(function, ast.Attribute) and _is_qt(function))
        if name not in MARKS or not is_qt:
            self.generic_visit(node)
            return
        for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
            self.visit(argument)
        if name == "tr":
            if not self._classes:
                self._fault(node, "tr outside a class has no context")
                return
            self._collect(node, self._classes[-1], node.args)
        elif self._functions[-1:] != [TABLE_LOOKUP]:
            context = _text(node.args[0]) if node.args else None
            if context is None:
                self._fault(node, "the context must be a plain text")
                return
            self._collect(node, context, node.args[1:])

    def _collect(self, node: ast.Call, context: str, arguments: list[ast.expr]) -> None:
        source = _text(arguments[0]) if arguments else None
        if not source:
            self._fault(node, "the text must be a plain one; put values in with .format() after")
            return
        comment = ""
        if len(arguments) > 1 and not _is_none(arguments[1]):
            found = _text(arguments[1])
            if found is None:
                self._fault(node, "the comment must be a plain text")
                return
            comment = found
        is_plural = len(arguments) > 2 or any(keyword.arg == "n" for keyword in node.keywords)
        if is_plural != ("%n" in source):
            self._fault(node, "a count and %n belong together")
            return
        if is_plural and isinstance(node.func, ast.Attribute) and node.func.attr == "tr":
            self._fault(
                node, "plurals need QCoreApplication.translate; tr loses them in subclasses"
            )
            return
        self.messages.add(Message(context, source, comment, is_plural))

    def _fault(self, node: ast.expr, text: str) -> None:
        self.faults.append(f"{self.name}:{node.lineno}: {text}")


def _is_qt(node: ast.Attribute) -> bool:
    return _name(node.value) in ("QCoreApplication", "QApplication", "QGuiApplication")


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def collect(root: Path) -> tuple[list[Message], list[str]]:
    """Every text of the sources, sorted, and the faults of its wrapping."""
    messages: set[Message] = set()
    faults: list[str] = []
    for room in ROOMS:
        place = root / room
        for path in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            if not path.exists():
                continue
            collector = Collector(path.relative_to(root).as_posix())
            collector.visit(ast.parse(path.read_text(encoding="utf-8")))
            messages |= collector.messages
            faults += collector.faults
    return sorted(messages), faults


def tool(name: str) -> str:
    """Path of one of Qt's tools, which lie inside PySide6."""
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        sys.exit("make_translations: PySide6 is not installed; use the project's .venv")
    return str(Path(found.origin).parent / (f"{name}.exe" if sys.platform == "win32" else name))


def run(*command: str) -> None:
    """Run a tool; what it says is shown only when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"make_translations: {Path(command[0]).name} failed: {done.stdout}{done.stderr}")


def update(messages: list[Message], sources: Path, locale: str) -> None:
    """Bring one .ts up to the messages; translations of texts that are gone are dropped."""
    lines = []
    for message in messages:
        texts = ", ".join(repr_qt(t) for t in (message.context, message.source, message.comment))
        lines.append(f"QCoreApplication.translate({texts}{', 1' if message.is_plural else ''})\n")
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "texts.py"
        listing.write_text("".join(lines), encoding="utf-8")
        only = ["-pluralonly"] if locale == "en" else []
        quiet = ["-silent", "-no-obsolete", "-locations", "none", *only]
        languages = ["-source-language", "en", "-target-language", locale]
        run(tool("lupdate"), str(listing), *quiet, *languages, "-ts", str(sources))


def repr_qt(text: str) -> str:
    """A Python literal that lupdate reads as it is meant."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def entries(sources: Path) -> Iterator[tuple[str, ET.Element]]:
    """Context and element of every message of a .ts."""
    for context in ET.parse(sources).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def faults_of(sources: Path) -> list[str]:
    """What is not translated in a .ts, or translated so that something is lost."""
    faults = []
    for context, message in entries(sources):
        source = message.findtext("source", "")
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")]
        for text in forms or [translation.text or ""]:
            place = f"{sources.name}: {context}: {source!r}"
            if translation.get("type") == "unfinished" or not text.strip():
                faults.append(f"{place} is not translated")
                continue
            # A plural form may say its number in words.
            if fields(source) != fields(text) and not (forms and "%n" not in text):
                faults.append(f"{place} has other fields than {text!r}")
            if mnemonic(source) != mnemonic(text):
                faults.append(f"{place} and {text!r}: only one has a mnemonic (&)")
            if source.endswith("…") != bool(re.search(r"…(\(&.\))?$|\(&.\)…$", text)):
                faults.append(f"{place} and {text!r}: only one ends in …")
            if source.strip() == source and text.strip() != text:
                faults.append(f"{place} has spaces around {text!r}")
    return faults


def fields(text: str) -> list[str]:
    """What is put into a text while the program runs."""
    return sorted(re.findall(r"\{[^{}]*\}|%n|%\d", text))


def mnemonic(text: str) -> bool:
    """Whether a text has a letter to press."""
    return "&" in text.replace("&&", "")


def release(sources: Path, binary: Path) -> None:
    """Make one .qm."""
    run(tool("lrelease"), "-silent", str(sources), "-qm", str(binary))


def main(arguments: list[str] | None = None) -> int:
    """Renew or check; 0 when all is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if not current")
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    messages, faults = collect(chosen.root)
    with tempfile.TemporaryDirectory() as folder:
        for locale in LOCALES:
            kept = chosen.root / "i18n" / f"melisma_{locale}.ts"
            shipped = chosen.root / "resources" / "translations" / f"melisma_{locale}.qm"
            sources, binary = Path(folder) / kept.name, Path(folder) / shipped.name
            if kept.exists():
                shutil.copyfile(kept, sources)
            update(messages, sources, locale)
            release(sources, binary)
            faults += faults_of(sources)
            for made, there in ((sources, kept), (binary, shipped)):
                if there.exists() and there.read_bytes() == made.read_bytes():
                    continue
                if chosen.check:
                    faults.append(f"{there.relative_to(chosen.root)} is outdated")
                else:
                    there.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(made, there)
    for fault in faults:
        print(f"make_translations: {fault}", file=sys.stderr)
    if faults and chosen.check:
        print("make_translations: run build/make_translations.py and translate what it names in")
        print("i18n/*.ts (terms: i18n/README.md), then run it again.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
