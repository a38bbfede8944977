"""Features on disk: one NPZ a phrase, made once from a corpus.

Arrays of an item: ``mel`` [T, n_mels], ``f0_hz`` [T], ``voiced`` [T],
``breathiness``, ``voicing``, ``tension`` [T], ``tokens``, ``durations`` [N],
``durations_s`` [N], ``word_div`` [W], ``ph_midi`` [N], ``note_midi``,
``note_rest``, ``note_dur`` [M].
"""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import soundfile

from engine.training import features as ft
from engine.training.config import MelConfig
from engine.training.corpus import CURVE_STEP_S, PAD, Utterance, read_corpus
from engine.training.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

INDEX = "features.json"
GAIN_KNOT_S = 0.6
HARMONIC_GAIN_DB = (-9.0, 4.0)
APERIODIC_GAIN_DB = (-9.0, 9.0)


@dataclass(frozen=True)
class FeatureIndex:
    """What a feature folder holds."""

    tokens: tuple[str, ...]
    speakers: tuple[str, ...]
    corpus: str
    items: tuple[dict[str, str], ...]


def make_features(
    corpus: Path,
    out: Path,
    phonemes: Sequence[str],
    *,
    mel: MelConfig | None = None,
    n_jobs: int = 1,
    on_progress: Callable[[int, int], None] | None = None,
) -> FeatureIndex:
    """Extract the features of every phrase of a corpus.

    A second variant of each phrase that has stems is made with slowly moving,
    independent gains on the two stems: it shows the acoustic model what
    breathiness and voicing do alone, with exact labels.

    Parameters
    ----------
    corpus, out : Path
    phonemes : sequence of str
        Token list without padding.
    mel : MelConfig or None
    n_jobs : int
        Processes.
    on_progress : callable (done, total) or None

    Returns
    -------
    FeatureIndex

    Raises
    ------
    CorpusError
        If a phoneme is not in the list or a recording cannot be used.
    """
    utterances = read_corpus(corpus)
    tokens = (PAD, *phonemes)
    unknown = sorted({p for u in utterances for p in u.phonemes} - set(tokens))
    if unknown:
        raise CorpusError(f"Phonemes {' '.join(unknown)} are not in the token list; add them.")
    speakers = tuple(sorted({u.speaker for u in utterances}))
    work = partial(_make_item, out=out, tokens=tokens, mel=mel or MelConfig())
    done = 0
    with ProcessPoolExecutor(max_workers=n_jobs) as pool:
        for _ in pool.map(work, utterances, chunksize=4):
            done += 1
            if on_progress is not None:
                on_progress(done, len(utterances))
    items = tuple(
        {
            "name": u.name,
            "speaker": u.speaker,
            "style": u.style,
            "split": "held_out" if u.is_held_out else "train",
            "wav": str(u.wav.relative_to(corpus)),
            "harmonic": str(u.harmonic.relative_to(corpus)) if u.harmonic else "",
            "aperiodic": str(u.aperiodic.relative_to(corpus)) if u.aperiodic else "",
        }
        for u in utterances
    )
    index = FeatureIndex(tokens, speakers, str(corpus.resolve()), items)
    (out / INDEX).write_text(json.dumps(asdict(index), indent=1), encoding="utf-8")
    return index


def load_index(folder: Path) -> FeatureIndex:
    """Read the index of a feature folder."""
    try:
        raw = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CorpusError(f"{folder}: no features here; run the features command first.") from error
    return FeatureIndex(
        tuple(raw["tokens"]), tuple(raw["speakers"]), raw["corpus"], tuple(raw["items"])
    )


def read_audio(path: Path, mel: MelConfig) -> ft.Floats:
    """Mono float32 audio [S] at the bank's sample rate."""
    audio, rate = soundfile.read(path, dtype="float32", always_2d=True)
    if rate != mel.sample_rate_hz:
        raise CorpusError(f"{path}: {rate} Hz; resample the corpus to {mel.sample_rate_hz} Hz.")
    return np.ascontiguousarray(audio.mean(axis=1))


