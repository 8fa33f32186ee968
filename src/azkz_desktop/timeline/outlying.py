"""Which contested events have something in sight, though it be only another date. No Qt."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

import numpy as np

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.extents import extents
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.sight import PlacedLane, Setting
from azkz_desktop.timeline.source import Rows

MOST = 200
"""More contested marks than that are shown by their amber edge alone."""
NEAR = 128
"""Where more events are contested, only so many that begin before the window, and so many behind
it, are asked for dates that may lie in it: for few dates are years apart."""
BEYOND = 16.0
"""Pixels beyond the plot at which what lies further away is drawn, out of sight."""
Hulls = Callable[[list[int]], list[tuple[float, float]]]
"""Tells from which day to which the disputes of the events of these rows reach."""


class Contested:
    """The contested events among the rows `of` a selection, in order of time.

    With the days of their marks, and from which to which their disputes reach, once `hulls` have
    told that (not a number before).
    """

    def __init__(self, columns: EventColumns, of: Rows, hulls: Hulls) -> None:
        self.of = of
        self.hulls = hulls
        self._rows = of[columns.contested[of]]
        self._starts: list[int] = columns.start_earliest[self._rows].tolist()
        self._anchors = extents(columns, self._rows).anchor
        self._firsts = np.full(len(self._rows), np.nan)
        self._lasts = self._firsts.copy()
        self._unknown = len(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def near(self, first: int, last: int) -> slice:
        """The places of those that begin in the window of days *first* to *last*, or are nearest.

        None where too many begin in it.
        """
        low, high = bisect_left(self._starts, first), bisect_right(self._starts, last)
        return slice(0) if high - low > MOST else slice(max(low - NEAR, 0), high + NEAR)

    def learn(self, near: slice) -> None:
        """Ask for what is not known yet of the events at these places."""
        unknown = np.isnan(self._firsts[near]).nonzero()[0]
        if len(unknown):
            self._unknown -= len(unknown)
            found = self.hulls(self._rows[near][unknown].tolist())
            self._firsts[near][unknown] = [first for first, _ in found]
            self._lasts[near][unknown] = [last for _, last in found]

    def seen(self, setting: Setting) -> list[tuple[int, float]]:
        """The rows of those whose dispute reaches into the window, and the days of their marks."""
        near = self.near(*setting.window)
        if self._unknown:
            self.learn(near)
        scale = setting.scale
        beyond = (setting.sizes.spot + 2) / scale.per_day
        found = self._firsts[near] < scale.end + beyond
        found &= self._lasts[near] > scale.start - beyond
        places = found.nonzero()[0]
        rows, anchors = self._rows[near][places].tolist(), self._anchors[near][places].tolist()
        return list(zip(rows, anchors, strict=True))


class Holding:
    """Which of *lanes* hold an event, by their numbers; looked up once for each."""

    def __init__(self, lanes: Sequence[PlacedLane]) -> None:
        self.lanes = lanes
        self._known: dict[int, list[int]] = {}

    def of(self, rows: Sequence[int]) -> list[list[int]]:
        """For each event of *rows* the numbers of the lanes in which it stands."""
        missing = [row for row in rows if row not in self._known]
        if missing:
            asked = np.array(missing, np.int32)
            numbers: list[list[int]] = [[] for _ in missing]
            for number, placed in enumerate(self.lanes):
                for at in placed.lane.holds(asked).nonzero()[0].tolist():
                    numbers[at].append(number)
            self._known.update(zip(missing, numbers, strict=True))
        return [self._known[row] for row in rows]


class Outlying:
    """Keeps which events are contested, and which lanes hold them, from frame to frame."""

    def __init__(self, columns: EventColumns) -> None:
        self._columns = columns
        self._contested: Contested | None = None
        self._holding = Holding(())

    def contested(self, rows: Rows, hulls: Hulls) -> Contested:
        """The contested events among *rows*; *hulls* tell how far their disputes reach."""
        kept = self._contested
        if kept is None or kept.of is not rows or kept.hulls != hulls:
            kept = self._contested = Contested(self._columns, rows, hulls)
        return kept

    def holding(self, lanes: Sequence[PlacedLane]) -> Holding:
        """Which of *lanes* hold an event."""
        if self._holding.lanes is not lanes:
            self._holding = Holding(lanes)
        return self._holding


def is_held(setting: Setting, lane: Lane, row: int) -> bool:
    """Whether an event stands inside another one of the *lane* that is in sight."""
    if setting.inside is None or setting.columns.parent[row] < 0:
        return False
    return bool(setting.inside.held(lane, np.array([row], np.int32), *setting.window)[0])
