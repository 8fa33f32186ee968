"""What lies under the pointer."""

from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.marks import BandBar, BandMark, Marks

if TYPE_CHECKING:
    from azkz_desktop.dataset.columns import ClaimDate
    from azkz_desktop.timeline.eras import EraMark
    from azkz_desktop.timeline.scrolling import ScrollMark

REACH = 7.0
"""Pixels: so near to its middle a mark is hit."""
LINE = 3.0
"""Pixels: so near to its line the link of a dispute is hit, or the span of a date."""
SAME = 2.0
"""Pixels: numbers that stand no further apart in height are one spot."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What is hit: event, lane, lane-name, density, moment, axis, legend, band, band-name, era.

    `what` is one of these, or era-name, era-more (where some have no room), scroll, more-above,
    more-below, badge, more-inside, away, or empty. `row` is the event, `lane` and `band` are their
    numbers in the marks, `bars` are the marks of a band there, `words` are about a group of eras,
    `era` the ribbon. (The moment's line crosses the bands, too: there it has `band` and `bars`.)
    Where an event is hit at a date that others give of it, `claims` do so; where it is hit at a
    bar that runs over a density, `lane` is that of the density.
    """

    what: str = ""
    row: int | None = None
    lane: int | None = None
    words: str = ""
    era: "EraMark | None" = None
    band: int | None = None
    bars: tuple[BandBar, ...] = ()
    claims: "tuple[ClaimDate, ...]" = ()


NOTHING = Hit()


def hit(marks: Marks, x: float, y: float) -> Hit:
    """What is at pixel (*x*, *y*), the topmost first: mark, label, moment, bar, density, lane."""
    if not marks.plot.contains(x, y) and marks.axis.contains(x, y):
        return Hit("moment") if _on_moment(marks, x, 9.0) else Hit("axis")
    if marks.legend and x < marks.plot.x and 0 <= y < marks.axis.bottom:
        return Hit("legend")
    if marks.eras and y < marks.plot.y:
        return _era(marks, x, y)
    if marks.away and marks.away.contains(x, y):
        return Hit("away", marks.away.row)
    part = _scroll(marks.scroll, x, y) if marks.scroll else ""
    if part:
        return Hit(part)
    return _band(marks, x, y) or _event(marks, x, y) or _ground(marks, x, y)


def _event(marks: Marks, x: float, y: float) -> Hit | None:
    """The event, or what tells of those inside it, or the moment that lies over long events."""
    for what, told in (("badge", marks.badges), ("more-inside", marks.mores)):
        found = next((one.row for one in told if one.rect.contains(x, y)), None)
        if found is not None:
            return Hit(what, found)
    pile = _pile(marks, x, y)
    if pile:
        return Hit("event", pile[0])
    near = _near(marks, x, y)
    points = _points(marks, x, y) if marks.disputes else []
    if points and (not near or points[0][0] <= near[0][0]):
        return points[0][1]
    row = near[0][1] if near else _label(marks, x, y)
    if row is None and _on_line(marks, x) and y >= marks.plot.y:
        return Hit("moment")
    if row is None:
        return _bar(marks, x, y)
    return Hit("event", row)


def _bar(marks: Marks, x: float, y: float) -> Hit | None:
    """The link of a dispute, which lies on top, the shortest of what lasts, or a box."""
    links = _links(marks, x, y) if marks.disputes else []
    bars = _bars(marks, x, y)
    if links and (not bars or links[0][0] < bars[0][0]):
        return links[0][1]
    if bars:
        return Hit("event", bars[0][1], _density(marks, x, y))
    row = _box(marks, x, y)
    return None if row is None else Hit("event", row)


