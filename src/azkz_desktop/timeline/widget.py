"""The timeline on the screen: it draws what the store holds and asks the store for changes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from azkz_desktop.timeline.bands import Band
from azkz_desktop.timeline.extents import extents
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.hits import NOTHING, Hit, hit
from azkz_desktop.timeline.keys import step_for_key
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.painter import TimelinePainter
from azkz_desktop.timeline.scale import Scale, fit
from azkz_desktop.timeline.source import TimelineSource
from azkz_desktop.timeline.sprites import Screen
from azkz_desktop.timeline.tooltip import tooltip
from azkz_desktop.view.state import Focus, Span
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import LIGHT, Theme

WHEEL_STEP = 1.25
"""One notch of a wheel makes a day so many times as wide."""
CLICK = 4
"""Pixels that the pointer may wander and still click."""


class TimelineWidget(QWidget):
    """Lanes of events over time.

    Everything shown follows from `store`; the widget itself remembers only how far the lanes
    are scrolled and what the pointer is on.
    """

    def __init__(
        self,
        store: Store,
        source: TimelineSource,
        theme: Theme = LIGHT,
        bands: Mapping[str, Band] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.source = source
        self.fonts = Fonts()
        self.layout_engine = Layout(source, self.fonts.measure, self.fonts.sizes(), bands)
        self._theme = theme
        self._screen: Screen | None = None
        self._marks: Marks | None = None
        self._scroll = 0.0
        self._hovered: int | None = None
        self._press: QPointF | None = None
        self._drag: str = ""
        self._grabbed: Scale | None = None
        self._gestures = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Timeline"))
        self._unsubscribe = store.subscribe(self._changed)
        self.destroyed.connect(self._unsubscribe)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the opening view is made for."""
        return QSize(860, 330)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Small, but a lane still shows."""
        return QSize(320, 120)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of *theme* from now on."""
        self._theme = theme
        self._screen = None
        self.update()

    def marks(self) -> Marks:
        """What is shown now."""
        if self._marks is None:
            self._scroll = min(self._scroll, self._most_scroll())
            canvas = Canvas(self.width(), self.height(), self._scroll, self._hovered)
            store = self.store
            self._marks = self.layout_engine.marks(store.state, store.selection, canvas)
        return self._marks

    def scale(self) -> Scale:
        """Days to pixels as shown now."""
        return self.layout_engine.scale(self.store.state, self.store.selection, self.width())

    def _most_scroll(self) -> float:
        engine, store = self.layout_engine, self.store
        content = engine.content_height(store.state, store.selection, self.height())
        return max(content - engine.lanes_height(store.state, self.height()), 0.0)

    def _changed(self, change: Change) -> None:
        del change
        self._refresh()

    def _refresh(self) -> None:
        self._marks = None
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the marks, and a frame where the keyboard is."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A picture of the window may have more pixels than its screen: what counts is the device.
        ratio = painter.deviceTransform().m11()
        if self._screen is None or self._screen.ratio != ratio:
            self._screen = Screen(self._theme, self.fonts, ratio)
        TimelinePainter(self._theme, self.fonts, self._screen).paint(painter, self.marks())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out anew."""
        self._refresh()
        super().resizeEvent(event)

    # Moving about

    def show_span(self, span: Span, name: str, gesture: str | None = None) -> None:
        """Show the days of *span* from now on."""
        held = self.layout_engine.limits.hold(span)
        self.store.change(replace(self.store.state, span=held), name, gesture)

    def zoom(self, factor: float, x: float | None = None) -> None:
        """A day *factor* times as wide, the date under pixel *x* (the middle) staying there."""
        scale = self.scale()
        at = scale.left + scale.width / 2 if x is None else min(max(x, scale.left), scale.right)
        zoomed = scale.zoomed(factor, at, self.layout_engine.limits)
        self.show_span(zoomed.span, self.tr("Zoom"), "zoom")

    def pan(self, pixels: float) -> None:
        """Later by *pixels*, earlier where negative."""
        panned = self.scale().panned(pixels, self.layout_engine.limits)
        self.show_span(panned.span, self.tr("Move in time"), "pan")

    def show_all(self) -> None:
        """Show the whole period again."""
        self.store.change(replace(self.store.state, span=None), self.tr("Show the whole period"))

    def zoom_to_row(self, row: int) -> None:
        """Show the span of one event, with some room about it."""
        columns = self.source.columns
        period = self.layout_engine.period
        first = max(float(columns.start_earliest[row]), period.start)
        last = min(float(columns.end_latest[row]) + 1, period.end)
        room = max((last - first) * 0.6, 30.0)
        span = fit(first - room, last + room, self.layout_engine.limits)
        self.show_span(span, self.tr("Zoom to the event"))

    def scroll_lanes(self, pixels: float) -> None:
        """Show lanes further down (up where negative)."""
        self._scroll = min(max(self._scroll + pixels, 0.0), self._most_scroll())
        self._refresh()

    # Choosing

    def choose(self, row: int | None) -> None:
        """Make an event the one that all views show, or none."""
        focus = None
        if row is not None:
            focus = Focus("event", self.source.ids(np.array([row], np.int32))[0])
        name = self.tr("Choose an event") if focus else self.tr("Choose nothing")
        self.store.change(replace(self.store.state, focus=focus), name)

    def chosen(self) -> int | None:
        """The row of the chosen event, None where none is."""
        focus = self.store.state.focus
        return self.source.row_of(focus.id) if focus and focus.type == "event" else None

    def chosen_x(self) -> float | None:
        """The pixel of the chosen event's mark, None where it is out of sight."""
        rings = [ring.x for ring in self.marks().rings if not ring.hover]
        return rings[0] if rings else None

    def bring_into_sight(self, row: int) -> None:
        """Pan so that the mark of *row* shows, if it does not."""
        scale, columns = self.scale(), self.source.columns
        anchor = float(extents(columns, np.array([row], np.int32)).anchor[0])
        if not scale.start <= anchor <= scale.end:
            self.pan(scale.x(anchor) - scale.left - scale.width / 2)

    def move_moment(self, x: float) -> None:
        """Let the map show the day at pixel *x*."""
        scale = self.scale()
        day = int(scale.day(min(max(x, scale.left), scale.right)))
        moment = date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()
        state = replace(self.store.state, moment=moment)
        self.store.change(state, self.tr("Move the moment"), "moment")

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a drag, or a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._press = event.position()
        self._grabbed = self.scale()
        found = self._at(event.position())
        self._drag = "moment" if found.what == "moment" else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag what is held; else light up what is under the pointer."""
        if self._press is None:
            self._hover(event.position())
            return
        away = event.position() - self._press
        if not self._drag and max(abs(away.x()), abs(away.y())) > CLICK:
            self._drag = "pan"
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._drag == "moment":
            self.move_moment(event.position().x())
        elif self._drag == "pan":
            self._pan_by_hand(away)

    def _pan_by_hand(self, away: QPointF) -> None:
        grabbed = self._grabbed or self.scale()
        panned = grabbed.panned(-away.x(), self.layout_engine.limits)
        self.show_span(panned.span, self.tr("Move in time"), "pan")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End a drag, or choose what was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            return
        if not self._drag:
            self._clicked(self._at(event.position()))
        self._press, self._drag, self._grabbed = None, "", None
        self._hover(event.position())

    def _clicked(self, found: Hit) -> None:
        if found.what == "event":
            self.choose(found.row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom to an event's span, or in around the pointer."""
        found = self._at(event.position())
        if found.what == "event" and found.row is not None:
            self.zoom_to_row(found.row)
        else:
            self.zoom(2.0, event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom around the pointer; sideways or with Shift: pan; with Alt: scroll the lanes."""
        turn = event.angleDelta()
        modifiers = event.modifiers()
        if abs(turn.x()) > abs(turn.y()) or modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.pan(-(turn.x() or turn.y()) * 0.6)
        elif event.position().x() < self.scale().left:
            self.scroll_lanes(-turn.y() * 0.4)
        else:
            self.zoom(WHEEL_STEP ** (turn.y() / 120), event.position().x())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Everything that the mouse does, by keyboard."""
        step = step_for_key(event)
        if step is None:
            super().keyPressEvent(event)
        else:
            step(self)

    def event(self, event: QEvent) -> bool:
        """Pinch on a trackpad, and the tooltip."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position().x())
                return True
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tooltip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is under the pointer any more."""
        self._set_hovered(None)
        super().leaveEvent(event)

    def _at(self, position: QPointF) -> Hit:
        return hit(self.marks(), position.x(), position.y()) if self.isVisible() else NOTHING

    def _hover(self, position: QPointF) -> None:
        found = self._at(position)
        shapes = {
            "event": Qt.CursorShape.PointingHandCursor,
            "moment": Qt.CursorShape.SizeHorCursor,
        }
        self.setCursor(shapes.get(found.what, Qt.CursorShape.ArrowCursor))
        self._set_hovered(found.row)

    def _set_hovered(self, row: int | None) -> None:
        if row != self._hovered:
            self._hovered = row
            self._refresh()

    def _show_tooltip(self, position: QPoint, at: QPoint) -> None:
        found = self._at(QPointF(position))
        text = tooltip(found, self.source, self.marks(), self.scale(), position.x())
        if text:
            QToolTip.showText(at, text, self)
        else:
            QToolTip.hideText()
