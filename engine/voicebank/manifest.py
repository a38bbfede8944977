"""A bank's YAML files: dsconfig, vocoder and token lists (contract 1.4, 1.5, 1.8).

Files come from strangers: only regular files of bounded size are read, every YAML scalar is a
string, no objects are made, and unknown keys are ignored (rule R-2).
"""

from __future__ import annotations

import math
import re
import stat
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PureWindowsPath
from typing import Any

import msgspec

from engine.errors import VoicebankError
from engine.voicebank.yaml_text import YamlFault, plain_yaml

MAX_YAML_BYTES = 64 << 20
MAX_TOKENS = 100_000
_YES, _NO = ("yes", "on", "y"), ("no", "off", "n")  # YAML 1.1 has them beside true and false


class ShiftRange(msgspec.Struct, frozen=True):
    """Key shift range that the acoustic model was trained with, semitones."""

    range: tuple[str, str] | None = None  # as written: read by `DsConfig.shift_range_semitones`


class Augmentation(msgspec.Struct, frozen=True):
    """Training augmentation that the editor must know."""

    random_pitch_shifting: ShiftRange | None = None


class DsConfig(msgspec.Struct, frozen=True):
    """Every key of a ``dsconfig.yaml`` with its default (contract 1.4); the last two are ours."""

    phonemes: str = "phonemes.txt"
    languages: str | None = None
    use_lang_id: bool = False
    acoustic: str | None = None
    vocoder: str | None = None
    dur: str | None = None
    linguistic: str | None = None
    pitch: str | None = None
    variance: str | None = None
    speakers: tuple[str, ...] | None = None
    hidden_size: int = 256
    use_key_shift_embed: bool = False
    use_speed_embed: bool = False
    use_energy_embed: bool = False
    use_breathiness_embed: bool = False
    use_voicing_embed: bool = False
    use_tension_embed: bool = False
    augmentation_args: Augmentation | None = None
    use_continuous_acceleration: bool = False
    use_variable_depth: bool | None = None
    use_shallow_diffusion: bool | None = None
    max_depth: float = 0.0
    predict_dur: bool = True
    predict_energy: bool = True
    predict_breathiness: bool = True
    predict_voicing: bool = False
    predict_tension: bool = False
    use_expr: bool = False
    use_note_rest: bool = False
    sample_rate: int = 44100
    hop_size: int = 512
    win_size: int = 2048
    fft_size: int = 2048
    num_mel_bins: int = 128
    mel_fmin: float = 40.0
    mel_fmax: float = 16000.0
    mel_base: str = "10"
    mel_scale: str = "slaney"
    default_steps: int | None = None
    default_depth: float | None = None

    @property
    def has_variable_depth(self) -> bool:
        """Whether the acoustic model takes ``depth`` (contract 1.4, older spelling included)."""
        if self.use_variable_depth is not None:
            return self.use_variable_depth
        return bool(self.use_shallow_diffusion)

    @property
    def max_depth_ratio(self) -> float:
        """Largest depth as a fraction 0..1 (contract 2.8)."""
        return self.max_depth if self.use_continuous_acceleration else self.max_depth / 1000.0

    @property
    def shift_range_semitones(self) -> tuple[float, float] | None:
        """Key shift range (low, high), where the bank declares one."""
        shifting = self.augmentation_args and self.augmentation_args.random_pitch_shifting
        if not shifting or shifting.range is None:
            return None
        low, high = shifting.range
        return float(low), float(high)


class VocoderManifest(msgspec.Struct, frozen=True):
    """A ``vocoder.yaml`` (contract 1.8)."""

    name: str = "vocoder"
    model: str = "model.onnx"
    sample_rate: int = 44100
    hop_size: int = 512
    win_size: int = 2048
    fft_size: int = 2048
    num_mel_bins: int = 128
    mel_fmin: float = 40.0
    mel_fmax: float = 16000.0
    mel_base: str = "10"
    mel_scale: str = "slaney"
    pitch_controllable: bool = False
    force_on_cpu: bool = False


