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


def could_be(cells: list[list[bool]], anchor: int, width: int) -> Place | None:
    """The first row that has any place, by trying every pixel."""
    for row in range(1, 4):
        if not is_free(cells[row], anchor - 1, anchor + 2):
            return None
        for x in range(anchor - width, anchor + 1):
            if x < 0 or x + width > WIDTH:
                continue
            if is_free(cells[row], x - GAP, x + width + GAP):
                return Place(row, x, anchor)
    return None


@given(STRETCHES, st.integers(0, WIDTH - 1), st.integers(1, 30))
def test_a_place_is_found_exactly_where_there_is_one(
    stretches: list[tuple[int, int, int]], anchor: int, width: int
) -> None:
    shelf, cells = shelf_with(stretches)
    shelf.take(0, 0, WIDTH)
    found, wanted = shelf.place(anchor, width, 0), could_be(cells, anchor, width)
    assert (found is None) == (wanted is None)
    if found and wanted:
        assert found.row == wanted.row
        assert 0 <= found.x <= anchor <= found.x + width <= WIDTH
        assert is_free(cells[found.row], found.x - GAP, found.x + width + GAP)


@given(STRETCHES, st.integers(0, WIDTH - 1), st.integers(1, 30), st.integers(0, WIDTH))
def test_nothing_is_found_below_a_text_right_below_and_behind_a_taken_line(
    stretches: list[tuple[int, int, int]], anchor: int, width: int, after: int
) -> None:
    shelf, _ = shelf_with(stretches)
    if shelf.below[anchor] and shelf.line[after]:
        assert shelf.place(anchor, width, after) is None


def test_a_text_begins_at_its_mark_where_there_is_room() -> None:
    assert Shelf(2, bytes(100)).place(40, 30, 50) == Place(1, 36, 40)


def test_at_the_edges_it_stays_inside() -> None:
    shelf = Shelf(1, bytes(100))
    assert shelf.place(0, 30, 10) == Place(1, 0, 0)
    assert shelf.place(99, 30, 200) == Place(1, 70, 99)


def test_the_second_row_is_used_where_the_first_is_full_beside_the_mark() -> None:
    shelf = Shelf(2, bytes(100))
    shelf.take(1, 45, 80)
    shelf.take(1, 0, 35)
    assert shelf.place(40, 30, 200) == Place(2, 36, 40)


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
