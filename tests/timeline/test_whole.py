"""What is known of a whole file, against a look at every event."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import Membership
from azkz_desktop.timeline.lanes import NO_CHOICE, lanes_by
from azkz_desktop.timeline.whole import Whole
from tests.timeline.made import columns_of, instant, lasting

EVENTS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 9), st.booleans(), st.integers(0, 5)), max_size=20
)
IDS = ("a", "b", "c")


@given(EVENTS, st.sets(st.integers(0, 19)))
def test_rows_by_weight_and_what_lasts(
    events: list[tuple[int, int, bool, int]], some: set[int]
) -> None:
    bounds = [
        (lasting if lasts else instant)(700_000 + first, 700_000 + first + days)
        for first, days, lasts, _ in events
    ]
    columns = columns_of(bounds, weights=[weight for *_, weight in events])
    whole = Whole(columns)
    rows = [row for row in sorted(some) if row < len(events)]
    asked = np.array(rows, np.int32)
    wanted = sorted(rows, key=lambda row: columns.weight[row])
    assert whole.by_weight(asked).tolist() == wanted
    begins, ends = columns.start_latest, columns.end_earliest
    assert whole.lasting(asked).tolist() == [
        bool(columns.start_earliest[row] < ends[row] and begins[row] < columns.end_latest[row])
        for row in rows
    ]


@given(st.lists(st.sets(st.integers(0, 2)), max_size=12), st.sets(st.integers(0, 11)))
def test_lanes_of_choices_are_those_of_a_look_at_every_event(
    named: list[set[int]], some: set[int]
) -> None:
    """Of all events as of some: each in the lane of every choice that it names, or in none."""
    pairs = [(row, code) for row, codes in enumerate(named) for code in sorted(codes)]
    event, code = np.array(pairs, np.int32).reshape(-1, 2).T
    columns = replace(
        columns_of([instant(700_000 + row) for row in range(len(named))]),
        facets={"theme": Membership(event, code, IDS)},
    )
    whole = Whole(columns)
    for chosen in (range(len(named)), [row for row in sorted(some) if row < len(named)]):
        rows = np.array(chosen, np.int32)
        found = {
            lane.id: lane.index.rows.tolist()
            for lane in lanes_by("theme", columns, rows, {}, whole)
        }
        wanted = {
            one: [row for row in chosen if place in named[row]] for place, one in enumerate(IDS)
        }
        wanted[NO_CHOICE] = [row for row in chosen if not named[row]]
        assert found == {one: own for one, own in wanted.items() if own}
        totals = [sum(place in codes for codes in named) for place in range(3)]
        usual = sorted(IDS, key=lambda one: (-totals[IDS.index(one)], one))
        assert [one for one in found if one] == [one for one in usual if wanted[one]]


def test_each_of_very_many_choices_has_its_events() -> None:
    """More events times choices than a number of 32 bits tells apart."""
    count = 70_000
    event = np.repeat(np.arange(count, dtype=np.int32), 2)
    code = np.stack((np.arange(count)[::-1], np.full(count, count)), 1).reshape(-1).astype(np.int32)
    columns = columns_of([instant(700_000)] * count)
    ids = tuple(map(str, range(count + 1)))
    columns = replace(columns, facets={"place": Membership(event, code, ids)})
    rows, bounds = Whole(columns).by_choice("place")
    assert rows[:count].tolist() == list(range(count))[::-1]
    assert rows[count:].tolist() == list(range(count))
    assert bounds.tolist() == [*range(count + 1), 2 * count]
