"""The marks of the lanes in sight: spots, bars and labels, or a density where they are many."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.arrange import row_tops
from azkz_desktop.timeline.index import PixelEdges, pixel_edges
from azkz_desktop.timeline.labels import Count, Room, Wishes, place_labels
from azkz_desktop.timeline.marks import (
    Badge,
    Box,
    Density,
    Flags,
    Label,
    Pixels,
    Rect,
    Spans,
    Spots,
)
from azkz_desktop.timeline.placing import Shelf
from azkz_desktop.timeline.sight import PlacedLane, Setting, Sight, between, sight_of_lanes

if TYPE_CHECKING:
    from azkz_desktop.timeline.boxes import MoreInside
    from azkz_desktop.timeline.holding import Holding

NO_COUNTS: Mapping[int, Count] = MappingProxyType({})
TRACK_OFFSETS = np.array([0.0, -1.0, 1.0])
TRIED, TRIED_A_ROW = 20, 10
"""Of a lane at most so many events, the heaviest, are tried for a label, and for each row more."""
SURELY_TRIED = 32
"""So many are about to be tried anyway: their texts are asked for at once."""


@dataclass(frozen=True, slots=True, eq=False)
class LanesResult:
    """The marks of all lanes."""

    spots: Spots
    spans: Spans
    labels: tuple[Label, ...]
    densities: tuple[Density, ...]
    badges: tuple[Badge, ...] = ()
    boxes: tuple[Box, ...] = ()
    mores: "tuple[MoreInside, ...]" = ()

    @property
    def is_empty(self) -> bool:
        """Whether no event at all is in sight."""
        return not (len(self.spots) or len(self.spans) or self.densities)


def lanes_marks(setting: Setting, lanes: Sequence[PlacedLane]) -> LanesResult:
    """The marks of the lanes in sight, from the top."""
    sight = sight_of_lanes(setting, lanes)
    wishes, covered = _wishes(setting, sight, lanes), _covered(setting, sight)
    holding = _holding(setting, sight)
    counts = holding.counts if holding else NO_COUNTS
    edges = pixel_edges(setting.scale.edges())
    labels: list[Label] = []
    densities: list[Density] = []
    kept = np.ones(len(sight.rows), np.bool_)
    for number, placed in enumerate(lanes):
        room = _room(setting, number, placed, sight.crowded[number], counts)
        shelf = Shelf(placed.rows, covered[number].tobytes())
        if holding:
            holding.lay_boxes(number, shelf, room.tops)
        found = place_labels(wishes[number], room, shelf, setting.wording, setting.chosen)
        labels += found
        if holding:
            holding.add_badges(number, placed, shelf, found)
        if sight.crowded[number]:
            densities.append(_density(setting, number, placed, edges))
            part = slice(*sight.bounds[number : number + 2])
            named = {label.row for label in found} | {setting.chosen}
            kept[part] = [row in named for row in sight.rows[part].tolist()]
    spots, spans = spots_of(setting, sight, kept), spans_of(setting, sight, kept)
    result = LanesResult(spots, spans, tuple(labels), tuple(densities))
    return holding.added_to(result) if holding else result


def _holding(setting: Setting, sight: Sight) -> "Holding | None":
    if setting.inside is None:
        return None
    from azkz_desktop.timeline.holding import Holding  # only where events hold others

    return Holding(setting, setting.inside, sight)


def _room(
    setting: Setting, number: int, placed: PlacedLane, crowded: bool, counts: Mapping[int, Count]
) -> Room:
    """Where the labels of a lane go."""
    sizes, y = setting.sizes, placed.mark.line
    tops = row_tops(y, placed.rows, sizes)
    return Room(number, setting.scale.left, tops, sizes.line, y + sizes.spot, crowded, counts)


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


def _wishes(setting: Setting, sight: Sight, lanes: Sequence[PlacedLane]) -> list[Wishes]:
    """For each lane the heaviest events that have something in sight to be named, in order."""
    scale = setting.scale
    x = sight.anchor
    picked = np.flatnonzero(((x >= scale.left) & (x <= scale.right)) | sight.span)
    anchors = _held(x[picked] - scale.left, int(scale.width) - 1)
    bars = np.where(sight.span[picked], sight.x1[picked] - scale.left, 0)
    afters = np.maximum(bars, anchors + setting.sizes.spot) + 5
    columns = sight.rows[picked], anchors, afters.astype(np.int64)
    bounds = picked.searchsorted(sight.bounds).tolist()
    wishes: list[Wishes] = []
    soon: list[int] = []
    for (low, high), placed in zip(pairwise(bounds), lanes, strict=True):
        part = slice(max(low, high - TRIED - TRIED_A_ROW * placed.rows), high)
        wishes.append(Wishes(*(column[part][::-1].tolist() for column in columns)))
        soon += wishes[-1].rows[:SURELY_TRIED] if placed.rows else []
    setting.wording.prepare(soon)
    return wishes


def spots_of(setting: Setting, sight: Sight, kept: Flags) -> Spots:
    """The marks of those events in sight that are *kept*."""
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


def spans_of(setting: Setting, sight: Sight, kept: Flags) -> Spans:
    """The bars of those events in sight that are *kept*."""
    shown = sight.span & kept
    rows, span, scale = sight.rows[shown], sight.extents, setting.scale
    low, high = scale.left, scale.right
    return Spans(
        row=rows,
        x0=between(sight.x0[shown], low, high),
        x1=between(sight.x1[shown], low, high),
        c0=between(scale.pixels(span.core_first[shown]), low, high),
        c1=between(scale.pixels(span.core_last[shown]), low, high),
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
