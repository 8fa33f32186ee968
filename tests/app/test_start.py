"""The start keeps to what it needs: told of a fresh process by itself."""

import os
import subprocess
import sys

import pytest

FIRST_VIEW = """
import sys
from azkz_desktop.app.start import timed_start
timed_start({stage!r}, lambda: print(*sys.modules))
"""


def loaded(stage: str) -> set[str]:
    """The modules that are loaded when *stage* has been painted."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_VIEW.format(stage=stage)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        timeout=60,
    )
    return set(done.stdout.split())


def test_the_shell_is_shown_before_anything_heavy_is_loaded() -> None:
    assert not loaded("shell") & {"numpy", "shapely", "azkz_desktop.view.library"}


@pytest.mark.parametrize("name", ["numpy.ma", "pyqtgraph", "citeproc", "azkz_desktop.panels.table"])
def test_the_first_view_needs_nothing_of_what_comes_later(name: str) -> None:
    assert name not in loaded("first_view")


def test_imports_are_qts_own_again_once_the_view_is_there() -> None:
    code = """
from azkz_desktop.app import start
plain = start.builtins.__import__
import PySide6.QtCore
qts = start.builtins.__import__
with start.plain_imports():
    print(start.builtins.__import__ is plain)
print(start.builtins.__import__ is qts, qts is plain)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "False"]


def test_the_first_map_is_laid_out_once() -> None:
    """The guess of the legend's height holds for the opening view; another costs a second scene."""
    code = """
from azkz_desktop.app.start import timed_start
from azkz_desktop.map.layout import Layout
made, scene = [], Layout.scene
def counted(*given):
    made.append(given)
    return scene(*given)
Layout.scene = counted
timed_start("first_view", lambda: print(len(made)))
"""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.split() == ["1"]
