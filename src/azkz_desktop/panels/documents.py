"""About these documents: one click from everywhere, and a click on to each of them."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.panels.documents_words import Card, Section, cards, sections
from azkz_desktop.panels.labels import LinkLabel, wrapped
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus
from azkz_desktop.view.store import Store


class DocumentsDialog(QDialog):
    """Which documents, by whom, when; who is absent, how far they reach, the rule for names."""

    def __init__(self, store: Store, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.links: list[LinkLabel] = []
        self.setWindowTitle(self.tr("About these documents"))
        self.resize(660, 640)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(body)
        self.done_button = QPushButton(self.tr("Close"))
        self.done_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 8, 22, 12)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(foot)
        # Filled in its place: what is moved there later gets its style twice.
        self._fill(column, library)

    def _fill(self, column: QVBoxLayout, library: Library) -> None:
        column.addWidget(wrapped(self.tr("About these documents"), "title"))
        told = cards(library)
        column.addWidget(_heading(translate("Documents", "%n document(s)", len(told))))
        for card in told:
            column.addWidget(self._card(card))
        for section in sections(library):
            _add(column, section)
        column.addStretch(1)

    def _card(self, card: Card) -> QFrame:
        frame = QFrame()
        frame.setObjectName("card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 2, 0, 2)
        inside.setSpacing(2)
        link = LinkLabel(f"{card.name}: {card.title}")
        link.setToolTip(self.tr("Show this document and its events"))
        link.followed.connect(lambda: self._show(card.focus))
        self.links.append(link)
        inside.addWidget(link)
        for line in card.lines:
            inside.addWidget(wrapped(line, "secondary"))
        return frame

    def _show(self, focus: Focus) -> None:
        state = replace(self._store.state, focus=focus)
        self._store.change(state, self.tr("Show a document"))
        self.accept()


def _heading(text: str) -> QLabel:
    label = QLabel(text.upper())
    label.setObjectName("heading")
    label.setContentsMargins(0, 8, 0, 0)
    return label


def _add(column: QVBoxLayout, section: Section) -> None:
    column.addWidget(_heading(section.heading))
    for paragraph in section.paragraphs:
        column.addWidget(wrapped(paragraph))