def file_beside(folder: Path, name: str, *, named_by: Path) -> Path:
    """Path of a file that a bank's config names, counted from the config's own folder.

    Banks of one maker share models through ``..`` (rule R-1), also with backslashes where they
    were packed on Windows. Whole paths belong to the machine of whoever wrote the file.

    Raises
    ------
    VoicebankError
        When the name is a whole path or no path at all.
    """
    if PureWindowsPath(name).drive or name.startswith(("/", "\\")) or "\0" in name:
        raise VoicebankError(
            f"{named_by} names {name!r}, which is not a place relative to its own folder: write "
            "such a path or install the voicebank again.",
            code="bad-path",
            path=named_by,
        )
    path = folder / name
    if "\\" in name and not is_file(path):
        path = folder / name.replace("\\", "/")
    return path


def is_file(path: Path) -> bool:
    """Whether a regular file lies there; names that no system takes are none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def read_bytes(path: Path, *, limit_bytes: int = MAX_YAML_BYTES) -> bytes:
    """Content of a regular file of bounded size.

    Raises
    ------
    VoicebankError
        When the file is missing, too large, or a device or pipe, which could be read for ever.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise VoicebankError(
                f"{path} is not a file: the voicebank is broken, install it again.",
                code="missing-file",
                path=path,
            )
        if status.st_size > limit_bytes:
            raise VoicebankError(
                f"{path} is larger than {limit_bytes >> 20} MiB, which no such file of a voicebank "
                "is: check that the right file lies there.",
                code="file-too-large",
                path=path,
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise VoicebankError(
            f"{path} cannot be read ({reason}): the voicebank is incomplete, install it again.",
            code="missing-file",
            path=path,
        ) from error


def read_text(path: Path) -> str:
    """Text of a UTF-8 file of bounded size.

    Raises
    ------
    VoicebankError
        As `read_bytes`, and when the file is not UTF-8.
    """
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise VoicebankError(
            f"{path} is not UTF-8 text: save it as UTF-8 or install the voicebank again.",
            code="bad-encoding",
            path=path,
        ) from error


def read_yaml(path: Path) -> dict[str, Any]:
    """Mapping of a YAML file, all scalars as strings.

    Raises
    ------
    VoicebankError
        When the file cannot be read or is not a mapping.
    """
    return parse_yaml(read_text(path), path)


def parse_yaml(text: str, path: Path) -> dict[str, Any]:
    """Mapping of YAML text that was read from ``path``; see `read_yaml`."""
    try:
        content = plain_yaml(text)
    except YamlFault as error:
        raise VoicebankError(
            f"{path} is not readable YAML ({error}): correct it or install the voicebank again.",
            code="bad-yaml",
            path=path,
        ) from error
    if content is None or content == "":
        return {}
    if not isinstance(content, dict):
        raise VoicebankError(
            f"{path} holds a list or a single value where keys are wanted: install the voicebank "
            "again.",
            code="bad-yaml",
            path=path,
        )
    return content


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    # msgspec evaluates all annotations anew at every call.
    return msgspec.structs.fields(kind)


def _convert(raw: Mapping[str, Any], kind: type[msgspec.Struct], path: Path) -> Any:
    present: dict[str, Any] = {}
    for field in _fields(kind):
        value = raw.get(field.name)
        if value is None or (isinstance(value, str) and value in ("", "null", "Null", "NULL", "~")):
            continue
        if isinstance(value, str) and field.type in (bool, bool | None):
            word = value.lower()
            value = "true" if word in _YES else "false" if word in _NO else value
        elif isinstance(value, str) and field.type in (float, float | None):
            value = _number(value)
        present[field.name] = value
    try:
        return msgspec.convert(present, kind, strict=False)
    except msgspec.ValidationError as error:
        raise VoicebankError(
            f"{path}: {error}: correct this key or install the voicebank again.",
            code="bad-config",
            path=path,
        ) from error


def _number(text: str) -> object:
    """A number as YAML may write it, ``5.`` and ``.6`` too; else the text itself."""
    try:
        return float(text)
    except ValueError:
        return text


def read_dsconfig(path: Path) -> DsConfig:
    """Typed ``dsconfig.yaml``; numbers that cannot be are refused.

    Raises
    ------
    VoicebankError
        When the file is unreadable or a value is out of range.
    """
    config: DsConfig = _convert(read_yaml(path), DsConfig, path)
    _check_mel(config, path)
    if not 0 < config.hidden_size <= 65536:
        raise _out_of_range(path, "hidden_size", config.hidden_size)
    if not (math.isfinite(config.max_depth) and config.max_depth >= 0):
        raise _out_of_range(path, "max_depth", config.max_depth)
    if config.default_steps is not None and not 1 <= config.default_steps <= 1000:
        raise _out_of_range(path, "default_steps", config.default_steps)
    if config.default_depth is not None and not 0.0 <= config.default_depth <= 1.0:
        raise _out_of_range(path, "default_depth", config.default_depth)
    _check_key_shift(config, path)
    return config


def _check_key_shift(config: DsConfig, path: Path) -> None:
    try:
        key_shift = config.shift_range_semitones
    except ValueError as error:
        raise _out_of_range(path, "augmentation_args", error) from error
    if key_shift is not None and not all(map(math.isfinite, key_shift)):
        raise _out_of_range(path, "augmentation_args", key_shift)


def read_vocoder_manifest(path: Path) -> VocoderManifest:
    """Typed ``vocoder.yaml``.

    Raises
    ------
    VoicebankError
        As `read_dsconfig`.
    """
    manifest: VocoderManifest = _convert(read_yaml(path), VocoderManifest, path)
    _check_mel(manifest, path)
    return manifest


def _check_mel(config: DsConfig | VocoderManifest, path: Path) -> None:
    for key in ("sample_rate", "hop_size", "win_size", "fft_size", "num_mel_bins"):
        if not 0 < getattr(config, key) <= 1_000_000:
            raise _out_of_range(path, key, getattr(config, key))
    if not 0 <= config.mel_fmin < config.mel_fmax < math.inf:  # also false for NaN
        raise _out_of_range(path, "mel_fmin or mel_fmax", (config.mel_fmin, config.mel_fmax))
    if config.mel_base not in ("10", "e"):
        raise _out_of_range(path, "mel_base", config.mel_base)
    if config.mel_scale not in ("slaney", "htk"):
        raise _out_of_range(path, "mel_scale", config.mel_scale)


def _out_of_range(path: Path, key: str, value: object) -> VoicebankError:
    return VoicebankError(
        f"{path}: {key} is {value}, which cannot be: correct it or install the voicebank again.",
        code="bad-config",
        path=path,
        key=key,
    )


def read_tokens(path: Path) -> dict[str, int]:
    """Token list: name to id (contract 1.5).

    Raises
    ------
    VoicebankError
        When the file is unreadable or holds something other than names and ids.
    """
    text = read_text(path)
    if path.suffix.lower() == ".json":
        try:
            tokens = msgspec.json.decode(text, type=dict[str, int])
        except msgspec.MsgspecError as error:
            raise VoicebankError(
                f"{path}: {error}: it should map phoneme names to numbers; install the voicebank "
                "again.",
                code="bad-tokens",
                path=path,
            ) from error
    else:
        # Lines are not trimmed, and a name that stands there twice has its last number.
        lines = re.split("\r\n|\r|\n", text)
        tokens = {name: index for index, name in enumerate(lines) if name}
    for name, number in tokens.items():
        if not 0 <= number < MAX_TOKENS:
            raise _out_of_range(path, f"the number of '{name[:40]}'", number)
    return tokens
