"""The table of actions, from which menus, shortcuts, palette and help are made. No Qt."""

from collections import Counter

import pytest

from azkz_desktop.app.actions import MENUS, Facts, actions, menu_title, span_of
from azkz_desktop.app.map_actions import GROUPS, chosen_in, group_title, map_choices
from azkz_desktop.app.time_actions import chosen_height
from azkz_desktop.query.filter import Filter
from azkz_desktop.timeline.nothing import why_nothing
from azkz_desktop.view.state import (
    BAND_SCALES,
    LANES,
    LANGUAGES,
    LAYERS,
    SCENARIOS,
    SCOPES,
    Focus,
    Span,
    ViewState,
)
from tests.timeline.made import MadeSource, columns_of, instant

FACTS = Facts(first=727_000, last=738_000)
BY_ID = {action.id: action for action in actions()}


def view_after(action_id: str, state: ViewState | None = None) -> ViewState:
    change = BY_ID[action_id].view
    assert change is not None
    return change(state or ViewState(), FACTS)


def test_ids_and_shortcuts_are_taken_once() -> None:
    table = actions()
    assert [one for one, n in Counter(action.id for action in table).items() if n > 1] == []
    keys = Counter(keys for action in table for keys in action.keys)
    assert [one for one, n in keys.items() if n > 1] == []


def test_each_action_does_exactly_one_thing_and_stands_in_a_menu() -> None:
    for action in actions():
        assert (action.view is None) == bool(action.window), action.id
        assert action.menu in MENUS
        assert menu_title(action.menu)
        assert action.title


def test_the_window_has_what_the_table_names() -> None:
    commands = pytest.importorskip("azkz_desktop.app.commands")
    missing = [
        action.id
        for action in actions()
        if action.window and not hasattr(commands.Commands, action.window)
    ]
    assert missing == []


def test_zooming_keeps_the_middle_and_never_goes_under_a_day() -> None:
    state = ViewState(span=Span(730_000, 731_000))
    closer = view_after("timeline.in", state)
    assert closer.span is not None
    assert closer.span.days == pytest.approx(1000 / 1.5)
    assert (closer.span.start + closer.span.end) / 2 == pytest.approx(730_500)
    for _ in range(100):
        closer = view_after("timeline.in", closer)
    assert closer.span is not None
    assert closer.span.days == pytest.approx(1)


def test_out_undoes_in() -> None:
    state = ViewState(span=Span(730_000, 731_000))
    back = view_after("timeline.out", view_after("timeline.in", state)).span
    assert back is not None
    assert (back.start, back.end) == pytest.approx((730_000, 731_000))


def test_earlier_and_later_move_a_quarter() -> None:
    state = ViewState(span=Span(730_000, 731_000))
    earlier = view_after("timeline.earlier", state)
    assert earlier.span == Span(729_750, 730_750)
    assert view_after("timeline.later", earlier) == state


def test_the_whole_period_is_that_of_the_data() -> None:
    state = view_after("timeline.all", ViewState(span=Span(1.0, 2.0)))
    assert state.span is None
    assert span_of(state, FACTS) == Span(727_000, 738_001)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_goes_off_and_on_again_at_its_place(layer: str) -> None:
    every = ViewState(layers=LAYERS)
    off = view_after(f"map.layer.{layer}", every)
    assert layer not in off.layers
    assert view_after(f"map.layer.{layer}", off) == every


@pytest.mark.parametrize("lanes", LANES)
def test_lanes_can_be_cut_every_way(lanes: str) -> None:
    folded = ViewState(folded_lanes=("energy",), hidden_lanes=("trade",))
    cut = view_after(f"lanes.{lanes}", folded)
    assert (cut.lanes, cut.folded_lanes, cut.hidden_lanes) == (lanes, (), ())


def test_clear_leaves_everything_but_the_filter() -> None:
    state = ViewState(filter=Filter(text="oil"), focus=Focus("event", "x"))
    assert view_after("edit.clear", state) == ViewState(focus=Focus("event", "x"))


def test_an_empty_timeline_names_the_key_that_clears_the_filter() -> None:
    clear = next(one for one in actions() if one.id == "edit.clear")
    source = MadeSource(columns_of([instant(730_000)]))
    words = why_nothing(source, Filter(text="a"), 0, 0, interactive=True)
    assert f"Press {clear.keys[0]} to clear it." in words


def test_where_all_lanes_are_hidden_the_key_that_shows_them_is_named() -> None:
    show = next(one for one in actions() if one.id == "lane.all")
    source = MadeSource(columns_of([instant(730_000)]))
    words = why_nothing(source, Filter(), 1, 0, interactive=True)
    assert f"Press {show.keys[0]} to show them again" in words


def test_one_division_of_the_sea_is_illustrated_at_a_time() -> None:
    state = ViewState()
    assert chosen_in("scenario", state) == "map.scenario.none"
    for scenario in SCENARIOS:
        state = view_after(f"map.scenario.{scenario}", state)
        assert state.scenario == scenario
        assert chosen_in("scenario", state) == f"map.scenario.{scenario}"
    assert view_after("map.scenario.none", state) == ViewState()


def test_what_a_group_says_is_chosen_is_one_of_its_entries() -> None:
    """Also where a view of a later version asks for what is not known here."""
    ids = {action.id: action.group for action in map_choices() if action.group}
    for group in GROUPS:
        assert group_title(group)
        assert ids[chosen_in(group, ViewState())] == group
    assert chosen_in("scenario", ViewState(scenario="by-population")) == "map.scenario.none"


def test_a_scope_is_chosen_and_the_table_of_years_opened() -> None:
    for scope in SCOPES:
        state = view_after(f"map.scope.{scope}")
        assert state.scope == scope
        assert chosen_in("scope", state) == f"map.scope.{scope}"
    assert view_after("map.years").pane == "years"


def test_eras_are_taken_on_and_off_in_the_order_of_the_menu() -> None:
    state = view_after("eras.conflicts", ViewState(eras=("others",)))
    assert state.eras == ("conflicts", "others")
    state = view_after("eras.presidents-azerbaijan", state)
    assert state.eras == ("presidents-azerbaijan", "conflicts", "others")
    assert view_after("eras.conflicts", state).eras == ("presidents-azerbaijan", "others")


def test_one_way_of_heights_holds_at_a_time() -> None:
    for one in BAND_SCALES:
        state = view_after(f"bands.{one}")
        assert state.band_scale == one
        assert chosen_height(state) == f"bands.{one}"


def test_names_are_shown_in_one_language() -> None:
    state = ViewState()
    for language in LANGUAGES:
        state = view_after(f"map.names.{language}", state)
        assert state.language == language
        assert chosen_in("names", state) == f"map.names.{language}"


def test_zooming_out_ends_where_it_does_by_hand_and_one_step_in_is_one_step() -> None:
    state = ViewState(span=Span(730_000, 731_000))
    for _ in range(60):
        state = view_after("timeline.out", state)
    assert state.span is not None
    assert state.span.days == pytest.approx(36_525)
    closer = view_after("timeline.in", state).span
    assert closer is not None
    assert closer.days == pytest.approx(36_525 / 1.5)


@pytest.mark.parametrize("way", ["timeline.earlier", "timeline.later"])
def test_moving_on_and_on_does_not_lose_the_data(way: str) -> None:
    state = ViewState(span=Span(730_000, 731_000))
    for _ in range(100):
        state = view_after(way, state)
    assert state.span is not None
    assert state.span.days == pytest.approx(1000)
    seen = min(state.span.end, 738_001) - max(state.span.start, 727_000)
    assert seen == pytest.approx(100)
