"""A change of filter with all facet counts: bit planes against indexed SQL, in one run.

Both answer the same questions over the same million events, in turn, and must give the same
counts. SQLite has everything in memory, covering indexes both ways and fresh statistics.
"""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from azkz_desktop.dataset.columns import EventColumns, Membership
from azkz_desktop.dataset.read import Dataset
from azkz_desktop.query.filter import FACETS, Filter
from azkz_desktop.query.index import EventIndex, period_days
from benchmarks import sample

EVENTS = 1_000_000
GOALS = {"sql_to_own_1e6": 50}
OWN_TURNS = 5
"""Times that ours answers while SQL answers once; the median counts."""

QUESTIONS = (
    Filter(),
    Filter(start="2004", end="2008"),
    Filter(start="1991", end="2020", certainly=True),
    Filter(kinds=("visit", "summit", "agreement")),
    Filter(actors=(("actor-3",), ("actor-10", "actor-11")), all_actors=True),
    Filter(start="2001-05", actors=(("actor-7",),), themes=("energy", "caspian")),
    Filter(start="1995", end="2015", kinds=("energy",), places=("place-4",), contested=True),
    Filter(sources=("source1", "source2"), end="2010"),
)

Counts = dict[str, dict[str, int]]


def sql_of(columns: EventColumns) -> sqlite3.Connection:
    """The events in SQLite's memory, indexed as well as one can for these questions."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE TABLE event (no INTEGER PRIMARY KEY, start_earliest INT, start_latest INT,"
        " end_earliest INT, end_latest INT, contested INT)"
    )
    days = ("start_earliest", "start_latest", "end_earliest", "end_latest", "contested")
    rows = zip(*(getattr(columns, name).tolist() for name in days), strict=True)
    connection.executemany(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)", ((no, *row) for no, row in enumerate(rows))
    )
    connection.execute("CREATE INDEX possibly ON event (start_earliest, end_latest, contested)")
    connection.execute("CREATE INDEX certainly ON event (start_latest, end_earliest, contested)")
    for facet in FACETS:
        _add_facet(connection, facet, columns.facets[facet])
    connection.execute("ANALYZE")
    return connection


def _add_facet(connection: sqlite3.Connection, facet: str, membership: Membership) -> None:
    connection.execute(
        f"CREATE TABLE {facet} (event INT, choice INT, PRIMARY KEY (event, choice)) WITHOUT ROWID"
    )
    pairs = zip(membership.event.tolist(), membership.code.tolist(), strict=True)
    connection.executemany(f"INSERT INTO {facet} VALUES (?, ?)", pairs)  # noqa: S608
    connection.execute(f"CREATE INDEX {facet}_by_choice ON {facet} (choice, event)")


def ask_sql(connection: sqlite3.Connection, columns: EventColumns, wanted: Filter) -> Counts:
    """What each choice would leave, a query a facet."""
    counts: Counts = {}
    for facet in FACETS:
        left_aside = "" if facet == "actor" and wanted.all_actors else facet
        where = " AND ".join(_conditions(columns, wanted, left_aside)) or "1"
        joined = f"{facet} JOIN event ON event.no = {facet}.event" if where != "1" else facet
        query = f"SELECT choice, count(*) FROM {joined} WHERE {where} GROUP BY choice"  # noqa: S608
        ids = columns.facets[facet].ids
        counts[facet] = {ids[code]: number for code, number in connection.execute(query)}
    return counts


def _conditions(columns: EventColumns, wanted: Filter, left_aside: str) -> list[str]:
    found = []
    first, last = period_days(wanted)
    start, end = ("start_earliest", "end_latest")
    if wanted.certainly:
        start, end = ("start_latest", "end_earliest")
    if wanted.end:
        found.append(f"{start} <= {last}")
    if wanted.start:
        found.append(f"{end} >= {first}")
    if wanted.contested:
        found.append("contested")
    for facet in FACETS:
        if facet != left_aside:
            found += _facet_conditions(columns, facet, wanted)
    return found


def _facet_conditions(columns: EventColumns, facet: str, wanted: Filter) -> list[str]:
    """One condition for the choices of a facet, one for each entry where all are asked."""
    if facet != "actor":
        chosen = getattr(wanted, f"{facet}s")
        entries = [chosen] if chosen else []
    elif wanted.all_actors:
        entries = list(wanted.actors)
    else:
        anyone = [actor for entry in wanted.actors for actor in entry]
        entries = [anyone] if anyone else []
    ids = columns.facets[facet].ids
    codes = [", ".join(str(ids.index(choice)) for choice in entry) for entry in entries]
    return [
        f"event.no IN (SELECT event FROM {facet} WHERE choice IN ({one}))"  # noqa: S608
        for one in codes
    ]


def ask_own(index: EventIndex, wanted: Filter) -> Counts:
    """The same from the bit planes, the selected rows besides."""
    selection = index.answer(wanted)
    return {
        facet: dict(zip(index.facets[facet].ids, selection.counts[facet].tolist(), strict=True))
        for facet in FACETS
    }


def timed(ask: Callable[[], object]) -> float:
    """Milliseconds that *ask* takes."""
    begin = time.perf_counter()
    ask()
    return (time.perf_counter() - begin) * 1000


def compare(columns: EventColumns) -> tuple[list[float], list[float]]:
    """Milliseconds of SQL and of ours for each question, asked in turn; the counts are equal."""
    index, connection = EventIndex(columns), sql_of(columns)
    sql, own = [], []
    for wanted in QUESTIONS:
        found = ask_own(index, wanted)
        told = ask_sql(connection, columns, wanted)
        plain = {facet: {one: n for one, n in of.items() if n} for facet, of in found.items()}
        assert plain == told, f"the counts differ for {wanted}"
        sql.append(timed(lambda asked=wanted: ask_sql(connection, columns, asked)))  # type: ignore[misc]
        turns = [timed(lambda asked=wanted: index.answer(asked)) for _ in range(OWN_TURNS)]  # type: ignore[misc]
        own.append(statistics.median(turns))
    connection.close()
    return sql, own


def measure(events: str = str(EVENTS), database: str = "") -> dict[str, Any]:
    """Times in ms over all questions, and the ratio; *database* is a sample made before."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(database) if database else Path(folder, "sample.db")
        if not database:
            sample.make(int(events), path)
        with Dataset(path) as dataset:
            columns = dataset.columns()
    sql, own = compare(columns)
    ratios = np.array(sql) / np.array(own)
    return {
        "benchmark": "filter",
        "events": len(columns),
        "questions": len(QUESTIONS),
        "times_ms": {
            "sql_median": round(statistics.median(sql), 2),
            "own_median": round(statistics.median(own), 2),
            "own_slowest": round(max(own), 2),
            "sql_each": [round(one, 1) for one in sql],
            "own_each": [round(one, 2) for one in own],
        },
        "ratios": {
            "sql_to_own_1e6": round(sum(sql) / sum(own), 1),
            "sql_to_own_least": round(float(ratios.min()), 1),
        },
        "goals": GOALS,
    }
