"""Shelves: what is found free is free, and nothing that is free is missed."""

from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.placing import GAP, Shelf

WIDTH = 60
STRETCHES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, WIDTH), st.integers(1, 15)), max_size=8
)


def shelf_with(stretches: list[tuple[int, int, int]]) -> tuple[Shelf, list[list[bool]]]:
    shelf = Shelf(3, WIDTH)
    cells = [[False] * WIDTH for _ in range(4)]
    for row, first, length in stretches:
        shelf.take(row, first, first + length)
        for x in range(first, min(first + length, WIDTH)):
            cells[row][x] = True
    return shelf, cells


def is_free(cells: list[bool], first: int, last: int) -> bool:
    return not any(cells[max(first, 0) : max(last, 0)])


def rows_with_room(cells: list[list[bool]], anchor: int, width: int) -> list[int]:
    """The rows that a line from the mark reaches and that have any place, by every pixel."""
    rows = []
    for row in range(1, 4):
        if not is_free(cells[row], anchor - 1, anchor + 2):
            break
        for x in range(max(anchor - width, 0), min(anchor, WIDTH - width) + 1):
            if is_free(cells[row], x - GAP, x + width + GAP):
                rows.append(row)
                break
    return rows


@given(STRETCHES, st.integers(0, WIDTH - 1), st.integers(1, 30))
def test_a_place_is_found_exactly_where_there_is_one(
    stretches: list[tuple[int, int, int]], anchor: int, width: int
) -> None:
    shelf, cells = shelf_with(stretches)
    shelf.take(0, 0, WIDTH)
    found, rows = shelf.place(anchor, width, 0), rows_with_room(cells, anchor, width)
    assert (found is None) == (not rows)
    if found:
        row, x = found
        assert row == max(rows)
        assert 0 <= x <= anchor <= x + width <= WIDTH
        assert is_free(cells[row], x - GAP, x + width + GAP)
        assert not shelf.is_free(row, x, x + 1)
        for above in range(1, row):
            for at in range(max(anchor - 1, 0), min(anchor + 2, WIDTH)):
                assert not shelf.is_free(above, at, at + 1)


@given(STRETCHES, st.integers(0, 3), st.integers(-5, WIDTH + 5), st.integers(-5, WIDTH + 5))
def test_free_is_where_nothing_was_laid(
    stretches: list[tuple[int, int, int]], row: int, first: int, last: int
) -> None:
    shelf, cells = shelf_with(stretches)
    assert shelf.is_free(row, first, last) == is_free(cells[row], first, last)


@given(st.lists(st.tuples(st.integers(0, WIDTH - 1), st.integers(1, 20)), max_size=12))
def test_what_was_laid_and_lifted_lies_alone_and_can_grow_to_the_next(
    wanted: list[tuple[int, int]],
) -> None:
    """After any number of texts each row is what its texts and the lines to lower ones fill."""
    shelf = Shelf(3, WIDTH)
    placed = [
        (*found, width, anchor)
        for anchor, width in wanted
        if (found := shelf.place(anchor, width, WIDTH))
    ]
    placed.sort()
    lifted = [
        (shelf.lift(row, x, width, anchor), x, width, anchor) for row, x, width, anchor in placed
    ]
    cells = [[False] * WIDTH for _ in range(4)]
    for row, x, width, anchor in lifted:
        lines = [(above, anchor - 1, anchor + 2) for above in range(1, row)]
        for level, first, last in [(row, x, x + width), *lines]:
            for at in range(max(first, 0), min(last, WIDTH)):
                assert not cells[level][at]
                cells[level][at] = True
    for row in range(4):
        for at in range(WIDTH):
            assert shelf.is_free(row, at, at + 1) != cells[row][at]
    for row, x, width, _ in lifted:
        behind = next((at for at in range(x + width, WIDTH) if cells[row][at]), WIDTH + GAP)
        assert shelf.room(row, x) == behind - GAP - x


@given(STRETCHES, st.integers(0, WIDTH - 1), st.integers(1, 30), st.integers(0, WIDTH))
def test_nothing_is_found_below_a_text_right_below_and_behind_a_taken_line(
    stretches: list[tuple[int, int, int]], anchor: int, width: int, after: int
) -> None:
    shelf, _ = shelf_with(stretches)
    if not shelf.is_free(1, anchor, anchor + 1) and (
        after == WIDTH or not shelf.is_free(0, after, after + 1)
    ):
        assert shelf.place(anchor, width, after) is None


def test_a_text_begins_at_its_mark_where_there_is_room() -> None:
    assert Shelf(1, 100).place(40, 30, 50) == (1, 36)


def test_at_the_edges_it_stays_inside() -> None:
    shelf = Shelf(1, 100)
    assert shelf.place(0, 30, 10) == (1, 0)
    assert shelf.place(99, 30, 200) == (1, 70)


def test_the_lowest_row_comes_first_so_that_neighbours_find_room_above() -> None:
    shelf = Shelf(2, 100)
    assert shelf.place(40, 30, 200) == (2, 36)
    assert shelf.place(50, 30, 200) == (1, 48)


def test_a_text_is_lifted_where_nothing_is_above_it() -> None:
    shelf = Shelf(3, 100)
    place = shelf.place(40, 30, 200)
    assert place == (3, 36)
    assert shelf.lift(3, 36, 30, 40) == 1
    assert shelf.is_free(2, 0, 100)
    assert shelf.is_free(3, 0, 100)
    assert not shelf.is_free(1, 36, 66)


def test_it_is_lifted_no_higher_than_there_is_room() -> None:
    shelf = Shelf(3, 100)
    place = shelf.place(40, 30, 200)
    assert place
    shelf.take(1, 50, 60)
    assert shelf.lift(3, 36, 30, 40) == 2
    assert not shelf.is_free(1, 39, 42)
    assert shelf.lift(2, 36, 30, 40) == 2


def test_no_leader_runs_through_a_text() -> None:
    shelf = Shelf(2, 100)
    shelf.take(1, 30, 60)
    assert shelf.place(40, 10, 200) is None
    other = Shelf(2, 100)
    other.take(1, 0, 60)
    other.take(1, 80, 100)
    assert other.place(70, 40, 200) == (2, 60)
    assert not other.is_free(1, 69, 72)


def test_last_comes_the_line_of_the_marks() -> None:
    shelf = Shelf(1, 100)
    shelf.take(1, 0, 100)
    assert shelf.place(20, 30, 27) == (0, 27)
    shelf.take(0, 60, 64)
    assert shelf.place(20, 30, 27) is None


def test_a_text_grows_only_as_far_as_the_next_one() -> None:
    shelf = Shelf(1, 100)
    shelf.take(1, 60, 70)
    assert shelf.place(14, 20, 200) == (1, 10)
    assert shelf.room(1, 10) == 50 - GAP
    shelf.widen(1, 10, 50 - GAP)
    assert not shelf.is_free(1, 10 + 50 - GAP - 1, 60)
    assert shelf.is_free(1, 10 + 50 - GAP, 60)
    assert shelf.place(82, 10, 200) == (1, 78)
    assert shelf.room(1, 78) == 22


def test_the_line_of_the_marks_is_given_by_its_edges() -> None:
    shelf = Shelf(0, 50, [0, 3, 10, 20, 20, 30])
    taken = {*range(3), *range(10, 30)}
    assert {at for at in range(50) if not shelf.is_free(0, at, at + 1)} == taken
    assert shelf.place(5, 15, 31) == (0, 31)
    assert shelf.place(5, 4, 3) is None
