"""The settings file: JSON in the user's configuration folder, read without trust.

A damaged file, one of a newer version, or single bad values never stop the program: defaults take
their place, a copy of the file stays beside it, and one sentence says so.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import logging
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from app.errors import SettingsError
from app.setting_values import checked_value, setting_infos, value_of
from app.settings import GROUP_TEXTS, Settings
from app.settings_upgrades import FORMAT_VERSION, upgraded
from editor.errors import SongFileError
from editor.formats.atomic_file import write_atomically

log = logging.getLogger(__name__)

FORMAT_NAME = "melisma-settings"
MAX_FILE_BYTES = 4 << 20
MAX_DEPTH = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedSettings:
    """Settings as they were found; ``notice`` is what the user should be told, if anything."""

    settings: Settings
    notice: SettingsError | None = None


class SettingsFile:
    """Reads and writes one settings file.

    Attributes
    ----------
    path : Path
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._unkept: bytes | None = None  # what was read and must not be written over yet

    def load(self) -> LoadedSettings:
        """The settings of the file, or defaults and a notice; never fails."""
        self._unkept = None
        try:
            with self.path.open("rb") as stream:
                content = stream.read(MAX_FILE_BYTES + 1)
        except FileNotFoundError:
            return LoadedSettings(settings=Settings())
        except OSError as error:
            return LoadedSettings(settings=Settings(), notice=self._set_aside(error))
        try:
            raw = _decoded(content)
            version = raw["format_version"]
            if version > FORMAT_VERSION:
                return self._newer(content, version)
            settings, bad = _from_raw(upgraded(raw))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            log.info("The settings file is damaged: %s", error)
            return self._damaged(content)
        if not bad:
            return LoadedSettings(settings=settings)
        what = (
            f"{self.path} has values that cannot be used ({', '.join(bad)}): these are set to "
            "their defaults."
        )
        notice = self._kept(content, what, code="bad-settings-values", keys=bad)
        return LoadedSettings(settings=settings, notice=notice)

    def save(self, settings: Settings) -> None:
        """Write the file as a whole; the folder is made when it is not there.

        Raises
        ------
        SettingsError
            When the disk or the rights refuse; the former file is untouched.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self._unkept is not None:
                self._keep_copy(self._unkept)
            text = json.dumps(settings_to_raw(settings), ensure_ascii=False, indent=2)
            write_atomically(self.path, text.encode() + b"\n")
        except (OSError, SongFileError) as error:
            cause = error if isinstance(error, OSError) else error.__cause__
            raise SettingsError(
                f"The settings cannot be saved in {self.path} ({_reason(cause)}): check that you "
                "may write there and that the disk has room; they hold until Melisma is closed.",
                code="cannot-save-settings",
                path=self.path,
            ) from error

    def _newer(self, content: bytes, version: int) -> LoadedSettings:
        what = (
            f"{self.path} was written by a newer Melisma (version {version} of the file, this one "
            f"reads up to {FORMAT_VERSION}): the defaults are used."
        )
        notice = self._kept(content, what, code="newer-settings", version=version)
        return LoadedSettings(settings=Settings(), notice=notice)

    def _damaged(self, content: bytes) -> LoadedSettings:
        what = f"{self.path} is damaged: the defaults are used."
        notice = self._kept(content, what, code="damaged-settings")
        return LoadedSettings(settings=Settings(), notice=notice)

    def _kept(self, content: bytes, what: str, *, code: str, **facts: object) -> SettingsError:
        """The sentence, after a copy was kept if that can be done."""
        self._unkept = content
        kept: Path | None = None
        try:
            kept = self._keep_copy(content)
            then = f"A copy of the file stays as {kept.name}."
        except (OSError, SongFileError) as error:
            cause = error if isinstance(error, OSError) else error.__cause__
            then = f"No copy could be kept ({_reason(cause)}), so nothing is saved over it."
        return SettingsError(f"{what} {then}", code=code, path=self.path, kept=kept, **facts)

    def _keep_copy(self, content: bytes) -> Path:
        """A copy named by its content: the same file is kept once, however often it is read."""
        if len(content) > MAX_FILE_BYTES:
            # Not read to its end: it steps aside as it is.
            kept = self._free_name("oversized")
            self.path.rename(kept)
        else:
            digest = hashlib.blake2b(content, digest_size=4).hexdigest()
            kept = self.path.with_name(f"{self.path.stem}.kept-{digest}{self.path.suffix}")
            if not kept.exists():
                write_atomically(kept, content)
        self._unkept = None
        return kept

    def _set_aside(self, error: OSError) -> SettingsError:
        """A file that cannot be read is renamed, so that saving does not destroy it."""
        what = f"{self.path} cannot be read ({_reason(error)}): the defaults are used."
        kept: Path | None = self._free_name("unreadable")
        assert kept is not None
        try:
            self.path.rename(kept)
            then = f"The file was renamed to {kept.name}."
        except OSError as refused:
            kept = None
            then = f"Check who may read it; it cannot be renamed either ({_reason(refused)})."
        return SettingsError(
            f"{what} {then}", code="unreadable-settings", path=self.path, kept=kept
        )

    def _free_name(self, word: str) -> Path:
        number = 1
        while (path := self.path.with_name(f"{self.path.stem}.{word}-{number}")).exists():
            number += 1
        return path


def settings_to_raw(settings: Settings) -> dict[str, Any]:
    """Settings as they stand in the file: known fields, and behind them the unknown ones."""
    raw: dict[str, Any] = {"format": FORMAT_NAME, "format_version": FORMAT_VERSION}
    for key in setting_infos():
        group, _, name = key.partition(".")
        value = value_of(settings, key)
        if isinstance(value, Mapping):
            value = {name: list(keys) for name, keys in value.items()}
        raw.setdefault(group, {})[name] = value
    for name, value in settings.unknown.items():
        raw[name] = {**raw[name], **value} if name in GROUP_TEXTS else value
    return raw


def _from_raw(raw: Mapping[str, Any]) -> tuple[Settings, list[str]]:
    """Settings and the keys whose values cannot be used."""
    groups: dict[str, dict[str, Any]] = {group: {} for group in GROUP_TEXTS}
    unknown: dict[str, Any] = {}
    bad: list[str] = []
    infos = setting_infos()
    for group, content in raw.items():
        if group in ("format", "format_version"):
            continue
        if group not in groups:
            unknown[group] = content
            continue
        if not isinstance(content, dict):
            bad.append(group)
            continue
        for name, value in content.items():
            key = f"{group}.{name}"
            if key not in infos:
                unknown.setdefault(group, {})[name] = value
                continue
            try:
                groups[group][name] = checked_value(key, value)
            except SettingsError:
                bad.append(key)
    defaults = Settings()
    known = {g: dataclasses.replace(getattr(defaults, g), **v) for g, v in groups.items()}
    return Settings(**known, unknown=MappingProxyType(unknown)), bad


def _decoded(content: bytes) -> dict[str, Any]:
    """The file's object, checked to be one that can be written again."""
    if len(content) > MAX_FILE_BYTES:
        raise ValueError("larger than any settings file")
    raw = json.loads(content.decode("utf-8-sig"), parse_float=_finite, parse_constant=_finite)
    if not isinstance(raw, dict) or raw.get("format") != FORMAT_NAME:
        raise ValueError("no settings file")
    version = raw.get("format_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ValueError("no version")
    level: list[Any] = [raw]
    for _ in range(MAX_DEPTH):
        level = [inner for value in level for inner in _children(value)]
        if not level:
            json.dumps(raw, ensure_ascii=False).encode()  # half a surrogate pair is refused here
            return raw
    raise ValueError("nested too deeply")


def _children(value: object) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text} is no finite number")
    return value


def _reason(error: BaseException | None) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
