"""A dialog whose edit is seen in the song while one chooses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from editor.edits.edit import Edit
from editor.errors import EditError
from editor.store import Store
from editor.tools.workbench import Workbench

_WIDTH_PX = 300


class EditDialog(QDialog):
    """Shows its edit on the roll; OK makes it, Cancel leaves the song as it was.

    A dialog of this kind puts its fields into ``form``, says in `make` what they mean, and calls
    `refresh` when they change and once when they are there.
    """

    def __init__(self, bench: Workbench, store: Store, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._bench = bench
        self._edit: Edit | None = None
        self._is_over = False
        self.form = QFormLayout()
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setAccessibleName(self.tr("What is wrong"))
        box = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(box.Ok | box.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        self.setMinimumWidth(_WIDTH_PX)
        layout.addLayout(self.form, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)
        # What the engine predicts meanwhile shows the song anew, without what is chosen here.
        store.changed.connect(self.refresh)

    def make(self) -> Edit:
        """The edit as it is chosen now.

        Raises
        ------
        EditError
        """
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what OK would do."""
        if self._is_over:
            return
        try:
            self._edit = self.make()
        except EditError as error:
            self._edit = None
            self._bench.drop()
            self.said.setText(str(error))
        else:
            self._bench.preview(self._edit)
            self.said.clear()
        self.said.setVisible(self._edit is None)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._edit is not None)

    def accept(self) -> None:
        """Make the edit."""
        self._is_over = True
        if self._edit is not None:
            self._bench.commit(self._edit)
        super().accept()

    def reject(self) -> None:
        """Leave the song as it was."""
        self._is_over = True
        self._bench.drop()
        super().reject()
