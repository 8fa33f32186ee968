"""The start in stages: the same window in the end, safe to touch, close and fail in between."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.app import colours, furniture, running, shell, start
from azkz_desktop.app.rooms import Rooms
from azkz_desktop.app.stages import Stages, Step
from azkz_desktop.app.start import WHOLE, Wish
from azkz_desktop.app.window import MainWindow
from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.panels.style import palette
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.codec import to_json
from azkz_desktop.view.library import Library
from azkz_desktop.view.saved import SavedViews
from azkz_desktop.view.state import Focus, ViewState
from azkz_desktop.view.tokens import DARK, LIGHT

VISIT = Focus("event", "nazarbayev-visit-to-azerbaijan-1")
STAGES = [
    *("first_view", "looked_through", "overview", "ground", "map_drawn", "map"),
    *("commands", "filters", "detail", WHOLE),
]
Begin = Callable[..., "Begun"]


class Begun:
    """A window that is being filled: what it has told, and what failed."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.told: list[str] = []
        self.failed: list[Exception] = []
        self.do: dict[str, Callable[[], None]] = {}

    def hear(self, stage: str) -> None:
        self.told.append(stage)
        self.do.get(stage, lambda: None)()


@pytest.fixture
def begin(qtbot: QtBot, bundled_db: Path) -> Iterator[Begin]:
    """Shows a window and begins to fill it; nothing of it has been done yet."""

    def begun(wish: Wish | None = None, **do: Callable[[MainWindow], None]) -> Begun:
        shell.application([])
        one = Begun(shell.window("light"))
        one.window.resize(1440, 900)
        one.do = {stage: partial(what, one.window) for stage, what in do.items()}
        qtbot.addWidget(one.window)
        with qtbot.waitExposed(one.window):
            one.window.show()
        opened = start.look_at_database(bundled_db)
        wish = wish or Wish(bundled_db, session=False)
        start.begin(one.window, wish, opened, one.hear, one.failed.append)
        return one

    yield begun


def whole(one: Begun) -> bool:
    assert not one.failed, one.failed[0]
    return WHOLE in one.told


def at_once(qtbot: QtBot, library: Library, state: ViewState | None = None) -> MainWindow:
    """The window as tests and pictures have it."""
    made = shell.window("light")
    made.resize(1440, 900)
    qtbot.addWidget(made)
    made.furnish(library, running.store_of(library, state or running.first_view(library)))
    made.show()
    qtbot.wait(20)
    return made


