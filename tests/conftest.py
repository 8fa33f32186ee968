"""Databases that tests read: a small one made for them, and the bundled data compiled once."""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.gaps import GAPS
from tests.shown import PutUp, W

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from azkz_desktop.view.library import Library
    from azkz_desktop.view.store import Store

HERE = Path(__file__).parent

# Speed is measured in benchmarks/: no test fails because other processes were at work meanwhile.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def small_source() -> Path:
    """The source text of the small database: some twenty claims of every kind."""
    return HERE / "dataset" / "source"


@pytest.fixture(scope="session")
def small_db(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small database, compiled once; nobody may change it."""
    from azkz_desktop.dataset.compile import build

    path = tmp_path_factory.mktemp("small") / "small.db"
    build(small_source, path)
    return path


@pytest.fixture(scope="session")
def bundled_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """data/source as it stands, compiled once; nobody may change it."""
    from azkz_desktop.dataset.compile import build

    path = tmp_path_factory.mktemp("bundled") / "azkz.db"
    build(HERE.parent / "data" / "source", path)
    return path


@pytest.fixture(scope="session")
def library(bundled_db: Path) -> "Iterator[Library]":
    """The bundled data with what answers questions about them, for tests that only ask."""
    from azkz_desktop.view.library import Library

    made = Library(bundled_db)
    yield made
    made.dataset.close()


@pytest.fixture
def store(library: "Library") -> "Store":
    """A store of its own over the bundled data, showing the plain view."""
    return library.store()


@pytest.fixture
def put_up(qtbot: "QtBot") -> PutUp:
    """Shows a widget of its own for a test."""

    def show(widget: W, *size: int) -> W:
        qtbot.addWidget(widget)
        if size:
            widget.resize(*size)
        widget.show()
        return widget

    return show


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what nobody placed or dated; here, where it is known whichever tests are named."""
    reports = [one for of_kind in terminalreporter.stats.values() for one in of_kind]
    called = [one for one in reports if getattr(one, "when", "") == "call"]
    kept = [told for one in called for name, told in one.user_properties if name == GAPS]
    lines = list(chain.from_iterable(kept))
    if lines:
        terminalreporter.section("what the documents leave open")
        for line in lines:
            terminalreporter.write_line(line)
