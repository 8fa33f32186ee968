"""The table of five states by years as Qt's table model."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from azkz_desktop.panels.years_words import NameOf, cell_words, heads, told_whole, year_words
from azkz_desktop.view.caspian import LITTORAL, Row, Told

Index = QModelIndex | QPersistentModelIndex
PARTS_ROLE = Qt.ItemDataRole.UserRole
"""A cell as what it says and what stands small below it."""
_NONE = QModelIndex()


class YearsModel(QAbstractTableModel):
    """A year, then a column for each state; `rows` are as `view.caspian` makes them."""

    def __init__(
        self, rows: tuple[Row, ...], name_of: NameOf, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = rows
        self._name_of = name_of
        self._heads = heads(name_of)

    def rowCount(self, parent: Index = _NONE) -> int:  # noqa: N802 - Qt's name
        """How many rows all years take."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NONE) -> int:  # noqa: N802
        """The year and five states."""
        return 0 if parent.isValid() else 1 + len(LITTORAL)

    def told(self, index: Index) -> Told | None:
        """What a cell is made of; nothing for the years and where the documents are silent."""
        if not index.isValid() or not index.column():
            return None
        return self.rows[index.row()].cells[index.column() - 1]

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The states."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words."""
        if not index.isValid():
            return None
        row, told = self.rows[index.row()], self.told(index)
        if not index.column():
            parts = (year_words(row), "")
        else:
            parts = cell_words(told, row.part, self._name_of)
        if role == PARTS_ROLE:
            return parts
        if role == Qt.ItemDataRole.ToolTipRole:
            return told_whole(told, self._name_of) if told is not None else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(part for part in parts if part)
        return None
