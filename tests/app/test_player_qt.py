"""The moment that walks through time by itself."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from azkz_desktop.app.player import YEAR, Player
from azkz_desktop.dates.days import ordinal
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Span
from azkz_desktop.view.store import Store

BEGIN, END = ordinal("2000-01-01"), ordinal("2010-01-01")


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
    made = Player(store, library)
    made._clock = Clock()  # type: ignore[assignment]
    made._timer.setInterval(3_600_000)  # only the ticks of the test
    return made


def moment(store: Store) -> int:
    return ordinal(store.state.moment)


@pytest.mark.parametrize("speed", [0.5, 1.0, 4.0])
def test_a_second_is_as_many_years_as_the_speed_says(
    player: Player, store: Store, speed: float
) -> None:
    player.speed, begin = speed, moment(store)
    player.toggle()
    assert player.playing
    player._tick()
    assert moment(store) - begin == pytest.approx(speed * YEAR, abs=1)


def test_at_the_end_of_what_is_in_sight_it_stops_and_begins_again(
    player: Player, store: Store, qtbot: QtBot
) -> None:
    player.speed = 4.0
    player.toggle()
    with qtbot.waitSignal(player.changed):
        player._tick()
        player._tick()
    assert not player.playing
    assert moment(store) == END - 1
    player.toggle()
    player._tick()
    assert moment(store) == pytest.approx(BEGIN + 4 * YEAR, abs=1)


def test_a_moment_out_of_sight_begins_at_the_beginning(player: Player, store: Store) -> None:
    store.change(replace(store.state, moment="1991-05-05"), "long before")
    player.toggle()
    player._tick()
    assert moment(store) == pytest.approx(BEGIN + YEAR, abs=1)


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
