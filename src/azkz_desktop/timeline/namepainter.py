"""The names of the lanes: whole lines only, in sight for as long as any of the lane is."""

import math

import numpy as np
from PySide6.QtGui import QColor, QPainter

from azkz_desktop.timeline.atlas import Ink, Placed, Texts, by_role
from azkz_desktop.timeline.batch import fill_rects
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.marks import LaneMark, Marks
from azkz_desktop.timeline.texts import Writer
from azkz_desktop.view.tokens import Theme


class NamePainter:
    """Paints names; knows those of the last frame, for most frames show the same lanes."""

    def __init__(self, theme: Theme, fonts: Fonts) -> None:
        self._theme, self._fonts = theme, fonts
        self._for: tuple[object, ...] = ()
        self._texts: list[Texts] = []
        self._lines = np.empty((0, 4))

    def paint(self, painter: QPainter, marks: Marks, writer: Writer) -> None:
        """Paint the names, and the lines between the lanes."""
        wanted = marks.lanes, marks.plot, marks.scroll, marks.width
        if wanted != self._for:
            # Last written lies on top: the names keep their descenders.
            names = sorted(lane_names(marks, self._theme, self._fonts), key=_is_name)
            lines = [(0, int(lane.rect.bottom), int(marks.width), 1) for lane in marks.lanes]
            self._for, self._texts = wanted, by_role(names)
            self._lines = np.array(lines, np.float64).reshape(-1, 4)
        writer.columns(self._texts)
        # After the names, whose ground would hide them where lanes are low.
        fill_rects(painter, self._lines, QColor(self._theme.hairline))


def _is_name(text: Placed) -> bool:
    return text[2].role == "lane"


def lane_names(marks: Marks, theme: Theme, fonts: Fonts) -> list[Placed]:
    """Each lane's name in lines, and below it how many events there are, where that has room.

    Where a lane is cut, its name moves with the edge; a line that would be cut is left out.
    """
    top, bottom = -math.inf, math.inf
    if marks.scroll:
        from azkz_desktop.timeline.scrolling import free_room  # most often all lanes fit

        area = marks.plot._replace(height=marks.scroll.track.height)
        top, bottom = free_room(area, marks.scroll)
    return [text for lane in marks.lanes for text in _name(lane, top, bottom, theme, fonts)]


def _name(lane: LaneMark, top: float, bottom: float, theme: Theme, fonts: Fonts) -> list[Placed]:
    """The lines of one name between *top* and *bottom*; they are set close."""
    x, high = fonts.sizes().margin, fonts.height("lane")
    step, line = math.ceil(high) - 2, fonts.sizes().line
    first = max(min(math.floor(lane.line - high / 2), bottom - line), lane.rect.y, top)
    end = min(lane.rect.bottom, bottom) if lane.rect.bottom > bottom or first == top else bottom
    name: list[Placed] = [
        (x, first + place * step, Ink(text, "lane", theme.ink))
        for place, text in enumerate(lane.shown)
        if first + place * step + line <= end
    ]
    below = first + len(lane.shown) * step
    if lane.folded or below + fonts.height("note") > min(lane.rect.bottom + 1, bottom):
        return name[::-1]
    # Last written lies on top: the name keeps its descenders.
    return [(x, below, Ink(lane.note, "note", theme.secondary)), *name[::-1]]
