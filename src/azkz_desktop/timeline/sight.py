"""What of each lane is in sight, and at which pixels: the arrays that marks are made from."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.arrange import Sizes, depth_of
from azkz_desktop.timeline.extents import Extents, extents
from azkz_desktop.timeline.inside import Inside
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.marks import Flags, LaneMark, Pixels
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import Rows
from azkz_desktop.timeline.standing import Found, Standing
from azkz_desktop.timeline.tracks import MOST_LINES, TRACKS
from azkz_desktop.timeline.wording import Wording

if TYPE_CHECKING:
    from azkz_desktop.timeline.disputes import Disputes
    from azkz_desktop.timeline.voices import Voices

Window = tuple[int, int]
"""The first and the last day of it."""
PIXELS_PER_MARK = 8
FEW = 201
"""A lane with more marks in sight than these, and than one in eight pixels, is a density.

Where it is not marks, but events that merely run through, that are too many, only these are.
"""
EACH = 1_000
"""A selection of so few events is never a density: each event is drawn in each of its lanes."""
BEYOND = 96.0
"""Pixels out of the plot up to which the ends of bars are told: a bar so long has its full soft
ends."""
TRIED, TRIED_A_ROW = 20, 10
"""Of a lane at most so many events, the heaviest, are tried for a label, and for each row more."""


def most_tried(rows: int) -> int:
    """How many events of a lane with so many rows of labels are tried for a label, at most."""
    return TRIED + TRIED_A_ROW * rows


@dataclass(frozen=True, slots=True)
class Setting:
    """What all lanes of a frame share. `styles` gives each kind code's group.

    `inside` knows what belongs to which event (None: nothing does), `opened` are the rows that
    show it. `selected`: how many events pass the filter. `standing` are the events of the lanes
    in sight, where these are not too many. `voices` tell at which dates events stand in lanes by
    document (None: lanes are by something else), `disputes` which dates others give.
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
    standing: Standing | None = None
    voices: "Voices | None" = None
    disputes: "Disputes | None" = None

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
    """A lane, where it lies, how many rows of labels it has, and where these begin.

    `tops[0]` is that of a text on the line of the marks. Rows behind row `whole` are cut through
    or hidden by what lies below the lanes; −1: even the line is. Its bars run on `lines` lines.
    """

    lane: Lane
    mark: LaneMark
    rows: int
    tops: tuple[float, ...]
    whole: int
    lines: int = TRACKS


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """The events in sight of all lanes, one lane after the other, the lightest of each first.

    Lane i has the entries from `bounds[i]` to `bounds[i + 1]`; `crowded[i]` tells that it has
    more events in sight than these, `passed[i]` that those merely run through, `plain` which
    entries are of lanes that are not crowded; `boxed[i]` are those that have a box of their own.
    Pixels are clipped to somewhat more than the plot; `x0` to `x1` is all of a bar, with what
    fades out where its begin or end is unknown. `pale` dates are about or perhaps right, where
    that differs from lane to lane (None: as the columns say).
    """

    rows: Rows
    bounds: tuple[int, ...]
    lane: NDArray[np.int64]
    crowded: tuple[bool, ...]
    passed: tuple[bool, ...]
    plain: Flags
    boxed: tuple[list[int], ...]
    extents: Extents
    x0: Pixels
    x1: Pixels
    c0: Pixels
    c1: Pixels
    anchor: Pixels
    y: Pixels
    track: NDArray[np.int64]
    spot: Flags
    span: Flags
    pale: Flags | None = None


def sight_of_lanes(setting: Setting, lanes: Sequence[PlacedLane]) -> Sight:
    """What is in sight, with the pixels of everything in one go."""
    found = _found(setting, lanes)
    boxed: tuple[list[int], ...] = ([],) * len(lanes)
    if setting.chosen is not None or (setting.opened and setting.inside is not None):
        found, boxed = _with_chosen(setting, lanes, found)
    if setting.voices is not None:
        found = setting.voices.with_near(setting, lanes, found, boxed)
    lines = np.array([placed.mark.line for placed in lanes])
    y = lines.take(found.lane)
    if any(placed.lines > TRACKS for placed in lanes):
        depths = np.array([depth_of(track, setting.sizes) for track in range(MOST_LINES)])
        y += depths.take(found.track)
    return sight_of(setting, found, boxed, y)


