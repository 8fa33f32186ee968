"""The compiled data hold together: ids, claims and their places, bounds against EDTF."""

import calendar
import json
import re
import sqlite3
from datetime import date

import pytest

from azkz_desktop.dataset.source import SourceText
from azkz_desktop.dataset.vocabulary import VIEWS
from tests.data.audit import claims

LISTS = {
    ("events", "actors"): "SELECT actor_id FROM actors",
    ("events", "places"): "SELECT place_id FROM places",
    ("events", "source_keys"): "SELECT source_key FROM sources",
    ("routes", "via_places"): "SELECT place_id FROM places",
}
CLAIM_VIEWS = [view for view, columns in VIEWS.items() if "as_stated" in columns]
NO_CLAIMS = {"Bibliography", "References", "Streszczenie"}
"""Headings under which nothing is claimed: what is listed, and abstracts in other languages."""


def test_foreign_keys_and_pages_are_whole(db: sqlite3.Connection) -> None:
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert [tuple(row) for row in db.execute("PRAGMA integrity_check")] == [("ok",)]


@pytest.mark.parametrize(("view", "column"), LISTS)
def test_ids_in_lists_resolve(db: sqlite3.Connection, view: str, column: str) -> None:
    known = {row[0] for row in db.execute(LISTS[view, column])}
    named = [
        id_ for (ids,) in db.execute(f"SELECT {column} FROM {view}") for id_ in json.loads(ids)
    ]
    assert named
    assert set(named) - known == set()


def test_ids_are_of_one_thing_and_hold_no_date(db: sqlite3.Connection) -> None:
    ids = [
        row[0]
        for view, column in (
            ("events", "event_id"),
            ("actors", "actor_id"),
            ("places", "place_id"),
            ("routes", "route_id"),
            ("areas", "area_id"),
            ("boundaries", "boundary_id"),
            ("sources", "source_key"),
        )
        for row in db.execute(f"SELECT {column} FROM {view}")
    ]
    ids += [row[0] for row in db.execute("SELECT DISTINCT series_id FROM observations")]
    ids += [row[0] for row in db.execute("SELECT DISTINCT position_id FROM positions")]
    assert len(ids) == len(set(ids))
    assert [id_ for id_ in ids if not re.fullmatch(r"[a-z0-9-]+", id_)] == []
    months = "|".join(name.lower() for name in calendar.month_name if name)
    dated = re.compile(rf"(1[89]|20)\d\d|(^|-)({months})(-|$)")
    events = [row[0] for row in db.execute("SELECT event_id FROM events")]
    assert [id_ for id_ in events if dated.search(id_)] == []


def test_every_event_has_exactly_one_preferred_claim_and_its_date(db: sqlite3.Connection) -> None:
    query = """
    SELECT event_id, edtf, (SELECT count(*) FROM event_claims AS c
        WHERE c.event_id = e.event_id AND rank = 'preferred') AS preferred,
        (SELECT edtf FROM event_claims AS c
        WHERE c.event_id = e.event_id AND rank = 'preferred') AS told
    FROM events AS e
    """
    rows = db.execute(query).fetchall()
    assert len(rows) > 300
    assert [tuple(row) for row in rows if row["preferred"] != 1 or row["edtf"] != row["told"]] == []


def test_events_list_their_documents_by_year(db: sqlite3.Connection) -> None:
    query = """
    SELECT event_id, source_keys, (SELECT json_group_array(source_key) FROM (
        SELECT DISTINCT source_key, year FROM event_claims JOIN sources USING (source_key)
        WHERE event_claims.event_id = events.event_id ORDER BY year, source_key)) AS told
    FROM events
    """
    wrong = [
        row["event_id"]
        for row in db.execute(query)
        if json.loads(row["source_keys"]) != json.loads(row["told"])
    ]
    assert wrong == []


def test_a_date_in_dispute_is_one_that_both_documents_give_of_the_event(
    db: sqlite3.Connection,
) -> None:
    """What dates another step, or another work, is no date of this event."""
    query = """
    SELECT subject_id, value_a, value_b FROM disagreements AS d
    WHERE subject_type = 'event' AND field = 'date' AND (
        NOT EXISTS (SELECT 1 FROM event_claims AS c WHERE c.event_id = d.subject_id
            AND c.source_key = d.source_a AND c.line = d.line_a AND c.edtf = d.value_a)
        OR NOT EXISTS (SELECT 1 FROM event_claims AS c WHERE c.event_id = d.subject_id
            AND c.source_key = d.source_b AND c.line = d.line_b AND c.edtf = d.value_b))
    """
    assert [tuple(row) for row in db.execute(query)] == []


def test_contested_means_named_by_a_disagreement(db: sqlite3.Connection) -> None:
    query = """
    SELECT event_id FROM events WHERE contested <> (event_id IN (
        SELECT subject_id FROM disagreements WHERE subject_type = 'event'))
    """
    assert db.execute(query).fetchall() == []
    assert db.execute("SELECT count(*) FROM events WHERE contested").fetchone()[0] > 10


