"""Every kind of edit with drawn arguments, for properties that hold for all of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from editor.edits import (
    audio,
    clipboard,
    curves,
    lengths,
    lyrics,
    notes,
    phonemes,
    pitch,
    range_takes,
    takes,
    tempo,
    tracks,
)
from editor.edits import curve_commands as commands
from editor.model.project import AudioClip, Note, Part, PhraseTakes, Take, Track
from engine.types import (
    ColourWeight,
    GeneratedCurve,
    GeneratedPhrase,
    GeneratedTiming,
    NoteId,
    Parameter,
    PhraseId,
    PitchPoint,
    RangeTake,
    Stage,
    Vibrato,
)

PITCH, TENSION = Parameter.PITCH, Parameter.TENSION
STAGES = (Stage.PITCH, Stage.ACOUSTIC)


def _part(project):
    return project.tracks[0].parts[0]


def _id(project, a):
    return _part(project).notes[a % len(_part(project).notes)].id


def _pair(project, a):
    found = _part(project).notes
    index = a % max(1, len(found) - 1)
    return [n.id for n in found[index : index + 2]]


def _clip(p, a, b):
    clip = curves.copy_range(p, p_id(p), PITCH, a, a + b)
    return curves.paste_range(p, p_id(p), clip, 2 * a)


def _sound(project, a):
    found = [clip.id for track in project.tracks for clip in track.audio]
    return found[a % len(found)] if found else "none"


def p_id(project):
    return _part(project).id


def _new_note(a, b, make_id):
    return Note(
        id=make_id(), start_ticks=a, length_ticks=b + 1, key_midi=a % 128, lyric="あいう"[b % 3]
    )


# Each takes the song, two whole numbers and a maker of ids, and may refuse with an EditError.
EDITS = {
    "add notes": lambda p, a, b, new: notes.add_notes(p, p_id(p), [_new_note(a, b, new)]),
    "remove notes": lambda p, a, b, new: notes.remove_notes(p, p_id(p), [_id(p, a)]),
    "move notes": lambda p, a, b, new: notes.move_notes(
        p, p_id(p), _pair(p, a), ticks=a - 900, semitones=b % 9 - 4
    ),
    "transpose": lambda p, a, b, new: notes.transpose(p, p_id(p), _pair(p, a), b % 24 - 12),
    "duplicate": lambda p, a, b, new: notes.duplicate_notes(
        p, p_id(p), _pair(p, a), ticks=b * 3, semitones=a % 5, new_id=new
    ),
    "resize end": lambda p, a, b, new: notes.resize_note(p, p_id(p), _id(p, b), end_ticks=a + b),
    "resize start": lambda p, a, b, new: notes.resize_note(p, p_id(p), _id(p, b), start_ticks=a),
    "lengthen": lambda p, a, b, new: lengths.lengthen_notes(p, p_id(p), _pair(p, a), b - 450),
    "set length": lambda p, a, b, new: lengths.set_length(p, p_id(p), _pair(p, a), b),
    "paste notes": lambda p, a, b, new: clipboard.paste_notes(
        p, p_id(p), clipboard.copy_notes(p, p_id(p), _pair(p, a)), b * 7, new_id=new
    ),
    "quantise softly": lambda p, a, b, new: notes.quantise(
        p, p_id(p), _pair(p, a), 1 + b % 500, lengths=bool(a % 2), strength=0.4
    ),
    "tune by": lambda p, a, b, new: pitch.tune_by(p, p_id(p), _pair(p, a), b / 5.0 - 90.0),
    "split": lambda p, a, b, new: notes.split_note(
        p,
        p_id(p),
        _id(p, a),
        next(n.start_ticks for n in _part(p).notes if n.id == _id(p, a)) + b % 400,
        new_id=new,
    ),
    "merge": lambda p, a, b, new: notes.merge_notes(p, p_id(p), _pair(p, a)),
    "quantise": lambda p, a, b, new: notes.quantise(
        p, p_id(p), _pair(p, a), 1 + b % 500, lengths=bool(a % 2)
    ),
    "fix overlaps": lambda p, a, b, new: notes.fix_overlaps(p, p_id(p)),
    "legato": lambda p, a, b, new: notes.legato(p, p_id(p), _pair(p, a)),
    "lyric": lambda p, a, b, new: lyrics.set_lyrics(p, p_id(p), {_id(p, a): "か[k a]い"[: b % 7]}),
    "flow": lambda p, a, b, new: lyrics.flow_lyrics(p, p_id(p), _pair(p, a), "き ゃあ + らー"),
    "hint": lambda p, a, b, new: lyrics.set_hint(p, p_id(p), _id(p, a), ["k", "a"][: b % 3]),
    "language": lambda p, a, b, new: lyrics.set_language(p, p_id(p), [_id(p, a)], "ja"),
    "replace": lambda p, a, b, new: lyrics.replace_lyrics(p, p_id(p), "ら", "りる"[b % 2]),
    "symbol": lambda p, a, b, new: phonemes.set_symbol(p, p_id(p), _id(p, a), b % 3, "o"),
    "boundary": lambda p, a, b, new: phonemes.move_boundary(
        p, p_id(p), _id(p, a), b % 3, b % 60 - 30
    ),
    "place": lambda p, a, b, new: phonemes.place_boundary(p, p_id(p), _id(p, a), 0, b - 100),
    "reset": lambda p, a, b, new: phonemes.reset(p, p_id(p), _id(p, a), b % 3 or None),
    "points": lambda p, a, b, new: pitch.set_points(
        p, p_id(p), _id(p, a), [PitchPoint(time_ms=b - 50.0, cents=a / 10.0)]
    ),
    "vibrato": lambda p, a, b, new: pitch.set_vibrato(
        p, p_id(p), _pair(p, a), Vibrato(length_ratio=b / 1000) if b else None
    ),
    "tune": lambda p, a, b, new: pitch.tune(p, p_id(p), [_id(p, a)], b / 10.0),
    "draw": lambda p, a, b, new: curves.draw(p, p_id(p), PITCH, [a, a + b + 1], [60.1, 60 + b % 7]),
    "anchors": lambda p, a, b, new: curves.draw_pieces(
        p,
        p_id(p),
        PITCH,
        [([a, a + b + 1], [60.0, 61.5]), ([a + b + 2, a + b + 9], [61.5, 60.0])][: b % 3],
        a,
        a + b + 9,
    ),
    "offset": lambda p, a, b, new: curves.add_offset(
        p, p_id(p), TENSION, [a, a + b + 1], [0.3, -b / 999]
    ),
    "erase": lambda p, a, b, new: curves.erase(p, p_id(p), PITCH, a, a + b),
    "erase drawn": lambda p, a, b, new: curves.erase(
        p, p_id(p), TENSION, a, a + b, layers=["offset"]
    ),
    "lock": lambda p, a, b, new: curves.lock(p, p_id(p), PITCH, a, a + b + 1),
    "unlock": lambda p, a, b, new: curves.lock(p, p_id(p), PITCH, a, a + b + 1, is_locked=False),
    "bake": lambda p, a, b, new: curves.bake(p, p_id(p), TENSION, [a, a + b], [0.1, 0.7]),
    "smooth": lambda p, a, b, new: curves.smooth(
        p, p_id(p), PITCH, [a, a + b // 2, a + b + 1], [60, 62.2, 61]
    ),
    "scale": lambda p, a, b, new: commands.scale_all(
        p, p_id(p), TENSION, [([a, a + b], [0.1, 0.7], 0.4)], factor=b % 3
    ),
    "shift": lambda p, a, b, new: commands.shift(p, p_id(p), PITCH, a, a + b, 0.1),
    "cut": lambda p, a, b, new: commands.cut_range(p, p_id(p), PITCH, a, a + b),
    "paste": lambda p, a, b, new: _clip(p, a, b),
    "tempo": lambda p, a, b, new: tempo.set_tempo(p, a, 60.0 + b % 100),
    "remove tempo": lambda p, a, b, new: tempo.remove_tempo(p, p.tempos[-1].start_ticks),
    "metre": lambda p, a, b, new: tempo.set_time_signature(p, a % 9, 1 + b % 7, 4),
    "remove metre": lambda p, a, b, new: tempo.remove_time_signature(p, a % 9),
    "seed": lambda p, a, b, new: tempo.set_seed(p, b),
    "name": lambda p, a, b, new: tempo.rename_project(p, f"song {b % 3}"),
    "mixer": lambda p, a, b, new: tracks.set_mixer(
        p, "track", gain_db=float(b % 12), is_solo=bool(a % 2)
    ),
    "voice": lambda p, a, b, new: tracks.set_voice(p, "track", f"voice {a % 2}"),
    "colours": lambda p, a, b, new: tracks.set_colours(
        p, "track", [ColourWeight(colour="clear", weight=b / 900)]
    ),
    "rename track": lambda p, a, b, new: tracks.rename_track(p, "track", f"singer {b % 2}"),
    "add track": lambda p, a, b, new: tracks.add_track(
        p, Track(id=str(new())), index=len(p.tracks)
    ),
    "remove track": lambda p, a, b, new: (
        tracks.remove_track(p, p.tracks[-1].id)
        if len(p.tracks) > 1
        else tracks.rename_track(p, "track", "only")
    ),
    "copy track": lambda p, a, b, new: tracks.duplicate_track(
        p, "track", new_id=lambda: str(new()), new_note_id=new, name=f"copy {b % 2}"
    ),
    "add part": lambda p, a, b, new: tracks.add_part(
        p, "track", Part(id=str(new()), start_ticks=10_000 + b)
    ),
    "copy part": lambda p, a, b, new: tracks.duplicate_part(
        p, p_id(p), start_ticks=a + 9000, new_id=str(new()), new_note_id=new
    ),
    "rename part": lambda p, a, b, new: tracks.rename_part(p, p_id(p), f"verse {b % 2}"),
    "move part": lambda p, a, b, new: tracks.move_part(p, p_id(p), start_ticks=b),
    "split part": lambda p, a, b, new: tracks.split_part(p, p_id(p), a, new_id=str(new())),
    "join parts": lambda p, a, b, new: tracks.join_parts(p, p_id(p), p.tracks[0].parts[-1].id),
    "add sound": lambda p, a, b, new: audio.add_clip(
        p, "track", AudioClip(id=str(new()), path="band.flac", start_ticks=a)
    ),
    "remove sound": lambda p, a, b, new: audio.remove_clip(p, _sound(p, a)),
    "move sound": lambda p, a, b, new: audio.move_clip(p, _sound(p, a), start_ticks=b),
    "copy sound": lambda p, a, b, new: audio.duplicate_clip(
        p, _sound(p, a), start_ticks=b, new_id=str(new())
    ),
    "cut sound": lambda p, a, b, new: audio.trim_clip(
        p, _sound(p, a), skip_ms=b, length_ms=a, start_ticks=a + b
    ),
    "split sound": lambda p, a, b, new: audio.split_clip(
        p, _sound(p, a), 481 + b, new_id=str(new())
    ),
    "trim sound": lambda p, a, b, new: audio.trim_clip(
        p, _sound(p, a), skip_ms=b - 20.0, length_ms=b * 9.0 if a % 2 else None
    ),
    "level of a sound": lambda p, a, b, new: audio.set_clip_level(
        p, _sound(p, a), gain_db=b - 30.0, fade_in_ms=float(a), fade_out_ms=b / 2
    ),
    "retake": lambda p, a, b, new: takes.retake(p, p_id(p), [PhraseId(_id(p, a))], [STAGES[b % 2]]),
    "retake range": lambda p, a, b, new: range_takes.retake_range(
        p, p_id(p), {PhraseId(_id(p, a)): (a, a + b + 1)}, [PITCH, TENSION][: 1 + b % 2]
    ),
    "sing take": lambda p, a, b, new: range_takes.sing_take(
        p, p_id(p), PhraseId(_id(p, a)), 1 + b % 2
    ),
    "name take": lambda p, a, b, new: range_takes.name_take(
        p, p_id(p), PhraseId(_id(p, a)), 1, f"soft {b % 3}"
    ),
    "delete take": lambda p, a, b, new: range_takes.delete_take(
        p, p_id(p), PhraseId(_id(p, a)), 1 + b % 2
    ),
    "restore": lambda p, a, b, new: takes.restore_take(
        p, p_id(p), [PhraseId(_id(p, a))], STAGES, b % 2
    ),
}


def _sung(phrase_id):
    curve = GeneratedCurve(key="made", values=np.zeros(4, np.float32), frame_ms=11.6)
    return GeneratedPhrase(phrase_id=phrase_id, start_ms=500.0, curves={PITCH: curve})


def with_more_in_it(project):
    """The small song with a long word, phoneme edits, takes, sung values and a vibrato."""
    part = _part(project)
    first, second, *rest = part.notes
    made = replace(
        part,
        notes=(
            replace(first, vibrato=Vibrato(length_ratio=0.5)),
            replace(second, lyric="+"),
            *rest,
        ),
        takes={(PhraseId(first.id), Stage.PITCH): 2},
        retakes={
            PhraseId(first.id): PhraseTakes(
                kept=(
                    Take(number=1, stages=((Stage.PITCH, 2),)),
                    Take(
                        number=2,
                        name="soft",
                        ranges=(
                            RangeTake(first_ticks=0, last_ticks=90, parameters=(PITCH,), take=3),
                        ),
                    ),
                )
            )
        },
        generated={p: _sung(p) for p in (PhraseId(first.id), PhraseId(f"{first.id}.2"))},
        generated_timing={
            NoteId(first.id): GeneratedTiming(
                sentence_id=NoteId(first.id), key="made", durations_frames=np.ones(3, np.float32)
            )
        },
    )
    band = AudioClip(id="band", path="band.flac", start_ticks=480, gain_db=-3.0)
    song = replace(project, tracks=(replace(project.tracks[0], parts=(made,), audio=(band,)),))
    return phonemes.set_symbol(song, part.id, NoteId(first.id), 0, "e").after
