from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.cache.keys import KeyHasher, run_key

BASE = {
    "model_id": "m",
    "runtime_tag": "r/cpu",
    "inputs": {"a": np.zeros((1, 3), np.float32), "b": np.ones(2, np.int64)},
    "noise": (1, 2, "n1"),
}


def test_the_order_of_inputs_does_not_matter():
    swapped = dict(reversed(list(BASE["inputs"].items())))
    assert run_key(**BASE) == run_key(**{**BASE, "inputs": swapped})


@pytest.mark.parametrize(
    "change",
    [
        {"model_id": "n"},
        {"runtime_tag": "r/cuda"},
        {"noise": (1, 2, "n2")},
        {"noise": ()},
        {"inputs": {"a": np.zeros((3, 1), np.float32), "b": np.ones(2, np.int64)}},
        {"inputs": {"a": np.zeros((1, 3), np.float64), "b": np.ones(2, np.int64)}},
        {"inputs": {"a": np.zeros((1, 3), np.float32), "c": np.ones(2, np.int64)}},
        {"inputs": {"a": np.zeros((1, 3), np.float32)}},
        {"inputs": {"a": np.full((1, 3), 1e-30, np.float32), "b": np.ones(2, np.int64)}},
    ],
)
def test_every_listed_field_changes_the_key(change):
    assert run_key(**BASE) != run_key(**{**BASE, **change})


def test_a_key_has_128_bits_in_hexadecimal():
    assert len(run_key(**BASE)) == 32


def test_a_view_and_its_copy_have_one_key():
    wide = np.arange(12, dtype=np.float32).reshape(3, 4)
    one = KeyHasher("t").add(wide[:, ::2]).hexdigest()
    assert one == KeyHasher("t").add(np.ascontiguousarray(wide[:, ::2])).hexdigest()


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_two_lists_of_fields_never_read_alike(one, two):
    keys = [KeyHasher("t").add(*fields).hexdigest() for fields in (one, two)]
    assert (keys[0] == keys[1]) == (one == two)


def test_fields_of_different_kinds_differ():
    fields = [1, 1.0, True, "1", b"1", None, (), (1,)]
    assert len({KeyHasher("t").add(field).hexdigest() for field in fields}) == len(fields)
