"""The timeline on the screen: it draws what the store holds and asks the store for changes."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
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

from azkz_desktop.painting.letters import Letters, is_about_letters
from azkz_desktop.timeline.bands import Band
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.navigator import Navigator
from azkz_desktop.timeline.painter import TimelinePainter
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import TimelineSource
from azkz_desktop.timeline.sprites import Screen
from azkz_desktop.view.store import Change, Store, weakly
from azkz_desktop.view.tokens import LIGHT, Theme

if TYPE_CHECKING:
    from azkz_desktop.painting.pinch import Pinch
    from azkz_desktop.timeline.ahead import Ahead
    from azkz_desktop.timeline.announcer import Announcer
    from azkz_desktop.timeline.erawalk import EraWalk
    from azkz_desktop.timeline.hand import Hand
    from azkz_desktop.timeline.hits import Hit
    from azkz_desktop.timeline.lanenav import LaneNavigator
    from azkz_desktop.timeline.lanewalk import LaneWalk
    from azkz_desktop.view.eras import EraGroup

AT_REST = 300
"""Milliseconds after the first frame at which the next ones are thought of."""
PINCHES = (QEvent.Type.NativeGesture, QEvent.Type.Gesture)


class TimelineWidget(QWidget):
    """Lanes of events over time.

    Everything shown follows from `store`; the widget itself remembers only in which lane one is.
    `bands` are the figures that the view may name, `eras` gives the groups of eras that it may
    name.
    """

    figures_asked = Signal()
    """The name of a band was clicked: other figures are wanted."""

    _pinch: "Pinch | None" = None
    """Of the class: events come also while Qt frees a widget, when nothing of its own is left."""

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
        self.fonts = Fonts(Letters.factor)
        self.layout_engine = Layout(source, self.fonts.measure, self.fonts.sizes(), bands, eras)
        self.navigator: Navigator = Navigator(store, self.layout_engine, self.width)
        self._theme = theme
        self._painter: TimelinePainter | None = None
        self._marks: Marks | None = None
        self._hand: Hand | None = None
        self._ahead: Ahead | None = None
        self._lane_walk: LaneWalk | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(self.tr("Timeline"))
        self.destroyed.connect(store.subscribe(weakly(self._changed)))
        self.destroyed.connect(store.pointed.subscribe(weakly(self._refresh)))

    @cached_property
    def lanes(self) -> "LaneNavigator":
        """What moves and scrolls the lanes."""
        from azkz_desktop.timeline.lanenav import LaneNavigator  # nobody asks at the start

        return LaneNavigator(self.navigator, self.height)

    @cached_property
    def era_walk(self) -> "EraWalk":
        """The way of the keyboard through the eras."""
        from azkz_desktop.timeline.erawalk import EraWalk  # most views have no eras

        return EraWalk(self.navigator, self.height)

    @property
    def lane_walk(self) -> "LaneWalk":
        """The lane in which one is, and the way from lane to lane."""
        if self._lane_walk is None:
            from azkz_desktop.timeline.lanewalk import LaneWalk  # nobody walks at the start

            self._lane_walk = LaneWalk(self.navigator, self.lanes)
        return self._lane_walk

    @cached_property
    def announcer(self) -> "Announcer":
        """What tells a screen reader of changes."""
        from azkz_desktop.timeline.announcer import Announcer  # only where one listens

        return Announcer(self)

    @property
    def hand(self) -> "Hand":
        """What the mouse does."""
        if self._hand is None:
            from azkz_desktop.timeline.hand import Hand  # no hand is there at the start

            self._hand = Hand(self)
        return self._hand

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the opening view is made for."""
        return QSize(860, 330)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Small, but a lane still shows."""
        return QSize(320, 120)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Write in another size where letters have one now."""
        super().changeEvent(event)
        if is_about_letters(event) and self.fonts.scale != Letters.factor:
            self.fonts.write_in(Letters.factor)
            self.layout_engine.write_in(self.fonts.measure, self.fonts.sizes())
            self._painter = None
            self._refresh()

    def marks(self) -> Marks:
        """What is shown now."""
        if self._marks is None:
            store = self.store
            canvas = Canvas(self.width(), self.height(), store.pointed.rows, interactive=True)
            self._marks = self.layout_engine.marks(store.state, store.selection, canvas)
        return self._marks

    def scale(self) -> Scale:
        """Days to pixels as shown now."""
        return self.navigator.scale()

    def chosen(self) -> int | None:
        """The row of the chosen event, None where none is."""
        return self.navigator.chosen()

    def show_row(self, row: int) -> None:
        """Choose an event, and pan and scroll so that it is seen."""
        self.navigator.show(row)
        lane = self.lane_walk.of_row(row)
        if lane is not None:
            self.lane_walk.enter(lane)
            self.lanes.bring_into_sight(lane)
            # In a box its line may lie below what is in sight of the lane.
            self.lanes.bring_line_into_sight(self.marks(), lane, row)

    def current_lane(self) -> str | None:
        """The lane that a key or a menu means: the one where one is, else under the pointer."""
        lane = self.lane_walk.current()
        found = self.hit_at(QPointF(self.mapFromGlobal(self.cursor().pos())))
        if lane is None and found.lane is not None:
            return self.marks().lanes[found.lane].id
        return lane

    def toggle_chosen(self) -> None:
        """Open or close what belongs to the chosen event."""
        row = self.chosen()
        if row is not None:
            self.navigator.toggle(row)

    def _changed(self, change: Change) -> None:
        self._refresh()
        if change.old.focus != change.new.focus:
            if change.new.eras:
                self.era_walk.focus_changed()
            self.describe()
        from PySide6.QtGui import QAccessible  # many enumerations, and nothing changes at the start

        if QAccessible.isActive():
            self.announcer.heard(change)

    def describe(self, *, lane_first: bool = False) -> None:
        """Tell a screen reader what is chosen, and in which lane one is."""
        from azkz_desktop.timeline.telling import description

        self.setAccessibleDescription(description(self, lane_first=lane_first))

    def _refresh(self) -> None:
        self._marks = None
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the marks, and a frame where the keyboard is and about a lane that is dragged."""
        del event
        marks = self.marks()
        # Left in any case: a painter that outlives its turn takes the application with it.
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            # A picture of the window may have more pixels than its screen: what counts is the
            # device.
            shown = self._painter_at(painter.deviceTransform().m11())
            shown.paint(painter, marks)
            if self._lane_walk is not None:  # nobody has gone anywhere in the first view
                self._paint_lane_here(painter, self._lane_walk.current())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            frames = [QRectF(self.rect()).adjusted(1, 1, -1, -1)] if self.hasFocus() else []
            if self._hand is not None:
                frames += self._hand.frames()
            painter.drawRects(frames)
        if self._ahead is not None:
            self._ahead.frame_shown(shown)

    def _paint_lane_here(self, painter: QPainter, lane: str | None) -> None:
        from azkz_desktop.timeline.herepainter import paint_lane_here  # there is none at the start

        paint_lane_here(painter, self.marks(), lane, self.lanes.space(), self._theme)

    def _painter_at(self, ratio: float) -> TimelinePainter:
        """What paints marks where a pixel of the picture has *ratio* pixels of the device."""
        if self._painter is None or self._painter.ratio != ratio:
            screen = Screen(self._theme, self.fonts, ratio)
            self._painter = TimelinePainter(self._theme, self.fonts, screen)
            QTimer.singleShot(AT_REST, self, self._look_ahead)
        return self._painter

    def _look_ahead(self) -> None:
        """Get ready what the next frames will need, from now on after each frame, at rest."""
        from azkz_desktop.timeline.ahead import Ahead  # the first frame needs nothing of it

        if self._ahead is None:
            self._ahead = Ahead(self.layout_engine, self)
        if self._painter is not None:
            self._ahead.frame_shown(self._painter)

    def get_ready(self) -> None:
        """Get ready now what is so at rest."""
        self._look_ahead()
        if self._ahead is not None:
            self._ahead.settle()

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
        """Begin a drag, or a click."""
        self.hand.press(event.button(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag what is held; else light up what is under the pointer."""
        self.hand.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End a drag, which may run on, or do what a click does."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.hand.release(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom to an event's span, or in around the pointer; other buttons press once more."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.hand.double_click(event.position())
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom around the pointer; sideways: pan; with Shift or over the names: scroll."""
        self.hand.turn(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Everything that the mouse does, by keyboard."""
        from azkz_desktop.timeline.keys import step_for_key  # no hand is there at the start

        step = step_for_key(event)
        if step is None:
            super().keyPressEvent(event)
        else:
            self.hand.run_on.stop()
            step(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """What can be done with the lane, the eras or the figure under the pointer."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.hand.ask_by_key()
        else:
            self.hand.ask(QPointF(event.pos()), event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Pinch on a trackpad or a touch screen, and the tooltip."""
        if event.type() in PINCHES and self._pinch is None:
            from azkz_desktop.painting.pinch import Pinch  # most hands have a mouse

            self._pinch = Pinch(self, self.store, self._pinched, self.hand.drop)
        if self._pinch is not None and self._pinch.takes(event):
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.show_tooltip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _pinched(self, factor: float, since: QPointF, at: QPointF) -> None:
        self.navigator.pinch(factor, since.x(), at.x())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is under the pointer any more."""
        self.store.pointed.point()
        super().leaveEvent(event)

    def hit_at(self, position: QPointF) -> "Hit":
        """What is at a point."""
        from azkz_desktop.timeline.hits import NOTHING, hit  # nobody points at the start

        found = hit(self.marks(), position.x(), position.y()) if self.isVisible() else NOTHING
        return found if self._hand is None else self._hand.meant(found, position)

    def tooltip_at(self, position: QPointF) -> str:
        """What is said about the thing at a point, as simple HTML; empty for nothing."""
        from azkz_desktop.timeline.telling import tooltip_in  # no hand is there at the start

        return tooltip_in(self, self._theme, position)

    def show_legend(self) -> None:
        """Explain the marks, below the words that lead to it."""
        self.show_tooltip(QPoint(4, 4), self.mapToGlobal(QPoint(4, 24)))

    def show_tooltip(self, position: QPoint, at: QPoint) -> None:
        """Say at *at* (of the screen) what is to be said about the thing at *position*."""
        text = self.tooltip_at(QPointF(position))
        if text:
            QToolTip.showText(at, text, self)
        else:
            QToolTip.hideText()
