"""Shelves: what is found free is free, and nothing that is free is missed."""

from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.placing import GAP, MISSES, Laid, Shelf, Wishes, nothing_laid

WIDTH = 60
STRETCHES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, WIDTH), st.integers(1, 15)), max_size=8
)


def wishes_of(rows: list[int], anchors: list[int], afters: list[int]) -> Wishes:
    """Wishes whose marks are in sight."""
    return Wishes(rows, anchors, afters, [0] * len(rows), [0.0] * len(rows))


def place(shelf: Shelf, anchor: int, width: int, after: int) -> tuple[int, int] | None:
    """Where one text comes to lie, if there is room: its row and its first pixel."""
    laid = nothing_laid()
    shelf.settle(wishes_of([7], [anchor], [after]), {7: width}, laid)
    assert laid.widths == [width] * len(laid.rows)
    return (laid.levels[0], laid.xs[0]) if laid.rows else None


def bars(count: int, reach: int = WIDTH - 2) -> Wishes:
    """Wishes of bars that run on at both sides, or only up to *reach*."""
    rows = list(range(count))
    return Wishes(rows, [0] * count, [WIDTH * 2] * count, [reach] * count, [0.0] * count)


def lift(shelf: Shelf, row: int, x: int, width: int, anchor: int) -> int:
    """The row to which a text is moved."""
    laid = Laid([0], [7], [anchor], [row], [x], [width])
    shelf.lift(laid, 0)
    return laid.levels[0]


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
    found, rows = place(shelf, anchor, width, 0), rows_with_room(cells, anchor, width)
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
    """After any number of texts each row is what its texts and the lines to lower ones fill.

    And what those have for themselves over which they will slide.
    """
    shelf = Shelf(3, WIDTH)
    placed = [
        (*found, width, anchor)
        for anchor, width in wanted
        if (found := place(shelf, anchor, width, WIDTH))
    ]
    placed.sort()
    lifted = [
        (lift(shelf, row, x, width, anchor), x, width, anchor) for row, x, width, anchor in placed
    ]
    cells, kept = [[False] * WIDTH for _ in range(4)], set()
    for (was, *_), (row, x, width, anchor) in zip(placed, lifted, strict=True):
        if row == was and x + width == WIDTH:  # the edge may have pushed it there
            kept |= {(row, at) for at in range(anchor - width, x)}
        lines = [(above, anchor - 1, anchor + 2) for above in range(1, row)]
        for level, first, last in [(row, x, x + width), *lines]:
            for at in range(max(first, 0), min(last, WIDTH)):
                assert not cells[level][at]
                cells[level][at] = True
    for row in range(4):
        for at in range(WIDTH):
            is_taken = not shelf.is_free(row, at, at + 1)
            assert is_taken == cells[row][at] or (is_taken and (row, at) in kept)
    for row, x, width, _ in lifted:
        right = range(x + width, WIDTH)
        behind = next((at for at in right if not shelf.is_free(row, at, at + 1)), WIDTH + GAP)
        assert shelf.room(row, x) == behind - GAP - x


@given(STRETCHES, st.integers(0, WIDTH - 1), st.integers(1, 30), st.integers(0, WIDTH))
def test_nothing_is_found_below_a_text_right_below_and_behind_a_taken_line(
    stretches: list[tuple[int, int, int]], anchor: int, width: int, after: int
) -> None:
    shelf, _ = shelf_with(stretches)
    if not shelf.is_free(1, anchor, anchor + 1) and (
        after == WIDTH or not shelf.is_free(0, after, after + 1)
    ):
        assert place(shelf, anchor, width, after) is None


def test_a_text_begins_at_its_mark_where_there_is_room() -> None:
    assert place(Shelf(1, 100), 40, 30, 50) == (1, 36)


def test_at_the_edges_it_stays_inside() -> None:
    shelf = Shelf(1, 100)
    assert place(shelf, 0, 30, 10) == (1, 0)
    assert place(shelf, 99, 30, 200) == (1, 70)


def test_what_the_edge_pushes_to_the_left_has_for_itself_what_it_will_slide_over() -> None:
    shelf = Shelf(1, 100)
    assert place(shelf, 95, 30, 200) == (1, 70)
    assert not shelf.is_free(1, 65, 70)
    assert shelf.is_free(1, 0, 65)
    assert shelf.room(1, 70) == 30
    beside = Shelf(1, 100)
    beside.take(1, 50, 62)
    assert place(beside, 95, 30, 200) == (1, 70)
    assert beside.is_free(1, 62, 62 + GAP)


