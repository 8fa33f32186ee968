"""Light, dark or as the desktop: chosen in the menu, seen at once, kept; nothing else is lost."""

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QTableView, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.app import furniture, running, shell, start
from azkz_desktop.app.colours import keep_colours
from azkz_desktop.app.window import MainWindow
from azkz_desktop.dataset.bundled import database_path
from azkz_desktop.painting.later import Later
from azkz_desktop.panels.style import palette
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import PANES
from azkz_desktop.view.tokens import DARK, LIGHT, Theme


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody's own choice is read or written, and the next test has the usual palette."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    yield
    QGuiApplication.setPalette(palette(LIGHT))


def choose(qtbot: QtBot, window: MainWindow, name: str, theme: Theme) -> None:
    window.entries[f"colours.{name}"].trigger()
    qtbot.waitUntil(lambda: window.theme == theme and hasattr(window, "detail"))
    qtbot.wait(20)
    assert window.map.settle()


def colours_of(window: MainWindow) -> set[str]:
    """The papers of all that is seen of *window*, as in its theme."""
    image = window.grab().toImage()
    step = 7
    seen = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), step)
        for y in range(0, image.height(), step)
    }
    return {one for theme in (LIGHT, DARK) for one in _papers(theme) if one in seen}


def _papers(theme: Theme) -> set[str]:
    return {QColor(one).name() for one in (theme.paper, theme.panel)}


def test_a_choice_is_seen_at_once_everywhere(qtbot: QtBot, window: MainWindow) -> None:
    assert colours_of(window) == _papers(LIGHT)
    choose(qtbot, window, "dark", DARK)
    assert colours_of(window) == _papers(DARK)
    assert QGuiApplication.palette().window().color() == QColor(DARK.panel)
    choose(qtbot, window, "light", LIGHT)
    assert colours_of(window) == _papers(LIGHT)


@pytest.mark.parametrize("pane", PANES)
def test_every_pane_has_them(qtbot: QtBot, window: MainWindow, pane: str) -> None:
    choose(qtbot, window, "dark", DARK)
    window.store.change(replace(window.store.state, pane=pane), "pane")
    qtbot.wait(300)
    assert colours_of(window) == _papers(DARK)


def test_while_the_window_opens_they_wait_for_its_last_view(qtbot: QtBot, library: Library) -> None:
    shell.application([])
    made = shell.window("light")
    qtbot.addWidget(made)
    made.library, made.store = library, running.store_of(library, running.first_view(library))
    steps = furniture.steps(made)
    for step in steps[:-2]:
        step.do()
    made.entries["colours.dark"].trigger()
    qtbot.wait(80)
    assert made.theme == LIGHT
    for step in steps[-2:]:
        step.do()
    qtbot.wait(80)
    assert made.theme == LIGHT  # the last one is still to be painted
    made.whole = True
    qtbot.waitUntil(lambda: made.theme == DARK)
    made.show()
    qtbot.wait(50)
    assert colours_of(made) == _papers(DARK)


def test_the_view_and_what_can_be_taken_back_stay(qtbot: QtBot, window: MainWindow) -> None:
    store = window.store
    first = store.state
    store.change(replace(first, filter=Filter(kinds=("visit",))), "Filter")
    store.change(replace(store.state, moment="2001-02-03"), "Move the moment")
    shown, history = store.state, store.history
    choose(qtbot, window, "dark", DARK)
    assert (window.store.state, window.store.history) == (shown, history)
    assert window.entries["edit.undo"].text() == "Undo: Move the moment"
    window.entries["edit.undo"].trigger()
    window.entries["edit.undo"].trigger()
    assert window.store.state == first
    assert store.state == shown  # the old one leads nowhere any more
    assert window.chips.isVisible()


