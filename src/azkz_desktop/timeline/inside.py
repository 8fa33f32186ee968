"""Which of the selected events belong to which others: what a container holds.

Computed from arrays, once for every selection, so that a million events cost no more than some
milliseconds. An event is held by its parent in a lane in which both stand.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.marks import Flags
from azkz_desktop.timeline.source import Rows
from azkz_desktop.view.state import Span

JUMPS = 6
"""Events may lie in one another 2 ** 6 deep."""
SHOWN = 12
"""Of the children of a container so many have a line, where there are too many for all."""
WORDS = 2
"""So many lines then say how many are left out, before them and behind them."""


class Part(NamedTuple):
    """The children of a container that are shown, and what is left out before and behind them.

    `before` and `behind` are (how many, the row of the nearest), None where nothing is left out.
    """

    rows: list[int]
    before: tuple[int, int] | None = None
    behind: tuple[int, int] | None = None


def sound_parents(columns: EventColumns) -> Rows:
    """The parent of every event, −1 where it has none, or would in the end lie in itself."""
    parents = columns.parent.copy()
    children = np.flatnonzero(parents >= 0)
    above = parents.copy()
    for _ in range(JUMPS):
        reached = above[children]
        above[children] = np.where(reached >= 0, above[reached], -1)
    parents[children[above[children] >= 0]] = -1
    return parents


class Inside:
    """The children of the events among *rows*; `counts` has their number for every row.

    *parents* are `sound_parents`. What the filter leaves out is nobody's child and has no
    children.
    """

    def __init__(self, columns: EventColumns, parents: Rows, rows: Rows) -> None:
        self._columns = columns
        self._parent = parents
        chosen = np.zeros(len(columns), np.bool_)
        chosen[rows] = True
        self._chosen = chosen
        children = np.flatnonzero((parents >= 0) & chosen).astype(np.int32)
        children = children[chosen[parents[children]]]
        parents = parents[children]
        order = np.argsort(parents, kind="stable")
        self._children, self._parents = children[order], parents[order]
        self.counts: NDArray[np.int32] = np.bincount(parents, minlength=len(columns)).astype(
            np.int32
        )

    def __len__(self) -> int:
        return len(self._children)

    def children(self, row: int) -> list[int]:
        """The rows of the children of an event, in order of time."""
        low, high = self._parents.searchsorted(np.array([row, row + 1], np.int32)).tolist()
        return [int(child) for child in self._children[low:high]]

    def holds(self, row: int) -> bool:
        """Whether the event of the selection holds others."""
        return bool(self.counts[row]) and bool(self._chosen[row])

    def held_in(self, row: int) -> int:
        """How many events of the selection are inside *row*."""
        return int(self.counts[row])

    def of(self, rows: Rows) -> dict[int, int]:
        """How many are inside those of *rows* that hold any."""
        counts = self.counts[rows]
        some = counts > 0
        return dict(zip(rows[some].tolist(), counts[some].tolist(), strict=True))

    def parent(self, row: int) -> int | None:
        """The row of the event that *row* belongs to, None where it belongs to none."""
        above = int(self._parent[row])
        return above if above >= 0 and row in self.children(above) else None

    def parents(self, rows: Rows) -> Rows:
        """The rows of the events that *rows* belong to, −1 where they belong to none."""
        return self._parent[rows]

    def held(self, lane: Lane, rows: Rows, first: int, last: int) -> Flags:
        """Which of *rows* (of this lane) stand inside their parent, in days *first* to *last*.

        Those whose parent stands in the lane as well and is in sight: where it is not, they
        stand by themselves, or nothing would tell of them.
        """
        held = self.held_at_all(lane, rows)
        children = held.nonzero()[0]
        if len(children):
            columns, parents = self._columns, self._parent[rows[children]]
            in_sight = columns.start_earliest[parents] <= last
            held[children] = in_sight & (columns.end_latest[parents] >= first)
        return held

    def held_at_all(self, lane: Lane, rows: Rows) -> Flags:
        """Which of *rows* (of this lane) stand inside their parent while that is in sight."""
        parents = self._parent[rows]
        held = parents >= 0
        children = held.nonzero()[0]
        if len(children):  # most events are nobody's
            held[children] = lane.holds(parents[children])
        return held

    def part(self, row: int, first: int, wanted: int | None) -> Part:
        """The children of *row* that have a line: all, or as many as `SHOWN` of too many.

        These are what begins on day *first* and after that, or the last ones; where *wanted* is
        a child, but not among them, as many as would be that number of pages on or back.
        """
        low, high = self._parents.searchsorted(np.array([row, row + 1], np.int32)).tolist()
        children, count = self._children[low:high], high - low
        if count <= SHOWN + WORDS:
            return Part(children.tolist())
        at = int(self._columns.start_earliest[children].searchsorted(first))
        place = int(children.searchsorted(np.int32(-1 if wanted is None else wanted)))
        if wanted is not None and place < count and children[place] == wanted:
            at += (place - at) // SHOWN * SHOWN
        at = min(max(at, 0), count - SHOWN)
        end = at + SHOWN
        return Part(
            children[at:end].tolist(),
            (at, int(children[at - 1])) if at else None,
            (count - end, int(children[end])) if end < count else None,
        )

    def heights(self, row: int, opened: frozenset[int]) -> int:
        """How many lines of text the container of *row* needs, where those in *opened* are open.

        One for the event itself, one for every child that is shown, and one for the room about
        them; never fewer than it needs, whichever part of its children is shown.
        """
        held = min(self.held_in(row), SHOWN + WORDS)
        inner = (child for child in opened if self._parent[child] == row and self.holds(child))
        return 2 + held + sum(self.heights(child, opened) - 1 for child in inner)

    def in_sight(self, opened: frozenset[int], span: Span) -> frozenset[int]:
        """Which of *opened* have a day in sight, so that they are to be drawn as boxes.

        A mark of which a part reaches in from beyond the edge has none.
        """
        columns, rows = self._columns, np.array(sorted(opened), np.int32)
        begun = columns.start_earliest[rows] < span.end
        return frozenset(rows[begun & (columns.end_latest[rows] + 1 > span.start)].tolist())

    def rows_for_boxes(self, lane: Lane, opened: frozenset[int], span: Span) -> int:
        """How many lines of text the containers of *opened* need that stand in *lane*.

        Those that lie in another one that is open there need no room of their own, and those
        that are out of sight none at all.
        """
        rows = np.array(sorted(self.in_sight(opened, span)), np.int32)
        own = set(rows[lane.holds(rows)].tolist())
        return sum(self.heights(row, opened) for row in own if self._parent[row] not in own)
