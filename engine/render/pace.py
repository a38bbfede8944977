"""How fast a voice sings on this computer, and whether a draft is worth its while."""

from __future__ import annotations

from collections.abc import Mapping

from engine.types import Stage, StageCount

DRAFT_SHARE = 4  # of the acoustic steps a draft takes one in four
MIN_DRAFT_STEPS = 2
# A draft that takes nearly as long as the phrase itself only keeps the phrase waiting.
_MOST_OF_WHOLE = 0.75
# An acoustic model of 280 MB takes 0.05 s for each step and second of sound on two cores at
# 2.5 GHz (20 steps in real time): time goes with the weights, and weights are most of the file.
_S_PER_BYTE_AND_STEP = 0.05 / 280e6
_NEWEST = 0.3  # weight of the newest measure: a computer that gets busy shows soon


def draft_steps(n_steps: int) -> int:
    """Acoustic steps of a draft; ``n_steps`` themselves where there are too few for one."""
    return min(n_steps, max(MIN_DRAFT_STEPS, n_steps // DRAFT_SHARE))


class Pace:
    """Seconds of work for a second of sound, measured for one voice.

    Parameters
    ----------
    acoustic_bytes : int
        Size of the acoustic model: what is known before anything was sung.
    """

    def __init__(self, acoustic_bytes: int) -> None:
        self._guess = acoustic_bytes * _S_PER_BYTE_AND_STEP
        self._acoustic: dict[int, float] = {}  # by steps
        self._others: dict[Stage, float] = {}

    def measure(
        self,
        before: Mapping[Stage, StageCount],
        after: Mapping[Stage, StageCount],
        *,
        n_steps: int,
        audio_s: float,
    ) -> None:
        """Learn from a phrase; only models that ran tell anything.

        Parameters
        ----------
        before, after : mapping
            Counts on either side of it.
        n_steps : int
            Steps of the acoustic model.
        audio_s : float
            Length of the phrase.
        """
        if audio_s <= 0.0:
            return
        for stage in Stage:
            if after[stage].runs == before[stage].runs:
                continue
            newest = (after[stage].seconds - before[stage].seconds) / audio_s
            if stage is Stage.ACOUSTIC:
                self._acoustic[n_steps] = _mixed(self._acoustic.get(n_steps), newest)
            else:
                self._others[stage] = _mixed(self._others.get(stage), newest)

    def pace(self, n_steps: int) -> float:
        """Seconds of work for a second of sound with so many acoustic steps."""
        return self._acoustic_pace(n_steps) + sum(self._others.values())

    def wants_draft(self, n_steps: int) -> bool:
        """Whether the voice sings slower than it is played, and a draft is there much sooner."""
        n_draft_steps = draft_steps(n_steps)
        whole = self.pace(n_steps)
        is_sooner = self.pace(n_draft_steps) <= _MOST_OF_WHOLE * whole
        return whole > 1.0 and n_draft_steps < n_steps and is_sooner

    def _acoustic_pace(self, n_steps: int) -> float:
        known = self._acoustic.get(n_steps)
        if known is not None:
            return known
        if not self._acoustic:
            return self._guess * n_steps
        nearest = min(self._acoustic, key=lambda other: abs(other - n_steps))
        return self._acoustic[nearest] * n_steps / nearest


def _mixed(known: float | None, newest: float) -> float:
    return newest if known is None else known + _NEWEST * (newest - known)
