"""Sung phrases to ``.ds``: one segment a phrase, with the values that were sung (contract 5)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from editor.formats.atomic_file import write_atomically
from engine.phonemize.lyrics import is_extension
from engine.render.colours import colour_mix
from engine.render.curves import FrameClock, neutral_values
from engine.types import Parameter, PhraseResult, RenderRequest, ScoreNote
from engine.units import HEAD_FRAMES, TAIL_FRAMES, midi_to_hz
from engine.voicebank.bank import Voicebank, load_bank

NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
ONSET_TICKS = 4  # a phoneme that starts this close before a note belongs to it (contract 5.4)
_LEVELS = (Parameter.ENERGY, Parameter.BREATHINESS, Parameter.VOICING, Parameter.TENSION)
_KEYS = {Parameter.GENDER: "gender", Parameter.VELOCITY: "velocity"}
_RESTS = ("SP", "AP")
DS_PARAMETERS = (Parameter.PITCH, *_LEVELS, *_KEYS, Parameter.EXPRESSIVENESS)


def write_ds(
    results: Sequence[PhraseResult],
    path: Path,
    *,
    request: RenderRequest,
    parameters: Collection[Parameter] = DS_PARAMETERS,
) -> None:
    """Write the sung phrases of a part; the file is whole or not there.

    Parameters
    ----------
    results : sequence of PhraseResult
        What the engine answered to ``request``.
    path : Path
    request : RenderRequest
    parameters : collection of Parameter
        Curves that are written where the voice has them; whoever reads the file predicts others.

    Raises
    ------
    SongFileError
        When the disk or the rights refuse.

    Source: contract 5.4.
    """
    bank = load_bank(request.voice_folder)
    ordered = sorted(results, key=lambda result: result.start_ms)
    segments = [segment_of(result, request, bank, parameters) for result in ordered]
    text = json.dumps(segments, ensure_ascii=False, indent=2, allow_nan=False)
    write_atomically(path, (text + "\n").encode())


def segment_of(
    result: PhraseResult,
    request: RenderRequest,
    bank: Voicebank,
    parameters: Collection[Parameter] = DS_PARAMETERS,
) -> dict[str, Any]:
    """One phrase as a segment of a ``.ds`` file."""
    layout, frame_s = result.layout, result.frame_ms / 1000.0
    head_ms, tail_ms = HEAD_FRAMES * result.frame_ms, TAIL_FRAMES * result.frame_ms
    notes = _notes_of(result, request)
    lengths_ms = [head_ms, *(p.end_ms - p.start_ms for p in layout.phonemes), tail_ms]
    segment: dict[str, Any] = {
        "offset": _rounded(result.start_ms / 1000.0, 6),
        "text": " ".join(["SP", *(n.lyric for n in notes if not is_extension(n.lyric)), "SP"]),
        "lang": bank.phonemizer_language,
        "ph_seq": " ".join(["SP", *(p.symbol for p in layout.phonemes), "SP"]),
        "ph_dur": _numbers(np.array(lengths_ms) / 1000.0, 6),
        "ph_num": " ".join(map(str, _phonemes_by_note(result, notes))),
        **_note_lists(result, request, notes, head_ms=head_ms, tail_ms=tail_ms),
    }
    timestep = f"{frame_s:.9g}"
    if Parameter.PITCH in parameters:
        segment["f0_seq"] = _numbers(midi_to_hz(result.sung[Parameter.PITCH]), 3)
        segment["f0_timestep"] = timestep
    for parameter in _LEVELS:
        if parameter in result.sung and parameter in parameters:
            segment[str(parameter)] = _numbers(result.sung[parameter], 4)
            segment[f"{parameter}_timestep"] = timestep
    for parameter, name in _KEYS.items():
        if parameter in result.sung and parameter in parameters:
            segment[name] = _numbers(result.sung[parameter], 4)
            segment[f"{name}_timestep"] = timestep
    ticks = _frame_ticks(result, request)
    if Parameter.EXPRESSIVENESS in request.curves and Parameter.EXPRESSIVENESS in parameters:
        values = neutral_values(request.curves, ticks, Parameter.EXPRESSIVENESS)
        segment["expr"] = _numbers(values, 4)
        segment["expr_timestep"] = timestep
    segment |= _speaker_mix(request, bank, ticks, timestep)
    # Their engine takes 32 bits.
    segment["seed"] = request.seed & 0xFFFF_FFFF
    segment["input_type"] = "phoneme"
    return segment


def note_name(key_midi: int, cents: float = 0.0) -> str:
    """Scientific name with sharps, cents behind it when they are not 0: ``C#4``, ``C4+12``."""
    name = f"{NAMES[key_midi % 12]}{key_midi // 12 - 1}"
    return name if round(cents) == 0 else f"{name}{round(cents):+d}"


