"""The one command that makes the voice: what it runs, and what it refuses to install."""

from __future__ import annotations

from pathlib import Path

import make_voice
import pytest


@pytest.fixture
def commands(monkeypatch) -> list[list[str]]:
    seen: list[list[str]] = []
    monkeypatch.setattr(make_voice, "toolkit", lambda *words: seen.append([str(w) for w in words]))
    return seen


def test_every_network_is_trained_once_from_the_seed(commands, tmp_path):
    make_voice.train(tmp_path / "features", tmp_path / "runs", n_steps=20, seed=3, n_at_once=2)
    assert sorted(words[1] for words in commands) == sorted(make_voice.NETWORKS)
    for words in commands:
        assert words[3].endswith(f"runs/{words[1]}")
        assert words[4:] == ["--seed", "3", "--steps", "20"]


def test_features_that_are_complete_are_not_measured_again(commands, tmp_path):
    make_voice.measure(tmp_path / "corpus", tmp_path, 2)
    assert len(commands) == 1
    (tmp_path / "features.json").write_text("{}")
    make_voice.measure(tmp_path / "corpus", tmp_path, 2)
    assert len(commands) == 1


def test_installing_replaces_the_bank_and_its_figures(tmp_path, monkeypatch):
    bank, work, target = tmp_path / "new", tmp_path / "work", tmp_path / "nagi"
    for folder in (bank, work, target):
        folder.mkdir()
    (bank / "acoustic.onnx").write_bytes(b"new")
    (target / "old.onnx").write_bytes(b"old")
    (work / "figures.md").write_text("| table |\n", encoding="utf-8")
    monkeypatch.setattr(make_voice, "BANK", target)
    monkeypatch.setattr(make_voice, "FIGURES", tmp_path / "docs" / "voice-figures.md")
    make_voice.install(bank, work)
    assert [p.name for p in target.iterdir()] == ["acoustic.onnx"]
    assert "| table |" in (tmp_path / "docs" / "voice-figures.md").read_text(encoding="utf-8")


def test_a_bank_that_is_too_large_is_not_installed(tmp_path, monkeypatch):
    bank: Path = tmp_path / "new"
    bank.mkdir()
    (bank / "acoustic.onnx").write_bytes(b"12345")
    monkeypatch.setattr(make_voice, "MAX_BANK_BYTES", 4)
    monkeypatch.setattr(make_voice, "BANK", tmp_path / "nagi")
    with pytest.raises(make_voice.StepError, match="may ship"):
        make_voice.install(bank, tmp_path)
    assert not (tmp_path / "nagi").exists()
