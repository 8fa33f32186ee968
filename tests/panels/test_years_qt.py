"""The Caspian by years: words of cells, choosing by click and key, copying."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from azkz_desktop.panels.years import YearsPanel
from azkz_desktop.panels.years_words import cell_words, heads, last_year, table_text, year_words
from azkz_desktop.view.caspian import LITTORAL, Row, all_told, rows
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import LIGHT
from tests.shown import PutUp

AGREED = Focus("boundary", "line-kazakhstan-russia")


@pytest.fixture
def store(library: Library) -> Store:
    return library.store(ViewState(moment="2003-06-01"))


@pytest.fixture
def panel(put_up: PutUp, library: Library, store: Store) -> YearsPanel:
    return put_up(YearsPanel(store, library, LIGHT), 1000, 500)


def place_of(panel: YearsPanel, focus: Focus, state: str) -> tuple[int, int]:
    column = LITTORAL.index(state) + 1
    for row in range(panel.model.rowCount()):
        told = panel.model.told(panel.model.index(row, column))
        if told is not None and told.focus == focus:
            return row, column
    raise AssertionError(focus)


def test_a_click_shows_the_line_everywhere(qtbot: QtBot, panel: YearsPanel, store: Store) -> None:
    index = panel.model.index(*place_of(panel, AGREED, "russia"))
    panel.view.scrollTo(index)
    spot = panel.view.visualRect(index).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert store.state.focus == AGREED


def test_enter_shows_the_state_of_a_stance(qtbot: QtBot, panel: YearsPanel, store: Store) -> None:
    iran = Focus("actor", "iran")
    panel.view.setCurrentIndex(panel.model.index(*place_of(panel, iran, "iran")))
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert store.state.focus == iran


def test_silence_chooses_nothing(qtbot: QtBot, panel: YearsPanel, store: Store) -> None:
    before = store.state
    model = panel.model
    silent = next(
        index
        for row in range(model.rowCount())
        for column in range(1, model.columnCount())
        if model.told(index := model.index(row, column)) is None and not model.rows[row].part
    )
    assert silent.data() == "not told"
    panel.view.setCurrentIndex(silent)
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert store.state == before


def test_the_last_year_until_the_moment_is_marked(panel: YearsPanel, store: Store) -> None:
    now = panel.view.cells.now
    assert now is not None
    assert panel.model.index(now, 0).data() == "2003"
    store.change(ViewState(moment="1980-01-01"), "long before")
    assert panel.view.cells.now is None


def test_a_cell_and_the_whole_table_are_copied(qtbot: QtBot, panel: YearsPanel) -> None:
    index = panel.model.index(*place_of(panel, AGREED, "kazakhstan"))
    panel.view.setCurrentIndex(index)
    qtbot.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == index.data()
    assert "line with Russia" in clipboard.text()
    panel.copy.click()
    lines = clipboard.text().splitlines()
    assert len(lines) == 1 + panel.model.rowCount()
    assert {line.count("\t") for line in lines} == {5}
    assert lines[0] == "Year\tAzerbaijan\tIran\tKazakhstan\tRussia\tTurkmenistan"


def test_every_cell_is_told_with_its_places(panel: YearsPanel) -> None:
    index = panel.model.index(*place_of(panel, AGREED, "russia"))
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "Akiner 2012: " in tip
    assert "¶" in tip


def test_words_have_status_scope_dates_and_documents(library: Library) -> None:
    told = next(
        one
        for one in all_told(library.dataset)
        if one.focus == AGREED and one.state == "russia" and one.year == 1998
    )
    head, below = cell_words(told, 0, library.name_of)
    assert head == "Agreed: line with Kazakhstan"
    assert below.startswith("seabed · ")
    assert "July 1998 (Akiner 2012)" in below
    assert cell_words(None, 0, library.name_of) == ("not told", "")
    assert cell_words(None, 1, library.name_of) == ("", "")


def test_a_year_is_written_once(library: Library) -> None:
    table = rows(all_told(library.dataset))
    text = table_text(table, library.name_of)
    assert len(text.splitlines()) == len(table) + 1
    assert heads(library.name_of)[1:] == tuple(library.name_of("actor", s) for s in LITTORAL)
    assert [year_words(row) for row in table if row.part] == [""] * sum(bool(r.part) for r in table)


def test_the_last_year_is_where_its_first_row_is() -> None:
    table = [Row(year, part, ()) for year, part in ((1992, 0), (1998, 0), (1998, 1), (None, 0))]
    assert last_year(table, 1991) is None
    assert last_year(table, 1997) == 0
    assert last_year(table, 2020) == 1


def test_the_convention_is_told_of_the_sea_and_draws_no_line(library: Library) -> None:
    told = next(one for one in all_told(library.dataset) if one.year == 2018 and not one.stance)
    head, below = cell_words(told, 0, library.name_of)
    assert head == "The whole sea: dispute settled"
    assert "12 August 2018 (Hamzaoğlu 2021)" in below
    assert "line" not in head
