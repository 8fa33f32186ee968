"""In which order events are walked through and listed: that in which their marks stand."""

import numpy as np

from azkz_desktop.dataset.columns import (
    NO_END,
    NO_START,
    Codes,
    EventColumns,
    Floats,
    anchors_of,
)


class TimeOrder:
    """The events of a file by the day of their mark; those of one day in the file's order.

    The file's own order begins with what has no known start ("2005 or earlier"), whose mark
    stands at its end. `days` has the day of each row (see `anchors_of`), `rank` its place.
    """

    def __init__(self, columns: EventColumns) -> None:
        self.days: Floats = _days(columns)
        order = np.argsort(self.days, kind="stable")
        self.rank: Codes = np.empty(len(order), np.int32)
        self.rank[order] = np.arange(len(order), dtype=np.int32)

    def sorted(self, rows: Codes) -> Codes:
        """*rows* (in any order) in the order of time."""
        return rows[np.argsort(self.rank[rows], kind="stable")]

    def step(self, rows: Codes, row: int, by: int) -> int | None:
        """The next one of *rows* (in order of time) after *row*; before it where *by* is negative.

        *row* need not be among them; None at the end.
        """
        ranks, own = self.rank[rows], self.rank[row]
        after, before = ranks.searchsorted(own, "right"), ranks.searchsorted(own) - 1
        at = int(after if by > 0 else before)
        return int(rows[at]) if 0 <= at < len(rows) else None

    def first_from(self, rows: Codes, day: float) -> int:
        """The place of the first of *rows* (in order of time) whose mark stands at *day* or later.

        Their number where none does.
        """
        return int(self.days[rows].searchsorted(day))


def _days(columns: EventColumns) -> Floats:
    first, last = columns.start_earliest, columns.end_latest
    open_start, open_end = first <= NO_START, last >= NO_END
    lasting = (first != columns.end_earliest) | (columns.start_latest != last)
    return anchors_of(
        first.astype(np.float64), last.astype(np.float64) + 1, columns.start_latest, lasting,
        open_start, open_end,
    )  # fmt: skip
