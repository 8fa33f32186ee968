"""Contested dates: each document's own, as precise as it is, and the link of those that contradict.

Two dates contradict each other where they do not meet: the dataset's rule (`dates.relation`).
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from azkz_desktop.timeline.extents import Bounds, Days, bounds_of, days_of
from azkz_desktop.timeline.marks import Spots
from azkz_desktop.timeline.outlying import BEYOND, MOST, Outlying, is_held
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.sight import PlacedLane, Setting, Sight
from azkz_desktop.timeline.source import ClaimDate, Rows, TimelineSource

if TYPE_CHECKING:
    from azkz_desktop.timeline.voices import Book, Voices

ON_IT = 2.0
"""Pixels: a date so near to the event's own is at its mark."""


class OwnDate(NamedTuple):
    """A date that documents give of a contested event, where that is not the event's own.

    `claims` give it; its mark stands at `x`, it lies somewhere from `x0` to `x1` (the same where
    that is no longer than a mark). `amber` ones contradict another date of the event; others
    are only more or less precise. A point stands there if it is `pointed`: in the plot, not on the
    event's own mark, nor in the middle of the span of what contradicts nothing, where no link ends.
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


class Said(NamedTuple):
    """What documents say of one event, in days.

    Of each date its mark, begin and end, whether it contradicts another, and who says so; the
    ends of the link. From `first` to `last` lies the event's own mark and all that is amber.
    """

    dates: list[tuple[float, float, float, bool, tuple[ClaimDate, ...]]]
    link: tuple[float, float] | None = None
    first: float = np.inf
    last: float = -np.inf

    def meets(self, scale: Scale) -> bool:
        """Whether anything of it lies between the edges of the plot."""
        return self.first < scale.end and self.last > scale.start


NOTHING = Said([])


class Standing(NamedTuple):
    """An event at pixel `x` of the line `y`, by the date that `document` gives, if it has one."""

    row: int
    x: float
    y: float
    document: str = ""


class Told(NamedTuple):
    """Disputes that are known before anything is named, and the numbers of their lanes.

    `marks` are the row and the line of each whose own mark is in sight.
    """

    disputes: tuple[Dispute, ...]
    lanes: list[int]
    marks: set[tuple[int, float]]

    def points(self) -> tuple[list[float], list[int]]:
        """The pixels of all points at dates, and the numbers of the lanes where they stand."""
        xs, numbers = [], []
        for one, number in zip(self.disputes, self.lanes, strict=True):
            for date in one.dates:
                if date.pointed:
                    xs.append(date.x)
                    numbers.append(number)
        return xs, numbers


NONE_TOLD = Told((), [], set())


class Disputes:
    """Knows the contested dates of events; asks for each event once."""

    def __init__(self, source: TimelineSource) -> None:
        self._source = source
        self._known: dict[int, Said] = {}
        self._claims: dict[int, tuple[ClaimDate, ...]] = {}
        self._outlying = Outlying(source.columns)
        self._book: Book | None = None

    def voices(self, rows: Rows, lanes: Sequence[PlacedLane]) -> "Voices":
        """The dates by which events among *rows* stand in *lanes*, which are by document."""
        from azkz_desktop.timeline.voices import Book, Voices  # most lanes are by something else

        if self._book is None:
            self._book = Book(self._source.columns, self._claims_of)
        return Voices(self._book, lanes, partial(self._near, rows))

    def dates(
        self, row: int, voices: "Voices | None", lane: int
    ) -> list[tuple[float, float, float, bool, tuple[ClaimDate, ...]]]:
        """The dates of an event, as `Said` has them, but that at which it stands in a lane."""
        (said,) = self._told_of([row])
        voice = voices.of(row, lane) if voices is not None else None
        if voices is None or voice is None:
            return said.dates
        return voices.said(row, lane).dates

    def _near(
        self, rows: Rows, setting: Setting, lanes: Sequence[PlacedLane]
    ) -> list[tuple[int, int]]:
        """The contested events among *rows* that may be in sight, and the numbers of their lanes.

        Among them some whose lane is crowded, or which stand inside others there.
        """
        hulls = self._hulls if self._book is None else self._book.hulls
        near = [row for row, _ in self._outlying.contested(rows, hulls).seen(setting)]
        holding = self._outlying.holding(lanes).of(near)
        each = zip(near, holding, strict=True)
        return [(row, number) for row, numbers in each for number in numbers]

    def standing(
        self, setting: Setting, rows: Rows, lanes: Sequence[PlacedLane], sight: Sight
    ) -> Told:
        """The disputes in sight of *lanes* that are not crowded, also where the event is not.

        *sight* is what of them is in sight, *rows* all of the selection. What stands inside
        another event that is in sight has none there.
        """
        voices = setting.voices
        hulls = self._hulls if voices is None else voices.book.hulls
        contested = self._outlying.contested(rows, hulls)
        if not len(contested) or all(sight.crowded):
            return NONE_TOLD
        near = contested.seen(setting)
        holding = self._outlying.holding(lanes).of([row for row, _ in near])
        scale, reach = setting.scale, setting.sizes.spot + 1
        pixel = scale.placer(scale.left - BEYOND, scale.right + BEYOND)
        found = [
            (Standing(row, pixel(anchor), lanes[number].mark.line), number)
            for (row, anchor), numbers in zip(near, holding, strict=True)
            for number in numbers
            if not sight.crowded[number]
            and row not in sight.boxed[number]
            and not (
                is_held(setting, lanes[number].lane, row)
                if voices is None
                else voices.is_held(setting, lanes[number], number, row)
            )
        ]
        if voices is not None:
            found = self._heard(found, voices, pixel)
        low, high = scale.left - reach, scale.right + reach
        marks = {(one.row, one.y) for one, _ in found if low <= one.x <= high}
        # Beyond the edge only a mark that is cut by it is in sight.
        seen = [
            (one, number)
            for one, number in found
            if low <= one.x <= high or self._said(one).meets(scale)
        ]
        if len(seen) > MOST:
            return NONE_TOLD
        told = self._of([one for one, _ in seen], scale, setting.sizes.spot)
        return Told(told, [number for _, number in seen], marks)

    def _heard(
        self,
        found: list[tuple[Standing, int]],
        voices: "Voices",
        pixel: Callable[[float], float],
    ) -> list[tuple[Standing, int]]:
        """What was *found* of disputes, as it stands in lanes by document."""
        self._told_of([one.row for one, _ in found])
        moved = [(voices.moved(one, number, pixel), number) for one, number in found]
        return [(one, number) for one, number in moved if self._said(one).dates]

    def of(
        self,
        scale: Scale,
        spots: Spots,
        radius: float,
        told: Told | None = None,
        voices: "Voices | None" = None,
    ) -> tuple[Dispute, ...]:
        """The disputes of the contested events among *spots*, which are of *radius*.

        With those that are *told* already. An event that is contested in something else than its
        date has none, nor has one whose documents only say the same.
        """
        amber, told = int(np.count_nonzero(spots.amber)), told or NONE_TOLD
        if amber == len(told.marks):
            return told.disputes
        if amber > MOST:
            return ()
        others = [one for one in _amber(spots) if (one.row, one.y) not in told.marks]
        if voices is not None:
            pixel = scale.placer(scale.left - BEYOND, scale.right + BEYOND)
            others = [voices.moved(one, voices.lane_at(one.y), pixel) for one in others]
        return told.disputes + self._of(others, scale, radius)

    def _of(self, standing: list[Standing], scale: Scale, radius: float) -> tuple[Dispute, ...]:
        """The disputes of these events, where they have any."""
        known = self._told_of([one.row for one in standing])
        if self._book is not None:
            known = [self._said(one) for one in standing]
        edges = scale.left - BEYOND, scale.right + BEYOND
        pixel, short = scale.placer(*edges), 2 * radius / scale.per_day
        return tuple(
            _dispute(one, told, pixel, edges, short)
            for one, told in zip(standing, known, strict=True)
            if told.dates
        )

    def _hulls(self, rows: list[int]) -> list[tuple[float, float]]:
        """From when to when disputes of the events of *rows* reach; backwards if they have none."""
        return [(told.first, told.last) for told in self._told_of(rows)]

    def foresee(self, rows: Sequence[int]) -> None:
        """Ask what documents say of the events of *rows*, before any frame needs it."""
        self._told_of([*rows])

    def _told_of(self, rows: list[int]) -> list[Said]:
        """What documents say of the events of *rows*."""
        missing = [row for row in dict.fromkeys(rows) if row not in self._known]
        if missing:
            told = self._claims_of(missing)
            own = [bounds_of(self._source.columns, row) for row in missing]
            days = days_of({*own, *(claim[:4] for claims in told for claim in claims)})
            for row, claims, bounds in zip(missing, told, own, strict=True):
                self._known[row] = said_of(claims, bounds, days)
        return [self._known[row] for row in rows]

    def _claims_of(self, rows: list[int]) -> list[tuple[ClaimDate, ...]]:
        """The date that each document gives of the events of *rows*."""
        missing = [row for row in rows if row not in self._claims]
        if missing:
            told = self._source.contested_dates(np.array(missing, np.int32))
            self._claims.update(zip(missing, told, strict=True))
        return [self._claims[row] for row in rows]

    def _said(self, one: Standing) -> Said:
        """What is known to be said of an event, as seen from the date at which it stands."""
        if one.document and self._book is not None:
            return self._book.said(one.row, one.document)
        return self._known[one.row]


def _amber(spots: Spots) -> list[Standing]:
    """The contested ones among *spots*."""
    places = np.flatnonzero(spots.amber)
    columns = spots.row[places], spots.x[places], spots.y[places]
    return list(map(Standing, *(column.tolist() for column in columns)))


def _dispute(
    one: Standing,
    told: Said,
    pixel: Callable[[float], float],
    edges: tuple[float, float],
    short: float,
) -> Dispute:
    """The dispute at its pixels; what is *short* (in days) has the room of a mark alone.

    What contradicts nothing and runs on beyond both *edges* tells nothing there.
    """
    (row, own, y, _), (low, high), dates = one, edges, []
    for anchor, first, last, amber, claims in told.dates:
        x = pixel(anchor)
        in_sight = low + BEYOND <= x <= high - BEYOND and abs(x - own) > ON_IT
        if last - first <= short:
            dates.append(OwnDate(x, x, x, amber, claims, in_sight))
            continue
        x0, x1 = pixel(first), pixel(last)
        if amber or x0 > low or x1 < high:
            dates.append(OwnDate(x, x0, x1, amber, claims, in_sight and amber))
    link = (pixel(told.link[0]), pixel(told.link[1])) if told.link else None
    return Dispute(row, own, y, tuple(dates), link)


def said_of(claims: tuple[ClaimDate, ...], own: Bounds, days: Days) -> Said:
    """What *claims* say of an event whose own date has the bounds *own*; *days* are of each."""
    by_bounds: dict[Bounds, list[ClaimDate]] = {}
    for claim in claims:
        by_bounds.setdefault(claim[:4], []).append(claim)
    if not by_bounds.keys() - {own}:
        return NOTHING
    bounds, mark = sorted(by_bounds), days[own][0]
    amber = set(contradicting(bounds))
    dates = [(*days[one], one in amber, tuple(by_bounds[one])) for one in bounds if one != own]
    if not amber:
        return Said(dates, None, mark, mark)
    marks = [days[one][0] for one in amber]
    others = [days[one] for one in amber if one != own]
    first = min(mark, *marks, *(first for _, first, _ in others))
    last = max(mark, *marks, *(last for _, _, last in others))
    return Said(dates, (min(marks), max(marks)), first, last)


def contradicting(told: Sequence[Bounds]) -> list[Bounds]:
    """Those of the dates *told* which another one of them does not meet."""
    from azkz_desktop.dates.relation import Relation, of_extents  # where something is contested

    days = [(first, last) for first, _, _, last in told]
    return [
        bounds
        for bounds, mine in zip(told, days, strict=True)
        if any(of_extents(mine, other) is Relation.CONTRADICTS for other in days)
    ]
