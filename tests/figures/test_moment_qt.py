"""The figures follow the moment: a line, outlines, and a line of words; a hand drags it."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azkz_desktop.figures.at_moment import in_short
from azkz_desktop.figures.panel import FiguresPanel
from azkz_desktop.figures.pixels import Axes
from azkz_desktop.figures.plot import ChartPlot
from azkz_desktop.view.library import Library
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import LIGHT
from tests.shown import PutUp

LEFT = Qt.MouseButton.LeftButton
AS_A_HAND = 20
"""Milliseconds between moves: pyqtgraph leaves out those that come within 10."""


def near(plot: ChartPlot, x: int) -> bool:
    return bool(abs(at_line(plot).x() - x) <= 1)


def has_shape(plot: ChartPlot, shape: Qt.CursorShape) -> bool:
    return bool(plot.viewport().cursor().shape() == shape)


def send_move(plot: ChartPlot, at: QPoint) -> None:
    """Move the pointer there, wherever the one of the machine is."""
    drag_to(plot, at, Qt.MouseButton.NoButton)


def drag_to(plot: ChartPlot, at: QPoint, held: Qt.MouseButton = LEFT) -> None:
    """Move the pointer there with a button held."""
    on_screen = plot.viewport().mapToGlobal(at)
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, QPointF(at), QPointF(on_screen), Qt.MouseButton.NoButton,
        held, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(plot.viewport(), event)


@pytest.fixture
def panel(qtbot: QtBot, put_up: PutUp, store: Store, library: Library) -> FiguresPanel:
    made = FiguresPanel(store, library, LIGHT)
    put_up(made, 1000, 700)
    qtbot.waitUntil(lambda: made.plot is not None)
    show(store, "trade-by-direction", "2012-07-01")
    qtbot.wait(50)
    return made


def show(store: Store, figure: str, moment: str) -> None:
    store.change(replace(store.state, figure=figure, focus=None, moment=moment), "show")


def plot_of(panel: FiguresPanel) -> ChartPlot:
    assert panel.plot is not None
    return panel.plot


def at_line(plot: ChartPlot, below: float = 60) -> QPoint:
    """A pixel of the plot on the line."""
    x = plot.moment.x()
    assert x is not None
    at = QPointF(x, plot.moment.frame().top() + below)
    return QPoint(plot.mapFromScene(plot.moment.mapToScene(at)))


def test_another_moment_is_another_picture(panel: FiguresPanel, store: Store) -> None:
    pictures = []
    for moment in ("1996-01-01", "2012-07-01", "2014-07-01"):
        show(store, "trade-by-direction", moment)
        pictures.append(panel.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_the_line_stands_in_the_middle_of_its_day(panel: FiguresPanel, store: Store) -> None:
    plot = plot_of(panel)
    x = plot.moment.x()
    assert x is not None
    axes, day = plot.marks.axes(), date(2012, 7, 1).toordinal()
    left = plot.moment.mapFromItem(plot.marks, QPointF(axes.x(day + 0.5), 0)).x()
    assert x == pytest.approx(left)
    assert plot.moment.day_at(x) == day
    show(store, "trade-by-direction", "1950-01-01")
    assert plot.moment.x() is None


def test_words_and_outlines_are_of_the_moment(panel: FiguresPanel, store: Store) -> None:
    plot, reading = plot_of(panel), panel.page.reading
    assert in_short(plot.chart, reading.said)[0] == "393.4"
    assert "393,430,000 USD" in reading.accessibleName()
    assert "393,430,000 USD" in reading.toolTip()
    held = {mark for one in reading.said for mark in one.marks}
    assert held == plot.painter.holding != set()
    for place in held:
        mark = plot.chart.marks[place]
        assert mark.x0 < date(2012, 7, 1).toordinal() + 183
        assert mark.x1 > date(2012, 7, 1).toordinal() - 183
    show(store, "trade-by-direction", "1996-01-01")
    assert "no number" in reading.accessibleName()
    assert plot.painter.holding == frozenset()


def test_playing_paints_no_mark_anew_and_lays_nothing_out(
    panel: FiguresPanel, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    plot, painted = plot_of(panel), []
    usual = plot.painter.paint

    def paint(painter: QPainter, axes: Axes) -> None:
        painted.append(1)
        usual(painter, axes)

    qtbot.wait(50)
    monkeypatch.setattr(plot.painter, "paint", paint)
    room = plot.geometry(), panel.page.reading.geometry()
    xs = []
    for day in range(1, 29):
        show(store, "trade-by-direction", f"2012-09-{day:02}")
        qtbot.wait(2)
        xs.append(plot.moment.x())
    assert xs == sorted(set(xs))  # type: ignore[type-var]
    assert painted == []
    show(store, "trade-by-direction", "2013-02-01")
    qtbot.waitUntil(lambda: len(painted) == 1)
    assert (plot.geometry(), panel.page.reading.geometry()) == room


def test_the_line_is_dragged_and_that_is_one_step(
    panel: FiguresPanel, store: Store, qtbot: QtBot
) -> None:
    plot, before = plot_of(panel), store.state
    days, begin = plot.days(), at_line(plot)
    qtbot.mousePress(plot.viewport(), LEFT, pos=begin)
    for by in (20, 40, 80):
        qtbot.mouseMove(plot.viewport(), begin + QPoint(by, 0))
        qtbot.waitUntil(partial(near, plot, begin.x() + by))
    qtbot.mouseRelease(plot.viewport(), LEFT, pos=begin + QPoint(80, 0))
    assert store.state.moment > "2013"
    assert plot.days() == days
    assert store.state.focus == before.focus
    qtbot.mouseMove(plot.viewport(), begin)
    store.undo()
    assert store.state == before


def test_each_drag_of_the_chart_is_a_step_of_its_own(
    panel: FiguresPanel, store: Store, qtbot: QtBot
) -> None:
    plot = plot_of(panel)
    store.change(replace(store.state, figure_linked=True), "together")
    spans = []
    for by in (40, -70):
        spans.append(store.state.span)
        begin = at_line(plot) + QPoint(60, 0)
        qtbot.mousePress(plot.viewport(), LEFT, pos=begin)
        for part in (1, 2, 3):
            qtbot.wait(AS_A_HAND)
            drag_to(plot, begin + QPoint(by * part // 3, 0))
        qtbot.mouseRelease(plot.viewport(), LEFT, pos=begin + QPoint(by, 0))
        assert store.state.span != spans[-1]
    while spans:
        store.undo()
        assert store.state.span == spans.pop()


def test_the_hand_says_that_the_line_can_be_dragged(panel: FiguresPanel, qtbot: QtBot) -> None:
    plot = plot_of(panel)
    for below, by, shape in (
        (60, 0, Qt.CursorShape.SizeHorCursor),
        (60, 12, Qt.CursorShape.ArrowCursor),
        (-4, 5, Qt.CursorShape.SizeHorCursor),
    ):
        for at in (QPoint(3, 3), at_line(plot, below) + QPoint(by, 0)):
            send_move(plot, at)
        qtbot.waitUntil(partial(has_shape, plot, shape))


def test_a_ranking_has_no_line_and_outlines_what_holds(
    panel: FiguresPanel, store: Store, qtbot: QtBot
) -> None:
    plot, reading = plot_of(panel), panel.page.reading
    show(store, "stakes-kashagan", "2009-01-01")
    assert plot.moment.x() is None
    assert len(plot.painter.holding) == len(plot.chart.marks)
    show(store, "stakes-kashagan", "1999-01-01")
    assert plot.painter.holding == frozenset()
    assert "no number" in reading.accessibleName()


def test_grid_and_numbers_are_painted_from_the_first(panel: FiguresPanel, store: Store) -> None:
    plot = plot_of(panel)
    show(store, "stakes-kashagan", "2009-01-01")
    panel.grab()
    first = plot.grab().toImage()
    plot.marks.update()
    assert plot.grab().toImage() == first
