"""The Caspian by years against the database's own views, and what a stance is at a moment."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.records import Claim
from azkz_desktop.view.caspian import (
    ISSUE,
    LITTORAL,
    Row,
    Said,
    Told,
    all_told,
    lines,
    rows,
    stance_at,
    stances,
    whole,
)
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus


@pytest.fixture(scope="module")
def views(bundled_db: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(bundled_db)) as connection:
        yield connection


def said(key: str = "akiner2012") -> Said:
    return Said(Claim(1, key, "", None, None, "", "", "", None, False, ""), "")


def stance(state: str, key: str, first: int | None) -> Told:
    year = None if first is None else date.fromordinal(first).year
    return Told(state, key, first, year, "", "Holds it.", "", "", "", (said(),))


def test_every_claim_of_a_stance_is_in_the_table_once(
    library: Library, views: sqlite3.Connection
) -> None:
    query = """SELECT actor_id, position_id, coalesce(edtf, ''), source_key
        FROM positions WHERE issue = ?"""
    wanted = sorted(row for row in views.execute(query, (ISSUE,)) if row[0] in LITTORAL)
    found = sorted(
        (told.state, told.id, one.edtf, one.claim.source_key)
        for told in stances(library.dataset)
        for one in told.said
    )
    assert found == wanted
    assert len(wanted) > 15


def test_every_claim_of_a_line_is_told_of_both_neighbours(
    library: Library, views: sqlite3.Connection
) -> None:
    query = """SELECT boundary_id, status, scope, boundary_states.edtf, source_key, state_a, state_b
        FROM boundary_states JOIN boundaries USING (boundary_id)"""
    wanted = sorted(
        (own, other, *row[:5])
        for row in views.execute(query)
        for own, other in ((row[5], row[6]), (row[6], row[5]))
    )
    found = sorted(
        (told.state, told.other, told.id, told.status, told.scope, one.edtf, one.claim.source_key)
        for told in lines(library.dataset)
        for one in told.said
    )
    assert found == wanted
    assert len(wanted) > 40


def test_what_is_told_of_the_whole_sea_is_told_of_all_five(
    library: Library, views: sqlite3.Connection
) -> None:
    query = "SELECT status, edtf, source_key FROM area_states WHERE area_id = 'caspian-sea'"
    wanted = sorted(row for row in views.execute(query) for _ in LITTORAL)
    found = sorted(
        (told.status, one.edtf, one.claim.source_key)
        for told in whole(library.dataset)
        for one in told.said
    )
    assert found == wanted
    assert {"disputed", "settled"} == {status for status, _, _ in wanted}


def test_the_table_holds_all_that_is_told_and_nothing_twice(library: Library) -> None:
    told = all_told(library.dataset)
    table = rows(told)
    cells = [
        (row.year, state, cell)
        for row in table
        for state, cell in zip(LITTORAL, row.cells, strict=True)
    ]
    shown = [(year, state, cell) for year, state, cell in cells if cell is not None]
    assert len(shown) == len(told)
    assert all((cell.year, cell.state) == (year, state) for year, state, cell in shown)
    assert {id(cell) for _, _, cell in shown} == {id(one) for one in told}


def test_years_rise_and_what_has_no_date_comes_last(library: Library) -> None:
    table = rows(all_told(library.dataset))
    years = [row.year for row in table]
    dated = [year for year in years if year is not None]
    assert dated == sorted(dated)
    assert years[: len(dated)] == dated
    assert dated[0] <= 1992
    assert dated[-1] >= 2012


def test_the_seabed_of_1998_is_in_the_year_1998(library: Library) -> None:
    told = [
        one
        for one in all_told(library.dataset)
        if one.id == "line-kazakhstan-russia" and one.year == 1998 and one.state == "russia"
    ]
    assert [(one.status, one.scope, one.other) for one in told] == [
        ("agreed", "seabed", "kazakhstan")
    ]
    assert {one.claim.source_key for one in told[0].said} == {"akiner2012", "hamzaoglu2021"}
    assert told[0].focus == Focus("boundary", "line-kazakhstan-russia")


def test_the_convention_of_2018_is_no_line(library: Library) -> None:
    """It leaves the seabed to the neighbours: no document tells of a line that it draws."""
    told = [one for one in all_told(library.dataset) if one.year == 2018 and not one.stance]
    assert {(one.state, one.id, one.status) for one in told} == {
        (state, "caspian-sea", "settled") for state in LITTORAL
    }
    assert {one.focus for one in told} == {Focus("area", "caspian-sea")}


def test_a_stance_is_chosen_as_its_state() -> None:
    assert stance("iran", "x", None).focus == Focus("actor", "iran")


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("1991-01-01", None),
        ("1992-06-01", "early"),
        ("2007-12-31", "early"),
        ("2008-01-01", "late"),
    ],
)
def test_the_stance_told_last_holds(day: str, found: str | None) -> None:
    early, late = (date(year, 1, 1).toordinal() for year in (1992, 2008))
    told = [
        stance("iran", "late", late),
        stance("iran", "early", early),
        stance("russia", "r", early),
    ]
    held = stance_at(told, "iran", date.fromisoformat(day).toordinal())
    assert (held and held.id) == found


def test_a_stance_without_a_date_stands_only_where_none_has_one() -> None:
    undated, dated = stance("iran", "undated", None), stance("iran", "dated", 730_000)
    assert stance_at([undated], "iran", 700_000) is undated
    assert stance_at([undated, dated], "iran", 700_000) is None
    assert stance_at([undated, dated], "iran", 730_000) is dated
    assert stance_at([undated], "russia", 730_000) is None


YEARS = st.one_of(st.none(), st.integers(1990, 2022))
SOME = st.lists(st.tuples(st.sampled_from(LITTORAL), YEARS), max_size=30)


@given(SOME)
def test_rows_are_as_few_as_can_be(drawn: list[tuple[str, int | None]]) -> None:
    """By brute force: a year has as many rows as its fullest state, filled from above."""
    told = [
        Told(state, f"id-{n}", None, year, "", "x", "", "", "", (said(),))
        for n, (state, year) in enumerate(drawn)
    ]
    table: list[Row] = rows(told)
    for year in {one.year for one in told}:
        own = [row for row in table if row.year == year]
        counts = {s: sum((one.state, one.year) == (s, year) for one in told) for s in LITTORAL}
        assert [row.part for row in own] == list(range(max(counts.values())))
        for place, state in enumerate(LITTORAL):
            column = [row.cells[place] for row in own]
            assert [cell is not None for cell in column] == [
                n < counts[state] for n in range(len(own))
            ]
    assert len(table) == sum(row.cells.count(None) < len(LITTORAL) for row in table)
