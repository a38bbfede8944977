"""What was done is on disk, whatever happens to the process or the disk."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from editor import journal as journal_module
from editor.edits import tempo
from editor.errors import SongFileError
from editor.formats.records import read_records
from editor.formats.song_json import Arrays, project_to_raw, to_text
from editor.journal import Journal, JournalState
from editor.recovery import list_recoverable, recover
from engine.types import Parameter
from tests.unit.editor.all_edits import with_more_in_it
from tests.unit.editor.edits.test_edit import ROWS, run
from tests.unit.editor.formats.test_song_delta import assert_same_song
from tests.unit.editor.songs import layers, song

ROOT = Path(__file__).resolve().parents[3]


def named(name: str, **more) -> JournalState:
    return JournalState(project=tempo.rename_project(song(), name).after, **more)


def left(folder, *states: JournalState) -> None:
    """A session that writes these states and is gone without a word."""
    journal = Journal(folder)
    for state in states:
        journal.put(state)
        assert journal.drain()
    journal.close(discard=False)


def the_file(folder) -> Path:
    (path,) = folder.glob("*.journal")
    return path


def test_an_edit_is_on_disk_within_a_second(tmp_path):
    journal = Journal(tmp_path)
    journal.put(named("first"))
    start_s = time.monotonic()
    while not list(tmp_path.glob("*.journal")):
        assert time.monotonic() - start_s < 1.0
        time.sleep(0.01)
    journal.close(discard=True)


def test_putting_does_not_wait_for_the_disk(tmp_path, monkeypatch):
    may_write = threading.Event()
    monkeypatch.setattr(journal_module.os, "fsync", lambda handle: may_write.wait())
    journal = Journal(tmp_path, gather_s=0.0)
    journal.put(named("first"))
    time.sleep(0.05)
    start_s = time.monotonic()
    for index in range(100):
        journal.put(named(f"{index}"))
    assert time.monotonic() - start_s < 0.5
    may_write.set()
    assert journal.drain()
    journal.close(discard=False)
    (item,) = list_recoverable(tmp_path)
    assert recover(item).project.name == "99"


@settings(max_examples=25)
@given(steps=ROWS, pitch=layers())
def test_the_song_of_the_last_edit_comes_back(steps, pitch, tmp_path_factory):
    folder = tmp_path_factory.mktemp("journal")
    start = with_more_in_it(song(curves={Parameter.PITCH: pitch}))
    songs = [start, *(edit.after for edit in run(start, steps))]
    left(folder, *(JournalState(project=project) for project in songs))
    (item,) = list_recoverable(folder)
    assert_same_song(recover(item).project, songs[-1], folder)


def test_a_power_cut_finds_the_old_file_or_the_new_one(tmp_path, monkeypatch):
    """Flushed before it is in place, in place before the old one goes."""
    monkeypatch.setattr(journal_module, "_SMALL_BYTES", 0)
    monkeypatch.setattr(journal_module, "_GROWTH", 0)
    journal = Journal(tmp_path, gather_s=0.0)
    journal.put(named("a"))
    assert journal.drain()
    calls: list[str] = []

    def watch(owner, name):
        real = getattr(owner, name)
        monkeypatch.setattr(owner, name, lambda *a, **k: (calls.append(name), real(*a, **k))[1])

    watch(journal_module.os, "fsync")
    watch(journal_module.os, "replace")
    watch(journal_module, "sync_folder")
    watch(Path, "unlink")
    journal.put(named("b"))
    assert journal.drain()
    monkeypatch.undo()
    journal.close(discard=False)
    assert calls[-5:] == ["fsync", "replace", "sync_folder", "fsync", "unlink"]


def test_edits_faster_than_the_disk_become_one_record(tmp_path):
    journal = Journal(tmp_path)
    for index in range(50):
        journal.put(named(f"{index}"))
    journal.close(discard=False)
    with the_file(tmp_path).open("rb") as file:
        assert len(list(read_records(file))) == 1


def test_a_song_that_is_as_it_was_saved_is_not_offered(tmp_path):
    edited = named("a")
    left(tmp_path, edited, replace(edited, is_clean=True, path=tmp_path / "a.melisma"))
    assert list_recoverable(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_edits_after_a_save_are_offered_again(tmp_path):
    left(tmp_path, named("a"), named("a", is_clean=True), named("b"))
    (item,) = list_recoverable(tmp_path)
    assert recover(item).project.name == "b"


def test_a_song_that_was_only_opened_leaves_nothing(tmp_path):
    folder = tmp_path / "none"
    left(folder, named("opened", is_clean=True))
    assert not folder.exists()
    assert list_recoverable(folder) == ()


def test_a_clean_exit_leaves_nothing(tmp_path):
    journal = Journal(tmp_path)
    journal.put(named("a"))
    journal.drain()
    journal.put(named("b"))
    journal.close(discard=True)
    journal.close(discard=True)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(RuntimeError):
        journal.put(named("c"))


def test_sessions_do_not_see_each_other(tmp_path):
    journals = [Journal(tmp_path) for _ in range(3)]
    for index, journal in enumerate(journals):
        journal.put(named(f"song {index}"))
        assert journal.drain()
    assert list_recoverable(tmp_path) == ()
    journals[0].close(discard=False)
    journals[1].close(discard=True)
    (item,) = list_recoverable(tmp_path)
    assert item.name == "song 0"
    journals[2].put(named("more"))
    journals[2].close(discard=False)
    assert [found.name for found in list_recoverable(tmp_path)] == ["more", "song 0"]


def test_a_journal_cut_at_any_byte_gives_the_song_of_its_last_whole_record(tmp_path):
    folder = tmp_path / "journal"
    start = with_more_in_it(song())
    songs = [start, *(e.after for e in run(start, [("lyric", 1, 2), ("draw", 90, 99)]))]
    left(folder, *(JournalState(project=project) for project in songs))
    path = the_file(folder)
    content = path.read_bytes()
    with path.open("rb") as file:
        ends = [record.end for record in read_records(file)]
    assert len(ends) == len(songs) == 3
    wanted = [as_text(project) for project in songs]
    for length in range(len(content) + 1):
        path.write_bytes(content[:length])
        n_whole = sum(end <= length for end in ends)
        items = list_recoverable(folder)
        if not n_whole:
            assert items == ()
            assert path.exists()
        else:
            found = recover(items[0]).project
            assert as_text(found) == wanted[n_whole - 1]


def as_text(project) -> str:
    """All of a song; arrays by their digests."""
    return to_text(project_to_raw(project, Arrays()))


KILLED = """
import os, sys
from pathlib import Path
from editor.journal import Journal, JournalState
from tests.unit.editor.test_journal import chain
journal = Journal(Path(sys.argv[1]), gather_s=0.0)
for index, project in enumerate(chain()):
    journal.put(JournalState(project=project))
    if index % 3 == 0:
        journal.drain()
        os.write(1, b"%d\\n" % index)
