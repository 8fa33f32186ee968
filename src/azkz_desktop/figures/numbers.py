"""The numbers of a chart as a table: each claim with its document and where it stands."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QTableView

from azkz_desktop.figures.marks import Chart, Number
from azkz_desktop.painting.letters import LetterSize, grown
from azkz_desktop.painting.rows import Index, RowsModel, look_like_rows
from azkz_desktop.view.tokens import Theme

COLUMNS = ("period", "series", "value", "quality", "document", "where", "remarks")
CELL = 18
"""Pixels beside the words of a cell."""
WIDEST = 230
ROW = 24
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def text_of(number: Number, column: str) -> str:
    """One cell; the remarks stand in one line."""
    if column == "remarks":
        return "; ".join(number.remarks)
    text: str = getattr(number, column)
    return f"{text}  ≠" if column == "value" and number.contested else text


class NumbersModel(RowsModel):
    """A row for each number of a chart, in the order of the file."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._numbers: tuple[Number, ...] = ()
        self._columns: tuple[str, ...] = COLUMNS

    @property
    def rows(self) -> tuple[Number, ...]:
        """The numbers that are shown."""
        return self._numbers

    @property
    def columns(self) -> tuple[str, ...]:
        """The ids of the columns that are shown."""
        return self._columns

    def show(self, chart: Chart) -> None:
        """Show the numbers of *chart*; their series only where it has several."""
        self.beginResetModel()
        self._numbers = chart.numbers
        self._columns = tuple(
            one for one in COLUMNS if one != "series" or len(chart.series_ids) > 1
        )
        self.endResetModel()

    def heading(self, place: int) -> str:
        """What stands above a column."""
        return {
            "series": self.tr("Figure"),
            "period": self.tr("Period"),
            "value": self.tr("Number"),
            "quality": self.tr("What it is"),
            "document": self.tr("Document"),
            "where": self.tr("Where"),
            "remarks": self.tr("As printed, notes"),
        }[self._columns[place]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's words; a contested number on amber."""
        if not index.isValid():
            return None
        number, column = self._numbers[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text_of(number, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            contested = self.tr("; another document contradicts it") if number.contested else ""
            return f"{self.heading(index.column())}: {text_of(number, column)}{contested}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column == "value":
            return RIGHT
        if role == Qt.ItemDataRole.BackgroundRole and column == "value" and number.contested:
            return QColor(self._theme.disagreement_paper)
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings; that of the numbers stands above them, at the right."""
        across = orientation == Qt.Orientation.Horizontal
        if across and role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self._columns[section : section + 1] == ("value",) else None
        return super().headerData(section, orientation, role)


class NumbersTable(QTableView):
    """The numbers as they are seen: a row a number, one of them chosen."""

    def __init__(self, model: NumbersModel) -> None:
        super().__init__()
        self._letters = LetterSize()
        self._numbers = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Numbers of the figure"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(False)
        look_like_rows(self)
        self.setMinimumHeight(1)  # in a low window the chart comes first
        self.verticalHeader().setDefaultSectionSize(grown(ROW))
        self.horizontalHeader().setStretchLastSection(True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Rows and columns in the present size of letters."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            self.verticalHeader().setDefaultSectionSize(grown(ROW))
            self.fit_columns()

    def fit_columns(self) -> None:
        """As wide as their words, within reason."""
        top = self.horizontalHeader()
        for place in range(len(self._numbers.columns) - 1):
            needed = max(self.sizeHintForColumn(place) + CELL, top.sectionSizeHint(place))
            self.setColumnWidth(place, min(needed, grown(WIDEST)))
