"""Who disagrees: every contradiction of the file in one list, each a click from its subject."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.dataset.fold import fold
from azkz_desktop.painting.later import Later
from azkz_desktop.painting.letters import grown
from azkz_desktop.panels.disagreements_model import DisagreementModel
from azkz_desktop.panels.disagreements_rows import Row, read_disagreements
from azkz_desktop.panels.disagreements_view import DisagreementView
from azkz_desktop.panels.parts import lay_out
from azkz_desktop.translation import grouped, translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import Theme


class DisagreementsPanel(QWidget):
    """Every disagreement of the file; a click or Enter shows its subject in all views."""

    def __init__(self, store: Store, library: Library, theme: Theme) -> None:
        super().__init__()
        self._store, self._library = store, library
        self._all: tuple[Row, ...] | None = None
        self.reading = Later(self)
        self.told = QLabel(self.tr("Reading what the documents disagree about…"))
        self.told.setObjectName("secondary")
        self.told.setWordWrap(True)  # in a narrow window, which it would make wider otherwise
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Find among them"))
        self.field.setAccessibleName(self.tr("Find among the disagreements"))
        self.field.setMaximumWidth(grown(260))
        self.model = DisagreementModel(self)
        self.view = DisagreementView(theme)
        self.view.setModel(self.model)
        lay_out(self, self.told, self.field, self.view)
        self.field.textChanged.connect(self._fill)
        self.view.taken.connect(self._choose)
        store.subscribe(self._on_change)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The list is made when it is first shown, after the panel has been painted."""
        super().showEvent(event)
        if self._all is None:
            self.read()
        else:
            self._show_focus()

    def read(self) -> None:
        """Read the disagreements of the file, once."""
        if self._all is None and not self.reading.waiting:
            self.reading.plan(self._steps())

    def _steps(self) -> Iterator[None]:
        rows: list[Row] = []
        try:
            yield from read_disagreements(self._library, rows)
        except (DatasetError, OSError, ValueError) as error:
            self.told.setText(str(error))
            return
        self._all = tuple(rows)
        self._fill()

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and change.old.focus != change.new.focus:
            self._show_focus()

    def _fill(self) -> None:
        every = self._all or ()
        typed = fold(self.field.text()).split()
        found = tuple(row for row in every if row.has(typed))
        self.model.show(found)
        self.view.fit()
        if not every:
            self.told.setText(self.tr("The documents of this file contradict each other nowhere."))
        elif typed:
            text = translate("Disagreements", "{shown} of %n disagreement(s)", len(every))
            self.told.setText(text.format(shown=grouped(len(found))))
        else:
            words = translate("Disagreements", "%n disagreement(s) of the documents", len(every))
            self.told.setText(words)
        self._show_focus()

    def _show_focus(self) -> None:
        focus = self._store.state.focus
        self.view.cells.focus = focus
        self.view.viewport().update()
        current = self.view.currentIndex()
        if current.isValid() and self.model.rows[current.row()].focus == focus:
            return
        place = next((n for n, row in enumerate(self.model.rows) if row.focus == focus), None)
        if place is None:
            self.view.clearSelection()
        else:
            self.view.setCurrentIndex(self.model.index(place, 0))

    def _choose(self, index: QModelIndex) -> None:
        focus = self.model.rows[index.row()].focus
        state = replace(self._store.state, focus=focus)
        self._store.change(state, self.tr("Choose a disagreement"))
