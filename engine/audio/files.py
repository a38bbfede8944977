"""Write sound files that are whole or not there (WAV 16, 24, 32 float and FLAC 16, 24)."""

from __future__ import annotations

import logging
import os
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.errors import AudioFileError

SUBTYPES = {
    (".wav", 16): "PCM_16",
    (".wav", 24): "PCM_24",
    (".wav", 32): "FLOAT",
    (".flac", 16): "PCM_16",
    (".flac", 24): "PCM_24",
}


MAX_WAV_BYTES = (1 << 32) - (1 << 16)  # its sizes are 32 bit; the header needs little

log = logging.getLogger(__name__)


def check_audio_target(path: Path, bits: int) -> None:
    """Refuse what could not be written, before any work is done for it.

    Raises
    ------
    AudioFileError
        For an unknown kind of file or depth, a missing folder or one without write access.
    """
    kind = path.suffix.lower()
    if (kind, bits) not in SUBTYPES:
        known = ", ".join(f"{suffix} {depth} bit" for suffix, depth in SUBTYPES)
        raise AudioFileError(
            f"{path.name} cannot be written with {bits} bits: choose one of {known}.",
            code="bad-audio-format",
            path=path,
        )
    folder = path.absolute().parent
    reason = ""
    if path.is_dir():
        reason = "it is a folder"
    elif not folder.is_dir():
        reason = "its folder does not exist"
    elif not os.access(folder, os.W_OK):
        reason = "its folder may not be written"
    if reason:
        raise AudioFileError(
            f"{path} cannot be written ({reason}): choose another place.",
            code="cannot-write",
            path=path,
        )


class AudioWriter:
    """Streams samples into a temporary file beside the target; `finish` renames it.

    Leaving the ``with`` block without `finish` removes what was written.

    Raises
    ------
    AudioFileError
        For an unknown kind of file or depth, and when the disk refuses.
    """

    def __init__(self, path: Path, *, sample_rate_hz: int, n_channels: int, bits: int) -> None:
        check_audio_target(path, bits)
        kind = path.suffix.lower()
        self.path = path
        self._n_bytes, self._bits = 0, bits
        self._temporary: Path | None = None
        try:
            handle, name = tempfile.mkstemp(
                prefix=f".{path.name}.", suffix=f".part{kind}", dir=path.parent
            )
            os.close(handle)
            self._temporary = Path(name)
            self._file = self._open(sample_rate_hz, n_channels, SUBTYPES[kind, bits], kind)
        except Exception as error:
            self._discard()
            if isinstance(error, OSError | RuntimeError):  # libsndfile's errors are the latter
                raise self._refused(error) from error
            raise

    def _open(self, sample_rate_hz: int, n_channels: int, subtype: str, kind: str) -> Any:
        import soundfile

        return soundfile.SoundFile(
            self._temporary,
            "w",
            samplerate=sample_rate_hz,
            channels=n_channels,
            subtype=subtype,
            format=kind.removeprefix(".").upper(),
        )

    def write(self, samples: npt.NDArray[np.float32]) -> None:
        """Append float32 [n_samples, n_channels]; integer files are clipped to full scale."""
        import soundfile

        self._n_bytes += samples.size * self._bits // 8
        if self.path.suffix.lower() == ".wav" and self._n_bytes > MAX_WAV_BYTES:
            raise AudioFileError(
                f"{self.path} would be larger than the 4 GB that a WAV file can hold: choose FLAC, "
                "fewer bits, a lower rate or a shorter range.",
                code="too-long-for-wav",
                path=self.path,
            )
        try:
            self._file.write(self._quantised(samples))
        except (OSError, soundfile.LibsndfileError) as error:
            raise self._refused(error) from error

    def _quantised(self, samples: npt.NDArray[np.float32]) -> npt.NDArray[Any]:
        """Whole steps for integer files: libsndfile would round all of them downwards."""
        if self._bits == 32:
            return samples
        full_scale = 1 << (self._bits - 1)
        steps = np.rint(samples.astype(np.float64) * full_scale)
        steps = np.clip(steps, -full_scale, full_scale - 1)
        if self._bits == 16:
            return steps.astype(np.int16)
        return steps.astype(np.int32) << (32 - self._bits)  # the upper bits are what is written

    def finish(self) -> None:
        """Flush to disk and put the file in its place."""
        import soundfile

        try:
            self._file.close()
            assert self._temporary is not None
            with self._temporary.open("rb+") as stream:
                os.fsync(stream.fileno())
            os.chmod(self._temporary, 0o666 & ~_umask())
            os.replace(self._temporary, self.path)
            self._temporary = None
        except (OSError, soundfile.LibsndfileError) as error:
            raise self._refused(error) from error

    def _refused(self, error: Exception) -> AudioFileError:
        reason = getattr(error, "strerror", None) or str(error)
        return AudioFileError(
            f"{self.path} cannot be written ({reason}): check that the folder exists, that you may "
            "write there and that the disk has room.",
            code="cannot-write",
            path=self.path,
        )

    def _discard(self) -> None:
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)
            self._temporary = None

    def __enter__(self) -> AudioWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._temporary is None:
            return
        try:
            self._file.close()
        except (OSError, RuntimeError):
            # A full disk refuses the last bytes too; what matters is that the rest goes away.
            log.debug("Closing %s failed; it is removed.", self._temporary, exc_info=True)
        finally:
            self._discard()


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
