"""Where a text still has room: the occupied stretches of a lane's rows."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

GAP = 6
"""Free pixels between two texts of one row, at least."""
INDENT = 4
"""A text begins so many pixels left of its mark where there is room."""
FAR = 1 << 30
"""A pixel beyond every edge."""
Place = tuple[int, int]
"""A place for a text: its row (0 is the line of the marks) and its first pixel."""


class Shelf:
    """The rows of one lane: row 0 is the line of the marks, the rows below hold labels.

    Each row is the list of the edges between what is free and what is taken, from the left: the
    first pixel of a stretch that is taken, the first one behind it, and so on. So one search
    tells whether a pixel is free (an even number of edges lies before it), and what stands next
    to it. Pixels count from the plot's left edge; beyond it, and a gap away, all is taken.
    """

    def __init__(self, rows: int, width: int, line: Iterable[int] = ()) -> None:
        """*rows* rows of labels, *width* pixels, below a *line* of marks, given by its edges."""
        self.width = width
        self.rows = rows
        first, last = (-FAR, -GAP), (width + GAP, FAR)
        self.line = [*first, *line, *last]
        self.levels = [[*first, *last] for _ in range(rows)]

    def _edges(self, row: int) -> list[int]:
        return self.levels[row - 1] if row else self.line

    def is_free(self, row: int, first: int, last: int) -> bool:
        """Whether nothing lies on the pixels from *first* up to *last* of *row*."""
        first, last, edges = max(first, 0), min(last, self.width), self._edges(row)
        at = bisect_right(edges, first)
        return last <= first or (at % 2 == 0 and last <= edges[at])

    def take(self, row: int, first: int, last: int) -> None:
        """Lay something on the pixels from *first* up to *last*; beyond the edges is cut off."""
        first, last, edges = max(first, 0), min(last, self.width), self._edges(row)
        if last > first:
            low, high = bisect_left(edges, first), bisect_right(edges, last)
            # An edge that lies in what is taken already is none.
            edges[low:high] = [first][low % 2 :] + [last][high % 2 :]

    def place(self, anchor: int, width: int, after: int) -> Place | None:
        """Lay a text of *width* pixels, whose mark stands at *anchor*, where there is room.

        The rows of labels are tried from the lowest that a line from the mark can reach without
        running through another text: so the rows above stay free for its neighbours, but for
        that line. In a row the text begins at its mark, else as near to that as it goes. Last
        the line of the marks itself is tried, from pixel *after* on. None where there is no
        room; then nothing is laid.
        """
        near, far, farthest = anchor - 1, anchor + 2, anchor - width
        found = 0
        passed: list[int] = []
        for row, edges in enumerate(self.levels, 1):
            at = bisect_right(edges, anchor)
            before, behind = edges[at - 1], edges[at]
            if at & 1 or before > near or behind < far:
                break  # something is in the way of a line down through this row
            passed.append(at)
            low, high = before + GAP, behind - GAP - width
            if low < farthest:
                low = farthest
            if high > anchor:
                high = anchor
            if low <= high:
                found, left, right = row, low, high
        if not found:
            return self._on_line(width, after)
        x = anchor - INDENT
        x = left if x < left else right if x > right else x
        at = passed[found - 1]
        self.levels[found - 1][at:at] = x, x + width
        for row in range(found - 1):
            at = passed[row]
            self.levels[row][at:at] = near, far
        return found, x

    def _on_line(self, width: int, after: int) -> Place | None:
        at = bisect_right(self.line, after)
        if at & 1 or self.line[at] < after + width + GAP:
            return None
        self.line[at:at] = after, after + width
        return 0, after

    def lift(self, row: int, x: int, width: int, anchor: int) -> int:
        """Move a text that was laid as far up as it goes, for lines are to be short: its new row.

        In the rows above its own line comes down, which gives way to it.
        """
        levels, first, last = self.levels, x - GAP, x + width + GAP
        for above in range(row - 1):
            edges = levels[above]
            at = bisect_right(edges, anchor)
            if edges[at - 2] <= first and edges[at + 1] >= last:
                edges[at - 1 : at + 1] = x, x + width
                for between in range(above + 1, row):
                    edges = levels[between]
                    at = bisect_right(edges, x if between == row - 1 else anchor)
                    del edges[at - 1 : at + 1]
                return above + 1
        return row

    def room(self, row: int, x: int) -> int:
        """How wide a text that was laid at pixel *x* of *row* could be."""
        edges = self._edges(row)
        return edges[bisect_right(edges, x) + 1] - GAP - x

    def widen(self, row: int, x: int, width: int) -> None:
        """Make a text that was laid at pixel *x* of *row* so wide as it has `room` to be."""
        edges = self._edges(row)
        edges[bisect_right(edges, x)] = x + width
