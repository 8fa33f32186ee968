"""Events told in a few words, once, inside what they are a part of, not after their witnesses."""

import re
import sqlite3
from collections import Counter

from azkz_desktop.dates.edtf import parse

OUTSIDE_PARENT: dict[str, str] = {}
"""Children that cannot meet their parents' dates, and why that is right."""
PROSPECT = re.compile(r"\b(due|announce|expect|possible|postpone|was to|were to|plan|target|aim)")
"""How an event that lies after the horizon of a document says that it is no more than a plan."""
LONGEST_TITLE = 80
LONGEST_SHORT = 24


def test_titles_are_short(db: sqlite3.Connection) -> None:
    rows = db.execute("SELECT event_id, title, summary FROM events").fetchall()
    assert [row["title"] for row in rows if len(row["title"]) > LONGEST_TITLE] == []
    assert [row["title"] for row in rows if row["title"].endswith(".")] == []
    assert [row["event_id"] for row in rows if not row["summary"].endswith((".", "?"))] == []
    shorts = [row[0] for row in db.execute("SELECT short FROM event_text")]
    assert [short for short in shorts if len(short) > LONGEST_SHORT] == []
    assert [short for short in shorts if not short] == []


def test_no_title_twice_on_one_date(db: sqlite3.Connection) -> None:
    counted = Counter(
        (row["title"].casefold(), row["edtf"]) for row in db.execute("SELECT * FROM events")
    )
    assert [key for key, count in counted.items() if count > 1] == []


def test_no_short_twice_on_one_date(db: sqlite3.Connection) -> None:
    query = """
    SELECT short, start_earliest, group_concat(event.id, ', ') AS ids FROM event
    JOIN event_text ON event_text.event = event.no
    GROUP BY short, start_earliest, end_latest HAVING count(*) > 1
    """
    assert [row["ids"] for row in db.execute(query)] == []


def apart(db: sqlite3.Connection) -> set[str]:
    """Children whose dates cannot meet those of their parents."""
    query = """
    SELECT child.event_id FROM events AS child JOIN events AS parent
    ON parent.event_id = child.parent_id
    WHERE ifnull(child.start_earliest, '') > ifnull(parent.end_latest, '9999-12-31')
        OR ifnull(child.end_latest, '9999-12-31') < ifnull(parent.start_earliest, '')
    """
    return {row[0] for row in db.execute(query)}


def test_children_meet_their_parents_dates(db: sqlite3.Connection) -> None:
    children = db.execute("SELECT count(*) FROM events WHERE parent_id IS NOT NULL").fetchone()[0]
    assert children > 30
    assert apart(db) == set(OUTSIDE_PARENT)


def test_children_share_an_actor_with_their_parents(db: sqlite3.Connection) -> None:
    query = """
    SELECT child.event_id FROM events AS child JOIN events AS parent
    ON parent.event_id = child.parent_id
    WHERE NOT EXISTS (
        SELECT 1 FROM json_each(child.actors) AS a JOIN json_each(parent.actors) AS b
        ON a.value = b.value)
    """
    assert [row[0] for row in db.execute(query)] == []


def test_documents_of_a_visit_are_events_below_it(db: sqlite3.Connection) -> None:
    """As many agreements as titles, at least: an agreement may be told without its title."""
    query = """
    SELECT event_id, json_array_length(documents) AS titles,
        (SELECT count(*) FROM events AS child WHERE child.parent_id = events.event_id
            AND child.kind = 'agreement') AS agreements
    FROM events WHERE json_array_length(documents) > 0 AND kind <> 'agreement'
    """
    rows = db.execute(query).fetchall()
    assert len(rows) > 3
    assert [tuple(row) for row in rows if row["agreements"] < row["titles"]] == []


def test_every_event_has_actors_and_themes(db: sqlite3.Connection) -> None:
    rows = db.execute("SELECT event_id, actors, themes FROM events").fetchall()
    assert [row["event_id"] for row in rows if row["actors"] == "[]"] == []
    assert [row["event_id"] for row in rows if row["themes"] == "[]"] == []


def test_what_takes_two_names_two_parties(db: sqlite3.Connection) -> None:
    query = """
    SELECT event_id, (SELECT count(*) FROM json_each(events.actors) AS one
        JOIN actors ON actor_id = one.value WHERE actors.type <> 'person') AS parties
    FROM events WHERE kind IN ('summit', 'visit', 'agreement')
    """
    rows = db.execute(query).fetchall()
    assert [row["event_id"] for row in rows if row["parties"] < 2] == []


def horizon(db: sqlite3.Connection) -> dict[str, int]:
    """The last day that each document can have seen."""
    query = "SELECT source_key, horizon FROM sources WHERE NOT outside"
    return {key: parse(until).end_latest or 0 for key, until in db.execute(query)}


def test_no_document_tells_of_what_it_cannot_have_seen(db: sqlite3.Connection) -> None:
    last = horizon(db)
    assert len(last) == 5
    query = """
    SELECT event_id, events.title, summary, source_key, event_claims.edtf
    FROM event_claims JOIN events USING (event_id) JOIN sources USING (source_key)
    WHERE NOT outside
    """
    late = [
        row
        for row in db.execute(query)
        if (parse(row["edtf"]).start_earliest or 0) > last[row["source_key"]]
    ]
    assert late
    told = [row["event_id"] for row in late if not PROSPECT.search(row["title"] + row["summary"])]
    assert told == []


def test_what_was_expected_never_becomes_actual(db: sqlite3.Connection) -> None:
    last = horizon(db)
    query = """
    SELECT route_id AS id, source_key, edtf FROM route_states
    WHERE status IN ('operational', 'expanded', 'suspended', 'abandoned', 'construction')
    UNION ALL SELECT area_id, source_key, edtf FROM area_states
    WHERE status IN ('producing', 'open', 'discovered')
    UNION ALL SELECT series_id, source_key, edtf FROM observations
    WHERE qualifier IN ('actual', 'cumulative')
    """
    early = [
        tuple(row)
        for row in db.execute(query)
        if row["source_key"] in last and (parse(row["edtf"]).start_earliest or 0) > last[row[1]]
    ]
    assert early == []
