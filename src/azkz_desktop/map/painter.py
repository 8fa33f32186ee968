"""Paints scenes and furniture: the same on screen, to SVG, to PDF and to PNG."""

from dataclasses import replace
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTransform

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.furniture import MORE, SAMPLE
from azkz_desktop.map.marks import (
    SOLID,
    Furniture,
    Ground,
    Label,
    Patch,
    Pen,
    PlacedEntry,
    ScaleBar,
    Scene,
    Stroke,
    Symbol,
)
from azkz_desktop.map.paths import clipped_path, edges_of, path_of, path_of_lines, path_of_rings
from azkz_desktop.map.pens import colour_of, qpen
from azkz_desktop.map.shapes import Floats, Shapes, dashed
from azkz_desktop.map.symbols import Symbols
from azkz_desktop.map.texts import Texts
from azkz_desktop.view.tokens import Theme

BANNER_HEIGHT = 34.0


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
        self.symbols = Symbols(theme, fonts)
        self.texts = Texts(theme, fonts, ratio)
        self._to_screen = ratio is not None

    def scene(self, painter: QPainter, scene: Scene) -> None:
        """Paint everything that is fixed to the ground, from the ground up."""
        self.ground(painter, scene)
        self.standing(painter, scene)
        self.above(painter, scene)

    def above(self, painter: QPainter, scene: Scene) -> None:
        """Paint what is chosen, towns and fields, words, and events over all of it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in scene.over:
            self.stroke(painter, stroke)
        for symbol in scene.symbols:
            if not symbol.rows:
                self.symbols.paint(painter, symbol)
        for label in scene.labels:
            self.texts.paint(painter, label)
        for bubble in scene.bubbles:
            self.symbols.bubble(painter, bubble)
        for symbol in scene.symbols:
            if symbol.rows:
                self.symbols.paint(painter, symbol)

    def ground(self, painter: QPainter, scene: Scene) -> None:
        """Paint water and land."""
        camera = scene.camera
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, camera.width, camera.height), colour_of(self.theme, "water"))
        for ground in scene.ground:
            self._ground(painter, ground, scene.camera)
        painter.setPen(qpen(Pen("graticule", 1.0), self.theme))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path_of_lines([line.pixels for line in scene.graticule]))

    def standing(self, painter: QPainter, scene: Scene) -> None:
        """Paint areas and lines."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for patch in scene.patches:
            self._patch(painter, patch)
        for stroke in scene.strokes:
            self.stroke(painter, stroke)

    def _ground(self, painter: QPainter, ground: Ground, camera: Camera) -> None:
        painter.save()
        if self._to_screen:
            path = _world_path(ground.shapes)
            painter.setTransform(transform_of(camera), combine=True)
        else:
            path = clipped_path(ground.shapes, camera)
        if ground.fill is not None:
            painter.fillPath(path, colour_of(self.theme, ground.fill))
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
            made = qpen(pen, self.theme)
            for line, start in zip(stroke.lines, begun, strict=True):
                if self._to_screen and pen.alpha == 1:
                    self._edges(painter, line, pen, start)
                else:
                    made.setDashOffset(start / pen.width)
                    painter.strokePath(path_of_lines([line]), made)

    def _edges(self, painter: QPainter, line: Floats, pen: Pen, start: float) -> None:
        """Paint a line edge by edge: four times as fast as its outline.

        Not for translucent lines: where two edges meet, they would be seen to overlap.
        """
        made = qpen(replace(pen, dash=SOLID), self.theme)
        if not pen.dash:
            made.setCapStyle(Qt.PenCapStyle.SquareCap)  # or light seams show between edges
        painter.setPen(made)
        painter.drawLines(edges_of(dashed(line, pen.dash, start)))

    def furniture(self, painter: QPainter, furniture: Furniture) -> None:
        """Paint everything that is fixed to the frame."""
        self.moving(painter, furniture)
        self.banner(painter, furniture)
        self.legend(painter, furniture)

    def moving(self, painter: QPainter, furniture: Furniture) -> None:
        """Paint what of the frame changes with every pan."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for label in furniture.degrees:
            self.texts.paint(painter, label)
        if furniture.bar is not None:
            self._bar(painter, furniture.bar)

    def _bar(self, painter: QPainter, bar: ScaleBar) -> None:
        ends = path_of_lines([])
        ends.moveTo(bar.x, bar.y - 5)
        ends.lineTo(bar.x, bar.y)
        ends.lineTo(bar.x + bar.pixels, bar.y)
        ends.lineTo(bar.x + bar.pixels, bar.y - 5)
        for colour, width in (("halo", 4.5), ("ink", 1.5)):
            painter.strokePath(ends, qpen(Pen(colour, width), self.theme))
        middle = bar.x + bar.pixels / 2
        self.texts.paint(painter, Label((bar.text,), "degree", "ink", middle, bar.y - 11, 0))

    def banner(self, painter: QPainter, furniture: Furniture) -> None:
        """Paint what moment the map shows."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, fonts = self.theme, self.fonts
        lead, moment = furniture.banner
        first = fonts.measure(lead + " ", "banner")
        width = first + fonts.measure(moment, "banner-bold") + 26
        width = max(width, fonts.measure(furniture.note, "note") + 26)
        height = BANNER_HEIGHT + (fonts.height("note") + 4 if furniture.note else 0)
        box = QRectF(furniture.plot.left + 12, furniture.plot.top + 12, width, height)
        painter.setPen(QPen(colour_of(theme, "hairline"), 1))
        painter.setBrush(colour_of(theme, "panel"))
        painter.drawRoundedRect(box, 5, 5)
        left, middle = box.left() + 13, box.top() + BANNER_HEIGHT / 2
        below = middle + BANNER_HEIGHT / 2 + fonts.height("note") / 2 - 6
        for text, role, colour, x, y in (
            (lead, "banner", "secondary", left, middle),
            (moment, "banner-bold", "ink", left + first, middle),
            (furniture.note, "note", "secondary", left, below),
        ):
            painter.setFont(fonts.font(role))
            painter.setPen(colour_of(theme, colour))
            painter.drawText(QPointF(x, y + fonts.middle("banner")), text)

    def legend(self, painter: QPainter, furniture: Furniture) -> None:
        """Paint the strip below the map."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = furniture.legend_box
        if box.bottom <= box.top:
            return
        rect = QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
        painter.fillRect(rect, colour_of(self.theme, "panel"))
        painter.setPen(qpen(Pen("hairline", 1.0), self.theme))
        painter.drawLine(rect.topLeft(), rect.topRight())
        for placed in furniture.legend:
            self._entry(painter, placed)

    def _entry(self, painter: QPainter, placed: PlacedEntry) -> None:
        entry, x, y = placed.entry, placed.x, placed.y
        sample = path_of_lines([])
        sample.moveTo(x, y)
        sample.lineTo(x + SAMPLE, y)
        for pen in entry.pens:
            painter.strokePath(sample, qpen(pen, self.theme))
        if entry.hatch:
            self._hatch_sample(painter, x, y)
        if entry.symbol:
            self._symbol_sample(painter, entry.symbol, entry.colour, x + SAMPLE / 2, y)
        painter.setFont(self.fonts.font("legend"))
        painter.setPen(colour_of(self.theme, "secondary"))
        painter.drawText(QPointF(x + SAMPLE + 6, y + self.fonts.middle("legend")), entry.text)

    def _hatch_sample(self, painter: QPainter, x: float, y: float) -> None:
        sample = path_of_lines([])
        for i in range(4):
            sample.moveTo(x + 1 + i * 6, y + 5)
            sample.lineTo(x + 5 + i * 6, y - 5)
        painter.strokePath(sample, qpen(Pen("line_computed", 1.0), self.theme))

    def _symbol_sample(
        self, painter: QPainter, symbol: str, colour: str, x: float, y: float
    ) -> None:
        theme = self.theme
        if symbol == "bubble":
            painter.setPen(QPen(colour_of(theme, colour), 2.2))
            painter.setBrush(colour_of(theme, "panel"))
            painter.drawEllipse(QPointF(x, y), 7, 7)
        elif symbol == "pale":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(theme, colour, 0.5))
            painter.drawEllipse(QPointF(x, y), 5, 5)
        elif symbol == MORE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(theme, "secondary"))
            for aside in (-6, 0, 6):
                painter.drawEllipse(QPointF(x + aside, y), 1.6, 1.6)
        else:
            self.symbols.paint(painter, Symbol(symbol, x, y, 4.6, colour))


@lru_cache(maxsize=16)
def _outlines(shapes: Shapes) -> Shapes:
    """Rings as closed lines: cut at the edge of a picture, they leave no line along it."""
    parts = [np.vstack((part, part[:1])) for part in shapes.parts]
    starts = np.cumsum([0, *(len(part) for part in parts)])
    return Shapes(np.concatenate(parts), starts, shapes.feature, closed=False)


def transform_of(camera: Camera) -> QTransform:
    """From metres to the pixels of *camera*."""
    s = 1 / camera.scale
    dx = camera.width / 2 - camera.x * s
    dy = camera.height / 2 + camera.y * s
    return QTransform(s, 0, 0, -s, dx, dy)
