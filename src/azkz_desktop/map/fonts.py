"""The fonts of the map's texts, and how wide a text is in them."""

from dataclasses import replace
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from azkz_desktop.lean import dataclass

SMALLEST: Final = 11


@dataclass(frozen=True, slots=True)
class Face:
    """How a role is written: size in pixels, weight, slope, pixels between letters."""

    size: int
    bold: bool = False
    italic: bool = False
    spacing: float = 0.0


FACES: Final = {
    "city": Face(12),
    "city-bold": Face(13, bold=True),
    "country": Face(12, spacing=2.0),
    "sea": Face(13, italic=True),
    "line": Face(11),
    "line-italic": Face(11, italic=True),
    "route": Face(11),
    "area": Face(11),
    "note-italic": Face(11, italic=True),
    "degree": Face(11),
    "legend": Face(11),
    "banner": Face(13),
    "banner-bold": Face(14, bold=True),
    "count": Face(11, bold=True),
    "note": Face(12, italic=True),
}


class Fonts:
    """One font a role; *scale* enlarges all of them.

    *spaced*: names of countries are written wide. Not in files: SVG would lose the space.
    """

    def __init__(self, scale: float = 1.0, *, spaced: bool = True) -> None:
        base = QFont(QGuiApplication.font())
        own = {role: face if spaced else replace(face, spacing=0.0) for role, face in FACES.items()}
        self.scale = scale
        self._fonts = {role: _font(base, face, scale) for role, face in own.items()}
        self._metrics = {role: QFontMetricsF(font) for role, font in self._fonts.items()}
        self._measured = lru_cache(maxsize=20_000)(self._measure)

    def font(self, role: str) -> QFont:
        """The font of *role*."""
        return self._fonts[role]

    def measure(self, text: str, role: str) -> float:
        """The width of *text* in the font of *role*, pixels."""
        return self._measured(text, role)

    def height(self, role: str) -> float:
        """The height of a line of *role*, pixels."""
        return self._metrics[role].height()

    def middle(self, role: str) -> float:
        """From the middle of a line of *role* down to its baseline, pixels."""
        metrics = self._metrics[role]
        return metrics.ascent() - metrics.height() / 2

    def _measure(self, text: str, role: str) -> float:
        return self._metrics[role].horizontalAdvance(text)


def _font(base: QFont, face: Face, scale: float) -> QFont:
    font = QFont(base)
    font.setPixelSize(max(round(face.size * scale), SMALLEST))
    font.setBold(face.bold)
    font.setItalic(face.italic)
    if face.spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.spacing * scale)
    return font
