"""From notes to phrases: phonemes, predicted lengths, alignment, phrases."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.cache.keys import KeyHasher
from engine.inference import acoustic, duration, linguistic, variance
from engine.render.colours import ColourMix, colour_mix
from engine.render.memory import Sentence, SentenceMemory, colour_stretch
from engine.render.phrase import PhraseScore, split_phrases
from engine.render.sentence import SentencePlan, align, plan_sentences, rule_durations
from engine.render.stages import ModelRunner, Work
from engine.types import (
    Float32Array,
    GeneratedTiming,
    Parameter,
    PlacedPhoneme,
    Problem,
    RenderRequest,
    Stage,
)
from engine.voicebank.bank import ModelFolder, Voicebank

STAGE_VERSION = 1
ONSET_WINDOW_MS = 500.0  # slot 0 begins this long before the first anchor (contract 3.5)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SongLayout:
    """All phrases of a request, before anything is sung."""

    phrases: tuple[PhraseScore, ...]
    timing: tuple[GeneratedTiming, ...]
    problems: tuple[Problem, ...]
    mix: ColourMix


def lay_out(
    request: RenderRequest,
    bank: Voicebank,
    runner: ModelRunner,
    work: Work,
    memory: SentenceMemory,
    base: tuple[Hashable, ...],
) -> SongLayout:
    """Phrases of a request with all their phonemes placed.

    ``base`` is what all sentences of the request share: bank, models, tempo. Sentences that are
    in ``memory`` are not laid out again.

    Raises
    ------
    EngineError
        When nothing of the request can be sung.
    Cancelled
    """
    mix, colour_problems = colour_mix(request.colours, bank)
    plans, sentence_problems = plan_sentences(request, bank)
    placed: list[PlacedPhoneme] = []
    timing: list[GeneratedTiming] = []
    for plan in plans:
        work.cancel.check()
        sentence = _sentence(plan, request, bank, runner, work, mix, memory, base)
        if sentence.timing is not None:
            timing.append(sentence.timing)
        placed.extend(sentence.placed)
    phrases = split_phrases(request, bank, placed)
    if request.range_ms is not None:
        first_ms, last_ms = request.range_ms
        phrases = tuple(
            phrase
            for phrase in phrases
            if phrase.layout.end_ms > first_ms and phrase.layout.start_ms < last_ms
        )
    problems = (*bank.problems, *colour_problems, *sentence_problems)
    if phrases:
        problems += _missing_variances(bank, runner, work)
    return SongLayout(phrases=phrases, timing=tuple(timing), problems=problems, mix=mix)


def _sentence(
    plan: SentencePlan,
    request: RenderRequest,
    bank: Voicebank,
    runner: ModelRunner,
    work: Work,
    mix: ColourMix,
    memory: SentenceMemory,
    base: tuple[Hashable, ...],
) -> Sentence:
    """A sentence with its phonemes placed, out of the memory where nothing of it changed."""
    kept = request.generated_timing.get(plan.sentence_id)
    colours = colour_stretch(mix, plan.start_ticks, plan.end_ticks)
    source = (base, plan.words, plan.room_ms, colours)
    place = (request.part_id, plan.sentence_id)
    known = memory.get(place) if work.use_cache else None
    if known is not None and known.source == source:
        stored = known.timing
        if kept is known.kept or (
            kept is not None
            and stored is not None
            and kept.durations_frames is stored.durations_frames
        ):
            for meter in work.meters:
                meter.stages[Stage.DURATION].hits += known.n_answers
            return known
    count = work.meters[0].stages[Stage.DURATION]
    n_before = count.runs + count.hits
    durations, made = _durations(plan, request, bank, runner, work, mix)
    placed = align(plan, durations, request, bank)
    sentence = Sentence(
        source=source,
        kept=kept,
        timing=made,
        placed=placed,
        n_answers=count.runs + count.hits - n_before,
    )
    if work.use_cache:
        memory.put(place, sentence)
    return sentence


def _durations(
    plan: SentencePlan,
    request: RenderRequest,
    bank: Voicebank,
    runner: ModelRunner,
    work: Work,
    mix: ColourMix,
) -> tuple[Float32Array, GeneratedTiming | None]:
    """Frames of each token of a sentence; kept ones where they are fresh."""
    folder = bank.duration
    if folder is None:
        return rule_durations(plan, bank), None
    spk_embed = _token_embedding(plan, request, folder, mix)
    tokens = folder.token_ids(plan.symbols)
    languages = folder.language_ids(plan.symbols) if folder.config.use_lang_id else None
    linguistic_path, model_path = folder.model_path("linguistic"), folder.model_path("dur")
    key = (
        KeyHasher("timing")
        .add(
            STAGE_VERSION, runner.model_id(linguistic_path, work), runner.model_id(model_path, work)
        )
        .add(tokens, languages, plan.word_div, plan.word_dur, plan.ph_midi, spk_embed)
        .hexdigest()
    )
    kept = request.generated_timing.get(plan.sentence_id)
    if (
        kept is not None
        and kept.key == key
        and kept.durations_frames.shape == tokens.shape
        and np.isfinite(kept.durations_frames).all()
    ):
        return kept.durations_frames, kept

    # Always on the CPU, as the contract has it (section 7): small models, one run a sentence.
    declared = runner.declaration(model_path, duration.CONTRACT, work, force_cpu=True)

    def feeds() -> dict[str, npt.NDArray[Any]]:
        encoder = runner.declaration(linguistic_path, linguistic.CONTRACT, work, force_cpu=True)
        words = linguistic.feeds(
            encoder,
            linguistic_path,
            tokens=tokens,
            languages=languages,
            durations=None,
            word_div=plan.word_div,
            word_dur=plan.word_dur,
        )
        words_key = runner.key(linguistic_path, words, work, force_cpu=True)
        outputs = runner.run(
            Stage.DURATION, linguistic_path, words_key, lambda: words, work, force_cpu=True
        )
        return duration.feeds(
            declared,
            model_path,
            encoded=linguistic.read(outputs, linguistic_path, n_tokens=len(tokens)),
            ph_midi=plan.ph_midi,
            word_div=plan.word_div,
            word_dur=plan.word_dur,
            spk_embed=spk_embed,
        )

    run_key = runner.key(model_path, key, work, force_cpu=True)
    outputs = runner.run(Stage.DURATION, model_path, run_key, feeds, work, force_cpu=True)
    frames = duration.read(declared, outputs, model_path, n_tokens=len(tokens))
    frames.flags.writeable = False
    return frames, GeneratedTiming(sentence_id=plan.sentence_id, key=key, durations_frames=frames)


def _token_embedding(
    plan: SentencePlan, request: RenderRequest, folder: ModelFolder, mix: ColourMix
) -> Float32Array | None:
    """Speaker embedding of each token, its colour read where its slot begins."""
    if not folder.config.speakers:
        return None
    first = plan.words[0].notes[0]
    begin_ms = request.tempo.ticks_to_ms(first.start_ticks) - ONSET_WINDOW_MS
    slot_frames = np.cumsum(plan.word_dur) - plan.word_dur
    slots_ms = begin_ms + slot_frames * folder.frame_ms
    ticks = request.tempo.ms_to_ticks_array(slots_ms)
    return mix.token_embedding(folder, np.repeat(ticks, plan.word_div), plan.ph_midi)


def _missing_variances(bank: Voicebank, runner: ModelRunner, work: Work) -> tuple[Problem, ...]:
    """One problem where the acoustic model takes what nothing predicts."""
    path = bank.acoustic.model_path("acoustic")
    wanted = set(acoustic.wanted_curves(runner.declaration(path, acoustic.CONTRACT, work)))
    wanted -= {Parameter.GENDER, Parameter.VELOCITY}
    if bank.variance is not None and wanted:
        model_path = bank.variance.model_path("variance")
        declared = runner.declaration(model_path, variance.CONTRACT, work)
        wanted -= set(variance.predicted(declared))
    if not wanted:
        return ()
    names = ", ".join(sorted(wanted))
    return (
        Problem(
            code="missing-variance",
            sentence=(
                f"The voice {bank.name} takes {names} but has no model that predicts it: level "
                "values are sung. Draw the curves yourself or get the whole voicebank."
            ),
        ),
    )