def drawn_at(marks: Marks, x: float, y: float) -> Iterator[Hit]:
    """All events whose mark, date or bar is at a point, what lies on top first; some twice.

    At the number of a pile those of the pile.
    """
    pile = _pile(marks, x, y)
    if pile:
        yield from (Hit("event", row) for row in pile)
        return
    yield from (Hit("event", row) for _, row in _near(marks, x, y))
    if marks.disputes:
        yield from (one for _, one in _points(marks, x, y))
        yield from (one for _, one in _links(marks, x, y))
    dense = _density(marks, x, y)
    yield from (Hit("event", row, dense) for _, row in _bars(marks, x, y))


def _era(marks: Marks, x: float, y: float) -> Hit:
    """The ribbon at a point above the lanes (the shorter of two), or the name of its group."""
    for row in marks.eras:
        if row.rect.y <= y < row.rect.bottom:
            if x < row.rect.x:
                what = "era-name" if row.words == row.title else "era-more"
                return Hit(what, words=row.words)
            found = [mark for mark in row.marks if mark.contains(x, y)]
            era = min(found, key=lambda mark: mark.soft1 - mark.soft0, default=None)
            return Hit("era", era=era) if era else NOTHING
    return NOTHING


def _scroll(mark: "ScrollMark", x: float, y: float) -> str:
    """The part of what scrolls the lanes that is at a point; empty for none."""
    if mark.track.contains(x, y):
        return "scroll"
    for more in mark.more:
        if more.rect.contains(x, y):
            return "more-below" if more.down else "more-above"
    return ""


def _on_moment(marks: Marks, x: float, reach: float) -> bool:
    return marks.moment is not None and abs(marks.moment.x - x) <= reach


def _on_line(marks: Marks, x: float) -> bool:
    """Whether the moment's line is there; one that is out of sight has none."""
    return _on_moment(marks, x, 3.0) and marks.moment is not None and not marks.moment.away


def _pile(marks: Marks, x: float, y: float) -> tuple[int, ...]:
    """The events of the pile whose number is there."""
    return next((pile.rows for pile in marks.piles if pile.rect.contains(x, y)), ())


def _near(marks: Marks, x: float, y: float) -> list[tuple[float, int]]:
    """The marks within reach: how far away, squared, and the row; of several as near the top."""
    spots = marks.spots
    away = (spots.x - x) ** 2 + (spots.y - y) ** 2
    places = (away <= REACH**2).nonzero()[0][::-1]
    order = places[away[places].argsort(kind="stable")]
    return list(zip(away[order].tolist(), spots.row[order].tolist(), strict=True))


def _points(marks: Marks, x: float, y: float) -> list[tuple[float, Hit]]:
    """The points at dates that other documents give, the nearest first; how far away, squared."""
    found = [
        ((date.x - x) ** 2 + (dispute.y - y) ** 2, Hit("event", dispute.row, claims=date.claims))
        for dispute in marks.disputes
        for date in dispute.dates
        if date.pointed
    ]
    return sorted((one for one in found if one[0] <= REACH**2), key=itemgetter(0))


def _links(marks: Marks, x: float, y: float) -> list[tuple[float, Hit]]:
    """The links that are there, the shortest first, then spans of dates; with their lengths.

    That of a link is 0: it lies on top.
    """
    found: list[tuple[float, float, Hit]] = []
    for dispute in marks.disputes:
        if abs(dispute.y - y) > LINE or not marks.plot.contains(x, y):
            continue
        left, right = dispute.link or (np.inf, -np.inf)
        if left <= x <= right:
            found.append((0.0, right - left, Hit("event", dispute.row)))
        for date in dispute.dates:
            if date.x0 <= x <= date.x1:
                length = date.x1 - date.x0
                found.append((length, length, Hit("event", dispute.row, claims=date.claims)))
    found.sort(key=itemgetter(0, 1))
    return [(length, one) for length, _, one in found]


def _label(marks: Marks, x: float, y: float) -> int | None:
    return next((label.row for label in marks.labels if label.rect.contains(x, y)), None)


