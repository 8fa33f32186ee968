"""Time to the first paint: the window's shell and its first view against a bare QMainWindow.

Each start is a process of its own, timed from its first line to its paint, as a person waits for
it; the three are interleaved, and the medians compared.
"""

import statistics
import subprocess
import sys
from typing import Any

RUNS = 7
GOALS = {"shell_to_bare_window": 1.3, "first_view_to_bare_window": 2.5}

_BARE = """
import time; begin = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
class Bare(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.perf_counter() - begin, flush=True)
        application.exit()
window = Bare()
window.resize(1440, 900)
window.show()
application.exec()
"""
_OURS = """
import time; begin = time.perf_counter()
from azkz_desktop.app.start import timed_start
timed_start({stage!r}, lambda: print(time.perf_counter() - begin, flush=True))
"""


def _seconds(program: str) -> float:
    """How long *program* takes to its paint, as it says itself."""
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return float(done.stdout.split()[0])


def measure(runs: str = str(RUNS)) -> dict[str, Any]:
    """Times in ms and the two ratios of one interleaved run."""
    programs = {
        "bare_window": _BARE,
        "shell": _OURS.format(stage="shell"),
        "first_view": _OURS.format(stage="first_view"),
    }
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(int(runs) + 1):
        for name, program in programs.items():
            times[name].append(_seconds(program) * 1000)
    medians = {name: statistics.median(found[1:]) for name, found in times.items()}
    return {
        "benchmark": "start",
        "runs": int(runs),
        "times_ms": {name: round(median, 1) for name, median in medians.items()},
        "ratios": {
            "shell_to_bare_window": round(medians["shell"] / medians["bare_window"], 2),
            "first_view_to_bare_window": round(medians["first_view"] / medians["bare_window"], 2),
        },
        "goals": GOALS,
    }
