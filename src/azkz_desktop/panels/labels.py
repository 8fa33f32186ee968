"""Labels of the detail panel: words that break into lines, and words that lead somewhere."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from azkz_desktop.painting.letters import Letters, grown

FEWEST = 90
"""Pixels to which a button may be cut."""
BESIDE = 24
"""Pixels that a button keeps beside its words."""


def wrapped(text: str, name: str = "") -> QLabel:
    """A label whose text breaks into lines and can be marked and copied."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName(name)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


class BreakingButton(QPushButton):
    """A button as wide as it is let, whose words break into lines."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the words anew."""
        from azkz_desktop.figures.pixels import lines_of  # no question is shown at the start

        super().resizeEvent(event)
        room = event.size().width() - BESIDE
        lines = lines_of(self._words, room, self.fontMetrics().horizontalAdvance)
        self.setText("\n".join(lines))


class ShorteningButton(QPushButton):
    """A button whose words are cut where there is no room for them; *end* is kept behind them.

    It makes nothing around it wider.
    """

    def __init__(self, words: str, end: str = "") -> None:
        super().__init__(words + end)
        self._words, self._end = words, end
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for all words."""
        hint, advance = super().sizeHint(), self.fontMetrics().horizontalAdvance
        hint.setWidth(hint.width() + advance(self._words + self._end) - advance(self.text()))
        return hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a few letters, where letters are larger than usual."""
        least = grown(FEWEST) if Letters.factor > 1 else 10_000
        return self.sizeHint().boundedTo(QSize(least, 10_000))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the words anew."""
        super().resizeEvent(event)
        missing = self.sizeHint().width() - event.size().width()
        words, metrics = self._words, self.fontMetrics()
        if missing > 0:
            room = metrics.horizontalAdvance(words) - missing
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setText(words + self._end)


class LinkLabel(QLabel):
    """Words that break into lines and lead somewhere, by mouse and by keyboard."""

    followed = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setObjectName("linklabel")
        self.setIndent(0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Taken, so that the release comes here too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click follows."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.followed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter and Space follow."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.followed.emit()
        else:
            super().keyPressEvent(event)
