"""The lines of the palette: what was found, its symbol, the words typed marked, a note at right."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from azkz_desktop.lean import dataclass
from azkz_desktop.painting.symbols import draw_symbol
from azkz_desktop.panels.glyphs import draw_glyph
from azkz_desktop.panels.marked import matching_parts
from azkz_desktop.view.tokens import Theme

ROW = 30
LEFT = 34
GAP = 16
NOTE_SHARE = 0.46
"""How much of a line the note may take at the most."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it is called, what it is, what Enter does, and the symbol before it.

    `shape` and `colour` are an event's symbol; `glyph` is that of anything else.
    """

    text: str
    note: str
    run: Callable[[], None]
    shape: str = ""
    colour: str = ""
    glyph: str = ""


class LineDelegate(QStyledItemDelegate):
    """Paints one entry; `typed` are the words that are marked in it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.typed = ""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One line."""
        return QSize(200, max(ROW, option.fontMetrics.height() + 12))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Symbol, name, note."""
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self.theme.chosen))
            painter.fillRect(rect.x(), rect.y(), 3, rect.height(), QColor(self.theme.accent))
        self._symbol(painter, entry, rect)
        note = self._note(painter, option.font, entry, rect)
        self._text(painter, option.font, entry, rect.adjusted(LEFT, 0, -note - GAP, 0))
        painter.restore()

    def _symbol(self, painter: QPainter, entry: Entry, rect: QRect) -> None:
        x, y = rect.x() + LEFT / 2 + 1, rect.center().y() + 0.5
        if entry.shape:
            draw_symbol(painter, entry.shape, entry.colour, x, y, 5.0)
        elif entry.glyph:
            draw_glyph(painter, entry.glyph, self.theme.secondary, x, y)

    def _note(self, painter: QPainter, font: QFont, entry: Entry, rect: QRect) -> int:
        """Paint the note; how wide it is."""
        painter.setFont(font)
        painter.setPen(QColor(self.theme.secondary))
        room = int((rect.width() - LEFT) * NOTE_SHARE)
        words = painter.fontMetrics().elidedText(entry.note, Qt.TextElideMode.ElideRight, room)
        where = rect.adjusted(0, 0, -12, 0)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, flags, words)
        return painter.fontMetrics().horizontalAdvance(words) + 12

    def _text(self, painter: QPainter, font: QFont, entry: Entry, room: QRect) -> None:
        """The name, the typed words in it bold."""
        bold = QFont(font)
        bold.setBold(True)
        painter.setPen(QColor(self.theme.ink))
        x = float(room.x())
        for words, marked in runs(entry.text, self.typed):
            painter.setFont(bold if marked else font)
            left = room.right() - x
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(left) + 1)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(x, room.y(), left + 2, room.height()), flags, shown)
            x += metrics.horizontalAdvance(shown)
            if shown != words:
                break


def runs(text: str, typed: str) -> tuple[tuple[str, bool], ...]:
    """*text* cut into pieces, each with whether it is to be marked."""
    pieces, end = [], 0
    for start, stop in matching_parts(text, typed):
        pieces += [(text[end:start], False), (text[start:stop], True)]
        end = stop
    return tuple(piece for piece in (*pieces, (text[end:], False)) if piece[0])
