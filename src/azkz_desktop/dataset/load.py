"""Read all events as numpy columns: a million in a few seconds."""

import sqlite3
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import NO_END, NO_START, EventColumns, Membership

_EVENTS = f"""
SELECT
    ifnull(start_earliest, {NO_START}), ifnull(start_latest, {NO_START}),
    ifnull(end_earliest, {NO_END}), ifnull(end_latest, {NO_END}),
    kind, precision, qualifier, contested, weight, ifnull(parent, 0)
FROM event ORDER BY no
"""  # noqa: S608 - two whole numbers of ours
_WIDTH = 10
_CODE_BITS = 24
"""A row and a code travel as one number: Python handles half as many objects."""


def load_columns(connection: sqlite3.Connection) -> EventColumns:
    """The columns of all events of an open database."""
    events = _numbers(connection, _EVENTS, _count(connection, "event") * _WIDTH)
    events = events.reshape(-1, _WIDTH)
    start_earliest, start_latest, end_earliest, end_latest = (
        np.ascontiguousarray(events[:, column], dtype=np.int32) for column in range(4)
    )
    kinds, precisions = _ids(connection, "kind"), _ids(connection, "precision")
    kind = (events[:, 4] - 1).astype(np.uint8)
    return EventColumns(
        start_earliest=start_earliest,
        start_latest=start_latest,
        end_earliest=end_earliest,
        end_latest=end_latest,
        kind=kind,
        kinds=kinds,
        precision=(events[:, 5] - 1).astype(np.uint8),
        precisions=precisions,
        qualifier=events[:, 6].astype(np.uint8),
        contested=events[:, 7].astype(np.bool_),
        weight=events[:, 8].astype(np.float32),
        parent=(events[:, 9] - 1).astype(np.int32),
        facets=_facets(connection, kind, kinds),
    )


def _facets(
    connection: sqlite3.Connection, kind: NDArray[np.uint8], kinds: tuple[str, ...]
) -> dict[str, Membership]:
    rows = np.arange(len(kind), dtype=np.int32)
    by_kind = Membership(rows, kind.astype(np.int32), kinds)
    listed = ("actor", "theme", "place", "source")
    return {"kind": by_kind} | {facet: _membership(connection, facet) for facet in listed}


def _membership(connection: sqlite3.Connection, facet: str) -> Membership:
    """Which events have which actors (themes, places, sources), in their order."""
    pairs = _numbers(
        connection,
        f"SELECT event << {_CODE_BITS} | {facet} FROM event_{facet} ORDER BY event, position",  # noqa: S608
        _count(connection, f"event_{facet}"),
    )
    event = (pairs >> _CODE_BITS).astype(np.int32) - 1
    code = (pairs & ((1 << _CODE_BITS) - 1)).astype(np.int32) - 1
    return Membership(event, code, _ids(connection, facet))


def _numbers(connection: sqlite3.Connection, query: str, count: int) -> NDArray[np.int64]:
    """Every number that *query* gives, row after row."""
    cursor = connection.execute(query)
    return np.fromiter(chain.from_iterable(cursor), dtype=np.int64, count=count)


def _count(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
    return int(count)


def _ids(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The ids of a numbered table in the order of their numbers, which run from 1."""
    return tuple(id_ for (id_,) in connection.execute(f"SELECT id FROM {table} ORDER BY no"))  # noqa: S608
