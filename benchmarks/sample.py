"""Make a database of N events in the application's schema: `python -m benchmarks.sample N OUT.db`.

From 1991 to 2026; seven in ten are instants, two in ten last less than a month, one in ten up to
five years. The same N gives the same file, and `azkz-desktop check` finds nothing wrong with it.
"""

import sqlite3
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.compile import create_schema
from azkz_desktop.dataset.fold import fold, sound_key
from azkz_desktop.dataset.vocabulary import KINDS, THEMES
from azkz_desktop.dates.days import iso
from azkz_desktop.dates.edtf import PRECISIONS

Numbers = NDArray[np.int64]
FIRST = date(1991, 1, 1).toordinal()
LAST = date(2026, 12, 31).toordinal()
MONTH, YEARS = 30, 5 * 365
SHARE_INSTANT, SHARE_SHORT = 0.7, 0.9
ACTORS, PLACES, SOURCES = 300, 120, 5
CONTESTED = 0.02
VERBS = ("Talks", "Visit", "Agreement", "Forum", "Shipment", "Statement", "Meeting", "Survey")
SYLLABLES = ("ba", "ku", "ast", "ana", "ak", "tau", "ten", "giz", "mir", "zhe", "kara", "shu")
DAY = PRECISIONS.index("day") + 1


@dataclass(frozen=True, slots=True)
class Sample:
    """The numbers of all events, in order of time."""

    start: Numbers
    end: Numbers
    kind: Numbers
    contested: NDArray[np.bool_]
    weight: Numbers
    verb: Numbers

    def __len__(self) -> int:
        return len(self.start)


def make(count: int, target: Path, seed: int = 2026) -> None:
    """Write a database of *count* events to *target*, replacing what is there."""
    random = np.random.default_rng(seed)
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target)) as connection:
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000"
        )
        create_schema(connection)
        connection.execute("BEGIN")
        names = _write_things(connection)
        sample = _sample(count, random)
        actors = _write_events(connection, sample, random)
        _write_claims(connection, sample)
        _write_texts(connection, sample, names, actors)
        connection.commit()


def _sample(count: int, random: np.random.Generator) -> Sample:
    start = random.integers(FIRST, LAST + 1, count)
    share = random.random(count)
    longest = np.where(share < SHARE_INSTANT, 0, np.where(share < SHARE_SHORT, MONTH, YEARS))
    length = (random.random(count) * longest).astype(np.int64)
    order = np.lexsort((start + length, start))
    return Sample(
        start=start[order],
        end=(start + length)[order],
        kind=random.integers(1, len(KINDS) + 1, count),
        contested=random.random(count) < CONTESTED,
        weight=random.permutation(count) + 1,
        verb=random.integers(0, len(VERBS), count),
    )


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[Sequence[Any]]) -> None:
    width = len(connection.execute(f"SELECT * FROM {table} LIMIT 0").description)  # noqa: S608
    marks = ", ".join("?" * width)
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608


def _write_things(connection: sqlite3.Connection) -> list[str]:
    """Documents, actors, places and what is numbered; the actors' and places' names."""
    meta = {
        "schema_version": "1",
        "data_version": "0.0.0",
        "data_until": "2026-12-31",
        "built_from": "benchmarks.sample",
        "licences": "none: made up",
    }
    _insert(connection, "meta", meta.items())
    for table, words in (("kind", KINDS), ("theme", THEMES), ("precision", PRECISIONS)):
        _insert(connection, table, enumerate(words, start=1))
    for no in range(1, SOURCES + 1):
        _subject(connection, f"source{no}", "document")
        source = (no, f"source{no}", '["A. Author"]', 2010 + no, f"Source {no}", "", "", "", "", 0)
        _insert(connection, "source", [source])
        _insert(connection, "section", [(no, no, "Section", 1)])
    names = [_name(number) for number in range(ACTORS + PLACES)]
    for no, name in enumerate(names[:ACTORS], start=1):
        _subject(connection, f"actor-{no}", "actor")
        _insert(connection, "actor", [(no, f"actor-{no}", "organisation", name, None, "")])
        _add_name(connection, f"actor-{no}", name)
    for no, name in enumerate(names[ACTORS:], start=1):
        _subject(connection, f"place-{no}", "place")
        place = (no, f"place-{no}", name, 45 + no % 25, 36 + no % 12, None, 1)
        _insert(connection, "place", [place])
        _add_name(connection, f"place-{no}", name)
    return names


