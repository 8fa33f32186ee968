"""Made events: rows of the view `events` and the columns that stand for them."""

import json
from datetime import date

import numpy as np
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import NO_END, NO_START, Days, EventColumns, Membership
from azkz_desktop.query.filter import Filter
from tests.query.oracle import Row

KINDS = ("agreement", "energy", "visit")
ACTORS = ("aliyev", "azerbaijan", "kazakhstan", "nazarbayev", "never-acts", "russia")
THEMES = ("caspian", "energy", "trade")
PLACES = ("aktau", "astana", "baku")
SOURCES = ("akiner2012", "huseynov2017")
WORDS = ("caspian", "line", "oil", "visit")

DAYS = st.dates(date(1990, 1, 1), date(1996, 12, 31))


FIRST = date(1990, 1, 1).toordinal()


@st.composite
def bounds(draw: st.DrawFn) -> dict[str, str | None]:
    """Four bounds in their order, any of them open as the view has them."""
    days = sorted(draw(st.integers(FIRST, FIRST + 7 * 365)) for _ in range(4))
    how = draw(st.integers(0, 31))
    if how & 16:  # an instant's span: start_latest may lie after end_earliest
        days[1], days[2] = days[2], days[1]
    iso: list[str | None] = [date.fromordinal(day).isoformat() for day in days]
    if bin(how & 15).count("1") <= 2:
        iso = [None if how >> at & 1 else day for at, day in enumerate(iso)]
    names = ("start_earliest", "start_latest", "end_earliest", "end_latest")
    return dict(zip(names, iso, strict=True))


def subsets(of: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    """Any of them, in one draw: events are many and hypothesis counts its draws."""
    bits = st.integers(0, 2 ** len(of) - 1)
    return bits.map(lambda held: [one for at, one in enumerate(of) if held >> at & 1])


def some(of: tuple[str, ...]) -> st.SearchStrategy[str]:
    return subsets(of).map(json.dumps)


EVENTS = st.lists(
    st.builds(
        lambda days, **rest: days | rest,
        bounds(),
        kind=st.sampled_from(KINDS),
        contested=st.integers(0, 1),
        actors=some(tuple(a for a in ACTORS if a != "never-acts")),
        themes=some(THEMES),
        places=some(PLACES),
        source_keys=some(SOURCES),
        title=subsets(WORDS).map(" ".join),
        summary=subsets(WORDS).map(" ".join),
    ),
    max_size=60,
)

PARTS = st.one_of(
    st.none(),
    st.integers(1990, 1996).map(str),
    st.tuples(st.integers(1990, 1996), st.integers(1, 12)).map(lambda ym: f"{ym[0]}-{ym[1]:02}"),
    DAYS.map(date.isoformat),
)


def chosen(of: tuple[str, ...], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(of), unique=True, min_size=least, max_size=2).map(tuple)


FILTERS = st.builds(
    Filter,
    start=PARTS,
    end=PARTS,
    certainly=st.booleans(),
    actors=st.lists(chosen(ACTORS, least=1), max_size=2).map(tuple),
    all_actors=st.booleans(),
    kinds=chosen(KINDS),
    themes=chosen(THEMES),
    places=chosen(PLACES),
    sources=chosen(SOURCES),
    contested=st.booleans(),
    text=chosen(WORDS).map(" ".join),
)


def in_order(events: list[Row]) -> list[Row]:
    """The events with ids, in the order of every list."""
    named = [event | {"event_id": f"e{i}"} for i, event in enumerate(events)]
    return sorted(
        named, key=lambda e: (e["start_earliest"] or "", e["end_latest"] or "~", e["event_id"])
    )


def ordinals(rows: list[Row], column: str, none: int) -> Days:
    days = [
        none if row[column] is None else date.fromisoformat(str(row[column])).toordinal()
        for row in rows
    ]
    return np.array(days, np.int32)


def membership(rows: list[Row], column: str, ids: tuple[str, ...]) -> Membership:
    pairs = [
        (no, ids.index(choice))
        for no, row in enumerate(rows)
        for choice in ([row["kind"]] if column == "kind" else json.loads(str(row[column])))
    ]
    events, codes = zip(*pairs, strict=True) if pairs else ((), ())
    return Membership(np.array(events, np.int32), np.array(codes, np.int32), ids)


def columns_of(rows: list[Row]) -> EventColumns:
    """The columns of *rows*, which are in order."""
    facets = {
        "kind": membership(rows, "kind", KINDS),
        "actor": membership(rows, "actors", ACTORS),
        "theme": membership(rows, "themes", THEMES),
        "place": membership(rows, "places", PLACES),
        "source": membership(rows, "source_keys", SOURCES),
    }
    total = len(rows)
    return EventColumns(
        start_earliest=ordinals(rows, "start_earliest", NO_START),
        start_latest=ordinals(rows, "start_latest", NO_START),
        end_earliest=ordinals(rows, "end_earliest", NO_END),
        end_latest=ordinals(rows, "end_latest", NO_END),
        kind=facets["kind"].code.astype(np.uint8),
        kinds=KINDS,
        precision=np.zeros(total, np.uint8),
        precisions=("day",),
        contested=np.array([row["contested"] for row in rows], np.bool_),
        qualifier=np.zeros(total, np.uint8),
        weight=np.array(range(total, 0, -1), np.float32),
        parent=np.full(total, -1, np.int32),
        facets=facets,
    )
