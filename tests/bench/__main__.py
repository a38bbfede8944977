"""Measure: ``python -m tests.bench [NAME ...] [--json]``; 1 when a target is missed."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

from tests.bench import arrangement, memory, painting, pitch, sound, speed, start, strokes, window
from tests.bench.figures import Figure

BENCHES: dict[str, Callable[[Path], Iterator[Figure]]] = {
    "cold-warm": speed.cold_and_warm,
    "one-note": speed.one_note,
    "other-bank": speed.other_bank,
    "cancel": speed.cancel,
    "memory": memory.ten_minutes,
    "pitch": pitch.songs,
    "sound": sound.busy,
    "start": start.first_paint,
    "painting": painting.roll,
    "arrangement": arrangement.overview,
    "strokes": strokes.pencil,
    "event-loop": window.event_loop,
    "edit-to-sound": window.edit_to_sound,
    "window-memory": window.memory,
}


def main() -> int:
    """Run the named benches, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    chosen = parser.parse_args()
    unknown = set(chosen.names) - BENCHES.keys()
    if unknown:
        parser.error(f"no bench is called {', '.join(sorted(unknown))}")
    n_missed = 0
    for name, bench in BENCHES.items():
        if chosen.names and name not in chosen.names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            for figure in bench(Path(folder)):
                n_missed += not figure.is_met
                text = json.dumps({"bench": name, **asdict(figure)})
                print(text if chosen.json else figure.line(), flush=True)
    return 1 if n_missed else 0


if __name__ == "__main__":
    sys.exit(main())
