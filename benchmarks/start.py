"""Time to three paints of the starting window, against the first paint of a bare QMainWindow.

The window opens in stages, each painted before the next one is begun:

- `shell`: the empty window with its frame and a word that the data are being opened;
- `first_view`: the first paint in which the timeline shows the events of the bundled data, in the
  place where it stays, and answers; the places of map, filters and detail still say that they are
  being opened. The goal of 2.5 is held against this one;
- `whole_window`: every view has been painted: timeline, map, filters, detail, menus, buttons.

Each start is a process of its own, timed from its first line to its paint, as a person waits for
it. They are interleaved, so that whatever else keeps the machine busy is in all of them, and
each run's ratio is taken to the bare window before it; the median of these ratios is what counts.
Beside the time on the clock stands the processor's time, which another program disturbs less.

Modules are byte-compiled, as they are wherever the application is installed: the first round, which
does not count, fills a cache of its own.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from typing import Any, NamedTuple

RUNS = 7
GOALS = {"shell_to_bare_window": 1.3, "first_view_to_bare_window": 2.5}
"""`whole_window` has none: it is told so that the stages cannot hide what they put off."""

_BARE = """
import time; begin, work = time.perf_counter(), time.process_time()
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.perf_counter() - begin, time.process_time() - work, flush=True)
        application.exit()
window = Bare()
window.resize(1440, 900)
window.show()
application.exec()
"""
_OURS = """
import time; begin, work = time.perf_counter(), time.process_time()
from azkz_desktop.app.start import timed_start
def painted():
    print(time.perf_counter() - begin, time.process_time() - work, flush=True)
timed_start({stage!r}, painted)
"""
PROGRAMS = {
    "bare_window": _BARE,
    "shell": _OURS.format(stage="shell"),
    "first_view": _OURS.format(stage="first_view"),
    "whole_window": _OURS.format(stage="whole_window"),
}


class Took(NamedTuple):
    """Milliseconds to a paint: on the clock, and of the processor."""

    wall: float
    cpu: float


def _run(program: str, cache: str) -> Took:
    """How long *program* takes to its paint, as it says itself."""
    compiled = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=compiled | {"PYTHONPYCACHEPREFIX": cache},
    )
    wall, cpu = done.stdout.split()[:2]
    return Took(float(wall) * 1000, float(cpu) * 1000)


def _rounds(runs: int) -> list[dict[str, Took]]:
    """The programs in turn, *runs* times, after a round that only compiles."""
    with tempfile.TemporaryDirectory() as cache:
        rounds = [
            {name: _run(program, cache) for name, program in PROGRAMS.items()}
            for _ in range(runs + 1)
        ]
    return rounds[1:]


def _ratio(rounds: list[dict[str, Took]], name: str, clock: str) -> float:
    """The median of the rounds' ratios of *name* to the bare window."""
    found = [getattr(one[name], clock) / getattr(one["bare_window"], clock) for one in rounds]
    return round(float(statistics.median(found)), 2)


def measure(runs: str = str(RUNS)) -> dict[str, Any]:
    """Medians in ms and the ratios of one interleaved run."""
    rounds = _rounds(int(runs))

    def times(clock: str) -> dict[str, float]:
        return {
            name: round(statistics.median(getattr(one[name], clock) for one in rounds), 1)
            for name in PROGRAMS
        }

    def ratios(clock: str) -> dict[str, float]:
        return {
            f"{name}_to_bare_window": _ratio(rounds, name, clock)
            for name in PROGRAMS
            if name != "bare_window"
        }

    return {
        "benchmark": "start",
        "runs": int(runs),
        "times_ms": times("wall"),
        "cpu_ms": times("cpu"),
        "ratios": ratios("wall"),
        "cpu_ratios": ratios("cpu"),
        "goals": GOALS,
    }
