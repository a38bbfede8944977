"""Rectified flow."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from engine.training.flow import flow_pair, sample, start_time  # noqa: E402


def test_depth_zero_returns_the_guess_bit_for_bit() -> None:
    guess, noise = torch.randn(1, 5, 3), torch.randn(1, 5, 3)
    found = sample(lambda x, t: x * 1e6, guess, noise, start=start_time(0.0, 0.4), steps=4)
    assert torch.equal(found, guess)


def test_depth_is_limited_by_the_earliest_time() -> None:
    assert start_time(0.3, 0.4) == pytest.approx(0.7)
    assert start_time(1.0, 0.4) == pytest.approx(0.4)


@pytest.mark.parametrize("steps", [1, 3, 20])
def test_a_straight_field_reaches_the_data_in_any_number_of_steps(steps: int) -> None:
    data, noise = torch.randn(2, 4, 3), torch.randn(2, 4, 3)
    _, velocity = flow_pair(data, noise, torch.zeros(2))
    found = sample(lambda x, t: velocity, data, noise, start=0.0, steps=steps)
    assert torch.allclose(found, data, atol=1e-5)


def test_the_point_moves_from_noise_to_data() -> None:
    data, noise = torch.randn(2, 4), torch.randn(2, 4)
    assert torch.equal(flow_pair(data, noise, torch.zeros(2))[0], noise)
    assert torch.allclose(flow_pair(data, noise, torch.ones(2))[0], data)
