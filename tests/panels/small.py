"""A store over a handful of made-up events, for the panels' tests."""

import numpy as np

from azkz_desktop.dataset.columns import EventColumns, Membership
from azkz_desktop.dates.days import ordinal
from azkz_desktop.query.index import EventIndex
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.store import Store

DAYS = [ordinal(f"{year}-05-01") for year in (1992, 1997, 2004, 2008, 2016)]
KINDS = ("agreement", "conflict", "visit")
KIND = [0, 2, 2, 0, 1]
ACTORS = ("azerbaijan", "kazakhstan", "iran")
ACTOR_PAIRS = [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0), (3, 1), (3, 2), (4, 0)]
NAMES = {
    "actor": {"azerbaijan": "Azerbaijan", "kazakhstan": "Kazakhstan", "iran": "Iran"},
    "source": {"huseynov2017": "Huseynov 2017"},
    "place": {"baku": "Baku"},
}


def _membership(pairs: list[tuple[int, int]], ids: tuple[str, ...]) -> Membership:
    events, codes = zip(*pairs, strict=True)
    return Membership(np.array(events, np.int32), np.array(codes, np.int32), ids)


def columns() -> EventColumns:
    """Five instants known to the day; the last one is contested."""
    days = np.array(DAYS, np.int32)
    count = len(days)
    every = [(row, 0) for row in range(count)]
    return EventColumns(
        days, days, days, days,
        kind=np.array(KIND, np.uint8), kinds=KINDS,
        precision=np.zeros(count, np.uint8), precisions=("day",),
        contested=np.arange(count) == count - 1,
        qualifier=np.zeros(count, np.uint8),
        weight=np.arange(count, dtype=np.float32),
        parent=np.full(count, -1, np.int32),
        facets={
            "kind": _membership(list(enumerate(KIND)), KINDS),
            "actor": _membership(ACTOR_PAIRS, ACTORS),
            "theme": _membership(every, ("bilateral",)),
            "place": _membership([(0, 0)], ("baku",)),
            "source": _membership(every, ("huseynov2017",)),
        },
    )  # fmt: skip


def store(state: ViewState | None = None) -> Store:
    """A store that answers from those events."""
    return Store(EventIndex(columns()).answer, state)
