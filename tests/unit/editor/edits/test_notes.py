"""Note edits carry their curves, keep ids and can be undone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.edits import curves, lyrics, notes, phonemes, pitch, takes, tempo, tracks
from editor.errors import EditError
from editor.model.changes import changes_between
from editor.model.check import find_faults
from editor.model.project import Note, Track
from engine.types import NoteId, Parameter, PhraseId, PitchPoint, Stage, Vibrato
from tests.unit.editor.songs import ids, sampled, song

PITCH = Parameter.PITCH


def part(project):
    return project.tracks[0].parts[0]


def test_moving_a_note_takes_its_edits_along_and_leaves_the_rest():
    project = curves.draw(song(), "part", PITCH, [480, 960, 1440], [60.0, 61.0, 62.0]).after
    edit = notes.move_notes(project, "part", [NoteId("n1")], ticks=2880, semitones=5)
    moved = next(n for n in part(edit.after).notes if n.id == "n1")
    assert (moved.start_ticks, moved.key_midi) == (960 + 2880, 66)
    drawn = part(edit.after).curves[PITCH].drawn
    assert sampled(drawn, 3840, 3840)[0] == pytest.approx(66.0)
    assert np.isnan(sampled(drawn, 961, 1430)).all()
    assert sampled(drawn, 700, 700)[0] == pytest.approx(60 + 220 / 480, abs=1e-4)
    assert edit.changes.parts["part"].note_ids == {"n1"}
    assert set(edit.changes.parts["part"].curves) == {PITCH}
    assert edit.before is project


def test_copies_get_ids_and_edits_of_their_own():
    project = curves.draw(song(), "part", PITCH, [480, 900], [60.0, 61.0]).after
    edit = notes.duplicate_notes(
        project, "part", [NoteId("n0")], ticks=4800, semitones=-2, new_id=ids()
    )
    assert [n.id for n in part(edit.after).notes][-1] == "new0"
    drawn = part(edit.after).curves[PITCH].drawn
    assert sampled(drawn, 480, 480)[0] == 60.0
    assert sampled(drawn, 5280, 5280)[0] == 58.0


def test_at_the_borders_notes_stop_together():
    edit = notes.move_notes(song(), "part", [NoteId("n0"), NoteId("n1")], ticks=-9999, semitones=99)
    assert [n.start_ticks for n in part(edit.after).notes][:2] == [0, 480]
    assert max(n.key_midi for n in part(edit.after).notes) == 127


def test_split_and_merge_come_back():
    project = song()
    edit = notes.split_note(project, "part", NoteId("n1"), 1200, new_id=ids())
    first, second = [n for n in part(edit.after).notes if n.id in ("n1", "new0")]
    assert (first.end_ticks, second.start_ticks, second.lyric) == (1200, 1200, "+")
    merged = notes.merge_notes(edit.after, "part", [first.id, second.id])
    assert part(merged.after).notes == part(project).notes
    with pytest.raises(EditError, match="inside"):
        notes.split_note(project, "part", NoteId("n1"), 960, new_id=ids())


def test_quantise_legato_and_overlaps():
    made = [
        Note(id=NoteId(f"m{i}"), start_ticks=start, length_ticks=length, key_midi=60, lyric="あ")
        for i, (start, length) in enumerate([(3010, 400), (3520, 700), (3900, 100)])
    ]
    project = notes.add_notes(song(), "part", made).after
    chosen = [n.id for n in made]
    edit = notes.quantise(project, "part", chosen, 480)
    found = [n for n in part(edit.after).notes if n.id in chosen]
    assert [(n.start_ticks % 480, n.length_ticks % 480) for n in found] == [(0, 0)] * 3
    assert any(f.code == "overlapping-note" for f in find_faults(project))
    fixed = notes.fix_overlaps(project, "part")
    assert not find_faults(fixed.after)
    joined = notes.legato(project, "part", chosen)
    spans = [(n.start_ticks, n.end_ticks) for n in part(joined.after).notes if n.id in chosen]
    assert spans == [(3010, 3520), (3520, 3900), (3900, 4000)]


def test_removed_notes_take_their_edits_with_them():
    project = curves.draw(song(), "part", PITCH, [480, 2400], [60.0, 64.0]).after
    edit = notes.remove_notes(project, "part", [NoteId("n1"), NoteId("n2")])
    drawn = part(edit.after).curves[PITCH].drawn
    assert np.isnan(sampled(drawn, 961, 1918)).all()
    assert not np.isnan(sampled(drawn, 480, 950)).any()


@pytest.mark.parametrize(
    "bad",
    [
        lambda p: notes.add_notes(p, "part", [part(p).notes[0]]),
        lambda p: notes.add_notes(
            p,
            "part",
            [Note(id=NoteId("x"), start_ticks=-1, length_ticks=9, key_midi=60, lyric="あ")],
        ),
        lambda p: notes.move_notes(p, "part", [NoteId("gone")], ticks=1),
        lambda p: notes.move_notes(p, "gone", [], ticks=1),
        lambda p: notes.quantise(p, "part", [], 0),
        lambda p: tempo.set_tempo(p, 0, 0.0),
        lambda p: tempo.set_tempo(p, 0, float("nan")),
        lambda p: tempo.remove_tempo(p, 0),
        lambda p: tempo.set_time_signature(p, 0, 3, 5),
        lambda p: pitch.set_vibrato(p, "part", [NoteId("n0")], Vibrato(length_ratio=2.0)),
        lambda p: pitch.set_points(
            p, "part", NoteId("n0"), [PitchPoint(time_ms=0.0, cents=0.0, shape="?")]
        ),
        lambda p: phonemes.set_symbol(p, "part", NoteId("n0"), 0, "a b"),
        lambda p: takes.restore_take(p, "part", [PhraseId("n0")], [Stage.PITCH], -1),
        lambda p: takes.retake(p, "part", [PhraseId("n0")], [Stage.PHONEMES]),
        lambda p: tracks.split_part(p, "part", 100000, new_id="b"),
        lambda p: tracks.join_parts(p, "part", "part"),
        lambda p: tracks.set_mixer(p, "track", gain_db=float("inf")),
        lambda p: lyrics.replace_lyrics(p, "part", "(", "x", is_regex=True),
    ],
)
def test_an_edit_that_cannot_be_is_one_sentence(bad):
    with pytest.raises(EditError) as caught:
        bad(song())
    assert str(caught.value).strip().endswith((".", "it"))
    assert "\n" not in str(caught.value)


def test_words_that_change_lose_their_phoneme_edits():
    project = phonemes.move_boundary(song(), "part", NoteId("n0"), 0, -20).after
    project = phonemes.set_symbol(project, "part", NoteId("n0"), 1, "o").after
    note = part(project).notes[0]
    assert [(o.index, o.symbol, o.offset_ticks) for o in note.overrides] == [
        (0, None, -20),
        (1, "o", None),
    ]
    same = lyrics.set_lyrics(project, "part", {NoteId("n0"): "ら"})
    assert same.is_nothing
    edit = lyrics.set_lyrics(project, "part", {NoteId("n0"): "か[k a]"})
    assert part(edit.after).notes[0].overrides == ()
    assert part(edit.after).notes[0].hint == ("k", "a")
    back = phonemes.reset(project, "part", NoteId("n0"))
    assert part(back.after).notes[0] == part(song()).notes[0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("さくら", ["さ", "く", "ら"]),
        ("きゃっと ラー", ["きゃ", "っ", "と", "ラー"]),
        ("twin kle + +~ star", ["twin", "kle", "+", "+~", "star"]),
        ("春が来た", ["春", "が", "来", "た"]),
        ("あlove", ["あ", "love"]),
    ],
)
def test_a_text_flows_over_notes(text, wanted):
    assert [lyric.text for lyric in lyrics.split_lyrics(text)] == wanted
    project = song(n_notes=5)
    chosen = [n.id for n in part(project).notes]
    edit = lyrics.flow_lyrics(project, "part", chosen, text)
    assert [n.lyric for n in part(edit.after).notes][: len(wanted)] == wanted


def test_a_hint_stays_with_its_word():
    (first, second) = lyrics.split_lyrics("か[k a] [r o]")
    assert (first.text, first.hint, second.text, second.hint) == (
        "か",
        ("k", "a"),
        "ro",
        ("r", "o"),
    )


def test_parts_split_and_join_with_all_that_is_in_them():
    project = curves.draw(song(), "part", PITCH, [480, 2400], [60.0, 64.0]).after
    project = curves.lock(project, "part", PITCH, 600, 2000).after
    project = takes.retake(project, "part", [PhraseId("n2")], [Stage.PITCH]).after
    split = tracks.split_part(project, "part", 1440, new_id="right").after
    left, right = split.tracks[0].parts
    assert [n.id for n in left.notes] == ["n0", "n1"]
    assert [n.start_ticks for n in right.notes] == [0, 480]
    assert right.start_ticks == 1440
    assert (left.takes, dict(right.takes)) == ({}, {("n2", "pitch"): 1})
    joined = part(tracks.join_parts(split, "part", "right").after)
    assert joined.notes == part(project).notes
    np.testing.assert_allclose(
        sampled(joined.curves[PITCH].drawn, 480, 2400),
        sampled(part(project).curves[PITCH].drawn, 480, 2400),
        atol=1e-3,
    )
    assert joined.curves[PITCH].locked_ticks == ((600, 2000),)


def test_the_mixer_and_the_track_list():
    project = tracks.add_track(song(), Track(id="two", name="two")).after
    project = tracks.set_mixer(project, "two", gain_db=-6.0, pan=-3.0, is_solo=True).after
    assert (project.tracks[1].pan, project.tracks[1].gain_db) == (-1.0, -6.0)
    moved = tracks.move_track(project, "two", 0)
    assert [t.id for t in moved.after.tracks] == ["two", "track"]
    assert moved.changes.is_project
    assert not moved.changes.parts
    away = tracks.move_part(moved.after, "part", start_ticks=960, track_id="two")
    assert [len(t.parts) for t in away.after.tracks] == [1, 0]
    assert away.changes.parts["part"].is_placed


EDITS = [
    lambda p, a, b: notes.move_notes(p, "part", [NoteId("n1")], ticks=a - 500, semitones=b % 7 - 3),
    lambda p, a, b: notes.resize_note(p, "part", NoteId("n2"), end_ticks=a + b),
    lambda p, a, b: notes.remove_notes(p, "part", [NoteId("n0")]) if _has(p, "n0") else None,
    lambda p, a, b: curves.draw(p, "part", PITCH, [a, a + b + 1], [60.0, 61.0]),
    lambda p, a, b: curves.add_offset(p, "part", Parameter.TENSION, [a, a + b + 1], [0.5, -0.5]),
    lambda p, a, b: curves.erase(p, "part", PITCH, a, a + b),
    lambda p, a, b: curves.lock(p, "part", PITCH, a, a + b + 1),
    lambda p, a, b: tempo.set_tempo(p, a, 60.0 + b % 100),
    lambda p, a, b: tracks.set_mixer(p, "track", gain_db=float(b % 12)),
    lambda p, a, b: lyrics.set_lyrics(p, "part", {NoteId("n1"): "あいう"[b % 3]}),
    lambda p, a, b: takes.retake(p, "part", [PhraseId("n1")], [Stage.PITCH]),
]


def _has(project, note_id):
    return any(n.id == note_id for n in part(project).notes)


@given(steps=st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 2500), st.integers(0, 900))))
def test_any_row_of_edits_tells_what_changed_and_can_be_undone(steps):
    start = project = song()
    together = changes_between(start, start)
    history = []
    for make, a, b in steps:
        edit = make(project, a, b)
        if edit is None:
            continue
        assert edit.before is project
        assert edit.is_nothing == (not edit.changes)
        assert changes_between(edit.after, edit.before) == edit.changes
        together |= edit.changes
        history.append(edit)
        project = edit.after
    real = changes_between(start, project)
    for name, change in real.parts.items():
        assert change.note_ids <= together.parts[name].note_ids
        assert set(change.curves) <= set(together.parts[name].curves)
    assert real.track_ids <= together.track_ids
    assert together.is_tempo or not real.is_tempo
    for edit in reversed(history):
        assert edit.after is project
        project = edit.before
    assert project is start
