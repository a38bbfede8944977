"""The two voice colours of the built-in voice: who sings, and with which habits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Colour:
    """A vocal tract, a glottis and singing habits.

    ``low_ratio`` and ``high_ratio`` scale formants below about 900 Hz and above about
    2 kHz (> 1 is a shorter tract). ``tilt_db_per_octave`` acts above 700 Hz.
    """

    name: str
    low_ratio: float
    high_ratio: float
    tilt_db_per_octave: float
    presence_db: float
    breath_db: float
    vibrato_hz: float
    vibrato_cents: float
    vibrato_delay_s: float
    glide_s: float
    overshoot_ratio: float
    scoop_cents: float
    attack_s: float


COLOURS: Final[dict[str, Colour]] = {
    "clear": Colour(
        name="clear", low_ratio=1.02, high_ratio=1.06, tilt_db_per_octave=0.4,
        presence_db=2.0, breath_db=0.0, vibrato_hz=5.8, vibrato_cents=32.0,
        vibrato_delay_s=0.26, glide_s=0.052, overshoot_ratio=0.055, scoop_cents=60.0,
        attack_s=0.018,
    ),
    "dusk": Colour(
        name="dusk", low_ratio=0.955, high_ratio=0.91, tilt_db_per_octave=-1.8,
        presence_db=-1.0, breath_db=4.0, vibrato_hz=5.1, vibrato_cents=24.0,
        vibrato_delay_s=0.36, glide_s=0.074, overshoot_ratio=0.035, scoop_cents=110.0,
        attack_s=0.030,
    ),
}  # fmt: skip
