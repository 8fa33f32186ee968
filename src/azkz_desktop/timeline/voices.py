"""In lanes by document an event stands at the date that the lane's document gives. No Qt.

Elsewhere, and where documents do not disagree in a date, it stands at the preferred one.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.disputes import Said, Standing, said_of
from azkz_desktop.timeline.extents import Bounds, Extents, bounds_of, days_of, of_bounds
from azkz_desktop.timeline.marks import Flags
from azkz_desktop.timeline.outlying import is_held
from azkz_desktop.timeline.sight import PlacedLane, Setting, Window, joined
from azkz_desktop.timeline.source import ClaimDate, Rows
from azkz_desktop.timeline.standing import Found

PERHAPS = frozenset("~?%")
"""What EDTF writes behind a date that is about or perhaps right."""
Claims = Callable[[list[int]], list[tuple[ClaimDate, ...]]]
Near = Callable[[Setting, Sequence[PlacedLane]], list[tuple[int, int]]]
"""Contested events of which some date may be in sight, and the number of a lane of each."""


class Voice(NamedTuple):
    """The date by which an event stands in the lane of a document, where it has another one.

    Its mark stands on the day `anchor`, `pale` where the document says about or perhaps.
    """

    bounds: Bounds
    anchor: float
    pale: bool


class Book:
    """What each document says of contested events; asks *claims* for each event once."""

    def __init__(self, columns: EventColumns, claims: Claims) -> None:
        self.columns = columns
        self._claims = claims
        self._known: dict[int, Mapping[str, Voice]] = {}
        self._said: dict[tuple[int, str], Said] = {}

    def of(self, rows: list[int]) -> list[Mapping[str, Voice]]:
        """By document, the dates at which the events of *rows* stand in its lane.

        That is the date which the document tells first; where it gives the preferred one as
        well, or none at all, it is not among them.
        """
        missing = [row for row in dict.fromkeys(rows) if row not in self._known]
        if missing:
            told = self._claims(missing)
            days = days_of({claim[:4] for claims in told for claim in claims})
            for row, claims in zip(missing, told, strict=True):
                own = bounds_of(self.columns, row)
                agreeing = {claim.source_key for claim in claims if claim[:4] == own}
                self._known[row] = {
                    claim.source_key: Voice(
                        claim[:4], days[claim[:4]][0], not PERHAPS.isdisjoint(claim.edtf)
                    )
                    for claim in reversed(claims)
                    if claim.source_key not in agreeing
                }
        return [self._known[row] for row in rows]

    def said(self, row: int, document: str) -> Said:
        """What all documents say of an event, as seen from the date in the lane of *document*."""
        if (row, document) not in self._said:
            (claims,), (voices,) = self._claims([row]), self.of([row])
            own = voices[document].bounds
            days = days_of({own, *(claim[:4] for claim in claims)})
            self._said[row, document] = said_of(claims, own, days)
        return self._said[row, document]

    def hulls(self, rows: list[int]) -> list[tuple[float, float]]:
        """From when to when all dates of the events of *rows* reach; backwards if none is told."""
        told = self._claims(rows)
        days = days_of({claim[:4] for claims in told for claim in claims})
        dates = [[days[claim[:4]] for claim in claims] for claims in told]
        return [
            (
                min((min(date) for date in one), default=np.inf),
                max((max(date) for date in one), default=-np.inf),
            )
            for one in dates
        ]


class Voices:
    """The dates by which events stand in *lanes*, each of which is that of a document."""

    def __init__(self, book: Book, lanes: Sequence[PlacedLane], near: Near) -> None:
        self.book = book
        self._documents = [placed.lane.id for placed in lanes]
        self._tops = np.array([placed.mark.rect.y for placed in lanes])
        self._near = near

    def of(self, row: int, lane: int) -> Voice | None:
        """The date by which an event stands in the lane of that number; None for its own."""
        if not self.book.columns.contested[row]:
            return None
        return self.book.of([row])[0].get(self._documents[lane])

    def said(self, row: int, lane: int) -> Said:
        """What documents say of an event, as seen from another date at which it stands there."""
        return self.book.said(row, self._documents[lane])

    def lane_at(self, y: float) -> int:
        """The number of the lane that is at a height."""
        return int(self._tops.searchsorted(y, "right")) - 1

    def heard(self, rows: Rows, lanes: NDArray[np.int64]) -> tuple[Extents, Flags]:
        """The extents of *rows* in these lanes, and which of their dates are about or perhaps."""
        columns = self.book.columns
        bounds = np.empty((4, len(rows)), np.int32)
        columns.start_earliest.take(rows, out=bounds[0])
        columns.start_latest.take(rows, out=bounds[1])
        columns.end_earliest.take(rows, out=bounds[2])
        columns.end_latest.take(rows, out=bounds[3])
        pale = columns.qualifier.take(rows) != 0
        contested = columns.contested.take(rows).nonzero()[0]
        if len(contested):
            places, told = self._heard(rows, lanes, contested)
            if places:
                bounds[:, places] = np.array([one.bounds for one in told], np.int32).T
                pale[places] = [one.pale for one in told]
        return of_bounds(*bounds), pale

    def _heard(
        self, rows: Rows, lanes: NDArray[np.int64], contested: NDArray[np.intp]
    ) -> tuple[list[int], list[Voice]]:
        """Which of the *contested* entries stand at another date than the preferred, and where."""
        told = self.book.of(rows[contested].tolist())
        numbers = lanes[contested].tolist()
        places, heard = [], []
        for place, number, voices in zip(contested.tolist(), numbers, told, strict=True):
            voice = voices.get(self._documents[number]) if voices else None
            if voice is not None:
                places.append(place)
                heard.append(voice)
        return places, heard

    def heard_in_boxes(self, rows: Rows, lane: int) -> Extents:
        """The extents of events in the boxes of one lane."""
        return self.heard(rows, np.full(len(rows), lane))[0]

    def moved(self, one: Standing, lane: int, pixel: Callable[[float], float]) -> Standing:
        """*one* where it stands in the lane of that number; *pixel* tells that of a day."""
        voice = self.of(one.row, lane)
        if voice is None:
            return one
        return one._replace(x=pixel(voice.anchor), document=self._documents[lane])

    def is_in_sight(self, row: int, lane: int, window: Window) -> bool:
        """Whether a day of an event is in *window*, as it stands in the lane of that number."""
        voice = self.of(row, lane)
        bounds = bounds_of(self.book.columns, row) if voice is None else voice.bounds
        return bounds[0] <= window[1] and bounds[3] >= window[0]

    def is_held(self, setting: Setting, placed: PlacedLane, number: int, row: int) -> bool:
        """Whether an event stands inside another one of the lane *placed* that is in sight.

        The box of an open one is in sight with the preferred date.
        """
        parent = None if setting.inside is None else setting.inside.parent(row)
        if parent is None or not placed.lane.holds(np.array([parent], np.int32))[0]:
            return False
        if parent in setting.opened:
            return is_held(setting, placed.lane, row)
        return self.is_in_sight(parent, number, setting.window)

    def with_near(
        self,
        setting: Setting,
        lanes: Sequence[PlacedLane],
        found: Found,
        boxed: Sequence[Sequence[int]],
    ) -> Found:
        """*found* with the events that are in sight at the date of their lane's document alone.

        What an event holds stands inside it where it is in sight in this lane, and by itself
        where it is not. In a lane that is crowded all is found as by the preferred dates.
        """
        near = dict[int, list[int]]()
        for row, number in self._near(setting, lanes):
            if not found.crowded[number] and row not in boxed[number]:
                near.setdefault(number, []).append(row)
        parts = [found.rows[low:high] for low, high in pairwise(found.bounds)]
        changed = False
        for number, placed in enumerate(lanes):
            if not found.crowded[number]:
                part = self._part_with(setting, placed, number, parts[number], near.get(number, []))
                changed |= part is not parts[number]
                parts[number] = part
        return joined(lanes, parts, found.crowded, found.passed) if changed else found

    def _part_with(
        self, setting: Setting, placed: PlacedLane, number: int, part: Rows, near: list[int]
    ) -> Rows:
        """`with_near` for one lane."""
        inside, there, window = setting.inside, set(part.tolist()), setting.window
        rows = [*near]
        if inside is not None:
            holding = part[(inside.counts[part] > 0) & self.book.columns.contested[part]].tolist()
            holding += [row for row in near if inside.counts[row]]
            gone = {row for row in holding if not self.is_in_sight(row, number, window)}
            freed = np.array([one for row in gone for one in inside.children(row)], np.int32)
            rows += freed[placed.lane.holds(freed)].tolist()
        rows = [row for row in dict.fromkeys(rows) if row not in there]
        seen = [row for row in rows if self.is_in_sight(row, number, window)]
        rows = [row for row in seen if not self.is_held(setting, placed, number, row)]
        if inside is not None:
            # Also what is inside another one itself holds what belongs to it.
            shut = [row for row in seen if row not in setting.opened]
            held = {one for row in shut for one in inside.children(row)} - {setting.chosen}
            kept = [row not in held for row in part.tolist()]
            part = part if all(kept) else part[kept]
        return _with(setting, part, rows) if rows else part


def _with(setting: Setting, part: Rows, rows: list[int]) -> Rows:
    """*part* of a lane, the lightest first, with *rows*; the chosen event stays on top."""
    every = np.concatenate((part, np.array(rows, np.int32)))
    weight = setting.columns.weight[every]
    return every[np.lexsort((weight, every == setting.chosen))]
