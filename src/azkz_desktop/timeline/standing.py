"""The events of all lanes as they stand in these, to be looked through in one go.

Lane by lane through an index a frame costs the same for a thousand and for a million events;
but as long as they are not many, one look at all of them costs a third of that.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.extents import Extents, extents, stand_days
from azkz_desktop.timeline.index import THROUGH
from azkz_desktop.timeline.inside import Inside
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.source import Rows
from azkz_desktop.timeline.tracks import TRACKS

MOST = 32_768
"""More events are looked through lane by lane: putting them in order would take too long."""
Places = NDArray[np.intp]


class Found(NamedTuple):
    """Events in sight, lane by lane, the lightest first, and on which track each bar runs.

    Lane i has the entries from `bounds[i]` to `bounds[i + 1]`, `lane` is the number of each;
    `crowded[i]` tells that a lane has more events in sight than these, `passed[i]` that those
    merely run through. `extents` are those of the rows, where they are known already.
    """

    rows: Rows
    bounds: tuple[int, ...]
    lane: NDArray[np.int64]
    crowded: tuple[bool, ...]
    passed: tuple[bool, ...]
    track: NDArray[np.int64]
    extents: Extents | None = None


class Standing:
    """The events of *lanes*; *inside* knows what belongs to which event (None: nothing does).

    The bars of each lane run on so many *lines*.
    """

    def __init__(
        self,
        columns: EventColumns,
        lanes: Sequence[Lane],
        inside: Inside | None,
        lines: Sequence[int] = (),
    ) -> None:
        self._columns = columns
        self._lanes = lanes
        self._inside = inside
        self._bounds = np.cumsum([0, *(len(lane) for lane in lanes)])
        parts = [lane.index.lightest_first for lane in lanes]
        self._parts = parts
        self._rows: Rows = np.concatenate([np.empty(0, np.int32), *parts])
        self._starts = columns.start_earliest[self._rows]
        self._ends = columns.end_latest[self._rows]
        numbers = lines or [TRACKS] * len(lanes)
        each = zip(lanes, parts, numbers, strict=True)
        tracks = [lane.tracks(rows, number) for lane, rows, number in each]
        self._tracks = np.concatenate([np.empty(0, np.int64), *tracks])

    @cached_property
    def _extents(self) -> Extents:
        """Those of all entries: to take some of them is a quarter of the work to make them."""
        return extents(self._columns, self._rows)

    @cached_property
    def _stands(self) -> NDArray[np.int32]:
        """On which day the mark of each entry stands; asked for only where a lane is crowded."""
        return stand_days(self._extents)

    @cached_property
    def _children(self) -> tuple[Places, Rows]:
        """Which entries stand inside their parent while that is in sight, and the parents."""
        if self._inside is None:
            return np.empty(0, np.intp), np.empty(0, np.int32)
        parts = zip(self._lanes, self._parts, strict=True)
        held = [self._inside.held_at_all(lane, rows) for lane, rows in parts]
        children = np.concatenate([np.empty(0, np.bool_), *held]).nonzero()[0]
        return children, self._inside.parents(self._rows[children])

    def found(self, first: int, last: int, budget: int, most: Sequence[int]) -> Found:
        """What of it is in the window of whole days from *first* to *last*.

        A lane with more than *budget* is crowded: only the *most[i]* heaviest are looked at, or
        all whose marks stand in the window and the heaviest, if these are no more than *budget*.
        """
        in_sight = (self._starts <= last) & (self._ends >= first)
        places = in_sight.nonzero()[0]
        bounds = places.searchsorted(self._bounds)
        crowded = bounds[1:] - bounds[:-1] > budget
        passed = crowded.copy()
        for lane in crowded.nonzero()[0].tolist():
            part = places[bounds[lane] : bounds[lane + 1]]
            stands = (self._stands[part] >= first) & (self._stands[part] <= last)
            passed[lane] = np.count_nonzero(stands) <= budget
            count = THROUGH if passed[lane] else most[lane]
            left = part[: max(len(part) - count, 0)]
            in_sight[left] = stands[: len(left)] if passed[lane] else False
        held = self._held(first, last)
        in_sight[held] = False
        if len(held) or crowded.any():
            places = in_sight.nonzero()[0]
            bounds = places.searchsorted(self._bounds)
        return Found(
            self._rows[places],
            tuple(bounds.tolist()),
            np.arange(len(crowded)).repeat(bounds[1:] - bounds[:-1]),
            tuple(crowded.tolist()),
            tuple(passed.tolist()),
            self._tracks[places],
            self._extents.take(places),
        )

    def _held(self, first: int, last: int) -> Places:
        """The entries that stand inside their parent, which is in the window."""
        children, parents = self._children
        if not len(children):
            return children
        in_sight = self._columns.start_earliest[parents] <= last
        return children[in_sight & (self._columns.end_latest[parents] >= first)]
