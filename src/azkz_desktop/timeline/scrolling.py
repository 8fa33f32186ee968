"""Where lanes are cut because they do not all fit: a bar at the right, and how many are left."""

from collections.abc import Sequence
from typing import NamedTuple

from azkz_desktop.timeline.arrange import LaneRoom, Sizes
from azkz_desktop.timeline.marks import Rect
from azkz_desktop.translation import translate

SEEN = 0.5
"""Of a lane at least such a part must be in sight, or it counts as out of it."""


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


def _more(
    rooms: Sequence[LaneRoom], area: Rect, scrolled: float, sizes: Sizes
) -> tuple[MoreMark, ...]:
    """What is said of lanes of which hardly anything is in sight."""
    # Of a lane that is higher than there is room, as much as has room.
    needed = [min(room.height, area.height) * SEEN for room in rooms]
    above = sum(
        room.top + room.height - need < scrolled for room, need in zip(rooms, needed, strict=True)
    )
    bottom = scrolled + area.height
    below = sum(room.top + need > bottom for room, need in zip(rooms, needed, strict=True))
    high = sizes.line + 2
    found = []
    for count, down, y in ((above, False, area.y), (below, True, area.bottom - high)):
        if count:
            words = translate("Timeline", "%n more lane(s)", count)
            text = f"{'▾' if down else '▴'} {words}"
            found.append(MoreMark(Rect(0, y, area.x, high), text, down))
    return tuple(found)
