"""Paints scenes: the same on screen, to SVG, to PDF and to PNG.

A scene has three parts, each painted over the one before; each is painted in steps, between
which the window may do something else.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.frame import FramePainter
from azkz_desktop.map.marks import (
    SOLID,
    Ground,
    Patch,
    Pen,
    Scene,
    Stroke,
)
from azkz_desktop.map.paths import clipped_path, edges_of, path_of, path_of_lines, path_of_rings
from azkz_desktop.map.pens import colour_of, qpen
from azkz_desktop.map.shapes import STRAIGHT, Shapes, dashed
from azkz_desktop.map.symbols import Symbols
from azkz_desktop.map.texts import Texts
from azkz_desktop.view.tokens import Theme

T = TypeVar("T")
SMOOTH = QPainter.RenderHint.Antialiasing
FEW, MANY = 6, 25
"""How many lines, or labels, are painted in one step: some milliseconds' worth."""


@lru_cache(maxsize=64)
def _world_path(shapes: Shapes) -> QPainterPath:
    """The path of a basemap layer in metres; the layers are few and stay."""
    return path_of(shapes)


class MapPainter:
    """Paints with any QPainter in the colours of *theme*.

    *ratio* is the screen's device pixels a pixel; None for files, where text stays text and
    shapes are cut at the picture's edge.
    """

    def __init__(self, theme: Theme, fonts: Fonts, ratio: float | None = None) -> None:
        self.theme = theme
        self.fonts = fonts
        self.symbols = Symbols(theme, fonts, ratio)
        self.texts = Texts(theme, fonts, ratio)
        self.frame = FramePainter(theme, fonts, self.symbols, self.texts)
        self._to_screen = ratio is not None
        self._edge_pen = lru_cache(maxsize=200)(self._make_edge_pen)

    def scene(self, painter: QPainter, scene: Scene) -> None:
        """Paint everything that is fixed to the ground, from the ground up."""
        for _ in self.ground(painter, scene):
            pass
        self.on_ground(painter, scene)

    def on_ground(self, painter: QPainter, scene: Scene) -> None:
        """Paint everything but the ground."""
        for part in (self.standing, self.above):
            for _ in part(painter, scene):
                pass

    def ground(self, painter: QPainter, scene: Scene) -> Iterator[None]:
        """Paint water and land, step by step: nothing is painted but by going on to the end."""
        camera = scene.camera
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, camera.width, camera.height), colour_of(self.theme, "water"))
        for ground in scene.ground:
            self._ground(painter, ground, scene.camera)
            yield
        lines = path_of_lines([line.pixels for line in scene.graticule])
        painter.strokePath(lines, qpen(Pen("graticule", 1.0), self.theme, cosmetic=True))

    def standing(self, painter: QPainter, scene: Scene) -> Iterator[None]:
        """Paint areas and lines, step by step."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        yield from _each(self._patch, painter, scene.patches, FEW)
        yield from _each(self.stroke, painter, scene.strokes, FEW)

    def above(self, painter: QPainter, scene: Scene) -> Iterator[None]:
        """Paint what is chosen, towns and fields, words, and events over all, step by step."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        points = [symbol for symbol in scene.symbols if not symbol.rows]
        events = [symbol for symbol in scene.symbols if symbol.rows]
        yield from _each(self.stroke, painter, scene.over, FEW)
        yield from _each(self.symbols.paint, painter, points, MANY)
        yield from _each(self.texts.paint, painter, scene.labels, MANY)
        yield from _each(self.symbols.bubble, painter, scene.bubbles, MANY)
        yield from _each(self.symbols.paint, painter, events, MANY)

    def _ground(self, painter: QPainter, ground: Ground, camera: Camera) -> None:
        painter.save()
        if self._to_screen:
            path = _world_path(ground.shapes)
            painter.setTransform(transform_of(camera), combine=True)
        else:
            path = clipped_path(ground.shapes, camera)
        if ground.fill is not None:
            # Smooth edges of large surfaces take most of the time, and here nobody sees them.
            painter.setRenderHint(SMOOTH, not (self._to_screen and ground.edged))
            painter.fillPath(path, colour_of(self.theme, ground.fill))
            painter.setRenderHint(SMOOTH)
        if ground.pen is not None:
            if ground.shapes.closed and not self._to_screen:
                path = clipped_path(_outlines(ground.shapes), camera)
            painter.strokePath(path, qpen(ground.pen, self.theme, cosmetic=True))
        painter.restore()

    def _patch(self, painter: QPainter, patch: Patch) -> None:
        path = path_of_rings(patch.rings)
        if patch.fill is not None and patch.alpha > 0:
            painter.fillPath(path, colour_of(self.theme, patch.fill, patch.alpha))
        if patch.hatch:
            pen = Pen("line_computed", 1.0, alpha=0.4)
            painter.strokePath(path_of_lines(patch.hatch), qpen(pen, self.theme))
        if patch.pen is not None:
            edge = path if patch.outline is None else path_of_lines(patch.outline)
            painter.strokePath(edge, qpen(patch.pen, self.theme))

    def stroke(self, painter: QPainter, stroke: Stroke) -> None:
        """Paint one line of the subject with its pens."""
        begun = stroke.begun or (0.0,) * len(stroke.lines)
        for pen in stroke.pens:
            # Of a translucent line no edges may be seen to overlap; straight dashes do not.
            apart = pen.alpha == 1 or (pen.dash and max(pen.dash[::2]) <= STRAIGHT)
            for line, start in zip(stroke.lines, begun, strict=True):
                if self._to_screen and apart:
                    # Edge by edge: four times as fast as the line's outline.
                    painter.setPen(self._edge_pen(pen))
                    painter.drawLines(edges_of(dashed(line, pen.dash, start)))
                else:
                    made = qpen(pen, self.theme)
                    made.setDashOffset(start / pen.width)
                    painter.strokePath(path_of_lines([line]), made)

    def _make_edge_pen(self, pen: Pen) -> QPen:
        made = qpen(replace(pen, dash=SOLID), self.theme)
        if not pen.dash:
            made.setCapStyle(Qt.PenCapStyle.SquareCap)  # or light seams show between edges
        return made


@lru_cache(maxsize=16)
def _outlines(shapes: Shapes) -> Shapes:
    """Rings as closed lines: cut at the edge of a picture, they leave no line along it."""
    parts = [np.vstack((part, part[:1])) for part in shapes.parts]
    starts = np.cumsum([0, *(len(part) for part in parts)])
    return Shapes(np.concatenate(parts), starts, shapes.feature, closed=False)


def _each(
    paint: Callable[[QPainter, T], None], painter: QPainter, marks: Sequence[T], size: int
) -> Iterator[None]:
    """Paint *marks* one by one; a step is done after each *size* of them."""
    for i, mark in enumerate(marks, 1):
        paint(painter, mark)
        if i % size == 0:
            yield


def transform_of(camera: Camera) -> QTransform:
    """From metres to the pixels of *camera*."""
    s = 1 / camera.scale
    dx = camera.width / 2 - camera.x * s
    dy = camera.height / 2 + camera.y * s
    return QTransform(s, 0, 0, -s, dx, dy)
