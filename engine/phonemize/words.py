"""What a voice can sing, for whoever types: its phonemes, its languages, and how it spells."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from engine.phonemize.lyrics import Speller, Spelling, is_extension
from engine.types import NoteId, ScoreNote
from engine.voicebank.bank import Voicebank, load_bank

_N_NEAR = 6
_LIKENESS = 0.3  # of 1; one shared letter of a short symbol is enough


class VoiceWords:
    """The words of one voice. Not for several threads at a time.

    Attributes
    ----------
    name : str
        The voice's.
    symbols : tuple of str
        Phonemes that every model of it knows, in order.
    languages : tuple of str
        Tags that a note can name.
    language : str
        The tag that counts where a note names none.
    """

    def __init__(self, bank: Voicebank) -> None:
        self._speller = Speller(bank)
        self.name = bank.name
        self.symbols: tuple[str, ...] = tuple(sorted(self._speller.usable))
        self.language = bank.phonemizer_language
        tags = {*bank.dictionaries, *bank.acoustic.languages, self.language} - {""}
        self.languages: tuple[str, ...] = tuple(sorted(tags))

    def spell(self, lyric: str, *, hint: Sequence[str] = (), language: str = "") -> Spelling | None:
        """Phonemes of a lyric; None where it only goes on with the word before."""
        if not hint and is_extension(lyric):
            return None
        note = ScoreNote(
            id=NoteId(""),
            start_ticks=0,
            length_ticks=1,
            key_midi=60,
            lyric=lyric,
            hint=tuple(hint),
            language=language,
        )
        return self._speller.spell(note)

    def resolve(self, symbol: str, language: str = "") -> str | None:
        """A phoneme as the models call it, or None for one that they do not know."""
        return self._speller.resolve(symbol, language)

    def near(self, symbol: str) -> tuple[str, ...]:
        """Phonemes that look most like one that is not there."""
        return tuple(get_close_matches(symbol, self.symbols, n=_N_NEAR, cutoff=_LIKENESS))


def read_voice_words(folder: Path) -> VoiceWords:
    """The words of the voice in a folder.

    Raises
    ------
    VoicebankError
        When it cannot be opened.
    """
    return VoiceWords(load_bank(folder))
