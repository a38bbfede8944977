#!/usr/bin/env python3
"""Write build/locks/{run,test}.txt anew: every package with its version and wheel hashes.

Uses the package index that pip is set up with; no address is written. The hashes are those of every
file that the index offers for the version, so that one lock serves all systems.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def resolve(requirements: list[str]) -> list[tuple[str, str, str]]:
    """Resolved (name, version, sha256) of the wheels that this machine would install."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed"]
        command += ["--quiet", "--only-binary", ":all:", "--report", str(report), *requirements]
        subprocess.run(command, check=True)
        items = json.loads(report.read_text())["install"]
    found = []
    for item in items:
        info = item["download_info"]["archive_info"]
        digest = info.get("hashes", {}).get("sha256") or info["hash"].split("=", 1)[1]
        found.append((item["metadata"]["name"], item["metadata"]["version"], digest))
    return sorted(found, key=lambda row: re.sub(r"[-_.]+", "-", row[0]).lower())


def main() -> None:
    """Resolve both sets and write them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    sets = {
        "run": project["dependencies"],
        "test": project["dependencies"] + project["optional-dependencies"]["test"],
    }
    for name, requirements in sets.items():
        version = ".".join(map(str, sys.version_info[:2]))
        lines = [f"# Made by build/make_locks.py for Python {version}"]
        for package, release, digest in resolve(requirements):
            lines.append(f"{package}=={release} \\\n    --hash=sha256:{digest}")
        (ROOT / "build" / "locks" / f"{name}.txt").write_text("\n".join(lines) + "\n")
        print(f"{name}: {len(lines) - 1} packages")


if __name__ == "__main__":
    main()
