"""Guards for every test: own folders, no leaked threads, repeatable examples."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the user's home is read or written."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture(autouse=True)
def _no_leaked_threads() -> Iterator[None]:
    """A test that leaves a thread behind fails and names it."""
    before = set(threading.enumerate())
    yield
    deadline_s = time.monotonic() + 2.0
    while left := {t for t in threading.enumerate() if t not in before and t.is_alive()}:
        if time.monotonic() > deadline_s:
            pytest.fail(f"threads left behind: {sorted(t.name for t in left)}")
        time.sleep(0.01)


@pytest.fixture
def rng() -> np.random.Generator:
    """The one source of chance in tests."""
    return np.random.default_rng(20260101)


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parent.parent
