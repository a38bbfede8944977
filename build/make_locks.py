#!/usr/bin/env python3
"""Write build/locks/{run,test}.txt anew: every package with its version and wheel hashes.

Uses the package index that pip is set up with; no address is written. The hashes are those of every
wheel that the index offers for the version, so that one lock serves all systems and Pythons.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r'href="[^"#]*/([^/"#]+\.whl)#sha256=([0-9a-f]{64})"')
# Packages that only another system needs, which resolving here does not find.
ELSEWHERE = {
    "run": {"onnxruntime-directml": "sys_platform == 'win32'"},
    "test": {
        "onnxruntime-directml": "sys_platform == 'win32'",
        "colorama": "sys_platform == 'win32'",
    },
}
NOT_EVERYWHERE = {"onnxruntime": "sys_platform != 'win32'"}


def normal(name: str) -> str:
    """A package's name as the index writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def resolve(requirements: list[str]) -> list[tuple[str, str]]:
    """Name and version of everything that this machine would install."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed"]
        command += ["--quiet", "--only-binary", ":all:", "--report", str(report), *requirements]
        subprocess.run(command, check=True)
        items = json.loads(report.read_text())["install"]
    found = [(normal(i["metadata"]["name"]), i["metadata"]["version"]) for i in items]
    return sorted(found)


def index_page(package: str) -> str:
    """The index's page of a package."""
    configured = subprocess.run(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    if not (address := os.environ.get("PIP_INDEX_URL") or configured):
        from pip._internal.models.index import PyPI

        address = PyPI.simple_url
    request = urllib.request.Request(
        f"{address.rstrip('/')}/{package}/", headers={"Accept": "text/html"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        text: str = answer.read().decode()
    return text


def wheel_hashes(package: str, release: str) -> list[str]:
    """SHA-256 of every wheel of a version."""
    hashes = {
        digest
        for file, digest in LINK.findall(index_page(package))
        if file.split("-")[1] == release and normal(file.split("-")[0]) == package
    }
    if not hashes:
        raise SystemExit(f"The index names no wheel of {package} {release} with its hash.")
    return sorted(hashes)


def newest(package: str, project: dict) -> str:
    """Version of a package for another system: pinned in the project, else the newest."""
    for requirement in project["dependencies"]:
        if requirement.startswith(f"{package}=="):
            return requirement.split("==")[1].split(";")[0].strip()
    releases = {
        tuple(map(int, file.split("-")[1].split(".")))
        for file, _ in LINK.findall(index_page(package))
        if re.fullmatch(r"[0-9.]+", file.split("-")[1])
    }
    return ".".join(map(str, max(releases)))


def lock_lines(name: str, requirements: list[str], project: dict) -> list[str]:
    """The lines of one lock file."""
    wanted = [(*item, NOT_EVERYWHERE.get(item[0], "")) for item in resolve(requirements)]
    have = {package for package, _, _ in wanted}
    for package, marker in ELSEWHERE[name].items():
        if package not in have:
            wanted.append((package, newest(package, project), marker))
    lines = ["# Made by build/make_locks.py"]
    for package, release, marker in sorted(wanted):
        condition = f" ; {marker}" if marker else ""
        lines.append(f"{package}=={release}{condition} \\")
        hashes = [f"    --hash=sha256:{digest}" for digest in wheel_hashes(package, release)]
        lines += [f"{line} \\" for line in hashes[:-1]] + hashes[-1:]
    return lines


def main() -> None:
    """Resolve both sets and write them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    sets = {
        "run": project["dependencies"],
        "test": project["dependencies"] + project["optional-dependencies"]["test"],
    }
    for name, requirements in sets.items():
        lines = lock_lines(name, requirements, project)
        (ROOT / "build" / "locks" / f"{name}.txt").write_text("\n".join(lines) + "\n")
        print(f"{name}: {sum('==' in line for line in lines)} packages")


if __name__ == "__main__":
    main()
