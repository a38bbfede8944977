"""Put the scripts of build/voice on the path: build/ is not a package."""

from __future__ import annotations

import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[3] / "build" / "voice"
if str(SCRIPTS) not in sys.path:
    sys.path.insert(0, str(SCRIPTS))
