"""MIDI with lyrics, in and out."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import mido
import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import SongFileError
from editor.formats.midi import read_midi, write_midi
from editor.model.check import find_faults
from editor.model.project import Project, TimeSignature
from engine.timing import Tempo
from tests.unit.editor.songs import song


def midi_bytes(*chunks, ticks_per_beat: int = 96, kind: int = 1) -> bytes:
    made = mido.MidiFile(type=kind, ticks_per_beat=ticks_per_beat, charset="utf-8")
    for chunk in chunks:
        made.tracks.append(mido.MidiTrack(chunk))
    stream = io.BytesIO()
    made.save(file=stream)
    return stream.getvalue()


def on(key: int, time: int = 0, channel: int = 0) -> mido.Message:
    return mido.Message("note_on", note=key, velocity=80, time=time, channel=channel)


def off(key: int, time: int, channel: int = 0) -> mido.Message:
    return mido.Message("note_on", note=key, velocity=0, time=time, channel=channel)


def lyric(text: str, time: int = 0) -> mido.MetaMessage:
    return mido.MetaMessage("lyrics", text=text, time=time)


def read(tmp_path: Path, content: bytes) -> tuple[Project, tuple[str, ...]]:
    path = tmp_path / "x.mid"
    path.write_bytes(content)
    return read_midi(path)


def notes_of(project: Project, track: int = 0):
    return project.tracks[track].parts[0].notes


def test_a_song_goes_out_and_comes_back(tmp_path):
    first = replace(
        song(),
        tempos=(Tempo(start_ticks=0, bpm=100.0), Tempo(start_ticks=1920, bpm=75.0)),
        time_signatures=(TimeSignature(beats=3, unit=4), TimeSignature(bar=2, beats=6, unit=8)),
    )
    assert write_midi(first, tmp_path / "x.mid") == ()
    again, warnings = read_midi(tmp_path / "x.mid")
    assert warnings == ()
    assert [round(t.bpm, 3) for t in again.tempos] == [100.0, 75.0]
    assert [t.start_ticks for t in again.tempos] == [0, 1920]
    assert again.time_signatures == first.time_signatures
    old, new = notes_of(first), notes_of(again)
    assert [(n.start_ticks, n.length_ticks, n.key_midi, n.lyric) for n in new] == [
        (n.start_ticks, n.length_ticks, n.key_midi, n.lyric) for n in old
    ]


def test_other_resolutions_tracks_and_holds(tmp_path):
    content = midi_bytes(
        [mido.MetaMessage("set_tempo", tempo=500_000), mido.MetaMessage("track_name", name="t")],
        [lyric("さ"), on(60), off(60, 48), lyric("-"), on(62), off(62, 48)],
        [on(72, 96), off(72, 24)],
    )
    project, warnings = read(tmp_path, content)
    assert warnings == ()
    assert len(project.tracks) == 2
    assert [(n.start_ticks, n.length_ticks, n.lyric) for n in notes_of(project)] == [
        (0, 240, "さ"),
        (240, 240, "+~"),
    ]
    assert notes_of(project, 1)[0].start_ticks == 480
    assert notes_of(project, 1)[0].lyric == "a"


@pytest.mark.parametrize("encoding", ["utf-8", "shift_jis"])
def test_lyrics_of_other_encodings_are_read(tmp_path, encoding):
    text = "さくら".encode(encoding).decode("latin-1")
    made = mido.MidiFile(ticks_per_beat=96, charset="latin-1")
    made.tracks.append(mido.MidiTrack([lyric(text), on(60), off(60, 96)]))
    made.save(tmp_path / "x.mid")
    project, _ = read_midi(tmp_path / "x.mid")
    assert notes_of(project)[0].lyric == "さくら"


def test_overlapping_notes_are_cut_and_named(tmp_path):
    content = midi_bytes([on(60), on(64, 48), off(60, 48), off(64, 48)])
    project, warnings = read(tmp_path, content)
    spans = [(n.start_ticks, n.end_ticks) for n in notes_of(project)]
    assert spans == [(0, 240), (240, 720)]
    assert "overlapped" in warnings[0]
    assert not find_faults(project)


def test_a_note_that_never_ends_lasts_to_the_end(tmp_path):
    project, _ = read(tmp_path, midi_bytes([on(60), on(62, 96), off(62, 96)]))
    assert notes_of(project)[0].length_ticks > 0


def test_smpte_time_is_refused(tmp_path):
    content = bytearray(midi_bytes([on(60), off(60, 10)]))
    content[12:14] = bytes([0xE7, 40])
    with pytest.raises(SongFileError, match="SMPTE"):
        read(tmp_path, bytes(content))


def test_tempos_and_metres_that_midi_cannot_hold_are_named(tmp_path):
    slow = replace(song(), tempos=(Tempo(start_ticks=0, bpm=1.0),))
    (warning,) = write_midi(slow, tmp_path / "x.mid")
    assert "tempo" in warning
    assert read_midi(tmp_path / "x.mid")[0].tempos[0].bpm == pytest.approx(3.576, abs=0.001)


@given(content=st.binary(max_size=300))
def test_any_bytes_are_one_sentence(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("midi") / "x.mid"
    path.write_bytes(content)
    with pytest.raises(SongFileError) as caught:
        read_midi(path)
    assert "\n" not in str(caught.value)


@given(position=st.integers(0, 10**4), byte=st.integers(0, 255), cut=st.integers(0, 200))
def test_a_damaged_file_is_a_song_or_one_sentence(tmp_path_factory, position, byte, cut):
    content = bytearray(
        midi_bytes(
            [mido.MetaMessage("time_signature", numerator=3, denominator=4)],
            [lyric("さ"), on(60), off(60, 48), lyric("く"), on(62), off(62, 48)],
        )
    )
    content[position % len(content)] = byte
    path = tmp_path_factory.mktemp("midi") / "x.mid"
    path.write_bytes(content[: len(content) - cut % len(content)])
    sentence = ""
    try:
        project, _ = read_midi(path)
    except SongFileError as error:
        sentence = str(error)
    else:
        assert not find_faults(project)
    assert "\n" not in sentence
