"""The voice that ships sounds as it did when its golden render was stored."""

from __future__ import annotations

import numpy as np
import pytest

from tests.golden.recording import FILE, arrays, sing

# Processors round differently; anything that can be heard is far above these.
TOLERANCES = {
    "sung_pitch": 0.001,  # semitones
    "sung_breathiness": 0.02,  # dB
    "sung_voicing": 0.02,
    "sung_energy": 0.02,
    "sung_tension": 0.005,  # logit
    "bands_db": 0.5,  # in one short window of one band
}
MEAN_BANDS_DB = 0.02


@pytest.fixture(scope="module")
def now():
    return arrays(sing())


@pytest.fixture(scope="module")
def golden():
    with np.load(FILE, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def test_the_golden_render_names_the_same_arrays(now, golden):
    assert now.keys() == golden.keys()
    assert set(TOLERANCES) <= now.keys()


def test_phonemes_stand_where_they_stood(now, golden):
    np.testing.assert_array_equal(now["token_frames"], golden["token_frames"])
    assert now["n_samples"] == golden["n_samples"]


@pytest.mark.parametrize("name", sorted(TOLERANCES))
def test_nothing_moved_beyond_its_tolerance(now, golden, name):
    difference = np.abs(now[name].astype("f8") - golden[name].astype("f8"))
    assert difference.max() <= TOLERANCES[name], (
        f"{name} moved by {difference.max():.4f}: if that is meant, renew the golden render "
        "with `.venv/bin/python -m tests.golden.recording`"
    )


def test_the_sound_as_a_whole_stays_where_it_was(now, golden):
    difference = np.abs(now["bands_db"].astype("f8") - golden["bands_db"].astype("f8"))
    assert difference.mean() <= MEAN_BANDS_DB


def test_a_change_that_can_be_heard_is_found(now, golden):
    quieter = now["bands_db"].astype("f8") - 0.3
    assert np.abs(quieter - golden["bands_db"].astype("f8")).mean() > MEAN_BANDS_DB
