"""The file, open for reading: numbers at once, texts only for what is shown."""

import sqlite3
import threading
import weakref
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Concatenate, Literal, NamedTuple, ParamSpec, TypeVar, cast

import numpy as np

from azkz_desktop.dataset import row_texts
from azkz_desktop.dataset import rows as read_rows
from azkz_desktop.dataset.columns import Codes, EventColumns
from azkz_desktop.dataset.load import (
    columns_of,
    count_events,
    load_columns,
    load_facets,
    load_traits,
)
from azkz_desktop.dataset.open import Guard, Opened, damage_told, open_database
from azkz_desktop.dataset.records import (
    Actor,
    Area,
    BodyMember,
    Boundary,
    Capital,
    Disagreement,
    Event,
    EventClaim,
    Name,
    Place,
    Position,
    Route,
    Series,
    Source,
    State,
)
from azkz_desktop.dataset.row_texts import RowTexts, as_json

_KEPT_EVENTS = 1 << 10
MANY = 100_000
"""Of so many events the facets are read beside the rest, by a thread of their own."""
P = ParamSpec("P")
R = TypeVar("R")
Question = Callable[Concatenate[sqlite3.Connection, P], R]


class TextHit(NamedTuple):
    """A text of a thing that was searched for: `field` is name, alias, title or summary."""

    subject_type: str
    subject_id: str
    field: str
    text: str