@pytest.mark.parametrize(
    "of",
    [
        lambda window: window.timeline,
        lambda window: window.map,
        lambda window: window.filters.kinds.view,
        lambda window: window.filters.actors.view,
        lambda window: window.detail,
        lambda window: window.topbar.search,
        lambda window: window.panes._stack.currentWidget().focusProxy() or window.timeline,
    ],
    ids=["timeline", "map", "kinds", "actors", "detail", "search", "table"],
)
def test_the_keyboard_stays_where_it_was(
    qtbot: QtBot,
    window: MainWindow,
    of: Callable[[MainWindow], QWidget],
    request: pytest.FixtureRequest,
) -> None:
    if request.node.callspec.id == "table":
        window.store.change(replace(window.store.state, pane="table"), "pane")
        qtbot.waitUntil(lambda: isinstance(of(window), QTableView))
    with qtbot.waitActive(window):
        window.activateWindow()
    old = of(window)
    old.setFocus()
    assert window.focusWidget() is old
    choose(qtbot, window, "dark", DARK)
    assert of(window) is not old
    assert window.focusWidget() is of(window)
    with qtbot.waitActive(window):
        window.activateWindow()
    assert of(window).hasFocus()


def test_nothing_of_the_old_views_is_left(qtbot: QtBot, window: MainWindow) -> None:
    old = [weakref.ref(one) for one in (window.store, window.commands, window.timeline)]
    choose(qtbot, window, "dark", DARK)
    gc.collect()
    assert [one() for one in old] == [None, None, None]


def test_what_is_being_written_is_told_of_in_the_new_colours(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Later, "at_once", False)
    go_on = Event()
    monkeypatch.setattr("azkz_desktop.app.files.write_rows", lambda *_: go_on.wait(20))
    window.commands.write_data(tmp_path / "events.csv")
    choose(qtbot, window, "dark", DARK)
    go_on.set()
    qtbot.waitUntil(lambda: "events.csv" in window.statusBar().currentMessage())


def test_one_stays_in_the_lane_in_which_one_was(qtbot: QtBot, window: MainWindow) -> None:
    window.command("next_lane")
    window.command("next_lane")
    lane = window.timeline.current_lane()
    choose(qtbot, window, "dark", DARK)
    assert lane is not None
    assert window.timeline.current_lane() == lane


def test_the_entries_say_what_holds(qtbot: QtBot, window: MainWindow) -> None:
    assert window.entries["colours.light"].isChecked()
    old = window.menuBar()
    choose(qtbot, window, "dark", DARK)
    checked = [
        one for one in ("desktop", "light", "dark") if window.entries[f"colours.{one}"].isChecked()
    ]
    assert checked == ["dark"]
    assert window.menuBar() is not old


def test_the_choice_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    assert shell.kept_colours() == shell.DESKTOP
    choose(qtbot, window, "dark", DARK)
    assert shell.kept_colours() == "dark"
    assert shell.window(shell.kept_colours()).theme == DARK
    choose(qtbot, window, "desktop", shell.theme_named(shell.DESKTOP))
    assert shell.kept_colours() == shell.DESKTOP


def test_the_next_window_has_it_unless_others_are_asked_for(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    del window  # it gives the application its name, and so its folder
    keep_colours("dark")
    asked: list[str | None] = []

    def refused(name: str | None) -> MainWindow:
        asked.append(name)
        raise ValueError

    monkeypatch.setattr(shell, "window", refused)
    monkeypatch.setattr("gc.disable", lambda: None)
    opened = start.look_at_database(database_path())
    for theme in (None, "light"):
        with pytest.raises(ValueError):
            start._shown(start.Wish(Path()), opened, (900, 600), theme, asked.append, 100)
    assert asked == ["dark", "light"]
    assert shell.kept_colours() == "dark"


@pytest.mark.parametrize("text", ["", "green", "Dark", "\u0661"])
def test_nonsense_that_was_kept_is_as_the_desktop(window: MainWindow, text: str) -> None:
    del window  # it gives the application its name, and so its folder
    kept = shell.colours_file()
    kept.parent.mkdir(parents=True)
    kept.write_text(text, "utf-8")
    assert shell.kept_colours() == shell.DESKTOP


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file where a folder is to be")
    choose(qtbot, window, "dark", DARK)
    assert shell.kept_colours() == shell.DESKTOP
