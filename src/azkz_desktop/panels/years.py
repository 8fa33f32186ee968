"""The Caspian by years: what five states held, what was agreed, of what, and who says so."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from azkz_desktop.panels.parts import lay_out
from azkz_desktop.panels.years_model import YearsModel
from azkz_desktop.panels.years_view import YearsView
from azkz_desktop.panels.years_words import last_year, table_text
from azkz_desktop.view.caspian import all_told, rows
from azkz_desktop.view.library import Library
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import Theme


class YearsPanel(QWidget):
    """The table; a click or Enter shows the line, or the state, in all views."""

    def __init__(self, store: Store, library: Library, theme: Theme) -> None:
        super().__init__()
        self._store, self._library = store, library
        self.model = YearsModel(tuple(rows(all_told(library.dataset))), library.name_of, self)
        self.view = YearsView(theme)
        self.view.setModel(self.model)
        told = QLabel(self.tr("Stances on the sea's status, and what is told of the lines"))
        told.setObjectName("secondary")
        told.setWordWrap(True)  # in a narrow window, which it would make wider otherwise
        self.copy = QPushButton(self.tr("Copy the table as text"))
        self.copy.clicked.connect(self.copy_all)
        lay_out(self, told, self.copy, self.view)
        self.view.taken.connect(self._choose)
        self.view.copied.connect(_to_clipboard)
        store.subscribe(self._on_change)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show the years up to the moment."""
        super().showEvent(event)
        self._show_moment()

    def copy_all(self) -> None:
        """Put the whole table on the clipboard."""
        _to_clipboard(table_text(self.model.rows, self._library.name_of))

    def _on_change(self, change: Change) -> None:
        old, new = change.old, change.new
        if self.isVisible() and (old.focus, old.moment) != (new.focus, new.moment):
            self._show_moment()

    def _show_moment(self) -> None:
        """Mark the chosen thing, and the last year until the moment."""
        state, cells = self._store.state, self.view.cells
        now = last_year(self.model.rows, date.fromisoformat(state.moment).year)
        moved = now != cells.now
        cells.focus, cells.now = state.focus, now
        if moved and now is not None:
            self.view.scrollTo(self.model.index(now, 0))
        self.view.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        told = self.model.told(index)
        if told is not None:
            state = replace(self._store.state, focus=told.focus)
            self._store.change(state, self.tr("Choose in the table of years"))


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
