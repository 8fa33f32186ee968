"""Which events are named, and where: by importance, as room appears.

The order of importance is walked once; each event that finds a free place has its label. So no
event is left without because of a less important one, and an event that has its label keeps it
when a less important one comes into sight. Only then labels are moved up and written out.

All is done with columns of numbers; a `Label` is made only when somebody asks for one.
"""

from collections.abc import Mapping
from math import ceil
from operator import add
from types import MappingProxyType
from typing import NamedTuple

from azkz_desktop.timeline.named import Labels
from azkz_desktop.timeline.placing import Shelf, Wishes, nothing_laid
from azkz_desktop.timeline.wording import Wording
from azkz_desktop.translation import grouped

BESIDE = 4.0
"""Pixels between a name and the number of what is inside."""
DOUBTFUL = "label-doubtful"
"""The role of the name of an event that may not lie in the window at all."""
LONGER = 12
"""A full title is not even asked for where it could not be so many pixels longer."""


NO_COUNTS: "Mapping[int, Count]" = MappingProxyType({})


class Count(NamedTuple):
    """How many are inside, as it is written, and how wide it is with the room before it."""

    text: str
    width: int


def count_of(count: int, is_open: bool, wording: Wording) -> Count:
    """*count* as it is written, with an arrow that says whether the container is open."""
    text = f"{'▾' if is_open else '▸'}{grouped(count)}"
    return Count(text, ceil(wording.measure(text, "note")) + 6 + round(BESIDE))


class Room(NamedTuple):
    """Where a lane's labels go: its number, the plot's left edge, the rows' tops and height.

    Where marks are `crowded`, no full titles are written: the room is for the next event. Of the
    heaviest events `movable` ones may be named anywhere below their bars, if only these show.
    """

    lane: int
    left: float
    tops: tuple[float, ...]
    height: float
    crowded: bool
    movable: int = 0