def sight_of(setting: Setting, found: Found, boxed: tuple[list[int], ...], y: Pixels) -> Sight:
    """The pixels of what was found, which stands on the lines *y*."""
    pale, track, scale = None, found.track, setting.scale
    if setting.voices is None:
        span = found.extents or extents(setting.columns, found.rows)
    else:
        span, pale = setting.voices.heard(found.rows, found.lane)
        track = np.where(span.lasting, track, 0)
    low, high = scale.left - BEYOND, scale.right + BEYOND
    days = np.array((span.first, span.last, span.anchor, span.core_first, span.core_last))
    x0, x1, anchor, c0, c1 = between(scale.pixels(days), low, high)
    if span.unknown_start.any() or span.unknown_end.any():
        x0 = x0 - span.unknown_start * setting.sizes.stub
        x1 = x1 + span.unknown_end * setting.sizes.stub
    reach = setting.sizes.spot + 1
    return Sight(
        rows=found.rows,
        bounds=found.bounds,
        lane=found.lane,
        crowded=found.crowded,
        passed=found.passed,
        plain=~np.array(found.crowded, np.bool_).take(found.lane),
        boxed=boxed,
        extents=span,
        x0=x0,
        x1=x1,
        c0=c0,
        c1=c1,
        anchor=anchor,
        y=y,
        track=track,
        spot=(anchor >= scale.left - reach) & (anchor <= scale.right + reach),
        # Bars narrower than their own mark would lie hidden behind it.
        span=(x1 - x0 > 2 * setting.sizes.spot) & (x1 > scale.left) & (x0 < scale.right),
        pale=pale,
    )


def between(pixels: Pixels, low: float, high: float) -> Pixels:
    """The pixels brought between two; `np.clip` takes three times as long for a few."""
    return np.asarray(np.minimum(np.maximum(pixels, low), high))


def _found(setting: Setting, lanes: Sequence[PlacedLane]) -> Found:
    """The events of all lanes in the window but those that stand inside another, in sight too.

    Where those of a lane are many, only those that may be named are, and all that have their
    mark in it, unless these are many, too: the others are a density.
    """
    # Some may be held in others, or have no mark in sight.
    most = [2 * most_tried(placed.rows) for placed in lanes]
    if setting.standing is not None:
        return setting.standing.found(*setting.window, setting.budget, most)
    first, last = setting.window
    parts, crowded, passed = [], [], []
    for placed, count in zip(lanes, most, strict=True):
        lane, inside = placed.lane, setting.inside
        found, many, through = lane.index.heaviest(first, last, setting.budget, count)
        if inside is not None:
            held = inside.held(lane, found, first, last)
            found = found[~held] if held.any() else found
        parts.append(found)
        crowded.append(many)
        passed.append(through)
    return joined(lanes, parts, tuple(crowded), tuple(passed))


def joined(
    lanes: Sequence[PlacedLane],
    parts: Sequence[Rows],
    crowded: tuple[bool, ...],
    passed: tuple[bool, ...],
) -> Found:
    """What was found in each of *lanes*."""
    tracks = [
        placed.lane.tracks(rows, placed.lines) for placed, rows in zip(lanes, parts, strict=True)
    ]
    counts = [len(rows) for rows in parts]
    return Found(
        np.concatenate([np.empty(0, np.int32), *parts]),
        (0, *accumulate(counts)),
        np.arange(len(parts)).repeat(counts),
        crowded,
        passed,
        np.concatenate([np.empty(0, np.int64), *tracks]),
    )


def _with_chosen(
    setting: Setting, lanes: Sequence[PlacedLane], found: Found
) -> tuple[Found, tuple[list[int], ...]]:
    """What was found, the chosen event on top and without those that have a box; and these."""
    parts, boxed = [], []
    for placed, (low, high) in zip(lanes, pairwise(found.bounds), strict=True):
        rows, boxes = _part_with_chosen(setting, placed, found.rows[low:high])
        parts.append(rows)
        boxed.append(boxes)
    return joined(lanes, parts, found.crowded, found.passed), tuple(boxed)


def _part_with_chosen(setting: Setting, placed: PlacedLane, found: Rows) -> tuple[Rows, list[int]]:
    """`_with_chosen` for one lane."""
    lane, inside, window = placed.lane, setting.inside, setting.window
    if inside is None:
        return _with(setting, lane, found, window), []
    opened = inside.in_sight(setting.opened, setting.scale.span) if placed.rows else frozenset()
    boxed = _boxed(inside, opened, placed, window) if opened else []
    if setting.chosen is not None and not _shown_inside(setting, inside, boxed):
        found = _with(setting, lane, found, window)
        # A chosen container shows what is in it wherever it stands.
        if setting.chosen in opened and setting.chosen in found:
            boxed = sorted({*boxed, setting.chosen})
    return found[~np.isin(found, boxed)] if boxed else found, boxed


def _boxed(inside: Inside, opened: frozenset[int], placed: PlacedLane, window: Window) -> list[int]:
    """Those of *opened* that stand in a lane by themselves, in order of time."""
    first, last = window
    rows = np.array(sorted(opened), np.int32)
    rows = rows[placed.lane.holds(rows)]
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
