"""Read sound files of any common kind (WAV, FLAC, OGG, MP3) at the rate that is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.errors import AudioFileError

MAX_S = 7200  # what would fill the memory is refused
RATES_HZ = (4000, 768_000)
_BLOCK_FRAMES = 1 << 16


def read_audio(path: Path, *, sample_rate_hz: int) -> npt.NDArray[np.float32]:
    """Samples of a whole file; more than two channels are mixed down to one.

    Parameters
    ----------
    path : Path
    sample_rate_hz : int
        The file is resampled to this rate (soxr, best quality).

    Returns
    -------
    float32 [shape=(n_samples, 1 or 2)], -1..1

    Raises
    ------
    AudioFileError
        When the file is not there, no sound file, damaged, or too long.
    """
    rate_hz, blocks = sample_rate_hz, []
    for found_hz, block in sound_blocks(path):
        rate_hz = found_hz
        blocks.append(block if block.shape[1] <= 2 else block.mean(axis=1, keepdims=True))
    samples = np.concatenate(blocks)
    if not np.isfinite(samples).all():
        raise _refused(path, "it holds values that are not numbers")
    if rate_hz != sample_rate_hz:
        import soxr

        samples = soxr.resample(samples, rate_hz, sample_rate_hz, quality="VHQ")
    return np.ascontiguousarray(samples, dtype=np.float32)


def sound_blocks(path: Path) -> Iterator[tuple[int, npt.NDArray[np.float32]]]:
    """A sound file piece by piece: its rate in Hz and float32 [shape=(n, n_channels)], n > 0.

    Raises
    ------
    AudioFileError
        When the file is not there, no sound file, damaged, empty or too long.
    """
    import soundfile

    n_read = 0
    try:
        with soundfile.SoundFile(path) as file:
            rate_hz = int(file.samplerate)
            if not RATES_HZ[0] <= rate_hz <= RATES_HZ[1]:
                raise _refused(path, f"its sample rate is {rate_hz} Hz")
            n_most = MAX_S * rate_hz
            if len(file) > n_most:
                raise _refused(path, "it is longer than two hours")
            while len(block := file.read(_BLOCK_FRAMES, dtype="float32", always_2d=True)):
                n_read += len(block)
                if n_read > n_most:  # the header said otherwise
                    raise _refused(path, "it is longer than two hours")
                yield rate_hz, block
    except (OSError, soundfile.LibsndfileError) as error:
        reason = getattr(error, "strerror", None) or str(error).strip().rstrip(".")
        raise _refused(path, reason) from error
    if not n_read:
        raise _refused(path, "nothing is in it")


def _refused(path: Path, reason: str) -> AudioFileError:
    return AudioFileError(
        f"The sound file {path} cannot be read ({reason}): choose another, or convert it to WAV "
        "or FLAC.",
        code="cannot-read-sound",
        path=path,
    )
