"""The list of disagreements as it is seen and touched."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from azkz_desktop.painting.later import Later
from azkz_desktop.panels.disagreements_model import PARTS_ROLE, DisagreementModel
from azkz_desktop.panels.rows_look import look_like_rows
from azkz_desktop.view.state import Focus
from azkz_desktop.view.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
SHARES = (26, 22, 22, 30)
"""How the width is shared by the columns."""
PAD = 9
ALL_AT_ONCE = 400
"""Rows whose height is fitted to their words; of more, each gets the same."""


class DisagreementDelegate(QStyledItemDelegate):
    """Paints a cell in lines: what is said, and small below it who says so and where."""

    FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.focus: Focus | None = None

    def height(self, font: QFont, parts: tuple[str, str], width: int, column: int) -> int:
        """The pixels that a cell of *width* pixels needs."""
        head, below = parts
        needed = self._room(self._widest(font, column), head, width)
        return 2 * PAD + needed + (self._room(QFontMetrics(font), below, width) if below else 0)

    def _widest(self, font: QFont, column: int) -> QFontMetrics:
        """What a cell's first words are measured by: the subject turns bold when it is chosen."""
        heavy = QFont(font)
        heavy.setBold(column == 0)
        return QFontMetrics(heavy)

    def _room(self, metrics: QFontMetrics, text: str, width: int) -> int:
        return metrics.boundingRect(0, 0, width - 2 * PAD, 10_000, self.FLAGS, text).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as its words need in the column's width."""
        view = self.parent()
        assert isinstance(view, QTableView)  # noqa: S101 - the panel makes it so
        width = view.columnWidth(index.column())
        parts, column = index.data(PARTS_ROLE), index.column()
        return QSize(width, self.height(option.font, parts, width, column))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        theme, rect = self.theme, option.rect
        model = index.model()
        assert isinstance(model, DisagreementModel)  # noqa: S101 - the panel gives it
        chosen = model.rows[index.row()].focus == self.focus
        painter.save()
        if chosen or option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.chosen))
        if index.column() == 0:
            bar = QRect(rect.left(), rect.top() + 4, 3, rect.height() - 9)
            painter.fillRect(bar, QColor(theme.disagreement))
        painter.setPen(QColor(theme.hairline))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._words(painter, option, index, chosen=chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, chosen: bool
    ) -> None:
        room = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        head, below = index.data(PARTS_ROLE)
        font = option.font
        font.setBold(chosen and index.column() == 0)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.accent if index.column() == 0 else self.theme.ink))
        painter.drawText(room, self.FLAGS, head)
        if below:
            high = self._room(self._widest(font, index.column()), head, option.rect.width())
            room.setTop(room.top() + high)
            font.setBold(False)
            painter.setFont(font)
            painter.setPen(QColor(self.theme.secondary))
            painter.drawText(room, self.FLAGS, below)


class DisagreementView(QTableView):
    """Up and down move, Enter chooses; the columns share the width."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.cells = DisagreementDelegate(theme, self)
        self.later = Later(self)
        self.setItemDelegate(self.cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Disagreements"))
        look_like_rows(self)
        self.verticalHeader().setDefaultSectionSize(76)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lines break anew."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share the width, and make the rows as high as their words need."""
        width = self.viewport().width()
        for column, share in enumerate(SHARES):
            self.setColumnWidth(column, width * share // 100)
        if self.model() is not None and self.model().rowCount() <= ALL_AT_ONCE:
            self.later.plan(self._fitting())

    def _fitting(self) -> Iterator[None]:
        """Each row as high as its words need, those in sight first; what is chosen stays there."""
        count, first = self.model().rowCount(), max(self.rowAt(0), 0)
        for row in (*range(first, count), *range(first)):
            self.resizeRowToContents(row)
            yield
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter activates on every platform."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
