"""Preferred claims, contradictions and stretches, held against the words of the contract."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.resolve import (
    Figure,
    Stage,
    Statement,
    contradicting_figures,
    contradictions,
    preferred,
    ranks,
    stretches,
    surprises,
)
from azkz_desktop.dates.days import iso, ordinal
from azkz_desktop.dates.edtf import PRECISIONS, parse
from azkz_desktop.dates.quantity import quantity

DATES = ("2005", "2005-05", "2005-05-24", "2005-05-25", "2006", "2004/2006", "[2005..2007]", "200X")
YEARS = {"akiner2012": 2012, "huseynov2017": 2017, "hamzaoglu2021": 2021}


def said(source: str, edtf: str, via: str | None = None, rank: str | None = None) -> Statement:
    return Statement(source, via, YEARS[source], edtf, rank)


def days(edtf: str) -> set[int]:
    """Every day that a (bounded) date may touch."""
    span = parse(edtf)
    assert span.start_earliest is not None
    assert span.end_latest is not None
    return set(range(span.start_earliest, span.end_latest + 1))


statements = st.lists(
    st.builds(
        said,
        st.sampled_from(sorted(YEARS)),
        st.sampled_from(DATES),
        st.sampled_from((None, None, "huseynov2017")),
        st.sampled_from((None, None, None, "deprecated")),
    ),
    min_size=1,
    max_size=6,
)


def by_hand(claims: Sequence[Statement]) -> set[int]:
    """The indices that the contract's words leave as best, by elimination."""
    left = [index for index, claim in enumerate(claims) if claim.rank != "deprecated"]
    left = left or list(range(len(claims)))
    heard = [claim for claim in claims if claim.rank != "deprecated"]

    def independent(index: int) -> int:
        mine = days(claims[index].edtf)
        return len({claim.via or claim.source for claim in heard if mine <= days(claim.edtf)})

    for worth in (
        independent,
        lambda index: -PRECISIONS.index(parse(claims[index].edtf).precision),
        lambda index: -len(days(claims[index].edtf)),
        lambda index: -claims[index].year,
        lambda index: -index,
    ):
        best = max(map(worth, left))
        left = [index for index in left if worth(index) == best]
    return set(left)


@given(statements)
def test_the_preferred_claim_is_the_one_of_the_contract(claims: list[Statement]) -> None:
    assert {preferred(claims)} == by_hand(claims)


@given(statements)
def test_exactly_one_claim_is_preferred(claims: list[Statement]) -> None:
    judged = ranks(claims)
    assert judged.count("preferred") == 1
    assert set(judged) <= {"preferred", "normal", "deprecated"}
    for claim, rank in zip(claims, judged, strict=True):
        assert rank == "preferred" or (rank == "deprecated") == (claim.rank == "deprecated")


def test_a_person_may_judge_otherwise() -> None:
    claims = [
        said("huseynov2017", "2005"),
        said("akiner2012", "2005"),
        said("hamzaoglu2021", "2007", rank="preferred"),
    ]
    assert ranks(claims) == ["normal", "normal", "preferred"]


def test_a_second_telling_is_no_second_witness() -> None:
    alone = said("akiner2012", "2006")
    told_twice = [said("huseynov2017", "2005"), said("hamzaoglu2021", "2005", "huseynov2017")]
    assert preferred([alone, *told_twice]) == 0
    heard_twice = [said("huseynov2017", "2005"), said("hamzaoglu2021", "2005")]
    assert preferred([alone, *heard_twice]) == 1


def test_who_gives_the_year_stands_behind_the_day() -> None:
    claims = [
        said("hamzaoglu2021", "2008-11-14"),
        said("hamzaoglu2021", "2008-11-03"),
        said("huseynov2017", "2008"),
        said("akiner2012", "2008-11-03"),
    ]
    assert preferred(claims) == 3


@given(statements)
def test_contradictions_are_the_pairs_without_a_day_in_common(claims: list[Statement]) -> None:
    expected = [
        (one, other)
        for one in range(len(claims))
        for other in range(one + 1, len(claims))
        if not days(claims[one].edtf) & days(claims[other].edtf)
    ]
    assert list(contradictions(claims)) == expected


def test_numbers_are_compared_for_the_same_period_and_sort_only() -> None:
    figures = [
        Figure("2005", quantity(132e6, "132 million"), "actual"),
        Figure("2005-01/2005-12", quantity(140e6, "140 million"), "actual"),
        Figure("2006", quantity(150e6, "150 million"), "actual"),
        Figure("2005", quantity(500e6, "500 million"), "plan"),
        Figure("2005", quantity(132.4e6, "132.4 million"), "actual"),
    ]
    assert list(contradicting_figures(figures)) == [(0, 1), (1, 4)]


