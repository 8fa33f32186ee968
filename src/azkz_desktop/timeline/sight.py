"""What of each lane is in sight, and at which pixels: the arrays that marks are made from."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.extents import Extents, extents
from azkz_desktop.timeline.inside import Inside
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.marks import Flags, LaneMark, Pixels
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import Rows
from azkz_desktop.timeline.wording import Wording

Window = tuple[int, int]
"""The first and the last day of it."""
PIXELS_PER_MARK = 8
FEW = 201
"""A lane with more events in sight than these, and than one in eight pixels, is a density."""
EACH = 1_000
"""A selection of so few events is never a density: each event is drawn in each of its lanes."""
TRIED, TRIED_A_ROW = 20, 10
"""Of a lane at most so many events, the heaviest, are tried for a label, and for each row more."""
NO_TRACKS = np.empty(0, np.int64)


def most_tried(rows: int) -> int:
    """How many events of a lane with so many rows of labels are tried for a label, at most."""
    return TRIED + TRIED_A_ROW * rows


@dataclass(frozen=True, slots=True)
class Setting:
    """What all lanes of a frame share. `styles` gives each kind code's group.

    `inside` knows what belongs to which event (None: nothing does), `opened` are the rows that
    show it. `selected`: how many events pass the filter.
    """

    columns: EventColumns
    wording: Wording
    scale: Scale
    sizes: Sizes
    styles: NDArray[np.uint8]
    selected: int
    chosen: int | None
    inside: Inside | None = None
    opened: frozenset[int] = frozenset()

    @property
    def budget(self) -> int:
        """The most events of a lane that are drawn one by one."""
        few = EACH if self.selected <= EACH else FEW
        return max(few, int(self.scale.width) // PIXELS_PER_MARK)

    @property
    def window(self) -> Window:
        """The first and last whole day whose events may show, marks cut by the edge too."""
        reach = self.sizes.spot + 1
        first = np.floor(self.scale.day(self.scale.left - reach))
        return int(first), int(np.ceil(self.scale.day(self.scale.right + reach))) - 1


@dataclass(frozen=True, slots=True, eq=False)
class PlacedLane:
    """A lane, where it lies, and how many rows of labels it has."""

    lane: Lane
    mark: LaneMark
    rows: int


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """The events in sight of all lanes, one lane after the other, the lightest of each first.

    Lane i has the entries from `bounds[i]` to `bounds[i + 1]`; `crowded[i]` tells that it has
    more events in sight than these; `boxed[i]` are those that have a box of their own. Pixels
    are clipped to somewhat more than the plot.
    """

    rows: Rows
    bounds: tuple[int, ...]
    crowded: tuple[bool, ...]
    boxed: tuple[list[int], ...]
    extents: Extents
    x0: Pixels
    x1: Pixels
    anchor: Pixels
    y: Pixels
    track: NDArray[np.int64]
    spot: Flags
    span: Flags


def sight_of_lanes(setting: Setting, lanes: Sequence[PlacedLane]) -> Sight:
    """What is in sight, with the pixels of everything in one go."""
    window = setting.window
    found = [_in_sight(setting, placed, window) for placed in lanes]
    counts = [len(rows) for rows, _, _ in found]
    rows = np.concatenate([rows for rows, _, _ in found]) if found else np.empty(0, np.int32)
    return sight_of(
        setting,
        rows,
        (0, *np.cumsum(counts).tolist()),
        tuple(crowded for _, crowded, _ in found),
        tuple(boxed for _, _, boxed in found),
        np.repeat([placed.mark.line for placed in lanes], counts),
        np.concatenate([NO_TRACKS, *(_tracks(*one) for one in zip(lanes, found, strict=True))]),
    )


def sight_of(
    setting: Setting,
    rows: Rows,
    bounds: tuple[int, ...],
    crowded: tuple[bool, ...],
    boxed: tuple[list[int], ...],
    y: Pixels,
    track: NDArray[np.int64],
) -> Sight:
    """The pixels of *rows*, which stand on the lines *y*."""
    span, scale = extents(setting.columns, rows), setting.scale
    low, high = scale.left - 64.0, scale.right + 64.0
    days = np.array((span.first, span.last, span.anchor))
    x0, x1, anchor = between(scale.pixels(days), low, high)
    reach = setting.sizes.spot + 1
    return Sight(
        rows=rows,
        bounds=bounds,
        crowded=crowded,
        boxed=boxed,
        extents=span,
        x0=x0,
        x1=x1,
        anchor=anchor,
        y=y,
        track=track,
        spot=(anchor >= scale.left - reach) & (anchor <= scale.right + reach),
        # Bars narrower than their own mark would lie hidden behind it.
        span=(x1 - x0 > 2 * setting.sizes.spot) & (x1 > scale.left) & (x0 < scale.right),
    )


def _tracks(placed: PlacedLane, found: tuple[Rows, bool, list[int]]) -> NDArray[np.int64]:
    return placed.lane.tracks(found[0])


def between(pixels: Pixels, low: float, high: float) -> Pixels:
    """The pixels brought between two; `np.clip` takes three times as long for a few."""
    return np.asarray(np.minimum(np.maximum(pixels, low), high))


def _in_sight(setting: Setting, placed: PlacedLane, window: Window) -> tuple[Rows, bool, list[int]]:
    """The lane's events in the window, the heaviest last; whether there are more; the boxed ones.

    Those that stand inside another are not among them, nor those that have a box of their own.
    Where they are many, only those that may be named are: the others are a density.
    """
    lane, inside = placed.lane, setting.inside
    first, last = window
    most = 2 * most_tried(placed.rows)  # some may be held in others, or have no mark in sight
    found, crowded = lane.index.heaviest(first, last, setting.budget, most)
    if inside is not None:
        held = inside.held(lane, found, first, last)
        found = found[~held] if held.any() else found
    if inside is None:
        return _with(setting, lane, found, window), crowded, []
    boxed = _boxed(setting, inside, placed, window) if placed.rows and setting.opened else []
    if setting.chosen is not None and not _shown_inside(setting, inside, boxed):
        found = _with(setting, lane, found, window)
        # A chosen container shows what is in it wherever it stands.
        if placed.rows and setting.chosen in setting.opened and setting.chosen in found:
            boxed = sorted({*boxed, setting.chosen})
    return found[~np.isin(found, boxed)] if boxed else found, crowded, boxed


def _boxed(setting: Setting, inside: Inside, placed: PlacedLane, window: Window) -> list[int]:
    """The open containers in sight that stand in a lane by themselves, in order of time."""
    first, last = window
    rows = np.array(sorted(setting.opened), np.int32)
    rows = rows[placed.lane.holds(rows)]
    columns = setting.columns
    rows = rows[(columns.start_earliest[rows] <= last) & (columns.end_latest[rows] >= first)]
    rows = rows[inside.counts[rows] > 0]
    return [int(row) for row in rows[~inside.held(placed.lane, rows, first, last)]]


def _shown_inside(setting: Setting, inside: Inside, boxed: Sequence[int]) -> bool:
    """Whether the chosen event lies in one of the boxes, or is one."""
    row, boxes = setting.chosen, set(boxed)
    while row is not None:
        if row in boxes:
            return True
        row = inside.parent(row)
        if row is not None and row not in setting.opened:
            return False
    return False


def _with(setting: Setting, lane: Lane, found: Rows, window: Window) -> Rows:
    """*found* with the chosen row on top, if it is one of the lane's and in the window."""
    columns, row, (first, last) = setting.columns, setting.chosen, window
    if row is None or columns.start_earliest[row] > last or columns.end_latest[row] < first:
        return found
    if not lane.holds(np.array([row], np.int32))[0]:
        return found
    return np.append(found[found != row], np.int32(row)).astype(np.int32)
