"""Events made for tests: columns from bounds, words from numbers."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import (
    APPROXIMATE,
    NO_END,
    NO_START,
    UNCERTAIN,
    EventColumns,
    Membership,
)
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.source import ClaimDate, Rows

KINDS = (
    "visit", "meeting", "summit", "agreement", "conflict", "mediation", "legal", "institution",
    "energy", "transport", "trade", "security", "culture", "demography", "statement", "election",
)  # fmt: skip
SHARES = (14, 6, 9, 18, 4, 3, 3, 7, 14, 9, 3, 2, 3, 2, 2, 1)
PLACES = ("Baku", "Astana", "Aktau", "Almaty", "Tbilisi", "Ankara", "Ashgabat", "Tehran", "Kars")
NOUNS = (
    "Visit to", "Summit in", "Agreement of", "Memorandum of", "Talks in", "Declaration of",
    "First train to", "Pipeline from", "Council meets in", "Contract signed in", "Ceasefire of",
)  # fmt: skip
Bounds = tuple[int, int, int, int]


def told(*lines: str) -> Callable[[], tuple[tuple[str, ...], ...]]:
    """What a band's value tells: one claim of these lines."""
    return lambda: (lines,)


def day(text: str) -> int:
    """The ordinal of an ISO day."""
    return date.fromisoformat(text).toordinal()


def instant(first: int, last: int | None = None) -> Bounds:
    """Somewhere from *first* to *last* (the same day where None)."""
    end = first if last is None else last
    return first, end, first, end


def lasting(first: int, last: int) -> Bounds:
    """From *first* to *last*, both known to the day."""
    return first, first, last, last


def claim_of(bounds: Bounds, source: str) -> ClaimDate:
    """What a document says that gives these bounds."""
    first, last = (date.fromordinal(max(bounds[at], 1)).isoformat() for at in (0, 3))
    return ClaimDate(*bounds, source, first if first == last else f"[{first}..{last}]")


def columns_of(
    bounds: Sequence[Bounds],
    kinds: Sequence[int] | None = None,
    weights: Sequence[float] | None = None,
    contested: Sequence[bool] | None = None,
    qualifier: Sequence[int] | None = None,
) -> EventColumns:
    """Columns of events with these bounds, put into the order of time."""
    count = len(bounds)
    table = np.array(bounds, np.int64).reshape(count, 4)
    order = np.lexsort((np.arange(count), table[:, 3], table[:, 0]))
    days = table[order].astype(np.int32)

    def sorted_(values: Sequence[float] | None, default: float) -> NDArray[np.float64]:
        given = np.array(values, float) if values is not None else np.full(count, default)
        return np.asarray(given[order])

    kind = sorted_(kinds, 0).astype(np.uint8)
    weight = np.array(weights) if weights is not None else np.arange(count)[::-1]
    places = (np.arange(count) * 7 % len(PLACES)).astype(np.int32)
    return EventColumns(
        start_earliest=days[:, 0].copy(),
        start_latest=days[:, 1].copy(),
        end_earliest=days[:, 2].copy(),
        end_latest=days[:, 3].copy(),
        kind=kind,
        kinds=KINDS,
        precision=np.zeros(count, np.uint8),
        precisions=("day", "month", "season", "year", "decade", "century"),
        contested=sorted_(contested, False).astype(np.bool_),
        qualifier=sorted_(qualifier, 0).astype(np.uint8),
        weight=weight[order].astype(np.float32),
        parent=np.full(count, -1, np.int32),
        facets={
            "place": Membership(np.arange(count, dtype=np.int32), places, PLACES),
            "actor": _two_each(count),
        },
    )


def _two_each(count: int) -> Membership:
    """Every event names two of three actors."""
    events = np.repeat(np.arange(count, dtype=np.int32), 2)
    codes = np.stack((np.arange(count) % 3, (np.arange(count) + 1) % 3), 1).reshape(-1)
    return Membership(events, codes.astype(np.int32), ("azerbaijan", "kazakhstan", "turkiye"))


