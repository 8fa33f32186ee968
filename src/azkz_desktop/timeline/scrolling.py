"""Where lanes are cut because they do not all fit: a bar at the right, and how many are left."""

from collections.abc import Sequence
from typing import NamedTuple

from azkz_desktop.timeline.arrange import LaneRoom, Sizes
from azkz_desktop.timeline.marks import Rect
from azkz_desktop.translation import translate

HAIR = 1e-6
"""Pixels by which sums of heights may be off: a line that has just room enough has it."""


class MoreMark(NamedTuple):
    """Says that there are more lanes above or below, in the column of the names."""

    rect: Rect
    text: str
    down: bool


class ScrollMark(NamedTuple):
    """The bar that shows which part of all lanes is in sight; `most` pixels can be scrolled."""

    track: Rect
    thumb: Rect
    most: float
    more: tuple[MoreMark, ...]

    def scrolled_at(self, top: float) -> float:
        """How far the lanes are scrolled where the thumb's top is at *top*."""
        room = max(self.track.height - self.thumb.height, 1.0)
        return min(max((top - self.track.y) / room, 0.0), 1.0) * self.most


def scroll_mark(
    rooms: Sequence[LaneRoom], area: Rect, scrolled: float, sizes: Sizes
) -> ScrollMark | None:
    """The bar beside *area*, where the lanes lie in these *rooms*; None where all fit."""
    content = rooms[-1].top + rooms[-1].height if rooms else 0.0
    most = content - area.height
    if most <= 0 or area.height <= 0:
        return None
    width = sizes.spot
    track = Rect(area.right, area.y, width, area.height)
    high = min(max(area.height * area.height / content, 3.0 * width), area.height)
    top = area.y + (area.height - high) * scrolled / most
    thumb = Rect(track.x, round(top), track.width, round(high))
    return ScrollMark(track, thumb, most, _more(rooms, area, scrolled, sizes))


def free_room(area: Rect, mark: ScrollMark | None) -> tuple[float, float]:
    """From where to where names of lanes may stand beside *area*: clear of the words."""
    top, bottom = area.y, area.bottom
    for more in mark.more if mark else ():
        top, bottom = (top, more.rect.y) if more.down else (more.rect.bottom, bottom)
    return top, bottom


def _more(
    rooms: Sequence[LaneRoom], area: Rect, scrolled: float, sizes: Sizes
) -> tuple[MoreMark, ...]:
    """What is said of lanes of which too little is in sight for a line of their name."""
    high = sizes.line
    found = []
    above, below = _outside(rooms, *clear_room(rooms, area.height, scrolled, sizes), sizes)
    for count, down, y in ((above, False, area.y), (below, True, area.bottom - high)):
        if count:
            words = translate("Timeline", "%n more lane(s)", count)
            text = f"{'▾' if down else '▴'} {words}"
            found.append(MoreMark(Rect(0, y, area.x, high), text, down))
    return tuple(found)


def clear_room(
    rooms: Sequence[LaneRoom], height: float, scrolled: float, sizes: Sizes
) -> tuple[float, float]:
    """From where to where lanes are in sight clear of the words about further ones.

    As their rooms, in pixels from the top of the first lane; *height* pixels are in sight.
    """
    top, bottom = scrolled, scrolled + height
    if _outside(rooms, top, bottom, sizes)[0]:
        top += sizes.line
    if _outside(rooms, top, bottom, sizes)[1]:
        bottom -= sizes.line
    return top, bottom


def has_name(room: LaneRoom, top: float, bottom: float, sizes: Sizes) -> bool:
    """Whether enough of a lane lies between *top* and *bottom* for a line of its name."""
    return min(room.top + room.height, bottom) - max(room.top, top) >= sizes.line - HAIR


def _outside(rooms: Sequence[LaneRoom], top: float, bottom: float, sizes: Sizes) -> tuple[int, int]:
    """How many lanes above and below have no room for a line between *top* and *bottom*."""
    hidden = [
        room.top + room.height / 2 < (top + bottom) / 2
        for room in rooms
        if not has_name(room, top, bottom, sizes)
    ]
    return sum(hidden), len(hidden) - sum(hidden)
