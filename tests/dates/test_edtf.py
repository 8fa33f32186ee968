"""EDTF: bounds, precision, qualifiers; the library edtf is the oracle where it is right."""

from calendar import monthrange
from datetime import date
from time import struct_time

import edtf as oracle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.dates.days import EdtfError, iso, ordinal
from azkz_desktop.dates.edtf import PRECISIONS, expression_of, parse

START, LATEST, END = "0001-01-01", "9999-12-31", None


def bounds(text: str) -> tuple[str | None, ...]:
    """The four bounds as ISO dates."""
    span = parse(text)
    days = span.start_earliest, span.start_latest, span.end_earliest, span.end_latest
    return tuple(None if day is None else iso(day) for day in days)


def instant(first: str, last: str) -> tuple[str, ...]:
    return first, last, first, last


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2005-05-24", instant("2005-05-24", "2005-05-24")),
        ("2005-05", instant("2005-05-01", "2005-05-31")),
        ("2004-02", instant("2004-02-01", "2004-02-29")),
        ("2005", instant("2005-01-01", "2005-12-31")),
        ("199X", instant("1990-01-01", "1999-12-31")),
        ("19XX", instant("1900-01-01", "1999-12-31")),
        ("1991-XX", instant("1991-01-01", "1991-12-31")),
        ("1991-XX-XX", instant("1991-01-01", "1991-12-31")),
        ("2005-03-XX", instant("2005-03-01", "2005-03-31")),
        ("2001-21", instant("2001-03-01", "2001-05-31")),
        ("2001-22", instant("2001-06-01", "2001-08-31")),
        ("2001-23", instant("2001-09-01", "2001-11-30")),
        ("2001-24", instant("2001-12-01", "2002-02-28")),
        ("2003-24", instant("2003-12-01", "2004-02-29")),
        ("1988/1994", ("1988-01-01", "1988-12-31", "1994-01-01", "1994-12-31")),
        ("2016-01/2016-06", ("2016-01-01", "2016-01-31", "2016-06-01", "2016-06-30")),
        ("1988/..", ("1988-01-01", "1988-12-31", None, None)),
        ("../1988", (None, None, "1988-01-01", "1988-12-31")),
        ("1988/", ("1988-01-01", "1988-12-31", "1988-01-01", None)),
        ("/1988", (None, "1988-12-31", "1988-01-01", "1988-12-31")),
        ("/..", (None, LATEST, None, None)),
        ("../", (None, None, START, None)),
        ("../..", (None, None, None, None)),
        ("[2001..2003]", instant("2001-01-01", "2003-12-31")),
        ("[..2003]", (None, "2003-12-31", START, "2003-12-31")),
        ("[2001..]", ("2001-01-01", LATEST, "2001-01-01", None)),
        ("[1992-08-27,1992-08-30]", instant("1992-08-27", "1992-08-30")),
        ("[1999, 2001..2003]", instant("1999-01-01", "2003-12-31")),
        ("[..1999, 2001]", (None, "2001-12-31", START, "2001-12-31")),
    ],
)
def test_bounds_are_those_of_the_contract(text: str, expected: tuple[str | None, ...]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2005~", True, False),
        ("2005-05?", False, True),
        ("2005%", True, True),
        ("?2005-05-24", False, True),
        ("2005-~05-24", True, False),
        ("2004~/2006?", True, True),
        ("[2001~..2003]", True, False),
        ("2005", False, False),
    ],
)
def test_qualifiers_are_kept_and_never_widen(text: str, approximate: bool, uncertain: bool) -> None:
    span = parse(text)
    assert (span.approximate, span.uncertain) == (approximate, uncertain)
    bare = text.replace("~", "").replace("?", "").replace("%", "")
    assert bounds(text) == bounds(bare)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2005-05-24", "day"),
        ("2005-05", "month"),
        ("2005-05-XX", "month"),
        ("2005-21", "season"),
        ("2005", "year"),
        ("2005-XX", "year"),
        ("199X", "decade"),
        ("19XX", "century"),
        ("2005/2006-05-04", "year"),
        ("2005-05/2006-05-04", "month"),
        ("2009-10-03/..", "day"),
        ("[2001..2003-05]", "year"),
        ("[..2016-11]", "month"),
        ("../..", "century"),
    ],
)
def test_precision_is_that_of_the_coarser_end(text: str, precision: str) -> None:
    assert parse(text).precision == precision
    assert precision in PRECISIONS


