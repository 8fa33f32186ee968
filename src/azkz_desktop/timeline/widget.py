"""The timeline on the screen: it draws what the store holds and asks the store for changes."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from azkz_desktop.timeline.bands import Band
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.gestures import pinched, wheel_turn
from azkz_desktop.timeline.hits import NOTHING, Hit, hit
from azkz_desktop.timeline.keys import step_for_key
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.navigator import Navigator
from azkz_desktop.timeline.painter import TimelinePainter
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import TimelineSource
from azkz_desktop.timeline.sprites import Screen
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import LIGHT, Theme

if TYPE_CHECKING:
    from azkz_desktop.timeline.drags import Drag, RunOn
    from azkz_desktop.timeline.lanenav import LaneNavigator
    from azkz_desktop.view.eras import EraGroup

CLICK = 4
"""Pixels that the pointer may wander and still click."""
CURSORS = {
    "event": Qt.CursorShape.PointingHandCursor,
    "badge": Qt.CursorShape.PointingHandCursor,
    "moment": Qt.CursorShape.SizeHorCursor,
    "lane-name": Qt.CursorShape.PointingHandCursor,
    "legend": Qt.CursorShape.WhatsThisCursor,
    "more-above": Qt.CursorShape.PointingHandCursor,
    "more-below": Qt.CursorShape.PointingHandCursor,
    "era": Qt.CursorShape.PointingHandCursor,
    "band-name": Qt.CursorShape.PointingHandCursor,
}


MORE = {"more-above": -1, "more-below": 1}
"""Which way the lanes scroll where the words about further lanes are clicked."""


class TimelineWidget(QWidget):
    """Lanes of events over time.

    Everything shown follows from `store`; the widget itself remembers only what the pointer is
    on. `bands` are the figures that the view may name, `eras` gives the groups of eras that it
    may name.
    """

    figures_asked = Signal()
    """The name of a band was clicked: other figures are wanted."""

    def __init__(
        self,
        store: Store,
        source: TimelineSource,
        theme: Theme = LIGHT,
        bands: Mapping[str, Band] | None = None,
        parent: QWidget | None = None,
        eras: "Callable[[], Mapping[str, EraGroup]] | None" = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.source = source
        self.fonts = Fonts()
        self.layout_engine = Layout(source, self.fonts.measure, self.fonts.sizes(), bands, eras)
        self.navigator: Navigator = Navigator(store, self.layout_engine, self.width)
        self._theme = theme
        self._screen: Screen | None = None
        self._marks: Marks | None = None
        self._hovered: int | None = None
        self._press: QPointF | None = None
        self._pressed: Hit = NOTHING
        self._drag: Drag | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(self.tr("Timeline"))
        self.destroyed.connect(store.subscribe(self._changed))

    @cached_property
    def lanes(self) -> "LaneNavigator":
        """What moves and scrolls the lanes."""
        from azkz_desktop.timeline.lanenav import LaneNavigator  # nobody asks at the start

        return LaneNavigator(self.navigator, self.height)

    @cached_property
    def run_on(self) -> "RunOn":
        """What lets a pan run on."""
        from azkz_desktop.timeline.drags import RunOn  # no hand is there at the start

        return RunOn(self)

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
            canvas = Canvas(self.width(), self.height(), self._hovered, interactive=True)
            store = self.store
            self._marks = self.layout_engine.marks(store.state, store.selection, canvas)
        return self._marks

    def scale(self) -> Scale:
        """Days to pixels as shown now."""
        return self.navigator.scale()

    def chosen(self) -> int | None:
        """The row of the chosen event, None where none is."""
        return self.navigator.chosen()

    def chosen_x(self) -> float | None:
        """The pixel of the chosen event's mark, None where it is out of sight."""
        rings = [ring.x for ring in self.marks().rings if ring.role == "chosen"]
        return rings[0] if rings else None

    def current_lane(self) -> str | None:
        """The lane that a key or a menu means: of the chosen event, else under the pointer."""
        lane = self.lanes.lane_of_chosen()
        found = self._at(QPointF(self.mapFromGlobal(self.cursor().pos())))
        if lane is None and found.lane is not None:
            return self.marks().lanes[found.lane].id
        return lane

    def toggle_chosen(self) -> None:
        """Open or close what belongs to the chosen event."""
        row = self.chosen()
        if row is not None:
            self.navigator.toggle(row)

    def shift_lane(self, step: int) -> None:
        """Move the current lane down by *step* places (up where negative)."""
        lane = self.current_lane()
        if lane is not None:
            self.lanes.shift(lane, step)

    def _changed(self, change: Change) -> None:
        if change.old.focus != change.new.focus:
            from azkz_desktop.timeline.tooltip import spoken

            row = self.layout_engine.row_of(change.new.focus)
            inside = self.layout_engine.containers.inside(change.selection)
            held = inside.held_in(row) if inside and row is not None else 0
            words = "" if row is None else spoken(self.source, row, held)
            self.setAccessibleDescription(words)
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
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out anew."""
        self._refresh()
        super().resizeEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show where the keyboard is."""
        self.update()
        super().focusInEvent(event)

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a drag, or a click; what ran on stops."""
        self.run_on.stop()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._press = event.position()
        self._pressed = self._at(event.position())
        from azkz_desktop.timeline.drags import drag_at_once

        self._drag = drag_at_once(self, self._pressed, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag what is held; else light up what is under the pointer."""
        if self._press is None:
            self._hover(event.position())
            return
        away = event.position() - self._press
        if self._drag is None and max(abs(away.x()), abs(away.y())) > CLICK:
            from azkz_desktop.timeline.drags import drag_of

            self._drag = drag_of(self, self._pressed, self._press)
            self.setCursor(self._drag.cursor)
        if self._drag is not None:
            self._drag.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End a drag, which may run on, or do what a click does."""
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            return
        if self._drag is not None:
            self._drag.release()
        else:
            self._clicked(self._at(event.position()))
        self._press, self._drag = None, None
        self._hover(event.position())

    def _clicked(self, found: Hit) -> None:
        if found.what == "event":
            self.navigator.choose(found.row)
        elif found.what == "badge" and found.row is not None:
            self.navigator.toggle(found.row)
        elif found.era is not None:
            self.navigator.choose_thing(found.era.focus)
        elif found.what == "lane-name" and found.lane is not None:
            self.navigator.fold(self.marks().lanes[found.lane].id)
        elif found.what in MORE:
            self.lanes.scroll(MORE[found.what] * self.height() / 2)
        elif found.what == "band-name":
            self.figures_asked.emit()
        elif found.what == "legend":
            self._show_tooltip(QPoint(4, 4), self.mapToGlobal(QPoint(4, 24)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom to an event's span, or in around the pointer."""
        found = self._at(event.position())
        if found.what == "event" and found.row is not None:
            self.navigator.zoom_to_row(found.row)
        elif found.what not in ("badge", "lane-name", "scroll", *MORE):
            self.navigator.zoom(2.0, event.position().x())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom around the pointer; sideways: pan; with Shift or over the names: scroll."""
        self.run_on.stop()
        x = event.position().x()
        turn = wheel_turn(event, over_names=x < self.scale().left)
        if turn.scroll:
            self.lanes.scroll(turn.scroll)
        elif turn.pan:
            self.navigator.pan(turn.pan)
        elif turn.zoom != 1:
            self.navigator.zoom(turn.zoom, x)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Everything that the mouse does, by keyboard."""
        step = step_for_key(event)
        if step is None:
            super().keyPressEvent(event)
        else:
            self.run_on.stop()
            step(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """What can be done with the lane, the eras or the figure under the pointer."""
        from azkz_desktop.timeline.besidemenu import show_beside_menu  # nobody asks at the start
        from azkz_desktop.timeline.lanemenu import show_lane_menu

        found = self._at(QPointF(event.pos()))
        if show_beside_menu(self, self.marks(), found, event.globalPos()):
            return
        if found.row is not None:
            self.navigator.choose(found.row)
        lane = None if found.lane is None else self.marks().lanes[found.lane]
        show_lane_menu(self, self.navigator, self.lanes, lane, event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Pinch on a trackpad or a touch screen, and the tooltip."""
        pinch = pinched(event, self)
        if pinch is not None:
            self.navigator.zoom(*pinch)
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
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
        self.setCursor(CURSORS.get(found.what, Qt.CursorShape.ArrowCursor))
        self._set_hovered(found.row)

    def _set_hovered(self, row: int | None) -> None:
        if row != self._hovered:
            self._hovered = row
            self._refresh()

    def tooltip_at(self, position: QPointF) -> str:
        """What is said about the thing at a point, as simple HTML; empty for nothing."""
        found = self._at(position)
        if found.what == "legend":
            from azkz_desktop.timeline.legend import (  # nobody asks at the start
                legend_html,
                more_samples,
            )

            more = more_samples(self.store.state)
            return legend_html(self._theme, self.fonts, self.devicePixelRatioF(), more)
        from azkz_desktop.timeline.tooltip import tooltip

        return tooltip(found, self.source, self.marks(), self.scale(), position.x())

    def _show_tooltip(self, position: QPoint, at: QPoint) -> None:
        text = self.tooltip_at(QPointF(position))
        if text:
            QToolTip.showText(at, text, self)
        else:
            QToolTip.hideText()
