"""The independent measure of stems on signals with known parts."""

from __future__ import annotations

import numpy as np
import pytest

from engine.training.stem_measure import measure_stems


@pytest.mark.parametrize("noise_db", [-20.0, -35.0, -50.0])
def test_parts_of_a_made_signal_are_found(noise_db: float) -> None:
    rng = np.random.default_rng(0)
    f0 = (250.0 * 2 ** (0.02 * np.sin(np.arange(120) / 2.5))).astype(np.float32)
    samples = np.interp(np.arange(120 * 512), np.arange(120) * 512, f0)
    phase = 2 * np.pi * np.cumsum(samples) / 44_100
    harmonic = 0.2 * np.cos(phase) + 0.1 * np.cos(2 * phase)
    noise = 10 ** (noise_db / 20) * rng.standard_normal(len(phase))
    found = measure_stems(
        (harmonic + noise).astype(np.float32), f0, np.arange(10, 110), sample_rate_hz=44_100,
        hop_samples=512,
    )  # fmt: skip
    assert np.median(found.voicing_db) == pytest.approx(10 * np.log10(0.025), abs=0.6)
    assert np.median(found.breathiness_db) == pytest.approx(noise_db, abs=1.5)
    share = np.sqrt(0.1**2 / (0.2**2 + 0.1**2))
    # Noise as loud as the overtones counts among them: the measure is for voices, not whispers.
    tolerance = 0.15 if noise_db < -30.0 else 0.3
    wanted = np.log(share / (1 - share))
    assert np.median(found.tension_logit) == pytest.approx(wanted, abs=tolerance)
