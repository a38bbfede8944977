from __future__ import annotations

from pathlib import Path

import pytest

from tests.tiny_onnx_bank import write_tiny_bank


@pytest.fixture(scope="session")
def tiny_bank(tmp_path_factory) -> Path:
    return write_tiny_bank(tmp_path_factory.mktemp("banks") / "tiny")
