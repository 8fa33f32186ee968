"""Keys among the eras: into the strip, through a group, to the next one, back to the lanes."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.timeline.erawalk import days_of
from azkz_desktop.timeline.keys import chosen_x
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.eras import Era, EraGroup
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, day, everything, some_events

SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST, LAST = day("1995-01-01"), day("2010-01-01")


def era(name: str, start: str, end: str, focus: Focus, contested: bool = False) -> Era:
    first, last = day(start), day(end)
    bounds = first, first, last, last
    return Era(name, name, focus, f"{start[:4]}–{end[:4]}", bounds, contested, (f"{name}: X",))


WAR = Focus("event", "event-40")
OFFICE = (
    era("Elchibey", "1992-06-01", "1993-06-30", Focus("actor", "elchibey")),
    era("Heydar Aliyev", "1993-07-01", "2003-10-31", Focus("actor", "heydar"), contested=True),
    era("Ilham Aliyev", "2003-11-01", "2020-12-31", Focus("actor", "ilham")),
)
WARS = (
    era("Long war", "1996-01-01", "2006-12-31", WAR),
    era("Clash", "1998-01-01", "1998-06-30", Focus("event", "event-60")),
    era("Later war", "2016-04-01", "2016-04-30", Focus("event", "event-150")),
)
UNION = Era(
    "Union", "Union", Focus("actor", "union"), "until 1995",
    (NO_START, day("1995-12-26"), day("1995-12-26"), day("1995-12-26")), False, (),
)  # fmt: skip
GROUPS = {
    "office": EraGroup("office", "Presidents", "Presidents", OFFICE),
    "wars": EraGroup("wars", "Wars", "Wars", WARS),
    "union": EraGroup("union", "Bodies", "Bodies", (UNION,)),
}


def widget_with(qtbot: QtBot, *eras: str, height: int = 500) -> TimelineWidget:
    columns = some_events(200)
    view = ViewState(span=Span(FIRST, LAST), bands=(), eras=eras)
    made = TimelineWidget(
        Store(lambda _: everything(columns), view), MadeSource(columns), eras=lambda: GROUPS
    )
    qtbot.addWidget(made)
    made.resize(900, height)
    made.show()
    return made


@pytest.fixture
def widget(qtbot: QtBot) -> TimelineWidget:
    return widget_with(qtbot, "office", "wars")


def press(widget: TimelineWidget, key: Qt.Key, keys: Qt.KeyboardModifier | None = None) -> str:
    """Press *key*; the name of the era on which the keyboard then is, empty in the lanes."""
    QTest.keyClick(widget, key, Qt.KeyboardModifier.NoModifier if keys is None else keys)
    here = widget.era_walk.here()
    return here.era.name if here else ""


def to_the_clash(widget: TimelineWidget) -> None:
    assert press(widget, Qt.Key.Key_Up) == "Long war"
    assert press(widget, Qt.Key.Key_Right) == "Clash"


def test_up_leads_into_the_eras_and_the_arrows_through_them(widget: TimelineWidget) -> None:
    up, down, right = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Right
    assert press(widget, up) == "Long war"
    assert press(widget, up) == "Heydar Aliyev"
    assert widget.store.state.focus == Focus("actor", "heydar")
    assert press(widget, up) == "Heydar Aliyev"
    assert press(widget, right) == "Ilham Aliyev"
    assert press(widget, right) == "Ilham Aliyev"
    assert press(widget, down) == "Long war"
    # The clash lies in a line below it; both are of one group.
    assert press(widget, right) == "Clash"
    assert press(widget, right) == "Later war"
    assert press(widget, Qt.Key.Key_Left) == "Clash"
    assert press(widget, Qt.Key.Key_End) == "Later war"
    assert press(widget, Qt.Key.Key_Home) == "Long war"
    assert press(widget, down) == ""
    assert widget.chosen() is not None


def test_what_has_no_room_is_walked_to_as_well_and_gets_it(qtbot: QtBot) -> None:
    widget = widget_with(qtbot, "union", "office", "wars", height=130)
    rows = widget.marks().eras
    assert [mark.name for mark in rows[-1].marks] == ["Long war"]
    assert rows[-1].words == "Wars: 1 more has no room: Clash"
    tip = widget.tooltip_at(QPointF(20, rows[-1].rect.y + 5))
    assert tip == "<b>Wars: 1 more has no room: Clash</b>"
    assert press(widget, Qt.Key.Key_Up) == "Long war"
    assert press(widget, Qt.Key.Key_Right) == "Clash"
    assert widget.accessibleDescription() == "Clash, 1998–1998. Wars, 2 of 3"
    assert widget.store.state.focus == Focus("event", "event-60")
    shown = widget.marks().eras
    assert [(mark.name, mark.chosen) for mark in shown[-1].marks] == [("Clash", True)]
    assert shown[-1].words == "Wars: 2 more have no room: Long war; Later war"
    assert [row.rect for row in shown] == [row.rect for row in rows]
    QTest.mouseClick(
        widget,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        at_era(widget, "Clash"),
    )
    assert press(widget, Qt.Key.Key_Right) == "Later war"
    assert press(widget, Qt.Key.Key_Up) == "Ilham Aliyev"
    assert press(widget, Qt.Key.Key_Down) in ("Later war", "Long war")


def test_a_click_on_the_name_of_a_group_leads_to_what_has_no_room(qtbot: QtBot) -> None:
    widget = widget_with(qtbot, "union", "office", "wars", height=130)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    union, *_, wars = (QPoint(20, int(row.rect.y) + 5) for row in widget.marks().eras)
    before = widget.store.state
    QTest.mouseClick(widget, left, none, union)
    assert widget.store.state == before  # all of it has room
    span, found = widget.scale().span, []
    for _ in range(3):
        QTest.mouseClick(widget, left, none, wars)
        here = widget.era_walk.here()
        assert here is not None
        found.append((here.era.name, here.drawn))
    assert found == [("Clash", True), ("Later war", True), ("Clash", True)]
    widget.navigator.show_span(span, "back")
    QTest.mouseDClick(widget, left, none, wars)
    assert widget.scale().span == span
    assert press(widget, Qt.Key.Key_Left) == "Long war"


def test_what_has_room_is_walked_to_first_from_elsewhere(qtbot: QtBot) -> None:
    widget = widget_with(qtbot, "union", "office", "wars", height=130)
    widget.navigator.choose(
        int(widget.source.columns.start_earliest.searchsorted(day("1998-02-01")))
    )
    assert press(widget, Qt.Key.Key_Up) == "Long war"


def test_what_is_walked_to_is_chosen_framed_and_heard(widget: TimelineWidget) -> None:
    press(widget, Qt.Key.Key_Up, SHIFT)
    press(widget, Qt.Key.Key_Up)
    marks = [mark for row in widget.marks().eras for mark in row.marks]
    assert [mark.name for mark in marks if mark.chosen] == ["Heydar Aliyev"]
    words = "Heydar Aliyev, 1993–2003. Presidents, 2 of 3. The documents disagree."
    assert widget.accessibleDescription() == words
    press(widget, Qt.Key.Key_Right)
    assert widget.accessibleDescription() == "Ilham Aliyev, 2003–2020. Presidents, 3 of 3"
    widget.navigator.choose(7)
    assert "no. 7" in widget.accessibleDescription()


def test_a_war_is_an_era_while_the_keyboard_is_there_and_an_event_in_the_lanes(
    widget: TimelineWidget,
) -> None:
    widget.navigator.choose(40)
    assert widget.era_walk.here() is None
    press(widget, Qt.Key.Key_Up)
    assert press(widget, Qt.Key.Key_Home) == "Long war"
    assert widget.store.state.focus == WAR
    assert widget.accessibleDescription().startswith("Long war, 1996–2006. Wars, 1 of 3")
    widget.navigator.choose(41)
    widget.navigator.choose(40)
    assert widget.era_walk.here() is None
    assert press(widget, Qt.Key.Key_Right) == ""
    way = widget.navigator.ways.apart().tolist()
    assert widget.chosen() == way[way.index(40) + 1]


def test_enter_zooms_to_the_era(widget: TimelineWidget) -> None:
    for _ in range(2):
        press(widget, Qt.Key.Key_Up)
    assert press(widget, Qt.Key.Key_Return) == "Heydar Aliyev"
    span = widget.scale().span
    assert widget.store.history.undo_name == "Zoom to the era"
    first, last = day("1993-07-01"), day("2003-11-01")
    assert (first + last) / 2 == pytest.approx((span.start + span.end) / 2)
    assert last - first < span.days < 1.2 * (last - first)
    row = widget.marks().eras[0]
    (mark,) = [one for one in row.marks if one.chosen]
    assert mark.foot0 > row.rect.x
    assert mark.foot1 < row.rect.right


def test_what_is_out_of_sight_is_brought_into_sight(widget: TimelineWidget) -> None:
    for _ in range(2):
        press(widget, Qt.Key.Key_Up)
    days = widget.scale().span.days
    assert press(widget, Qt.Key.Key_Home) == "Elchibey"
    (mark,) = [one for row in widget.marks().eras for one in row.marks if one.chosen]
    assert widget.scale().left <= mark.foot0 < mark.foot1 <= widget.scale().right
    assert widget.scale().span.days == pytest.approx(days)
    assert press(widget, Qt.Key.Key_End) == "Ilham Aliyev"
    (mark,) = [one for row in widget.marks().eras for one in row.marks if one.chosen]
    assert min(mark.foot1, widget.scale().right) - max(mark.foot0, widget.scale().left) > 70


def test_down_leads_back_to_the_event_one_came_from_unless_one_walked_on(
    widget: TimelineWidget,
) -> None:
    source = widget.source.columns.start_earliest
    row = int(source.searchsorted(day("1998-02-01")))
    widget.navigator.choose(row)
    assert press(widget, Qt.Key.Key_Up) == "Clash"
    assert press(widget, Qt.Key.Key_Down) == ""
    assert widget.chosen() == row
    for _ in range(2):
        press(widget, Qt.Key.Key_Up)
    assert press(widget, Qt.Key.Key_Right) == "Ilham Aliyev"
    assert press(widget, Qt.Key.Key_Down, SHIFT) == ""
    chosen = widget.chosen()
    assert chosen is not None
    assert source[chosen] >= day("2003-11-01") > source[chosen - 1]


def test_back_in_the_lanes_nothing_is_chosen_that_is_not_seen(widget: TimelineWidget) -> None:
    columns = widget.source.columns
    row = int(columns.start_earliest.searchsorted(day("1998-02-01")))
    widget.navigator.choose(row)
    assert press(widget, Qt.Key.Key_Up) == "Clash"
    # The lane in which one was is hidden meanwhile.
    lane = widget.lanes.lane_of(row)
    assert lane is not None
    widget.navigator.hide(lane)
    assert press(widget, Qt.Key.Key_Down, SHIFT) == ""
    found = widget.chosen()
    assert found is not None
    assert found != row
    assert found in widget.navigator.ways.rows()
    assert day("1998-01-01") <= widget.navigator.day_of(found) < day("1998-07-01")


@pytest.mark.parametrize(
    ("begin", "end"), [("1996-01-01", "1998-01-02"), ("2003-01-01", "2005-01-01")]
)
def test_where_nothing_of_the_era_is_in_sight_nothing_is_chosen(
    widget: TimelineWidget, begin: str, end: str
) -> None:
    to_the_clash(widget)
    widget.navigator.show_span(Span(day(begin), day(end)), "elsewhere")
    assert press(widget, Qt.Key.Key_Down, SHIFT) == ""
    assert widget.store.state.focus is None


def test_an_era_that_is_walked_to_is_one_step_back(widget: TimelineWidget) -> None:
    to_the_clash(widget)
    before = widget.store.state
    assert press(widget, Qt.Key.Key_Right) == "Later war"
    assert widget.store.state.span != before.span
    widget.store.undo()
    assert widget.store.state == before


def test_lanes_that_are_scrolled_go_up_first_and_a_held_key_stops_there(qtbot: QtBot) -> None:
    widget = widget_with(qtbot, "office", height=170)
    widget.lanes.scroll(60)
    assert widget.store.state.scrolled == 60
    assert press(widget, Qt.Key.Key_Up) == ""
    assert press(widget, Qt.Key.Key_Up) == ""
    assert widget.store.state.scrolled == 0
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(widget, held)
    assert widget.era_walk.here() is None
    assert press(widget, Qt.Key.Key_Up) == "Heydar Aliyev"
    widget.lanes.scroll(60)
    assert press(widget, Qt.Key.Key_Down, SHIFT) == ""
    assert press(widget, Qt.Key.Key_Up, SHIFT) == "Heydar Aliyev"


def test_without_eras_the_keys_do_what_they_did(qtbot: QtBot) -> None:
    widget = widget_with(qtbot)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        assert press(widget, key) == press(widget, key, SHIFT) == ""
    assert widget.store.state.focus is None
    press(widget, Qt.Key.Key_Home)
    assert widget.chosen() == widget.navigator.ways.apart()[0]


def test_escape_and_groups_taken_off_end_it(widget: TimelineWidget) -> None:
    to_the_clash(widget)
    assert press(widget, Qt.Key.Key_Escape) == ""
    assert widget.store.state.focus is None
    assert press(widget, Qt.Key.Key_Up) == "Long war"
    widget.store.undo()
    assert widget.era_walk.here() is None


def at_era(widget: TimelineWidget, name: str) -> QPoint:
    marks = [mark for row in widget.marks().eras for mark in row.marks]
    mark = next(mark for mark in marks if mark.name == name)
    middle = (max(mark.foot0, widget.scale().left) + min(mark.foot1, widget.scale().right)) / 2
    return QPoint(int(middle), int(mark.rect.y) + 5)


def test_after_a_click_the_keys_go_on_from_there_and_a_double_click_zooms(
    widget: TimelineWidget,
) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(widget, left, none, at_era(widget, "Long war"))
    assert widget.store.state.focus == WAR
    assert press(widget, Qt.Key.Key_Right) == "Clash"
    assert press(widget, Qt.Key.Key_Left) == "Long war"
    QTest.mouseClick(widget, left, none, at_era(widget, "Long war"))
    QTest.mouseDClick(widget, left, none, at_era(widget, "Long war"))
    assert widget.store.history.undo_name == "Zoom to the era"
    assert widget.tooltip_at(QPointF(at_era(widget, "Long war"))).startswith("<b>Long war</b>")


def test_a_double_click_on_an_era_is_one_step_back(widget: TimelineWidget) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    before, at = widget.store.state, at_era(widget, "Long war")
    QTest.mouseClick(widget, left, none, at)
    QTest.mouseDClick(widget, left, none, at)
    assert widget.store.history.undo_name == "Zoom to the era"
    widget.store.undo()
    assert widget.store.state == before


def test_an_actor_chosen_elsewhere_is_where_the_keyboard_begins(widget: TimelineWidget) -> None:
    widget.navigator.choose_thing(Focus("actor", "ilham"))
    assert widget.accessibleDescription().startswith("Ilham Aliyev")
    assert press(widget, Qt.Key.Key_Left) == "Heydar Aliyev"
    widget.navigator.choose_thing(Focus("actor", "somebody"))
    assert widget.accessibleDescription() == ""
    assert press(widget, Qt.Key.Key_Right) == ""


def test_what_nobody_dates_reaches_as_far_as_the_file(qtbot: QtBot) -> None:
    widget = widget_with(qtbot, "union")
    assert press(widget, Qt.Key.Key_Up) == "Union"
    assert press(widget, Qt.Key.Key_Enter) == "Union"
    period = widget.layout_engine.period
    assert widget.scale().start < period.start < day("1995-12-26") < widget.scale().end


def test_plus_zooms_around_the_era(widget: TimelineWidget) -> None:
    to_the_clash(widget)
    x = chosen_x(widget)
    assert x is not None
    held = widget.scale().day(x)
    assert day("1998-01-01") < held < day("1998-07-01")
    press(widget, Qt.Key.Key_Plus)
    assert widget.scale().day(x) == pytest.approx(held, abs=1)


def test_an_era_that_is_out_of_sight_is_at_no_pixel(widget: TimelineWidget) -> None:
    for name in ("Long war", "Heydar Aliyev"):
        assert press(widget, Qt.Key.Key_Up) == name
    for first, last in (("2005-01-01", "2009-01-01"), ("1989-01-01", "1993-01-01")):
        widget.navigator.show_span(Span(day(first), day(last)), "Zoom")
        assert widget.era_walk.here() is not None
        assert widget.era_walk.day_here() is None
        assert chosen_x(widget) is None
        middle = (day(first) + day(last)) / 2
        press(widget, Qt.Key.Key_Plus)
        assert widget.scale().day(widget.scale().left + widget.scale().width / 2) == (
            pytest.approx(middle, abs=1)
        )
    widget.navigator.show_span(Span(day("2003-09-01"), day("2005-09-01")), "Zoom")
    assert widget.era_walk.day_here() == pytest.approx(day("2003-10-01"), abs=1)


def test_the_days_of_an_era_whose_ends_are_unknown() -> None:
    period, ended = Span(FIRST, LAST), day("1980-01-01")

    def days(*bounds: int) -> tuple[float, float]:
        first, begun, until, last = bounds
        return days_of(UNION._replace(bounds=(first, begun, until, last)), period)

    assert days(NO_START, ended, ended, ended) == (ended - 365, ended + 1)
    # What is sure is enough to be shown.
    assert days(NO_START, day("1970-01-01"), ended, ended) == (day("1970-01-01"), ended + 1)
    began = day("2020-01-01")
    assert days(began, began, NO_END, NO_END) == (began, began + 366)
    assert days(began, began, began + 900, NO_END) == (began, began + 901)
    assert days(day("2000-01-01"), day("2001-01-01"), NO_END, NO_END) == (
        day("2000-01-01"),
        LAST + 1,
    )
