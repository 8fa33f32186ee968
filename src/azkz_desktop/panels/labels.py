"""Labels of the detail panel: words that break into lines, and words that lead somewhere."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

from azkz_desktop.painting.letters import Letters, LetterSize, grown

FEWEST = 90
"""Pixels to which a button may be cut."""
ANY = 10_000
"""More pixels than any button has."""
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
    """A button as wide as it is let; with larger letters its words break into lines."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words, self._letters = words, LetterSize()
        self.setAccessibleName(words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the words anew."""
        super().resizeEvent(event)
        self._break()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Break the words anew where letters have another size."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            self._break()

    def _break(self) -> None:
        from azkz_desktop.figures.pixels import lines_of  # no question is shown at the start

        room = self.width() - BESIDE if Letters.factor > 1 else ANY
        lines = lines_of(self._words, room, self.fontMetrics().horizontalAdvance)
        self.setText("\n".join(lines))


class ShorteningButton(QPushButton):
    """A button whose words are cut where there is no room for them; *end* is kept behind them.

    It makes nothing around it wider.
    """

    def __init__(self, words: str, end: str = "") -> None:
        super().__init__(words + end)
        self._words, self._end, self._letters = words, end, LetterSize()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for all words."""
        hint, advance = super().sizeHint(), self.fontMetrics().horizontalAdvance
        hint.setWidth(hint.width() + advance(self._words + self._end) - advance(self.text()))
        return hint

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a few letters, where letters are larger than usual."""
        least = grown(FEWEST) if Letters.factor > 1 else ANY
        return self.sizeHint().boundedTo(QSize(least, ANY))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the words anew."""
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the words anew where letters have another size."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            self._shorten()

    def _shorten(self) -> None:
        missing = self.sizeHint().width() - self.width()
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
