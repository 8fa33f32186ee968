"""A hand on the chart: what moves, what lights up, what is told; and marks that say how far."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from azkz_desktop.figures.catalogue import RANKING
from azkz_desktop.figures.marks import SPAN, Chart, Mark
from azkz_desktop.figures.pixels import box_of
from azkz_desktop.figures.plot import ChartPlot
from azkz_desktop.view.tokens import LIGHT
from tests.figures.made import chart, number, series
from tests.shown import PutUp

YEARS = [number("2005", 2.0), number("2006", 5.0), number("2008", 3.0)]


@pytest.fixture
def plot(put_up: PutUp) -> Iterator[ChartPlot]:
    made = ChartPlot(LIGHT)
    made.show_chart(chart(series("trade", "USD", *YEARS)))
    yield put_up(made, 600, 300)
    QToolTip.hideText()


def moved(plot: ChartPlot) -> list[tuple[float, float]]:
    told: list[tuple[float, float]] = []
    plot.moved.connect(lambda first, last: told.append((first, last)))
    return told


def spot(plot: ChartPlot, place: int) -> QPoint:
    """A pixel of the widget on a mark."""
    mark, axes = plot.chart.marks[place], plot.marks.axes()
    at = QPointF(axes.x((mark.x0 + mark.x1) / 2), axes.y(mark.y1) + 4)
    return QPoint(plot.mapFromScene(plot.marks.mapToScene(at)))


@pytest.mark.parametrize(
    ("key", "part", "wider"),
    [
        (Qt.Key.Key_Left, -0.2, 1.0),
        (Qt.Key.Key_Right, 0.2, 1.0),
        (Qt.Key.Key_Plus, 0.0, 1 / 1.5),
        (Qt.Key.Key_Equal, 0.0, 1 / 1.5),
        (Qt.Key.Key_Minus, 0.0, 1.5),
    ],
)
def test_keys_move_and_zoom_and_say_where_to(
    plot: ChartPlot, qtbot: QtBot, key: Qt.Key, part: float, wider: float
) -> None:
    told, (first, last) = moved(plot), plot.days()
    qtbot.keyClick(plot, key)
    start, end = plot.days()
    assert (end - start) / (last - first) == pytest.approx(wider)
    middle, before = (start + end) / 2, (first + last) / 2
    assert middle - before == pytest.approx(part * (last - first), abs=1e-6)
    assert told[-1] == pytest.approx((start, end))


def test_a_double_click_brings_all_back(plot: ChartPlot, qtbot: QtBot) -> None:
    whole = plot.days()
    plot.show_days(whole[0], whole[0] + 30)
    told = moved(plot)
    qtbot.mouseDClick(plot.viewport(), Qt.MouseButton.RightButton, pos=QPoint(300, 100))
    assert not told
    qtbot.mouseDClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 100))
    assert plot.days() == pytest.approx(whole)
    assert told[-1] == pytest.approx(whole)


def test_the_pointer_says_what_it_is_on(plot: ChartPlot, qtbot: QtBot) -> None:
    told: list[int | None] = []
    plot.pointed.connect(told.append)
    qtbot.mouseMove(plot.viewport(), spot(plot, 1))
    qtbot.waitUntil(lambda: told[-1:] == [1])
    qtbot.mouseMove(plot.viewport(), QPoint(3, 3))
    qtbot.waitUntil(lambda: told[-1:] == [None])


@pytest.mark.qt_log_ignore("not accepted by receiving widget")  # it stands alone here
def test_a_drag_picks_nothing(plot: ChartPlot, qtbot: QtBot) -> None:
    picked: list[int] = []
    plot.picked.connect(picked.append)
    at = spot(plot, 1)
    qtbot.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(30, 0))
    assert picked == []
    qtbot.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=spot(plot, 1))
    assert picked == [1]


@pytest.mark.qt_log_ignore(r"does not support raise")  # the platform without a screen
def test_the_tooltip_tells_the_claim_behind_a_mark(plot: ChartPlot, qtbot: QtBot) -> None:
    def ask(at: QPoint) -> None:
        event = QHelpEvent(QEvent.Type.ToolTip, at, plot.viewport().mapToGlobal(at))
        QApplication.sendEvent(plot.viewport(), event)

    ask(spot(plot, 1))
    assert "Huseynov 2017" in QToolTip.text()
    assert "2006" in QToolTip.text()
    ask(QPoint(3, 3))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def inked(plot: ChartPlot, made: Chart) -> QImage:
    plot.show_chart(made)
    image: QImage = plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return image


def pixel(plot: ChartPlot, x: float, y: float) -> QPoint:
    """Where a day and a number stand in the widget."""
    axes = plot.marks.axes()
    return QPoint(plot.mapFromScene(plot.marks.mapToScene(QPointF(axes.x(x), axes.y(y)))))


def spans(edtf: str, qualifier: str = "actual") -> tuple[Chart, Mark]:
    made = chart(series("trade", "USD", number(edtf, 4.0, qualifier), number("2010", 2.0)))
    return made, next(mark for mark in made.marks if mark.form == SPAN)


def test_what_ends_has_a_stop_and_at_least_an_arrow_upwards(plot: ChartPlot) -> None:
    paper = QColor(LIGHT.paper)
    made, span = spans("2005/2008")
    plain = inked(plot, made)
    end = pixel(plot, span.x1, span.y1) - QPoint(1, 0)
    middle = pixel(plot, (span.x0 + span.x1) / 2, span.y1)
    assert plain.pixelColor(end - QPoint(0, 3)) != paper
    assert plain.pixelColor(end - QPoint(5, 3)) == paper
    assert plain.pixelColor(middle - QPoint(0, 8)) == paper
    at_least, _ = spans("2005/2008", "min")
    assert inked(plot, at_least).pixelColor(middle - QPoint(0, 8)) != paper


def test_what_goes_on_has_the_head_of_an_arrow(plot: ChartPlot) -> None:
    made, span = spans("2005/..")
    assert span.open_end
    image = inked(plot, made)
    end = pixel(plot, span.x1, span.y1) - QPoint(1, 0)
    paper = QColor(LIGHT.paper)
    assert image.pixelColor(end - QPoint(0, 4)) == paper
    assert image.pixelColor(end - QPoint(4, 4)) != paper


def test_in_a_ranking_the_arrow_of_at_least_points_on(plot: ChartPlot) -> None:
    def beyond(qualifier: str) -> QColor:
        """A pixel behind the end of the longer bar, before its number."""
        both = (
            series(name, "km", number("2005", value, qualifier, of=name), name=name)
            for name, value in (("a", 5.0), ("b", 3.0))
        )
        made = chart(*both, form=RANKING)
        image = inked(plot, made)
        box = box_of(made.marks[0], plot.marks.axes(), RANKING)
        at = plot.marks.mapToScene(QPointF(box.right + 5, (box.top + box.bottom) / 2))
        return image.pixelColor(plot.mapFromScene(at))

    assert beyond("actual") == QColor(LIGHT.paper)
    assert beyond("min") != QColor(LIGHT.paper)
