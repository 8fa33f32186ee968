"""A picture larger than the map in sight: panning copies it instead of painting anew."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap

from azkz_desktop.lean import dataclass
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.furniture import offset_of
from azkz_desktop.map.marks import Furniture, Scene
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.shapes import Box

BANNER_ROOM: Final = Box(0, 0, 520, 90)
OVERSIZE: Final = 1.5
"""The picture is so many times as wide and high as what is in sight."""


@dataclass(slots=True)
class _Held:
    scene: Scene
    picture: QPixmap | None
    key: object


class SceneCache:
    """The scene and its picture for as long as only the middle of the map changes.

    *make* makes a scene for a camera. A *key* says of what view a scene is; another key, scale
    or size makes it anew, and so does moving past the picture's edge.
    """

    def __init__(self, make: Callable[[Camera], Scene]) -> None:
        self._make = make
        self._held: _Held | None = None

    def clear(self) -> None:
        """Forget what has been painted."""
        self._held = None

    def scene(self, camera: Camera, key: object) -> Scene:
        """A scene that holds all that *camera* sees."""
        held = self._held
        if held is None or not _is_like(held, camera, key):
            # The first picture is what is in sight: a larger one is made when the map is moved.
            self._held = held = _Held(self._make(camera), None, key)
        elif not _holds(held.scene.camera, camera):
            wide = camera.resized(camera.width * OVERSIZE, camera.height * OVERSIZE)
            self._held = held = _Held(self._make(wide), None, key)
        return held.scene

    def offset(self, camera: Camera) -> tuple[float, float]:
        """Where the held scene's upper left corner lies in the picture of *camera*, pixels."""
        if self._held is None:
            return 0.0, 0.0
        return offset_of(self._held.scene.camera, camera)

    def paint(
        self, painter: QPainter, camera: Camera, key: object, painting: MapPainter, ratio: float
    ) -> None:
        """Copy the picture of the scene to where *camera* sees it."""
        scene = self.scene(camera, key)
        held = self._held
        if held is None:
            return
        if held.picture is None:
            held.picture = picture_of(scene, painting, ratio)
        x, y = self.offset(camera)
        # On whole device pixels: between them every line would blur.
        painter.drawPixmap(
            QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio), held.picture
        )


def _is_like(held: _Held, camera: Camera, key: object) -> bool:
    return held.key == key and abs(held.scene.camera.scale / camera.scale - 1) < 1e-9


def _holds(wide: Camera, camera: Camera) -> bool:
    """Whether *wide* sees all that *camera* sees, to a tenth of a pixel."""
    outer, inner = wide.box.grown(camera.scale / 10), camera.box
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and outer.right >= inner.right
        and outer.bottom >= inner.bottom
    )


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
        key = (furniture.banner, furniture.note, furniture.legend, furniture.legend_box, ratio)
        if key != self._key:
            self._key = key
            low = furniture.legend_box
            self._pictures = [
                part_of(furniture, BANNER_ROOM, painting.banner, ratio),
                part_of(furniture, low, painting.legend, ratio),
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


def picture_of(scene: Scene, painting: MapPainter, ratio: float) -> QPixmap:
    """The scene painted with *ratio* device pixels a pixel."""
    camera = scene.camera
    picture = QPixmap(round(camera.width * ratio), round(camera.height * ratio))
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    painting.scene(painter, scene)
    painter.end()
    return picture
