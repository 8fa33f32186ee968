"""Shelves: what is found free is free, and nothing that is free is missed."""

from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.placing import GAP, Place, Shelf

WIDTH = 60
STRETCHES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, WIDTH), st.integers(1, 15)), max_size=8
)


def shelf_with(stretches: list[tuple[int, int, int]]) -> tuple[Shelf, list[list[bool]]]:
    shelf = Shelf(3, bytes(WIDTH))
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
        assert found.row == max(rows)
        assert 0 <= found.x <= anchor <= found.x + width <= WIDTH
        assert is_free(cells[found.row], found.x - GAP, found.x + width + GAP)


@given(STRETCHES)
def test_rows_lie_one_after_the_other(stretches: list[tuple[int, int, int]]) -> None:
    shelf, cells = shelf_with(stretches)
    assert list(shelf.cells) == [taken for row in cells for taken in row]


@given(STRETCHES, st.integers(0, WIDTH - 1), st.integers(1, 30), st.integers(0, WIDTH))
def test_nothing_is_found_below_a_text_right_below_and_behind_a_taken_line(
    stretches: list[tuple[int, int, int]], anchor: int, width: int, after: int
) -> None:
    shelf, _ = shelf_with(stretches)
    if shelf.cells[WIDTH + anchor] and (after == WIDTH or shelf.cells[after]):
        assert shelf.place(anchor, width, after) is None


def test_a_text_begins_at_its_mark_where_there_is_room() -> None:
    assert Shelf(1, bytes(100)).place(40, 30, 50) == Place(1, 36, 40)


def test_at_the_edges_it_stays_inside() -> None:
    shelf = Shelf(1, bytes(100))
    assert shelf.place(0, 30, 10) == Place(1, 0, 0)
    assert shelf.place(99, 30, 200) == Place(1, 70, 99)


def test_the_lowest_row_comes_first_so_that_neighbours_find_room_above() -> None:
    shelf = Shelf(2, bytes(100))
    assert shelf.place(40, 30, 200) == Place(2, 36, 40)
    assert shelf.place(50, 30, 200) == Place(1, 48, 50)


def test_a_text_is_lifted_where_nothing_is_above_it() -> None:
    shelf = Shelf(3, bytes(100))
    place = shelf.place(40, 30, 200)
    assert place == Place(3, 36, 40)
    assert shelf.lift(place, 30) == Place(1, 36, 40)
    assert shelf.is_free(2, 0, 100)
    assert shelf.is_free(3, 0, 100)
    assert not shelf.is_free(1, 36, 66)


def test_it_is_lifted_no_higher_than_there_is_room() -> None:
    shelf = Shelf(3, bytes(100))
    place = shelf.place(40, 30, 200)
    assert place
    shelf.take(1, 50, 60)
    lifted = shelf.lift(place, 30)
    assert lifted == Place(2, 36, 40)
    assert not shelf.is_free(1, 39, 42)
    assert shelf.lift(lifted, 30) == lifted
    assert shelf.lift(Place(0, 5, None), 10) == Place(0, 5, None)


def test_no_leader_runs_through_a_text() -> None:
    shelf = Shelf(2, bytes(100))
    shelf.take(1, 30, 60)
    assert shelf.place(40, 10, 200) is None
    other = Shelf(2, bytes(100))
    other.take(1, 0, 60)
    other.take(1, 80, 100)
    assert other.place(70, 40, 200) == Place(2, 60, 70)
    assert not other.is_free(1, 69, 72)


def test_last_comes_the_line_of_the_marks() -> None:
    shelf = Shelf(1, bytes(100))
    shelf.take(1, 0, 100)
    assert shelf.place(20, 30, 27) == Place(0, 27, None)
    shelf.take(0, 60, 64)
    assert shelf.place(20, 30, 27) is None


def test_a_text_grows_only_as_far_as_the_next_one() -> None:
    shelf = Shelf(1, bytes(100))
    shelf.take(1, 60, 70)
    place = shelf.place(14, 20, 200)
    assert place == Place(1, 10, 14)
    assert not shelf.grow(place, 20, 50 - GAP + 1)
    assert shelf.grow(place, 20, 50 - GAP)
    assert not shelf.is_free(1, 10 + 50 - GAP - 1, 60)
    assert not shelf.grow(Place(1, 80, 82), 10, 30)
