"""The song to the engine, and the engine's answers to the window's own thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import inf
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.model.changes import ChangeSet, PartChange
from editor.model.project import Project, Track
from editor.session import PartRequest, part_requests
from editor.sung import PhraseState, Progress, SungPart
from engine.api import Engine, JobHandle
from engine.types import (
    Drafts,
    EngineEvent,
    GeneratedPhrase,
    GeneratedTiming,
    LayoutDone,
    PhraseDone,
    Problem,
    RenderSettings,
    Stage,
    StageCount,
)

GATHER_MS = 40  # a drag changes the song many times a second; the engine is asked once
_NOWHERE_MS = (0.0, 0.0)
KEEP_MS = 200  # what was predicted goes into the song a few times a second, not by the phrase


class EngineBridge(QObject):
    """Keeps every part of the song sung.

    Edits are gathered for a moment; then only parts whose sound may have changed are asked for
    again. The engine itself finds out which phrases of them are as they were. Nothing is asked for
    while it is not known which voices there are (``voice_folders`` of None). A track without a
    voice is sung by the default one; one that names a voice that is not there stays silent, with
    one problem.

    Without ``sings_ahead`` phrases are laid out at once, but sung only when playing comes to them.

    Signals
    -------
    part_changed : str
        `sung` has another value for this part, or none any more.
    made : str, tuple of GeneratedTiming, tuple of GeneratedPhrase
        What the engine predicted, to be kept in the song.
    progress_changed : int, int
        Finished phrases and all phrases of the whole song.
    voices_changed
        `voices` has others now.
    """

    part_changed = Signal(str)
    made = Signal(str, object, object)
    progress_changed = Signal(int, int)
    voices_changed = Signal()

    _arrived = Signal(object)

    def __init__(
        self,
        engine: Engine,
        *,
        default_voice: Path,
        voice_folders: Mapping[str, Path] | None,
        settings: RenderSettings | None = None,
        drafts: Drafts = Drafts.NEVER,
        sings_ahead: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._default_voice = default_voice
        self._are_voices_known = voice_folders is not None
        self._voices = self._with_default(voice_folders or {})
        self._settings = settings or RenderSettings()
        self._drafts = drafts
        self._sings_ahead = sings_ahead
        self._is_playing = False
        self._playhead_ms = 0.0
        self._wanted_ms: tuple[float, float] | None = None
        self._project = Project()
        self._parts: dict[str, SungPart] = {}
        self._handles: dict[str, JobHandle] = {}
        self._wanted: set[str] = set()
        self._revision = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GATHER_MS)
        self._timer.timeout.connect(self.ask_now)
        self._made: dict[str, tuple[list[GeneratedTiming], list[GeneratedPhrase]]] = {}
        self._made_timer = QTimer(self)
        self._made_timer.setSingleShot(True)
        self._made_timer.setInterval(KEEP_MS)
        self._made_timer.timeout.connect(self.tell_made)
        # The engine calls from its own thread; the signal brings the event over to this one.
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._want()

    def sung(self, part_id: str) -> SungPart | None:
        """What there is of a part."""
        return self._parts.get(part_id)

    def voice_folder(self, voice_id: str) -> Path:
        """Where the voice lies that sings tracks with this voice id."""
        return self._voices.get(voice_id, self._default_voice)

    @property
    def are_voices_known(self) -> bool:
        """Whether it was looked which voices there are."""
        return self._are_voices_known

    @property
    def is_whole(self) -> bool:
        """Whether the engine has been asked for all of the song and has sung what it can."""
        there = {part.id for track in self._project.tracks for part in track.parts}
        return (
            not self.is_busy
            and there == self._parts.keys()
            and all(
                part.failure is None and part.n_finished == len(part.phrases)
                for part in self._parts.values()
            )
        )

    @property
    def voices(self) -> Mapping[str, Path]:
        """Folders of the voices that can sing, by id; the first sings what names none."""
        return self._voices

    @property
    def is_busy(self) -> bool:
        """Whether something is being sung, or will be without another wish."""
        if self._wanted:
            return True
        return any(part.is_due(self._wanted_ms) for part in self._parts.values())

    @property
    def progress(self) -> Progress:
        """How far the whole song is."""
        parts = self._parts.values()
        n_all = sum(len(part.phrases) for part in parts)
        n_done, is_busy = sum(part.n_finished for part in parts), self.is_busy
        return Progress(
            n_done=n_done,
            n_all=n_all,
            n_drafts=sum(part.count(PhraseState.DRAFT) for part in parts),
            n_failed=sum(part.count(PhraseState.FAILED) for part in parts),
            n_left=0 if is_busy else n_all - n_done,
            stage=next((part.stage for part in parts if part.stage is not None), None),
            is_busy=is_busy,
        )

    def statistics(self) -> Mapping[Stage, StageCount]:
        """Model runs and hits of the cache since the engine began."""
        return self._engine.statistics()

    def follow(self, project: Project, changes: ChangeSet | None = None) -> None:
        """The song is another one now; ``changes`` of None is a wholly new one."""
        if changes is None:
            for part_id in list(self._parts):
                self._forget(part_id)
        before, self._project = self._project, project
        there = {part.id for track in project.tracks for part in track.parts}
        for part_id in self._parts.keys() - there:
            self._forget(part_id)
        self._wanted = (self._wanted | affected_parts(project, changes, before=before)) & there
        if self._wanted:
            self._timer.start()

    def ask_for_all(self) -> None:
        """Have every part sung again, such as after the engine's models have moved."""
        self._wanted = {part.id for track in self._project.tracks for part in track.parts}
        if self._wanted:
            self._timer.start()

    def final_requests(
        self, project: Project, *, range_ms: tuple[float, float] | None = None
    ) -> tuple[PartRequest, ...]:
        """What sings a song for a file, with the voices and settings of now.

        Tracks whose voice is not there are silent in the file too.
        """
        silent = {track.id for track in project.tracks if not self._can_sing(track)}
        requests = part_requests(
            project,
            self._voices,
            default_voice=self._default_voice,
            settings=self._settings,
            range_ms=range_ms,
        )
        return tuple(item for item in requests if item.track_id not in silent)

    def set_settings(self, settings: RenderSettings) -> None:
        """Sing everything in another way."""
        before, self._settings = self._settings, settings
        # With the tensor cache and without it the sound is the same.
        if replace(settings, use_cache=before.use_cache) != before:
            self.ask_for_all()

    def set_voices(self, voice_folders: Mapping[str, Path]) -> None:
        """Voices were looked for, installed or removed."""
        voices = self._with_default(voice_folders)
        if voices != self._voices or not self._are_voices_known:
            self._voices, self._are_voices_known = voices, True
            self.ask_for_all()
            self.voices_changed.emit()

    def set_drafts(self, drafts: Drafts) -> None:
        """Whether phrases are heard from a draft first; what is sung already stays."""
        if drafts is not self._drafts:
            self._drafts = drafts
            self.ask_for_all()

    def set_sings_ahead(self, sings_ahead: bool) -> None:
        """Whether phrases are sung before play is pressed."""
        self._sings_ahead = sings_ahead
        self._want()
        self._tell_progress()

    def set_playhead_ms(self, playhead_ms: float) -> None:
        """Sing first what will be heard first."""
        self._playhead_ms = playhead_ms
        self._engine.set_playhead_ms(playhead_ms)
        if self._wanted_ms is not None and self._is_playing and playhead_ms < self._wanted_ms[0]:
            self._want()  # round the loop, or back by hand

    def set_loop_ms(self, loop_ms: tuple[float, float] | None) -> None:
        """Behind the end of the loop its begin is heard next."""
        self._engine.set_loop_ms(loop_ms)

    def set_playing(self, is_playing: bool) -> None:
        """Playing comes to what is ahead of the playhead."""
        if is_playing != self._is_playing:
            self._is_playing = is_playing
            self._want()
            self._tell_progress()

    def sing_again(self) -> None:
        """Try once more what failed, and sing what was left when singing stopped."""
        self._wanted |= {
            part.part_id
            for part in self._parts.values()
            if part.failure is not None
            or part.count(PhraseState.FAILED)
            or (part.is_over and part.n_finished < len(part.phrases))
        }
        self.ask_now()

    def stop(self) -> None:
        """Stop singing; what is done stays. The next edit asks anew."""
        self._timer.stop()
        self._wanted.clear()
        for handle in self._handles.values():
            handle.cancel()

    def ask_now(self) -> None:
        """Hand in what was gathered."""
        self._timer.stop()
        if not self._wanted or not self._are_voices_known:
            return
        wanted, self._wanted = self._wanted, set()
        self._revision += 1
        requests = part_requests(
            self._project,
            self._voices,
            default_voice=self._default_voice,
            settings=self._settings,
            revision=self._revision,
        )
        missing = {t.id: missing_voice(t) for t in self._project.tracks if not self._can_sing(t)}
        for item in requests:
            if item.part_id not in wanted:
                continue
            if item.track_id in missing:
                self._leave_silent(item.part_id, missing[item.track_id])
            else:
                self._ask(item)
        self._tell_progress()

    def tell_made(self) -> None:
        """Give away what was predicted since the last time."""
        self._made_timer.stop()
        made, self._made = self._made, {}
        for part_id, (timing, phrases) in made.items():
            if timing or phrases:
                self.made.emit(part_id, tuple(timing), tuple(phrases))

    # ---------------------------------------------------------------------------- inside

    def _with_default(self, voice_folders: Mapping[str, Path]) -> dict[str, Path]:
        """The voices that can sing; the default one has its own id also where nothing is found."""
        return {self._default_voice.name: self._default_voice, **voice_folders}

    def _can_sing(self, track: Track) -> bool:
        return not track.voice_id or track.voice_id in self._voices

    def _leave_silent(self, part_id: str, problem: Problem) -> None:
        handle = self._handles.pop(part_id, None)
        if handle is not None:
            handle.cancel()
        self._parts[part_id] = SungPart(
            part_id=part_id, revision=self._revision, failure=problem, is_over=True
        )
        self.part_changed.emit(part_id)

    def _want(self) -> None:
        if self._sings_ahead:
            self._wanted_ms = None
        elif self._is_playing:
            self._wanted_ms = (self._playhead_ms, inf)
        else:
            self._wanted_ms = _NOWHERE_MS
        self._engine.set_wanted_ms(self._wanted_ms)

    def _ask(self, item: PartRequest) -> None:
        part = self._parts.get(item.part_id)
        self._parts[item.part_id] = (
            SungPart(part_id=item.part_id, revision=self._revision)
            if part is None
            else part.asked_again(self._revision)
        )
        request = replace(
            item.request,
            drafts=self._drafts,
            is_on_demand=True,
            playhead_ms=self._playhead_ms,
        )
        self._handles[item.part_id] = self._engine.submit(request, self._arrived.emit)
        self.part_changed.emit(item.part_id)

    def _forget(self, part_id: str) -> None:
        handle = self._handles.pop(part_id, None)
        if handle is not None:
            handle.cancel()
        self._made.pop(part_id, None)
        if self._parts.pop(part_id, None) is not None:
            self.part_changed.emit(part_id)

    def _take(self, event: EngineEvent) -> None:
        before = self._parts.get(event.part_id)
        if before is None:
            return
        after = before.after(event)
        if after is before:
            return
        self._parts[event.part_id] = after
        timing, phrases = self._made.setdefault(event.part_id, ([], []))
        if isinstance(event, LayoutDone):
            timing.extend(event.timing)
        elif isinstance(event, PhraseDone):
            phrases.append(event.result.generated)
        if after.is_over:
            self.tell_made()
        elif not self._made_timer.isActive():
            self._made_timer.start()
        self.part_changed.emit(event.part_id)
        self._tell_progress()

    def _tell_progress(self) -> None:
        parts = self._parts.values()
        self.progress_changed.emit(
            sum(part.n_finished for part in parts), sum(len(part.phrases) for part in parts)
        )


