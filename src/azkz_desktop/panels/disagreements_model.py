"""The disagreements of a file as Qt's table model."""

from typing import Any

from PySide6.QtCore import QObject, Qt

from azkz_desktop.painting.rows import Index, RowsModel
from azkz_desktop.panels.disagreements_rows import Row, Side
from azkz_desktop.panels.parts import PARTS_ROLE

COLUMNS = ("subject", "first", "second", "sentence")


class DisagreementModel(RowsModel):
    """A row a disagreement: about what, what one says, what the other, in a sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The disagreements that are listed, from top to bottom."""
        return self._rows

    def show(self, rows: tuple[Row, ...]) -> None:
        """List *rows*."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def columns(self) -> tuple[str, ...]:
        """Four."""
        return COLUMNS

    def heading(self, place: int) -> str:
        """What stands above a column."""
        return {
            "subject": self.tr("About"),
            "first": self.tr("One says"),
            "second": self.tr("The other says"),
            "sentence": self.tr("In a sentence"),
        }[COLUMNS[place]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == PARTS_ROLE:
            return self._parts(row, column, whole=False)
        parts = self._parts(row, column, whole=True)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join(part for part in parts if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = ", ".join(part for part in parts if part)
            return f"{self.heading(index.column())}: {told}"
        return None

    @staticmethod
    def _parts(row: Row, column: str, *, whole: bool) -> tuple[str, str]:
        if column == "subject":
            return row.subject, f"{row.type} · {row.field}"
        if column == "sentence":
            return row.sentence, ""
        side: Side = getattr(row, column)
        where = side.where if whole else side.short_where
        return side.value, "\n".join(part for part in (side.document, where) if part)