def place(window: MainWindow, widget: QWidget) -> QRect:
    """Where *widget* lies in the window."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def seen(qtbot: QtBot, window: MainWindow) -> QImage:
    """A picture of the window, with the frame about what has the keyboard."""
    with qtbot.waitActive(window):
        window.activateWindow()
    return window.grab().toImage()


def stops(qtbot: QtBot, window: MainWindow) -> list[str]:
    """What Tab reaches one after the other, from the search field on and back to it."""
    with qtbot.waitActive(window):
        window.activateWindow()
    found: list[QWidget] = [window.topbar.search]
    window.topbar.search.setFocus()
    while len(found) < 100:
        qtbot.keyClick(found[-1], Qt.Key.Key_Tab)
        one = window.focusWidget()
        if one is None or one is found[0]:
            break
        found.append(one)
    return [f"{type(one).__name__} {one.accessibleName()}" for one in found]


def test_every_stage_is_painted_before_the_next(qtbot: QtBot, begin: Begin) -> None:
    one = begin()
    qtbot.waitUntil(lambda: whole(one), timeout=10_000)
    assert one.told == STAGES
    assert not one.failed


def test_the_timeline_shows_its_events_first_and_stays_where_it_is(
    qtbot: QtBot, begin: Begin
) -> None:
    seen: list[tuple[QRect, int, bool]] = []

    def look(window: MainWindow) -> None:
        marks = window.timeline.marks()
        seen.append((place(window, window.timeline), len(marks.labels), hasattr(window, "map")))

    one = begin(first_view=look, whole_window=look)
    qtbot.waitUntil(lambda: whole(one), timeout=10_000)
    (first, labels, map_then), (last, labels_then, map_now) = seen
    assert first == last
    assert labels == labels_then >= 40
    assert (map_then, map_now) == (False, True)


@pytest.mark.parametrize(
    "state",
    [
        ViewState(filter=Filter(actors=(("kazakhstan",),), start="2000"), focus=VISIT),
        ViewState(pane="table", focus=VISIT),
    ],
    ids=["filtered", "table"],
)
def test_nothing_moves_whatever_view_is_opened(
    qtbot: QtBot, begin: Begin, bundled_db: Path, tmp_path: Path, state: ViewState
) -> None:
    saved = tmp_path / "mine.azkzview"
    saved.write_text(to_json(state), encoding="ascii")
    places: list[QRect] = []

    def look(window: MainWindow) -> None:
        places.append(place(window, window.panes))

    wish = Wish(bundled_db, view=saved, session=False)
    one = begin(wish, first_view=look, whole_window=look)
    qtbot.waitUntil(lambda: whole(one), timeout=10_000)
    assert places[0] == places[1]
    assert one.window.store.state.pane == state.pane


def test_step_by_step_ends_where_all_at_once_does(
    qtbot: QtBot, begin: Begin, library: Library
) -> None:
    one = begin()
    qtbot.waitUntil(lambda: whole(one), timeout=10_000)
    qtbot.wait(50)
    picture = seen(qtbot, one.window)
    other = at_once(qtbot, library)
    assert picture == seen(qtbot, other)
    for name in ("topbar", "filters", "chips", "map", "timeline", "overview", "detail"):
        pair = [getattr(window, name) for window in (one.window, other)]
        assert place(one.window, pair[0]) == place(other, pair[1]), name
    assert one.window.shown.text() == other.shown.text()
    assert stops(qtbot, one.window) == stops(qtbot, other)


def test_tab_leads_from_the_buttons_over_filters_and_views_to_the_detail(
    qtbot: QtBot, library: Library
) -> None:
    found = stops(qtbot, at_once(qtbot, library))
    wanted = ["Period from", "Kind", "Actor", "Map", "Timeline", "Overview", "Detail", "LinkLabel"]
    places = [next(n for n, one in enumerate(found) if name in one) for name in wanted]
    assert places == sorted(places)
    buttons = [one.startswith("QPushButton") for one in found]
    assert buttons.index(False) == places[0]
    assert len(set(places)) == len(wanted)


def test_an_event_that_is_chosen_early_is_shown_by_what_comes_later(
    qtbot: QtBot, begin: Begin
) -> None:
    def choose(window: MainWindow) -> None:
        window.store.change(replace(window.store.state, focus=VISIT), "choose")

    one = begin(first_view=choose)
    qtbot.waitUntil(lambda: whole(one), timeout=10_000)
    page = one.window.detail.page
    assert page is not None
    assert "Nazarbayev" in page.title
    assert one.window.entries["edit.undo"].text() == "Undo: choose"


def test_a_filter_that_is_set_early_holds_everywhere(qtbot: QtBot, begin: Begin) -> None:
    def narrow(window: MainWindow) -> None:
        state = replace(window.store.state, filter=Filter(kinds=("visit",)))
        window.store.change(state, "filter")

    one = begin(map=narrow)
    qtbot.waitUntil(lambda: whole(one), timeout=10_000)
    count = len(one.window.store.selection)
    assert str(count) in one.window.chips.count.text()
    assert one.window.shown.text().startswith(str(count))


@pytest.mark.parametrize("stage", ["commands", "filters"])
def test_other_colours_that_are_chosen_early_do_not_end_the_start(
    qtbot: QtBot, begin: Begin, stage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(colours, "keep_colours", lambda _: None)
    monkeypatch.setattr(colours, "SOON", 0)  # asked between any two turns of the start
    one = begin(**{stage: lambda window: window.command("colours", "dark")})
    qtbot.waitUntil(lambda: one.window.theme == DARK, timeout=10_000)
    QGuiApplication.setPalette(palette(LIGHT))
    assert whole(one)
    assert one.told == STAGES


@pytest.mark.parametrize("stage", STAGES[:-1])
def test_the_window_may_be_closed_at_any_stage(qtbot: QtBot, begin: Begin, stage: str) -> None:
    one = begin(**{stage: lambda window: bool(window.close())})
    qtbot.waitUntil(lambda: stage in one.told, timeout=10_000)
    qtbot.wait(60)
    assert one.told == STAGES[: STAGES.index(stage) + 1]
    assert not one.failed


def test_a_window_that_is_closed_early_keeps_its_session(
    qtbot: QtBot, begin: Begin, bundled_db: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(running, "saved_views", lambda: SavedViews(tmp_path))
    monkeypatch.setattr(running, "hints_wanted", lambda: True)

    def choose_and_close(window: MainWindow) -> None:
        window.store.change(replace(window.store.state, focus=VISIT), "choose")
        window.close()

    one = begin(Wish(bundled_db), first_view=choose_and_close)
    qtbot.waitUntil(lambda: bool(one.told), timeout=10_000)
    kept = SavedViews(tmp_path).read_session()
    assert kept is not None
    assert kept.state.focus == VISIT


def test_what_fails_in_the_middle_ends_the_start_with_its_sentence(
    qtbot: QtBot, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_window: MainWindow) -> QWidget:
        raise DatasetError("azkz.db is damaged and cannot be read.")

    monkeypatch.setattr(furniture, "_filters", broken)
    one = begin()
    qtbot.waitUntil(lambda: bool(one.failed), timeout=10_000)
    qtbot.wait(60)
    assert "damaged" in str(one.failed[0])
    assert one.told == STAGES[: STAGES.index("filters")]


def test_the_failure_leaves_the_loop_and_garbage_is_collected_again(
    qtbot: QtBot, bundled_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_window: MainWindow) -> QWidget:
        raise DatasetError("damaged")

    monkeypatch.setattr(furniture, "_map", broken)
    monkeypatch.setattr(QApplication, "exit", lambda *_: loop.append("left"))
    loop: list[str] = []

    def run(_application: QApplication) -> int:
        qtbot.waitUntil(lambda: bool(loop), timeout=10_000)
        return 1

    monkeypatch.setattr(QApplication, "exec", run)
    opened = start.look_at_database(bundled_db)
    wish = Wish(bundled_db, session=False)
    with pytest.raises(DatasetError, match="damaged"):
        start._shown(wish, opened, (1200, 800), "light", lambda _stage: None)
    assert gc.isenabled()
    for window in QApplication.topLevelWidgets():
        window.close()


def test_a_window_that_is_not_painted_is_filled_all_the_same(qtbot: QtBot) -> None:
    hidden = QLabel("never shown")
    told: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(hidden)
    window.show()
    Stages(window, [Step("one", lambda: hidden)], told.append, lambda _: None).next()
    qtbot.waitUntil(lambda: told == ["one", WHOLE], timeout=3000)


def test_places_say_what_is_being_opened(qtbot: QtBot) -> None:
    shell.application([])
    rooms = Rooms(1440, QLabel("panes"))
    qtbot.addWidget(rooms)
    words = {label.text() for label in rooms.findChildren(QLabel)}
    assert {"Opening the map…", "Opening the filters…", "Opening the detail…"} <= words
    rooms.put("map", QLabel("a map"))
    rooms.show()
    qtbot.wait(10)
    words = {label.text() for label in rooms.findChildren(QLabel)}
    assert "a map" in words
    assert "Opening the map…" not in words


def test_damage_that_is_found_late_ends_the_start_with_the_same_sentence(
    qtbot: QtBot, bundled_db: Path, tmp_path: Path
) -> None:
    """What the header does not tell is found once the timeline is there."""
    broken = tmp_path / "broken.db"
    content = bytearray(bundled_db.read_bytes())
    page = int.from_bytes(content[16:18], "big")
    last = len(content) - page
    content[last : last + 12] = bytes(12)  # the head of a page: neither leaf nor branch
    broken.write_bytes(content)
    shell.application([])
    window = shell.window("light")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    failed: list[Exception] = []
    told: list[str] = []
    opened = start.look_at_database(broken)
    start.begin(window, Wish(broken, session=False), opened, told.append, failed.append)
    qtbot.waitUntil(lambda: bool(failed), timeout=10_000)
    assert isinstance(failed[0], DatasetError)
    assert "broken.db is damaged" in str(failed[0])
    assert "map" not in told


def test_a_command_that_is_asked_for_too_early_does_nothing(qtbot: QtBot, begin: Begin) -> None:
    one = begin(first_view=lambda window: window.command("next_event"))
    qtbot.waitUntil(lambda: whole(one), timeout=10_000)
    before = one.window.store.state.focus
    one.window.command("next_event")
    assert one.window.store.state.focus != before


def test_a_view_takes_its_place_without_a_jump(qtbot: QtBot) -> None:
    """Even where the layout is made anew before the event loop shows what was put."""
    rooms = Rooms(1440, QLabel("panes"))
    qtbot.addWidget(rooms)
    rooms.resize(1440, 800)
    rooms.show()
    map_ = QLabel("a map")
    rooms.put("map", map_)
    QApplication.processEvents()
    high = map_.height()
    bar = QLabel("a bar")
    bar.setFixedHeight(rooms._kept["chips"].height())
    rooms.put("chips", bar)
    around = bar.parentWidget()
    assert around is not None
    layout = around.layout()
    assert layout is not None
    layout.activate()
    assert map_.height() == high
