"""The choices of a facet as rows: the model, and how a row is painted with its histogram."""

from collections.abc import Callable, Iterator
from dataclasses import field

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from azkz_desktop.lean import dataclass
from azkz_desktop.painting.letters import Letters, grown
from azkz_desktop.painting.symbols import draw_symbol
from azkz_desktop.translation import grouped, translate
from azkz_desktop.view.tokens import Theme

ROW = 24
BAR = 2
"""Pixels of one bin of a choice's histogram."""
TALL = 13
"""Pixels of its highest bar."""
BAR_OPACITY = 0.75
"""Of the bars: at least 3:1 against the panel, light and dark."""
NEEDED = 236
"""Pixels of a row in which names of kinds have room beside the histograms."""
FEW = 3
"""Events in one bin that a bar of full height stands for at the least."""
Heights = NDArray[np.int64]
Years = Callable[[int], tuple[int, int]]
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a facet: `count` events would be left by it; `shape` is a kind's symbol.

    `heights` says how these events fall over time, a number a bin.
    """

    id: str
    name: str
    count: int = 0
    chosen: bool = False
    shape: str = ""
    colour: str = ""
    heights: Heights | None = field(default=None, compare=False)


class FacetModel(QAbstractListModel):
    """The choices of a facet as Qt's list model."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self.years: Years | None = None

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is listed now, in order."""
        return self._choices

    def show(self, choices: tuple[Choice, ...]) -> None:
        """List *choices*; where only counts or marks changed, the rows stay as they are."""
        if [choice.id for choice in choices] == [choice.id for choice in self._choices]:
            self._choices = choices
            if choices:
                self.dataChanged.emit(self.index(0), self.index(len(choices) - 1))
            return
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """How many choices are listed."""
        return 0 if parent is not None and parent.isValid() else len(self._choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, count in words for screen readers, and the mark."""
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.name
        if role == Qt.ItemDataRole.UserRole:
            return choice
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if choice.chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((choice.name, *said(choice, self.years)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((choice.name, *said(choice, self.years)))
        return None


def said(choice: Choice, years: Years | None) -> Iterator[str]:
    """How many events a choice would leave, and when most of them were."""
    yield translate("Facets", "%n event(s)", choice.count)
    if years is not None and choice.heights is not None and choice.heights.any():
        first, last = years(int(choice.heights.argmax()))
        span = f"{first}–{last}" if last > first else str(first)
        yield translate("Facets", "most in %s") % span


def _is_tight(width: int) -> bool:
    """Whether a row is less wide than its letters have become large: names come first then."""
    return Letters.factor > 1 and width < grown(NEEDED)


class ChoiceDelegate(QStyledItemDelegate):
    """Paints a choice: symbol, name, count; the chosen ones on a tint with a bar beside it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """One line of text."""
        return QSize(120, max(ROW, option.fontMetrics.height() + 8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._background(painter, rect, choice, state)
        left = rect.left() + 9
        if choice.shape:
            draw_symbol(painter, choice.shape, choice.colour, left + 6, rect.center().y() + 1, 5.0)
            left += 20
        self._words(painter, rect, left, choice)
        painter.restore()

    def _background(
        self, painter: QPainter, rect: QRect, choice: Choice, state: QStyle.StateFlag
    ) -> None:
        body = rect.adjusted(0, 1, -1, -1)
        if choice.chosen:
            painter.fillRect(body, QColor(self.theme.chosen))
            painter.fillRect(body.left(), body.top(), 3, body.height(), QColor(self.theme.accent))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.accent))
            painter.drawRect(body)
        elif state & QStyle.StateFlag.State_MouseOver and not choice.chosen:
            painter.fillRect(body, QColor(self.theme.paper))

    def _histogram(self, painter: QPainter, right: int, middle: int, heights: Heights) -> int:
        """Bars of the events over time, ending at *right*; how wide they are together."""
        wide = BAR * len(heights)
        foot, left = middle + TALL // 2 + 1, right - wide
        painter.fillRect(left, foot, wide, 1, QColor(self.theme.hairline))
        scale = TALL / max(int(heights.max(initial=0)), FEW)
        colour = QColor(self.theme.secondary)
        colour.setAlphaF(BAR_OPACITY)
        for place in np.flatnonzero(heights).tolist():
            tall = max(round(float(heights[place]) * scale), 1)
            painter.fillRect(left + BAR * place, foot - tall, BAR, tall, colour)
        return wide

    def _words(self, painter: QPainter, rect: QRect, left: int, choice: Choice) -> None:
        theme = self.theme
        centred = Qt.AlignmentFlag.AlignVCenter
        count = grouped(choice.count)
        width = painter.fontMetrics().horizontalAdvance(count) + 16
        if choice.heights is not None and not _is_tight(rect.width()):
            # As wide as most numbers, so that the histograms stand below one another.
            width = max(width, painter.fontMetrics().horizontalAdvance("000") + 16) - 3
            right = rect.right() - width
            width += self._histogram(painter, right, rect.center().y(), choice.heights) + 4
        painter.setPen(QColor(theme.secondary))
        painter.drawText(rect.adjusted(0, 0, -8, 0), Qt.AlignmentFlag.AlignRight | centred, count)
        faint = choice.count == 0 and not choice.chosen
        ink = theme.accent if choice.chosen else theme.secondary if faint else theme.ink
        painter.setPen(QColor(ink))
        room = QRect(left, rect.top(), rect.right() - width - left, rect.height())
        name = painter.fontMetrics().elidedText(
            choice.name, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | centred, name)
