"""The axes of a chart on the screen: years, round numbers, names. Imported with pyqtgraph only."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtGui import QFontMetricsF

from azkz_desktop.figures.painter import chart_font
from azkz_desktop.figures.sheet import WIDER, ticks
from azkz_desktop.figures.ticks import number_words, time_ticks
from azkz_desktop.painting.letters import Letters


class TimeAxis(pg.AxisItem):  # type: ignore[misc] # pyqtgraph has no types
    """Years, and months where there is room for them; x is days (ordinals)."""

    def tickValues(self, low: float, high: float, size: float) -> list[Any]:  # noqa: N802
        """The days with a tick."""
        found = time_ticks(low, high, size / Letters.factor)
        self.words = {float(day): text for day, text in found}
        return [(1.0, list(self.words))]

    def tickStrings(self, values: Any, scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Their words."""
        return [self.words.get(float(value), "") for value in values]


class NumberAxis(pg.AxisItem):  # type: ignore[misc]
    """Round numbers with separators, never with a power of ten."""

    def numbers_of(self, low: float, high: float, size: float) -> list[float]:
        """The numbers with a tick; those below stand further apart, for they are wide."""
        room = size if self.orientation == "left" else size / WIDER
        return ticks(low, high, room, Letters.factor)

    def tickValues(self, low: float, high: float, size: float) -> list[Any]:  # noqa: N802
        """The same, as pyqtgraph wants them."""
        return [(1.0, self.numbers_of(low, high, size))]

    def tickStrings(self, values: Any, scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Their words."""
        return [number_words(value) for value in values]


class NameAxis(pg.AxisItem):  # type: ignore[misc]
    """The names along a ranking."""

    names: list[str] = []  # noqa: RUF012 - replaced, never changed

    def show_names(self, names: list[str]) -> None:
        """Write *names*, which may have several lines."""
        measure = QFontMetricsF(chart_font(scale=Letters.factor)).horizontalAdvance
        self.names = names
        lines = (line for name in names for line in name.split("\n"))
        self.setWidth(max(map(measure, lines), default=0) + 14)

    def tickValues(self, low: float, high: float, size: float) -> list[Any]:  # noqa: N802
        """A tick for each place."""
        return [(1.0, list(range(len(self.names))))]

    def tickStrings(self, values: Any, scale: float, spacing: float) -> list[str]:  # noqa: N802
        """The names."""
        return [self.names[int(value)] for value in values if 0 <= value < len(self.names)]
