"""Errors of the shell: settings, actions, reports."""

from __future__ import annotations

from engine.errors import EngineError


class SettingsError(EngineError):
    """A setting is out of bounds, or the settings file cannot be read or written."""


class ReportError(EngineError):
    """A problem report cannot be written."""


class ActionTableError(ValueError):
    """Our own mistake: the action table and what stands behind it do not fit together."""
