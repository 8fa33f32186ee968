"""Whether what the public views say fits together: one question each, answered by problems."""

import json
import sqlite3
from collections.abc import Callable, Iterator

from azkz_desktop.dataset.vocabulary import KINDS, SCHEMA_VERSION, THEMES, VIEWS
from azkz_desktop.dates.days import EdtfError, iso
from azkz_desktop.dates.edtf import parse

_IDS = {
    "event": "SELECT event_id FROM events",
    "actor": "SELECT actor_id FROM actors",
    "place": "SELECT place_id FROM places",
    "route": "SELECT route_id FROM routes",
    "area": "SELECT area_id FROM areas",
    "boundary": "SELECT boundary_id FROM boundaries",
    "series": "SELECT DISTINCT series_id FROM observations",
    "position": "SELECT DISTINCT position_id FROM positions",
    "document": "SELECT source_key FROM sources",
}
_REFERENCES = """
actor: actors.country places.country positions.actor_id memberships.actor_id memberships.body_id \
boundaries.state_a boundaries.state_b capitals.state_id
place: routes.from_place routes.to_place capitals.place_id
event: events.parent_id event_claims.event_id
route: route_states.route_id
area: area_states.area_id
boundary: boundary_states.boundary_id
document: disagreements.source_a disagreements.source_b
"""
"""Columns of views that hold an id, by the type that it must name."""
_LISTS = {
    "events.actors": "actor",
    "events.places": "place",
    "events.source_keys": "document",
    "events.themes": "theme",
    "events.documents": "",
    "routes.via_places": "place",
    "sources.authors": "",
}
"""Columns of views that hold a JSON array, and the type that its ids name ("" is any text)."""
_CLAIMS = tuple(view for view, columns in VIEWS.items() if "as_stated" in columns)
_STATES = {
    "route_states": "route_id",
    "area_states": "area_id, track",
    "boundary_states": "boundary_id, scope",
}
Problems = Iterator[str]


def _foreign_keys(connection: sqlite3.Connection) -> Problems:
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to nothing in {parent}"


def _metadata(connection: sqlite3.Connection) -> Problems:
    metadata = dict(connection.execute("SELECT key, value FROM metadata"))
    for key in ("schema_version", "data_version", "built_from", "data_until", "licences"):
        if key not in metadata:
            yield f"the metadata have no {key}"
    if metadata.get("schema_version", str(SCHEMA_VERSION)) != str(SCHEMA_VERSION):
        yield f"the metadata name schema {metadata['schema_version']}, not {SCHEMA_VERSION}"


def _ids(connection: sqlite3.Connection) -> Problems:
    """Ids are well formed and unique across all types."""
    seen: dict[str, str] = {}
    for type_, query in _IDS.items():
        for (id_,) in connection.execute(query):
            if not _is_id(id_):
                yield f"{id_!r} ({type_}) is no id"
            elif id_ in seen:
                yield f"the id {id_} is given twice: {seen[id_]}, {type_}"
            else:
                seen[id_] = type_


def _is_id(id_: object) -> bool:
    return (
        isinstance(id_, str)
        and bool(id_)
        and not id_.strip("abcdefghijklmnopqrstuvwxyz0123456789-")
    )


def _references(connection: sqlite3.Connection) -> Problems:
    wanted = [line.split(": ") for line in _REFERENCES.strip().splitlines()]
    pairs = [(column, type_) for type_, columns in wanted for column in columns.split()]
    pairs += [(f"{view}.source_key", "document") for view in _CLAIMS]
    pairs += [(f"{view}.via", "document") for view in _CLAIMS]
    for column, type_ in pairs:
        view, name = column.split(".")
        query = f"""
        SELECT DISTINCT {name} FROM {view}
        WHERE {name} IS NOT NULL AND {name} NOT IN ({_IDS[type_]})
        """  # noqa: S608
        for (id_,) in connection.execute(query):
            yield f"{column} names {id_!r}, which does not exist ({type_})"


def _subjects(connection: sqlite3.Connection) -> Problems:
    """What is named or in dispute exists, and so do whom and what numbers are about."""
    ids = {type_: {id_ for (id_,) in connection.execute(query)} for type_, query in _IDS.items()}
    for view in ("names", "disagreements"):
        query = f"SELECT DISTINCT subject_type, subject_id FROM {view}"  # noqa: S608
        for type_, id_ in connection.execute(query):
            if id_ not in ids.get(type_, ()):
                yield f"{view} names {id_!r} ({type_}), which does not exist"
    known = set().union(*ids.values())
    query = "SELECT entity FROM observations UNION SELECT counterpart FROM observations"
    for (id_,) in connection.execute(query):
        if id_ is not None and id_ not in known:
            yield f"observations are about {id_!r}, which does not exist"


