"""What only a screen can use: marks as pixmaps, texts laid out once."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QStaticText, QTransform

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.marks import Spots
from azkz_desktop.timeline.shapes import spot_pixmap
from azkz_desktop.view.tokens import KIND_GROUPS, Theme

MOST_LABELS = 2000
MOST_TEXTS = 4000
"""Laid-out texts that are kept; beyond that all are dropped, which costs one slow frame."""


class Screen:
    """The caches of one widget at one pixel ratio."""

    def __init__(self, theme: Theme, fonts: Fonts, ratio: float) -> None:
        self._fonts = fonts
        radius = fonts.sizes().spot
        self._spots = [
            spot_pixmap(style, pale, theme, radius, ratio)
            for style in range(len(KIND_GROUPS))
            for pale in (False, True)
        ]
        self._half = int(self._spots[0].deviceIndependentSize().width()) // 2
        self._theme = theme
        self._ratio = ratio
        self._texts: dict[tuple[str, str], QStaticText] = {}
        self._labels: dict[tuple[str, str], QPixmap] = {}

    def text(self, text: str, role: str) -> QStaticText:
        """*text* laid out in the font of *role*."""
        key = text, role
        found = self._texts.get(key)
        if found is None:
            found = self._lay_out(text, role)
        return found

    def _lay_out(self, text: str, role: str) -> QStaticText:
        if len(self._texts) >= MOST_TEXTS:
            self._texts.clear()
        static = QStaticText(text)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        static.prepare(QTransform(), self._fonts.font(role))
        self._texts[text, role] = static
        return static

    def label(self, text: str, role: str) -> QPixmap:
        """*text* in ink on the panel's ground: one pixel larger than the text at each side."""
        key = text, role
        found = self._labels.get(key)
        if found is None:
            if len(self._labels) >= MOST_LABELS:
                self._labels.clear()
            found = self._labels[key] = self._drawn(text, role)
        return found

    def _drawn(self, text: str, role: str) -> QPixmap:
        width = math.ceil(self._fonts.measure(text, role)) + 2
        height = math.ceil(self._fonts.height(role))
        size = QSize(math.ceil(width * self._ratio), math.ceil(height * self._ratio))
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self._ratio)
        image.fill(QColor(self._theme.panel))
        painter = QPainter(image)
        painter.setPen(QColor(self._theme.ink))
        painter.setFont(self._fonts.font(role))
        painter.drawText(QPointF(1, self._fonts.ascent(role)), text)
        painter.end()
        return QPixmap.fromImage(image)

    def spots(self, painter: QPainter, spots: Spots) -> None:
        """Paint the spots; of those on the same pixel only the one on top."""
        columns = spots.style.astype(np.int64) * 2 + spots.pale
        # Keyed by place; later (heavier) ones replace earlier ones, and keep their order.
        place = (spots.y.astype(np.int64) << 20) + spots.x.astype(np.int64)
        _, last = np.unique(place[::-1], return_index=True)
        kept = np.sort(len(place) - 1 - last)
        xs, ys = spots.x[kept].astype(int) - self._half, spots.y[kept].astype(int) - self._half
        draw, pictures = painter.drawPixmap, self._spots
        for x, y, column in zip(xs.tolist(), ys.tolist(), columns[kept].tolist(), strict=True):
            draw(x, y, pictures[column])
