"""Which lanes hold a contested event that is in sight."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.index import LaneIndex
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.marks import LaneMark, Rect
from azkz_desktop.timeline.outlying import Holding
from azkz_desktop.timeline.sight import PlacedLane
from tests.timeline.made import columns_of, instant

MARK = LaneMark("", "", (), "", Rect(0, 0, 100, 20), 10, folded=False)


@given(st.lists(st.lists(st.integers(0, 9), unique=True), max_size=5), st.data())
def test_the_lanes_that_hold_an_event_are_those_of_brute_force(
    members: list[list[int]], data: st.DataObject
) -> None:
    columns = columns_of([instant(700_000 + row) for row in range(10)])
    indices = [LaneIndex(columns, np.array(sorted(rows), np.int32)) for rows in members]
    holding = Holding([PlacedLane(Lane("", "", 0, one), MARK, 1, (0.0,), 1) for one in indices])
    for _ in range(2):  # what was asked before is known
        asked = data.draw(st.lists(st.integers(0, 9)))
        wanted = [[at for at, rows in enumerate(members) if row in rows] for row in asked]
        assert holding.of(asked) == wanted
