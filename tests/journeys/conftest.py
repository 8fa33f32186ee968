"""A person at the desk: the real window on the bundled data, in a real window system."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from azkz_desktop.app import running, shell
from azkz_desktop.app.window import MainWindow
from azkz_desktop.dataset.bundled import database_path
from azkz_desktop.view.library import Library


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys are taken only where there is a window system (`make journeys`)."""
    if os.environ.get("QT_QPA_PLATFORM") == "xcb":
        return
    here = Path(__file__).parent
    skip = pytest.mark.skip(reason="a journey needs a real window: make journeys")
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(skip)


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(database_path())


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, library: Library) -> Iterator[MainWindow]:
    shell.application([])
    made = shell.window("light")
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.furnish(library, running.store_of(library, running.first_view(library)))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()
