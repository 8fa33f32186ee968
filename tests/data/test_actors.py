"""Nobody acts before birth or after death, holds talks out of office, or before a state is one."""

import sqlite3
from itertools import chain

import pytest

from azkz_desktop.dates.days import iso
from azkz_desktop.dates.edtf import parse
from tests.data.known import BODIES, LIVES, OFFICES, REPUBLICS, STATES, Term

IN_OFFICE = ("visit", "summit", "agreement", "meeting", "mediation")
"""What heads and ministers do as such; they speak and are elected out of office too."""
ABROAD = ("visit", "summit", "agreement", "meeting", "mediation")
"""What republics did not do for themselves while they were a part of the Soviet Union."""
BEFORE = {
    ("turkic-council", "nakhchivan-agreement"): "founded by it",
}
"""Bodies that may be named in what led to them."""
Acting = tuple[str, str, str, str | None, str | None]


def acting(db: sqlite3.Connection, kind: str) -> list[Acting]:
    """Actor, event, kind and first and last possible day, for all actors of a type."""
    query = """
    SELECT actor_id, event_id, kind, start_earliest, end_latest
    FROM events, json_each(events.actors) AS one JOIN actors ON actor_id = one.value
    WHERE actors.type = ? ORDER BY actor_id, event_id
    """
    return [tuple(row) for row in db.execute(query, (kind,))]


def meets(start: str | None, end: str | None, term: Term) -> bool:
    """Whether a happening may lie within a term."""
    first, last = term
    return (start or "") <= (last or "9999") and (end or "9999") >= first


def day_or_none(day: int | None) -> str | None:
    return None if day is None else iso(day)


def within(start: str | None, end: str | None, term: Term) -> bool:
    return (start or "") >= term[0] and (end or "9999") <= (term[1] or "9999")


@pytest.mark.parametrize(
    ("start", "end", "met"),
    [
        ("1992-01-01", "1992-12-31", True),
        ("2003-10-31", None, True),
        (None, "1990-01-01", True),
        ("2004-01-01", "2004-12-31", False),
        ("1980-01-01", "1989-12-31", False),
    ],
)
def test_meeting_a_term(start: str | None, end: str | None, met: bool) -> None:
    assert meets(start, end, ("1990-01-01", "2003-12-12")) is met


def test_persons_act_while_they_live(db: sqlite3.Connection) -> None:
    dead = [
        (person, event, start, end)
        for person, event, _, start, end in acting(db, "person")
        if person in LIVES and not meets(start, end, LIVES[person])
    ]
    assert dead == []


def test_persons_hold_talks_while_in_office(db: sqlite3.Connection) -> None:
    rows = [row for row in acting(db, "person") if row[2] in IN_OFFICE and row[0] in OFFICES]
    assert len(rows) > 100
    assert [
        (person, event, start, end)
        for person, event, _, start, end in rows
        if not any(meets(start, end, term) for term in OFFICES[person])
    ] == []


def test_who_acts_for_a_state_is_known_here_or_no_head(db: sqlite3.Connection) -> None:
    """A person who takes part in three talks is important enough to be looked up."""
    rows = [person for person, _, kind, *_ in acting(db, "person") if kind in IN_OFFICE]
    assert {person for person in rows if rows.count(person) >= 3} - set(OFFICES) == set()


def test_stances_are_held_by_the_living(db: sqlite3.Connection) -> None:
    query = "SELECT position_id, actor_id, edtf FROM positions WHERE edtf IS NOT NULL"
    late = []
    for position, actor, edtf in db.execute(query):
        span = parse(edtf)
        start, end = (day_or_none(day) for day in (span.start_earliest, span.end_latest))
        if actor in LIVES and not meets(start, end, LIVES[actor]):
            late.append(position)
    assert late == []


def test_states_act_while_they_are(db: sqlite3.Connection) -> None:
    """A republic of the Soviet Union may be named, but holds no talks, before its sovereignty."""
    early = [
        (state, event, kind, start, end)
        for state, event, kind, start, end in acting(db, "state")
        if state in STATES
        and not meets(start, end, STATES[state])
        and (kind in ABROAD or not meets(start, end, (REPUBLICS.get(state, "9999"), None)))
    ]
    assert early == []


def test_russia_is_not_the_soviet_union(db: sqlite3.Connection) -> None:
    rows = acting(db, "state")
    assert [
        (event, start, end)
        for state, event, _, start, end in rows
        if state == "russia" and not meets(start, end, STATES["russia"])
    ] == []
    soviet = [(start, end) for state, _, _, start, end in rows if state == "soviet-union"]
    assert len(soviet) > 5
    assert all(meets(start, end, STATES["soviet-union"]) for start, end in soviet)


def test_bodies_act_while_they_are(db: sqlite3.Connection) -> None:
    early = {
        (body, event)
        for kind in ("organisation", "company")
        for body, event, _, start, end in acting(db, kind)
        if body in BODIES and not meets(start, end, BODIES[body])
    }
    assert early - set(BEFORE) == set()


def test_members_belong_to_bodies_that_are(db: sqlite3.Connection) -> None:
    query = "SELECT body_id, actor_id, start_earliest, end_latest FROM memberships"
    assert [
        (body, actor)
        for body, actor, start, end in db.execute(query)
        if body in BODIES and not meets(start, end, BODIES[body])
    ] == []


def test_who_acts_for_a_state_brings_it_along(db: sqlite3.Connection) -> None:
    query = """
    SELECT event_id, actor.value, actors.country FROM events, json_each(events.actors) AS actor
    JOIN actors ON actor_id = actor.value
    WHERE actors.type = 'person' AND actors.country IS NOT NULL
        AND kind NOT IN ('statement', 'culture', 'demography')
        AND NOT EXISTS (SELECT 1 FROM json_each(events.actors) WHERE value = actors.country)
    """
    assert [tuple(row) for row in db.execute(query)] == []


def test_terms_are_in_order() -> None:
    terms = [*LIVES.values(), *STATES.values(), *BODIES.values(), *chain(*OFFICES.values())]
    assert [term for term in terms if term[1] is not None and term[0] >= term[1]] == []
    both = set(LIVES) & set(OFFICES)
    assert [who for who in both for term in OFFICES[who] if not within(*term, LIVES[who])] == []


def test_those_known_here_are_in_the_data(db: sqlite3.Connection) -> None:
    actors = {row[0] for row in db.execute("SELECT actor_id FROM actors")}
    assert {*LIVES, *OFFICES, *STATES, *BODIES} - actors == set()
