"""What is painted over the picture of the ground: what is chosen, pointed at, and where."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from azkz_desktop.map.marks import Furniture, Label, Pen, Ref, Scene, Stroke
from azkz_desktop.map.painter import MapPainter
from azkz_desktop.map.pens import qpen
from azkz_desktop.map.styles import chosen
from azkz_desktop.translation import translate


class Overlay:
    """Paints over *scene*, in its pixels."""

    def __init__(self, painting: MapPainter, scene: Scene) -> None:
        self.painting = painting
        self.scene = scene

    def paint(self, painter: QPainter, row: int | None, hovered: Ref | None) -> None:
        """Paint the ring about the chosen event, and what lights up under the pointer."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if hovered is not None:
            self._lit(painter, hovered)
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
                self.painting.symbols.ring(painter, symbol.x, symbol.y, symbol.radius + 3)

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


def in_degrees(lon: float, lat: float) -> str:
    """A position in degrees and minutes: "42°33.6′ N  49°53.3′ E"."""
    north = translate("Map", "N") if lat >= 0 else translate("Map", "S")
    east = translate("Map", "E") if lon >= 0 else translate("Map", "W")
    return f"{_minutes(abs(lat))} {north}  {_minutes(abs(lon))} {east}"


def _minutes(value: float) -> str:
    whole, tenths = divmod(round(value * 600), 600)
    return f"{whole}°{tenths / 10:04.1f}′"
