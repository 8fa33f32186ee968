"""Who disagrees: every contradiction of the file, a click from its subject."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.painting.later import Later
from azkz_desktop.panels.disagreements import DisagreementsPanel
from azkz_desktop.panels.disagreements_model import COLUMNS, DisagreementModel
from azkz_desktop.panels.disagreements_rows import (
    Row,
    Side,
    field_word,
    read_disagreements,
    type_word,
)
from azkz_desktop.panels.disagreements_view import PAD
from azkz_desktop.panels.parts import PARTS_ROLE
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import LIGHT
from tests.shown import PutUp

LONG = "A heading with a great many words that would fill the whole of the cell, ¶ 3"


@pytest.fixture(scope="module")
def rows(library: Library) -> tuple[Row, ...]:
    read: list[Row] = []
    for _ in read_disagreements(library, read):
        pass
    return tuple(read)


@pytest.fixture
def panel(qtbot: QtBot, put_up: PutUp, store: Store, library: Library) -> DisagreementsPanel:
    made = DisagreementsPanel(store, library, LIGHT)
    put_up(made, 900, 500)
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    return made


def test_every_row_of_the_files_view_is_listed(rows: tuple[Row, ...], bundled_db: Path) -> None:
    with closing(sqlite3.connect(bundled_db)) as connection:
        told = connection.execute("SELECT subject_type, note FROM disagreements").fetchall()
    assert sorted((row.type, row.sentence) for row in rows) == sorted(
        (type_word(subject_type), note) for subject_type, note in told
    )


def test_each_side_names_its_document_and_where_it_stands(
    rows: tuple[Row, ...], library: Library
) -> None:
    outside = {
        library.name_of("source", one.id)
        for one in library.dataset.sources().values()
        if one.outside  # a text of a few lines has no sections
    }
    for row in rows:
        for side in (row.first, row.second):
            assert side.value, row.subject
            assert side.document[-4:].isdigit(), row.subject
            assert side.where or side.document in outside, row.subject


def test_what_is_chosen_by_a_row_exists(rows: tuple[Row, ...], library: Library) -> None:
    assert {row.focus.type for row in rows} >= {"event", "route", "boundary", "series", "actor"}
    assert all(library.has(row.focus) for row in rows)


def test_dates_and_numbers_are_in_words(rows: tuple[Row, ...]) -> None:
    relations = next(row for row in rows if row.focus.id == "az-kz-diplomatic-relations")
    assert {relations.first.value, relations.second.value} >= {"27 August 1992"}
    assert relations.field == "when"
    numbers = [row for row in rows if row.focus.type == "series" and row.field == "how much"]
    assert any("," in row.first.value or "," in row.second.value for row in numbers)


def test_a_long_heading_is_cut_and_its_paragraph_kept() -> None:
    side = Side("x", "Huseynov 2017", LONG)
    assert len(side.short_where) < 52
    assert side.short_where.endswith("…, ¶ 3")
    assert Side("x", "y", "Trade, ¶ 3").short_where == "Trade, ¶ 3"


def test_words_of_fields_and_types() -> None:
    assert field_word("date") == "when"
    assert field_word("who holds it") == "who holds it"
    assert type_word("boundary") == "sector line"


def test_the_model_keeps_qts_rules(qtbot: QtBot, rows: tuple[Row, ...]) -> None:
    model = DisagreementModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(rows[:3])
    assert (model.rowCount(), model.columnCount()) == (3, 4)
    side = model.index(0, COLUMNS.index("first"))
    assert rows[0].first.document in side.data()
    assert side.data(Qt.ItemDataRole.AccessibleTextRole).startswith("One says: ")
    assert side.data(PARTS_ROLE)[0] == rows[0].first.value
    model.show(())
    assert model.rowCount() == 0


def test_it_reads_only_when_it_is_shown(
    qtbot: QtBot, store: Store, library: Library, rows: tuple[Row, ...]
) -> None:
    made = DisagreementsPanel(store, library, LIGHT)
    qtbot.addWidget(made)
    assert made.model.rowCount() == 0
    assert "Reading" in made.told.text()
    made.read()
    qtbot.waitUntil(lambda: made.model.rowCount() == len(rows))
    assert made.told.text() == f"{len(rows)} disagreements of the documents"


def test_enter_chooses_the_subject(
    panel: DisagreementsPanel, store: Store, qtbot: QtBot, rows: tuple[Row, ...]
) -> None:
    panel.view.setCurrentIndex(panel.model.index(1, 0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert not store.history.before
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert store.state.focus == rows[2].focus
    assert panel.view.cells.focus == rows[2].focus


def test_a_click_chooses_too(
    panel: DisagreementsPanel, store: Store, qtbot: QtBot, rows: tuple[Row, ...]
) -> None:
    at = panel.view.visualRect(panel.model.index(0, 3)).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert store.state.focus == rows[0].focus


def test_what_is_chosen_elsewhere_is_found_here(panel: DisagreementsPanel, store: Store) -> None:
    focus = Focus("event", "az-kz-diplomatic-relations")
    store.change(replace(store.state, focus=focus), "choose")
    assert panel.model.rows[panel.view.currentIndex().row()].focus == focus
    store.change(replace(store.state, focus=Focus("place", "baku")), "choose")
    assert not panel.view.selectionModel().hasSelection()


def test_typing_finds_among_them(panel: DisagreementsPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.field, "hamzaoglu kashagan")
    assert 0 < panel.model.rowCount() < 10
    assert " of " in panel.told.text()
    panel.field.clear()
    qtbot.keyClicks(panel.field, "zebra")
    assert panel.model.rowCount() == 0


def test_rows_are_as_high_as_their_words(panel: DisagreementsPanel) -> None:
    wide = sum(panel.view.rowHeight(row) for row in range(panel.model.rowCount()))
    panel.resize(500, 500)
    narrow = sum(panel.view.rowHeight(row) for row in range(panel.model.rowCount()))
    assert narrow > wide * 1.2
    width = panel.view.viewport().width()
    assert sum(panel.view.columnWidth(column) for column in range(4)) <= width


def test_a_chosen_subject_in_bold_still_leaves_room_for_what_stands_below(
    panel: DisagreementsPanel,
) -> None:
    cells, font = panel.view.cells, panel.view.font()
    heavy = QFont(font)
    heavy.setBold(True)
    # As wide as the subject is in plain letters: in bold it breaks.
    subject = "Kazakh oil enters the pipeline"
    width = QFontMetrics(font).horizontalAdvance(subject) + 2 * PAD + 1
    assert QFontMetrics(heavy).horizontalAdvance(subject) > width - 2 * PAD
    parts = (subject, "event · when")
    more = cells.height(font, parts, width, 0) - cells.height(font, parts, width, 1)
    assert more >= QFontMetrics(font).height()


def test_a_file_without_any_says_so(
    qtbot: QtBot, store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library.dataset, "disagreements", lambda _: ())
    made = DisagreementsPanel(store, library, LIGHT)
    qtbot.addWidget(made)
    made.read()
    qtbot.waitUntil(lambda: "nowhere" in made.told.text())


def test_a_file_that_breaks_is_said_and_read_again_when_it_is_shown_again(
    qtbot: QtBot, store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_: str) -> None:
        raise DatasetError("The file is damaged.")

    made = DisagreementsPanel(store, library, LIGHT)
    qtbot.addWidget(made)
    with monkeypatch.context() as broken:
        broken.setattr(library.dataset, "disagreements", damaged)
        made.show()
    assert made.told.text() == "The file is damaged."
    made.hide()
    made.show()
    assert made.model.rowCount() > 0


def test_a_picture_does_not_wait_for_the_rows(
    qtbot: QtBot, store: Store, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = DisagreementsPanel(store, library, LIGHT)
    qtbot.addWidget(made)
    monkeypatch.setattr(Later, "at_once", False)
    made.read()
    assert made.model.rowCount() == 0
    made.reading.cancel()
    monkeypatch.setattr(Later, "at_once", True)
    made.read()
    assert made.model.rowCount() > 0
