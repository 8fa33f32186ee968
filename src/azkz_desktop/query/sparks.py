"""Over which years the events of each choice of a facet fall: a small histogram a choice. No Qt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.selection import Selection

BINS = 18
FIELDS = {"kind": "kinds", "actor": "actors", "theme": "themes", "place": "places"} | {
    "source": "sources"
}
"""The field of the filter in which each facet's choices stand."""

Answer = Callable[[Filter], Selection]
Heights = NDArray[np.int64]


class Sparks:
    """Counts the events of every choice by time, over the days `first` to before `end`.

    An event counts in the bin of its earliest day; those outside the days, and those with an
    open start, in none. As in `Selection.counts` a facet's own choice is left aside.
    """

    def __init__(self, columns: EventColumns, first: float, end: float, answer: Answer) -> None:
        self._facets, self._answer, self._total = columns.facets, answer, len(columns)
        self.edges = np.linspace(first, end, BINS + 1)
        starts = columns.start_earliest
        width = (end - first) / BINS
        bins = np.clip((starts - first) // width, -1, BINS).astype(np.int32)
        self._bins = np.where(bins < 0, BINS, bins)  # one bin more for what lies outside

    def of(self, facet: str, wanted: Filter, selection: Selection) -> Heights:
        """The heights, (choices of *facet* × `BINS`), where *selection* answers *wanted*."""
        member = self._facets[facet]
        rows = self._rows(facet, wanted, selection)
        keys = member.code * np.int32(BINS + 1) + self._bins[member.event]
        if len(rows) < self._total:
            within = np.zeros(self._total, np.bool_)
            within[rows] = True
            keys = keys[within[member.event]]
        counted = np.bincount(keys, minlength=len(member.ids) * (BINS + 1))
        return counted.reshape(len(member.ids), BINS + 1)[:, :BINS]

    def _rows(self, facet: str, wanted: Filter, selection: Selection) -> NDArray[np.int32]:
        field = FIELDS[facet]
        adds_to_it = facet == "actor" and wanted.all_actors
        if adds_to_it or not getattr(wanted, field):
            return selection.rows
        aside: dict[str, Any] = {field: ()}
        return self._answer(replace(wanted, **aside)).rows

    def years(self, bin_: int) -> tuple[int, int]:
        """The first and the last year of a bin."""
        first, end = self.edges[bin_], self.edges[bin_ + 1]
        return date.fromordinal(int(first)).year, date.fromordinal(int(np.ceil(end)) - 1).year
