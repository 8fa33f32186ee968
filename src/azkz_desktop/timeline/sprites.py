"""What only a screen can use: marks as pixmaps, texts drawn once into one large pixmap."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from azkz_desktop.dataset.columns import run_starts
from azkz_desktop.timeline.batch import PARTS, copy_parts
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.marks import Spots
from azkz_desktop.timeline.shapes import SpotLook, draw_spot, side_of
from azkz_desktop.view.tokens import KIND_GROUPS, Theme

ATLAS_WIDTH, ATLAS_ROWS = 2048, 120
"""Pixels across and lines of text: room for some 1,500 texts."""
MOST_TEXTS = 4096


class Ink(NamedTuple):
    """A text, the role that names its font, and its colour."""

    text: str
    role: str
    colour: str


Placed = tuple[float, float, Ink]
"""A text at x and top."""


class Screen:
    """The pictures of one widget at one pixel ratio, on the ground of the theme's panel."""

    def __init__(self, theme: Theme, fonts: Fonts, ratio: float) -> None:
        self.ratio = ratio
        self.texts = TextAtlas(theme.panel, fonts, ratio)
        self._sheet = SpotSheet(theme, fonts.sizes().spot, ratio)

    def spots(self, painter: QPainter, spots: Spots) -> None:
        """Paint the spots; of those on the same pixel only the one on top."""
        self._sheet.draw(painter, spots)


class SpotSheet:
    """Every look of a mark, painted once, side by side in one pixmap."""

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
        self._pixmap = QPixmap(self._step * len(looks), self._step)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, look in enumerate(looks):
            painter.resetTransform()
            painter.translate(self._step * place, 0)
            painter.scale(ratio, ratio)
            painter.translate(self._side / 2, self._side / 2)
            draw_spot(painter, look, theme, radius)
        painter.end()

    def draw(self, painter: QPainter, spots: Spots) -> None:
        """Paint the spots at whole pixels; of those on the same one only the last."""
        # Keyed by place; later (heavier) ones replace earlier ones, and keep their order.
        place = (spots.y.astype(np.int64) << 20) + spots.x.astype(np.int64)
        order = np.argsort(place, kind="stable")
        kept = np.sort(order[np.append(run_starts(place[order]), len(place))[1:] - 1])
        looks = spots.style[kept].astype(np.float64) * 4 + spots.pale[kept] * 2 + spots.amber[kept]
        parts = np.zeros((len(kept), PARTS))
        shift = self._step / self._ratio / 2 - self._side / 2
        parts[:, 0] = np.floor(spots.x[kept]) + shift
        parts[:, 1] = np.floor(spots.y[kept]) + shift
        parts[:, 2] = looks * self._step
        parts[:, 4:6] = self._step
        parts[:, 6:8] = 1 / self._ratio
        parts[:, 9] = 1
        copy_parts(painter, parts, self._pixmap)


class TextAtlas:
    """Texts on an opaque ground, drawn once; from then on they are copied, not set.

    A text that is copied costs a tenth of one that is drawn. The ground reaches one pixel
    beyond the text at both sides.
    """

    def __init__(self, ground: str, fonts: Fonts, ratio: float) -> None:
        self._ground = QColor(ground)
        self._fonts = fonts
        self._ratio = ratio
        self._line = _whole(max(fonts.height(role) for role in ("label", "lane")))
        size = math.ceil(ATLAS_WIDTH * ratio), math.ceil(self._line * ATLAS_ROWS * ratio)
        self._pixmap = QPixmap(*size)
        self._places: dict[Ink, int] = {}
        self._parts = np.zeros((MOST_TEXTS, PARTS))
        self._next = (0, 0)
        self._written_with = "", ""

    def draw(self, painter: QPainter, texts: Sequence[Placed]) -> None:
        """Paint texts at (x, top), rounded to whole pixels."""
        self._prepare([ink for _, _, ink in texts])
        if texts:
            places = self._places
            parts = self._parts[[places[ink] for _, _, ink in texts]]
            parts[:, :2] += np.rint([text[:2] for text in texts])
            copy_parts(painter, parts, self._pixmap)

    def _prepare(self, inks: list[Ink]) -> None:
        """Draw those of *inks* that are not there yet; where they do not fit, begin anew."""
        missing = [ink for ink in inks if ink not in self._places]
        if missing and not self._add(missing):
            self._places.clear()
            self._next = (0, 0)
            self._add(inks)

    def _add(self, inks: list[Ink]) -> bool:
        """Whether all *inks* found room."""
        painter = QPainter(self._pixmap)
        painter.scale(self._ratio, self._ratio)
        self._written_with = "", ""
        fits = all(ink in self._places or self._add_one(painter, ink) for ink in inks)
        painter.end()
        return fits

    def _add_one(self, painter: QPainter, ink: Ink) -> bool:
        x, row = self._next
        needed = math.ceil(self._fonts.measure(ink.text, ink.role)) + 2
        width = min(_whole(needed), ATLAS_WIDTH)
        if x + width > ATLAS_WIDTH:
            x, row = 0, row + 1
        if row >= ATLAS_ROWS or len(self._places) == MOST_TEXTS:
            return False
        top = row * self._line
        if x == 0:
            painter.fillRect(0, top, ATLAS_WIDTH, self._line, self._ground)
        if self._written_with != (ink.role, ink.colour):
            self._written_with = ink.role, ink.colour
            painter.setPen(QColor(ink.colour))
            painter.setFont(self._fonts.font(ink.role))
        painter.drawText(QPointF(x + 1, top + self._fonts.ascent(ink.role)), ink.text)
        height = math.ceil(self._fonts.height(ink.role))
        pixels = (x, top, min(needed, width), height)
        left, upper, across, down = (round(length * self._ratio) for length in pixels)
        shown = 1 / self._ratio
        middle = across * shown / 2 - 1, down * shown / 2
        self._places[ink] = place = len(self._places)
        self._parts[place] = *middle, left, upper, across, down, shown, shown, 0, 1
        self._next = x + width, row
        return True


def _whole(length: float) -> int:
    """*length* or somewhat more: whole pixels also of a screen at 125 % or 150 %."""
    return math.ceil(length / 4) * 4
