"""Files of the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import soundfile
from files import write_atomically, write_wav

if TYPE_CHECKING:
    from pathlib import Path


def test_wav_reads_back_exactly_and_has_no_time_in_it(tmp_path: Path) -> None:
    samples = np.linspace(-1, 1, 1000, dtype=np.float32)
    write_wav(tmp_path / "a.wav", samples, sample_rate=44100)
    write_wav(tmp_path / "b.wav", samples, sample_rate=44100)
    read, rate = soundfile.read(tmp_path / "a.wav", dtype="float32")
    assert rate == 44100
    np.testing.assert_array_equal(read, samples)
    assert (tmp_path / "a.wav").read_bytes() == (tmp_path / "b.wav").read_bytes()
    assert len((tmp_path / "a.wav").read_bytes()) % 2 == 0


def test_atomic_write_makes_folders_and_leaves_no_rest(tmp_path: Path) -> None:
    write_atomically(tmp_path / "deep" / "file.txt", b"text")
    assert [p.name for p in (tmp_path / "deep").iterdir()] == ["file.txt"]