def _notes_of(result: PhraseResult, request: RenderRequest) -> list[ScoreNote]:
    """Notes that sound in the phrase, without those the engine left out."""
    first = result.layout.phonemes[0].start_ticks
    last = result.layout.phonemes[-1].end_ticks
    notes: list[ScoreNote] = []
    for note in sorted(request.notes, key=lambda n: (n.start_ticks, n.end_ticks)):
        inside = note.start_ticks < last and note.end_ticks > first and note.length_ticks > 0
        if inside and (not notes or note.start_ticks >= notes[-1].end_ticks):
            notes.append(note)
    own = set(result.layout.note_ids)
    # A neighbour whose phonemes stand in another phrase only lends its place (rule R-19).
    while notes and notes[0].id not in own:
        notes.pop(0)
    return notes


def _phonemes_by_note(result: PhraseResult, notes: Iterable[ScoreNote]) -> list[int]:
    """Phonemes before each note and behind the last, head and tail SP in the outer groups."""
    starts = [phoneme.start_ticks for phoneme in result.layout.phonemes]
    counts: list[int] = []
    done = 0
    for note in notes:
        if is_extension(note.lyric):
            continue
        before = sum(start < note.start_ticks - ONSET_TICKS for start in starts)
        counts.append(max(0, before - done))
        done = max(done, before)
    counts.append(len(starts) - done)
    counts[0] += 1
    return [*(count for count in counts if count), 1]


def _note_lists(
    result: PhraseResult,
    request: RenderRequest,
    notes: Sequence[ScoreNote],
    *,
    head_ms: float,
    tail_ms: float,
) -> dict[str, str]:
    """``note_seq``, ``note_dur`` and ``note_slur``; lengths add up to the phonemes' lengths."""
    layout, tempo = result.layout, request.tempo
    names, lengths_ms, slurs = ["rest"], [head_ms], [0]
    now_ms = layout.start_ms
    for note in notes:
        start_ms = max(now_ms, tempo.ticks_to_ms(note.start_ticks))
        end_ms = min(layout.end_ms, tempo.ticks_to_ms(note.end_ticks))
        if end_ms <= start_ms:
            continue
        if start_ms > now_ms:
            if len(names) == 1:
                lengths_ms[0] += start_ms - now_ms
            else:
                names.append("rest")
                lengths_ms.append(start_ms - now_ms)
                slurs.append(0)
        is_rest = note.lyric in _RESTS
        names.append("rest" if is_rest else note_name(note.key_midi, note.cents))
        lengths_ms.append(end_ms - start_ms)
        slurs.append(int(is_extension(note.lyric)))
        now_ms = end_ms
    names.append("rest")
    lengths_ms.append(layout.end_ms - now_ms + tail_ms)
    slurs.append(0)
    return {
        "note_seq": " ".join(names),
        "note_dur": _numbers(np.array(lengths_ms) / 1000.0, 6),
        "note_slur": " ".join(map(str, slurs)),
    }


def _frame_ticks(result: PhraseResult, request: RenderRequest) -> npt.NDArray[np.float64]:
    frames = np.arange(len(result.sung[Parameter.PITCH]), dtype=np.float64)
    times_ms = np.asarray(result.start_ms + frames * result.frame_ms)
    clock = FrameClock.of_phrase(
        times_ms,
        start_ms=result.layout.start_ms,
        end_ms=result.layout.end_ms,
        tempo=request.tempo,
    )
    return clock.ticks


def _speaker_mix(
    request: RenderRequest, bank: Voicebank, ticks: npt.NDArray[np.float64], timestep: str
) -> dict[str, Any]:
    if not bank.acoustic.config.speakers:
        return {}
    mix, _ = colour_mix(request.colours, bank)
    weights = mix.weights(ticks)
    names = [colour.suffix or colour.name for colour in bank.colours]
    used = [i for i in range(len(names)) if np.any(weights[:, i] > 0)]
    if mix.is_constant:
        return {"spk_mix": {names[i]: _rounded(float(weights[0, i]), 6) for i in used}}
    curves = {names[i]: _numbers(weights[:, i], 4) for i in used}
    return {"spk_mix": curves, "spk_mix_timestep": timestep}


def _rounded(value: float, decimals: int) -> float:
    return round(value, decimals) + 0.0


def _numbers(values: Any, decimals: int) -> str:
    rounded = np.round(np.asarray(values, dtype=np.float64), decimals) + 0.0
    return " ".join(f"{value:.{decimals}f}".rstrip("0").rstrip(".") for value in rounded)
