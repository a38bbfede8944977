"""The open song with everything that works on it: history, autosave, engine, sound. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.playback import SAMPLE_RATE_HZ, SoundLoader, player_tracks, with_faders
from editor.autosave import Autosave
from editor.engine_bridge import EngineBridge
from editor.errors import SongFileError
from editor.history import History
from editor.model.project import Part, Project, Track
from editor.store import SongChange, Store
from editor.transport import MakePlayer, Transport
from engine.api import Engine, OutputSettings, Player, PlayerTrack, PlayState
from engine.timing import TempoMap
from engine.types import Drafts, GeneratedPhrase, GeneratedTiming, RenderSettings

_GATHER_MS = 50  # phrases come many at a time out of the cache; the player is told once


class Workspace(QObject):
    """Builds the parts of the editor in order and closes them in reverse.

    Parameters
    ----------
    engine : Engine
        Closed by whoever made it.
    journal_folder : Path
        Where songs of sessions that did not end well are kept.
    default_voice : Path
        Sings tracks that name no voice; one that names a missing voice is silent.
    voice_folders : mapping, optional
        Installed voices by id; None while they are looked for, until `EngineBridge.set_voices`.
    settings : RenderSettings, optional
    output : OutputSettings, optional
        The sound card.
    waits : bool
        Whether playing stands still before a phrase that is not ready.
    drafts : Drafts
        Whether phrases are heard from a draft first.
    sings_ahead : bool
        Whether phrases are sung before play is pressed.
    make_player : callable, optional

    Signals
    -------
    notice : str
        One sentence that the user should read.
    """

    notice = Signal(str)

    def __init__(
        self,
        engine: Engine,
        *,
        journal_folder: Path,
        default_voice: Path,
        voice_folders: Mapping[str, Path] | None,
        settings: RenderSettings | None = None,
        output: OutputSettings | None = None,
        waits: bool = True,
        drafts: Drafts = Drafts.NEVER,
        sings_ahead: bool = True,
        make_player: MakePlayer = Player,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.engine = engine
        self.store = Store(empty_song(), parent=self)
        self.history = History(self.store, parent=self)
        self.autosave = Autosave(self.store, journal_folder, history=self.history, parent=self)
        self.bridge = EngineBridge(
            engine,
            default_voice=default_voice,
            voice_folders=voice_folders,
            settings=settings,
            drafts=drafts,
            sings_ahead=sings_ahead,
            parent=self,
        )
        self.transport = Transport(
            make_player, sample_rate_hz=SAMPLE_RATE_HZ, settings=output, parent=self
        )
        self.transport.set_waits(waits)
        self._sounds = SoundLoader(parent=self)
        self._tracks: tuple[PlayerTrack, ...] = ()  # as the transport has them
        self._tracks_timer = QTimer(self)
        self._tracks_timer.setSingleShot(True)
        self._tracks_timer.setInterval(_GATHER_MS)
        self._tracks_timer.timeout.connect(self._send_tracks)
        self._connect()
        self._follow_all()

    def new(self) -> None:
        """Begin an empty song."""
        self.store.start(empty_song())

    @property
    def end_ms(self) -> float:
        """Where the last note or sound ends; sounds that are not read yet do not count."""
        project = self.store.project
        notes_ms = TempoMap(project.tempos).ticks_to_ms(end_ticks(project))
        ends = [clip.end for clips in self._sounds.clips.values() for clip in clips]
        return max(notes_ms, 1e3 * max(ends, default=0) / SAMPLE_RATE_HZ)

    def close(self, *, discard_journal: bool) -> None:
        """Fall silent, stop singing and end the threads."""
        self._tracks_timer.stop()
        self.transport.close()
        self.bridge.stop()
        self._sounds.close()
        self.autosave.close(discard=discard_journal)

    # ------------------------------------------------------------------ inside

    def _connect(self) -> None:
        self.store.changed.connect(self._follow)
        self.store.replaced.connect(self._follow_all)
        self.bridge.made.connect(self._keep)
        self.bridge.part_changed.connect(lambda _: self._tracks_timer.start())
        self.transport.position_changed.connect(lambda _, ms: self.bridge.set_playhead_ms(ms))
        self.transport.state_changed.connect(
            lambda state: self.bridge.set_playing(state is not PlayState.STOPPED)
        )
        self.transport.loop_changed.connect(self._tell_loop)
        self._sounds.loaded.connect(self._send_tracks)
        self._sounds.problem.connect(self.notice)
        self.autosave.problem_changed.connect(self._tell_autosave)

    def _follow(self, change: SongChange) -> None:
        self.bridge.follow(self.store.project, change.changes)
        if change.changes.track_ids:
            self._send_faders()  # a hand on a fader does not wait for what is gathered
        self._follow_sound()

    def _follow_all(self) -> None:
        self.transport.stop()
        self.engine.begin_song()
        self.bridge.follow(self.store.project)
        self._follow_sound()

    def _follow_sound(self) -> None:
        project = self.store.project
        self.transport.set_song(
            TempoMap(project.tempos), project.time_signatures, end_ticks=end_ticks(project)
        )
        self._tell_loop(self.transport.loop_ticks)
        self._sounds.follow(project, self.store.sound_folder or Path.home())
        self._tracks_timer.start()

    def _tell_loop(self, loop_ticks: tuple[float, float] | None) -> None:
        tempo = TempoMap(self.store.project.tempos)
        self.bridge.set_loop_ms(
            loop_ticks and (tempo.ticks_to_ms(loop_ticks[0]), tempo.ticks_to_ms(loop_ticks[1]))
        )

    def _keep(
        self,
        part_id: str,
        timing: tuple[GeneratedTiming, ...],
        phrases: tuple[GeneratedPhrase, ...],
    ) -> None:
        self.store.keep_generated(part_id, timing, phrases, source=self.bridge)

    def _send_tracks(self) -> None:
        self._tracks_timer.stop()
        self._tracks = player_tracks(self.store.project, self.bridge.sung, self._sounds.clips)
        self.transport.set_tracks(self._tracks)

    def _send_faders(self) -> None:
        self._tracks = with_faders(self._tracks, self.store.project)
        self.transport.set_tracks(self._tracks)

    def _tell_autosave(self, problem: SongFileError | None) -> None:
        if problem is not None:
            self.notice.emit(str(problem))


def empty_song() -> Project:
    """A song with one track and one part, ready to be written."""
    return Project(tracks=(Track(id="track-1", parts=(Part(id="part-1"),)),))


def end_ticks(project: Project) -> int:
    """First tick after the last note of all parts."""
    return max(
        (
            part.start_ticks + note.end_ticks
            for track in project.tracks
            for part in track.parts
            for note in part.notes
        ),
        default=0,
    )
