"""The overview strip under a hand and a keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.overview import OverviewStrip
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, day, everything, some_events


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


def test_each_drag_is_a_step_back_of_its_own(view: TimelineView) -> None:
    show(view, "2000-01-01", "2004-01-01")
    spans = []
    for _ in range(3):
        spans.append(view.timeline.store.state.span)
        brush = view.overview.marks().brush
        middle = round(brush.x + brush.width / 2)
        drag(view, middle, middle + 30)
    while spans:
        view.timeline.store.undo()
        assert view.timeline.store.state.span == spans.pop()


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


def turn(view: TimelineView, x: float, angle: tuple[int, int], *, shift: bool = False) -> None:
    at, keys = QPointF(x, 12), Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at, at, QPoint(), QPoint(*angle), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ShiftModifier if shift else keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.overview, event)


@pytest.mark.parametrize("date", ["2000-06-01", "2003-06-01", "2015-01-01"])
def test_the_wheel_zooms_around_the_date_under_the_pointer(view: TimelineView, date: str) -> None:
    show(view, "2000-01-01", "2004-01-01")
    scale, before = view.overview.scale(), view.timeline.scale().span
    x = round(scale.x(day(date)))
    here = scale.day(x)
    turn(view, x, (0, 120))
    after = view.timeline.scale().span
    assert after.days == pytest.approx(before.days / 1.25)
    share = (here - before.start) / before.days
    assert (here - after.start) / after.days == pytest.approx(share)
    turn(view, x, (0, -120))
    back = view.timeline.scale().span
    assert (back.start, back.end) == pytest.approx((before.start, before.end))
    for _ in range(60):
        turn(view, x, (0, 120))
    assert view.timeline.scale().span.days == pytest.approx(1)
    if here < before.end:
        assert view.timeline.scale().start - 1 <= here <= view.timeline.scale().end + 1


def test_the_wheel_sideways_moves_in_time(view: TimelineView) -> None:
    show(view, "2000-01-01", "2004-01-01")
    turn(view, 400, (-120, 0))
    later = view.timeline.scale().span
    assert later.start > day("2000-02-01")
    assert later.days == pytest.approx(1461)
    turn(view, 400, (120, 0))
    assert view.timeline.scale().start == pytest.approx(day("2000-01-01"))
    turn(view, 400, (0, -120), shift=True)
    assert view.timeline.scale().start == pytest.approx(later.start)


def test_the_line_of_the_moment_is_dragged(view: TimelineView) -> None:
    show(view, "2000-01-01", "2004-01-01")
    store, strip = view.timeline.store, view.overview
    for begin, end in (("2012-01-01", "2018-01-01"), ("2002-01-01", "2003-01-01")):
        store.change(replace(store.state, moment=begin), "elsewhere")
        before = store.state
        x = strip.marks().moment
        assert x is not None
        QTest.mouseMove(strip, QPoint(round(x), 12))
        assert strip.cursor().shape() == Qt.CursorShape.SizeHorCursor
        to = strip.scale().x(day(end))
        drag(view, x, to)
        assert store.state.span == before.span
        assert day(store.state.moment) == pytest.approx(day(end), abs=1 / strip.scale().per_day)
        store.undo()
        assert store.state == before


def test_the_moment_in_a_narrow_brush_leaves_room_to_take_hold_of_that(view: TimelineView) -> None:
    show(view, "2000-01-01", "2000-09-01")
    store, strip = view.timeline.store, view.overview
    store.change(replace(store.state, moment="2000-05-01"), "within")
    brush = strip.marks().brush
    drag(view, brush.x + brush.width / 2 - 2, brush.x + brush.width / 2 + 100)
    assert store.state.moment == "2000-05-01"
    assert view.timeline.scale().start > day("2003-01-01")


def test_a_double_click_shows_the_whole_period(view: TimelineView) -> None:
    show(view, "2000-01-01", "2004-01-01")
    QTest.mouseDClick(view.overview, Qt.MouseButton.LeftButton, pos=QPoint(300, 12))
    assert view.timeline.store.state.span is None


def test_a_double_click_is_one_step_back(view: TimelineView) -> None:
    show(view, "2000-01-01", "2004-01-01")
    store, at = view.timeline.store, QPoint(800, 12)
    before = store.state
    QTest.mouseClick(view.overview, Qt.MouseButton.LeftButton, pos=at)
    assert store.state != before  # what lies there has come into the middle
    QTest.mouseDClick(view.overview, Qt.MouseButton.LeftButton, pos=at)
    assert store.state.span is None
    store.undo()
    assert store.state == before


def test_a_double_click_of_another_button_changes_nothing(view: TimelineView) -> None:
    store, at = view.timeline.store, QPoint(800, 12)
    show(view, "2000-01-01", "2004-01-01")
    QTest.mouseClick(view.overview, Qt.MouseButton.LeftButton, pos=at)
    show(view, "2000-01-01", "2002-01-01")
    before = store.history
    QTest.mouseClick(view.overview, Qt.MouseButton.RightButton, pos=at)
    QTest.mouseDClick(view.overview, Qt.MouseButton.RightButton, pos=at)
    assert store.history is before


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


def test_escape_puts_back_what_the_brush_was(view: TimelineView) -> None:
    show(view, "2000-01-01", "2004-01-01")
    before, strip = view.timeline.store.state, view.overview
    history = view.timeline.store.history
    at = QPoint(round(strip.marks().brush.x + strip.marks().brush.width / 2), 12)
    for keys in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
        QTest.mousePress(strip, Qt.MouseButton.LeftButton, keys, at)
        QTest.mouseMove(strip, at + QPoint(40, 0))
        QTest.mouseMove(strip, at + QPoint(80, 0))
        assert view.timeline.store.state != before
        QTest.keyClick(strip, Qt.Key.Key_Escape)
        assert view.timeline.store.state == before
        assert view.timeline.store.history == history
        QTest.mouseMove(strip, at + QPoint(120, 0))
        QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, keys, at + QPoint(120, 0))
        assert view.timeline.store.state == before
        assert view.timeline.store.history == history
        assert not view.timeline.store._held


def test_keys_say_what_is_in_sight(view: TimelineView) -> None:
    show(view, "2000-06-01", "2010-06-01")
    QTest.keyClick(view.overview, Qt.Key.Key_Right)
    assert view.overview.accessibleDescription().startswith("In sight: 2001 to 2011.")
    QTest.keyClick(view.overview, Qt.Key.Key_Left)
    assert view.overview.accessibleDescription().startswith("In sight: 2000 to 2010.")


def test_the_moment_stands_in_the_strip(view: TimelineView) -> None:
    store, strip = view.timeline.store, view.overview
    store.change(replace(store.state, moment="2001-07-01"), "moment")
    x = strip.marks().moment
    assert x == pytest.approx(strip.scale().x(day("2001-07-01")), abs=1)
    image = strip.grab().toImage()
    line, beside = (image.pixelColor(int(x or 0) + by, 4).lightness() for by in (0, 3))
    assert line < 80 < beside
    store.change(replace(store.state, moment="1801-07-01"), "moment")
    assert strip.marks().moment is None
