"""The table of five states by years as Qt's table model."""

from typing import Any

from PySide6.QtCore import QObject, Qt

from azkz_desktop.painting.rows import Index, RowsModel
from azkz_desktop.panels.parts import PARTS_ROLE
from azkz_desktop.panels.years_words import NameOf, cell_words, heads, told_whole, year_words
from azkz_desktop.view.caspian import Row, Told


class YearsModel(RowsModel):
    """A year, then a column for each state; `rows` are as `view.caspian` makes them."""

    def __init__(
        self, rows: tuple[Row, ...], name_of: NameOf, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self._name_of = name_of
        self._columns = heads(name_of)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all years."""
        return self._rows

    @property
    def columns(self) -> tuple[str, ...]:
        """The year and five states, as they are headed."""
        return self._columns

    def heading(self, place: int) -> str:
        """A state's name."""
        return self._columns[place]

    def told(self, index: Index) -> Told | None:
        """What a cell is made of; nothing for the years and where the documents are silent."""
        if not index.isValid() or not index.column():
            return None
        return self.rows[index.row()].cells[index.column() - 1]

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
