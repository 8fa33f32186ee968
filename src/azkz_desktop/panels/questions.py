"""The guided questions: a small panel with five questions, or with the answer to one of them."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.painting.letters import LetterSize, grown
from azkz_desktop.panels.labels import BreakingButton, LinkLabel, wrapped
from azkz_desktop.panels.questions_texts import (
    Evidence,
    Question,
    Sentence,
    asked,
    question_of,
    questions,
)
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import Theme

NUMBER = 20
"""Pixels that the number before a sentence takes."""


class QuestionsPanel(QScrollArea):
    """Shows the answer to the view's question, sentence by sentence, each with its claims.

    A sentence's link chooses the thing that it tells of, in all views. Without a question it
    lists the five.
    """

    def __init__(self, store: Store, library: Library, theme: Theme) -> None:
        super().__init__()
        self._letters = LetterSize()
        self._store, self._library, self._theme = store, library, theme
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Guided questions"))
        self.links: list[LinkLabel] = []
        self.choices: list[QPushButton] = []
        self.refresh()
        store.subscribe(self._on_change)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A column beside the views."""
        return QSize(330, 420)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out anew where letters have another size."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            self.refresh()

    def _on_change(self, change: Change) -> None:
        if change.old.question != change.new.question:
            self.refresh()

    def refresh(self) -> None:
        """Show the answer to the view's question, or the questions."""
        question = question_of(self._store.state)
        self.links, self.choices = [], []
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(18, 14, 16, 14)
        layout.setSpacing(10)
        if question is None:
            self._list(layout)
        else:
            self._answer(layout, question)
        layout.addStretch(1)
        # What goes may hold the button that is being pressed: it must outlive this.
        if (old := self.takeWidget()) is not None:
            old.deleteLater()
        self.setWidget(body)

    def ask(self, question: Question) -> None:
        """Show the view of *question*, and its answer here."""
        self._store.change(asked(question, self._store.state), question.title)

    def put_away(self) -> None:
        """No question any more; the views stay as they are."""
        state = replace(self._store.state, question="")
        self._store.change(state, self.tr("Put the answer away"))

    def _list(self, layout: QVBoxLayout) -> None:
        layout.addWidget(_heading(self.tr("Five questions to begin with")))
        said = self.tr("Each shows a view, and what the documents answer.")
        layout.addWidget(wrapped(said, "secondary"))
        for question in questions():
            layout.addWidget(self._choice(question))

    def _choice(self, question: Question) -> QPushButton:
        button = BreakingButton(question.title)
        button.setStyleSheet("text-align: left; padding: 6px 10px;")
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.ask(question))
        self.choices.append(button)
        return button

    def _answer(self, layout: QVBoxLayout, question: Question) -> None:
        top = QHBoxLayout()
        top.addWidget(_heading(self.tr("A question")), 1)
        self.away = QPushButton("✕")
        self.away.setObjectName("link")
        self.away.setToolTip(self.tr("Put the answer away"))
        self.away.setAccessibleName(self.tr("Put the answer away"))
        self.away.clicked.connect(self.put_away)
        top.addWidget(self.away)
        layout.addLayout(top)
        layout.addWidget(wrapped(question.title, "title"))
        for number, sentence in enumerate(question.answer, start=1):
            layout.addLayout(self._sentence(number, sentence))
        layout.addWidget(_heading(self.tr("Ask another")))
        for other in questions():
            if other.id != question.id:
                layout.addWidget(self._choice(other))

    def _sentence(self, number: int, sentence: Sentence) -> QHBoxLayout:
        line, text = QHBoxLayout(), QVBoxLayout()
        mark = QLabel(str(number))
        mark.setObjectName("heading")
        mark.setFixedWidth(grown(NUMBER))
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        text.setSpacing(2)
        text.addWidget(wrapped(sentence.text))
        for subject in dict.fromkeys(one.subject for one in sentence.evidence):
            text.addWidget(self._link(subject, sentence.evidence))
        line.addLayout(text, 1)
        return line

    def _link(self, subject: str, evidence: tuple[Evidence, ...]) -> LinkLabel:
        focus = self._focus(subject)
        told = [one.source for one in evidence if one.subject == subject]
        documents = "; ".join(self._library.name_of("source", one) for one in told)
        link = LinkLabel(f"→ {self._name(focus, short=True)}")
        link.setToolTip(f"{self._name(focus)}\n{documents}")
        link.setAccessibleName(f"{self._name(focus)}: {documents}")
        link.followed.connect(lambda: self._choose(focus))
        self.links.append(link)
        return link

    def _focus(self, subject: str) -> Focus:
        series = self._library.dataset.series()
        return Focus("series" if subject in series else "event", subject)

    def _name(self, focus: Focus, *, short: bool = False) -> str:
        if focus.type == "series":
            return self._library.dataset.series()[focus.id].name
        event = self._library.dataset.event(focus.id)
        if event is None:
            return focus.id
        return (short and event.short) or event.title

    def _choose(self, focus: Focus) -> None:
        state = replace(self._store.state, focus=focus)
        self._store.change(state, self.tr("Choose"))


def _heading(text: str) -> QLabel:
    label = QLabel(text.upper())
    label.setObjectName("heading")
    label.setContentsMargins(0, 4, 0, 0)
    label.setWordWrap(True)
    return label
