"""The table in a window: what a hand on mouse and keyboard does with it."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from azkz_desktop.painting.later import Later
from azkz_desktop.panels.table import TablePanel
from azkz_desktop.panels.table_columns import known_columns
from azkz_desktop.panels.table_model import CONTESTED_ROLE, ROW_ROLE, TableModel
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.state import TABLE_COLUMNS, Focus, TableLook, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import LIGHT
from tests.panels.table_made import SENTENCE, MadeTable, store
from tests.shown import PutUp

COUNT = 60
SUMMITS = Filter(kinds=("summit",))


@pytest.fixture
def source() -> MadeTable:
    return MadeTable(COUNT)


@pytest.fixture
def shown(source: MadeTable) -> Store:
    return store(source)


@pytest.fixture
def panel(put_up: PutUp, source: MadeTable, shown: Store) -> TablePanel:
    made = TablePanel(shown, source, LIGHT)
    put_up(made, 1000, 420)
    made.view.setFocus()
    return made


def rows(panel: TablePanel) -> list[int]:
    return [int(row) for row in panel.model.rows]


def sort(store: Store) -> tuple[str, ...]:
    return store.state.table.sort


def place_of(panel: TablePanel, row: int) -> int:
    place = panel.model.place_of(row)
    assert place is not None
    return place


def press_what_is_offered(panel: TablePanel) -> None:
    page = panel.states.currentWidget()
    assert page is not None
    page.findChildren(QPushButton)[0].click()


def heading(panel: TablePanel, section: int) -> str:
    return str(panel.model.headerData(section, Qt.Orientation.Horizontal))


def column(panel: TablePanel, column_id: str) -> int:
    return [one.id for one in panel.model.columns].index(column_id)


def go_to(panel: TablePanel, place: int, column_id: str = "date") -> None:
    panel.view.setCurrentIndex(panel.model.index(place, column(panel, column_id)))


def test_the_model_keeps_qts_rules(source: MadeTable, qtbot: QtBot) -> None:
    model = TableModel(source)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for count, columns in ((5, ("date", "kind")), (60, ("title",)), (0, ("date", "actors"))):
        model.show(np.arange(count, dtype=np.int32), known_columns(columns), ("date",))
        assert (model.rowCount(), model.columnCount()) == (count, len(columns))
    assert model.data(QModelIndex()) is None
    assert model.place_of(3) is None


def test_every_event_is_a_row_and_only_what_is_seen_is_read(put_up: PutUp) -> None:
    source = MadeTable(30_000)
    panel = TablePanel(store(source), source, LIGHT)
    put_up(panel, 1000, 420)
    panel.grab()
    assert panel.model.rowCount() == 30_000
    assert 5 < source.asked < 200


def test_a_row_says_what_a_picture_says(panel: TablePanel, source: MadeTable) -> None:
    contested = int(np.flatnonzero(source.columns.contested)[0])
    place = place_of(panel, contested)
    index = panel.model.index(place, column(panel, "disagreement"))
    assert index.data() == SENTENCE
    first = panel.model.index(place, 0)
    assert first.data(CONTESTED_ROLE)
    assert SENTENCE in first.data(Qt.ItemDataRole.ToolTipRole)
    said = first.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"Date: day {contested}; the documents disagree"


def test_an_empty_cell_is_said_to_be_empty(panel: TablePanel, source: MadeTable) -> None:
    calm = int(np.flatnonzero(~source.columns.contested)[0])
    index = panel.model.index(place_of(panel, calm), column(panel, "disagreement"))
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Where the documents disagree: nothing"


def test_a_kind_has_its_symbol_beside_its_word(panel: TablePanel) -> None:
    index = panel.model.index(0, column(panel, "kind"))
    assert index.data() in ("Agreement", "Summit", "Visit")
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert panel.model.index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None


# The selection


def test_the_filter_sets_the_rows(panel: TablePanel, shown: Store) -> None:
    shown.change(replace(shown.state, filter=SUMMITS), "filter")
    assert rows(panel) == shown.selection.rows.tolist()
    assert 0 < len(rows(panel)) < COUNT
    shown.undo()
    assert len(rows(panel)) == COUNT


def test_where_nothing_passes_it_says_so_and_offers_a_way_out(
    panel: TablePanel, shown: Store
) -> None:
    shown.change(replace(shown.state, filter=Filter(start="1066", end="1067")), "filter")
    assert panel.nothing.text() == "No event passes the filter."
    assert not panel.copy.isEnabled()
    press_what_is_offered(panel)
    assert shown.state.filter == Filter()
    assert panel.states.currentWidget() is panel.view


def test_a_file_without_events_is_said_so(put_up: PutUp) -> None:
    source = MadeTable(0)
    panel = TablePanel(store(source), source, LIGHT)
    put_up(panel)
    assert panel.nothing.text() == "This file has no events."


def test_while_it_is_hidden_it_does_nothing(
    panel: TablePanel, source: MadeTable, shown: Store
) -> None:
    panel.hide()
    asked = source.asked
    shown.change(replace(shown.state, filter=SUMMITS), "filter")
    shown.change(replace(shown.state, table=TableLook(sort=("-date",))), "sort")
    assert source.asked == asked
    panel.show()
    assert rows(panel) == shown.selection.rows.tolist()[::-1]


def test_a_file_that_breaks_is_said_and_can_be_tried_again(
    panel: TablePanel, source: MadeTable, shown: Store, qtbot: QtBot
) -> None:
    source.damaged = True
    shown.change(replace(shown.state, table=TableLook(columns=("title",))), "columns")
    panel.grab()
    qtbot.waitUntil(lambda: panel.states.currentWidget() is not panel.view)
    assert "The file is damaged." in panel.broken.text()
    source.damaged = False
    press_what_is_offered(panel)
    assert panel.states.currentWidget() is panel.view


def test_a_file_that_breaks_while_it_is_sorted_is_said(
    panel: TablePanel, source: MadeTable, shown: Store, qtbot: QtBot
) -> None:
    source.damaged = True
    panel.view.sorting.emit(column(panel, "title"), False)
    qtbot.waitUntil(lambda: panel.states.currentWidget() is not panel.view)
    assert "The file is damaged." in panel.broken.text()
    assert not panel.sorting.isVisible()


# What is chosen


def test_the_focus_of_the_view_selects_the_row(panel: TablePanel, shown: Store) -> None:
    shown.change(replace(shown.state, focus=Focus("event", "event-41")), "choose")
    assert panel.view.currentIndex().row() == 41
    assert panel.view.visualRect(panel.view.currentIndex()).intersects(panel.view.viewport().rect())
    assert panel.view.rows.chosen_row == 41


def test_a_view_that_is_opened_brings_its_own_row(panel: TablePanel, shown: Store) -> None:
    go_to(panel, 3)
    opened = ViewState(filter=SUMMITS, focus=Focus("event", "event-59"))
    shown.change(opened, "open")
    last = shown.selection.rows[-1]
    shown.change(replace(opened, filter=Filter(), focus=Focus("event", f"event-{last}")), "open")
    assert panel.view.currentIndex().data(ROW_ROLE) == last


def test_other_rows_are_shown_from_the_top(panel: TablePanel, shown: Store) -> None:
    panel.view.verticalScrollBar().setValue(30)
    shown.change(replace(shown.state, filter=SUMMITS), "filter")
    assert panel.view.verticalScrollBar().value() == 0


def test_a_focus_that_is_no_row_selects_none(panel: TablePanel, shown: Store) -> None:
    shown.change(replace(shown.state, focus=Focus("event", "event-41")), "choose")
    shown.change(replace(shown.state, focus=Focus("actor", "iran")), "choose")
    assert panel.view.rows.chosen_row is None
    assert not panel.view.selectionModel().hasSelection()


def test_enter_chooses_and_arrows_only_move(panel: TablePanel, shown: Store, qtbot: QtBot) -> None:
    go_to(panel, 4)
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert not shown.history.before
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert shown.state.focus == Focus("event", "event-5")
    assert shown.history.undo_name == "Choose an event"


def test_a_click_chooses_but_marking_several_does_not(
    panel: TablePanel, shown: Store, qtbot: QtBot
) -> None:
    def click(place: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        at = panel.view.visualRect(panel.model.index(place, 0)).center()
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, held, at)

    click(2)
    click(4, Qt.KeyboardModifier.ShiftModifier)
    assert shown.state.focus == Focus("event", "event-2")
    assert panel.view.selected_places().tolist() == [2, 3, 4]


def test_the_row_under_the_pointer_lights_up_in_all_views(
    panel: TablePanel, shown: Store, qtbot: QtBot
) -> None:
    before = shown.state
    view = panel.view
    at = [view.visualRect(panel.model.index(place, 1)).center() for place in (2, 4)]
    qtbot.mouseMove(view.viewport(), at[0])
    assert list(shown.pointed.rows) == [rows(panel)[2]]
    qtbot.mouseMove(view.viewport(), at[1])
    assert list(shown.pointed.rows) == [rows(panel)[4]]
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert not shown.pointed.rows
    assert shown.state == before


def test_a_row_that_is_pointed_at_elsewhere_has_a_tint(panel: TablePanel, shown: Store) -> None:
    plain = panel.view.grab().toImage()
    shown.pointed.point((rows(panel)[3],))
    lit = panel.view.grab().toImage()
    assert lit != plain
    top = panel.view.viewport().y()
    third = panel.view.visualRect(panel.model.index(3, 0)).adjusted(0, top, 0, top)
    for y in range(lit.height()):
        if not third.top() - 1 <= y <= third.bottom() + 1:
            assert lit.pixel(300, y) == plain.pixel(300, y)
    shown.pointed.point()
    assert panel.view.grab().toImage() == plain


class Listed(tuple[int, ...]):
    """Rows in which nothing is looked for: of very many that takes long, for each cell."""

    __slots__ = ()

    def __contains__(self, row: object) -> bool:
        raise AssertionError(row)


def test_in_what_is_pointed_at_cells_do_not_look_one_by_one(
    panel: TablePanel, shown: Store
) -> None:
    plain = panel.view.grab().toImage()
    shown.pointed.point(Listed((rows(panel)[3], *range(COUNT, 100_000))))
    assert panel.view.grab().toImage() != plain


def test_home_and_end_go_to_the_first_and_last_row(panel: TablePanel, qtbot: QtBot) -> None:
    go_to(panel, 4, "title")
    qtbot.keyClick(panel.view, Qt.Key.Key_End)
    assert panel.view.currentIndex().row() == COUNT - 1
    assert panel.view.currentIndex().column() == column(panel, "title")
    qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    assert panel.view.currentIndex().row() == 0


def test_the_headings_never_ask_every_row(panel: TablePanel) -> None:
    panel.view.selectAll()
    for header in (panel.view.horizontalHeader(), panel.view.verticalHeader()):
        assert not header.selectionModel().hasSelection()
    assert len(panel.view.selected_places()) == COUNT


def test_letters_do_not_read_through_the_file(
    panel: TablePanel, source: MadeTable, qtbot: QtBot
) -> None:
    go_to(panel, 0)
    panel.grab()
    asked = source.asked
    qtbot.keyClick(panel.view, Qt.Key.Key_Q)
    assert (panel.view.currentIndex().row(), source.asked) == (0, asked)


# Sorting


def test_s_sorts_by_the_column_and_shift_s_by_it_too(
    panel: TablePanel, shown: Store, qtbot: QtBot
) -> None:
    go_to(panel, 0, "kind")
    qtbot.keyClick(panel.view, Qt.Key.Key_S)
    assert sort(shown) == ("kind",)
    kinds = [panel.model.index(n, column(panel, "kind")).data() for n in range(COUNT)]
    assert kinds == sorted(kinds)
    go_to(panel, 0, "date")
    qtbot.keyClick(panel.view, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert sort(shown) == ("kind", "date")
    qtbot.keyClick(panel.view, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    assert sort(shown) == ("kind", "-date")
    assert heading(panel, column(panel, "kind")) == "Kind  ↑ 1"
    assert heading(panel, column(panel, "date")) == "Date  ↓ 2"
    assert "sorted by: Kind, then Date" in panel.told.text()


def test_a_click_on_a_heading_sorts_and_undo_takes_it_back(
    panel: TablePanel, shown: Store, qtbot: QtBot
) -> None:
    top = panel.view.horizontalHeader()
    at = QPoint(top.sectionViewportPosition(0) + 20, top.height() // 2)
    qtbot.mouseClick(top.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert rows(panel) == list(range(COUNT))[::-1]
    assert heading(panel, 0) == "Date  ↓"
    shown.undo()
    assert rows(panel) == list(range(COUNT))


def test_sorting_by_titles_reads_them_and_keeps_the_chosen_row(
    panel: TablePanel, shown: Store, source: MadeTable
) -> None:
    shown.change(replace(shown.state, focus=Focus("event", "event-7")), "choose")
    panel.view.sorting.emit(column(panel, "title"), False)
    titles = [panel.model.index(n, column(panel, "title")).data() for n in range(COUNT)]
    assert titles[0].startswith("Əliyev")
    assert titles[-1].startswith("zebra")
    assert panel.view.currentIndex().data(ROW_ROLE) == 7


def test_a_column_that_does_not_sort_is_left_alone(panel: TablePanel, shown: Store) -> None:
    shown.change(replace(shown.state, table=TableLook(columns=("summary", "date"))), "columns")
    panel.view.sorting.emit(0, False)
    assert sort(shown) == ("date",)
    tip = panel.model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "does not sort" in tip


def test_sorting_a_large_file_shows_progress_and_can_be_given_up(
    qtbot: QtBot, put_up: PutUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("azkz_desktop.painting.later.SLICE", 0.0001)
    monkeypatch.setattr(Later, "at_once", False)
    source = MadeTable(20_000)
    shown = store(source, ViewState(table=TableLook(sort=("-title",))))
    panel = TablePanel(shown, source, LIGHT)
    put_up(panel)
    assert panel.sorting.isVisible()
    assert panel.model.rowCount() == 20_000  # rows are shown meanwhile, in the order of time
    qtbot.waitUntil(lambda: panel.sorting.bar.value() > 64)
    panel.sorting.stop.click()
    assert not panel.sorting.isVisible()
    assert sort(shown) == ("date",)
    assert source.asked < 20_000


def test_sorting_a_large_file_ends_sorted(
    qtbot: QtBot, put_up: PutUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("azkz_desktop.painting.later.SLICE", 0.001)
    monkeypatch.setattr(Later, "at_once", False)
    source = MadeTable(3000)
    panel = TablePanel(store(source, ViewState(table=TableLook(sort=("title",)))), source, LIGHT)
    put_up(panel)
    qtbot.waitUntil(lambda: not panel.sorting.later.waiting)
    assert not panel.sorting.isVisible()
    titles = source.titles(rows(panel)[:400])
    assert all(title.startswith("Əliyev") for title in titles)


# Columns


def test_columns_are_chosen_in_the_menu(panel: TablePanel, shown: Store) -> None:
    menu = panel.columns.menu()
    menu.aboutToShow.emit()
    entries = {action.text(): action for action in menu.actions()}
    assert entries["Date"].isChecked()
    assert not entries["Themes"].isChecked()
    entries["Themes"].trigger()
    assert "themes" in shown.state.table.columns
    assert heading(panel, column(panel, "themes")) == "Themes"
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "The usual columns").trigger()
    assert shown.state.table.columns == TABLE_COLUMNS


def test_the_menu_of_a_column_sorts_and_hides(panel: TablePanel, shown: Store) -> None:
    menu = panel.menu_of(column(panel, "kind"))
    entries = {action.text(): action for action in menu.actions()}
    entries["Sort by “Kind” too"].trigger()
    assert sort(shown) == ("date", "kind")
    entries["Hide “Kind”"].trigger()
    assert "kind" not in shown.state.table.columns


def test_a_column_that_is_dragged_stays_there(
    panel: TablePanel, shown: Store, qtbot: QtBot
) -> None:
    top = panel.view.horizontalHeader()
    top.moveSection(0, 2)
    qtbot.waitUntil(lambda: shown.state.table.columns[:3] == ("kind", "title", "date"))
    assert [top.logicalIndex(place) for place in range(3)] == [0, 1, 2]
    assert heading(panel, 2).startswith("Date")


# Copying


def test_copied_rows_paste_into_a_spreadsheet(
    panel: TablePanel, shown: Store, qtbot: QtBot
) -> None:
    shown.change(replace(shown.state, table=TableLook(columns=("date", "summary"))), "columns")
    select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    panel.view.clearSelection()
    for place in (5, 2):
        panel.view.selectionModel().select(panel.model.index(place, 0), select)
    qtbot.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Date\tWhat happened\nday 2\tSummary of 2\nday 5\tSummary of 5\n"
    )
    assert "2 rows copied" in panel.told.text()


def test_all_rows_can_be_copied_and_copying_can_be_given_up(
    panel: TablePanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("azkz_desktop.painting.later.SLICE", 0.0001)
    monkeypatch.setattr(Later, "at_once", False)
    QGuiApplication.clipboard().setText("before")
    panel.view.selectAll()
    panel.copy_rows()
    assert panel.copying.isVisible()
    panel.copying.stop.click()
    assert QGuiApplication.clipboard().text() == "before"
    panel.copy_rows()
    qtbot.waitUntil(lambda: not panel.copying.later.waiting)
    assert len(QGuiApplication.clipboard().text().splitlines()) == COUNT + 1


def test_it_paints_chosen_and_contested_rows_in_their_colours(
    panel: TablePanel, shown: Store, source: MadeTable
) -> None:
    contested = int(np.flatnonzero(source.columns.contested)[0])
    focus = Focus("event", f"event-{contested}")
    shown.change(replace(shown.state, focus=focus), "choose")
    image = panel.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }
    assert LIGHT.chosen.lower() in colours
    assert LIGHT.disagreement_paper.lower() in colours
