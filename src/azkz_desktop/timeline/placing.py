"""Where a text still has room: the occupied pixels of a lane's rows, one byte a pixel."""

from typing import NamedTuple

GAP = 6
"""Free pixels between two texts of one row, at least."""
INDENT = 4
"""A text begins so many pixels left of its mark where there is room."""


_AT_MOST = tuple(bytes(min(value, row) for value in range(256)) for row in range(64))
"""For each row a table that turns rows below it into it."""


class Place(NamedTuple):
    """A place for a text: its row and first pixel, and where its leader comes down, if any."""

    row: int
    x: int
    leader: int | None


class Shelf:
    """The rows of one lane: row 0 is the line of the marks, the rows below hold labels.

    A row is a bytearray, zero where nothing lies; finding the nearest one is one `memchr`.
    `first_taken` has for each pixel the uppermost row of labels that is taken there: no line
    from a mark gets past it. Pixels count from the plot's left edge.
    """

    def __init__(self, rows: int, line: bytes) -> None:
        """*rows* rows of labels below a *line* of marks: one byte a pixel, 1 where one lies."""
        self.width = len(line)
        self.first_taken = bytearray([rows + 1]) * self.width
        self._taken = [bytearray(line), *(bytearray(self.width) for _ in range(rows))]
        self._ones = b"\x01" * self.width

    @property
    def rows(self) -> int:
        """How many rows of labels lie below the line of the marks."""
        return len(self._taken) - 1

    @property
    def line(self) -> bytearray:
        """The line of the marks."""
        return self._taken[0]

    def is_free(self, row: int, first: int, last: int) -> bool:
        """Whether nothing lies on the pixels from *first* up to *last* of *row*."""
        return self._taken[row].find(1, first if first > 0 else 0, last if last > 0 else 0) < 0

    def take(self, row: int, first: int, last: int) -> None:
        """Lay something on the pixels from *first* up to *last*; beyond the edges is cut off."""
        first, last = first if first > 0 else 0, last if last < self.width else self.width
        if last > first:
            self._taken[row][first:last] = self._ones[: last - first]
            if row:
                above = self.first_taken[first:last].translate(_AT_MOST[row])
                self.first_taken[first:last] = above

    def place(self, anchor: int, width: int, after: int) -> Place | None:
        """Lay a text of *width* pixels, whose mark stands at *anchor*, where there is room.

        The rows of labels are tried from the lowest that a line from the mark can reach without
        running through another text: so the rows above stay free for its neighbours, but for
        that line. In a row the text begins at its mark, else as near to that as it goes. Last
        the line of the marks itself is tried, from pixel *after* on. None where there is no
        room; then nothing is laid.
        """
        reach = min(self.first_taken[anchor - 1 if anchor else 0 : anchor + 2]) - 1
        for row in range(reach, 0, -1):
            x = self._room(self._taken[row], anchor, width)
            if x is not None:
                self.take(row, x, x + width)
                if row > 1:
                    self._lead(anchor, row)
                return Place(row, x, anchor)
        return self._on_line(width, after)

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
        first, last = anchor - 1 if anchor else 0, min(anchor + 2, self.width)
        ones = self._ones[: last - first]
        for cells in self._taken[1:row]:
            cells[first:last] = ones
        self.first_taken[first:last] = ones

    def _on_line(self, width: int, after: int) -> Place | None:
        if after + width > self.width or not self.is_free(0, after, after + width + GAP):
            return None
        self.take(0, after, after + width)
        return Place(0, after, None)

    def lift(self, place: Place, width: int) -> Place:
        """Move a text that was laid as far up as it goes: lines are to be short.

        To be called once all texts are placed: `first_taken` is not kept up.
        """
        row, x, anchor = place
        if row < 2 or anchor is None:
            return place
        first, last = x - GAP if x > GAP else 0, x + width + GAP
        before, behind = max(anchor - 1, 0), anchor + 2
        for above in range(1, row):
            cells = self._taken[above]
            # In between its own line comes down.
            if cells.find(1, first, before) < 0 and cells.find(1, behind, last) < 0:
                for below in range(above, row):
                    self._clear(below, before, behind)
                self._clear(row, x, x + width)
                cells[x : x + width] = self._ones[:width]
                return Place(above, x, anchor)
        return place

    def _clear(self, row: int, first: int, last: int) -> None:
        last = min(last, self.width)
        self._taken[row][first:last] = bytes(last - first)

    def grow(self, place: Place, width: int, wanted: int) -> bool:
        """Whether a text of *width* pixels at *place* could be made *wanted* pixels wide."""
        begin, end = place.x + width, place.x + wanted
        if end > self.width or not self.is_free(place.row, begin, end + GAP):
            return False
        self.take(place.row, begin, end)
        return True
