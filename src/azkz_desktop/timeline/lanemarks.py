"""The marks of the lanes in sight: spots, bars and labels, or a density where they are many."""

from collections.abc import Callable, Container, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.index import PixelEdges, pixel_edges
from azkz_desktop.timeline.labels import NO_COUNTS, Naming, Room
from azkz_desktop.timeline.marks import (
    Badge,
    Box,
    Density,
    Flags,
    Label,
    Pile,
    Pixels,
    Rect,
    Spans,
    Spots,
)
from azkz_desktop.timeline.named import Labels
from azkz_desktop.timeline.piles import Piles
from azkz_desktop.timeline.placing import Shelf, Wishes
from azkz_desktop.timeline.sight import (
    PlacedLane,
    Setting,
    Sight,
    between,
    most_tried,
    sight_of_lanes,
)
from azkz_desktop.timeline.tracks import MOST_LINES, TRACKS

if TYPE_CHECKING:
    from azkz_desktop.timeline.boxes import MoreInside
    from azkz_desktop.timeline.disputes import Told
    from azkz_desktop.timeline.holding import Holding

TRACK_OFFSETS = np.array([0.0, -1.0, 1.0, *[0.0] * (MOST_LINES - TRACKS)])
"""How far above or below its mark a bar runs; on a line below the first three the mark is on it."""
Places = NDArray[np.intp]
SURELY_TRIED = 48
"""So many are about to be tried anyway: their texts are asked for at once."""

MOVABLE = 8
"""In a lane of few events so many of the heaviest, and one a row, are named at any of their bar."""
SOFT, SOFTEST = 0.15, 12.0
"""The share of a bar that each of its soft ends is, and how many pixels that is at the most."""
SPARSE = 12
"""Of so few events is a lane."""


