"""Contested dates: each document's own, as precise as it is, and the link of those that contradict.

Two dates contradict each other where they do not meet: the dataset's rule (`dates.relation`).
"""

from typing import NamedTuple

import numpy as np

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.extents import of_bounds
from azkz_desktop.timeline.marks import Spots
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import ClaimDate, TimelineSource

MOST = 200
"""More contested marks than that are shown by their amber edge alone."""
BEYOND = 16.0
"""Pixels beyond the plot at which what lies further away is drawn, out of sight."""
Bounds = tuple[int, int, int, int]


class OwnDate(NamedTuple):
    """A date that documents give of a contested event, where that is not the event's own.

    `claims` give it; its mark stands at `x`, it lies somewhere from `x0` to `x1` (the same where
    that is no longer than a mark). `amber` ones contradict another date of the event; others
    are only more or less precise.
    """

    x: float
    x0: float
    x1: float
    amber: bool
    claims: tuple[ClaimDate, ...]


class Dispute(NamedTuple):
    """A contested event, whose own mark stands at `x`, and the other dates that documents give.

    All lie on `y`, `dates` in order of time. `link` joins the marks of those that contradict,
    the event's own among them; None where none do.
    """

    row: int
    x: float
    y: float
    dates: tuple[OwnDate, ...]
    link: tuple[float, float] | None


class _Told(NamedTuple):
    """What documents say of one event, in days: of each date its mark, its begin and its end.

    The last two of `days` are the ends of the link, if there is one.
    """

    days: list[float]
    dates: list[tuple[bool, tuple[ClaimDate, ...]]]
    linked: bool


NOTHING = _Told([], [], False)


class Disputes:
    """Knows the contested dates of the events that were drawn; asks for each event once."""

    def __init__(self, source: TimelineSource) -> None:
        self._source = source
        self._known: dict[int, _Told] = {}

    def of(self, scale: Scale, spots: Spots, radius: float) -> tuple[Dispute, ...]:
        """The disputes of the contested events among *spots*, which are of *radius*.

        An event that is contested in something else than its date has none, nor has one whose
        documents only say the same.
        """
        places = np.flatnonzero(spots.amber)
        if not len(places) or len(places) > MOST:
            return ()
        rows = spots.row[places].tolist()
        self._ask_for(rows)
        known = [self._known[row] for row in rows]
        days = np.array([day for told in known for day in told.days])
        low, high = scale.left - BEYOND, scale.right + BEYOND
        pixels = np.minimum(np.maximum(scale.pixels(days), low), high).tolist()
        xs, ys = spots.x[places].tolist(), spots.y[places].tolist()
        found, at = [], 0
        for row, x, y, told in zip(rows, xs, ys, known, strict=True):
            if told.days:
                own, at = pixels[at : at + len(told.days)], at + len(told.days)
                found.append(_dispute(row, x, y, told, own, 2 * radius))
        return tuple(found)

    def _ask_for(self, rows: list[int]) -> None:
        missing = [row for row in dict.fromkeys(rows) if row not in self._known]
        if missing:
            found = self._source.contested_dates(np.array(missing, np.int32))
            for row, claims in zip(missing, found, strict=True):
                self._known[row] = _told(claims, _bounds_of(self._source.columns, row))


def _dispute(
    row: int, x: float, y: float, told: _Told, pixels: list[float], narrow: float
) -> Dispute:
    """The dispute at these *pixels*; a span that is no longer than *narrow* is its mark alone."""
    link = (pixels[-2], pixels[-1]) if told.linked else None
    dates = []
    for at, (amber, claims) in enumerate(told.dates):
        middle, x0, x1 = pixels[3 * at : 3 * at + 3]
        ends = (x0, x1) if x1 - x0 > narrow else (middle, middle)
        dates.append(OwnDate(middle, *ends, amber, claims))
    return Dispute(row, x, y, tuple(dates), link)


def _bounds_of(columns: EventColumns, row: int) -> Bounds:
    """The bounds of an event, as a claim has them."""
    starts = int(columns.start_earliest[row]), int(columns.start_latest[row])
    return *starts, int(columns.end_earliest[row]), int(columns.end_latest[row])


def _told(claims: tuple[ClaimDate, ...], own: Bounds) -> _Told:
    """What *claims* say of an event whose own date has the bounds *own*."""
    by_bounds: dict[Bounds, list[ClaimDate]] = {}
    for claim in claims:
        by_bounds.setdefault(claim[:4], []).append(claim)
    if not by_bounds.keys() - {own}:
        return NOTHING
    bounds = sorted(by_bounds)
    span = of_bounds(*np.array(bounds, np.int32).T)
    amber = [_contradicts(one, bounds) for one in bounds]
    days, dates = [], []
    for at, one in enumerate(bounds):
        if one != own:
            days += [float(column[at]) for column in (span.anchor, span.first, span.last)]
            dates.append((amber[at], tuple(by_bounds[one])))
    if any(amber):
        linked = span.anchor[np.array(amber)]
        days += [float(linked.min()), float(linked.max())]
    return _Told(days, dates, any(amber))


def _contradicts(one: Bounds, others: list[Bounds]) -> bool:
    from azkz_desktop.dates.relation import Relation, of_extents  # where something is contested

    first, last = one[0], one[3]
    return any(
        of_extents((first, last), (other[0], other[3])) is Relation.CONTRADICTS for other in others
    )
