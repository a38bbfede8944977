"""The list of libraries in About."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from app import __version__
from app.third_party import ROOTS, find_libraries

PROJECT = tomllib.loads((Path(__file__).resolve().parents[3] / "pyproject.toml").read_text())


def test_what_the_project_needs_is_what_is_listed():
    named = {re.split(r"[=<>;]", line)[0].strip() for line in PROJECT["project"]["dependencies"]}
    assert named - {"onnxruntime-directml"} == set(ROOTS)


def test_the_version_is_the_projects():
    assert PROJECT["project"]["version"] == __version__


def test_every_library_names_its_licence():
    libraries = find_libraries()
    assert len(libraries) >= len(ROOTS)
    assert all(library.licence for library in libraries)
    assert any("LGPL" in library.licence for library in libraries)


def test_what_is_not_installed_is_left_out():
    assert find_libraries(("no-such-library",)) == ()
