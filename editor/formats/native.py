"""``.melisma``: a zip of readable JSON and checksummed arrays (design, section 7).

``project.json`` has one note a line, so that version control can show what changed. Arrays lie
under ``arrays/`` as raw little-endian float32; JSON names each with its length and SHA-256. An
array that does not match is left out with a warning and predicted again. Unknown keys are kept.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from editor.errors import SongFileError
from editor.formats.atomic_file import write_atomically
from editor.model.project import AudioClip, Note, Part, Project, TimeSignature, Track
from engine.timing import Tempo
from engine.types import (
    ColourWeight,
    CurveLayers,
    CurveSegment,
    Float32Array,
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

FORMAT_VERSION = 1
MAX_FILE_BYTES = 1 << 30
MAX_TOTAL_BYTES = 2 << 30
MAX_ENTRIES = 200_000

# (from version, to version, function that changes the decoded JSON)
UPGRADES: tuple[tuple[int, int, Callable[[dict[str, Any]], dict[str, Any]]], ...] = ()


class _Arrays:
    """Arrays on their way into the zip, by content."""

    def __init__(self) -> None:
        self.content: dict[str, bytes] = {}

    def put(self, values: Float32Array) -> dict[str, Any]:
        raw = np.ascontiguousarray(values, dtype="<f4").tobytes()
        digest = hashlib.sha256(raw).hexdigest()
        self.content[f"arrays/{digest[:32]}.f32"] = raw
        return {"array": f"arrays/{digest[:32]}.f32", "n_values": len(values), "sha256": digest}


def write_native(project: Project, path: Path) -> None:
    """Write the song; the version before stays as ``<name>.bak``.

    Raises
    ------
    SongFileError
        When the disk or the rights refuse.
    """
    arrays = _Arrays()
    text = _json(_project_to_raw(project, arrays))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [("project.json", text.encode()), *sorted(arrays.content.items())]:
            # A fixed date: the same song gives the same bytes.
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)
    write_atomically(path, stream.getvalue(), backup=True)


def _json(raw: Mapping[str, Any]) -> str:
    """JSON with one line for each note and other leaf, so that differences stay readable."""

    def leaf(value: object) -> bool:
        if isinstance(value, dict):
            return "id" in value and "key_midi" in value
        return isinstance(value, list) and not any(isinstance(v, (dict, list)) for v in value)

    def dump(value: object, indent: str) -> str:
        if not isinstance(value, (dict, list)) or not value or leaf(value):
            return json.dumps(value, ensure_ascii=False, allow_nan=False)
        inner = indent + " "
        if isinstance(value, dict):
            items = [f"{inner}{json.dumps(k)}: {dump(v, inner)}" for k, v in value.items()]
            return "{\n" + ",\n".join(items) + f"\n{indent}}}"
        return "[\n" + ",\n".join(inner + dump(v, inner) for v in value) + f"\n{indent}]"

    return dump(raw, "") + "\n"


def _project_to_raw(project: Project, arrays: _Arrays) -> dict[str, Any]:
    return {
        "format": "melisma",
        "format_version": FORMAT_VERSION,
        "name": project.name,
        "seed": project.seed,
        "tempos": [{"start_ticks": t.start_ticks, "bpm": t.bpm} for t in project.tempos],
        "time_signatures": [
            {"bar": s.bar, "beats": s.beats, "unit": s.unit} for s in project.time_signatures
        ],
        "tracks": [_track_to_raw(track, arrays) for track in project.tracks],
        **project.extra,
    }


def _track_to_raw(track: Track, arrays: _Arrays) -> dict[str, Any]:
    return {
        "id": track.id,
        "name": track.name,
        "voice_id": track.voice_id,
        "colours": [
            {"colour": c.colour, "weight": c.weight, "curve": _segments_to_raw(c.curve, arrays)}
            for c in track.colours
        ],
        "gain_db": track.gain_db,
        "pan": track.pan,
        "is_muted": track.is_muted,
        "is_solo": track.is_solo,
        "parts": [_part_to_raw(part, arrays) for part in track.parts],
        **({"audio": [_clip_to_raw(clip) for clip in track.audio]} if track.audio else {}),
        **track.extra,
    }


def _clip_to_raw(clip: AudioClip) -> dict[str, Any]:
    names = [field.name for field in fields(AudioClip) if field.name != "extra"]
    return {name: getattr(clip, name) for name in names} | dict(clip.extra)


def _part_to_raw(part: Part, arrays: _Arrays) -> dict[str, Any]:
    return {
        "id": part.id,
        "name": part.name,
        "start_ticks": part.start_ticks,
        "notes": [_note_to_raw(note) for note in part.notes],
        "curves": {
            str(name): {
                "drawn": _segments_to_raw(layers.drawn, arrays),
                "offset": _segments_to_raw(layers.offset, arrays),
                "locked_ticks": [list(span) for span in layers.locked_ticks],
            }
            for name, layers in part.curves.items()
        },
        "generated_timing": [
            {
                "sentence_id": item.sentence_id,
                "key": item.key,
                "durations_frames": arrays.put(item.durations_frames),
            }
            for item in part.generated_timing.values()
        ],
        "generated": [
            {
                "phrase_id": item.phrase_id,
                "start_ms": item.start_ms,
                "curves": {
                    str(name): {
                        "key": curve.key,
                        "frame_ms": curve.frame_ms,
                        "values": arrays.put(curve.values),
                    }
                    for name, curve in item.curves.items()
                },
            }
            for item in part.generated.values()
        ],
        "takes": [[p, str(stage), take] for (p, stage), take in part.takes.items()],
        **part.extra,
    }


def _segments_to_raw(segments: tuple[CurveSegment, ...], arrays: _Arrays) -> list[Any]:
    return [
        {"ticks": s.ticks.tolist(), "values": [float(str(v)) for v in s.values]}
        if len(s.values) <= 256
        else {"ticks": s.ticks.tolist(), "values": arrays.put(s.values)}
        for s in segments
    ]


def _note_to_raw(note: Note) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "id": note.id,
        "start_ticks": note.start_ticks,
        "length_ticks": note.length_ticks,
        "key_midi": note.key_midi,
        "lyric": note.lyric,
    }
    if note.cents:
        raw["cents"] = note.cents
    if note.hint:
        raw["hint"] = list(note.hint)
    if note.language:
        raw["language"] = note.language
    if note.overrides:
        raw["overrides"] = [
            [o.index, o.symbol, o.offset_ticks, o.place_ticks] for o in note.overrides
        ]
    if note.pitch_points:
        raw["pitch_points"] = [[p.time_ms, p.cents, p.shape] for p in note.pitch_points]
    if note.vibrato is not None:
        raw["vibrato"] = {name: getattr(note.vibrato, name) for name in Vibrato.__slots__}
    return raw | dict(note.extra)


# ---------------------------------------------------------------------------------- reading


def read_native(path: Path) -> tuple[Project, tuple[str, ...]]:
    """Read a song, and what of it could not be read.

    Raises
    ------
    SongFileError
        When the file is no song, is damaged beyond its arrays, or comes from a newer version.
    """
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise _damaged(path, "it is larger than any song")
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_ENTRIES or sum(i.file_size for i in infos) > MAX_TOTAL_BYTES:
                raise _damaged(path, "it unpacks to more than any song holds")
            raw = json.loads(archive.read("project.json"))
            if not isinstance(raw, dict) or raw.get("format") != "melisma":
                raise _damaged(path, "it holds no Melisma song")
            return _Reader(archive, path).project(_upgraded(raw, path))
    except OSError as error:
        raise SongFileError(
            f"{path} cannot be read ({error.strerror}): check the name and your rights.",
            code="cannot-read",
            path=path,
        ) from error
    except KeyError as error:
        raise _damaged(path, f"{error.args[0]} is missing") from error
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError) as error:
        raise _damaged(path, "it is cut off or no .melisma file") from error
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise _damaged(path, str(error)[:120]) from error
    except (NotImplementedError, RuntimeError) as error:
        raise _damaged(path, "it is packed in a way that songs are not") from error


def _damaged(path: Path, reason: str) -> SongFileError:
    backup = path.with_name(path.name + ".bak")
    hint = f"open {backup.name} beside it" if backup.exists() else "open a backup of it"
    return SongFileError(
        f"{path} is not a readable song ({reason}): {hint}.", code="bad-project", path=path
    )


def _upgraded(raw: dict[str, Any], path: Path) -> dict[str, Any]:
    version = raw.get("format_version")
    if not isinstance(version, int) or version < 1:
        raise _damaged(path, "it names no format version")
    if version > FORMAT_VERSION:
        raise SongFileError(
            f"{path} was written by a newer Melisma (format {version}, this one reads "
            f"{FORMAT_VERSION}): update Melisma to open it.",
            code="newer-format",
            path=path,
            version=version,
        )
    for old, new, upgrade in UPGRADES:
        if raw["format_version"] == old:
            raw = upgrade(raw) | {"format_version": new}
    return raw


class _Reader:
    def __init__(self, archive: zipfile.ZipFile, path: Path) -> None:
        self._archive = archive
        self._path = path
        self._warnings: list[str] = []

    def project(self, raw: dict[str, Any]) -> tuple[Project, tuple[str, ...]]:
        known = "format format_version name seed tempos time_signatures tracks"
        project = Project(
            name=_text(raw, "name"),
            seed=_whole(raw, "seed"),
            tempos=tuple(
                Tempo(start_ticks=_whole(t, "start_ticks"), bpm=_number(t, "bpm"))
                for t in raw["tempos"]
            ),
            time_signatures=tuple(
                TimeSignature(**{key: _whole(s, key) for key in ("bar", "beats", "unit")})
                for s in raw["time_signatures"]
            ),
            tracks=tuple(self._track(t) for t in raw["tracks"]),
            extra=_extra(raw, known),
        )
        return project, tuple(self._warnings)

    def _track(self, raw: dict[str, Any]) -> Track:
        known = "id name voice_id colours gain_db pan is_muted is_solo parts audio"
        return Track(
            id=_text(raw, "id"),
            name=_text(raw, "name"),
            voice_id=_text(raw, "voice_id"),
            colours=tuple(
                ColourWeight(
                    colour=_text(c, "colour"),
                    weight=_number(c, "weight"),
                    curve=self._segments(c.get("curve", [])),
                )
                for c in raw.get("colours", [])
            ),
            gain_db=_number(raw, "gain_db"),
            pan=_number(raw, "pan"),
            is_muted=bool(raw.get("is_muted", False)),
            is_solo=bool(raw.get("is_solo", False)),
            parts=tuple(self._part(p) for p in raw["parts"]),
            audio=tuple(_clip(c) for c in raw.get("audio", [])),
            extra=_extra(raw, known),
        )

    def _part(self, raw: dict[str, Any]) -> Part:
        known = "id name start_ticks notes curves generated_timing generated takes"
        timing, phrases = {}, {}
        for item in raw.get("generated_timing", []):
            values = self._array(item["durations_frames"])
            if values is not None:
                key = NoteId(_text(item, "sentence_id"))
                timing[key] = GeneratedTiming(
                    sentence_id=key, key=_text(item, "key"), durations_frames=values
                )
        for item in raw.get("generated", []):
            curves = {}
            for name, curve in item["curves"].items():
                values = self._array(curve["values"])
                if values is not None:
                    curves[Parameter(name)] = GeneratedCurve(
                        key=_text(curve, "key"), values=values, frame_ms=_number(curve, "frame_ms")
                    )
            phrase_id = PhraseId(_text(item, "phrase_id"))
            phrases[phrase_id] = GeneratedPhrase(
                phrase_id=phrase_id,
                start_ms=_number(item, "start_ms"),
                curves=MappingProxyType(curves),
            )
        return Part(
            id=_text(raw, "id"),
            name=_text(raw, "name"),
            start_ticks=_whole(raw, "start_ticks"),
            notes=tuple(_note(n) for n in raw["notes"]),
            curves=MappingProxyType(
                {
                    Parameter(name): CurveLayers(
                        drawn=self._segments(layers.get("drawn", [])),
                        offset=self._segments(layers.get("offset", [])),
                        locked_ticks=tuple(
                            (int(a), int(b)) for a, b in layers.get("locked_ticks", [])
                        ),
                    )
                    for name, layers in raw.get("curves", {}).items()
                }
            ),
            generated_timing=MappingProxyType(timing),
            generated=MappingProxyType(phrases),
            takes=MappingProxyType(
                {(PhraseId(str(p)), Stage(s)): int(take) for p, s, take in raw.get("takes", [])}
            ),
            extra=_extra(raw, known),
        )

    def _segments(self, raw: list[dict[str, Any]]) -> tuple[CurveSegment, ...]:
        segments = []
        for item in raw:
            ticks = np.array([int(t) for t in item["ticks"]], dtype=np.int64)
            values = item["values"]
            found = self._array(values, "is lost") if isinstance(values, dict) else _floats(values)
            if found is None:
                continue
            if len(found) != len(ticks) or (np.diff(ticks) <= 0).any():
                raise ValueError("a curve's points are out of order")
            ticks.flags.writeable = False
            segments.append(CurveSegment(ticks=ticks, values=found))
        return tuple(segments)

    def _array(
        self, raw: dict[str, Any], fate: str = "will be predicted again"
    ) -> Float32Array | None:
        name = _text(raw, "array")
        try:
            content = self._archive.read(name)
        except (KeyError, zipfile.BadZipFile, EOFError, ValueError):
            content = b""
        whole = len(content) == 4 * _whole(raw, "n_values")
        if not whole or hashlib.sha256(content).hexdigest() != raw.get("sha256"):
            self._warnings.append(
                f"{self._path.name}: {name} is damaged and {fate}; {self._path.name}.bak may "
                "still have it."
            )
            return None
        return np.frombuffer(content, dtype="<f4")


def _clip(raw: dict[str, Any]) -> AudioClip:
    known = "id path start_ticks skip_ms length_ms gain_db fade_in_ms fade_out_ms"
    return AudioClip(
        id=_text(raw, "id"),
        path=_text(raw, "path"),
        start_ticks=_whole(raw, "start_ticks"),
        skip_ms=_number(raw, "skip_ms"),
        length_ms=None if raw.get("length_ms") is None else _number(raw, "length_ms"),
        gain_db=_number(raw, "gain_db"),
        fade_in_ms=_number(raw, "fade_in_ms"),
        fade_out_ms=_number(raw, "fade_out_ms"),
        extra=_extra(raw, known),
    )


def _note(raw: dict[str, Any]) -> Note:
    known = (
        "id start_ticks length_ticks key_midi lyric cents hint language overrides pitch_points "
        "vibrato"
    )
    vibrato = raw.get("vibrato")
    return Note(
        id=NoteId(_text(raw, "id")),
        start_ticks=_whole(raw, "start_ticks"),
        length_ticks=_whole(raw, "length_ticks"),
        key_midi=_whole(raw, "key_midi"),
        lyric=_text(raw, "lyric"),
        cents=_number(raw, "cents"),
        hint=tuple(str(s) for s in raw.get("hint", [])),
        language=_text(raw, "language"),
        overrides=tuple(_override(item) for item in raw.get("overrides", [])),
        pitch_points=tuple(
            PitchPoint(time_ms=float(t), cents=float(c), shape=str(shape))
            for t, c, shape in raw.get("pitch_points", [])
        ),
        vibrato=None
        if vibrato is None
        else Vibrato(**{name: _number(vibrato, name) for name in Vibrato.__slots__}),
        extra=_extra(raw, known),
    )


def _override(raw: list[Any]) -> PhonemeOverride:
    index, symbol, offset_ticks, place_ticks = (*raw, None)[:4]  # the place came later
    return PhonemeOverride(
        index=int(index),
        symbol=None if symbol is None else str(symbol),
        offset_ticks=None if offset_ticks is None else int(offset_ticks),
        place_ticks=None if place_ticks is None else int(place_ticks),
    )


def _extra(raw: Mapping[str, Any], known: str) -> Mapping[str, Any]:
    names = set(known.split())
    return MappingProxyType({key: value for key, value in raw.items() if key not in names})


def _text(raw: Mapping[str, Any], key: str) -> str:
    value = raw.get(key, "")
    if not isinstance(value, str):
        raise ValueError(f"{key} is not a text")
    return value


def _number(raw: Mapping[str, Any], key: str) -> float:
    value = raw.get(key, 0.0)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"{key} is not a number")
    return float(value)


def _whole(raw: Mapping[str, Any], key: str) -> int:
    value = raw.get(key, 0)
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > 1 << 53:
        raise ValueError(f"{key} is not a whole number")
    return value


def _floats(values: list[float]) -> Float32Array:
    array = np.array(values, dtype=np.float32)
    if array.ndim != 1 or not np.isfinite(array).all():
        raise ValueError("a curve holds something that is not a number")
    array.flags.writeable = False
    return array
