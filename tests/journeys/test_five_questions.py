"""The five questions of the product, each asked at the real window as a person asks it.

The first and the fourth are asked by keyboard alone.
"""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox
from pytestqt.qtbot import QtBot

from azkz_desktop.app.window import MainWindow
from azkz_desktop.panels.disagreements import DisagreementsPanel
from azkz_desktop.panels.palette import Palette
from azkz_desktop.panels.saved import SavedViewsDialog
from azkz_desktop.panels.snapshot_dialog import SnapshotDialog
from azkz_desktop.panels.table import TablePanel
from tests.journeys.hands import (
    ALT,
    CTRL,
    PATIENCE,
    SHIFT,
    Key,
    back_at,
    cells,
    chip_words,
    choose_in_menu,
    click,
    click_row,
    detail_words,
    drag_moment_to,
    follow,
    in_dialog,
    map_words,
    name_file,
    press,
    show_pane,
    spot_of,
    stroke_of,
    tab_to,
    type_text,
)

LINE = "line-azerbaijan-kazakhstan"
CONSULATE = "azerbaijan-consulate-in-aktau-opens"
FIRST_VISIT = "heydar-aliyev-visit-to-kazakhstan-1"
FREE_TRADE = "az-kz-free-trade-agreement"


def chosen(window: MainWindow) -> str:
    """What all views have chosen."""
    focus = window.store.state.focus
    return focus.id if focus is not None else ""


