"""Settings as the parts of the program take them. No Qt here."""

from __future__ import annotations

from app.settings import Settings
from engine.api import ModelPlaces, OutputSettings
from engine.types import RenderSettings


def render_settings(settings: Settings) -> RenderSettings:
    """How to sing, as the user set it."""
    rendering = settings.rendering
    return RenderSettings(
        acoustic_steps=rendering.acoustic_steps,
        variance_steps=rendering.variance_steps,
        pitch_steps=rendering.pitch_steps,
        depth=rendering.acoustic_depth,
        use_cache=settings.cache.use_tensor_cache,
    )


def model_places(settings: Settings) -> ModelPlaces:
    """Where models run."""
    rendering = settings.rendering
    return ModelPlaces(
        linguistic=rendering.linguistic_provider,
        pitch=rendering.pitch_provider,
        variance=rendering.variance_provider,
        acoustic=rendering.acoustic_provider,
        vocoder=rendering.vocoder_provider,
        n_threads=rendering.n_threads,
    )


def output_settings(settings: Settings) -> OutputSettings:
    """Where sound goes."""
    audio = settings.audio
    return OutputSettings(
        device=audio.device_name, rate_hz=audio.rate_hz, latency_s=audio.buffer_ms / 1e3
    )
