"""What only a screen can use: marks and texts as pixmaps that are copied."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from azkz_desktop.timeline.atlas import Ink as Ink
from azkz_desktop.timeline.atlas import Placed as Placed
from azkz_desktop.timeline.atlas import TextAtlas
from azkz_desktop.timeline.batch import PARTS, Numbers, copy_parts
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.marks import Pixels, Spots
from azkz_desktop.timeline.shapes import SpotLook, draw_date, draw_spot, side_of
from azkz_desktop.view.tokens import KIND_GROUPS, Theme


class Screen:
    """The pictures of one widget at one pixel ratio, on the ground of the theme's panel."""

    def __init__(self, theme: Theme, fonts: Fonts, ratio: float) -> None:
        self.ratio = ratio
        self.texts = TextAtlas(theme.panel, fonts, ratio)
        self._sheet = SpotSheet(theme, fonts.sizes().spot, ratio)

    def spots(
        self, painter: QPainter, spots: Spots, points: Sequence[tuple[float, float, int]] = ()
    ) -> None:
        """Paint the spots, of those on the same pixel only the one on top; above them *points*.

        These are (x, y, what): 0 for a date of a contested event, −1 or 1 for an arrow to the left
        or right that ends there.
        """
        self._sheet.draw(painter, spots, points)


class SpotSheet:
    """Every look of a mark, painted once, side by side in one pixmap.

    Last an arrow to the left, a point of a dispute, an arrow to the right, and the same half a
    pixel lower, as lines of lanes are.
    """

    def __init__(self, theme: Theme, radius: float, ratio: float) -> None:
        self._side = side_of(radius)
        self._ratio = ratio
        # Whole pixels of the screen, so that marks of one row do not touch.
        self._step = math.ceil(self._side * ratio)
        looks = [
            SpotLook(style, pale, amber)
            for style in range(len(KIND_GROUPS))
            for pale in (False, True)
            for amber in (False, True)
        ]
        self._arrow = len(looks)
        points = [(way, lower) for lower in (0.0, 0.5) for way in (-1, 0, 1)]
        self._pixmap = QPixmap(self._step * (len(looks) + len(points)), self._step)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painted: list[SpotLook | tuple[int, float]] = [*looks, *points]
        for place, look in enumerate(painted):
            painter.resetTransform()
            painter.translate(self._step * place, 0)
            painter.scale(ratio, ratio)
            painter.translate(self._side / 2, self._side / 2)
            if isinstance(look, SpotLook):
                draw_spot(painter, look, theme, radius)
            else:
                draw_date(painter, look[0], 0, look[1], theme, radius)
        painter.end()
        self._parts = self._cropped(len(painted))

    def _cropped(self, count: int) -> Numbers:
        """The part of each look without what is transparent about it, as it stands at (0, 0)."""
        image = self._pixmap.toImage().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        pixels = np.frombuffer(image.constBits(), np.uint32).reshape(self._step, count, self._step)
        parts = np.zeros((count, PARTS))
        for axis, along in enumerate(((pixels != 0).any(axis=0), (pixels != 0).any(axis=2).T)):
            first = along.argmax(axis=1)
            last = self._step - along[:, ::-1].argmax(axis=1)
            parts[:, axis] = (first + last) / 2 / self._ratio - self._side / 2
            parts[:, 2 + axis], parts[:, 4 + axis] = first, last - first
        parts[:, 2] += np.arange(count) * self._step
        parts[:, 6:8] = 1 / self._ratio
        parts[:, 9] = 1
        return parts

    def draw(
        self, painter: QPainter, spots: Spots, points: Sequence[tuple[float, float, int]]
    ) -> None:
        """Paint the spots, of those on the same pixel only the last; above them *points*."""
        kept = _topmost(spots)
        xs, ys, looks = spots.x[kept], spots.y[kept], spots.style[kept] * 4
        looks += spots.pale[kept] * np.uint8(2) + spots.amber[kept]
        if points:
            arrow = self._arrow + 1
            ways = [arrow + way + (3 if y % 1 >= 0.5 else 0) for _, y, way in points]
            xs = np.concatenate((xs, [x for x, _, _ in points]))
            ys = np.concatenate((ys, [y for _, y, _ in points]))
            looks = np.concatenate((looks, np.array(ways, looks.dtype)))
        self._copy(painter, xs, ys, looks)

    def _copy(self, painter: QPainter, xs: Pixels, ys: Pixels, looks: NDArray[np.integer]) -> None:
        """Copy *looks* to whole pixels."""
        parts = self._parts.take(looks, axis=0)
        parts[:, 0] += np.floor(xs)
        parts[:, 1] += np.floor(ys)
        copy_parts(painter, parts, self._pixmap)


def _topmost(spots: Spots) -> NDArray[np.int64]:
    """Of the spots on the same pixel the last (heaviest) one, in their order.

    Place and number are one value each, which are sorted faster than numbers by their place.
    """
    key = (spots.y.astype(np.int64) << 20) + spots.x.astype(np.int64) << 20
    key += np.arange(len(key))
    key.sort()
    place = key >> 20
    last = np.empty(len(key), np.bool_)
    np.not_equal(place[1:], place[:-1], out=last[:-1])
    last[-1:] = True
    kept = key[last] & (1 << 20) - 1
    kept.sort()
    return kept
