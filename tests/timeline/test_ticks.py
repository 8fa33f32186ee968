"""Ticks read as dates at every scale, and their texts never touch."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from azkz_desktop.timeline.axis import axis_ticks, widest_tick
from azkz_desktop.timeline.scale import LAST_DAY, Scale
from azkz_desktop.timeline.ticks import (
    GAP,
    context,
    day_in_short,
    month_and_year,
    ticks,
    unit_for,
)
from azkz_desktop.translation import install
from tests.timeline.made import day

FIRSTS = [(year, day(f"{year:04}-01-01")) for year in range(1, 10_000)]
"""Every year of the calendar with its first day."""


def measure(text: str, role: str) -> float:
    return (7.5 if role.endswith("bold") else 6.5) * len(text)


def texts(first: str, last: str, width: float = 800) -> list[str]:
    return [tick.text for tick in ticks(Scale(day(first), day(last), width))]


def test_a_century_has_decades() -> None:
    assert texts("1920-01-01", "2020-01-01") == [str(year) for year in range(1920, 2021, 10)]


def test_a_generation_has_years() -> None:
    assert texts("1991-06-01", "2003-02-01") == [str(year) for year in range(1992, 2004)]


def test_a_year_has_months_with_the_year_in_january() -> None:
    assert texts("2004-11-15", "2005-06-15") == ["Dec", "2005", "Feb", "Mar", "Apr", "May", "Jun"]


def test_a_month_has_days_with_the_month_at_its_first() -> None:
    found = texts("2008-10-28", "2008-11-06")
    assert found == ["28", "29", "30", "31", "Nov 2008", "2", "3", "4", "5", "6"]


def test_days_stand_on_round_numbers_and_not_beside_the_next_first() -> None:
    found = texts("2008-01-01", "2008-04-01", 900)
    assert found[:6] == ["Jan 2008", "10", "20", "Feb 2008", "10", "20"]


def test_the_left_edge_is_named_where_the_ticks_do_not_tell_the_year() -> None:
    assert context(Scale(day("2005-02-03"), day("2005-09-01"), 800)) == "2005"
    assert context(Scale(day("2005-02-03"), day("2005-02-20"), 300)) == "Feb 2005"
    assert context(Scale(day("2005-02-03"), day("2005-02-06"), 800)) == "3 Feb 2005"
    assert context(Scale(day("1991-01-01"), day("2020-01-01"), 800)) == ""


@given(
    st.integers(day("0001-01-01"), day("9990-01-01")),
    st.floats(1, 40_000),
    st.floats(150, 3000),
)
def test_ticks_lie_in_sight_far_enough_apart(start: int, days: float, width: float) -> None:
    scale = Scale(start, min(start + days, day("9999-12-31")), width)
    found = ticks(scale, 40)
    assert len(found) <= width / (40 * 0.85) + 2
    unit = unit_for(scale, 40)
    for left, right in pairwise(found):
        assert scale.start <= left.day < right.day <= scale.end
        # Months and what is left of one before the next first are somewhat unequal.
        assert (right.day - left.day) * scale.per_day >= (40 + GAP) * 0.85 or unit.name == "day"


@given(st.integers(day("1900-01-01"), day("2030-01-01")), st.floats(1, 40_000), st.floats(60, 2000))
def test_texts_of_the_axis_never_touch(start: int, days: float, width: float) -> None:
    scale = Scale(start, start + days, width, 120)
    marks = [mark for mark in axis_ticks(scale, measure) if mark.text]
    for left, right in pairwise(marks):
        end = left.text_x + measure(left.text, "tick-bold" if left.strong else "tick")
        assert end < right.text_x


@given(st.integers(day("1900-01-01"), day("2030-01-01")), st.floats(1, 30_000))
def test_one_always_knows_the_year(start: int, days: float) -> None:
    marks = axis_ticks(Scale(start, start + days, 800, 120), measure)
    years = {str(year) for year in range(1890, 2130)}
    assert any(set(mark.text.split()) & years for mark in marks)


@given(
    st.one_of(st.floats(1, 400_000), st.floats(1, 3_600_000)),
    st.floats(1_200, 400_000),
    st.floats(100, 2000),
)
def test_round_years_have_ticks_from_the_first_year_of_the_calendar(
    start: float, days: float, width: float
) -> None:
    scale = Scale(start, min(start + days, LAST_DAY), width)
    unit = unit_for(scale, 40)
    assume(unit.name == "year")
    expected = [
        (first, str(year))
        for year, first in FIRSTS
        if year % unit.step == 0 and scale.start <= first <= scale.end
    ]
    assert [(tick.day, tick.text) for tick in ticks(scale, 40)] == expected


def test_a_day_that_the_left_edge_would_cover_is_written_in_full() -> None:
    def written(start: float, days: float) -> list[str]:
        marks = axis_ticks(Scale(start, start + days, 700, 120), measure)
        return [mark.text for mark in marks if mark.text]

    may = day("2005-05-24")
    assert written(may, 2.9) == ["24 May 2005", "25", "26"]
    assert written(may - 0.1, 2.9) == ["24 May 2005", "25", "26"]
    assert written(may + 0.1, 2.8) == ["24 May 2005", "25", "26"]
    assert written(day("2005-05-31") - 0.1, 2.5)[:2] == ["31 May 2005", "Jun 2005"]


def test_words_follow_the_language() -> None:
    install(lambda _, text, __: {"Mar": "наурыз", "{month} {year}": "{year} ж. {month}"}[text]
            if text in ("Mar", "{month} {year}") else text)  # fmt: skip
    try:
        assert month_and_year(date(2005, 3, 1)) == "2005 ж. наурыз"
    finally:
        install(None)
    assert day_in_short(date(2008, 11, 3)) == "3 Nov 2008"


def test_the_widest_tick_is_measured() -> None:
    assert widest_tick(measure) == pytest.approx(6 * 6.5)
