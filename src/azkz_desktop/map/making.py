"""Makes the picture of a view, part by part and step by step.

Each part (the ground, what stands on it, what lies above) is painted on a copy of the one below,
and only where its marks are others than those of the picture that is held.
"""

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.furniture import (
    folded,
    legend_height,
    merged,
    offset_of,
    reserved,
    settled,
)
from azkz_desktop.map.layout import Layout
from azkz_desktop.map.marks import LegendEntry, Scene
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.shown import Held, Sheet, View

OVERSIZE: Final = 1.5
"""The picture for panning is so many times as wide and high as what is in sight."""
USUAL_LEGEND: Final = 64.0
"""Pixels that the legend of the opening view needs: a guess that saves laying out twice."""

Making = Generator[None, None, Held]


class Maker:
    """Makes one picture for *view*, after *held*; a *wide* one is larger than what is in sight.

    *ratio* is the screen's device pixels a pixel.
    """

    def __init__(
        self, layout: Layout, painting: MapPainter, ratio: float, held: Held | None
    ) -> None:
        self.layout = layout
        self.painting = painting
        self.ratio = ratio
        self.held = held

    def make(self, view: View, low: float, *, wide: bool) -> Making:
        """The picture; *low* is how high a legend there is, or probably will be."""
        for state in view.states:
            self.layout.standing(state, self._frame(view, low, wide=wide))  # kept for what follows
            yield
        low = self._low(view, low, wide=wide)
        yield
        frame = self._frame(view, low, wide=wide)
        legend, scenes = self._legend(view, frame), []
        sight = _sight(view.camera(low), frame)
        kept = reserved(
            sight, self.layout.measure.scale
        )  # a wide picture, too: words stay where they are when a drag begins
        for state, side in zip(view.states, view.sides(view.camera(low)), strict=True):
            # Of two moments each has its words on its own side, where the line does not cut them.
            own = (sight, side.moved(sight.left, sight.top)) if view.state.compare else (sight,)
            self.layout.prepare(state, frame, own)
            yield
            scene = self.layout.scene(state, view.selection, frame, kept, own)
            scenes.append(replace(scene, legend=legend))
            yield
        ground, sheets = (yield from self._ground(scenes[0])), []
        for scene in scenes:
            standing = yield from self._standing(scene, ground)
            whole = QPixmap(standing)
            yield from _painted(whole, self.painting.above, scene)
            sheets.append(Sheet(scene, standing, whole))
        return Held(view, low, ground, tuple(sheets))

    def _legend(self, view: View, frame: Camera) -> tuple[LegendEntry, ...]:
        """What is shown at any of the view's moments."""
        told = [self.layout.legend(state, view.selection, frame) for state in view.states]
        return merged(told)

    def _low(self, view: View, low: float, *, wide: bool) -> float:
        """How high a legend the view needs; it shrinks only with other layers or another scale.

        While the moment runs, or a filter is tried, the map stays where it is.
        """
        layout, size = self.layout, (view.width, view.height)

        def needed(low: float) -> float:
            frame = self._frame(view, low, wide=wide)
            entries = self._legend(view, frame)
            return legend_height(folded(entries, layout.measure, size), layout.measure, view.width)

        same = self.held is not None and self.held.is_framed_as(view)
        return settled(needed, low, held=same)

    def _frame(self, view: View, low: float, *, wide: bool) -> Camera:
        """The camera of the picture: as much of the held picture as can be is to serve again."""
        camera, held = view.camera(low), self.held
        if wide:
            return camera.resized(camera.width * OVERSIZE, camera.height * OVERSIZE)
        if held is None or not held.is_like(camera) or not held.holds(camera):
            return camera
        if held.stands_for(view):
            return held.camera
        # Whole pixels away from the held picture, so that a piece of its ground can be cut out.
        x, y = offset_of(held.camera, camera)
        return camera.panned(whole(x, self.ratio) - x, whole(y, self.ratio) - y)

    def _ground(self, scene: Scene) -> Generator[None, None, QPixmap]:
        """The ground of *scene*: the held one or a piece of it where it is the same."""
        held, ratio = self.held, self.ratio
        size = QSize(round(scene.camera.width * ratio), round(scene.camera.height * ratio))
        if held is not None and held.has_ground_of(scene):
            if held.camera == scene.camera:
                return held.ground
            x, y = offset_of(held.camera, scene.camera)
            piece = QRect(QPoint(round(-x * ratio), round(-y * ratio)), size)
            if held.ground.rect().contains(piece) and abs(whole(x, ratio) - x) < 0.01:
                return held.ground.copy(piece)
        made = QPixmap(size)
        made.setDevicePixelRatio(ratio)
        yield from _painted(made, self.painting.ground, scene)
        return made

    def _standing(self, scene: Scene, ground: QPixmap) -> Generator[None, None, QPixmap]:
        """What stands in *scene*, on its *ground*; the held picture of it where it is the same."""
        held = self.held
        kept = held.standing_of(scene) if held is not None and ground is held.ground else None
        if kept is not None:
            return kept
        made = QPixmap(ground)
        yield from _painted(made, self.painting.standing, scene)
        return made


def _sight(camera: Camera, frame: Camera) -> Box:
    """What *camera* sees, in the pixels of the picture that *frame* takes."""
    x, y = offset_of(camera, frame)
    return Box(x, y, x + camera.width, y + camera.height)


def whole(pixels: float, ratio: float) -> float:
    """The nearest place between two pixels of the device: elsewhere every line would blur."""
    return round(pixels * ratio) / ratio


def _painted(
    picture: QPixmap, part: Callable[[QPainter, Scene], Iterator[None]], scene: Scene
) -> Generator[None, None, None]:
    painter = QPainter(picture)
    try:
        yield from part(painter, scene)
    finally:
        painter.end()
