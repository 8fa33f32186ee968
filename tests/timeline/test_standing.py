"""One look at the events of all lanes finds what the lanes' indexes find."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.inside import Inside, sound_parents
from azkz_desktop.timeline.lanes import lanes_by
from azkz_desktop.timeline.standing import Standing
from tests.timeline.made import Bounds, columns_of, instant, lasting

FIRST = 730_000
BOUNDS = st.builds(
    lambda first, days, lasts: (lasting if lasts else instant)(FIRST + first, FIRST + first + days),
    st.integers(0, 60),
    st.integers(0, 40),
    st.booleans(),
)


@given(
    events=st.lists(
        st.tuples(BOUNDS, st.integers(0, 5), st.integers(-1, 11), st.integers(0, 3)),
        max_size=20,
    ),
    first=st.integers(-10, 110),
    days=st.integers(0, 60),
    budget=st.integers(0, 6),
    most=st.integers(0, 4),
)
def test_it_finds_what_the_lanes_find(
    events: list[tuple[Bounds, int, int, int]], first: int, days: int, budget: int, most: int
) -> None:
    columns = columns_of(
        [bounds for bounds, *_ in events],
        kinds=[kind * 3 for _, kind, _, _ in events],
        weights=[weight for *_, weight in events],
    )
    parents = [parent if parent < len(events) else -1 for _, _, parent, _ in events]
    columns = replace(columns, parent=np.array(parents, np.int32))
    rows = np.arange(len(events), dtype=np.int32)
    inside = Inside(columns, sound_parents(columns), rows)
    lanes = lanes_by("kind", columns, rows, {})
    low, high = FIRST + first, FIRST + first + days
    for known in (inside, None):
        standing = Standing(columns, lanes, known)
        found = standing.found(low, high, budget, [most] * len(lanes))
        assert len(found.crowded) == len(lanes) == len(found.bounds) - 1
        for number, lane in enumerate(lanes):
            wanted, crowded, passed = lane.index.heaviest(low, high, budget, most)
            if known is not None:
                wanted = wanted[~known.held(lane, wanted, low, high)]
            part = slice(*found.bounds[number : number + 2])
            assert found.rows[part].tolist() == wanted.tolist()
            assert found.track[part].tolist() == lane.tracks(wanted).tolist()
            assert (found.crowded[number], found.passed[number]) == (crowded, passed)


def test_without_lanes_nothing_is_found() -> None:
    found = Standing(columns_of([]), [], None).found(FIRST, FIRST + 9, 5, [])
    assert (found.rows.tolist(), found.bounds, found.track.tolist()) == ([], (0,), [])
    assert found.crowded == found.passed == ()