def _lists(connection: sqlite3.Connection) -> Problems:
    """Lists are JSON arrays of texts, and their ids resolve."""
    known = {type_: {id_ for (id_,) in connection.execute(query)} for type_, query in _IDS.items()}
    known["theme"] = set(THEMES)
    for column, type_ in _LISTS.items():
        view, name = column.split(".")
        for (text,) in connection.execute(f"SELECT DISTINCT {name} FROM {view}"):  # noqa: S608
            items = _json_list(text)
            if items is None:
                yield f"{column} holds {text!r}, which is no JSON array of texts"
            elif type_:
                for item in items:
                    if item not in known[type_]:
                        yield f"{column} names {item!r}, which does not exist ({type_})"


def _json_list(text: object) -> list[str] | None:
    try:
        items = json.loads(text) if isinstance(text, str) else None
    except ValueError:
        return None
    good = isinstance(items, list) and all(isinstance(item, str) for item in items)
    return items if good else None


def _kinds(connection: sqlite3.Connection) -> Problems:
    for (kind,) in connection.execute("SELECT DISTINCT kind FROM events"):
        if kind not in KINDS:
            yield f"{kind!r} is no kind of event"


def _bounds(connection: sqlite3.Connection) -> Problems:
    """The bounds of events, memberships and capitals follow from their dates."""
    query = """
    SELECT DISTINCT edtf, precision, start_earliest, start_latest, end_earliest, end_latest
    FROM events
    """
    for edtf, precision, *days in connection.execute(query):
        try:
            span = parse(edtf)
        except (EdtfError, TypeError, AttributeError):
            yield f"{edtf!r} is no date of an event"
            continue
        bounds = span.start_earliest, span.start_latest, span.end_earliest, span.end_latest
        if [_iso(day) for day in bounds] != days or span.precision != precision:
            yield f"the bounds of an event dated {edtf} do not follow from that date: {days}"
    for view, one in (("memberships", "membership"), ("capitals", "capital")):
        query = f"SELECT DISTINCT edtf, start_earliest, end_latest FROM {view}"  # noqa: S608
        for edtf, *days in connection.execute(query):
            span = parse(edtf or "../..")
            if [_iso(span.start_earliest), _iso(span.end_latest)] != days:
                yield f"the bounds of a {one} dated {edtf} do not follow from that date"


def _iso(day: int | None) -> str | None:
    return None if day is None else iso(day)


def _dates_of_claims(connection: sqlite3.Connection) -> Problems:
    for view in _CLAIMS:
        for (edtf,) in connection.execute(f"SELECT DISTINCT edtf FROM {view}"):  # noqa: S608
            try:
                parse("../.." if edtf is None else edtf)
            except (EdtfError, TypeError, AttributeError):
                yield f"{view} has {edtf!r}, which is no date"


def _claimed(connection: sqlite3.Connection) -> Problems:
    """Every event has claims, exactly one of them preferred, which dates it."""
    query = """
    SELECT event_id, count(claim.rank), sum(claim.rank = 'preferred'),
        max(iif(claim.rank = 'preferred', claim.edtf = events.edtf, 0))
    FROM events LEFT JOIN event_claims AS claim USING (event_id) GROUP BY event_id
    """
    for id_, claims, preferred, dated in connection.execute(query):
        if not claims:
            yield f"no document claims the event {id_}"
        elif preferred != 1:
            yield f"the event {id_} has {preferred} preferred claims instead of one"
        elif not dated:
            yield f"the event {id_} is not dated by its preferred claim"


def _contested(connection: sqlite3.Connection) -> Problems:
    query = """
    SELECT event_id, contested FROM events WHERE contested <> (
        event_id IN (SELECT subject_id FROM disagreements WHERE subject_type = 'event')
    )
    """
    for id_, contested in connection.execute(query):
        yield (
            f"the event {id_} is contested, but no disagreement names it"
            if contested
            else f"a disagreement names the event {id_}, but it is not contested"
        )


def _stretches(connection: sqlite3.Connection) -> Problems:
    """Stretches of a status run forwards."""
    for view, key in _STATES.items():
        query = f"""
        SELECT DISTINCT {key.split(",")[0]}, status, start_earliest, end_latest FROM {view}
        WHERE start_earliest > end_latest
        """  # noqa: S608
        for id_, status, start, end in connection.execute(query):
            yield f"{view}: {id_} is {status} from {start} until {end}, which is before"


QUESTIONS: tuple[Callable[[sqlite3.Connection], Problems], ...] = (
    _foreign_keys,
    _metadata,
    _ids,
    _references,
    _subjects,
    _lists,
    _kinds,
    _dates_of_claims,
    _bounds,
    _claimed,
    _contested,
    _stretches,
)
"""What `check` asks, in this order."""
