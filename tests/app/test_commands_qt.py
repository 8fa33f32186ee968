"""What the window's commands do: every action of the menus, and the ways in and out by file."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from azkz_desktop.app.files import WRITERS
from azkz_desktop.app.lettering import Present, TextSize, write_in
from azkz_desktop.app.pace import PACES
from azkz_desktop.app.window import MainWindow
from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.dates.days import ordinal
from azkz_desktop.export.embed import read_snapshot
from azkz_desktop.figures.panel import FiguresPanel
from azkz_desktop.panels.snapshot_dialog import SnapshotDialog
from azkz_desktop.view.codec import to_json
from azkz_desktop.view.state import Focus, Span, ViewState

VISIT = Focus("event", "nazarbayev-visit-to-azerbaijan-1")

FIRST = {
    "edit.redo": "edit.undo",
    "lane.up": "lane.down",
    "lane.earlier": "lane.later",
    "text.larger": "text.100",
}
"""What has nothing to do until another has been done."""


class Asked:
    """The dialogs that were opened; each is left as if by Escape."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.opened: list[str] = []
        self.path, self.kind = "", ""
        patch.setattr(QDialog, "exec", lambda dialog: self._note(type(dialog).__name__))
        patch.setattr(QMessageBox, "about", lambda *_: self._note("about"))
        for name in ("getSaveFileName", "getOpenFileName"):
            patch.setattr(QFileDialog, name, self._file(name))

    def _note(self, name: str) -> int:
        self.opened.append(name)
        return 0

    def _file(self, name: str) -> Callable[..., tuple[str, str]]:
        def ask(*_: object) -> tuple[str, str]:
            self._note(name)
            return self.path, self.kind

        return ask


@pytest.fixture(autouse=True)
def own_looks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Nobody's own size of text and colours are written over, the next test has normal text."""
    monkeypatch.setattr("azkz_desktop.app.shell.colours_file", lambda: tmp_path / "colours")
    monkeypatch.setattr("azkz_desktop.app.lettering._kept", lambda: tmp_path / "text-size")
    yield
    write_in(TextSize())


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    return Asked(monkeypatch)


def seen(window: MainWindow, asked: Asked) -> tuple[object, ...]:
    """All that an action can change."""
    store, beside = window.store, window.beside
    return (
        store.state,
        QGuiApplication.clipboard().text(),
        QApplication.focusWidget(),
        window.statusBar().currentMessage(),
        len(asked.opened),
        window.commands.player.playing,
        beside.questions is not None and beside.questions.isVisible(),
        window.isVisible(),
        Present.size,
        window.colours,
    )


def test_every_command_does_something(window: MainWindow, asked: Asked) -> None:
    """What only changes the view is looked at without a window."""
    store, idle = window.store, []
    by_id = {action.id: action for action in window.table}
    store.change(replace(store.state, focus=VISIT), "choose")
    for action in window.table:
        if not action.window or action.window == "close":
            continue
        store.change(replace(store.state, moment="1999-01-01"), "something to undo")
        if action.id in FIRST:
            window.run_action(by_id[FIRST[action.id]])
        window.filters.kinds.heading.setFocus()
        QGuiApplication.clipboard().setText("before")
        window.statusBar().clearMessage()
        before = seen(window, asked)
        window.run_action(action)
        if seen(window, asked) == before:
            idle.append(action.id)
        window.commands.player.stop()
    assert idle == []


@pytest.mark.parametrize("view", ["map", "timeline", "detail"])
def test_the_keyboard_goes_to_the_view_that_is_named(window: MainWindow, view: str) -> None:
    window.command(f"to_{view}")
    focus = QApplication.focusWidget()
    assert focus is not None
    named = getattr(window, view)
    assert focus is named or named.isAncestorOf(focus)


def test_playing_gets_slower_and_faster_within_bounds(window: MainWindow) -> None:
    player, bar = window.commands.player, window.topbar
    for _ in range(len(PACES) + 2):
        window.command("slower")
    assert player.pace == PACES[0]
    assert f"about {PACES[0]} s: 3.3 months a second" in window.statusBar().currentMessage()
    assert window.entries[f"go.pace.{PACES[0]}"].isChecked()
    assert bar.pace.text() == f"in {PACES[0]} s"
    for _ in range(len(PACES) + 2):
        window.command("faster")
    assert player.pace == PACES[-1]
    assert [one.isChecked() for one in bar.pace.menu().actions()[: len(PACES)]] == [
        pace == PACES[-1] for pace in PACES
    ]


