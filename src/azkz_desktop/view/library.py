"""An open file with what answers questions about it: what every view draws from.

It satisfies the timeline's and the map's source protocols by shape; neither is imported here.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import NO_END, NO_START, ClaimDate, Codes, EventColumns
from azkz_desktop.dataset.open import Opened
from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.records import Source
from azkz_desktop.dates.edtf import parse
from azkz_desktop.dates.words import in_words
from azkz_desktop.query.index import EventIndex
from azkz_desktop.translation import translate
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Follow, Store
from azkz_desktop.view.vocabulary import kind_word, theme_word

if TYPE_CHECKING:
    from azkz_desktop.query.order import TimeOrder
    from azkz_desktop.view.eras import Eras

EARLY, LATE = 0.08, 0.99
"""Shares of the events that begin before, and end within, the opening span."""

Rows = Sequence[int] | NDArray[np.int32]


def surname(author: str) -> str:
    """The family name of an author as documents print it: last word, or what precedes a comma."""
    return author.split(",")[0].strip() if "," in author else author.split()[-1]


def source_name(source: Source) -> str:
    """A document as it is cited in running text: "Huseynov 2017", "A & B 2023"."""
    names = [surname(author) for author in source.authors]
    if len(names) > 2:
        names = [translate("Library", "%s et al.") % names[0]]
    who = " & ".join(names) or source.title
    return f"{who} {source.year}" if source.year else who


class Library:
    """A database, its events as columns, the index that answers filters, and all names."""

    def __init__(self, path: Path, opened: Opened | None = None) -> None:
        """*opened*: see `Dataset`."""
        self.dataset = Dataset(path, opened)
        self.columns: EventColumns = self.dataset.columns()
        self.index = EventIndex(self.columns, self.dataset.rows_with_words)

    def store(self, state: ViewState | None = None, follow: Follow | None = None) -> Store:
        """A new store over this file, showing *state*; *follow* as `Store` has it."""
        if follow is None:
            return Store(self.index.answer, state)
        return Store(self.index.answer, state, follow=follow)

    @cached_property
    def eras(self) -> "Eras":
        """The groups of named periods that the file tells of."""
        from azkz_desktop.view.eras import Eras  # only where a view has eras

        return Eras(self)

    # Names

    @cached_property
    def source_names(self) -> dict[str, str]:
        """Documents by id as they are cited in running text."""
        return {key: source_name(source) for key, source in self.dataset.sources().items()}

    def names(self, facet: str) -> Mapping[str, str]:
        """The names of a facet's choices by id."""
        if facet == "actor":
            return self._actor_names
        if facet == "place":
            return self._place_names
        if facet == "source":
            return self.source_names
        word = {"kind": kind_word, "theme": theme_word}[facet]
        return {one: word(one) for one in self.columns.facets[facet].ids}

    @cached_property
    def _actor_names(self) -> dict[str, str]:
        return {actor.id: actor.name for actor in self.dataset.actors().values()}

    @cached_property
    def _place_names(self) -> dict[str, str]:
        return {place.id: place.name for place in self.dataset.places().values()}

    def name_of(self, facet: str, choice: str) -> str:
        """The name of one choice; its id where it has none."""
        return self.names(facet).get(choice, choice)

    # Events by row: what the timeline asks

    def titles(self, rows: Rows) -> list[str]:
        """The titles of the events in *rows*."""
        return self.dataset.titles(rows)

    def shorts(self, rows: Rows) -> list[str]:
        """The short titles, the full ones where there are none."""
        return self.dataset.shorts(rows)

    def ids(self, rows: Rows) -> list[str]:
        """The ids of the events in *rows*."""
        return self.dataset.ids(rows)

    def row_of(self, event_id: str) -> int | None:
        """The row of an event, None where the file has no such event."""
        return self.dataset.row_of(event_id)

    def date_words(self, rows: Rows) -> list[str]:
        """The dates in words."""
        return [in_words(edtf) for edtf in self.dataset.edtfs(rows)]

    def contested_dates(self, rows: Rows) -> list[tuple[ClaimDate, ...]]:
        """Each document's own date where the documents contradict each other in the date."""
        return [
            tuple(ClaimDate(*day_bounds(edtf), source, edtf) for edtf, source in told)
            for told in self.dataset.claim_dates(rows)
        ]

    def disputes(self, rows: Rows) -> list[tuple[str, ...]]:
        """What the documents disagree about in each event, in sentences."""
        return [self.disagreements_in_words(event_id) for event_id in self.ids(rows)]

    def disagreements_in_words(self, subject_id: str) -> tuple[str, ...]:
        """Each disagreement about a thing in its one sentence.

        An event has one date: of the pairs that contradict each other in it, the sentence that
        tells of most documents is enough.
        """
        found = self.dataset.disagreements_about(subject_id)
        dates = [one.note for one in found if one.field == "date" and one.subject_type == "event"]
        others = [one.note for one in found if one.note not in dates]
        return tuple(dict.fromkeys([*sorted(dates, key=len)[-1:], *others]))

    # What is chosen

    @property
    def days(self) -> tuple[int, int]:
        """The first and last day that any event names."""
        starts, ends = self.columns.start_earliest, self.columns.end_latest
        starts, ends = starts[starts > NO_START], ends[ends < NO_END]
        if len(starts) and len(ends):
            return int(starts.min()), int(ends.max())
        return parse("1991").start_earliest or 1, parse("2023").end_latest or 1

    def opening_span(self) -> Span:
        """The years in which nearly all events lie: what a first look is best at.

        A few events long before (a census of 1926) would press all others into a corner.
        """
        starts, ends = self.columns.start_earliest, self.columns.end_latest
        starts, ends = starts[starts > NO_START], ends[ends < NO_END]
        if not len(starts) or not len(ends):
            return Span(*self.days)
        first = date.fromordinal(int(np.sort(starts)[int(EARLY * (len(starts) - 1))]))
        last = date.fromordinal(int(np.sort(ends)[int(LATE * (len(ends) - 1))]))
        return Span(date(first.year, 1, 1).toordinal(), date(last.year, 12, 31).toordinal() + 1)

    def days_of(self, focus: Focus | None) -> tuple[int, int] | None:
        """The first and last day of an event that is chosen; None where no day of it is told.

        Where one side is open ("2010 or earlier"), both are the day at the other one.
        """
        event = self.dataset.event(focus.id) if focus and focus.type == "event" else None
        ends = (event.start_earliest, event.end_latest) if event else ()
        told = [day for day in ends if day is not None]
        return (told[0], told[-1]) if told else None

    @cached_property
    def order(self) -> "TimeOrder":
        """In which order events are walked through and listed."""
        from azkz_desktop.query.order import TimeOrder  # nobody walks at the start

        return TimeOrder(self.columns)

    def neighbour(self, rows: Codes, focus: Focus | None, by: int) -> Focus | None:
        """The event after the chosen one among *rows* (*by* −1: before it); the first of none."""
        if not len(rows):
            return None
        row = self.row_of(focus.id) if focus is not None and focus.type == "event" else None
        ordered = self.order.sorted(rows)
        found = int(ordered[0]) if row is None else self.order.step(ordered, row, by)
        return focus if found is None else Focus("event", self.ids([found])[0])

    def point_of(self, focus: Focus | None) -> tuple[float, float] | None:
        """Longitude and latitude of the chosen event's or place's point, if it has one."""
        if focus is None:
            return None
        places = self.dataset.places()
        if focus.type == "place":
            place = places.get(focus.id)
        else:
            event = self.dataset.event(focus.id) if focus.type == "event" else None
            place = places.get(event.places[0]) if event is not None and event.places else None
        return None if place is None else (place.lon, place.lat)

    def has(self, focus: Focus) -> bool:
        """Whether the file has the thing that *focus* names."""
        tables: dict[str, Callable[[], Mapping[str, object]]] = {
            "actor": self.dataset.actors,
            "place": self.dataset.places,
            "route": self.dataset.routes,
            "area": self.dataset.areas,
            "boundary": self.dataset.boundaries,
            "series": self.dataset.series,
            "document": self.dataset.sources,
        }
        if focus.type == "event":
            return self.row_of(focus.id) is not None
        return focus.type in tables and focus.id in tables[focus.type]()


def day_bounds(edtf: str) -> tuple[int, int, int, int]:
    """The four bounds of *edtf* as `EventColumns` has them, `NO_START`/`NO_END` for none."""
    span = parse(edtf)
    starts = (span.start_earliest, span.start_latest)
    ends = (span.end_earliest, span.end_latest)
    first, second = (NO_START if day is None else day for day in starts)
    third, fourth = (NO_END if day is None else day for day in ends)
    return first, second, third, fourth