def _slow_gain(n: int, low_high_db: tuple[float, float], rng: np.random.Generator) -> ft.Floats:
    knots = rng.uniform(*low_high_db, size=int(n / (GAIN_KNOT_S * 44_100)) + 3)
    place = np.arange(n) / (GAIN_KNOT_S * 44_100)
    gain_db = np.interp(place, np.arange(len(knots)), knots)
    return np.power(10.0, gain_db / 20.0).astype(np.float32)


def _make_item(utterance: Utterance, *, out: Path, tokens: tuple[str, ...], mel: MelConfig) -> None:
    if utterance.harmonic is None or utterance.aperiodic is None or utterance.f0 is None:
        raise CorpusError(
            f"{utterance.name}: harmonic and aperiodic stems and f0 are needed; "
            "separate the recording first."
        )
    harmonic = read_audio(utterance.harmonic, mel)
    aperiodic = read_audio(utterance.aperiodic, mel)
    audio = read_audio(utterance.wav, mel)
    n_frames = len(audio) // mel.hop_samples
    f0_hz = ft.sample_curve(np.load(utterance.f0), CURVE_STEP_S, n_frames, mel)
    if utterance.voiced is None:
        voiced = np.ones(n_frames, bool)
    else:
        flags = np.load(utterance.voiced).astype(np.float32)
        voiced = ft.sample_curve(flags, CURVE_STEP_S, n_frames, mel) > 0.5
    score = _score_arrays(utterance, tokens, n_frames, mel)
    folder = out / utterance.speaker
    folder.mkdir(parents=True, exist_ok=True)
    tension = ft.tension_logit(harmonic, f0_hz, mel)
    shared = {"f0_hz": f0_hz, "voiced": voiced, "tension": tension, **score}

    def save(suffix: str, mix: ft.Floats, voiced_part: ft.Floats, noise_part: ft.Floats) -> None:
        np.savez(
            folder / f"{utterance.name}{suffix}.npz",
            mel=ft.log_mel(mix, mel),
            voicing=ft.rms_db(voiced_part, mel),
            breathiness=ft.rms_db(noise_part, mel),
            **shared,
        )

    save("", audio, harmonic, aperiodic)
    seed = [len(utterance.name), *utterance.name.encode(), *utterance.speaker.encode()]
    rng = np.random.default_rng(seed)
    louder = harmonic * _slow_gain(len(audio), HARMONIC_GAIN_DB, rng)
    breathier = aperiodic * _slow_gain(len(audio), APERIODIC_GAIN_DB, rng)
    save(".gains", louder + breathier, louder, breathier)


def _score_arrays(
    utterance: Utterance, tokens: tuple[str, ...], n_frames: int, mel: MelConfig
) -> dict[str, NDArray[np.generic]]:
    frames = ft.seconds_to_frames(utterance.phoneme_durations_s, mel.frame_ms)
    note_frames = ft.seconds_to_frames(utterance.note_durations_s, mel.frame_ms)
    note_midi, note_rest = ft.fill_rest_notes(utterance.notes_midi)
    ids = np.array([tokens.index(p) for p in utterance.phonemes], np.int64)
    return {
        "tokens": ids,
        "durations": ft.fit_frames(frames, n_frames),
        "durations_s": np.array(utterance.phoneme_durations_s, np.float32),
        "word_div": np.array(utterance.word_counts, np.int64),
        "ph_midi": _tones_of_words(utterance, note_midi),
        "note_midi": note_midi,
        "note_rest": note_rest,
        "note_dur": ft.fit_frames(note_frames, n_frames),
    }


def _tones_of_words(utterance: Utterance, note_midi: ft.Floats) -> NDArray[np.int64]:
    """Tone of each phoneme's word: that of the note on which its first phoneme lies.

    A leading rest takes the tone of the first note (contract B.1).
    """
    note_ends = np.cumsum(utterance.note_durations_s)
    starts = np.cumsum((0.0, *utterance.phoneme_durations_s))[:-1]
    tones: list[int] = []
    first = 0
    for count in utterance.word_counts:
        middle = starts[first] + 0.5 * utterance.phoneme_durations_s[first]
        note = min(int(np.searchsorted(note_ends, middle, "right")), len(note_midi) - 1)
        tones += [round(float(note_midi[note]))] * count
        first += count
    return np.array(tones, np.int64)
