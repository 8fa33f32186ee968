"""How a saved view stands in the list: its picture, its name, and what it filters."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from azkz_desktop.panels.saved_pictures import SIZE
from azkz_desktop.view.tokens import Theme

Index = QModelIndex | QPersistentModelIndex
LINES_ROLE = Qt.ItemDataRole.UserRole + 1
"""What stands small below the name, line by line."""
PAD = 8


class SavedDelegate(QStyledItemDelegate):
    """Paints picture, name and the lines below it; the name alone is edited."""

    FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """As high as the picture."""
        return QSize(SIZE.width() + 200, SIZE.height() + 2 * PAD)

    def updateEditorGeometry(  # noqa: N802 - Qt's name
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The field stands where the name does."""
        room = self._room(option.rect)
        editor.setGeometry(QRect(room.left() - 8, room.top() - 6, room.width(), 30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one view."""
        theme, rect = self.theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.chosen))
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        frame = QRect(rect.left() + PAD, rect.top() + PAD, SIZE.width(), SIZE.height())
        if isinstance(icon, QIcon):
            icon.paint(painter, frame)
        painter.setPen(QColor(theme.hairline))
        painter.drawRect(frame)
        self._words(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
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
