"""Labels: none over another, the important ones first, the same wherever one looks."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.map.labels import SPACE, Taken, Wish, label_boxes, place
from azkz_desktop.map.marks import Label
from azkz_desktop.map.shapes import Box
from tests.map.made import Ruler

RULER = Ruler()
WISHES = st.lists(
    st.builds(
        Wish,
        lines=st.lists(st.text("abc", min_size=1, max_size=14), min_size=1, max_size=2).map(tuple),
        role=st.just("city"),
        colour=st.just("ink"),
        x=st.floats(0, 500),
        y=st.floats(0, 300),
        gap=st.sampled_from((0.0, 7.0)),
        rank=st.floats(0, 50),
        angle=st.sampled_from((0.0, 0.0, 30.0, -45.0)),
    ),
    max_size=40,
)


def wish(text: str, x: float, y: float, rank: float = 10, gap: float = 7) -> Wish:
    return Wish((text,), "city", "ink", x, y, gap, rank)


def boxes(label: Label) -> list[Box]:
    width = max(RULER.measure(line, label.role) for line in label.lines)
    return label_boxes(label, width, RULER.height(label.role))


@given(WISHES)
def test_no_label_meets_another(wishes: list[Wish]) -> None:
    placed = [label for _, label in place(wishes, RULER)]
    for a, b in combinations(placed, 2):
        assert not any(one.meets(other) for one in boxes(a) for other in boxes(b))


@given(WISHES)
def test_labels_keep_clear_of_what_is_taken(wishes: list[Wish]) -> None:
    taken = [Box(100, 100, 220, 180), Box(0, 0, 40, 300)]
    for _, label in place(wishes, RULER, taken):
        assert not any(box.meets(other) for box in boxes(label) for other in taken)


@given(WISHES, WISHES)
def test_less_important_labels_move_no_more_important_one(
    few: list[Wish], more: list[Wish]
) -> None:
    before = place(few, RULER)
    after = place([*few, *(replace(one, rank=one.rank + 100) for one in more)], RULER)
    assert after[: len(before)] == before


@given(WISHES, st.floats(-200, 200))
def test_moving_everything_moves_every_label(wishes: list[Wish], by: float) -> None:
    by = round(by)
    moved = [replace(one, x=one.x + by, y=one.y - by) for one in wishes]
    here, there = place(wishes, RULER), place(moved, RULER)
    assert len(here) == len(there)


def test_the_important_one_wins_the_room() -> None:
    placed = place([wish("lesser", 100, 100, 20, 0), wish("greater", 105, 100, 10, 0)], RULER)
    assert [label.lines for _, label in placed] == [("greater",)]


def test_a_label_stands_right_then_left_then_above() -> None:
    right = place([wish("Baku", 100, 100)], RULER)[0][1]
    assert (right.x, right.align) == (107, -1)
    left = place([wish("Baku", 100, 100)], RULER, [Box(105, 90, 140, 110)])[0][1]
    assert (left.x, left.align) == (93, 1)
    both = [Box(105, 96, 140, 104), Box(50, 96, 95, 104)]
    above = place([wish("Baku", 100, 100)], RULER, both)[0][1]
    assert above.align == 0
    assert above.y < 90


def test_another_spot_serves_where_the_first_is_taken() -> None:
    one = replace(wish("KAZAKHSTAN", 100, 100, gap=0), spots=((100.0, 200.0), (100.0, 300.0)))
    label = place([one], RULER, [Box(90, 90, 110, 110), Box(90, 190, 110, 210)])[0][1]
    assert label.y == 300


def test_the_same_words_keep_apart() -> None:
    two = [replace(wish("IRAN", x, 100, gap=0), apart=300) for x in (100.0, 250.0)]
    assert len(place(two, RULER)) == 1
    assert len(place([two[0], replace(two[1], x=500)], RULER)) == 2


def test_what_must_be_there_is_there() -> None:
    chosen = replace(wish("chosen", 100, 100, rank=99), must=True)
    placed = place([wish("other", 100, 100, rank=1), chosen], RULER, [Box(0, 0, 300, 300)])
    assert [label.lines for _, label in placed] == [("chosen",)]


def test_turned_text_takes_a_chain_of_squares() -> None:
    label = Label(("a long name",), "route", "oil", 100, 100, 0, 45.0)
    chain = boxes(label)
    assert len(chain) >= 4
    assert chain[0].left < 80
    assert chain[-1].right > 120
    assert not any(box.holds(130, 70) for box in chain)


def test_taken_room_is_found_across_cells() -> None:
    table = Taken()
    table.add(Box(10, 10, 300, 20))
    assert not table.is_free(Box(250, 15, 260, 16))
    assert table.is_free(Box(250, 30, 260, 40))


def test_names_side_by_side_keep_a_gap_wider_than_a_space() -> None:
    """Two names on one line, the second just clear of the first: it goes elsewhere."""
    width = RULER.measure("Yerevan", "city")
    first = wish("Yerevan", 100, 100, rank=1)
    end = 107 + width
    for between in range(30):
        second = wish("Baku", end + between, 100, rank=2, gap=7)
        (_, one), *rest = place([first, second], RULER)
        for _, other in rest:
            if abs(other.y - one.y) < 5 and other.x > one.x:
                left = other.x - RULER.measure("Baku", "city") * (other.align + 1) / 2
                assert left - end >= SPACE


@given(WISHES)
def test_no_label_is_cut_by_the_edge_of_what_is_in_sight(wishes: list[Wish]) -> None:
    sight, edge = Box(60, 40, 400, 250), 1e-9
    for wished, label in place(wishes, RULER, sights=[sight]):
        whole = boxes(label)
        inside = [
            sight.holds(box.left, box.top) and sight.holds(box.right, box.bottom) for box in whole
        ]
        assert all(inside) or not any(sight.grown(-edge).meets(box) for box in whole)
        if all(inside) and wished.gap:
            assert sight.holds(wished.x, wished.y)


def test_what_must_be_there_may_be_cut() -> None:
    one = replace(wish("Ankara", 100, 100), must=True)
    assert len(place([one], RULER, sights=[Box(110, 0, 300, 300)])) == 1
    assert place([replace(one, must=False, gap=0)], RULER, sights=[Box(110, 0, 300, 300)]) == []
