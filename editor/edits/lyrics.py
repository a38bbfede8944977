"""Lyrics: set them, write phonetic hints, let a text flow over notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from editor.edits.edit import Edit, Focus, make_edit
from editor.errors import EditError
from editor.model.lookup import find_notes, with_part
from editor.model.project import Part, Project
from engine.types import NoteId

_HINT = re.compile(r"^(.*?)\[([^\[\]]*)\]$", re.DOTALL)
# Signs that belong to the kana before them.
_SMALL = frozenset("ゃゅょぁぃぅぇぉゎャュョァィゥェォヮー゛゜")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lyric:
    """What a note is sung with; a hint replaces the dictionary's phonemes."""

    text: str
    hint: tuple[str, ...] = ()


def parse_lyric(text: str) -> Lyric:
    """``か[k a]`` to text and hint; a hint alone gives its phonemes as text."""
    found = _HINT.match(text.strip())
    if found is None:
        return Lyric(text=text.strip())
    hint = tuple(found.group(2).split())
    return Lyric(text=found.group(1).strip() or "".join(hint), hint=hint)


def split_lyrics(text: str) -> tuple[Lyric, ...]:
    """A text to lyrics for consecutive notes.

    Words are divided by space; Chinese characters and kana stand for a note each, small kana and
    the long mark stay with the one before; a hint in brackets belongs to what it touches.
    """
    lyrics: list[Lyric] = []
    for word in re.findall(r"\[[^\[\]]*\]|[^\s\[\]]+(?:\[[^\[\]]*\])?", text):
        found = _HINT.match(word)
        plain, hint = (found.group(1), f"[{found.group(2)}]") if found else (word, "")
        pieces = _pieces(plain)
        pieces[-1] += hint
        lyrics.extend(parse_lyric(piece) for piece in pieces)
    return tuple(lyrics)


def _pieces(word: str) -> list[str]:
    pieces: list[str] = []
    for sign in word:
        is_part = sign in _SMALL or not _is_cjk(sign)
        if pieces and is_part and (sign in _SMALL or not _is_cjk(pieces[-1][-1])):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces or [""]


def _is_cjk(sign: str) -> bool:
    code = ord(sign)
    kana, han = 0x3041 <= code <= 0x30FF, 0x3400 <= code <= 0x9FFF
    return kana or han or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x323AF


def set_lyrics(project: Project, part_id: str, lyrics: Mapping[NoteId, str]) -> Edit:
    """Write lyrics; changed words lose the phoneme edits that belonged to the old ones.

    Raises
    ------
    EditError
        When a note is gone.
    """

    def change(part: Part) -> Part:
        find_notes(part, lyrics)
        notes = []
        for note in part.notes:
            if note.id in lyrics:
                new = parse_lyric(lyrics[note.id])
                if (new.text, new.hint) != (note.lyric, note.hint):
                    note = replace(note, lyric=new.text, hint=new.hint, overrides=())
            notes.append(note)
        return replace(part, notes=tuple(notes))

    after = with_part(project, part_id, change)
    focus = Focus(part_id=part_id, note_ids=frozenset(lyrics))
    return make_edit("write lyrics", project, after, focus)


def flow_lyrics(project: Project, part_id: str, note_ids: Sequence[NoteId], text: str) -> Edit:
    """Let a text run over notes in their order; notes beyond its end keep theirs."""
    found = split_lyrics(text)
    pairs = zip(note_ids, found, strict=False)
    return set_lyrics(project, part_id, {key: _written(lyric) for key, lyric in pairs})


def _written(lyric: Lyric) -> str:
    return f"{lyric.text}[{' '.join(lyric.hint)}]" if lyric.hint else lyric.text


def replace_lyrics(
    project: Project, part_id: str, pattern: str, replacement: str, *, is_regex: bool = False
) -> Edit:
    """Find and replace in all lyrics of a part.

    Raises
    ------
    EditError
        When the pattern is none.
    """
    try:
        expression = re.compile(pattern if is_regex else re.escape(pattern))
    except re.error as error:
        raise EditError(
            f"'{pattern}' is no pattern ({error}): correct it or search for plain text.",
            code="bad-pattern",
        ) from error
    if not pattern:
        return make_edit("replace lyrics", project, project)
    plain = replacement if is_regex else replacement.replace("\\", "\\\\")

    def change(part: Part) -> Part:
        notes = []
        for note in part.notes:
            text = expression.sub(plain, note.lyric)
            if text != note.lyric:
                note = replace(note, lyric=text, hint=(), overrides=())
            notes.append(note)
        return replace(part, notes=tuple(notes))

    try:
        after = with_part(project, part_id, change)
    except (re.error, IndexError) as error:
        raise EditError(
            f"'{replacement}' cannot take the place of '{pattern}' ({error}): correct it.",
            code="bad-pattern",
        ) from error
    return make_edit("replace lyrics", project, after, Focus(part_id=part_id))
