"""Lanes: every selected event stands in the lanes that it should, and nowhere else."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import Membership
from azkz_desktop.timeline.lanes import lanes_by, styles_of_kinds
from azkz_desktop.timeline.source import Rows
from azkz_desktop.timeline.tracks import TRACKS
from azkz_desktop.view.tokens import GROUP_OF_KIND, KIND_GROUPS
from tests.timeline.made import KINDS, columns_of, instant, lasting, some_events

EVENTS = some_events(80)


def rows_of(lanes: object) -> list[list[int]]:
    return [lane.index.rows.tolist() for lane in lanes]  # type: ignore[attr-defined]


@given(st.sets(st.integers(0, 79)))
def test_by_kind_each_event_stands_in_the_lane_of_its_group(chosen: set[int]) -> None:
    rows = np.array(sorted(chosen), np.int32)
    lanes = lanes_by("kind", EVENTS, rows, {})
    assert sorted(row for lane in rows_of(lanes) for row in lane) == sorted(chosen)
    order = [group.id for group in KIND_GROUPS]
    assert [lane.id for lane in lanes] == sorted((lane.id for lane in lanes), key=order.index)
    for lane in lanes:
        kinds = {GROUP_OF_KIND[KINDS[kind]].id for kind in EVENTS.kind[lane.index.rows].tolist()}
        assert kinds == {lane.id}


@given(st.sets(st.integers(0, 79)))
def test_by_actor_each_event_stands_in_the_lanes_of_all_its_actors(chosen: set[int]) -> None:
    rows = np.array(sorted(chosen), np.int32)
    membership = EVENTS.facets["actor"]
    lanes = {lane.id: lane for lane in lanes_by("actor", EVENTS, rows, {})}
    for code, actor in enumerate(membership.ids):
        named = set(membership.event[membership.code == code].tolist()) & chosen
        assert (actor in lanes) == bool(named)
        if named:
            found: Rows = lanes[actor].index.rows
            assert found.tolist() == sorted(named)


def test_lanes_keep_their_order_under_a_filter_and_bear_names() -> None:
    names = {"azerbaijan": "Azerbaijan"}
    all_rows = np.arange(80, dtype=np.int32)
    standing = [lane.id for lane in lanes_by("actor", EVENTS, all_rows, names)]
    few = lanes_by("actor", EVENTS, np.array([0, 1, 2], np.int32), names)
    assert [lane.id for lane in few] == [one for one in standing if one in {i.id for i in few}]
    assert {lane.id: lane.title for lane in few}["azerbaijan"] == "Azerbaijan"


def test_events_that_name_none_have_a_lane_of_their_own() -> None:
    columns = columns_of([instant(700_000 + day) for day in range(4)])
    none = Membership(np.array([1], np.int32), np.array([0], np.int32), ("baku",))
    columns.facets["place"] = none
    lanes = lanes_by("place", columns, np.arange(4, dtype=np.int32), {"baku": "Baku"})
    assert [(lane.title, lane.index.rows.tolist()) for lane in lanes] == [
        ("Baku", [1]),
        ("None named", [0, 2, 3]),
    ]


def test_an_unknown_kind_is_drawn_as_the_last_group() -> None:
    columns = columns_of([instant(700_000)])
    columns = type(columns)(
        **{name: getattr(columns, name) for name in columns.__dataclass_fields__}
        | {"kinds": ("miracle",)}
    )
    assert styles_of_kinds(columns).tolist() == [len(KIND_GROUPS) - 1]


def test_lasting_events_that_begin_after_one_another_run_on_different_tracks() -> None:
    bounds = [lasting(700_000 + day, 701_000) for day in range(7)] + [instant(700_500)]
    columns = columns_of(bounds)
    (lane,) = lanes_by("kind", columns, np.arange(8, dtype=np.int32), {})
    tracks = lane.tracks(np.arange(8, dtype=np.int32)).tolist()
    for at in range(5):
        assert len(set(tracks[at : at + TRACKS])) == TRACKS
    assert tracks[7] == 0


def test_tracks_do_not_depend_on_what_is_in_sight() -> None:
    (lane,) = lanes_by("kind", columns_of([lasting(1, 9)] * 9), np.arange(9, dtype=np.int32), {})
    whole = lane.tracks(np.arange(9, dtype=np.int32))
    assert lane.tracks(np.array([3, 7], np.int32)).tolist() == whole[[3, 7]].tolist()


@pytest.mark.parametrize("facet", ["kind", "actor", "place"])
def test_no_selection_no_lanes(facet: str) -> None:
    assert lanes_by(facet, EVENTS, np.empty(0, np.int32), {}) == ()
