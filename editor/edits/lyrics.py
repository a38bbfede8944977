"""Lyrics: set them, write phonetic hints, let a text flow over notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from editor.edits.edit import Edit, Focus, make_edit
from editor.errors import EditError
from editor.model.lookup import find_notes, find_part, with_part
from editor.model.project import Part, Project
from engine.types import NoteId

_HINT = re.compile(r"\[(.*)\]", re.DOTALL)  # outermost brackets (contract 3.2)
_WORD = re.compile(r'"([^"]*)"(\[[^\[\]]*\])?|\[[^\[\]]*\]|[^\s\[\]"]+(?:\[[^\[\]]*\])?|\S')
MAX_LYRIC_LENGTH = 200  # characters of one note
EXTENDS = "+"  # begins the lyric of a note that goes on with the word before (contract 3.2)
# Signs that belong to the kana before them.
_SMALL = frozenset("ゃゅょぁぃぅぇぉゎャュョァィゥェォヮー゛゜ｬｭｮｧｨｩｪｫｰﾞﾟ")
# Signs that stand for a syllable each: kana, Chinese characters with their marks, hangul, and
# half-width kana.
_ALONE = (
    (0x3005, 0x3007),
    (0x3041, 0x30FF),
    (0x3400, 0x9FFF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x20000, 0x323AF),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lyric:
    """What a note is sung with; a hint replaces the dictionary's phonemes."""

    text: str
    hint: tuple[str, ...] = ()


def parse_lyric(text: str) -> Lyric:
    """``か[k a]`` to text and hint; a hint alone gives its phonemes as text."""
    found = _HINT.search(text)
    if found is None:
        return Lyric(text=text.strip())
    hint = tuple(found.group(1).split())
    rest = (text[: found.start()] + text[found.end() :]).strip()
    return Lyric(text=rest or "".join(hint), hint=hint)


def split_lyrics(text: str) -> tuple[Lyric, ...]:
    """A text to lyrics for consecutive notes (contract 8.4).

    Words are divided by space; Chinese characters, kana and hangul stand for a note each, small
    kana and the long mark stay with the one before; double quotes hold a word together; a hint in
    brackets belongs to what it touches. ``+`` and ``+~`` are lyrics like others.
    """
    lyrics: list[Lyric] = []
    for found in _WORD.finditer(text):
        word = found.group(0)
        if found.group(1) is not None:
            lyrics.append(parse_lyric(found.group(1) + (found.group(2) or "")))
            continue
        hint = _HINT.search(word)
        plain, mark = (word[: hint.start()], hint.group(0)) if hint else (word, "")
        pieces = _pieces(plain)
        pieces[-1] += mark
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
    return any(first <= ord(sign) <= last for first, last in _ALONE)


def set_lyrics(project: Project, part_id: str, lyrics: Mapping[NoteId, str]) -> Edit:
    """Write lyrics; changed words lose the phoneme edits that belonged to the old ones.

    Raises
    ------
    EditError
        When a note is gone, or a text is longer than any word.
    """
    for note_id, text in lyrics.items():
        _check_length(text, note_id)

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


def _check_length(text: str, note_id: NoteId) -> None:
    if len(text) > MAX_LYRIC_LENGTH:
        raise EditError(
            f"'{text[:12]}…' has {len(text)} characters, and a note takes {MAX_LYRIC_LENGTH}: put "
            "spaces between the words, so that they go to notes of their own.",
            code="long-lyric",
            note_id=note_id,
        )


def flow_lyrics(
    project: Project,
    part_id: str,
    note_ids: Collection[NoteId],
    text: str,
    *,
    keep_extensions: bool = False,
) -> Edit:
    """Let a text run over notes from left to right; notes beyond its end keep theirs.

    With ``keep_extensions``, notes that only go on with the word before (``+``, ``+~``) stay so
    and take nothing of the text.
    """
    chosen = sorted(find_notes(find_part(project, part_id), note_ids), key=lambda n: n.start_ticks)
    if keep_extensions:
        chosen = [note for note in chosen if not note.lyric.startswith(EXTENDS)]
    pairs = zip(chosen, split_lyrics(text), strict=False)
    edit = set_lyrics(project, part_id, {note.id: _written(lyric) for note, lyric in pairs})
    return replace(edit, name="flow lyrics")


