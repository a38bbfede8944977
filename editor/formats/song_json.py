"""The song and its pieces as readable JSON, both ways; arrays lie beside it, named by content.

What stands here is the inside of a ``.melisma`` file (``editor.formats.native``) and of the
journal's records (``editor.formats.song_delta``). Unknown keys are kept.
"""

from __future__ import annotations

import hashlib
import json
import math
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from editor.model.project import (
    AudioClip,
    Note,
    Part,
    PhraseTakes,
    Project,
    Take,
    TimeSignature,
    Track,
)
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
    RangeTake,
    Stage,
    Vibrato,
)

FORMAT_VERSION = 1


class Arrays:
    """Arrays on their way into the zip, by content."""

    def __init__(self) -> None:
        self.content: dict[str, bytes] = {}

    def put(self, values: Float32Array) -> dict[str, Any]:
        """Keep an array; what JSON says of it."""
        raw = np.ascontiguousarray(values, dtype="<f4").tobytes()
        digest = hashlib.sha256(raw).hexdigest()
        self.content[f"arrays/{digest[:32]}.f32"] = raw
        return {"array": f"arrays/{digest[:32]}.f32", "n_values": len(values), "sha256": digest}


def to_text(raw: Mapping[str, Any]) -> str:
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


def project_to_raw(project: Project, arrays: Arrays) -> dict[str, Any]:
    """A song as JSON holds it."""
    return {
        "format": "melisma",
        "format_version": FORMAT_VERSION,
        "name": project.name,
        "seed": project.seed,
        "tempos": [{"start_ticks": t.start_ticks, "bpm": t.bpm} for t in project.tempos],
        "time_signatures": [
            {"bar": s.bar, "beats": s.beats, "unit": s.unit} for s in project.time_signatures
        ],
        "tracks": [track_to_raw(track, arrays) for track in project.tracks],
        **project.extra,
    }


def track_to_raw(track: Track, arrays: Arrays) -> dict[str, Any]:
    """A track as JSON holds it."""
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
        "parts": [part_to_raw(part, arrays) for part in track.parts],
        **({"audio": [clip_to_raw(clip) for clip in track.audio]} if track.audio else {}),
        **track.extra,
    }


def clip_to_raw(clip: AudioClip) -> dict[str, Any]:
    """A sound as JSON holds it."""
    names = [field.name for field in fields(AudioClip) if field.name != "extra"]
    return {name: getattr(clip, name) for name in names} | dict(clip.extra)


def part_to_raw(part: Part, arrays: Arrays) -> dict[str, Any]:
    """A part as JSON holds it."""
    return {
        "id": part.id,
        "name": part.name,
        "start_ticks": part.start_ticks,
        "notes": [note_to_raw(note) for note in part.notes],
        "curves": {
            str(name): _layers_to_raw(layers, arrays) for name, layers in part.curves.items()
        },
        "generated_timing": [timing_to_raw(i, arrays) for i in part.generated_timing.values()],
        "generated": [phrase_to_raw(item, arrays) for item in part.generated.values()],
        "takes": [[p, str(stage), take] for (p, stage), take in part.takes.items()],
        **_retakes_to_raw(part.retakes),
        **part.extra,
    }


def _layers_to_raw(layers: CurveLayers, arrays: Arrays) -> dict[str, Any]:
    raw: dict[str, Any] = {
        "drawn": _segments_to_raw(layers.drawn, arrays),
        "offset": _segments_to_raw(layers.offset, arrays),
        "locked_ticks": [list(span) for span in layers.locked_ticks],
    }
    if layers.reference:
        raw["reference"] = _segments_to_raw(layers.reference, arrays)
    return raw


def _retakes_to_raw(retakes: Mapping[PhraseId, PhraseTakes]) -> dict[str, Any]:
    """Nothing where there are none: most songs have none, and earlier versions know none."""
    return {"retakes": [_takes_to_raw(*item) for item in retakes.items()]} if retakes else {}


def _takes_to_raw(phrase_id: PhraseId, takes: PhraseTakes) -> dict[str, Any]:
    return {
        "phrase_id": phrase_id,
        "ranges": [_range_to_raw(item) for item in takes.ranges],
        "kept": [
            {
                "number": take.number,
                "name": take.name,
                "stages": [[str(stage), number] for stage, number in take.stages],
                "ranges": [_range_to_raw(item) for item in take.ranges],
            }
            for take in takes.kept
        ],
    }


def _range_to_raw(item: RangeTake) -> list[Any]:
    return [item.first_ticks, item.last_ticks, item.take, *map(str, item.parameters)]


def timing_to_raw(item: GeneratedTiming, arrays: Arrays) -> dict[str, Any]:
    """Phoneme lengths of a sentence as JSON holds them."""
    return {
        "sentence_id": item.sentence_id,
        "key": item.key,
        "durations_frames": arrays.put(item.durations_frames),
    }


