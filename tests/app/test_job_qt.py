"""Long work beside the window: told how far it is, given up at will, nothing half-written."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from azkz_desktop.app import job as job_module
from azkz_desktop.app import shell, start
from azkz_desktop.app.job import GivenUp, Job, JobBar, Tell
from azkz_desktop.app.start import WHOLE, Wish
from azkz_desktop.app.window import MainWindow
from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.dataset.open import open_database
from azkz_desktop.export import snapshot
from azkz_desktop.export.embed import read_snapshot
from azkz_desktop.export.page import paint_page
from azkz_desktop.painting.later import Later
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.library import Library


@pytest.fixture(autouse=True)
def beside(at_once: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here it is the thread that is looked at."""
    del at_once
    monkeypatch.setattr(Later, "at_once", False)


class Gate:
    """Work in a hundred parts that stops at *hold* until it is let through."""

    def __init__(self, hold: int = 40) -> None:
        self.open, self.reached = threading.Event(), threading.Event()
        self.hold, self.parts = hold, 0

    def work(self, tell: Tell) -> None:
        for part in range(100):
            tell(part)
            self.parts = part
            if part == self.hold:
                self.reached.set()
                assert self.open.wait(5)


def over(qtbot: QtBot, root: QObject) -> None:
    """Wait until no job at *root* is at work and none is looked at any more: all is told."""
    jobs = [root] if isinstance(root, Job) else root.findChildren(Job)
    timers = [timer for job in jobs for timer in job.findChildren(QTimer)]
    start._await_jobs()
    qtbot.waitUntil(lambda: not any(isValid(one) and one.isActive() for one in timers))
    assert jobs


def test_the_end_is_told_and_the_way_there(qtbot: QtBot) -> None:
    gate = Gate()
    job = Job(gate.work)
    told: list[int] = []
    job.progressed.connect(told.append)
    with qtbot.waitSignal(job.finished, timeout=5000):
        job.start()
        qtbot.waitUntil(lambda: 40 in told, timeout=5000)
        gate.open.set()
    assert told[-1] == 99
    assert not job.running


def test_what_is_given_up_stops_and_says_nothing(qtbot: QtBot) -> None:
    gate = Gate()
    job = Job(gate.work)
    heard: list[str] = []
    job.finished.connect(lambda: heard.append("finished"))
    job.failed.connect(lambda _: heard.append("failed"))
    job.start()
    qtbot.waitUntil(gate.reached.is_set)
    job.give_up()
    gate.open.set()
    over(qtbot, job)
    assert gate.parts == 40
    assert heard == []


def test_what_fails_is_told(qtbot: QtBot) -> None:
    def broken(_tell: Tell) -> None:
        raise OSError("no room")

    job = Job(broken)
    with qtbot.waitSignal(job.failed, timeout=5000) as heard:
        job.start()
    assert heard.args is not None
    assert str(heard.args[0]) == "no room"


def test_short_work_shows_nothing_and_long_work_can_be_cancelled(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    after_a_while: list[Callable[[], None]] = []

    class Noted(QTimer):
        @staticmethod
        def singleShot(_after: int, _of: QObject, do: Callable[[], None]) -> None:  # type: ignore[override]  # noqa: N802
            after_a_while.append(do)

    monkeypatch.setattr(job_module, "QTimer", Noted)
    bar = JobBar()
    qtbot.addWidget(bar)
    short = Job(lambda tell: tell(1))
    with qtbot.waitSignal(short.finished, timeout=5000):
        bar.run("Short", short, 1)
    after_a_while.pop()()
    assert not bar.isVisible()
    gate = Gate()
    bar.run("Long", Job(gate.work, bar), 100)
    assert not bar.isVisible()
    after_a_while.pop()()
    assert bar.isVisible()
    qtbot.waitUntil(lambda: bar.bar.value() == 40, timeout=5000)
    assert bar.words.text() == "Long"
    bar.stop.click()
    gate.open.set()
    assert not bar.isVisible()
    assert bar.job is None


def test_what_waits_comes_after_what_is_cancelled(qtbot: QtBot) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    gates = [Gate(), Gate()]
    for name, gate in zip(("First", "Second"), gates, strict=True):
        bar.run(name, Job(gate.work, bar), 100)
    qtbot.waitUntil(bar.isVisible, timeout=5000)
    assert bar.words.text() == "First  ·  1 more waiting"
    assert not gates[1].reached.is_set()
    bar.stop.click()
    assert bar.isVisible()  # it does not go and come
    assert bar.words.text() == "Second"
    assert not gates[1].reached.wait(0.2)  # the thread of the first one is still at work
    gates[0].open.set()
    qtbot.waitUntil(gates[1].reached.is_set, timeout=5000)
    gates[1].open.set()
    qtbot.waitUntil(lambda: bar.job is None, timeout=5000)
    assert not bar.isVisible()
    assert (gates[0].parts, gates[1].parts) == (40, 99)


def test_what_waits_is_not_begun_once_the_window_goes(qtbot: QtBot) -> None:
    bar = JobBar()
    qtbot.addWidget(bar)
    gates = [Gate(), Gate()]
    for gate in gates:
        bar.run("One", Job(gate.work, bar), 100)
    bar.leave()
    gates[0].open.set()
    over(qtbot, bar)
    assert bar.job is None
    assert gates[0].parts == 99
    assert not gates[1].reached.is_set()


# Exporting


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Thread]:
    """The threads in which snapshots have been painted."""
    found: list[Thread] = []

    def noted(*given: Any) -> None:
        found.append(threading.current_thread())
        paint_page(*given)

    monkeypatch.setattr(snapshot, "paint_page", noted)
    return found


