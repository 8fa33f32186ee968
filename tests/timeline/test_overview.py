"""The overview strip: a histogram of everything, and the brush in all its grips."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.index import LaneIndex
from azkz_desktop.timeline.marks import Rect
from azkz_desktop.timeline.overview import OverviewStrip
from azkz_desktop.timeline.overviewmarks import (
    dragged,
    overview_marks,
    part_at,
    period_words,
)
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, columns_of, day, everything, instant, some_events

GROUND = Rect(100, 2, 600, 24)
SCALE = Scale(day("1990-01-01"), day("2020-01-01"), 600, 100)


@given(st.lists(st.integers(day("1990-01-01"), day("2019-12-31")), max_size=60))
def test_bars_stand_where_events_begin(days: list[int]) -> None:
    columns = columns_of([instant(one) for one in days])
    index = LaneIndex(columns, np.arange(len(days), dtype=np.int32))
    marks = overview_marks(index, SCALE, Span(SCALE.start, SCALE.end), GROUND)
    for one in days:
        x = SCALE.x(one + 0.5)
        assert any(bar.x - 1 <= x <= bar.right + 2 for bar in marks.bars)
    whens = [date.fromordinal(one) for one in days]
    assert len(marks.bars) == len({(when.year, when.month > 6) for when in whens})
    if marks.bars:
        tallest = max(marks.bars, key=lambda bar: bar.height)
        assert tallest.height <= GROUND.height
        assert all(bar.bottom == GROUND.bottom for bar in marks.bars)


def test_the_brush_lies_over_what_is_in_sight_and_stays_on_the_strip() -> None:
    index = LaneIndex(columns_of([]), np.empty(0, np.int32))
    inside = overview_marks(index, SCALE, Span(day("2000-01-01"), day("2005-01-01")), GROUND).brush
    assert inside.x == pytest.approx(SCALE.x(day("2000-01-01")))
    assert inside.right == pytest.approx(SCALE.x(day("2005-01-01")))
    beyond = overview_marks(index, SCALE, Span(day("1900-01-01"), day("1905-01-01")), GROUND).brush
    assert GROUND.x <= beyond.x < beyond.right <= GROUND.right


def test_the_grips_of_the_brush() -> None:
    index = LaneIndex(columns_of([]), np.empty(0, np.int32))
    marks = overview_marks(index, SCALE, Span(day("2000-01-01"), day("2010-01-01")), GROUND)
    brush = marks.brush
    found = [part_at(marks, x) for x in (brush.x, brush.x + 50, brush.right, brush.x - 30)]
    assert found == ["start", "middle", "end", "outside"]


def test_dragging_moves_widens_or_begins_anew() -> None:
    span = Span(100, 200)
    assert dragged(span, "middle", 150, 170, 1) == Span(120, 220)
    assert dragged(span, "start", 100, 130, 1) == Span(130, 200)
    assert dragged(span, "start", 100, 300, 1) == Span(199, 200)
    assert dragged(span, "end", 200, 50, 1) == Span(100, 101)
    assert dragged(span, "outside", 400, 350, 1) == Span(350, 400)


def test_a_period_is_named_as_roughly_as_it_is_meant() -> None:
    assert period_words(Span(day("2004-03-01"), day("2008-11-01"))) == ("2004", "2008")
    assert period_words(Span(day("2004-03-05"), day("2004-11-02"))) == ("2004-03", "2004-11")
    assert period_words(Span(day("2004-03-05"), day("2004-03-20"))) == ("2004-03-05", "2004-03-19")


class TimelineView(QWidget):
    """The timeline with the strip below it, as the window has them."""

    def __init__(self, store: Store, source: MadeSource) -> None:
        super().__init__()
        self.timeline = TimelineWidget(store, source)
        self.overview = OverviewStrip(store, self.timeline.layout_engine, self.timeline.fonts)
        column = QVBoxLayout(self)
        column.addWidget(self.timeline, 1)
        column.addWidget(self.overview)


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    columns = some_events(200)
    store = Store(lambda _: everything(columns), ViewState())
    shown = TimelineView(store, MadeSource(columns))
    qtbot.addWidget(shown)
    shown.resize(900, 400)
    shown.show()
    return shown


def drag(view: TimelineView, first: float, last: float, keys: str = "") -> None:
    strip = view.overview
    held = Qt.KeyboardModifier.ControlModifier if keys else Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(strip, left, held, QPoint(round(first), 12))
    QTest.mouseMove(strip, QPoint(round((first + last) / 2), 12))
    QTest.mouseMove(strip, QPoint(round(last), 12))
    QTest.mouseRelease(strip, left, held, QPoint(round(last), 12))


def show(view: TimelineView, first: str, last: str) -> None:
    view.timeline.navigator.show_span(Span(day(first), day(last)), "Zoom")


def test_dragging_the_brush_moves_what_is_in_sight(view: TimelineView) -> None:
    show(view, "2000-01-01", "2004-01-01")
    scale, brush = view.overview.scale(), view.overview.marks().brush
    middle = round(brush.x + brush.width / 2)
    drag(view, middle, middle + 60)
    span = view.timeline.scale().span
    assert span.days == pytest.approx(1461, abs=0.1)
    assert span.start == pytest.approx(day("2000-01-01") + 60 / scale.per_day, abs=1)


def test_dragging_an_edge_widens_it_and_one_undo_takes_it_back(view: TimelineView) -> None:
    show(view, "2000-01-01", "2004-01-01")
    brush = view.overview.marks().brush
    drag(view, brush.right, brush.right + 80)
    span = view.timeline.scale().span
    assert span.start == pytest.approx(day("2000-01-01"), abs=0.1)
    assert span.end > day("2006-01-01")
    view.timeline.store.undo()
    assert view.timeline.scale().end == pytest.approx(day("2004-01-01"), abs=0.1)


def test_with_control_dragging_filters_by_the_period(view: TimelineView) -> None:
    scale = view.overview.scale()
    drag(view, scale.x(day("2001-02-01")), scale.x(day("2007-06-01")), "ctrl")
    state = view.timeline.store.state
    assert (state.filter.start, state.filter.end) == ("2001", "2007")
    assert state.span is None
    assert "Ctrl" in view.overview.help_text()


def test_a_click_beside_the_brush_brings_that_day_into_the_middle(view: TimelineView) -> None:
    show(view, "2000-01-01", "2004-01-01")
    scale = view.overview.scale()
    x = round(scale.x(day("2015-07-01")))
    QTest.mouseClick(view.overview, Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
    span = view.timeline.scale().span
    assert (span.start + span.end) / 2 == pytest.approx(scale.day(x), abs=1)


def test_a_double_click_shows_the_whole_period(view: TimelineView) -> None:
    show(view, "2000-01-01", "2004-01-01")
    QTest.mouseDClick(view.overview, Qt.MouseButton.LeftButton, pos=QPoint(300, 12))
    assert view.timeline.store.state.span is None


def test_the_keyboard_moves_and_widens_the_brush(view: TimelineView) -> None:
    show(view, "2000-01-01", "2004-01-01")
    QTest.keyClick(view.overview, Qt.Key.Key_Right)
    assert view.timeline.scale().start == pytest.approx(day("2000-01-01") + 146.1, abs=0.1)
    QTest.keyClick(view.overview, Qt.Key.Key_Minus)
    assert view.timeline.scale().span.days == pytest.approx(1461 * 1.5)
    QTest.keyClick(view.overview, Qt.Key.Key_0)
    assert view.timeline.store.state.span is None


def test_it_has_a_name_for_screen_readers_and_paints(view: TimelineView) -> None:
    assert view.overview.accessibleName() == "Overview of the whole period"
    image = view.overview.grab().toImage()
    colours = {image.pixel(x, 14) for x in range(image.width())}
    assert len(colours) > 2
