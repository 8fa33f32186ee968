"""In which order events are walked through and listed: that in which their marks stand."""

from bisect import bisect_left, bisect_right

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
        self._rows = np.argsort(self.days, kind="stable").astype(np.int32)
        self.rank: Codes = np.empty(len(self._rows), np.int32)
        self.rank[self._rows] = np.arange(len(self._rows), dtype=np.int32)
        self._sorted: tuple[Codes, Codes] | None = None

    def sorted(self, rows: Codes) -> Codes:
        """*rows* (in any order, not to be changed) in the order of time, not to be changed.

        The same array as before where the same one is asked for: of a million each step by key
        would have to sort them again.
        """
        if self._sorted is None or self._sorted[0] is not rows:
            ordered = self._rows[np.sort(self.rank[rows])]
            ordered.flags.writeable = False
            self._sorted = rows, ordered
        return self._sorted[1]

    def step(self, rows: Codes, row: int, by: int) -> int | None:
        """The next one of *rows* (in order of time) after *row*; before it where *by* is negative.

        *row* need not be among them; None at the end.
        """
        # Twenty of a million are looked at: taking the ranks of all would look at each.
        rank, own = self.rank.item, self.rank.item(row)
        at = bisect_right(rows, own, key=rank) if by > 0 else bisect_left(rows, own, key=rank) - 1
        return int(rows[at]) if 0 <= at < len(rows) else None

    def first_from(self, rows: Codes, day: float) -> int:
        """The place of the first of *rows* (in order of time) whose mark stands at *day* or later.

        Their number where none does.
        """
        return bisect_left(rows, day, key=self.days.item)


def _days(columns: EventColumns) -> Floats:
    first, last = columns.start_earliest, columns.end_latest
    open_start, open_end = first <= NO_START, last >= NO_END
    lasting = (first != columns.end_earliest) | (columns.start_latest != last)
    return anchors_of(
        first.astype(np.float64), last.astype(np.float64) + 1, columns.start_latest, lasting,
        open_start, open_end,
    )  # fmt: skip
