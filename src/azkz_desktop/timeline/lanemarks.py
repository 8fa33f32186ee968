"""The marks of one lane: its events in sight as spots, bars, labels, or as a density."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.arrange import Sizes, row_tops
from azkz_desktop.timeline.extents import Extents, extents
from azkz_desktop.timeline.labels import Measure, Named, Room, place_labels
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.marks import Density, Flags, Label, LaneMark, Pixels, Rect, Spans, Spots
from azkz_desktop.timeline.placing import Shelf
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import Rows, TimelineSource

PIXELS_PER_MARK = 8
FEW = 200
"""A lane with more events in sight than these, and than one in eight pixels, is a density."""
TRIED = 120
"""Of a lane at most so many events, the heaviest, are tried for a label."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all lanes of a frame share. `styles` gives each kind code's group."""

    source: TimelineSource
    scale: Scale
    sizes: Sizes
    measure: Measure
    styles: NDArray[np.uint8]
    chosen: int | None

    @property
    def columns(self) -> EventColumns:
        """All events."""
        return self.source.columns


@dataclass(frozen=True, slots=True, eq=False)
class LaneResult:
    """The marks of one lane."""

    spots: Spots
    spans: Spans
    labels: list[Label]
    density: Density | None


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """Events in sight, the lightest first: rows, extents, and their pixels, clipped."""

    rows: Rows
    extents: Extents
    x0: Pixels
    x1: Pixels
    anchor: Pixels


def lane_marks(setting: Setting, number: int, lane: Lane, mark: LaneMark, rows: int) -> LaneResult:
    """The marks of *lane* (the *number*th) at *mark*, with *rows* rows of labels."""
    found, is_all = _in_sight(setting, lane)
    sight = _sight(setting, found)
    shelf = Shelf(rows, int(setting.scale.width))
    density = None if is_all else _density(setting, number, lane, mark)
    spots = _spots(setting, sight, mark)
    spans = _spans(setting, sight, mark)
    if density is None:
        _occupy(setting, shelf, spots, spans)
    else:
        shelf.take(0, 0, shelf.width)
    labels = _labels(setting, number, mark, sight, shelf) if rows else []
    if density is not None:
        spots, spans = _only(spots, spans, labels, setting.chosen)
    return LaneResult(spots, spans, labels, density)


def window_days(scale: Scale, margin: float) -> tuple[int, int]:
    """The first and last whole day whose events may show, *margin* pixels beyond the plot too."""
    first = np.floor(scale.day(scale.left - margin))
    return int(first), int(np.ceil(scale.day(scale.right + margin))) - 1


