"""Brute force over rows of the public view `events`: what an answer has to be.

It shares no code with `azkz_desktop.query`: dates are read by hand, every event is looked at
with every question, and counts are taken by asking again with one more choice.
"""

import calendar
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache

from azkz_desktop.query.filter import Filter

Row = dict[str, object]
Words = Callable[[Row], str]
FACET_COLUMNS = {
    "actor": "actors",
    "theme": "themes",
    "place": "places",
    "source": "source_keys",
}


def first_day(text: str) -> str:
    """The first ISO day of "2005", "2005-05" or "2005-05-24"."""
    return (text + "-01-01")[:10] if len(text) == 4 else (text + "-01")[:10]


def last_day(text: str) -> str:
    if len(text) == 10:
        return text
    year, month = int(text[:4]), int(text[5:7] or 12)
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat()


def touches(row: Row, wanted: Filter) -> bool:
    """The period rule of database.md on ISO days; None is −∞ in a start, +∞ in an end."""
    first = first_day(wanted.start) if wanted.start else ""
    last = last_day(wanted.end) if wanted.end else "~"
    names = (
        ("start_latest", "end_earliest") if wanted.certainly else ("start_earliest", "end_latest")
    )
    start, end = (row[name] for name in names)
    return (start is None or str(start) <= last) and (end is None or str(end) >= first)


def listed(row: Row, column: str) -> list[str]:
    """The ids in a column that holds a JSON array."""
    return _parsed(str(row[column]))


@cache
def _parsed(array: str) -> list[str]:
    held: list[str] = json.loads(array)
    return held


def has(row: Row, facet: str, choice: str) -> bool:
    if facet == "kind":
        return row["kind"] == choice
    return choice in listed(row, FACET_COLUMNS[facet])


def meets(row: Row, facet: str, wanted: Filter) -> bool:
    if facet == "actor":
        met = [any(has(row, "actor", one) for one in entry) for entry in wanted.actors]
        if not met:
            return True
        return all(met) if wanted.all_actors else any(met)
    asked = {
        "kind": wanted.kinds,
        "theme": wanted.themes,
        "place": wanted.places,
        "source": wanted.sources,
    }[facet]
    return not asked or any(has(row, facet, choice) for choice in asked)


def has_words(row: Row, text: str, words: Words) -> bool:
    held = set(re.findall(r"\w+", words(row).lower()))
    return all(word in held for word in re.findall(r"\w+", text.lower()))


def passes(row: Row, wanted: Filter, words: Words) -> bool:
    return (
        touches(row, wanted)
        and (not wanted.contested or bool(row["contested"]))
        and (not wanted.text.strip() or has_words(row, wanted.text, words))
        and all(meets(row, facet, wanted) for facet in ("kind", *FACET_COLUMNS))
    )


def title_words(row: Row) -> str:
    return f"{row['title']} {row['summary']}"


def passing(rows: Iterable[Row], wanted: Filter, words: Words = title_words) -> list[str]:
    """Ids of the rows that pass, in the order of *rows*."""
    return [str(row["event_id"]) for row in rows if passes(row, wanted, words)]


def asked_with(wanted: Filter, facet: str, choice: str) -> Filter:
    """The filter whose answer is the count beside *choice*."""
    if facet == "actor" and wanted.all_actors:
        return replace(wanted, actors=(*wanted.actors, (choice,)))
    if facet == "actor":
        return replace(wanted, actors=((choice,),))
    if facet == "kind":
        return replace(wanted, kinds=(choice,))
    if facet == "theme":
        return replace(wanted, themes=(choice,))
    if facet == "place":
        return replace(wanted, places=(choice,))
    return replace(wanted, sources=(choice,))


def count(
    rows: list[Row], wanted: Filter, facet: str, choice: str, words: Words = title_words
) -> int:
    return len(passing(rows, asked_with(wanted, facet, choice), words))
