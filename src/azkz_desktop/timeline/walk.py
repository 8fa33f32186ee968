"""From one event to the next by key: in order of time, into what is open, past what is shut."""

from collections.abc import Sequence
from copy import copy

import numpy as np

from azkz_desktop.query.order import TimeOrder
from azkz_desktop.timeline.inside import Inside
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.marks import Flags
from azkz_desktop.timeline.source import Rows


def standing_apart(inside: Inside, lanes: Sequence[Lane], count: int) -> Flags:
    """Which of *count* events stand by themselves in at least one of the *lanes*."""
    apart = np.zeros(count, np.bool_)
    for lane in lanes:
        rows = lane.index.rows
        apart[rows[~inside.held_at_all(lane, rows)]] = True
    return apart


class Walk:
    """The way through all events that can be seen, each once.

    *apart* are the rows that stand by themselves; those in *opened* are followed by what is
    inside them. `top` are the rows that lie in nothing that is open, in *order*.
    """

    def __init__(
        self, inside: Inside, apart: Rows, opened: frozenset[int], order: TimeOrder
    ) -> None:
        self._inside, self._opened, self._order = inside, opened, order
        within = [child for row in opened for child in inside.children(row)]
        self.top = order.sorted(apart[~np.isin(apart, within)] if within else apart)

    def past_all_but(self, seen: Flags) -> "Walk":
        """The same way past those that lie in nothing that is open and are not *seen*."""
        way = copy(self)
        way.top = self.top[seen[self.top]]
        return way

    def _children(self, row: int) -> list[int]:
        return self._inside.children(row) if row in self._opened else []

    def _parent(self, row: int) -> int | None:
        parent = self._inside.parent(row)
        return parent if parent in self._opened else None

    def step(self, row: int, by: int) -> int:
        """The event after *row* (before it where *by* is negative); *row* itself at the end."""
        return self._after(row) if by > 0 else self._before(row)

    def _after(self, row: int) -> int:
        children = self._children(row)
        if children:
            return children[0]
        at: int | None = row
        while at is not None:
            parent = self._parent(at)
            siblings = self._children(parent) if parent is not None else []
            later = [one for one in siblings if one > at]
            if later:
                return later[0]
            if parent is None:
                break
            at = parent
        found = self._order.step(self.top, at if at is not None else row, 1)
        return row if found is None else found

    def _before(self, row: int) -> int:
        parent = self._parent(row)
        if parent is not None:
            earlier = [one for one in self._children(parent) if one < row]
            return self._last_in(earlier[-1]) if earlier else parent
        found = self._order.step(self.top, row, -1)
        return row if found is None else self._last_in(found)

    def _last_in(self, row: int) -> int:
        children = self._children(row)
        return self._last_in(children[-1]) if children else row