def _bars(marks: Marks, x: float, y: float) -> list[tuple[float, int]]:
    """The bars under the pointer: length and row, the nearest by height first.

    Of several on one line the shortest: a long one lies below the short ones.
    """
    spans = marks.spans
    left, right = np.fmin(spans.x0, spans.fade_left), np.fmax(spans.x1, spans.fade_right)
    away = np.abs(spans.y - y)
    under = ((left <= x) & (x <= right) & (away <= 4)).nonzero()[0][::-1]
    if not len(under):
        return []
    lengths, away = right[under] - left[under], away[under]
    further = np.where(away <= away.min() + SAME / 2, 0.0, away)
    order = np.lexsort((lengths, further))
    return list(zip(lengths[order].tolist(), spans.row[under[order]].tolist(), strict=True))


def bars_at(band: BandMark, x: float, y: float) -> tuple[BandBar, ...]:
    """The marks of a band at a point; several where their numbers share the spot.

    Of those in the pointer's column (of thin ones those beside it, too, where none is in it) the
    nearest by height: what is painted under the pointer comes first, then the number whose
    height is nearest. So each has a pixel at which it is told, whatever stands before it.
    """
    found = [mark for mark in band.bars if _reaches(mark, x)]
    column = [mark for mark in found if _days_left(mark) <= x < _days_right(mark)] or found
    if not column:
        return ()
    best = _stands_at(min(column, key=lambda mark: (_above(mark, y), _from_number(mark, y))), y)
    return tuple(mark for mark in column if abs(_stands_at(mark, y) - best) <= SAME)


def _reaches(mark: BandBar, x: float) -> bool:
    """Whether a mark is there, at any height; a thin one also beside it."""
    left, right = _days_left(mark), _days_right(mark)
    beside = max((REACH - (right - left)) / 2, 0.0)
    return left - beside <= x < right + beside


def _days_left(mark: BandBar) -> float:
    return min(mark.rect.x, mark.x0)


def _days_right(mark: BandBar) -> float:
    return max(mark.rect.right, mark.x1)


def _above(mark: BandBar, y: float) -> float:
    """How far a point is from what is painted of a mark, in height; of a span that is its line."""
    bottom = mark.rect.y if mark.form == "span" else mark.rect.bottom
    outside = max(mark.rect.y - y, y - bottom, 0.0)
    return outside if outside > REACH / 2 else 0.0


def _from_number(mark: BandBar, y: float) -> float:
    return abs(_stands_at(mark, y) - y)


def _stands_at(mark: BandBar, y: float) -> float:
    """The height of a mark's number: its middle, its upper edge, or of a range any within."""
    top, bottom = mark.rect.y, mark.rect.bottom
    if mark.form == "point":
        return (top + bottom) / 2
    return min(max(y, top), bottom) if mark.form == "range" else top


def _box(marks: Marks, x: float, y: float) -> int | None:
    """The event whose box is there, the innermost one."""
    return next((box.row for box in reversed(marks.boxes) if box.rect.contains(x, y)), None)


def _band(marks: Marks, x: float, y: float) -> Hit | None:
    """The band at a point, with what is told there; lanes end where the bands begin."""
    for number, band in enumerate(marks.bands):
        if band.rect.y <= y < band.rect.bottom:
            if x < marks.plot.x:
                return Hit("band-name", band=number)
            what = "moment" if _on_line(marks, x) else "band"
            return Hit(what, band=number, bars=bars_at(band, x, y))
    return None


def _density(marks: Marks, x: float, y: float) -> int | None:
    """The lane whose density is there."""
    return next((one.lane for one in marks.densities if one.rect.contains(x, y)), None)


def _ground(marks: Marks, x: float, y: float) -> Hit:
    dense = _density(marks, x, y)
    if dense is not None:
        return Hit("density", lane=dense)
    for number, lane in enumerate(marks.lanes):
        if lane.rect.y <= y < lane.rect.bottom:
            return Hit("lane-name" if x < marks.plot.x else "lane", lane=number)
    return NOTHING