def set_hint(project: Project, part_id: str, note_id: NoteId, hint: Sequence[str]) -> Edit:
    """Sing these phonemes whatever the dictionary says; none gives the dictionary back.

    Raises
    ------
    EditError
        When one is empty or holds spaces or brackets.
    """
    for symbol in hint:
        if symbol.split() != [symbol] or "[" in symbol or "]" in symbol:
            raise EditError(
                f"'{symbol}' is no single phoneme: write the voice's own, divided by spaces.",
                code="bad-phoneme",
                note_id=note_id,
            )
    return _with_words(project, part_id, [note_id], "phonetic hint", {"hint": tuple(hint)})


def set_language(
    project: Project, part_id: str, note_ids: Collection[NoteId], language: str
) -> Edit:
    """Read lyrics in another language of the voice; empty is the voice's own."""
    return _with_words(project, part_id, note_ids, "language", {"language": language.strip()})


def _with_words(
    project: Project,
    part_id: str,
    note_ids: Collection[NoteId],
    name: str,
    changes: Mapping[str, Any],
) -> Edit:
    """Notes with other words; where they really differ, edits of the old phonemes go."""
    wanted = set(note_ids)

    def change(part: Part) -> Part:
        find_notes(part, wanted)
        notes = []
        for note in part.notes:
            new = replace(note, **changes) if note.id in wanted else note
            notes.append(note if new == note else replace(new, overrides=()))
        return replace(part, notes=tuple(notes))

    focus = Focus(part_id=part_id, note_ids=frozenset(wanted))
    return make_edit(name, project, with_part(project, part_id, change), focus)


def _written(lyric: Lyric) -> str:
    return f"{lyric.text}[{' '.join(lyric.hint)}]" if lyric.hint else lyric.text


def find_lyrics(
    part: Part, pattern: str, *, is_regex: bool = False, matches_case: bool = True
) -> tuple[NoteId, ...]:
    """Notes in whose lyrics a text or pattern occurs.

    Raises
    ------
    EditError
        When the pattern is none.
    """
    expression = _expression(pattern, is_regex=is_regex, matches_case=matches_case)
    return tuple(n.id for n in part.notes if pattern and expression.search(n.lyric))


def _expression(pattern: str, *, is_regex: bool, matches_case: bool) -> re.Pattern[str]:
    flags = re.NOFLAG if matches_case else re.IGNORECASE
    try:
        return re.compile(pattern if is_regex else re.escape(pattern), flags)
    except (re.error, RecursionError, OverflowError) as error:
        raise EditError(
            f"'{pattern}' is no pattern ({error}): correct it or search for plain text.",
            code="bad-pattern",
        ) from error


def replace_lyrics(
    project: Project,
    part_id: str,
    pattern: str,
    replacement: str,
    *,
    is_regex: bool = False,
    matches_case: bool = True,
    note_ids: Collection[NoteId] | None = None,
) -> Edit:
    """Find and replace in all lyrics of a part, or of some of its notes.

    Raises
    ------
    EditError
        When the pattern is none.
    """
    expression = _expression(pattern, is_regex=is_regex, matches_case=matches_case)
    if not pattern:
        return make_edit("replace lyrics", project, project)
    plain = replacement if is_regex else replacement.replace("\\", "\\\\")

    def change(part: Part) -> Part:
        notes = []
        for note in part.notes:
            if note_ids is not None and note.id not in note_ids:
                notes.append(note)
                continue
            text = expression.sub(plain, note.lyric)
            _check_length(text, note.id)
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