def test_what_has_no_other_place_has_it_where_a_text_only_slides_to() -> None:
    shelf = Shelf(1, 100)
    assert place(shelf, 95, 30, 200) == (1, 70)
    assert place(shelf, 58, 20, 200) == (1, 39)  # left of what is kept, which is from 65 on
    shelf = Shelf(1, 100)
    assert place(shelf, 95, 30, 200) == (1, 70)
    assert place(shelf, 63, 20, 200) == (1, 44)
    assert shelf.is_free(1, 64, 70)
    assert not shelf.slides
    lower = Shelf(2, 100)
    lower.take(2, 75, 100)
    assert place(lower, 95, 30, 200) == (1, 70)
    assert place(lower, 68, 20, 200) == (2, 49)  # its line comes down through what is kept above


@given(
    st.lists(st.tuples(st.integers(0, WIDTH - 1), st.integers(1, 30)), min_size=2, max_size=MISSES)
)
def test_nothing_is_left_without_a_name_because_another_one_only_slides(
    wanted: list[tuple[int, int]],
) -> None:
    shelf, laid = Shelf(3, WIDTH), nothing_laid()
    rows = list(range(len(wanted)))
    anchors, widths = [anchor for anchor, _ in wanted], [width for _, width in wanted]
    wishes = wishes_of(rows, anchors, [WIDTH] * len(wanted))
    shelf.settle(wishes, dict(zip(rows, widths, strict=True)), laid)
    for row in set(rows) - set(laid.rows):
        for level, first, x in shelf.slides:
            free = shelf.copy()
            edges = free.levels[level - 1]
            edges[edges.index(first)] = x
            assert place(free, anchors[row], widths[row], WIDTH) is None


def test_where_nothing_comes_in_at_the_edge_no_room_is_kept() -> None:
    shelf = Shelf(1, 100, enters=False)
    assert place(shelf, 95, 30, 200) == (1, 70)
    assert shelf.is_free(1, 0, 70)
    assert not shelf.copy().enters


def test_what_slides_along_the_edge_moves_no_other_text_in_its_row() -> None:
    """Its mark moves away from the edge by a pixel a step; that of the other one, too."""
    places = set()
    for step in range(25):
        shelf = Shelf(1, 100)
        found = place(shelf, 99 - step, 30, 200)
        assert found == (1, 70)
        other = place(shelf, 60 - step, 20, 200)
        assert other
        places.add((other[0], other[1] + step))
    assert places == {(1, 99 - 30 - GAP - 20)}


def test_the_lowest_row_comes_first_so_that_neighbours_find_room_above() -> None:
    shelf = Shelf(2, 100)
    assert place(shelf, 40, 30, 200) == (2, 36)
    assert place(shelf, 50, 30, 200) == (1, 48)


def test_a_text_is_lifted_where_nothing_is_above_it() -> None:
    shelf = Shelf(3, 100)
    assert place(shelf, 40, 30, 200) == (3, 36)
    assert lift(shelf, 3, 36, 30, 40) == 1
    assert shelf.is_free(2, 0, 100)
    assert shelf.is_free(3, 0, 100)
    assert not shelf.is_free(1, 36, 66)


def test_it_is_lifted_no_higher_than_there_is_room() -> None:
    shelf = Shelf(3, 100)
    assert place(shelf, 40, 30, 200)
    shelf.take(1, 50, 60)
    assert lift(shelf, 3, 36, 30, 40) == 2
    assert not shelf.is_free(1, 39, 42)
    assert lift(shelf, 2, 36, 30, 40) == 2


def test_no_leader_runs_through_a_text() -> None:
    shelf = Shelf(2, 100)
    shelf.take(1, 30, 60)
    assert place(shelf, 40, 10, 200) is None
    other = Shelf(2, 100)
    other.take(1, 0, 60)
    other.take(1, 80, 100)
    assert place(other, 70, 40, 200) == (2, 60)
    assert not other.is_free(1, 69, 72)


def test_last_comes_the_line_of_the_marks() -> None:
    shelf = Shelf(1, 100)
    shelf.take(1, 0, 100)
    assert place(shelf, 20, 30, 27) == (0, 27)
    shelf.take(0, 60, 64)
    assert place(shelf, 20, 30, 27) is None


