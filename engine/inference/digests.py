"""Digests of model files: what a model is, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import xxhash

from engine.errors import VoicebankError

_READ_BYTES = 1 << 20


class FileDigests:
    """Digests of model files, remembered while path, size, time and inode stay the same."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int, int], str] = {}

    def digest(self, path: Path) -> str:
        """XXH3 (128 bits) of the file's bytes.

        Raises
        ------
        VoicebankError
            When the file cannot be read.
        """
        try:
            status = path.stat()
            tag = (str(path), status.st_size, status.st_mtime_ns, status.st_ino)
            if tag not in self._known:
                self._known[tag] = self._read(path)
        except OSError as error:
            raise VoicebankError(
                f"The model {path} cannot be read ({error.strerror}): "
                "check the folder, or install the voicebank again.",
                code="missing-model",
                path=path,
            ) from error
        return self._known[tag]

    @staticmethod
    def _read(path: Path) -> str:
        digest = xxhash.xxh3_128()
        buffer = bytearray(_READ_BYTES)
        with path.open("rb", buffering=0) as file:
            while n_read := file.readinto(buffer):
                digest.update(memoryview(buffer)[:n_read])
        return digest.hexdigest()
