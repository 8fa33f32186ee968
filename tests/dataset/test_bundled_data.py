"""The data themselves, as far as their form can be held against the contract."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from time import struct_time

import edtf as oracle
import pytest

from azkz_desktop.dates.days import iso
from azkz_desktop.dates.edtf import parse
from azkz_desktop.dates.relation import Relation, relation

CLAIMED = (
    "event_claims",
    "route_states",
    "area_states",
    "boundary_states",
    "observations",
    "positions",
    "memberships",
    "capitals",
)


@pytest.fixture(scope="module")
def data(bundled_db: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{bundled_db}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def texts(data: sqlite3.Connection, query: str) -> list[str]:
    return [row[0] for row in data.execute(query)]


def as_iso(when: struct_time) -> str:
    return date(when.tm_year, when.tm_mon, when.tm_mday).isoformat()


def test_dates_are_what_the_library_makes_of_them(data: sqlite3.Connection) -> None:
    """Every fifth (the library is slow), where it is right: not at open ends, nor at winters."""
    dates = {edtf for view in CLAIMED for edtf in texts(data, f"SELECT edtf FROM {view}") if edtf}
    held = 0
    told_apart = [
        edtf
        for edtf in sorted(dates)
        if not edtf.startswith(("/", "[..")) and not edtf.endswith(("/", "..", "..]", "-24"))
    ]
    for edtf in told_apart[::5]:
        try:
            theirs = oracle.parse_edtf(edtf)
        except oracle.EDTFParseException:  # it knows no sets of a year and a month
            continue
        span = parse(edtf)
        assert span.start_earliest is not None
        assert span.end_latest is not None
        assert iso(span.start_earliest) == as_iso(theirs.lower_strict()), edtf
        assert iso(span.end_latest) == as_iso(theirs.upper_strict()), edtf
        held += 1
    assert held > 50


def test_ids_of_events_hold_no_year(data: sqlite3.Connection) -> None:
    ids = texts(data, "SELECT event_id FROM events")
    assert [id_ for id_ in ids if re.search(r"(?<!\d)(19|20)\d\d(?!\d)", id_)] == []


def test_titles_and_short_titles_fit(data: sqlite3.Connection) -> None:
    assert [title for title in texts(data, "SELECT title FROM events") if len(title) > 120] == []
    assert [short for short in texts(data, "SELECT short FROM event_text") if len(short) > 24] == []
    titles = texts(data, "SELECT title FROM events")
    assert all(title == title.strip() and not title.endswith(".") for title in titles)


def test_what_follows_is_the_smaller_part(data: sqlite3.Connection) -> None:
    inferred = [row[0] for view in CLAIMED for row in data.execute(f"SELECT inferred FROM {view}")]
    assert sum(inferred) < 0.3 * len(inferred)


def test_no_claim_stands_in_a_bibliography(data: sqlite3.Connection) -> None:
    for view in CLAIMED:
        sections = set(texts(data, f"SELECT DISTINCT section FROM {view}"))
        told = {name for name in sections if re.match("bibliography|references", name, re.I)}
        assert told == set()


def test_every_claim_of_a_document_names_a_line_and_a_paragraph(data: sqlite3.Connection) -> None:
    for view in CLAIMED:
        query = f"""
        SELECT count(*) FROM {view} JOIN sources USING (source_key)
        WHERE NOT outside AND (line IS NULL OR paragraph IS NULL OR section IS NULL)
        """
        assert data.execute(query).fetchone()[0] == 0


def test_documents_signed_are_events_of_their_own(data: sqlite3.Connection) -> None:
    query = """
    SELECT event_id FROM events AS visit WHERE documents <> '[]' AND NOT EXISTS (
        SELECT * FROM events WHERE parent_id = visit.event_id AND kind = 'agreement'
    )
    """
    assert texts(data, query) == []


def test_who_acts_for_a_state_brings_the_state(data: sqlite3.Connection) -> None:
    """A person who writes or holds an office acts for no state where the event says so."""
    countries = dict(
        data.execute("SELECT actor_id, country FROM actors WHERE type = 'person'").fetchall()
    )
    roles = dict(data.execute("SELECT actor_id, role FROM actors").fetchall())
    alone = [
        (row["event_id"], actor)
        for row in data.execute("SELECT event_id, actors FROM events")
        for actors in (json.loads(row["actors"]),)
        for actor in actors
        if countries.get(actor) and countries[actor] not in actors
        if re.search("president|minister|ambassador|king|head of", roles[actor], re.I)
    ]
    assert alone == []


def test_dates_that_do_not_meet_are_all_told_and_no_others(data: sqlite3.Connection) -> None:
    """A second computation of what contradicts, from the public views alone."""
    claims: dict[str, list[tuple[str, str, int]]] = {}
    for row in data.execute("SELECT event_id, edtf, source_key, line FROM event_claims"):
        claims.setdefault(row[0], []).append((row[1], row[2], row[3]))
    expected = {
        (event, frozenset((one, other)))
        for event, told in claims.items()
        for number, one in enumerate(told)
        for other in told[number + 1 :]
        if relation(parse(one[0]), parse(other[0])) is Relation.CONTRADICTS
    }
    query = """
    SELECT subject_id, value_a, source_a, line_a, value_b, source_b, line_b FROM disagreements
    WHERE subject_type = 'event' AND field = 'date'
    """
    found = {(row[0], frozenset((tuple(row)[1:4], tuple(row)[4:7]))) for row in data.execute(query)}
    entered = {pair for pair in found if any(not _is_date(side[0]) for side in pair[1])}
    assert found - entered == expected != set()


def _is_date(value: str) -> bool:
    try:
        parse(value)
    except ValueError:
        return False
    return True


def test_sentences_are_sentences(data: sqlite3.Connection) -> None:
    notes = texts(data, "SELECT note FROM disagreements")
    assert [note for note in notes if not note.endswith(".") or note[0].islower()] == []


def test_the_common_spellings_are_known(data: sqlite3.Connection) -> None:
    names = set(texts(data, "SELECT name FROM names"))
    wanted = "Nazarbayev Nazarbaev Назарбаев Aktau Aqtau Ақтау Astana Akmola Nur-Sultan"
    loose = {word for name in names for word in name.split()}
    assert set(wanted.split()) <= names | loose
    assert {"Əliyev", "Алиев", "Әлиев"} <= loose