def phrase_to_raw(item: GeneratedPhrase, arrays: Arrays) -> dict[str, Any]:
    """Generated curves of a phrase as JSON holds them."""
    return {
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


def _segments_to_raw(segments: tuple[CurveSegment, ...], arrays: Arrays) -> list[Any]:
    return [
        {"ticks": s.ticks.tolist(), "values": [float(str(v)) for v in s.values]}
        if len(s.values) <= 256
        else {"ticks": s.ticks.tolist(), "values": arrays.put(s.values)}
        for s in segments
    ]


def note_to_raw(note: Note) -> dict[str, Any]:
    """A note as JSON holds it; what is as usual is left out."""
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


class Reader:
    """Checks and builds the song. ``read`` gives the bytes of a named array."""

    def __init__(self, read: Callable[[str], bytes], path: Path) -> None:
        self._read = read
        self._path = path
        self._warnings: list[str] = []

    def project(self, raw: dict[str, Any]) -> tuple[Project, tuple[str, ...]]:
        """The song, and a sentence for each array that is lost."""
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
            tracks=tuple(self.track(t) for t in raw["tracks"]),
            extra=_extra(raw, known),
        )
        return project, tuple(self._warnings)

    def track(self, raw: dict[str, Any]) -> Track:
        """A track with all on it."""
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
            parts=tuple(self.part(p) for p in raw["parts"]),
            audio=tuple(clip_from(c) for c in raw.get("audio", [])),
            extra=_extra(raw, known),
        )

    def part(self, raw: dict[str, Any]) -> Part:
        """A part with all in it."""
        known = "id name start_ticks notes curves generated_timing generated takes retakes"
        timing = [self.timing(item) for item in raw.get("generated_timing", [])]
        phrases = [self.phrase(item) for item in raw.get("generated", [])]
        return Part(
            id=_text(raw, "id"),
            name=_text(raw, "name"),
            start_ticks=_whole(raw, "start_ticks"),
            notes=tuple(note_from(n) for n in raw["notes"]),
            curves=MappingProxyType(
                {
                    Parameter(name): CurveLayers(
                        drawn=self._segments(layers.get("drawn", [])),
                        offset=self._segments(layers.get("offset", [])),
                        locked_ticks=tuple(
                            (int(a), int(b)) for a, b in layers.get("locked_ticks", [])
                        ),
                        reference=self._segments(layers.get("reference", [])),
                    )
                    for name, layers in raw.get("curves", {}).items()
                }
            ),
            generated_timing=MappingProxyType({i.sentence_id: i for i in timing if i is not None}),
            generated=MappingProxyType({item.phrase_id: item for item in phrases}),
            takes=MappingProxyType(
                {(PhraseId(str(p)), Stage(s)): int(take) for p, s, take in raw.get("takes", [])}
            ),
            retakes=MappingProxyType(
                {PhraseId(_text(r, "phrase_id")): _takes_from(r) for r in raw.get("retakes", [])}
            ),
            extra=_extra(raw, known),
        )

    def timing(self, raw: dict[str, Any]) -> GeneratedTiming | None:
        """Phoneme lengths of a sentence, or None where they are damaged."""
        values = self._array(raw["durations_frames"])
        if values is None:
            return None
        key = NoteId(_text(raw, "sentence_id"))
        return GeneratedTiming(sentence_id=key, key=_text(raw, "key"), durations_frames=values)

    def phrase(self, raw: dict[str, Any]) -> GeneratedPhrase:
        """Generated curves of a phrase, without damaged ones."""
        curves = {}
        for name, curve in raw["curves"].items():
            values = self._array(curve["values"])
            if values is not None:
                curves[Parameter(name)] = GeneratedCurve(
                    key=_text(curve, "key"), values=values, frame_ms=_number(curve, "frame_ms")
                )
        return GeneratedPhrase(
            phrase_id=PhraseId(_text(raw, "phrase_id")),
            start_ms=_number(raw, "start_ms"),
            curves=MappingProxyType(curves),
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
            content = self._read(name)
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


def _takes_from(raw: dict[str, Any]) -> PhraseTakes:
    return PhraseTakes(
        ranges=tuple(_range_from(item) for item in raw.get("ranges", [])),
        kept=tuple(
            Take(
                number=_whole(take, "number"),
                name=_text(take, "name"),
                stages=tuple((Stage(s), int(number)) for s, number in take.get("stages", [])),
                ranges=tuple(_range_from(item) for item in take.get("ranges", [])),
            )
            for take in raw.get("kept", [])
        ),
    )


def _range_from(raw: list[Any]) -> RangeTake:
    first, last, take, *names = raw
    return RangeTake(
        first_ticks=int(first),
        last_ticks=int(last),
        take=int(take),
        parameters=tuple(Parameter(name) for name in names),
    )


def clip_from(raw: dict[str, Any]) -> AudioClip:
    """A sound out of JSON."""
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


def note_from(raw: dict[str, Any]) -> Note:
    """A note out of JSON."""
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
