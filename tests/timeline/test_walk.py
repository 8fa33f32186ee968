"""From event to event by key: each that can be seen once, forth and back the same way."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.query.order import TimeOrder
from azkz_desktop.timeline.inside import Inside, sound_parents
from azkz_desktop.timeline.lanes import lanes_by
from azkz_desktop.timeline.walk import Walk, standing_apart
from tests.timeline.test_inside import COUNT, PARENTS, ROWS, family_of


def walk_of(
    parents: list[int], rows: set[int], opened: set[int], facet: str
) -> tuple[Walk, list[int]]:
    """The way, and what is on it by plain rules."""
    columns = family_of(parents)
    chosen = np.array(sorted(rows), np.int32)
    inside = Inside(columns, sound_parents(columns), chosen)
    lanes = lanes_by(facet, columns, chosen, {})
    open_ = frozenset(row for row in opened if inside.holds(row))
    apart = standing_apart(inside, lanes, COUNT)
    wanted: list[int] = []

    def go(row: int) -> None:
        wanted.append(row)
        for child in inside.children(row) if row in open_ else ():
            go(child)

    order = TimeOrder(columns)
    for row in sorted(rows, key=order.rank.__getitem__):
        alone = any(
            row in lane.index.rows and inside.parent(row) not in lane.index.rows.tolist()
            for lane in lanes
        )
        assert alone == apart[row]
        if alone and inside.parent(row) not in open_:
            go(row)
    return Walk(inside, np.flatnonzero(apart).astype(np.int32), open_, order), wanted


@given(PARENTS, ROWS, st.sets(st.integers(0, COUNT - 1)), st.sampled_from(["kind", "actor"]))
@settings(deadline=None)
def test_each_event_that_is_seen_is_passed_once_forth_and_back(
    parents: list[int], rows: set[int], opened: set[int], facet: str
) -> None:
    walk, wanted = walk_of(parents, rows, opened, facet)
    for before, after in pairwise(wanted):
        assert walk.step(before, 1) == after
        assert walk.step(after, -1) == before
    if wanted:
        assert walk.step(wanted[0], -1) == wanted[0]
        assert walk.step(wanted[-1], 1) == wanted[-1]


@given(PARENTS, ROWS, st.sets(st.integers(0, COUNT - 1)))
@settings(deadline=None)
def test_past_what_is_not_seen_another_way_leads(
    parents: list[int], rows: set[int], unseen: set[int]
) -> None:
    walk, wanted = walk_of(parents, rows, set(), "kind")
    seen = np.ones(COUNT, np.bool_)
    seen[list(unseen)] = False
    assert walk.past_all_but(seen).top.tolist() == [row for row in wanted if row not in unseen]
    assert walk.top.tolist() == wanted


def test_from_what_is_shut_in_one_goes_on_by_date() -> None:
    parents = [-1, 0, 0, -1, *[-1] * (COUNT - 4)]
    columns = family_of(parents)
    inside = Inside(columns, sound_parents(columns), np.arange(COUNT, dtype=np.int32))
    apart = np.array([0, *range(3, COUNT)], np.int32)
    walk = Walk(inside, apart, frozenset(), TimeOrder(columns))
    assert walk.step(1, 1) == 3
    assert walk.step(2, -1) == 0
