"""Answers a filter with the events that pass and with what each further choice would leave."""

from collections.abc import Callable, Iterable
from functools import reduce

import numpy as np

from azkz_desktop.dataset.columns import NO_END, NO_START, Codes, EventColumns
from azkz_desktop.dates.level0 import day_range
from azkz_desktop.query.errors import QueryError, UnknownChoice, nearest
from azkz_desktop.query.filter import FACETS, Filter
from azkz_desktop.query.planes import EventSet, FacetPlanes, Words, full, pack, pack_rows
from azkz_desktop.query.selection import Selection
from azkz_desktop.translation import translate

TextRows = Callable[[str], Codes]
"""The rows of the events in which all words of a text are found, in any order."""


def period_days(wanted: Filter) -> tuple[int, int]:
    """First and last day of the filter's period; `NO_START`, `NO_END` where it is open.

    Raises QueryError for a date that is none and for a period that ends before it begins.
    """
    try:
        first = day_range(wanted.start)[0] if wanted.start else NO_START
        last = day_range(wanted.end)[1] if wanted.end else NO_END
    except ValueError as error:
        raise QueryError(str(error)) from error
    if first > last:
        raise QueryError(
            translate("Query", "The period begins (%(start)s) after it ends (%(end)s).")
            % {"start": wanted.start, "end": wanted.end}
        )
    return first, last


class EventIndex:
    """All events of a file as sets of bits, ready to be filtered and counted.

    `text` finds the rows for words (see `TextRows`); without it a filter with text is refused.
    """

    def __init__(self, columns: EventColumns, text: TextRows | None = None) -> None:
        self.columns = columns
        self.facets = {name: FacetPlanes(columns.facets[name], len(columns)) for name in FACETS}
        self._text = text
        self._all = full(len(columns))
        self._contested = pack(columns.contested)
        self._last_text: tuple[str, Words] | None = None

    def answer(self, wanted: Filter) -> Selection:
        """The events that *wanted* lets through, with the counts of every facet.

        Raises UnknownChoice for an id that the file does not have, QueryError for a period
        that cannot be; both are ValueError.
        """
        self._check(wanted)
        common = self._period(wanted) & self._besides(wanted)
        chosen = {name: self._chosen(name, wanted) for name in FACETS}
        passing = self._set_of(common, chosen.values())
        counts = {}
        for name, planes in self.facets.items():
            adds_to_it = chosen[name] is None or (name == "actor" and wanted.all_actors)
            others = (words for facet, words in chosen.items() if facet != name)
            counts[name] = planes.counts(passing if adds_to_it else self._set_of(common, others))
        return Selection(passing.rows.astype(np.int32), len(self.columns), counts)

    def _set_of(self, common: Words, chosen: Iterable[Words | None]) -> EventSet:
        """The events of *common* that meet all that is *chosen*."""
        met = (words for words in chosen if words is not None)
        return EventSet(reduce(np.bitwise_and, met, common), len(self.columns))

    def _check(self, wanted: Filter) -> None:
        for name in FACETS:
            for choice in choices(name, wanted):
                if choice not in self.facets[name]:
                    raise UnknownChoice(name, choice, nearest(choice, self.facets[name].ids))

    def _period(self, wanted: Filter) -> Words:
        first, last = period_days(wanted)
        if first == NO_START and last == NO_END:
            return self._all
        columns = self.columns
        if wanted.certainly:
            return pack((columns.start_latest <= last) & (columns.end_earliest >= first))
        return pack((columns.start_earliest <= last) & (columns.end_latest >= first))

    def _besides(self, wanted: Filter) -> Words:
        """What is neither period nor facet: contested, and the words."""
        found = self._contested if wanted.contested else self._all
        return found & self._words(wanted.text) if wanted.text.strip() else found

    def _words(self, text: str) -> Words:
        """The events with these words, kept for the next question, which often has them too."""
        if self._last_text is None or self._last_text[0] != text:
            if self._text is None:
                raise QueryError(translate("Query", "This file cannot be searched for words."))
            self._last_text = (text, pack_rows(self._text(text), len(self.columns)))
        return self._last_text[1]

    def _chosen(self, name: str, wanted: Filter) -> Words | None:
        """The events that meet one facet's choices, None where there is none."""
        planes = self.facets[name]
        if not getattr(wanted, f"{name}s"):
            return None
        if name != "actor" or not wanted.all_actors:
            return planes.any_of(choices(name, wanted))
        return reduce(np.bitwise_and, (planes.any_of(entry) for entry in wanted.actors))


def choices(facet: str, wanted: Filter) -> tuple[str, ...]:
    """The ids that *wanted* names in *facet*."""
    if facet == "actor":
        return tuple(actor for alternatives in wanted.actors for actor in alternatives)
    named: tuple[str, ...] = getattr(wanted, f"{facet}s")
    return named
