"""Settings by their keys: listed for a dialog, read, checked and changed."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any

import msgspec

from app.errors import SettingsError
from app.setting_info import SIZE_UNIT, Kind, SettingInfo, allowed_text
from app.settings import GROUP_TEXTS, Settings, Shortcuts

MAX_TEXT_CHARS = 4096
MAX_ENTRIES = 1000  # folders, or shortcuts
MAX_KEYS_PER_ACTION = 4


@cache
def setting_infos() -> Mapping[str, SettingInfo]:
    """Every setting by its key, in the order of the dialog."""
    found: dict[str, SettingInfo] = {}
    defaults = Settings()
    for group in GROUP_TEXTS:
        values = getattr(defaults, group)
        for name, hint in typing.get_type_hints(type(values), include_extras=True).items():
            kind, (info,) = hint.__origin__, hint.__metadata__
            found[f"{group}.{name}"] = dataclasses.replace(
                info,
                key=f"{group}.{name}",
                group=group,
                kind=_kind(kind, info),
                default=getattr(values, name),
            )
    return MappingProxyType(found)


def value_of(settings: Settings, key: str) -> Any:
    """The value behind a key of ``setting_infos``."""
    group, name = _split(key)
    return getattr(getattr(settings, group), name)


def with_value(settings: Settings, key: str, value: object) -> Settings:
    """Settings with one value changed.

    Raises
    ------
    SettingsError
        When the value is not one that the setting can have; the sentence says which are.
    """
    group, name = _split(key)
    checked = checked_value(key, value)
    changed = dataclasses.replace(getattr(settings, group), **{name: checked})
    return dataclasses.replace(settings, **{group: changed})


def checked_value(key: str, value: object) -> Any:
    """A value as the setting's own type, as it comes from a dialog or from JSON.

    Raises
    ------
    SettingsError
        When it is of another kind or out of bounds.
    """
    info = setting_infos()[key]
    try:
        converted = msgspec.convert(_plain(value), _type_of(key))
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        raise _refused(info, value) from error
    if converted is None:
        return None
    is_good = True
    if info.choices:
        is_good = converted in [choice.value for choice in info.choices]
    elif info.minimum is not None and info.maximum is not None:
        is_good = info.minimum <= converted <= info.maximum  # false for NaN
    elif info.kind is Kind.TEXT:
        is_good = _is_text(converted)
    elif info.kind is Kind.FOLDERS:
        is_good = len(converted) <= MAX_ENTRIES and all(t and _is_text(t) for t in converted)
    elif info.kind is Kind.SHORTCUTS:
        is_good = len(converted) <= MAX_ENTRIES and all(
            _is_text(name)
            and len(keys) <= MAX_KEYS_PER_ACTION
            and all(text and _is_text(text) for text in keys)
            for name, keys in converted.items()
        )
        converted = MappingProxyType(converted)
    if not is_good:
        raise _refused(info, value)
    return converted


def _split(key: str) -> tuple[str, str]:
    if key not in setting_infos():
        raise KeyError(key)
    group, _, name = key.partition(".")
    return group, name


@cache
def _type_of(key: str) -> Any:
    group, _, name = key.partition(".")
    hint = typing.get_type_hints(type(getattr(Settings(), group)))[name]
    return dict[str, tuple[str, ...]] if hint == Shortcuts else hint


def _kind(hint: Any, info: SettingInfo) -> Kind:
    if info.choices:
        return Kind.CHOICE
    if info.unit == SIZE_UNIT:
        return Kind.SIZE
    if isinstance(hint, UnionType):
        (hint,) = [part for part in typing.get_args(hint) if part is not type(None)]
    kinds: dict[Any, Kind] = {
        bool: Kind.SWITCH,
        int: Kind.WHOLE_NUMBER,
        float: Kind.NUMBER,
        str: Kind.TEXT,
        tuple[str, ...]: Kind.FOLDERS,
        Shortcuts: Kind.SHORTCUTS,
    }
    return kinds[hint]


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value


def _is_text(text: str) -> bool:
    """Whether a text may be kept: short, and writable as UTF-8."""
    if len(text) > MAX_TEXT_CHARS or "\0" in text:
        return False
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _refused(info: SettingInfo, value: object) -> SettingsError:
    return SettingsError(
        f"The setting {info.key} cannot be {str(value)[:40]!r}: it takes {allowed_text(info)}.",
        code="bad-setting",
        key=info.key,
        value=value,
        allowed=allowed_text(info),
    )
