"""The marks of the lanes in sight: spots, bars and labels, or a density where they are many."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.arrange import Sizes, row_tops
from azkz_desktop.timeline.extents import Extents, extents
from azkz_desktop.timeline.index import PixelEdges, pixel_edges
from azkz_desktop.timeline.labels import Room, Wish, place_labels
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.marks import Density, Flags, Label, LaneMark, Pixels, Rect, Spans, Spots
from azkz_desktop.timeline.placing import Shelf
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import Rows
from azkz_desktop.timeline.wording import Wording

PIXELS_PER_MARK = 8
FEW = 200
"""A lane with more events in sight than these, and than one in eight pixels, is a density."""
TRACK_OFFSETS = np.array([0.0, -1.0, 1.0])
NO_TRACKS = np.empty(0, np.int64)
TRIED = 120
"""Of a lane at most so many events, the heaviest, are tried for a label."""
SURELY_TRIED = 32
"""So many are about to be tried anyway: their texts are asked for at once."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all lanes of a frame share. `styles` gives each kind code's group."""

    columns: EventColumns
    wording: Wording
    scale: Scale
    sizes: Sizes
    styles: NDArray[np.uint8]
    chosen: int | None

    @property
    def budget(self) -> int:
        """The most events of a lane that are drawn one by one."""
        return max(FEW, int(self.scale.width) // PIXELS_PER_MARK)

    @property
    def window(self) -> tuple[int, int]:
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
    more events in sight than these. Pixels are clipped to somewhat more than the plot.
    """

    rows: Rows
    bounds: tuple[int, ...]
    crowded: tuple[bool, ...]
    extents: Extents
    x0: Pixels
    x1: Pixels
    anchor: Pixels
    y: Pixels
    track: NDArray[np.int64]
    spot: Flags
    span: Flags


@dataclass(frozen=True, slots=True, eq=False)
class LanesResult:
    """The marks of all lanes."""

    spots: Spots
    spans: Spans
    labels: tuple[Label, ...]
    densities: tuple[Density, ...]


def lanes_marks(setting: Setting, lanes: Sequence[PlacedLane]) -> LanesResult:
    """The marks of the lanes in sight, from the top."""
    sight = _sight(setting, lanes)
    wishes, covered = _wishes(setting, sight), _covered(setting, sight)
    edges = pixel_edges(setting.scale.edges())
    labels: list[Label] = []
    densities: list[Density] = []
    kept = np.ones(len(sight.rows), np.bool_)
    for number, placed in enumerate(lanes):
        room = _room(setting, number, placed, sight.crowded[number])
        shelf = Shelf(placed.rows, covered[number].tobytes())
        found = place_labels(wishes[number], room, shelf, setting.wording, setting.chosen)
        labels += found
        if sight.crowded[number]:
            densities.append(_density(setting, number, placed, edges))
            part = slice(*sight.bounds[number : number + 2])
            named = {label.row for label in found} | {setting.chosen}
            kept[part] = [row in named for row in sight.rows[part].tolist()]
    return LanesResult(
        _spots(setting, sight, kept), _spans(setting, sight, kept), tuple(labels), tuple(densities)
    )


def _sight(setting: Setting, lanes: Sequence[PlacedLane]) -> Sight:
    """What is in sight, with the pixels of everything in one go."""
    found = [_in_sight(setting, placed.lane) for placed in lanes]
    counts = [len(rows) for rows, _ in found]
    rows = np.concatenate([rows for rows, _ in found]) if found else np.empty(0, np.int32)
    span, scale = extents(setting.columns, rows), setting.scale
    low, high = scale.left - 64.0, scale.right + 64.0
    x0 = _between(scale.pixels(span.first), low, high)
    x1 = _between(scale.pixels(span.last), low, high)
    anchor = _between(scale.pixels(span.anchor), low, high)
    reach = setting.sizes.spot + 1
    return Sight(
        rows=rows,
        bounds=(0, *np.cumsum(counts).tolist()),
        crowded=tuple(crowded for _, crowded in found),
        extents=span,
        x0=x0,
        x1=x1,
        anchor=anchor,
        y=np.repeat([placed.mark.line for placed in lanes], counts),
        track=np.concatenate(
            [NO_TRACKS, *(_tracks(*one) for one in zip(lanes, found, strict=True))]
        ),
        spot=(anchor >= scale.left - reach) & (anchor <= scale.right + reach),
        # Bars narrower than their own mark would lie hidden behind it.
        span=(x1 - x0 > 2 * setting.sizes.spot) & (x1 > scale.left) & (x0 < scale.right),
    )


def _tracks(placed: PlacedLane, found: tuple[Rows, bool]) -> NDArray[np.int64]:
    return placed.lane.tracks(found[0])


def _between(pixels: Pixels, low: float, high: float) -> Pixels:
    """The pixels brought between two; `np.clip` takes three times as long for a few."""
    return np.asarray(np.minimum(np.maximum(pixels, low), high))


def _in_sight(setting: Setting, lane: Lane) -> tuple[Rows, bool]:
    """The lane's events in the window, the heaviest last; and whether there are more."""
    first, last = setting.window
    found, is_all = lane.index.heaviest(first, last, setting.budget)
    found = found[setting.columns.weight[found].argsort()]
    found = _with_chosen(setting, lane, found, first, last)
    return found, not is_all or len(found) > setting.budget + 1


def _with_chosen(setting: Setting, lane: Lane, found: Rows, first: int, last: int) -> Rows:
    """*found* with the chosen event on top, if it is one of the lane's and in the window."""
    row, columns = setting.chosen, setting.columns
    if row is None or columns.start_earliest[row] > last or columns.end_latest[row] < first:
        return found
    at = int(lane.index.rows.searchsorted(np.int32(row)))
    if at == len(lane) or lane.index.rows[at] != row:
        return found
    return np.append(found[found != row], np.int32(row)).astype(np.int32)


def _room(setting: Setting, number: int, placed: PlacedLane, crowded: bool) -> Room:
    """Where the labels of a lane go."""
    sizes, y = setting.sizes, placed.mark.line
    tops = row_tops(y, placed.rows, sizes)
    return Room(number, setting.scale.left, tops, sizes.line, y + sizes.spot, crowded)


def _covered(setting: Setting, sight: Sight) -> Flags:
    """Which pixels of the line on which they stand the marks of each lane cover.

    Shape (lanes, width); in a crowded lane all of them.
    """
    lanes, width, left = len(sight.crowded), int(setting.scale.width), setting.scale.left
    reach = setting.sizes.spot + 2
    lane = np.repeat(np.arange(lanes), np.diff(sight.bounds))
    firsts = np.concatenate((sight.anchor[sight.spot] - reach, sight.x0[sight.span])) - left
    lasts = np.concatenate((sight.anchor[sight.spot] + reach, sight.x1[sight.span])) - left
    base = np.concatenate((lane[sight.spot], lane[sight.span])) * (width + 1)
    size = lanes * (width + 1)
    edges = np.bincount(base + _held(firsts, width), minlength=size)
    edges -= np.bincount(base + _held(lasts, width), minlength=size)
    covered = np.cumsum(edges.reshape(lanes, width + 1)[:, :width], axis=1) > 0
    covered[np.array(sight.crowded, np.bool_)] = True
    return np.asarray(covered)


def _held(pixels: Pixels, highest: int) -> NDArray[np.int64]:
    return np.minimum(np.maximum(pixels, 0), highest).astype(np.int64)


def _wishes(setting: Setting, sight: Sight) -> list[list[Wish]]:
    """For each lane the heaviest events that have something in sight to be named, in order."""
    scale = setting.scale
    x = sight.anchor
    picked = np.flatnonzero(((x >= scale.left) & (x <= scale.right)) | sight.span)
    anchors = _held(x[picked] - scale.left, int(scale.width) - 1)
    bars = np.where(sight.span[picked], sight.x1[picked] - scale.left, 0)
    afters = np.maximum(bars, anchors + setting.sizes.spot) + 5
    columns = sight.rows[picked], anchors, afters.astype(np.int64)
    bounds = picked.searchsorted(sight.bounds).tolist()
    wishes: list[list[Wish]] = []
    soon: list[int] = []
    for low, high in pairwise(bounds):
        part = slice(max(low, high - TRIED), high)
        rows, *parts = (column[part][::-1].tolist() for column in columns)
        wishes.append(list(zip(rows, *parts, strict=True)))
        soon += rows[:SURELY_TRIED]
    setting.wording.prepare(soon)
    return wishes


def _spots(setting: Setting, sight: Sight, kept: Flags) -> Spots:
    shown = sight.spot & kept
    rows, columns = sight.rows[shown], setting.columns
    return Spots(
        row=rows,
        x=sight.anchor[shown],
        y=sight.y[shown],
        style=setting.styles[columns.kind[rows]],
        pale=columns.qualifier[rows] != 0,
        amber=columns.contested[rows],
    )


def _spans(setting: Setting, sight: Sight, kept: Flags) -> Spans:
    shown = sight.span & kept
    rows, span, scale = sight.rows[shown], sight.extents, setting.scale
    low, high = scale.left, scale.right
    return Spans(
        row=rows,
        x0=_between(sight.x0[shown], low, high),
        x1=_between(sight.x1[shown], low, high),
        c0=_between(scale.pixels(span.core_first[shown]), low, high),
        c1=_between(scale.pixels(span.core_last[shown]), low, high),
        y=sight.y[shown] + TRACK_OFFSETS[sight.track[shown]] * setting.sizes.track,
        lasting=span.lasting[shown],
        style=setting.styles[setting.columns.kind[rows]],
        open_left=span.open_start[shown],
        open_right=span.open_end[shown],
    )


def _density(setting: Setting, number: int, placed: PlacedLane, edges: PixelEdges) -> Density:
    scale, strip = setting.scale, setting.sizes.strip
    begun, running = placed.lane.index.per_pixel(edges)
    rect = Rect(scale.left, placed.mark.line - strip / 2 + 1, len(begun), strip - 2)
    return Density(number, rect, begun, running, placed.lane.style)
