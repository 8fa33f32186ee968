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

    All rows lie one after the other in one bytearray, zero where nothing lies: finding what is
    nearest in a row is one `memchr`. Pixels count from the plot's left edge.
    """

    def __init__(self, rows: int, line: bytes) -> None:
        """*rows* rows of labels below a *line* of marks: one byte a pixel, 1 where one lies."""
        self.width = len(line)
        self.rows = rows
        self.cells = bytearray(line) + bytes(rows * self.width)
        self._ones = b"\x01" * self.width

    def is_free(self, row: int, first: int, last: int) -> bool:
        """Whether nothing lies on the pixels from *first* up to *last* of *row*."""
        first, last, base = max(first, 0), min(last, self.width), row * self.width
        return last <= first or self.cells.find(1, base + first, base + last) < 0

    def take(self, row: int, first: int, last: int) -> None:
        """Lay something on the pixels from *first* up to *last*; beyond the edges is cut off."""
        first, last, base = max(first, 0), min(last, self.width), row * self.width
        if last > first:
            self.cells[base + first : base + last] = self._ones[: last - first]

    def place(self, anchor: int, width: int, after: int) -> Place | None:
        """Lay a text of *width* pixels, whose mark stands at *anchor*, where there is room.

        The rows of labels are tried from the lowest that a line from the mark can reach without
        running through another text: so the rows above stay free for its neighbours, but for
        that line. In a row the text begins at its mark, else as near to that as it goes. Last
        the line of the marks itself is tried, from pixel *after* on. None where there is no
        room; then nothing is laid.
        """
        cells, across = self.cells, self.width
        near, far = anchor - 1 if anchor else 0, anchor + 2 if anchor + 2 < across else across
        base, bottom = across, len(cells)
        while base < bottom and cells.find(1, base + near, base + far) < 0:
            base += across  # nothing is in the way of a line down through this row
        lowest, highest = anchor - width, across - width
        lowest = lowest if lowest > 0 else 0
        highest = highest if highest < anchor else anchor
        first, last = lowest - GAP, anchor + width + GAP
        first, last = first if first > 0 else 0, last if last < across else across
        base -= across
        while base:
            mark = base + anchor
            before = cells.rfind(1, base + first, mark) - base + GAP + 1
            behind = cells.find(1, mark, base + last)
            low = before if before > lowest else lowest
            high = highest
            if behind >= 0 and behind - base - GAP - width < high:
                high = behind - base - GAP - width
            if low <= high:
                x = anchor - INDENT
                x = low if x < low else high if x > high else x
                begin = base + x
                cells[begin : begin + width] = self._ones[:width]
                row = base // across
                if row > 1:
                    ones = self._ones[: far - near]
                    for upper in range(across, base, across):
                        cells[upper + near : upper + far] = ones
                return Place(row, x, anchor)
            base -= across
        return self._on_line(width, after)

    def _on_line(self, width: int, after: int) -> Place | None:
        if after + width > self.width or not self.is_free(0, after, after + width + GAP):
            return None
        self.take(0, after, after + width)
        return Place(0, after, None)

    def lift(self, place: Place, width: int) -> Place:
        """Move a text that was laid as far up as it goes: lines are to be short."""
        row, x, anchor = place
        if row < 2 or anchor is None:
            return place
        cells, across = self.cells, self.width
        first, last = x - GAP if x > GAP else 0, min(x + width + GAP, across)
        before, behind = max(anchor - 1, 0), anchor + 2
        for above in range(1, row):
            base = above * across
            # In between its own line comes down.
            if (
                cells.find(1, base + first, base + before) < 0
                and cells.find(1, base + behind, base + last) < 0
            ):
                self._move(place, anchor, width, above)
                return Place(above, x, anchor)
        return place

    def _move(self, place: Place, anchor: int, width: int, above: int) -> None:
        """Take a text and its line from the rows below *above*, and lay it there."""
        cells, across, (row, x, _) = self.cells, self.width, place
        first, last = max(anchor - 1, 0), min(anchor + 2, across)
        nothing = bytes(last - first)
        for base in range(above * across, row * across, across):
            cells[base + first : base + last] = nothing
        begin = row * across + x
        cells[begin : begin + width] = bytes(width)
        begin = above * across + x
        cells[begin : begin + width] = self._ones[:width]

    def grow(self, place: Place, width: int, wanted: int) -> bool:
        """Whether a text of *width* pixels at *place* could be made *wanted* pixels wide."""
        begin, end = place.x + width, place.x + wanted
        if end > self.width or not self.is_free(place.row, begin, end + GAP):
            return False
        self.take(place.row, begin, end)
        return True
