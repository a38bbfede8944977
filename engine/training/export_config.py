"""The YAML files of an exported voicebank (contract 1.4 and 1.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from engine.training.config import MelConfig, RunConfig


def write_configs(bank: Path, runs: dict[str, RunConfig]) -> None:
    """Write the four ``dsconfig.yaml`` and ``vocoder.yaml``.

    Parameters
    ----------
    bank : Path
    runs : kind to run
    """
    mel = runs["vocoder"].model.mel
    acoustic, pitch, variance = (runs[k].model for k in ("acoustic", "pitch", "variance"))
    _write(
        bank / "dsconfig.yaml",
        {
            "phonemes": "phonemes.txt",
            "acoustic": "acoustic.onnx",
            "vocoder": "melisma_nagi",
            "speakers": list(runs["acoustic"].speakers),
            "hidden_size": acoustic.hidden,
            "use_lang_id": False,
            "use_key_shift_embed": False,
            "use_speed_embed": False,
            "use_energy_embed": False,
            "use_breathiness_embed": True,
            "use_voicing_embed": True,
            "use_tension_embed": True,
            "use_continuous_acceleration": True,
            "use_variable_depth": True,
            "max_depth": round(1.0 - acoustic.flow_start, 6),
            **_frames(mel),
            **_mel(mel),
            "default_steps": acoustic.default_steps,
            "default_depth": acoustic.default_depth,
        },
    )
    _write(
        bank / "dsdur" / "dsconfig.yaml",
        {
            "phonemes": "phonemes.txt",
            "linguistic": "linguistic.onnx",
            "dur": "dur.onnx",
            "speakers": list(runs["duration"].speakers),
            "hidden_size": runs["duration"].model.linguistic.hidden,
            "use_lang_id": False,
            "predict_dur": True,
            **_frames(mel),
        },
    )
    _write(
        bank / "dspitch" / "dsconfig.yaml",
        {
            "phonemes": "phonemes.txt",
            "linguistic": "linguistic.onnx",
            "pitch": "pitch.onnx",
            "speakers": list(runs["pitch"].speakers),
            "hidden_size": pitch.linguistic.hidden,
            "use_lang_id": False,
            "predict_dur": False,
            "use_expr": True,
            "use_note_rest": True,
            "use_continuous_acceleration": True,
            **_frames(mel),
            "default_steps": pitch.default_steps,
        },
    )
    _write(
        bank / "dsvariance" / "dsconfig.yaml",
        {
            "phonemes": "phonemes.txt",
            "linguistic": "linguistic.onnx",
            "variance": "variance.onnx",
            "speakers": list(runs["variance"].speakers),
            "hidden_size": variance.linguistic.hidden,
            "use_lang_id": False,
            "predict_dur": False,
            "predict_energy": False,
            "predict_breathiness": True,
            "predict_voicing": True,
            "predict_tension": True,
            "use_continuous_acceleration": True,
            **_frames(mel),
            "default_steps": variance.default_steps,
        },
    )
    _write(
        bank / "dsvocoder" / "vocoder.yaml",
        {
            "name": "melisma_nagi",
            "model": "model.onnx",
            **_frames(mel),
            **_mel(mel),
            "pitch_controllable": True,
            "force_on_cpu": False,
        },
    )


def _frames(mel: MelConfig) -> dict[str, Any]:
    return {"sample_rate": mel.sample_rate_hz, "hop_size": mel.hop_samples}


def _mel(mel: MelConfig) -> dict[str, Any]:
    return {
        "win_size": mel.win_samples,
        "fft_size": mel.fft_samples,
        "num_mel_bins": mel.n_mels,
        "mel_fmin": mel.low_hz,
        "mel_fmax": mel.high_hz,
        "mel_base": "e",
        "mel_scale": "slaney",
    }


def _write(path: Path, values: dict[str, Any]) -> None:
    import yaml

    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(values, sort_keys=False, allow_unicode=True)
    path.write_text(text, encoding="utf-8")
