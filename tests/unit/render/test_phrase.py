"""Phrases keep their names and frames when their neighbours change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from engine.render.phrase import split_phrases
from engine.render.sentence import align, plan_sentences, rule_durations
from engine.timing import Tempo, TempoMap
from engine.types import NoteId, RenderRequest, ScoreNote
from engine.voicebank.bank import load_bank

NAGI = load_bank(Path(__file__).resolve().parents[3] / "voicebanks" / "nagi")


def song(n_phrases: int) -> tuple[ScoreNote, ...]:
    return tuple(
        ScoreNote(
            id=NoteId(f"p{phrase}.{index}"),
            start_ticks=960 + 1920 * phrase + 480 * index,
            length_ticks=480,
            key_midi=60 + index,
            lyric="さくら"[index],
        )
        for phrase in range(n_phrases)
        for index in range(3)
    )


def phrases_of(notes: tuple[ScoreNote, ...]):
    asked = RenderRequest(
        part_id="p",
        revision=0,
        voice_folder=NAGI.folder,
        tempo=TempoMap([Tempo(start_ticks=0, bpm=120.0)]),
        notes=notes,
    )
    plans, _ = plan_sentences(asked, NAGI)
    placed = [p for plan in plans for p in align(plan, rule_durations(plan, NAGI), asked, NAGI)]
    return {p.layout.phrase_id: p for p in split_phrases(asked, NAGI, placed)}


def test_phrases_are_named_after_their_first_note():
    assert list(phrases_of(song(3))) == ["p0.0", "p1.0", "p2.0"]


def test_a_phrase_stays_what_it_is_when_its_neighbours_change():
    notes = song(3)
    before = phrases_of(notes)["p1.0"]
    middle = tuple(n for n in notes if n.id.startswith("p1"))
    longer = replace(notes[2], length_ticks=540)
    others = [
        middle,  # alone
        (*notes[:2], longer, *notes[3:]),
        tuple(replace(n, lyric="ら") if not n.id.startswith("p1") else n for n in notes),
        tuple(replace(n, key_midi=40) if not n.id.startswith("p1") else n for n in notes),
        tuple(n for n in notes if n.id != "p0.0"),
    ]
    for changed in others:
        after = phrases_of(changed)["p1.0"]
        assert after.layout == before.layout
        for name in ("durations", "note_dur", "note_midi", "note_rest"):
            np.testing.assert_array_equal(
                getattr(after.frames(11.6), name), getattr(before.frames(11.6), name)
            )


def test_a_phrase_that_moves_keeps_its_name_and_its_length():
    notes = song(2)
    before = phrases_of(notes)["p1.0"]
    moved = tuple(
        replace(n, start_ticks=n.start_ticks + 960) if n.id.startswith("p1") else n for n in notes
    )
    after = phrases_of(moved)["p1.0"]
    assert after.layout.start_ms == before.layout.start_ms + 1000.0
    np.testing.assert_array_equal(after.frames(11.6).durations, before.frames(11.6).durations)


def test_two_phrases_of_one_note_have_two_names():
    """A note that is named like another's second phrase takes no name from it."""
    first = replace(song(1)[0], id=NoteId("a"))
    gap = replace(first, id=NoteId("x"), start_ticks=1440, lyric="漢")
    second = replace(first, id=NoteId("a"), start_ticks=1920)
    third = replace(first, id=NoteId("a.2"), start_ticks=9600)
    names = list(phrases_of((first, gap, second, third)))
    assert len(set(names)) == 3
    assert names[0] == "a"


def test_a_phrase_at_the_start_of_the_song_begins_before_it():
    note = replace(song(1)[0], start_ticks=0)
    phrase = phrases_of((note,))[note.id]
    assert phrase.layout.start_ms < 0
    assert phrase.frames(11.6).start_ms < phrase.layout.start_ms
    assert phrase.frames(11.6).durations[0] == 8
