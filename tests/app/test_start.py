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


def printed(code: str) -> list[str]:
    """The words that *code* prints in a process of its own."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        timeout=60,
    )
    return done.stdout.split()


def loaded(stage: str) -> set[str]:
    """The modules that are loaded when *stage* has been painted."""
    return set(printed(FIRST_VIEW.format(stage=stage)))


def test_the_shell_is_shown_before_anything_heavy_is_loaded() -> None:
    assert not loaded("shell") & {"numpy", "shapely", "azkz_desktop.view.library"}


@pytest.fixture(scope="module")
def at_first_view() -> set[str]:
    return loaded("first_view")


@pytest.fixture(scope="module")
def at_the_end() -> set[str]:
    return loaded("whole_window")


@pytest.mark.parametrize(
    "name",
    [
        "shapely",
        "difflib",
        "azkz_desktop.map.widget",
        "azkz_desktop.panels.filters",
        "azkz_desktop.panels.detail",
        "azkz_desktop.app.commands",
    ],
)
def test_the_timeline_is_shown_before_the_rest_is_loaded(
    at_first_view: set[str], at_the_end: set[str], name: str
) -> None:
    assert "azkz_desktop.timeline.widget" in at_first_view
    assert name not in at_first_view
    assert name in at_the_end or name == "difflib"


@pytest.mark.parametrize("name", ["numpy.ma", "pyqtgraph", "citeproc", "azkz_desktop.panels.table"])
def test_the_window_needs_nothing_of_what_comes_later(at_the_end: set[str], name: str) -> None:
    assert name not in at_the_end


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
    assert printed(code) == ["True", "True", "False"]


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
timed_start("whole_window", lambda: print(len(made)))
"""
    assert printed(code) == ["1"]


def test_no_source_is_looked_through_for_qts_other_names_while_the_window_opens() -> None:
    code = """
import builtins
plain = builtins.__import__
from azkz_desktop.app.start import timed_start
timed_start("first_view", lambda: print(builtins.__import__ is plain))
"""
    assert printed(code) == ["True"]


def test_no_enumerations_are_made_that_the_first_view_does_not_need() -> None:
    code = """
import enum
from azkz_desktop.app.start import timed_start
kinds = (enum.Enum, enum.Flag, enum.IntEnum, enum.IntFlag)
def painted():
    print(*(made.__qualname__ for kind in kinds for made in kind.__subclasses__()))
timed_start("first_view", painted)
"""
    made = set(printed(code))
    assert "Qt.Orientation" in made
    assert not made & {"QAccessible.Role", "QIODeviceBase.OpenModeFlag"}


def test_the_command_opens_the_window_before_anything_of_its_verbs_is_loaded() -> None:
    code = """
import sys
from azkz_desktop.app.cli import verb
verb("open")
print(*sys.modules)
"""
    found = set(printed(code))
    assert "azkz_desktop.app.cli_pictures" in found
    assert not found & {"numpy", "urllib.request", "azkz_desktop.export.data"}
    assert not {"azkz_desktop.app.cli_list", "azkz_desktop.dataset.read"} & found


def test_the_first_view_reads_the_numbers_of_the_series_that_it_shows_and_no_others() -> None:
    code = """
from azkz_desktop.app.start import timed_start
from azkz_desktop.dataset.read import Dataset
asked, all_series = [], Dataset.series
Dataset.series = lambda dataset: asked.append("all") or all_series(dataset)
timed_start("first_view", lambda: print("first", *asked))
"""
    assert printed(code) == ["first"]
