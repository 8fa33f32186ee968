"""Why there are four bounds: a period is touched possibly or certainly, whatever is true."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dates.days import iso, ordinal
from azkz_desktop.dates.edtf import Span, parse

FIRST, LAST = ordinal("2005-01-01"), ordinal("2005-01-20")
days = st.integers(FIRST, LAST)


def possibly(span: Span, start: int, end: int) -> bool:
    """The rule of the contract, NULL as −∞ and +∞."""
    begins = span.start_earliest is None or span.start_earliest <= end
    return begins and (span.end_latest is None or span.end_latest >= start)


def certainly(span: Span, start: int, end: int) -> bool:
    begins = span.start_latest is None or span.start_latest <= end
    return begins and (span.end_earliest is None or span.end_earliest >= start)


@given(days, days, days, days)
def test_an_instant_some_time_between(one: int, other: int, start: int, end: int) -> None:
    one, other = sorted((one, other))
    start, end = sorted((start, end))
    span = parse(f"[{iso(one)}..{iso(other)}]")
    touched = [start <= true <= end for true in range(one, other + 1)]
    assert possibly(span, start, end) == any(touched)
    assert certainly(span, start, end) == all(touched)


@given(days, days, days, days)
def test_a_duration_of_known_days(one: int, other: int, start: int, end: int) -> None:
    one, other = sorted((one, other))
    start, end = sorted((start, end))
    span = parse(f"{iso(one)}/{iso(other)}")
    touched = bool(set(range(one, other + 1)) & set(range(start, end + 1)))
    assert possibly(span, start, end) == certainly(span, start, end) == touched


@given(days, days, days)
def test_ends_that_are_open_or_unknown(day: int, start: int, end: int) -> None:
    start, end = sorted((start, end))
    until = range(day, LAST + 40)
    goes_on, unknown = parse(f"{iso(day)}/.."), parse(f"{iso(day)}/")
    assert possibly(goes_on, start, end) == certainly(goes_on, start, end) == (end >= day)
    touched = [day <= end and true >= start for true in until]
    assert possibly(unknown, start, end) == any(touched)
    assert certainly(unknown, start, end) == all(touched)


@given(days, days, days)
def test_starts_that_are_open_or_unknown(day: int, start: int, end: int) -> None:
    start, end = sorted((start, end))
    ever, unknown = parse(f"../{iso(day)}"), parse(f"/{iso(day)}")
    assert possibly(ever, start, end) == certainly(ever, start, end) == (start <= day)
    touched = [true <= end and day >= start for true in range(FIRST - 40, day + 1)]
    assert possibly(unknown, start, end) == any(touched)
    assert certainly(unknown, start, end) == all(touched)


@pytest.mark.parametrize(
    ("edtf", "start", "end", "possible", "certain"),
    [
        ("2005-05", "2005-05-10", "2005-12-31", True, False),
        ("2005-05", "2005-05-01", "2005-12-31", True, True),
        ("2005-05~", "2005-05-01", "2005-12-31", True, True),
        ("[..2003]", "2000-01-01", "2001-12-31", True, False),
        ("[..2003]", "2004-01-01", "2005-12-31", False, False),
        ("[2003..]", "2000-01-01", "2005-12-31", True, False),
        ("1988/1994", "1989-01-01", "1990-12-31", True, True),
        ("1988/1994", "1988-01-01", "1988-06-30", True, False),
        ("../..", "1988-01-01", "1988-06-30", True, True),
        ("/..", "1988-01-01", "1988-06-30", True, False),
    ],
)
def test_the_rule_on_dates_as_they_are_written(
    edtf: str, start: str, end: str, possible: bool, certain: bool
) -> None:
    period = ordinal(start), ordinal(end)
    assert possibly(parse(edtf), *period) is possible
    assert certainly(parse(edtf), *period) is certain
