"""The song as sound: format, range, level, a mix or a file for each track."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFileDialog, QWidget

from app.background import Work
from app.dialogs.export_base import ExportDialog, length_text, size_text
from app.exporting import AudioTarget, estimated_bytes
from engine.api import DEFAULT_TAIL_S, SAMPLE_RATES_HZ

_BITS = {".wav": (16, 24, 32), ".flac": (16, 24)}
_MAX_TAIL_S = 60.0
_LOWEST_PEAK_DB = -40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SongFacts:
    """What the dialog shows of the song as it is now; ranges in seconds, None where there is none.

    ``length_s``: to the end of the last note or sound.
    """

    length_s: float
    n_heard: int
    n_tracks: int
    loop_s: tuple[float, float] | None = None
    selection_s: tuple[float, float] | None = None


class AudioExportDialog(ExportDialog):
    """Asks what to write and writes it.

    Parameters
    ----------
    facts : callable
        The song of now; call `refresh` when it has changed.
    make_work : callable
        What exports to a target.
    path : Path
        Where to, to begin with: a file; stems go into a folder of its name.
    """

    def __init__(
        self,
        facts: Callable[[], SongFacts],
        make_work: Callable[[AudioTarget], Work],
        path: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._facts, self._make_work = facts, make_work
        self._is_filling = True
        self.what = QComboBox(self)
        self.range = QComboBox(self)
        self.kind = QComboBox(self)
        self.bits = QComboBox(self)
        self.rate = QComboBox(self)
        self.tail = QDoubleSpinBox(self)
        self.tail.setRange(0.0, _MAX_TAIL_S)
        self.tail.setDecimals(1)
        self.tail.setSingleStep(0.5)
        self.tail.setValue(DEFAULT_TAIL_S)
        self.normalise = QCheckBox(self)
        self.peak = QDoubleSpinBox(self)
        self.peak.setRange(_LOWEST_PEAK_DB, 0.0)
        self.peak.setDecimals(1)
        self.peak.setValue(-1.0)
        self.peak.setSuffix(" dB")
        fields = (self.what, self.range, self.kind, self.bits, self.rate, self.tail)
        for field in fields:
            self.add_row(field)
        self.add_boxes(self.normalise, self.peak)
        self.add_path_row()
        self.order(*fields, self.normalise, self.peak)
        self._fill()
        self.path_edit.setText(str(path))
        self.retranslate()
        self._is_filling = False
        for box in (self.range, self.bits, self.rate):
            box.currentIndexChanged.connect(lambda _: self.refresh())
        self.what.currentIndexChanged.connect(lambda _: self._follow_kind())
        self.kind.currentIndexChanged.connect(lambda _: self._follow_kind())
        self.tail.valueChanged.connect(lambda _: self.refresh())
        self.normalise.toggled.connect(lambda _: self.refresh())
        self.refresh()

    def _fill(self) -> None:
        for key in ("mix", "stems"):
            self.what.addItem("", key)
        for key in ("song", "loop", "selection"):
            self.range.addItem("", key)
        for suffix in _BITS:
            self.kind.addItem(suffix.removeprefix(".").upper(), suffix)
        for rate_hz in SAMPLE_RATES_HZ:
            self.rate.addItem(f"{rate_hz / 1e3:g} kHz", rate_hz)
        self._fill_bits()

    def _fill_bits(self) -> None:
        wanted = self.bits.currentData() or 24
        depths = _BITS[self.kind.currentData()]
        self.bits.blockSignals(True)
        self.bits.clear()
        for depth in depths:
            self.bits.addItem(self._bits_text(depth), depth)
        self.bits.setCurrentIndex(self.bits.findData(wanted if wanted in depths else 24))
        self.bits.blockSignals(False)

    def _bits_text(self, depth: int) -> str:
        text = self.tr("{bits}-bit float") if depth == 32 else self.tr("{bits} bit")
        return text.format(bits=depth)

    # ------------------------------------------------------------------ what is chosen

    @property
    def is_stems(self) -> bool:
        """Whether each track gets a file of its own."""
        return bool(self.what.currentData() == "stems")

    @property
    def range_s(self) -> tuple[float, float] | None:
        """The chosen stretch; None is the whole song."""
        facts = self._facts()
        found = {"loop": facts.loop_s, "selection": facts.selection_s}
        return found.get(self.range.currentData())

    def target(self) -> AudioTarget:
        """Everything as it is chosen."""
        return AudioTarget(
            path=self.path,
            suffix=self.kind.currentData(),
            bits=self.bits.currentData(),
            sample_rate_hz=self.rate.currentData(),
            is_stems=self.is_stems,
            range_s=self.range_s,
            tail_s=self.tail.value(),
            peak_db=self.peak.value() if self.normalise.isChecked() else None,
        )

    def work(self) -> Work:
        """Sing and write."""
        return self._make_work(self.target())

    def targets(self) -> list[Path]:
        """The mix; stems are named only once they are made, so all of their folder counts."""
        path = self.path
        if not self.is_stems:
            return [path]
        return sorted(path.glob(f"*{self.kind.currentData()}")) if path.is_dir() else []

    def ask_path(self) -> str:
        """A file for the mix, a folder for stems."""
        if self.is_stems:
            return QFileDialog.getExistingDirectory(
                self, self.tr("Folder for the stems"), str(self.path.parent)
            )
        suffix = self.kind.currentData()
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export sound"), str(self.path), f"{self.kind.currentText()} (*{suffix})"
        )
        return name if not name or name.lower().endswith(suffix) else name + suffix

    # ------------------------------------------------------------------ what is shown

    def _follow_kind(self) -> None:
        """The place follows what is written: a file with its ending, or a folder."""
        if self._is_filling:
            return
        self._fill_bits()
        path = self.path
        stem = path.stem if path.suffix.lower() in _BITS else path.name
        name = stem if self.is_stems else stem + self.kind.currentData()
        if stem:
            self.path_edit.setText(str(path.with_name(name)))
        self.refresh()

    def refresh(self) -> None:
        """Show length, size and what of the song is heard."""
        if self._is_filling:
            return
        super().refresh()
        facts = self._facts()
        self._show_ranges(facts)
        range_s = self.range_s
        self.tail.setEnabled(range_s is None)
        self.peak.setEnabled(self.normalise.isChecked())
        length_s = (
            facts.length_s + self.tail.value() if range_s is None else range_s[1] - range_s[0]
        )
        n_files = facts.n_heard if self.is_stems else 1
        size = size_text(estimated_bytes(self.target(), length_s, n_files))
        is_packed = self.kind.currentData() == ".flac"
        parts = [
            self.tr("Length {length}").format(length=length_text(length_s)),
            (self.tr("less than {size}") if is_packed else self.tr("about {size}")).format(
                size=size
            ),
            self.tr("{heard} of {all} tracks are heard").format(
                heard=facts.n_heard, all=facts.n_tracks
            ),
        ]
        self.summary.setText(" · ".join(parts))

    def _show_ranges(self, facts: SongFacts) -> None:
        ranges = {"song": (0.0, facts.length_s), "loop": facts.loop_s}
        ranges["selection"] = facts.selection_s
        names = {
            "song": self.tr("Whole song"),
            "loop": self.tr("Loop"),
            "selection": self.tr("Selection"),
        }
        model = self.range.model()
        for row in range(self.range.count()):
            key = self.range.itemData(row)
            stretch = ranges[key]
            text = names[key]
            if stretch is None:
                text += " " + self.tr("(none)")
            elif key != "song":
                text += f" ({length_text(stretch[0])} – {length_text(stretch[1])})"
            self.range.setItemText(row, text)
            # Qt's own way of disabling a row of a box.
            model.item(row).setEnabled(stretch is not None)  # type: ignore[attr-defined]
        if ranges[self.range.currentData()] is None:
            self.range.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Name everything in the language of now."""
        super().retranslate()
        self.setWindowTitle(self.tr("Export sound"))
        self.name(self.what, self.tr("&What"))
        self.what.setItemText(0, self.tr("One file with the mix"))
        self.what.setItemText(1, self.tr("A file for each track (stems)"))
        self.name(self.range, self.tr("&Range"))
        self.name(self.kind, self.tr("&Format"))
        self.name(self.bits, self.tr("&Depth"))
        for row in range(self.bits.count()):
            self.bits.setItemText(row, self._bits_text(self.bits.itemData(row)))
        self.name(self.rate, self.tr("&Sample rate"))
        self.name(self.tail, self.tr("Silence &after the end"))
        self.tail.setSuffix(" " + self.tr("s"))
        self.name(self.normalise, self.tr("&Level"))
        self.normalise.setText(self.tr("Normalise: loudest sample at"))
        self.normalise.setToolTip(
            self.tr("Raise or lower all of it so that its loudest sample has this level.")
        )
        self.peak.setAccessibleName(self.tr("Level of the loudest sample"))
        self.name(self.path_edit, self.tr("Write &to"))
