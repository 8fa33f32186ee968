"""The chart on the screen, by pyqtgraph; imported late, for the import alone takes long."""

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QGraphicsGridLayout, QGraphicsItem, QToolTip, QWidget

from azkz_desktop.figures.catalogue import RANKING
from azkz_desktop.figures.marks import Chart
from azkz_desktop.figures.marksitem import MarksItem
from azkz_desktop.figures.momentline import MomentLine
from azkz_desktop.figures.momentpaint import HEAD
from azkz_desktop.figures.painter import ChartPainter, chart_font
from azkz_desktop.figures.pixels import mark_at
from azkz_desktop.figures.scales import NameAxis, NumberAxis, TimeAxis
from azkz_desktop.figures.sheet import broken_names, ranges
from azkz_desktop.figures.tooltip import tooltip
from azkz_desktop.painting.letters import Letters, LetterSize
from azkz_desktop.view.tokens import Theme

EMPTY = Chart("", "", "time", "", 1.0)


class ChartPlot(pg.GraphicsView):  # type: ignore[misc]
    """A chart to look at and to move about in.

    Put together from a view and two axes: pyqtgraph's own PlotWidget brings menus and a panel
    of settings with it, which take five times as long to make.
    """

    moved = Signal(float, float)
    """The days in sight after a hand has moved them."""
    pointed = Signal(object)
    """The place of the mark under the pointer, or None."""
    picked = Signal(int)
    held = Signal(bool)
    """A hand has taken hold of the chart, or of the line of the moment; or let it go."""
    moment_moved = Signal(int)
    """The day to which it drags it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._letters = LetterSize()  # pyqtgraph's view changes while it is made
        super().__init__(parent, background=theme.paper)
        self.chart = EMPTY
        self.painter = ChartPainter(EMPTY, theme)
        self._press: QPointF | None = None
        self.setAntialiasing(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view = pg.ViewBox(enableMenu=False)
        self._axes: tuple[pg.AxisItem, ...] = ()
        self._grid = QGraphicsGridLayout()
        self._grid.setContentsMargins(0, 4, 18, 0)
        self._grid.setSpacing(0)
        self._grid.addItem(self.view, 0, 1)
        whole = pg.GraphicsWidget()
        whole.setLayout(self._grid)
        self.setCentralItem(whole)
        self.marks = MarksItem(self.painter, self.view)
        # A line that moves over them copies their picture; it is painted only when they change.
        self.marks.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.moment = MomentLine(whole, self.view, theme)
        self._holding_moment = False
        self.view.sigRangeChangedManually.connect(self._moved_by_hand)
        self.view.sigResized.connect(self._resized)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the axes anew where letters have another size; the days in sight stay."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            days = self.days()
            self._set_axes(ranking=self.chart.form == RANKING)
            self._fit(*days)
            self.marks.update()

    def show_chart(self, chart: Chart) -> None:
        """Draw *chart* from now on, all of it in sight."""
        self.chart = self.painter.chart = chart
        self.painter.lit, self.painter.holding = None, frozenset()
        self.setAccessibleName(chart.title)
        self._set_axes(ranking=chart.form == RANKING)
        self.show_all()
        self.marks.update()

    def _set_axes(self, *, ranking: bool) -> None:
        self._grid.setContentsMargins(0, 4 if ranking else HEAD * Letters.factor, 18, 0)
        bottom = NumberAxis("bottom") if ranking else TimeAxis("bottom")
        left = NameAxis("left") if ranking else NumberAxis("left")
        theme, font = self.painter.theme, chart_font(scale=Letters.factor)
        for axis in (bottom, left):
            axis.setPen(QColor(theme.hairline))
            axis.setTextPen(QColor(theme.secondary))
            axis.setStyle(tickFont=font, tickLength=-4, hideOverlappingLabels=False)
        if isinstance(left, NameAxis):
            left.setTextPen(QColor(theme.ink))
            left.setStyle(tickLength=0)
            left.show_names(broken_names(self.chart, Letters.factor))
        self._replace_axes(left, bottom)
        self.marks.ruler = next(one for one in (bottom, left) if isinstance(one, NumberAxis))
        self.view.invertY(ranking)
        self.view.setMouseEnabled(x=not ranking, y=False)

    def _replace_axes(self, left: pg.AxisItem, bottom: pg.AxisItem) -> None:
        for old in self._axes:
            old.unlinkFromView()
            self._grid.removeItem(old)
            self.scene().removeItem(old)
        self._axes = left, bottom
        for axis, row, column in ((left, 0, 0), (bottom, 1, 1)):
            axis.linkToView(self.view)
            self._grid.addItem(axis, row, column)

    def show_moment(self, day: int, holding: frozenset[int]) -> None:
        """Put the line to *day* (ordinal), and outline the marks that hold then."""
        self.moment.show_day(None if self.chart.form == RANKING else day)
        if holding != self.painter.holding:
            self.painter.holding = holding
            self.marks.update()

    def show_all(self) -> None:
        """Bring the whole chart into sight."""
        self._fit(self.chart.left, self.chart.right)

    def _fit(self, first: float, last: float) -> None:
        width, height = float(self.view.width()), float(self.view.height())
        across, up = ranges(self.chart, width, height, (first, last), Letters.factor)
        self.view.setRange(xRange=across, yRange=up, padding=0)

    def _resized(self, *_: object) -> None:
        """Words keep their size, so the bars of a ranking change theirs."""
        if self.chart.form == RANKING:
            self.show_all()

    def show_days(self, first: float, last: float) -> None:
        """Bring the days from *first* to *last* into sight."""
        if self.chart.form != RANKING:
            self.view.setXRange(first, last, padding=0)

    def days(self) -> tuple[float, float]:
        """The days in sight."""
        (first, last), _ = self.view.viewRange()
        return float(first), float(last)

    def light(self, mark: int | None) -> None:
        """Put a frame around one mark."""
        if mark != self.painter.lit:
            self.painter.lit = mark
            self.marks.update()

    def zoom(self, factor: float) -> None:
        """A day *factor* times as wide, around the middle."""
        first, last = self.days()
        middle, half = (first + last) / 2, (last - first) / 2 / factor
        self._go(middle - half, middle + half)

    def pan(self, part: float) -> None:
        """Later by a part of what is in sight, earlier where negative."""
        first, last = self.days()
        step = (last - first) * part
        self._go(first + step, last + step)

    def _go(self, first: float, last: float) -> None:
        if self.chart.form != RANKING:
            self.show_days(first, last)
            self.moved.emit(first, last)

    def _moved_by_hand(self, *_: object) -> None:
        if self.chart.form != RANKING:
            self.moved.emit(*self.days())

    def mark_under(self, position: QPointF) -> int | None:
        """The mark at a pixel of the widget."""
        at = self.marks.mapFromScene(self.mapToScene(position.toPoint()))
        return mark_at(self.chart, self.marks.axes(), at.x(), at.y())

    def _at(self, position: QPointF) -> QPointF:
        """A pixel of the widget as the line of the moment counts them."""
        return QPointF(self.moment.mapFromScene(self.mapToScene(position.toPoint())))

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember where a click or a drag begins; the line of the moment is taken hold of."""
        left = event.button() == Qt.MouseButton.LeftButton
        if left:
            self.held.emit(True)
        if left and self.moment.holds(self._at(event.position())):
            self._holding_moment = True
            return
        self._press = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click, not a drag, picks the mark under it; the line of the moment is let go."""
        moment, self._holding_moment = self._holding_moment, False
        if not moment:
            super().mouseReleaseEvent(event)
        self.held.emit(False)
        if moment:
            return
        press, self._press = self._press, None
        if press is None or (event.position() - press).manhattanLength() > 4:
            return
        mark = self.mark_under(event.position())
        if mark is not None:
            self.picked.emit(mark)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Light up what the pointer is on, or drag the line of the moment."""
        at = self._at(event.position())
        if self._holding_moment:
            self.moment_moved.emit(self.moment.day_at(at.x()))
            return
        super().mouseMoveEvent(event)
        shapes = Qt.CursorShape
        held = self.moment.holds(at)
        self.viewport().setCursor(shapes.SizeHorCursor if held else shapes.ArrowCursor)
        if self._press is None:
            self.pointed.emit(self.mark_under(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The whole chart again; Qt tells so of any button that is pressed twice."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._show_all_by_hand()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows move, plus and minus zoom, Home shows all."""
        steps = {
            Qt.Key.Key_Left: lambda: self.pan(-0.2),
            Qt.Key.Key_Right: lambda: self.pan(0.2),
            Qt.Key.Key_Plus: lambda: self.zoom(1.5),
            Qt.Key.Key_Equal: lambda: self.zoom(1.5),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / 1.5),
            Qt.Key.Key_Home: self._show_all_by_hand,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            event.ignore()
        else:
            step()

    def _show_all_by_hand(self) -> None:
        self.show_all()
        if self.chart.form != RANKING:
            self.moved.emit(*self.days())

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The tooltip: each number with its claim."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.mark_under(QPointF(event.pos()))
            if mark is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), tooltip(self.chart, mark), self)
            return True
        return bool(super().viewportEvent(event))
