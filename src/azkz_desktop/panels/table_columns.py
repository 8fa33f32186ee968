"""The columns of the table: what each says of an event in words, and how it sorts. No Qt.

What the timeline and the map say by place, shape and colour, a row says in words: how well the
date is known, who tells of the event, and what they disagree about.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import (
    APPROXIMATE,
    NO_END,
    NO_START,
    UNCERTAIN,
    EventColumns,
    Membership,
)
from azkz_desktop.dataset.fold import fold
from azkz_desktop.dataset.records import Disagreement, Event
from azkz_desktop.dates.days import FIRST_DAY, LAST_DAY, iso
from azkz_desktop.lean import dataclass
from azkz_desktop.query.order import TimeOrder
from azkz_desktop.translation import translate

Ranks = NDArray[np.int32]
"""One number a row of the file: a lower one sorts first."""
BETWEEN = "; "
"""Stands between the names in one cell; no name has it inside."""


class TableFile(Protocol):
    """What is read of one event, or of some."""

    def event(self, event_id: str) -> Event | None:
        """The event of that id."""

    def disagreements(self, subject_id: str) -> tuple[Disagreement, ...]:
        """What the documents contradict each other in about it."""

    def edtfs(self, rows: list[int], /) -> list[str]:
        """The dates of the events in *rows* as EDTF."""


class TableSource(Protocol):
    """What the table asks of an open file; a `Library` has it all."""

    columns: EventColumns

    @property
    def order(self) -> TimeOrder:
        """In which order events are listed."""

    @property
    def dataset(self) -> TableFile:
        """The file itself."""

    def ids(self, rows: list[int], /) -> list[str]:
        """The ids of the events in *rows*."""

    def titles(self, rows: list[int], /) -> list[str]:
        """The titles of the events in *rows*."""

    def date_words(self, rows: list[int], /) -> list[str]:
        """The dates of the events in *rows*, in words."""

    def names(self, facet: str) -> Mapping[str, str]:
        """The names of a facet's choices by id."""

    def row_of(self, event_id: str) -> int | None:
        """The row of an event."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `width` is in characters; without `ranks` it does not sort."""

    id: str
    width: int
    text: Callable[[TableSource, int], str]
    ranks: Callable[[TableSource], Ranks] | None = None
    largest_first: bool = False
    by_title: bool = False
    """Sorts by words that must be read first, which takes a while in a large file."""

    @property
    def sorts(self) -> bool:
        """Whether the table can be sorted by it."""
        return self.by_title or self.ranks is not None


def column_title(column: str) -> str:
    """The heading of a column."""
    return {
        "date": translate("Table", "Date"),
        "precision": translate("Table", "Known to"),
        "kind": translate("Table", "Kind"),
        "title": translate("Table", "Event"),
        "summary": translate("Table", "What happened"),
        "actors": translate("Table", "Actors"),
        "places": translate("Table", "Places"),
        "themes": translate("Table", "Themes"),
        "signed": translate("Table", "Signed there"),
        "parent": translate("Table", "Part of"),
        "sources": translate("Table", "Told by"),
        "disagreement": translate("Table", "Where the documents disagree"),
        "first": translate("Table", "First possible day"),
        "last": translate("Table", "Last possible day"),
        "edtf": translate("Table", "Date as EDTF"),
        "id": translate("Table", "Id"),
    }[column]


def precision_words(source: TableSource, row: int) -> str:
    """How well the date is known: "the month", "the year, roughly"."""
    columns = source.columns
    precision = columns.precisions[columns.precision[row]]
    word: str = {
        "day": translate("Table", "the day"),
        "month": translate("Table", "the month"),
        "season": translate("Table", "the season"),
        "year": translate("Table", "the year"),
        "decade": translate("Table", "the decade"),
        "century": translate("Table", "the century"),
    }.get(precision, precision)
    qualifier = int(columns.qualifier[row])
    if qualifier & UNCERTAIN:
        return translate("Table", "%s, perhaps") % word
    return translate("Table", "%s, roughly") % word if qualifier & APPROXIMATE else word


def disagreement_words(source: TableSource, row: int) -> str:
    """Each disagreement about the event in its sentence; empty where there is none."""
    if not source.columns.contested[row]:
        return ""
    (event_id,) = source.ids([row])
    told = dict.fromkeys(one.note for one in source.dataset.disagreements(event_id))
    return " ".join(told) or translate("Table", "The documents disagree.")


