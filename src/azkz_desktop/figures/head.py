"""What stands above a chart: its unit, whether it follows the timeline, and taking it along."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from azkz_desktop.painting.letters import Letters

GAP = 8
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Head(QWidget):
    """One line; two where it is narrow, so that the window's other parts keep their width.

    With larger letters each part has a line of its own where two lines are still too wide.
    """

    def __init__(self) -> None:
        super().__init__()
        self._tight = False
        self.unit = QLabel()
        self.unit.setObjectName("secondary")
        self.linked = QCheckBox(self._linked_words())
        self.save_picture = QPushButton(self.tr("Save picture…"))
        self.save_data = QPushButton(self.tr("Save numbers…"))
        self.linked.setToolTip(self._linked_words())
        self._parts = (QHBoxLayout(), QHBoxLayout())
        told, taken = self._parts
        told.addWidget(self.unit, 1)
        told.addWidget(self.linked)
        taken.addWidget(self.save_picture)
        taken.addWidget(self.save_data)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        for layout in (*self._parts, self._lines):
            layout.setSpacing(GAP)
        self._lines.addLayout(told, 1)
        self._lines.addLayout(taken)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the wider of two lines; with larger letters as the widest button."""
        high = self._lines.minimumSize().height()
        if Letters.factor > 1:
            return QSize(self.save_data.sizeHint().width(), high)
        return QSize(max(part.minimumSize().width() for part in self._parts), high)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Two lines where one is too narrow."""
        super().resizeEvent(event)
        width, widths = event.size().width(), self._widths()
        self._stack(tight=Letters.factor > 1 and width < max(widths))
        one_line = width >= sum(widths) + GAP
        self._lines.setDirection(ACROSS if one_line else DOWN)

    def _widths(self) -> tuple[int, int]:
        """Pixels of both parts with all their words side by side."""
        advance = self.linked.fontMetrics().horizontalAdvance
        words = advance(self._linked_words()) - advance(self.linked.text())
        linked = self.linked.sizeHint().width() + words
        told = self.unit.minimumSizeHint().width() + GAP + linked
        taken = sum(one.sizeHint().width() for one in (self.save_picture, self.save_data))
        return told, taken + GAP

    def _stack(self, *, tight: bool) -> None:
        if tight is self._tight:
            return
        self._tight = tight
        self.linked.setText(self.tr("Same years") if tight else self._linked_words())
        for part in self._parts:
            part.setDirection(DOWN if tight else ACROSS)

    def _linked_words(self) -> str:
        return self.tr("Same years as the timeline")
