"""Parts beside or below each other that share their room by a rule, not by what each asks for."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter

Rule = Callable[[int], list[int]]
"""The sizes of all parts for so many pixels together."""


class SharedRoom(QSplitter):
    """Shares its pixels out by *rule* at every size; a person who moves a handle is followed."""

    def __init__(self, orientation: Qt.Orientation, rule: Rule) -> None:
        super().__init__(orientation)
        self.rule = rule

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Instead of what Qt does here, which would lay all parts out a second time."""
        del event
        self.share_out()

    def share_out(self) -> None:
        """Give each part what the rule says, where it is not smaller than it can be."""
        horizontal = self.orientation() == Qt.Orientation.Horizontal
        extent = self.width() if horizontal else self.height()
        self.setSizes(self.rule(extent - self.handleWidth() * (self.count() - 1)))