def _in_sight(setting: Setting, lane: Lane) -> tuple[Rows, bool]:
    first, last = window_days(setting.scale, setting.sizes.spot + 1)
    budget = max(FEW, int(setting.scale.width) // PIXELS_PER_MARK)
    found, is_all = lane.index.heaviest(first, last, budget)
    if is_all and len(found) > budget:
        is_all = False
    order = np.argsort(setting.columns.weight[found])
    return _with_chosen(setting, lane, found[order], first, last), is_all


def _with_chosen(setting: Setting, lane: Lane, found: Rows, first: int, last: int) -> Rows:
    """*found* with the chosen event on top, if it is one of the lane's and in the window."""
    row, columns = setting.chosen, setting.columns
    if row is None or not (
        columns.start_earliest[row] <= last and columns.end_latest[row] >= first
    ):
        return found
    at = np.searchsorted(lane.index.rows, row)
    if at == len(lane) or lane.index.rows[at] != row:
        return found
    return np.append(found[found != row], np.int32(row)).astype(np.int32)


def _sight(setting: Setting, rows: Rows) -> Sight:
    scale, span = setting.scale, extents(setting.columns, rows)
    low, high = scale.left - 64.0, scale.right + 64.0
    x0 = np.clip(scale.pixels(span.first), low, high)
    x1 = np.clip(scale.pixels(span.last), low, high)
    return Sight(rows, span, x0, x1, np.clip(scale.pixels(span.anchor), low, high))


def _spots(setting: Setting, sight: Sight, mark: LaneMark) -> Spots:
    scale, reach = setting.scale, setting.sizes.spot + 1
    shown = (sight.anchor >= scale.left - reach) & (sight.anchor <= scale.right + reach)
    rows, columns = sight.rows[shown], setting.columns
    return Spots(
        row=rows,
        x=sight.anchor[shown],
        y=np.full(len(rows), mark.line),
        style=setting.styles[columns.kind[rows]],
        pale=columns.qualifier[rows] != 0,
        amber=columns.contested[rows],
    )


def _spans(setting: Setting, sight: Sight, mark: LaneMark) -> Spans:
    """Bars for what is wider than its own mark; narrower ones would lie hidden behind it."""
    scale = setting.scale
    shown = (sight.x1 - sight.x0 > 2 * setting.sizes.spot) & (sight.x1 > scale.left)
    shown &= sight.x0 < scale.right
    rows, span = sight.rows[shown], sight.extents
    low, high = scale.left, scale.right
    return Spans(
        row=rows,
        x0=np.clip(sight.x0[shown], low, high),
        x1=np.clip(sight.x1[shown], low, high),
        c0=np.clip(scale.pixels(span.core_first[shown]), low, high),
        c1=np.clip(scale.pixels(span.core_last[shown]), low, high),
        y=np.full(len(rows), mark.line),
        style=setting.styles[setting.columns.kind[rows]],
        open_left=span.open_start[shown],
        open_right=span.open_end[shown],
    )


def _occupy(setting: Setting, shelf: Shelf, spots: Spots, spans: Spans) -> None:
    """What the marks cover of the line on which they stand."""
    left, reach = setting.scale.left, int(setting.sizes.spot) + 2
    for x in (spots.x - left).astype(int).tolist():
        shelf.take(0, x - reach, x + reach)
    for x0, x1 in zip(_whole(spans.x0 - left), _whole(spans.x1 - left), strict=True):
        shelf.take(0, x0, x1)


def _whole(pixels: Pixels) -> list[int]:
    found: list[int] = pixels.astype(int).tolist()
    return found


def _labels(
    setting: Setting, number: int, mark: LaneMark, sight: Sight, shelf: Shelf
) -> list[Label]:
    sizes, scale = setting.sizes, setting.scale
    tops = row_tops(mark.line, shelf.rows, sizes)
    room = Room(number, scale.left, tops, sizes.line, mark.line + sizes.spot)
    return place_labels(_wanting(setting, sight), room, shelf, setting.measure)


def _wanting(setting: Setting, sight: Sight) -> list[Named]:
    """The heaviest events that have something in sight to be named, heaviest first."""
    scale = setting.scale
    in_plot = (sight.x1 > scale.left) & (sight.x0 < scale.right)
    long = sight.x1 - sight.x0 > 2 * setting.sizes.spot
    at_mark = (sight.anchor >= scale.left) & (sight.anchor <= scale.right)
    picked = np.flatnonzero(at_mark | (in_plot & long))[::-1][:TRIED]
    rows = sight.rows[picked]
    source = setting.source
    shorts, titles = source.shorts(rows), source.titles(rows)
    anchors = np.clip(sight.anchor[picked] - scale.left, 0, scale.width - 1)
    ends = np.maximum(sight.x1[picked] - scale.left, anchors + setting.sizes.spot) + 5
    return _named(rows, shorts, titles, anchors, ends, setting.chosen)


def _named(
    rows: Rows,
    shorts: Sequence[str],
    titles: Sequence[str],
    anchors: Pixels,
    ends: Pixels,
    chosen: int | None,
) -> list[Named]:
    return [
        Named(row, short, title, anchor, end, row == chosen)
        for row, short, title, anchor, end in zip(
            rows.tolist(), shorts, titles, _whole(anchors), _whole(ends), strict=True
        )
    ]


def _density(setting: Setting, number: int, lane: Lane, mark: LaneMark) -> Density:
    scale, strip = setting.scale, setting.sizes.strip
    begun, running = lane.index.per_pixel(scale.edges())
    rect = Rect(scale.left, mark.line - strip / 2 + 1, len(begun), strip - 2)
    return Density(number, rect, begun, running, lane.style)


def _only(
    spots: Spots, spans: Spans, labels: list[Label], chosen: int | None
) -> tuple[Spots, Spans]:
    """Among a density only the named events keep marks of their own."""
    named = np.array([label.row for label in labels] + ([] if chosen is None else [chosen]))
    return pick_spots(spots, np.isin(spots.row, named)), pick_spans(
        spans, np.isin(spans.row, named)
    )


def pick_spots(spots: Spots, kept: Flags) -> Spots:
    """The spots for which *kept* is true."""
    return Spots(
        *(getattr(spots, name)[kept] for name in ("row", "x", "y", "style", "pale", "amber"))
    )


def pick_spans(spans: Spans, kept: Flags) -> Spans:
    """The spans for which *kept* is true."""
    names = ("row", "x0", "x1", "c0", "c1", "y", "style", "open_left", "open_right")
    return Spans(*(getattr(spans, name)[kept] for name in names))
