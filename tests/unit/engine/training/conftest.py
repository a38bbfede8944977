"""These tests need torch; the core environment has none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

pytest.importorskip("torch")
pytest.importorskip("safetensors")
pytest.importorskip("onnx")
sys.path.insert(0, str(Path(__file__).parent))
