"""Mix or stems to sound files, streamed, resampled by soxr, whole or not there."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.audio.files import AudioWriter
from engine.errors import AudioFileError
from engine.render.mix import MixTrack, mix_blocks

DEFAULT_TAIL_S = 0.5
SAMPLE_RATES_HZ = (44100, 48000, 96000)

Progress = Callable[[int, int], None]


def export_audio(
    tracks: Sequence[MixTrack],
    path: Path,
    *,
    source_rate_hz: int = 44100,
    sample_rate_hz: int = 44100,
    bits: int = 24,
    n_channels: int = 2,
    range_s: tuple[float, float] | None = None,
    tail_s: float = DEFAULT_TAIL_S,
    gain_db: float = 0.0,
    on_progress: Progress | None = None,
    check_cancel: Callable[[], None] = lambda: None,
) -> float:
    """Write the sum of tracks; returns its length in seconds.

    Parameters
    ----------
    tracks : sequence of MixTrack
    path : Path
        ``.wav`` or ``.flac``.
    range_s : (float, float), optional
        Only this stretch of the song, without a tail; else from 0 to the last sound and the tail.
    gain_db : float
        Of the whole file; what `export_peak` finds leads to it.
    on_progress : callable (done_samples, total_samples), optional
    check_cancel : callable
        Raises `Cancelled` to stop; then no file is left.

    Raises
    ------
    AudioFileError
        When the settings or the disk refuse.
    """
    _check_rate(sample_rate_hz)
    first, last = _stretch(tracks, source_rate_hz, range_s, tail_s)
    blocks = mix_blocks(tracks, first=first, last=last, n_channels=n_channels)
    gain = np.float32(10.0 ** (gain_db / 20.0))
    with AudioWriter(
        path, sample_rate_hz=sample_rate_hz, n_channels=n_channels, bits=bits
    ) as writer:
        done = 0
        for block, n_source in _resampled(blocks, source_rate_hz, sample_rate_hz, n_channels):
            check_cancel()
            writer.write(block if gain_db == 0.0 else block * gain)
            done += n_source
            if on_progress is not None:
                on_progress(done, last - first)
        check_cancel()
        writer.finish()
    return (last - first) / source_rate_hz


def export_peak(
    tracks: Sequence[MixTrack],
    *,
    source_rate_hz: int = 44100,
    sample_rate_hz: int = 44100,
    n_channels: int = 2,
    range_s: tuple[float, float] | None = None,
    on_progress: Progress | None = None,
    check_cancel: Callable[[], None] = lambda: None,
) -> float:
    """The largest sample that `export_audio` would write, 1 = full scale; 0 for silence.

    Raises
    ------
    AudioFileError
        For settings that `export_audio` refuses too.
    """
    _check_rate(sample_rate_hz)
    first, last = _stretch(tracks, source_rate_hz, range_s, 0.0)
    blocks = mix_blocks(tracks, first=first, last=last, n_channels=n_channels)
    peak, done = 0.0, 0
    for block, n_source in _resampled(blocks, source_rate_hz, sample_rate_hz, n_channels):
        check_cancel()
        peak = max(peak, float(np.max(np.abs(block), initial=0.0)))
        done += n_source
        if on_progress is not None:
            on_progress(done, last - first)
    return peak


def _check_rate(sample_rate_hz: int) -> None:
    if sample_rate_hz not in SAMPLE_RATES_HZ:
        rates = ", ".join(str(rate) for rate in SAMPLE_RATES_HZ)
        raise AudioFileError(
            f"A sample rate of {sample_rate_hz} Hz cannot be exported: choose one of {rates}.",
            code="bad-sample-rate",
        )


def _stretch(
    tracks: Sequence[MixTrack],
    rate_hz: int,
    range_s: tuple[float, float] | None,
    tail_s: float,
) -> tuple[int, int]:
    if range_s is not None:
        if not (all(map(math.isfinite, range_s)) and 0.0 <= range_s[0] < range_s[1]):
            raise AudioFileError(
                f"The range {range_s[0]:g} to {range_s[1]:g} s holds nothing: give a begin of 0 or "
                "later and an end after it.",
                code="bad-range",
            )
        return round(range_s[0] * rate_hz), round(range_s[1] * rate_hz)
    end = max((clip.end for track in tracks for clip in track.clips), default=0)
    return 0, end + round(tail_s * rate_hz)


def _resampled(
    blocks: Iterator[npt.NDArray[np.float32]], source_hz: int, target_hz: int, n_channels: int
) -> Iterator[tuple[npt.NDArray[np.float32], int]]:
    if source_hz == target_hz:
        for block in blocks:
            yield block, len(block)
        return
    import soxr

    stream = soxr.ResampleStream(source_hz, target_hz, n_channels, dtype="float32", quality="VHQ")
    for block in blocks:
        yield stream.resample_chunk(block), len(block)
    yield stream.resample_chunk(np.zeros((0, n_channels), dtype=np.float32), last=True), 0
