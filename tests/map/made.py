"""A small world for tests: two routes through one corridor, a field, a district, two lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import shapely

from azkz_desktop.dataset.columns import EventColumns, Membership
from azkz_desktop.dataset.records import (
    Actor,
    Area,
    Boundary,
    Capital,
    Claim,
    Name,
    Place,
    Position,
    Route,
    Source,
    State,
)
from azkz_desktop.map.source import Rows
from azkz_desktop.query.selection import Selection
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.store import Store

PLACES = {
    "baku": ("Baku", 49.89, 40.38, "azerbaijan"),
    "aktau": ("Aktau", 51.17, 43.66, "kazakhstan"),
    "astana": ("Astana", 71.45, 51.18, "kazakhstan"),
    "sangachal": ("Sangachal terminal", 49.47, 40.19, "azerbaijan"),
    "washington": ("Washington, D.C.", -77.04, 38.9, "usa"),
}
CORRIDOR = [(49.47, 40.19), (48.93, 40.04), (47.15, 40.62), (45.09, 41.46)]
TO_TURKEY = [*CORRIDOR, (42.80, 41.57), (41.27, 39.95)]
TO_GEORGIA = [*CORRIDOR, (44.11, 42.02), (41.77, 42.01)]
OVER_SEA = [(51.2, 43.62), (50.95, 42.4), (50.9, 40.7), (49.5, 40.17)]
KINDS = ("visit", "agreement", "energy", "conflict")


def day(text: str) -> int:
    """The ordinal of an ISO day."""
    return date.fromisoformat(text).toordinal()


def claim(source: str = "akiner2012") -> Claim:
    return Claim(1, source, "Pipelines", 1, 100, "", "", "", None, False, "")


def state(
    subject: str,
    status: str,
    first: str | None,
    last: str | None = None,
    *,
    edtf: str | None = None,
    track: str = "",
    rank: str = "preferred",
    source: str = "akiner2012",
) -> State:
    """A state from *first* to *last*; its date is *first* unless *edtf* says else."""
    return State(
        subject,
        track,
        status,
        rank,
        edtf or first or "",
        None if first is None else day(first),
        None if last is None else day(last),
        claim(source),
    )


def lines(*parts: Sequence[tuple[float, float]]) -> bytes:
    """WKB of a MultiLineString in degrees."""
    made: bytes = shapely.to_wkb(shapely.multilinestrings([shapely.linestrings(p) for p in parts]))
    return made


def route(key: str, mode: str, commodity: str | None, geometry: bytes) -> Route:
    ends = ("sangachal", None)
    return Route(key, f"{key} line", mode, commodity, *ends, (), 100.0, None, "drawn", geometry)


ROUTES = {
    "west": route("west", "pipeline", "oil", lines(TO_TURKEY)),
    "supsa": route("supsa", "pipeline", "oil", lines(TO_GEORGIA)),
    "gas": route("gas", "pipeline", "gas", lines(TO_TURKEY)),
    "train": route("train", "railway", "cargo", lines(TO_GEORGIA[::-1], OVER_SEA)),
    "corridor": route("corridor", "corridor", "cargo", lines(TO_TURKEY)),
}
STATES = {
    "west": (
        state("west", "proposed", "1998-10-01", "2002-12-31"),
        state("west", "construction", "2003-01-01", "2006-04-30"),
        state("west", "operational", "2006-05-01", edtf="2006-05"),
        state("west", "operational", "2006-05-01", edtf="2006", rank="normal", source="h2021"),
    ),
    "supsa": (state("supsa", "operational", "1999-04-17"),),
    "gas": (state("gas", "proposed", None, edtf="[..2012]"),),
    "train": (state("train", "operational", None, edtf="[..2010]"),),
    "corridor": (state("corridor", "operational", "2000-01-01"),),
    "field": (
        state("field", "discovered", "2000-07-01", "2007-12-31", track="use"),
        state("field", "development", "2008-01-01", track="use"),
    ),
    "district": (
        state("district", "armenian", "1993-07-23", "2020-11-19", track="control"),
        state("district", "azerbaijani", "2020-11-20", track="control"),
        state("district", "azerbaijan", None, edtf="[..2016]", track="recognition"),
    ),
    "line-a": (
        state("line-a", "agreed", "1998-07-06", edtf="1998-07", track="seabed"),
        state("line-a", "agreed", "1998-07-06", edtf="1998", track="seabed", rank="normal"),
        state("line-a", "unsettled", None, "2018-08-11", edtf="[..2012]", track="surface"),
    ),
    "line-b": (state("line-b", "unsettled", None, edtf="[..2012]", track="all"),),
}


def square(lon: float, lat: float, half: float) -> bytes:
    """WKB of a square in degrees."""
    ring = shapely.box(lon - half, lat - half, lon + half, lat + half)
    made: bytes = shapely.to_wkb(shapely.multipolygons([ring]))
    return made


AREAS = {
    "field": Area(
        "field", "Kashagan", "field", "natural-earth", shapely.to_wkb(shapely.Point(52, 46))
    ),
    "district": Area("district", "Agdam", "district", "natural-earth", square(46.9, 40.0, 0.2)),
    "sector-russia": Area("sector-russia", "Russia's", "sector", "computed", square(48.5, 44, 1.0)),
    "sector-kazakhstan": Area("sector-kazakhstan", "K", "sector", "computed", square(51, 45, 1.0)),
    "nowhere": Area("nowhere", "Nowhere", "region", None, None),
}
BOUNDARIES = {
    "line-a": Boundary(
        "line-a",
        "A",
        "kazakhstan",
        "russia",
        "median",
        "computed",
        lines([(49.0, 46.0), (49.7, 42.7)]),
    ),
    "line-b": Boundary(
        "line-b", "B", "azerbaijan", "iran", "", "computed", lines([(48.9, 38.4), (51.1, 38.7)])
    ),
}
EVENTS = (
    ("contract", "energy", "1994-09-20", "baku"),
    ("treaty", "agreement", "2006-06-16", "astana"),
    ("oil-flows", "energy", "2008-11-03", "baku"),
    ("visit", "visit", "2008-10-02", "baku"),
    ("clash", "conflict", "2016-04-02", None),
    ("far", "agreement", "2017-01-01", "washington"),
    ("port", "energy", "2018-08-11", "aktau"),
)


def columns() -> EventColumns:
    """The events as columns; they are in the order of time."""
    days = np.array([day(when) for _, _, when, _ in EVENTS], dtype=np.int32)
    kinds = np.array([KINDS.index(kind) for _, kind, _, _ in EVENTS], dtype=np.uint8)
    ids = tuple(sorted(PLACES))
    pairs = [(i, ids.index(place)) for i, (_, _, _, place) in enumerate(EVENTS) if place]
    pairs.insert(1, (0, ids.index("astana")))  # a second place of the first event
    event, code = (np.array(side, dtype=np.int32) for side in zip(*pairs, strict=True))
    count = len(EVENTS)
    return EventColumns(
        start_earliest=days, start_latest=days, end_earliest=days, end_latest=days,
        kind=kinds, kinds=KINDS,
        precision=np.zeros(count, np.uint8), precisions=("day",),
        contested=np.arange(count) == 2, qualifier=np.zeros(count, np.uint8),
        weight=np.arange(count, dtype=np.float32), parent=np.full(count, -1, np.int32),
        facets={"place": Membership(event, code, ids)},
    )  # fmt: skip


@dataclass
class MadeDataset:
    """What the map reads once."""

    asked: list[str] = field(default_factory=list)

    def routes(self) -> Mapping[str, Route]:
        self.asked.append("routes")
        return ROUTES

    def areas(self) -> Mapping[str, Area]:
        self.asked.append("areas")
        return AREAS

    def boundaries(self) -> Mapping[str, Boundary]:
        self.asked.append("boundaries")
        return BOUNDARIES

    def places(self) -> Mapping[str, Place]:
        self.asked.append("places")
        return {
            key: Place(key, name, lon, lat, country, "geonames")
            for key, (name, lon, lat, country) in PLACES.items()
        }

    def actors(self) -> Mapping[str, Actor]:
        return {}

    def names(self) -> Sequence[Name]:
        self.asked.append("names")
        return (
            Name("place", "astana", "Astana", "en", None, None),
            Name("place", "astana", "Akmola", "und", day("1992-07-06"), day("1998-05-06")),
            Name("route", "west", "BTC", "und", None, None),
        )

    def states(self, subject_id: str) -> Sequence[State]:
        self.asked.append(f"states {subject_id}")
        return STATES.get(subject_id, ())

    def capitals(self) -> Sequence[Capital]:
        return ()

    def positions(self) -> Sequence[Position]:
        return ()

    def sources(self) -> Mapping[str, Source]:
        return {}


class MadeSource:
    """The small world as the map asks for it."""

    def __init__(self) -> None:
        self.dataset = MadeDataset()
        self.columns = columns()

    def titles(self, rows: Rows) -> list[str]:
        return [f"Title of {EVENTS[row][0]}" for row in rows]

    def ids(self, rows: Rows) -> list[str]:
        return [EVENTS[row][0] for row in rows]

    def row_of(self, event_id: str) -> int | None:
        ids = [event for event, _, _, _ in EVENTS]
        return ids.index(event_id) if event_id in ids else None

    def date_words(self, rows: Rows) -> list[str]:
        return [EVENTS[row][2] for row in rows]

    def names(self, facet: str) -> Mapping[str, str]:
        return {
            "actor": {key: key.title() for key in ("azerbaijan", "kazakhstan", "russia", "iran")},
            "source": {"akiner2012": "Akiner 2012", "h2021": "Hamzaoglu 2021"},
            "place": {key: name for key, (name, *_) in PLACES.items()},
        }[facet]


def everything() -> Selection:
    """All events."""
    return Selection(np.arange(len(EVENTS), dtype=np.int32), len(EVENTS), {})


def store(view: ViewState | None = None) -> Store:
    """A store over all events, whatever is asked."""
    return Store(lambda _: everything(), view or ViewState())


class Ruler:
    """Measures texts without a font: seven pixels a letter, fourteen a line."""

    scale = 1.0

    def measure(self, text: str, role: str) -> float:
        del role
        return 7.0 * len(text)

    def height(self, role: str) -> float:
        del role
        return 14.0
