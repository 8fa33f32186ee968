"""What the marks of a lane cover of its line."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.lanemarks import stretches

PIXELS = 40
STRETCHES = st.lists(st.tuples(st.integers(0, PIXELS), st.integers(0, 12)), max_size=12)


@given(STRETCHES)
def test_stretches_cover_what_each_covers(some: list[tuple[int, int]]) -> None:
    firsts = np.array([first for first, _ in some], np.int64)
    lasts = np.array([first + length for first, length in some], np.int64)
    edges = stretches(firsts, lasts).tolist()
    assert edges == sorted(edges)
    covered = {at for first, length in some for at in range(first, first + length)}
    pairs = zip(edges[::2], edges[1::2], strict=True)
    assert {at for first, last in pairs for at in range(first, last)} == covered
