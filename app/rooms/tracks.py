"""Tracks, parts and sounds: the arrangement, the mixer, and their commands."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from app.action_spec import Condition
from app.actions import Handler
from app.desk import Desk
from app.voice_shelf import VoiceShelf
from editor.edits.audio import add_clip
from editor.edits.edit import Edit, Focus, make_edit
from editor.edits.tracks import add_track, duplicate_track, move_track, remove_track
from editor.errors import EditError
from editor.model.lookup import find_track
from editor.model.project import AudioClip, Part, Track
from editor.panels.arrangement import ArrangementPanel
from editor.panels.block_commands import BlockCommands
from editor.panels.blocks import ROW_PX, Block
from editor.panels.mixer import MixerPanel
from editor.panels.overview_hand import new_id
from editor.panels.sound_dialog import SoundDialog
from editor.panels.track_controls import VoiceChoice, is_audio
from editor.store import SongChange
from editor.tools.gestures import new_note_id
from engine.api import PlayState

_ROWS_SHOWN = 4  # as many tracks make the dock grow
SOUND_ENDINGS = (".wav", ".flac", ".ogg", ".mp3")
_TRACK_MENU = (
    ("tracks.rename", "tracks.mute", "tracks.solo"),
    ("tracks.duplicate", "tracks.up", "tracks.down"),
    ("tracks.new_part",),
    ("tracks.remove",),
    ("tracks.add_voice", "tracks.add_audio"),
)
_BLOCK_MENU = (
    ("tracks.rename_part", "tracks.sound_levels"),
    ("tracks.split_part", "tracks.join_parts", "tracks.duplicate_part"),
    ("tracks.delete_part",),
)


class TracksRoom(QObject):
    """Runs the actions of the menu Tracks and keeps the arrangement and the mixer in step."""

    conditions_changed = Signal()

    def __init__(self, desk: Desk, shelf: VoiceShelf) -> None:
        super().__init__(desk.window)
        self._desk, self._shelf = desk, shelf
        self._store, self._history = desk.workspace.store, desk.workspace.history
        colours = desk.theme.theme.roll
        self.panel = ArrangementPanel(self._store, self._history, colours, desk.window)
        self.mixer = MixerPanel(self._store, self._history, colours, desk.window)
        self.commands = BlockCommands(self._store, self.panel.mouse, self)
        areas = Qt.DockWidgetArea
        desk.docks.add("view.arrangement", self.panel, areas.TopDockWidgetArea, is_shown=True)
        desk.docks.add("view.mixer", self.mixer, areas.BottomDockWidgetArea)
        self._menu = QMenu(desk.window)
        self._n_rows = 0
        self._has_corner = False
        self._connect()
        self._show_voices()

    def _connect(self) -> None:
        desk, panel, workspace = self._desk, self.panel, self._desk.workspace
        for teller in (panel.hand, panel.mouse, self.mixer.hand, self.commands):
            teller.refused.connect(desk.notify)
        panel.mouse.part_chosen.connect(desk.show_part)
        panel.mouse.part_opened.connect(self._open_part)
        panel.mouse.part_wanted.connect(self._begin_part_at)
        panel.mouse.place_wanted.connect(workspace.transport.seek)
        panel.mouse.command_wanted.connect(lambda name: desk.actions()[name].trigger())
        panel.menu_wanted.connect(self._show_menu)
        panel.name_editor.written.connect(self.commands.rename)
        panel.overview.selection_changed.connect(lambda _: self.conditions_changed.emit())
        panel.current_changed.connect(self._follow_track)
        self.mixer.current_changed.connect(panel.set_current)
        self._store.changed.connect(self._follow)
        self._store.replaced.connect(self._show_track)
        self._store.replaced.connect(self._make_room)
        desk.roll.viewport_changed.connect(lambda _: self._show_roll_view())
        desk.roll.song_shown.connect(self._show_part)
        workspace.transport.position_changed.connect(self._show_playhead)
        workspace.transport.levels_changed.connect(self._show_levels)
        workspace.transport.loop_changed.connect(panel.overview.set_loop_ticks)
        workspace.bridge.voices_changed.connect(self._show_voices)
        self._shelf.changed.connect(self._show_voices)
        desk.theme.theme_changed.connect(self._wear)
        self._history.stepped.connect(self._look_at)

    # ------------------------------------------------------------------ what rooms have

    def handlers(self) -> Mapping[str, Handler]:
        """Every command by the id of its action."""
        return {
            "tracks.add_voice": self._add_voice,
            "tracks.add_audio": self._ask_audio,
            "tracks.duplicate": self._duplicate_track,
            "tracks.rename": self._rename_track,
            "tracks.up": lambda: self._move_track(-1),
            "tracks.down": lambda: self._move_track(1),
            "tracks.mute": lambda on: self.panel.hand.set_muted(self._track_id, on),
            "tracks.solo": lambda on: self.panel.hand.set_solo(self._track_id, on),
            "tracks.remove": self._remove_track,
            "tracks.new_part": self._begin_part,
            "tracks.split_part": lambda: self.commands.split(self._blocks, self._playhead),
            "tracks.join_parts": lambda: self.commands.join(self.panel.overview.chosen),
            "tracks.rename_part": self._rename_part,
            "tracks.duplicate_part": lambda: self.commands.duplicate(
                self.panel.overview.arrangement, self._blocks
            ),
            "tracks.delete_part": lambda: self.commands.delete(self.panel.overview.chosen),
            "tracks.sound_levels": self._ask_levels,
        }

    def conditions(self) -> Collection[Condition]:
        """What is current and chosen."""
        chosen = self.panel.overview.chosen
        rows = [block.row for block in chosen if block.part is not None]
        holding = {
            Condition.HAS_TRACK: bool(self._track_id),
            Condition.HAS_BLOCKS: bool(chosen),
            Condition.HAS_PART: bool(self._blocks),
            Condition.HAS_PARTS: len(rows) > 1 and len(set(rows)) == 1,
            Condition.HAS_SOUND: any(block.sound is not None for block in chosen),
        }
        return [name for name, holds in holding.items() if holds]

    # ------------------------------------------------------------------ what is shown

    @property
    def _track_id(self) -> str:
        return self.panel.current_track_id

    @property
    def _playhead(self) -> int:
        return round(self._desk.workspace.transport.position_ticks)

    @property
    def _blocks(self) -> tuple[Block, ...]:
        """What is chosen in the overview, else the part in the roll."""
        overview = self.panel.overview
        shown = overview.arrangement.find(self._desk.roll.content.part.id)
        return overview.chosen or (() if shown is None else (shown,))

    def _show_part(self) -> None:
        part_id = self._desk.roll.content.part.id
        self.panel.overview.set_shown_part(part_id)
        self.panel.overview.finest_snap = self._desk.roll.content.snap
        self._show_roll_view()
        self._show_track()

    def _make_room(self) -> None:
        """Grow the dock for tracks that came, up to a few; whoever made it small keeps it so."""
        n_rows = min(_ROWS_SHOWN, len(self._store.project.tracks))
        dock = self._desk.docks["view.arrangement"]
        if n_rows > self._n_rows and not dock.isFloating() and dock.isVisible():
            lacking = min(n_rows - self._n_rows, _ROWS_SHOWN) * ROW_PX
            wanted = min(self.panel.height_for_all_px, self.panel.height() + lacking)
            if self.panel.height() < wanted <= self._desk.window.height() // 3:
                height = dock.height() + wanted - self.panel.height()
                self._desk.window.resizeDocks([dock], [height], Qt.Orientation.Vertical)
        self._n_rows = n_rows

    def _show_voices(self) -> None:
        """The voices that can sing: the one for tracks that name none, then the others by name."""
        banks = {bank.id: bank for bank in self._shelf.banks}
        voices = [
            VoiceChoice(id=voice_id, name=voice_id)
            if (bank := banks.get(voice_id)) is None
            else VoiceChoice(
                id=voice_id,
                name=bank.name or voice_id,
                colours=tuple(dict.fromkeys(colour.name for colour in bank.colours)),
            )
            for voice_id in self._desk.workspace.bridge.voices
        ]
        others = sorted(voices[1:], key=lambda voice: voice.name.casefold())
        self.panel.set_voices((*voices[:1], *others))

    def _show_roll_view(self) -> None:
        self.panel.overview.set_roll_ticks(self._desk.roll.viewport.visible_ticks)

    def _follow(self, change: SongChange) -> None:
        if not change.changes.is_generated_only:
            self._show_track()
            self._make_room()

    def _follow_track(self, track_id: str) -> None:
        self.mixer.set_current(track_id)
        self._show_track()

    def _show_track(self) -> None:
        """Check the switches of the current track in the menu."""
        track = self._track
        actions = self._desk.actions()
        if not self._has_corner:
            self._has_corner = True
            self.panel.set_corner([actions["tracks.add_voice"], actions["tracks.add_audio"]])
        actions["tracks.mute"].setChecked(track is not None and track.is_muted)
        actions["tracks.solo"].setChecked(track is not None and track.is_solo)
        self.conditions_changed.emit()

    @property
    def _track(self) -> Track | None:
        tracks = self._store.project.tracks
        return next((track for track in tracks if track.id == self._track_id), None)

    def _show_playhead(self, ticks: float, _ms: float) -> None:
        is_playing = self._desk.workspace.transport.state is not PlayState.STOPPED
        self.panel.overview.set_playhead_ticks(ticks, is_followed=is_playing)

    def _show_levels(self, levels: object) -> None:
        if self.panel.isVisible():
            self.panel.show_levels(levels)
        if self.mixer.isVisible():
            self.mixer.show_levels(levels)  # type: ignore[arg-type]

    def _show_menu(self, place: QPoint) -> None:
        groups = _BLOCK_MENU if self.panel.overview.selection else _TRACK_MENU
        self._menu.clear()
        for group in groups:
            self._menu.addSeparator()
            for name in group:
                self._menu.addAction(self._desk.actions()[name])
        self._menu.popup(place)

    def _wear(self) -> None:
        colours = self._desk.theme.theme.roll
        self.panel.set_colours(colours)
        self.mixer.set_colours(colours)

    def _look_at(self, focus: Focus) -> None:
        """Undo shows what it brought back."""
        block = self.panel.overview.arrangement.find(focus.part_id)
        if block is not None:
            self.panel.overview.reveal(block)

    # ------------------------------------------------------------------ tracks

    def _push(self, edit: Edit) -> bool:
        try:
            self._history.push(edit)
        except EditError as error:
            self._desk.notify(str(error))
            return False
        return True

    def _add_voice(self) -> None:
        """A track that sings with the current one's voice, and a part to write into."""
        voice_id = "" if self._track is None else self._track.voice_id
        part = Part(id=new_id())
        track = Track(id=new_id(), voice_id=voice_id, parts=(part,))
        if self._push(add_track(self._store.project, track)):
            self.panel.set_current(track.id)
            self._desk.show_part(part.id)

    def _ask_audio(self) -> None:
        endings = " ".join(f"*{ending}" for ending in SOUND_ENDINGS)
        names, _ = QFileDialog.getOpenFileNames(
            self._desk.window,
            self.tr("Add sound files"),
            "",
            self.tr("Sound files") + f" ({endings});;" + self.tr("All files") + " (*)",
        )
        if names:
            self.add_audio([Path(name) for name in names], self._playhead)

    def add_audio(self, paths: Sequence[Path], ticks: int) -> None:
        """Put sound files onto the song, each on a track of its own, from a place on.

        The current track takes them one behind the other's place when it plays sounds already.
        """
        project = self._store.project
        home = self._track if self._track is not None and is_audio(self._track) else None
        track_id = ""
        for path in paths:
            clip = AudioClip(id=new_id(), path=self._song_path(path), start_ticks=max(0, ticks))
            if home is not None:
                project = add_clip(project, home.id, clip).after
                track_id = home.id
            else:
                track = Track(id=new_id(), name=path.stem, audio=(clip,))
                project = add_track(project, track).after
                track_id = track.id
        self._push(make_edit("add sound", self._store.project, project))
        self.panel.set_current(track_id)

    def _song_path(self, path: Path) -> str:
        """Relative to the song where the file lies below it, so that both can be moved."""
        folder = self._store.sound_folder
        path = path.resolve()
        if folder is not None and path.is_relative_to(folder.resolve()):
            return path.relative_to(folder.resolve()).as_posix()
        return str(path)

    def _duplicate_track(self) -> None:
        track = find_track(self._store.project, self._track_id)
        name = self.tr("{name} copy").format(name=track.name) if track.name else ""
        edit = duplicate_track(
            self._store.project, track.id, new_id=new_id, new_note_id=new_note_id, name=name
        )
        if self._push(edit):
            places = [t.id for t in edit.after.tracks]
            self.panel.set_current(places[places.index(track.id) + 1])

    def _rename_track(self) -> None:
        self._desk.docks["view.arrangement"].show()
        for header in self.panel.headers:
            if header.track_id == self._track_id:
                header.name.setFocus()
                header.name.selectAll()

    def _move_track(self, step: int) -> None:
        places = [track.id for track in self._store.project.tracks]
        index = places.index(self._track_id) + step
        if 0 <= index < len(places):
            self._push(move_track(self._store.project, self._track_id, index))

    def _remove_track(self) -> None:
        tracks = self._store.project.tracks
        index = [track.id for track in tracks].index(self._track_id)
        if self._push(remove_track(self._store.project, self._track_id)):
            left = self._store.project.tracks
            if left:
                self.panel.set_current(left[min(index, len(left) - 1)].id)

    # ------------------------------------------------------------------ parts and sounds

    def _open_part(self, part_id: str) -> None:
        self._desk.show_part(part_id)
        self._desk.roll.canvas.setFocus()

    def _begin_part(self) -> None:
        metre = self.panel.overview.arrangement.metre
        ticks = metre.bar_start_ticks(metre.bar_at(max(0, self._playhead)))
        self._begin(self._track_id, ticks)

    def _begin_part_at(self, row: int, ticks: int) -> None:
        self._begin(self._store.project.tracks[row].id, ticks)

    def _begin(self, track_id: str, ticks: int) -> None:
        part_id = self.commands.begin_part(track_id, ticks)
        if part_id is not None:
            self._desk.show_part(part_id)

    def _rename_part(self) -> None:
        parts = [block for block in self._blocks if block.part is not None]
        if parts:
            self._desk.docks["view.arrangement"].show()
            self.panel.rename_block(parts[0])

    def _ask_levels(self) -> None:
        sounds = [block for block in self.panel.overview.chosen if block.sound is not None]
        if not sounds:
            return
        sound = sounds[0].sound
        assert sound is not None
        dialog = SoundDialog(
            sound,
            name=self.panel.overview.name_of(sounds[0]),
            file_ms=self.panel.loader.length_ms(sound),
            parent=self._desk.window,
        )
        try:
            if dialog.exec() and not (edit := dialog.edit(self._store.project)).is_nothing:
                self._push(edit)
        except EditError as error:
            self._desk.notify(str(error))
        finally:
            dialog.deleteLater()
