"""In which order the table shows its rows: sorted by several columns, in numbers. No Qt."""

from collections.abc import Generator

import numpy as np

from azkz_desktop.dataset.columns import Codes
from azkz_desktop.dataset.fold import fold
from azkz_desktop.panels.table_columns import COLUMNS, Ranks, TableSource

AT_ONCE = 64
"""Titles that are read between two looks at the clock."""
COMPARED = 40
"""Letters by which titles are compared (eights); then the order of time decides."""


def direction(entry: str) -> tuple[str, bool]:
    """A sort's entry as the column's id and whether it runs from the largest down."""
    return entry.removeprefix("-"), entry.startswith("-")


def toggled(sort: tuple[str, ...], column: str, *, further: bool) -> tuple[str, ...]:
    """*sort* after a press on the heading of *column*: sorted by it, or the other way round.

    *further*: what it was sorted by before stays and goes first.
    """
    first = f"-{column}" if COLUMNS[column].largest_first else column
    other = column if first != column else f"-{column}"
    entry = other if first in sort else first
    if not further:
        return (entry,)
    if first in sort or other in sort:
        return tuple(entry if direction(one)[0] == column else one for one in sort)
    return (*sort, entry)


class Orders:
    """The ranks of an open file's rows, made when first asked for."""

    def __init__(self, source: TableSource) -> None:
        self._source = source
        self._ranks: dict[str, Ranks] = {}

    def known(self, sort: tuple[str, ...]) -> tuple[str, ...]:
        """The entries of *sort* that name columns which sort."""
        return tuple(
            one for one in sort if (column := COLUMNS.get(direction(one)[0])) and column.sorts
        )

    def needs_titles(self, sort: tuple[str, ...]) -> bool:
        """Whether all titles must be read before rows can be sorted so."""
        return "title" not in self._ranks and any(
            COLUMNS[direction(one)[0]].by_title for one in self.known(sort)
        )

    def read_titles(self) -> Generator[int, None, None]:
        """Read all titles and rank them; yields how many have been read, every few."""
        count = len(self._source.columns)
        keys = np.zeros(count, f"S{COMPARED}")
        for start in range(0, count, AT_ONCE):
            end = min(start + AT_ONCE, count)
            titles = self._source.titles(list(range(start, end)))
            keys[start:end] = [fold(title).encode("ascii") for title in titles]
            yield end
        self._ranks["title"] = _ranked(keys)

    def rows(self, rows: Codes, sort: tuple[str, ...]) -> Codes:
        """*rows* sorted by *sort*; what is equal stays in the order of time.

        Titles count only once they have been read.
        """
        rows = self._source.order.sorted(rows)
        keys = [key for one in self.known(sort) if (key := self._key(one, rows)) is not None]
        return rows[np.lexsort(keys[::-1])] if keys else rows

    def _key(self, entry: str, rows: Codes) -> Ranks | None:
        column, backwards = direction(entry)
        ranks = self._ranks_of(column)
        if ranks is None:
            return None
        # ~ turns the order round and, unlike -, has no number that it cannot turn.
        return ~ranks[rows] if backwards else ranks[rows]

    def _ranks_of(self, column: str) -> Ranks | None:
        if column not in self._ranks:
            make = COLUMNS[column].ranks
            if make is None:
                return None
            self._ranks[column] = make(self._source)
        return self._ranks[column]


def _ranked(keys: np.ndarray) -> Ranks:
    """The rank of each key. Eight letters compare as one number, twice as fast as letters."""
    words = keys.view(">u8").reshape(len(keys), COMPARED // 8).astype(np.uint64)
    order = np.lexsort(words.T[::-1])
    ranks = np.empty(len(keys), np.int32)
    ranks[order] = np.arange(len(keys), dtype=np.int32)
    return ranks