class MadeSource:
    """A `TimelineSource` whose words are made from the rows."""

    def __init__(self, columns: EventColumns) -> None:
        self._columns = columns
        self.asked = 0

    @property
    def columns(self) -> EventColumns:
        return self._columns

    def shorts(self, rows: Rows) -> Sequence[str]:
        self.asked += len(rows)
        return [_short(row) for row in rows.tolist()]

    def titles(self, rows: Rows) -> Sequence[str]:
        return [f"{_short(row)}, told at length, no. {row}" for row in rows.tolist()]

    def ids(self, rows: Rows) -> Sequence[str]:
        return [f"event-{row}" for row in rows.tolist()]

    def row_of(self, event_id: str) -> int | None:
        row = int(event_id.removeprefix("event-"))
        return row if 0 <= row < len(self._columns) else None

    def date_words(self, rows: Rows) -> Sequence[str]:
        starts = self._columns.start_earliest[rows]
        return [date.fromordinal(max(start, 1)).isoformat() for start in starts.tolist()]

    def contested_dates(self, rows: Rows) -> Sequence[tuple[ClaimDate, ...]]:
        return [self._claims(row) for row in rows.tolist()]

    def _claims(self, row: int) -> tuple[ClaimDate, ...]:
        columns = self._columns
        if not columns.contested[row]:
            return ()
        own = columns.start_earliest[row].item(), columns.end_latest[row].item()
        first, last = max(own[0], -1000), min(own[1], 3_000_000)
        later = first + 40 + row % 300
        return (
            claim_of(instant(first, last), "huseynov2017"),
            claim_of(instant(later), "akiner2012"),
        )

    def disputes(self, rows: Rows) -> Sequence[tuple[str, ...]]:
        return [(f"They differ in what no. {row} is.",) for row in rows.tolist()]

    def names(self, facet: str) -> Mapping[str, str]:
        if facet == "source":
            return {"huseynov2017": "Huseynov 2017", "akiner2012": "Akiner 2012"}
        ids = self._columns.facets[facet].ids
        return {choice: choice.title() for choice in ids}


def _short(row: int) -> str:
    return f"{NOUNS[row % len(NOUNS)]} {PLACES[row * 7 % len(PLACES)]}"


def some_events(count: int = 412, seed: int = 7) -> EventColumns:
    """*count* events from 1991 to 2023 as a history has them: most to the day, some long."""
    chance = np.random.default_rng(seed)
    bounds, kinds, qualifier, contested = [], [], [], []
    shares = np.array(SHARES) / sum(SHARES)
    for _ in range(count):
        start = int(chance.integers(day("1991-06-01"), day("2023-06-30")))
        bounds.append(_bounds(start, chance.random(), chance))
        kinds.append(int(chance.choice(len(KINDS), p=shares)))
        qualifier.append(int(chance.choice([0, APPROXIMATE, UNCERTAIN], p=[0.92, 0.05, 0.03])))
        contested.append(bool(chance.random() < 0.08))
    weights = (chance.permutation(count) + 1).tolist()
    return columns_of(bounds, kinds, weights, contested, qualifier)


def _bounds(start: int, dice: float, chance: np.random.Generator) -> Bounds:
    when = date.fromordinal(start)
    if dice < 0.62:
        return instant(start)
    if dice < 0.74:
        first = when.replace(day=1).toordinal()
        return instant(first, first + 29)
    if dice < 0.9:
        return instant(
            when.replace(month=1, day=1).toordinal(), date(when.year, 12, 31).toordinal()
        )
    if dice < 0.97:
        return lasting(start, start + int(chance.integers(20, 1500)))
    return (start, start, NO_END, NO_END) if dice < 0.99 else (NO_START, start, NO_START, start)


def everything(columns: EventColumns) -> Selection:
    """The selection of no filter."""
    return Selection(np.arange(len(columns), dtype=np.int32), len(columns), {})
