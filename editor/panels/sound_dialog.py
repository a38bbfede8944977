"""Gain, fades and cut of a sound in numbers, for those who do not drag."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QFormLayout, QWidget

from editor.edits.audio import set_clip_level, trim_clip
from editor.edits.edit import Edit, make_edit
from editor.model.project import AudioClip, Project
from editor.panels.block_gestures import HIGHEST_DB, LEAST_MS, LOWEST_DB
from editor.panels.blocks import sound_ms
from editor.translated import plain_text

_SAME_MS = 0.5  # what the fields round away changes nothing


class SoundDialog(QDialog):
    """Asks for the levels of one sound; ``file_ms`` is the length of its file, if that is known."""

    def __init__(
        self, sound: AudioClip, *, name: str, file_ms: float | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sound = sound
        self._length_ms = sound_ms(sound, file_ms)
        self.setWindowTitle(self.tr("Sound: {name}").format(name=name))
        most_s = 7200.0 if file_ms is None else max(LEAST_MS, file_ms) / 1e3
        self.gain = self._field(LOWEST_DB, HIGHEST_DB, sound.gain_db, " dB", 1)
        self.skip = self._field(0.0, most_s, sound.skip_ms / 1e3, " s", 3)
        self.length = self._field(LEAST_MS / 1e3, most_s, self._length_ms / 1e3, " s", 3)
        self.fade_in = self._field(0.0, most_s, sound.fade_in_ms / 1e3, " s", 3)
        self.fade_out = self._field(0.0, most_s, sound.fade_out_ms / 1e3, " s", 3)
        form = QFormLayout(self)
        for text, field in (
            (self.tr("&Gain"), self.gain),
            (self.tr("&Skip at the begin"), self.skip),
            (self.tr("&Length"), self.length),
            (self.tr("Fade &in"), self.fade_in),
            (self.tr("Fade &out"), self.fade_out),
        ):
            form.addRow(text, field)
            field.setAccessibleName(plain_text(text))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)

    def _field(
        self, low: float, high: float, value: float, suffix: str, decimals: int
    ) -> QDoubleSpinBox:
        field = QDoubleSpinBox(self)
        field.setDecimals(decimals)
        field.setRange(low, high)
        field.setSingleStep(0.5 if decimals == 1 else 0.1)
        field.setSuffix(suffix)
        field.setValue(value)
        return field

    def edit(self, project: Project) -> Edit:
        """What was asked for, as one step.

        Raises
        ------
        EditError
            When the sound is gone or a value cannot be.
        """
        sound = self._sound
        skip_ms, length_ms = self.skip.value() * 1e3, self.length.value() * 1e3
        is_cut = (
            abs(skip_ms - sound.skip_ms) > _SAME_MS or abs(length_ms - self._length_ms) > _SAME_MS
        )
        trimmed = project
        if is_cut:
            trimmed = trim_clip(project, sound.id, skip_ms=skip_ms, length_ms=length_ms).after
        levelled = set_clip_level(
            trimmed,
            sound.id,
            gain_db=self.gain.value(),
            fade_in_ms=self.fade_in.value() * 1e3,
            fade_out_ms=self.fade_out.value() * 1e3,
        ).after
        return make_edit("level of a sound", project, levelled)
