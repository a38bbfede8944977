"""Melody, expression and rendering, with made-up timbre in place of hts_engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from colours import COLOURS
from expression import BREATH_RANGE_DB, express
from hts_source import N_COEFFICIENTS
from melody import DRIFT_SD_CENTS, midi_to_hz, sung_pitch
from phrases import Phrase, plan_phrase
from render import PEAK_LIMIT, Stems, render_phrase
from timing import frames_to_samples

if TYPE_CHECKING:
    from numpy.typing import NDArray


def sing(phrase: Phrase) -> Stems:
    colour = COLOURS[phrase.speaker]
    # c0 sets the level of the source: loud enough everywhere to carry timbre.
    cepstra: NDArray[np.float64] = np.zeros((phrase.n_frames, N_COEFFICIENTS))
    cepstra[:, 0], cepstra[:, 1] = 9.0, 1.0
    return render_phrase(
        phrase, cepstra, midi_to_hz(sung_pitch(phrase, colour)), express(phrase), colour
    )


@pytest.mark.parametrize("speaker", ["clear", "dusk"])
def test_melody_is_the_same_for_the_same_phrase(speaker: str) -> None:
    phrase = plan_phrase(seed=5, speaker=speaker, index=3)
    again = plan_phrase(seed=5, speaker=speaker, index=3)
    colour = COLOURS[speaker]
    np.testing.assert_array_equal(sung_pitch(phrase, colour), sung_pitch(again, colour))


@pytest.mark.parametrize("speaker", ["clear", "dusk"])
def test_notes_are_in_tune(speaker: str) -> None:
    errors_cents = []
    for index in range(12):
        phrase = plan_phrase(seed=5, speaker=speaker, index=index)
        pitch = sung_pitch(phrase, COLOURS[speaker])
        assert np.isfinite(pitch).all()
        for start, note in zip(phrase.note_starts(), phrase.notes, strict=True):
            if note.midi is not None and note.lyric != "っ" and note.n_frames >= 40:
                sung = np.median(pitch[start : start + note.n_frames])
                errors_cents.append(abs(100 * (sung - note.midi)))
    assert np.median(errors_cents) < 1.5
    assert np.quantile(errors_cents, 0.95) < 5.0
    assert DRIFT_SD_CENTS <= 6


def test_neutral_phrases_have_no_drawn_curves() -> None:
    neutral = express(plan_phrase(seed=5, speaker="clear", index=0))
    assert not neutral.harmonic_db.any()
    assert np.ptp(neutral.gain_db) < 10
    varied = express(plan_phrase(seed=5, speaker="clear", index=1))
    assert varied.harmonic_db.any()


def test_drawn_controls_are_independent_and_in_range() -> None:
    phrases = [plan_phrase(seed=5, speaker="clear", index=i) for i in range(1, 160) if i % 4]
    shaped = [express(phrase) for phrase in phrases]
    breath_db = np.array([e.breath_db.mean() for e in shaped])
    harmonic_db = np.array([e.harmonic_db.mean() for e in shaped])
    tension = np.array([e.tension.mean() for e in shaped])
    correlation = np.corrcoef([breath_db, harmonic_db, tension])
    assert np.abs(correlation - np.eye(3)).max() < 0.3
    assert np.ptp(breath_db) > 0.5 * (BREATH_RANGE_DB[1] - BREATH_RANGE_DB[0])


def test_rendering_is_deterministic_whole_and_within_range() -> None:
    phrase = plan_phrase(seed=5, speaker="dusk", index=2)
    stems = sing(phrase)
    again = sing(phrase)
    np.testing.assert_array_equal(stems.harmonic, again.harmonic)
    np.testing.assert_array_equal(stems.aperiodic, again.aperiodic)
    mix = stems.harmonic + stems.aperiodic
    assert len(stems.harmonic) == len(stems.aperiodic) == frames_to_samples(phrase.n_frames)
    assert len(stems.voiced) == phrase.n_frames
    assert np.isfinite(mix).all()
    assert np.abs(mix).max() <= PEAK_LIMIT + 1e-3


def test_vowels_are_voiced_and_long_rests_are_not() -> None:
    phrase = plan_phrase(seed=5, speaker="clear", index=4)
    stems = sing(phrase)
    for phoneme in phrase.phonemes:
        middle = phoneme.start_frame + phoneme.n_frames // 2
        if phoneme.symbol in ("a", "i", "u", "e", "o"):
            assert stems.voiced[middle], phoneme
        elif phoneme.symbol == "SP":
            assert not stems.voiced[middle], phoneme
