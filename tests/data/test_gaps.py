"""The list of what nobody placed or dated is whole, says why, and is printed with the tests."""

import sqlite3
from collections.abc import Callable

import pytest

from tests.data import gaps
from tests.data.gaps import Gap

Report = Callable[[list[str]], None]


def test_everything_without_a_place_is_listed(
    db: sqlite3.Connection, at_hand: dict[str, list[str]] | None, gap_report: Report
) -> None:
    found = gaps.unplaced(db, at_hand)
    query = "SELECT event_id FROM events WHERE json_array_length(places) = 0"
    assert {gap.event for gap in found} == {row[0] for row in db.execute(query)}
    assert all(gap.why for gap in found)
    gap_report(gaps.told("Events that nobody placed", found))


def test_everything_without_a_date_says_why(db: sqlite3.Connection, gap_report: Report) -> None:
    found = gaps.undated(db)
    assert found
    gap_report(gaps.told("Events that nobody dated to within a year", found))
    assert [gap.event for gap in found if not gap.why] == []


def test_visits_and_summits_are_placed(db: sqlite3.Connection) -> None:
    """What must happen somewhere has a place more often than not."""
    query = """
    SELECT avg(json_array_length(places) > 0) FROM events
    WHERE kind IN ('visit', 'summit', 'meeting')
    """
    assert db.execute(query).fetchone()[0] > 0.5


@pytest.fixture
def made() -> sqlite3.Connection:
    """Three events of a made-up document; of `names` and `events` only what is asked for."""
    connection = sqlite3.connect(":memory:")
    connection.executescript("""
    CREATE TABLE events (event_id, edtf, places, parent_id, start_earliest);
    CREATE TABLE event_claims (event_id, edtf, rank, source_key, line, note, as_stated);
    CREATE TABLE names (subject_type, subject_id, name, language);
    CREATE TABLE actors (actor_id, type);
    INSERT INTO actors VALUES ('writer', 'person'), ('they', 'organisation');
    INSERT INTO names VALUES
        ('place', 'port-town', 'Port Town', 'en'), ('place', 'port-town', 'Порт', 'ru'),
        ('place', 'sign', 'Sign', 'und'), ('actor', 'writer', 'Sign Writer', 'en'),
        ('actor', 'they', 'Port Town Office', 'en');
    INSERT INTO events VALUES
        ('fair', '2001', '["port-town"]', NULL, 1), ('speech', '2001', '[]', 'fair', 2),
        ('drought', '2001/2004', '[]', NULL, 3), ('deal', '2002', '[]', NULL, 4),
        ('rumour', '[2001..2004]', '[]', NULL, 5);
    INSERT INTO event_claims VALUES
        ('deal', '[2002..2004]', 'preferred', 'made', 1, '', 'in those years'),
        ('rumour', '2001', 'normal', 'made', 2, '', ''),
        ('rumour', '[2001..2004]', 'preferred', 'made', 2, 'Not told when.', '');
    """)
    return connection


def test_reasons_of_made_up_gaps(made: sqlite3.Connection) -> None:
    lines = {"made": ["They met to sign it.", "It is told in port  town."]}
    assert gaps.unplaced(made, lines) == [
        Gap("speech", gaps.PARENT),
        Gap("drought", gaps.COURSE),
        Gap("deal", gaps.SILENT),
        Gap("rumour", gaps.NAMED, "port town"),
    ]
    assert [gap.why for gap in gaps.unplaced(made, None)][2:] == [gaps.UNKNOWN] * 2
    assert gaps.undated(made) == [
        Gap("deal", "printed as “in those years”", "[2002..2004]"),
        Gap("rumour", "Not told when.", "[2001..2004]"),
    ]
    made.close()


def test_report_counts_and_lists() -> None:
    found = [Gap("a", "no idea"), Gap("b", "why", "x"), Gap("c", "no idea")]
    assert gaps.told("Gaps", found) == [
        "Gaps: 3",
        "  2 × no idea",
        "      a; c",
        "  b (x): why",
    ]
