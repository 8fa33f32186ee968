"""How many events stand at one place, as a number beside their marks: the piles of a frame."""

from bisect import bisect_left, bisect_right, insort
from math import ceil
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.marks import Pile, Rect
from azkz_desktop.timeline.tracks import TRACKS

if TYPE_CHECKING:
    from azkz_desktop.timeline.placing import Shelf, Wishes
    from azkz_desktop.timeline.sight import PlacedLane, Setting, Sight

NEAR = 2.0
"""Pixels: marks of one lane that stand no further apart are one pile."""
FEWEST = 3
"""So many marks at one place have their number beside them."""
PIXELS_PER_PLACE = 16
"""A lane whose marks stand at more places than one in so many pixels has no numbers.

It is all piles, and a number would be taken for that of a neighbour.
"""
MOST = 400
"""With more events in sight than these nothing is counted: the places are too many."""
APART = 1 << 17
"""More pixels than a picture is wide."""
GAP = 5
"""Pixels between the edge of a mark and the number."""
LEADER = 3
"""Pixels between the line to a label, or where one would be, and the number below the mark."""


@dataclass(frozen=True, slots=True, eq=False)
class Heap:
    """Marks at one place: their `places` in the sight, and from which pixel to which they stand.

    Pixels count from the plot's left edge.
    """

    places: NDArray[np.intp]
    first: int
    last: int
    text: str
    width: int


class Piles:
    """Places the numbers of one frame, lane by lane; `marks` are those that found a place."""

    def __init__(
        self, setting: "Setting", sight: "Sight", dates: tuple[list[float], list[int]]
    ) -> None:
        """*dates* are the points of other documents: pixels, and numbers of lanes."""
        self.marks: list[Pile] = []
        self._setting, self._sight, self._dates = setting, sight, dates
        self._heaps = self._found()
        self._left: list[Heap] = []

    def _found(self) -> dict[int, list[Heap]]:
        """The piles of each lane, the largest first; marks on lines below stand for themselves."""
        sight, width = self._sight, self._setting.scale.width
        if len(sight.rows) > MOST:
            return {}
        keys = sight.lane * APART + sight.anchor
        at = (sight.spot & sight.plain & (sight.track < TRACKS)).nonzero()[0]
        keys = keys.take(at)
        ordered = np.sort(keys)
        begins = (ordered[FEWEST - 1 :] - ordered[: 1 - FEWEST] <= NEAR).nonzero()[0]
        if not len(begins):
            return {}
        ends = (ordered[1:] - ordered[:-1] > NEAR).nonzero()[0]
        if len(ends) * PIXELS_PER_PLACE > width * len(sight.crowded):
            return {}  # as dense as no numbers are shown, on the average
        pixels, places = ordered.tolist(), ends.tolist()
        close: dict[int, list[tuple[int, int]]] = {}
        behind = 0
        for begin in begins.tolist():
            if begin >= behind:
                behind = bisect_right(pixels, pixels[begin] + NEAR, begin)
                close.setdefault(int(pixels[begin] / APART + 0.5), []).append((begin, behind))
        at = at.take(keys.argsort(kind="stable"))
        heaps = {}
        for lane, parts in close.items():
            first, last = (bisect_left(pixels, (lane + edge) * APART) for edge in (-0.5, 0.5))
            count = bisect_left(places, last) - bisect_left(places, first)
            if count * PIXELS_PER_PLACE <= width:
                made = [self._heap(np.sort(at[begin:behind])) for begin, behind in parts]
                heaps[lane] = sorted(made, key=lambda heap: -len(heap.places))
        return heaps

    def _heap(self, places: NDArray[np.intp]) -> Heap:
        xs, setting = self._sight.anchor[places] - self._setting.scale.left, self._setting
        text = f"×{len(places)}"
        width = ceil(setting.wording.measure(text, "note"))
        return Heap(places, int(xs.min()), int(xs.max()), text, width)

    def lay(self, number: int, placed: "PlacedLane", shelf: "Shelf", wishes: "Wishes") -> None:
        """Lay numbers of lane *number* beside their marks, before anything is named there."""
        heaps = self._heaps.get(number, ())
        self._left = []
        if not heaps:
            return
        reach, in_the_way = ceil(self._setting.sizes.spot) + GAP, self._obstacles(number)
        for heap in heaps:
            right, left = heap.last + reach, heap.first - reach - heap.width
            for first in (right, left) if 0 <= heap.first <= heap.last < shelf.width else ():
                last = first + heap.width
                at = bisect_left(in_the_way, first - reach + 1)
                if first < 0 or last >= shelf.width or in_the_way[at] < last + reach:
                    continue
                insort(in_the_way, first)
                insort(in_the_way, last)
                shelf.take(0, first, last)
                self._add(heap, first, placed.mark.line - self._setting.sizes.line / 2)
                if first == right:
                    _make_way(wishes, heap, last + GAP)
                break
            else:
                self._left.append(heap)

    def _obstacles(self, number: int) -> list[float]:
        """The pixels in lane *number* at which no number may lie: of marks, and of ends of bars.

        A bar that runs through a number is seen on both sides of it.
        """
        sight, part = self._sight, slice(*self._sight.bounds[number : number + 2])
        span = sight.span[part]
        # What has no mark in sight has it beyond the edge.
        found = np.concatenate((sight.anchor[part], sight.x0[part][span], sight.x1[part][span]))
        found.sort()
        found -= self._setting.scale.left
        pixels: list[float] = [*found.tolist(), np.inf]
        for x, lane in zip(*self._dates, strict=True):
            if lane == number:
                insort(pixels, x - self._setting.scale.left)
        return pixels

    def lay_below(self, placed: "PlacedLane", shelf: "Shelf") -> None:
        """Lay the others below their marks, where there is room when all is named."""
        clear = placed.whole > 0 and placed.lines == TRACKS
        for heap in self._left if clear else ():
            for first in (heap.last + LEADER, heap.first - LEADER + 1 - heap.width):
                last = first + heap.width
                if first < 0 or last >= shelf.width:
                    continue
                if shelf.is_free(1, first - 1, last + GAP):
                    shelf.take(1, first, last)
                    self._add(heap, first, placed.tops[1])
                    break

    def _add(self, heap: Heap, first: int, top: float) -> None:
        setting = self._setting
        rect = Rect(setting.scale.left + first, round(top), heap.width, setting.sizes.line - 1)
        rows = tuple(self._sight.rows[heap.places[::-1]].tolist())
        self.marks.append(Pile(rows, rect, heap.text))


def _make_way(wishes: "Wishes", heap: Heap, after: int) -> None:
    """A name beside a mark of the pile begins behind the number."""
    for at, anchor in enumerate(wishes.anchors):
        if heap.first <= anchor <= heap.last and wishes.afters[at] < after:
            wishes.afters[at] = after