def _name(number: int) -> str:
    base = len(SYLLABLES)
    parts = SYLLABLES[number % base], SYLLABLES[number // base % base], SYLLABLES[number // base**2]
    return "".join(parts).title()


def _subject(connection: sqlite3.Connection, id_: str, type_: str) -> None:
    _insert(connection, "subject", [(id_, type_)])


def _add_name(connection: sqlite3.Connection, id_: str, name: str) -> None:
    _insert(connection, "name", [(None, id_, name, "en", None, None)])
    _search(connection, [(id_, "name", name)])


def _search(connection: sqlite3.Connection, texts: Iterable[tuple[str, str, str]]) -> None:
    rows = ((*text, fold(text[2]), sound_key(text[2])) for text in texts)
    _insert(connection, "search", rows)


def _ids(sample: Sample) -> list[str]:
    """Ids in the order of time, so that they sort as the events do."""
    return [f"event-{number:07d}" for number in range(1, len(sample) + 1)]


def _write_events(
    connection: sqlite3.Connection, sample: Sample, random: np.random.Generator
) -> Numbers:
    """The events and what they take part in; the first actor of each, for the titles."""
    ids, count = _ids(sample), len(sample)
    start, end = sample.start.tolist(), sample.end.tolist()
    columns: list[Sequence[Any]] = [
        range(1, count + 1),
        *(start, start, end, end),
        sample.kind.tolist(),
        [DAY] * count,
        [0] * count,
        sample.contested.astype(int).tolist(),
        sample.weight.tolist(),
        (1 + sample.weight * 5 // (count + 1)).tolist(),
        [None if number % 20 else number // 20 + 1 for number in range(1, count + 1)],
        ids,
    ]
    _insert(connection, "subject", ((id_, "event") for id_ in ids))
    _insert(connection, "event", zip(*columns, strict=True))
    actors = _write_list(connection, "event_actor", count, (ACTORS, 4), random)
    _write_list(connection, "event_theme", count, (len(THEMES), 2), random)
    _write_list(connection, "event_place", count, (PLACES, 1), random)
    return actors


def _write_list(
    connection: sqlite3.Connection,
    table: str,
    count: int,
    size: tuple[int, int],
    random: np.random.Generator,
) -> Numbers:
    """One to `size[1]` different choices of `size[0]` for each event; the first of each."""
    choices, most = size
    first = random.integers(0, choices, count)
    how_many = random.integers(1, most + 1, count)
    events = np.repeat(np.arange(count), how_many)
    position = np.arange(len(events)) - np.repeat(np.cumsum(how_many) - how_many, how_many)
    codes = (first[events] + position * 7) % choices + 1
    _insert(
        connection,
        table,
        zip((events + 1).tolist(), position.tolist(), codes.tolist(), strict=True),
    )
    return first


def _write_claims(connection: sqlite3.Connection, sample: Sample) -> None:
    """One claim an event, and a second one that contradicts where it is contested."""
    days = {day: iso(day) for day in range(FIRST, LAST + YEARS + MONTH)}
    count = len(sample)
    edtfs = [
        days[start] if start == end else f"{days[start]}/{days[end]}"
        for start, end in zip(sample.start.tolist(), sample.end.tolist(), strict=True)
    ]
    sources = [no % SOURCES + 1 for no in range(count)]
    rows = (
        (no + 1, sources[no], sources[no], 1, 1, 0, None, "", "", "", "") for no in range(count)
    )
    _insert(connection, "claim", rows)
    _insert(connection, "event_source", ((no + 1, 0, sources[no]) for no in range(count)))
    _insert(
        connection,
        "event_claim",
        ((no + 1, no + 1, "preferred", edtf) for no, edtf in enumerate(edtfs)),
    )
    ids = _ids(sample)
    for extra, row in enumerate(np.flatnonzero(sample.contested).tolist()):
        claim, source, later = count + extra + 1, sources[row], days[int(sample.end[row]) + 3]
        section = (claim, source, source, 1, 1, 0, None, "", "", "", "")
        _insert(connection, "claim", [section])
        _insert(connection, "event_claim", [(row + 1, claim, "normal", later)])
        sides = (edtfs[row], source, 1, row + 1, later, source, 1, claim, "Both dates are given.")
        _insert(connection, "disagreement", [(extra + 1, ids[row], "date", *sides)])


def _write_texts(
    connection: sqlite3.Connection, sample: Sample, names: list[str], actors: Numbers
) -> None:
    """Titles and the words that can be searched for."""
    titles = [
        f"{VERBS[verb]} of {names[actor]} number {no}"
        for no, (verb, actor) in enumerate(
            zip(sample.verb.tolist(), actors.tolist(), strict=True), start=1
        )
    ]
    texts = ((no, title, title[:24], "Made up.") for no, title in enumerate(titles, start=1))
    _insert(connection, "event_text", texts)
    connection.executemany(
        "INSERT INTO event_words (rowid, folded) VALUES (?, ?)",
        ((no, f"{title.lower()} made up") for no, title in enumerate(titles, start=1)),
    )


def main() -> int:
    """Make the file that the command line asks for."""
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        print("usage: python -m benchmarks.sample N OUT.db", file=sys.stderr)
        return 2
    started = time.perf_counter()
    target = Path(sys.argv[2])
    make(int(sys.argv[1]), target)
    size = target.stat().st_size / 2**20
    print(f"{target}: {size:.0f} MB in {time.perf_counter() - started:.1f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
