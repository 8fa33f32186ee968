"""The picture of the ground and all that is on it: moved about, and made anew in time.

What is in sight is a piece of a picture, which panning only copies. Where another view is asked
for, or the camera leaves the picture, the next one is made in steps of some milliseconds; until it
is ready the last one is shown, moved and as much larger, over the bare ground. Whoever asks what
is where gets the answer of a finished picture.
"""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QRegion

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.making import OVERSIZE, USUAL_LEGEND, Maker, Making, whole
from azkz_desktop.map.marks import Scene
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.shown import Held, View

EARLY: Final = 0.25
"""A picture is made anew when so much of its rim on one side is left."""


class Stage:
    """Holds the picture for a view, and makes the next one.

    `low` is how high the legend is, or probably will be; `ratio` the screen's device pixels a
    pixel.
    """

    def __init__(self, layout: Layout, painting: MapPainter) -> None:
        self.layout = layout
        self.painting = painting
        self.ratio = 1.0
        self.low = USUAL_LEGEND
        self._held: Held | None = None
        self._making: Making | None = None
        self._aim: View | None = None
        self._next: tuple[View, bool] | None = None

    def clear(self) -> None:
        """Forget what has been painted."""
        self._stop()
        self._held = None

    # Making at once

    def settle(self, view: View) -> Held:
        """The finished picture of *view*, made now if it is not there."""
        if self._held is not None and self._held.fits(view):
            return self._held
        if self._making is not None and self._aim is not None:
            near = self._aim.key == view.key and self._aim.state.map == view.state.map
            if near and (held := self._finished(self._making)).fits(view):
                return held
        moved = self._held is not None and self._held.is_moved(view)
        return self._finished(self._make(view, wide=moved))

    def first(self, view: View) -> Iterator[None]:
        """Make the first picture, of *view*, in steps of some milliseconds."""
        self._stop()
        making = self._make(view, wide=False)
        self._aim, self._making = view, making
        try:
            while self._making is making:
                self.step()
                yield
        finally:
            if self._making is making:  # nobody goes on with it
                self._stop()

    def _make(self, view: View, *, wide: bool) -> Making:
        maker = Maker(self.layout, self.painting, self.ratio, self._held)
        return maker.make(view, self.low, wide=wide)

    def _finished(self, making: Making) -> Held:
        """What *making* makes, all of it now; nothing else goes on."""
        try:
            while True:
                next(making)
        except StopIteration as done:
            held = self._keep(done.value)
        finally:
            self._stop()
        return held

    def _keep(self, held: Held) -> Held:
        self._held, self.low = held, held.low
        return held

    def _stop(self) -> None:
        if self._making is not None:
            self._making.close()
        self._making, self._aim, self._next = None, None, None

    # Making in steps

    def begin(self, view: View) -> bool:
        """Begin what *view* needs and what is held does not show; say if there is any.

        The first picture is none of it: it is made when it is painted.
        """
        held = self._held
        if held is None:
            return False
        moved, camera = held.is_moved(view), view.camera(held.low)
        rim = min(camera.width, camera.height) * (OVERSIZE - 1) / 2
        if not (moved and held.holds(camera, rim * EARLY if held.is_wide() else 0.0)):
            self._ask(view, wide=moved)
        return self.is_making

    def widen(self, view: View) -> bool:
        """Begin a picture for panning, where there is none; say if there is something to do."""
        held = self._held
        if held is not None and held.fits(view) and not held.is_wide():
            self._ask(view, wide=True)
        return self.is_making

    def _ask(self, view: View, *, wide: bool) -> None:
        """What has been begun is brought to its end first: else it might never come to one."""
        if self._making is None:
            self._aim, self._making = view, self._make(view, wide=wide)
        else:
            self._next = (view, wide)

    @property
    def is_making(self) -> bool:
        """Whether something has been begun."""
        return self._making is not None

    def step(self) -> None:
        """Take one step of what has been begun, some milliseconds' worth."""
        if self._making is None:
            return
        try:
            next(self._making)
        except StopIteration as done:
            self._keep(done.value)
            self._making, self._aim = None, None
            self._go_on()
        except BaseException:
            self._stop()  # what follows is begun anew
            raise

    def _go_on(self) -> None:
        """Begin what has been asked for meanwhile."""
        asked, self._next = self._next, None
        if asked is not None and self._held is not None and not self._held.fits(asked[0]):
            self._ask(asked[0], wide=asked[1])

    # Showing

    def is_sharp(self, view: View) -> bool:
        """Whether what is held is just what *view* asks."""
        return self._held is not None and self._held.fits(view)

    def shown(self, view: View) -> Held:
        """What is to be seen: the picture of *view*, or the last one while that is made."""
        held = self._held
        return held if held is not None and self.is_making else self.settle(view)

    def paint(
        self, painter: QPainter, view: View, held: Held, over: Callable[[QPainter, Scene], None]
    ) -> float:
        """Copy the picture of each side to where *view* sees it; *over* paints on it.

        Answers how many times as large it is shown: 1 but while another one is made.
        """
        camera = view.camera(held.low)
        place = self.place(held, camera)
        plot = QRectF(0, 0, camera.width, camera.height)
        if not place.adjusted(-0.5, -0.5, 0.5, 0.5).contains(plot):
            self._paint_bare(painter, view, camera, place)
        larger = place.width() / held.camera.width
        for side, sheet in zip(view.sides(camera), held.sheets, strict=True):
            painter.save()
            painter.setClipRect(QRectF(side.left, 0, side.right - side.left, side.bottom))
            if larger != 1:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.translate(place.topLeft())
            painter.scale(larger, larger)
            painter.drawPixmap(0, 0, sheet.whole)
            over(painter, sheet.scene)
            painter.restore()
        return larger

    def place(self, held: Held, camera: Camera) -> QRectF:
        """Where the held picture lies in that of *camera*, and how large."""
        own = held.camera
        larger = 1.0 if held.is_like(camera) else own.scale / camera.scale
        x, y = camera.pixel(own.x, own.y)
        width, height = own.width * larger, own.height * larger
        corner = (whole(x - width / 2, self.ratio), whole(y - height / 2, self.ratio))
        return QRectF(QPointF(*corner), QSizeF(width, height))

    def _paint_bare(self, painter: QPainter, view: View, camera: Camera, place: QRectF) -> None:
        """Paint the ground where the held picture leaves some of the plot free."""
        plot = QRectF(0, 0, camera.width, camera.height).toAlignedRect()
        free = QRegion(plot) - QRegion(place.toRect().adjusted(1, 1, -1, -1))
        painter.save()
        painter.setClipRegion(free, Qt.ClipOperation.IntersectClip)
        for _ in self.painting.ground(painter, self.layout.bare(view.state, camera)):
            pass
        painter.restore()
