"""Dates in words."""

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop import translation
from azkz_desktop.dates.words import day_in_words, in_words, month_in_date, month_name


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2005-05-24", "24 May 2005"),
        ("2005-05", "May 2005"),
        ("2005-05-XX", "May 2005"),
        ("2005", "2005"),
        ("1991~", "about 1991"),
        ("1991?", "perhaps 1991"),
        ("1991%", "perhaps about 1991"),
        ("199X", "the 1990s"),
        ("19XX", "the years 1900–1999"),
        ("2001-21", "spring 2001"),
        ("2001-22", "summer 2001"),
        ("2001-23", "autumn 2001"),
        ("2001-24", "winter 2001–2002"),
        ("1988/1994", "1988–1994"),
        ("2005-05/2005-06", "May–June 2005"),
        ("2005-12/2006-01", "December 2005 – January 2006"),
        ("2005-05-24/2005-05-25", "24–25 May 2005"),
        ("2020-09-27/2020-11-09", "27 September – 9 November 2020"),
        ("2005-12-31/2006-01-01", "31 December 2005 – 1 January 2006"),
        ("1988~/1994", "from about 1988 to 1994"),
        ("1988/1994-05", "from 1988 to May 1994"),
        ("2009-10-03/..", "from 3 October 2009"),
        ("2009/", "from 2009, until an unknown date"),
        ("../2009", "until 2009"),
        ("/2009", "until 2009, from an unknown date"),
        ("/..", "undated"),
        ("../..", "at all times"),
        ("[2001..2003]", "some time between 2001 and 2003"),
        ("[..2016]", "2016 or earlier"),
        ("[2016..]", "2016 or later"),
        ("[1992-08-27,1992-08-30]", "27 or 30 August 1992"),
        ("[1992-08-27,1993-08-30]", "27 August 1992 or 30 August 1993"),
        ("[1992~,1994]", "about 1992 or 1994"),
        ("[1997-06-10..1997-06-11]", "10 or 11 June 1997"),
        ("[1997-06-10..1997-06-12]", "some time between 10 June 1997 and 12 June 1997"),
        ("[1997-05-31..1997-06-01]", "31 May or 1 June 1997"),
        ("[1996-12-31..1997-01-01]", "31 December 1996 or 1 January 1997"),
        ("[1997-05..1997-06]", "May or June 1997"),
        ("[1996-12..1997-01]", "December 1996 or January 1997"),
        ("[1997..1998]", "1997 or 1998"),
        ("[1997~..1998]", "some time between about 1997 and 1998"),
        ("[1996..1997-01]", "some time between 1996 and January 1997"),
        ("[1997-06-10..1997-06-11,1999]", "10 or 11 June 1997 or 1999"),
        ("[1999,2001,2003-05]", "1999, 2001 or May 2003"),
        ("no date", "no date"),
    ],
)
def test_words_carry_the_precision(edtf: str, words: str) -> None:
    assert in_words(edtf) == words


@pytest.fixture
def genitives() -> Iterator[None]:
    """A language whose months change behind a day."""

    def translator(context: str, text: str, n: int) -> str:
        if (context, text) == ("MonthInDate", "May"):
            return "мая"
        return "май" if (context, text) == ("Month", "May") else text

    translation.install(translator)
    yield
    translation.install(None)


@pytest.mark.usefixtures("genitives")
def test_months_behind_a_day_are_translated_apart() -> None:
    assert in_words("2005-05-24") == "24 мая 2005"
    assert in_words("2005-05") == "май 2005"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_in_words_names_day_month_and_year(when: date) -> None:
    assert day_in_words(when.toordinal()) == f"{when.day} {when:%B} {when.year}"
    assert month_name(when.month) == month_in_date(when.month) == f"{when:%B}"
