"""Finding banks below folders."""

from __future__ import annotations

import os

import pytest

from engine.voicebank.scan import MAX_DEPTH, find_banks
from tests.text_bank import make_text_bank


def test_banks_are_called_by_their_path_from_the_voices_folder(tmp_path):
    for name in ("one", "pack/one", "pack/two"):
        make_text_bank(tmp_path / "voices" / name)
    banks, problems = find_banks([tmp_path / "voices"])
    assert problems == []
    assert [bank.id for bank in banks] == ["one", "pack/one", "pack/two"]


def test_the_first_of_two_folders_wins_and_a_bank_itself_is_found(tmp_path):
    mine = make_text_bank(tmp_path / "mine" / "one")
    make_text_bank(tmp_path / "theirs" / "one")
    (only,), _ = find_banks([tmp_path / "mine", tmp_path / "theirs"])
    assert only.folder == mine
    (only,), _ = find_banks([mine])
    assert only.id == "one"


def test_folders_that_are_not_there_are_empty(tmp_path):
    assert find_banks([tmp_path / "nowhere"]) == ([], [])


def test_a_bank_in_a_bank_is_part_of_it_and_depth_ends(tmp_path):
    outer = make_text_bank(tmp_path / "voices" / "outer")
    make_text_bank(outer / "inner")
    make_text_bank(tmp_path / "voices" / "/".join("d" * (MAX_DEPTH + 2)))
    banks, _ = find_banks([tmp_path / "voices"])
    assert [bank.id for bank in banks] == ["outer"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told(tmp_path):
    make_text_bank(tmp_path / "voices" / "good")
    closed = tmp_path / "voices" / "closed"
    closed.mkdir()
    closed.chmod(0)
    try:
        banks, problems = find_banks([tmp_path / "voices"])
    finally:
        closed.chmod(0o700)
    assert [bank.id for bank in banks] == ["good"]
    assert "closed" in problems[0].sentence


def test_a_bank_whose_folder_cannot_be_listed_any_more_is_told(tmp_path, monkeypatch):
    """As root nothing is closed, so the refusal is made."""
    make_text_bank(tmp_path / "voices" / "good")
    real = os.scandir

    def refuse(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    (tmp_path / "voices" / "closed").mkdir()
    monkeypatch.setattr(os, "scandir", refuse)
    banks, problems = find_banks([tmp_path / "voices"])
    assert [bank.id for bank in banks] == ["good"]
    assert [problem.code for problem in problems] == ["unreadable-folder"]
    assert "Permission denied" in problems[0].sentence
