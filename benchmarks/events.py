"""Sources of events for benchmarks: the bundled file where it stands, and made ones."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from azkz_desktop.dataset.columns import EventColumns, Membership
from azkz_desktop.timeline.source import ClaimDate, Rows, TimelineSource
from azkz_desktop.view.tokens import GROUP_OF_KIND

KINDS = tuple(sorted(GROUP_OF_KIND))
NOUNS = ("Visit to", "Summit in", "Agreement of", "Talks in", "Declaration of", "Contract of")
PLACES = ("Baku", "Astana", "Aktau", "Almaty", "Tbilisi", "Ankara", "Ashgabat", "Tehran")


def made_columns(count: int, seed: int = 1) -> EventColumns:
    """Events of 1991–2026: 70 % instants, 20 % under a month, 10 % up to five years."""
    chance = np.random.default_rng(seed)
    first, last = date(1991, 1, 1).toordinal(), date(2026, 12, 31).toordinal()
    starts, dice = chance.integers(first, last, count), chance.random(count)
    weeks, years = chance.integers(1, 30, count), chance.integers(30, 5 * 365, count)
    ends = starts + np.where(dice < 0.7, 0, np.where(dice < 0.9, weeks, years))
    order = np.lexsort((ends, starts))
    start, end = starts[order].astype(np.int32), ends[order].astype(np.int32)
    actors = chance.integers(0, len(PLACES), 2 * count).astype(np.int32)
    rows = np.arange(count, dtype=np.int32)
    return EventColumns(
        start_earliest=start,
        start_latest=start.copy(),
        end_earliest=end,
        end_latest=end.copy(),
        kind=chance.integers(0, len(KINDS), count).astype(np.uint8),
        kinds=KINDS,
        precision=np.zeros(count, np.uint8),
        precisions=("day",),
        contested=np.zeros(count, np.bool_),
        qualifier=np.zeros(count, np.uint8),
        weight=chance.permutation(count).astype(np.float32),
        parent=np.full(count, -1, np.int32),
        facets={"actor": Membership(np.repeat(rows, 2), actors, PLACES)},
    )


class MadeSource:
    """A `TimelineSource` whose words are made from row numbers."""

    def __init__(self, columns: EventColumns) -> None:
        self.columns = columns

    def shorts(self, rows: Rows) -> Sequence[str]:
        """Two words and a number."""
        return [
            f"{NOUNS[row % len(NOUNS)]} {PLACES[row % len(PLACES)]} {row}" for row in rows.tolist()
        ]

    def titles(self, rows: Rows) -> Sequence[str]:
        """The same and some more."""
        return [f"{short}, told at some length" for short in self.shorts(rows)]

    def ids(self, rows: Rows) -> Sequence[str]:
        """The rows themselves."""
        return [str(row) for row in rows.tolist()]

    def row_of(self, event_id: str) -> int | None:
        """The row that the id is."""
        return int(event_id)

    def date_words(self, rows: Rows) -> Sequence[str]:
        """Plain ISO dates."""
        return [
            date.fromordinal(day).isoformat() for day in self.columns.start_earliest[rows].tolist()
        ]

    def contested_dates(self, rows: Rows) -> Sequence[tuple[ClaimDate, ...]]:
        """None is contested."""
        return [() for _ in rows]

    def names(self, facet: str) -> Mapping[str, str]:
        """The ids are names already."""
        return {choice: choice for choice in self.columns.facets[facet].ids}


def made_source(count: int) -> TimelineSource:
    """*count* made events."""
    return MadeSource(made_columns(count))


def bundled_source() -> TimelineSource:
    """The events of the bundled file."""
    return made_source(412)
