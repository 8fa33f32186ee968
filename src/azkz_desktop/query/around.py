"""What came before and after an event: the nearest in time that have most to do with it."""

import numpy as np

from azkz_desktop.dataset.columns import NO_START, Codes, EventColumns


def shared(columns: EventColumns, facet: str, row: int) -> Codes:
    """How many choices of *facet* each event has in common with the event *row* (int32)."""
    membership = columns.facets[facet]
    mine = membership.code[membership.event == row]
    common = np.isin(membership.code, mine)
    return np.bincount(membership.event[common], minlength=len(columns)).astype(np.int32)


def around(columns: EventColumns, row: int, limit: int = 2) -> tuple[list[int], list[int]]:
    """The rows of at most *limit* events before and after *row*, each in order of time.

    They share a theme and two actors with it (one, where it has but one), happened on other
    days, and are neither part of it nor what it is part of.
    """
    actors = shared(columns, "actor", row)
    enough = min(2, int(actors[row]))
    fit = (shared(columns, "theme", row) > 0) & (actors >= enough)
    fit &= (columns.start_earliest > NO_START) & (columns.parent != row)
    fit[row] = False
    if columns.parent[row] >= 0:
        fit[columns.parent[row]] = False
    start = columns.start_earliest
    before = np.flatnonzero(fit & (start < start[row]))
    after = np.flatnonzero(fit & (start > start[row]))
    return [int(one) for one in before[-limit:]], [int(one) for one in after[:limit]]
