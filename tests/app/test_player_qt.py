"""The moment that walks through time by itself."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from azkz_desktop.app.player import Player
from azkz_desktop.dates.days import ordinal
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Span
from azkz_desktop.view.store import Store

BEGIN, END = ordinal("2000-01-01"), ordinal("2010-01-01")
WHOLE = Span(ordinal("1997-01-01"), ordinal("2007-01-01"))
"""What a view without a span of its own shows: a filter's period, say."""


class Clock:
    """A second passes between two ticks."""

    def start(self) -> None:
        """The time is nobody's business here."""

    def restart(self) -> int:
        return 1000


@pytest.fixture
def player(qtbot: QtBot, store: Store, library: Library) -> Player:
    state = replace(store.state, span=Span(BEGIN, END), moment="2003-06-01")
    store.change(state, "ten years in sight")
    made = Player(store, library, lambda: store.state.span or WHOLE)
    made._clock = Clock()  # type: ignore[assignment]
    made._timer.setInterval(3_600_000)  # only the ticks of the test
    made.set_pace(30)
    return made


def moment(store: Store) -> int:
    return ordinal(store.state.moment)


@pytest.mark.parametrize("pace", [60, 15, 8])
@pytest.mark.parametrize("days", [30, 365, 3653])
def test_at_any_zoom_a_second_is_the_same_part_of_what_is_in_sight(
    player: Player, store: Store, pace: int, days: int
) -> None:
    store.change(replace(store.state, span=Span(BEGIN, BEGIN + days)), "closer")
    player.set_pace(pace)
    player.toggle()
    assert player.playing
    for _ in range(4):
        player._tick()
    assert moment(store) - _start(player, days) == pytest.approx(4 * days / pace, abs=1)


def _start(player: Player, days: int) -> int:
    first = ordinal("2003-06-01")
    return first if first < BEGIN + days else BEGIN


def test_a_change_of_pace_holds_at_once(player: Player, store: Store) -> None:
    player.toggle()
    player._tick()
    before = moment(store)
    player.set_pace(8)
    player._tick()
    assert moment(store) - before == pytest.approx((END - BEGIN) / 8, abs=1)


def test_at_the_end_of_what_is_in_sight_it_stops_and_begins_again(
    player: Player, store: Store, qtbot: QtBot
) -> None:
    player.set_pace(8)
    player.toggle()
    with qtbot.waitSignal(player.changed):
        for _ in range(6):
            player._tick()
    assert not player.playing
    assert moment(store) == END - 1
    player.toggle()
    player._tick()
    assert moment(store) == pytest.approx(BEGIN + (END - BEGIN) / 8, abs=1)


def test_a_moment_out_of_sight_begins_at_the_beginning(player: Player, store: Store) -> None:
    store.change(replace(store.state, moment="1991-05-05"), "long before")
    player.toggle()
    player._tick()
    assert moment(store) == pytest.approx(BEGIN + (END - BEGIN) / 30, abs=1)


def test_one_day_is_no_way_to_go(player: Player, store: Store) -> None:
    store.change(replace(store.state, span=Span(BEGIN, BEGIN + 1)), "one day")
    assert not player.can_play
    player.toggle()
    assert not player.playing


def test_another_press_stays_at_what_was_reached(player: Player, store: Store) -> None:
    player.toggle()
    player._tick()
    reached = moment(store)
    player.toggle()
    assert not player.playing
    assert moment(store) == reached


def test_undo_takes_the_whole_walk_back(player: Player, store: Store) -> None:
    before = store.state
    player.toggle()
    for _ in range(3):
        player._tick()
    player.stop()
    assert store.state != before
    store.undo()
    assert store.state == before


def test_what_is_done_meanwhile_is_a_step_and_the_walk_adds_none(
    player: Player, store: Store
) -> None:
    before = store.state
    player.toggle()
    player._tick()
    for day in range(1, 4):  # a drag between ticks
        store.change(replace(store.state, span=Span(BEGIN - day, END - day)), "Pan", "pan")
        player._tick()
    assert player.playing
    player.stop()
    assert store.history.undo_name == "Pan"
    store.undo()
    assert (store.history.undo_name, store.state.span) == ("Play", Span(BEGIN, END))
    store.undo()
    assert store.state == before


def test_who_moves_the_moment_otherwise_stops_it(player: Player, store: Store) -> None:
    player.toggle()
    player._tick()
    store.change(replace(store.state, moment="2008-08-08"), "Move the moment")
    player._tick()
    assert not player.playing
    assert store.state.moment == "2008-08-08"
    player.toggle()
    player._tick()
    player._tick()
    store.undo()
    player._tick()
    assert not player.playing
    assert store.state.moment == "2008-08-08"


def test_where_time_moved_before_it_it_stops_and_stays(player: Player, store: Store) -> None:
    player.toggle()
    player._tick()
    before = moment(store)
    earlier = Span(BEGIN - 3000, BEGIN - 1000)
    store.change(replace(store.state, span=earlier), "earlier")
    player._tick()
    assert moment(store) == before
    assert not player.playing


def test_where_the_view_names_no_days_it_crosses_those_that_are_shown(
    player: Player, store: Store
) -> None:
    store.change(replace(store.state, span=None, moment="1991-05-05"), "as the filter says")
    assert player.days_in_sight() == WHOLE.days
    player.toggle()
    player._tick()
    assert moment(store) == pytest.approx(WHOLE.start + WHOLE.days / 30, abs=1)
    while player.playing:
        player._tick()
    assert moment(store) == WHOLE.end - 1


def test_who_goes_on_in_time_while_it_plays_sees_it_go_on_there(
    player: Player, store: Store
) -> None:
    player.toggle()
    player._tick()
    later = Span(BEGIN + 3000, END + 3000)
    store.change(replace(store.state, span=later), "Pan", "pan")
    player._tick()
    assert later.start <= moment(store) < later.start + 150
    assert player.playing


def test_where_time_moved_behind_the_data_it_stops_and_stays(
    player: Player, store: Store, library: Library
) -> None:
    player.toggle()
    player._tick()
    before, last = moment(store), library.days[1]
    store.change(replace(store.state, span=Span(last + 30, last + 330)), "Pan", "pan")
    player._tick()
    assert moment(store) == before
    assert not player.playing
