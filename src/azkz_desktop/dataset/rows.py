"""What the tables hold, as records: one function a kind of record, each given a connection."""

import sqlite3
from collections.abc import Iterator
from typing import Any, TypeVar

from azkz_desktop.dataset.records import (
    Actor,
    Area,
    BodyMember,
    Boundary,
    Capital,
    Claim,
    Disagreement,
    Event,
    EventClaim,
    Name,
    Observation,
    Place,
    Position,
    Route,
    Series,
    Source,
    State,
)

_CLAIM = """
    claim.no, claim_source.id, section.heading, claim.paragraph, claim.line, claim.element,
    claim.as_stated, claim.cites, told.id, claim.inferred, claim.note
"""
_CLAIM_TABLES = """
    JOIN source AS claim_source ON claim_source.no = claim.source
    JOIN section ON section.no = claim.section
    LEFT JOIN source AS told ON told.no = claim.via
"""
_CLAIM_WIDTH = 11
_OF_EVENT = """
SELECT {values} FROM event_{list} JOIN {table} ON {table}.no = event_{list}.{table}
WHERE event_{list}.event = ? ORDER BY event_{list}.position
"""
Connection = sqlite3.Connection
R = TypeVar("R")


def _record(kind: type[R], *values: Any) -> R:
    """A record of the values of a row, in order (what SQLite gives has no static types)."""
    return kind(*values)


def sources(connection: Connection) -> dict[str, Source]:
    """All documents by id, by year of publication."""
    import json  # nobody asks for documents at the start

    query = """
    SELECT id, authors, year, title, container, doi, url, horizon, outside FROM source ORDER BY no
    """
    return {
        id_: _record(Source, id_, tuple(json.loads(authors)), *rest, bool(outside))
        for id_, authors, *rest, outside in connection.execute(query)
    }


def actors(connection: Connection) -> dict[str, Actor]:
    """All actors by id, in the order of their numbers."""
    query = """
    SELECT actor.id, actor.type, actor.name, state.id, actor.role
    FROM actor LEFT JOIN actor AS state ON state.no = actor.country ORDER BY actor.no
    """
    return {row[0]: Actor(*row) for row in connection.execute(query)}


def places(connection: Connection) -> dict[str, Place]:
    """All places by id, in the order of their numbers."""
    query = """
    SELECT place.id, place.name, lon, lat, actor.id, source.id
    FROM place LEFT JOIN actor ON actor.no = place.country JOIN source ON source.no = place.source
    ORDER BY place.no
    """
    return {row[0]: Place(*row) for row in connection.execute(query)}


def names(connection: Connection) -> tuple[Name, ...]:
    """Every spelling of everything, the main one of a thing first."""
    query = """
    SELECT subject.type, subject.id, name.name, language, valid_from, valid_to
    FROM name JOIN subject ON subject.id = name.subject ORDER BY name.no
    """
    return tuple(Name(*row) for row in connection.execute(query))


def event(connection: Connection, event_id: str) -> Event | None:
    """One event with all its lists, None where there is no such id."""
    query = """
    SELECT event.no, kind.id, title, short, summary,
        (SELECT edtf FROM event_claim WHERE event = event.no AND rank = 'preferred'),
        start_earliest, start_latest, end_earliest, end_latest, precision.id, contested, importance,
        (SELECT parent.id FROM event AS parent WHERE parent.no = event.parent)
    FROM event JOIN event_text ON event_text.event = event.no
    JOIN kind ON kind.no = event.kind JOIN precision ON precision.no = event.precision
    WHERE event.id = ?
    """
    row = connection.execute(query, (event_id,)).fetchone()
    if row is None:
        return None
    no, *middle, contested, importance, parent = row
    return _record(
        Event,
        no - 1,
        event_id,
        *middle,
        bool(contested),
        importance,
        _listed(connection, no, "actor"),
        _listed(connection, no, "place"),
        _listed(connection, no, "theme"),
        _documents(connection, no),
        _listed(connection, no, "source"),
        parent,
    )


def _listed(connection: Connection, no: int, table: str) -> tuple[str, ...]:
    query = _OF_EVENT.format(values=f"{table}.id", list=table, table=table)
    return tuple(id_ for (id_,) in connection.execute(query, (no,)))


