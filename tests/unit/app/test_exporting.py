"""A song to files: the bytes of the command line, whole files or none, and what was wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.cli import render as render_module
from app.cli.main import main
from app.exporting import (
    AudioTarget,
    DsTarget,
    ExportProgress,
    ExportStep,
    SongToSing,
    estimated_bytes,
    export_ds,
    export_sound,
)
from editor.formats.ds_export import DS_PARAMETERS
from editor.formats.registry import read_song, write_song
from editor.model.project import AudioClip, Project, Track
from editor.session import part_requests
from engine.api import Engine
from engine.errors import AudioFileError, Cancelled, ScoreError
from engine.fakes import FakeSessionHost
from engine.types import Parameter

ROOT = Path(__file__).resolve().parents[3]
NAGI = ROOT / "voicebanks" / "nagi"
DEMO = ROOT / "resources" / "songs" / "sakura.melisma"


@pytest.fixture
def engine():
    with Engine(cache_folder=None, sessions=FakeSessionHost()) as found:
        yield found


def to_sing(project: Project, folder: Path = DEMO.parent, **more) -> SongToSing:
    requests = part_requests(project, {}, default_voice=NAGI, **more)
    return SongToSing(project=project, requests=requests, song_folder=folder)


@pytest.fixture(scope="module")
def demo() -> Project:
    return read_song(DEMO).project


@pytest.fixture
def short(demo) -> Project:
    """The first eight notes, sung by two tracks."""
    (track,) = demo.tracks
    (part,) = track.parts
    part = replace(part, notes=part.notes[:8])
    other = replace(part, id="other", name="low")
    return replace(
        demo,
        tracks=(
            replace(track, name="high", parts=(part,)),
            replace(track, id="t2", name="low", gain_db=6.0, pan=-0.5, parts=(other,)),
        ),
    )


def nothing(_: object = None) -> None:
    pass


def test_the_bytes_are_those_of_the_command_line(engine, tmp_path, monkeypatch):
    monkeypatch.setattr(
        render_module, "Engine", lambda **_: Engine(cache_folder=None, sessions=FakeSessionHost())
    )
    ours, theirs = tmp_path / "ours.wav", tmp_path / "theirs.wav"
    arguments = ["--no-cache", "-o", str(theirs), "--stems", str(tmp_path / "theirs")]
    assert main(["render", "--demo", *arguments]) == 0
    song = to_sing(read_song(DEMO).project)
    export_sound(engine, song, AudioTarget(path=ours), nothing, nothing)
    assert ours.read_bytes() == theirs.read_bytes()
    stems = AudioTarget(path=tmp_path / "ours", is_stems=True)
    done = export_sound(engine, song, stems, nothing, nothing)
    assert [p.name for p in done.paths] == sorted(p.name for p in (tmp_path / "theirs").iterdir())
    for path in done.paths:
        assert path.read_bytes() == (tmp_path / "theirs" / path.name).read_bytes()


def test_muted_tracks_and_sounds_are_as_in_the_mix(engine, short, tmp_path):
    song_folder = tmp_path / "song"
    song_folder.mkdir()
    soundfile.write(song_folder / "drum.wav", np.full(44100, 0.25, np.float32), 44100)
    drum = Track(id="t3", name="drum", audio=(AudioClip(id="c", path="drum.wav"),))
    high, low = short.tracks
    with_solo = replace(short, tracks=(replace(high, is_muted=True), low, drum))

    def samples(project: Project) -> np.ndarray:
        path = tmp_path / "a.wav"
        export_sound(
            engine,
            to_sing(project, song_folder),
            AudioTarget(path=path, bits=32),
            nothing,
            nothing,
        )
        return soundfile.read(path)[0]

    def alone(*tracks: Track) -> np.ndarray:
        return samples(replace(short, tracks=tracks))

    both = samples(with_solo)
    np.testing.assert_array_equal(both, alone(low, drum))
    only = samples(replace(short, tracks=(high, low, replace(drum, is_solo=True))))
    np.testing.assert_array_equal(only, alone(drum))
    assert np.abs(only[:44100] - 0.25).max() < 1e-6


def test_normalising_gives_the_loudest_sample_its_level_and_stems_keep_their_sum(
    engine, short, tmp_path
):
    song = to_sing(short)
    target = AudioTarget(path=tmp_path / "mix.wav", bits=32, peak_db=-3.0)
    export_sound(engine, song, target, nothing, nothing)
    mix = soundfile.read(tmp_path / "mix.wav")[0]
    assert 20 * np.log10(np.abs(mix).max()) == pytest.approx(-3.0, abs=1e-4)
    stems = replace(target, path=tmp_path / "stems", is_stems=True)
    done = export_sound(engine, song, stems, nothing, nothing)
    assert [path.name for path in done.paths] == ["01 high.wav", "02 low.wav"]
    read = [soundfile.read(path)[0] for path in done.paths]
    total = np.zeros_like(mix)
    for samples in read:
        total[: len(samples)] += samples
    np.testing.assert_allclose(total, mix, atol=1e-6)


def test_a_mix_that_is_too_loud_says_so(engine, short, tmp_path):
    high, low = short.tracks
    loud = replace(short, tracks=(replace(high, gain_db=60.0), low))
    done = export_sound(
        engine, to_sing(loud), AudioTarget(path=tmp_path / "a.wav", bits=16), nothing, nothing
    )
    assert "louder than a.wav can hold" in done.problems[-1]
    as_float = AudioTarget(path=tmp_path / "b.wav", bits=32)
    assert export_sound(engine, to_sing(loud), as_float, nothing, nothing).problems == ()


def test_progress_names_every_step(engine, short, tmp_path):
    seen: list[ExportProgress] = []
    target = AudioTarget(path=tmp_path / "a.wav", peak_db=-1.0)
    export_sound(engine, to_sing(short), target, seen.append, nothing)
    steps = list(dict.fromkeys(item.step for item in seen))
    assert steps == [ExportStep.SINGING, ExportStep.MEASURING, ExportStep.WRITING]
    sung = [item for item in seen if item.step is ExportStep.SINGING]
    assert sung[-1].done == sung[-1].total > 0
    assert sung[-1].speed_ratio > 0.0
    assert any(item.stage is not None for item in sung)


@pytest.mark.parametrize("step", list(ExportStep))
@pytest.mark.parametrize("is_stems", [False, True])
def test_a_cancel_at_any_step_leaves_nothing(engine, short, tmp_path, step, is_stems):
    now: list[ExportStep] = []

    def check() -> None:
        if now and now[-1] is step:
            raise Cancelled

    target = AudioTarget(path=tmp_path / "out.wav", peak_db=-1.0, is_stems=is_stems)
    with pytest.raises(Cancelled):
        export_sound(engine, to_sing(short), target, lambda item: now.append(item.step), check)
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_stem_export_leaves_the_stems_of_before(engine, short, tmp_path):
    target = AudioTarget(path=tmp_path / "stems", is_stems=True)
    export_sound(engine, to_sing(short), target, nothing, nothing)
    before = {path.name: path.read_bytes() for path in target.path.iterdir()}
    high, low = short.tracks
    quiet = replace(short, tracks=(replace(high, gain_db=-20.0), low))
    names: list[str] = []

    def check() -> None:
        if names and names[-1].startswith("02"):
            raise Cancelled

    with pytest.raises(Cancelled):
        export_sound(engine, to_sing(quiet), target, lambda item: names.append(item.name), check)
    assert {path.name: path.read_bytes() for path in target.path.iterdir()} == before


@pytest.mark.parametrize("is_stems", [False, True])
def test_a_folder_that_went_away_is_one_sentence(engine, short, tmp_path, is_stems):
    gone = tmp_path / "gone"
    target = AudioTarget(path=gone / "x.wav", is_stems=is_stems)
    with pytest.raises(AudioFileError, match="cannot be written") as caught:
        export_sound(engine, to_sing(short), target, nothing, nothing)
    assert "\n" not in str(caught.value)
    gone.mkdir()

    def take_away(item: ExportProgress) -> None:
        if item.step is ExportStep.SINGING and item.done == item.total and gone.exists():
            gone.rmdir()

    with pytest.raises(AudioFileError, match="cannot be written"):
        export_sound(engine, to_sing(short), target, take_away, nothing)
    assert not gone.exists()


def test_a_song_without_sound_is_refused(engine, tmp_path):
    target = AudioTarget(path=tmp_path / "a.wav")
    with pytest.raises(ScoreError, match="nothing that can be heard"):
        export_sound(engine, to_sing(Project(tracks=(Track(id="t"),))), target, nothing, nothing)


def test_ds_holds_the_parameters_that_were_chosen(engine, short, tmp_path):
    everything = DsTarget(path=tmp_path / "all.ds", parameters=frozenset(DS_PARAMETERS))
    done = export_ds(engine, to_sing(short), everything, nothing, nothing)
    name = short.tracks[0].parts[0].name or "part 1"
    assert [path.name for path in done.paths] == [f"all_{name}.ds", "all_low.ds"]
    assert '"f0_seq"' in done.paths[0].read_text("utf-8")
    song = to_sing(short)
    one = replace(song, requests=song.requests[1:])
    few = DsTarget(path=tmp_path / "few.ds", parameters=frozenset({Parameter.TENSION}))
    (path,) = export_ds(engine, one, few, nothing, nothing).paths
    text = path.read_text("utf-8")
    assert path.name == "few.ds"
    assert '"tension"' in text
    assert '"f0_seq"' not in text
    assert '"breathiness"' not in text


def test_a_cancelled_ds_export_leaves_nothing(engine, short, tmp_path):
    def stop() -> None:
        raise Cancelled

    target = DsTarget(path=tmp_path / "a.ds", parameters=frozenset(DS_PARAMETERS))
    with pytest.raises(Cancelled):
        export_ds(engine, to_sing(short), target, nothing, stop)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(AudioFileError, match="does not exist"):
        export_ds(
            engine, to_sing(short), replace(target, path=tmp_path / "no" / "a.ds"), nothing, nothing
        )


def test_sizes_are_told_before(tmp_path):
    target = AudioTarget(path=tmp_path / "a.wav", bits=24, sample_rate_hz=48000)
    assert estimated_bytes(target, 10.0, 2) == 10 * 48000 * 6 * 2


def test_a_window_that_sings_the_same_song_is_not_disturbed(engine, short, tmp_path):
    """The parts of an export have ids of their own on their way through the engine."""
    ended: list[str] = []
    song = to_sing(short)
    handle = engine.submit(song.requests[0].request, lambda e: ended.append(type(e).__name__))
    export_sound(engine, song, AudioTarget(path=tmp_path / "a.wav"), nothing, nothing)
    assert handle.wait(10.0)
    assert "RequestCancelled" not in ended


def test_a_song_that_was_saved_sings_the_same(engine, short, tmp_path):
    write_song(short, tmp_path / "short.melisma")
    again = read_song(tmp_path / "short.melisma").project
    for name, project in (("a", short), ("b", again)):
        export_sound(
            engine, to_sing(project), AudioTarget(path=tmp_path / f"{name}.wav"), nothing, nothing
        )
    assert (tmp_path / "a.wav").read_bytes() == (tmp_path / "b.wav").read_bytes()
