"""Pictures of what is fixed to the frame: they stay while the map moves."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from azkz_desktop.map.marks import Furniture
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.shapes import Box

BANNER_ROOM: Final = Box(0, 0, 520, 90)


class StillCache:
    """Pictures of the banner and the legend: they stay while the map moves."""

    def __init__(self) -> None:
        self._key: object = None
        self._pictures: list[tuple[QPointF, QPixmap]] = []

    def clear(self) -> None:
        """Forget what has been painted."""
        self._key = None

    def paint(
        self, painter: QPainter, furniture: Furniture, painting: MapPainter, ratio: float
    ) -> None:
        """Copy both to where they belong."""
        key = (furniture.banners[0], furniture.legend, furniture.legend_box, ratio)
        if key != self._key:
            self._key = key
            low = furniture.legend_box
            self._pictures = [
                part_of(furniture, BANNER_ROOM, painting.frame.banner, ratio),
                part_of(furniture, low, painting.frame.legend, ratio),
            ]
        for corner, picture in self._pictures:
            painter.drawPixmap(corner, picture)


def part_of(
    furniture: Furniture,
    box: Box,
    paint: Callable[[QPainter, Furniture], None],
    ratio: float,
) -> tuple[QPointF, QPixmap]:
    """What *paint* paints inside *box*, and the box's corner."""
    width, height = box.right - box.left, box.bottom - box.top
    picture = QPixmap(max(round(width * ratio), 1), max(round(height * ratio), 1))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.translate(-box.left, -box.top)
    paint(painter, furniture)
    painter.end()
    return QPointF(box.left, box.top), picture
