"""Networks: regulators, filters, sources, embeddings."""

from __future__ import annotations

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from small_runs import tiny_runs  # noqa: E402

from engine.training.config import MelConfig  # noqa: E402
from engine.training.dataset import fundamental  # noqa: E402
from engine.training.models.acoustic import (  # noqa: E402
    NEPERS_PER_DB,
    AcousticModel,
    denormalise_mel,
)
from engine.training.models.blocks import items_at_frames, spread  # noqa: E402
from engine.training.models.pitch import smoothed_score  # noqa: E402
from engine.training.models.vocoder import FrameFilter, aligned_phase  # noqa: E402
from engine.training.recipe import build_module  # noqa: E402


def test_frames_find_their_phoneme() -> None:
    durations = torch.tensor([[2, 0, 3]])
    item, elapsed, length = items_at_frames(durations, torch.arange(6).unsqueeze(0))
    assert item.tolist() == [[0, 0, 2, 2, 2, 2]]
    assert elapsed.tolist() == [[0, 1, 0, 1, 2, 3]]
    assert length.tolist() == [[2, 2, 3, 3, 3, 3]]
    values = torch.tensor([[[1.0], [2.0], [3.0]]])
    assert spread(values, item)[0, :, 0].tolist() == [1, 1, 3, 3, 3, 3]


def test_a_crop_sees_what_the_whole_phrase_shows() -> None:
    durations = torch.tensor([[4, 5, 6]])
    whole = items_at_frames(durations, torch.arange(15).unsqueeze(0))
    part = items_at_frames(durations, torch.arange(5).unsqueeze(0) + 6)
    for a, b in zip(whole, part, strict=True):
        assert torch.equal(a[:, 6:11], b)


def test_score_smoothing_keeps_levels_and_is_five_frames_wide() -> None:
    steps = torch.tensor([[60.0] * 8 + [62.0] * 8])
    smooth = smoothed_score(steps)[0]
    assert smooth[:6].tolist() == pytest.approx([60.0] * 6)
    assert smooth[10:].tolist() == pytest.approx([62.0] * 6, abs=1e-4)
    assert 60.0 < float(smooth[7]) < 61.0 < float(smooth[8]) < 62.0


@pytest.mark.parametrize("use_matrices", [False, True])
def test_a_flat_filter_passes_the_signal(use_matrices: bool) -> None:
    part = FrameFilter(128, 512, 128)
    part.use_matrices = use_matrices
    signal = torch.randn(1, 2048)
    found = part(signal, torch.ones(1, 16, 257), None)
    assert torch.allclose(found[:, 64:-64], signal[:, 64:-64], atol=1e-4)


def test_matrices_and_fft_filter_alike() -> None:
    part = FrameFilter(256, 1024, 128)
    signal, real, imaginary = torch.randn(1, 4096), torch.randn(1, 16, 513), torch.randn(1, 16, 513)
    fast = part(signal, real, imaginary)
    part.use_matrices = True
    imaginary[:, :, [0, -1]] = 0.0  # a real signal has no imaginary part there
    part.use_matrices = False
    fast = part(signal, real, imaginary)
    part.use_matrices = True
    assert torch.allclose(part(signal, real, imaginary), fast, atol=2e-4)


def test_pulses_have_the_pitch_they_were_given() -> None:
    model = build_module(tiny_runs()["vocoder"])
    f0 = torch.full((1, 86), 220.5)
    cycles, at_samples = model.cycles(f0)
    pulses = model.pulses(cycles, at_samples, torch.ones_like(cycles))[0].numpy()
    peaks = np.flatnonzero(pulses > 0.5 * pulses.max())
    starts = peaks[np.insert(np.diff(peaks) > 20, 0, True)]
    assert np.diff(starts).mean() == pytest.approx(200.0, abs=0.1)
    assert pulses.std() == pytest.approx(1.0, abs=0.1)


def test_phase_lines_up_with_a_recording() -> None:
    model = build_module(tiny_runs()["vocoder"])
    f0 = torch.full((1, 40), 300.0)
    cycles, _ = model.cycles(f0)
    recording = torch.cos(2 * np.pi * (cycles + 0.3))
    assert float(aligned_phase(model, f0, recording)) == pytest.approx(0.3, abs=0.01)


def test_unvoiced_frames_have_no_harmonics() -> None:
    model = build_module(tiny_runs()["vocoder"])
    mel, noise = torch.full((1, 20, 128), -6.0), torch.randn(1, 20 * 512)
    harmonic, aperiodic = model.stems(mel, torch.zeros(1, 20), noise)
    assert float(harmonic.detach().abs().max()) == 0.0
    assert torch.isfinite(aperiodic).all()


def test_expressiveness_zero_gives_the_plain_score() -> None:
    model = build_module(tiny_runs()["pitch"])
    base, x = torch.full((1, 6), 60.0), torch.randn(1, 6)
    ones = torch.ones(1, 6).bool()
    assert torch.equal(model.pitch(x, x, base, torch.zeros(1, 6), ones), base)


def test_speaker_vectors_may_be_mixed_and_change_per_frame() -> None:
    model = build_module(tiny_runs()["acoustic"])
    vectors = model.speakers.weight.detach()
    weight = torch.linspace(0, 1, 12).reshape(1, 12, 1)
    embed = vectors[0] * (1 - weight) + vectors[1] * weight
    tokens, durations = torch.tensor([[1, 3, 1]]), torch.tensor([[4, 4, 4]])
    f0, variances = torch.full((1, 12), 220.0), torch.zeros(1, 12, 3)
    _, mixed = model.condition(tokens, durations, f0, variances, embed)
    _, first = model.condition(tokens, durations, f0, variances, embed * 0 + vectors[0])
    assert torch.isfinite(mixed).all()
    assert not torch.allclose(mixed[:, -1], first[:, -1])