def test_an_export_leaves_the_window_alive_and_says_when_it_is_done(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.commands.write_data(tmp_path / "e.csv")
    assert window.job_bar().job is not None
    qtbot.waitUntil(lambda: window.job_bar().job is None, timeout=20_000)
    lines = (tmp_path / "e.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(window.store.selection) + 1
    assert "Data written" in window.statusBar().currentMessage()


def test_a_second_export_is_written_after_the_first_as_it_was_asked_for(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    count = len(window.store.selection)
    window.commands.write_data(tmp_path / "first.csv")
    window.commands.write_data(tmp_path / "nowhere" / "second.csv")  # it fails
    window.commands.write_data(tmp_path / "third.csv")
    assert window.job_bar().words.text().endswith("2 more waiting")
    summits = Filter(kinds=("summit",))
    window.store.change(replace(window.store.state, filter=summits), "filter")
    qtbot.waitUntil(lambda: window.job_bar().job is None, timeout=20_000)
    for name in ("first.csv", "third.csv"):
        lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
        assert len(lines) == count + 1
    box = window.findChild(QMessageBox)
    assert box is not None
    box.close()


def test_an_export_that_is_given_up_writes_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from azkz_desktop.app import exporting

    reached, go_on = threading.Event(), threading.Event()
    counted = exporting.counted

    def held(tell: Tell, events: object) -> object:
        for place, event in enumerate(counted(tell, events)):  # type: ignore[arg-type]
            if place == 10:
                reached.set()
                assert go_on.wait(5)
            yield event

    monkeypatch.setattr(exporting, "counted", held)
    window.commands.write_data(tmp_path / "e.json")
    given_up(qtbot, window, reached, go_on)
    assert not list(tmp_path.iterdir())


def test_an_export_that_fails_says_why(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.commands.write_data(tmp_path / "nowhere" / "e.csv")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=20_000)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "not written" in box.text()
    box.close()


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_a_snapshot_is_painted_beside_the_window_as_it_was_asked_for(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, painted: list[Thread], ending: str
) -> None:
    path, wanted = tmp_path / f"t.{ending}", window.store.state
    window.commands.write_snapshot(path)
    job = window.job_bar().job
    assert job is not None
    window.store.change(replace(wanted, filter=Filter(kinds=("summit",))), "filter")
    qtbot.waitUntil(lambda: window.job_bar().job is None, timeout=20_000)
    assert read_snapshot(path).state == wanted
    assert f"Snapshot written: {path}" in window.statusBar().currentMessage()
    assert threading.main_thread() not in painted
    assert len(painted) == 1


def test_a_snapshot_that_fails_says_why(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.commands.write_snapshot(tmp_path / "nowhere" / "t.svg")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None, timeout=20_000)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "The snapshot was not written."
    box.close()


def given_up(
    qtbot: QtBot, window: MainWindow, reached: threading.Event, go_on: threading.Event
) -> None:
    """Give up what the window writes once it has *reached* its place, and let it *go on*."""
    job = window.job_bar().job
    assert job is not None
    qtbot.waitUntil(reached.is_set, timeout=20_000)
    window.job_bar().stop.click()
    go_on.set()
    over(qtbot, job)
    assert window.findChild(QMessageBox) is None


def held_picture(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, threading.Event]:
    """Snapshots set the first event once they are painted, and go on with the second."""
    reached, go_on = threading.Event(), threading.Event()

    def held(*_given: object, **_named: object) -> bytes:
        reached.set()
        assert go_on.wait(5)
        return b"a picture"

    monkeypatch.setattr(snapshot, "picture_of_view", held)
    return reached, go_on


def test_a_snapshot_that_is_given_up_writes_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = held_picture(monkeypatch)
    window.commands.write_snapshot(tmp_path / "t.svg")
    given_up(qtbot, window, reached, go_on)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["t.svg", "e.csv"])
def test_what_is_given_up_on_its_way_to_the_disk_leaves_the_old_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    reached, go_on = threading.Event(), threading.Event()

    def slow(_file: int) -> None:
        reached.set()
        assert go_on.wait(5)

    monkeypatch.setattr("os.fsync", slow)
    (tmp_path / name).write_text("old")
    write = {"t": window.commands.write_snapshot, "e": window.commands.write_data}[name[0]]
    write(tmp_path / name)
    given_up(qtbot, window, reached, go_on)
    assert (tmp_path / name).read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_nothing_is_left_of_what_was_written_or_given_up(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    for name in ("a.csv", "b.csv", "nowhere/c.csv"):
        window.commands.write_data(tmp_path / name)
        if name == "a.csv":
            window.job_bar().stop.click()
    assert window.findChildren(Job)
    qtbot.waitUntil(lambda: not window.findChildren(Job), timeout=20_000)
    assert [one.name for one in tmp_path.iterdir()] == ["b.csv"]
    box = window.findChild(QMessageBox)
    assert box is not None
    box.close()


def test_a_snapshot_is_written_though_the_window_is_closed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = held_picture(monkeypatch)
    window.commands.write_snapshot(tmp_path / "t.svg")
    window.commands.write_snapshot(tmp_path / "waits.svg")
    qtbot.waitUntil(reached.is_set, timeout=5000)
    window.close()
    go_on.set()
    start._await_jobs()
    assert (tmp_path / "t.svg").read_bytes() == b"a picture"
    assert len(list(tmp_path.iterdir())) == 1
    assert not Job.left


def test_data_are_written_though_the_window_is_closed(window: MainWindow, tmp_path: Path) -> None:
    window.commands.write_data(tmp_path / "e.csv")
    window.close()
    start._await_jobs()
    lines = (tmp_path / "e.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(window.store.selection) + 1


def test_what_fails_after_the_window_is_closed_is_noted(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    notes = tmp_path / "notes" / "mishaps.txt"
    monkeypatch.setattr("azkz_desktop.app.mishaps.notes_path", lambda: notes)
    reached, go_on = held_picture(monkeypatch)
    window.commands.write_snapshot(tmp_path / "nowhere" / "t.svg")
    qtbot.waitUntil(reached.is_set, timeout=5000)
    window.close()
    go_on.set()
    start._await_jobs()
    why = "was not written: its folder does not exist."
    assert why in capsys.readouterr().err
    assert why in notes.read_text(encoding="utf-8")


# Opening a large file


def opening(
    qtbot: QtBot, database: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[MainWindow, list[str], list[Exception]]:
    """A window that reads *database* as if it were large."""
    monkeypatch.setattr(start, "LARGE", 0)
    shell.application([])
    made = shell.window("light")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    told: list[str] = []
    failed: list[Exception] = []
    opened = start.look_at_database(database)
    start.begin(made, Wish(database, session=False), opened, told.append, failed.append)
    return made, told, failed


def test_a_large_file_is_opened_beside_the_window(
    qtbot: QtBot, bundled_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, told, failed = opening(qtbot, bundled_db, monkeypatch)
    words = [label.text() for label in made.findChildren(QLabel)]
    assert any(word.startswith("Opening ") and word.endswith("events…") for word in words)
    qtbot.waitUntil(lambda: WHOLE in told, timeout=20_000)
    assert not failed
    assert len(made.store.selection) > 300
    assert made.library.titles([0])


def test_opening_can_be_cancelled(
    qtbot: QtBot, bundled_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from azkz_desktop.app import opening as module

    reached, go_on = threading.Event(), threading.Event()

    def held(*given: object) -> object:
        reached.set()
        assert go_on.wait(5)
        return Library(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "Library", held)
    made, told, failed = opening(qtbot, bundled_db, monkeypatch)
    qtbot.waitUntil(reached.is_set, timeout=5000)
    (cancel,) = [one for one in made.findChildren(QPushButton) if one.text() == "Cancel"]
    cancel.click()
    assert not made.isVisible()
    go_on.set()
    over(qtbot, made)
    assert (told, failed) == ([], [])


def test_a_query_that_is_given_up_ends(bundled_db: Path) -> None:
    opened = start.look_at_database(bundled_db)
    opened.guard.give_up()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with pytest.raises(Exception, match="interrupted"):
        opened.connection.execute(endless).fetchone()
    opened.connection.close()
    open_database(bundled_db).close()


def test_what_is_wrong_with_a_large_file_is_said(
    qtbot: QtBot, bundled_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from azkz_desktop.app import opening as module

    def broken(*_given: object) -> object:
        raise DatasetError("azkz.db is damaged and cannot be read.")

    monkeypatch.setattr(module, "Library", broken)
    _, told, failed = opening(qtbot, bundled_db, monkeypatch)
    qtbot.waitUntil(lambda: bool(failed), timeout=5000)
    assert isinstance(failed[0], DatasetError)
    assert told == []


def test_giving_up_is_no_error() -> None:
    assert not issubclass(GivenUp, OSError | ValueError)
