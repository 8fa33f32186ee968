"""Made-up events with every word that the table asks for, and a store over them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import APPROXIMATE, UNCERTAIN, EventColumns, Membership
from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.dataset.records import Disagreement, Event
from azkz_desktop.query.index import EventIndex
from azkz_desktop.query.order import TimeOrder
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.store import Store

KINDS = ("agreement", "summit", "visit")
ACTORS = ("kazakhstan", "azerbaijan", "iran")
WORDS = ("Əliyev in Aktau", "zebra", "Ақтау port", "Baku summit", "an accord", "BTC")
NAMES = {
    "kind": {"agreement": "Agreement", "summit": "Summit", "visit": "Visit"},
    "actor": {"kazakhstan": "Kazakhstan", "azerbaijan": "Azerbaijan", "iran": "Iran"},
    "theme": {"caspian": "The Caspian", "trade": "Trade"},
    "place": {"baku": "Baku", "aktau": "Aktau"},
    "source": {"akiner2012": "Akiner 2012", "huseynov2017": "Huseynov 2017"},
}
SENTENCE = "One says May,\nthe other June."


class MadeFile:
    """What the table reads of one event."""

    def __init__(self, source: "MadeTable") -> None:
        self._source = source

    def event(self, event_id: str) -> Event | None:
        """An event whose texts are made from its row."""
        row = self._source.row_of(event_id)
        nothing: dict[str, Any] = dict.fromkeys(Event.__slots__)
        told = {"id": event_id, "summary": f"Summary\tof {row}", "documents": ("A", "B")}
        return Event(**(nothing | told))

    def disagreements(self, subject_id: str) -> tuple[Disagreement, ...]:
        """The same one twice: it must be said once."""
        values = ("date", "1992-05", "akiner2012", 1, 1, "1992-06", "huseynov2017", 2, 2)
        one = Disagreement("event", subject_id, *values, SENTENCE)
        return (one, one)

    def edtfs(self, rows: list[int]) -> list[str]:
        """The first day of each."""
        return [f"edtf-{row}" for row in rows]


class MadeTable:
    """A `TableSource` of *count* events; `asked` counts the titles that were read."""

    def __init__(self, count: int, seed: int = 1) -> None:
        self.columns = _columns(count, np.random.default_rng(seed))
        self.order = TimeOrder(self.columns)
        self.dataset = MadeFile(self)
        self.asked = 0
        self.damaged = False

    def ids(self, rows: list[int] | NDArray[np.int32]) -> list[str]:
        """The rows themselves."""
        return [f"event-{int(row)}" for row in rows]

    def row_of(self, event_id: str) -> int | None:
        """The row that the id is."""
        row = int(event_id.removeprefix("event-"))
        return row if row < len(self.columns) else None

    def titles(self, rows: list[int]) -> list[str]:
        """Words of several scripts and the row; DatasetError where `damaged`."""
        if self.damaged:
            raise DatasetError("The file is damaged.")
        self.asked += len(rows)
        return [f"{WORDS[row * 7 % len(WORDS)]} {row % 13}" for row in rows]

    def date_words(self, rows: list[int]) -> list[str]:
        """A date for each row."""
        return [f"day {row}" for row in rows]

    def names(self, facet: str) -> Mapping[str, str]:
        """The names of the choices."""
        return NAMES[facet]


def _columns(count: int, chance: np.random.Generator) -> EventColumns:
    start = np.sort(chance.integers(727_000, 738_000, count)).astype(np.int32)
    end = start + chance.integers(0, 400, count).astype(np.int32)
    kind = chance.integers(0, len(KINDS), count).astype(np.uint8)
    rows = np.arange(count, dtype=np.int32)
    return EventColumns(
        start, start.copy(), end, end.copy(),
        kind=kind, kinds=KINDS,
        precision=chance.integers(0, 3, count).astype(np.uint8),
        precisions=("day", "month", "year"),
        contested=chance.random(count) < 0.2,
        qualifier=chance.choice([0, APPROXIMATE, UNCERTAIN], count).astype(np.uint8),
        weight=chance.permutation(count).astype(np.float32),
        parent=np.where(rows % 5 == 4, rows - 1, -1).astype(np.int32),
        facets={
            "kind": Membership(rows, kind.astype(np.int32), KINDS),
            "actor": _some(chance, count, ACTORS),
            "theme": _some(chance, count, tuple(NAMES["theme"])),
            "place": _some(chance, count, tuple(NAMES["place"])),
            "source": _some(chance, count, tuple(NAMES["source"])),
        },
    )  # fmt: skip


def _some(chance: np.random.Generator, count: int, ids: tuple[str, ...]) -> Membership:
    """Each event has any of *ids*, in any order, often none."""
    pairs = [
        (row, int(code))
        for row in range(count)
        for code in chance.permutation(len(ids))[: chance.integers(0, len(ids) + 1)]
    ]
    events, codes = np.array(pairs, np.int32).reshape(-1, 2).T
    return Membership(np.ascontiguousarray(events), np.ascontiguousarray(codes), ids)


def store(source: MadeTable, state: ViewState | None = None) -> Store:
    """A store that answers from the events of *source*."""
    return Store(EventIndex(source.columns).answer, state)
