"""Commands: pitch and parameter curves."""

from __future__ import annotations

from app.action_spec import ActionSpec

ACTIONS: tuple[ActionSpec, ...] = ()
