"""The curve of now is what the engine would sing of it, edits of a moment ago included."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from editor.edits import curve_commands, curves
from editor.edits.pitch import set_vibrato
from editor.formats.registry import read_song
from editor.session import part_requests
from editor.view.content import Content, seen
from editor.view.heard import heard_stretches
from engine.api import Engine
from engine.fakes import FakeSessionHost
from engine.types import Parameter, PhraseDone, Vibrato
from engine.voicebank.abilities import abilities_of
from engine.voicebank.bank import load_bank

ROOT = Path(__file__).resolve().parents[4]
NAGI = ROOT / "voicebanks" / "nagi"
PITCH, ENERGY = Parameter.PITCH, Parameter.ENERGY


def results_of(project):
    (item,) = part_requests(project, {}, default_voice=NAGI)
    with Engine(cache_folder=None, sessions=FakeSessionHost()) as engine:
        events = []
        engine.submit(replace(item.request, range_ms=(0.0, 9000.0)), events.append).wait()
    return {
        event.result.layout.phrase_id: event.result
        for event in events
        if isinstance(event, PhraseDone)
    }


def content_of(project, results):
    phrases = {name: seen(result) for name, result in results.items()}
    content = Content(phrases=phrases, abilities=abilities_of(load_bank(NAGI)))
    return content.with_song(project, project.tracks[0].parts[0])


@pytest.fixture(scope="module")
def project():
    return read_song(ROOT / "resources" / "songs" / "sakura.melisma").project


@pytest.fixture(scope="module")
def sung(project):
    return results_of(project)


def frames_inside(content, result, parameter):
    """Ticks of the part, and values, of the frames of a phrase that are not padding."""
    times_ms = result.start_ms + np.arange(len(result.sung[parameter])) * result.frame_ms
    layout = result.layout
    inside = (times_ms > layout.start_ms + 30) & (times_ms < layout.end_ms - 30)
    ticks = content.tempo.ms_to_ticks_array(times_ms[inside]) - content.part.start_ticks
    return ticks, result.sung[parameter][inside]


@pytest.mark.parametrize(
    "parameter", [PITCH, Parameter.BREATHINESS, Parameter.TENSION, Parameter.VOICING, ENERGY]
)
def test_where_nothing_changed_it_is_what_was_sung(project, sung, parameter):
    content = content_of(project, sung)
    for result, stretch in zip(
        sung.values(), heard_stretches(content, parameter, 0, 100_000), strict=True
    ):
        ticks, values = frames_inside(content, result, parameter)
        found = np.interp(ticks, stretch.ticks, stretch.values)
        np.testing.assert_allclose(found, values, atol=2e-3)


def test_an_edit_of_now_is_in_it_before_it_is_sung(project, sung):
    content = content_of(project, sung)
    part = content.part
    first, last = part.notes[0].start_ticks, part.notes[1].end_ticks
    (before,) = heard_stretches(content, ENERGY, first, last)
    edit = curve_commands.shift(project, part.id, ENERGY, first, last, -6.0)
    edit = edit.then(
        set_vibrato(edit.after, part.id, [part.notes[0].id], Vibrato(length_ratio=0.9))
    )
    edit = edit.then(curves.draw(edit.after, part.id, Parameter.TENSION, [first, last], [3, 3]))
    now = content.with_song(edit.after, edit.after.tracks[0].parts[0])
    (after,) = heard_stretches(now, ENERGY, first, last)
    # The very end lies between a frame that moved and one that did not.
    np.testing.assert_allclose(after.values[:-1], before.values[:-1] - 6.0, atol=1e-9)
    (tension,) = heard_stretches(now, Parameter.TENSION, first, last)
    assert tension.values[0] == 3
    anew = results_of(edit.after)
    (pitch, *_) = heard_stretches(now, PITCH, 0, 100_000)
    result = next(iter(anew.values()))
    ticks, values = frames_inside(now, result, PITCH)
    found = np.interp(ticks, pitch.ticks, pitch.values)
    np.testing.assert_allclose(found, values, atol=5e-3)
    ticks, values = frames_inside(now, result, ENERGY)
    (energy, *_) = heard_stretches(now, ENERGY, 0, 100_000)
    inside = (ticks > first) & (ticks < last)
    found = np.interp(ticks, energy.ticks, energy.values)[inside]
    # A model that knows the pitch of now may predict a little else.
    assert np.abs(found - values[inside]).mean() < 1.0


def test_baking_what_is_heard_changes_nothing_that_is_sung(project, sung):
    content = content_of(project, sung)
    part = content.part
    first, last = part.notes[0].start_ticks, part.notes[3].end_ticks
    stretches = heard_stretches(content, PITCH, first, last)
    edit = curve_commands.bake_all(
        project, part.id, PITCH, [(s.ticks, s.values) for s in stretches]
    )
    anew = results_of(edit.after)
    for name, result in sung.items():
        np.testing.assert_allclose(anew[name].sung[PITCH], result.sung[PITCH], atol=2e-3)


def test_what_no_model_makes_is_known_without_singing(project):
    content = content_of(project, {})
    part = content.part
    assert heard_stretches(content, PITCH, 0, 9000) == ()
    (flat,) = heard_stretches(content, Parameter.GENDER, 0, 1000)
    assert (flat.values == 0).all()
    drawn = curves.draw(project, part.id, Parameter.GENDER, [100, 203], [-0.3, -0.6]).after
    now = content.with_song(drawn, drawn.tracks[0].parts[0])
    (found,) = heard_stretches(now, Parameter.GENDER, 0, 1000)
    assert found.values[list(found.ticks).index(203)] == pytest.approx(-0.6, abs=1e-5)
