"""All events as numpy columns: what layout and query work on, whatever their number."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dates.days import LAST_DAY
from azkz_desktop.lean import dataclass

NO_START = -(2**30)
"""Day that stands for NULL in a start bound: before everything."""
NO_END = 2**30
"""Day that stands for NULL in an end bound: after everything."""

APPROXIMATE = 1
UNCERTAIN = 2

Days = NDArray[np.int32]
Codes = NDArray[np.int32]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


class Membership(NamedTuple):
    """Which events have which choices of one facet, as pairs, and the choices' ids.

    `event[i]` (row) has the choice `code[i]`, an index into `ids`. Sorted by event, then by
    the order in which the event names them (the main one first).
    """

    event: Codes
    code: Codes
    ids: tuple[str, ...]


class ClaimDate(NamedTuple):
    """When one document says that an event was: bounds as in `EventColumns`, and its EDTF."""

    start_earliest: int
    start_latest: int
    end_earliest: int
    end_latest: int
    source_key: str
    edtf: str


@dataclass(frozen=True, slots=True)
class EventColumns:
    """One row an event, in the order of time that every list has.

    The order is start_earliest (none first), end_latest (none last), id; a *row* is the index
    into these arrays, and the event's `no` in the file is its row + 1.

    Bounds are int32 proleptic Gregorian ordinals, inclusive, `NO_START`/`NO_END` for NULL.
    `kind` and `precision` are uint8 codes into `kinds` and `precisions`; `weight` is the
    importance by which labels are chosen (float32, larger first, no two alike);
    `qualifier` has the bits `APPROXIMATE` and `UNCERTAIN`; `parent` is a row or −1.
    `facets` holds a `Membership` for each of kind, actor, theme, place and source.
    """

    start_earliest: Days
    start_latest: Days
    end_earliest: Days
    end_latest: Days
    kind: NDArray[np.uint8]
    kinds: tuple[str, ...]
    precision: NDArray[np.uint8]
    precisions: tuple[str, ...]
    contested: NDArray[np.bool_]
    qualifier: NDArray[np.uint8]
    weight: NDArray[np.float32]
    parent: Codes
    facets: dict[str, Membership]

    def __len__(self) -> int:
        return len(self.start_earliest)


def anchors_of(
    first: Floats,
    last: Floats,
    start_latest: Days,
    lasting: Flags,
    open_start: Flags,
    open_end: Flags,
) -> Floats:
    """Where marks stand, in days: an instant in the middle of its span, a duration at its start.

    *first* to *last* (the day after) is the possible span. Where a side is open, the mark stands
    at the other; where both are, nowhere in sight.
    """
    # "2010 or later" may have begun up to the calendar's last day.
    start_known = np.where(start_latest >= LAST_DAY, first + 1.0, start_latest + 1.0)
    middle = np.where(lasting, (first + np.minimum(start_known, last)) / 2, (first + last) / 2)
    anchor = np.where(open_end & ~lasting, first + 0.5, middle)
    return np.where(open_start, last - 0.5, anchor)


def run_starts(ordered: NDArray[Any]) -> NDArray[np.intp]:
    """Where each run of equal values begins in a sorted array.

    As `np.unique` with `return_index` says it, which would import all of `numpy.ma` for it.
    """
    begins = np.ones(len(ordered), dtype=np.bool_)
    begins[1:] = ordered[1:] != ordered[:-1]
    return np.flatnonzero(begins)
