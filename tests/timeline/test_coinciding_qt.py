"""A pile under the mouse: what is told of it, and clicks that go round."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.painter import TimelinePainter
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import LIGHT
from tests.timeline.made import MadeSource, columns_of, day, everything, instant, lasting

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
FIRST = day("2005-01-01")
COUNT = 12


@pytest.fixture
def widget(qtbot: QtBot) -> TimelineWidget:
    """Twelve events of one day, and seven bars that lie on one another."""
    bars = [lasting(FIRST + 100, FIRST + 200)] * 7
    columns = columns_of([instant(FIRST)] * COUNT + bars)
    view = ViewState(span=Span(FIRST - 100, FIRST + 400), bands=())
    made = TimelineWidget(Store(lambda _: everything(columns), view), MadeSource(columns))
    qtbot.addWidget(made)
    made.resize(900, 90)
    made.show()
    return made


def pile_at(widget: TimelineWidget) -> QPoint:
    spots = widget.marks().spots
    (at, *_) = (spots.row < COUNT).nonzero()[0]
    return QPoint(int(spots.x[at]), int(spots.y[at]))


def click(widget: TimelineWidget, at: QPoint) -> int | None:
    QTest.mouseClick(widget, LEFT, NONE, at)
    # Two clicks in quick succession are a double click.
    QTest.qWait(0)
    return widget.chosen()


def test_clicks_go_round_through_a_pile_and_the_ring_is_about_each(
    widget: TimelineWidget,
) -> None:
    at = pile_at(widget)
    rows = []
    for _ in range(COUNT + 1):
        rows.append(click(widget, at))
        (ring,) = [one for one in widget.marks().rings if one.role == "chosen"]
        assert ring.row == rows[-1]
        assert abs(ring.x - at.x()) < 2
        assert widget.hit_at(QPointF(at)).row == rows[-1]
    assert len(set(rows)) == COUNT
    assert set(rows) == {*range(COUNT)}
    assert rows[-1] == rows[0]


def test_bars_that_lie_on_one_another_are_chosen_by_turns(widget: TimelineWidget) -> None:
    spans = widget.marks().spans
    at = QPoint(int(spans.x1.max()) - 20, int(spans.y[0]))
    there = {int(row) for row, y in zip(spans.row, spans.y, strict=True) if abs(y - at.y()) <= 4}
    assert len(there) > 2
    rows = [click(widget, at) for _ in there]
    assert set(rows) == there
    assert widget.hit_at(QPointF(at)).row == rows[-1]
    assert click(widget, at) == rows[0]


def test_a_click_on_the_number_goes_through_its_pile(widget: TimelineWidget) -> None:
    (pile,) = [one for one in widget.marks().piles if 0 in one.rows]
    at = QPointF(pile.rect.x + 4, pile.rect.y + 6).toPoint()
    assert {click(widget, at) for _ in range(COUNT)} == {*range(COUNT)}


def test_a_double_click_zooms_to_the_event_at_which_the_clicks_were(
    widget: TimelineWidget,
) -> None:
    at = pile_at(widget)
    before = click(widget, at)
    QTest.mouseClick(widget, LEFT, NONE, at)
    assert widget.chosen() != before
    QTest.mouseDClick(widget, LEFT, NONE, at)
    assert widget.chosen() == before
    assert widget.store.state.span != Span(FIRST - 100, FIRST + 400)


def double_click(widget: TimelineWidget, at: QPoint) -> None:
    """As Qt tells of it: the first of the two clicks comes as any click does."""
    QTest.mouseClick(widget, LEFT, NONE, at)
    QTest.mouseDClick(widget, LEFT, NONE, at)
    QTest.mouseRelease(widget, LEFT, NONE, at)


@pytest.mark.parametrize("clicks", [0, 1, 3])
def test_a_double_click_on_a_pile_is_one_step_back(widget: TimelineWidget, clicks: int) -> None:
    at, store = pile_at(widget), widget.store
    for _ in range(clicks):
        click(widget, at)
    before = store.state
    double_click(widget, at)
    assert store.state.span != before.span
    assert store.history.undo_name == "Zoom to the event"
    store.undo()
    assert store.state == before
    for _ in range(clicks):
        store.undo()
    assert store.history.undo_name is None


def test_a_double_click_that_ends_where_it_began_is_no_step(widget: TimelineWidget) -> None:
    at, store = pile_at(widget), widget.store
    double_click(widget, at)
    before, at = store.state, pile_at(widget)
    double_click(widget, at)
    assert store.state == before
    store.undo()
    assert store.state.focus is None


def test_what_was_dragged_before_a_double_click_is_a_step_of_its_own(
    widget: TimelineWidget,
) -> None:
    store, first = widget.store, widget.store.state
    QTest.mousePress(widget, LEFT, NONE, QPoint(600, 4))
    QTest.mouseMove(widget, QPoint(640, 4))
    QTest.mouseRelease(widget, LEFT, NONE, QPoint(640, 4))
    widget.hand.run_on.stop()
    dragged = store.state
    QTest.mouseDClick(widget, LEFT, NONE, QPoint(640, 4))
    assert store.state.span != dragged.span != first.span
    store.undo()
    assert store.state == dragged
    store.undo()
    assert store.state == first


def test_tooltip_and_screen_reader_tell_how_many_there_are(widget: TimelineWidget) -> None:
    at = pile_at(widget)
    text = widget.tooltip_at(QPointF(at))
    assert "and 11 more here" in text
    assert "… and 4 more" in text
    click(widget, at)
    assert "11 more at the same place." in widget.accessibleDescription()
    widget.navigator.zoom(40.0, float(at.x()))
    widget.navigator.choose(None)
    assert "same place" not in widget.accessibleDescription()


def test_the_number_is_text_in_a_saved_picture(widget: TimelineWidget, tmp_path: Path) -> None:
    path = tmp_path / "pile.svg"
    svg = QSvgGenerator()
    svg.setFileName(str(path))
    svg.setSize(QSizeF(900, 200).toSize())
    svg.setViewBox(QRectF(0, 0, 900, 200))
    with QPainter(svg) as painter:
        TimelinePainter(LIGHT, widget.fonts).paint(painter, widget.marks())
    assert "×12" in path.read_text(encoding="utf-8")
