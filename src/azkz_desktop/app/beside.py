"""The right side: the detail, and above it the answer to a guided question while one is asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from azkz_desktop.view.store import Change, Store

if TYPE_CHECKING:
    from azkz_desktop.panels.questions import QuestionsPanel

Maker = Callable[[], "QuestionsPanel"]


class Beside(QSplitter):
    """The detail panel; `make` makes the questions' panel when it is first needed."""

    def __init__(self, store: Store, detail: QWidget, make: Maker) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._make = make
        self.questions: QuestionsPanel | None = None
        self.addWidget(detail)
        self.setChildrenCollapsible(False)
        if store.state.question:
            self.open()
        store.subscribe(self._on_change)

    def open(self) -> None:
        """Show the questions, or the answer to the one that is asked."""
        if self.questions is None:
            self.questions = self._make()
            self.insertWidget(0, self.questions)
            self.setSizes([1, 1])
        self.questions.show()

    def _on_change(self, change: Change) -> None:
        if change.old.question == change.new.question:
            return
        if change.new.question:
            self.open()
        elif self.questions is not None:
            self.questions.hide()
