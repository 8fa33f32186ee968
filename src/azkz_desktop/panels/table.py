"""The table: the same selection as rows, the accessible twin of timeline and map."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from azkz_desktop.panels.table_columns import (
    COLUMNS,
    TableSource,
    column_title,
    known_columns,
)
from azkz_desktop.panels.table_copy import copy_rows
from azkz_desktop.panels.table_menus import column_menu, fill_columns_menu
from azkz_desktop.panels.table_model import ROW_ROLE, TableModel
from azkz_desktop.panels.table_order import Orders, direction, toggled
from azkz_desktop.panels.table_view import TableView
from azkz_desktop.panels.work_bar import WorkBar
from azkz_desktop.query.filter import Filter
from azkz_desktop.translation import translate
from azkz_desktop.view.state import Focus, TableLook
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import Theme


class TablePanel(QWidget):
    """Rows of the selection; Enter or a click shows the event in every view.

    Which columns there are and how it is sorted is part of the view, so that it can be undone
    and saved. While the panel is hidden it does nothing.
    """

    def __init__(self, store: Store, library: TableSource, theme: Theme) -> None:
        super().__init__()
        self._store, self._source = store, library
        self._orders = Orders(library)
        self._stale = True
        self.model = TableModel(library, self)
        self.view = TableView(theme)
        self.view.setModel(self.model)
        self.sorting, self.copying = WorkBar(self), WorkBar(self)
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()
        store.subscribe(self._on_change)
        self.destroyed.connect(store.pointed.subscribe(self._light_up))

    def _lay_out(self) -> None:
        self.told = QLabel()
        self.told.setObjectName("secondary")
        self.told.setWordWrap(True)  # in a narrow window, which it would make wider otherwise
        self.columns = QPushButton(self.tr("Columns"))
        self.columns.setMenu(QMenu(self.columns))
        self.copy = QPushButton(self.tr("Copy rows"))
        self.copy.setToolTip(self.tr("Copy the marked rows for a spreadsheet (Ctrl+C)"))
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 7, 12, 7)
        bar.setSpacing(8)
        bar.addWidget(self.told, 1)
        bar.addWidget(self.columns)
        bar.addWidget(self.copy)
        self.states = QStackedWidget()
        self.states.addWidget(self.view)
        self._empty, self.nothing = self._said_instead(self.tr("Clear the filter"), self._clear)
        self._failed, self.broken = self._said_instead(self.tr("Try again"), self.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        for widget in (self.states, self.sorting, self.copying):
            layout.addWidget(widget)
        layout.setStretchFactor(self.states, 1)

    def _said_instead(self, offer: str, do: Callable[[], None]) -> tuple[QWidget, QLabel]:
        """A sentence in the place of the table, with one thing to do about it."""
        page, words, button = QWidget(), QLabel(), QPushButton(offer)
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button.clicked.connect(do)
        layout = QVBoxLayout(page)
        layout.addStretch(2)
        layout.addWidget(words)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.states.addWidget(page)
        return page, words

    def _connect(self) -> None:
        view, top = self.view, self.view.horizontalHeader()
        view.chosen.connect(self._choose)
        view.pointed.connect(self._point)
        view.copying.connect(self.copy_rows)
        view.sorting.connect(self._sort_by)
        view.menu_wanted.connect(self._open_menu)
        # Inside the signal the header is still moving: change its model only after it.
        top.sectionMoved.connect(lambda: QTimer.singleShot(0, self, self._columns_moved))
        self.copy.clicked.connect(self.copy_rows)
        self.columns.menu().aboutToShow.connect(
            lambda: fill_columns_menu(self.columns.menu(), self._look, self._set_look)
        )
        self.sorting.cancelled.connect(self._give_up_sorting)
        for failing in (self.model.failed, self.sorting.failed, self.copying.failed):
            failing.connect(self._fail)

    # A new view sets the rows.

    @property
    def _look(self) -> TableLook:
        return self._store.state.table

    def _on_change(self, change: Change) -> None:
        if change.filter_changed or change.old.table != change.new.table:
            self._stale = True
        if not self.isVisible():
            return
        if self._stale:
            self.refresh()
        elif change.old.focus != change.new.focus:
            self._show_focus()

    def _point(self, place: int) -> None:
        """All views light up the event of the row under the pointer."""
        index = self.model.index(place, 0)
        self._store.pointed.point((int(index.data(ROW_ROLE)),) if index.isValid() else ())

    def _light_up(self) -> None:
        self.view.light_up(self._store.pointed.rows)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what changed while the panel was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
        else:
            self._show_focus()

    def refresh(self) -> None:
        """Show the rows of the selection as the view wants them."""
        self._stale = False
        look, rows = self._look, self._store.selection.rows
        columns = known_columns(look.columns)
        others = columns != self.model.columns
        if self._orders.needs_titles(look.sort):
            count = len(self._source.columns)
            words = translate("Table", "Sorting by the words of %n event(s)…", count)
            self.sorting.run(words, self._orders.read_titles(), count, self.refresh)
            if not self.sorting.later.waiting:
                return  # a small file: it is sorted already
        known = self._orders.known(look.sort)
        current = self.view.currentIndex()
        at, chosen = (current.data(ROW_ROLE), current.column()), self.view.rows.chosen_row
        self.model.show(self._orders.rows(rows, known), columns, known)
        if others:
            self._set_columns()
        self._say()
        self.view.scrollToTop()  # else what was scrolled to before is left, somewhere
        self._show_focus()
        if self.view.rows.chosen_row == chosen:
            self._go_back(*at)

    def _go_back(self, row: int | None, column: int) -> None:
        """Give the keyboard back the cell where it was, if its row is still shown."""
        place = self.model.place_of(row)
        if place is not None:
            self.view.setCurrentIndex(self.model.index(place, column))

    def _set_columns(self) -> None:
        top = self.view.horizontalHeader()
        with QSignalBlocker(top):
            for place in range(top.count()):
                top.moveSection(top.visualIndex(place), place)
        self.view.fit_columns()

    def _say(self) -> None:
        count = len(self.model.rows)
        names = [column_title(direction(one)[0]) for one in self._orders.known(self._look.sort)]
        words = translate("Table", "%n event(s)", count)
        if names:
            then = self.tr(", then ")
            told = self.tr("{events}, sorted by: {columns}")
            words = told.format(events=words, columns=then.join(names))
        self.told.setText(words)
        self.copy.setEnabled(count > 0)
        if self._store.selection.total == 0:
            self.nothing.setText(self.tr("This file has no events."))
        else:
            self.nothing.setText(self.tr("No event passes the filter."))
        self.states.setCurrentWidget(self.view if count else self._empty)

    def _show_focus(self) -> None:
        focus = self._store.state.focus
        row = self._source.row_of(focus.id) if focus and focus.type == "event" else None
        self.view.rows.chosen_row = row
        self.view.show_place(self.model.place_of(row))
        self.view.viewport().update()

    def _fail(self, sentence: str) -> None:
        self.broken.setText(f"{self.tr('The table cannot be shown.')}\n{sentence}")
        # The failure comes out of painting: leave the table only once that is done.
        QTimer.singleShot(0, self, partial(self.states.setCurrentWidget, self._failed))

    # What a person does makes a new view.

    def _choose(self, place: int) -> None:
        (event_id,) = self._source.ids([int(self.model.rows[place])])
        state = replace(self._store.state, focus=Focus("event", event_id))
        self._store.change(state, self.tr("Choose an event"))

    def _set_look(self, look: TableLook, name: str) -> None:
        self._store.change(replace(self._store.state, table=look), name)

    def _sort_by(self, section: int, further: bool) -> None:
        column = self.model.columns[section]
        if column.sorts:
            sort = toggled(self._look.sort, column.id, further=further)
            self._set_look(replace(self._look, sort=sort), self.tr("Sort the table"))

    def _give_up_sorting(self) -> None:
        kept = tuple(one for one in self._look.sort if not COLUMNS[direction(one)[0]].by_title)
        look = replace(self._look, sort=kept or TableLook().sort)
        self._set_look(look, self.tr("Sort the table"))

    def _columns_moved(self) -> None:
        top = self.view.horizontalHeader()
        order = tuple(
            self.model.columns[top.logicalIndex(place)].id for place in range(top.count())
        )
        if order != self._look.columns:
            self._set_look(replace(self._look, columns=order), self.tr("Columns of the table"))

    def menu_of(self, section: int) -> QMenu:
        """What can be done with the column at *section*."""
        column = self.model.columns[max(section, 0)].id
        menu = column_menu(self, self._look, column, self._set_look)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _open_menu(self, at: QPoint, section: int) -> None:
        self.menu_of(section).popup(at)

    def _clear(self) -> None:
        state = replace(self._store.state, filter=Filter())
        self._store.change(state, self.tr("Clear the filter"))

    def copy_rows(self) -> None:
        """Put the marked rows on the clipboard, with their headings, for a spreadsheet."""
        rows = self.model.rows[self.view.selected_places()]
        if not len(rows):
            return
        lines: list[str] = []
        steps = copy_rows(self._source, rows, self.model.columns, lines)
        words = translate("Table", "Copying %n row(s)…", len(rows))
        self.copying.run(words, steps, len(rows), partial(self._copied, lines))

    def _copied(self, lines: list[str]) -> None:
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        words = translate("Table", "%n row(s) copied, with their headings", len(lines) - 1)
        self.told.setText(words)
