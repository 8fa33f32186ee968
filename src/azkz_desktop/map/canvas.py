"""The map painted on the screen, and what lies where on it."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from azkz_desktop.map import LEAST
from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.cache import StillCache
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.furniture import Framed
from azkz_desktop.map.hit import Hit, hit
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.marks import Furniture, Ref, Scene
from azkz_desktop.map.moving import MovedMap
from azkz_desktop.map.overlay import Overlay, lit_region
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.picture import bundled_basemap
from azkz_desktop.map.shown import Held, View
from azkz_desktop.map.source import MapSource
from azkz_desktop.map.stage import Stage
from azkz_desktop.painting.later import Later
from azkz_desktop.painting.letters import Letters, is_about_letters
from azkz_desktop.view.store import Change, Store
from azkz_desktop.view.tokens import Theme


class MapCanvas(MovedMap):
    """Shows what *store* holds.

    Everything shown follows from `store`; the canvas itself remembers only pictures and what
    the pointer is on.
    """

    def __init__(
        self,
        store: Store,
        source: MapSource,
        theme: Theme,
        parent: QWidget | None = None,
        basemap: Basemap | None = None,
    ) -> None:
        super().__init__(store, parent)
        self.source = source
        self.fonts = Fonts(Letters.factor)
        self.layout_engine = Layout(source, basemap or bundled_basemap(), self.fonts)
        self._theme = theme
        self._stage = Stage(self.layout_engine, MapPainter(theme, self.fonts, 1.0))
        self._still = StillCache(self.fonts)
        self._hovered: Ref | None = None
        self._lit: tuple[int, ...] = ()
        self._later = Later(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._unsubscribe = store.subscribe(self.changed)
        self.destroyed.connect(self._unsubscribe)
        self.destroyed.connect(store.pointed.subscribe(self._light_up))
        # What is being painted ends now, not when garbage is found, in whatever thread.
        self.destroyed.connect(self._stage.clear)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the opening view is made for."""
        return QSize(860, 440)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Small, but the sea still shows."""
        return QSize(*LEAST)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of *theme* from now on."""
        self._theme = theme
        self._paint_as(self._stage.ratio)
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Write in another size where letters have one now."""
        super().changeEvent(event)
        if is_about_letters(event) and self.fonts.scale != Letters.factor:
            self.fonts = Fonts(Letters.factor)
            self.layout_engine.write_in(self.fonts)
            self._still = StillCache(self.fonts)
            self.set_theme(self._theme)

    def _paint_as(self, ratio: float) -> None:
        """Paint in the theme's colours with *ratio* device pixels a pixel, all of it anew."""
        self._stage.clear()
        self._still.clear()
        self._stage.ratio = ratio
        self._stage.painting = MapPainter(self._theme, self.fonts, ratio)

    # What is shown

    def plot_width(self) -> float:
        """Pixels that the map itself has."""
        return float(self.width())

    def plot_height(self) -> float:
        """Pixels that the map has with its legend."""
        return float(self.height())

    def view(self) -> View:
        """What the store asks to be shown, in the map's pixels."""
        size = (self.plot_width(), self.plot_height())
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
        size, scenes = (self.plot_width(), self.plot_height()), self._scenes(self.settle())
        return self._still.furniture(Framed(self.store.state, self.camera(), size, *scenes))

    def _scenes(self, held: Held) -> tuple[Scene, ...]:
        """The scenes of one moment or of two, from the left."""
        return tuple(sheet.scene for sheet in held.sheets)

    def changed(self, change: Change) -> None:
        """Show it as soon as it is made."""
        del change
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make a picture of the new size."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        """Make what the store asks for in steps, if the map is seen; else when it is painted."""
        view = self.view()
        if self.isVisible() and self._stage.begin(view):
            self._plan()
        self._refresh(view)

    def _refresh(self, view: View) -> None:
        """Paint the map anew, and nothing of what stands beside it."""
        self.update(0, 0, ceil(view.width), ceil(view.height))

    def first(self, size: QSize) -> Iterator[None]:
        """Make the first picture of a map of *size* that is not shown yet, in steps."""
        self.resize(size)
        if (ratio := self.devicePixelRatioF()) != self._stage.ratio:
            self._paint_as(ratio)
        yield from self._stage.first(self.view())

    def pressed(self) -> None:
        """A drag may follow: begin to paint what lies about what is in sight."""
        if self._stage.widen(self.view()):
            self._plan()

    def _plan(self) -> None:
        if not self._later.waiting:
            self._later.plan(self._steps())

    def _steps(self) -> Iterator[None]:
        """Each step of what is being made, and of what has been asked for meanwhile."""
        while self._stage.begin(self.view()):
            self._stage.step()
            if not self._stage.is_making:
                self._refresh(self.view())
            yield

    @property
    def is_making(self) -> bool:
        """Whether a picture is being made in steps."""
        return self._stage.is_making

    def step(self) -> None:
        """Take one step of it now, as the event loop would."""
        self._stage.step()
        self._refresh(self.view())

    def fit_selection(self) -> None:
        """Show all that is chosen and that the filter lets through."""
        from azkz_desktop.map.fit import fitted  # not before it is asked for

        camera, view = self.camera(), self.view()
        size = (camera.width, camera.height)
        window = fitted(self.layout_engine.things, view.state, view.selection, size)
        if window is not None:
            self.show_window(window, self.tr("Fit to the selection"))

    # What lies where

    def line(self) -> float | None:
        """The x of the line between two moments, None where one is shown."""
        sides = self.view().sides(self.camera())
        return sides[1].left if len(sides) > 1 else None

    def side_at(self, position: QPointF) -> int:
        """Which of the view's states is shown at a point of the map."""
        line = self.line()
        return int(line is not None and position.x() >= line)

    def at(self, position: QPointF) -> Hit:
        """What lies under a point of the map, as of the moment that is shown there."""
        held, camera = self.settle(), self.camera()
        if position.y() > camera.height:
            return Hit()
        corner = self._stage.place(held, camera).topLeft()
        scene = held.sheets[self.side_at(position)].scene
        return hit(scene, position.x() - corner.x(), position.y() - corner.y())

    def _light_up(self) -> None:
        """Paint the rings about what is pointed at, wherever that is, and none but these anew."""
        lit, self._lit = self._lit, self.store.pointed.rows
        view = self.view()
        if not self.isVisible() or not self._stage.is_sharp(view):
            self.update()
            return
        held = self._stage.settle(view)
        corner = self._stage.place(held, view.camera(held.low)).topLeft()
        for sheet in held.sheets:
            for rows in (lit, self._lit):
                self.update(lit_region(sheet.scene, rows, corner))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Copy the picture of the ground, paint what lies over it."""
        del event
        ratio = self.devicePixelRatioF()
        if ratio != self._stage.ratio:
            self._paint_as(ratio)
        view = self.view()
        held = self._stage.shown(view)
        seen = held.seen_as(view)
        camera = seen.camera(held.low)
        # Left in any case: a painter that outlives its turn takes the application with it.
        with QPainter(self) as painter:
            scenes = self._paint_plot(painter, seen, camera, held)
            size = seen.width, seen.height
            furniture = self._still.furniture(Framed(seen.state, camera, size, *scenes))
            frame = self._stage.painting.frame
            frame.degrees(painter, furniture)
            self._still.paint(painter, furniture, self._stage.painting, ratio)
            frame.second(painter, furniture)
            overlay = Overlay(self._stage.painting, scenes[0])
            overlay.pointer_degrees(painter, furniture, self._pointer_degrees(camera))
            if self.hasFocus():
                overlay.focus_frame(painter, furniture)

    def _paint_plot(
        self, painter: QPainter, seen: View, camera: Camera, held: Held
    ) -> tuple[Scene, ...]:
        """Paint all that is fixed to the ground; give back what the frame is to tell of."""
        if self._stage.ratio % 1:
            # The widget is opaque: no pixel may be left as it was, below the plot neither.
            low = QRectF(0, camera.height, camera.width, self.height() - camera.height)
            painter.fillRect(low, QColor(self._theme.panel))
        row, hovered = self.layout_engine.row_of(self.store.state.focus), self._hovered
        pointed = self.store.pointed.rows

        def over(painter: QPainter, scene: Scene) -> None:
            if row is not None or hovered is not None or pointed:
                Overlay(self._stage.painting, scene).paint(painter, row, hovered, pointed)

        if self._stage.paint(painter, seen, held, over) == 1:
            return self._scenes(held)
        return (self.layout_engine.bare(seen.state, camera, held.scene.legend),)

    def _pointer_degrees(self, camera: Camera) -> tuple[float, float] | None:
        """Longitude and latitude under the pointer."""
        if self._pointer is None or self._pointer.y() > camera.height:
            return None
        return camera.lonlat(self._pointer.x(), self._pointer.y())
