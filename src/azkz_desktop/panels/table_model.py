"""The selection as Qt's table model: only what is looked at is read."""

from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon

from azkz_desktop.dataset.columns import Codes
from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.painting.rows import Index, RowsModel
from azkz_desktop.painting.symbols import symbol_icon
from azkz_desktop.panels.table_columns import Column, TableSource, column_title, disagreement_words
from azkz_desktop.panels.table_order import direction
from azkz_desktop.view.tokens import GROUP_OF_KIND

KEPT = 4000
"""Rows whose words are kept; beyond that all are read again."""
ROW_ROLE = Qt.ItemDataRole.UserRole
"""The event's row in the file."""
CONTESTED_ROLE = Qt.ItemDataRole.UserRole + 1
"""Whether the documents contradict each other about the event."""


class TableModel(RowsModel):
    """Rows of the selection in the order that the panel gives, a column for each `Column`."""

    failed = Signal(str)

    def __init__(self, source: TableSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._rows: Codes = np.empty(0, np.int32)
        self._columns: tuple[Column, ...] = ()
        self._sort: tuple[str, ...] = ()
        self._kept: dict[int, tuple[str, ...]] = {}
        self._icons: dict[str, QIcon] = {}

    @property
    def rows(self) -> Codes:
        """The rows of the file that are shown, from top to bottom."""
        return self._rows

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that are shown, from left to right."""
        return self._columns

    def show(self, rows: Codes, columns: tuple[Column, ...], sort: tuple[str, ...]) -> None:
        """Show *rows* in this order; *sort* is what the headings say of it."""
        self.beginResetModel()
        if columns != self._columns:
            self._kept.clear()
        self._rows, self._columns, self._sort = rows, columns, sort
        self.endResetModel()

    def place_of(self, row: int | None) -> int | None:
        """Where a row of the file stands in the table, None where it does not."""
        if row is None:
            return None
        found = np.flatnonzero(self._rows == row)
        return int(found[0]) if len(found) else None

    def heading(self, place: int) -> str:
        """A heading, with an arrow where the table is sorted by it."""
        column = self._columns[place].id
        return f"{column_title(column)}{self._arrow(column)}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words, its kind's symbol, the row of the file."""
        if not index.isValid():
            return None
        row = int(self._rows[index.row()])
        if role == ROW_ROLE:
            return row
        if role == CONTESTED_ROLE:
            return bool(self._source.columns.contested[row])
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row, index.column())
        if role == Qt.ItemDataRole.DecorationRole and self._columns[index.column()].id == "kind":
            return self._icon(row)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The headings, with what can be done with them; numbers down the side."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.ToolTipRole and 0 <= section < len(self._columns):
            return self._header_tip(self._columns[section])
        return super().headerData(section, orientation, role)

    def _header_tip(self, column: Column) -> str:
        if not column.sorts:
            return self.tr("This column does not sort. Right click: choose columns.")
        return self.tr(
            "Click: sort. Shift and click: sort by this too. Right click: choose columns."
        )

    def _arrow(self, column: str) -> str:
        for place, entry in enumerate(self._sort, start=1):
            name, backwards = direction(entry)
            if name == column:
                number = f" {place}" if len(self._sort) > 1 else ""
                return f"  {'↓' if backwards else '↑'}{number}"
        return ""

    def _words(self, row: int) -> tuple[str, ...]:
        found = self._kept.get(row)
        if found is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            found = self._kept[row] = self._read(row)
        return found

    def _read(self, row: int) -> tuple[str, ...]:
        try:
            return tuple(column.text(self._source, row) for column in self._columns)
        except DatasetError as error:
            self.failed.emit(str(error))
            return ("",) * len(self._columns)

    def _tip(self, row: int, column: int) -> str:
        """A cell's words in full; on the first column the disagreement below them."""
        words = self._words(row)[column]
        if column == 0 and self._source.columns.contested[row]:
            return f"{words}\n{disagreement_words(self._source, row)}"
        return words

    def _said(self, row: int, column: int) -> str:
        """A cell for who cannot see its heading."""
        text = self._words(row)[column] or self.tr("nothing")
        said = f"{column_title(self._columns[column].id)}: {text}"
        if column == 0 and self._source.columns.contested[row]:
            return self.tr("%s; the documents disagree") % said
        return said

    def _icon(self, row: int) -> QIcon:
        kind = self._source.columns.kinds[self._source.columns.kind[row]]
        if kind not in self._icons:
            group = GROUP_OF_KIND[kind]
            self._icons[kind] = symbol_icon(group.shape, group.colour)
        return self._icons[kind]
