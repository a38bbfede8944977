"""The list of recent songs: newest first, shared, and never in the way."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.recent_files import MAX_FILES, RecentFiles


@pytest.fixture
def recent(tmp_path) -> RecentFiles:
    return RecentFiles(tmp_path / "state" / "recent.json")


def names(recent: RecentFiles) -> list[str]:
    return [file.path.stem for file in recent.files()]


def test_the_newest_is_first_and_none_stands_twice(recent, tmp_path):
    for name in ("a", "b", "a"):
        recent.add(tmp_path / f"{name}.melisma")
    assert names(recent) == ["a", "b"]
    other_window = RecentFiles(tmp_path / "state" / "recent.json")
    other_window.add(tmp_path / "c.melisma")
    recent.add(tmp_path / "b.melisma")
    assert names(recent) == ["b", "c", "a"]
    recent.remove(tmp_path / "c.melisma")
    assert names(other_window) == ["b", "a"]
    recent.clear()
    assert recent.files() == ()


def test_the_list_stays_short(recent, tmp_path):
    for number in range(MAX_FILES + 5):
        recent.add(tmp_path / f"{number}.melisma")
    assert len(recent.files()) == MAX_FILES
    assert names(recent)[0] == f"{MAX_FILES + 4}"


def test_a_song_that_is_gone_says_so(recent, tmp_path):
    path = tmp_path / "a.melisma"
    recent.add(path)
    assert not recent.files()[0].is_there
    path.write_text("x")
    assert recent.files()[0].is_there


def test_a_folder_that_refuses_is_no_error(tmp_path):
    (tmp_path / "file").write_text("in the way")
    recent = RecentFiles(tmp_path / "file" / "recent.json")
    recent.add(tmp_path / "a.melisma")
    assert recent.files() == ()


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["files", "path", "opened_s"]), inner)
    ),
    max_leaves=10,
)


@given(content=JSON.map(lambda raw: json.dumps(raw).encode()) | st.binary(max_size=50))
def test_any_content_is_a_list_or_none(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("recent") / "recent.json"
    path.write_bytes(content)
    recent = RecentFiles(path)
    for file in recent.files():
        assert file.path.is_absolute()
    recent.add(path.with_name("a.melisma"))
    assert recent.files()[0].path.stem == "a"
