"""What belongs to which event: arrays against plain loops."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.inside import Inside, sound_parents
from azkz_desktop.timeline.lanes import lanes_by
from tests.timeline.made import columns_of, instant

COUNT = 14
FIRST = 730_000
PARENTS = st.lists(st.integers(-1, COUNT - 1), min_size=COUNT, max_size=COUNT)
ROWS = st.sets(st.integers(0, COUNT - 1))


def family_of(parents: list[int], step: int = 10) -> EventColumns:
    """Events every *step* days, of four kinds in turn, with these parents."""
    columns = columns_of(
        [instant(FIRST + row * step) for row in range(len(parents))],
        kinds=[row * 5 % 16 for row in range(len(parents))],
    )
    return replace(columns, parent=np.array(parents, np.int32))


def ends(parents: list[int], row: int) -> bool:
    """Whether the way up from *row* comes to an end."""
    for _ in range(len(parents) + 1):
        row = parents[row]
        if row < 0:
            return True
    return False


def inside_of(parents: list[int], rows: set[int]) -> tuple[Inside, list[int], EventColumns]:
    columns = family_of(parents)
    sound = sound_parents(columns)
    return Inside(columns, sound, np.array(sorted(rows), np.int32)), sound.tolist(), columns


@given(PARENTS)
def test_no_event_lies_in_itself_however_far_up(parents: list[int]) -> None:
    sound = sound_parents(family_of(parents)).tolist()
    assert sound == [up if ends(parents, row) else -1 for row, up in enumerate(parents)]


def test_a_long_line_of_ancestors_is_sound() -> None:
    parents = [-1, *range(50)]
    assert sound_parents(family_of(parents)).tolist() == parents


@given(PARENTS, ROWS)
def test_children_are_those_that_pass_the_filter(parents: list[int], rows: set[int]) -> None:
    inside, sound, _ = inside_of(parents, rows)
    for row in range(COUNT):
        children = [one for one in sorted(rows) if sound[one] == row and row in rows]
        assert inside.children(row) == children
        assert inside.counts[row] == inside.held_in(row) == len(children)
        assert inside.holds(row) == bool(children)
        above = sound[row] if row in rows and sound[row] in rows else None
        assert inside.parent(row) == above
    assert len(inside) == sum(inside.counts)
    told = inside.of(np.arange(COUNT, dtype=np.int32))
    assert told == {row: len(inside.children(row)) for row in range(COUNT) if inside.holds(row)}


@given(PARENTS, ROWS, st.integers(-5, 150), st.integers(0, 150))
def test_held_are_those_whose_parent_stands_in_the_lane_and_in_sight(
    parents: list[int], rows: set[int], first: int, days: int
) -> None:
    inside, sound, columns = inside_of(parents, rows)
    window = FIRST + first, FIRST + first + days
    for lane in lanes_by("kind", columns, np.array(sorted(rows), np.int32), {}):
        own = lane.index.rows
        held = inside.held(lane, own, *window)
        at_all = inside.held_at_all(lane, own)
        for row, is_held, is_at_all in zip(own.tolist(), held, at_all, strict=True):
            here = sound[row] in own.tolist()
            seen = here and window[0] <= columns.start_earliest[sound[row]] <= window[1]
            assert is_held == seen
            assert is_at_all == here


@given(PARENTS, ROWS, st.frozensets(st.integers(0, COUNT - 1)))
def test_a_container_is_as_high_as_what_it_shows(
    parents: list[int], rows: set[int], opened: frozenset[int]
) -> None:
    inside, _, _ = inside_of(parents, rows)

    def lines(row: int) -> int:
        children = inside.children(row)
        if row not in opened or not children:
            return 1
        return 2 + sum(lines(child) for child in children)

    for row in opened:
        if inside.holds(row):
            assert inside.heights(row, opened) == lines(row)
