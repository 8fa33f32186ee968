"""Many rectangles, or many parts of a picture, in one call of Qt each.

A call from Python costs five times as much as what it draws. Qt's calls for many take the first
of an array of its own values; rows of numbers in the order of their members are such an array.
"""

from threading import local
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


class _Array(local):
    """An array of *kind*, each of *size* numbers, that Qt is shown once and that is filled anew.

    To find where numbers lie and to show them to Qt takes longer than to copy them here. Each
    thread has its own: pictures are painted beside the window.
    """

    def __init__(self, kind: type, size: int) -> None:
        self._kind, self._size = kind, size
        self._grow(256)

    def _grow(self, count: int) -> None:
        self._numbers = np.empty((count, self._size))
        self._first = Shiboken.wrapInstance(self._numbers.ctypes.data, self._kind)

    def first(self, numbers: Numbers) -> object:
        """The first of an array of *numbers*, of shape (n, size), until the next call."""
        if len(numbers) > len(self._numbers):
            self._grow(2 * len(numbers))
        self._numbers[: len(numbers)] = numbers
        return self._first


_RECTS = _Array(QRectF, 4)
_PARTS = _Array(QPainter.PixmapFragment, PARTS)


def fill_rects(painter: QPainter, rects: Numbers, colour: QColor) -> None:
    """Fill *rects* (float64 of shape (n, 4): x, y, width, height), without an outline."""
    if len(rects):
        painter.setPen(NO_PEN)
        painter.setBrush(colour)
        painter.drawRects(cast(QRectF, _RECTS.first(rects)), len(rects))


def copy_parts(painter: QPainter, parts: Numbers, pixmap: QPixmap) -> None:
    """Copy *parts* (float64 of shape (n, `PARTS`)) of *pixmap*, in their order."""
    if len(parts):
        first = cast(QPainter.PixmapFragment, _PARTS.first(parts))
        painter.drawPixmapFragments(first, len(parts), pixmap)
