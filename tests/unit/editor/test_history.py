"""Undo and redo give back the very songs, within a budget of memory."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.edits import curves, lyrics, notes, tempo
from editor.errors import EditError
from editor.history import History
from editor.store import Store
from engine.types import NoteId, Parameter
from tests.unit.editor.all_edits import with_more_in_it
from tests.unit.editor.edits.test_edit import ROWS, run
from tests.unit.editor.songs import song
from tests.unit.editor.test_store import Observer, generated, phrase

PITCH = Parameter.PITCH


def rename(store: Store, name: str):
    return tempo.rename_project(store.project, name)


def pushed(history: History, store: Store, *names: str, **more) -> None:
    for name in names:
        history.push(rename(store, name), **more)


def draw(store: Store, value: float, n_points: int = 2000):
    ticks = np.arange(n_points) * 7
    return curves.draw(store.project, "part", PITCH, ticks, value + np.sin(ticks))


@settings(max_examples=60)
@given(steps=ROWS)
def test_undo_and_redo_give_the_very_songs(steps):
    start = with_more_in_it(song())
    store = Store(start)
    history = History(store)
    songs = [start]
    for edit in run(start, steps):
        history.push(edit)
        if not edit.is_nothing:
            songs.append(store.project)
    for wanted in reversed(songs[:-1]):
        history.undo()
        assert store.project is wanted
    assert store.is_clean
    assert not history.can_undo
    history.undo()
    for wanted in songs[1:]:
        history.redo()
        assert store.project is wanted
    assert not history.can_redo


@settings(max_examples=60)
@given(
    actions=st.lists(
        st.one_of(
            st.tuples(st.just("push"), st.integers(0, 3)),
            st.tuples(st.just("merge"), st.integers(0, 3)),
            st.tuples(st.just("go"), st.integers(-1, 9)),
            st.tuples(st.just("save"), st.just(0)),
        ),
        max_size=30,
    ),
    budget_bytes=st.sampled_from([1, 3000, 1 << 20]),
)
def test_whatever_is_done_the_song_is_clean_only_as_it_was_saved(
    actions, budget_bytes, tmp_path_factory
):
    folder = tmp_path_factory.getbasetemp()
    store = Store(song())
    history = History(store, budget_bytes=budget_bytes)
    saved = store.project.name
    for kind, number in actions:
        if kind == "go":
            history.go_to(number)
        elif kind == "save":
            store.save(folder / "clean.melisma")
            saved = store.project.name
        else:
            key = "key" if kind == "merge" else None
            history.push(rename(store, f"song {number}"), merge_key=key)
        if store.is_clean:
            assert store.project.name == saved
        if kind == "save":
            assert store.is_clean
        assert 0 <= history.index <= len(history.names)
        assert history.n_bytes <= budget_bytes or history.index <= 1
        weights = [history._command(i).n_bytes for i in range(history.index)]
        assert sum(weights) == history.n_bytes


def test_a_jump_over_many_steps_changes_the_song_once():
    store = Store(song())
    history = History(store)
    for index in range(4):
        history.push(lyrics.set_lyrics(store.project, "part", {NoteId(f"n{index}"): "き"}))
    seen = Observer(store)
    history.go_to(1)
    history.go_to(4)
    assert [set(c.changes.parts["part"].note_ids) for c in seen.changes] == [{"n1", "n2", "n3"}] * 2


def test_a_jump_between_equal_songs_gives_the_very_song():
    store = Store(song())
    history = History(store)
    start = store.project
    pushed(history, store, "a", "song")
    end = store.project
    history.go_to(0)
    assert store.project is start
    assert store.is_clean
    history.go_to(2)
    assert store.project is end
    assert not store.is_clean


def test_a_song_changed_behind_the_historys_back_stays_and_so_does_the_history():
    store = Store(song())
    history = History(store)
    pushed(history, store, "a")
    store.apply(rename(store, "b"))
    with pytest.raises(EditError):
        history.undo()
    assert store.project.name == "b"
    assert history.index == 1


def test_steps_have_names_and_any_of_them_can_be_gone_to():
    store = Store(song())
    history = History(store)
    told: list[int] = []
    history.changed.connect(lambda: told.append(history.index))
    pushed(history, store, "a", "b")
    history.push(lyrics.set_lyrics(store.project, "part", {NoteId("n1"): "き"}))
    assert history.names == ("rename song", "rename song", "write lyrics")
    assert (history.undo_name, history.redo_name) == ("write lyrics", "")
    history.go_to(1)
    assert store.project.name == "a"
    assert (history.undo_name, history.redo_name) == ("rename song", "rename song")
    history.go_to(99)
    assert history.index == 3
    assert told == [1, 2, 3, 1, 3]


def test_a_new_edit_forgets_what_was_undone():
    store = Store(song())
    history = History(store)
    pushed(history, store, "a", "b", "c")
    history.go_to(1)
    pushed(history, store, "d")
    assert history.names == ("rename song",) * 2
    assert not history.can_redo
    history.undo()
    assert store.project.name == "a"


def test_undo_and_redo_say_where_to_look():
    store = Store(song())
    history = History(store)
    seen = []
    history.stepped.connect(seen.append)
    edit = notes.move_notes(store.project, "part", [NoteId("n3")], ticks=480)
    history.push(edit)
    pushed(history, store, "a")
    assert seen == []
    history.go_to(0)
    assert seen == [edit.focus]
    history.redo()
    assert seen == [edit.focus, edit.focus]
    assert seen[0].part_id == "part"
    assert seen[0].note_ids == {"n3"}


def test_a_drag_is_one_step_and_the_next_drag_another():
    store = Store(song())
    history = History(store)
    start = store.project
    pushed(history, store, "a", "b", "c", merge_key="drag 1")
    pushed(history, store, "d", "e", merge_key="drag 2")
    assert history.index == 2
    history.undo()
    assert store.project.name == "c"
    history.undo()
    assert store.project is start
    history.redo()
    assert store.project.name == "c"


def test_small_steps_are_one_only_while_they_follow_each_other():
    times = iter([0.0, 0.9, 1.8, 9.0])
    store = Store(song())
    history = History(store, clock=lambda: next(times))
    for name in "abcd":
        history.push(rename(store, name), merge_key="arrow", within_s=1.0)
    assert history.index == 2
    history.undo()
    assert store.project.name == "c"


def test_a_drag_that_comes_back_is_no_step():
    store = Store(song())
    history = History(store)
    start = store.project
    pushed(history, store, "a", "song", merge_key="drag")
    assert history.names == ()
    assert store.project is start
    assert store.is_clean
    assert history.n_bytes == 0


def test_a_saved_step_is_not_merged_away(tmp_path):
    store = Store(song())
    history = History(store)
    pushed(history, store, "a", merge_key="drag")
    store.save(tmp_path / "a.melisma")
    pushed(history, store, "b", merge_key="drag")
    assert not store.is_clean
    history.undo()
    assert store.is_clean
    assert store.project.name == "a"


def test_an_edit_that_is_refused_or_nothing_is_no_step():
    store = Store(song())
    history = History(store)
    late = rename(store, "late")
    pushed(history, store, "song", "a")
    with pytest.raises(EditError):
        history.push(late)
    assert history.names == ("rename song",)
    assert store.project.name == "a"


def test_another_song_has_no_history():
    store = Store(song())
    history = History(store)
    pushed(history, store, "a", "b")
    history.undo()
    store.start(song())
    assert history.names == ()
    assert not history.can_undo
    assert not history.can_redo
    assert history.n_bytes == 0


def test_undo_keeps_what_the_engine_made_since():
    store = Store(song())
    history = History(store)
    pushed(history, store, "a", "b")
    store.keep_generated("part", (), [phrase("n0")])
    history.go_to(0)
    assert generated(store) == {"n0": "made"}
    assert store.is_clean
    history.go_to(2)
    assert generated(store) == {"n0": "made"}
    assert store.project.name == "b"


def test_the_oldest_steps_go_first_and_their_memory_with_them():
    store = Store(song())
    history = History(store, budget_bytes=200_000)
    references = []
    for value in range(30):
        history.push(draw(store, value))
        (segment,) = store.project.tracks[0].parts[0].curves[PITCH].drawn
        references.append(weakref.ref(segment.values))
        assert history.n_bytes <= 200_000
    del segment
    gc.collect()
    alive = [reference() is not None for reference in references]
    n_dropped = 30 - history.index
    assert 0 < n_dropped < 30
    assert alive == [False] * (n_dropped - 1) + [True] * (31 - n_dropped)
    while history.can_undo:
        history.undo()
    assert store.project.tracks[0].parts[0].curves[PITCH].drawn
    assert not store.is_clean
    history.go_to(99)
    assert len(history.names) == 30 - n_dropped


def test_steps_that_were_undone_stay_when_the_budget_gets_smaller():
    store = Store(song())
    history = History(store)
    for value in range(6):
        history.push(draw(store, value))
    history.go_to(4)
    one = history.n_bytes // 4
    history.budget_bytes = 2 * one
    assert history.index >= 1
    assert len(history.names) - history.index == 2
    before = store.project
    history.redo()
    history.undo()
    assert store.project is before


def test_one_step_larger_than_the_budget_can_still_be_undone():
    store = Store(song())
    history = History(store, budget_bytes=10)
    start = store.project
    history.push(draw(store, 1.0))
    history.undo()
    assert store.project is start


def test_a_note_of_a_long_song_costs_its_row_and_not_the_song():
    store = Store(song(n_notes=5000))
    history = History(store)
    history.push(lyrics.set_lyrics(store.project, "part", {NoteId("n77"): "き"}))
    assert history.n_bytes < 5000 * 8 + 5000


def test_the_step_that_was_saved_is_known(tmp_path):
    store = Store(song())
    history = History(store)
    assert (history.saved_index, history.n_unsaved) == (0, 0)
    for key_midi in (61, 62, 63):
        pushed(history, store, f"{key_midi}")
    assert history.n_unsaved == 3
    saving = store.begin_saving(tmp_path / "a.melisma")
    history.undo()
    saving.write()
    store.finish_saving(saving)
    assert (history.index, history.saved_index, history.n_unsaved) == (2, 3, 1)
    assert not store.is_clean
    history.redo()
    assert store.is_clean
    history.go_to(1)
    pushed(history, store, "other")
    assert history.saved_index is None
    assert history.n_unsaved == 2
    store.start(song())
    assert history.saved_index == 0
    store.start(song(), is_clean=False)
    assert history.saved_index is None


def test_the_saved_step_goes_with_the_oldest(tmp_path):
    store = Store(song())
    history = History(store)
    store.save(tmp_path / "a.melisma")
    for value in range(30):
        history.push(draw(store, float(value)))
    history.budget_bytes = 1
    assert history.saved_index is None
    store.save()
    assert history.saved_index == history.index == len(history.names)
