"""Which events are named, and where: by importance, as room appears.

The order of importance is walked once; each event that finds a free place has its label. So no
event is left without because of a less important one, and an event that has its label keeps it
when a less important one comes into sight. Only then labels are moved up and written out.

All is done with columns of numbers; a `Label` is made only when somebody asks for one.
"""

from bisect import bisect_right
from collections.abc import Mapping
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from azkz_desktop.timeline.named import Labels
from azkz_desktop.timeline.placing import Shelf
from azkz_desktop.timeline.wording import Wording

MISSES = 8
"""After so many events in a row whose text was too wide for any place no further one is tried."""

AHEAD = 24
"""Where a text is not known yet, those of so many events are asked for at once."""

BESIDE = 4.0
"""Pixels between a name and the number of what is inside."""
LONGER = 12
"""A full title is not even asked for where it could not be so many pixels longer."""


NO_COUNTS: "Mapping[int, Count]" = MappingProxyType({})
Settled = tuple[int, int, int, int, int, int]
"""A label that has its place: rank, row of the file, pixel of its mark, row of the shelf, its own
first pixel, width."""


class Wishes(NamedTuple):
    """Events of a lane that would like a label, the most important first.

    Their rows, their marks' pixels, where their bars end. (Columns: there are hundreds in every
    frame, of which few are looked at.)
    """

    rows: list[int]
    anchors: list[int]
    afters: list[int]


class Count(NamedTuple):
    """How many are inside, as it is written, and how wide it is with the room before it."""

    text: str
    width: int


def count_of(count: int, is_open: bool, wording: Wording) -> Count:
    """*count* as it is written, with an arrow that says whether the container is open."""
    text = f"{'▾' if is_open else '▸'}{count}"
    return Count(text, ceil(wording.measure(text, "note")) + 6 + round(BESIDE))


class Room(NamedTuple):
    """Where a lane's labels go: its number, the plot's left edge, the rows' tops and height.

    `mark` is the lower edge of the marks, from which leaders come down. Where they are
    `crowded`, no full titles are written: the room is for the next event.
    """

    lane: int
    left: float
    tops: tuple[float, ...]
    height: float
    mark: float
    crowded: bool


class Naming:
    """Makes the labels of one frame, lane by lane.

    The *chosen* event is written bold; behind the name of an event that is in *counts* goes how
    many are inside it.
    """

    def __init__(
        self, wording: Wording, chosen: int | None, counts: Mapping[int, Count] = NO_COUNTS
    ) -> None:
        self._wording, self._chosen, self._counts = wording, chosen, counts
        self._special = set(counts) if chosen is None else {chosen, *counts}
        self._columns: tuple[list[int], ...] = tuple([] for _ in range(6))
        self._rooms: list[Room] = []
        self._shelves: list[Shelf] = []

    def place(self, wishes: Wishes, room: Room, shelf: Shelf) -> None:
        """Find places for as many of a lane's *wishes* as there is room for.

        A folded lane (no rows) has none. The chosen event must come first, if it is there.
        """
        settled = self._settle(wishes, shelf) if shelf.levels else []
        _lift(settled, shelf)
        for column, values in zip(self._columns, zip(*settled, strict=True), strict=False):
            column.extend(values)
        self._rooms += [room] * len(settled)
        self._shelves += [shelf] * len(settled)

    def _settle(self, wishes: Wishes, shelf: Shelf) -> list[Settled]:
        """The events that find room for their short text."""
        settled: list[Settled] = []
        upper, line, across, place = shelf.levels[0], shelf.line, shelf.width, shelf.place
        special, widths, missed = self._special, self._wording.widths, 0
        for rank, row, anchor, after in zip(range(len(wishes.rows)), *wishes, strict=True):
            if bisect_right(upper, anchor) & 1 and (
                after >= across or bisect_right(line, after) & 1
            ):
                continue  # a text lies right below the mark and something right behind it
            width = widths.get(row)
            if width is None or row in special:
                width = self._width(wishes, rank)
            found = place(anchor, width, after)
            if found is not None:
                settled.append((rank, row, anchor, *found, width))
                missed = 0
                continue
            missed += 1
            if missed >= MISSES:
                break
        return settled

    def _width(self, wishes: Wishes, rank: int) -> int:
        """How wide a text is that is bold or unknown; those after it are asked for with it."""
        row, wording = wishes.rows[rank], self._wording
        if row not in wording.shorts:
            wording.prepare(wishes.rows[rank : rank + AHEAD])
        if row in self._special:
            return self._special_width(row, wording.shorts[row])
        return wording.width(row)

    def _special_width(self, row: int, text: str) -> int:
        """How wide *text* is in its font, with what goes behind it."""
        width = ceil(self._wording.measure(text, self._role(row)))
        return width + self._counts[row].width if row in self._counts else width

    def _role(self, row: int) -> str:
        return "label-bold" if row == self._chosen else "label"

    def labels(self) -> Labels:
        """All labels, lane by lane; those that have room to their right are written in full."""
        ranks, rows, anchors, levels, xs, widths = self._columns
        texts, rooms = self._written(), self._rooms
        return Labels(
            rows,
            [room.lane for room in rooms],
            texts,
            [self._role(row) for row in rows],
            [room.left + x for room, x in zip(rooms, xs, strict=True)],
            [room.tops[level] for room, level in zip(rooms, levels, strict=True)],
            widths,
            [room.height for room in rooms],
            [
                room.left + anchor if level else None
                for room, anchor, level in zip(rooms, anchors, levels, strict=True)
            ],
            [room.mark for room in rooms],
            ranks,
        )

    def _written(self) -> list[str]:
        """The text of each label, the full title where that has room.

        A text grows to its right only, so that none takes the room of another.
        """
        _, rows, _, levels, xs, widths = self._columns
        wording, shelves = self._wording, self._shelves
        texts = [wording.shorts[row] for row in rows]
        wide = [
            0 if room.crowded else shelf.room(level, x)
            for room, shelf, level, x in zip(self._rooms, shelves, levels, xs, strict=True)
        ]
        roomy = [at for at, width in enumerate(widths) if width + LONGER <= wide[at]]
        wording.prepare_titles([rows[at] for at in roomy])
        for at in roomy:
            row, title = rows[at], wording.titles[rows[at]]
            special = row in self._special
            width = self._special_width(row, title) if special else wording.title_width(row)
            if widths[at] < width <= wide[at]:
                shelves[at].widen(levels[at], xs[at], width)
                texts[at], widths[at] = title, width
        return texts


def _lift(settled: list[Settled], shelf: Shelf) -> None:
    """Move the texts up where room is left above them, the upper rows first."""
    lower = [(one[3], at) for at, one in enumerate(settled) if one[3] > 1]
    for level, at in sorted(lower):
        rank, row, anchor, _, x, width = settled[at]
        above = shelf.lift(level, x, width, anchor)
        if above != level:
            settled[at] = rank, row, anchor, above, x, width
