"""How long the window stands still: the longest turn of the event loop at each step of a journey.

The same journey (filter, zoom, pan, choose, moment, table, figures, disagreements) is taken on the
bundled data and on a made file of 100,000 events. A step is what a person does once. It and all
that follows from it, on later turns too, is worked off turn by turn of the event loop, paints
and all, and the longest single turn is the step's stall: for so long the window would not answer.
Beside the time on the clock stands that of the processor (of the window's own thread), which
another program disturbs less. `longest` names the step that stalls longest.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from azkz_desktop.app import running, shell, start
from azkz_desktop.app.window import MainWindow
from azkz_desktop.dataset.bundled import database_path
from azkz_desktop.dates.days import iso
from azkz_desktop.painting.importing import Importer
from azkz_desktop.painting.later import Later
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus
from benchmarks import sample

COUNT = 100_000
ROUNDS = 3
"""The journey is taken so often; a step's stall is the median, so that one hiccup counts little."""
SETTLED = 0.15
"""Seconds without work after which what follows from a step is taken to be done."""
WORK = 2.0
"""Milliseconds of a turn above which it has done something."""
PATIENCE = 20.0
"""Seconds for which a step is followed at the most."""
GOAL_MS = 50.0
MAKES = ("pane_table", "pane_figures", "pane_disagreements", "pane_years")
"""Steps that make their pane when they are taken first."""

Step = Callable[[MainWindow], None]


class Stall(NamedTuple):
    """Milliseconds that the main thread was away: on the clock, and of the processor."""

    wall: float
    cpu: float


def follow(do: Callable[[], None], window: QWidget | None = None) -> Stall:
    """The longest turn while *do*, and then what follows from it, is worked off.

    It is followed until nothing that *window* has put off or imports beside is left.
    """
    turns, began = [_timed(do)], time.perf_counter()
    worked = now = began
    while (now - worked < SETTLED or _busy(window)) and now - began < PATIENCE:
        turns.append(_timed(QApplication.processEvents))
        time.sleep(0.001)
        now = time.perf_counter()
        if turns[-1].wall > WORK:
            worked = now
    return Stall(max(one.wall for one in turns), max(one.cpu for one in turns))


def _busy(window: QWidget | None) -> bool:
    """Whether something of *window* is still to follow."""
    if window is None:
        return False
    later, importers = window.findChildren(Later), window.findChildren(Importer)
    return any(one.waiting for one in later) or any(one.running for one in importers)


def _timed(do: Callable[[], None]) -> Stall:
    wall, cpu = time.perf_counter(), time.thread_time()
    do()
    return Stall((time.perf_counter() - wall) * 1000, (time.thread_time() - cpu) * 1000)


