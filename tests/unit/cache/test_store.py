from __future__ import annotations

import errno
import logging
import os
import subprocess
import sys
import time

import numpy as np
import pytest
import xxhash

from engine.cache import store
from engine.cache.format import decode, encode
from engine.cache.store import TensorCache, cache_info, clear_cache, verify_cache

KEY = "ab" + "0" * 30


def tensors(seed: int = 0, n: int = 100) -> dict[str, np.ndarray]:
    values = np.random.default_rng(seed)
    return {
        "mel": values.standard_normal((1, n, 8)).astype(np.float32),
        "mask": values.standard_normal((1, n)) > 0,
        "count": np.array(5, dtype=np.int64),
        "empty": np.zeros((1, 0), dtype=np.float32),
    }


def same(one, two) -> bool:
    return one.keys() == two.keys() and all(
        one[name].dtype == two[name].dtype and np.array_equal(one[name], two[name]) for name in one
    )


def write(folder, key=KEY, **content):
    cache = TensorCache(folder)
    cache.put(key, tensors(**content))
    cache.close()
    (path,) = folder.glob(f"??/{key}.tensorcache")
    return path


def test_what_was_put_comes_back_in_another_session(tmp_path):
    write(tmp_path)
    found = TensorCache(tmp_path).get(KEY)
    assert same(found, tensors())
    assert not found["mel"].flags.writeable


def test_what_was_put_is_there_at_once(tmp_path):
    cache = TensorCache(tmp_path)
    cache.put(KEY, tensors())
    assert same(cache.get(KEY), tensors())
    cache.close()


def test_without_a_folder_results_stay_in_memory():
    cache = TensorCache(None)
    cache.put(KEY, tensors())
    assert same(cache.get(KEY), tensors())
    cache.close()
    cache.close()
    assert cache.get(KEY) is None


def test_memory_holds_no_more_than_its_limit(tmp_path):
    cache = TensorCache(None, memory_bytes=20_000)
    for index in range(10):
        cache.put(f"{index:032x}", tensors(seed=index))
    assert cache.get(f"{0:032x}") is None
    assert cache.get(f"{9:032x}") is not None


DEFECTS = {
    "empty": lambda content: b"",
    "one byte": lambda content: b"M",
    "cut short": lambda content: content[:-1],
    "cut in half": lambda content: content[: len(content) // 2],
    "longer": lambda content: content + b"\0",
    "a flipped bit in the data": lambda content: (
        content[:-40] + bytes([content[-40] ^ 1]) + content[-39:]
    ),
    "a flipped bit in the header": lambda content: content[:30] + b"#" + content[31:],
    "another format": lambda content: b"RIFF" + content[4:],
    "zeros": lambda content: bytes(len(content)),
    "another key's file": lambda content: b"".join(encode("c" * 32, tensors())),
}


@pytest.mark.parametrize("defect", DEFECTS)
def test_a_damaged_file_is_a_miss_and_goes(tmp_path, defect):
    path = write(tmp_path)
    path.write_bytes(DEFECTS[defect](path.read_bytes()))
    assert TensorCache(tmp_path).get(KEY) is None
    assert not path.exists()


def test_a_header_that_lies_about_shapes_is_refused():
    content = b"".join(encode(KEY, {"a": np.zeros(4, np.float32)}))
    with pytest.raises(ValueError, match="key"):
        decode("d" * 32, content)

    lying = content[:-16].replace(b'"shape":[4]', b'"shape":[9]')
    lying += xxhash.xxh3_128_digest(lying)
    with pytest.raises(ValueError, match="too short"):
        decode(KEY, lying)


def test_a_directory_in_place_of_a_file_is_a_miss(tmp_path):
    (tmp_path / "ab" / f"{KEY}.tensorcache").mkdir(parents=True)
    assert TensorCache(tmp_path).get(KEY) is None


def test_the_least_recently_used_files_go_first(tmp_path):
    one = write(tmp_path, "aa" + "1" * 30)
    two = write(tmp_path, "bb" + "2" * 30)
    size = one.stat().st_size
    long_ago = time.time() - 1000
    os.utime(one, (long_ago, long_ago))
    os.utime(two, (long_ago + 1, long_ago + 1))
    cache = TensorCache(tmp_path, budget_bytes=int(2.5 * size))
    assert cache.get("aa" + "1" * 30) is not None  # used now, so the other one is older
    cache.put("cc" + "3" * 30, tensors(seed=3))
    cache.close()
    assert one.exists()
    assert not two.exists()
    assert cache_info(tmp_path).n_bytes <= 2.5 * size


def test_half_written_files_of_dead_processes_are_swept(tmp_path):
    (tmp_path / "ab").mkdir()
    old, young = tmp_path / "ab" / "x.tmp", tmp_path / "ab" / "y.tmp"
    old.write_bytes(b"x")
    young.write_bytes(b"y")
    os.utime(old, (1, 1))
    write(tmp_path)
    assert not old.exists()
    assert young.exists()


def test_a_full_disk_is_said_once_and_nothing_stops(tmp_path, monkeypatch, caplog):
    def full(source, target):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(store.os, "replace", full)
    cache = TensorCache(tmp_path)
    with caplog.at_level(logging.WARNING):
        for index in range(5):
            cache.put(f"{index:032x}", tensors())
        cache.drain()
    assert same(cache.get(f"{0:032x}"), tensors())
    cache.close()
    assert len(caplog.records) == 1
    assert "No space left" in caplog.text
    assert list(tmp_path.glob("??/*")) == []


def test_a_folder_that_cannot_be_made_is_said_once(tmp_path, caplog):
    (tmp_path / "file").write_text("in the way")
    cache = TensorCache(tmp_path / "file" / "cache")
    with caplog.at_level(logging.WARNING):
        cache.put(KEY, tensors())
        cache.put("cd" + "0" * 30, tensors())
        cache.close()
    assert len(caplog.records) == 1


_WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import numpy as np
from engine.cache.store import TensorCache
cache = TensorCache(Path(sys.argv[1]))
for turn in range(30):
    for index in range(5):
        key = f"{index:032x}"
        found = cache.get(key)
        assert found is None or (found["x"] == index).all()
        cache._memory.clear()
        cache.put(key, {"x": np.full(5000, index, np.float32)})
cache.close()
"""


def test_two_processes_share_one_folder(tmp_path):
    from pathlib import Path

    root = str(Path(store.__file__).parents[2])
    command = [sys.executable, "-c", _WRITER, str(tmp_path), root]
    writers = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    for writer in writers:
        _, errors = writer.communicate(timeout=60)
        assert writer.returncode == 0, errors.decode()
    assert verify_cache(tmp_path) == store.VerifyResult(n_good=5, n_removed=0)
    assert list(tmp_path.glob("??/*.tmp")) == []


def test_info_verify_and_clear(tmp_path):
    write(tmp_path, "aa" + "1" * 30)
    path = write(tmp_path, "bb" + "2" * 30)
    assert cache_info(tmp_path).n_files == 2
    path.write_bytes(b"damaged")
    assert verify_cache(tmp_path) == store.VerifyResult(n_good=1, n_removed=1)
    assert clear_cache(tmp_path) == 1
    assert cache_info(tmp_path) == store.CacheInfo(folder=tmp_path, n_files=0, n_bytes=0)
    assert cache_info(tmp_path / "nowhere").n_files == 0
