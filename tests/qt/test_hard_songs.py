"""Songs at the edge of what can be: shown, sung or told about, and never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from app.workspace import empty_song
from editor.edits.curves import draw
from editor.formats.registry import read_song, write_song
from editor.model.project import Note
from editor.sung import PhraseState
from engine.errors import InferenceError
from engine.timing import Tempo
from engine.types import NoteId, Parameter
from tests.qt.conftest import QUARTER

TWENTY_MINUTES = 20 * 60 * 2 * QUARTER  # at 120 quarters a minute


def with_notes(notes, *, bpm=120.0):
    song = empty_song()
    (track,) = song.tracks
    part = replace(track.parts[0], notes=tuple(notes))
    return replace(
        song,
        tracks=(replace(track, parts=(part,)),),
        tempos=(Tempo(start_ticks=0, bpm=bpm),),
    )


def note(number, start, length, lyric="ら", key=62):
    return Note(
        id=NoteId(f"n{number}"), start_ticks=start, length_ticks=length, key_midi=key, lyric=lyric
    )


@pytest.fixture
def show(window, workspace, wait_until):
    def run(song):
        workspace.store.start(song)
        wait_until(lambda: not workspace.bridge.is_busy)
        QApplication.processEvents()
        assert not window.grab().isNull()
        return workspace.bridge.sung("part-1")

    return run


def states(sung):
    return {phrase.state for phrase in sung.phrases.values()}


def test_a_note_of_one_tick_is_shown_and_sung_or_told(show, window):
    sung = show(with_notes([note(0, 480, 1), note(1, 481, 480)]))
    assert states(sung) <= {PhraseState.FINAL, PhraseState.FAILED}
    assert all(phrase.problem for phrase in sung.phrases.values() if phrase.state
               is PhraseState.FAILED)  # fmt: skip
    assert len(window.roll.content.part.notes) == 2


@pytest.mark.parametrize("bpm", [1.0, 999.0])
def test_the_slowest_and_the_fastest_tempo_are_sung(show, window, bpm):
    length = QUARTER // 8 if bpm < 10 else 4 * QUARTER
    sung = show(with_notes([note(i, 480 + i * length, length) for i in range(3)], bpm=bpm))
    assert states(sung) == {PhraseState.FINAL}


def test_a_song_of_twenty_minutes_is_shown_whole_and_scrolled(show, window, workspace):
    song = with_notes(
        [note(i, i * 4 * QUARTER, 2 * QUARTER) for i in range(TWENTY_MINUTES // (4 * QUARTER))]
    )
    sung = show(song)
    assert states(sung) == {PhraseState.FINAL}
    last = song.tracks[0].parts[0].notes[-1]
    window.roll.set_viewport(window.roll.viewport.showing_ticks(0, last.end_ticks))
    window.grab()
    window.roll.reveal_ticks(last.start_ticks, last.end_ticks)
    window.grab()
    assert window.roll.viewport.visible_ticks[1] > last.start_ticks


@pytest.mark.parametrize(
    "lyric", ["🎤🎶", "👩‍👩‍👧", "שלום", "مرحبا", "a\u202eb", "\u0301", "か゚", "x" * 10_000]
)
def test_any_lyric_is_kept_shown_and_told_about_if_it_cannot_be_sung(
    show, window, workspace, tmp_path, lyric
):
    sung = show(with_notes([note(0, 480, 480), note(1, 960, 480, lyric), note(2, 1440, 480)]))
    told = [*sung.problems, *(p.problem for p in sung.phrases.values() if p.problem)]
    assert any(problem.note_id == "n1" for problem in told)
    assert all(len(problem.sentence) < 1000 for problem in told)
    write_song(workspace.store.project, tmp_path / "a.melisma")
    read = read_song(tmp_path / "a.melisma").project
    assert read.tracks[0].parts[0].notes[1].lyric == lyric


def test_an_error_of_the_engine_in_one_phrase_is_told_and_the_others_sing(
    window, workspace, wait_until, host, monkeypatch
):
    sound, broken = host.run, []

    def run(handle, feeds, cancel):
        if handle.session.kind == "acoustic" and not broken:
            broken.append(True)
            raise InferenceError("The model broke: try again.", code="model-run-failed")
        return sound(handle, feeds, cancel)

    monkeypatch.setattr(type(host), "run", lambda _self, *arguments: run(*arguments))
    far = 40 * QUARTER
    workspace.store.start(with_notes([note(i, 480 + i * far, 480) for i in range(3)]))
    wait_until(lambda: not workspace.bridge.is_busy)
    sung = workspace.bridge.sung("part-1")
    assert sorted(phrase.state for phrase in sung.phrases.values()) == sorted(
        [PhraseState.FAILED, PhraseState.FINAL, PhraseState.FINAL]
    )
    wait_until(lambda: window.problems.list.count() == 1)
    assert "broke" in window.problems.list.item(0).text()


def test_values_beyond_all_measure_in_curves_do_not_harm_the_picture(show, window, workspace):
    show(with_notes([note(0, 480, 1920)]))
    for value in (-1e30, 1e30, 0.0):
        edit = draw(
            workspace.store.project, "part-1", Parameter.BREATHINESS, [500, 900], [value, -value]
        )
        workspace.history.push(edit)
        window.grab()
    workspace.history.undo()
    assert not window.grab().isNull()