def lives(*stages: tuple[str, str], step: str = "pacos") -> list[str]:
    """Stretches as texts; letters of stages stand in *step* in the order of a life."""
    made = [
        Stage(letter[0], edtf, int(letter[1:] or 1), step.index(letter[0]))
        for letter, edtf in stages
    ]
    return [
        f"{'' if start is None else iso(start)}/{'' if end is None else iso(end)}"
        for start, end, _ in stretches(made)
    ]


def test_a_status_ends_the_day_before_the_next_begins() -> None:
    assert lives(("p", "1998-10"), ("a", "1999-11-18"), ("o", "2006-05")) == [
        "1998-10-01/1999-11-17",
        "1999-11-18/2006-04-30",
        "2006-05-01/",
    ]


def test_the_order_of_the_source_text_does_not_matter() -> None:
    assert lives(("o", "2006-05"), ("p", "1998-10")) == ["2006-05-01/", "1998-10-01/2006-04-30"]


def test_a_status_without_a_start_lasts_since_ever() -> None:
    assert lives(("p", "[..2016]")) == ["/"]
    assert lives(("p", "[..2016]"), ("a", "2007")) == ["/2006-12-31", "2007-01-01/"]


def test_operational_by_a_year_does_not_come_before_proposed() -> None:
    assert lives(("p", "1998-10"), ("o", "[..2008]")) == [
        "1998-10-01/2007-12-31",
        "2008-01-01/",
    ]


def test_the_course_of_a_life_orders_what_dates_leave_open() -> None:
    assert lives(("o", "2006"), ("a", "2006-06-16")) == ["2006-06-17/", "2006-06-16/2006-06-16"]
    assert lives(("c", "2006"), ("o", "2006")) == ["2006-01-01/2006-01-01", "2006-01-02/"]


def test_an_interval_that_is_closed_ends() -> None:
    assert lives(("o", "2008/2010-06")) == ["2008-01-01/2010-06-30"]
    assert lives(("o", "2008/..")) == ["2008-01-01/"]
    assert lives(("c", "2003/2005"), ("o", "2006-05")) == ["2003-01-01/2006-04-30", "2006-05-01/"]


def test_a_status_that_comes_back_is_an_episode() -> None:
    assert lives(("o", "2001"), ("s", "2022-03-22"), ("o2", "2022-04-23")) == [
        "2001-01-01/2022-03-21",
        "2022-03-22/2022-04-22",
        "2022-04-23/",
    ]


def test_a_further_step_in_the_same_status_shares_its_stretch() -> None:
    made = [
        Stage("agreed", "1998-07", 1, 2),
        Stage("agreed", "2002-05", 2, 2),
        Stage("in_force", "2003-05", 1, 3),
        Stage("agreed", "2006", 3, 2),
    ]
    agreed = (ordinal("1998-07-01"), ordinal("2003-04-30"))
    assert stretches(made) == [
        (*agreed, True),
        (*agreed, False),
        (ordinal("2003-05-01"), ordinal("2005-12-31"), True),
        (ordinal("2006-01-01"), None, True),
    ]
    assert list(surprises(made[:2])) == []


@given(
    st.lists(
        st.tuples(st.integers(0, 4), st.integers(1990, 2020), st.booleans()),
        min_size=1,
        max_size=5,
        unique_by=lambda stage: stage[0],
    )
)
def test_stretches_never_overlap_and_leave_no_gap(life: list[tuple[int, int, bool]]) -> None:
    stages = [
        Stage(str(step), f"[..{year}]" if since_ever else str(year), 1, step)
        for step, year, since_ever in life
    ]
    found = sorted(stretches(stages), key=lambda stretch: stretch[0] or 0)
    assert found[-1][1] is None
    for (start, end, _), (following, _, _) in pairwise(found):
        assert end is not None
        assert following == end + 1
        assert start is None or start <= end


@pytest.mark.parametrize(
    ("stages", "told"),
    [
        ((("p", "1998"), ("o", "2006")), 0),
        ((("a", "2006"), ("o", "2006")), 1),
        ((("o", "1999"), ("p", "2006")), 1),
    ],
)
def test_odd_orders_are_told(stages: tuple[tuple[str, str], ...], told: int) -> None:
    made = [Stage(letter, edtf, 1, "pao".index(letter)) for letter, edtf in stages]
    assert len(list(surprises(made))) == told
