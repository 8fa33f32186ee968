"""Contested dates: each document's own, as precise as it is, and the link of those that contradict.

Two dates contradict each other where they do not meet: the dataset's rule (`dates.relation`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

import numpy as np

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.extents import extents, of_bounds
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.marks import Pixels, Spots
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.sight import PlacedLane, Setting
from azkz_desktop.timeline.source import ClaimDate, Rows, TimelineSource

MOST = 200
"""More contested marks than that are shown by their amber edge alone."""
NEAR = 128
"""Where more events are contested, only so many that begin before the window, and so many behind
it, are asked for dates that may lie in it: for few dates are years apart."""
ON_IT = 2.0
"""Pixels: a date so near to the event's own is at its mark."""
BEYOND = 16.0
"""Pixels beyond the plot at which what lies further away is drawn, out of sight."""
Bounds = tuple[int, int, int, int]


class OwnDate(NamedTuple):
    """A date that documents give of a contested event, where that is not the event's own.

    `claims` give it; its mark stands at `x`, it lies somewhere from `x0` to `x1` (the same where
    that is no longer than a mark). `amber` ones contradict another date of the event; others
    are only more or less precise. A point stands there if it is `pointed`: not on the event's own
    mark, nor in the middle of the span of what contradicts nothing, where no link ends.
    """

    x: float
    x0: float
    x1: float
    amber: bool
    claims: tuple[ClaimDate, ...]
    pointed: bool = True


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

    The last two of `days` are the ends of the link, if there is one. From `first` to `last` lies
    all that is amber but the event's own mark.
    """

    days: list[float]
    dates: list[tuple[bool, tuple[ClaimDate, ...]]]
    linked: bool
    first: float = np.inf
    last: float = -np.inf


NOTHING = _Told([], [], False)


class Standing(NamedTuple):
    """An event at pixel `x` of the line `y`."""

    row: int
    x: float
    y: float


class Disputes:
    """Knows the contested dates of events; asks for each event once."""

    def __init__(self, source: TimelineSource) -> None:
        self._source = source
        self._known: dict[int, _Told] = {}
        self._contested: Contested | None = None
        self._holding = Holding(())

    def of(
        self, scale: Scale, spots: Spots, radius: float, away: Sequence[Standing] = ()
    ) -> tuple[Dispute, ...]:
        """The disputes of the contested events among *spots*, which are of *radius*, and *away*.

        An event that is contested in something else than its date has none, nor has one whose
        documents only say the same.
        """
        standing = [*_amber(spots), *away]
        if not standing or len(standing) > MOST:
            return ()
        known = self._told_of([one.row for one in standing])
        days = np.array([day for told in known for day in told.days])
        low, high = scale.left - BEYOND, scale.right + BEYOND
        pixels = np.minimum(np.maximum(scale.pixels(days), low), high).tolist()
        found, at = [], 0
        for one, told in zip(standing, known, strict=True):
            if told.days:
                own, at = pixels[at : at + len(told.days)], at + len(told.days)
                found.append(_dispute(one, told, own, (low, high), 2 * radius))
        return tuple(found)

    def away(
        self, setting: Setting, rows: Rows, lanes: Sequence[PlacedLane], crowded: Collection[int]
    ) -> list[Standing]:
        """Events of the selection *rows* whose mark is out of sight, but not their other dates.

        On the lines of their *lanes*, but not in *crowded* ones (by number), nor where the event
        stands inside another one that is in sight.
        """
        if self._contested is None or self._contested.of is not rows:
            self._contested = Contested(self._source.columns, rows)
        if len(crowded) == len(lanes) or not len(self._contested):
            return []
        near = self._contested.near(*setting.window)
        self._contested.learn(near, self._told_of)
        found, pixels = self._contested.away(near, setting)
        if self._holding.lanes is not lanes:
            self._holding = Holding(lanes)
        return [
            Standing(row, x, lanes[number].mark.line)
            for row, x in zip(found.tolist(), pixels.tolist(), strict=True)
            for number in self._holding.of(row)
            if number not in crowded and not _is_held(setting, lanes[number].lane, row)
        ]

    def _told_of(self, rows: list[int]) -> list[_Told]:
        """What documents say of the events of *rows*."""
        missing = [row for row in dict.fromkeys(rows) if row not in self._known]
        if missing:
            found = self._source.contested_dates(np.array(missing, np.int32))
            for row, claims in zip(missing, found, strict=True):
                self._known[row] = _told(claims, _bounds_of(self._source.columns, row))
        return [self._known[row] for row in rows]


class Contested:
    """The contested events among the rows `of` a selection, in order of time.

    With the days of their marks, and the first and last ones of all else that is amber, once
    that is known (not a number before).
    """

    def __init__(self, columns: EventColumns, of: Rows) -> None:
        self.of = of
        self._rows = of[columns.contested[of]]
        self._starts: list[int] = columns.start_earliest[self._rows].tolist()
        self._anchors = extents(columns, self._rows).anchor
        self._firsts = np.full(len(self._rows), np.nan)
        self._lasts = self._firsts.copy()
        self._unknown = len(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def near(self, first: int, last: int) -> slice:
        """The places of those that begin in the window of days *first* to *last*, or are nearest.

        None where too many begin in it.
        """
        low, high = bisect_left(self._starts, first), bisect_right(self._starts, last)
        return slice(0) if high - low > MOST else slice(max(low - NEAR, 0), high + NEAR)

    def learn(self, near: slice, told_of: Callable[[list[int]], list[_Told]]) -> None:
        """Ask for what is not known yet of the events at these places."""
        unknown = np.isnan(self._firsts[near]).nonzero()[0] if self._unknown else ()
        if len(unknown):
            self._unknown -= len(unknown)
            told = told_of(self._rows[near][unknown].tolist())
            self._firsts[near][unknown] = [one.first for one in told]
            self._lasts[near][unknown] = [one.last for one in told]

    def away(self, near: slice, setting: Setting) -> tuple[Rows, Pixels]:
        """Of the events at these places those of which something is in the window, but no mark.

        With the pixels of their marks.
        """
        scale = setting.scale
        seen = (self._firsts[near] < scale.end) & (self._lasts[near] > scale.start)
        x = scale.pixels(self._anchors[near][seen])
        reach = setting.sizes.spot + 1
        away = (x < scale.left - reach) | (x > scale.right + reach)
        low, high = scale.left - BEYOND, scale.right + BEYOND
        return self._rows[near][seen][away], np.minimum(np.maximum(x[away], low), high)


class Holding:
    """Which of *lanes* hold an event, by their numbers; looked up once for each."""

    def __init__(self, lanes: Sequence[PlacedLane]) -> None:
        self.lanes = lanes
        self._known: dict[int, list[int]] = {}

    def of(self, row: int) -> list[int]:
        """The numbers of the lanes in which the event *row* stands."""
        if row not in self._known:
            rows = np.array([row], np.int32)
            holding = [bool(placed.lane.holds(rows)[0]) for placed in self.lanes]
            self._known[row] = [number for number, holds in enumerate(holding) if holds]
        return self._known[row]


def _is_held(setting: Setting, lane: Lane, row: int) -> bool:
    """Whether an event stands inside another one of the *lane* that is in sight."""
    if setting.inside is None or setting.columns.parent[row] < 0:
        return False
    return bool(setting.inside.held(lane, np.array([row], np.int32), *setting.window)[0])


def _amber(spots: Spots) -> list[Standing]:
    """The contested ones among *spots*."""
    places = np.flatnonzero(spots.amber)
    columns = spots.row[places], spots.x[places], spots.y[places]
    return list(map(Standing, *(column.tolist() for column in columns)))


def _dispute(
    one: Standing, told: _Told, pixels: list[float], edges: tuple[float, float], narrow: float
) -> Dispute:
    """The dispute at these *pixels*; a span that is no longer than *narrow* is its mark alone.

    What contradicts nothing and runs on beyond both *edges* tells nothing there.
    """
    link = (pixels[-2], pixels[-1]) if told.linked else None
    dates = []
    for at, (amber, claims) in enumerate(told.dates):
        middle, x0, x1 = pixels[3 * at : 3 * at + 3]
        if amber or (x0, x1) != edges:
            short = x1 - x0 <= narrow
            pointed = abs(middle - one.x) > ON_IT and (amber or short)
            x0, x1 = (middle, middle) if short else (x0, x1)
            dates.append(OwnDate(middle, x0, x1, amber, claims, pointed))
    return Dispute(*one, tuple(dates), link)


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
    if not any(amber):
        return _Told(days, dates, linked=False)
    linked = np.array(amber)
    ends = float(span.anchor[linked].min()), float(span.anchor[linked].max())
    linked &= [one != own for one in bounds]
    first, last = min(span.first[linked], default=ends[0]), max(span.last[linked], default=ends[1])
    hull = min(float(first), ends[0]), max(float(last), ends[1])
    return _Told([*days, *ends], dates, True, *hull)


def _contradicts(one: Bounds, others: list[Bounds]) -> bool:
    from azkz_desktop.dates.relation import Relation, of_extents  # where something is contested

    first, last = one[0], one[3]
    return any(
        of_extents((first, last), (other[0], other[3])) is Relation.CONTRADICTS for other in others
    )
