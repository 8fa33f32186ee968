"""Where a text still has room: the occupied pixels of a lane's rows, one byte a pixel."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

GAP = 7
"""Free pixels between two texts of one row, at least."""
INDENT = 4
"""A text begins so many pixels left of its mark where there is room."""


class Place(NamedTuple):
    """A place for a text: its row and first pixel, and where its leader comes down, if any."""

    row: int
    x: int
    leader: int | None


class Shelf:
    """The rows of one lane: row 0 is the line of the marks, the rows below hold labels.

    A row is a bytearray, zero where nothing lies; finding the nearest one is one `memchr`.
    Pixels count from the plot's left edge.
    """

    def __init__(self, rows: int, width: int) -> None:
        self.width = width
        self._taken = [bytearray(width) for _ in range(rows + 1)]
        self._ones = b"\x01" * width

    @property
    def rows(self) -> int:
        """How many rows of labels lie below the line of the marks."""
        return len(self._taken) - 1

    def is_free(self, row: int, first: int, last: int) -> bool:
        """Whether nothing lies on the pixels from *first* up to *last* of *row*."""
        return self._taken[row].find(1, max(first, 0), max(last, 0)) < 0

    def take(self, row: int, first: int, last: int) -> None:
        """Lay something on the pixels from *first* up to *last*; beyond the edges is cut off."""
        first, last = max(first, 0), min(last, self.width)
        if last > first:
            self._taken[row][first:last] = self._ones[: last - first]

    def take_many(self, firsts: NDArray[np.int64], lasts: NDArray[np.int64]) -> None:
        """`take` on the line of the marks for many stretches at once."""
        edges = np.bincount(np.clip(firsts, 0, self.width), minlength=self.width + 1)
        edges -= np.bincount(np.clip(lasts, 0, self.width), minlength=self.width + 1)
        covered = np.cumsum(edges[: self.width]) > 0
        self._taken[0] = bytearray((covered | np.frombuffer(self._taken[0], np.bool_)).tobytes())

    def is_hopeless(self, anchor: int, after: int) -> bool:
        """Whether a text lies right below the mark and something right behind it."""
        rows = self._taken
        below = len(rows) < 2 or rows[1][anchor]
        return bool(below and (after >= self.width or rows[0][after]))

    def find(self, anchor: int, width: int, after: int) -> Place | None:
        """The first free place for a text of *width* pixels whose mark stands at *anchor*.

        The rows of labels are tried from the top: the text must lie below its mark, and the
        line that leads up to the mark must not run through another text. Then the line of the
        marks itself is tried, from pixel *after* on.
        """
        for row in range(1, len(self._taken)):
            low, high = self._room(row, anchor, width)
            if low > anchor or high <= anchor:
                break  # the leader would run through this text, and so for every row below
            x = self._begin(low, high, anchor, width)
            if x is not None:
                return Place(row, x, anchor)
        if after + width <= self.width and self.is_free(0, after, after + width + GAP):
            return Place(0, after, None)
        return None

    def _room(self, row: int, anchor: int, width: int) -> tuple[int, int]:
        """The free pixels about *anchor*, as far as a text of *width* could need them."""
        cells = self._taken[row]
        first, last = max(anchor - width - GAP, 0), min(anchor + width + GAP, self.width)
        before = cells.rfind(1, first, anchor + 2)
        if before >= anchor - 1:
            return anchor + 1, anchor
        behind = cells.find(1, anchor, last)
        low = before + GAP + 1 if before >= 0 else max(first, 0)
        return low, (behind - GAP if behind >= 0 else last)

    def _begin(self, low: int, high: int, anchor: int, width: int) -> int | None:
        """Where a text between *low* and *high* begins: at its mark, else as near as it goes."""
        lowest = max(low, anchor - width)
        highest = min(high - width, anchor)
        if lowest > highest:
            return None
        return min(max(anchor - INDENT, lowest), highest)

    def settle(self, place: Place, width: int) -> None:
        """Lay a text of *width* pixels, and its leader, at *place*."""
        self.take(place.row, place.x, place.x + width)
        if place.leader is not None:
            for row in range(1, place.row):
                self.take(row, place.leader - 1, place.leader + 2)

    def room_behind(self, place: Place, width: int) -> int:
        """How many pixels a text of *width* pixels at *place* can have if it grows rightward."""
        end = self._taken[place.row].find(1, place.x + width)
        return (self.width if end < 0 else end - GAP) - place.x
