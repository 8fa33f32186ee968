"""What is painted over the picture of the ground: what is chosen, pointed at, and where."""

from bisect import bisect_left

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from azkz_desktop.map.marks import Bubble, Furniture, Label, Pen, Ref, Scene, Stroke, Symbol
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.pens import qpen
from azkz_desktop.map.styles import chosen
from azkz_desktop.translation import translate

LIT = 3.0
"""Pixels between a symbol and the ring about it where it is pointed at."""
RIM = 4.0
"""Pixels that the ring fills beyond its radius."""
FEW = 50
"""So many events are looked for one by one."""


class Overlay:
    """Paints over *scene*, in its pixels."""

    def __init__(self, painting: MapPainter, scene: Scene) -> None:
        self.painting = painting
        self.scene = scene

    def paint(
        self,
        painter: QPainter,
        row: int | None,
        hovered: Ref | None,
        pointed: tuple[int, ...] = (),
    ) -> None:
        """Paint the ring about the chosen event, and what lights up under the pointer.

        *pointed* are the events at which it is, here or in another view.
        """
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hovered is not None:
            self._lit(painter, hovered)
        for x, y, radius in rings_about(self.scene, pointed):
            self.painting.symbols.ring(painter, x, y, radius)
        if row is not None:
            for symbol in self.scene.symbols:
                if row in symbol.rows:
                    self.painting.symbols.ring(painter, symbol.x, symbol.y, symbol.radius + 6)
        painter.restore()

    def _lit(self, painter: QPainter, ref: Ref) -> None:
        for stroke in self.scene.strokes:
            if stroke.ref == ref and not any(one.ref == ref for one in self.scene.over):
                wide = chosen(stroke.pens[0])
                self.painting.stroke(painter, Stroke(stroke.lines, (wide,)))
        for symbol in self.scene.symbols:
            if symbol.ref == ref:
                self.painting.symbols.ring(painter, symbol.x, symbol.y, symbol.radius + LIT)

    def pointer_degrees(
        self, painter: QPainter, furniture: Furniture, degrees: tuple[float, float] | None
    ) -> None:
        """Write where the pointer is at the lower left of the plot."""
        if degrees is not None:
            x, y = furniture.plot.left + 12, furniture.plot.bottom - 14 * self.painting.fonts.scale
            label = Label((in_degrees(*degrees),), "degree", "ink", x, y, -1)
            self.painting.texts.paint(painter, label)

    def focus_frame(self, painter: QPainter, furniture: Furniture) -> None:
        """Show that the keyboard is here."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(qpen(Pen("accent", 2.0), self.painting.theme))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        plot = furniture.plot
        painter.drawRect(QRectF(1, 1, plot.right - 2, furniture.height - 2))


def rings_about(scene: Scene, rows: tuple[int, ...]) -> list[tuple[float, float, float]]:
    """Middle and radius of the ring about each symbol and bubble that stands for any of *rows*."""
    if not rows:
        return []
    marks: list[Symbol | Bubble] = [*scene.symbols, *scene.bubbles]
    return [(one.x, one.y, one.radius + LIT) for one in marks if _stands_for(one.rows, rows)]


def _stands_for(own: tuple[int, ...], rows: tuple[int, ...]) -> bool:
    """Whether any of *rows* is among its *own*, which are ascending.

    Many are those of one bubble, and in no other: a bubble of a million may be pointed at.
    """
    if len(rows) > FEW:
        return own == rows
    places = ((bisect_left(own, row), row) for row in rows)
    return any(place < len(own) and own[place] == row for place, row in places)


def lit_region(scene: Scene, rows: tuple[int, ...], corner: QPointF) -> QRegion:
    """Where the rings about *rows* are painted, the scene lying at *corner*."""
    region = QRegion()
    for x, y, radius in rings_about(scene, rows):
        reach = radius + RIM
        box = QRectF(x - reach, y - reach, 2 * reach, 2 * reach).translated(corner)
        region += box.toAlignedRect()
    return region


def in_degrees(lon: float, lat: float) -> str:
    """A position in degrees and minutes: "42°33.6′ N  49°53.3′ E"."""
    north = translate("Map", "N") if lat >= 0 else translate("Map", "S")
    east = translate("Map", "E") if lon >= 0 else translate("Map", "W")
    return f"{_minutes(abs(lat))} {north}  {_minutes(abs(lon))} {east}"


def _minutes(value: float) -> str:
    whole, tenths = divmod(round(value * 600), 600)
    return f"{whole}°{tenths / 10:04.1f}′"
