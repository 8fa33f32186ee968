"""The order of time: by the day of an event's mark, as the timeline draws it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.query.order import TimeOrder
from azkz_desktop.timeline.extents import extents
from tests.timeline.made import Bounds, columns_of, instant
from tests.timeline.test_layout import events

ROWS = st.sets(st.integers(0, 29))


@given(events(), ROWS, st.integers(0, 29), st.booleans())
def test_steps_go_where_the_marks_stand(
    bounds: list[Bounds], some: set[int], row: int, forward: bool
) -> None:
    columns = columns_of(bounds or [instant(1)])
    count = len(columns)
    order, row = TimeOrder(columns), row % count
    anchors = extents(columns, np.arange(count, dtype=np.int32)).anchor
    places = sorted(range(count), key=lambda one: (anchors[one], one))
    assert np.argsort(order.rank).tolist() == places
    rows = np.array(sorted(one for one in some if one < count), np.int32)
    ordered = order.sorted(rows)
    assert ordered.tolist() == [one for one in places if one in some]
    at = places.index(row)
    way = places[at + 1 :] if forward else places[:at][::-1]
    expected = next((one for one in way if one in some), None)
    assert order.step(ordered, row, 1 if forward else -1) == expected
    day = float(anchors[row])
    assert order.first_from(ordered, day) == sum(anchors[one] < day for one in rows)


def test_what_was_sorted_is_kept_until_other_rows_are_asked_for() -> None:
    order = TimeOrder(columns_of([instant(day) for day in (1, 2, 3)]))
    some, others = np.array([2, 0], np.int32), np.array([1, 2], np.int32)
    ordered = order.sorted(some)
    assert ordered.tolist() == [0, 2]
    assert order.sorted(some) is ordered
    assert not ordered.flags.writeable
    assert order.sorted(others).tolist() == [1, 2]
    assert order.sorted(some.copy()) is not ordered
