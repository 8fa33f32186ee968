"""What all lists of rows below headings have in common: their models, their cells, their look."""

from collections.abc import Sequence, Sized
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from azkz_desktop.view.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Rows below headings; who lists them says which they are and what stands in a cell."""

    @property
    def rows(self) -> Sized:
        """What is listed, from top to bottom."""
        raise NotImplementedError

    @property
    def columns(self) -> Sequence[object]:
        """The columns, from left to right."""
        raise NotImplementedError

    def heading(self, place: int) -> str:
        """What stands above the column at *place*."""
        raise NotImplementedError

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The headings, at the top alone."""
        across = orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns)
        return self.heading(section) if across and role == Qt.ItemDataRole.DisplayRole else None


class CellDelegate(QStyledItemDelegate):
    """Paints a cell: its ground, on a tint where it is chosen, its words, a ring for the keyboard.

    What is chosen is chosen in all views; what is selected is so in this list.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def is_chosen(self, index: Index) -> bool:
        """Whether the view has chosen what stands here."""
        del index
        return False

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what lies below the words: lines, bars, colours."""

    def words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what the cell says."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected or self.is_chosen(index):
            painter.fillRect(option.rect, QColor(self.theme.chosen))
        self.ground(painter, option, index)
        self.words(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()


def look_like_rows(view: QTableView) -> None:
    """Headings at the top alone, to the left and never pressed; no grid; Tab leaves the list."""
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    top = view.horizontalHeader()
    top.setHighlightSections(False)
    top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