def test_a_text_grows_only_as_far_as_the_next_one() -> None:
    shelf = Shelf(1, 100)
    shelf.take(1, 60, 70)
    assert place(shelf, 14, 20, 200) == (1, 10)
    assert shelf.room(1, 10) == 50 - GAP
    shelf.widen(1, 10, 50 - GAP)
    assert not shelf.is_free(1, 10 + 50 - GAP - 1, 60)
    assert shelf.is_free(1, 10 + 50 - GAP, 60)
    assert place(shelf, 82, 10, 200) == (1, 78)
    assert shelf.room(1, 78) == 22


def test_the_line_of_the_marks_is_given_by_its_edges() -> None:
    shelf = Shelf(1, 50, [0, 3, 10, 20, 20, 30])
    shelf.take(1, 0, 50)
    taken = {*range(3), *range(10, 30)}
    assert {at for at in range(50) if not shelf.is_free(0, at, at + 1)} == taken
    assert place(shelf, 5, 15, 31) == (0, 31)
    assert place(shelf, 5, 4, 3) is None


def test_the_columns_tell_of_each_text_where_it_lies() -> None:
    shelf, laid = Shelf(2, 100), nothing_laid()
    wishes = wishes_of([5, 6, 7, 8], [40, 41, 50, 90], [200, 200, 200, 200])
    shelf.settle(wishes, {5: 30, 6: 30, 7: 30, 8: 12}, laid)
    assert laid == Laid([0, 2, 3], [5, 7, 8], [40, 50, 90], [2, 1, 2], [36, 48, 86], [30, 30, 12])
    shelf.lift(laid, 2)
    assert laid.levels == [2, 1, 1]


def test_after_many_that_are_too_wide_no_further_one_is_tried() -> None:
    for misses, found in ((MISSES - 1, [99]), (MISSES, [])):
        wide = list(range(misses))
        wishes = wishes_of([*wide, 99], [*wide, 50], [200] * (misses + 1))
        laid = nothing_laid()
        Shelf(1, 100).settle(wishes, {**dict.fromkeys(wide, 200), 99: 10}, laid)
        assert laid.rows == found


@given(STRETCHES, st.integers(0, 50), st.integers(10, WIDTH - 2), st.integers(1, 30))
def test_a_bar_is_named_wherever_below_it_the_first_row_has_room(
    stretches: list[tuple[int, int, int]], anchor: int, reach: int, width: int
) -> None:
    """Its line comes down within the bar, through nothing; the text lies where nothing is."""
    shelf, cells = shelf_with(stretches)
    laid = nothing_laid()
    wishes = Wishes([7], [anchor], [WIDTH], [reach], [0.0])
    shelf.settle(wishes, {7: width}, laid, movable=1)
    if not laid.rows:
        for first in range(anchor, min(reach, WIDTH - width) + 1):
            assert not is_free(cells[1], first - GAP, first + width + GAP)
        return
    (row,), (x,), (pixel,) = laid.levels, laid.xs, laid.anchors
    assert anchor <= pixel <= max(reach, anchor)
    assert 0 <= x <= pixel <= x + width <= WIDTH
    assert is_free(cells[row], x - GAP, x + width + GAP)
    for above in range(1, row):
        assert is_free(cells[above], pixel - 1, pixel + 2)


def test_bars_that_run_across_are_named_one_below_the_other() -> None:
    """The lines of the lower ones come down at the left of those above: all rows are used."""
    shelf, laid = Shelf(4, WIDTH), nothing_laid()
    shelf.settle(bars(4), dict.fromkeys(range(4), 20), laid, movable=4)
    assert laid.levels == [4, 3, 2, 1]
    assert laid.anchors == laid.xs == [0, 2 + GAP, 2 * (2 + GAP), 3 * (2 + GAP)]


def test_where_all_rows_are_full_the_next_ones_lie_beside() -> None:
    shelf, laid = Shelf(1, WIDTH), nothing_laid()
    shelf.settle(bars(4), dict.fromkeys(range(4), 12), laid, movable=4)
    assert laid.xs == [0, 12 + GAP, 2 * (12 + GAP)]
    assert laid.anchors == laid.xs


def test_only_the_heaviest_bars_are_and_none_beyond_its_end() -> None:
    for movable, reach, found in ((2, WIDTH - 2, [0, 1]), (4, 10, [0, 1]), (0, WIDTH - 2, [0])):
        laid = nothing_laid()
        Shelf(4, WIDTH).settle(bars(4, reach), dict.fromkeys(range(4), 20), laid, movable)
        assert laid.rows == found
