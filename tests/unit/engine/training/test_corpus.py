"""Reading transcriptions."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.training.corpus import note_to_midi, read_corpus
from engine.training.errors import CorpusError

HEADER = "name,ph_seq,ph_dur,ph_num,note_seq,note_dur,note_slur,style\n"
ROW = "one,SP k a SP,0.2 0.1 0.5 0.2,2 1 1,rest C4 rest,0.3 0.5 0.2,0 0 0,varied\n"


def speaker(folder: Path, text: str) -> Path:
    (folder / "ann" / "wavs").mkdir(parents=True)
    (folder / "ann" / "wavs" / "one.wav").write_bytes(b"")
    (folder / "ann" / "transcriptions.csv").write_text(text, encoding="utf-8")
    return folder


def test_a_phrase_is_read_with_its_notes(tmp_path: Path) -> None:
    (phrase,) = read_corpus(speaker(tmp_path, HEADER + ROW))
    assert phrase.speaker == "ann"
    assert phrase.phonemes == ("SP", "k", "a", "SP")
    assert phrase.notes_midi == (None, 60.0, None)
    assert phrase.style == "varied"
    assert phrase.harmonic is None


def test_the_widest_corpus_needs_only_phonemes_and_durations(tmp_path: Path) -> None:
    (phrase,) = read_corpus(speaker(tmp_path, "name,ph_seq,ph_dur\none,SP a,0.2 0.8\n"))
    assert phrase.word_counts == (1, 1)
    assert phrase.note_durations_s == (1.0,)


def test_note_names() -> None:
    assert note_to_midi("A4") == 69.0
    assert note_to_midi("C#4") == 61.0
    assert note_to_midi("Bb3") == 58.0
    assert note_to_midi("C4+12") == pytest.approx(60.12)
    assert note_to_midi("rest") is None
    with pytest.raises(CorpusError, match="'H2' is not a note name"):
        note_to_midi("H2")


def test_a_row_that_does_not_add_up_names_its_line(tmp_path: Path) -> None:
    bad = ROW.replace("2 1 1", "2 1")
    with pytest.raises(CorpusError, match="line 2: one: ph_num sums to 3, not 4"):
        read_corpus(speaker(tmp_path, HEADER + bad))


def test_an_empty_folder_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="give the corpus folder"):
        read_corpus(tmp_path)
