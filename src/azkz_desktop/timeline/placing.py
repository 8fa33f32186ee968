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
        """Lay a text of *width* pixels, whose mark stands at *anchor*, where there is room.

        The rows of labels are tried from the lowest that a line from the mark can reach without
        running through another text: so the rows above stay free for its neighbours, but for
        that line. In a row the text begins at its mark, else as near to that as it goes. Last
        the line of the marks itself is tried, from pixel *after* on. None where there is no
        room; then nothing is laid.
        """
        for row in range(self._reach(anchor), 0, -1):
            x = self._room(self._taken[row], anchor, width)
            if x is not None:
                self._taken[row][x : x + width] = self._ones[:width]
                if row > 1:
                    self._lead(anchor, row)
                return Place(row, x, anchor)
        return self._on_line(width, after)

    def _reach(self, anchor: int) -> int:
        """The lowest row that a line from a mark at *anchor* can reach."""
        first, last = anchor - 1 if anchor else 0, anchor + 2
        for row in range(1, len(self._taken)):
            if self._taken[row].find(1, first, last) >= 0:
                return row - 1
        return len(self._taken) - 1

    def _room(self, cells: bytearray, anchor: int, width: int) -> int | None:
        """Where in a row, which is free at *anchor*, the text can begin, if anywhere.

        (Plain comparisons: this runs some hundred times a frame.)
        """
        first = anchor - width - GAP
        before = cells.rfind(1, first if first > 0 else 0, anchor)
        behind = cells.find(1, anchor, anchor + width + GAP)
        low = before + GAP + 1 if before >= 0 else 0
        if low < anchor - width:
            low = anchor - width
        high = behind - GAP - width if behind >= 0 else self.width - width
        if high > anchor:
            high = anchor
        if low > high:
            return None
        x = anchor - INDENT
        return low if x < low else high if x > high else x

    def _lead(self, anchor: int, row: int) -> None:
        """Lay the line from a mark down to its text in *row*."""
        for above in range(1, row):
            self.take(above, anchor - 1, anchor + 2)

    def _on_line(self, width: int, after: int) -> Place | None:
        if after + width > self.width or not self.is_free(0, after, after + width + GAP):
            return None
        self.take(0, after, after + width)
        return Place(0, after, None)

    def lift(self, place: Place, width: int) -> Place:
        """Move a text that was laid as far up as it goes: lines are to be short."""
        anchor = place.leader
        if place.row < 2 or anchor is None:
            return place
        first, last = place.x - GAP, place.x + width + GAP
        for row in range(1, place.row):
            # In between its own line comes down.
            if self.is_free(row, first, anchor - 1) and self.is_free(row, anchor + 2, last):
                for below in range(row, place.row):
                    self._clear(below, anchor - 1, anchor + 2)
                self._clear(place.row, place.x, place.x + width)
                self.take(row, place.x, place.x + width)
                return Place(row, place.x, anchor)
        return place

    def _clear(self, row: int, first: int, last: int) -> None:
        first, last = max(first, 0), min(last, self.width)
        self._taken[row][first:last] = bytes(last - first)

    def grow(self, place: Place, width: int, wanted: int) -> bool:
        """Whether a text of *width* pixels at *place* could be made *wanted* pixels wide."""
        begin, end = place.x + width, place.x + wanted
        if end > self.width or not self.is_free(place.row, begin, end + GAP):
            return False
        self.take(place.row, begin, end)
        return True
