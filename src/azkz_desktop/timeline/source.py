"""What the timeline asks of the data, as a protocol: the dataset or an adapter satisfies it."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import ClaimDate as ClaimDate
from azkz_desktop.dataset.columns import EventColumns

Rows = NDArray[np.int32]


class TimelineSource(Protocol):
    """Columns at once, words only for the rows that are drawn.

    Every method takes int32 rows of `columns` and answers one entry a row, in that order;
    none is called with more than some hundreds of rows.
    """

    @property
    def columns(self) -> EventColumns:
        """All events as numpy columns."""
        ...

    def titles(self, rows: Rows) -> Sequence[str]:
        """The full titles."""
        ...

    def shorts(self, rows: Rows) -> Sequence[str]:
        """Titles of some 24 characters, for labels; the full title where there is none."""
        ...

    def ids(self, rows: Rows) -> Sequence[str]:
        """The events' ids, as a `Focus` holds them."""
        ...

    def row_of(self, event_id: str) -> int | None:
        """The row of an event, None where the file has no such event."""
        ...

    def date_words(self, rows: Rows) -> Sequence[str]:
        """The dates in words ("3 November 2008", "about 1995")."""
        ...

    def contested_dates(self, rows: Rows) -> Sequence[tuple[ClaimDate, ...]]:
        """Each document's own date of contested events; empty where dates are not in dispute."""
        ...

    def disputes(self, rows: Rows) -> Sequence[tuple[str, ...]]:
        """What the documents disagree about in each event, a sentence for each thing."""
        ...

    def names(self, facet: str) -> Mapping[str, str]:
        """How the choices of a facet (actor, theme, place, source) are called, by id."""
        ...
