"""Three hints for the first minutes; who has read them puts them away."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.painting.letters import LetterSize
from azkz_desktop.panels.labels import wrapped
from azkz_desktop.view.library import Library
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import Theme

DoIt = Callable[[], None]


class HintsBar(QFrame):
    """Three hints side by side, above the views. Escape or a button puts them away for good.

    Where they have no room side by side their titles stand one below the other, and the rest of
    each is told in a tooltip.

    `when_put_away` remembers that; `ask` opens the guided questions.
    """

    def __init__(
        self, store: Store, library: Library, theme: Theme, when_put_away: DoIt, ask: DoIt
    ) -> None:
        super().__init__()
        self._letters, self._needed = LetterSize(), 0
        del store, library  # what the hints say is the same whatever is shown
        self._when_put_away = when_put_away
        self.setObjectName("hints")
        self.setStyleSheet(
            f"QFrame#hints {{ background: {theme.chosen}; border: none;"
            f" border-bottom: 1px solid {theme.hairline}; }}"
        )
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 9, 10, 9)
        layout.setSpacing(18)
        self._hints = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._titles: list[QLabel] = []
        self._sentences: list[QLabel] = []
        for number, (title, text) in enumerate(self.texts(), start=1):
            self._sentences.append(sentence := wrapped(text))
            self._titles.append(head := QLabel(title))
            self._hints.addWidget(_hint(number, head, sentence), 1)
        layout.addLayout(self._hints, 1)
        self.ask, self.away = QPushButton(self.tr("Five questions")), QPushButton(self.tr("Got it"))
        self.ask.clicked.connect(ask)
        self.away.clicked.connect(self.put_away)
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        for button in (self.ask, self.away):
            button.installEventFilter(self)
            buttons.addWidget(button)
        layout.addLayout(buttons)

    def texts(self) -> tuple[tuple[str, str], ...]:
        """The three hints: a title and a sentence or two."""
        return (
            (
                self.tr("Point and click"),
                self.tr(
                    "What you point at lights up in every view. Click, and the right side says "
                    "what each document tells of it, and where."
                ),
            ),
            (
                self.tr("Move the moment"),
                self.tr(
                    "Drag the ▾ above the timeline: the map shows the lines, pipelines and "
                    "railways as they stood on that day."
                ),
            ),
            (
                self.tr("Search, and look for amber"),
                self.tr(
                    "Ctrl+K finds everything in any spelling, “Назарбаев” too. Amber marks where "
                    "the documents contradict each other."
                ),
            ),
        )

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It gets along with any width: no view is narrower for its sake."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Side by side where there is room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Share the bar anew where letters have another size."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            self._needed = 0
            self._fit()

    def _fit(self) -> None:
        if not self._needed:
            self._spread(wide=True)
            self._needed = self._row.minimumSize().width()
        self._spread(wide=self.width() >= self._needed)

    def _spread(self, *, wide: bool) -> None:
        ways = QBoxLayout.Direction
        self._hints.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._hints.setSpacing(18 if wide else 2)
        for title, sentence in zip(self._titles, self._sentences, strict=True):
            title.setWordWrap(not wide)
            sentence.setVisible(wide)

    def put_away(self) -> None:
        """Not needed any more."""
        self.hide()
        self._when_put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Escape puts the hints away."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        if key == Qt.Key.Key_Escape and event.type() == QEvent.Type.KeyPress:
            self.put_away()
            return True
        return super().eventFilter(watched, event)


def _hint(number: int, head: QLabel, sentence: QLabel) -> QWidget:
    box = QWidget()
    box.setToolTip(sentence.text())
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(9)
    mark = QLabel(str(number))
    mark.setObjectName("title")
    layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(1)
    head.setStyleSheet("font-weight: 600;")
    column.addWidget(head)
    column.addWidget(sentence)
    column.addStretch(1)
    layout.addLayout(column, 1)
    return box
