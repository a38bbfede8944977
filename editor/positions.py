"""Places of the song as people write them: bar, beat and tick, or minutes and seconds. No Qt."""

from __future__ import annotations

import re

from editor.view.metre import Metre

_BAR = re.compile(r"(\d{1,6})(?:[:.,\s]+(\d{1,4}))?(?:[:.,\s]+(\d{1,5}))?")
_TIME = re.compile(r"(?:(\d{1,4}):)?(\d{1,6}(?:[.,]\d{0,6})?)")
_METRE = re.compile(r"(\d{1,3})\s*[/:\s]\s*(\d{1,3})")
_TEMPO = re.compile(r"(\d{1,5}(?:[.,]\d{0,6})?)(?:\s*[A-Za-z/]*)?")


def format_place(metre: Metre, ticks: float) -> str:
    """Such as ``3:2:120``: bar and beat from 1, and ticks into the beat."""
    whole = max(0, round(ticks))
    bar = metre.bar_at(whole)
    beat_ticks = metre.beat_ticks_at(whole)
    beat, rest = divmod(whole - metre.bar_start_ticks(bar), beat_ticks)
    return f"{bar + 1}:{beat + 1}:{rest:03d}"


def parse_place(metre: Metre, text: str) -> int | None:
    """The tick of ``3``, ``3:2`` or ``3:2:120``; None for what is no place."""
    found = _BAR.fullmatch(text.strip())
    if found is None:
        return None
    bar, beat, rest = (int(part) if part else None for part in found.groups())
    if not bar or beat == 0:
        return None
    start = metre.bar_start_ticks(bar - 1)
    beats = 0 if beat is None else (beat - 1) * metre.beat_ticks_at(start)
    return start + beats + (rest or 0)


def format_time(ms: float) -> str:
    """Such as ``1:02.345``."""
    minutes, rest_ms = divmod(max(0, round(ms)), 60_000)
    return f"{minutes}:{rest_ms // 1000:02d}.{rest_ms % 1000:03d}"


def parse_time(text: str) -> float | None:
    """Milliseconds of ``1:02.345`` or ``62.345``; None for what is no time."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    minutes, seconds = found.groups()
    return (int(minutes or 0) * 60.0 + float(seconds.replace(",", "."))) * 1e3


def parse_tempo(text: str) -> float | None:
    """Beats a minute of ``120`` or ``98.5 bpm``; None for what is no number."""
    found = _TEMPO.fullmatch(text.strip())
    return None if found is None else float(found.group(1).replace(",", "."))


def parse_metre(text: str) -> tuple[int, int] | None:
    """Beats and their unit of ``6/8``; None for what is no metre."""
    found = _METRE.fullmatch(text.strip())
    return None if found is None else (int(found.group(1)), int(found.group(2)))
