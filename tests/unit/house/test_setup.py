"""The setup scripts keep what the README promises."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPTS = [ROOT / "build" / name for name in ("run.py", "test.py", "environment.py")]
LOCKS = sorted((ROOT / "build" / "locks").glob("*.txt"))


def lock_entries(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_the_readmes_commands_need_nothing_but_python(script):
    imported = set()
    for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported.add(node.module.split(".")[0])
    assert imported - {"environment"} <= sys.stdlib_module_names


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_package_is_pinned_with_hashes(lock):
    entries = lock_entries(lock)
    assert len(entries) > 15
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+==[0-9][^ ]*( ; [^-]+)? +--hash=sha256:[0-9a-f]{64}", entry)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_no_lock_names_a_host(lock):
    assert not re.search(r"://|index-url|find-links|\.org|\.com", lock.read_text(encoding="utf-8"))


def test_the_locks_hold_what_the_project_pins():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = {entry.split(" ")[0] for entry in lock_entries(ROOT / "build" / "locks" / "run.txt")}
    for requirement in project["dependencies"]:
        name, _, version = requirement.split(";")[0].strip().partition("==")
        if version:
            assert f"{name.lower()}=={version}" in locked


def test_singing_needs_no_torch():
    names = {re.split(r"==", entry)[0] for lock in LOCKS for entry in lock_entries(lock)}
    assert not names & {"torch", "tensorboard", "matplotlib", "safetensors"}


def test_the_readme_names_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 build/run.py render --demo" in text
    assert "python3 build/test.py" in text


def test_nothing_heavy_is_imported_by_the_command_line_itself():
    code = (
        "import sys; import app.cli.main; app.cli.main.build_parser();"
        "print(*sorted({n.split('.')[0] for n in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = set(done.stdout.split())
    heavy = {"numpy", "onnx", "onnxruntime", "PySide6", "soundfile", "soxr", "mido", "torch"}
    assert not loaded & heavy


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal there")
def test_the_window_library_keeps_the_references_of_none():
    """style-anchors trap 1: one release dropped a reference of None at every void call."""
    code = (
        "import sys; from PySide6.QtCore import QObject; o = QObject();"
        "o.setObjectName('x'); before = sys.getrefcount(None);"
        "[o.setObjectName('y') for _ in range(5000)];"
        "print(sys.getrefcount(None) - before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert abs(int(done.stdout)) < 1000
