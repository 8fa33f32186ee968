"""Read all events as numpy columns: a million in two or three seconds.

Python would make an object of every number and a tuple of every row, three times as slow; so
SQLite writes the numbers of some ten thousand events as one text, which numpy reads.
"""

import sqlite3

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import NO_END, NO_START, Codes, Days, EventColumns, Membership

_STEP_BITS = 16
_STEP = 1 << _STEP_BITS
"""Events that are read at a time."""
_DAY_BITS = 22
"""Enough for the last day of 9999; 0 stands for no day."""
Numbers = NDArray[np.int64]


def load_columns(connection: sqlite3.Connection) -> EventColumns:
    """The columns of all events of an open database."""
    start_earliest, start_latest = _bounds(connection, "start_earliest", "start_latest", NO_START)
    end_earliest, end_latest = _bounds(connection, "end_earliest", "end_latest", NO_END)
    traits = _numbers(
        connection,
        "(weight << 16) + (kind << 8) + (precision << 4) + (qualifier << 1) + contested",
    )
    kinds, kind = _ids(connection, "kind"), (traits >> 8 & 0xFF).astype(np.uint8) - np.uint8(1)
    return EventColumns(
        start_earliest=start_earliest,
        start_latest=start_latest,
        end_earliest=end_earliest,
        end_latest=end_latest,
        kind=kind,
        kinds=kinds,
        precision=(traits >> 4 & 0xF).astype(np.uint8) - np.uint8(1),
        precisions=_ids(connection, "precision"),
        qualifier=(traits >> 1 & 0b11).astype(np.uint8),
        contested=(traits & 1).astype(np.bool_),
        weight=(traits >> 16).astype(np.float32),
        parent=_codes(_numbers(connection, "ifnull(parent, 0)")),
        facets={"kind": Membership(np.arange(len(kind), dtype=np.int32), _wide(kind), kinds)}
        | {name: _membership(connection, name) for name in ("actor", "theme", "place", "source")},
    )


def _bounds(connection: sqlite3.Connection, one: str, other: str, none: int) -> tuple[Days, Days]:
    """Two bounds at once: most often they are the same day, and a difference of 0 is short."""
    first, second = f"ifnull({one}, 0)", f"ifnull({other}, 0)"
    expression = f"(({second} - {first}) << {_DAY_BITS}) + {first}"
    both = _numbers(connection, expression)
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
    parts = _parts(connection, f"event_{facet}", "event, position", expression)
    codes = np.concatenate([_codes(part >> _STEP_BITS) for part in parts])
    events = [
        _codes((part & _STEP - 1) + start)
        for part, start in zip(parts, range(0, _STEP * len(parts), _STEP), strict=True)
    ]
    return Membership(np.concatenate(events), codes, _ids(connection, facet))


def _numbers(connection: sqlite3.Connection, expression: str) -> Numbers:
    """A whole number of every event, which *expression* makes."""
    return np.concatenate(_parts(connection, "event", "no", expression))


def _parts(
    connection: sqlite3.Connection, table: str, order: str, expression: str
) -> list[Numbers]:
    """A whole number of every row of *table*, in parts of `_STEP` events, in the *order* given.

    The first column of the order is the number of the event, which counts from 1.
    """
    key = order.partition(",")[0]
    query = f"""
    SELECT group_concat(number) FROM (
        SELECT {expression} AS number FROM {table}
        WHERE {key} >= :start AND {key} < :start + {_STEP} ORDER BY {order}
    )
    """  # noqa: S608 - nothing in it comes from the file or from people
    (count,) = connection.execute("SELECT count(*) FROM event").fetchone()
    parts = []
    for start in range(0, count + 1, _STEP):
        (text,) = connection.execute(query, {"start": start}).fetchone()
        parts.append(np.fromstring(text or "", dtype=np.int64, sep=","))
    return parts


def _ids(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The ids of a numbered table in the order of their numbers, which run from 1."""
    return tuple(id_ for (id_,) in connection.execute(f"SELECT id FROM {table} ORDER BY no"))  # noqa: S608
