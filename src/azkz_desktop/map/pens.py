"""The map's pens and colours as Qt has them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from azkz_desktop.map.marks import Pen
from azkz_desktop.view.tokens import Theme


def colour_of(theme: Theme, name: str, alpha: float = 1.0) -> QColor:
    """A token's colour, or `#rrggbb` itself."""
    colour = QColor(name if name.startswith("#") else getattr(theme, name))
    if alpha < 1:
        colour.setAlphaF(alpha)
    return colour


def mixed(theme: Theme, pen: Pen) -> QColor:
    """The pen's colour, mixed with the land's where it is pale."""
    colour = colour_of(theme, pen.colour, pen.alpha)
    if not pen.pale:
        return colour
    land, share = colour_of(theme, "land"), pen.pale
    return QColor.fromRgbF(
        colour.redF() * (1 - share) + land.redF() * share,
        colour.greenF() * (1 - share) + land.greenF() * share,
        colour.blueF() * (1 - share) + land.blueF() * share,
        colour.alphaF(),
    )


def qpen(pen: Pen, theme: Theme, *, cosmetic: bool = False) -> QPen:
    """*pen* in the colours of *theme*.

    A *cosmetic* one is as many device pixels wide whatever the transformation: for what is
    painted in metres. It must not be wider than 1, where Qt's fast path ends.
    """
    made = QPen(mixed(theme, pen), pen.width)
    made.setCosmetic(cosmetic)
    # A mitre at a sharp bend of a wide line would stick out far; thin ones do not show theirs.
    made.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pen.dash:
        # Qt counts dashes in widths of the pen.
        made.setDashPattern([length / pen.width for length in pen.dash])
    return made
