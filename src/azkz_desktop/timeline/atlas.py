"""Texts drawn once into one large pixmap; from then on they are copied, not set."""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap

from azkz_desktop.timeline.batch import PARTS, copy_parts
from azkz_desktop.timeline.fonts import Fonts

ATLAS_WIDTH, ATLAS_ROWS = 512, 960
"""Pixels across and lines of text: room for some 3,000 texts.

Narrow, so that the lines of pixels of a text lie near one another in memory. On a screen with
twice as many pixels half as many lines: so much memory is not spent on names.
"""
TALLEST = 32_767
"""Pixels down that a pixmap has at the most."""
TOO_WIDE = -1
"""The part of a text that is wider than the pixmap: it is drawn each time."""
Known = dict[str, int]
"""Where each text of one font and colour is: the number of its part."""


class Ink(NamedTuple):
    """A text, the role that names its font, and its colour."""

    text: str
    role: str
    colour: str


Placed = tuple[float, float, Ink]
"""A text at x and top."""


class Texts(NamedTuple):
    """Texts of one role (it names the font) and one colour, at their x and top."""

    role: str
    colour: str
    texts: list[str]
    xs: list[float]
    tops: list[float]

    def add(self, text: str, x: float, top: float) -> None:
        """One text more."""
        self.texts.append(text)
        self.xs.append(x)
        self.tops.append(top)


def _rows(line: int, ratio: float) -> int:
    """How many lines, *line* pixels high, an atlas has where a pixel is *ratio* of the screen's."""
    return int(min(ATLAS_ROWS / max(ratio, 1.0), TALLEST / (line * ratio)))


class TextAtlas:
    """Texts on an opaque ground.

    A text that is copied costs a tenth of one that is drawn. The ground reaches one pixel
    beyond the text at both sides. Where the pixmap is full, the texts of its oldest line make
    room, so that no frame draws everything anew.
    """

    def __init__(self, ground: str, fonts: Fonts, ratio: float) -> None:
        self._ground = QColor(ground)
        self._fonts = fonts
        self._ratio = ratio
        self._line = _whole(max(fonts.height(role) for role in ("label", "lane")))
        self._rows = _rows(self._line, ratio)
        size = math.ceil(ATLAS_WIDTH * ratio), math.ceil(self._line * self._rows * ratio)
        self._pixmap = QPixmap(*size)
        self._known: dict[tuple[str, str], Known] = {}
        self._parts = np.zeros((512, PARTS))
        self._free = list(range(512))
        self._lines: list[list[tuple[Known, str]]] = [[] for _ in range(self._rows)]
        self._next = (0, 0)

    def draw(self, painter: QPainter, columns: Sequence[Texts]) -> None:
        """Paint texts, at whole pixels."""
        for one in columns:
            self.prepare(one)
        places, xs, tops = list[int](), list[float](), list[float]()
        for one in columns:
            known = self._known[one.role, one.colour]
            try:
                places += [known[text] for text in one.texts]
            except KeyError:  # so many that the last ones made the first ones make room
                self._draw_halves(painter, columns)
                return
            xs += one.xs
            tops += one.tops
        if places:
            parts = self._parts.take(places, axis=0)
            parts[:, :2] += np.rint([xs, tops]).T
            if min(places) == TOO_WIDE:
                parts = parts[np.array(places) != TOO_WIDE]
                self._draw_wide(painter, columns)
            copy_parts(painter, parts, self._pixmap)

    def _draw_wide(self, painter: QPainter, columns: Sequence[Texts]) -> None:
        """Write the texts that are wider than the pixmap, on the same ground."""
        for role, colour, texts, xs, tops in columns:
            known = self._known[role, colour]
            ascent, high = self._fonts.ascent(role), math.ceil(self._fonts.height(role))
            painter.setPen(QColor(colour))
            painter.setFont(self._fonts.font(role))
            for text, x, top in zip(
                texts, np.rint(xs).tolist(), np.rint(tops).tolist(), strict=True
            ):
                if known[text] == TOO_WIDE:
                    across = math.ceil(self._fonts.measure(text, role)) + 2
                    painter.fillRect(QRectF(x - 1, top, across, high), self._ground)
                    painter.drawText(QPointF(x, top + ascent), text)

    def _draw_halves(self, painter: QPainter, columns: Sequence[Texts]) -> None:
        for one in columns:
            half = (len(one.texts) + 1) // 2
            for part in (slice(half), slice(half, None)):
                cut = one.texts[part], one.xs[part], one.tops[part]
                self.draw(painter, [Texts(one.role, one.colour, *cut)])

    def prepare(self, column: Texts) -> None:
        """Draw those of the texts into the pixmap that are not there yet; where is not asked."""
        role, colour = column.role, column.colour
        known = self._known.setdefault((role, colour), {})
        missing = [text for text in column.texts if text not in known]
        if not missing:
            return
        painter = QPainter(self._pixmap)
        painter.scale(self._ratio, self._ratio)
        painter.setPen(QColor(colour))
        painter.setFont(self._fonts.font(role))
        ascent, high = self._fonts.ascent(role), math.ceil(self._fonts.height(role))
        for text in dict.fromkeys(missing):
            needed = math.ceil(self._fonts.measure(text, role)) + 2
            place, line = TOO_WIDE, self._next[1]
            if _whole(needed) <= ATLAS_WIDTH:
                x, line = self._room(painter, _whole(needed))
                painter.drawText(QPointF(x + 1, line * self._line + ascent), text)
                place = self._place()
                self._parts[place] = self._part(x, line, needed, high)
            known[text] = place
            self._lines[line].append((known, text))
        painter.end()

    def _part(self, x: int, line: int, across: int, down: int) -> tuple[float, ...]:
        """The numbers of the part at *x* of a *line*; what stands at (0, 0) is the text."""
        ratio, shown = self._ratio, 1 / self._ratio
        left, top = round(x * ratio), round(line * self._line * ratio)
        across, down = round(across * ratio), round(down * ratio)
        middle = across * shown / 2 - 1, down * shown / 2
        return *middle, left, top, across, down, shown, shown, 0, 1

    def _room(self, painter: QPainter, width: int) -> tuple[int, int]:
        """The first pixel and the line of a free place; a line that is begun is wiped."""
        x, line = self._next
        if x + width > ATLAS_WIDTH:
            x, line = 0, (line + 1) % self._rows
        if x == 0:
            places = [known.pop(text) for known, text in self._lines[line]]
            self._free += [place for place in places if place != TOO_WIDE]
            self._lines[line].clear()
            painter.fillRect(0, line * self._line, ATLAS_WIDTH, self._line, self._ground)
        self._next = x + width, line
        return x, line

    def _place(self) -> int:
        if not self._free:
            count = len(self._parts)
            self._free = list(range(count, 2 * count))
            self._parts = np.concatenate((self._parts, np.zeros_like(self._parts)))
        return self._free.pop()


def by_role(texts: Iterable[Placed]) -> list[Texts]:
    """Texts one by one as columns, in their order."""
    columns: list[Texts] = []
    for x, top, ink in texts:
        if not columns or columns[-1][:2] != ink[1:]:
            columns.append(Texts(ink.role, ink.colour, [], [], []))
        columns[-1].add(ink.text, x, top)
    return columns


def _whole(length: float) -> int:
    """*length* or somewhat more: whole pixels also of a screen at 125 % or 150 %."""
    return math.ceil(length / 4) * 4
