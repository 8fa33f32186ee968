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


def qpen(pen: Pen, theme: Theme, *, cosmetic: bool = False) -> QPen:
    """*pen* in the colours of *theme*.

    A *cosmetic* one is as many device pixels wide whatever the transformation: for what is
    painted in metres. It must not be wider than 1, where Qt's fast path ends.
    """
    made = QPen(colour_of(theme, pen.colour, pen.alpha), pen.width)
    made.setCosmetic(cosmetic)
    # A mitre at a sharp bend of a wide line would stick out far; thin ones do not show theirs.
    made.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    cap = Qt.PenCapStyle.RoundCap if pen.round_caps else Qt.PenCapStyle.FlatCap
    made.setCapStyle(cap)
    if pen.dash:
        # Qt counts dashes in widths of the pen.
        made.setDashPattern([length / pen.width for length in pen.dash])
    return made
