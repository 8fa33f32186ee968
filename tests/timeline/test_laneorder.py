"""The order of lanes: the fewest are pulled to the front, and all stand where they should."""

from itertools import combinations, permutations
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.query.filter import Filter
from azkz_desktop.timeline.laneorder import filtered, in_order, order_with


class One(NamedTuple):
    id: str


ALL = "abcdef"
ORDERS = st.lists(st.sampled_from("abcdefxyz"), unique=True)


def ids(usual: str, order: tuple[str, ...]) -> str:
    return "".join(one.id for one in in_order([One(id_) for id_ in usual], order))


@given(ORDERS, st.sets(st.sampled_from(ALL)), st.sampled_from(ALL), st.integers(0, 7))
def test_a_moved_lane_stands_where_it_should_and_the_others_as_they_did(
    order: list[str], hidden: set[str], lane: str, place: int
) -> None:
    hidden.discard(lane)
    before = ids(ALL, tuple(order))
    after = order_with(ALL, order, tuple(hidden), lane, place)
    shown = [one for one in ids(ALL, after) if one not in hidden]
    others = [one for one in before if one not in hidden and one != lane]
    place = min(place, len(others))
    assert shown == [*others[:place], lane, *others[place:]]
    assert [one for one in ids(ALL, after) if one != lane] == [one for one in before if one != lane]


@given(ORDERS, st.sampled_from(ALL), st.integers(0, 5))
def test_lanes_that_have_no_events_now_keep_their_place(
    order: list[str], lane: str, place: int
) -> None:
    after = order_with(ALL, order, (), lane, place)
    assert {one for one in order if one in "xyz"} == {one for one in after if one in "xyz"}
    assert len(set(after)) == len(after)


def test_no_shorter_order_does_the_same() -> None:
    for order in permutations("abcd", 2):
        for lane in "abcd":
            for place in range(4):
                after = order_with("abcd", order, (), lane, place)
                wanted = ids("abcd", after)
                for count in range(len(after)):
                    for fewer in combinations(after, count):
                        assert ids("abcd", fewer) != wanted


def test_the_usual_order_is_no_order() -> None:
    assert order_with(ALL, ("c",), (), "c", 2) == ()
    assert ids(ALL, ()) == ALL
    assert ids(ALL, ("c", "a")) == "cabdef"


def test_what_the_filter_names_of_the_lanes_facet_is_told_in_its_order() -> None:
    wanted = Filter(
        actors=(("b",), ("a", "b")), places=("baku",), themes=("oil",), sources=("s",), text="x"
    )
    named = {facet: filtered(facet, wanted) for facet in ("kind", "actor", "theme", "place")}
    assert named == {"kind": (), "actor": ("b", "a"), "theme": ("oil",), "place": ("baku",)}
    assert filtered("source", wanted) == ("s",)
    assert filtered("actor", Filter(text="x")) == ()


@given(ORDERS, ORDERS)
def test_what_a_person_moved_stands_first_and_then_what_the_filter_names(
    order: list[str], named: list[str]
) -> None:
    usual = ids(ALL, tuple(named))
    at_once = ids(ALL, (*order, *named))
    assert ids(usual, tuple(order)) == at_once
    moved = [one for one in order if one in ALL]
    assert at_once[: len(moved)] == "".join(moved)
