"""What the manager tells of a voice, read from its folder. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from engine.types import Parameter, Problem
from engine.voicebank.abilities import abilities_of
from engine.voicebank.bank import Voicebank
from engine.voicebank.character import decode_text
from engine.voicebank.check import check_bank

MAX_TEXT_BYTES = 256 << 10
MAX_PICTURE_BYTES = 32 << 20
_TEXTS = ("readme", "license", "licence", "terms", "利用規約", "规约", "使用规约", "利用规约")


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model file: what it does, its name, its size."""

    family: str
    name: str
    n_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceFacts:
    """All that can be said of a voice without running it."""

    languages: tuple[str, ...]
    colours: tuple[str, ...]
    speakers: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    models: tuple[Model, ...]
    sample_rate_hz: int
    vocoder: str
    texts: tuple[tuple[str, str], ...]  # name of the file, content
    picture: bytes
    faults: tuple[Problem, ...]


def read_facts(bank: Voicebank) -> VoiceFacts:
    """Read a voice's texts and picture, and look for its faults."""
    folders = {
        "acoustic": bank.acoustic,
        "duration": bank.duration,
        "pitch": bank.pitch,
        "variance": bank.variance,
    }
    models = []
    for path in bank.model_paths():
        family = "vocoder"
        for name, folder in folders.items():
            if folder is not None and path.parent == folder.folder:
                family = name
        models.append(Model(family=family, name=path.name, n_bytes=path.stat().st_size))
    languages = {tag for tag in bank.dictionaries if tag} | {bank.phonemizer_language}
    return VoiceFacts(
        languages=tuple(sorted(tag for tag in languages if tag)),
        colours=tuple(colour.name for colour in bank.colours if colour.name),
        speakers=tuple(bank.acoustic.config.speakers or ()),
        parameters=abilities_of(bank).heard,
        models=tuple(models),
        sample_rate_hz=bank.acoustic.config.sample_rate,
        vocoder="" if bank.vocoder is None else bank.vocoder.name,
        texts=tuple(_texts(bank.folder)),
        picture=_picture(bank),
        faults=check_bank(bank.folder),
    )


def _texts(folder: Path) -> list[tuple[str, str]]:
    found = []
    for path in sorted(folder.iterdir()):
        is_text = path.suffix.lower() in ("", ".txt", ".md")
        if is_text and path.stem.lower().startswith(_TEXTS) and path.is_file():
            with path.open("rb") as stream:
                found.append((path.name, decode_text(stream.read(MAX_TEXT_BYTES), "utf-8")))
    return found


def _picture(bank: Voicebank) -> bytes:
    """The portrait, else the icon; empty when there is none inside the voice's folder."""
    base = bank.folder.resolve()
    for name in (bank.character.portrait, bank.character.image):
        path = (base / name).resolve() if name else base
        is_inside = path.is_relative_to(base) and path.is_file()
        if is_inside and path.stat().st_size <= MAX_PICTURE_BYTES:
            return path.read_bytes()
    return b""
