"""One voicebank as loaded from its folder: configs, token lists, speakers, file paths.

No model is opened here. Faults that leave the bank usable become problems; a bank without an
acoustic model is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

import numpy as np

from engine.errors import PhonemeError, VoicebankError
from engine.types import Float32Array, Int64Array, Problem
from engine.units import frame_length_ms
from engine.voicebank.character import Character, VoiceColour, read_character
from engine.voicebank.dictionary import EMPTY, PhonemeDictionary, read_dictionary
from engine.voicebank.manifest import (
    DsConfig,
    file_beside,
    is_file,
    read_dsconfig,
    read_tokens,
    read_vocoder_manifest,
)

MODEL_KEYS = ("acoustic", "linguistic", "dur", "pitch", "variance")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ModelFolder:
    """One ``dsconfig.yaml`` and the files it names, relative to its own folder."""

    folder: Path
    config: DsConfig
    tokens: Mapping[str, int]
    languages: Mapping[str, int]
    dictionary: PhonemeDictionary | None = None  # its own dsdict.yaml
    # Paths that were found to be there; asked for many times a phrase.
    _paths: dict[str, Path] = field(default_factory=dict, repr=False)

    @property
    def frame_ms(self) -> float:
        """Length of this model's frame."""
        return frame_length_ms(
            sample_rate_hz=self.config.sample_rate, hop_samples=self.config.hop_size
        )

    def model_path(self, key: str) -> Path:
        """Path of a model file (``acoustic``, ``linguistic``, ``dur``, ``pitch``, ``variance``).

        Raises
        ------
        VoicebankError
            When the config names none or the file is not there.
        """
        if key in self._paths:
            return self._paths[key]
        name: str | None = getattr(self.config, key)
        config = self.folder / "dsconfig.yaml"
        if not name:
            raise VoicebankError(
                f"{config} names no {key} model: add the line '{key}: FILE.onnx' or install the "
                "voicebank again.",
                code="missing-model",
                path=config,
                key=key,
            )
        path = file_beside(self.folder, name, named_by=config)
        if not is_file(path):
            raise VoicebankError(
                f"The {key} model {path} is missing: install the voicebank again.",
                code="missing-model",
                path=path,
                key=key,
            )
        self._paths[key] = path
        return path

    def token_ids(self, symbols: Sequence[str]) -> Int64Array:
        """Ids of phonemes, int64 [shape=(n,)].

        Raises
        ------
        PhonemeError
            For the first symbol that the token list lacks.
        """
        for symbol in symbols:
            if symbol not in self.tokens:
                raise PhonemeError(
                    f"The phoneme '{symbol}' is not in the token list of {self.folder}: choose "
                    "another lyric or phoneme for this voice.",
                    code="unknown-phoneme",
                    symbol=symbol,
                    path=self.folder,
                )
        return np.array([self.tokens[symbol] for symbol in symbols], dtype=np.int64)

    def language_ids(self, symbols: Sequence[str]) -> Int64Array:
        """Language id of each phoneme by the prefix before ``/``; 0 = none (contract 1.5)."""
        return np.array(
            [self.languages.get(s.split("/", 1)[0], 0) if "/" in s else 0 for s in symbols],
            dtype=np.int64,
        )

    def embeddings(self) -> Float32Array | None:
        """Speaker vectors, float32 [n_speakers, hidden_size]; None for a single-speaker model.

        Raises
        ------
        VoicebankError
            When a file is missing, damaged or of another size (rule R-9).
        """
        speakers = self.config.speakers
        if not speakers:
            return None
        config = self.folder / "dsconfig.yaml"
        rows = []
        for speaker in speakers:
            path = file_beside(self.folder, f"{speaker}.emb", named_by=config)
            rows.append(_read_embedding(path, self.config.hidden_size, config))
        table = np.array(rows, dtype=np.float32)
        table.flags.writeable = False
        return table

    def speaker_index(self, suffix: str) -> int:
        """Index of a colour's suffix in ``speakers`` (rule R-8); the first when none fits."""
        index = self.find_speaker(suffix)
        return 0 if index is None else index

    def find_speaker(self, suffix: str) -> int | None:
        """As `speaker_index`, but None when no speaker fits (the caller warns)."""
        speakers = self.config.speakers or ()
        if suffix in speakers:
            return speakers.index(suffix)
        parts = tuple(part for part in suffix.replace("\\", "/").split("/") if part)
        fitting = [
            index
            for index, speaker in enumerate(speakers)
            if parts and tuple(speaker.replace("\\", "/").split("/"))[-len(parts) :] == parts
        ]
        if len(fitting) == 1:
            return fitting[0]
        return 0 if len(speakers) == 1 else None


