"""The journal follows the store."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QCoreApplication

from editor.autosave import Autosave
from editor.edits import tempo
from editor.history import History
from editor.recovery import list_recoverable, recover
from editor.store import Store
from tests.unit.editor.songs import song


def test_edits_undo_saves_and_other_songs_reach_the_journal(tmp_path):
    folder = tmp_path / "journal"
    store = Store(song())
    history = History(store)
    autosave = Autosave(store, folder)
    assert autosave.drain()
    assert not folder.exists()
    for name in ("a", "b"):
        history.push(tempo.rename_project(store.project, name))
    history.undo()
    autosave.close(discard=False)
    history.redo()
    (item,) = list_recoverable(folder)
    assert (item.name, item.path) == ("a", None)
    assert recover(item).project.name == "a"


def test_a_saved_song_is_not_offered_and_a_recovered_one_is_until_it_is_saved(tmp_path):
    folder = tmp_path / "journal"
    store = Store(song())
    autosave = Autosave(store, folder)
    store.apply(tempo.rename_project(store.project, "a"))
    store.save(tmp_path / "a.melisma")
    store.apply(tempo.rename_project(store.project, "b"))
    autosave.close(discard=False)
    (item,) = list_recoverable(folder)
    assert item.path == tmp_path / "a.melisma"

    store = Store()
    autosave = Autosave(store, folder)
    found = recover(item)
    store.start(found.project, path=found.path, sound_folder=found.sound_folder, is_clean=False)
    assert autosave.drain()
    assert store.path == tmp_path / "a.melisma"
    assert [left.name for left in list_recoverable(folder)] == ["b"]  # the old session's
    store.save()
    autosave.close(discard=False)
    assert len(list_recoverable(folder)) == 1
    assert len(list(folder.glob("*.journal"))) == 1


def test_the_panel_learns_how_many_steps_were_not_saved(tmp_path):
    folder = tmp_path / "journal"
    store = Store(song())
    history = History(store)
    autosave = Autosave(store, folder, history=history)
    for name in ("a", "b", "c"):
        history.push(tempo.rename_project(store.project, name))
    store.save(tmp_path / "c.melisma")
    for name in ("d", "e", "f"):
        history.push(tempo.rename_project(store.project, name))
    history.undo()
    autosave.close(discard=False)
    (item,) = list_recoverable(folder)
    assert (item.name, item.n_edits) == ("e", 2)


def test_a_disk_that_refuses_is_told_on_the_main_thread(tmp_path):
    app = QCoreApplication.instance() or QCoreApplication([])
    (tmp_path / "file").write_text("in the way")
    store = Store(song())
    autosave = Autosave(store, tmp_path / "file" / "journal")
    told = []
    autosave.problem_changed.connect(lambda p: told.append((p, threading.current_thread())))
    store.apply(tempo.rename_project(store.project, "a"))
    assert not autosave.drain()
    deadline_s = time.monotonic() + 2.0
    while not told and time.monotonic() < deadline_s:
        app.processEvents()
    ((problem, thread),) = told
    assert problem.code == "cannot-journal"
    assert thread is threading.main_thread()
    autosave.close(discard=True)
