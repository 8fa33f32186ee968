"""Ticks, words that find room, and what lies under the pointer."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.figures.catalogue import RANKING
from azkz_desktop.figures.marks import Chart, Mark
from azkz_desktop.figures.pixels import (
    Axes,
    Box,
    box_of,
    lines_of,
    mark_at,
    placed_words,
    words_width,
)
from azkz_desktop.figures.ticks import number_ticks, number_words, time_ticks
from tests.figures.made import chart, claim, disagreement, number, series

FRAME = Box(50.0, 10.0, 850.0, 410.0)


def axes_of(made: Chart, frame: Box = FRAME) -> Axes:
    """Axes on which the whole chart is in sight, with a fifth of room above."""
    across = (frame.right - frame.left) / (made.right - made.left)
    up = (frame.bottom - frame.top) / (made.top * 1.2)
    if made.form == RANKING:
        down = (frame.bottom - frame.top) / max(len(made.places), 1)
        return Axes(lambda x: frame.left + (x - made.left) * across * 0.7,
                    lambda y: frame.top + (y + 0.5) * down, frame)  # fmt: skip
    return Axes(lambda x: frame.left + (x - made.left) * across,
                lambda y: frame.bottom - y * up, frame)  # fmt: skip


def wide(text: str) -> float:
    return 7.0 * len(text)


YEARLY = st.lists(
    st.builds(
        number,
        st.integers(1990, 2020).map(str),
        st.floats(1e5, 1e9),
        st.sampled_from(("actual", "plan", "min")),
    ),
    min_size=1,
    max_size=30,
)


@given(YEARLY, st.sampled_from(("USD", "persons")), st.floats(60, 900))
def test_words_stand_over_nothing_else(numbers: list, unit: str, width: float) -> None:  # type: ignore[type-arg]
    made = chart(series("trade", unit, *numbers))
    axes = axes_of(made, Box(50.0, 10.0, 50.0 + width, 410.0))
    placed = placed_words(made, axes, wide)
    for place, words in enumerate(placed):
        assert not any(words.box.meets(other.box) for other in placed[:place])
        for other, mark in enumerate(made.marks):
            if other != words.mark:
                assert not words.box.meets(box_of(mark, axes, made.form))


def test_the_largest_number_speaks_first() -> None:
    made = chart(series("trade", "USD", number("2010", 1e6), number("2011", 9e6)))
    placed = placed_words(made, axes_of(made, Box(0, 0, 40, 400)), wide)
    assert placed[0].text == "9"


def test_a_note_gives_way_before_its_number() -> None:
    made = chart(series("trade", "USD", number("2016-01/2016-06", 9e6)))
    high, low = Box(0, 0, 400, 200), Box(0, 0, 400, 110)
    assert placed_words(made, axes_of(made, high), wide)[0].note == "Jan–Jun"
    assert placed_words(made, axes_of(made, low), wide)[0].note == ""


def test_words_keep_clear_of_a_contradiction() -> None:
    low = number("2010", 100.0, by=claim(1, line=1))
    high = number("2010", 300.0, by=claim(2, line=2))
    row = disagreement("x", ("huseynov2017", 1, 1, "100"), ("huseynov2017", 2, 2, "300"))
    made = chart(series("census", "persons", low, high), disagreements=[row])
    words = placed_words(made, axes_of(made), wide)
    assert [one.text for one in words] == ["300"]


def test_in_a_ranking_every_bar_has_its_words_behind_it() -> None:
    goods = [series(f"g{n}", "USD", number("2016", n * 1e6), name=f"G{n}") for n in (3, 9, 5)]
    made = chart(*goods, form=RANKING)
    axes = axes_of(made)
    placed = placed_words(made, axes, wide)
    assert [one.text for one in placed] == ["9", "5", "3"]
    for words in placed:
        box = box_of(made.marks[words.mark], axes, RANKING)
        assert words.box.left > box.right
        assert box.top < words.box.bottom
    assert words_width(made, wide) >= max(one.box.right - one.box.left for one in placed)


def test_the_pointer_finds_a_point_near_it_and_a_bar_in_it() -> None:
    made = chart(series("census", "persons", number("1990", 10.0), number("2000", 20.0)))
    axes = axes_of(made)
    for place, mark in enumerate(made.marks):
        x, y = axes.x(mark.x0), axes.y(mark.y1)
        assert mark_at(made, axes, x + 5, y - 5) == place
    assert mark_at(made, axes, FRAME.left + 1, FRAME.top + 1) is None


def test_a_small_mark_before_a_large_one() -> None:
    bar = Mark("bar", 0, 0.0, 100.0, 0.0, 100.0, "a", numbers=(0,))
    point = Mark("point", 0, 50.0, 50.0, 50.0, 50.0, "b", numbers=(1,))
    made = Chart("x", "X", "time", "", 1.0, marks=(bar, point), right=100.0, top=100.0)
    axes = axes_of(made)
    assert mark_at(made, axes, axes.x(50), axes.y(50)) == 1
    assert mark_at(made, axes, axes.x(20), axes.y(50)) == 0


BOXES = st.tuples(*[st.floats(0, 100)] * 4).map(
    lambda b: Box(min(b[0], b[2]), min(b[1], b[3]), max(b[0], b[2]), max(b[1], b[3]))
)


@given(BOXES, BOXES)
def test_what_two_boxes_share_lies_in_both(one: Box, other: Box) -> None:
    shared = one.within(other)
    assert shared == other.within(one)
    if one.meets(other):
        assert shared is not None
    if shared is not None:
        assert shared.within(one) == shared
        assert shared.within(other) == shared


@given(st.text(st.characters(categories=["L", "Zs"]), max_size=60), st.integers(30, 200))
def test_lines_hold_all_words_and_no_more_than_they_can(text: str, width: int) -> None:
    lines = lines_of(text, width, wide)
    assert " ".join(lines).split() == text.split()
    assert all(wide(line) <= width or " " not in line for line in lines)


# Ticks


@given(st.floats(700_000, 740_000), st.floats(3, 200_000), st.floats(80, 2000))
def test_ticks_of_time_have_room(first: float, days: float, room: float) -> None:
    last = first + days
    ticks = time_ticks(first, last, room)
    assert all(first <= day <= last for day, _ in ticks)
    gaps = [(b[0] - a[0]) * room / days for a, b in itertools.pairwise(ticks)]
    assert all(gap > 35 for gap in gaps) or days < 60
    assert len({words for _, words in ticks}) == len(ticks)


def test_years_stand_in_their_middle_and_months_where_they_begin() -> None:
    first, last = date(2000, 1, 1).toordinal(), date(2010, 1, 1).toordinal()
    ticks = time_ticks(first, last, 800)
    assert [words for _, words in ticks][:3] == ["2000", "2001", "2002"]
    assert date.fromordinal(ticks[0][0]) == date(2000, 7, 2)
    close = time_ticks(first, first + 200, 800)
    assert [words for _, words in close][:2] == ["2000", "Feb 2000"]


@given(st.floats(-10, 1e9), st.floats(1e-3, 1e9), st.integers(1, 20))
def test_ticks_of_numbers_are_round_and_few(low: float, size: float, most: int) -> None:
    ticks = number_ticks(low, low + size, most)
    assert len(ticks) <= most + 1
    assert all(low <= tick <= low + size for tick in ticks)
    steps = {f"{b - a:.3g}".strip("0.").split("e")[0] for a, b in itertools.pairwise(ticks)}
    if size > abs(low) * 1e-6:
        assert steps <= {"1", "2", "5", "10", "20", "50", "100", "200", "500"}


def test_no_room_no_ticks() -> None:
    assert number_ticks(5, 5, 4) == []
    assert number_ticks(0, 5, 0) == []


@pytest.mark.parametrize(("number", "words"), [(0.0, "0"), (2500.0, "2,500"), (0.25, "0.25")])
def test_a_tick_is_a_plain_number(number: float, words: str) -> None:
    assert number_words(number) == words
