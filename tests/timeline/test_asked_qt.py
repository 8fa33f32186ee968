"""The period of a filter is seen on the axis and in the overview, and told there."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from azkz_desktop.query.filter import Filter
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import LIGHT
from tests.timeline.made import MadeSource, day, everything, some_events
from tests.timeline.test_overview_qt import TimelineView

SPAN = Span(day("1991-01-01"), day("2024-01-01"))


@pytest.fixture
def view(qtbot: QtBot) -> TimelineView:
    columns = some_events(200)
    state = ViewState(filter=Filter(start="2004", end="2005"), span=SPAN, moment="1995-01-01")
    shown = TimelineView(Store(lambda _: everything(columns), state), MadeSource(columns))
    qtbot.addWidget(shown)
    shown.resize(900, 400)
    shown.show()
    return shown


def accents(image: QImage, y: float, first: float, last: float) -> list[bool]:
    """Whether the pixels of a line have the colour of what is asked for."""
    wanted = QColor(LIGHT.accent)
    return [image.pixelColor(x, int(y)) == wanted for x in range(int(first), int(last))]


def test_the_axis_has_a_bracket_over_it_and_the_overview_a_line_below(view: TimelineView) -> None:
    asked, axis = view.timeline.marks().asked, view.timeline.marks().axis
    assert asked is not None
    image = view.timeline.grab().toImage()
    y = axis.bottom - 2
    assert all(accents(image, y, asked.x0, asked.x1))
    assert not any(accents(image, y, axis.x, asked.x0))
    assert not any(accents(image, y, asked.x1, axis.right))
    below = accents(image, y + 3, asked.x0, asked.x1)
    assert below[0]
    assert below[-1]
    assert not any(below[2:-2])
    strip = view.overview.marks()
    assert strip.asked is not None
    image = view.overview.grab().toImage()
    line = accents(image, strip.ground.bottom + 1, 0, image.width())
    assert line.index(True) == int(strip.asked.x0)
    assert sum(line) == int(strip.asked.x1) - int(strip.asked.x0)


def test_the_overview_says_what_it_is_while_there_is_one(view: TimelineView) -> None:
    words = "The filter asks for 2004–2005. Press 0 to see just that."
    assert view.overview.tip_text() == f"{words} {view.overview.help_text()}"
    store = view.overview.store
    store.change(replace(store.state, filter=Filter()), "Clear")
    assert view.overview.tip_text() == view.overview.help_text()
    assert view.timeline.marks().asked is None
