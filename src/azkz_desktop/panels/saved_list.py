"""How a saved view stands in the list: its picture, its name, and what it filters."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from azkz_desktop.painting.rows import CellDelegate, Index
from azkz_desktop.panels.saved_pictures import SIZE

LINES_ROLE = Qt.ItemDataRole.UserRole + 1
"""What stands small below the name, line by line."""
PAD = 8


class SavedDelegate(CellDelegate):
    """Paints picture, name and the lines below it; the name alone is edited."""

    FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as the picture."""
        return QSize(SIZE.width() + 200, SIZE.height() + 2 * PAD)

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The field stands where the name does."""
        room = self._room(option.rect)
        editor.setGeometry(QRect(room.left() - 8, room.top() - 6, room.width(), 30))

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The picture, framed."""
        rect = option.rect
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        frame = QRect(rect.left() + PAD, rect.top() + PAD, SIZE.width(), SIZE.height())
        if isinstance(icon, QIcon):
            icon.paint(painter, frame)
        painter.setPen(QColor(self.theme.hairline))
        painter.drawRect(frame)

    def words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The name, and the lines below it."""
        room, font = self._room(option.rect), option.font
        name: str = index.data()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.ink))
        used = painter.boundingRect(room, self.FLAGS, name)
        painter.drawText(room, self.FLAGS, name)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.secondary))
        room.setTop(used.bottom() + 6)
        painter.drawText(room, self.FLAGS, "\n".join(index.data(LINES_ROLE) or ()))

    @staticmethod
    def _room(rect: QRect) -> QRect:
        return rect.adjusted(SIZE.width() + 2 * PAD + 6, PAD + 4, -PAD, -PAD)
