"""The hand on the keys beside the rows: each key sounds."""

from __future__ import annotations

from editor.tools.touch import Button, Cursor, PaneKind, Touch
from editor.transport import Transport


class KeyboardTool:
    """A click sounds a key, a drag all that it comes over; nothing is changed."""

    panes = frozenset({PaneKind.KEYBOARD})

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._sounded: int | None = None

    def hover(self, touch: Touch) -> Cursor:
        """Keys are there to be pressed."""
        return Cursor.HAND

    def press(self, touch: Touch) -> bool:
        """Sound the key."""
        if touch.button is not Button.LEFT:
            return False
        self._sounded = None
        self._sound(touch)
        return True

    def drag(self, touch: Touch) -> None:
        """Sound the next key, once."""
        self._sound(touch)

    def release(self, touch: Touch) -> None:
        """A key sounds to its end."""

    def cancel(self) -> None:
        """Nothing was changed."""

    def _sound(self, touch: Touch) -> None:
        if touch.key_midi != self._sounded:
            self._sounded = touch.key_midi
            self._transport.preview_tone(touch.key_midi)
