"""The lanes one below the other: how high each is, which are in sight, what is said of the rest."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from azkz_desktop.timeline.arrange import (
    MOST_ROWS,
    LaneRoom,
    Sizes,
    arrange,
    line_of,
    lines_for,
    row_tops,
    rows_below,
)
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.marks import LaneMark, Rect
from azkz_desktop.timeline.sight import PlacedLane
from azkz_desktop.timeline.tracks import MOST_LINES, TRACKS
from azkz_desktop.timeline.wording import Measure, wrapped
from azkz_desktop.translation import translate

if TYPE_CHECKING:
    from azkz_desktop.timeline.scrolling import ScrollMark

MOST_NAMES = 4_000
CUT = 1.0
"""Pixels of a line of text that may be out of sight: no letter reaches into them."""
Name = tuple[tuple[str, ...], str]
"""The name of a lane in lines, and how many events it has, in words."""


class Stack:
    """Stacks lanes; remembers how it did last, for most frames show the same lanes."""

    def __init__(self, sizes: Sizes, measure: Measure) -> None:
        self._sizes = sizes
        self._measure = measure
        self._rooms_for: tuple[object, ...] | None = None
        self._rooms: list[LaneRoom] = []
        self._placed_for: tuple[object, ...] | None = None
        self._placed: list[PlacedLane] = []
        self._names: dict[tuple[str, int, float, bool], Name] = {}

    def rooms(
        self, lanes: Sequence[Lane], folded: Sequence[str], boxed: tuple[int, ...], height: float
    ) -> list[LaneRoom]:
        """Where *lanes* lie in *height* pixels; *folded* are ids, *boxed* see `arrange`."""
        shut = tuple(lane.id in folded for lane in lanes)
        wanted = tuple(lanes), shut, height, boxed
        if wanted != self._rooms_for:
            self._rooms_for = wanted
            demands = [self._demand(lane) for lane in lanes]
            rooms = arrange(demands, shut, height, self._sizes, boxed)
            rows = zip(rooms, boxed or [0] * len(rooms), strict=True)
            free = [room.rows - boxes for room, boxes in rows]
            self._rooms = [
                self._with_lines(room, lane, count)
                for room, lane, count in zip(rooms, lanes, free, strict=True)
            ]
        return self._rooms

    def _demand(self, lane: Lane) -> int:
        """How many rows a lane can use: one for each name, and what its bars take below."""
        if len(lane) >= MOST_ROWS:
            return len(lane)
        return len(lane) + rows_below(lane.lines_wanted, self._sizes)

    def _with_lines(self, room: LaneRoom, lane: Lane, free: int) -> LaneRoom:
        """*room*, of whose rows *free* are for labels, or for lines of bars."""
        lines = lines_for(MOST_LINES, free, self._sizes)
        if lines == TRACKS:  # most often: what the lane wants is not even asked for
            return room
        return replace(room, lines=lines_for(lane.lines_wanted, free, self._sizes))

    def placed(
        self,
        lanes: Sequence[Lane],
        rooms: Sequence[LaneRoom],
        folded: Sequence[str],
        area: Rect,
        scrolled: float,
    ) -> list[PlacedLane]:
        """The lanes that are in sight in *area*, at their places.

        One of which too little is left for a line of its name is left out: it is among those of
        which the words say how many more there are.
        """
        wanted = tuple(lanes), tuple(rooms), tuple(folded), area, scrolled
        if wanted != self._placed_for:
            is_seen = self._seen(rooms, area.height, scrolled)
            self._placed_for = wanted
            self._placed = [
                self._place(lane, room, area, scrolled, lane.id in folded)
                for lane, room in zip(lanes, rooms, strict=True)
                if is_seen(room)
            ]
        return self._placed

    def _seen(
        self, rooms: Sequence[LaneRoom], height: float, scrolled: float
    ) -> Callable[[LaneRoom], bool]:
        """What tells of a lane whether it is in sight."""
        if not rooms or rooms[-1].top + rooms[-1].height <= height:
            return lambda _: True
        from azkz_desktop.timeline.scrolling import clear_room, has_name  # most often all fit

        top, bottom = clear_room(rooms, height, scrolled, self._sizes)
        return lambda room: has_name(room, top, bottom, self._sizes)

    def _place(
        self, lane: Lane, room: LaneRoom, area: Rect, scrolled: float, shut: bool
    ) -> PlacedLane:
        top = area.y + room.top - round(scrolled)
        rect = Rect(area.x, top, area.width, room.height)
        line = line_of(top, self._sizes)
        shown, note = self._named(lane, area.x, shut)
        mark = LaneMark(lane.id, lane.title, shown, note, rect, line, shut)
        below = rows_below(room.lines, self._sizes)
        tops = row_tops(line, room.rows, self._sizes)
        tops = tops[:1] + tops[1 + below :]
        whole = sum(one + self._sizes.line <= area.bottom + CUT for one in tops) - 1
        return PlacedLane(lane, mark, len(tops) - 1, tops, whole, room.lines)

    def _named(self, lane: Lane, gutter: float, folded: bool) -> Name:
        """What is written before a lane; the same in every frame."""
        key = lane.title, len(lane), gutter, folded
        if key not in self._names:
            across = gutter - self._sizes.margin * 2
            lines = wrapped(lane.title, "lane", across, 1 if folded else 2, self._measure)
            if len(self._names) > MOST_NAMES:
                self._names.clear()
            self._names[key] = lines, translate("Timeline", "%n event(s)", len(lane))
        return self._names[key]

    def scroll_mark(
        self, rooms: Sequence[LaneRoom], area: Rect, scrolled: float
    ) -> "ScrollMark | None":
        """What tells of the lanes that are out of sight, None where there are none."""
        if not rooms or rooms[-1].top + rooms[-1].height <= area.height:
            return None
        from azkz_desktop.timeline.scrolling import scroll_mark  # most often all lanes fit

        return scroll_mark(rooms, area, scrolled, self._sizes)