"""


def chain():
    """The same songs in every process, without an end."""
    rows = [("lyric", 0, 1), ("draw", 300, 200), ("add notes", 2600, 99), ("tempo", 50, 7)]
    project, index = with_more_in_it(song()), 0
    while True:
        yield project
        name, a, b = rows[index % len(rows)]
        made = run(project, [(name, a + index, b + index)])
        # Each song bears its number.
        project = tempo.rename_project(made[-1].after if made else project, f"{index}").after
        index += 1


@pytest.mark.skipif(os.name == "nt", reason="no kill -9 there")
@pytest.mark.parametrize("n_lines", [1, 4, 9])
def test_after_kill_9_the_song_is_one_that_was_and_no_older_than_what_was_on_disk(
    tmp_path, n_lines
):
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdout is not None
    on_disk = [int(child.stdout.readline()) for _ in range(n_lines)][-1]
    child.send_signal(signal.SIGKILL)
    rest = child.stdout.read().split()
    on_disk = int(rest[-1]) if rest else on_disk
    child.stdout.close()
    child.wait()
    (item,) = list_recoverable(tmp_path)
    found = recover(item).project
    index = int(found.name) + 1 if found.name != "song" else 0
    assert index >= on_disk
    songs = chain()
    wanted = next(project for number, project in enumerate(songs) if number == index)
    assert_same_song(found, wanted, tmp_path)


def test_a_journal_that_grew_is_written_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(journal_module, "_SMALL_BYTES", 4000)
    monkeypatch.setattr(journal_module, "_GROWTH", 2)
    journal = Journal(tmp_path, gather_s=0.0)
    largest = 0
    songs = chain()
    for _ in range(120):
        last = next(songs)
        journal.put(JournalState(project=last))
        assert journal.drain()
        largest = max(largest, sum(path.stat().st_size for path in tmp_path.iterdir()))
    journal.close(discard=False)
    assert int(the_file(tmp_path).name.split(".")[1]) > 1
    assert largest < 20_000
    (item,) = list_recoverable(tmp_path)
    assert_same_song(recover(item).project, last, tmp_path)


LIMITED = """
import resource, signal, sys
from pathlib import Path
from editor.journal import Journal, JournalState
from tests.unit.editor.test_journal import chain
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))
journal = Journal(Path(sys.argv[1]), gather_s=0.0, retry_s=60.0)
for index, project in enumerate(chain()):
    journal.put(JournalState(project=project))
    if not journal.drain():
        print(index)
        break
