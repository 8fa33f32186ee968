"""The whole legend as a tooltip, where the strip below a small map has no room for all of it."""

from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice

from azkz_desktop.map.cache import part_of
from azkz_desktop.map.furniture import legend_height, placed_legend
from azkz_desktop.map.marks import Furniture, LegendEntry
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.shapes import Box

WIDTH = 420.0
"""Pixels that the tooltip's picture is wide."""


def legend_html(
    entries: tuple[LegendEntry, ...], furniture: Furniture, painting: MapPainter, ratio: float
) -> str:
    """The picture of all *entries*, painted as the strip of *furniture* is, as an image."""
    box = Box(0, 0, WIDTH, legend_height(entries, painting.fonts, WIDTH))
    placed = placed_legend(entries, painting.fonts, WIDTH, 0.0)
    whole = replace(furniture, legend=placed, legend_box=box)
    _, picture = part_of(whole, box, painting.frame.legend, ratio)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    data = bytes(buffer.data().toBase64().data()).decode("ascii")
    size = picture.deviceIndependentSize().toSize()
    return (
        f'<img width="{size.width()}" height="{size.height()}" src="data:image/png;base64,{data}">'
    )