class Naming:
    """Makes the labels of one frame, lane by lane.

    The *chosen* event is written bold; behind the name of an event that is in *counts* goes how
    many are inside it. Doubtful ones are *dated*, where the date in words is that of their marks.
    """

    def __init__(
        self,
        wording: Wording,
        chosen: int | None,
        counts: Mapping[int, Count] = NO_COUNTS,
        *,
        dated: bool = True,
    ) -> None:
        self._wording, self._chosen, self._counts = wording, chosen, counts
        self._dated = dated
        special = set(counts) if chosen is None else {chosen, *counts}
        wording.prepare([*special])
        self._special = _Special(wording.widths)
        self._special.update((row, self._width(row, wording.shorts[row])) for row in special)
        self._widths = self._special or wording.widths
        self._laid = nothing_laid()
        self._doubts: list[bool] = []
        self._parts: list[tuple[Room, Shelf, slice]] = []
        self._tops: list[float] = []

    def place(
        self,
        wishes: Wishes,
        room: Room,
        shelf: Shelf,
        turn: int = 0,
        doubtful: frozenset[int] = frozenset(),
    ) -> None:
        """Find places for as many of a lane's *wishes* as there is room for.

        A folded lane (no rows) has none. The chosen event must come first, if it is there; by
        its weight it would have its *turn* behind so many others. Those that are *doubtful* may
        not lie in the window at all: they say when they may be.
        """
        if not shelf.levels:
            return
        first = len(self._laid.rows)
        self._wording.soon = wishes.rows
        widths = _Dated(self, doubtful) if doubtful else self._widths
        if not (turn and self._placed_in_turn(wishes, room, shelf, turn, widths)):
            shelf.settle(wishes, widths, self._laid, room.movable)
        shelf.lift(self._laid, first)
        self._tops += map(wishes.tops.__getitem__, self._laid.ranks[first:])
        self._doubts += map(doubtful.__contains__, self._laid.rows[first:])
        self._parts.append((room, shelf, slice(first, len(self._laid.rows))))

    def _placed_in_turn(
        self, wishes: Wishes, room: Room, shelf: Shelf, turn: int, widths: Mapping[int, int]
    ) -> bool:
        """Place the chosen event when it is its turn; only if it has a place then.

        For where it had one already it is to stay: who chooses an event by a click on its name
        finds that still under the pointer.
        """
        order = [*range(1, turn + 1), 0, *range(turn + 1, len(wishes.rows))]
        in_turn = Wishes(*([column[at] for at in order] for column in wishes))
        tried, laid = shelf.copy(), nothing_laid()
        tried.settle(in_turn, widths, laid, room.movable)
        if self._chosen not in laid.rows:
            return False
        laid.ranks[:] = [order[rank] for rank in laid.ranks]
        for column, new in zip(self._laid, laid, strict=True):
            column.extend(new)
        shelf.line, shelf.levels = tried.line, tried.levels
        return True

    def _width(self, row: int, text: str) -> int:
        """How wide *text* is in its font, with what goes behind it."""
        width = ceil(self._wording.measure(text, self._role(row)))
        return width + self._counts[row].width if row in self._counts else width

    def width_of_dated(self, row: int) -> int:
        """How wide the name of a doubtful event is, with its date."""
        return self._width(row, self._doubtful_text(row))

    def _doubtful_text(self, row: int) -> str:
        wording = self._wording
        if self._dated:
            return wording.dated(row)
        wording.prepare([row])
        return wording.shorts[row]

    def width_of(self, row: int) -> int:
        """How wide the name of another event is."""
        return self._widths[row]

    def _role(self, row: int) -> str:
        return "label-bold" if row == self._chosen else "label"

    def labels(self) -> Labels:
        """All labels, lane by lane; those that have room to their right are written in full."""
        ranks, rows, anchors, levels, xs, widths = self._laid
        texts, roles = self._written(), ["label"] * len(rows)
        for at, doubt in enumerate(self._doubts):
            if doubt:
                roles[at] = DOUBTFUL
        if self._chosen is not None:
            roles = [
                self._role(row) if row == self._chosen else role
                for row, role in zip(rows, roles, strict=True)
            ]
        lanes, lefts, tops, heights = list[int](), list[float](), list[float](), list[float]()
        for room, _, part in self._parts:
            count = part.stop - part.start
            lanes += [room.lane] * count
            lefts += [room.left] * count
            tops += map(room.tops.__getitem__, levels[part])
            heights += [room.height] * count
        leaders = [
            left + anchor if level else None
            for left, anchor, level in zip(lefts, anchors, levels, strict=True)
        ]
        firsts = list(map(add, lefts, xs))
        return Labels(
            rows, lanes, texts, roles, firsts, tops, widths, heights, leaders, self._tops, ranks
        )

    def _written(self) -> list[str]:
        """The text of each label, the full title where that has room.

        A text grows to its right only, so that none takes the room of another.
        """
        _, rows, _, levels, xs, widths = self._laid
        wording, doubts, roomy = self._wording, self._doubts, list[tuple[int, Shelf, int]]()
        texts = [
            self._doubtful_text(row) if doubt else wording.shorts[row]
            for row, doubt in zip(rows, doubts, strict=True)
        ]
        for room, shelf, part in self._parts:
            for at in range(part.start, part.stop) if not room.crowded else ():
                wide = shelf.room(levels[at], xs[at])
                if widths[at] + LONGER <= wide and not doubts[at]:
                    roomy.append((at, shelf, wide))
        wording.prepare_titles([rows[at] for at, *_ in roomy])
        for at, shelf, wide in roomy:
            row, title = rows[at], wording.titles[rows[at]]
            special = row in self._special
            width = self._width(row, title) if special else wording.title_width(row)
            if widths[at] < width <= wide:
                shelf.widen(levels[at], xs[at], width)
                texts[at], widths[at] = title, width
        return texts


class _Special(dict[int, int]):
    """How wide the texts of rows are that are bold or have a number behind; else as *widths*."""

    def __init__(self, widths: Mapping[int, int]) -> None:
        super().__init__()
        self._widths = widths

    def __missing__(self, row: int) -> int:
        return self._widths[row]


class _Dated(dict[int, int]):
    """How wide the names in a lane are in which those of *doubtful* events have their date."""

    def __init__(self, naming: Naming, doubtful: frozenset[int]) -> None:
        super().__init__()
        self._naming, self._doubtful = naming, doubtful

    def __missing__(self, row: int) -> int:
        naming = self._naming
        own = naming.width_of_dated if row in self._doubtful else naming.width_of
        self[row] = width = own(row)
        return width
