"""What can be searched for: texts exactly, folded and by sound, and the words of every event."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator

from azkz_desktop.dataset.fold import fold, sound_key

_TEXTS = """
SELECT subject, iif(main AND subject NOT IN (SELECT id FROM event), 'name', 'alias'), name FROM (
    SELECT subject, name, no = min(no) OVER (PARTITION BY subject) AS main, no FROM name
) ORDER BY no
"""
_EVENT_TEXTS = """
SELECT id, title, short, summary FROM event JOIN event_text ON event_text.event = event.no
ORDER BY no
"""
_EVENT_DOCUMENTS = """
SELECT id, title FROM event_document JOIN event ON event.no = event_document.event
ORDER BY event, position
"""
_SPELLINGS = """
SELECT event_{table}.event, name.name FROM event_{table}
JOIN {table} ON {table}.no = event_{table}.{table} JOIN name ON name.subject = {table}.id
"""

_CALLED = "SELECT event.no, name.name FROM event JOIN name ON name.subject = event.id"
"""Events have a title, and what else they are called."""


def fill_search(connection: sqlite3.Connection) -> None:
    """Fill both full-text tables from the tables that are already written."""
    connection.executemany(
        "INSERT INTO search (subject, field, exact, folded, sound) VALUES (?, ?, ?, ?, ?)",
        (
            (subject, field, text, fold(text), sound_key(text))
            for subject, field, text in _texts(connection)
        ),
    )
    connection.executemany(
        "INSERT INTO event_words (rowid, folded) VALUES (?, ?)", _event_words(connection)
    )
    for table in ("search", "event_words"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608


def _texts(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """Subject, field and text of everything that has a name or title."""
    yield from connection.execute(_TEXTS).fetchall()
    for id_, title, short, summary in connection.execute(_EVENT_TEXTS).fetchall():
        yield id_, "title", title
        if short and short != title:
            yield id_, "short", short
        yield id_, "summary", summary
    for id_, title in connection.execute(_EVENT_DOCUMENTS).fetchall():
        yield id_, "document", title
    for id_, title, authors in connection.execute("SELECT id, title, authors FROM source"):
        yield id_, "title", title
        yield id_, "authors", ", ".join(json.loads(authors))


def _event_words(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """Each event's number with its words, each once: folded, in alphabetical order."""
    spellings: dict[int, list[str]] = defaultdict(list)
    for table in ("actor", "place"):
        for event, name in connection.execute(_SPELLINGS.format(table=table)):
            spellings[event].append(name)
    for event, name in connection.execute(_CALLED):
        spellings[event].append(name)
    query = "SELECT event, title, summary FROM event_text ORDER BY event"
    for event, title, summary in connection.execute(query).fetchall():
        yield event, words_of((title, summary, *spellings[event]))


def words_of(texts: Iterable[str]) -> str:
    """The folded words of some texts, each once, in alphabetical order."""
    return " ".join(sorted({word for text in texts for word in fold(text).split()}))
