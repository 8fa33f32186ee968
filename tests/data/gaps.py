"""What nobody placed or dated, and why: for a person to go through now and then."""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from azkz_desktop.dates.edtf import parse
from tests.data.audit import plain

PARENT = "part of an event that is placed"
COURSE = "goes on for more than a year, in no one place"
SILENT = "no place is named where it is told"
NAMED = "places are named there, but not as where it happened"
UNKNOWN = "no document is said to tell where (their texts are not at hand)"
WIDTH = 100
"""Columns of the report."""
_YEAR = 366
Documents = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Gap:
    """An event that lacks something, why, and what may help to find it."""

    event: str
    why: str
    hint: str = ""


def unplaced(db: sqlite3.Connection, documents: Documents | None) -> list[Gap]:
    """Events without a place, by why; *documents* are their lines, where they are at hand."""
    query = """
    SELECT event.event_id, event.edtf, parent.places FROM events AS event
    LEFT JOIN events AS parent ON parent.event_id = event.parent_id
    WHERE event.places = '[]' ORDER BY event.start_earliest, event.event_id
    """
    rows = db.execute(query).fetchall()
    lines = _lines(db)
    names = _place_names(db) if documents else re.compile("$^")
    return [
        _unplaced(event, edtf, places, lines[event], documents, names)
        for event, edtf, places in rows
    ]


def _unplaced(
    event: str,
    edtf: str,
    parents_places: str | None,
    lines: list[tuple[str, int]],
    documents: Documents | None,
    names: re.Pattern[str],
) -> Gap:
    if parents_places not in (None, "[]"):
        return Gap(event, PARENT)
    if "/" in edtf and _days(edtf) > _YEAR:
        return Gap(event, COURSE)
    if documents is None:
        return Gap(event, UNKNOWN)
    text = " ".join(documents[source][line - 1] for source, line in lines)
    named = sorted(set(names.findall(plain(text))))
    return Gap(event, NAMED, ", ".join(named)) if named else Gap(event, SILENT)


def undated(db: sqlite3.Connection) -> list[Gap]:
    """Events that no document dates to within a year."""
    query = """
    SELECT event_id, edtf, iif(note = '', 'printed as “' || as_stated || '”', note)
    FROM event_claims WHERE rank = 'preferred' AND note || as_stated <> ''
    UNION ALL SELECT event_id, edtf, '' FROM event_claims
    WHERE rank = 'preferred' AND note || as_stated = '' ORDER BY event_id
    """
    return [
        Gap(event, why, edtf)
        for event, edtf, why in db.execute(query)
        if edtf.startswith("[") and _days(edtf) > _YEAR
    ]


def told(title: str, gaps: Sequence[Gap]) -> list[str]:
    """A report: how many, then every reason with the events that it holds for."""
    by_reason: dict[str, list[Gap]] = defaultdict(list)
    for gap in gaps:
        by_reason[gap.why].append(gap)
    report = [f"{title}: {len(gaps)}"]
    for why, of_reason in sorted(by_reason.items(), key=lambda item: -len(item[1])):
        if len(of_reason) > 1:
            report.append(f"  {len(of_reason)} × {why or 'nobody says why'}")
            report += _wrapped("; ".join(map(_named, of_reason)), "      ")
        else:
            report += _wrapped(f"{_named(of_reason[0])}: {why or 'nobody says why'}", "  ")
    return report


def _named(gap: Gap) -> str:
    return f"{gap.event} ({gap.hint})" if gap.hint else gap.event


def _wrapped(text: str, indent: str) -> list[str]:
    return wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )


def _days(edtf: str) -> float:
    """How long a stretch its outer bounds leave."""
    span = parse(edtf)
    if span.start_earliest is None or span.end_latest is None:
        return float("inf")
    return span.end_latest - span.start_earliest + 1


def _lines(db: sqlite3.Connection) -> dict[str, list[tuple[str, int]]]:
    """Where the documents tell of each event."""
    query = "SELECT event_id, source_key, line FROM event_claims WHERE line IS NOT NULL"
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for event, source, line in db.execute(query):
        found[event].append((source, line))
    return found


def _place_names(db: sqlite3.Connection) -> re.Pattern[str]:
    """The Latin spellings of every place, as one pattern for plain text.

    A place's name that is also a person's (Nursultan) tells nothing.
    """
    places = """
    SELECT DISTINCT name FROM names WHERE subject_type = 'place' AND language IN ('en', 'und')
    """
    persons = """
    SELECT names.name FROM names JOIN actors ON actor_id = subject_id WHERE type = 'person'
    """
    taken = {word for row in db.execute(persons) for word in plain(row[0]).split()}
    found = {plain(row[0]) for row in db.execute(places)} - taken
    names = sorted(found, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
