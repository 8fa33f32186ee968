"""A picture larger than the map in sight: panning copies it instead of painting anew."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPixmap

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.marks import Scene
from azkz_desktop.map.painter import MapPainter

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
        seen = self._held.scene.camera
        x, y = camera.pixel(seen.x, seen.y)
        return x - seen.width / 2, y - seen.height / 2

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


def picture_of(scene: Scene, painting: MapPainter, ratio: float) -> QPixmap:
    """The scene painted with *ratio* device pixels a pixel."""
    camera = scene.camera
    picture = QPixmap(round(camera.width * ratio), round(camera.height * ratio))
    picture.setDevicePixelRatio(ratio)
    painter = QPainter(picture)
    painting.scene(painter, scene)
    painter.end()
    return picture
