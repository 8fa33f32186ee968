"""Steps of the start that are taken piece by piece: the map is drawn before it takes its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.app import furniture, running, shell, stages, start
from azkz_desktop.app.stages import Stages, Step
from azkz_desktop.app.start import WHOLE, Wish
from azkz_desktop.map.shown import Held
from azkz_desktop.map.stage import Stage
from azkz_desktop.painting import later
from azkz_desktop.view.library import Library


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


class Clock:
    """A time that goes on only when a test says so: counted in slices of a turn."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(later, "perf_counter", made)
    monkeypatch.setattr(later, "SLICE", 1.0)
    return made


def turns(qtbot: QtBot, count: int = 5) -> None:
    """Let the event loop go round so often: what was to come in its next turn has come."""
    for _ in range(count):
        timer = QTimer(singleShot=True)
        with qtbot.waitSignal(timer.timeout):
            timer.start(0)


def test_pieces_are_taken_on_turns_of_their_own(
    qtbot: QtBot, window: QWidget, clock: Clock
) -> None:
    order: list[str] = []

    def pieces() -> Iterator[None]:
        for number in range(3):
            order.append(f"piece {number}")
            QTimer.singleShot(0, lambda number=number: order.append(f"turn {number}"))
            clock.now += 1
            yield

    steps = [Step("long", pieces), Step("next", lambda: order.append("next"))]
    told: list[str] = []
    Stages(window, steps, told.append, lambda _: None).next()
    qtbot.waitUntil(lambda: WHOLE in told, timeout=3000)
    assert told == ["long", "next", WHOLE]
    assert order == [*(f"{what} {n}" for n in range(3) for what in ("piece", "turn")), "next"]


def test_short_pieces_share_a_turn(
    qtbot: QtBot, window: QWidget, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[int] = []
    piece = stages._piece

    def counted(left: Iterator[object]) -> Iterator[object] | None:
        taken.append(0)
        return piece(left)

    def pieces() -> Iterator[None]:
        for _ in range(42):
            taken[-1] += 1
            clock.now += 0.25
            yield

    monkeypatch.setattr(stages, "_piece", counted)
    told: list[str] = []
    Stages(window, [Step("many", pieces)], told.append, lambda _: None).next()
    qtbot.waitUntil(lambda: WHOLE in told, timeout=3000)
    assert taken == [4] * 10 + [2]


def test_a_piece_that_fails_ends_the_start(qtbot: QtBot, window: QWidget, clock: Clock) -> None:
    def broken() -> Iterator[None]:
        clock.now += 1
        yield
        raise ValueError("no map")

    told: list[str] = []
    failed: list[Exception] = []
    Stages(window, [Step("long", broken)], told.append, failed.append).next()
    qtbot.waitUntil(lambda: bool(failed), timeout=3000)
    assert str(failed[0]) == "no map"
    assert told == []


def test_a_window_that_is_closed_takes_no_further_piece(
    qtbot: QtBot, window: QWidget, clock: Clock
) -> None:
    taken: list[int] = []

    def pieces() -> Iterator[None]:
        for number in range(50):
            taken.append(number)
            clock.now += 1
            if number == 1:
                window.close()
            yield

    Stages(window, [Step("long", pieces)], lambda _: None, lambda _: None).next()
    qtbot.waitUntil(lambda: not window.isVisible())
    turns(qtbot)
    assert taken == [0, 1]


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[Held]:
    """The pictures of maps that have been finished."""
    found: list[Held] = []
    plain = Stage._keep

    def keep(self: Stage, held: Held) -> Held:
        found.append(held)
        return plain(self, held)

    monkeypatch.setattr(Stage, "_keep", keep)
    return found


def test_the_map_is_drawn_once_and_before_it_takes_its_place(
    qtbot: QtBot, bundled_db: Path, kept: list[Held]
) -> None:
    shell.application([])
    made = shell.window("light")
    made.resize(1440, 900)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    drawn: list[int] = []

    def told(stage: str) -> None:
        if stage == "map_drawn":
            assert isinstance(made.rooms._kept["map"], QLabel)
            drawn.append(len(kept))
        if stage == WHOLE:
            drawn.append(len(kept))

    failed: list[Exception] = []
    opened = start.look_at_database(bundled_db)
    start.begin(made, Wish(bundled_db, session=False), opened, told, failed.append)
    qtbot.waitUntil(lambda: len(drawn) == 2 or bool(failed), timeout=10_000)
    assert drawn == [1, 1]
    assert made.map._stage.is_sharp(made.map.view())


def test_a_window_that_is_not_shown_draws_the_map_when_it_is_painted(
    qtbot: QtBot, bundled_db: Path, kept: list[Held]
) -> None:
    library = Library(bundled_db)
    made = shell.window("light")
    qtbot.addWidget(made)
    made.library, made.store = library, running.store_of(library, running.first_view(library))
    furniture.furnish(made)
    assert kept == []