@pytest.mark.parametrize(
    "text",
    [
        "1995-02-29",
        "2005-13",
        "2005-00",
        "2005-04-31",
        "2005-20",
        "2005-25",
        "0000",
        "20055",
        "205",
        "2005-5",
        "24 May 2005",
        "",
        " 2005",
        "199x",
        "1XXX",
        "199X-05",
        "1991-XX-05",
        "2001-24-01",
        "/",
        "2001/2002/2003",
        "2005/2004",
        "[",
        "[]",
        "[..]",
        "[2003..2001]",
        "[2001",
        "{2001,2002}",
        "2005-05-24T10:00",
        "٢٠٠٥",
    ],
)
def test_what_is_no_date_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(EdtfError) as refused:
        parse(text)
    assert isinstance(refused.value, ValueError)
    assert str(refused.value).endswith(".")
    assert f"“{text}”" in str(refused.value)


def test_last_winter_of_the_calendar_is_refused_not_wrapped() -> None:
    with pytest.raises(EdtfError, match="9999"):
        parse("9999-24")


years = st.integers(1, 9998)
months = st.integers(1, 12)


@st.composite
def level0(draw: st.DrawFn) -> str:
    year, month = draw(years), draw(months)
    day = draw(st.integers(1, monthrange(year, month)[1]))
    return f"{year:04d}-{month:02d}-{day:02d}"[: draw(st.sampled_from((4, 7, 10)))]


def as_iso(when: struct_time) -> str:
    return date(when.tm_year, when.tm_mon, when.tm_mday).isoformat()


@settings(max_examples=40)
@given(level0(), st.sampled_from(("", "~", "?", "%")))
def test_dates_agree_with_the_library(text: str, qualifier: str) -> None:
    theirs = oracle.parse_edtf(text + qualifier)
    assert bounds(text + qualifier)[:2] == (
        as_iso(theirs.lower_strict()),
        as_iso(theirs.upper_strict()),
    )
    span = parse(text + qualifier)
    both = qualifier == "%"
    assert span.approximate == (both or qualifier == "~")
    assert span.uncertain == (both or qualifier == "?")


@settings(max_examples=40)
@given(
    st.integers(1, 99), st.sampled_from(("{:02d}XX", "{:02d}5X", "{:02d}19-XX", "{:02d}19-07-XX"))
)
def test_unknown_digits_agree_with_the_library(century: int, form: str) -> None:
    text = form.format(century)
    theirs = oracle.parse_edtf(text)
    assert bounds(text)[:2] == (as_iso(theirs.lower_strict()), as_iso(theirs.upper_strict()))


@settings(max_examples=40)
@given(level0(), level0())
def test_intervals_and_sets_agree_with_the_library(one: str, other: str) -> None:
    first, last = sorted((one, other), key=lambda text: bounds(text)[::-1])
    interval = f"{first}/{last}"
    theirs = oracle.parse_edtf(interval)
    ours = bounds(interval)
    assert (ours[0], ours[3]) == (as_iso(theirs.lower_strict()), as_iso(theirs.upper_strict()))
    assert ours[:2] == bounds(first)[:2]
    assert ours[2:] == bounds(last)[2:]
    if bounds(first)[0] <= bounds(last)[0]:  # type: ignore[operator]
        assert bounds(f"[{first}..{last}]") == (ours[0], ours[3], ours[0], ours[3])


@given(level0(), level0())
def test_bounds_are_in_order(one: str, other: str) -> None:
    try:
        span = parse(f"{one}/{other}")
    except EdtfError:
        assert bounds(other)[3] < bounds(one)[0]  # type: ignore[operator]
        return
    assert span.start_earliest is not None
    assert span.end_latest is not None
    assert span.start_earliest <= span.end_latest


def test_open_ends_are_where_the_library_gives_no_dates() -> None:
    """Why the bounds are our own: the library's open ends are infinities, its unknown a guess."""
    assert oracle.parse_edtf("1988/..").upper_strict() == float("inf")
    assert as_iso(oracle.parse_edtf("1988/").upper_strict()) == "1998-01-01"
    assert as_iso(oracle.parse_edtf("2001-24").upper_strict()) == "2001-12-31"
    oracle.parse_edtf("1995-02-29")


def test_an_expression_can_be_taken_apart() -> None:
    expression = expression_of("2009-10-03/..")
    assert expression.form == "interval"
    ((start, end),) = expression.pairs
    assert end == ".."
    assert [part.first for part in expression.parts] == [ordinal("2009-10-03")]
    assert start is expression.parts[0]


@given(st.integers(1, date.max.toordinal()))
def test_ordinals_and_iso_dates_are_the_same_days(day: int) -> None:
    assert ordinal(iso(day)) == day
    assert bounds(iso(day)) == (iso(day),) * 4
