"""Beside the map of two moments: which ones, and what changed between them, to be chosen."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.map.changes import Changed, change_words, changes
from azkz_desktop.map.things import Things
from azkz_desktop.painting.letters import grown_sheet
from azkz_desktop.translation import translate
from azkz_desktop.view.state import Focus, ViewState
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import Theme

_SHEET = """
#changes {{ background: {panel}; border: none; border-left: 1px solid {hairline}; }}
#changes QLabel {{ color: {ink}; font-size: 12px; }}
#changes QListWidget {{ background: {panel}; color: {ink}; border: none; font-size: 12px; }}
#changes QListWidget::item {{ padding: 4px 2px; border-bottom: 1px solid {hairline}; }}
#changes QListWidget::item:selected {{ background: {chosen}; color: {ink}; }}
#changes QDateEdit {{ font-size: 12px; }}
#changes QToolButton {{ font-size: 13px; min-width: 22px; padding: 1px 2px; color: {ink}; }}
"""


class ChangesPanel(QFrame):
    """Both dates, a button that changes their sides, one that ends it, and the list."""

    left_by_key = Signal()
    """Escape was pressed."""

    def __init__(self, store: Store, things: Things, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._things = store, things
        self.lies_over = False
        self._shown: list[Changed] = []
        self._told: tuple[object, ...] = ()
        self.setObjectName("changes")
        self.setAccessibleName(self.tr("What changed between the two moments"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.left = self._date(self.tr("The moment at the left"), self._set_left)
        self.right = self._date(self.tr("The moment at the right"), self._set_right)
        self.title = QLabel()
        self.title.setWordWrap(True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.accessibleName())
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self._lay_out()
        self.set_theme(theme)
        self.destroyed.connect(store.subscribe(self._changed))
        self._tell(store.state)

    def _lay_out(self) -> None:
        self.swap = _button("⇄", self.tr("Change sides"), self._change_sides)
        self.end = _button("✕", self.tr("Show one moment again"), self._end)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 6, 6)
        column.setSpacing(6)
        for word, field, button in (
            (self.tr("Left"), self.left, self.end),
            (self.tr("Right"), self.right, self.swap),
        ):
            row = QHBoxLayout()
            row.addWidget(QLabel(word))
            row.addWidget(field, 1)
            row.addWidget(button)
            column.addLayout(row)
        column.addWidget(self.title)
        column.addWidget(self.list, 1)

    def _date(self, name: str, then: Callable[[str], None]) -> QDateEdit:
        field = QDateEdit()
        field.setDisplayFormat("yyyy-MM-dd")
        field.setAccessibleName(name)
        field.setToolTip(name)
        field.setKeyboardTracking(False)
        field.dateChanged.connect(lambda day: then(day.toString("yyyy-MM-dd")))
        return field

    def set_theme(self, theme: Theme) -> None:
        """Show it in the colours of *theme* from now on."""
        names = ("panel", "hairline", "ink", "chosen")
        sheet = _SHEET.format(**{name: getattr(theme, name) for name in names})
        self.setStyleSheet(grown_sheet(sheet))

    @property
    def count(self) -> int:
        """How many changes the list has."""
        return len(self._shown)

    # What it does

    def _set_left(self, day: str) -> None:
        self._store.change(replace(self._store.state, moment=day), self.tr("Moment"))

    def _set_right(self, day: str) -> None:
        self._store.change(replace(self._store.state, compare=day), self.tr("Second moment"))

    def _change_sides(self) -> None:
        state = self._store.state
        swapped = replace(state, moment=state.compare, compare=state.moment)
        self._store.change(swapped, self.tr("Change sides"))

    def _end(self) -> None:
        state = replace(self._store.state, compare="")
        self._store.change(state, self.tr("Show one moment again"))

    def _choose(self, item: QListWidgetItem) -> None:
        ref = self._shown[self.list.row(item)].ref
        state = replace(self._store.state, focus=Focus(ref.type, ref.id))
        self._store.change(state, self.tr("Choose what changed"))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of Escape where the list lies over the map."""
        if self.lies_over and event.key() == Qt.Key.Key_Escape:
            self.left_by_key.emit()
        else:
            super().keyPressEvent(event)

    # What it shows

    def _changed(self, change: Change) -> None:
        if change.new.compare:
            self._tell(change.new)

    def _tell(self, state: ViewState) -> None:
        """Show the dates and the list of *state*; the list is made anew only for another one."""
        for field, day in ((self.left, state.moment), (self.right, state.compare)):
            date = QDate.fromString(day, "yyyy-MM-dd")
            if field.date() == date:
                continue  # with every pan it would be painted anew
            field.blockSignals(True)
            field.setDate(date)
            field.blockSignals(False)
        told = (state.moment, state.compare, state.layers, state.scope, state.language)
        if told != self._told:
            self._told = told
            self._shown = changes(self._things, state)
            self.list.clear()
            self.list.addItems([change_words(one) for one in self._shown])
            self.title.setText(self._words())
        self._mark(state.focus)

    def _words(self) -> str:
        if self._shown:
            return translate(
                "ChangesPanel", "What changed between them, %n in all:", len(self._shown)
            )
        return self.tr("Of what is shown, nothing changed between them.")

    def _mark(self, focus: Focus | None) -> None:
        """Mark what is chosen."""
        chosen = (focus.type, focus.id) if focus is not None else None
        if self.list.currentRow() >= 0 and self._shown[self.list.currentRow()].ref == chosen:
            return
        rows = [i for i, one in enumerate(self._shown) if one.ref == chosen]
        self.list.setCurrentRow(rows[0] if rows else -1)


def _button(sign: str, words: str, then: Callable[[], None]) -> QToolButton:
    """A small button that shows a sign and tells what it does."""
    button = QToolButton()
    button.setText(sign)
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.clicked.connect(then)
    return button
