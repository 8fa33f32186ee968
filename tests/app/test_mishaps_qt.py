"""What goes wrong while the window is open is said in one sentence, and the window stays."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.app import mishaps
from azkz_desktop.app.mishaps import Mishaps, sentence_of
from azkz_desktop.dataset.errors import DatasetError

FILE = Path("some/file.db")

CUT_SHORT = """
import os, sys
from dataclasses import replace
from pathlib import Path
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from azkz_desktop.app import start
from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.view.state import Focus, Span

QStandardPaths.setTestModeEnabled(True)
path = Path(sys.argv[1])

def window():
    return next(one for one in QApplication.topLevelWidgets() if hasattr(one, "store"))

def told(stage):
    if stage == "whole_window":
        QTimer.singleShot(0, cut)

def cut():
    with path.open("r+b") as file:
        file.truncate(8192)
    store = window().store
    middle = 733_000.0
    store.change(replace(store.state, span=Span(middle, middle + 900)), "Zoom")
    store.change(replace(store.state, focus=Focus("event", sys.argv[2])), "Choose")
    QTimer.singleShot(1500, look)

def look():
    for box in window().findChildren(QMessageBox):
        print("BOX", box.text())
    window().timeline.grab()
    print("STANDING", window().isVisible())
    window().close()

opened = start.look_at_database(path)
wish = start.Wish(path, session=False)
sys.exit(start._shown(wish, opened, (1000, 700), "light", told))
"""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    monkeypatch.setattr(mishaps, "notes_path", lambda: tmp_path / "own" / "mishaps.txt")
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def heard(window: QWidget, *errors: BaseException) -> list[str]:
    """What is said of *errors*, in boxes that are closed at once."""
    one = Mishaps(window, FILE)
    for error in errors:
        tell(one, error)
        for box in window.findChildren(QMessageBox):
            box.close()
    return [box.text() for box in window.findChildren(QMessageBox)]


def tell(one: Mishaps, error: BaseException) -> None:
    """*error* as the hook of the system gets it, each kind from a place of its own."""
    try:
        exec(f"{'#' * len(type(error).__name__)}\n" * 3 + "raise error", {"error": error})  # noqa: S102
    except BaseException as caught:  # noqa: BLE001
        one.hear(type(caught), caught, caught.__traceback__)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (sqlite3.DatabaseError("malformed"), "file.db can no longer be read"),
        (sqlite3.OperationalError("disk I/O error"), "file.db can no longer be read"),
        (DatasetError("It is no database."), "It is no database."),
        (OSError(5, "Input/output error"), "file.db: Input/output error."),
        (OSError(28, "No space left", "a.svg"), "a.svg: No space left."),
        (ValueError("two\nlines"), "ValueError, two lines."),
        (OverflowError("too large"), "OverflowError, too large."),
        (MemoryError(), "not enough memory"),
        (ValueError("three"), "Something went wrong that should not: ValueError, three."),
        (AssertionError(), "Something went wrong that should not: AssertionError."),
    ],
)
def test_it_is_one_sentence(error: BaseException, sentence: str) -> None:
    said = sentence_of(error, FILE)
    assert sentence in said
    assert said.endswith(".")
    assert "\n" not in said


def test_each_thing_is_said_once(window: QWidget, capsys: pytest.CaptureFixture[str]) -> None:
    said = heard(window, ValueError("a"), ValueError("b"), TypeError("a"), ValueError("a"))
    assert len(said) == 2
    assert capsys.readouterr().err.count("\n") == 2
    assert window.isVisible()


def test_the_details_are_written_down(window: QWidget) -> None:
    heard(window, ValueError("first"))
    heard(window, ValueError("second"))
    notes = mishaps.notes_path().read_text("utf-8")
    assert notes.index("first") < notes.index("Traceback") < notes.index("second")


def test_what_is_written_down_does_not_grow_for_ever(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mishaps, "LONGEST", 2000)
    for number in range(30):
        heard(window, ValueError(f"number {number}"))
    notes = mishaps.notes_path().read_text("utf-8")
    assert len(notes) == 2000
    assert "number 29" in notes


def test_no_second_box_while_one_is_open(window: QWidget) -> None:
    one = Mishaps(window, FILE)
    tell(one, ValueError("a"))
    tell(one, TypeError("what follows from it"))
    assert [box.text() for box in window.findChildren(QMessageBox)] == [
        "Something went wrong that should not: ValueError, a."
    ]
    assert "what follows from it" in mishaps.notes_path().read_text("utf-8")


def test_it_is_said_where_the_terminal_is_closed_and_names_are_no_text(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Closed:
        def write(self, _: str) -> None:
            raise OSError("closed")

    monkeypatch.setattr(sys, "stderr", Closed())
    assert len(heard(window, ValueError("a\udcff.db"))) == 1
    assert "udcff" in mishaps.notes_path().read_text("utf-8")


def test_it_is_said_also_where_nothing_can_be_written(window: QWidget) -> None:
    mishaps.notes_path().parent.write_text("a file where a folder is to be")
    assert len(heard(window, ValueError("a"))) == 1


def test_who_breaks_off_in_the_terminal_closes_the_window(window: QWidget) -> None:
    assert heard(window, KeyboardInterrupt()) == []
    assert not window.isVisible()


def test_a_file_that_is_cut_short_under_an_open_window(bundled_db: Path, tmp_path: Path) -> None:
    """The real window in a process of its own: it stays, and says what happened."""
    path = tmp_path / "copy.db"
    shutil.copy(bundled_db, path)
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", CUT_SHORT, str(path), "nazarbayev-visit-to-azerbaijan-1"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | home,
        timeout=60,
    )
    assert "BOX copy.db is damaged and cannot be read." in done.stdout
    assert "STANDING True" in done.stdout
    assert "Traceback" not in done.stderr
    assert done.returncode == 0
