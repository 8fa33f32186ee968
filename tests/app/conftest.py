"""The whole window over the bundled data, for the tests that look at it offscreen."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.settled import at_once

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from azkz_desktop.app.window import MainWindow
    from azkz_desktop.view.library import Library

__all__ = ["at_once"]


@pytest.fixture(autouse=True)
def usual_pace(monkeypatch: pytest.MonkeyPatch, tmp_path: "Path") -> None:
    """No test finds, or leaves, how fast somebody played the moment."""
    monkeypatch.setattr("azkz_desktop.app.pace._kept", lambda: tmp_path / "play-seconds")


@pytest.fixture
def window(qtbot: "QtBot", library: "Library") -> "Iterator[MainWindow]":
    """The window as it opens, at 1440 × 900, shown and painted."""
    from azkz_desktop.app import running, shell

    shell.application([])
    made = shell.window("light")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.furnish(library, running.store_of(library, running.first_view(library)))
    made.show()
    qtbot.wait(20)
    yield made
    made.close()
