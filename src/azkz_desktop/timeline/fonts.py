"""The fonts of the timeline's texts, and how wide a text is in them."""

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from azkz_desktop.timeline.arrange import Sizes

SMALLEST = 11
"""Pixels: nothing on the timeline is written smaller."""
FIRST_JOINING = 0x590
"""From Hebrew and Arabic on letters may join or combine; Latin, Cyrillic, Armenian do not."""
ROLES = ("label", "label-bold", "label-doubtful", "tick", "tick-bold", "lane", "note", "value")


class Fonts:
    """One font a role. *scale* enlarges all of them; *family* None is the application's own."""

    def __init__(self, scale: float = 1.0, family: str | None = None) -> None:
        self._family = family
        self.write_in(scale)

    def write_in(self, scale: float) -> None:
        """Write *scale* times as large as usual from now on; who has measured does so anew."""
        base = QFont(QGuiApplication.font())
        if self._family:
            base.setFamily(self._family)
        self.scale = scale
        self._fonts = {role: _font(base, role, scale) for role in ROLES}
        self._metrics = {role: QFontMetricsF(font) for role, font in self._fonts.items()}
        self._advances = {role: _Advances(metrics) for role, metrics in self._metrics.items()}
        self.measure = lru_cache(maxsize=50_000)(self._measure)

    def font(self, role: str) -> QFont:
        """The font of *role*."""
        return self._fonts[role]

    def ascent(self, role: str) -> float:
        """From the top of a line of *role* to its baseline, pixels."""
        return self._metrics[role].ascent()

    def height(self, role: str) -> float:
        """The height of a line of *role*, pixels."""
        return self._metrics[role].height()

    def sizes(self) -> Sizes:
        """All lengths of the layout, fit for these fonts."""
        return Sizes(float(round(self.height("label"))))

    def _measure(self, text: str, role: str) -> float:
        """The sum of the advances of its characters, where letters do not join.

        Kerning makes a text narrower by a pixel or so, never wider by a whole one; asking Qt
        to shape the text would take twelve times as long.
        """
        if not text.isascii() and any(ord(char) >= FIRST_JOINING for char in text):
            return self._metrics[role].horizontalAdvance(text)
        return sum(map(self._advances[role].__getitem__, text))


class _Advances(dict[str, float]):
    """How wide each character is, asked of Qt once."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, char: str) -> float:
        self[char] = advance = self._metrics.horizontalAdvance(char)
        return advance


def _font(base: QFont, role: str, scale: float) -> QFont:
    font = QFont(base)
    size = SMALLEST + 1 if role == "lane" else SMALLEST
    font.setPixelSize(max(round(size * scale), SMALLEST))
    font.setBold(role in ("label-bold", "tick-bold", "lane"))
    return font
