"""The song as DS files: which parts, with which curves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from app.background import Work
from app.dialogs.export_base import ExportDialog
from app.exporting import DsTarget
from editor.edit_names import PARAMETERS
from editor.formats.ds_export import DS_PARAMETERS
from editor.translated import translated

_KEY = Qt.ItemDataRole.UserRole
_ROW_PX = 26
_N_COLUMNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFacts:
    """A part as the dialog lists it."""

    id: str
    name: str
    n_notes: int


class DsExportDialog(ExportDialog):
    """Asks what to write and writes it.

    Parameters
    ----------
    parts : callable
        The parts with notes as they are now; call `refresh` when they have changed.
    make_work : callable
        What exports some parts, by their ids, to a target.
    path : Path
        Where to, to begin with.
    """

    def __init__(
        self,
        parts: Callable[[], Sequence[PartFacts]],
        make_work: Callable[[DsTarget, frozenset[str]], Work],
        path: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts, self._make_work = parts, make_work
        self.parts = QListWidget(self)
        self.parameters = {name: QCheckBox(self) for name in DS_PARAMETERS}
        self.add_row(self.parts)
        curves = QWidget(self)
        grid = QGridLayout(curves)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, box in enumerate(self.parameters.values()):
            box.setChecked(True)
            grid.addWidget(box, number // _N_COLUMNS, number % _N_COLUMNS)
        self.curves = curves
        self.add_row(curves)
        self.add_path_row()
        self.order(self.parts, *self.parameters.values())
        self.path_edit.setText(str(path))
        self.retranslate()
        self.refresh()
        self.parts.itemChanged.connect(lambda _: self._show_summary())
        self.parts.setCurrentRow(0)

    @property
    def part_ids(self) -> frozenset[str]:
        """The chosen parts."""
        return frozenset(_checked(self.parts))

    def work(self) -> Work:
        """Sing and write."""
        wanted = frozenset(name for name, box in self.parameters.items() if box.isChecked())
        return self._make_work(DsTarget(path=self.path, parameters=wanted), self.part_ids)

    def targets(self) -> list[Path]:
        """One part has the chosen name, several have theirs behind it."""
        path = self.path
        if len(self.part_ids) == 1:
            return [path]
        return sorted(path.parent.glob(f"{path.stem}_*{path.suffix}"))

    def ask_path(self) -> str:
        """A file; several parts put their names behind it."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export DS"), str(self.path), "DS (*.ds)"
        )
        return name if not name or name.lower().endswith(".ds") else name + ".ds"

    # ------------------------------------------------------------------ what is shown

    def refresh(self) -> None:
        """Show the parts as they are now; what was chosen stays."""
        found = list(self._parts())
        if [item.id for item in found] != _all(self.parts):
            left_out = set(_all(self.parts)) - self.part_ids
            self.parts.blockSignals(True)
            self.parts.clear()
            for part in found:
                item = QListWidgetItem(self.parts)
                item.setData(_KEY, part.id)
                item.setSizeHint(QSize(0, _ROW_PX))
                is_wanted = part.id not in left_out
                item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)
            self.parts.blockSignals(False)
            self.parts.setFixedHeight(_ROW_PX * min(5, max(2, len(found))) + 4)
        for row, part in enumerate(found):
            text = self.tr("{name} ({count} notes)").format(name=part.name, count=part.n_notes)
            self.parts.item(row).setText(text)
        self._show_summary()

    def _show_summary(self) -> None:
        super().refresh()
        n_parts = len(self.part_ids)
        if not n_parts:
            self.start_button.setEnabled(False)
            self.summary.setText(self.tr("Choose a part with notes."))
        elif n_parts == 1:
            self.summary.setText(self.tr("One file, with the values that are sung."))
        else:
            self.summary.setText(
                self.tr("{count} files, each with the name of its part behind this one.").format(
                    count=n_parts
                )
            )

    def retranslate(self) -> None:
        """Name everything in the language of now."""
        super().retranslate()
        self.setWindowTitle(self.tr("Export DS"))
        self.name(self.parts, self.tr("&Parts"))
        self.name(self.curves, self.tr("Curves"))
        self.name(self.path_edit, self.tr("Write &to"))
        for name, box in self.parameters.items():
            text = translated("Parameter", str(PARAMETERS[name]))
            box.setText(text[:1].upper() + text[1:])


def _checked(box: QListWidget) -> list[str]:
    items = [box.item(row) for row in range(box.count())]
    return [item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked]


def _all(box: QListWidget) -> list[str]:
    return [box.item(row).data(_KEY) for row in range(box.count())]
