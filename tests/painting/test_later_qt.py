"""Steps on later turns of the loop: in order, the latest plan only, and the same in the end."""

import gc
import sys
import time
import weakref
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azkz_desktop.painting.importing import Importer
from azkz_desktop.painting.later import SAME_TURN, SLICE, Later, settle


def steps(done: list[str], *names: str) -> Iterator[None]:
    for name in names:
        done.append(name)
        yield


@pytest.fixture
def later(qtbot: QtBot) -> Iterator[Later]:
    root = QObject()
    yield Later(root)
    root.deleteLater()


class Clock:
    """A time that goes on only when a test says so, however busy the machine is."""

    def __init__(self) -> None:
        self.now = 1.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """What `Later` takes for the time; nobody had a turn before, and nobody has after."""
    made = Clock()
    monkeypatch.setattr("azkz_desktop.painting.later.perf_counter", made)
    for name in ("_ended", "_owed"):
        monkeypatch.setattr(Later, name, (0, 0.0))
    return made


def test_nothing_happens_in_the_turn_of_the_change(qtbot: QtBot, later: Later) -> None:
    done: list[str] = []
    later.plan(steps(done, "a", "b"))
    assert done == []
    assert later.waiting
    qtbot.waitUntil(lambda: not later.waiting)
    assert done == ["a", "b"]


def test_what_is_begun_takes_a_slice_now_and_the_rest_later(
    qtbot: QtBot, later: Later, clock: Clock
) -> None:
    done: list[str] = []
    later.begin(steps(done, "a", "b"))
    assert done == ["a", "b"]
    assert not later.waiting

    def long() -> Iterator[None]:
        for name in "cd":
            done.append(name)
            clock.now += SLICE
            yield

    later.begin(long())
    assert done == ["a", "b", "c"]
    qtbot.waitUntil(lambda: not later.waiting)
    assert done == ["a", "b", "c", "d"]


def test_a_later_plan_takes_the_place_of_an_earlier_one(qtbot: QtBot, later: Later) -> None:
    done: list[str] = []
    later.plan(steps(done, "old"))
    later.plan(steps(done, "new", "newer"))
    qtbot.waitUntil(lambda: not later.waiting)
    assert done == ["new", "newer"]


def test_a_plan_may_be_replaced_by_one_of_its_own_steps(qtbot: QtBot, later: Later) -> None:
    done: list[str] = []

    def first() -> Iterator[None]:
        done.append("first")
        later.plan(steps(done, "second"))
        yield
        done.append("never")

    later.plan(first())
    qtbot.waitUntil(lambda: not later.waiting)
    qtbot.wait(30)
    assert done == ["first", "second"]


def test_settling_takes_what_is_left_at_once(qtbot: QtBot, later: Later) -> None:
    done: list[str] = []
    later.plan(steps(done, "a", "b"))
    parent = later.parent()
    assert parent is not None
    settle(parent)
    assert done == ["a", "b"]
    qtbot.wait(30)
    assert done == ["a", "b"]


def test_what_is_cancelled_is_not_done(qtbot: QtBot, later: Later) -> None:
    done: list[str] = []
    later.plan(steps(done, "a"))
    later.cancel()
    qtbot.wait(40)
    assert done == []


def test_a_step_that_fails_ends_its_plan_and_is_heard(later: Later) -> None:
    def broken() -> Iterator[None]:
        yield
        raise ValueError("broken")

    later.plan(broken())
    with pytest.raises(ValueError, match="broken"):
        later.settle()
    assert not later.waiting


def test_tests_and_pictures_have_it_at_once(later: Later, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Later, "at_once", True)
    done: list[str] = []
    later.plan(steps(done, "a", "b"))
    assert done == ["a", "b"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 4), min_size=1, max_size=6), st.data())
