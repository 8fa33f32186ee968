"""What is fixed to the frame and stays while the map moves: its marks, and pictures of them."""

from collections.abc import Callable
from dataclasses import fields
from math import floor
from operator import attrgetter
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPixmap

from azkz_desktop.map.furniture import Around, Framed, folded, moving, still
from azkz_desktop.map.labels import Measure
from azkz_desktop.map.marks import Furniture
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.pens import colour_of
from azkz_desktop.map.scale_bar import BAR_LONGEST
from azkz_desktop.map.shapes import Box
from azkz_desktop.view.state import ViewState

STAYS: Final = attrgetter(*(one.name for one in fields(ViewState) if one.name != "map"))
"""All of a view but where the map is."""
BAR_ROOM: Final = (BAR_LONGEST + 34.0, 64.0)
"""Pixels from the plot's lower right corner that the scale bar, its halo and its words take."""
RIM: Final = 2.0
"""Pixels about the banner that its edge may need."""


class Part(NamedTuple):
    """A part of the frame: what it depends on, in which room it stands, and on which colour."""

    of: Callable[[Furniture], object]
    room: Callable[[Furniture], Box]
    ground: str = ""


def _bar_room(furniture: Furniture) -> Box:
    plot, (width, height) = furniture.plot, BAR_ROOM
    return Box(plot.right - width, plot.bottom - height, plot.right, plot.bottom)


PARTS: Final = {
    "bar": Part(lambda one: (one.bar, one.plot), _bar_room),
    "banner": Part(lambda one: one.banners[0], lambda one: one.banners[0].box.grown(RIM)),
    "legend": Part(lambda one: (one.legend, one.legend_box), lambda one: one.legend_box, "panel"),
}
"""What is copied from a picture, by the name of what paints it."""


class StillCache:
    """Holds both for a map whose words *measure* knows."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self._asked: object = None
        self._still: Furniture | None = None
        self._around: Around | None = None
        self._pictures: dict[str, tuple[object, QPointF, QPixmap]] = {}

    def clear(self) -> None:
        """Forget what has been painted."""
        self._pictures.clear()

    def furniture(self, framed: Framed) -> Furniture:
        """What is fixed to the frame. A small legend is folded."""
        state, camera, size, scene, right = framed
        around = self._around
        if around is None or around.scene is not scene or around.right is not (right or scene):
            if around is None or around.scene.legend is not scene.legend:
                self._still = None
            around = self._around = Around(scene, self._measure, right)
        asked = STAYS(state), size, camera.height
        if self._still is None or asked != self._asked:
            entries = folded(scene.legend, self._measure, size)
            self._asked = asked
            self._still = still(state, camera.height, size, entries, self._measure)
        return moving(self._still, camera, around)

    def paint(
        self, painter: QPainter, furniture: Furniture, painting: MapPainter, ratio: float
    ) -> None:
        """Copy scale bar, banner and legend to where they belong; *ratio* stays until `clear`."""
        for name, part in PARTS.items():
            of = part.of(furniture)
            kept, corner, picture = self._pictures.get(name, (None, None, None))
            if picture is None or corner is None or kept != of:
                ground = colour_of(painting.theme, part.ground) if part.ground else None
                paint, room = getattr(painting.frame, name), part.room(furniture)
                corner, picture = part_of(furniture, room, paint, ratio, ground)
                self._pictures[name] = of, corner, picture
            painter.drawPixmap(corner, picture)


def part_of(
    furniture: Furniture,
    box: Box,
    paint: Callable[[QPainter, Furniture], None],
    ratio: float,
    ground: QColor | None = None,
) -> tuple[QPointF, QPixmap]:
    """What *paint* paints inside *box*, on the *ground* or on nothing, and the box's corner.

    The corner is moved out to a whole pixel of the device, or all of it would be blurred.
    """
    left, top = floor(box.left * ratio) / ratio, floor(box.top * ratio) / ratio
    width, height = box.right - left, box.bottom - top
    picture = QPixmap(max(round(width * ratio), 1), max(round(height * ratio), 1))
    picture.setDevicePixelRatio(ratio)
    picture.fill(ground or QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    painter.translate(-left, -top)
    paint(painter, furniture)
    painter.end()
    return QPointF(left, top), picture