def members(membership: Membership, row: int) -> list[str]:
    """The ids of an event's choices in one facet, the main one first."""
    # Of the same type as the array: any other makes numpy copy the whole array first.
    first, end = np.searchsorted(membership.event, np.array([row, row + 1], np.int32))
    return [membership.ids[code] for code in membership.code[first:end]]


def _names(facet: str) -> Callable[[TableSource, int], str]:
    def text(source: TableSource, row: int) -> str:
        names = source.names(facet)
        return BETWEEN.join(
            names.get(one, one) for one in members(source.columns.facets[facet], row)
        )

    return text


def _event(source: TableSource, row: int) -> Event | None:
    return source.dataset.event(source.ids([row])[0])


def _summary(source: TableSource, row: int) -> str:
    event = _event(source, row)
    return event.summary if event else ""


def _signed(source: TableSource, row: int) -> str:
    event = _event(source, row)
    return BETWEEN.join(event.documents) if event else ""


def _parent(source: TableSource, row: int) -> str:
    parent = int(source.columns.parent[row])
    return source.titles([parent])[0] if parent >= 0 else ""


def _first(source: TableSource, row: int) -> str:
    day = int(source.columns.start_earliest[row])
    return "" if day == NO_START else iso(max(day, FIRST_DAY))


def _last(source: TableSource, row: int) -> str:
    day = int(source.columns.end_latest[row])
    return "" if day == NO_END else iso(min(day, LAST_DAY))


# How columns sort


def alphabetical(names: list[str]) -> Ranks:
    """The place of each name in the alphabet, whatever its script and accents."""
    ranks = np.empty(len(names), np.int32)
    ranks[sorted(range(len(names)), key=lambda one: (fold(names[one]), names[one]))] = np.arange(
        len(names), dtype=np.int32
    )
    return ranks


def _by_names(facet: str) -> Callable[[TableSource], Ranks]:
    """By the name of the main one, events with none last."""

    def ranks(source: TableSource) -> Ranks:
        membership = source.columns.facets[facet]
        names = source.names(facet)
        of_code = alphabetical([names.get(one, one) for one in membership.ids])
        found = np.full(len(source.columns), len(of_code), np.int32)
        events, first = np.unique(membership.event, return_index=True)
        found[events] = of_code[membership.code[first]]
        return found

    return ranks


def _by_count(facet: str) -> Callable[[TableSource], Ranks]:
    """By how many there are."""
    return lambda source: np.bincount(
        source.columns.facets[facet].event, minlength=len(source.columns)
    ).astype(np.int32)


def _by_parent(source: TableSource) -> Ranks:
    """By what they are part of, in order of time; what is part of nothing comes last."""
    parent = source.columns.parent
    return np.where(parent < 0, len(source.columns), parent).astype(np.int32)


def _in_time(source: TableSource) -> Ranks:
    return source.order.rank


_ALL = (
    Column("date", 25, lambda source, row: source.date_words([row])[0], _in_time),
    Column("precision", 12, precision_words,
           lambda source: source.columns.precision.astype(np.int32)),
    Column("kind", 17, _names("kind"), _by_names("kind")),
    Column("title", 46, lambda source, row: source.titles([row])[0], by_title=True),
    Column("summary", 60, _summary),
    Column("actors", 30, _names("actor"), _by_names("actor")),
    Column("places", 16, _names("place"), _by_names("place")),
    Column("themes", 24, _names("theme"), _by_names("theme")),
    Column("signed", 40, _signed),
    Column("parent", 30, _parent, _by_parent),
    Column("sources", 28, _names("source"), _by_count("source"), largest_first=True),
    Column("disagreement", 40, disagreement_words,
           lambda source: source.columns.contested.astype(np.int32), largest_first=True),
    Column("first", 13, _first, lambda source: source.columns.start_earliest),
    Column("last", 13, _last, lambda source: source.columns.end_latest),
    Column("edtf", 16, lambda source, row: source.dataset.edtfs([row])[0], _in_time),
    Column("id", 30, lambda source, row: source.ids([row])[0]),
)  # fmt: skip
COLUMNS = {column.id: column for column in _ALL}
"""Every column there is by its id, in the order in which the menu lists them."""


def known_columns(ids: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of these ids, without those that this version does not have; never none."""
    return tuple(COLUMNS[one] for one in ids if one in COLUMNS) or (COLUMNS["title"],)
