"""The table as it is seen and touched: rows painted, keys and mouse told to the panel."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QIcon, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from azkz_desktop.painting.letters import LetterSize, grown
from azkz_desktop.painting.rows import CellDelegate, Index, look_like_rows
from azkz_desktop.panels.table_model import CONTESTED_ROLE, ROW_ROLE, TableModel
from azkz_desktop.view.tokens import Theme

ROW = 28
PAD = 8
ICON = 14
TINT = 26
"""Of 255: what is pointed at keeps the contrast of its words."""


class RowDelegate(CellDelegate):
    """Paints a cell: the chosen row on a tint with a bar before it, disagreements on amber."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.chosen_row: int | None = None
        self.pointed: frozenset[int] = frozenset()

    def is_chosen(self, index: Index) -> bool:
        """Whether the row's event is chosen."""
        return self.chosen_row is not None and index.data(ROW_ROLE) == self.chosen_row

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Amber below a disagreement, a bar before the chosen row, a line below each.

        What is pointed at, here or in another view, has a tint.
        """
        theme, rect = self.theme, option.rect
        if self.pointed and index.data(ROW_ROLE) in self.pointed:
            tint = QColor(theme.accent)
            tint.setAlpha(TINT)
            painter.fillRect(rect, tint)
        bar = QRect(rect.left(), rect.top(), 3, rect.height())
        model = index.model()
        assert isinstance(model, TableModel)  # noqa: S101 - the view has no other
        if model.columns[index.column()].id == "disagreement" and index.data():
            painter.fillRect(rect.adjusted(0, 0, 0, -1), QColor(theme.disagreement_paper))
            painter.fillRect(bar.adjusted(0, 0, 0, -1), QColor(theme.disagreement))
        if index.column() == 0 and self.is_chosen(index):
            painter.fillRect(bar, QColor(theme.accent))
        painter.setPen(QColor(theme.hairline))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The kind's symbol, the words, the sign of a disagreement; bold where it is chosen."""
        rect: QRect = option.rect
        left, right = rect.left() + PAD, rect.right() - PAD - 1
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, left, rect.center().y() - ICON // 2 + 1, ICON, ICON)
            left += ICON + 6
        if index.column() == 0 and index.data(CONTESTED_ROLE):
            right = self._badge(painter, option, rect) - PAD
        room = QRect(left, rect.top(), right + 1 - left, rect.height())
        font = QFont(option.font)
        font.setBold(self.is_chosen(index))
        painter.setFont(font)
        painter.setPen(QColor(self.theme.ink))
        shown = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideRight, room.width()
        )
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, flags, shown)

    def _badge(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> int:
        """The sign of a disagreement at the right end of the cell; the pixel where it begins."""
        wide, high = grown(20), grown(17)
        body = QRect(rect.right() - PAD - wide, rect.center().y() - high // 2, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self.theme.disagreement))
        painter.setBrush(QColor(self.theme.disagreement_paper))
        painter.drawRoundedRect(body, 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setFont(option.font)
        painter.setPen(QColor(self.theme.ink))
        painter.drawText(body, int(Qt.AlignmentFlag.AlignCenter), "≠")
        return body.left()


class TableView(QTableView):
    """Keys: arrows move, Enter chooses, S sorts by the column, Shift+S by it too, Ctrl+C copies."""

    chosen = Signal(int)
    sorting = Signal(int, bool)
    copying = Signal()
    menu_wanted = Signal(QPoint, int)
    pointed = Signal(int)
    """The pointer is on the row at this place; −1: on none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._letters = LetterSize()
        self.rows = RowDelegate(theme, self)
        self.setItemDelegate(self.rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName(self.tr("Table of events"))
        self._set_headers()
        self.clicked.connect(self._clicked)
        self.setMouseTracking(True)
        self.entered.connect(lambda index: self.pointed.emit(index.row()))
        self.viewportEntered.connect(lambda: self.pointed.emit(-1))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The pointer leaves the rows, too."""
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(-1)
        return super().viewportEvent(event)

    def light_up(self, rows: tuple[int, ...]) -> None:
        """Lay a tint on the *rows* (of the file) that are pointed at."""
        self.rows.pointed = frozenset(rows)  # each cell asks
        self.viewport().update()

    def _set_headers(self) -> None:
        look_like_rows(self)
        side, top = self.verticalHeader(), self.horizontalHeader()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()
        top.setSectionsMovable(True)
        top.setStretchLastSection(True)
        top.setSectionsClickable(True)
        top.sectionClicked.connect(self._heading_clicked)
        top.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        top.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(top.mapToGlobal(at), top.logicalIndexAt(at))
        )

    def _fit_rows(self) -> None:
        high = max(grown(ROW), self.fontMetrics().height() + 10)
        self.verticalHeader().setDefaultSectionSize(high)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Rows and columns in the present size of letters."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            self._fit_rows()
            self.fit_columns()

    def setModel(self, model: QAbstractItemModel | None) -> None:  # noqa: N802 - Qt's name
        """Show *model*. The headings get a selection of their own, which stays empty.

        With that of the rows each heading asks every row whether it is selected, to look
        pressed if all are: 3 s a frame for 100,000 rows.
        """
        super().setModel(model)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSelectionModel(QItemSelectionModel(self.model(), header))

    def fit_columns(self) -> None:
        """As wide as each column asks for."""
        model = self.model()
        assert isinstance(model, TableModel)  # noqa: S101 - the panel gives it
        letter = self.fontMetrics().averageCharWidth()
        for place, column in enumerate(model.columns):
            self.setColumnWidth(place, column.width * letter + 2 * PAD)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a dozen rows."""
        return QSize(860, 13 * ROW)

    def selected_places(self) -> NDArray[np.int32]:
        """The places of the selected rows from top to bottom; the current one where none is."""
        selection, current = self.selectionModel().selection(), self.currentIndex()
        ranges = [selection.at(one) for one in range(selection.size())]
        if not ranges:
            return np.array([current.row()] if current.isValid() else [], np.int32)
        runs = [np.arange(one.top(), one.bottom() + 1, dtype=np.int32) for one in ranges]
        return runs[0] if len(runs) == 1 else np.unique(np.concatenate(runs))

    def show_place(self, place: int | None) -> None:
        """Make the row at *place* the current one, in sight; none where None."""
        if place is None:
            self.clearSelection()
            return
        column = max(self.currentIndex().column(), 0)
        index = self.model().index(place, column)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter, S, copy; Home and End go to the first and last row."""
        modifiers = event.modifiers()
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        current = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copying.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.chosen.emit(current.row())
        elif event.key() == Qt.Key.Key_S and not control and current.isValid():
            self.sorting.emit(current.column(), shift)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not shift and current.isValid():
            last = self.model().rowCount() - 1
            self.show_place(0 if event.key() == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Not here: it would read every row on the way. Ctrl+K finds."""
        del search

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The menu of a column and its row, by mouse or by the menu key."""
        current = self.currentIndex()
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and current.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(current).bottomLeft())
        self.menu_wanted.emit(at, current.column() if current.isValid() else 0)

    def _clicked(self, index: QModelIndex) -> None:
        held = QApplication.keyboardModifiers()
        several = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        if not held & several:
            self.chosen.emit(index.row())

    def _heading_clicked(self, section: int) -> None:
        shift = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.sorting.emit(section, bool(shift))
