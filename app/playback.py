"""What the player plays: every track's phrases as far as they are sung, and its sound files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from editor.model.project import AudioClip, Project, Track
from editor.sounds import track_clips
from editor.sung import PhraseState, SungPart
from engine.api import Clip, MixTrack, PlayerTrack, join, place
from engine.timing import Tempo, TempoMap

SAMPLE_RATE_HZ = 44100

Loaded = tuple[tuple[Clip, ...], tuple[str, ...]]
_Sounds = tuple[tuple[AudioClip, ...], tuple[Tempo, ...], Path]


def player_tracks(
    project: Project,
    sung: Callable[[str], SungPart | None],
    sounds: Mapping[str, tuple[Clip, ...]],
    *,
    sample_rate_hz: int = SAMPLE_RATE_HZ,
) -> tuple[PlayerTrack, ...]:
    """The song's tracks for the player.

    Parameters
    ----------
    project : Project
    sung : callable
        What there is of a part, by its id.
    sounds : mapping
        Clips of each track's sound files, by the track's id.
    sample_rate_hz : int
    """
    return tuple(
        PlayerTrack(
            id=track.id,
            mix=MixTrack(
                name=track.name or track.id,
                clips=(*_voices(parts, sample_rate_hz), *sounds.get(track.id, ())),
                gain_db=track.gain_db,
                pan=track.pan,
            ),
            is_muted=track.is_muted,
            is_solo=track.is_solo,
            pending=_pending(parts, sample_rate_hz),
        )
        for track in project.tracks
        if (parts := [p for part in track.parts if (p := sung(part.id)) is not None]) or track.audio
    )


def with_faders(tracks: Sequence[PlayerTrack], project: Project) -> tuple[PlayerTrack, ...]:
    """The same sound with the song's faders and switches as they are now."""
    found = {track.id: track for track in project.tracks}
    return tuple(
        track if track.id not in found else _with_fader(track, found[track.id]) for track in tracks
    )


def _with_fader(track: PlayerTrack, now: Track) -> PlayerTrack:
    mix = track.mix
    if (mix.gain_db, mix.pan) != (now.gain_db, now.pan):
        mix = replace(mix, gain_db=now.gain_db, pan=now.pan)
    switches = (now.is_muted, now.is_solo)
    if mix is track.mix and (track.is_muted, track.is_solo) == switches:
        return track
    return replace(track, mix=mix, is_muted=now.is_muted, is_solo=now.is_solo)


def _voices(parts: Sequence[SungPart], sample_rate_hz: int) -> tuple[Clip, ...]:
    results = [result for part in parts for result in part.results]
    return join([place(r) for r in results if r.sample_rate_hz == sample_rate_hz])


def _pending(parts: Sequence[SungPart], sample_rate_hz: int) -> tuple[tuple[int, int], ...]:
    return tuple(
        (
            int(phrase.layout.start_ms * sample_rate_hz / 1e3),
            int(phrase.layout.end_ms * sample_rate_hz / 1e3),
        )
        for part in parts
        if not part.is_over
        for phrase in part.phrases.values()
        if phrase.state in (PhraseState.WAITING, PhraseState.RUNNING)
    )


class SoundLoader(QObject):
    """Reads the song's sound files in the background, each track again only when it changed.

    Signals
    -------
    loaded
        `clips` has other values now.
    problem : str
        One sentence about a file that cannot be heard.
    """

    loaded = Signal()
    problem = Signal(str)
    _read = Signal(str, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clips: dict[str, tuple[Clip, ...]] = {}
        self._asked: dict[str, _Sounds] = {}
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sounds")
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def follow(self, project: Project, song_folder: Path) -> None:
        """The song is another one now."""
        tracks = {track.id: track for track in project.tracks if track.audio}
        for gone in self._asked.keys() - tracks.keys():
            del self._asked[gone]
            self.clips.pop(gone, None)
        for track in tracks.values():
            wanted = (track.audio, project.tempos, song_folder)
            if self._asked.get(track.id) != wanted:
                self._asked[track.id] = wanted
                self._ask(track, wanted)

    def close(self) -> None:
        """Wait for the file that is being read and end the thread."""
        self._pool.shutdown(cancel_futures=True)

    def _ask(self, track: Track, wanted: _Sounds) -> None:
        _, tempos, song_folder = wanted

        def read() -> Loaded:
            return track_clips(
                track,
                song_folder=song_folder,
                tempo=TempoMap(tempos),
                sample_rate_hz=SAMPLE_RATE_HZ,
            )

        def tell(future: Future[Loaded]) -> None:
            if not future.cancelled():
                self._read.emit(track.id, wanted, future.result())

        self._pool.submit(read).add_done_callback(tell)

    def _take(self, track_id: str, wanted: _Sounds, found: Loaded) -> None:
        if self._asked.get(track_id) != wanted:
            return  # the song has gone on meanwhile
        clips, problems = found
        self.clips[track_id] = clips
        for sentence in problems:
            self.problem.emit(sentence)
        self.loaded.emit()
