"""The map on the screen: it draws what the store holds and asks the store for changes."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
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

from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.cache import SceneCache, StillCache
from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.furniture import MORE, folded, legend_height, reserved, settled
from azkz_desktop.map.hit import Hit, hit
from azkz_desktop.map.keys import step_for_key
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.legend_tip import legend_html
from azkz_desktop.map.marks import Furniture, Ref, Scene, row_array
from azkz_desktop.map.overlay import Overlay
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.picture import bundled_basemap
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.source import MapSource
from azkz_desktop.map.wording import Wording, as_html
from azkz_desktop.view.state import Focus, MapWindow
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import LIGHT, Theme

WHEEL_STEP = 1.25
"""One notch of a wheel makes the map so many times as large."""
USUAL_LEGEND = 64.0
"""Pixels that the legend of the opening view needs: a guess that saves laying out twice."""
CLICK = 4
"""Pixels that the pointer may wander and still click."""


class MapWidget(QWidget):
    """The Caspian and its neighbours as of the moment.

    Everything shown follows from `store`; the widget itself remembers only pictures and what
    the pointer is on.
    """

    def __init__(
        self,
        store: Store,
        source: MapSource,
        theme: Theme = LIGHT,
        parent: QWidget | None = None,
        basemap: Basemap | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.source = source
        self.fonts = Fonts()
        self.layout_engine = Layout(source, basemap or bundled_basemap(), self.fonts)
        self.wording = Wording(self.layout_engine.things)
        self._theme = theme
        self._painting: MapPainter | None = None
        self._cache = SceneCache(self._make_scene)
        self._still = StillCache()
        self._low = USUAL_LEGEND
        self._fitted: object = None
        self._pointer: QPointF | None = None
        self._hovered: Ref | None = None
        self._press: QPointF | None = None
        self._grabbed: Camera | None = None
        self._dragging = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Map"))
        self._unsubscribe = store.subscribe(self._changed)
        self.destroyed.connect(self._unsubscribe)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the opening view is made for."""
        return QSize(860, 440)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Small, but the sea still shows."""
        return QSize(320, 180)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of *theme* from now on."""
        self._theme = theme
        self._painting = None
        self._cache.clear()
        self._still.clear()
        self.update()

    # What is shown

    def camera(self) -> Camera:
        """What takes the picture of the plot, the part above the legend."""
        height = max(self.height() - self._low, 1.0)
        return camera_of(self.store.state.map, self.width(), height)

    def scene(self) -> Scene:
        """What is fixed to the ground, in pixels of its own, larger picture."""
        return self._cache.scene(self.camera(), self._key())

    def furniture(self) -> Furniture:
        """What is fixed to the frame."""
        size = (float(self.width()), float(self.height()))
        return self.layout_engine.furniture(
            self.store.state, self.camera(), size, self.scene(), fold=True
        )

    def _make_scene(self, camera: Camera) -> Scene:
        plot = Box(0, 0, camera.width, camera.height)
        kept = reserved(plot) if camera.width == self.width() else []
        return self.layout_engine.scene(self.store.state, self.store.selection, camera, kept)

    def _key(self) -> object:
        """What, besides the camera, a scene depends on."""
        state = self.store.state
        return (state.filter, state.layers, state.moment, state.focus, self.width(), self.height())

    def _fit_legend(self) -> None:
        """Give the legend the height that its entries need; it shrinks only for a new view."""
        view = self._key(), self.store.state.map.width_km
        self._low = settled(self._needed, self._low, held=view == self._fitted)
        self._fitted = view

    def _needed(self, low: float) -> float:
        """How high a legend the map over one of *low* pixels needs."""
        if low != self._low:
            self._low = low
            self._cache.clear()
        size = (float(self.width()), float(self.height()))
        shown = folded(self.scene().legend, self.fonts, size)
        return legend_height(shown, self.fonts, self.width())

    def _changed(self, change: Change) -> None:
        del change
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Copy the picture of the ground, paint what lies over it."""
        del event
        self._fit_legend()
        ratio = self.devicePixelRatioF()
        if self._painting is None:
            self._painting = MapPainter(self._theme, self.fonts, ratio)
        painter = QPainter(self)
        # The widget is opaque: no pixel may be left as it was, whatever the parts leave free.
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        camera = self.camera()
        painter.save()
        painter.setClipRect(QRectF(0, 0, camera.width, camera.height))
        self._cache.paint(painter, camera, self._key(), self._painting, ratio)
        overlay = Overlay(self._painting, self.scene(), self._cache.offset(camera))
        overlay.paint(painter, self.layout_engine.row_of(self.store.state.focus), self._hovered)
        painter.restore()
        furniture = self.furniture()
        self._painting.moving(painter, furniture)
        self._still.paint(painter, furniture, self._painting, ratio)
        overlay.pointer_degrees(painter, furniture, self._pointer_degrees())
        if self.hasFocus():
            overlay.focus_frame(painter, furniture)
        painter.end()

    def _pointer_degrees(self) -> tuple[float, float] | None:
        """Longitude and latitude under the pointer."""
        if self._pointer is None or self._pointer.y() > self.camera().height:
            return None
        return self.camera().lonlat(self._pointer.x(), self._pointer.y())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out anew."""
        self._cache.clear()
        super().resizeEvent(event)

    # Moving about

    def show_window(self, window: MapWindow, name: str, gesture: str | None = None) -> None:
        """Show *window* from now on."""
        self.store.change(replace(self.store.state, map=window), name, gesture)

    def pan(self, dx: float, dy: float) -> None:
        """Move the map by so many pixels to the right and down."""
        self.show_window(self.camera().panned(dx, dy).window, self.tr("Move the map"), "map-pan")

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Make the map *factor* times as large, the point under *at* (the middle) staying."""
        camera = self.camera()
        x, y = (at.x(), at.y()) if at is not None else (camera.width / 2, camera.height / 2)
        zoomed = camera.zoomed(factor, x, y)
        self.show_window(zoomed.window, self.tr("Zoom the map"), "map-zoom")

    def show_caspian(self) -> None:
        """Show the whole sea."""
        self.show_window(MapWindow(), self.tr("Fit to the Caspian"))

    # Choosing

    def choose(self, focus: Focus | None) -> None:
        """Make *focus* what all views show, or nothing."""
        name = self.tr("Choose on the map") if focus else self.tr("Choose nothing")
        self.store.change(replace(self.store.state, focus=focus), name)

    def at(self, position: QPointF) -> Hit:
        """What lies under a point of the widget."""
        camera = self.camera()
        if position.y() > camera.height:
            return Hit()
        dx, dy = self._cache.offset(camera)
        return hit(self.scene(), position.x() - dx, position.y() - dy)

    def _clicked(self, position: QPointF) -> None:
        found = self.at(position)
        if found.bubble is not None:
            self._open(found, position)
        elif found.rows:
            self.choose(Focus("event", self.source.ids(row_array(found.rows))[0]))
        elif found.refs and found.refs[0].type != "junction":
            self.choose(Focus(found.refs[0].type, found.refs[0].id))

    def _open(self, found: Hit, position: QPointF) -> None:
        """Several places: come nearer, that they part; one place: choose it."""
        places = found.bubble.places if found.bubble is not None else ()
        if len(places) == 1:
            self.choose(Focus("place", places[0]))
        else:
            self.zoom(2.2, position)

    # Events

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a drag, or a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press, self._grabbed, self._dragging = event.position(), self.camera(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag the map; else light up what is under the pointer."""
        self._pointer = event.position()
        if self._press is None or self._grabbed is None:
            self._hover(event.position())
            return
        away = event.position() - self._press
        if not self._dragging and max(abs(away.x()), abs(away.y())) > CLICK:
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            moved = self._grabbed.panned(away.x(), away.y())
            self.show_window(moved.window, self.tr("Move the map"), "map-pan")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End a drag, or choose what was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._press is None:
            return
        if not self._dragging:
            self._clicked(event.position())
        self._press, self._grabbed, self._dragging = None, None, False
        self._hover(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Come nearer around the pointer."""
        self.zoom(2.0, event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom around the pointer."""
        turn = event.angleDelta().y() or event.angleDelta().x()
        self.zoom(WHEEL_STEP ** (turn / 120), event.position())
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
                self.zoom(1 + event.value(), event.position())
                return True
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tooltip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is under the pointer any more."""
        self._pointer, self._hovered = None, None
        self.update()
        super().leaveEvent(event)

    def _hover(self, position: QPointF) -> None:
        found = self.at(position)
        shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self._hovered = found.refs[0] if found.refs and not found.rows else None
        self.update()

    def _show_tooltip(self, position: QPoint, at: QPoint) -> None:
        text = as_html(self.wording.lines(self.at(QPointF(position)), self.store.state))
        text = text or self._legend_told(position)
        if text:
            QToolTip.showText(at, text, self)
        else:
            QToolTip.hideText()

    def _legend_told(self, position: QPoint) -> str:
        """The whole legend for the tooltip, where the strip under the pointer is folded."""
        furniture = self.furniture()
        is_folded = any(placed.entry.symbol == MORE for placed in furniture.legend)
        if not is_folded or self._painting is None or position.y() < furniture.legend_box.top:
            return ""
        return legend_html(self.scene().legend, furniture, self._painting, self.devicePixelRatioF())
