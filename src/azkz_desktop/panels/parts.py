"""Lists whose cells say something, and small below it who says so, when and where."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.painting.letters import LetterSize
from azkz_desktop.painting.rows import CellDelegate, Index, look_like_rows
from azkz_desktop.view.state import Focus
from azkz_desktop.view.tokens import Theme

PARTS_ROLE = Qt.ItemDataRole.UserRole
"""A cell as its first words and what stands small below them."""


class Look(NamedTuple):
    """How the first words of a cell look. Only those of the first column may be bold."""

    colour: str
    bold: bool = False
    italic: bool = False


class PartsDelegate(CellDelegate):
    """Paints a cell in lines, with *pad* pixels around them; `focus` is what the view chose."""

    FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def __init__(self, theme: Theme, pad: int, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._pad = pad
        self.focus: Focus | None = None

    def look(self, index: Index) -> Look:
        """How a cell's first words look."""
        raise NotImplementedError

    def height(self, font: QFont, parts: tuple[str, str], width: int, column: int) -> int:
        """The pixels that a cell of *width* pixels needs."""
        head, below = parts
        needed = self._room(self._widest(font, column), head, width)
        return 2 * self._pad + needed + self._room(QFontMetrics(font), below, width)

    def _widest(self, font: QFont, column: int) -> QFontMetrics:
        """What a cell's first words are measured by: the first column turns bold when chosen."""
        heavy = QFont(font)
        heavy.setBold(column == 0)
        return QFontMetrics(heavy)

    def _room(self, metrics: QFontMetrics, text: str, width: int) -> int:
        if not text:
            return 0
        return metrics.boundingRect(0, 0, width - 2 * self._pad, 10_000, self.FLAGS, text).height()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as its words need in the column's width."""
        view = self.parent()
        assert isinstance(view, QTableView)  # noqa: S101 - the view makes it so
        width = view.columnWidth(index.column())
        parts, column = index.data(PARTS_ROLE), index.column()
        return QSize(width, self.height(option.font, parts, width, column))

    def words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """What is said in its colour, and what stands below it in the second one."""
        room = option.rect.adjusted(self._pad, self._pad, -self._pad, -self._pad)
        head, below = index.data(PARTS_ROLE)
        look, font = self.look(index), QFont(option.font)
        font.setBold(look.bold)
        font.setItalic(look.italic)
        painter.setFont(font)
        painter.setPen(QColor(look.colour))
        painter.drawText(room, self.FLAGS, head)
        if below:
            widest = self._widest(option.font, index.column())
            room.setTop(room.top() + self._room(widest, head, option.rect.width()))
            painter.setFont(option.font)
            painter.setPen(QColor(self.theme.secondary))
            painter.drawText(room, self.FLAGS, below)


class PartsView(QTableView):
    """Arrows move, Enter chooses; the columns share the width, rows are as high as their words."""

    taken = Signal(QModelIndex)
    """A cell was clicked, or Enter pressed on it."""

    def __init__(self) -> None:
        super().__init__()
        self._letters = LetterSize()
        self.activated.connect(self.taken)
        self.clicked.connect(self.taken)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        look_like_rows(self)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self) -> None:
        """Share the width, and make the rows as high as their words need."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Lines break anew where letters have another size."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lines break anew."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter activates on every platform."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def lay_out(panel: QWidget, told: QWidget, beside: QWidget, view: PartsView) -> None:
    """In *panel*: a line with *told* and, at its right, *beside*; below it *view*."""
    bar = QHBoxLayout()
    bar.setContentsMargins(12, 7, 12, 7)
    bar.addWidget(told, 1)
    bar.addWidget(beside)
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addLayout(bar)
    layout.addWidget(view, 1)
    panel.setFocusProxy(view)
