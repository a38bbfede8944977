"""Pixels to ticks and keys and back, zoom and scroll: the one place that knows both.

Scroll positions are whole pixels of the song's picture, so that a pan moves what is painted by
whole pixels and only the uncovered strip has to be painted anew.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

N_KEYS = 128
TOP_MIDI = N_KEYS - 0.5  # upper edge of the highest key's row
MAX_PX_PER_TICK = 4.0
MIN_PX_PER_KEY, MAX_PX_PER_KEY = 4.0, 64.0
FOLLOW_RATIO = 0.15  # of the width: where the playhead stands after the page turned
_SHOW_MARGIN_RATIO = 0.1  # of the width, kept free beside what is shown


def whole_px(px: float) -> int:
    """The nearest whole pixel, halves upwards: the same wherever one has scrolled to.

    Python's own rounding takes halves to even numbers, and so jumps when the scroll is odd.
    """
    return math.floor(px + 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewport:
    """What of the song is seen: scales, scroll position, size, and how far the song goes."""

    width_px: int
    height_px: int
    px_per_tick: float = 0.16
    px_per_key: float = 20.0
    scroll_x_px: int = 0  # of the song's picture, at the left edge
    scroll_y_px: int = 0  # of the picture of all keys, at the upper edge
    end_ticks: int = 0  # one can scroll so far

    # ------------------------------------------------------------------ positions

    def ticks_to_px(self, ticks: float) -> float:
        """Distance of a place from the left edge."""
        return ticks * self.px_per_tick - self.scroll_x_px

    def px_to_ticks(self, x_px: float) -> float:
        """Place at a distance from the left edge."""
        return (x_px + self.scroll_x_px) / self.px_per_tick

    def midi_to_px(self, pitch_midi: float) -> float:
        """Distance of a pitch from the upper edge; a whole number is the middle of its row."""
        return (TOP_MIDI - pitch_midi) * self.px_per_key - self.scroll_y_px

    def px_to_midi(self, y_px: float) -> float:
        """Pitch at a distance from the upper edge."""
        return TOP_MIDI - (y_px + self.scroll_y_px) / self.px_per_key

    def px_to_key(self, y_px: float) -> int:
        """Key in whose row a distance from the upper edge lies, of those that there are."""
        return min(N_KEYS - 1, max(0, math.floor(self.px_to_midi(y_px) + 0.5)))

    @property
    def visible_ticks(self) -> tuple[float, float]:
        """Places at the left and right edge."""
        return self.px_to_ticks(0.0), self.px_to_ticks(self.width_px)

    @property
    def visible_midi(self) -> tuple[float, float]:
        """Pitches at the lower and upper edge."""
        return self.px_to_midi(self.height_px), self.px_to_midi(0.0)

    # ------------------------------------------------------------------ limits

    @property
    def last_scroll_x_px(self) -> int:
        """Furthest scroll position to the right."""
        return max(0, math.ceil(self.end_ticks * self.px_per_tick) - self.width_px)

    @property
    def last_scroll_y_px(self) -> int:
        """Furthest scroll position downwards."""
        return max(0, math.ceil(N_KEYS * self.px_per_key) - self.height_px)

    @property
    def min_px_per_tick(self) -> float:
        """Scale at which the whole song is seen."""
        return min(MAX_PX_PER_TICK, max(1, self.width_px) / max(1, self.end_ticks))

    @property
    def min_px_per_key(self) -> float:
        """Smallest height of a row: no empty space beside the keys."""
        return min(MAX_PX_PER_KEY, max(MIN_PX_PER_KEY, self.height_px / N_KEYS))

    def clamped(self) -> Viewport:
        """The nearest that keeps to the limits; the very same when it does."""
        scaled = replace(
            self,
            px_per_tick=min(MAX_PX_PER_TICK, max(self.min_px_per_tick, self.px_per_tick)),
            px_per_key=min(MAX_PX_PER_KEY, max(self.min_px_per_key, self.px_per_key)),
        )
        placed = replace(
            scaled,
            scroll_x_px=min(scaled.last_scroll_x_px, max(0, self.scroll_x_px)),
            scroll_y_px=min(scaled.last_scroll_y_px, max(0, self.scroll_y_px)),
        )
        return self if placed == self else placed

    # ------------------------------------------------------------------ moves

    def resized(self, width_px: int, height_px: int) -> Viewport:
        """Another size; what is at the left edge stays there, what is in the middle of the height
        stays in the middle.
        """
        grown_px = height_px - self.height_px if self.height_px else 0
        return replace(
            self,
            width_px=width_px,
            height_px=height_px,
            scroll_y_px=self.scroll_y_px - grown_px // 2,
        ).clamped()

    def scrolled(self, dx_px: int, dy_px: int) -> Viewport:
        """Further right and down."""
        return self.scrolled_to(self.scroll_x_px + dx_px, self.scroll_y_px + dy_px)

    def scrolled_to(self, x_px: int, y_px: int) -> Viewport:
        """At a scroll position."""
        return replace(self, scroll_x_px=x_px, scroll_y_px=y_px).clamped()

    def zoomed_time(self, factor: float, x_px: float) -> Viewport:
        """Time stretched; what is at ``x_px`` stays there, within half a pixel."""
        ticks = self.px_to_ticks(x_px)
        scale = min(MAX_PX_PER_TICK, max(self.min_px_per_tick, self.px_per_tick * factor))
        scroll_px = round(ticks * scale - x_px)
        return replace(self, px_per_tick=scale, scroll_x_px=scroll_px).clamped()

    def zoomed_keys(self, factor: float, y_px: float) -> Viewport:
        """Rows made higher; what is at ``y_px`` stays there, within half a pixel."""
        pitch_midi = self.px_to_midi(y_px)
        scale = min(MAX_PX_PER_KEY, max(self.min_px_per_key, self.px_per_key * factor))
        scroll_px = round((TOP_MIDI - pitch_midi) * scale - y_px)
        return replace(self, px_per_key=scale, scroll_y_px=scroll_px).clamped()

    def showing_ticks(self, first_ticks: float, last_ticks: float) -> Viewport:
        """Scaled and scrolled so that a stretch fills the width."""
        scale = self.width_px / max(1.0, last_ticks - first_ticks)
        scale = min(MAX_PX_PER_TICK, max(self.min_px_per_tick, scale))
        return replace(self, px_per_tick=scale, scroll_x_px=round(first_ticks * scale)).clamped()

    def showing_keys(self, low_midi: float, high_midi: float) -> Viewport:
        """Scrolled so that pitches lie in the middle of the height; the scale stays."""
        middle = (TOP_MIDI - (low_midi + high_midi) / 2.0) * self.px_per_key
        return self.scrolled_to(self.scroll_x_px, round(middle - self.height_px / 2.0))

    def revealing(self, first_ticks: float, last_ticks: float) -> Viewport:
        """Scrolled as little as brings a stretch into view, its beginning first."""
        margin_px = self.width_px * _SHOW_MARGIN_RATIO
        left_px = self.ticks_to_px(first_ticks) - margin_px
        right_px = self.ticks_to_px(last_ticks) + margin_px - self.width_px
        dx_px = right_px if right_px > 0 else 0.0
        return self.scrolled(round(min(dx_px, left_px) if left_px < dx_px else dx_px), 0)

    def following(self, playhead_ticks: float) -> Viewport:
        """The page turned when the playhead has left it; the very same when it has not."""
        if 0.0 <= self.ticks_to_px(playhead_ticks) < self.width_px:
            return self
        left_px = playhead_ticks * self.px_per_tick - self.width_px * FOLLOW_RATIO
        return self.scrolled_to(round(left_px), self.scroll_y_px)