def test_play_and_zoom_begin_with_the_years_of_a_filter_where_the_view_names_none(
    window: MainWindow,
) -> None:
    store, engine = window.store, window.timeline.layout_engine
    wanted = replace(store.state.filter, start="1997", end="2006")
    store.change(replace(store.state, filter=wanted, span=None), "filtered by a period")
    shown = engine.span(store.state)
    first, last = window.library.days
    assert shown.start > first
    assert shown.end < last
    assert window.commands.player.days_in_sight() == pytest.approx(shown.days, abs=1)
    window.entries["timeline.in"].trigger()
    closer = store.state.span
    assert closer is not None
    assert closer.days == pytest.approx(shown.days / 1.5)
    assert closer.start + closer.end == pytest.approx(shown.start + shown.end)


def test_a_linked_figure_shows_the_years_that_the_timeline_takes_from_a_filter(
    window: MainWindow, qtbot: QtBot
) -> None:
    store, engine = window.store, window.timeline.layout_engine
    wanted = replace(store.state.filter, start="2005", end="2007")
    linked = replace(store.state, filter=wanted, span=None, pane="figures", figure_linked=True)
    store.change(linked, "figures beside the timeline")
    figures = window.findChild(FiguresPanel)
    assert figures is not None
    qtbot.waitUntil(lambda: figures.plot is not None)
    assert figures.plot is not None
    shown = engine.span(store.state)
    assert figures.plot.days() == pytest.approx((shown.start, shown.end))


def test_zoom_to_what_is_chosen_shows_the_mark_of_each_event_that_is_open(
    window: MainWindow,
) -> None:
    store, navigator = window.store, window.timeline.navigator
    columns = window.library.columns
    is_open = (columns.start_earliest == NO_START) | (columns.end_latest == NO_END)
    for row in is_open.nonzero()[0].tolist():
        before = Span(ordinal("2000-01-01"), ordinal("2010-01-01"))
        focus = Focus("event", window.library.ids([row])[0])
        store.change(replace(store.state, span=before, focus=focus), "chosen")
        window.entries["timeline.focus"].trigger()
        shown = store.state.span
        assert shown is not None
        assert shown != before
        assert shown.start < navigator.day_of(row) < shown.end
        assert shown.days < 6_100


def test_what_has_no_date_is_said_to_have_none(window: MainWindow) -> None:
    store = window.store
    store.change(replace(store.state, focus=Focus("actor", "nobody")), "of no event")
    before = store.state.span
    window.entries["timeline.focus"].trigger()
    assert "has a day" in window.statusBar().currentMessage()
    assert store.state.span == before


@pytest.mark.parametrize("is_open", ["start", "end", "neither"])
def test_the_moment_goes_to_the_day_that_is_told_of_the_chosen_event(
    window: MainWindow, is_open: str
) -> None:
    store, columns = window.store, window.library.columns
    no_start, no_end = columns.start_earliest == NO_START, columns.end_latest == NO_END
    fits = {"start": no_start & ~no_end, "end": no_end & ~no_start, "neither": ~no_start & ~no_end}
    told = columns.end_latest if is_open == "start" else columns.start_earliest
    rows = fits[is_open].nonzero()[0].tolist()[:20]
    assert rows
    for row in rows:
        focus = Focus("event", window.library.ids([row])[0])
        store.change(replace(store.state, moment="1985-01-01", focus=focus), "chosen")
        window.entries["map.moment"].trigger()
        assert ordinal(store.state.moment) == told[row]
        assert window.statusBar().currentMessage() == ""


@pytest.mark.parametrize("focus", [Focus("actor", "kazakhstan"), VISIT])
def test_where_no_day_is_told_it_is_said_that_the_moment_stays(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, focus: Focus
) -> None:
    store = window.store
    store.change(replace(store.state, focus=focus), "chosen")
    found = window.library.dataset.event(VISIT.id)
    assert found is not None
    timeless = replace(found, start_earliest=None, end_latest=None)
    monkeypatch.setattr(window.library.dataset, "event", lambda _: timeless)
    before = store.history
    window.entries["map.moment"].trigger()
    assert store.history is before
    assert "the moment stays" in window.statusBar().currentMessage()


def test_of_one_day_it_is_said_that_there_is_nothing_to_play(window: MainWindow) -> None:
    day, player = ordinal("2008-11-03"), window.commands.player
    window.store.change(replace(window.store.state, span=Span(day, day + 1)), "one day")
    window.command("play")
    assert (player.playing, player.can_play) == (False, False)
    assert "nothing to play" in window.statusBar().currentMessage()
    window.store.change(replace(window.store.state, span=Span(day, day + 30)), "a month")
    window.command("play")
    assert (player.playing, player.can_play) == (True, True)
    assert "a day a second" in window.statusBar().currentMessage()
    player.stop()


