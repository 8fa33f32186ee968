"""What stands above a chart: its unit, whether it follows the timeline, and taking it along."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

GAP = 8


class Head(QWidget):
    """One line; two where it is narrow, so that the window's other parts keep their width."""

    def __init__(self) -> None:
        super().__init__()
        self.unit = QLabel()
        self.unit.setObjectName("secondary")
        self.linked = QCheckBox(self.tr("Same years as the timeline"))
        self.save_picture = QPushButton(self.tr("Save picture…"))
        self.save_data = QPushButton(self.tr("Save numbers…"))
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
        """As wide as the wider of two lines."""
        wide = max(part.minimumSize().width() for part in self._parts)
        return QSize(wide, self._lines.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Two lines where one is too narrow."""
        super().resizeEvent(event)
        needed = sum(part.minimumSize().width() for part in self._parts) + GAP
        one_line = event.size().width() >= needed
        directions = QBoxLayout.Direction
        self._lines.setDirection(directions.LeftToRight if one_line else directions.TopToBottom)
