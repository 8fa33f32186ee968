"""One lane's events, sorted so that a frame costs the same for a thousand and for a million.

How many events run in each pixel is a difference of two `searchsorted` calls over the pixels'
edges. Which events overlap a window is a slice of the starts, and for those that began before
it one slice per class of duration. Which of them weigh most comes from a pyramid of weights.
Which have their mark in it is a slice of the days on which marks stand.
"""

from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import NO_END, NO_START, EventColumns, run_starts
from azkz_desktop.timeline.extents import extents, stand_days
from azkz_desktop.timeline.source import Rows
from azkz_desktop.timeline.whole import Whole

TOP = 384
"""Events at the top of the pyramid of weights; each further level holds four times as many."""
FACTOR = 4
SMALL = 16_384
"""So few events are looked through one by one faster than by class of duration."""
THROUGH = 6
"""So many of the heaviest events are looked at where too many merely run through a window: a
line comes down to a name from the left edge of one of them, or of two."""
LONGEST = 200_000
"""Days (some five centuries) for which a table with an entry a day is kept."""
Days = NDArray[np.int32]
Counts = NDArray[np.int64]


class PixelEdges(NamedTuple):
    """The edges of n pixels as whole days: n + 1 int32 each, ascending.

    An event begins left of an edge exactly when its first day is less than the edge's
    `ceiling`, and has ended by it exactly when its last day is less than the edge's `floor`.
    """

    ceiling: Days
    floor: Days


class Heaviest(NamedTuple):
    """Events that overlap a window, the lightest first.

    `crowded`: there are more than these. `passed`: of those left out none has its mark in the
    window, they merely run through it.
    """

    rows: Rows
    crowded: bool
    passed: bool


def pixel_edges(edges: NDArray[np.float64]) -> PixelEdges:
    """The edges of pixels, given as days with fractions."""
    clipped = np.clip(edges, NO_START, NO_END)
    return PixelEdges(np.ceil(clipped).astype(np.int32), np.floor(clipped).astype(np.int32))


class Before:
    """How many of some sorted *days* lie before any day.

    Looked up in a table with an entry a day, where that is not too long: a binary search for
    every pixel takes ten times as long.
    """

    def __init__(self, days: Days) -> None:
        known = days[days.searchsorted(NO_START, "right") : days.searchsorted(NO_END)]
        self._days = days
        self._first = int(known[0]) if len(known) else 0
        self._table: Counts | None = None
        if len(known) and int(known[-1]) - self._first < LONGEST:
            every = np.arange(self._first, int(known[-1]) + 2, dtype=np.int32)
            self._table = days.searchsorted(every)

    def counts(self, edges: Days) -> Counts:
        """For each of the sorted *edges* how many days are less than it."""
        if self._table is not None:
            return self._table.take(edges - self._first, mode="clip")
        # Only those in sight are looked at.
        low, high = self._days.searchsorted(edges[[0, -1]]).tolist()
        return np.asarray(self._days[low:high].searchsorted(edges) + low)


