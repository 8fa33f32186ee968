"""Events at their places: gathered and spread, none lost, the chosen one always there."""

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.map.camera import Camera, camera_of
from azkz_desktop.map.events import (
    GATHER,
    NEAR_MOMENT,
    SPREAD_SCALE,
    Gathered,
    clusters,
    event_marks,
    group_codes,
    near_moment,
)
from azkz_desktop.map.things import Things
from azkz_desktop.view.state import MapWindow
from azkz_desktop.view.tokens import KIND_GROUPS
from tests.map.made import EVENTS, MadeSource, columns, day

ALL = np.arange(len(EVENTS), dtype=np.int32)
WIDE = camera_of(MapWindow(55, 45, 4000), 1000, 600)
CLOSE = camera_of(MapWindow(49.9, 40.4, 200), 1000, 600)


@pytest.fixture
def things() -> Things:
    return Things(MadeSource(), lambda xy: np.ones(len(xy), dtype=bool))


def rows_of(found: Gathered) -> list[int]:
    rows: list[int] = []
    for symbol in found.symbols:
        rows += symbol.rows
    for bubble in found.bubbles:
        rows += bubble.rows
    return sorted(rows)


def names(rows: Iterable[int]) -> set[str]:
    return {EVENTS[row][0] for row in rows}


def test_an_event_stands_at_its_main_place(things: Things) -> None:
    ids = things.place_ids
    places = [ids[code] if code >= 0 else None for code in things.event_place]
    assert places == [place for _, _, _, place in EVENTS]


def test_events_of_one_place_are_one_bubble(things: Things) -> None:
    found = event_marks(things, WIDE, ALL, day("2008-11-03"), None)
    assert names(rows_of(found)) == {"contract", "treaty", "oil-flows", "visit", "port"}
    baku = next(bubble for bubble in found.bubbles if bubble.places == ("baku",))
    assert names(baku.rows) == {"contract", "oil-flows", "visit"}
    assert [count for _, count in baku.groups] == [2, 1]
    assert KIND_GROUPS[baku.groups[0][0]].id == "energy"
    assert found.around["baku"] == baku.radius
    assert {"baku", "aktau", "astana"} <= found.places


def test_coming_near_they_stand_around_it_one_by_one(things: Things) -> None:
    assert CLOSE.scale < SPREAD_SCALE
    found = event_marks(things, CLOSE, ALL, day("2008-11-03"), None)
    assert not found.bubbles
    spots = {(symbol.x, symbol.y) for symbol in found.symbols}
    assert len(spots) == 3
    near = [a for a in spots for b in spots if a != b and np.hypot(a[0] - b[0], a[1] - b[1]) < 11]
    assert not near


def test_the_half_year_about_the_moment_is_strong() -> None:
    table = columns()
    near = near_moment(table, ALL, day("2008-11-03"))
    assert names(ALL[near]) == {"oil-flows", "visit"}
    when = day("2006-06-16")
    for off, expected in ((NEAR_MOMENT, True), (NEAR_MOMENT + 1, False)):
        assert near_moment(table, ALL[1:2], when + off)[0] == expected
        assert near_moment(table, ALL[1:2], when - off)[0] == expected


def test_pale_and_contested_are_said(things: Things) -> None:
    found = event_marks(things, CLOSE, ALL, day("2008-11-03"), None)
    strong = {names(s.rows).pop(): s.strong for s in found.symbols}
    assert strong == {"contract": False, "oil-flows": True, "visit": True}
    contested = [s for s in found.symbols if s.contested]
    assert names(contested[0].rows) == {"oil-flows"}


def test_the_chosen_event_has_its_own_mark_wherever_it_is_gathered(things: Things) -> None:
    found = event_marks(things, WIDE, ALL, day("1994-01-01"), 2)
    own = [symbol for symbol in found.symbols if symbol.rows == (2,)]
    assert len(own) == 1
    assert own[0].strong


def test_the_chosen_event_shows_also_where_the_filter_hides_it(things: Things) -> None:
    none = np.empty(0, dtype=np.int32)
    found = event_marks(things, WIDE, none, day("2008-11-03"), 2)
    assert [symbol.rows for symbol in found.symbols] == [(2,)]
    assert event_marks(things, WIDE, none, day("2008-11-03"), 4).symbols == []  # it has no place


def test_only_what_is_filtered_is_shown(things: Things) -> None:
    some = np.array([1, 6], dtype=np.int32)
    assert rows_of(event_marks(things, WIDE, some, day("2008-11-03"), None)) == [1, 6]


def test_places_beyond_the_map_are_left_out(things: Things) -> None:
    assert "washington" not in things.places
    assert 5 not in rows_of(event_marks(things, WIDE, ALL, day("2017-01-01"), None))


@given(
    st.floats(200, 6000),
    st.floats(-8e5, 8e5),
    st.floats(-8e5, 8e5),
    st.sets(st.integers(0, len(EVENTS) - 1)),
)
def test_no_event_is_lost_or_doubled(scale: float, x: float, y: float, chosen: set[int]) -> None:
    things = Things(MadeSource(), lambda xy: np.ones(len(xy), dtype=bool))
    rows = np.array(sorted(chosen), dtype=np.int32)
    found = clusters(things, Camera(x, y, scale, 1000, 600), rows)
    told = sorted(row for one in found for row in one.rows)
    assert told == [r for r in sorted(chosen) if EVENTS[r][3] not in (None, "washington")]
    for i, a in enumerate(found):
        for b in found[i + 1 :]:
            assert np.hypot(a.x - b.x, a.y - b.y) >= GATHER


def test_every_kind_has_a_group() -> None:
    codes = group_codes(columns())
    assert [KIND_GROUPS[code].id for code in codes] == [
        "visits",
        "agreements",
        "energy",
        "conflicts",
    ]