def missing_voice(track: Track) -> Problem:
    """What to tell of a track whose voice is not installed."""
    return Problem(
        code="voice-missing",
        sentence=f"The voice '{track.voice_id}' of the track '{track.name or track.id}' is not "
        "installed, so it is silent: install it, or choose another voice for the track.",
    )


def affected_parts(
    project: Project, changes: ChangeSet | None, *, before: Project | None = None
) -> set[str]:
    """Parts whose sound may be another after a change; all without one.

    ``before`` is the song before it: faders and names of tracks are not sung again.
    """
    every = {part.id for track in project.tracks for part in track.parts}
    if changes is None or changes.is_tempo:
        return every
    if changes.is_project and (before is None or before.seed != project.seed):
        return every
    parts = {key for key, change in changes.parts.items() if _is_audible(change)}
    now, earlier = _singers(project), {} if before is None else _singers(before)
    for track in project.tracks:
        if track.id in changes.track_ids:
            ids = {part.id for part in track.parts}
            parts |= {key for key in ids if earlier.get(key) != now[key]}
    return parts & every


def _singers(project: Project) -> dict[str, object]:
    """What the engine is told of the tracks, by part: one that is moved may get another voice."""
    return {part.id: (t.voice_id, t.colours) for t in project.tracks for part in t.parts}


def _is_audible(change: PartChange) -> bool:
    silent = PartChange(
        is_renamed=change.is_renamed,
        is_generated=change.is_generated,
        is_listed=change.is_listed,
    )
    return change != silent
