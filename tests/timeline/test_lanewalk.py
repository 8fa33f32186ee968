"""In which lane one is, and the ways from lane to lane and along one."""

from dataclasses import replace

import pytest

from azkz_desktop.timeline.lanenav import LaneNavigator
from azkz_desktop.timeline.lanewalk import LaneWalk
from azkz_desktop.timeline.layout import Canvas
from azkz_desktop.timeline.navigator import Navigator
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import day, everything, some_events
from tests.timeline.test_layout import layout_of

COLUMNS = some_events(120)
ACTORS = COLUMNS.facets["actor"]


def walked(state: ViewState) -> tuple[LaneWalk, Navigator]:
    """The walk through the lanes of *state*, which were painted once."""
    selection, engine = everything(COLUMNS), layout_of(COLUMNS)
    store = Store(lambda _: selection, state)
    navigator = Navigator(store, engine, lambda: 900.0)
    engine.marks(state, selection, Canvas(900, 500))
    return LaneWalk(navigator, LaneNavigator(navigator, lambda: 500.0)), navigator


def rows_of(actor: str) -> set[int]:
    return set(ACTORS.event[ACTORS.code == ACTORS.ids.index(actor)].tolist())


def test_the_lane_entered_counts_while_the_chosen_event_stands_in_it() -> None:
    walk, navigator = walked(ViewState(lanes="actor"))
    assert walk.current() is None
    lanes = [lane.id for lane in walk._shown()]
    row = min(rows_of(lanes[1]) & rows_of(lanes[2]))
    walk.enter(lanes[2])
    navigator.choose(row)
    assert walk.current() == lanes[2]
    assert walk.of_row(row) == lanes[2]
    navigator.choose(min(rows_of(lanes[0]) - rows_of(lanes[2])))
    assert walk.current() == lanes[0]
    # Of what is chosen elsewhere the uppermost lane, as long as no other was entered.
    navigator.choose(min(rows_of(lanes[1]) & rows_of(lanes[2])))
    assert walk.current() == lanes[2]
    navigator.choose(None)
    assert walk.current() == lanes[2]


def test_every_lane_is_reached_by_key_from_the_chosen_event_on() -> None:
    walk, navigator = walked(ViewState(lanes="actor"))
    lanes = [lane.id for lane in walk._shown()]
    navigator.choose(min(rows_of(lanes[0])))
    assert walk.current() == lanes[0]
    assert [walk.step(1) for _ in lanes] == [*lanes[1:], lanes[-1]]
    assert [walk.step(-1) for _ in lanes] == [*lanes[-2::-1], lanes[0]]
    assert navigator.chosen() == min(rows_of(lanes[0]))


@pytest.mark.parametrize(("by", "place"), [(1, 0), (-1, -1)])
def test_without_a_lane_it_begins_in_sight(by: int, place: int) -> None:
    walk, _ = walked(ViewState(lanes="actor"))
    assert walk.step(by) == [lane.id for lane in walk._shown()][place]


def test_along_a_lane_lie_all_its_events_in_order_of_time_and_no_others() -> None:
    walk, navigator = walked(ViewState(lanes="actor"))
    walk.enter("kazakhstan")
    order = navigator.ways.order
    wanted = sorted(rows_of("kazakhstan"), key=lambda row: order.rank[row])
    navigator.choose(wanted[0])
    found = [wanted[0]]
    while (row := walk.along(1)) is not None:
        navigator.choose(row)
        found.append(row)
    assert found == wanted
    assert walk.current() == "kazakhstan"
    back = []
    while (row := walk.along(-1)) is not None:
        navigator.choose(row)
        back.append(row)
    assert back == wanted[-2::-1]


def test_along_a_lane_begins_in_sight_where_nothing_is_chosen() -> None:
    span = Span(day("2000-01-01"), day("2006-01-01"))
    walk, navigator = walked(ViewState(lanes="actor", span=span))
    walk.enter("turkiye")
    days = {row: navigator.day_of(row) for row in rows_of("turkiye")}
    seen = [one for one in days.values() if span.start <= one <= span.end]
    first, last = walk.along(1), walk.along(-1)
    assert first is not None
    assert last is not None
    assert (days[first], days[last]) == (min(seen), max(seen))


def test_from_what_stands_elsewhere_it_goes_on_in_time() -> None:
    walk, navigator = walked(ViewState(lanes="actor"))
    order = navigator.ways.order
    other = sorted(rows_of("azerbaijan") - rows_of("turkiye"), key=lambda row: order.rank[row])
    navigator.choose(other[4])
    walk.enter("turkiye")
    row = walk.along(1)
    later = [one for one in rows_of("turkiye") if order.rank[one] > order.rank[other[4]]]
    assert row == min(later, key=lambda one: order.rank[one])


def test_hidden_lanes_and_lanes_of_another_facet_are_none_to_be_in() -> None:
    walk, navigator = walked(ViewState(lanes="actor"))
    walk.enter("turkiye")
    assert walk.current() == "turkiye"
    assert walk.words().startswith("Lane “Turkiye”, 3 of 3, 80 ")
    navigator.hide("turkiye")
    assert walk.current() is None
    assert walk.words() == ""
    navigator.show_lane("turkiye")
    assert walk.current() == "turkiye"
    navigator.fold("turkiye")
    assert walk.words().endswith("folded.")
    navigator.store.change(replace(navigator.store.state, lanes="place"), "by place")
    assert walk.current() is None


def test_what_is_chosen_from_the_start_has_a_lane() -> None:
    state = ViewState(focus=Focus("event", "event-7"))
    walk, navigator = walked(state)
    (lane,) = [one for one in walk._shown() if 7 in one.index.rows]
    assert walk.current() == lane.id
    navigator.hide(lane.id)
    assert walk.current() is None


def test_a_lane_is_sorted_once() -> None:
    walk, navigator = walked(ViewState(lanes="actor"))
    walk.enter("kazakhstan")
    navigator.choose(walk.along(1))
    kept = walk._way
    for _ in range(4):
        navigator.choose(walk.along(1))
        assert walk._way is kept
    walk.enter("turkiye")
    walk.along(1)
    assert walk._way is not kept
