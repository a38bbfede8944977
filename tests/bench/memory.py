"""Peak memory of the command line with a song of ten minutes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from editor.formats.registry import write_song
from tests.bench.figures import Figure
from tests.bench.songs import ROOT, song_of


def ten_minutes(work: Path) -> Iterator[Figure]:
    """Render with an empty cache, into sound, DS and the song."""
    song = work / "long.melisma"
    write_song(song_of(600.0), song)
    command = [sys.executable, str(ROOT / "main.py"), "render", str(song)]
    command += ["-o", str(work / "long.wav"), "--json"]
    environment = {**os.environ, "XDG_CACHE_HOME": str(work / "cache")}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    summary = json.loads(done.stdout.splitlines()[-1])
    yield Figure(name="ten minutes: length of the song", value=summary["audio_s"], unit="s")
    yield Figure(
        name="ten minutes: peak memory", value=summary["peak_rss_mb"], unit="MB", at_most=800
    )
    yield Figure(
        name="ten minutes: times real time, models opened on the way",
        value=summary["audio_s"] / (summary["wall_s"] + summary["load_s"]),
        unit="x",
        at_least=15,
    )
