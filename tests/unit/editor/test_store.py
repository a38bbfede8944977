"""The open song: changes, revisions, files, and when it is clean."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from editor.edits import lyrics, notes, tempo
from editor.errors import EditError, SongFileError
from editor.formats.native import read_native, write_native
from editor.model.project import AudioClip, Project
from editor.store import SongChange, Store
from engine.types import (
    GeneratedCurve,
    GeneratedPhrase,
    GeneratedTiming,
    NoteId,
    Parameter,
    PhraseId,
)
from tests.unit.editor.all_edits import with_more_in_it
from tests.unit.editor.differences import differences
from tests.unit.editor.edits.test_edit import ROWS, run
from tests.unit.editor.songs import song


class Observer:
    def __init__(self, store: Store) -> None:
        self.changes: list[SongChange] = []
        self.replaced = 0
        self.clean: list[bool] = []
        self.seen: list[Project] = []
        store.changed.connect(self.on_changed)
        store.replaced.connect(self.on_replaced)
        store.status_changed.connect(self.on_status)
        self.store = store

    def on_changed(self, change: SongChange) -> None:
        self.changes.append(change)
        self.seen.append(self.store.project)

    def on_replaced(self) -> None:
        self.replaced += 1

    def on_status(self) -> None:
        self.clean.append(self.store.is_clean)


def phrase(name: str, key: str = "made") -> GeneratedPhrase:
    curve = GeneratedCurve(key=key, values=np.zeros(4, np.float32), frame_ms=11.6)
    return GeneratedPhrase(phrase_id=PhraseId(name), start_ms=0.0, curves={Parameter.PITCH: curve})


def generated(store: Store) -> dict[str, str]:
    (part,) = store.project.tracks[0].parts
    return {str(key): item.curves[Parameter.PITCH].key for key, item in part.generated.items()}


def lyric(project: Project, note: str, text: str):
    return lyrics.set_lyrics(project, "part", {NoteId(note): text})


def test_an_edit_changes_the_song_and_tells_what_changed_and_who_did_it():
    store = Store(song())
    seen = Observer(store)
    edit = lyric(store.project, "n1", "き")
    store.apply(edit, source="roll")
    assert store.project is edit.after
    assert seen.seen == [edit.after]
    (change,) = seen.changes
    assert change.changes is edit.changes
    assert (change.revision, change.source) == (1, "roll")
    assert store.revision == 1
    assert seen.clean == [False]


def test_an_edit_that_changes_nothing_is_no_change():
    store = Store(song())
    seen = Observer(store)
    store.apply(lyric(store.project, "n1", "ら"))
    assert not seen.changes
    assert store.is_clean


def test_an_edit_of_another_song_is_refused():
    store = Store(song())
    late = lyric(store.project, "n1", "き")
    store.apply(lyric(store.project, "n2", "く"))
    before = store.project
    with pytest.raises(EditError, match="once more"):
        store.apply(late)
    assert store.project is before


def test_the_state_that_was_saved_is_clean_again_when_it_comes_back(tmp_path):
    store = Store(song())
    path = tmp_path / "a.melisma"
    first = lyric(store.project, "n1", "き")
    store.apply(first)
    saved = store.state
    store.save(path)
    assert store.is_clean
    assert store.path == path
    second = lyric(store.project, "n2", "く")
    store.apply(second)
    assert not store.is_clean
    revision = store.revision
    store.apply(second.undone(), state=saved)
    assert store.is_clean
    assert store.revision > revision
    store.apply(first.undone(), state=0)
    assert not store.is_clean


def test_edits_made_while_the_song_is_written_are_unsaved(tmp_path):
    store, path = Store(song()), tmp_path / "a.melisma"
    saving = store.begin_saving(path)
    edit = lyric(store.project, "n1", "き")
    store.apply(edit)
    saving.write()
    store.finish_saving(saving)
    assert store.path == path
    assert not store.is_clean
    store.apply(edit.undone(), state=saving.state)
    assert store.is_clean
    assert read_native(path)[0].tracks[0].parts[0].notes[1].lyric == "ら"


def test_a_song_that_is_no_longer_open_when_it_is_written_changes_nothing(tmp_path):
    store = Store(song())
    saving = store.begin_saving(tmp_path / "a.melisma")
    store.start(song(), is_clean=False)
    saving.write()
    store.finish_saving(saving)
    assert store.path is None
    assert not store.is_clean


def test_saving_writes_the_song_and_opening_reads_it(tmp_path):
    store, path = Store(with_more_in_it(song())), tmp_path / "a.melisma"
    seen = Observer(store)
    store.save(path)
    other = Store()
    watched = Observer(other)
    assert other.open(path) == ()
    assert other.is_clean
    assert other.path == path
    assert watched.replaced == 1
    assert seen.replaced == 0
    write_native(other.project, tmp_path / "b.melisma")
    assert path.read_bytes() == (tmp_path / "b.melisma").read_bytes()


def test_an_imported_song_is_not_saved_yet_and_has_no_file(tmp_path):
    store = Store(song())
    store.export(tmp_path / "a.mid")
    assert store.path is None
    store.open(tmp_path / "a.mid")
    assert not store.is_clean
    assert store.path is None
    with pytest.raises(SongFileError, match="no file yet"):
        store.save()


def test_a_file_that_cannot_hold_the_whole_song_is_no_place_to_save(tmp_path):
    store = Store(song())
    with pytest.raises(SongFileError, match="whole song"):
        store.save(tmp_path / "a.mid")
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_opened_leaves_the_song(tmp_path):
    store = Store(song())
    before, seen = store.project, Observer(store)
    (tmp_path / "bad.melisma").write_bytes(b"nothing")
    with pytest.raises(SongFileError):
        store.open(tmp_path / "bad.melisma")
    assert store.project is before
    assert not seen.replaced


def test_a_disk_that_refuses_leaves_the_song_unsaved(tmp_path):
    store = Store(song())
    store.apply(lyric(store.project, "n1", "き"))
    with pytest.raises(SongFileError, match="cannot be written"):
        store.save(tmp_path / "none" / "a.melisma")
    assert not store.is_clean
    assert store.path is None


def test_sounds_are_found_after_saving_elsewhere_and_undo(tmp_path):
    start = song()
    band = AudioClip(id="band", path="band.flac")
    start = replace(start, tracks=(replace(start.tracks[0], audio=(band,)),))
    one, two = tmp_path / "one", tmp_path / "two"
    for folder in (one, two):
        folder.mkdir()
    write_native(start, one / "a.melisma")
    store = Store()
    store.open(one / "a.melisma")
    store.save(two / "b.melisma")
    assert store.project.tracks[0].audio[0].path == "band.flac"
    assert store.sound_folder == one
    (written,) = read_native(two / "b.melisma")[0].tracks[0].audio
    assert written.path == str((one / "band.flac").resolve())
    store.save(one / "c.melisma")
    assert read_native(one / "c.melisma")[0].tracks[0].audio[0].path == "band.flac"


def test_what_the_engine_made_is_kept_and_does_not_make_the_song_unsaved():
    store = Store(song())
    seen = Observer(store)
    timing = GeneratedTiming(
        sentence_id=NoteId("n0"), key="made", durations_frames=np.ones(2, np.float32)
    )
    store.keep_generated("part", [timing], [phrase("n0"), phrase("n1.2"), phrase("gone")])
    assert generated(store) == {"n0": "made", "n1.2": "made"}
    assert store.is_clean
    assert store.revision == 1
    (change,) = seen.changes
    assert change.changes.parts["part"].is_generated
    store.keep_generated("no part", [timing], [phrase("n0")])
    assert store.revision == 1


def test_what_the_engine_made_during_a_drag_and_since_an_undone_edit_stays():
    store = Store(song())
    drag = lyric(store.project, "n0", "き")
    store.keep_generated("part", (), [phrase("n2", "first")])
    store.apply(drag)
    assert store.project.tracks[0].parts[0].notes[0].lyric == "き"
    assert generated(store) == {"n2": "first"}
    store.keep_generated("part", (), [phrase("n0", "of き"), phrase("n2", "second")])
    seen = Observer(store)
    store.apply(drag.undone(), state=0)
    assert store.project.tracks[0].parts[0].notes[0].lyric == "ら"
    assert generated(store) == {"n0": "of き", "n2": "second"}
    assert seen.changes[0].changes.parts["part"].note_ids == {"n0"}


def test_values_that_an_edit_took_away_come_back_with_its_undo():
    store = Store(song())
    store.keep_generated("part", (), [phrase("n0"), phrase("n1")])
    start = store.project
    removal = notes.remove_notes(start, "part", [NoteId("n0")])
    store.apply(removal)
    assert generated(store) == {"n1": "made"}
    store.keep_generated("part", (), [phrase("n1", "newer")])
    store.apply(removal.undone())
    assert generated(store) == {"n0": "made", "n1": "newer"}
    store.apply(removal)
    assert generated(store) == {"n1": "newer"}


@settings(max_examples=60)
@given(steps=ROWS)
def test_undo_of_everything_gives_the_first_song_with_what_was_made_since(steps):
    start = with_more_in_it(song())
    store = Store(start)
    made = run(start, steps)
    for edit in made:
        store.apply(edit)
        for part in store.project.tracks[0].parts:
            ids = [note.id for note in part.notes][:1]
            store.keep_generated(part.id, (), [phrase(name, "later") for name in ids])
    for edit in reversed(made):
        store.apply(edit.undone())

    def bare(project):
        parts = tuple(replace(p, generated={}) for p in project.tracks[0].parts)
        return replace(project, tracks=(replace(project.tracks[0], parts=parts),))

    assert not any(vars(differences(bare(start), bare(store.project))).values())


def test_another_song_is_a_new_revision_and_clean(tmp_path):
    store = Store(song())
    store.apply(tempo.set_seed(store.project, 5))
    seen = Observer(store)
    revision = store.revision
    store.start(song(n_notes=1))
    assert store.revision > revision
    assert store.is_clean
    assert seen.replaced == 1
    store.start(song(), path=tmp_path / "a.melisma", is_clean=False)
    assert not store.is_clean
    assert store.sound_folder == tmp_path
