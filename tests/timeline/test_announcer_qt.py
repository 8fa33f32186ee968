"""Who listens hears at rest what has changed: time, moment, lanes, containers, the filter."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.query.filter import Filter
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline import announcer
from azkz_desktop.timeline.announcer import announce
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, day, everything, some_events
from tests.timeline.test_containers import VISIT
from tests.timeline.test_inside import COUNT, FIRST, family_of

COLUMNS = some_events(60)
VIEW = ViewState(span=Span(day("1999-01-01"), day("2009-01-01")), moment="2003-05-04")


@pytest.fixture
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def heard(listening: None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    del listening
    said: list[str] = []
    monkeypatch.setattr(announcer, "announce", lambda _widget, words: said.append(words))
    monkeypatch.setattr(announcer, "REST", 30)
    return said


def few(wanted: Filter) -> Selection:
    every = everything(COLUMNS)
    return every if wanted.is_empty else replace(every, rows=every.rows[:3])


@pytest.fixture
def widget(qtbot: QtBot) -> TimelineWidget:
    shown = TimelineWidget(Store(few, VIEW), MadeSource(COLUMNS))
    qtbot.addWidget(shown)
    shown.resize(1000, 300)
    shown.show()
    return shown


def in_window(first: str, last: str) -> int:
    """How many events may lie from the day *first* to the day *last*."""
    seen = (COLUMNS.start_earliest <= day(last)) & (COLUMNS.end_latest >= day(first))
    return int(seen.sum())


def test_a_zoom_is_told_when_it_rests_and_not_before(
    widget: TimelineWidget, heard: list[str], qtbot: QtBot
) -> None:
    for year in range(2000, 2004):
        span = Span(day(f"{year}-01-01"), day("2009-01-01"))
        widget.store.change(replace(widget.store.state, span=span), "Zoom", "zoom")
        assert heard == []
    qtbot.waitUntil(lambda: bool(heard))
    count = in_window("2003-01-01", "2008-12-31")
    assert heard == [f"2003–2008 in sight, {count} events."]
    qtbot.wait(80)
    assert len(heard) == 1


def test_nothing_is_told_at_the_start_nor_where_nothing_changed(
    widget: TimelineWidget, heard: list[str], qtbot: QtBot
) -> None:
    widget.grab()
    qtbot.wait(80)
    state = widget.store.state
    widget.store.change(replace(state, moment="2003-05-09"), "Move")
    widget.store.change(replace(state, moment=state.moment), "Move back")
    qtbot.wait(80)
    assert heard == []


def test_without_a_listener_nothing_is_made_for_one(widget: TimelineWidget, qtbot: QtBot) -> None:
    QAccessible.setActive(False)
    widget.store.change(replace(widget.store.state, moment="2003-05-09"), "Move")
    qtbot.wait(20)
    assert "announcer" not in widget.__dict__


def test_moment_and_filter_are_told(widget: TimelineWidget, heard: list[str], qtbot: QtBot) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Period)
    qtbot.waitUntil(lambda: bool(heard))
    widget.store.change(replace(widget.store.state, filter=Filter(text="a")), "Filter")
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[0].startswith("The map shows ")
    assert heard[0].endswith("2003.")
    assert heard[1] == "3 of 60 events."


def test_scrolled_lanes_are_named(widget: TimelineWidget, heard: list[str], qtbot: QtBot) -> None:
    widget.resize(1000, 130)
    QTest.keyClick(widget, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: bool(heard))
    lanes = [lane.title for lane in widget.marks().lanes]
    assert heard == [f"Lanes in sight: {lanes[0]} to {lanes[-1]}."]


def test_an_opened_container_is_told_and_a_closed_one(heard: list[str], qtbot: QtBot) -> None:
    columns = replace(family_of(VISIT), kind=np.zeros(COUNT, np.uint8))
    state = ViewState(span=Span(FIRST - 50, FIRST + 200), bands=())
    widget = TimelineWidget(Store(lambda _: everything(columns), state), MadeSource(columns))
    qtbot.addWidget(widget)
    for count in (1, 2):
        widget.navigator.toggle(0)
        qtbot.waitUntil(lambda: len(heard) == count)  # noqa: B023 - waited for at once
    title = MadeSource(columns).titles(np.array([0], np.int32))[0]
    assert heard == [f"{title} is open: 3 inside.", f"{title} is closed."]


def test_what_is_told_is_raised_as_an_announcement(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[QAccessibleAnnouncementEvent] = []

    class Heard:
        @staticmethod
        def updateAccessibility(  # noqa: N802 - Qt's name
            event: QAccessibleAnnouncementEvent,
        ) -> None:
            raised.append(event)

    monkeypatch.setattr(announcer, "QAccessible", Heard)
    around = QWidget()
    qtbot.addWidget(around)
    inside = QWidget(around)
    announce(inside, "1999–2008 in sight")
    around.show()
    announce(inside, "again")
    told = [(event.message(), event.object()) for event in raised]
    assert told == [("1999–2008 in sight", around), ("again", inside)]
    # An older Qt has no announcements.
    monkeypatch.delattr(QtGui, "QAccessibleAnnouncementEvent")
    announce(inside, "in another way")
    assert inside.accessibleDescription() == "in another way"
