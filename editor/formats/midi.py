"""Standard MIDI files with lyrics, in and out (contract 9.2)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from editor.errors import SongFileError
from editor.formats.atomic_file import write_atomically
from editor.model.project import Note, Part, Project, TimeSignature, Track
from engine.timing import TICKS_PER_QUARTER, Tempo
from engine.types import NoteId

if TYPE_CHECKING:
    import mido

MAX_BYTES = 32 << 20
SLOWEST_TEMPO_US = (1 << 24) - 1  # a quarter note; the file has three bytes for it
DEFAULT_LYRIC = "a"
EXPORT_VELOCITY = 45  # as upstream writes it


def read_midi(path: Path) -> tuple[Project, tuple[str, ...]]:
    """Song of a MIDI file: one track for each chunk with notes; and what had to be changed.

    Raises
    ------
    SongFileError
        When it is no readable MIDI file.
    """
    import mido

    try:
        if path.stat().st_size > MAX_BYTES:
            raise SongFileError(
                f"{path} is larger than {MAX_BYTES >> 20} MiB, which no song is: choose another "
                "file.",
                code="file-too-large",
                path=path,
            )
        song = mido.MidiFile(file=io.BytesIO(path.read_bytes()), charset="latin-1", clip=True)
        if song.ticks_per_beat <= 0:
            raise ValueError("it counts in SMPTE time, not in beats")
    except OSError as error:
        raise _unreadable(path, error.strerror or "not a MIDI file") from error
    except (ValueError, EOFError, IndexError, KeyError, mido.KeySignatureError) as error:
        raise _unreadable(path, str(error) or "it ends too early") from error
    scale = TICKS_PER_QUARTER / song.ticks_per_beat
    warnings: list[str] = []
    tempos: dict[int, float] = {}
    signatures: list[tuple[int, TimeSignature]] = []
    tracks = []
    for number, chunk in enumerate(song.tracks):
        notes = _read_chunk(chunk, scale, tempos, signatures, warnings, prefix=f"t{number}")
        if notes:
            name = _text(chunk.name) or f"{number}"
            part = Part(id=f"part{number}", name=name, notes=tuple(notes))
            tracks.append(Track(id=f"track{number}", name=name, parts=(part,)))
    if 0 not in tempos:
        tempos[0] = 120.0
    project = Project(
        name=path.stem,
        tempos=tuple(Tempo(start_ticks=t, bpm=tempos[t]) for t in sorted(tempos)),
        time_signatures=_bars(signatures),
        tracks=tuple(tracks),
    )
    return project, tuple(warnings)


def _unreadable(path: Path, reason: str) -> SongFileError:
    return SongFileError(
        f"{path} cannot be read as a MIDI file ({reason}): choose another file or export it again.",
        code="bad-midi",
        path=path,
    )


def _text(latin: str) -> str:
    """Text of unknown encoding: UTF-8, Shift-JIS, GBK, in this order."""
    raw = latin.encode("latin-1", errors="replace")
    for encoding in ("utf-8", "shift_jis", "gbk"):
        try:
            return raw.decode(encoding).strip("\x00 \r\n")
        except UnicodeDecodeError:
            continue
    return latin


def _read_chunk(
    chunk: mido.MidiTrack,
    scale: float,
    tempos: dict[int, float],
    signatures: list[tuple[int, TimeSignature]],
    warnings: list[str],
    *,
    prefix: str,
) -> list[Note]:
    now = 0
    sounding: dict[tuple[int, int], int] = {}
    spans: list[tuple[int, int, int]] = []
    lyrics: dict[int, str] = {}
    for message in chunk:
        now += message.time
        ticks = round(now * scale)
        if message.type == "set_tempo" and message.tempo > 0:
            tempos[ticks] = 60e6 / message.tempo
        elif message.type == "time_signature" and message.numerator > 0:
            signature = TimeSignature(beats=message.numerator, unit=message.denominator)
            signatures.append((ticks, signature))
        elif message.type == "lyrics" or (message.type == "text" and ticks not in lyrics):
            lyrics[ticks] = _text(message.text)
        elif message.type in ("note_on", "note_off"):
            key = (message.channel, message.note)
            begin = sounding.pop(key, None)
            if begin is not None and ticks > begin:
                spans.append((begin, ticks, message.note))
            if message.type == "note_on" and message.velocity > 0:
                sounding[key] = ticks
    spans.extend((begin, round(now * scale), key[1]) for key, begin in sounding.items())
    notes: list[Note] = []
    for begin, end, pitch in sorted(span for span in spans if span[1] > span[0]):
        if notes and begin < notes[-1].end_ticks:
            last = notes.pop()
            if begin > last.start_ticks:
                cut = begin - last.start_ticks
                notes.append(_note(prefix, len(notes), last.start_ticks, cut, last))
            warnings.append(f"A note at tick {begin} overlapped the one before, which was cut.")
        lyric = _song_lyric(lyrics.get(begin))
        fresh = Note(
            id=NoteId(""), start_ticks=begin, length_ticks=end - begin, key_midi=pitch, lyric=lyric
        )
        notes.append(_note(prefix, len(notes), begin, end - begin, fresh))
    return notes


def _note(prefix: str, index: int, start_ticks: int, length_ticks: int, like: Note) -> Note:
    return Note(
        id=NoteId(f"{prefix}n{index}"),
        start_ticks=start_ticks,
        length_ticks=length_ticks,
        key_midi=like.key_midi,
        lyric=like.lyric,
    )


def _song_lyric(text: str | None) -> str:
    if text is None or not text.strip():
        return DEFAULT_LYRIC
    return "+~" if text.strip() == "-" else text.strip()


def _bars(found: Sequence[tuple[int, TimeSignature]]) -> tuple[TimeSignature, ...]:
    """Time signatures by bar instead of tick."""
    bars: list[TimeSignature] = []
    at_ticks, bar, ticks_per_bar = 0, 0, 4 * TICKS_PER_QUARTER
    for ticks, signature in sorted(found, key=lambda item: item[0]):
        bar += round((ticks - at_ticks) / ticks_per_bar)
        at_ticks = ticks
        ticks_per_bar = max(1, signature.beats * 4 * TICKS_PER_QUARTER // signature.unit)
        bars = [b for b in bars if b.bar != bar]
        bars.append(TimeSignature(bar=bar, beats=signature.beats, unit=signature.unit))
    if not bars or bars[0].bar != 0:
        bars.insert(0, TimeSignature())
    return tuple(bars)


def write_midi(project: Project, path: Path) -> tuple[str, ...]:
    """Write notes, lyrics, tempo and metre; what MIDI cannot hold is named in the answer."""
    import mido

    song = mido.MidiFile(ticks_per_beat=TICKS_PER_QUARTER, charset="utf-8")
    conductor: list[tuple[int, mido.MetaMessage]] = []
    warnings: list[str] = []
    for tempo in project.tempos:
        micros = round(60e6 / tempo.bpm)
        if not 1 <= micros <= SLOWEST_TEMPO_US:
            micros = max(1, min(micros, SLOWEST_TEMPO_US))
            warnings.append(
                f"MIDI has no tempo of {tempo.bpm:g} bpm: {60e6 / micros:.4g} bpm is written."
            )
        conductor.append((tempo.start_ticks, mido.MetaMessage("set_tempo", tempo=micros)))
    at_ticks, previous = 0, project.time_signatures[0]
    for signature in project.time_signatures:
        bar_ticks = previous.beats * 4 * TICKS_PER_QUARTER // previous.unit
        at_ticks += (signature.bar - previous.bar) * bar_ticks
        message = mido.MetaMessage(
            "time_signature", numerator=signature.beats, denominator=signature.unit
        )
        conductor.append((at_ticks, message))
        previous = signature
    song.tracks.append(_chunk(project.name, conductor))
    has_curves = False
    for track in project.tracks:
        events: list[tuple[int, mido.MetaMessage | mido.Message]] = []
        for part in track.parts:
            has_curves = has_curves or bool(part.curves)
            for note in part.notes:
                begin = part.start_ticks + note.start_ticks
                lyric = "-" if note.lyric.startswith("+") else note.lyric
                on = mido.Message("note_on", note=note.key_midi, velocity=EXPORT_VELOCITY)
                off = mido.Message("note_off", note=note.key_midi, velocity=0)
                events.append((begin, mido.MetaMessage("lyrics", text=lyric)))
                events.append((begin, on))
                events.append((begin + note.length_ticks, off))
        song.tracks.append(_chunk(track.name, events))
    stream = io.BytesIO()
    song.save(file=stream)
    write_atomically(path, stream.getvalue())
    if has_curves:
        warnings.append("MIDI holds no curves: they are not in this file.")
    if any(track.audio for track in project.tracks):
        warnings.append("MIDI holds no sound files: they are not in this file.")
    return tuple(warnings)


def _chunk(
    name: str, events: Sequence[tuple[int, mido.MetaMessage | mido.Message]]
) -> mido.MidiTrack:
    import mido

    chunk = mido.MidiTrack()
    chunk.append(mido.MetaMessage("track_name", name=name))
    now = 0
    # A note ends before the next begins at the same tick; its lyric comes before its start.
    order = {"note_off": 0, "lyrics": 2, "note_on": 3}
    for ticks, message in sorted(events, key=lambda e: (e[0], order.get(e[1].type, 1))):
        chunk.append(message.copy(time=ticks - now))
        now = ticks
    return chunk