def _documents(connection: Connection, no: int) -> tuple[str, ...]:
    query = "SELECT title FROM event_document WHERE event = ? ORDER BY position"
    return tuple(title for (title,) in connection.execute(query, (no,)))


def event_claims(connection: Connection, event_id: str) -> tuple[EventClaim, ...]:
    """What each document says of an event: the preferred claim first, then by document."""
    query = f"""
    SELECT {_CLAIM}, event_claim.edtf, rank FROM event
    JOIN event_claim ON event_claim.event = event.no JOIN claim ON claim.no = event_claim.claim
    {_CLAIM_TABLES}
    WHERE event.id = ? ORDER BY rank <> 'preferred', claim.source, claim.no
    """  # noqa: S608
    return tuple(
        EventClaim(event_id, edtf, rank, claim)
        for claim, (edtf, rank) in _with_claims(connection, query, (event_id,))
    )


CLAIM_DATES = """
SELECT event.no - 1, event_claim.edtf, source.id FROM event
JOIN event_claim ON event_claim.event = event.no
JOIN claim ON claim.no = event_claim.claim JOIN source ON source.no = claim.source
WHERE event.no IN (SELECT value + 1 FROM json_each(?)) AND EXISTS (
    SELECT 1 FROM disagreement WHERE disagreement.subject = event.id AND field = 'date'
) ORDER BY event.no, rank <> 'preferred', claim.source, claim.no
"""
"""Row, date and document of each claim of those events (a JSON list of rows) whose date is in
dispute, in the order of `event_claims`."""


def _with_claims(
    connection: Connection, query: str, values: tuple[str, ...] = ()
) -> Iterator[tuple[Claim, list[Any]]]:
    """The claim and the remaining columns of each row of a query that begins with `_CLAIM`."""
    for row in connection.execute(query, values):
        *texts, inferred, note = row[:_CLAIM_WIDTH]
        yield _record(Claim, *texts, bool(inferred), note), list(row[_CLAIM_WIDTH:])


def routes(connection: Connection) -> dict[str, Route]:
    """All routes by id."""
    via: dict[str, list[str]] = {}
    query = """
    SELECT route, place.id FROM route_via JOIN place ON place.no = route_via.place
    ORDER BY route, position
    """
    for route_id, place_id in connection.execute(query):
        via.setdefault(route_id, []).append(place_id)
    query = """
    SELECT route.id, route.name, mode, commodity, start.id, end.id,
        length_km, published_length_km, geometry_source, geometry
    FROM route LEFT JOIN place AS start ON start.no = from_place
    LEFT JOIN place AS end ON end.no = to_place ORDER BY route.id
    """
    return {
        row[0]: _record(Route, *row[:6], tuple(via.get(row[0], ())), *row[6:])
        for row in connection.execute(query)
    }


def areas(connection: Connection) -> dict[str, Area]:
    """All areas by id."""
    query = "SELECT id, name, type, geometry_source, geometry FROM area ORDER BY id"
    return {row[0]: Area(*row) for row in connection.execute(query)}


def boundaries(connection: Connection) -> dict[str, Boundary]:
    """All lines between sectors by id."""
    query = """
    SELECT boundary.id, boundary.name, a.id, b.id, method, geometry_source, geometry FROM boundary
    JOIN actor AS a ON a.no = state_a JOIN actor AS b ON b.no = state_b ORDER BY boundary.id
    """
    return {row[0]: Boundary(*row) for row in connection.execute(query)}


def states(connection: Connection) -> dict[str, tuple[State, ...]]:
    """The states of every route, area and boundary by its id: by track, then in order of time."""
    query = f"""
    SELECT {_CLAIM}, subject, track, status, rank, edtf, start_earliest, end_latest
    FROM state JOIN claim ON claim.no = state.claim {_CLAIM_TABLES}
    ORDER BY subject, track, start_earliest, end_latest IS NULL, end_latest, episode, status,
        rank <> 'preferred', claim.no
    """  # noqa: S608
    found: dict[str, list[State]] = {}
    for claim, row in _with_claims(connection, query):
        found.setdefault(row[0], []).append(_record(State, *row, claim))
    return {subject: tuple(stretches) for subject, stretches in found.items()}


