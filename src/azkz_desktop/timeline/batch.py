"""Many rectangles, or many parts of a picture, in one call of Qt each.

A call from Python costs five times as much as what it draws. Qt's calls for many take the first
of an array of its own values; rows of numbers in the order of their members are such an array.
"""

from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from shiboken6 import Shiboken

Numbers = NDArray[np.float64]
NO_PEN = Qt.PenStyle.NoPen
"""Looked up once: the members of Python's enums are slow to reach."""
PARTS = 10
"""Numbers of a part, those of a `QPainter.PixmapFragment`: its middle (x, y) on the picture;
left, top, width and height in the pixmap's own pixels; scale in x and y; rotation; opacity."""


def fill_rects(painter: QPainter, rects: Numbers, colour: QColor) -> None:
    """Fill *rects* (float64 of shape (n, 4): x, y, width, height), without an outline."""
    count = len(rects)
    if count:
        numbers = np.ascontiguousarray(rects, np.float64)
        painter.setPen(NO_PEN)
        painter.setBrush(colour)
        first = cast(QRectF, Shiboken.wrapInstance(numbers.ctypes.data, QRectF))
        painter.drawRects(first, count)


def copy_parts(painter: QPainter, parts: Numbers, pixmap: QPixmap) -> None:
    """Copy *parts* (float64 of shape (n, `PARTS`)) of *pixmap*, in their order."""
    count = len(parts)
    if count:
        numbers = np.ascontiguousarray(parts, np.float64)
        first = Shiboken.wrapInstance(numbers.ctypes.data, QPainter.PixmapFragment)
        painter.drawPixmapFragments(cast(QPainter.PixmapFragment, first), count, pixmap)