journal.close(discard=False)
"""


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_when_the_system_refuses_to_write_on_all_before_comes_back(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    refused = int(done.stdout)
    assert refused > 5
    (item,) = list_recoverable(tmp_path)
    wanted = next(p for number, p in enumerate(chain()) if number == refused - 1)
    assert as_text(recover(item).project) == as_text(wanted)


class Disk:
    """A disk that takes ``n_bytes`` more and then has no room."""

    def __init__(self, monkeypatch) -> None:
        self.n_bytes: int | None = None
        monkeypatch.setattr(journal_module, "_write_out", self.write)

    def write(self, file, content: bytes) -> None:
        if self.n_bytes is not None:
            file.write(content[: self.n_bytes])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        file.write(content)


@pytest.mark.parametrize("n_bytes", [0, 5, 40, 10_000])
def test_a_full_disk_is_said_once_and_nothing_is_lost(tmp_path, monkeypatch, n_bytes):
    disk = Disk(monkeypatch)
    told: list[SongFileError | None] = []
    journal = Journal(tmp_path, report=told.append, gather_s=0.0, retry_s=60.0)
    journal.put(named("first"))
    assert journal.drain()
    disk.n_bytes = n_bytes
    for name in ("second is long " * 20, "third"):
        journal.put(named(name))
        assert not journal.drain()
    (problem,) = told
    assert problem is not None
    assert problem.code == "cannot-journal"
    assert "No space left" in str(problem)
    assert "\n" not in str(problem)
    disk.n_bytes = None
    journal.put(named("fourth"))
    assert journal.drain()
    assert told[1:] == [None]
    journal.close(discard=False)
    (item,) = list_recoverable(tmp_path)
    assert recover(item).project.name == "fourth"


def test_a_disk_that_was_full_is_asked_again_without_another_edit(tmp_path, monkeypatch):
    disk = Disk(monkeypatch)
    disk.n_bytes = 3
    journal = Journal(tmp_path, gather_s=0.0, retry_s=0.05)
    journal.put(named("a"))
    assert not journal.drain()
    assert not list(tmp_path.glob("*.part"))
    disk.n_bytes = None
    deadline_s = time.monotonic() + 5.0
    while not list(tmp_path.glob("*.journal")):
        assert time.monotonic() < deadline_s
        time.sleep(0.01)
    journal.close(discard=False)
    assert [item.name for item in list_recoverable(tmp_path)] == ["a"]


def test_a_full_disk_at_compaction_lets_the_journal_grow(tmp_path, monkeypatch):
    monkeypatch.setattr(journal_module, "_SMALL_BYTES", 0)
    monkeypatch.setattr(journal_module, "_GROWTH", 0)
    told: list[object] = []
    journal = Journal(tmp_path, report=told.append, gather_s=0.0)
    journal.put(named("a"))
    assert journal.drain()

    def refuse(path):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(journal_module, "_created", refuse)
    journal.put(named("b"))
    assert journal.drain()
    journal.close(discard=False)
    assert not told
    assert recover(list_recoverable(tmp_path)[0]).project.name == "b"


@pytest.mark.parametrize("value", [2**60, float("nan")])
def test_a_song_that_could_not_be_read_back_is_said_and_the_next_one_kept(tmp_path, value):
    told: list[SongFileError | None] = []
    journal = Journal(tmp_path, report=told.append, gather_s=0.0, retry_s=60.0)
    journal.put(named("good"))
    assert journal.drain()
    journal.put(JournalState(project=replace(song(), seed=value)))
    assert not journal.drain()
    journal.put(named("better"))
    assert journal.drain()
    journal.close(discard=False)
    assert [problem is None for problem in told] == [False, True]
    assert recover(list_recoverable(tmp_path)[0]).project.name == "better"


def test_an_observer_that_fails_does_not_end_the_journal(tmp_path, monkeypatch):
    disk = Disk(monkeypatch)
    disk.n_bytes = 0

    def fail(problem):
        raise RuntimeError("the window is gone")

    journal = Journal(tmp_path, report=fail, gather_s=0.0, retry_s=60.0)
    journal.put(named("a"))
    assert not journal.drain()
    disk.n_bytes = None
    journal.put(named("b"))
    assert journal.drain()
    journal.close(discard=True)


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("in the way")
    told: list[SongFileError | None] = []
    journal = Journal(tmp_path / "file" / "journal", report=told.append, gather_s=0.0)
    journal.put(named("a"))
    assert not journal.drain()
    journal.close(discard=True)
    assert len(told) >= 1
    assert str(tmp_path / "file") in str(told[0])


def test_songs_are_for_their_owner_only(tmp_path):
    folder = tmp_path / "state"
    left(folder, named("a"))
    if os.name != "nt":
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_how_long_edits_are_gathered_can_be_changed(tmp_path):
    journal = Journal(tmp_path, gather_s=60.0)
    journal.set_gather_s(0.01)
    journal.put(JournalState(project=song()))
    deadline_s = time.monotonic() + 5.0
    while not list(tmp_path.glob("*.journal")):
        assert time.monotonic() < deadline_s, "nothing was written"
        time.sleep(0.005)
    journal.close(discard=True)
