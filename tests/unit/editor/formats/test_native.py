"""The ``.melisma`` file keeps everything, or says in one sentence why not."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import SongFileError
from editor.formats import atomic_file, native
from editor.formats.native import read_native, write_native
from editor.formats.registry import has_backup, read_backup, read_newer
from editor.model.changes import changes_between
from editor.model.check import find_faults
from editor.model.project import AudioClip, Note, Part, Project, TimeSignature, Track
from engine.timing import Tempo
from engine.types import (
    ColourWeight,
    CurveLayers,
    GeneratedCurve,
    GeneratedPhrase,
    GeneratedTiming,
    NoteId,
    Parameter,
    PhonemeOverride,
    PhraseId,
    PitchPoint,
    Stage,
    Vibrato,
)
from tests.unit.editor.songs import layers, song

FIXTURES = Path(__file__).resolve().parents[3] / "fixtures"
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=8)
NUMBER = st.floats(-1e6, 1e6)


def frozen(values) -> np.ndarray:
    array = np.asarray(values, dtype=np.float32)
    array.flags.writeable = False
    return array


@st.composite
def full_notes(draw, index: int):
    return Note(
        id=NoteId(f"n{index}"),
        start_ticks=draw(st.integers(0, 10**6)),
        length_ticks=draw(st.integers(1, 10**5)),
        key_midi=draw(st.integers(0, 127)),
        lyric=draw(TEXT),
        cents=draw(NUMBER),
        hint=tuple(draw(st.lists(TEXT, max_size=3))),
        language=draw(TEXT),
        overrides=tuple(
            draw(
                st.lists(
                    st.builds(
                        PhonemeOverride,
                        index=st.integers(0, 9),
                        symbol=st.none() | TEXT,
                        offset_ticks=st.none() | st.integers(-999, 999),
                        place_ticks=st.none() | st.integers(-999, 999),
                    ),
                    max_size=2,
                )
            )
        ),
        pitch_points=tuple(
            draw(
                st.lists(
                    st.builds(
                        PitchPoint,
                        time_ms=NUMBER,
                        cents=NUMBER,
                        shape=st.sampled_from(["io", "l", "sp"]),
                    ),
                    max_size=2,
                )
            )
        ),
        vibrato=draw(st.none() | st.builds(Vibrato, length_ratio=st.floats(0, 1))),
        extra=MappingProxyType(draw(st.dictionaries(st.just("colour_of_next_year"), TEXT))),
    )


@st.composite
def projects(draw):
    notes = tuple(draw(full_notes(i)) for i in range(draw(st.integers(0, 3))))
    values = frozen(draw(st.lists(st.floats(-90, 0, width=32), max_size=300)))
    curve = GeneratedCurve(key="ab" * 16, values=values, frame_ms=11.5)
    part = Part(
        id="part",
        name=draw(TEXT),
        start_ticks=draw(st.integers(0, 9999)),
        notes=notes,
        curves=MappingProxyType({Parameter.ENERGY: draw(layers())}),
        generated_timing=MappingProxyType(
            {
                NoteId("n0"): GeneratedTiming(
                    sentence_id=NoteId("n0"), key="k", durations_frames=values
                )
            }
        ),
        generated=MappingProxyType(
            {
                PhraseId("n0"): GeneratedPhrase(
                    phrase_id=PhraseId("n0"),
                    start_ms=draw(NUMBER),
                    curves=MappingProxyType({Parameter.PITCH: curve}),
                )
            }
        ),
        takes=MappingProxyType({(PhraseId("n0"), Stage.PITCH): draw(st.integers(0, 9))}),
        extra=MappingProxyType({"later": [1, {"deep": draw(TEXT)}]}),
    )
    track = Track(
        id="track",
        name=draw(TEXT),
        voice_id="nagi",
        colours=(ColourWeight(colour="dusk", weight=0.25, curve=draw(layers()).drawn),),
        gain_db=draw(NUMBER),
        pan=draw(st.floats(-1, 1)),
        is_muted=draw(st.booleans()),
        parts=(part,),
        audio=tuple(draw(st.lists(sounds(), max_size=2))),
        extra=MappingProxyType({"icon": "x"}),
    )
    return Project(
        name=draw(TEXT),
        tempos=(Tempo(start_ticks=0, bpm=draw(st.floats(20, 300))),),
        time_signatures=(TimeSignature(beats=3), TimeSignature(bar=4, beats=7, unit=8)),
        tracks=(track,),
        seed=draw(st.integers(0, 2**53)),
        extra=MappingProxyType({"window": {"zoom": 2.5}}),
    )


def sounds():
    return st.builds(
        AudioClip,
        id=TEXT,
        path=TEXT,
        start_ticks=st.integers(0, 10**6),
        skip_ms=NUMBER,
        length_ms=st.none() | NUMBER,
        gain_db=NUMBER,
        extra=st.dictionaries(st.just("warp_of_next_year"), TEXT).map(MappingProxyType),
    )


@given(project=projects())
def test_a_song_comes_back_bit_for_bit(tmp_path_factory, project):
    path = tmp_path_factory.mktemp("songs") / "song.melisma"
    write_native(project, path)
    again, warnings = read_native(path)
    assert warnings == ()
    assert not [c for c in changes_between(project, again).parts.values() if not c.is_generated]
    assert (again.name, again.seed, again.tempos) == (project.name, project.seed, project.tempos)
    assert again.extra == project.extra
    (old,), (new,) = project.tracks, again.tracks
    assert new.extra == old.extra
    assert new.audio == old.audio
    assert new.parts[0].notes == old.parts[0].notes
    assert new.parts[0].extra == old.parts[0].extra
    assert new.parts[0].takes == old.parts[0].takes
    for name, curves in old.parts[0].curves.items():
        for layer in ("drawn", "offset"):
            pairs = zip(
                getattr(curves, layer), getattr(new.parts[0].curves[name], layer), strict=True
            )
            for a, b in pairs:
                assert (a.ticks.tobytes(), a.values.tobytes()) == (
                    b.ticks.tobytes(),
                    b.values.tobytes(),
                )
    before = old.parts[0].generated[PhraseId("n0")].curves[Parameter.PITCH]
    after = new.parts[0].generated[PhraseId("n0")].curves[Parameter.PITCH]
    assert (before.key, before.values.tobytes()) == (after.key, after.values.tobytes())
    first = path.read_bytes()
    write_native(again, path)
    assert path.read_bytes() == first


def test_version_control_sees_one_note_a_line(tmp_path):
    path = tmp_path / "song.melisma"
    write_native(song(), path)
    with zipfile.ZipFile(path) as archive:
        text = archive.read("project.json").decode()
    lines = [line for line in text.splitlines() if '"key_midi"' in line]
    assert len(lines) == 4
    assert all(json.loads(line.strip().rstrip(","))["lyric"] == "ら" for line in lines)


def test_the_song_of_the_first_format_keeps_opening():
    project, warnings = read_native(FIXTURES / "format-1.melisma")
    assert warnings == ()
    assert not find_faults(project)
    (track,) = project.tracks
    assert [note.lyric for note in track.parts[0].notes] == ["さ", "く", "ら", "+"]
    assert track.parts[0].notes[2].vibrato == Vibrato(length_ratio=0.5)
    assert track.parts[0].curves[Parameter.PITCH].drawn[0].values.tolist() == [69.0, 69.5]
    assert track.parts[0].generated[PhraseId("n0")].curves[Parameter.TENSION].values.shape == (9,)
    assert project.extra == {"note_to_self": "kept"}


def test_older_songs_are_upgraded_by_numbered_steps(tmp_path, monkeypatch):
    path = tmp_path / "song.melisma"
    write_native(song(), path)
    steps = []

    def upgrade(raw):
        steps.append(raw["format_version"])
        return raw | {"name": raw["name"] + "!"}

    monkeypatch.setattr(native, "UPGRADES", ((1, 2, upgrade), (2, 3, upgrade)))
    monkeypatch.setattr(native, "FORMAT_VERSION", 3)
    assert read_native(path)[0].name == "song!!"
    assert steps == [1, 2]


def repacked(path: Path, change, target: Path) -> Path:
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    raw = json.loads(content["project.json"])
    change(raw)
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in content.items():
            text = json.dumps(raw) if name == "project.json" else data
            archive.writestr(name, text)
    return target


def test_a_newer_song_is_refused_with_its_number(tmp_path):
    write_native(song(), tmp_path / "a.melisma")
    path = repacked(
        tmp_path / "a.melisma", lambda raw: raw.update(format_version=99), tmp_path / "b.melisma"
    )
    with pytest.raises(SongFileError, match=r"newer Melisma \(format 99"):
        read_native(path)


def test_a_newer_song_is_read_as_far_as_it_is_understood_when_one_asks_for_it(tmp_path):
    write_native(song(), tmp_path / "a.melisma")
    path = repacked(
        tmp_path / "a.melisma",
        lambda raw: raw.update(format_version=99, choir=["new"]),
        tmp_path / "b.melisma",
    )
    read = read_newer(path)
    assert read.project.name == "song"
    assert read.project.extra == {"choir": ["new"]}
    assert "newer Melisma (format 99)" in read.warnings[0]
    strange = repacked(
        path, lambda raw: raw.update(tracks="none of those you know"), tmp_path / "c.melisma"
    )
    with pytest.raises(SongFileError, match="not a readable song"):
        read_newer(strange)


def test_the_version_before_is_read_from_its_backup(tmp_path):
    path = tmp_path / "a.melisma"
    write_native(song(n_notes=3), path)
    assert not has_backup(path)
    write_native(song(n_notes=4), path)
    assert has_backup(path)
    path.write_text("la la")
    assert len(read_backup(path).project.tracks[0].parts[0].notes) == 3


def keys_of(raw, path=()):
    """Every place of a decoded song."""
    items = raw.items() if isinstance(raw, dict) else enumerate(raw)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, (dict, list)):
            yield from keys_of(value, (*path, key))


def test_every_wrong_type_is_one_sentence_or_a_song(tmp_path):
    source = FIXTURES / "format-1.melisma"
    with zipfile.ZipFile(source) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    raw = json.loads(content["project.json"])
    for place in list(keys_of(raw)):
        for wrong in (None, "x", [], {}, -5, 1e400, True, [[[]]]):
            changed = json.loads(content["project.json"])
            target = changed
            for key in place[:-1]:
                target = target[key]
            target[place[-1]] = wrong
            stream = io.BytesIO()
            with zipfile.ZipFile(stream, "w") as archive:
                for name, data in content.items():
                    archive.writestr(name, json.dumps(changed) if name == "project.json" else data)
            path = tmp_path / "x.melisma"
            path.write_bytes(stream.getvalue())
            check_readable_or_refused(path)


def check_readable_or_refused(path: Path) -> None:
    try:
        project, _ = read_native(path)
    except SongFileError as error:
        sentence = str(error)
    else:
        sentence = ""
        assert isinstance(project, Project)
        find_faults(project)
    assert "\n" not in sentence


def test_a_truncated_song_is_refused_at_every_length(tmp_path):
    content = (FIXTURES / "format-1.melisma").read_bytes()
    path = tmp_path / "cut.melisma"
    for part in range(32):
        path.write_bytes(content[: len(content) * part // 32])
        with pytest.raises(SongFileError, match="not a readable song"):
            read_native(path)


@given(position=st.integers(0, 10**6), byte=st.integers(0, 255))
def test_a_flipped_byte_never_crashes(tmp_path_factory, position, byte):
    content = bytearray((FIXTURES / "format-1.melisma").read_bytes())
    content[position % len(content)] = byte
    path = tmp_path_factory.mktemp("songs") / "flipped.melisma"
    path.write_bytes(content)
    check_readable_or_refused(path)


def test_a_damaged_array_costs_that_array_only(tmp_path):
    write_native(read_native(FIXTURES / "format-1.melisma")[0], tmp_path / "a.melisma")

    def lie(raw):
        raw["tracks"][0]["parts"][0]["generated"][0]["curves"]["tension"]["values"]["sha256"] = "0"

    path = repacked(tmp_path / "a.melisma", lie, tmp_path / "b.melisma")
    project, warnings = read_native(path)
    assert "will be predicted again" in warnings[0]
    assert not project.tracks[0].parts[0].generated[PhraseId("n0")].curves
    assert len(project.tracks[0].parts[0].notes) == 4


def test_a_bomb_and_names_that_leave_the_folder_do_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(native, "MAX_TOTAL_BYTES", 1 << 20)
    path = tmp_path / "bomb.melisma"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.json", b" " * (2 << 20))
    with pytest.raises(SongFileError, match="unpacks to more"):
        read_native(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../outside.txt", b"x")
        archive.writestr("project.json", b"{}")
    with pytest.raises(SongFileError):
        read_native(path)
    assert not (tmp_path.parent / "outside.txt").exists()


@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "text", "other zip"])
def test_what_is_no_song_is_refused(tmp_path, kind):
    path = tmp_path / "x.melisma"
    if kind == "folder":
        path.mkdir()
    elif kind == "empty":
        path.touch()
    elif kind == "text":
        path.write_text("hello", encoding="utf-8")
    elif kind == "other zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", "<a/>")
    with pytest.raises(SongFileError) as caught:
        read_native(path)
    assert str(path) in str(caught.value)


def test_the_version_before_stays_as_backup(tmp_path):
    path = tmp_path / "song.melisma"
    write_native(song(n_notes=1), path)
    first = path.read_bytes()
    write_native(song(n_notes=2), path)
    assert (tmp_path / "song.melisma.bak").read_bytes() == first


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_song_and_no_rest(tmp_path, monkeypatch, call):
    path = tmp_path / "song.melisma"
    write_native(song(n_notes=1), path)
    first = path.read_bytes()

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic_file.os, call, full)
    with pytest.raises(SongFileError, match="No space left"):
        write_native(song(n_notes=2), path)
    monkeypatch.undo()
    assert path.read_bytes() == first
    assert {p.name for p in tmp_path.iterdir()} <= {"song.melisma", "song.melisma.bak"}


@pytest.mark.skipif(os.name == "nt", reason="processes are killed otherwise there")
def test_a_process_killed_while_it_saves_costs_nothing(tmp_path):
    path = tmp_path / "song.melisma"
    write_native(song(n_notes=3), path)
    code = (
        "import os, sys; from pathlib import Path; from editor.formats import atomic_file, native;"
        "from tests.unit.editor.songs import song;"
        "atomic_file.os.replace = lambda *a: os.kill(os.getpid(), 9);"
        "native.write_native(song(n_notes=4), Path(sys.argv[1]))"
    )
    root = Path(__file__).resolve().parents[4]
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=root, check=False)
    assert done.returncode == -9
    assert len(read_native(path)[0].tracks[0].parts[0].notes) == 3


def test_lost_drawn_curves_are_called_lost(tmp_path):
    curve = layers_of(400)
    write_native(song(curves={Parameter.ENERGY: curve}), tmp_path / "a.melisma")

    def lie(raw):
        stored = raw["tracks"][0]["parts"][0]["curves"]["energy"]["drawn"][0]["values"]
        stored["sha256"] = "0"

    path = repacked(tmp_path / "a.melisma", lie, tmp_path / "b.melisma")
    _, warnings = read_native(path)
    assert "is lost" in warnings[0]


def layers_of(n_points: int) -> CurveLayers:
    from editor.model.segments import make_segment

    return CurveLayers(drawn=(make_segment(np.arange(n_points), np.zeros(n_points)),))


def test_replacing_a_note_changes_one_line(tmp_path):
    def text_of(project):
        write_native(project, tmp_path / "s.melisma")
        with zipfile.ZipFile(tmp_path / "s.melisma") as archive:
            return archive.read("project.json").decode().splitlines()

    project = song()
    part = project.tracks[0].parts[0]
    notes = (*part.notes[:1], replace(part.notes[1], key_midi=72), *part.notes[2:])
    other = replace(
        project, tracks=(replace(project.tracks[0], parts=(replace(part, notes=notes),)),)
    )
    pairs = zip(text_of(project), text_of(other), strict=True)
    assert sum(a != b for a, b in pairs) == 1


def test_half_a_character_is_saved_and_read(tmp_path):
    half = replace(song(), name="\ud83d")
    write_native(half, tmp_path / "half.melisma")
    assert read_native(tmp_path / "half.melisma")[0].name == "\ud83d"
