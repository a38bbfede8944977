"""Edits reach the engine once, and only for the parts that they change; answers come back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.edits import notes, tempo, tracks
from editor.engine_bridge import EngineBridge, affected_parts
from editor.model.project import Part, Track
from editor.sung import PhraseState
from engine.api import Engine
from engine.fakes import FakeSessionHost
from engine.types import Drafts, NoteId, RenderSettings
from tests.unit.editor.songs import song

NAGI = Path(__file__).resolve().parents[2] / "voicebanks" / "nagi"


@pytest.fixture
def host():
    return FakeSessionHost()


@pytest.fixture
def bridge(application, host):
    with Engine(cache_folder=None, sessions=host) as engine:
        found = EngineBridge(engine, default_voice=NAGI, voice_folders={})
        yield found
        found.stop()


def two_parts():
    project = song()
    (track,) = project.tracks
    (part,) = track.parts
    second = Part(
        id="second",
        start_ticks=9600,
        notes=tuple(replace(note, id=NoteId(f"s{note.id}")) for note in part.notes),
    )
    return replace(project, tracks=(replace(track, parts=(part, second)),))


def test_a_song_is_sung_and_told_by_signals(bridge, wait_until):
    made, changed, progress = [], [], []
    bridge.made.connect(lambda *what: made.append(what))
    bridge.part_changed.connect(changed.append)
    bridge.progress_changed.connect(lambda *counts: progress.append(counts))
    bridge.follow(two_parts())
    assert bridge.is_busy
    wait_until(lambda: not bridge.is_busy)
    for part_id in ("part", "second"):
        (phrase,) = bridge.sung(part_id).phrases.values()
        assert phrase.state is PhraseState.FINAL
        assert len(phrase.result.samples)
    assert progress[-1] == (2, 2)
    assert set(changed) == {"part", "second"}
    assert {part_id for part_id, timing, _ in made if timing} == {"part", "second"}
    assert {phrase.phrase_id for _, _, phrases in made for phrase in phrases} == {"n0", "sn0"}


def test_many_edits_of_a_drag_are_asked_for_once(bridge, host, wait_until):
    project = song()
    bridge.follow(project)
    wait_until(lambda: not bridge.is_busy)
    first = bridge.sung("part").revision
    for _ in range(20):
        edit = notes.transpose(project, "part", [NoteId("n1")], 1)
        project = edit.after
        bridge.follow(project, edit.changes)
    wait_until(lambda: not bridge.is_busy)
    assert bridge.sung("part").revision == first + 1


def test_only_the_part_that_changed_is_asked_for_again(bridge, wait_until):
    project = two_parts()
    bridge.follow(project)
    wait_until(lambda: not bridge.is_busy)
    before = bridge.sung("part")
    edit = notes.transpose(project, "second", [NoteId("sn1")], 2)
    bridge.follow(edit.after, edit.changes)
    wait_until(lambda: not bridge.is_busy)
    assert bridge.sung("part") is before
    assert bridge.sung("second").revision == before.revision + 1


def test_a_part_that_is_removed_is_forgotten(bridge, wait_until):
    project = two_parts()
    bridge.follow(project)
    edit = tracks.remove_part(project, "second")
    bridge.follow(edit.after, edit.changes)
    wait_until(lambda: not bridge.is_busy)
    assert bridge.sung("second") is None
    assert bridge.sung("part").n_finished == 1


def test_another_song_forgets_the_one_before(bridge, wait_until):
    bridge.follow(two_parts())
    wait_until(lambda: not bridge.is_busy)
    bridge.follow(song())
    wait_until(lambda: not bridge.is_busy)
    assert bridge.sung("second") is None


def test_stop_ends_the_singing_and_the_next_edit_asks_anew(bridge, host, wait_until):
    host.run_s = 0.2
    project = song()
    bridge.follow(project)
    bridge.ask_now()
    bridge.stop()
    wait_until(lambda: not bridge.is_busy)
    assert bridge.sung("part").results == ()
    host.run_s = 0.0
    edit = notes.transpose(project, "part", [NoteId("n1")], 1)
    bridge.follow(edit.after, edit.changes)
    wait_until(lambda: not bridge.is_busy)
    assert len(bridge.sung("part").results) == 1


STEPS = RenderSettings(acoustic_steps=20)


def drafting(engine, **changes) -> EngineBridge:
    return EngineBridge(engine, default_voice=NAGI, voice_folders={}, settings=STEPS, **changes)


def test_drafts_are_heard_but_never_kept_in_the_song(application, host, wait_until):
    with Engine(cache_folder=None, sessions=host) as engine:
        bridge = drafting(engine, drafts=Drafts.ALWAYS)
        made, told = [], []
        bridge.made.connect(lambda *what: made.extend(what[2]))
        bridge.part_changed.connect(
            lambda part_id: told.append(
                [(p.state, p.result is not None) for p in bridge.sung(part_id).phrases.values()]
            )
        )
        bridge.follow(song())
        wait_until(lambda: not bridge.is_busy)
        assert [(PhraseState.DRAFT, True)] in told
        assert told[-1] == [(PhraseState.FINAL, True)]
        assert len(made) == 1
        (phrase,) = bridge.sung("part").phrases.values()
        assert made[0] is phrase.result.generated
        bridge.stop()
    steps = [int(feeds["steps"][0]) for kind, feeds in host.runs if kind == "acoustic"]
    assert steps == [5, 20]


def test_a_drafts_curves_do_not_reach_the_song(application, host, wait_until):
    with Engine(cache_folder=None, sessions=host) as engine:
        bridge = drafting(engine, drafts=Drafts.ALWAYS)
        made, states = [], []
        bridge.made.connect(lambda *what: made.extend(what[2]))

        def stop_at_draft(part_id):
            states[:] = [p.state for p in bridge.sung(part_id).phrases.values()]
            if states == [PhraseState.DRAFT]:
                host.run_s = 5.0
                bridge.stop()

        bridge.part_changed.connect(stop_at_draft)
        bridge.follow(song())
        wait_until(lambda: states == [PhraseState.DRAFT] and not bridge.is_busy)
        bridge.tell_made()
        assert made == []
        assert bridge.progress.n_drafts == bridge.progress.n_left == 1
        host.run_s = 0.0
        bridge.part_changed.disconnect(stop_at_draft)
        bridge.sing_again()
        wait_until(lambda: not bridge.is_busy and bridge.progress.n_done == 1)
        bridge.stop()


def test_nothing_is_sung_before_play_where_that_is_wished(application, host, wait_until):
    with Engine(cache_folder=None, sessions=host) as engine:
        bridge = drafting(engine, sings_ahead=False)
        bridge.follow(two_parts())
        wait_until(lambda: not bridge.is_busy)
        progress = bridge.progress
        assert (progress.n_done, progress.n_all, progress.n_left) == (0, 2, 2)
        assert bridge.sung("part").is_laid_out
        second_ms = next(iter(bridge.sung("second").phrases.values())).layout.start_ms
        bridge.set_playhead_ms(second_ms + 10.0)
        bridge.set_playing(True)
        wait_until(lambda: bridge.progress.n_done == 1 and not bridge.is_busy)
        assert bridge.sung("second").n_finished == 1
        bridge.set_playhead_ms(0.0)  # round a loop
        wait_until(lambda: bridge.progress.n_done == 2)
        bridge.set_playing(False)
        bridge.follow(replace(song(), name="x"))
        wait_until(lambda: not bridge.is_busy)
        bridge.set_sings_ahead(True)
        wait_until(lambda: bridge.progress.n_done == bridge.progress.n_all == 1)
        bridge.stop()


def test_what_failed_is_sung_again(bridge, host, wait_until):
    host.failing = {"acoustic"}
    bridge.follow(song())
    wait_until(lambda: not bridge.is_busy)
    assert bridge.progress.n_failed == 1
    host.failing = set()
    bridge.sing_again()
    wait_until(lambda: not bridge.is_busy and bridge.progress.n_failed == 0)
    assert bridge.progress.n_done == 1
    n_runs = len(host.runs)
    bridge.sing_again()  # nothing is left to do
    wait_until(lambda: not bridge.is_busy)
    assert len(host.runs) == n_runs


def test_what_cannot_be_heard_asks_for_nothing():
    project = two_parts()
    assert affected_parts(project, tracks.rename_part(project, "part", "verse 2").changes) == set()
    moved = tracks.move_part(project, "part", start_ticks=480)
    assert affected_parts(moved.after, moved.changes) == {"part"}
    slower = tempo.set_tempo(project, 0, 90.0)
    assert affected_parts(slower.after, slower.changes) == {"part", "second"}
    voice = tracks.set_voice(project, "track", "another")
    assert affected_parts(voice.after, voice.changes) == {"part", "second"}


def test_faders_and_names_are_not_sung_again_and_a_move_to_another_singer_is():
    project = two_parts()
    quieter = tracks.set_mixer(project, "track", gain_db=-6.0, is_muted=True)
    assert affected_parts(quieter.after, quieter.changes, before=project) == set()
    named = tracks.rename_track(project, "track", "alto")
    assert affected_parts(named.after, named.changes, before=project) == set()
    added = tracks.add_track(project, Track(id="two", voice_id="another"))
    assert affected_parts(added.after, added.changes, before=project) == set()
    other = tracks.move_part(added.after, "second", start_ticks=9600, track_id="two")
    assert affected_parts(other.after, other.changes, before=added.after) == {"second"}


def test_a_track_whose_voice_is_missing_is_silent_with_one_problem(bridge, wait_until):
    project = tracks.set_voice(two_parts(), "track", "nobody").after
    bridge.follow(project)
    wait_until(lambda: not bridge.is_busy)
    failures = {bridge.sung(part_id).failure for part_id in ("part", "second")}
    (problem,) = failures
    assert problem.code == "voice-missing"
    assert "'nobody'" in problem.sentence
    assert not bridge.sung("part").results
    assert project.tracks[0].parts[0].notes  # and stays readable


def test_a_missing_voice_sings_once_it_is_installed(bridge, wait_until):
    project = tracks.set_voice(two_parts(), "track", "later").after
    bridge.follow(project)
    wait_until(lambda: not bridge.is_busy)
    bridge.set_voices({"later": NAGI})
    wait_until(lambda: not bridge.is_busy)
    assert len(bridge.sung("part").results) == 1
    bridge.set_voices({})
    wait_until(lambda: not bridge.is_busy)
    assert bridge.sung("part").results == ()


def test_a_track_without_a_voice_and_one_with_the_built_in_voice_are_sung(bridge, wait_until):
    project = tracks.set_voice(two_parts(), "track", NAGI.name).after
    bridge.follow(project)
    wait_until(lambda: not bridge.is_busy)
    assert len(bridge.sung("part").results) == 1
    bridge.follow(two_parts())
    wait_until(lambda: not bridge.is_busy)
    assert len(bridge.sung("part").results) == 1
