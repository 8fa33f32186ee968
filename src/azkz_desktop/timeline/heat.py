"""A density as an image: events that begin as bars from below, those that run as a tint."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from azkz_desktop.timeline.marks import Density
from azkz_desktop.view.tokens import KIND_GROUPS, Theme

FULL = 3.0
"""log10 of the count a pixel that fills the whole height; more is drawn as high."""


def heat_image(density: Density, theme: Theme) -> QImage:
    """The image of *density*, one pixel a pixel, premultiplied ARGB."""
    pixels = heat_pixels(density, theme)
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()


def heat_pixels(density: Density, theme: Theme) -> NDArray[np.uint32]:
    """The pixels of *density*, uint32 of shape (height, width), rows downwards."""
    height = int(density.rect.height)
    colour = theme.band if density.style is None else KIND_GROUPS[density.style].colour
    begun = np.log10(1.0 + density.begun) / FULL
    running = np.log10(1.0 + density.running) / FULL
    levels = (height - np.arange(height))[:, None] / height
    tint = (np.minimum(running, 1.0) * 110).astype(np.uint32)[None, :]
    alpha = np.where(levels <= np.maximum(begun, (begun > 0) / height), np.uint32(215), tint)
    return premultiplied(colour, alpha)


def premultiplied(colour: str, alpha: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """*colour* at each of the opacities (0 to 255) as premultiplied ARGB."""
    value = QColor(colour)
    red, green, blue = (
        (channel * alpha // 255) for channel in (value.red(), value.green(), value.blue())
    )
    return np.ascontiguousarray(alpha << 24 | red << 16 | green << 8 | blue, np.uint32)
