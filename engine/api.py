"""The engine's front door: everything that the editor and the command line may call.

Importing this loads no model runtime, no sound library and no window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

from engine.audio.deck import DeviceChanged
from engine.audio.feed import MASTER, Level, Levels, PlayerTrack
from engine.audio.files import check_audio_target
from engine.audio.metronome import METRONOME, CountIn, Metre, count_in, metronome
from engine.audio.output import OpenOutput, OutputDevice, OutputSettings, output_devices
from engine.audio.peaks import Peaks, read_peaks
from engine.audio.player import Player, PlayerEvent, PlayState, StateChanged
from engine.audio.reading import read_audio
from engine.audio.tones import note_tone
from engine.cache.store import (
    CacheInfo,
    ClearResult,
    TensorCache,
    VerifyResult,
    cache_info,
    clear_cache,
    verify_cache,
)
from engine.inference.cancel import CancelToken
from engine.inference.digests import FileDigests
from engine.inference.providers import ModelPlaces, available_providers
from engine.inference.sessions import OnnxSessionHost, SessionHost
from engine.jobs import EngineThread, JobHandle
from engine.phonemize.words import VoiceWords, read_voice_words
from engine.provider_trial import ProviderTrial, try_providers
from engine.render.export import DEFAULT_TAIL_S, SAMPLE_RATES_HZ, export_audio, export_peak
from engine.render.mix import Clip, MixTrack, join, mix_blocks, pan_gains, place
from engine.render.stages import ModelRunner
from engine.types import EngineEvent, RenderRequest, Stage, StageCount
from engine.voicebank.bank import Voicebank, load_bank
from engine.voicebank.check import check_bank
from engine.voicebank.scan import find_banks

__all__ = [
    "DEFAULT_TAIL_S",
    "MASTER",
    "METRONOME",
    "SAMPLE_RATES_HZ",
    "CacheInfo",
    "CancelToken",
    "ClearResult",
    "Clip",
    "CountIn",
    "DeviceChanged",
    "Engine",
    "JobHandle",
    "Level",
    "Levels",
    "Metre",
    "MixTrack",
    "ModelPlaces",
    "OpenOutput",
    "OutputDevice",
    "OutputSettings",
    "Peaks",
    "PlayState",
    "Player",
    "PlayerEvent",
    "PlayerTrack",
    "ProviderTrial",
    "SessionHost",
    "StateChanged",
    "TensorCache",
    "VerifyResult",
    "VoiceWords",
    "Voicebank",
    "available_providers",
    "cache_info",
    "check_audio_target",
    "check_bank",
    "clear_cache",
    "count_in",
    "export_audio",
    "export_peak",
    "find_banks",
    "join",
    "load_bank",
    "metronome",
    "mix_blocks",
    "note_tone",
    "output_devices",
    "pan_gains",
    "place",
    "read_audio",
    "read_peaks",
    "read_voice_words",
    "try_providers",
    "verify_cache",
]

_DEFAULT_BUDGET_BYTES = 2 << 30


class Engine:
    """Sings requests on a thread of its own. A context manager; ``close`` ends it.

    Parameters
    ----------
    cache_folder : Path, optional
        The tensor cache, and rewritten models beside it. None keeps results in memory only.
    cache_budget_bytes : int
    n_threads : int
        Threads inside a model; 0 lets the runtime choose.
    provider : str
        ``cpu``, ``cuda``, ``directml`` or ``coreml``.
    vocoder_folders : sequence of Path
        Where vocoders lie that banks share.
    sessions : SessionHost, optional
        Runs the models in place of ONNX Runtime.
    """

    def __init__(
        self,
        *,
        cache_folder: Path | None,
        cache_budget_bytes: int = _DEFAULT_BUDGET_BYTES,
        n_threads: int = 0,
        provider: str = "cpu",
        vocoder_folders: Sequence[Path] = (),
        sessions: SessionHost | None = None,
    ) -> None:
        self._vocoder_folders = tuple(vocoder_folders)
        self._banks: dict[Path, tuple[object, Voicebank]] = {}
        self._cache = TensorCache(cache_folder, budget_bytes=cache_budget_bytes)
        self._sessions = sessions
        self._rewritten_folder = None if cache_folder is None else cache_folder / "seeded"
        self._digests = FileDigests()
        runner = ModelRunner(
            self._host(provider, n_threads),
            self._cache,
            declarations_folder=None if cache_folder is None else cache_folder / "models",
        )
        self._thread = EngineThread(runner, self._open_bank)

    def submit(self, request: RenderRequest, on_event: Callable[[EngineEvent], None]) -> JobHandle:
        """Sing a request; older work on the same part stops.

        ``on_event`` is called on the engine's thread and should return at once.
        """
        return self._thread.submit(request, on_event)

    def set_playhead_ms(self, playhead_ms: float) -> None:
        """Sing first what will be heard first."""
        self._thread.set_playhead_ms(playhead_ms)

    def set_loop_ms(self, loop_ms: tuple[float, float] | None) -> None:
        """What is played again and again: behind its end its begin is heard next."""
        self._thread.set_loop_ms(loop_ms)

    def use_models(self, places: ModelPlaces) -> None:
        """Run models where and how it is said from now on.

        All work in hand is cancelled, because one song is not to be sung by two: ask again.
        """
        hosts = {name: self._host(name, places.n_threads) for name in places.by_kind().values()}
        by_kind = {kind: hosts[name] for kind, name in places.by_kind().items()}
        self._thread.use_hosts(self._host("cpu", places.n_threads), by_kind)

    def begin_song(self) -> None:
        """Requests from now on are another song's, which is counted from nothing."""
        self._thread.begin_song()

    def set_wanted_ms(self, wanted_ms: tuple[float, float] | None) -> None:
        """Where requests on demand are sung; None is everywhere, an empty stretch nowhere."""
        self._thread.set_wanted_ms(wanted_ms)

    def statistics(self) -> Mapping[Stage, StageCount]:
        """Model runs, cache hits and model seconds of each stage since the engine began."""
        return self._thread.meter.copy_stages()

    def song_statistics(self) -> Mapping[Stage, StageCount]:
        """The same since `begin_song`."""
        return self._thread.song_meter.copy_stages()

    @property
    def cache_folder(self) -> Path | None:
        """Where the tensor cache lies."""
        return self._cache.folder

    def cache_info(self) -> CacheInfo | None:
        """What lies in the cache folder, counted now; None where there is no folder."""
        return None if self._cache.folder is None else cache_info(self._cache.folder)

    def set_cache_budget(self, n_bytes: int) -> None:
        """Let the cache folder grow to another size."""
        self._cache.set_budget_bytes(n_bytes)

    def clear_cache(
        self,
        *,
        unused_only: bool = False,
        on_progress: Callable[[int, int], None] = lambda done, total: None,
        cancel: CancelToken | None = None,
    ) -> ClearResult:
        """Empty the tensor cache; takes its time, and may be called on any thread.

        With ``unused_only`` everything stays that the open song has asked for since `begin_song`,
        what an undo would ask for again included. Songs of other windows are not known.

        Raises
        ------
        Cancelled
            When stopped; what was removed is gone.
        """
        return self._cache.clear(
            keep=self._thread.song_keys if unused_only else None,
            on_progress=on_progress,
            check=(cancel or CancelToken()).check,
        )

    @property
    def load_s(self) -> float:
        """Seconds spent making sessions since the engine began."""
        return self._thread.meter.load_s

    def drain(self) -> None:
        """Wait until all results so far lie in the cache folder."""
        self._cache.drain()

    def close(self) -> None:
        """Cancel all work, write what is pending, end the threads; may be called again."""
        self._thread.close()
        self._cache.close()

    def abandon(self) -> None:
        """Cancel all work and return at once; for a process that is about to end.

        Results that do not lie in the cache folder yet are dropped.
        """
        self._thread.close(timeout_s=0.02)
        self._cache.close(discard=True)

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is not None and issubclass(kind, KeyboardInterrupt):
            self.abandon()
        else:
            self.close()

    def _host(self, provider: str, n_threads: int) -> SessionHost:
        return self._sessions or OnnxSessionHost(
            provider=provider,
            n_threads=n_threads,
            rewritten_folder=self._rewritten_folder,
            digests=self._digests,
        )

    def _open_bank(self, folder: Path) -> Voicebank:
        """A bank, read again only when one of its texts changed."""
        state = _folder_state(folder)
        known = self._banks.get(folder)
        if known is None or known[0] != state:
            bank = load_bank(folder, vocoder_folders=self._vocoder_folders)
            known = self._banks[folder] = (state, bank)
        return known[1]


_TEXTS = frozenset({".yaml", ".yml", ".txt", ".json", ".emb"})


def _folder_state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, sizes and times of a bank's small files, two levels deep."""
    entries = []
    for pattern in ("*", "*/*", "*/*/*"):
        for path in folder.glob(pattern):
            if path.suffix.lower() in _TEXTS and path.is_file():
                status = path.stat()
                entries.append((str(path), status.st_size, status.st_mtime_ns))
    return tuple(sorted(entries))
