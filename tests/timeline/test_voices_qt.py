"""Hands on lanes by document: what a mark says there, and that a click leaves it where it is."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.following import followed
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.painter import TimelinePainter
from azkz_desktop.timeline.sprites import Screen
from azkz_desktop.timeline.widget import TimelineWidget
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import DARK, LIGHT, Theme
from tests.timeline.made import everything, instant
from tests.timeline.test_disputes import TellingSource
from tests.timeline.test_voices import FIRST, A, B, C, day, file_of, stands

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
FAR = 900


def contested() -> TellingSource:
    """Two documents agree on the preferred day; the third one tells of another, years later."""
    return file_of([instant(FIRST + 100)], {0: (day(100, A), day(100, B), day(FAR, C))})


def shown(qtbot: QtBot, first: float, last: float, lanes: str = "source") -> TimelineWidget:
    source = contested()
    selection = everything(source.columns)
    store = Store(
        lambda _: selection,
        ViewState(span=Span(FIRST + first, FIRST + last), lanes=lanes, bands=()),
        follow=lambda old, new, rows: followed(old, new, rows, source),
    )
    widget = TimelineWidget(store, source)
    qtbot.addWidget(widget)
    widget.resize(1000, 400)
    widget.show()
    return widget


def mark_in(widget: TimelineWidget, document: str) -> QPointF:
    """Where the event's mark is in a lane."""
    (lane,) = (one for one in widget.marks().lanes if one.id == document)
    return QPointF(stands(widget.marks(), document)[0], lane.line)


def test_a_mark_says_first_what_its_lanes_document_says(qtbot: QtBot) -> None:
    widget = shown(qtbot, 0, 1000)
    title, own, preferred, disagree, *others = widget.tooltip_at(mark_in(widget, C)).split("<br>")
    assert "told at length" in title
    assert own == "<b>c2003: 19 February 2002</b>"
    assert preferred == "Preferred: 1999-12-12"
    assert "disagree" in disagree
    assert others == ["a2001: 12 December 1999", "b2002: 12 December 1999"]
    _, own, preferred, _, *others = widget.tooltip_at(mark_in(widget, B)).split("<br>")
    assert (own, preferred) == ("<b>b2002: 12 December 1999</b>", "1999-12-12")
    assert others == ["a2001: 12 December 1999", "c2003: 19 February 2002"]


def test_so_does_the_name_of_the_event_and_the_date_of_another_one_after_that(
    qtbot: QtBot,
) -> None:
    widget = shown(qtbot, 0, 1000)
    label = next(one for one in widget.marks().labels if one.lane == 2)
    said = widget.tooltip_at(QPointF(label.x + 5, label.y + 5))
    assert said.split("<br>")[1] == "<b>c2003: 19 February 2002</b>"
    (dispute,) = (one for one in widget.marks().disputes if one.y == mark_in(widget, C).y())
    (date,) = dispute.dates
    _, *lines = widget.tooltip_at(QPointF(date.x, dispute.y)).split("<br>")
    assert lines[:2] == ["<b>a2001: 12 December 1999</b>", "<b>b2002: 12 December 1999</b>"]
    assert lines[2] == "c2003: 19 February 2002"


def test_in_other_lanes_no_document_comes_first(qtbot: QtBot) -> None:
    widget = shown(qtbot, 0, 1000, "kind")
    at = QPointF(widget.marks().spots.x[0], widget.marks().spots.y[0])
    assert widget.tooltip_at(at).split("<br>")[1] == "1999-12-12"


def test_a_click_on_a_mark_leaves_it_where_it_is(qtbot: QtBot) -> None:
    widget = shown(qtbot, FAR - 50, FAR + 50)
    before = widget.store.state.span
    at = mark_in(widget, C)
    QTest.mouseClick(widget, LEFT, PLAIN, QPoint(round(at.x()), round(at.y())))
    assert widget.chosen() == 0
    assert widget.store.state.span == before
    # What no lane shows comes into sight, at the preferred date.
    widget = shown(qtbot, 400, 500)
    widget.navigator.choose(0)
    assert widget.store.state.span != Span(FIRST + 400, FIRST + 500)
    widget = shown(qtbot, FAR - 50, FAR + 50, "kind")
    widget.navigator.choose(0)
    assert widget.store.state.span != before


@pytest.mark.parametrize("lanes", ["source", "kind"])
def test_to_zoom_to_it_shows_all_its_dates(qtbot: QtBot, lanes: str) -> None:
    widget = shown(qtbot, FAR - 50, FAR + 50, lanes)
    widget.navigator.zoom_to_row(0)
    assert widget.scale().start < FIRST + 100 < FIRST + FAR < widget.scale().end
    (dispute, *_) = widget.marks().disputes
    assert dispute.link is not None
    assert widget.scale().left < dispute.link[0] < dispute.link[1] < widget.scale().right


@pytest.mark.parametrize("screen", [True, False])
@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_mark_is_full_where_its_document_has_it_and_a_ring_where_others_do(
    qtbot: QtBot, theme: Theme, screen: bool
) -> None:
    del qtbot
    source, fonts = contested(), Fonts()
    engine = Layout(source, fonts.measure, fonts.sizes())
    view = ViewState(span=Span(FIRST, FIRST + 1000), lanes="source", bands=())
    marks = engine.marks(view, everything(source.columns), Canvas(900, 300))
    image = QImage(900, 300, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    TimelinePainter(theme, fonts, Screen(theme, fonts, 1) if screen else None).paint(painter, marks)
    painter.end()
    for document in (A, B, C):
        (line,) = (one.line for one in marks.lanes if one.id == document)
        (dispute,) = (one for one in marks.disputes if one.y == line)
        (date,) = dispute.dates
        full = QColor(image.pixel(int(dispute.x), int(line))).name()
        ring = QColor(image.pixel(int(date.x), int(line))).name()
        assert full not in (theme.panel.lower(), theme.disagreement.lower())
        assert ring == theme.panel.lower()
        assert (dispute.x > date.x) == (document == C)