def search_for(words: str) -> None:
    """Ctrl+K, the words, Enter on the best hit."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, Palette)
        type_text(words)
        press(Key.Key_Return)

    in_dialog("Palette", answer)
    press(Key.Key_K, CTRL)


# 1. What happened between these dates, between these actors, of this kind?


def test_what_happened_asked_by_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    everything = len(window.store.selection)
    press(Key.Key_1, ALT)
    place = next(
        n for n, one in enumerate(window.filters.kinds.model.choices) if one.id == "visits"
    )
    press(Key.Key_Down, times=place + 1)
    press(Key.Key_Up, times=window.filters.kinds.view.currentIndex().row() - place)
    press(Key.Key_Space)

    tab_to("Period from", back=True)
    type_text("2004")
    press(Key.Key_Tab)
    type_text("2008")
    press(Key.Key_Return)

    actors = window.filters.actors
    for name in ("Kazakhstan", "Azerbaijan"):
        press(Key.Key_1, ALT)
        while not actors.view.hasFocus():
            press(Key.Key_Tab)
        press(Key.Key_Home)
        row = next(n for n, one in enumerate(actors.model.choices) if one.name == name)
        press(Key.Key_Down, times=row)
        press(Key.Key_Space)
    tab_to("any of", back=True)
    press(Key.Key_Right)
    assert window.store.state.filter.all_actors

    for word in ("2004", "2008", "Kazakhstan", "Azerbaijan"):
        assert word in chip_words(window)
    found = len(window.store.selection)
    assert 0 < found < everything

    # The answer as rows.
    tab_to("What stands below the map")
    press(Key.Key_Right)
    table = window.panes.findChild(TablePanel)
    assert table is not None
    while not table.view.hasFocus():
        press(Key.Key_Tab)
    qtbot.waitUntil(lambda: table.model.rowCount() == found, timeout=PATIENCE)
    rows = [" | ".join(row) for row in cells(table.view)]
    assert any("oil transport documents" in row for row in rows)
    assert all(any(year in row for year in ("2004", "2005", "2006", "2007", "2008"))
               for row in rows), rows  # fmt: skip

    # Enter on a row shows it in the other views.
    press(Key.Key_Home)
    press(Key.Key_Return)
    assert chosen(window) == window.library.ids(window.store.selection.rows[:1])[0]
    assert any(cell and cell in detail_words(window) for cell in cells(table.view)[0])


# 2. Where, and what did the Caspian look like at that moment?


def test_what_the_caspian_looked_like_at_a_moment(window: MainWindow, qtbot: QtBot) -> None:
    window.entries["map.caspian"].trigger()
    choose_in_menu(window, qtbot, "Timeline", "Whole period")

    drag_moment_to(window, qtbot, "1999-06-15")
    early, pipe = stroke_of(window, LINE), stroke_of(window, "baku-tbilisi-ceyhan")
    assert early is not None
    assert pipe is not None
    assert pipe.pens[-1].dash, "only proposed: drawn in dashes"
    words = map_words(window)
    assert "1999" in words
    assert "Azerbaijan–Kazakhstan seabed, 2001" not in words, "not agreed yet"

    drag_moment_to(window, qtbot, "2010-06-15")
    late, pipe = stroke_of(window, LINE), stroke_of(window, "baku-tbilisi-ceyhan")
    assert late is not None
    assert pipe is not None
    assert late.pens != early.pens, "agreed in 2001: drawn in another way than a claim"
    assert not pipe.pens[-1].dash, "at work since 2006: a solid line"
    words = map_words(window)
    assert "2010" in words
    for label in ("Azerbaijan–Kazakhstan seabed, 2001", "Kazakhstan–Russia seabed, 1998"):
        assert label in words
    assert "no agreement as of 2010" in words, "the southern lines are left open"


# 3. Who says so, where in the document, and do the documents agree?


def test_who_says_so_and_who_disagrees(window: MainWindow, qtbot: QtBot) -> None:
    show_pane(window, qtbot, "Who disagrees")
    panel = window.panes.findChild(DisagreementsPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.model.rowCount() > 10, timeout=PATIENCE)
    qtbot.keyClicks(panel.field, "consulate Aktau")
    row = next(n for n, one in enumerate(panel.model.rows) if one.focus.id == CONSULATE)
    said = " ".join(cells(panel.view)[row])
    for words in ("Huseynov", "Hamzaoğlu", "¶", "consulate general"):
        assert words in said

    click_row(qtbot, panel.view, row)
    assert chosen(window) == CONSULATE
    words = detail_words(window)
    assert "The documents disagree." in words
    assert "Huseynov speaks of a consulate general, Hamzaoglu of a consulate." in words
    for claim in ("Huseynov 2017", "Political relations", "Hamzaoğlu 2021", "Section 1", "¶"):
        assert claim in words
    assert "2 documents tell of it" in words

    # It lies on the timeline, too, and a click on it there is the same.
    show_pane(window, qtbot, "Timeline")
    choose_in_menu(window, qtbot, "Timeline", "Zoom to what is chosen")
    spot = spot_of(window, CONSULATE)
    press(Key.Key_Escape)
    click(qtbot, window.timeline, spot)
    assert chosen(window) == CONSULATE


# 4. What led to it, what was signed there, what followed?


def test_what_led_to_it_and_what_followed_by_keyboard_alone(
    window: MainWindow, qtbot: QtBot
) -> None:
    search_for("Heydar Aliyev's first official visit to Kazakhstan")
    back_at(window, qtbot)
    assert chosen(window) == FIRST_VISIT
    words = detail_words(window)
    for heading in ("SIGNED AND DONE THERE", "BEFORE", "AFTER"):
        assert heading in words
    assert "Memorandum on bringing Kazakh oil to world markets" in words

    press(Key.Key_4, ALT)
    tab_to("Free trade agreement")
    press(Key.Key_Return)
    assert chosen(window) == FREE_TRADE
    assert "PART OF" in detail_words(window)
    assert window.detail.hasFocus(), "the keyboard stays where it was"

    # Back, and on to what followed.
    press(Key.Key_Z, CTRL)
    assert chosen(window) == FIRST_VISIT
    tab_to("in the year after his official visit")
    press(Key.Key_Return)
    assert chosen(window) == "heydar-aliyev-visit-to-kazakhstan-2"
    press(Key.Key_Z, CTRL)
    press(Key.Key_Z, CTRL | SHIFT)
    assert "in the year after" in detail_words(window)


# 5. How do I take this view with me?


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Saved views are kept here, and not among those of who runs the tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    where = QStandardPaths.StandardLocation.AppDataLocation
    assert QStandardPaths.writableLocation(where).startswith(str(tmp_path))
    return tmp_path


def test_taking_the_view_along(window: MainWindow, qtbot: QtBot, own_folder: Path) -> None:
    store, view = window.store, window.store.state

    # As a picture that opens again.
    for place, ending in enumerate(("svg", "pdf", "png")):
        picture = own_folder / f"timeline.{ending}"
        _export(window, qtbot, place, picture)
        qtbot.waitUntil(lambda: window.job_bar().job is None, timeout=PATIENCE)
        assert picture.stat().st_size > 5_000
        choose_in_menu(window, qtbot, "Map", "Whole region")
        choose_in_menu(window, qtbot, "Lanes", "Lanes by actor")
        in_dialog("QFileDialog", name_file(picture))
        choose_in_menu(window, qtbot, "File", "Open")
        assert store.state == view, ending

    # As data.
    for ending in ("csv", "json"):
        in_dialog("QFileDialog", name_file(own_folder / f"events.{ending}"))
        choose_in_menu(window, qtbot, "File", "Export data")
        qtbot.waitUntil(lambda: window.job_bar().job is None, timeout=PATIENCE)
    with (own_folder / "events.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(store.selection)
    events = json.loads((own_folder / "events.json").read_text(encoding="utf-8"))
    assert chosen(window) in json.dumps(events)

    # As a citation.
    back_at(window, qtbot)
    press(Key.Key_C, CTRL | SHIFT)
    assert "Huseynov" in QGuiApplication.clipboard().text()

    # As a view that opens again tomorrow.
    in_dialog("SavedViewsDialog", _keep_as("For the seminar"))
    click(qtbot, window.topbar.saved)
    follow(window, qtbot, "Treaty on Kazakhstan's part in BTC is ratified")
    assert store.state != view
    in_dialog("SavedViewsDialog", _open_first)
    click(qtbot, window.topbar.saved)
    assert store.state == view


def _export(window: MainWindow, qtbot: QtBot, place: int, picture: Path) -> None:
    """Export the snapshot from the menu, in the format at that place of the list."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, SnapshotDialog)
        QTest.keyClick(dialog.ending, Key.Key_Home)
        for _ in range(place):
            QTest.keyClick(dialog.ending, Key.Key_Down)
        in_dialog("QFileDialog", name_file(picture))
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        click(qtbot, buttons.button(QDialogButtonBox.StandardButton.Save))

    in_dialog("SnapshotDialog", answer)
    choose_in_menu(window, qtbot, "File", "Export snapshot")


def _keep_as(name: str) -> Callable[[QDialog], None]:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, SavedViewsDialog)
        dialog.name.selectAll()
        QTest.keyClicks(dialog.name, name)
        QTest.keyClick(dialog.name, Key.Key_Return)
        assert dialog.list.item(0).text() == name
        QTest.keyClick(dialog, Key.Key_Escape)

    return answer


def _open_first(dialog: QDialog) -> None:
    assert isinstance(dialog, SavedViewsDialog)
    QTest.keyClick(dialog.list, Key.Key_Return)
