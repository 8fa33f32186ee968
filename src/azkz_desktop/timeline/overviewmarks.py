"""The overview: how many events begin when over the whole period, and what part is in sight."""

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.index import LaneIndex, pixel_edges
from azkz_desktop.timeline.marks import Rect
from azkz_desktop.timeline.scale import Limits, Scale
from azkz_desktop.timeline.ticks import GAP, ticks
from azkz_desktop.view.state import Span

if TYPE_CHECKING:
    from azkz_desktop.timeline.asked import AskedMark

NARROWEST = 6.0
"""A bar of the histogram is at least so many pixels wide."""
GRIP = 6.0
"""Pixels about an edge of the brush in which it is that edge that is dragged."""
LINE = 4.0
"""Pixels about the line of the moment in which it is that line."""


@dataclass(frozen=True, slots=True)
class OverviewMarks:
    """The strip: its ground, the bars of the histogram, and the brush over what is in sight.

    `moment` is the pixel of the day that the map shows, None where that is outside. `asked` is
    the period of the filter.
    """

    ground: Rect
    bars: tuple[Rect, ...]
    brush: Rect
    moment: float | None = None
    asked: "AskedMark | None" = None


def overview_marks(
    index: LaneIndex,
    scale: Scale,
    span: Span,
    ground: Rect,
    moment: str = "",
    asked: "AskedMark | None" = None,
) -> OverviewMarks:
    """The strip over *ground*, whose *scale* shows the whole period; *moment* is an ISO day.

    Bars stand for whole years, months or days, as narrow as they can be read.
    """
    x = scale.x(date.fromisoformat(moment).toordinal() + 0.5) if moment else -1.0
    line = x if ground.x <= x < ground.right else None
    bars, brush = _bars(index, scale, ground), _brush(scale, span, ground)
    return OverviewMarks(ground, bars, brush, line, asked)


def _bars(index: LaneIndex, scale: Scale, ground: Rect) -> tuple[Rect, ...]:
    days = [tick.day for tick in ticks(scale, NARROWEST - GAP)]
    edges = np.array([scale.start, *days, scale.end])
    begun = index.begun_per_pixel(pixel_edges(edges))
    most = max(int(begun.max()), 1)
    bars = []
    for (first, last), count in zip(pairwise(edges.tolist()), begun.tolist(), strict=True):
        x0, x1 = scale.pixel(first), scale.pixel(last)
        if count and x1 > x0:
            # The root keeps years with few events in sight beside a year with very many.
            height = max((count / most) ** 0.5 * (ground.height - 3), 2.0)
            bars.append(Rect(x0, ground.bottom - height, max(x1 - x0 - 1, 1.0), height))
    return tuple(bars)


def _brush(scale: Scale, span: Span, ground: Rect) -> Rect:
    x0 = min(max(scale.x(span.start), ground.x), ground.right - 2)
    x1 = max(min(scale.x(span.end), ground.right), x0 + 2)
    return Rect(x0, ground.y, x1 - x0, ground.height)


def part_at(marks: OverviewMarks, x: float) -> str:
    """What is at pixel *x*: of the brush start, end or middle, the moment, or nothing (outside).

    Of a narrow brush the line of the moment leaves enough to take hold of.
    """
    brush = marks.brush
    if marks.moment is not None:
        inside = brush.x <= marks.moment <= brush.right
        near = abs(x - marks.moment)
        edge = min(abs(x - brush.x), abs(x - brush.right))
        if near < edge and near <= (min(LINE, brush.width / 8) if inside else LINE):
            return "moment"
    grip = min(GRIP, max(brush.width / 3, 2.0))
    if abs(x - brush.x) <= grip and x < brush.x + brush.width / 2:
        return "start"
    if abs(x - brush.right) <= grip:
        return "end"
    return "middle" if brush.x <= x <= brush.right else "outside"


def zoomed_about(span: Span, factor: float, day: float, limits: Limits) -> Span:
    """*span* with a day *factor* times as wide, closer to *day* or further from it on all sides."""
    days = min(max(span.days / factor, limits.shortest), limits.longest)
    start = day - (day - span.start) * days / span.days
    return Span(start, start + days)


def dragged(span: Span, part: str, pressed: float, now: float, shortest: float) -> Span:
    """*span* after *part* of the brush was dragged from day *pressed* to day *now*."""
    by = now - pressed
    if part == "middle":
        return Span(span.start + by, span.end + by)
    if part == "start":
        return Span(min(span.start + by, span.end - shortest), span.end)
    if part == "end":
        return Span(span.start, max(span.end + by, span.start + shortest))
    return Span(min(pressed, now), max(pressed, now, min(pressed, now) + shortest))


def period_words(span: Span) -> tuple[str, str]:
    """*span* as the first and last date of a filter, rounded to years, months or days.

    A long period is meant in years, a short one to the day: "2004" to "2008", not
    "2004-01-14" to "2008-11-27".
    """
    first = date.fromordinal(int(span.start))
    last = date.fromordinal(max(int(np.ceil(span.end)) - 1, int(span.start)))
    letters = 4 if span.days >= 3 * 365 else 7 if span.days >= 92 else 10
    return first.isoformat()[:letters], last.isoformat()[:letters]