@dataclass(frozen=True, slots=True, eq=False)
class LanesResult:
    """The marks of all lanes; the disputes that were `told` before anything was named.

    `piles` are the numbers of marks that stand in one place.
    """

    spots: Spots
    spans: Spans
    labels: Sequence[Label]
    densities: tuple[Density, ...]
    badges: tuple[Badge, ...] = ()
    boxes: tuple[Box, ...] = ()
    mores: "tuple[MoreInside, ...]" = ()
    told: "Told | None" = None
    piles: tuple[Pile, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no event at all is in sight."""
        return not (len(self.spots) or len(self.spans) or self.densities)


def lanes_marks(
    setting: Setting,
    lanes: Sequence[PlacedLane],
    disputes: "Callable[[Sight], Told] | None" = None,
) -> LanesResult:
    """The marks of the lanes in sight, from the top; *disputes* tells those of what is in sight."""
    sight = sight_of_lanes(setting, lanes)
    setting.wording.tidy()
    wishes, places, doubts = _wishes(setting, sight, lanes)
    told = disputes(sight) if disputes else None
    dates = told.points() if told else ([], [])
    covered, piles = _covered(setting, sight, dates), Piles(setting, sight, dates)
    holding = _holding(setting, sight)
    counts, dated = holding.counts if holding else NO_COUNTS, setting.voices is None
    naming = Naming(setting.wording, setting.chosen, counts, dated=dated)
    (_, last), width = setting.window, int(setting.scale.width)
    shelves = [
        Shelf(placed.rows, width, line, enters=bool(placed.lane.index.starts[-1] > last))
        for placed, line in zip(lanes, covered, strict=True)
    ]
    for number, (placed, shelf) in enumerate(zip(lanes, shelves, strict=True)):
        room = _room(setting, number, placed, sight.crowded[number])
        if holding:
            holding.lay_boxes(number, shelf, room.tops)
        for level in range(placed.whole + 1, placed.rows + 1):
            shelf.take(level, 0, shelf.width)  # no text is written that would be cut through
        piles.lay(number, placed, shelf, wishes[number])
        turn = _turn(setting, wishes[number].rows, doubts[number])
        naming.place(wishes[number], room, shelf, turn, doubts[number])
        piles.lay_below(placed, shelf)
    labels = naming.labels()
    if holding:
        for number, (placed, shelf) in enumerate(zip(lanes, shelves, strict=True)):
            holding.add_badges(number, placed, shelf, labels.of_lane(number, holding.counts))
    kept = _kept(setting, sight, places, labels)
    spots, spans = spots_of(setting, sight, kept), spans_of(setting, sight, kept)
    densities, numbers = _densities(setting, sight, lanes), tuple(piles.marks)
    result = LanesResult(spots, spans, labels, densities, told=told, piles=numbers)
    return holding.added_to(result) if holding else result


def _turn(setting: Setting, rows: Sequence[int], doubtful: Container[int]) -> int:
    """How many of *rows*, in their order but for the chosen one, would stand before that."""
    chosen, weight = setting.chosen, setting.columns.weight
    if chosen is None or not rows or rows[0] != chosen:
        return 0
    doubt, own = chosen in doubtful, (float(weight[chosen]), chosen)
    return sum(
        (float(weight[row]), row) > own if (row in doubtful) == doubt else doubt for row in rows[1:]
    )


def _kept(setting: Setting, sight: Sight, places: Sequence[Places], labels: Labels) -> Flags:
    """Which events have marks: in a crowded lane only those that are named, or chosen.

    Where it is those that run through it that are too many, also all that stand there. *places*
    tells for each lane where in *sight* its wishes are.
    """
    kept = sight.plain.copy()
    if any(sight.passed):
        kept |= np.array(sight.passed, np.bool_).take(sight.lane) & sight.spot
    for number, crowded in enumerate(sight.crowded):
        if crowded:
            kept[places[number][labels.ranks_of_lane(number)]] = True
    if setting.chosen is not None:
        kept |= sight.rows == setting.chosen
    return kept


def _holding(setting: Setting, sight: Sight) -> "Holding | None":
    if setting.inside is None:
        return None
    from azkz_desktop.timeline.holding import Holding  # only where events hold others

    holding = Holding(setting, setting.inside, sight)
    return holding if holding.counts or any(sight.boxed) else None


def _room(setting: Setting, number: int, placed: PlacedLane, crowded: bool) -> Room:
    """Where the labels of a lane go."""
    movable = 0 if crowded or not _is_sparse(setting, placed) else MOVABLE + placed.rows
    return Room(number, setting.scale.left, placed.tops, setting.sizes.line, crowded, movable)


def _is_sparse(setting: Setting, placed: PlacedLane) -> bool:
    """Whether no more than `SPARSE` events of a lane begin in a window so long, on the average.

    Or it has not many more at all, and rows to spare for bars that run side by side.

    It depends on how far one zoomed in, not on where one is, so that no label comes and goes
    for it while one pans.
    """
    index = placed.lane.index
    if len(index) <= (SPARSE if placed.lines <= TRACKS else 2 * SPARSE):
        return True
    count, days = index.middle
    return count * setting.scale.span.days <= SPARSE * days


def _covered(
    setting: Setting, sight: Sight, dates: tuple[list[float], list[int]]
) -> list[list[int]]:
    """Where the marks of each lane cover the line on which they stand: the edges of stretches.

    First pixel and the one behind the last of each stretch, from the left; in a crowded lane all.
    *dates* of other documents (pixels, and numbers of lanes) have marks, too.
    """
    width, left, reach = int(setting.scale.width), setting.scale.left, setting.sizes.spot + 2
    count = len(sight.crowded)
    if all(sight.crowded):
        return [[0, width]] * count
    lane, plain = sight.lane * (width + 1), sight.plain
    spot, span = (sight.spot & plain).nonzero()[0], (sight.span & plain).nonzero()[0]
    anchor = sight.anchor[spot]
    points, numbers = np.array(dates[0]), np.array(dates[1], np.int64)
    begins = np.concatenate((anchor - reach, sight.x0[span], points - reach))
    ends = np.concatenate((anchor + reach, sight.x1[span], points + reach))
    firsts, lasts = _held(begins - left, width), _held(ends - left, width)
    base = np.concatenate((lane[spot], lane[span], numbers * (width + 1)))
    edges = stretches(base + firsts, base + lasts)
    bounds = edges.searchsorted(np.arange(count + 1) * (width + 1)).tolist()
    edges %= width + 1
    return [
        [0, width] if crowded else edges[low:high].tolist()
        for crowded, (low, high) in zip(sight.crowded, pairwise(bounds), strict=True)
    ]


def stretches(firsts: NDArray[np.int64], lasts: NDArray[np.int64]) -> NDArray[np.int64]:
    """The edges of all that lies in one of the stretches from *firsts* up to *lasts*, ascending.

    Those that lie on one another are one; those that only touch are two.
    """
    order = firsts.argsort()
    firsts, lasts = firsts[order], np.maximum.accumulate(lasts[order])
    begins = np.ones(len(firsts) + 1, np.bool_)
    np.greater_equal(firsts[1:], lasts[:-1], out=begins[1:-1])
    edges = np.empty((int(begins.sum()) - 1, 2), np.int64)
    edges[:, 0] = firsts[begins[:-1]]
    edges[:, 1] = lasts[begins[1:]]
    return edges.reshape(-1)


def _held(pixels: Pixels, highest: int) -> NDArray[np.int64]:
    return np.minimum(np.maximum(pixels, 0), highest).astype(np.int64)


def _wishes(
    setting: Setting, sight: Sight, lanes: Sequence[PlacedLane]
) -> tuple[list[Wishes], list[Places], list[frozenset[int]]]:
    """For each lane the heaviest events that have something in sight to be named, in order.

    And where each of them is in *sight*; and which are doubtful: these come last. Where a mark is
    out of sight, the line to its label comes down from the bar.
    """
    scale, sizes, x = setting.scale, setting.sizes, sight.anchor
    seen = (x >= scale.left) & (x <= scale.right)
    picked = (seen | sight.span).nonzero()[0]
    doubtful, chosen = _doubtful(setting, sight, picked, seen), setting.chosen
    seen, last, width = seen[picked], sight.x1[picked] - scale.left, int(scale.width)
    anchors = _held(np.where(seen, x[picked], sight.x0[picked] + 1) - scale.left, width - 1)
    afters = np.maximum(np.where(sight.span[picked], last, 0), anchors + sizes.spot) + 5
    at_mark = seen & ~_named_along(sight, picked, lanes)
    reaches = _held(np.where(at_mark, 0, last - 2), width - 2)
    lower = np.where(at_mark, sizes.spot, TRACK_OFFSETS[sight.track[picked]] * sizes.track)
    tops = sight.y[picked] + lower
    columns = np.empty((4, len(picked)), np.int64)
    columns[:] = sight.rows[picked], anchors, afters, reaches
    bounds = picked.searchsorted(sight.bounds).tolist()
    wishes: list[Wishes] = []
    places: list[Places] = []
    doubts: list[frozenset[int]] = []
    soon: list[int] = []
    found = doubtful.nonzero()[0]
    cuts = pairwise(found.searchsorted(bounds).tolist())
    for (low, high), placed, cut in zip(pairwise(bounds), lanes, cuts, strict=True):
        part: slice | Places = slice(max(low, high - most_tried(placed.rows)), high)
        doubt = columns[0, found[slice(*cut)]].tolist() if cut[0] < cut[1] else ()
        if doubt:
            first = doubtful[low:high].copy()
            first[-1:] &= sight.rows[picked[high - 1]] != chosen  # the chosen one is tried first
            part = (~first).argsort(kind="stable")[-most_tried(placed.rows) :] + low
        heaviest_first = columns[:, part][:, ::-1].tolist()
        wishes.append(Wishes._make([*heaviest_first, tops[part][::-1].tolist()]))
        places.append(picked[part][::-1])
        doubts.append(frozenset(doubt))
        soon += wishes[-1].rows[:SURELY_TRIED] if placed.rows else []
    setting.wording.prepare(soon)
    return wishes, places, doubts


def _named_along(sight: Sight, picked: Places, lanes: Sequence[PlacedLane]) -> Flags:
    """Which of the *picked* events may be named at any of their bar, though their mark is in sight.

    Those that run side by side: where they begin together there is one name at their marks.
    """
    apart = np.array([placed.lines > TRACKS for placed in lanes], np.bool_)
    if not apart.any():
        return np.zeros(len(picked), np.bool_)
    return apart.take(sight.lane[picked]) & sight.extents.lasting[picked] & sight.span[picked]


def _doubtful(setting: Setting, sight: Sight, picked: Places, seen: Flags) -> Flags:
    """Of which of the *picked* events it is not certain that anything lies in the window.

    A mark in sight makes none certain: it may stand there for all of a year, of which a month is
    in sight. What nobody dates further than "2010 or earlier" is where its mark is *seen*.
    """
    span, start, end = sight.extents, setting.scale.start, setting.scale.end
    columns = (span.first, span.last, span.core_first, span.core_last)
    first, last, core_first, core_last = (one.take(picked) for one in columns)
    seen = seen.take(picked)
    fills_some = (core_last > core_first) & (core_last > start) & (core_first < end)
    lies_here = (first >= start) | (seen & span.open_start.take(picked))
    lies_here &= (last <= end) | (seen & span.open_end.take(picked))
    return np.asarray(~(fills_some | lies_here))


def spots_of(setting: Setting, sight: Sight, kept: Flags) -> Spots:
    """The marks of those events in sight that are *kept*."""
    shown, pale = (sight.spot & kept).nonzero()[0], sight.pale
    rows, columns = sight.rows.take(shown), setting.columns
    return Spots(
        row=rows,
        x=sight.anchor.take(shown),
        y=sight.y.take(shown),
        style=setting.styles.take(columns.kind.take(rows)),
        pale=columns.qualifier.take(rows) != 0 if pale is None else pale.take(shown),
        amber=columns.contested.take(rows),
    )


def spans_of(setting: Setting, sight: Sight, kept: Flags) -> Spans:
    """The bars of those events in sight that are *kept*."""
    shown = (sight.span & kept).nonzero()[0]
    rows, scale = sight.rows.take(shown), setting.scale
    span = sight.extents.take(shown)
    x0, x1 = sight.x0.take(shown), sight.x1.take(shown)
    fade_left = fade_right = np.full(len(rows), np.nan)
    if span.unknown_start.any() or span.unknown_end.any():
        fades = span.unknown_start, span.unknown_end
        fade_left, fade_right = np.where(fades, (x0, x1), np.nan)
        x0, x1 = x0 + fades[0] * setting.sizes.stub, x1 - fades[1] * setting.sizes.stub
    soft = soft_ends(x0, x1, span.open_start, span.open_end)
    # Told by days: pixels far out of sight are cut.
    pixel = 1 / scale.per_day
    faded = span.core_last <= span.core_first
    faded |= span.core_first > span.first + pixel
    faded |= span.core_last < span.last - pixel
    ends = np.array((x0, x1, sight.c0.take(shown), sight.c1.take(shown), *soft))
    x0, x1, c0, c1, soft0, soft1 = between(ends, scale.left, scale.right)
    return Spans(
        row=rows,
        x0=x0,
        x1=x1,
        c0=c0,
        c1=c1,
        y=sight.y.take(shown) + TRACK_OFFSETS.take(sight.track.take(shown)) * setting.sizes.track,
        lasting=span.lasting,
        style=setting.styles.take(setting.columns.kind.take(rows)),
        open_left=span.open_start,
        open_right=span.open_end,
        amber=setting.columns.contested.take(rows),
        fade_left=fade_left,
        fade_right=fade_right,
        soft0=soft0,
        soft1=soft1,
        faded=faded,
    )


def soft_ends(x0: Pixels, x1: Pixels, open_left: Flags, open_right: Flags) -> tuple[Pixels, Pixels]:
    """How far the soft ends of bars from *x0* to *x1* reach in; what is open has none."""
    inset = np.floor(np.minimum((x1 - x0) * SOFT, SOFTEST))
    return x0 + np.where(open_left, 0, inset), x1 - np.where(open_right, 0, inset)


def _densities(setting: Setting, sight: Sight, lanes: Sequence[PlacedLane]) -> tuple[Density, ...]:
    """The densities of the crowded lanes."""
    if not any(sight.crowded):
        return ()
    edges = pixel_edges(setting.scale.edges())
    crowded = zip(range(len(lanes)), lanes, sight.crowded, strict=True)
    return tuple(
        _density(setting, number, one, edges, marked=sight.passed[number])
        for number, one, many in crowded
        if many
    )


def _density(
    setting: Setting, number: int, placed: PlacedLane, edges: PixelEdges, *, marked: bool
) -> Density:
    scale, strip = setting.scale, setting.sizes.strip
    index = placed.lane.index
    begun, running = index.per_pixel(edges)
    rect = Rect(scale.left, placed.mark.line - strip / 2 + 1, len(begun), strip - 2)
    return Density(number, rect, begun, running, placed.lane.style, marked, index)
