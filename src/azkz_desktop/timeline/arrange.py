"""How the height is shared out: axis on top, lanes below it, bands of figures at the bottom."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.marks import Rect
from azkz_desktop.timeline.tracks import TRACKS

if TYPE_CHECKING:
    from azkz_desktop.timeline.eralines import EraPlan

SPARED = 3
"""Of so many rows of labels one is for further lines of bars."""
MOST_ROWS = 14
"""Rows of labels in a lane, at most: below that leaders get too long to follow."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """All lengths in pixels, in proportion to the height of a label's line of text.

    `line` is the height of a line of label text (13 where labels have 11 px).
    """

    line: float = 13.0

    @property
    def factor(self) -> float:
        """How much larger everything is than where labels have 11 px."""
        return self.line / 13.0

    @property
    def spot(self) -> float:
        """Radius of an event's mark."""
        return 5.0 * self.factor

    @property
    def margin(self) -> float:
        """Free pixels beside the names of lanes."""
        return round(8.0 * self.factor)

    @property
    def strip(self) -> float:
        """Height of the part of a lane in which its marks stand; even."""
        return 2 * round(6.0 * self.factor)

    @property
    def gap(self) -> float:
        """Between the line above a lane and `strip`: no ring about a mark touches that line."""
        return round(2.0 * self.factor)

    @property
    def track(self) -> float:
        """How far apart the lines lie on which a lane's bars run."""
        return round(4.0 * self.factor)

    @property
    def below(self) -> float:
        """How far apart the lines lie that bars have below these."""
        return round(5.0 * self.factor)

    @property
    def bar(self) -> float:
        """Height of the bar of an event that lasts."""
        return round(3.0 * self.factor)

    @property
    def stub(self) -> float:
        """How long a bar fades out whose end nobody tells."""
        return round(24.0 * self.factor)

    @property
    def axis(self) -> float:
        """Height of the axis."""
        return round(20.0 * self.factor)

    @property
    def era(self) -> float:
        """Height of a line of eras."""
        return round(14.0 * self.factor)

    @property
    def band(self) -> float:
        """Height of a band of figures."""
        return round(47.0 * self.factor)

    @property
    def notice(self) -> float:
        """Height of the line that stands for figures without room."""
        return self.line + round(4.0 * self.factor)

    @property
    def lane(self) -> float:
        """The least height of an open lane: its marks and one row of labels."""
        return self.gap + self.strip + self.line

    @property
    def folded(self) -> float:
        """The height of a folded lane: its marks alone, clear of the line below, too."""
        return self.gap + self.strip + round(self.factor)


class Heights(NamedTuple):
    """What has room below the axis: so many `bands` of figures, `eras`, and pixels of `lanes`.

    `eras` is None where none are wanted; `notice` are the pixels of a line that says that figures
    are wanted, but none has room.
    """

    bands: int
    eras: "EraPlan | None"
    lanes: float
    notice: float = 0.0

    @property
    def over_lanes(self) -> float:
        """Pixels that the eras take between the axis and the lanes."""
        return self.eras.height if self.eras else 0.0


@dataclass(frozen=True, slots=True)
class LaneRoom:
    """Where a lane lies: from `top`, `height` high, with `rows` rows of labels.

    Its bars run on `lines` lines; those below the first three take some of the rows.
    """

    top: float
    height: float
    rows: int
    lines: int = TRACKS


def arrange(
    demands: Sequence[int],
    folded: Sequence[bool],
    height: float,
    sizes: Sizes,
    boxed: Sequence[int] = (),
) -> list[LaneRoom]:
    """Lanes of `demands[i]` events in *height* pixels, from 0; they may need more than that.

    Open containers in lane i need `boxed[i]` rows besides those of its labels.

    Every open lane has one row of labels; what height is left gives further rows, one by one
    to the lane that has most events a row. It does not depend on which events are in sight (but
    for open containers, which need much room), so that lanes keep their places while one pans and
    zooms.
    """
    rows = [0 if shut else 1 for shut in folded]
    more = boxed or [0] * len(rows)
    boxes = [0 if shut else count for shut, count in zip(folded, more, strict=True)]
    least = sum(sizes.folded if shut else sizes.lane for shut in folded)
    left = height - least - sum(boxes) * sizes.line
    while left >= sizes.line and (lane := _neediest(demands, rows)) is not None:
        rows[lane] += 1
        left -= sizes.line
    rows = [count + box for count, box in zip(rows, boxes, strict=True)]
    return _stacked(rows, max(left, 0.0), sizes)


def _neediest(demands: Sequence[int], rows: Sequence[int]) -> int | None:
    """The lane with most events a row, None where all have as many rows as they can use."""
    open_lanes = [
        lane for lane, count in enumerate(rows) if 0 < count < min(MOST_ROWS, max(demands[lane], 1))
    ]
    return max(open_lanes, key=lambda lane: demands[lane] / rows[lane], default=None)


def _stacked(rows: Sequence[int], left: float, sizes: Sizes) -> list[LaneRoom]:
    padding = min(left / len(rows), sizes.line) if rows else 0.0
    rooms, top = [], 0.0
    for count in rows:
        height = sizes.lane + (count - 1) * sizes.line if count else sizes.folded
        bottom = top + height + padding
        rooms.append(LaneRoom(round(top), round(bottom) - round(top), count))
        top = bottom
    return rooms


def lines_for(wanted: int, rows: int, sizes: Sizes) -> int:
    """How many of the *wanted* lines bars have in a lane of *rows* rows: a third is for these.

    Of a single row that would be one line more: not worth a row of names.
    """
    if rows < 2 * SPARED:
        return TRACKS
    room = rows // SPARED * sizes.line + sizes.strip / 2 - sizes.spot - 1
    return min(wanted, TRACKS + max(int((room - sizes.track) // sizes.below), 0))


def rows_below(lines: int, sizes: Sizes) -> int:
    """How many rows the lines below the first three take, with the marks on them."""
    if lines <= TRACKS:
        return 0
    return ceil((depth_of(lines - 1, sizes) + sizes.spot + 1 - sizes.strip / 2) / sizes.line)


def depth_of(track: int, sizes: Sizes) -> float:
    """How far below the line of a lane's marks those of a bar stand: 0 on the first three lines."""
    return 0.0 if track < TRACKS else sizes.track + (track - TRACKS + 1) * sizes.below


def line_of(top: float, sizes: Sizes) -> float:
    """The line on which the marks of a lane stand that begins at *top*: the middle of a pixel."""
    return top + sizes.gap + sizes.strip // 2 + 0.5


def row_tops(line: float, rows: int, sizes: Sizes) -> tuple[float, ...]:
    """The tops of the rows of text of a lane whose marks stand on *line*; row 0 is the line."""
    first = line - 0.5 + sizes.strip // 2
    return tuple(first + (row - 1) * sizes.line for row in range(rows + 1))


def plot_rects(width: float, height: float, gutter: float, sizes: Sizes) -> tuple[Rect, Rect]:
    """The axis and the plot (lanes and bands) beside a *gutter* that holds the lanes' names."""
    across = max(width - gutter - sizes.spot, 1.0)
    axis = Rect(gutter, 0.0, across, sizes.axis)
    return axis, Rect(gutter, sizes.axis, across, max(height - sizes.axis, 0.0))
