from __future__ import annotations

import numpy as np
import pytest

from engine.noise import noise, uniform


def test_noise_is_standard_normal():
    values = noise(1, "phrase", "vocoder", 0, (400_000,)).astype(np.float64)
    assert abs(values.mean()) < 0.005
    assert abs(values.std() - 1.0) < 0.005
    assert abs(np.mean(values**4) - 3.0) < 0.05
    assert abs(np.corrcoef(values[:-1], values[1:])[0, 1]) < 0.005


def test_noise_never_changes_between_releases():
    values = noise(7, "n1", "acoustic", 0, (4,))
    expected = [0.6614687, -1.8809428, 1.2466249, 0.4191705]
    np.testing.assert_allclose(values, expected, rtol=0, atol=1e-6)


def test_a_short_draw_is_the_beginning_of_a_long_one():
    long = noise(1, "a", "pitch", 0, (1001,))
    assert np.array_equal(noise(1, "a", "pitch", 0, (333,)), long[:333])


@pytest.mark.parametrize(
    "other", [(2, "a", "s", 0), (1, "b", "s", 0), (1, "a", "t", 0), (1, "a", "s", 1)]
)
def test_every_field_changes_the_noise(other):
    assert not np.array_equal(noise(1, "a", "s", 0, (64,)), noise(*other, (64,)))


def test_fields_do_not_run_into_each_other():
    assert not np.array_equal(noise(1, "ab", "c", 0, (8,)), noise(1, "a", "bc", 0, (8,)))


def test_uniform_fills_zero_to_one():
    values = uniform(1, "a", "s", 0, (100, 100))
    assert values.shape == (100, 100)
    assert values.dtype == np.float32
    assert values.min() >= 0.0
    assert values.max() < 1.0
    assert abs(values.mean() - 0.5) < 0.01
