"""Lyrics flow, hints stay with their words, changed words lose their phoneme edits."""

from __future__ import annotations

import pytest

from editor.edits import lyrics, phonemes
from engine.types import NoteId
from tests.unit.editor.songs import assert_refused, song


def part(project):
    return project.tracks[0].parts[0]


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
        ("나는 ﾗﾗﾊﾟ", ["나", "는", "ﾗ", "ﾗ", "ﾊﾟ"]),
        ('"twin kle" 々', ["twin kle", "々"]),
        ('a] "b', ["a", "]", '"', "b"]),
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


@pytest.mark.parametrize(
    ("text", "lyric", "hint"),
    [
        ("か[k a]", "か", ("k", "a")),
        ("re[r iy d]ad", "read", ("r", "iy", "d")),
        ("a[b[c]d]", "a", ("b[c]d",)),
        (" [k a] ", "ka", ("k", "a")),
        ("か[]", "か", ()),
        (" +~ ", "+~", ()),
    ],
)
def test_a_hint_is_what_stands_in_the_outermost_brackets(text, lyric, hint):
    assert lyrics.parse_lyric(text) == lyrics.Lyric(text=lyric, hint=hint)


def test_notes_that_extend_a_word_can_be_left_out_of_the_flow():
    chosen = [NoteId(f"n{i}") for i in range(4)]
    project = lyrics.set_lyrics(song(), "part", {chosen[1]: "+", chosen[2]: "+~"}).after
    kept = lyrics.flow_lyrics(project, "part", set(chosen), "さくら", keep_extensions=True)
    assert [n.lyric for n in part(kept.after).notes] == ["さ", "+", "+~", "く"]
    over = lyrics.flow_lyrics(project, "part", set(chosen), "さくら")
    assert [n.lyric for n in part(over.after).notes] == ["さ", "く", "ら", "ら"]
    assert over.changes.parts["part"].note_ids == {"n0", "n1", "n2"}


def test_hints_and_languages_replace_what_phonemes_were_edited():
    project = phonemes.set_symbol(song(), "part", NoteId("n0"), 0, "o").after
    edit = lyrics.set_hint(project, "part", NoteId("n0"), ["k", "ja/a"])
    assert part(edit.after).notes[0].hint == ("k", "ja/a")
    assert part(edit.after).notes[0].overrides == ()
    assert lyrics.set_hint(project, "part", NoteId("n0"), []).is_nothing
    assert lyrics.set_language(project, "part", [NoteId("n0")], "").is_nothing
    spoken = lyrics.set_language(project, "part", [NoteId("n0"), NoteId("n1")], "ja")
    assert [n.language for n in part(spoken.after).notes] == ["ja", "ja", "", ""]


def test_lyrics_are_found_and_replaced():
    edit = lyrics.replace_lyrics(song(), "part", "(ら)", r"\1ん", is_regex=True)
    assert {n.lyric for n in part(edit.after).notes} == {"らん"}
    assert lyrics.replace_lyrics(song(), "part", ".", "x").is_nothing


@pytest.mark.parametrize(
    "bad",
    [
        lambda p: lyrics.replace_lyrics(p, "part", "(", "x", is_regex=True),
        lambda p: lyrics.replace_lyrics(p, "part", "ら", r"\4", is_regex=True),
        lambda p: lyrics.set_lyrics(p, "part", {NoteId("gone"): "あ"}),
        lambda p: lyrics.set_hint(p, "part", NoteId("n0"), ["k a"]),
        lambda p: lyrics.set_hint(p, "part", NoteId("n0"), [""]),
    ],
)
def test_words_that_cannot_be_are_refused(bad):
    assert_refused(bad, song())
