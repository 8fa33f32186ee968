"""Dates that people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dates.days import EdtfError, iso
from azkz_desktop.dates.edtf import parse
from azkz_desktop.dates.level0 import day_range


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2005", "2005-01-01", "2005-12-31"),
        ("2005-05", "2005-05-01", "2005-05-31"),
        ("2005-05-24", "2005-05-24", "2005-05-24"),
        (" 2004-02 ", "2004-02-01", "2004-02-29"),
    ],
)
def test_a_typed_date_is_a_range_of_days(typed: str, first: str, last: str) -> None:
    assert tuple(map(iso, day_range(typed))) == (first, last)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("May 2005", "write 2005, 2005-05 or 2005-05-24"),
        ("24.05.2005", "write 2005"),
        ("2005/2006", "write 2005"),
        ("199X", "write 2005"),
        ("2005~", "write 2005"),
        ("", "write 2005"),
        ("2005-13", "months run from 01 to 12"),
        ("2005-02-30", "that month has 28 days"),
        ("2005-05-00", "that month has 31 days"),
        ("0000", "years run from 1 to 9999"),
        ("٢٠٠٥", "write 2005"),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_do(typed: str, says: str) -> None:
    with pytest.raises(EdtfError, match=says):
        day_range(typed)


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_refused(typed: str) -> None:
    try:
        first, last = day_range(typed)
    except EdtfError as refused:
        assert str(refused).startswith("“")
        return
    span = parse(typed.strip())
    assert (first, last) == (span.start_earliest, span.end_latest)