def test_disagreements_are_worded_with_both_sides_told_apart(db: sqlite3.Connection) -> None:
    rows = db.execute("SELECT * FROM disagreements").fetchall()
    assert [row["subject_id"] for row in rows if not row["note"].endswith(".")] == []
    assert [row["subject_id"] for row in rows if row["value_a"] == row["value_b"]] == []


def test_claims_stand_where_the_outline_has_text(db: sqlite3.Connection, text: SourceText) -> None:
    outside = []
    for claim in claims(db):
        sections = text.outlines[claim.source].sections
        section = sections[text.outlines[claim.source].locate(claim.line).section]
        if claim.line < sections[0].line or section.heading in NO_CLAIMS:
            outside.append(claim.where)
    assert outside == []


def test_every_claim_names_line_heading_and_paragraph(
    db: sqlite3.Connection, text: SourceText
) -> None:
    headings = {
        (source, section.heading)
        for source, outline in text.outlines.items()
        for section in outline.sections
    }
    assert len(CLAIM_VIEWS) == 8
    for view in CLAIM_VIEWS:
        query = f"""
        SELECT source_key, section, paragraph, line FROM {view} JOIN sources USING (source_key)
        WHERE NOT outside
        """
        for source, section, paragraph, line in db.execute(query):
            assert (source, section) in headings
            assert paragraph >= 1
            assert line >= 1


def test_a_second_telling_names_one_of_the_five_that_came_before(db: sqlite3.Connection) -> None:
    query = """
    SELECT told.source_key, told.via FROM ({}) AS told
    JOIN sources AS own ON own.source_key = told.source_key
    JOIN sources AS first ON first.source_key = told.via
    WHERE first.outside OR first.year >= own.year
    """.format(" UNION ALL ".join(f"SELECT source_key, via FROM {view}" for view in CLAIM_VIEWS))
    assert db.execute(query).fetchall() == []


PART = re.compile(r"(\d{4}|\d{3}X)(?:-(\d\d)(?:-(\d\d))?)?")


def span(part: str) -> tuple[str, str]:
    """First and last day of a plain date, by the calendar of the standard library."""
    year, month, day = PART.fullmatch(part.strip("~?%")).groups()  # type: ignore[union-attr]
    if year.endswith("X"):
        return f"{year[:3]}0-01-01", f"{year[:3]}9-12-31"
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if int(month) > 20:
        first = (int(month) - 20) * 3
        after = (int(year) + 1, 2) if first == 12 else (int(year), first + 2)
        return f"{year}-{first:02}-01", f"{last_day(*after)}"
    return (
        (f"{year}-{month}-01", last_day(int(year), int(month)))
        if day is None
        else (date(int(year), int(month), int(day)).isoformat(),) * 2
    )


def last_day(year: int, month: int) -> str:
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat()


Bounds = tuple[str | None, str | None, str | None, str | None]


def bounds(edtf: str) -> Bounds:
    """What the bounds of an event must be, worked out anew from the contract's words."""
    if edtf.startswith("["):
        first, last = edtf.strip("[]").split("..")
        start = span(first)[0] if first else None
        end = span(last)[1] if last else None
        return start, end or "9999-12-31", start or "0001-01-01", end
    if "/" not in edtf:
        return *span(edtf), *span(edtf)
    first, last = edtf.split("/")
    starts: tuple[str | None, str | None] = (None, None) if first == ".." else span(first)
    if last == "..":
        return *starts, None, None
    return *starts, *(span(last) if last else (starts[0], None))


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2005", ("2005-01-01", "2005-12-31", "2005-01-01", "2005-12-31")),
        ("2000-02", ("2000-02-01", "2000-02-29", "2000-02-01", "2000-02-29")),
        ("2001-24", ("2001-12-01", "2002-02-28", "2001-12-01", "2002-02-28")),
        ("1988/..", ("1988-01-01", "1988-12-31", None, None)),
        ("1988/", ("1988-01-01", "1988-12-31", "1988-01-01", None)),
        ("[..2010]", (None, "2010-12-31", "0001-01-01", "2010-12-31")),
        ("[2001..]", ("2001-01-01", "9999-12-31", "2001-01-01", None)),
    ],
)
def test_the_bounds_worked_out_here(edtf: str, expected: Bounds) -> None:
    assert bounds(edtf) == expected


def test_bounds_follow_from_the_date(db: sqlite3.Connection) -> None:
    query = """
    SELECT event_id, edtf, start_earliest, start_latest, end_earliest, end_latest FROM events
    """
    wrong = [tuple(row) for row in db.execute(query) if tuple(row)[2:] != bounds(row["edtf"])]
    assert wrong == []


def test_bounds_are_in_order(db: sqlite3.Connection) -> None:
    query = """
    SELECT event_id FROM events WHERE start_earliest > start_latest OR end_earliest > end_latest
        OR start_earliest > end_latest
    """
    assert db.execute(query).fetchall() == []
