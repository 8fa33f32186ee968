"""The map on the screen: it draws what the store holds and asks the store for changes."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.cache import StillCache
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.furniture import MORE
from azkz_desktop.map.hit import Hit, hit
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.marks import UNCHOSEN, Furniture, Ref, Scene, row_array
from azkz_desktop.map.moving import MovedMap
from azkz_desktop.map.overlay import Overlay
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.picture import bundled_basemap
from azkz_desktop.map.scope_switch import ScopeSwitch
from azkz_desktop.map.shown import Held, View
from azkz_desktop.map.source import MapSource
from azkz_desktop.map.stage import Stage
from azkz_desktop.map.wording import Wording, as_html
from azkz_desktop.view.state import Focus
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import LIGHT, Theme


class MapWidget(MovedMap):
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
        super().__init__(store, parent)
        self.source = source
        self.fonts = Fonts()
        self.layout_engine = Layout(source, basemap or bundled_basemap(), self.fonts)
        self.wording = Wording(self.layout_engine.things)
        self._theme = theme
        self._stage = Stage(self.layout_engine, MapPainter(theme, self.fonts, 1.0))
        self._still = StillCache()
        self._hovered: Ref | None = None
        self._steps = QTimer(self)
        self._steps.timeout.connect(self.step)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Map"))
        self.switch = ScopeSwitch(store, theme, self)
        self._unsubscribe = store.subscribe(self._changed)
        self.destroyed.connect(self._unsubscribe)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the switch in its corner."""
        self.switch.place(self.width())
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the opening view is made for."""
        return QSize(860, 440)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Small, but the sea still shows."""
        return QSize(320, 180)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of *theme* from now on."""
        self._theme = theme
        self.switch.set_theme(theme)
        self._paint_as(self._stage.ratio)
        self.update()

    def _paint_as(self, ratio: float) -> None:
        """Paint in the theme's colours with *ratio* device pixels a pixel, all of it anew."""
        self._stage.clear()
        self._still.clear()
        self._stage.ratio = ratio
        self._stage.painting = MapPainter(self._theme, self.fonts, ratio)

    # What is shown

    def view(self) -> View:
        """What the store asks to be shown, in the widget's pixels."""
        size = (float(self.width()), float(self.height()))
        return View(self.store.state, self.store.selection, *size)

    def camera(self) -> Camera:
        """What takes the picture of the plot, the part above the legend."""
        return self.view().camera(self._stage.low)

    def settle(self) -> Held:
        """Bring to its end what is being made: what is painted next is what the store asks."""
        return self._stage.settle(self.view())

    def scene(self) -> Scene:
        """What is fixed to the ground, in pixels of its own, maybe larger picture."""
        return self.settle().scene

    def furniture(self) -> Furniture:
        """What is fixed to the frame."""
        return self._furniture(self.scene())

    def _furniture(self, scene: Scene) -> Furniture:
        size = (float(self.width()), float(self.height()))
        return self.layout_engine.furniture(self.store.state, self.camera(), size, scene, fold=True)

    def _changed(self, change: Change) -> None:
        """Show it at the next paint; what another camera needs is made in steps."""
        del change
        if self.isVisible() and self._stage.begin(self.view()):
            self._steps.start()
        self.update()

    @property
    def is_making(self) -> bool:
        """Whether a picture is being made in steps."""
        return self._stage.is_making

    def step(self) -> None:
        """Work on it for some milliseconds: what the timer does again and again."""
        if not self._stage.step():
            # The map may have been moved on meanwhile.
            if not self._stage.begin(self.view()):
                self._steps.stop()
            self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Copy the picture of the ground, paint what lies over it."""
        del event
        ratio = self.devicePixelRatioF()
        if ratio != self._stage.ratio:
            self._paint_as(ratio)
        painter = QPainter(self)
        scene = self._paint_plot(painter)
        furniture, painting = self._furniture(scene), self._stage.painting
        painting.frame.moving(painter, furniture)
        self._still.paint(painter, furniture, painting, ratio)
        overlay = Overlay(painting, scene)
        overlay.pointer_degrees(painter, furniture, self._pointer_degrees())
        if self.hasFocus():
            overlay.focus_frame(painter, furniture)
        painter.end()

    def _paint_plot(self, painter: QPainter) -> Scene:
        """Paint all that is fixed to the ground; give back what the frame is to tell of."""
        view = self.view()
        held = self._stage.shown(view)
        camera = view.camera(held.low)
        # The widget is opaque: no pixel may be left as it was, below the plot neither.
        low = QRectF(0, camera.height, camera.width, self.height() - camera.height)
        painter.fillRect(low, QColor(self._theme.panel))
        painter.save()
        painter.setClipRect(QRectF(0, 0, camera.width, camera.height))
        larger = self._stage.paint(painter, view, held)
        overlay = Overlay(self._stage.painting, held.scene)
        overlay.paint(painter, self.layout_engine.row_of(self.store.state.focus), self._hovered)
        painter.restore()
        if larger == 1:
            return held.scene
        return self.layout_engine.bare(view.state, camera, held.scene.legend)

    def _pointer_degrees(self) -> tuple[float, float] | None:
        """Longitude and latitude under the pointer."""
        if self._pointer is None or self._pointer.y() > self.camera().height:
            return None
        return self.camera().lonlat(self._pointer.x(), self._pointer.y())

    # Choosing

    def choose(self, focus: Focus | None) -> None:
        """Make *focus* what all views show, or nothing."""
        name = self.tr("Choose on the map") if focus else self.tr("Choose nothing")
        self.store.change(replace(self.store.state, focus=focus), name)

    def at(self, position: QPointF) -> Hit:
        """What lies under a point of the widget."""
        held, camera = self.settle(), self.camera()
        if position.y() > camera.height:
            return Hit()
        corner = self._stage.place(held, camera).topLeft()
        return hit(held.scene, position.x() - corner.x(), position.y() - corner.y())

    def pressed(self) -> None:
        """A drag may follow: begin to paint what lies about what is in sight."""
        if self._stage.widen(self.view()):
            self._steps.start()

    def clicked(self, position: QPointF) -> None:
        """Choose what was clicked; come nearer to a bubble of several places."""
        found = self.at(position)
        if found.bubble is not None:
            self._open(found, position)
        elif found.rows:
            self.choose(Focus("event", self.source.ids(row_array(found.rows))[0]))
        elif found.refs and found.refs[0].type not in UNCHOSEN:
            self.choose(Focus(found.refs[0].type, found.refs[0].id))

    def _open(self, found: Hit, position: QPointF) -> None:
        """Several places: come nearer, that they part; one place: choose it."""
        places = found.bubble.places if found.bubble is not None else ()
        if len(places) == 1:
            self.choose(Focus("place", places[0]))
        else:
            self.zoom(2.2, position)

    def hover(self, position: QPointF) -> None:
        """Light up what is under the pointer, once it is known."""
        self.update()
        if not self._stage.is_sharp(self.view()):
            return
        found = self.at(position)
        shape = Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self._hovered = found.refs[0] if found.refs and not found.rows else None

    # Events

    def event(self, event: QEvent) -> bool:
        """The tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tooltip(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is under the pointer any more."""
        self._pointer, self._hovered = None, None
        self.update()
        super().leaveEvent(event)

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
        if not is_folded or position.y() < furniture.legend_box.top:
            return ""
        from azkz_desktop.map.legend_tip import legend_html  # not before it is pointed at

        stage = self._stage
        return legend_html(self.scene().legend, furniture, stage.painting, stage.ratio)
