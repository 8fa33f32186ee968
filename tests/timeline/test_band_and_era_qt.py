"""Hands on bands and eras: a click on a ribbon chooses, one on a band's name asks for others."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.bands import Band, BandValue
from azkz_desktop.timeline.besidemenu import band_menu, beside_menu
from azkz_desktop.timeline.hits import Hit, hit
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.eras import Era, EraGroup
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, day, everything, some_events, told

ALIYEV = Focus("actor", "heydar-aliyev")
TERM = day("1996-01-01"), day("1996-12-31"), day("2006-01-01"), day("2006-12-31")
ERA = Era("Heydar Aliyev", "H. Aliyev", ALIYEV, "1996–2006", TERM, False, ("1996: X",))
VALUE = BandValue(day("2005-01-01"), day("2005-12-31"), 132, "132", told("132 USD", "Akiner"))


@pytest.fixture
def widget(qtbot: QtBot) -> TimelineWidget:
    columns = some_events(60)
    view = ViewState(
        span=Span(day("1995-01-01"), day("2010-01-01")), bands=("trade",), eras=("presidents",)
    )
    made = TimelineWidget(
        Store(lambda _: everything(columns), view),
        MadeSource(columns),
        bands={"trade": Band("trade", "Trade", "million USD", (VALUE,), "Trade in full", "USD")},
        eras=lambda: {"presidents": EraGroup("presidents", "Presidents", "Presidents", (ERA,))},
    )
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    return made


def test_a_click_on_an_era_chooses_who_it_tells_of(qtbot: QtBot, widget: TimelineWidget) -> None:
    (row,) = widget.marks().eras
    at = QPoint(int(row.marks[0].foot1) - 40, int(row.rect.y) + 5)
    qtbot.mouseMove(widget, at)
    assert widget.cursor().shape() == Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)
    assert widget.store.state.focus == ALIYEV
    assert widget.tooltip_at(QPointF(at)) == "<b>Heydar Aliyev</b><br>1996–2006<br>1996: X"


def test_the_name_of_a_band_asks_for_other_figures(qtbot: QtBot, widget: TimelineWidget) -> None:
    (band,) = widget.marks().bands
    with qtbot.waitSignal(widget.figures_asked):
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(20, int(band.rect.y) + 10))
    assert "Trade in full" in widget.tooltip_at(QPointF(20, band.rect.y + 10))


def test_a_number_of_a_band_tells_its_claim(widget: TimelineWidget) -> None:
    (band,) = widget.marks().bands
    (bar,) = band.bars
    at = QPointF(bar.rect.x + 3, band.rect.bottom - 4)
    assert "<b>132 USD</b><br>Akiner" in widget.tooltip_at(at)
    beside = QPointF(bar.rect.right + 60, band.rect.bottom - 4)
    assert "no figure for 2007" in widget.tooltip_at(beside)


def entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text(): action for action in menu.actions() if action.text()}


def hit_at(widget: TimelineWidget, x: float, y: float) -> Hit:
    return hit(widget.marks(), x, y)


def test_the_menu_of_eras_takes_groups_on_and_off(widget: TimelineWidget) -> None:
    (row,) = widget.marks().eras
    found = hit_at(widget, 20, row.rect.y + 3)
    menu = beside_menu(widget, widget.store, found, widget.marks(), lambda: None)
    assert menu is not None
    conflicts = entries(menu)["Wars and conflicts"]
    assert not conflicts.isChecked()
    conflicts.trigger()
    assert widget.store.state.eras == ("conflicts", "presidents")
    assert widget.store.history.undo_name == "Wars and conflicts"


def test_the_menu_of_a_figure_moves_it_and_takes_it_off(widget: TimelineWidget) -> None:
    store, asked = widget.store, []
    store.change(replace(store.state, bands=("trade", "wheat", "oil")), "three")

    def menu_of(series: str) -> dict[str, QAction]:
        return entries(band_menu(widget, store, series, "Name", lambda: asked.append(1)))

    assert not menu_of("trade")["Move up"].isEnabled()
    assert not menu_of("oil")["Move down"].isEnabled()
    menu_of("trade")["Move down"].trigger()
    assert list(store.state.bands) == ["wheat", "trade", "oil"]
    menu_of("oil")["Move up"].trigger()
    assert list(store.state.bands) == ["wheat", "oil", "trade"]
    menu_of("oil")["Take off “Name”"].trigger()
    assert list(store.state.bands) == ["wheat", "trade"]
    menu_of("trade")["Other figures…"].trigger()
    assert asked == [1]


def test_a_lane_has_a_menu_of_its_own(widget: TimelineWidget) -> None:
    lane = widget.marks().lanes[0]
    found = hit_at(widget, 20, lane.rect.y + 4)
    assert beside_menu(widget, widget.store, found, widget.marks(), lambda: None) is None