def _read_embedding(path: Path, hidden_size: int, config: Path) -> Float32Array:
    wanted = 4 * hidden_size
    try:
        size = path.stat().st_size if is_file(path) else -1
        raw = path.read_bytes() if size == wanted else b""
    except OSError as error:
        raise VoicebankError(
            f"The speaker file {path} cannot be read ({error.strerror}): install the voicebank "
            "again.",
            code="missing-embedding",
            path=path,
        ) from error
    if size < 0:
        raise VoicebankError(
            f"The speaker file {path} is missing: install the voicebank again.",
            code="missing-embedding",
            path=path,
        )
    if size != wanted:
        advice = (
            f"it would fit hidden_size {size // 4}: correct {config}."
            if size and size % 4 == 0
            else "no hidden_size fits it: install the voicebank again."
        )
        raise VoicebankError(
            f"The speaker file {path} has {size} bytes, but hidden_size {hidden_size} wants "
            f"{wanted}; {advice}",
            code="bad-embedding",
            path=path,
            fitting_size=size / 4,
        )
    row = np.frombuffer(raw, dtype="<f4")
    if not np.isfinite(row).all():
        raise VoicebankError(
            f"The speaker file {path} holds values that are not numbers: install the voicebank "
            "again.",
            code="bad-embedding",
            path=path,
        )
    return row.astype(np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class VocoderConfig:
    """A vocoder package: where it lies and how its mel is made (contract 1.8)."""

    folder: Path
    model_path: Path
    name: str
    sample_rate_hz: int
    hop_samples: int
    win_samples: int
    fft_samples: int
    n_mel_bins: int
    mel_fmin_hz: float
    mel_fmax_hz: float
    mel_base: str
    mel_scale: str
    pitch_controllable: bool
    force_on_cpu: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PhonemeTypes:
    """Which symbols are vowels and glides, over all dictionaries of a bank (rule R-7)."""

    dictionaries: tuple[PhonemeDictionary, ...]

    def is_vowel(self, symbol: str) -> bool:
        """Whether the symbol carries a note."""
        known = self._owner(symbol)
        return symbol in ("SP", "AP") or (known is not None and known.is_vowel(symbol))

    def is_glide(self, symbol: str) -> bool:
        """Whether the symbol is a glide."""
        known = self._owner(symbol)
        return known is not None and known.is_glide(symbol)

    def is_known(self, symbol: str) -> bool:
        """Whether a dictionary says what the symbol is; SP and AP need none."""
        return symbol in ("SP", "AP") or self._owner(symbol) is not None

    def _owner(self, symbol: str) -> PhonemeDictionary | None:
        for dictionary in self.dictionaries:
            if symbol in dictionary.symbol_types:
                return dictionary
        return None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Voicebank:
    """Everything of a bank that is known without running a model.

    ``id`` is what songs store: the folder's path from the voices folder it was found in.
    """

    id: str
    folder: Path
    character: Character
    acoustic: ModelFolder
    duration: ModelFolder | None
    pitch: ModelFolder | None
    variance: ModelFolder | None
    vocoder: VocoderConfig | None
    dictionaries: Mapping[str, PhonemeDictionary]  # language tag ("" = dsdict.yaml) -> dictionary
    phonemizer_language: str
    problems: tuple[Problem, ...] = ()
    types: PhonemeTypes = field(repr=False)

    @property
    def name(self) -> str:
        """Name for the user."""
        return self.character.name

    @property
    def author(self) -> str:
        """Who made it."""
        return self.character.author

    @property
    def licence(self) -> str:
        """Its licence in its own words, empty when it says nothing."""
        return self.character.licence

    @property
    def colours(self) -> tuple[VoiceColour, ...]:
        """Voice colours in the order of ``character.yaml``."""
        return self.character.colours

    def model_paths(self) -> tuple[Path, ...]:
        """Every model file that is there, the vocoder's included."""
        paths = [
            file_beside(folder.folder, name, named_by=folder.folder / "dsconfig.yaml")
            for folder in (self.acoustic, self.duration, self.pitch, self.variance)
            if folder is not None
            for key in MODEL_KEYS
            if (name := getattr(folder.config, key))
        ]
        if self.vocoder is not None:
            paths.append(self.vocoder.model_path)
        return tuple(path for path in paths if is_file(path))

    def phoneme_types(self) -> PhonemeTypes:
        """Vowels and glides."""
        return self.types

    def vowel_test(self, models: ModelFolder) -> Callable[[str], bool]:
        """Whether a symbol is a vowel for one model: by its own dictionary, else by the others.

        Source: rule R-7.
        """
        own = models.dictionary or EMPTY
        return PhonemeTypes(dictionaries=(own, *self.types.dictionaries)).is_vowel

    def colour_suffix(self, colour: str) -> str:
        """Suffix of a colour by name; the first colour in ordinal order when unknown (R-10)."""
        for candidate in self.colours:
            if candidate.name == colour:
                return candidate.suffix
        return min(self.colours, key=lambda c: c.name).suffix


def _load_models(folder: Path) -> ModelFolder:
    source = folder / "dsconfig.yaml"
    config = read_dsconfig(source)
    languages: Mapping[str, int] = {}
    if config.languages:
        languages = read_tokens(file_beside(folder, config.languages, named_by=source))
    elif config.use_lang_id:
        raise VoicebankError(
            f"{source} asks for language ids but names no languages file: add the line 'languages: "
            "FILE.json' or install the voicebank again.",
            code="missing-languages",
            path=source,
        )
    dictionary = None
    if is_file(folder / "dsdict.yaml"):
        dictionary = read_dictionary(folder / "dsdict.yaml")
    return ModelFolder(
        folder=folder,
        config=config,
        tokens=read_tokens(file_beside(folder, config.phonemes, named_by=source)),
        languages=languages,
        dictionary=dictionary,
    )


def _load_vocoder(folder: Path) -> VocoderConfig:
    manifest = read_vocoder_manifest(folder / "vocoder.yaml")
    path = file_beside(folder, manifest.model, named_by=folder / "vocoder.yaml")
    if not is_file(path):
        raise VoicebankError(
            f"The vocoder model {path} is missing: install the vocoder again.",
            code="missing-model",
            path=path,
            key="vocoder",
        )
    return VocoderConfig(
        folder=folder,
        model_path=path,
        name=manifest.name,
        sample_rate_hz=manifest.sample_rate,
        hop_samples=manifest.hop_size,
        win_samples=manifest.win_size,
        fft_samples=manifest.fft_size,
        n_mel_bins=manifest.num_mel_bins,
        mel_fmin_hz=manifest.mel_fmin,
        mel_fmax_hz=manifest.mel_fmax,
        mel_base=manifest.mel_base,
        mel_scale=manifest.mel_scale,
        pitch_controllable=manifest.pitch_controllable,
        force_on_cpu=manifest.force_on_cpu,
    )


def _find_vocoder(
    folder: Path, name: str | None, vocoder_folders: Iterable[Path]
) -> VocoderConfig | None:
    """Bank's own vocoder, then a package of that name in the given folders (contract 1.9)."""
    if is_file(folder / "dsvocoder" / "vocoder.yaml"):
        return _load_vocoder(folder / "dsvocoder")
    if name and PurePath(name).name == name:  # a package's name, never a path out of the folder
        for place in vocoder_folders:
            if is_file(place / name / "vocoder.yaml"):
                return _load_vocoder(place / name)
    return None


def _dictionaries(folders: Sequence[Path], problems: list[Problem]) -> dict[str, PhonemeDictionary]:
    """Dictionaries by language tag; a file in an earlier folder wins, a broken one is told."""
    found: dict[str, PhonemeDictionary] = {}
    for folder in folders:
        for path in sorted(folder.glob("dsdict*.yaml")):
            tag = path.stem.removeprefix("dsdict").removeprefix("-")
            if tag in found:
                continue
            try:
                found[tag] = read_dictionary(path)
            except VoicebankError as error:
                problem = Problem(code=error.code, sentence=str(error))
                if problem not in problems:
                    problems.append(problem)
    return found


def load_bank(
    folder: Path, *, vocoder_folders: Sequence[Path] = (), bank_id: str = ""
) -> Voicebank:
    """Read a bank's folder.

    Parameters
    ----------
    folder : Path
    vocoder_folders : sequence of Path
        Where shared vocoder packages lie, in order of preference.
    bank_id : str, optional
        What songs call it; else the folder's name.

    Raises
    ------
    VoicebankError
        When the folder is no DiffSinger bank or its acoustic config is broken.
    """
    if not is_file(folder / "dsconfig.yaml"):
        raise VoicebankError(
            f"{folder} has no dsconfig.yaml, so it is not a DiffSinger voicebank: choose the "
            "folder that holds character.txt and dsconfig.yaml.",
            code="not-a-voicebank",
            path=folder,
        )
    problems: list[Problem] = []

    def optional(name: str) -> ModelFolder | None:
        if not is_file(folder / name / "dsconfig.yaml"):
            return None
        try:
            return _load_models(folder / name)
        except VoicebankError as error:
            problems.append(Problem(code=error.code, sentence=str(error)))
            return None

    character = read_character(folder)
    acoustic = _load_models(folder)
    duration, pitch, variance = optional("dsdur"), optional("dspitch"), optional("dsvariance")
    vocoder = None
    try:
        vocoder = _find_vocoder(folder, acoustic.config.vocoder, vocoder_folders)
        if vocoder is None:
            problems.append(
                Problem(
                    code="missing-vocoder",
                    sentence=f"{character.name} needs the vocoder package "
                    f"'{acoustic.config.vocoder}', which is not installed: install it and try "
                    "again.",
                )
            )
    except VoicebankError as error:
        problems.append(Problem(code=error.code, sentence=str(error)))
    places = [folder / "dsdur", folder, folder / "dspitch", folder / "dsvariance"]
    dictionaries = _dictionaries([place for place in places if place.is_dir()], problems)
    language = phonemizer_language(character.default_phonemizer)
    if not language:
        tags = [tag for tag in dictionaries if tag]
        language = tags[0] if len(tags) == 1 else ""
    return Voicebank(
        id=bank_id or folder.name,
        folder=folder,
        character=character,
        acoustic=acoustic,
        duration=duration,
        pitch=pitch,
        variance=variance,
        vocoder=vocoder,
        dictionaries=dictionaries,
        phonemizer_language=language,
        problems=tuple(problems),
        types=PhonemeTypes(dictionaries=tuple(dictionaries.values()) or (EMPTY,)),
    )


PHONEMIZER_LANGUAGES = {
    "DiffSingerChinesePhonemizer": "zh",
    "DiffSingerJyutpingPhonemizer": "yue",
    "DiffSingerJapanesePhonemizer": "ja",
    "DiffSingerKoreanPhonemizer": "ko",
    "DiffSingerKoreanG2PPhonemizer": "ko",
    "DiffSingerEnglishPhonemizer": "en",
    "DiffSingerARPAPlusEnglishPhonemizer": "en",
    "DiffSingerFrenchMillfeuillePhonemizer": "fr",
    "DiffSingerGermanPhonemizer": "de",
    "DiDiffSingerGermanMarzipanPhonemizerr": "de",
    "DiffSingerItalianPhonemizer": "it",
    "DiffSingerSpanishPhonemizer": "es",
    "DiffSingerPortuguesePhonemizer": "pt",
    "DiffSingerRussianPhonemizer": "ru",
    "DiffSingerFilipinoPhonemizer": "fil",
}


def phonemizer_language(type_name: str) -> str:
    """Language code of a ``default_phonemizer`` type name (contract 8.1, two misspelt upstream)."""
    return PHONEMIZER_LANGUAGES.get(type_name.rpartition(".")[2], "")


def check_mel_match(bank: Voicebank) -> None:
    """Compare the acoustic model's mel with the vocoder's (contract section 7); base may differ.

    Raises
    ------
    VoicebankError
        When there is no vocoder, or naming every setting that differs.
    """
    config, vocoder = bank.acoustic.config, bank.vocoder
    if vocoder is None:
        raise VoicebankError(
            f"{bank.name} needs the vocoder package '{config.vocoder}', which is not installed: "
            "install it and try again.",
            code="missing-vocoder",
            name=config.vocoder,
        )
    pairs = {
        "sample_rate": (config.sample_rate, vocoder.sample_rate_hz),
        "hop_size": (config.hop_size, vocoder.hop_samples),
        "win_size": (config.win_size, vocoder.win_samples),
        "fft_size": (config.fft_size, vocoder.fft_samples),
        "num_mel_bins": (config.num_mel_bins, vocoder.n_mel_bins),
        "mel_scale": (config.mel_scale, vocoder.mel_scale),
    }
    wrong = [f"{key} {a} and {b}" for key, (a, b) in pairs.items() if a != b]
    for key, a, b in (
        ("mel_fmin", config.mel_fmin, vocoder.mel_fmin_hz),
        ("mel_fmax", config.mel_fmax, vocoder.mel_fmax_hz),
    ):
        if abs(a - b) > 1e-5:
            wrong.append(f"{key} {a:g} and {b:g}")
    if wrong:
        raise VoicebankError(
            f"The acoustic model of {bank.name} and the vocoder {vocoder.name} do not fit "
            f"together ({'; '.join(wrong)}): choose a vocoder with the bank's settings.",
            code="mel-mismatch",
            settings=tuple(wrong),
        )
