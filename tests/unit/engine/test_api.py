"""A whole bank of tiny real models, from notes to samples."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import engine
from engine.api import Engine, cache_info, verify_cache
from engine.inference.cancel import CancelToken
from engine.inference.sessions import OnnxSessionHost
from engine.timing import Tempo, TempoMap
from engine.types import (
    ColourWeight,
    CurveLayers,
    CurveSegment,
    Parameter,
    PhraseFailed,
    RenderSettings,
    RequestFailed,
    RequestFinished,
    Stage,
    Vibrato,
)
from engine.units import midi_to_hz
from tests.singing import attempt, notes, request, sing
from tests.tiny_onnx_bank import HIDDEN, HOP, MELS, RATE, write_tiny_bank


def open_engine(folder=None, **options) -> Engine:
    return Engine(cache_folder=folder, n_threads=1, **options)


def everywhere(value: float) -> tuple[CurveSegment, ...]:
    return (
        CurveSegment(
            ticks=np.array([0, 10**6], np.int64), values=np.array([value, value], np.float32)
        ),
    )


class Spy(OnnxSessionHost):
    """Keeps what every model was given."""

    def __init__(self) -> None:
        super().__init__(n_threads=1)
        self.given: dict[str, list[dict]] = {}

    def run(self, handle, feeds, cancel: CancelToken):
        name = f"{handle.path.parent.name}/{handle.path.name}"
        self.given.setdefault(name, []).append(dict(feeds))
        return super().run(handle, feeds, cancel)


def test_importing_the_front_door_loads_no_heavy_library():
    heavy = ("PySide6", "torch", "onnxruntime", "onnx", "soundfile", "soxr", "mido")
    code = f"import sys, engine.api; print([n for n in {heavy} if n in sys.modules])"
    root = Path(engine.__path__[0]).parent
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_every_model_gets_the_tensors_of_the_contract(tiny_bank):
    spy = Spy()
    with open_engine(sessions=spy) as opened:
        heard = sing(opened, request(tiny_bank, 1))
    (result,) = heard.results.values()
    t, n = len(result.sung[Parameter.PITCH]), len(result.tokens)
    (given,) = spy.given["tiny/acoustic.onnx"]
    shapes = {name: (value.shape, str(value.dtype)) for name, value in given.items()}
    assert shapes == {
        "tokens": ((1, n), "int64"),
        "durations": ((1, n), "int64"),
        "f0": ((1, t), "float32"),
        "breathiness": ((1, t), "float32"),
        "voicing": ((1, t), "float32"),
        "tension": ((1, t), "float32"),
        "spk_embed": ((1, t, HIDDEN), "float32"),
        "depth": ((1,), "float32"),
        "steps": ((1,), "int64"),
        "melisma_noise_0": ((t * MELS,), "float32"),
    }
    assert given["durations"].sum() == t
    assert given["durations"][0, 0] == given["durations"][0, -1] == 8
    assert given["depth"].tolist() == [0.25]
    assert given["steps"].tolist() == [4]
    (given,) = spy.given["dspitch/pitch.onnx"]
    assert given["retake"].all()
    assert given["retake"].dtype == np.bool_
    assert given["note_dur"].sum() == given["ph_dur"].sum() == t
    assert given["steps"].tolist() == [10]
    (given,) = spy.given["dsvariance/variance.onnx"]
    assert given["retake"].shape == (1, t, 3)
    assert given["steps"].tolist() == [7]
    (given,) = spy.given["dsvocoder/model.onnx"]
    assert given["mel"].shape == (1, t, MELS)
    (given,) = spy.given["dsdur/dur.onnx"]
    assert given["spk_embed"].shape == given["encoder_out"].shape


def test_the_numbers_are_those_worked_out_by_hand(tiny_bank):
    with open_engine() as opened:
        heard = sing(opened, request(tiny_bank, 1))
    (result,) = heard.results.values()
    pitch = result.sung[Parameter.PITCH]
    middle = len(pitch) // 4
    # note + 0.25 * expressiveness + 0.01 * noise
    assert abs(pitch[middle] - 60.25) < 0.05
    np.testing.assert_allclose(
        result.sung[Parameter.BREATHINESS], pitch / 10 - 60, rtol=0, atol=1e-4
    )
    np.testing.assert_allclose(result.sung[Parameter.TENSION], 0.7, atol=1e-6)
    # mel = f0 / 1000 + breathiness / 100 + depth + 0.1 * noise, held for a hop
    held = result.samples.reshape(-1, HOP).mean(axis=1)
    clean = midi_to_hz(pitch) / 1000 + (pitch / 10 - 60) / 100 + 0.25
    assert abs(np.mean(held - clean)) < 0.03
    assert 0.05 < np.std(held - clean) < 0.15
    assert result.sample_rate_hz == RATE
    assert len(result.samples) == sum(result.token_frames) * HOP
    assert result.tokens[0] == result.tokens[-1] == "SP"
    assert result.start_ms == pytest.approx(result.layout.start_ms - 8 * result.frame_ms)


def test_a_second_render_opens_and_runs_no_model_even_in_another_process(
    tiny_bank, tmp_path, monkeypatch
):
    with open_engine(tmp_path) as opened:
        cold = sing(opened, request(tiny_bank, 3))
        warm = sing(opened, request(tiny_bank, 3))
    assert cold.n_runs > 0
    assert (warm.n_runs, warm.n_hits) == (0, cold.n_runs + cold.n_hits)
    monkeypatch.delattr(OnnxSessionHost, "load")
    with open_engine(tmp_path) as opened:
        again = sing(opened, request(tiny_bank, 3))
    assert again.n_runs == 0
    assert cold.samples() == warm.samples() == again.samples()


def test_r25_the_same_models_under_other_names_elsewhere_run_no_more(tiny_bank, tmp_path):
    other = tmp_path / "other place" / "another bank"
    shutil.copytree(tiny_bank, other)
    (other / "acoustic.onnx").rename(other / "renamed.onnx")
    text = (other / "dsconfig.yaml").read_text().replace("acoustic.onnx", "renamed.onnx")
    (other / "dsconfig.yaml").write_text(text)
    with open_engine(tmp_path / "cache") as opened:
        first = sing(opened, request(tiny_bank, 2))
        second = sing(opened, request(other, 2))
    assert second.n_runs == 0
    assert first.samples() == second.samples()


def test_one_changed_note_runs_the_models_of_its_phrase_only(tiny_bank, tmp_path):
    with open_engine(tmp_path) as opened:
        sing(opened, request(tiny_bank, 6))
        changed = sing(opened, request(tiny_bank, 6, notes=notes(6, keys={5: 71}), revision=1))
    stages = changed.last.stages
    for stage in (Stage.PITCH, Stage.VARIANCE, Stage.ACOUSTIC, Stage.VOCODER):
        assert stages[stage].runs == 1
    assert stages[Stage.DURATION].runs <= 2


def test_cold_warm_uncached_and_any_order_give_the_same_bits(tiny_bank, tmp_path):
    with open_engine(tmp_path) as opened:
        cold = sing(opened, request(tiny_bank, 4)).samples()
        warm = sing(opened, request(tiny_bank, 4)).samples()
    off = RenderSettings(use_cache=False)
    with open_engine(tmp_path) as opened:
        without = sing(opened, request(tiny_bank, 4, settings=off))
        backwards = sing(opened, request(tiny_bank, 4, settings=off, playhead_ms=5500.0))
    assert without.n_hits == 0
    assert list(backwards.samples()) != list(without.samples())
    assert cold == warm == without.samples() == backwards.samples()


def test_with_the_cache_off_nothing_is_written(tiny_bank, tmp_path):
    with open_engine(tmp_path) as opened:
        sing(opened, request(tiny_bank, 1, settings=RenderSettings(use_cache=False)))
    assert cache_info(tmp_path).n_files == 0


def test_damaged_cache_files_are_made_again(tiny_bank, tmp_path):
    with open_engine(tmp_path) as opened:
        cold = sing(opened, request(tiny_bank, 2)).samples()
    for index, path in enumerate(sorted(tmp_path.glob("??/*.tensorcache"))):
        path.write_bytes(path.read_bytes()[: -1 - index])
    for path in tmp_path.glob("models/*"):
        path.write_bytes(b"{")
    with open_engine(tmp_path) as opened:
        again = sing(opened, request(tiny_bank, 2))
    assert again.n_runs > 0
    assert again.samples() == cold
    assert verify_cache(tmp_path).n_removed == 0


def test_seed_and_take_change_the_noise_and_come_back(tiny_bank):
    with open_engine() as opened:
        first = sing(opened, request(tiny_bank, 2))
        seeded = sing(opened, request(tiny_bank, 2, seed=6))
        taken = sing(opened, request(tiny_bank, 2, takes={("n0", Stage.PITCH): 1}))
        back = sing(opened, request(tiny_bank, 2))
    assert first.samples()["n0"] != seeded.samples()["n0"]
    assert first.samples()["n0"] != taken.samples()["n0"]
    assert first.samples()["n2"] == taken.samples()["n2"]
    assert (back.n_runs, back.samples()) == (0, first.samples())


def kept(heard):
    return {
        "generated": {name: r.generated for name, r in heard.results.items()},
        "generated_timing": {timing.sentence_id: timing for timing in heard.layout.timing},
    }


def test_r22_kept_curves_and_lengths_are_not_predicted_again(tiny_bank):
    with open_engine() as opened:
        first = sing(opened, request(tiny_bank, 2))
    with open_engine() as opened:
        again = sing(opened, request(tiny_bank, 2, **kept(first)))
    stages = again.last.stages
    for stage in (Stage.DURATION, Stage.PITCH, Stage.VARIANCE):
        assert (stages[stage].runs, stages[stage].hits) == (0, 0)
    assert stages[Stage.ACOUSTIC].runs == 2
    assert again.samples() == first.samples()


def test_kept_curves_are_predicted_anew_once_the_score_changed(tiny_bank):
    with open_engine() as opened:
        first = sing(opened, request(tiny_bank, 2))
        moved = notes(2, keys={0: 72})
        again = sing(opened, request(tiny_bank, 2, notes=moved, revision=1, **kept(first)))
    fresh, stale = again.results["n2"], again.results["n0"]
    assert (
        fresh.generated.curves[Parameter.PITCH]
        is (first.results["n2"].generated.curves[Parameter.PITCH])
    )
    assert stale.sung[Parameter.PITCH].max() > 72.0
    assert again.last.stages[Stage.PITCH].runs == 1


def test_r16_a_locked_range_stays_when_the_score_changes(tiny_bank):
    with open_engine() as opened:
        first = sing(opened, request(tiny_bank, 1))
        locked = {Parameter.PITCH: CurveLayers(locked_ticks=((1000, 1300),))}
        moved = notes(1, keys={0: 72})
        again = sing(
            opened, request(tiny_bank, 1, notes=moved, revision=1, curves=locked, **kept(first))
        )
    before, after = first.results["n0"], again.results["n0"]
    times = after.start_ms + np.arange(len(after.sung[Parameter.PITCH])) * after.frame_ms
    tempo = TempoMap([Tempo(start_ticks=0, bpm=120)])
    inside = (times >= tempo.ticks_to_ms(1000)) & (times <= tempo.ticks_to_ms(1300))
    old, new = before.sung[Parameter.PITCH], after.sung[Parameter.PITCH]
    assert np.array_equal(old[inside], new[inside])
    assert new.max() > 72.0


def test_drawn_and_offset_curves_reach_the_models(tiny_bank):
    curves = {
        Parameter.PITCH: CurveLayers(drawn=everywhere(65.0)),
        Parameter.VOICING: CurveLayers(offset=everywhere(-6.0)),
        Parameter.TENSION: CurveLayers(drawn=everywhere(2.0)),
    }
    spy = Spy()
    with open_engine(sessions=spy) as opened:
        heard = sing(opened, request(tiny_bank, 1, curves=curves))
    (given,) = spy.given["tiny/acoustic.onnx"]
    np.testing.assert_allclose(given["f0"], midi_to_hz(65.0), rtol=1e-6)
    np.testing.assert_allclose(given["voicing"], -36.0)
    np.testing.assert_allclose(given["tension"], 2.0)
    (given,) = spy.given["dsvariance/variance.onnx"]
    np.testing.assert_allclose(given["pitch"], 65.0)
    generated = heard.results["n0"].generated.curves
    np.testing.assert_allclose(generated[Parameter.VOICING].values, -30.0)


def test_derived_energy_moves_voicing_and_breathiness(tiny_bank):
    curves = {Parameter.ENERGY: CurveLayers(offset=everywhere(6.0))}
    with open_engine() as opened:
        plain = sing(opened, request(tiny_bank, 1)).results["n0"]
        louder = sing(opened, request(tiny_bank, 1, curves=curves)).results["n0"]
    for parameter in (Parameter.VOICING, Parameter.BREATHINESS, Parameter.ENERGY):
        moved = louder.sung[parameter] - plain.sung[parameter]
        np.testing.assert_allclose(moved, 6.0, atol=1e-4)


def test_tone_shift_goes_to_the_variances_only_without_a_pitch_controllable_vocoder(tiny_bank):
    curves = {Parameter.TONE_SHIFT: CurveLayers(drawn=everywhere(12.0))}
    with open_engine() as opened:
        plain = sing(opened, request(tiny_bank, 1)).results["n0"]
        shifted = sing(opened, request(tiny_bank, 1, curves=curves)).results["n0"]
    np.testing.assert_allclose(
        shifted.sung[Parameter.BREATHINESS] - plain.sung[Parameter.BREATHINESS], 1.2, atol=1e-4
    )
    assert np.array_equal(shifted.sung[Parameter.PITCH], plain.sung[Parameter.PITCH])


def test_a_pitch_controllable_vocoder_sings_another_timbre_at_the_written_pitch(tmp_path):
    bank = write_tiny_bank(tmp_path / "bank")
    manifest = bank / "dsvocoder" / "vocoder.yaml"
    manifest.write_text(manifest.read_text().replace("able: false", "able: true"))
    curves = {Parameter.TONE_SHIFT: CurveLayers(drawn=everywhere(12.0))}
    spy = Spy()
    with open_engine(sessions=spy) as opened:
        heard = sing(opened, request(bank, 1, curves=curves))
    (given,) = spy.given["bank/acoustic.onnx"]
    (vocoded,) = spy.given["dsvocoder/model.onnx"]
    np.testing.assert_allclose(given["f0"], 2 * vocoded["f0"], rtol=1e-5)
    np.testing.assert_allclose(
        vocoded["f0"][0], midi_to_hz(heard.results["n0"].sung[Parameter.PITCH]), rtol=1e-5
    )


def test_colours_are_mixed_frame_by_frame(tiny_bank):
    spy = Spy()
    ramp = CurveSegment(
        ticks=np.array([0, 4000], np.int64), values=np.array([0.0, 1.0], np.float32)
    )
    colours = (ColourWeight(colour="dark", curve=(ramp,)),)
    with open_engine(sessions=spy) as opened:
        sing(opened, request(tiny_bank, 1, colours=colours))
        sing(opened, request(tiny_bank, 1, colours=(ColourWeight(colour="dark"),), revision=1))
    mixed, dark = (given["spk_embed"][0, :, 0] for given in spy.given["tiny/acoustic.onnx"])
    assert (np.diff(mixed) >= 0).all()
    assert 0.2 < mixed[0] < mixed[-1] < 0.6
    assert (dark == 1.0).all()


def test_dynamics_are_a_gain_after_the_vocoder_and_run_no_model(tiny_bank):
    curves = {Parameter.DYNAMICS: CurveLayers(drawn=everywhere(-6.0))}
    with open_engine() as opened:
        plain = sing(opened, request(tiny_bank, 1)).results["n0"]
        softer = sing(opened, request(tiny_bank, 1, curves=curves))
    assert softer.n_runs == 0
    np.testing.assert_allclose(
        softer.results["n0"].samples, plain.samples * 10 ** (-6 / 20), rtol=1e-5
    )


def without(bank: Path, target: Path, *folders: str) -> Path:
    shutil.copytree(bank, target)
    for folder in folders:
        shutil.rmtree(target / folder)
    return target


def test_without_predictors_the_score_sings_and_a_problem_says_so(tiny_bank, tmp_path):
    bank = without(tiny_bank, tmp_path / "bare", "dspitch", "dsvariance", "dsdur")
    (bank / "dsdict.yaml").write_text((tiny_bank / "dspitch/dsdict.yaml").read_text())
    with open_engine() as opened:
        heard = sing(opened, request(bank, 1))
    (result,) = heard.results.values()
    assert set(np.unique(np.round(result.sung[Parameter.PITCH]))) <= {60.0, 61.0}
    assert Parameter.PITCH in result.generated.curves
    (problem,) = [p for p in heard.layout.problems if p.code == "missing-variance"]
    assert "breathiness" in problem.sentence


def test_a_bank_without_vocoder_or_with_another_mel_is_refused_by_name(tiny_bank, tmp_path):
    silent = without(tiny_bank, tmp_path / "silent", "dsvocoder")
    with open_engine() as opened:
        heard = attempt(opened, request(silent, 1))
        assert heard.last.problem.code == "missing-vocoder"
        other = tmp_path / "other"
        shutil.copytree(tiny_bank, other)
        manifest = other / "dsvocoder/vocoder.yaml"
        manifest.write_text(manifest.read_text().replace("hop_size: 64", "hop_size: 128"))
        heard = attempt(opened, request(other, 1))
        assert heard.last.problem.code == "mel-mismatch"
        heard = attempt(opened, request(tmp_path / "nowhere", 1))
        assert isinstance(heard.last, RequestFailed)
    with open_engine(vocoder_folders=[tmp_path / "shared"]) as opened:
        shutil.copytree(tiny_bank / "dsvocoder", tmp_path / "shared" / "tiny")
        sing(opened, request(silent, 1))


def test_a_bad_curve_fails_its_phrase_and_the_others_sing(tiny_bank):
    bad = CurveSegment(
        ticks=np.array([1000, 1200], np.int64), values=np.array([60.0, np.nan], np.float32)
    )
    curves = {Parameter.PITCH: CurveLayers(drawn=(bad,))}
    with open_engine() as opened:
        heard = attempt(opened, request(tiny_bank, 3, curves=curves))
    (failure,) = heard.of(PhraseFailed)
    assert failure.problem.code == "curve-not-a-number"
    assert failure.problem.note_id == "n0"
    assert set(heard.results) == {"n2", "n4"}
    assert isinstance(heard.last, RequestFinished)


def test_only_phrases_of_the_range_are_sung(tiny_bank):
    with open_engine() as opened:
        heard = sing(opened, request(tiny_bank, 4, range_ms=(3500.0, 4500.0)))
    assert set(heard.results) == {"n2"}


def test_an_empty_song_is_finished_at_once(tiny_bank):
    with open_engine() as opened:
        heard = sing(opened, request(tiny_bank, 0))
    assert heard.layout.phrases == ()


def test_a_bank_that_changed_on_disk_is_read_again(tmp_path):
    bank = write_tiny_bank(tmp_path / "bank")
    with open_engine() as opened:
        first = sing(opened, request(bank, 1))
        text = (bank / "dsconfig.yaml").read_text()
        (bank / "dsconfig.yaml").write_text(text.replace("depth: 0.25", "depth: 0.125"))
        second = sing(opened, request(bank, 1))
    assert first.samples() != second.samples()


def test_two_engines_share_one_cache_folder(tiny_bank, tmp_path):
    with open_engine(tmp_path) as one, open_engine(tmp_path) as two:
        first = sing(one, request(tiny_bank, 2))
        one.drain()
        second = sing(two, request(tiny_bank, 2))
    assert second.n_runs == 0
    assert first.samples() == second.samples()


def test_settings_override_the_banks_own(tiny_bank):
    spy = Spy()
    settings = RenderSettings(acoustic_steps=9, variance_steps=3, pitch_steps=2, depth=0.9)
    with open_engine(sessions=spy) as opened:
        sing(opened, request(tiny_bank, 1, settings=settings))
    (given,) = spy.given["tiny/acoustic.onnx"]
    assert given["steps"].tolist() == [9]
    assert given["depth"].tolist() == [0.5]  # the bank's limit
    assert spy.given["dspitch/pitch.onnx"][0]["steps"].tolist() == [2]
    assert spy.given["dsvariance/variance.onnx"][0]["steps"].tolist() == [3]


def test_results_are_read_only(tiny_bank):
    with open_engine() as opened:
        (result,) = sing(opened, request(tiny_bank, 1)).results.values()
    arrays = [result.samples, *result.sung.values()]
    arrays += [curve.values for curve in result.generated.curves.values()]
    assert not any(array.flags.writeable for array in arrays)
    assert dataclasses.is_dataclass(result)


def test_a_notes_vibrato_and_points_are_heard_over_a_predicted_pitch(tiny_bank):
    """The predicted curve itself stays as the model gave it."""
    plain = request(tiny_bank, 1)
    shaken = dataclasses.replace(
        plain.notes[1], vibrato=Vibrato(length_ratio=0.5, depth_cents=50.0)
    )
    with open_engine() as engine:
        still = sing(engine, plain).results["n0"]
        moved = sing(
            engine, dataclasses.replace(plain, notes=(plain.notes[0], shaken), revision=1)
        ).results["n0"]
    name = Parameter.PITCH
    np.testing.assert_array_equal(
        moved.generated.curves[name].values, still.generated.curves[name].values
    )
    difference = moved.sung[name] - still.sung[name]
    assert np.abs(difference).max() == pytest.approx(0.5, rel=0.1)