class LaneIndex:
    """The events of one lane. `rows`: int32 rows of *columns*, ascending (the order of time).

    *whole* has what is known of the whole file, worked out anew without. What costs is worked
    out when it is first asked for: of lanes out of sight nothing is.

    Windows are whole days, inclusive. An event overlaps the window from *first* to *last* when
    its start_earliest <= last and its end_latest >= first.
    """

    def __init__(self, columns: EventColumns, rows: Rows, whole: Whole | None = None) -> None:
        self.columns = columns
        self.rows = rows
        self.whole = whole or Whole(columns)
        self._tops: dict[int, Top] = {}

    @cached_property
    def starts(self) -> Days:
        """The first days of all events, ascending as these are."""
        return self.columns.start_earliest.take(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @cached_property
    def _ends(self) -> Days:
        return self.columns.end_latest.take(self.rows)

    @cached_property
    def sorted_ends(self) -> Days:
        """The last days of all events, ascending by themselves."""
        return np.sort(self._ends)

    def count(self, first: int, last: int) -> int:
        """How many events overlap the window; two binary searches, whatever the number."""
        begun = int(self.starts.searchsorted(np.int32(last), "right"))
        return begun - int(self.sorted_ends.searchsorted(np.int32(first), "left"))

    @cached_property
    def middle(self) -> tuple[int, int]:
        """How many events begin between the outer tenths, and within how many days.

        Some begin or end far away. What begins at the same time runs through many windows in
        which nothing begins, so the days go on to where the last tenth of the ends begins;
        whatever is open goes on for ever, so not beyond the last start of all.
        """
        outer = len(self.rows) // 10
        last = min(int(self.sorted_ends[-1 - outer]), int(self.columns.start_earliest[-1]))
        days = max(int(self.starts[-1 - outer]), last) - int(self.starts[outer])
        return len(self.rows) - 2 * outer, days

    def begun_in(self, first: int, last: int) -> int:
        """How many events begin on the days *first* to *last*."""
        days = np.array([first, last + 1], np.int32)
        return int(np.diff(self.starts.searchsorted(days))[0])

    def per_pixel(self, edges: PixelEdges) -> tuple[Counts, Counts]:
        """For n pixels: how many events begin in each, and how many run in each (int64).

        An event fills its days from the start of its first to the end of its last. Events that
        began before the window count as running.
        """
        begun = self._begun.counts(edges.ceiling)
        return begun[1:] - begun[:-1], begun[1:] - self._ended.counts(edges.floor[:-1])

    def begun_per_pixel(self, edges: PixelEdges) -> Counts:
        """For n pixels: how many events begin in each (int64)."""
        return np.diff(self._begun.counts(edges.ceiling))

    @cached_property
    def _begun(self) -> Before:
        return Before(self.starts)

    @cached_property
    def _ended(self) -> Before:
        return Before(self.sorted_ends)

    @cached_property
    def _classes(self) -> "DurationClasses":
        return DurationClasses(self.starts, self._ends)

    def overlapping(self, first: int, last: int) -> Rows:
        """The rows of all events that overlap the window, ascending."""
        if len(self.rows) <= SMALL:
            return self.rows[(self.starts <= last) & (self._ends >= first)]
        low = int(self.starts.searchsorted(np.int32(first), "left"))
        high = max(low, int(self.starts.searchsorted(np.int32(last), "right")))
        running = self._classes.running(first)
        inside = self.rows[low:high]
        return np.concatenate((self.rows[running], inside)) if len(running) else inside

    @cached_property
    def _standing(self) -> tuple[Days, Rows]:
        """The days on which marks stand, ascending, and whose they are."""
        days = stand_days(extents(self.columns, self.rows))
        order = days.argsort(kind="stable")
        return days[order], self.rows[order]

    def standing(self, first: int, last: int) -> Rows:
        """The rows of all events whose mark stands in the window, in the order of their marks."""
        days, rows = self._standing
        low, high = days.searchsorted(np.array([first, last + 1], np.int32)).tolist()
        return rows[low:high]

    def _surely_stand(self, first: int, last: int) -> int:
        """At least so many marks stand in the window: of those that begin and end in it."""
        before, begun = self.starts.searchsorted(np.array([first, last + 1], np.int32)).tolist()
        going_on = begun - int(self.sorted_ends.searchsorted(np.int32(last + 1)))
        return int(begun - before - going_on)

    def contested(self) -> Rows:
        """The rows of all events on whose dates, or on something else, documents disagree."""
        return self.rows[self.columns.contested[self.rows]]

    @cached_property
    def lightest_first(self) -> Rows:
        """All rows of the lane by weight."""
        return self.whole.by_weight(self.rows)

    def by_weight(self, rows: Rows) -> Rows:
        """*rows*, the lightest first."""
        return self.whole.by_weight(rows)

    def _top(self, size: int) -> "Top":
        """The *size* heaviest events of the lane: 384, 1,536 …, as far as these are not all."""
        if size not in self._tops:
            self._tops[size] = Top(self.columns, self.lightest_first[-size:])
        return self._tops[size]

    def heaviest(self, first: int, last: int, budget: int, most: int) -> Heaviest:
        """The events that overlap the window, where these are no more than *budget*.

        Else all whose marks stand in the window, if these are no more than *budget*, and the
        `THROUGH` heaviest; else the *most* heaviest.
        """
        count = self.count(first, last)
        if count <= budget:
            return Heaviest(self.by_weight(self.overlapping(first, last)), False, False)
        if self._surely_stand(first, last) > budget:
            return Heaviest(self._most(first, last, count, most), True, False)
        standing = self.standing(first, last)
        if len(standing) > budget:
            return Heaviest(self._most(first, last, count, most), True, False)
        rows = np.sort(np.concatenate((self._most(first, last, count, THROUGH), standing)))
        return Heaviest(self.by_weight(rows[run_starts(rows)]), True, True)

    def _most(self, first: int, last: int, count: int, most: int) -> Rows:
        """The *most* heaviest of *count* events that overlap the window."""
        size = TOP
        while size < len(self.rows):
            # About so many of these may be in the window: where that is too few, the next ones.
            if size * count >= most * len(self.rows) // 2:
                found = self._top(size).overlapping(first, last)
                if len(found) >= most:
                    return found[len(found) - most :]
            size *= FACTOR
        found = self.by_weight(self.overlapping(first, last))
        return found[max(len(found) - most, 0) :]


class Top:
    """The heaviest events of a lane: *rows*, the lightest first."""

    def __init__(self, columns: EventColumns, rows: Rows) -> None:
        self.rows = rows
        self._starts, self._ends = columns.start_earliest[rows], columns.end_latest[rows]

    def overlapping(self, first: int, last: int) -> Rows:
        """Those that overlap the window, in their order."""
        return self.rows[(self._starts <= last) & (self._ends >= first)]


class DurationClasses:
    """Events by how long they last, in powers of two, each class in order of start.

    Of the events of a class that began no longer before a day than the class's longest lasts,
    about half still run: so looking for those that run costs about as much as there are.
    """

    def __init__(self, starts: Days, ends: Days) -> None:
        lasts = ends.astype(np.int64) - starts
        # frexp's exponent is the number of bits: 0 for one day, 1 for two, 2 for three and four.
        kinds = np.frexp(np.maximum(lasts, 0).astype(np.float64))[1].astype(np.uint8)
        order = np.argsort(kinds, kind="stable")
        self._order = order
        self._starts, self._ends = starts[order], ends[order]
        begins = run_starts(kinds[order])
        self._bounds = (*(int(begin) for begin in begins), len(order))
        self._longest = tuple((1 << int(bits)) - 1 for bits in kinds[order][begins])

    def running(self, day: int) -> NDArray[np.int64]:
        """Positions of the events that began before *day* and end on it or later, ascending."""
        found = [
            self._running_in(longest, low, high, day)
            for longest, low, high in zip(
                self._longest, self._bounds, self._bounds[1:], strict=False
            )
        ]
        return np.sort(np.concatenate(found)) if found else np.empty(0, np.int64)

    def _running_in(self, longest: int, low: int, high: int, day: int) -> NDArray[np.int64]:
        starts = self._starts[low:high]
        oldest = np.int32(max(day - longest, -(2**31)))
        first = low + int(starts.searchsorted(oldest, "left"))
        last = low + int(starts.searchsorted(np.int32(day), "left"))
        return self._order[first:last][self._ends[first:last] >= day]
