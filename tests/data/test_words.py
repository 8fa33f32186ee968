"""Titles, summaries, stances and notes are in our own words, neutral ones."""

import json
import re
import sqlite3
from collections.abc import Iterator

import pytest

from tests.data.words import rows_of, shared, words

TEXTS = """
SELECT 'event ' || event_id, title FROM events
UNION ALL SELECT 'event ' || event_id, summary FROM events
UNION ALL SELECT 'position ' || position_id, stance FROM positions
UNION ALL SELECT 'series ' || series_id, series_name FROM observations
UNION ALL SELECT 'disagreement ' || subject_id, note FROM disagreements
UNION ALL SELECT 'claim of ' || event_id, note FROM event_claims
UNION ALL SELECT 'state of ' || route_id, note FROM route_states
UNION ALL SELECT 'state of ' || area_id, note FROM area_states
UNION ALL SELECT 'state of ' || boundary_id, note FROM boundary_states
UNION ALL SELECT 'number of ' || series_id, note FROM observations
UNION ALL SELECT 'claim of ' || position_id, note FROM positions
UNION ALL SELECT 'member of ' || body_id, note FROM memberships
"""
LOADED = re.compile(
    r"\b(brotherly|fraternal|terrorists?|heroic\w*|historic victory|liberat\w+|aggressors?|"
    r"so-called|regime|puppet|genocid\w*|unprecedented|glorious|traitors?|patriotic war|"
    r"ancient land|occup(?:ants?|ation|ied|ies|y)|invaders?)\b(?<!legal regime)",
    re.IGNORECASE,
)
"""Words that take a side. They may be told only as somebody's words."""
ATTRIBUTED = re.compile(
    r"\b(according to|the paper|says?|said|calls?|called|sees?|holds?|in \w+'s words|speaks? of|"
    r"thanks|praises?|considers?|wants?|regards?|the words?|his words|finds?|describes?)\b",
    re.IGNORECASE,
)


def texts(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Everything that we say, with what it is said of."""
    return ((row[0], row[1]) for row in db.execute(TEXTS) if row[1])


def official_titles(db: sqlite3.Connection) -> list[str]:
    """Titles of instruments, and what claims give as printed: quoted on purpose."""
    titles = [
        title
        for (listed,) in db.execute("SELECT documents FROM events")
        for title in json.loads(listed)
    ]
    stated = [row[0] for row in db.execute("SELECT DISTINCT as_stated FROM event_claims")]
    names = [row[0] for row in db.execute("SELECT name FROM names")]
    documents = [row[0] for row in db.execute("SELECT title FROM sources")]
    return [*titles, *stated, *names, *documents]


def test_six_words_in_a_row_are_found() -> None:
    theirs = rows_of(["The old port of the town, it is said, was closed\nin win-\nter."])
    assert shared("A port of that town: it is closed", theirs) == []
    assert shared("The port of the town, it is old", theirs) == ["port of the town it is"]
    assert shared("It is said: was closed in winter?", theirs) == [
        "it is said was closed in",
        "is said was closed in winter",
    ]
    assert shared("port of the town it is", theirs, ["Port of the Town It Is"]) == []
    assert words("Kazakhstan’s wagons – 1,5") == ["kazakhstan's", "wagons", "1", "5"]


@pytest.mark.documents
def test_no_six_words_in_a_row_are_a_documents(
    db: sqlite3.Connection, documents: dict[str, list[str]]
) -> None:
    theirs = rows_of("\n".join(lines) for lines in documents.values())
    assert len(theirs) > 10_000
    theirs -= rows_of(official_titles(db))
    found = [(what, row) for what, text in texts(db) for row in shared(text, theirs)]
    assert found == []


def test_words_that_take_a_side_are_somebodys(db: sqlite3.Connection) -> None:
    loaded = [
        (what, match[0])
        for what, text in texts(db)
        if not what.startswith("position")  # a stance is a party's own by what it is
        for match in [LOADED.search(text)]
        if match and not ATTRIBUTED.search(text)
    ]
    assert loaded == []


@pytest.mark.parametrize(
    ("text", "sided"),
    [
        ("The regime opens a port", True),
        ("Troops of both sides withdraw", False),
        ("The liberation of the town", True),
        ("The occupied town", True),
    ],
)
def test_sided_words_are_recognised(text: str, sided: bool) -> None:
    assert bool(LOADED.search(text)) is sided
