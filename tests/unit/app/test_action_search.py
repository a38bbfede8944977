"""The palette finds what one means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.action_search import SearchEntry, search

ENTRIES = [
    SearchEntry(id="save", title="Save", others=("File", "Save the song in its file")),
    SearchEntry(id="save_as", title="Save as", others=("File", "Save it in another file")),
    SearchEntry(id="undo", title="Undo", others=("Edit", "Take the last change back")),
    SearchEntry(id="about", title="About Melisma", others=("Help", "Version and licences")),
    SearchEntry(id="open", title="開く", others=("ファイル", "Open")),
    SearchEntry(id="cafe", title="Café", others=()),
]


def ids(query: str) -> list[str]:
    return [entry.id for entry in search(query, ENTRIES)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("save", ["save", "save_as"]),
        ("SAVE a", ["save_as", "save"]),
        ("as save", ["save_as"]),
        ("sva", ["save_as"]),
        ("file save", ["save", "save_as"]),
        ("licences", ["about"]),
        ("melis", ["about"]),
        ("change", ["undo"]),
        ("開", ["open"]),
        ("open", ["open"]),
        ("ｏｐｅｎ", ["open"]),
        ("cafe", ["cafe"]),
        ("xyz", []),
        ("save xyz", []),
    ],
)
def test_words_typed_in_part_find_actions(query, found):
    assert ids(query) == found


def test_an_empty_query_lists_all_in_the_tables_order():
    assert ids("  ") == [entry.id for entry in ENTRIES]


@given(st.text(max_size=300))
def test_any_query_has_an_answer_without_doubles(query):
    found = ids(query)
    assert len(found) == len(set(found))


@given(st.sampled_from(ENTRIES), st.integers(1, 10))
def test_the_beginning_of_a_title_finds_it(entry, length):
    assert entry.id in ids(entry.title[:length])
