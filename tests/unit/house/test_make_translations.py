"""Every text of the sources is found, and what cannot be translated is named."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "build" / "make_translations.py"
GOOD = """
from PySide6.QtCore import QCoreApplication, QObject
from app.source_text import QT_TRANSLATE_NOOP
TABLE = (QT_TRANSLATE_NOOP("Table", "Say \\"yes\\"…"),)
class Window(QObject):
    def show(self, count):
        a = self.tr("&Play {name}").format(name="x")
        b = QCoreApplication.translate("Window", "%n phrases", "", count)
        return a, b, "x".translate({})
def translated(context, text):
    return QCoreApplication.translate(context, text)
"""


@pytest.fixture
def collector(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    import make_translations

    yield make_translations
    sys.modules.pop("make_translations")


def found(collector, source: str):
    seen = collector.Collector("app/x.py")
    seen.visit(ast.parse(source))
    return seen


def run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), "--root", str(root), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_all_ways_of_marking_are_found(collector):
    seen = found(collector, GOOD)
    assert seen.faults == []
    assert {(m.context, m.source, m.is_plural) for m in seen.messages} == {
        ("Table", 'Say "yes"…', False),
        ("Window", "&Play {name}", False),
        ("Window", "%n phrases", True),
    }


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('class A:\n def f(self): self.tr(f"bad {self}")', "must be a plain"),
        ('class A:\n def f(self, x): self.tr("a" + x)', "must be a plain"),
        ('class A:\n def f(self): t = self.tr; t("x")', "call it directly"),
        ("t = QCoreApplication.translate", "call it directly"),
        ('QCoreApplication.translate(CONTEXT, "x")', "context must be"),
        ('class A:\n def f(self, n): self.tr("%n x", "", n)', "plurals need"),
        ('QCoreApplication.translate("A", "%n x")', "belong together"),
        ('QCoreApplication.translate("A", "x", "", 3)', "belong together"),
        ('QT_TRANSLATE_NOOP("A", text)', "must be a plain"),
        ('window.tr("x")', "outside a class"),
    ],
)
def test_what_cannot_be_translated_is_named_with_its_line(collector, source, words):
    (fault,) = found(collector, source).faults
    assert words in fault
    assert fault.startswith("app/x.py:")


def test_texts_are_carried_over_checked_and_outdated_ones_named(tmp_path):
    (tmp_path / "app").mkdir()
    source = tmp_path / "app" / "x.py"
    source.write_text(GOOD, encoding="utf-8")
    first = run(tmp_path)
    assert first.returncode == 1
    assert "'&Play {name}' is not translated" in first.stderr
    assert "'Table'" not in first.stderr

    def fill(locale: str, *pairs: tuple[str, str]) -> Path:
        path = tmp_path / "i18n" / f"melisma_{locale}.ts"
        text = path.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        return path

    unfinished = '<translation type="unfinished">'
    for locale, forms in (("en", 2), ("ja", 1), ("zh_CN", 1)):
        path = tmp_path / "i18n" / f"melisma_{locale}.ts"
        text = path.read_text(encoding="utf-8")
        assert text.count("<numerusform></numerusform>") == forms
        text = text.replace("<numerusform></numerusform>", "<numerusform>%n 句</numerusform>")
        for english, other in (("&amp;Play {name}", "{name}(&amp;P)"), ("…", "是…")):
            head, separator, tail = text.partition(f"{english}</source>")
            done = tail.replace(
                f"{unfinished}</translation>", f"<translation>{other}</translation>", 1
            )
            text = head + separator + done
        path.write_text(text.replace(unfinished, "<translation>"), encoding="utf-8")
    assert run(tmp_path, "--check").returncode == 1  # the .qm are those from before
    renewed = run(tmp_path)
    assert renewed.returncode == 0, renewed.stderr
    assert run(tmp_path, "--check").returncode == 0

    fill(
        "ja",
        ("<translation>{name}(&amp;P)", "<translation>{nom}"),
        ("<translation>是…", "<translation>是"),
    )
    check = run(tmp_path, "--check")
    assert check.returncode == 1
    assert "has other fields" in check.stderr
    assert "only one has a mnemonic" in check.stderr
    assert "only one ends in …" in check.stderr
    fill(
        "ja",
        ("<translation>{nom}", "<translation>{name}(&amp;P)"),
        ("<translation>是", "<translation>是…"),
    )

    source.write_text(GOOD.replace("&Play", "&Sing"), encoding="utf-8")
    check = run(tmp_path, "--check")
    assert "'&Sing {name}' is not translated" in check.stderr
    assert "melisma_ja.ts is outdated" in check.stderr


def test_the_projects_own_texts_are_all_translated():
    done = run(ROOT, "--check")
    assert done.returncode == 0, done.stderr
