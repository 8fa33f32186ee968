"""Where a text still has room: the occupied pixels of a lane's rows, one byte a pixel."""

from typing import NamedTuple

GAP = 6
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

    def __init__(self, rows: int, line: bytes) -> None:
        """*rows* rows of labels below a *line* of marks: one byte a pixel, 1 where one lies."""
        self.width = len(line)
        self._taken = [bytearray(line), *(bytearray(self.width) for _ in range(rows))]
        self._ones = b"\x01" * self.width

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

    @property
    def below(self) -> bytearray:
        """The first row of labels; where that is taken right below a mark, all rows are lost."""
        return self._taken[1] if len(self._taken) > 1 else bytearray(self._ones)

    @property
    def line(self) -> bytearray:
        """The line of the marks, and one pixel more, which is taken."""
        return self._taken[0] + b"\x01"

    def place(self, anchor: int, width: int, after: int) -> Place | None:
        """Lay a text of *width* pixels, whose mark stands at *anchor*, in the first free place.

        The rows of labels are tried from the top: the text must lie below its mark, and the
        line that leads up to the mark must not run through another text. In a row it begins
        at its mark, else as near to that as it goes. Then the line of the marks itself is
        tried, from pixel *after* on. None where there is no room; then nothing is laid.

        (One loop with plain comparisons: this runs hundreds of times a frame.)
        """
        taken, rows = self._taken, len(self._taken)
        first, last = anchor - width - GAP, anchor + width + GAP
        if first < 0:
            first = 0
        for row in range(1, rows):
            cells = taken[row]
            before = cells.rfind(1, first, anchor + 2)
            if before >= 0 and before >= anchor - 1:
                break  # the leader would run through that text, and so for every row below
            behind = cells.find(1, anchor, last)
            low = before + GAP + 1 if before >= 0 else 0
            if low < anchor - width:
                low = anchor - width
            high = behind - GAP - width if behind >= 0 else self.width - width
            if high > anchor:
                high = anchor
            if low <= high:
                x = anchor - INDENT
                x = low if x < low else high if x > high else x
                cells[x : x + width] = self._ones[:width]
                if row > 1:
                    self._lead(anchor, row)
                return Place(row, x, anchor)
        return self._on_line(width, after)

    def _lead(self, anchor: int, row: int) -> None:
        """Lay the line from a mark down to its text in *row*."""
        for above in range(1, row):
            self.take(above, anchor - 1, anchor + 2)

    def _on_line(self, width: int, after: int) -> Place | None:
        if after + width > self.width or not self.is_free(0, after, after + width + GAP):
            return None
        self.take(0, after, after + width)
        return Place(0, after, None)

    def grow(self, place: Place, width: int, wanted: int) -> bool:
        """Whether a text of *width* pixels at *place* could be made *wanted* pixels wide."""
        begin, end = place.x + width, place.x + wanted
        if end > self.width or not self.is_free(place.row, begin, end + GAP):
            return False
        self.take(place.row, begin, end)
        return True
