"""The table of five states by years as it is seen and touched."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from azkz_desktop.panels.rows_look import look_like_rows
from azkz_desktop.panels.years_model import PARTS_ROLE, YearsModel
from azkz_desktop.view.state import Focus
from azkz_desktop.view.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
YEAR = 64
"""Pixels of the column of years; the states share the rest."""
NARROWEST = 120
PAD = 7


class YearsDelegate(QStyledItemDelegate):
    """Paints what is told in ink, and small below it scope, dates and documents."""

    FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.focus: Focus | None = None
        self.now: int | None = None

    def _room(self, metrics: QFontMetrics, text: str, width: int) -> int:
        return metrics.boundingRect(0, 0, width - 2 * PAD, 10_000, self.FLAGS, text).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as its words need in the column's width."""
        view = self.parent()
        assert isinstance(view, QTableView)  # noqa: S101 - the view makes it so
        width = view.columnWidth(index.column())
        parts = [part for part in index.data(PARTS_ROLE) if part]
        rooms = sum(self._room(option.fontMetrics, part, width) for part in parts)
        return QSize(width, 2 * PAD + rooms)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        theme, rect, model = self.theme, option.rect, index.model()
        assert isinstance(model, YearsModel)  # noqa: S101 - the panel gives it
        told = model.told(index)
        painter.save()
        chosen = told is not None and told.focus == self.focus
        if chosen or option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.chosen))
        if not model.rows[index.row()].part:
            painter.setPen(QColor(theme.hairline))
            painter.drawLine(rect.topLeft(), rect.topRight())
        self._words(painter, option, index, silent=told is None)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, silent: bool
    ) -> None:
        theme, year = self.theme, not index.column()
        room = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        head, below = index.data(PARTS_ROLE)
        font = option.font
        now = year and index.row() == self.now
        font.setBold(now)
        font.setItalic(silent and not year)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent if now else theme.secondary if silent else theme.ink))
        painter.drawText(room, self.FLAGS, head)
        if below:
            room.setTop(room.top() + self._room(option.fontMetrics, head, option.rect.width()))
            painter.setPen(QColor(theme.secondary))
            painter.drawText(room, self.FLAGS, below)


class YearsView(QTableView):
    """Arrows go from cell to cell, Enter chooses, Ctrl+C copies the cell."""

    copied = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cells = YearsDelegate(theme, self)
        self.setItemDelegate(self.cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("The Caspian by years"))
        look_like_rows(self)
        self.verticalHeader().setMinimumSectionSize(18)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lines break anew."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share the width among the states, and make the rows as high as their words need."""
        states = self.model().columnCount() - 1 if self.model() is not None else 0
        if not states:
            return
        width = max((self.viewport().width() - YEAR) // states, NARROWEST)
        self.setColumnWidth(0, YEAR)
        for column in range(1, states + 1):
            self.setColumnWidth(column, width)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter activates on every platform."""
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.activated.emit(current)
        elif event.matches(QKeySequence.StandardKey.Copy) and current.isValid():
            self.copied.emit(str(current.data()))
        else:
            super().keyPressEvent(event)
