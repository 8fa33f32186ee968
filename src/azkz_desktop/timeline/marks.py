"""What the layout hands to the painter: where, what shape, which colour, what text.

Positions are pixels of the widget (or picture), y downwards. Colours are keys, not colours:
`view.tokens` and the theme resolve them when painted. Texts have a *role* that names their
font: label, label-bold, label-doubtful, tick, tick-bold, lane, note, value.
"""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.source import Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from azkz_desktop.timeline.asked import AskedMark
    from azkz_desktop.timeline.away import AwayMark
    from azkz_desktop.timeline.bands import BandValue
    from azkz_desktop.timeline.boxes import MoreInside
    from azkz_desktop.timeline.disputes import Dispute
    from azkz_desktop.timeline.eras import EraRow
    from azkz_desktop.timeline.index import LaneIndex
    from azkz_desktop.timeline.named import Labels
    from azkz_desktop.timeline.scrolling import ScrollMark

Pixels = NDArray[np.float64]
Styles = NDArray[np.uint8]
Flags = NDArray[np.bool_]


class Rect(NamedTuple):
    """A part of the picture in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends at the right."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.y + self.height

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies in it (left and top edge included)."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def lowered(self, by: float) -> "Rect":
        """The same without its uppermost *by* pixels."""
        return Rect(self.x, self.y + by, self.width, max(self.height - by, 0.0))

    def meets(self, other: "Rect") -> bool:
        """Whether the two have a point in common; edges that touch do not count."""
        beside = self.x < other.right and other.x < self.right
        return beside and self.y < other.bottom and other.y < self.bottom


class TickMark(NamedTuple):
    """A line across the lanes at `x` (None: no line) and its text, which begins at `text_x`."""

    x: float | None
    text: str
    text_x: float
    strong: bool


class LaneMark(NamedTuple):
    """A lane: its name in the gutter, its height, and the line on which its marks stand.

    `shown` is the title in lines, as far as the gutter has room for it.
    """

    id: str
    title: str
    shown: tuple[str, ...]
    note: str
    rect: Rect
    line: float
    folded: bool


@dataclass(frozen=True, slots=True, eq=False)
class Spots:
    """The marks of events: `row`, place (centre) and `style` (index into the kind groups).

    `pale` marks are approximate or uncertain dates, `amber` ones contested. In the order of
    painting: the heaviest come last and lie on top.
    """

    row: Rows
    x: Pixels
    y: Pixels
    style: Styles
    pale: Flags
    amber: Flags

    def __len__(self) -> int:
        return len(self.row)


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """Bars: possible from `x0` to `x1` (faded), certain from `c0` to `c1` (none if c1 <= c0).

    `y` is the middle. `lasting` tells the bar of a duration from the span in which an instant
    lies somewhere. Ends are clipped to the plot; from `soft0` to `soft1` a bar is faded less than
    before and behind that, where its date may not yet have begun or be over already: cut by the
    edge it is not softer there. What is not `faded` is certain all along. `open_left` and
    `open_right` tell of a bar whose date is open there, so that it has no end even out of sight.
    `amber` ones are contested.
    A bar whose begin or end nobody tells fades out before `x0` or behind `x1`: at `fade_left` or
    `fade_right` nothing is left of it (not a number for other bars; somewhat out of the plot).
    """

    row: Rows
    x0: Pixels
    x1: Pixels
    c0: Pixels
    c1: Pixels
    y: Pixels
    lasting: Flags
    style: Styles
    open_left: Flags
    open_right: Flags
    amber: Flags
    fade_left: Pixels
    fade_right: Pixels
    soft0: Pixels
    soft1: Pixels
    faded: Flags

    def __len__(self) -> int:
        return len(self.row)


class Label(NamedTuple):
    """The text of an event and what it fills: `width` × `height` pixels from (`x`, `y`).

    A line leads from `leader_top` at `leader_x` down to the text, where that is not None.
    `rank` is the event's place in the lane's order of importance, 0 first. (A plain tuple:
    there are a hundred in every frame.)
    """

    row: int
    lane: int
    text: str
    role: str
    x: float
    y: float
    width: float
    height: float
    leader_x: float | None
    leader_top: float
    rank: int

    @property
    def rect(self) -> Rect:
        """What it fills."""
        return Rect(self.x, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """How many events a lane has in each pixel, where they are too many for marks.

    `begun` and `running` are int64 counts, one a pixel from the plot's left edge. `marked`: what
    begins has marks of its own, only what runs is too much for them. `index` has the events.
    """

    lane: int
    rect: Rect
    begun: NDArray[np.int64]
    running: NDArray[np.int64]
    style: int | None
    marked: bool = False
    index: "LaneIndex | None" = None


class BandBar(NamedTuple):
    """One number of a band: its mark, its value as text above it, and what is told on hover.

    `form` is bar, point, span or range; `rect` is the bar, the point's square, all that is below
    a span's line, or the range. `x0` to `x1` are its days, as far as they are in sight, up
    to the next one; what is painted of them ends a pixel before that. A
    point whose middle is not has a `rect` without width. `text_x` and `note_x` are where the
    texts above it and at the foot begin, None without room. An end that is open is not closed.
    """

    rect: Rect
    text: str
    note: str
    told: "Callable[[], tuple[tuple[str, ...], ...]]"
    contested: bool
    value: float
    text_x: float | None = None
    note_x: float | None = None
    form: str = "bar"
    pale: bool = False
    x0: float = 0.0
    x1: float = 0.0
    closed_left: bool = True
    closed_right: bool = True


class BandMark(NamedTuple):
    """A row of figures under the lanes on the same time axis; its title in lines.

    `foot` is the pixel of nought, `name` the whole title, `values` are all, in sight or not.
    """

    id: str
    title: tuple[str, ...]
    note: str
    rect: Rect
    bars: tuple[BandBar, ...]
    foot: float = 0.0
    name: str = ""
    values: "tuple[BandValue, ...]" = ()


class MomentMark(NamedTuple):
    """The line of the moment that the map shows; at the edge where it is `away` out of sight.

    `away` is −1 at the left, 1 at the right.
    """

    x: float
    text: str
    away: int = 0


class Ring(NamedTuple):
    """What is laid about the mark of an event that is `chosen`, `pointed` at, or `kin` of it.

    An `amber` mark is contested: it has a ring already.
    """

    row: int
    x: float
    y: float
    role: str = "chosen"
    amber: bool = False


class Badge(NamedTuple):
    """How many events are inside another, beside its name or mark; a click opens or closes it."""

    row: int
    rect: Rect
    text: str


class Pile(NamedTuple):
    """The number beside marks that stand at one place: of the events `rows`, the topmost first."""

    rows: tuple[int, ...]
    rect: Rect
    text: str


class Box(NamedTuple):
    """An open container: the event `row` and what belongs to it lie in it."""

    row: int
    rect: Rect


class Link(NamedTuple):
    """A line from the mark of an event to that of a part of it."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """The whole picture of the timeline, `width` × `height` pixels; `plot` holds the lanes.

    `legend` is what stands above the names of the lanes and explains the marks when pointed
    at; `empty` what is said, in lines, where there is nothing to show; `scroll` tells of lanes
    that are cut. `inside` has how many events each one in sight holds, if any.
    `asked` is the period that the filter asks for.
    """

    width: float
    height: float
    plot: Rect
    axis: Rect
    ticks: tuple[TickMark, ...]
    lanes: tuple[LaneMark, ...]
    spots: Spots
    spans: Spans
    labels: "Labels"
    densities: tuple[Density, ...] = ()
    disputes: "tuple[Dispute, ...]" = ()
    bands: tuple[BandMark, ...] = ()
    eras: "tuple[EraRow, ...]" = ()
    moment: MomentMark | None = None
    rings: tuple[Ring, ...] = ()
    links: tuple[Link, ...] = ()
    legend: str = ""
    empty: str = ""
    scroll: "ScrollMark | None" = None
    badges: tuple[Badge, ...] = ()
    boxes: tuple[Box, ...] = ()
    mores: "tuple[MoreInside, ...]" = ()
    inside: "Mapping[int, int] | None" = None
    away: "AwayMark | None" = None
    asked: "AskedMark | None" = None
    piles: tuple[Pile, ...] = ()
