"""Songs of sessions that are gone: offered, recovered, discarded, and nothing else touched."""

from __future__ import annotations

import os
import time
from dataclasses import replace

import pytest

from editor import journal as journal_module
from editor import recovery
from editor.errors import SongFileError
from editor.journal import Journal
from editor.recovery import discard, list_recoverable, recover
from editor.session_lock import SessionLock
from tests.unit.editor.test_journal import left, named, the_file


def test_the_panel_shows_name_path_and_time(tmp_path):
    path = tmp_path / "songs" / "evening.melisma"
    before_s = time.time()
    left(tmp_path, named("Evening", path=path, sound_folder=tmp_path / "songs"))
    (item,) = list_recoverable(tmp_path)
    assert (item.name, item.path) == ("Evening", path)
    assert before_s <= item.changed_s <= time.time()
    found = recover(item)
    assert (found.path, found.sound_folder) == (path, tmp_path / "songs")


def test_a_session_killed_after_saving_is_swept_without_a_question(tmp_path):
    """The record that says so may be the last thing a process did."""
    edited = named("a")
    journal = Journal(tmp_path)
    journal.put(edited)
    assert journal.drain()
    journal.put(replace(edited, is_clean=True))
    assert journal.drain()
    content, name = the_file(tmp_path).read_bytes(), the_file(tmp_path).name
    journal.close(discard=False)
    (tmp_path / name).write_bytes(content)
    assert list_recoverable(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_discarded_song_is_gone(tmp_path):
    left(tmp_path, named("a"))
    (item,) = list_recoverable(tmp_path)
    discard(item)
    assert list(tmp_path.iterdir()) == []
    discard(item)
    with pytest.raises(SongFileError, match="no song"):
        recover(item)
    assert list(tmp_path.iterdir()) == []


def test_a_song_that_another_window_recovers_is_refused(tmp_path):
    left(tmp_path, named("a"))
    (item,) = list_recoverable(tmp_path)
    lock = SessionLock.taken(tmp_path / f"{item.session}.lock")
    assert lock is not None
    for action in (recover, discard):
        with pytest.raises(SongFileError, match="another window"):
            action(item)
    lock.release()
    assert recover(item).project.name == "a"


def test_killed_between_the_new_file_and_the_removal_of_the_old_one(tmp_path):
    left(tmp_path, named("old"))
    old = the_file(tmp_path)
    session = old.name.split(".")[0]
    other = tmp_path / "other"
    left(other, named("new"))
    the_file(other).rename(tmp_path / f"{session}.2.journal")
    (item,) = list_recoverable(tmp_path)
    assert recover(item).project.name == item.name == "new"
    (tmp_path / f"{session}.2.journal").write_bytes(b"damaged")
    (item,) = list_recoverable(tmp_path)
    assert recover(item).project.name == item.name == "old"


def test_other_files_and_links_are_left_alone(tmp_path):
    secret = tmp_path / "secret"
    secret.write_bytes(b"not yours")
    folder = tmp_path / "journal"
    folder.mkdir()
    name = "123-45-00000000"
    others = ("notes.txt", "a.1.journal", f"{name}.1.journal.bak")
    for other in others:
        (folder / other).write_text("keep")
    (folder / f"{name}.1.journal").symlink_to(secret)
    assert list_recoverable(folder) == ()
    assert secret.read_bytes() == b"not yours"
    assert all((folder / other).exists() for other in others)


def test_a_damaged_journal_is_kept_for_a_month(tmp_path):
    left(tmp_path, named("a"))
    path = the_file(tmp_path)
    path.write_bytes(path.read_bytes()[:60])
    assert list_recoverable(tmp_path) == ()
    assert path.exists()
    long_ago_s = time.time() - 40 * 86400
    os.utime(path, (long_ago_s, long_ago_s))
    assert list_recoverable(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_session_had_half_written_goes(tmp_path):
    (tmp_path / "123-45-00000000.1.part").write_bytes(b"half")
    (tmp_path / "123-45-00000000.lock").touch()
    assert list_recoverable(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_journal_of_a_newer_version_stays(tmp_path):
    left(tmp_path, named("a"))
    path = the_file(tmp_path)
    content = bytearray(path.read_bytes())
    content[8] = 99
    path.write_bytes(content)
    long_ago_s = time.time() - 400 * 86400
    os.utime(path, (long_ago_s, long_ago_s))
    assert list_recoverable(tmp_path) == ()
    assert path.exists()


def test_a_whole_record_that_does_not_fit_ends_the_replay(tmp_path, monkeypatch):
    monkeypatch.setattr(journal_module, "_packed", packed_badly)
    left(tmp_path, named("good"), named("bad"))
    (item,) = list_recoverable(tmp_path)
    assert recover(item).project.name == "good"


_really_packed = journal_module._packed


def packed_badly(before, after) -> bytes:
    return b"no body" if after.name == "bad" else _really_packed(before, after)


@pytest.mark.parametrize("path", ["relative.melisma", "a\0b", 7, "", ["/a"]])
def test_a_path_that_is_none_is_left_out(path):
    assert recovery._as_path(path) is None


def test_a_lock_is_held_by_one_session_until_it_gives_it_back(tmp_path):
    path = tmp_path / "a.lock"
    first = SessionLock.taken(path)
    assert first is not None
    assert SessionLock.taken(path) is None
    first.release()
    first.release()
    second = SessionLock.taken(path)
    assert second is not None
    second.release(remove=True)
    assert not path.exists()


def test_a_lock_whose_file_was_removed_meanwhile_is_taken_anew(tmp_path, monkeypatch):
    path = tmp_path / "a.lock"
    answers = iter([False, True])
    monkeypatch.setattr("editor.session_lock._is_same", lambda path, handle: next(answers))
    lock = SessionLock.taken(path)
    assert lock is not None
    lock.release(remove=True)


def test_a_folder_that_cannot_be_read_offers_nothing(tmp_path, caplog):
    (tmp_path / "file").write_text("no folder")
    assert list_recoverable(tmp_path / "file") == ()
    assert "cannot be looked for" in caplog.text


def test_a_time_that_no_calendar_knows_is_the_time_of_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr(journal_module.time, "time", lambda: float("nan"))
    left(tmp_path, named("a"))
    monkeypatch.undo()
    (item,) = list_recoverable(tmp_path)
    assert abs(item.changed_s - time.time()) < 60.0
