"""A density as an image: events that begin as bars from below, those that run as a tint."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QPainter

from azkz_desktop.timeline.marks import Density
from azkz_desktop.view.tokens import KIND_GROUPS, Theme

TINTS = 22
"""Steps of the tint of running events."""
LEAST, MOST = 4, 1024
"""Events a pixel that fill the whole height, at the least and at the most."""


def draw_heat(painter: QPainter, density: Density, theme: Theme) -> None:
    """Paint *density* at its place."""
    from PySide6.QtGui import QImage  # only where events are too many to be marks

    pixels = heat_pixels(density, theme)
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    painter.drawImage(int(density.rect.x), int(density.rect.y), image)


def heat_pixels(density: Density, theme: Theme) -> NDArray[np.uint32]:
    """The pixels of *density*, uint32 of shape (height, width), rows downwards."""
    height = int(density.rect.height)
    colour = theme.band if density.style is None else KIND_GROUPS[density.style].colour
    begun = np.zeros_like(density.begun) if density.marked else density.begun
    columns = _steps(height, TINTS + 1, full_of(begun)).take(begun, mode="clip")
    columns += _steps(TINTS, 1, full_of(density.running)).take(density.running, mode="clip")
    return _columns(colour, height).take(columns, axis=1, mode="clip")


def full_of(counts: NDArray[np.int64]) -> int:
    """How many events a pixel fill the whole height, so that few are seen as well as many.

    A power of four, or heights would change with every pixel that one pans.
    """
    most, full = int(counts.max(initial=0)), LEAST
    while full < most:
        full *= 4
    return min(full, MOST)


@lru_cache(maxsize=32)
def _steps(most: int, each: int, full: int) -> NDArray[np.intp]:
    """For each count up to *full* how many of *most* steps it fills, by its logarithm.

    A step is *each* columns.
    """
    shares = np.log(1.0 + np.arange(full + 1)) / np.log(1.0 + full)
    return np.asarray(np.ceil(shares * most).astype(np.intp)) * each


@lru_cache(maxsize=64)
def _columns(colour: str, height: int) -> NDArray[np.uint32]:
    """Every column that can be: shape (height, bars * (TINTS + 1) + tints)."""
    bars = np.repeat(np.arange(height + 1), TINTS + 1)[None, :]
    tints = np.tile(np.arange(TINTS + 1), height + 1)[None, :]
    levels = np.arange(height, 0, -1)[:, None]
    return premultiplied(colour, np.where(levels <= bars, 215, tints * 110 // TINTS))


def premultiplied(colour: str, alpha: NDArray[np.int64]) -> NDArray[np.uint32]:
    """*colour* at each of the opacities (0 to 255) as premultiplied ARGB."""
    value = QColor(colour)
    red, green, blue = (
        (channel * alpha // 255) for channel in (value.red(), value.green(), value.blue())
    )
    return np.ascontiguousarray(alpha << 24 | red << 16 | green << 8 | blue).astype(np.uint32)
