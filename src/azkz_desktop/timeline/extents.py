"""Where in time an event is drawn: its anchor, its possible span and its certain core.

Bounds are whole days, inclusive; drawn, day *d* lies between *d* and *d* + 1.
"""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import (
    NO_END,
    NO_START,
    EventColumns,
    Flags,
    Floats,
    anchors_of,
)
from azkz_desktop.dates.days import FIRST_DAY, LAST_DAY
from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.source import Rows

Bounds = tuple[int, int, int, int]
Days = dict[Bounds, tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class Extents:
    """One entry an event, in days.

    `first` … `last` is the possible span (±2**30 where open), `core_first` … `core_last` the
    part that it certainly fills (empty where core_last <= core_first), `anchor` where its mark
    stands. `lasting` tells a duration from an instant that is only imprecisely known. Where it
    ended, but nobody tells when (`unknown_end`), `last` is the last day on which it may have
    begun: it does not go on for ever. The same with its start.
    """

    first: Floats
    last: Floats
    core_first: Floats
    core_last: Floats
    anchor: Floats
    lasting: Flags
    open_start: Flags
    open_end: Flags
    unknown_start: Flags
    unknown_end: Flags

    def take(self, places: NDArray[np.intp]) -> "Extents":
        """The extents at these places."""
        return Extents(*(getattr(self, name).take(places) for name in self.__slots__))


def extents(columns: EventColumns, rows: Rows) -> Extents:
    """The extents of *rows*."""
    return of_bounds(
        columns.start_earliest[rows],
        columns.start_latest[rows],
        columns.end_earliest[rows],
        columns.end_latest[rows],
    )


def hull(span: Extents) -> tuple[float, float] | None:
    """From when to when all of *span* is drawn together; None where no day is known of it.

    Of what is open that is what is known beside the open end: there are mark and arrow.
    """
    # The calendar's own ends are no days that anybody told.
    told = np.concatenate((span.core_first, span.core_last - 1))
    told = told[(told > FIRST_DAY) & (told < LAST_DAY)]
    begins = np.concatenate((span.first[span.first >= FIRST_DAY], told))
    ends = np.concatenate((span.last[span.last <= LAST_DAY + 1], told + 1))
    return (float(begins.min()), float(ends.max())) if len(begins) and len(ends) else None


def stand_days(span: Extents) -> NDArray[np.int32]:
    """On which day the mark of each event stands."""
    return np.floor(span.anchor).astype(np.int32)


def of_bounds(
    start_earliest: NDArray[np.int32],
    start_latest: NDArray[np.int32],
    end_earliest: NDArray[np.int32],
    end_latest: NDArray[np.int32],
) -> Extents:
    """The extents of events with these bounds (int32 arrays of one length)."""
    open_start, open_end = start_earliest <= NO_START, end_latest >= NO_END
    lasting = (start_earliest != end_earliest) | (start_latest != end_latest)
    first = start_earliest.astype(np.float64)
    last = end_latest.astype(np.float64) + 1
    anchor = anchors_of(first, last, start_latest, lasting, open_start, open_end)
    unknown_start = unknown_end = np.zeros(len(first), np.bool_)
    if open_end.any():
        unknown_end = open_end & (end_earliest < NO_END) & (start_latest < LAST_DAY)
        last, open_end = np.where(unknown_end, start_latest + 1.0, last), open_end & ~unknown_end
    if open_start.any():
        unknown_start = open_start & (start_latest > NO_START) & (end_earliest > FIRST_DAY)
        first, open_start = (
            np.where(unknown_start, end_earliest, first),
            open_start & ~unknown_start,
        )
    return Extents(
        first=first,
        last=last,
        core_first=start_latest.astype(np.float64),
        core_last=end_earliest.astype(np.float64) + 1,
        anchor=anchor,
        lasting=lasting,
        open_start=open_start,
        open_end=open_end,
        unknown_start=unknown_start,
        unknown_end=unknown_end,
    )


def bounds_of(columns: EventColumns, row: int) -> Bounds:
    """The bounds of an event, as a claim has them."""
    starts = int(columns.start_earliest[row]), int(columns.start_latest[row])
    return *starts, int(columns.end_earliest[row]), int(columns.end_latest[row])


def days_of(bounds: Collection[Bounds]) -> Days:
    """Of each of *bounds* the days of its mark, its begin and its end, all in one go."""
    span = of_bounds(*np.array([*bounds], np.int32).reshape(-1, 4).T)
    columns = (span.anchor.tolist(), span.first.tolist(), span.last.tolist())
    return dict(zip(bounds, zip(*columns, strict=True), strict=True))