def test_whatever_is_planned_when_the_last_plan_is_done_whole(
    later: Later, lengths: list[int], data: st.DataObject
) -> None:
    done: list[str] = []
    for number, length in enumerate(lengths):
        later.plan(steps(done, *(f"{number}.{step}" for step in range(length))))
        for _ in range(data.draw(st.integers(0, 3))):
            later._step()
    later.settle()
    last = len(lengths) - 1
    of_last = [one for one in done if one.startswith(f"{last}.")]
    assert of_last == [f"{last}.{step}" for step in range(lengths[-1])]
    assert done[len(done) - len(of_last) :] == of_last


def test_modules_are_imported_beside(qtbot: QtBot) -> None:
    usual = sys.getswitchinterval()
    sys.modules.pop("colorsys", None)
    importer = Importer(("colorsys",))
    with qtbot.waitSignal(importer.loaded, timeout=3000):
        importer.start(after=0)
        importer.start(after=0)  # asked once is enough
    assert {"colorsys"} <= sys.modules.keys()
    assert sys.getswitchinterval() == usual


def test_a_module_that_is_not_there_is_said(qtbot: QtBot) -> None:
    importer = Importer(("azkz_desktop.no_such_module",))
    with qtbot.waitSignal(importer.failed, timeout=3000) as heard:
        importer.start(after=0)
    assert heard.args is not None
    assert "no_such_module" in heard.args[0]


def test_two_take_turns_and_neither_starves(qtbot: QtBot, clock: Clock) -> None:
    """In one turn of the loop at most one of them works, and each gets its share."""
    root = QObject()
    worked: list[str] = []

    def busy(name: str) -> Iterator[None]:
        for _ in range(12):
            worked.append(name)
            clock.now += SLICE
            yield

    pair = [Later(root), Later(root)]
    for later, name in zip(pair, "ab", strict=True):
        later.plan(busy(name))
    most = 0
    while any(one.waiting for one in pair):
        before = len(worked)
        clock.now += SAME_TURN / 3
        QApplication.processEvents()
        most = max(most, len(worked) - before)
    assert most == 1
    assert sorted(worked) == ["a"] * 12 + ["b"] * 12
    assert {"a", "b"} == set(worked[:6])
    root.deleteLater()


def test_one_alone_has_every_turn(qtbot: QtBot, later: Later) -> None:
    """It waits for others, not for itself: each turn of the loop takes a slice."""
    turns: list[int] = []
    turn = 0

    def busy() -> Iterator[None]:
        for _ in range(8):
            turns.append(turn)
            end = time.perf_counter() + SLICE
            while time.perf_counter() < end:
                pass
            yield

    later.plan(busy())
    while later.waiting:
        turn += 1
        QApplication.processEvents()
    assert turns == list(range(turns[0], turns[0] + 8))


def test_nobody_is_kept_alive_by_a_turn_that_is_owed(qtbot: QtBot, clock: Clock) -> None:
    root = QObject()
    first, second = Later(root), Later(root)
    second.plan(iter([None] * 3))
    second._timer.setInterval(0)
    Later._ended = id(first), clock.now
    second._turn()
    assert Later._owed[0] == id(second)
    gone = weakref.ref(second)
    second._timer.timeout.disconnect()
    second.setParent(None)
    del second
    gc.collect()
    assert gone() is None
    Later._owed = 0, 0.0
    root.deleteLater()


def test_one_that_is_gone_holds_nobody_up(qtbot: QtBot) -> None:
    root, gone = QObject(), QObject()
    done: list[str] = []
    lost, later = Later(gone), Later(root)
    lost.plan(steps(done, "lost"))
    Later._owed = id(lost), time.perf_counter()
    gone.deleteLater()
    later.plan(steps(done, "a", "b"))
    qtbot.waitUntil(lambda: not later.waiting)
    assert done[-2:] == ["a", "b"]
    root.deleteLater()


def test_what_is_in_no_hurry_waits(qtbot: QtBot, later: Later) -> None:
    done: list[str] = []
    later.plan(steps(done, "a", "b"), 120)
    qtbot.wait(60)
    assert done == []
    qtbot.waitUntil(lambda: not later.waiting)
    assert done == ["a", "b"]