def test_a_saved_view_that_is_opened_can_be_undone(
    window: MainWindow, asked: Asked, tmp_path: Path
) -> None:
    path, before = tmp_path / "mine.azkzview", window.store.state
    path.write_text(to_json(ViewState(focus=VISIT, pane="table")), encoding="ascii")
    asked.path = str(path)
    window.command("open")
    assert (window.store.state.focus, window.store.state.pane) == (VISIT, "table")
    window.command("undo")
    assert window.store.state == before


@pytest.mark.parametrize("text", ["{", "", '{"format": "azkz-view", "version": 999}'])
def test_a_file_that_is_no_view_is_refused_in_words(
    window: MainWindow, tmp_path: Path, text: str
) -> None:
    path, before = tmp_path / "broken.json", window.store.state
    path.write_text(text)
    window.commands.open_file(path)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.text() == "This file was not opened."
    assert "Nothing was changed." in box.informativeText()
    assert window.store.state == before
    box.close()


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_a_snapshot_is_written_as_it_was_ordered_and_opens_again(
    window: MainWindow, asked: Asked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    def order(dialog: QDialog) -> int:
        assert isinstance(dialog, SnapshotDialog)
        dialog.what.setCurrentIndex(dialog.what.findData("timeline"))
        dialog.ending.setCurrentIndex(dialog.ending.findData(ending))
        dialog.heading.setText("  Tankers  ")
        return 1

    monkeypatch.setattr(QDialog, "exec", order)
    asked.path = str(tmp_path / "mine")
    window.command("export_snapshot")
    written = tmp_path / f"mine.{ending}"
    assert read_snapshot(written).state == window.store.state
    assert str(written) in window.statusBar().currentMessage()
    if ending == "svg":
        assert ">Tankers<" in written.read_text(encoding="utf-8")


def test_without_a_file_nothing_is_written(
    window: MainWindow, asked: Asked, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in ("export_snapshot", "export_data", "open"):
        window.command(command)
    monkeypatch.setattr(QDialog, "exec", lambda _: 1)
    window.command("export_snapshot")  # a format, and then no file
    assert asked.opened == [
        "SnapshotDialog", "getSaveFileName", "getOpenFileName", "getSaveFileName",
    ]  # fmt: skip
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("typed", "kind", "written"),
    [
        ("e.csv", "CSV table (*.csv)", "e.csv"),
        ("e.JSON", "CSV table (*.csv)", "e.JSON"),
        ("e", "GeoJSON (*.geojson)", "e.geojson"),
        ("until 2.5.2005", "JSON (*.json)", "until 2.5.2005.json"),
        ("e", "", "e.csv"),
    ],
)
def test_data_are_written_with_the_ending_of_what_was_chosen(
    window: MainWindow, asked: Asked, tmp_path: Path, typed: str, kind: str, written: str
) -> None:
    asked.path, asked.kind = str(tmp_path / typed), kind
    window.command("export_data")
    assert [path.name for path in tmp_path.iterdir()] == [written]
    assert str(tmp_path / written) in window.statusBar().currentMessage()


@pytest.mark.parametrize("answer", ["Yes", "No"])
def test_a_file_that_the_ending_leads_to_is_replaced_only_if_one_says_so(
    window: MainWindow, asked: Asked, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str
) -> None:
    button = QMessageBox.StandardButton[answer]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: button)
    there = tmp_path / "e.csv"
    there.write_text("mine", encoding="utf-8")
    asked.path, asked.kind = str(tmp_path / "e"), "CSV table (*.csv)"
    window.command("export_data")
    assert (there.read_text(encoding="utf-8") == "mine") == (answer == "No")


def test_every_format_of_data_is_offered(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def ask(_window: object, _title: str, _name: str, kinds: str) -> tuple[str, str]:
        offered.extend(re.findall(r"[*]([.][a-z]+)", kinds))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window.command("export_data")
    assert offered == list(WRITERS)


def test_all_lanes_are_shown_as_by_the_menu_of_a_lane(window: MainWindow) -> None:
    store, navigator = window.store, window.timeline.navigator
    navigator.fold("energy")
    navigator.hide("trade")
    before = replace(store.state, lane_order=("trade",))
    store.change(before, "order")
    window.entries["lane.all"].trigger()
    shown = store.state
    assert shown == replace(before, folded_lanes=(), hidden_lanes=())
    store.undo()
    assert store.state == before
    navigator.show_lanes()
    assert store.state == shown


def test_lanes_are_left_alone_where_they_are_not_seen(window: MainWindow) -> None:
    for pane, seen in (("table", False), ("timeline", True)):
        window.store.change(replace(window.store.state, pane=pane), "Pane")
        QApplication.processEvents()
        assert window.entries["lane.hide"].isEnabled() == seen
