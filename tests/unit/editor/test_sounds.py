"""Backing music stands where the song says, and never reaches out of it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import soundfile

from editor.errors import SongFileError
from editor.model.project import AudioClip, Track
from editor.sounds import sound_path, track_clips, with_sounds_from
from engine.api import MixTrack, mix_blocks
from engine.timing import Tempo, TempoMap
from tests.unit.editor.songs import song

RATE_HZ = 44100
TEMPO = TempoMap((Tempo(start_ticks=0, bpm=120.0),))


@pytest.fixture
def folder(tmp_path):
    left, right = np.full(RATE_HZ, 0.5, np.float32), np.full(RATE_HZ, -0.25, np.float32)
    soundfile.write(tmp_path / "band.wav", np.stack([left, right], 1), RATE_HZ, subtype="FLOAT")
    return tmp_path


def mixed(track, folder, *, n_channels=2):
    clips, problems = track_clips(track, song_folder=folder, tempo=TEMPO, sample_rate_hz=RATE_HZ)
    assert problems == ()
    mix = MixTrack(name="band", clips=clips, gain_db=track.gain_db, pan=track.pan)
    return np.concatenate(list(mix_blocks([mix], first=0, last=2 * RATE_HZ, n_channels=n_channels)))


def test_a_sound_is_heard_at_its_place_in_both_channels(folder):
    clip = AudioClip(id="a", path="band.wav", start_ticks=480, gain_db=-6.0206)
    heard = mixed(Track(id="t", audio=(clip,)), folder)
    start = RATE_HZ // 2
    assert not heard[:start].any()
    np.testing.assert_allclose(heard[start : start + RATE_HZ, 0], 0.25, rtol=1e-4)
    np.testing.assert_allclose(heard[start : start + RATE_HZ, 1], -0.125, rtol=1e-4)
    assert not heard[start + RATE_HZ :].any()


def test_one_channel_holds_the_mean_of_two(folder):
    heard = mixed(Track(id="t", audio=(AudioClip(id="a", path="band.wav"),)), folder, n_channels=1)
    np.testing.assert_allclose(heard[:RATE_HZ, 0], 0.125, rtol=1e-6)


def test_a_trimmed_sound_fades_in_and_out(folder):
    clip = AudioClip(
        id="a", path="band.wav", skip_ms=100.0, length_ms=500.0, fade_in_ms=100.0, fade_out_ms=50.0
    )
    heard = mixed(Track(id="t", audio=(clip,)), folder)[:, 0]
    n_samples = RATE_HZ // 2
    assert abs(heard[0]) < 1e-3
    assert heard[RATE_HZ // 20] == pytest.approx(0.5 * np.sqrt(0.5), abs=1e-3)
    np.testing.assert_allclose(heard[RATE_HZ // 10 : n_samples - RATE_HZ // 20], 0.5, rtol=1e-4)
    assert abs(heard[n_samples - 1]) < 1e-3
    assert not heard[n_samples:].any()


def test_a_sound_that_is_not_there_is_told_and_the_others_are_heard(folder):
    track = Track(
        id="t", audio=(AudioClip(id="a", path="gone.wav"), AudioClip(id="b", path="band.wav"))
    )
    clips, problems = track_clips(track, song_folder=folder, tempo=TEMPO, sample_rate_hz=RATE_HZ)
    assert len(clips) == 1
    (problem,) = problems
    assert "gone.wav" in problem


@pytest.mark.parametrize(
    "path",
    [
        "../band.wav",
        "a/../../b.wav",
        "//server/share/a.wav",
        r"\\server\share\a.wav",
        "http://host/a.wav",
        "C:a.wav",
    ],
)
def test_a_song_of_a_stranger_reaches_nothing_outside(folder, path):
    with pytest.raises(SongFileError, match="beside the song"):
        sound_path(AudioClip(id="a", path=path), folder / "songs")


def test_a_whole_path_is_taken_as_it_is(folder):
    whole = str(folder / "band.wav")
    assert sound_path(AudioClip(id="a", path=whole), folder / "songs") == folder / "band.wav"


def test_a_song_saved_elsewhere_still_finds_its_sounds(folder):
    project = song()
    track = replace(project.tracks[0], audio=(AudioClip(id="a", path="band.wav"),))
    project = replace(project, tracks=(track,))
    assert with_sounds_from(project, folder, folder) is project
    moved = with_sounds_from(project, folder, folder / "songs")
    assert sound_path(moved.tracks[0].audio[0], folder / "songs") == folder / "band.wav"


def test_saving_elsewhere_lets_no_sound_out_of_its_folder(folder):
    project = song()
    track = replace(project.tracks[0], audio=(AudioClip(id="a", path="../secret.wav"),))
    moved = with_sounds_from(replace(project, tracks=(track,)), folder / "songs", folder)
    assert moved.tracks[0].audio[0].path == "../secret.wav"
