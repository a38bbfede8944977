"""The main window: the piano roll of one part, what plays it, and what keeps it in files."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QMainWindow,
    QMessageBox,
    QToolBar,
    QWidget,
)

from app.action_spec import ActionGroup
from app.action_table import ACTIONS
from app.actions import Actions, Handler
from app.desk import Desk, Room
from app.docks import Docks
from app.icons import theme_icon
from app.menus import Menus
from app.rooms.clipboard import ClipboardRoom
from app.rooms.curve_hand import CurveHand
from app.rooms.curves import CurvesRoom
from app.rooms.drops import DropsRoom
from app.rooms.edit import EditRoom
from app.rooms.exports import ExportsRoom
from app.rooms.files import FilesRoom
from app.rooms.hand import HandRoom
from app.rooms.help import HelpRoom
from app.rooms.history import HistoryRoom
from app.rooms.inspector import InspectorRoom
from app.rooms.lanes import LanesRoom
from app.rooms.layout import LayoutRoom
from app.rooms.lyrics import LyricsRoom
from app.rooms.marks import MarksRoom
from app.rooms.moved import MovedRoom
from app.rooms.note_shapes import NoteShapesRoom
from app.rooms.notes import NotesRoom
from app.rooms.phonemes import PhonemesRoom
from app.rooms.play import PlayRoom
from app.rooms.preferences import PreferencesRoom
from app.rooms.problems import ProblemsRoom
from app.rooms.recovery import RecoveryRoom
from app.rooms.retakes import RetakesRoom
from app.rooms.singing import SingingRoom
from app.rooms.tracks import TracksRoom
from app.rooms.vibrato import VibratoRoom
from app.rooms.view import ViewRoom
from app.rooms.voices import VoicesRoom
from app.rooms.welcome import WelcomeRoom
from app.settings_keeper import SettingsKeeper
from app.theme import ThemeSwitch
from app.translation import Translation
from app.voice_shelf import VoiceShelf
from app.voice_words import VoiceWordsOf
from app.workspace import Workspace
from editor.edits.edit import Focus
from editor.tools.draw_notes import DrawTool
from editor.tools.erase_notes import EraseTool
from editor.tools.select import SelectTool
from editor.tools.split_notes import SplitTool
from editor.tools.toolbox import Toolbox
from editor.tools.touch import PaneKind, Touch
from editor.tools.vibrato import VibratoHandles, VibratoTool
from editor.tools.workbench import Workbench
from editor.translated import plain_text
from editor.view.piano_roll import PianoRoll
from editor.view.seen_phrases import SeenPhrases
from engine.errors import EngineError
from engine.types import NoteId

log = logging.getLogger(__name__)

_MENU_OF_PANE = {
    PaneKind.ROLL: ActionGroup.NOTES,
    PaneKind.PHONEMES: ActionGroup.NOTES,
    PaneKind.LANE: ActionGroup.CURVES,
    PaneKind.RULER: ActionGroup.PLAY,
    PaneKind.KEYBOARD: ActionGroup.VIEW,
}

_GATHER_MS = 30  # answers of the engine come many at a time; the roll is told once


class MainWindow(QMainWindow):
    """Shows one part of the workspace's song, and joins the rooms that act on it."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        theme: ThemeSwitch,
        translation: Translation,
        settings: SettingsKeeper,
        demo_song: Path,
        make_report: Callable[[], str],
        shelf: VoiceShelf,
        own_voice_folder: Path,
        layout_file: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._part_id = ""
        self._seen_phrases = SeenPhrases()
        self.may_forget = False  # the user has let go of what is not saved
        self._sung_timer = QTimer(self)
        self._sung_timer.setSingleShot(True)
        self._sung_timer.setInterval(_GATHER_MS)
        self._sung_timer.timeout.connect(self._show_sung)
        self.resize(1280, 800)
        self.roll = PianoRoll(theme.theme.roll, self)
        self.setCentralWidget(self.roll)
        self.desk = Desk(
            window=self,
            workspace=workspace,
            roll=self.roll,
            bench=Workbench(self.roll, workspace.store, workspace.history, self),
            toolbox=Toolbox(self.roll, self),
            docks=Docks(self),
            theme=theme,
            translation=translation,
            settings=settings,
            notify=self.notify,
            refuse=self.refuse,
            show_part=self.show_part,
            actions=lambda: self.actions_,
        )
        voices = VoicesRoom(self.desk, shelf, own_voice_folder)
        self.tracks = TracksRoom(self.desk, shelf)
        self.files = FilesRoom(self.desk, demo_song)
        self.drops = DropsRoom(
            self.desk,
            self.files,
            take_voice=voices.show_manager,
            take_sounds=self.tracks.add_audio,
        )
        self.exports = ExportsRoom(self.desk, self.files)
        self.recovery = RecoveryRoom(self.desk, self.files)
        self.welcome = WelcomeRoom(self.desk, self.files)
        self._make_rooms(make_report, layout_file, voices)
        self.actions_ = Actions(
            ACTIONS,
            self._handlers(),
            parent=self,
            overrides=settings.settings.shortcuts.overrides,
            icon=lambda name: theme_icon(name, theme.theme),
        )
        self.actions_.give_keys(self, self.roll)
        self.desk.docks.join(self.actions_.__getitem__)
        self.hand.show_chosen()
        self._fill_bar()
        self.play.begin()
        self.singing.begin()
        self.files.join()
        self.view.join()
        self._menus = Menus(self.menuBar(), self.actions_)
        self._connect(translation)
        self._retranslate()
        self._show_song()
        self.layout_.restore()

    # ------------------------------------------------------------------ building

    def _make_rooms(
        self, make_report: Callable[[], str], layout_file: Path | None, voices: VoicesRoom
    ) -> None:
        desk = self.desk
        select, draw = SelectTool(desk.bench, self), DrawTool(desk.bench, self)
        curves = CurveHand(desk)
        self.hand = HandRoom(
            desk,
            {
                "notes.tool_select": VibratoHandles(desk.bench, select),
                "notes.tool_draw": draw,
                "notes.tool_erase": EraseTool(desk.bench, self),
                "notes.tool_split": SplitTool(desk.bench, self),
                "notes.tool_vibrato": VibratoTool(desk.bench),
                **curves.tools,
            },
        )
        self.hand.taken.connect(curves.follow)
        words = VoiceWordsOf(desk.workspace, self)
        self.lyrics, self.phonemes = LyricsRoom(desk, words), PhonemesRoom(desk, words)
        for tool in (select, draw):
            tool.lyric_wanted.connect(lambda note_id: self.lyrics.ask(NoteId(note_id)))
        self.shapes, self.view = NoteShapesRoom(desk), ViewRoom(desk)
        self.problems = ProblemsRoom(desk)
        history = HistoryRoom(desk)
        self.layout_ = LayoutRoom(desk, layout_file)
        self._make_bar()
        self.play = PlayRoom(desk)
        self.singing = SingingRoom(desk, self.play.ruler)
        self.inspector = InspectorRoom(desk, words)
        self.preferences = PreferencesRoom(desk)
        self.lanes = LanesRoom(desk)
        self.curves = CurvesRoom(desk)
        self.vibrato = VibratoRoom(desk)
        self.retakes = RetakesRoom(desk)
        self.play.device.choice_wanted.connect(lambda: self.preferences.open("audio"))
        self._rooms: tuple[Room, ...] = (
            self.files,
            self.drops,
            self.exports,
            self.recovery,
            self.welcome,
            EditRoom(desk),
            history,
            self.problems,
            self.hand,
            NotesRoom(desk),
            ClipboardRoom(desk),
            self.shapes,
            self.lyrics,
            self.phonemes,
            self.inspector,
            self.view,
            self.lanes,
            self.curves,
            self.vibrato,
            self.tracks,
            self.layout_,
            voices,
            HelpRoom(desk, make_report),
            self.preferences,
            self.play,
            MarksRoom(desk, self.play.ruler),
            self.singing,
            self.retakes,
            MovedRoom(desk),
        )
        for room in self._rooms:
            room.conditions_changed.connect(self._show_conditions)

    def _handlers(self) -> dict[str, Handler]:
        """What every action does: the rooms' own, and what is left to the window."""
        handlers: dict[str, Handler] = {
            "tools.palette": self._show_palette,
            **self.desk.docks.handlers(),
        }
        for room in self._rooms:
            handlers.update(room.handlers())
        return handlers

    def _make_bar(self) -> None:
        self.bar = QToolBar(self)
        self.bar.setObjectName("main-bar")
        self.bar.setMovable(False)
        self.addToolBar(self.bar)

    def _fill_bar(self) -> None:
        for names in (
            ("file.new", "file.open", "file.save"),
            ("edit.undo", "edit.redo"),
            self.hand.tool_ids,
        ):
            for name in names:
                self.bar.addAction(self.actions_[name])
            self.bar.addSeparator()
        self.actions_.dress(self.bar.actions())
        self.bar.addWidget(self.view.button)
        self.part_box = QComboBox(self)
        self.part_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._part_action = self.bar.addWidget(self.part_box)

    def _connect(self, translation: Translation) -> None:
        workspace = self._workspace
        workspace.notice.connect(self.notify)
        workspace.store.changed.connect(lambda _: self._show_song())
        workspace.store.replaced.connect(self._show_other_song)
        workspace.store.status_changed.connect(self._show_title)
        workspace.history.stepped.connect(self._look_at)
        workspace.bridge.part_changed.connect(self._expect_sung)
        self.part_box.activated.connect(self._choose_part)
        self.desk.bench.refused.connect(self.notify)
        self.desk.toolbox.menu_wanted.connect(self._show_menu)
        self.desk.settings.problem.connect(self.notify)
        self.roll.font_lacked.connect(self.notify)
        self._theme.theme_changed.connect(self._wear)
        translation.language_changed.connect(lambda _: self._retranslate())

    def _show_menu(self, touch: Touch, place: QPoint) -> None:
        """The menu of what lies under the mouse."""
        menu = self._menus.of_group(_MENU_OF_PANE[touch.pane])
        if menu is not None:
            menu.popup(place)

    # ------------------------------------------------------------------ what is shown

    def _show_other_song(self) -> None:
        self._part_id = ""
        self._show_song()
        self._show_title()

    def _show_song(self) -> None:
        project = self._workspace.store.project
        parts = [(track, part) for track in project.tracks for part in track.parts]
        ids = [part.id for _, part in parts]
        self.part_box.clear()
        for number, (track, part) in enumerate(parts, start=1):
            name = part.name or track.name or self.tr("Part {number}").format(number=number)
            self.part_box.addItem(name, part.id)
        self._part_action.setVisible(len(parts) > 1)
        if self._part_id not in ids:
            self._part_id = ids[0] if ids else ""
        if self._part_id:
            self.part_box.setCurrentIndex(ids.index(self._part_id))
            self.roll.set_song(project, self._part_id)
            self.desk.bench.keep_preview()
        else:
            self.roll.set_empty(project)
        self._show_sung()
        self.desk.bench.select(self.desk.bench.selection)
        self._show_title()
        self._show_conditions()

    def _choose_part(self, index: int) -> None:
        self.show_part(self.part_box.itemData(index))

    def show_part(self, part_id: str) -> None:
        """Turn the roll to another part."""
        self._part_id = part_id
        self._show_song()

    def _expect_sung(self, part_id: str) -> None:
        if part_id == self._part_id and not self._sung_timer.isActive():
            self._sung_timer.start()

    def _show_sung(self) -> None:
        sung = self._workspace.bridge.sung(self._part_id)
        self.roll.set_phrases(self._seen_phrases.of(sung))

    def _show_title(self) -> None:
        store = self._workspace.store
        name = store.path.stem if store.path is not None else store.project.name
        self.setWindowTitle(f"{name or self.tr('Untitled')}[*] — Melisma")
        self.setWindowModified(not store.is_clean)

    def _show_conditions(self) -> None:
        holding = {name for room in self._rooms for name in room.conditions()}
        self.actions_.set_conditions(holding)

    def _look_at(self, focus: Focus) -> None:
        if focus.part_id and focus.part_id != self._part_id:
            self._part_id = focus.part_id
            self._show_song()
        if focus.ticks is not None:
            start = self.roll.content.part.start_ticks
            self.roll.reveal_ticks(start + focus.ticks[0], start + focus.ticks[1])

    def _wear(self) -> None:
        self.roll.set_colours(self._theme.theme.roll)
        self.actions_.set_icons(lambda name: theme_icon(name, self._theme.theme))
        self.actions_.dress(self.bar.actions())

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language at once."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        self._menus.retranslate()
        self.desk.docks.retranslate(lambda name: plain_text(self.actions_[name].text()))
        self.bar.setWindowTitle(self.tr("Main bar"))
        self.part_box.setAccessibleName(self.tr("Part"))
        self._show_title()

    # ------------------------------------------------------------------ files

    def notify(self, sentence: str) -> None:
        """Tell one sentence without stopping anybody."""
        log.info("Told: %s", sentence)
        self.statusBar().showMessage(sentence, 15_000)

    def open_song(self, path: Path) -> bool:
        """Open a song unless unsaved work should stay; whether it is open now."""
        return self.files.open_song(path)

    def refuse(self, error: EngineError) -> None:
        """Tell an error that the user must have seen."""
        QMessageBox.warning(self, self.tr("Melisma"), str(error))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once about unsaved work."""
        if self.exports.may_leave() and self.files.may_leave():
            self.may_forget = True
            self.layout_.keep()
            event.accept()
        else:
            event.ignore()

    # ------------------------------------------------------------------ help

    def _show_palette(self) -> None:
        from app.dialogs.palette import Palette

        palette = Palette(self.actions_, self)
        if palette.exec() and palette.chosen is not None:
            palette.chosen.trigger()
