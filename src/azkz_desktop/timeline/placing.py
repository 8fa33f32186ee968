"""Where a text still has room: the occupied stretches of a lane's rows."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

GAP = 6
"""Free pixels between two texts of one row, at least."""
INDENT = 4
"""A text begins so many pixels left of its mark where there is room."""
FAR = 1 << 30
"""A pixel beyond every edge."""
NOWHERE = 0, -1
MISSES = 8
"""After so many texts in a row that were too wide for any place no further one is tried."""


class Wishes(NamedTuple):
    """Events of a lane that would like a label, the most important first.

    Their rows in the file; the pixels at which a line comes down from them: from the mark, or
    where that is out of sight from the left end of the bar that is not; where their bars end.
    The line may come down anywhere up to the pixel of `reaches` (from a mark it may not: that
    lies no further right); it begins at the height of `tops`. (Columns: there are hundreds in
    every frame, of which few are looked at.)
    """

    rows: list[int]
    anchors: list[int]
    afters: list[int]
    reaches: list[int]
    tops: list[float]


class Laid(NamedTuple):
    """Texts that have a place: the columns of their wishes, and where they lie.

    `ranks` are their places among the wishes, `levels` their rows on the shelf (0 is the line of
    the marks), `xs` their first pixels.
    """

    ranks: list[int]
    rows: list[int]
    anchors: list[int]
    levels: list[int]
    xs: list[int]
    widths: list[int]


class Slide(NamedTuple):
    """What a text at `x` keeps for itself in row `level`, from `first` on: to slide over it."""

    level: int
    first: int
    x: int


def nothing_laid() -> Laid:
    """Columns without entries."""
    return Laid([], [], [], [], [], [])


class Shelf:
    """The rows of one lane: row 0 is the line of the marks, the rows below hold labels.

    Each row is the list of the edges between what is free and what is taken, from the left: the
    first pixel of a stretch that is taken, the first one behind it, and so on. So one search
    tells whether a pixel is free (an even number of edges lies before it), and what stands next
    to it. Pixels count from the plot's left edge; beyond it, and a gap away, all is taken.
    """

    def __init__(
        self, rows: int, width: int, line: Iterable[int] = (), *, enters: bool = True
    ) -> None:
        """*rows* rows of labels, *width* pixels, below a *line* of marks, given by its edges.

        `enters`: while one pans, marks may come in at the right edge.
        """
        self.width = width
        self.enters = enters
        self.rows = rows
        first, last = (-FAR, -GAP), (width + GAP, FAR)
        self.line = [*first, *line, *last]
        self.levels = [[*first, *last] for _ in range(rows)]
        self.slides: list[Slide] = []
        self._slid = FAR

    def copy(self) -> "Shelf":
        """Another one on which the same is laid."""
        other = Shelf(0, self.width, enters=self.enters)
        other.rows, other.line = self.rows, self.line.copy()
        other.levels = [edges.copy() for edges in self.levels]
        return other

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

    def settle(
        self, wishes: Wishes, widths: Mapping[int, int], laid: Laid, movable: int = 0
    ) -> None:
        """Lay the texts of *wishes* where there is room, and add them to *laid*.

        *widths* has the pixels of each text by its row. A text lies below its mark, or else on
        the line of the marks, from where the bar ends, or for the first *movable* ones anywhere
        below the bar. (Searches stand here that could be calls: of hundreds of wishes most are
        turned down, in every frame.)
        """
        ranks, rows, anchors, levels, xs, laid_widths = laid
        line, upper, missed = self.line, self.levels[0], 0
        columns = wishes.rows, wishes.anchors, wishes.afters, wishes.reaches
        for rank, row, anchor, after, reach in zip(range(len(wishes.rows)), *columns, strict=True):
            at = bisect_right(upper, anchor)
            is_open = not at & 1 and upper[at - 1] < anchor and upper[at] >= anchor + 2
            if not is_open and anchor < self._slid - 1:
                at = bisect_right(line, after)
                if (at & 1 or line[at] <= after + GAP) and (rank >= movable or reach <= anchor):
                    continue  # no line comes down from it, and something is right behind it
            pixel, width = anchor, widths[row]
            level, x = self._below(anchor, width, at) if is_open else NOWHERE
            if not level:
                x = self._beside(after, width)
                if x < 0 and (rank < movable or anchor + width + 2 * GAP > self._slid):
                    last = reach if rank < movable else anchor
                    pixel, level, x = self._elsewhere(anchor, last, width)
            if x < 0:
                missed += is_open and rank >= movable
                if missed >= MISSES:
                    break
                continue
            missed = 0
            ranks.append(rank)
            rows.append(row)
            anchors.append(pixel)
            levels.append(level)
            xs.append(x)
            laid_widths.append(width)

    def _below(self, anchor: int, width: int, at: int) -> tuple[int, int]:
        """Lay a text and its line below its mark: its row and first pixel, or `NOWHERE`.

        The rows are tried from the lowest that a line from the mark can reach without running
        through another text: so the rows above stay free for its neighbours, but for that line.
        In a row the text begins at its mark, else as near to that as it goes. One that came in
        with its mark at the right edge, which pushes it to the left of that, has for itself all
        that it slides over while one pans: else another text would give way at every step. (But
        one that has no other place has it there, see `_on_slides`.) The first row is open to the
        line; *at* edges of it lie before that.
        """
        levels, far = self.levels, anchor + 2
        passed = [at]
        for edges in levels[1:]:
            at = bisect_right(edges, anchor)
            if at & 1 or edges[at - 1] >= anchor or edges[at] < far:
                break  # something is in the way of a line down through this row
            passed.append(at)
        needed, left, right = width + 2 * GAP, anchor - GAP, anchor + GAP
        row = len(passed)
        while row:
            edges, at = levels[row - 1], passed[row - 1]
            before, behind = edges[at - 1], edges[at]
            if behind - before >= needed and before <= left and behind >= right:
                break
            row -= 1
        else:
            return NOWHERE
        low, high = before + GAP, behind - GAP - width
        first = anchor - min(INDENT, width)
        x = low if first < low else high if first > high else first
        last = x + width
        begin = x
        if x < first and last == self.width and self.enters and low < x:
            begin = max(low, anchor - width)
            self.slides.append(Slide(row, begin, x))
            self._slid = min(self._slid, begin)
        edges[at:at] = begin, last
        del passed[row - 1 :]
        for at, edges in zip(passed, levels, strict=False):
            edges[at:at] = anchor - 1, far
        return row, x

    def _elsewhere(self, anchor: int, reach: int, width: int) -> tuple[int, int, int]:
        """Lay a text below its bar up to *reach*, or else where another one only slides to."""
        if reach > anchor:
            along = self._along(anchor, reach, width)
            if along[1]:
                return along
        return anchor, *self._on_slides(anchor, width)

    def _on_slides(self, anchor: int, width: int) -> tuple[int, int]:
        """Lay a text where a more important one only slides to: its row and first pixel.

        It gives way when that comes; until then nobody would understand why it has no name.
        """
        for slide in self.slides:
            level, first, x = slide
            edges, upper = self.levels[level - 1], self.levels[0]
            begin = bisect_left(edges, first)
            in_the_way = level == 1 and first - 2 < anchor < x
            if anchor >= x or not (in_the_way or x - edges[begin - 1] >= width + 2 * GAP):
                continue
            edges[begin] = x
            at = bisect_right(upper, anchor)
            if not at & 1 and upper[at - 1] < anchor and upper[at] >= anchor + 2:
                found = self._below(anchor, width, at)
                if found[0]:
                    self.slides.remove(slide)
                    return found
            edges[begin] = first
        return NOWHERE

    def _along(self, anchor: int, reach: int, width: int) -> tuple[int, int, int]:
        """Lay a text below a bar, as far left as it goes: its line's pixel, row and first pixel.

        The line comes down from the bar behind *anchor*, at *reach* at the latest, a gap behind
        something that lies in the first row.
        """
        upper = self.levels[0]
        for at in range(bisect_right(upper, anchor) - 1 | 1, len(upper) - 1, 2):
            pixel = max(upper[at] + GAP, anchor)
            if pixel > reach:
                break
            if upper[at + 1] >= pixel + 2:
                level, x = self._below(pixel, width, bisect_right(upper, pixel))
                if level:
                    return pixel, level, x
        return anchor, *NOWHERE

    def _beside(self, after: int, width: int) -> int:
        """Lay a text on the line of the marks, from pixel *after* on: that, or less than 0."""
        line = self.line
        at = bisect_right(line, after)
        if at & 1 or line[at] < after + width + GAP:
            return -1
        line[at:at] = after, after + width
        return after

    def lift(self, laid: Laid, begin: int) -> None:
        """Move the texts of *laid* from number *begin* on up as far as it goes, the upper first.

        For lines are to be short.
        """
        _, _, anchors, rows, xs, widths = laid
        lower = [at for at in range(begin, len(rows)) if rows[at] > 1]
        lower.sort(key=rows.__getitem__)
        for at in lower:
            rows[at] = self._lifted(rows[at], xs[at], widths[at], anchors[at])

    def _lifted(self, row: int, x: int, width: int, anchor: int) -> int:
        """The row to which a text is moved: in the rows above its own line gives way to it."""
        levels, first, last = self.levels, x - GAP, x + width + GAP
        for above in range(row - 1):
            edges = levels[above]
            at = bisect_right(edges, anchor)
            if edges[at - 2] <= first and edges[at + 1] >= last:
                edges[at - 1 : at + 1] = x, x + width
                for between in levels[above + 1 : row - 1]:
                    at = bisect_right(between, anchor)
                    del between[at - 1 : at + 1]
                at = bisect_right(levels[row - 1], x)
                del levels[row - 1][at - 1 : at + 1]
                return above + 1
        return row

    def room(self, row: int, x: int) -> int:
        """How wide a text that was laid at pixel *x* of *row* could be."""
        edges = self.levels[row - 1] if row else self.line
        return edges[bisect_right(edges, x) + 1] - GAP - x

    def widen(self, row: int, x: int, width: int) -> None:
        """Make a text that was laid at pixel *x* of *row* so wide as it has `room` to be."""
        edges = self._edges(row)
        edges[bisect_right(edges, x)] = x + width