class Dataset:
    """An AzKz database, read-only. Raises DatasetError where it cannot be used.

    Every thread that asks gets its own connection. What has been read is kept: the file does
    not change while it is open.
    """

    def __init__(self, path: Path, opened: Opened | None = None) -> None:
        """*opened* is a connection to that file which this thread has looked through already."""
        self.path = Path(path)
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._forgotten = weakref.finalize(self, _close_all, self._connections)
        if opened is not None:
            self._local.mine = opened
            self._connections.append(opened.connection)
        self._connection()
        self._known: dict[Callable[[sqlite3.Connection], object], object] = {}
        self._titles = RowTexts(self._found, row_texts.TITLES)
        self._event_ids = RowTexts(self._found, row_texts.IDS)
        self._dates = RowTexts(self._found, row_texts.DATES)
        self._event = lru_cache(maxsize=_KEPT_EVENTS)(self._read_event)

    def close(self) -> None:
        """Give the file back; nothing can be read after it."""
        self._forgotten()

    def leave(self) -> None:
        """The thread that asks is about to end: its own connection is given back."""
        mine: Opened | None = getattr(self._local, "mine", None)
        if mine is not None and mine.connection in self._connections:
            del self._local.mine
            self._connections.remove(mine.connection)
            mine.connection.close()

    def __enter__(self) -> "Dataset":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Events

    def columns(self) -> EventColumns:
        """All events as numpy columns, in the order of time."""
        if load_columns not in self._known:
            self._known[load_columns] = self._columns()
        return cast(EventColumns, self._known[load_columns])

    def ids(self, rows: Sequence[int] | Codes) -> list[str]:
        """The ids of the events in *rows*."""
        return [id_ for (id_,) in self._event_ids.of(rows)]

    def titles(self, rows: Sequence[int] | Codes) -> list[str]:
        """The titles of the events in *rows*."""
        return [title for title, _ in self._titles.of(rows)]

    def shorts(self, rows: Sequence[int] | Codes) -> list[str]:
        """The short titles of the events in *rows*; the full title where there is none."""
        return [short or title for title, short in self._titles.of(rows)]

    def edtfs(self, rows: Sequence[int] | Codes) -> list[str]:
        """The dates of the events in *rows*, as their preferred claims give them."""
        return [edtf for (edtf,) in self._dates.of(rows)]

    def claim_dates(self, rows: Sequence[int] | Codes) -> list[tuple[tuple[str, str], ...]]:
        """Of events whose date is in dispute each document's date and id, the preferred first.

        Empty for events whose documents agree in the date.
        """
        found = self._found(read_rows.CLAIM_DATES, as_json(rows))
        told: dict[int, list[tuple[str, str]]] = {}
        for row, edtf, source in found:
            told.setdefault(row, []).append((edtf, source))
        return [tuple(told.get(int(row), ())) for row in rows]

    def row_of(self, event_id: str) -> int | None:
        """The row of an event, None where the file has no such event."""
        query = "SELECT no FROM event WHERE id = ?"
        found = self._ask(lambda connection: connection.execute(query, (event_id,)).fetchone())
        return None if found is None else int(found[0]) - 1

    def event(self, event_id: str) -> Event | None:
        """One event, None where the file has no such event."""
        return self._event(event_id)

    def claims(self, event_id: str) -> tuple[EventClaim, ...]:
        """What each document says of an event, the preferred claim first."""
        return self._ask(read_rows.event_claims, event_id)

    def children(self, event_id: str) -> tuple[str, ...]:
        """The ids of the events that are part of this one, in order of time."""
        return self._ids(
            """
            SELECT event.id FROM event JOIN event AS parent ON parent.no = event.parent
            WHERE parent.id = ? ORDER BY event.no
            """,
            event_id,
        )

    def related(self, event_id: str) -> tuple[str, ...]:
        """The ids of the events that this one is linked with, either way, in order of time."""
        return self._ids(
            """
            WITH this(no) AS (SELECT no FROM event WHERE id = ?)
            SELECT event.id FROM event WHERE event.no IN (
                SELECT related FROM event_related WHERE event_related.event = (SELECT no FROM this)
                UNION
                SELECT event_related.event FROM event_related
                WHERE related = (SELECT no FROM this)
            ) ORDER BY event.no
            """,
            event_id,
        )

    def rows_with_words(self, text: str) -> Codes:
        """The rows (ascending) of events that have all words of *text*, folded, whole.

        A word counts where it stands in the title, the summary, or any spelling of the actors
        and places.
        """
        from azkz_desktop.dataset.fold import fold  # the first view searches for no words

        match = " AND ".join(f'"{word}"' for word in fold(text).split())
        if not match:
            return np.empty(0, dtype=np.int32)
        # One text of all numbers is had in a third of the time of as many rows of one number.
        query = "SELECT group_concat(rowid) FROM event_words WHERE event_words MATCH ?"
        (found,) = self._ask(lambda connection: connection.execute(query, (match,)).fetchone())
        return np.sort(np.fromstring(found or "", np.int32, sep=",")) - np.int32(1)

    def texts_with_words(
        self, words: str, by: Literal["exact", "folded", "sound"], *, begun: bool = False
    ) -> list[TextHit]:
        """The texts that have all *words* in the column *by*, best first.

        *words* must be what that column holds: the text itself, `fold` or `sound_key` of it.
        *begun*: the last word may be only the beginning of one.
        """
        quoted = [f'"{word}"' for word in words.replace('"', " ").split()]
        if not quoted:
            return []
        match = f"{by} : ({' AND '.join(quoted)}{' *' if begun else ''})"
        query = """
        SELECT subject.type, search.subject, field, exact FROM search
        JOIN subject ON subject.id = search.subject WHERE search MATCH ? ORDER BY rank, search.rowid
        """
        found = self._ask(lambda connection: connection.execute(query, (match,)).fetchall())
        return [TextHit(*row) for row in found]

    # Everything else

    def sources(self) -> dict[str, Source]:
        """The documents by id, by year of publication."""
        return self._kept(read_rows.sources)

    def actors(self) -> dict[str, Actor]:
        """Persons, states, organisations and companies by id."""
        return self._kept(read_rows.actors)

    def places(self) -> dict[str, Place]:
        """Points by id."""
        return self._kept(read_rows.places)

    def names(self) -> tuple[Name, ...]:
        """Every spelling of everything."""
        return self._kept(read_rows.names)

    def routes(self) -> dict[str, Route]:
        """Pipelines, railways, ferries and corridors by id."""
        return self._kept(read_rows.routes)

    def areas(self) -> dict[str, Area]:
        """Sectors, fields, ports and regions by id."""
        return self._kept(read_rows.areas)

    def boundaries(self) -> dict[str, Boundary]:
        """Lines between sectors by id."""
        return self._kept(read_rows.boundaries)

    def states(self, subject_id: str) -> tuple[State, ...]:
        """The life of a route, area or boundary: by track, then in order of time."""
        return self._kept(read_rows.states).get(subject_id, ())

    def series(self) -> dict[str, Series]:
        """The numbers, as series by id."""
        return self._kept(read_rows.series)

    def one_series(self, series_id: str) -> Series | None:
        """One series, None where the file has no such series; others are not read for it."""
        if read_rows.series in self._known:
            return self.series().get(series_id)
        return self._ask(read_rows.one_series, series_id)

    def positions(self) -> tuple[Position, ...]:
        """Stances that parties held, one record a claim."""
        return self._kept(read_rows.positions)

    def memberships(self) -> tuple[BodyMember, ...]:
        """Who belonged to which body, one record a claim."""
        return self._kept(read_rows.memberships)

    def capitals(self) -> tuple[Capital, ...]:
        """Which place was whose capital, one record a claim."""
        return self._kept(read_rows.capitals)

    def disagreements(self, subject_id: str) -> tuple[Disagreement, ...]:
        """What the documents contradict each other in about one thing."""
        return self._kept(read_rows.disagreements).get(subject_id, ())

    def disagreements_about(self, subject_id: str) -> tuple[Disagreement, ...]:
        """The same for a tooltip: those about all others are not read for it."""
        if read_rows.disagreements in self._known:
            return self.disagreements(subject_id)
        return self._ask(read_rows.disagreements_about, subject_id)

    def metadata(self) -> dict[str, str]:
        """What is said of the file itself: schema_version, data_version, licences."""
        return self._kept(read_rows.metadata)

    # How it is asked

    def _columns(self) -> EventColumns:
        if self._ask(count_events) < MANY:
            return self._ask(load_columns)
        from azkz_desktop.dataset.both import both  # most files have few events

        events, facets = both(lambda: self._ask(load_traits), lambda: self._ask(load_facets))
        return columns_of(events, facets)

    def _connection(self) -> Opened:
        """The connection of the thread that asks, and its clock."""
        mine: Opened | None = getattr(self._local, "mine", None)
        if mine is None:
            guard = Guard()
            mine = Opened(open_database(self.path, guard), guard)
            self._local.mine = mine
            self._connections.append(mine.connection)
        return mine

    def _ask(self, question: Question[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        connection, guard = self._connection()
        guard.restart()
        with damage_told(self.path):
            return question(connection, *args, **kwargs)

    def _kept(self, question: Callable[[sqlite3.Connection], R]) -> R:
        """What *question* answers, asked once."""
        if question not in self._known:
            self._known[question] = self._ask(question)
        return cast(R, self._known[question])

    def _ids(self, query: str, event_id: str) -> tuple[str, ...]:
        found = self._ask(lambda connection: connection.execute(query, (event_id,)).fetchall())
        return tuple(id_ for (id_,) in found)

    def _read_event(self, event_id: str) -> Event | None:
        return self._ask(read_rows.event, event_id)

    def _found(self, query: str, value: str) -> list[tuple[Any, ...]]:
        return self._ask(lambda connection: connection.execute(query, (value,)).fetchall())


def _close_all(connections: list[sqlite3.Connection]) -> None:
    while connections:
        connections.pop().close()
