"""The help that `?` opens: every action with its keys, from the same table as the menus."""

from itertools import groupby

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from azkz_desktop.app.actions import Action, menu_title


class ShortcutsDialog(QDialog):
    """A table of the keys, by menu."""

    def __init__(self, table: tuple[Action, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(22)
        grid.setVerticalSpacing(4)
        for column, (menu, rows) in enumerate(
            (menu, list(rows))
            for menu, rows in groupby((one for one in table if one.keys), lambda one: one.menu)
        ):
            self._column(grid, column, menu, rows)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.addLayout(grid)
        layout.addWidget(close)

    @staticmethod
    def _column(grid: QGridLayout, column: int, menu: str, rows: list[Action]) -> None:
        left, top = 2 * (column % 2), 12 * (column // 2)
        heading = QLabel(menu_title(menu).replace("&", "").upper())
        heading.setObjectName("heading")
        grid.addWidget(heading, top, left)
        for line, action in enumerate(rows, top + 1):
            grid.addWidget(QLabel(action.title), line, left)
            keys = "  ".join(
                QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
                for keys in action.keys
            )
            label = QLabel(keys)
            label.setObjectName("secondary")
            grid.addWidget(label, line, left + 1)
