"""What a chart says at one moment, against brute force and in words. No Qt."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.figures.at_moment import (
    counted,
    day_words,
    in_short,
    marks_at,
    readings,
    told,
    turning_days,
)
from azkz_desktop.figures.catalogue import RANKING
from azkz_desktop.figures.marks import BAR, POINT, Chart, Mark
from tests.figures.made import chart, claim, number, series

OTHER = claim(2, source="akiner2012", line=3)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def texts(made: Chart, at: str) -> list[str]:
    return in_short(made, readings(made, day(at)))


MARKS = st.lists(
    st.builds(
        lambda series, first, length, stays: Mark(
            POINT if stays else BAR, series, first, first + length, 0, 1, "1",
            first=first, end=first + length, stays=stays,
        ),
        st.integers(0, 2), st.integers(1, 40), st.integers(1, 12), st.booleans(),
    ),
    max_size=12,
)  # fmt: skip


@given(MARKS, st.integers(1, 60))
def test_what_holds_is_what_was_measured_over_the_day_or_counted_last(
    marks: list[Mark], at: int
) -> None:
    made = Chart("c", "C", "time", "", 1.0, marks=tuple(marks), series_ids=("a", "b", "c"))
    found = marks_at(made, at)
    assert list(found) == [0, 1, 2]
    for place, held in found.items():
        own = [n for n, mark in enumerate(marks) if mark.series == place]
        over = [n for n in own if at in range(marks[n].first, marks[n].end)]
        counts = [n for n in own if marks[n].stays and marks[n].end <= at]
        last = max((marks[n].end for n in counts), default=0)
        expected = over or [n for n in counts if marks[n].end == last]
        assert list(held) == expected


@given(MARKS, st.integers(1, 60))
def test_between_two_turning_days_nothing_changes(marks: list[Mark], at: int) -> None:
    made = Chart("c", "C", "time", "", 1.0, marks=tuple(marks), series_ids=("a", "b", "c"))
    days = turning_days(made)
    before = max((one for one in days if one <= at), default=days[0])
    assert marks_at(made, at) == marks_at(made, before)


def test_trade_holds_in_its_year_alone() -> None:
    made = chart(series("trade", "USD", number("2005", 2e6), number("2008", 3.5e6)))
    first = ["2", "million USD, 2005, Huseynov 2017"]
    assert texts(made, "2005-01-01") == texts(made, "2005-12-31") == first
    nothing = ["–", "no number on this day"]
    assert texts(made, "2006-01-01") == texts(made, "2004-12-31") == nothing
    assert texts(made, "2008-07-02") == ["3.5", "million USD, 2008, Huseynov 2017"]


def test_a_count_holds_until_the_next_one() -> None:
    made = chart(series("people", "persons", number("1989", 90083), number("1999", 78295)))
    assert texts(made, "1988-12-31")[0] == "–"
    assert texts(made, "1998-12-31") == ["90,083", "persons, 1989, Huseynov 2017"]
    assert texts(made, "2020-01-01") == ["78,295", "persons, 1999, Huseynov 2017"]


def test_documents_that_differ_are_both_told() -> None:
    made = chart(
        series("people", "persons", number("1999", 78295), number("1999", 90000, by=OTHER))
    )
    said = ["78,295 / 90,000", "persons, 1999, Huseynov 2017, Akiner 2012"]
    assert texts(made, "2001-01-01") == said
    full = told(made, day("2001-01-01"))
    assert full.startswith("On 1 Jan 2001\n78,295 persons (actual), 1999, Huseynov 2017 Trade")
    assert "90,000 persons" in full


def test_several_series_are_told_by_name_in_full_and_unit_and_document_once() -> None:
    made = chart(
        series("a", "USD", number("2005", 2e6), name="Sales of oil"),
        series("b", "USD", number("2006", 4e6), name="Sales of gas"),
    )
    assert texts(made, "2005-05-05") == ["2", "–", "million USD, 2005, Huseynov 2017"]
    assert texts(made, "1999-09-09") == ["–", "–", "no number on this day"]
    said = readings(made, day("2005-05-05"))
    assert said[1].full == "Gas: no number"
    assert said[0].full.startswith("Oil: 2,000,000 USD (actual), 2005, Huseynov 2017")


def test_periods_that_differ_stand_behind_each_number() -> None:
    made = chart(
        series("a", "persons", number("1989", 20), name="People of A"),
        series("b", "persons", number("1999", 30), name="People of B"),
    )
    said = ["20 (1989)", "30 (1999)", "persons, Huseynov 2017"]
    assert texts(made, "2005-05-05") == said


def test_in_a_ranking_it_is_counted_what_holds() -> None:
    made = chart(
        series("a", "%", number("2005", 20), name="A in Tengiz"),
        series("b", "%", number("2009", 30), name="B in Tengiz"),
        form=RANKING,
    )
    assert counted(made, readings(made, day("2001-01-01"))) == ["no number yet", ""]
    words = ["1 of 2 numbers hold then (outlined)", "%, 2005, Huseynov 2017"]
    assert counted(made, readings(made, day("2006-06-06"))) == words
    assert "A in Tengiz: 20%" in told(made, day("2006-06-06"))


@pytest.mark.parametrize(
    ("at", "words"), [("2008-11-03", "3 Nov 2008"), ("1918-09-28", "28 Sep 1918")]
)
def test_the_day_is_written_as_on_the_timeline(at: str, words: str) -> None:
    assert day_words(day(at)) == words
