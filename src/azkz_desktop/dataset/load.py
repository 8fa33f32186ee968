"""Read all events as numpy columns: a million in some two seconds.

Python would make an object of every number and a tuple of every row, three times as slow; so
SQLite writes the numbers of some ten thousand events as one text, which numpy reads.
"""

import sqlite3
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import NO_END, NO_START, Codes, Days, EventColumns, Membership

_STEP_BITS = 16
_STEP = 1 << _STEP_BITS
"""Events that are read at a time."""
_DAY_BITS = 22
"""Enough for the last day of 9999; 0 stands for no day."""
Numbers = NDArray[np.int64]


class Traits(NamedTuple):
    """What every event has one of: the columns of `EventColumns` but for the facets."""

    start_earliest: Days
    start_latest: Days
    end_earliest: Days
    end_latest: Days
    traits: Numbers
    parent: Codes
    kinds: tuple[str, ...]
    precisions: tuple[str, ...]


def count_events(connection: sqlite3.Connection) -> int:
    """How many events an open database has."""
    (count,) = connection.execute("SELECT count(*) FROM event").fetchone()
    return int(count)


def load_columns(connection: sqlite3.Connection) -> EventColumns:
    """The columns of all events of an open database."""
    return columns_of(load_traits(connection), load_facets(connection))


def columns_of(events: Traits, facets: dict[str, Membership]) -> EventColumns:
    """The columns of events, of which *facets* has all but their kinds."""
    traits = events.traits
    kind = (traits >> 8 & 0xFF).astype(np.uint8) - np.uint8(1)
    kinds = Membership(np.arange(len(kind), dtype=np.int32), _wide(kind), events.kinds)
    return EventColumns(
        start_earliest=events.start_earliest,
        start_latest=events.start_latest,
        end_earliest=events.end_earliest,
        end_latest=events.end_latest,
        kind=kind,
        kinds=events.kinds,
        precision=(traits >> 4 & 0xF).astype(np.uint8) - np.uint8(1),
        precisions=events.precisions,
        qualifier=(traits >> 1 & 0b11).astype(np.uint8),
        contested=(traits & 1).astype(np.bool_),
        weight=(traits >> 16).astype(np.float32),
        parent=events.parent,
        facets={"kind": kinds} | facets,
    )


def load_traits(connection: sqlite3.Connection) -> Traits:
    """What every event has one of, in one pass over them."""
    traits = "(weight << 16) + (kind << 8) + (precision << 4) + (qualifier << 1) + contested"
    starts, ends = (_two_days(f"{side}_earliest", f"{side}_latest") for side in ("start", "end"))
    first, last, numbers = _parts(connection, "event", "no", starts, ends, traits)
    return Traits(
        *_bounds(np.concatenate(first), NO_START),
        *_bounds(np.concatenate(last), NO_END),
        np.concatenate(numbers),
        _parents(connection),
        _ids(connection, "kind"),
        _ids(connection, "precision"),
    )


def load_facets(connection: sqlite3.Connection) -> dict[str, Membership]:
    """Which events have which actors, themes, places and sources."""
    return {name: _membership(connection, name) for name in ("actor", "theme", "place", "source")}


def _parents(connection: sqlite3.Connection) -> Codes:
    """The row of each event's parent, −1 for none; few have one, and an index knows which."""
    parents = np.full(count_events(connection), -1, np.int32)
    found = connection.execute("SELECT no, parent FROM event WHERE parent IS NOT NULL").fetchall()
    if found:
        rows, above = np.array(found, np.int32).T - 1
        parents[rows] = above
    return parents


def _two_days(one: str, other: str) -> str:
    """Two bounds as one number: most often they are one day, and a difference of 0 is short."""
    first, second = f"ifnull({one}, 0)", f"ifnull({other}, 0)"
    return f"(({second} - {first}) << {_DAY_BITS}) + {first}"


def _bounds(both: Numbers, none: int) -> tuple[Days, Days]:
    earlier = both & (1 << _DAY_BITS) - 1
    return _days(earlier, none), _days(earlier + (both >> _DAY_BITS), none)


def _days(days: Numbers, none: int) -> Days:
    return np.where(days == 0, none, days).astype(np.int32)


def _codes(numbers: Numbers) -> Codes:
    """Numbers that count from 1 as indices; 0 (none) becomes −1."""
    return (numbers - 1).astype(np.int32)


def _wide(codes: NDArray[np.uint8]) -> Codes:
    return codes.astype(np.int32)


def _membership(connection: sqlite3.Connection, facet: str) -> Membership:
    """Which events have which actors (themes, places, sources), in their order."""
    expression = f"({facet} << {_STEP_BITS}) + event - :start"
    (parts,) = _parts(connection, f"event_{facet}", "event, position", expression)
    codes = np.concatenate([_codes(part >> _STEP_BITS) for part in parts])
    events = [
        _codes((part & _STEP - 1) + start)
        for part, start in zip(parts, range(0, _STEP * len(parts), _STEP), strict=True)
    ]
    return Membership(np.concatenate(events), codes, _ids(connection, facet))


def _parts(
    connection: sqlite3.Connection, table: str, order: str, *expressions: str
) -> list[list[Numbers]]:
    """Whole numbers of every row of *table*, in parts of `_STEP` events, in the *order* given.

    One list a number, each made by one of *expressions*. The first column of the order is the
    number of the event, which counts from 1.
    """
    key = order.partition(",")[0]
    numbers = [f"{expression} AS n{place}" for place, expression in enumerate(expressions)]
    texts = [f"group_concat(n{place})" for place in range(len(expressions))]
    query = f"""
    SELECT {", ".join(texts)} FROM (
        SELECT {", ".join(numbers)} FROM {table}
        WHERE {key} >= :start AND {key} < :start + {_STEP} ORDER BY {order}
    )
    """  # noqa: S608 - nothing in it comes from the file or from people
    parts: list[list[Numbers]] = [[] for _ in expressions]
    for start in range(0, count_events(connection) + 1, _STEP):
        found = connection.execute(query, {"start": start}).fetchone()
        for part, text in zip(parts, found, strict=True):
            part.append(np.fromstring(text or "", dtype=np.int64, sep=","))
    return parts


def _ids(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The ids of a numbered table in the order of their numbers, which run from 1."""
    return tuple(id_ for (id_,) in connection.execute(f"SELECT id FROM {table} ORDER BY no"))  # noqa: S608
