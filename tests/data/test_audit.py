"""Every claim is held against its line; and the checker that does so against made-up lines."""

import sqlite3
from dataclasses import replace

import pytest

from tests.data.audit import Claim, claims, missing_of_date, numbers, problems

LINES = [
    "Heading",
    "The works of that port began on 4 March 1999 and cost USD 1,250.5 million.",
    "",
    "They ended in the summer of 2001.",
    "",
    "",
    "Nothing is told here.",
]
CLAIM = Claim("event_claims", "port", "made", 2, "1999-03-04", None, "4 March 1999", False, "")


@pytest.mark.parametrize(
    "claim",
    [
        CLAIM,
        replace(CLAIM, line=4, edtf="2001-22", as_stated="summer of 2001"),
        replace(CLAIM, edtf="1999-03-04/2001"),
        replace(CLAIM, edtf="", value=1250.5e6, as_stated="USD 1,250.5 million"),
        replace(CLAIM, edtf="199X", as_stated=""),
        replace(CLAIM, line=7, inferred=True, note="It follows."),
    ],
)
def test_what_is_printed_holds(claim: Claim) -> None:
    assert problems(claim, LINES) == []


@pytest.mark.parametrize(
    ("claim", "problem"),
    [
        (replace(CLAIM, line=7), "1999 is not printed"),
        (replace(CLAIM, line=8), "there is no line 8"),
        (replace(CLAIM, line=0), "there is no line 0"),
        (replace(CLAIM, edtf="1999-05-04"), "month 05 is not printed"),
        (replace(CLAIM, edtf="1999-03-14"), "day 14 is not printed"),
        (replace(CLAIM, edtf="1998-03-04"), "1998 is not printed"),
        (replace(CLAIM, edtf="1999-03-04/2002"), "2002 is not printed"),
        (replace(CLAIM, as_stated="March 4, 1999"), "“March 4, 1999” is not printed so"),
        (replace(CLAIM, value=1250.6e6), "1,250,600,000 is not printed"),
        (replace(CLAIM, value=2001.0, as_stated="USD 1,250.5 million"), "2,001 is not printed"),
        (replace(CLAIM, inferred=True), "inferred, and no note says how"),
    ],
)
def test_what_is_not_printed_is_told(claim: Claim, problem: str) -> None:
    assert problem in problems(claim, LINES)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.340 km", 2340),
        ("2.340 km", 2.34),
        ("7,010 km", 7010),
        ("12,5%", 12.5),
        ("usd 71,505,620", 71505620),
        ("1 200 wagons", 1200),
        ("twelve trains", 12),
        ("from 5 to 7 years", 7),
        ("1,234.5 t", 1234.5),
        ("1.234,5 t", 1234.5),
    ],
)
def test_numbers_are_read_with_either_mark(text: str, value: float) -> None:
    assert value in numbers(text)


def test_a_year_inside_a_longer_number_is_none() -> None:
    assert missing_of_date("1999", "order 19995") == ["1999"]
    assert missing_of_date("1990", "in the 1990s") == []


def test_inferred_claims_are_few_and_explained(db: sqlite3.Connection) -> None:
    found = list(claims(db))
    inferred = [claim for claim in found if claim.inferred]
    assert len(found) > 1000
    assert len(inferred) <= 0.3 * len(found)
    assert [claim.where for claim in inferred if not claim.note.strip()] == []


@pytest.mark.documents
def test_every_claim_is_printed_where_it_says(
    db: sqlite3.Connection, documents: dict[str, list[str]]
) -> None:
    told = [
        f"{claim.where}: {problem}"
        for claim in claims(db)
        for problem in problems(claim, documents[claim.source])
    ]
    assert told == []
