"""Features against formulas worked out independently."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.training.config import MelConfig
from engine.training.features import (
    fill_rest_notes,
    fit_frames,
    frame_windows,
    hz_to_slaney_mel,
    log_mel,
    mel_filterbank,
    rms_db,
    sample_curve,
    seconds_to_frames,
    slaney_mel_to_hz,
    tension_logit,
)

MEL = MelConfig()


def test_slaney_scale_hits_its_anchor_points() -> None:
    hz = np.array([0.0, 200.0 / 3.0, 1000.0, 6400.0])
    assert hz_to_slaney_mel(hz) == pytest.approx([0.0, 1.0, 15.0, 42.0])
    assert slaney_mel_to_hz(hz_to_slaney_mel(hz)) == pytest.approx(hz)


def test_filters_have_unit_area_in_hertz() -> None:
    bank = mel_filterbank(MEL)
    assert bank.shape == (128, 1025)
    area = bank.sum(axis=1) * MEL.sample_rate_hz / MEL.fft_samples
    assert area[60:] == pytest.approx(np.ones(68), rel=0.05)


def test_mel_of_a_sine_equals_the_sum_written_out() -> None:
    n = np.arange(44_100)
    audio = (0.3 * np.sin(2 * np.pi * 1000.0 * n / 44_100)).astype(np.float32)
    found = log_mel(audio, MEL)
    assert found.shape == (44_100 // 512, 128)
    frame, band = 40, 63
    start = frame * 512 - 768
    window = [0.5 - 0.5 * math.cos(2 * math.pi * i / 2048) for i in range(2048)]
    segment = np.array(window) * audio[start : start + 2048]
    total = 0.0
    low, high = hz_to_slaney_mel(np.array([40.0, 16_000.0]))
    edges = slaney_mel_to_hz(low + (high - low) * np.array([band, band + 1, band + 2]) / 129)
    for k in range(1025):
        hz = k * 44_100 / 2048
        if edges[0] < hz < edges[2]:
            turn = np.exp(-2j * np.pi * k * np.arange(2048) / 2048)
            rise = (hz - edges[0]) / (edges[1] - edges[0])
            fall = (edges[2] - hz) / (edges[2] - edges[1])
            total += abs(segment @ turn) * min(rise, fall) * 2 / (edges[2] - edges[0])
    assert found[frame, band] == pytest.approx(math.log(max(total, 1e-5)), abs=1e-3)


def test_silence_lies_on_both_floors() -> None:
    silence = np.zeros(8192, np.float32)
    assert log_mel(silence, MEL) == pytest.approx(np.full((16, 128), math.log(1e-5)))
    assert rms_db(silence, MEL) == pytest.approx(np.full(16, -96.0))


def test_frames_reflect_at_the_start() -> None:
    ramp = np.arange(4096, dtype=np.float32)
    first = frame_windows(ramp, MEL)[0]
    assert first[768] == 0.0
    assert first[767] == 1.0
    assert first[0] == 768.0


def test_level_of_a_sine() -> None:
    n = np.arange(44_100)
    sine = (0.5 * np.sin(2 * np.pi * 441.0 * n / 44_100)).astype(np.float32)
    assert rms_db(sine, MEL)[20] == pytest.approx(20 * math.log10(0.5 / math.sqrt(2)), abs=0.05)


def test_tension_is_the_logit_of_the_share_above_the_fundamental() -> None:
    n = np.arange(44_100)
    wave = 0.3 * np.sin(2 * np.pi * 300 * n / 44_100) + 0.15 * np.sin(2 * np.pi * 600 * n / 44_100)
    f0 = np.full(86, 300.0, np.float32)
    share = math.sqrt(0.15**2 / (0.3**2 + 0.15**2))
    found = tension_logit(wave.astype(np.float32), f0, MEL)
    assert found[40] == pytest.approx(math.log(share / (1 - share)), abs=0.02)


def test_rounding_rule_vectors_of_the_contract() -> None:
    assert seconds_to_frames([0.08, 0.01, 0.02, 0.005], 10.0).tolist() == [8, 2, 2, 0]
    padding_s = 8 * MEL.frame_ms / 1000
    worked = [padding_s, 0.0729166667, 0.384375, 0.115625, 1.0, padding_s]
    assert seconds_to_frames(worked, MEL.frame_ms).tolist() == [8, 7, 33, 10, 86, 8]


def test_fitting_takes_the_deficit_from_the_right() -> None:
    assert fit_frames(np.array([5, 5, 1]), 8).tolist() == [5, 3, 0]
    assert fit_frames(np.array([5, 5, 1]), 14).tolist() == [5, 5, 4]


def test_curves_are_sampled_at_frame_starts() -> None:
    seconds = np.arange(400, dtype=np.float32) * np.float32(0.005)
    found = sample_curve(seconds, 0.005, 100, MEL)
    assert found == pytest.approx(np.arange(100) * 512 / 44_100, abs=1e-5)


def test_rests_take_the_tone_of_their_neighbours() -> None:
    midi, rest = fill_rest_notes([None, 60.0, None, None, 64.0, None])
    assert midi.tolist() == [60, 60, 60, 64, 64, 64]
    assert rest.tolist() == [True, False, True, True, False, True]
