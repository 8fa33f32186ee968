"""The overview strip: the whole period below the timeline, with a brush over what is in sight."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
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

from azkz_desktop.painting.letters import is_about_letters
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.index import LaneIndex
from azkz_desktop.timeline.layout import Layout
from azkz_desktop.timeline.marks import Rect
from azkz_desktop.timeline.moments import day_at
from azkz_desktop.timeline.overviewmarks import (
    OverviewMarks,
    dragged,
    overview_marks,
    part_at,
    period_words,
    zoomed_about,
)
from azkz_desktop.timeline.scale import Scale, fit
from azkz_desktop.view.state import Span
from azkz_desktop.view.store import Change, FirstClick, Store, weakly
from azkz_desktop.view.tokens import LIGHT, Theme

if TYPE_CHECKING:
    from azkz_desktop.timeline.asked import AskedMark

CURSORS = {
    "start": Qt.CursorShape.SizeHorCursor,
    "end": Qt.CursorShape.SizeHorCursor,
    "middle": Qt.CursorShape.OpenHandCursor,
    "moment": Qt.CursorShape.SizeHorCursor,
    "outside": Qt.CursorShape.CrossCursor,
}
STEP = 0.1
"""The share of what is in sight by which an arrow key moves on."""


class OverviewStrip(QWidget):
    """A histogram of all events that pass the filter, and a brush to say what is in sight.

    It shares the *engine* of the timeline above it, so that both have the same column of names.
    """

    def __init__(
        self,
        store: Store,
        engine: Layout,
        fonts: Fonts,
        theme: Theme = LIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self._engine = engine
        self._fonts = fonts
        self._theme = theme
        self._index: LaneIndex | None = None
        self._marks: OverviewMarks | None = None
        self._press: tuple[str, float, Span] | None = None
        self._hold = 0
        self._before = store.history
        self._first_click = FirstClick(store)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Overview of the whole period"))
        self.setAccessibleDescription(self.help_text())
        self.destroyed.connect(store.subscribe(weakly(self._changed)))

    def help_text(self) -> str:
        """What can be done here, in one paragraph."""
        return self.tr(
            "Drag to choose what the timeline shows, double-click for the whole period. "
            "The wheel zooms around the pointer, sideways it moves in time; "
            "the line of the moment can be dragged. "
            "With Ctrl held, dragging filters by that period."
        )

    def tip_text(self) -> str:
        """The same, and which period the filter asks for."""
        asked = self.marks().asked
        if asked is None:
            return self.help_text()
        from azkz_desktop.timeline.tooltip import asked_words  # no hand is there at the start

        return f"{asked_words(asked)} {self.help_text()}"

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One strip high."""
        return QSize(860, round(26 * self._engine.sizes.factor))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """As high as letters are now; the timeline above has seen to the fonts."""
        super().changeEvent(event)
        if is_about_letters(event):
            self._marks = None
            self.updateGeometry()
            self.update()

    def scale(self) -> Scale:
        """The whole period over the width of the strip."""
        engine, store = self._engine, self.store
        above = engine.scale(store.state, store.selection, self.width())
        period = fit(engine.period.start, engine.period.end, engine.limits, 0.01)
        return Scale.of(period, above.width, above.left)

    def marks(self) -> OverviewMarks:
        """What is shown now."""
        if self._marks is None:
            if self._index is None:
                self._index = LaneIndex(self._engine.source.columns, self.store.selection.rows)
            scale = self.scale()
            ground = Rect(scale.left, 2, scale.width, self.height() - 6)
            span = self._engine.span(self.store.state)
            moment, asked = self.store.state.moment, self._asked(scale)
            self._marks = overview_marks(self._index, scale, span, ground, moment, asked)
        return self._marks

    def _asked(self, scale: Scale) -> "AskedMark | None":
        wanted = self.store.state.filter
        if not (wanted.start or wanted.end):
            return None
        from azkz_desktop.timeline.asked import asked_mark  # most views ask for no period

        return asked_mark(wanted, scale)

    def _changed(self, change: Change) -> None:
        if change.filter_changed:
            self._index = None
        self._marks = None
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, histogram, brush, the moment and the name."""
        del event
        theme, marks = self._theme, self.marks()
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.panel))
            painter.fillRect(_rect(marks.ground), QColor(theme.paper))
            for bar in marks.bars:
                painter.fillRect(_rect(bar), QColor(theme.band))
            self._paint_brush(painter, marks)
            if marks.asked:
                from azkz_desktop.timeline.askedpainter import paint_ground  # with such a filter

                paint_ground(painter, marks.asked, marks.ground, theme)
            if marks.moment is not None:
                self._paint_moment(painter, int(marks.moment), marks.ground)
            painter.setFont(self._fonts.font("note"))
            painter.setPen(QColor(theme.secondary))
            top = (self.height() - self._fonts.height("note")) / 2
            painter.drawText(QPointF(8, top + self._fonts.ascent("note")), self.tr("Overview"))

    def _paint_moment(self, painter: QPainter, x: int, ground: Rect) -> None:
        """Its line, with the handle that the line has on the axis of the timeline."""
        ink = QColor(self._theme.ink)
        painter.fillRect(QRectF(x, ground.y, 1, ground.height), ink)
        reach = 4 * self._engine.sizes.factor
        corners = ((-reach, 0.0), (reach, 0.0), (0.0, reach))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPolygon([QPointF(x + 0.5 + dx, ground.y + dy) for dx, dy in corners])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_brush(self, painter: QPainter, marks: OverviewMarks) -> None:
        """What is out of sight lies under a veil; the brush has an edge, a bold one in focus."""
        theme, ground, brush = self._theme, marks.ground, marks.brush
        veil = QColor(theme.panel)
        veil.setAlpha(150)
        painter.fillRect(QRectF(ground.x, ground.y, brush.x - ground.x, ground.height), veil)
        rest = ground.right - brush.right
        painter.fillRect(QRectF(brush.right, ground.y, rest, ground.height), veil)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), 2 if self.hasFocus() else 1))
        painter.drawRect(_rect(brush).adjusted(0.5, 0.5, -0.5, -0.5))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out anew."""
        self._marks = None
        super().resizeEvent(event)

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of brush or moment, or begin a new brush; with Ctrl, a period to filter by."""
        self._first_click.forget()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        filtering = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        part = "filter" if filtering else part_at(self.marks(), x)
        self._hold = self.store.hold()
        self._before = self.store.history
        self._press = part, self.scale().day(x), self._engine.span(self.store.state)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag what is held."""
        x = event.position().x()
        if self._press is None:
            self.setCursor(CURSORS[part_at(self.marks(), x)])
            return
        part, pressed, span = self._press
        now = self.scale().day(x)
        if abs(now - pressed) * self.scale().per_day < 3:
            return
        if part == "moment":
            self._move_moment(x)
            return
        new = dragged(span, part, pressed, now, self._engine.limits.shortest)
        if part == "filter":
            self._filter(new)
        else:
            self._show(new)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go; a click beside the brush brings that day into the middle."""
        if self._press is None or event.button() != Qt.MouseButton.LeftButton:
            return
        part, pressed, span = self._press
        self._press = None
        day = self.scale().day(event.position().x())
        if part == "outside" and abs(day - pressed) * self.scale().per_day < 3:
            half = span.days / 2
            self._show(Span(day - half, day + half))
            self._first_click.done(self._before)
        self.store.let_go(self._hold)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show the whole period; what the first of the two clicks did is part of that step."""
        if event.button() != Qt.MouseButton.LeftButton:  # Qt tells of any that is pressed twice
            self.mousePressEvent(event)
            return
        self._press = None
        self.store.change(replace(self.store.state, span=None), self.tr("Show the whole period"))
        self._first_click.gather()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom around the date under the pointer; sideways or with Shift: move in time."""
        from azkz_desktop.timeline.gestures import wheel_turn  # no hand is there at the start

        turn, engine = wheel_turn(event, over_names=False), self._engine
        shown = engine.scale(self.store.state, self.store.selection, self.width())
        if turn.pan or turn.scroll:
            self._show(shown.panned(turn.pan or turn.scroll, engine.limits).span)
        elif turn.zoom != 1:
            scale = self.scale()
            day = scale.day(min(max(event.position().x(), scale.left), scale.right))
            self._show(zoomed_about(shown.span, turn.zoom, day, engine.limits))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move the brush, plus and minus widen it, 0 shows everything; Escape lets go."""
        key, span = event.key(), self._engine.span(self.store.state)
        if key == Qt.Key.Key_Escape and self._press is not None:
            self._put_back()
            return
        by = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}.get(Qt.Key(key))
        if by is not None:
            self._show(Span(span.start + by * span.days, span.end + by * span.days))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._zoom(1 / 1.5 if key == Qt.Key.Key_Minus else 1.5)
        elif key == Qt.Key.Key_0:
            state = replace(self.store.state, span=None)
            self.store.change(state, self.tr("Show the whole period"))
        else:
            super().keyPressEvent(event)
            return
        first, last = period_words(self._engine.span(self.store.state))
        told = self.tr("In sight: %s to %s.") % (first, last)
        self.setAccessibleDescription(f"{told} {self.help_text()}")

    def _put_back(self) -> None:
        """What a drag has changed is as it was before; the button does nothing more."""
        self._press = None
        self.store.put_back(self._before)
        self.store.let_go(self._hold)  # the release that follows does nothing

    def event(self, event: QEvent) -> bool:
        """The tooltip says what can be done."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_text(), self)
            return True
        return super().event(event)

    def _zoom(self, factor: float) -> None:
        span = self._engine.span(self.store.state)
        middle, half = (span.start + span.end) / 2, span.days / factor / 2
        self._show(Span(middle - half, middle + half))

    def _show(self, span: Span) -> None:
        held = self._engine.limits.hold(span)
        state = replace(self.store.state, span=held)
        self.store.change(state, self.tr("Choose what is in sight"), "brush")

    def _move_moment(self, x: float) -> None:
        state = replace(self.store.state, moment=day_at(x, self.scale()).isoformat())
        self.store.change(state, self.tr("Move the moment"), "moment")

    def _filter(self, span: Span) -> None:
        start, end = period_words(self._engine.limits.hold(span))
        state = self.store.state
        wanted = replace(state.filter, start=start, end=end)
        self.store.change(
            replace(state, filter=wanted, span=None), self.tr("Filter by period"), "brush period"
        )


def _rect(rect: Rect) -> QRectF:
    return QRectF(rect.x, rect.y, rect.width, rect.height)
