"""Report every fault of a bank that shows without running a model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from engine.errors import EngineError
from engine.types import Problem
from engine.voicebank.bank import ModelFolder, Voicebank, check_mel_match, load_bank


def check_bank(folder: Path, *, vocoder_folders: Sequence[Path] = ()) -> tuple[Problem, ...]:
    """All faults of the bank in ``folder``; empty when there are none."""
    try:
        bank = load_bank(folder, vocoder_folders=vocoder_folders)
    except EngineError as error:
        return (Problem(code=error.code, sentence=str(error)),)
    problems = list(bank.problems)

    def attempt(check: object, *arguments: object) -> None:
        try:
            check(*arguments)  # type: ignore[operator]  # a bound method or function
        except EngineError as error:
            problems.append(Problem(code=error.code, sentence=str(error)))

    for models, keys in (
        (bank.acoustic, ("acoustic",)),
        (bank.duration, ("linguistic", "dur")),
        (bank.pitch, ("linguistic", "pitch")),
        (bank.variance, ("linguistic", "variance")),
    ):
        if models is None:
            continue
        for key in keys:
            attempt(models.model_path, key)
        attempt(models.embeddings)
        problems.extend(_unknown_speakers(bank, models))
    if bank.vocoder is not None:
        attempt(check_mel_match, bank)
    problems.extend(_uncovered(bank))
    return tuple(problems)


def _unknown_speakers(bank: Voicebank, models: ModelFolder) -> list[Problem]:
    if not models.config.speakers:
        return []
    return [
        Problem(
            code="unknown-speaker",
            sentence=f"The colour '{colour.name}' names the speaker '{colour.suffix}', which "
            f"{models.folder / 'dsconfig.yaml'} does not have; its first speaker sings instead.",
        )
        for colour in bank.colours
        if models.find_speaker(colour.suffix) is None
    ]


def _uncovered(bank: Voicebank) -> list[Problem]:
    """Phonemes that a dictionary gives but a model does not know."""
    problems = []
    used = {s for d in bank.dictionaries.values() for word in d.entries.values() for s in word}
    for models in (bank.acoustic, bank.duration, bank.pitch, bank.variance):
        if models is None:
            continue
        missing = sorted(used - set(models.tokens))
        if missing:
            problems.append(
                Problem(
                    code="uncovered-phonemes",
                    sentence=f"The dictionaries use {len(missing)} phonemes that the token list of "
                    f"{models.folder} lacks: {' '.join(missing[:8])}.",
                )
            )
    return problems