def painted(model: AcousticModel, **moves: float) -> torch.Tensor:
    """Guess of a voiced stretch with curves moved, ln magnitude [T, n_mels]."""
    tokens, durations = torch.tensor([[1, 3, 2]]), torch.tensor([[20, 40, 20]])
    curves = torch.tensor([-30.0, -20.0, 0.5]).expand(1, 80, 3).clone()
    for index, name in enumerate(("breathiness", "voicing", "tension")):
        curves[:, :, index] += moves.get(name, 0.0)
    embed = model.speakers.weight[:1].reshape(1, 1, -1).expand(1, 80, -1)
    with torch.no_grad():
        _, guess = model.condition(tokens, durations, torch.full((1, 80), 300.0), curves, embed)
    return denormalise_mel(guess)[0]


def test_moving_both_levels_moves_the_whole_mel_by_as_much() -> None:
    model = build_module(tiny_runs()["acoustic"]).eval()
    moved = painted(model, breathiness=6.0, voicing=6.0) - painted(model)
    loud = painted(model) > -8.0
    assert loud.any()
    assert moved[loud].mean() == pytest.approx(6.0 * NEPERS_PER_DB, abs=0.02)


def test_tension_moves_overtones_against_the_fundamental_at_equal_power() -> None:
    model = build_module(tiny_runs()["acoustic"]).eval()
    harmonic = torch.randn(1, 10, model.config.n_mels) - 3.0
    f0_hz = torch.full((1, 10), 300.0)

    def balance(tension: float) -> float:
        mel = model.weigh_overtones(harmonic, f0_hz, torch.full((1, 10, 1), tension))
        low = model.bin_centres_hz < 1.2 * 300.0
        return float(mel[..., ~low].mean() - mel[..., low].mean())

    assert balance(-1.0) < balance(0.0) < balance(1.0) < balance(3.0)
    same = model.weigh_overtones(harmonic, f0_hz, torch.full((1, 10, 1), 1.0))
    assert torch.isfinite(same).all()


def test_the_vocoder_follows_the_level_of_its_mel() -> None:
    model = build_module(tiny_runs()["vocoder"]).eval()
    mel = torch.randn(1, 30, model.config.mel.n_mels) - 4.0
    f0_hz, noise = torch.full((1, 30), 250.0), torch.randn(1, 30 * 512)
    with torch.no_grad():
        quiet, _ = model.stems(mel, f0_hz, noise)
        loud, _ = model.stems(mel + 6.0 * NEPERS_PER_DB, f0_hz, noise)
    middle = slice(5 * 512, 25 * 512)
    ratio = loud[0, middle].square().mean().sqrt() / quiet[0, middle].square().mean().sqrt()
    assert 20.0 * float(torch.log10(ratio)) == pytest.approx(6.0, abs=0.1)


def test_the_fundamental_alone_takes_its_gain() -> None:
    model = build_module(tiny_runs()["vocoder"])
    cycles, at_samples = model.cycles(torch.full((1, 100), 441.0))
    plain = model.pulses(cycles, at_samples, torch.ones_like(cycles))[0]
    louder = model.pulses(cycles, at_samples, torch.full_like(cycles, 2.0))[0]
    spectra = [torch.fft.rfft(x[:44_100]).abs() for x in (plain, louder)]
    harmonics = torch.arange(1, 20) * 441
    ratios = spectra[1][harmonics] / spectra[0][harmonics]
    assert float(ratios[0]) == pytest.approx(2.0, abs=0.01)
    assert torch.allclose(ratios[1:], torch.ones(18), atol=0.01)


def test_an_untrained_vocoder_already_follows_the_balance_of_its_mel() -> None:
    model = build_module(tiny_runs()["vocoder"]).eval()
    f0_hz = torch.full((1, 40), 350.0)
    mel = torch.full((1, 40, model.config.mel.n_mels), -4.0)
    tense = mel - 2.0 * (model.bin_centres_hz < 1.75 * 350.0)

    def balance(mel: torch.Tensor) -> float:
        with torch.no_grad():
            harmonic, _ = model.stems(mel, f0_hz, torch.zeros(1, 40 * 512))
        middle = harmonic[0, 5 * 512 : 35 * 512] * torch.hann_window(30 * 512)
        power = torch.fft.rfft(middle).abs().square()
        edge = round(1.5 * 350.0 * 30 * 512 / 44_100)
        return float(torch.log(power[edge:].sum() / power[:edge].sum()))

    # Twice 2 nepers of magnitude: the power ratio.
    assert balance(tense) - balance(mel) == pytest.approx(4.0, abs=0.4)


def test_the_fundamental_is_found_alone() -> None:
    mel = MelConfig()
    f0_hz = (250.0 * 2 ** (0.03 * np.sin(np.arange(60) / 3))).astype(np.float32)
    at = np.interp(np.arange(60 * 512), np.arange(60) * 512, f0_hz)
    phase = 2 * np.pi * np.cumsum(at) / 44_100
    first = 0.2 * np.cos(phase + 0.3)
    voice = (first + 0.15 * np.cos(2 * phase) + 0.1 * np.cos(3 * phase)).astype(np.float32)
    found = fundamental(voice, f0_hz, mel)
    assert np.abs(found - first)[2000:-2000].max() < 1e-3