_NUMBERS = f"""
    SELECT {_CLAIM}, series, edtf, value, qualifier
    FROM observation JOIN claim ON claim.no = observation.claim {_CLAIM_TABLES}
"""  # noqa: S608
_SERIES = "SELECT id, name, entity, counterpart, direction, unit FROM series"


def series(connection: Connection) -> dict[str, Series]:
    """All series by id with their numbers, in the order of the source text."""
    numbers: dict[str, list[Observation]] = {}
    for claim, row in _with_claims(connection, f"{_NUMBERS} ORDER BY series, claim.no"):
        numbers.setdefault(row[0], []).append(_record(Observation, *row, claim))
    return {
        row[0]: _record(Series, *row, tuple(numbers.get(row[0], ())))
        for row in connection.execute(f"{_SERIES} ORDER BY id")
    }


def one_series(connection: Connection, series_id: str) -> Series | None:
    """One series with its numbers, None where the file has no such series."""
    row = connection.execute(f"{_SERIES} WHERE id = ?", (series_id,)).fetchone()
    if row is None:
        return None
    query = f"{_NUMBERS} WHERE series = ? ORDER BY claim.no"
    numbers = (
        _record(Observation, *values, claim)
        for claim, values in _with_claims(connection, query, (series_id,))
    )
    return _record(Series, *row, tuple(numbers))


def positions(connection: Connection) -> tuple[Position, ...]:
    """All stances, one record a claim."""
    query = f"""
    SELECT {_CLAIM}, position.id, actor.id, issue, stance, edtf FROM position_claim
    JOIN position ON position.id = position_claim.position
    JOIN actor ON actor.no = position.actor
    JOIN claim ON claim.no = position_claim.claim {_CLAIM_TABLES}
    ORDER BY position.id, claim.no
    """  # noqa: S608
    return tuple(_record(Position, *row, claim) for claim, row in _with_claims(connection, query))


def memberships(connection: Connection) -> tuple[BodyMember, ...]:
    """Who belonged to which body, one record a claim."""
    query = f"""
    SELECT {_CLAIM}, actor.id, body.id, status, edtf, start_earliest, end_latest FROM membership
    JOIN actor ON actor.no = membership.actor JOIN actor AS body ON body.no = membership.body
    JOIN claim ON claim.no = membership.claim {_CLAIM_TABLES}
    ORDER BY body.id, claim.no
    """  # noqa: S608
    return tuple(_record(BodyMember, *row, claim) for claim, row in _with_claims(connection, query))


def capitals(connection: Connection) -> tuple[Capital, ...]:
    """Which place was whose capital, one record a claim."""
    query = f"""
    SELECT {_CLAIM}, actor.id, place.id, edtf, start_earliest, end_latest FROM capital
    JOIN actor ON actor.no = capital.state JOIN place ON place.no = capital.place
    JOIN claim ON claim.no = capital.claim {_CLAIM_TABLES}
    ORDER BY actor.id, start_earliest, claim.no
    """  # noqa: S608
    return tuple(_record(Capital, *row, claim) for claim, row in _with_claims(connection, query))


_DISAGREEMENTS = """
SELECT subject.type, subject.id, field, value_a, a.id, line_a, claim_a,
    value_b, b.id, line_b, claim_b, note
FROM disagreement JOIN subject ON subject.id = disagreement.subject
JOIN source AS a ON a.no = source_a JOIN source AS b ON b.no = source_b
"""


def disagreements(connection: Connection) -> dict[str, tuple[Disagreement, ...]]:
    """All disagreements by the id of what they are about."""
    found: dict[str, list[Disagreement]] = {}
    for row in connection.execute(f"{_DISAGREEMENTS} ORDER BY disagreement.no"):
        found.setdefault(row[1], []).append(Disagreement(*row))
    return {subject: tuple(rows) for subject, rows in found.items()}


def disagreements_about(connection: Connection, subject_id: str) -> tuple[Disagreement, ...]:
    """The disagreements about one thing."""
    query = f"{_DISAGREEMENTS} WHERE subject = ? ORDER BY disagreement.no"
    return tuple(Disagreement(*row) for row in connection.execute(query, (subject_id,)))


def metadata(connection: Connection) -> dict[str, str]:
    """What is said of the file itself: schema_version, data_version, licences."""
    return dict(connection.execute("SELECT key, value FROM meta ORDER BY key"))
