"""How dates relate: held against the days themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dates.days import FIRST_DAY, LAST_DAY
from azkz_desktop.dates.edtf import parse
from azkz_desktop.dates.relation import Relation, of_extents, relation

MIRROR = {
    Relation.EQUAL: Relation.EQUAL,
    Relation.REFINES: Relation.REFINED,
    Relation.REFINED: Relation.REFINES,
    Relation.OVERLAPS: Relation.OVERLAPS,
    Relation.CONTRADICTS: Relation.CONTRADICTS,
}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2005", "2005", Relation.EQUAL),
        ("2005~", "2005", Relation.EQUAL),
        ("2005-05-24", "2005", Relation.REFINES),
        ("2005", "2005-05-24", Relation.REFINED),
        ("1992-08-27", "1992-08-30", Relation.CONTRADICTS),
        ("2001/2003", "2002/2004", Relation.OVERLAPS),
        ("[..2016]", "2006-05", Relation.REFINED),
        ("2009/..", "2010", Relation.REFINED),
        ("1988/", "1987", Relation.CONTRADICTS),
        ("2009/..", "../2010", Relation.OVERLAPS),
        ("../..", "2010", Relation.REFINED),
        ("2009/..", "2009/", Relation.EQUAL),
        # What lasts is held against another as a whole: it may be counted from another step.
        ("1996/2018", "1992/..", Relation.REFINES),
        ("1996/2018", "1998", Relation.REFINED),
        ("1988/1994", "1995/..", Relation.CONTRADICTS),
    ],
)
def test_the_rule_of_the_contract(one: str, other: str, expected: Relation) -> None:
    assert relation(parse(one), parse(other)) is expected
    assert relation(parse(other), parse(one)) is MIRROR[expected]


intervals = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted).map(tuple)


@given(intervals, intervals)
def test_against_the_days_themselves(one: tuple[int, int], other: tuple[int, int]) -> None:
    mine, theirs = (set(range(first, last + 1)) for first, last in (one, other))
    expected = (
        Relation.EQUAL
        if mine == theirs
        else Relation.CONTRADICTS
        if not mine & theirs
        else Relation.REFINES
        if mine < theirs
        else Relation.REFINED
        if theirs < mine
        else Relation.OVERLAPS
    )
    assert of_extents(one, other) is expected


def test_open_ends_lie_beyond_the_calendar() -> None:
    whole = parse("0001/9999")
    assert (whole.start_earliest, whole.end_latest) == (FIRST_DAY, LAST_DAY)
    assert relation(whole, parse("../..")) is Relation.REFINES
