"""From the start of the process to the first painted frame."""

from __future__ import annotations

import compileall
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.songs import ROOT

N_RUNS = 5
FIRST_PAINT_MS = 1000.0


def first_paint(work: Path) -> Iterator[Figure]:
    """As on a user's second start: the program's files are compiled and read before."""
    for room in ("app", "editor", "engine", "resources"):
        compileall.compile_dir(ROOT / room, quiet=1)
    places = {name: str(work) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **places}
    command = [sys.executable, str(ROOT / "main.py"), "--exit-after-paint"]
    times_ms = []
    for _ in range(N_RUNS + 1):
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
        times_ms.append(json.loads(done.stdout)["first_paint_ms"])
    warm_ms = times_ms[1:]
    yield Figure(
        name=f"start to first paint, warm, median of {N_RUNS}",
        value=statistics.median(warm_ms),
        unit="ms",
        at_most=FIRST_PAINT_MS,
    )
    yield Figure(name="start to first paint, warm, quickest", value=min(warm_ms), unit="ms")