def _wheel(widget: QWidget, notches: int) -> None:
    at = widget.rect().center()
    event = QWheelEvent(
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        QPoint(0, 0),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def _drag(widget: QWidget) -> None:
    """Take the middle of *widget* and move it a little way, as one motion of the mouse does."""
    start = widget.rect().center()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(widget, left, pos=start)
    QTest.mouseMove(widget, start + QPoint(40, 0))
    QTest.mouseRelease(widget, left, pos=start + QPoint(40, 0))


def _filter(**fields: Any) -> Step:
    def step(window: MainWindow) -> None:
        state = window.store.state
        window.store.change(replace(state, filter=replace(state.filter, **fields)), "Filter")

    return step


def _pane(name: str) -> Step:
    return lambda window: window.store.change(replace(window.store.state, pane=name), name)


def _choose(share: float) -> Step:
    """Choose the event that lies at that share of the selection."""

    def step(window: MainWindow) -> None:
        rows = window.store.selection.rows
        row = int(rows[int(share * (len(rows) - 1))])
        focus = Focus("event", window.library.ids(np.array([row], np.int32))[0])
        window.store.change(replace(window.store.state, focus=focus), "Choose")

    return step


def _moment(share: float) -> Step:
    """Put the moment at that share of the data's period."""

    def step(window: MainWindow) -> None:
        first, last = window.library.days
        day = iso(int(first + share * (last - first)))
        window.store.change(replace(window.store.state, moment=day), "Moment")

    return step


def _actor(window: MainWindow) -> None:
    """Filter by the actor with most events."""
    counts = window.store.selection.counts["actor"]
    actor = window.library.columns.facets["actor"].ids[int(np.argmax(counts))]
    _filter(actors=((actor,),))(window)


def _clear(window: MainWindow) -> None:
    window.store.change(replace(window.store.state, filter=Filter()), "Clear")


JOURNEY: dict[str, Step] = {
    "filter_actor": _actor,
    "filter_period": _filter(start="2000", end="2015"),
    "filter_clear": _clear,
    "zoom_timeline": lambda window: _wheel(window.timeline, 2),
    "pan_timeline": lambda window: _drag(window.timeline),
    "lanes_by_actor": lambda window: window.entries["lanes.actor"].trigger(),
    "lanes_by_kind": lambda window: window.entries["lanes.kind"].trigger(),
    "whole_period": lambda window: window.entries["timeline.all"].trigger(),
    "zoom_map": lambda window: _wheel(window.map, 2),
    "pan_map": lambda window: _drag(window.map),
    "choose": _choose(0.5),
    "next_event": lambda window: window.commands.next_event(),
    "moment": _moment(0.6),
    "moment_back": _moment(0.3),
    "pane_table": _pane("table"),
    "table_filter": _actor,
    "pane_figures": _pane("figures"),
    "pane_disagreements": _pane("disagreements"),
    "pane_years": _pane("years"),
    "pane_timeline": _pane("timeline"),
    "undo": lambda window: window.commands.undo(),
}


@contextmanager
def _window(path: Path) -> Iterator[MainWindow]:
    """The window on a file, as the application opens it."""
    shell.application([])
    library = Library(path)
    made = shell.window("light")
    made.resize(1440, 900)
    made.furnish(library, running.store_of(library, running.first_view(library)))
    made.show()
    start.collect_again()  # as after each start
    try:
        yield made
    finally:
        made.close()
        made.deleteLater()


def journey(path: Path, rounds: int = ROUNDS) -> dict[str, Stall]:
    """The median stall of each step; of what makes panes, also that of the first time."""
    with _window(path) as window:
        first = window.store.state
        follow(lambda: None, window)
        taken: dict[str, list[Stall]] = {name: [] for name in JOURNEY}
        for _ in range(rounds):
            for name, step in JOURNEY.items():
                taken[name].append(follow(partial(step, window), window))
            follow(partial(window.store.change, first, "Back"), window)
    opened = {f"{name}_first": stalls[0] for name, stalls in taken.items() if name in MAKES}
    return {name: _median(stalls) for name, stalls in taken.items()} | opened


def _median(stalls: list[Stall]) -> Stall:
    return Stall(*np.median(np.array(stalls), axis=0).tolist())


def measure(folder: str | None = None) -> dict[str, Any]:
    """Stalls of the journey on both files. The made file is kept in *folder*, if one is given."""
    shell.application([])
    shell.hush_offscreen()
    with tempfile.TemporaryDirectory() as temporary:
        made = Path(folder or temporary) / "sample-1e5.db"
        if not made.exists():
            sample.make(COUNT, made)
        stalls = {"bundled": journey(database_path()), "1e5": journey(made)}
    wall, cpu = _told(stalls, "wall"), _told(stalls, "cpu")
    return {
        "benchmark": "stalls",
        "rounds": ROUNDS,
        "times_ms": wall,
        "cpu_ms": cpu,
        "ratios": _ratios(stalls, "wall"),
        "cpu_ratios": _ratios(stalls, "cpu"),
        "longest": {
            size: max(steps, key=lambda one: steps[one].cpu) for size, steps in stalls.items()
        },
        "over_goal": sorted(name for name, took in wall.items() if took > GOAL_MS),
        "cpu_over_goal": sorted(name for name, took in cpu.items() if took > GOAL_MS),
        "goals": {"longest_bundled": GOAL_MS, "longest_1e5": GOAL_MS},
    }


def _told(stalls: dict[str, dict[str, Stall]], clock: str) -> dict[str, float]:
    """All steps and the longest of each file, in ms."""
    told: dict[str, float] = {}
    for size, steps in stalls.items():
        took = {name: round(float(getattr(one, clock)), 1) for name, one in steps.items()}
        told |= {f"{name}_{size}": value for name, value in took.items()}
        told[f"longest_{size}"] = max(took.values())
    return told


def _ratios(stalls: dict[str, dict[str, Stall]], clock: str) -> dict[str, float]:
    """How much longer each step stalls with many events than with the bundled ones."""
    few, many = (
        {name: float(getattr(stalls[size][name], clock)) for name in JOURNEY}
        for size in ("bundled", "1e5")
    )
    return {
        f"{name}_1e5_to_bundled": round(many[name] / max(few[name], 0.1), 2) for name in JOURNEY
    }
