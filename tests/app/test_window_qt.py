"""The whole window, offscreen: one view in all of its parts."""

import json
import socket
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from azkz_desktop.app import display, running, shell, start
from azkz_desktop.app.display import NoDisplayError
from azkz_desktop.app.shortcuts import ShortcutsDialog
from azkz_desktop.app.start import Wish, open_window
from azkz_desktop.app.window import MainWindow
from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.panels.palette import Palette
from azkz_desktop.panels.table import TablePanel
from azkz_desktop.query.errors import QueryError
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.codec import to_json
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus, ViewState
from azkz_desktop.view.tokens import LIGHT

VISIT = Focus("event", "nazarbayev-visit-to-azerbaijan-1")


def choose(window: MainWindow, focus: Focus) -> None:
    window.store.change(replace(window.store.state, focus=focus), "choose")


def test_the_first_view_is_ready_and_interesting(window: MainWindow) -> None:
    assert window.store.state.focus == running.OPENING
    assert len(window.store.selection) > 300
    assert len(window.timeline.marks().labels) >= 40
    assert "events" in window.shown.text()


def test_choosing_anywhere_shows_everywhere(window: MainWindow, library: Library) -> None:
    choose(window, VISIT)
    row = library.row_of(VISIT.id)
    assert window.timeline.chosen() == row
    rings = window.timeline.marks().rings
    assert [ring.row for ring in rings if ring.role == "chosen"] == [row]
    page = window.detail.widget()
    assert page is not None
    assert window.entries["edit.citation"].isEnabled()


def test_pointing_at_an_event_lights_it_up_on_timeline_and_map(
    window: MainWindow, library: Library
) -> None:
    row = library.row_of(VISIT.id)
    assert row is not None
    spots = window.timeline.marks().spots
    at = next(
        QPointF(x, y)
        for one, x, y in zip(spots.row.tolist(), spots.x, spots.y, strict=True)
        if window.timeline.hit_at(QPointF(x, y)).row == one != row
    )
    before, ground = window.store.state, window.map.grab().toImage()
    window.timeline.hand.hover(at)
    (pointed,) = window.store.pointed.rows
    assert pointed in [ring.row for ring in window.timeline.marks().rings]
    # On the map it has a ring if it has a place there.
    scene = window.map.scene()
    told = {row for one in scene.symbols for row in one.rows}
    told.update(row for one in scene.bubbles for row in one.rows)
    assert (window.map.grab().toImage() != ground) == (pointed in told)
    window.store.pointed.point((row,))
    assert window.map.grab().toImage() != ground
    window.store.pointed.point()
    assert window.map.grab().toImage() == ground
    assert window.store.state == before


def test_what_the_table_or_the_map_chooses_comes_into_sight_on_the_timeline(
    window: MainWindow, library: Library, qtbot: QtBot
) -> None:
    table = TablePanel(window.store, library, LIGHT)
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show()
    qtbot.waitUntil(lambda: len(table.model.rows) == len(window.store.selection))
    before = window.store.state
    assert before.span is not None
    columns = library.columns
    early = columns.end_latest < before.span.start - 400
    row = int(np.flatnonzero(early & (columns.start_earliest > 0))[-1])
    table.view.chosen.emit(table.model.place_of(row))
    focus = window.store.state.focus
    assert window.timeline.chosen() == row
    assert [ring.row for ring in window.timeline.marks().rings if ring.role == "chosen"] == [row]
    assert window.timeline.marks().away is None
    assert window.timeline.scale().span.days == before.span.days
    window.entries["edit.undo"].trigger()
    assert window.store.state == before
    window.map.choose(focus)
    assert window.timeline.marks().away is None
    assert window.store.state.span != before.span
    window.entries["edit.undo"].trigger()
    assert window.store.state == before


def test_undo_and_redo_are_named_in_the_menu(window: MainWindow) -> None:
    undo, redo = window.entries["edit.undo"], window.entries["edit.redo"]
    assert not undo.isEnabled()
    window.entries["lanes.actor"].trigger()
    assert undo.text() == "Undo: Lanes by actor"
    assert window.entries["lanes.actor"].isChecked()
    undo.trigger()
    assert window.store.state.lanes == "kind"
    assert redo.text() == "Redo: Lanes by actor"
    redo.trigger()
    assert window.store.state.lanes == "actor"


def test_next_and_previous_walk_through_what_is_shown(window: MainWindow, library: Library) -> None:
    state = replace(window.store.state, filter=Filter(kinds=("visit",)), focus=VISIT)
    window.store.change(state, "filter")
    rows = library.order.sorted(window.store.selection.rows).tolist()
    place = rows.index(library.row_of(VISIT.id))
    window.entries["go.next"].trigger()
    assert window.timeline.chosen() == rows[place + 1]
    window.entries["go.previous"].trigger()
    assert window.store.state.focus == VISIT


def test_the_palette_finds_things_and_commands(window: MainWindow, qtbot: QtBot) -> None:
    palette = Palette(window.commands.find, window.theme, window)
    qtbot.addWidget(palette)
    palette.field.setText("Назарбаев")  # QTest types Latin letters only
    assert palette.hits.item(0).text().startswith("Nursultan Nazarbayev")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.store.state.focus == Focus("actor", "nursultan-nazarbayev")
    palette.field.setText("lanes by theme")
    texts = [palette.hits.item(row).text() for row in range(palette.hits.count())]
    assert any(text.startswith("Lanes by theme") for text in texts)
    palette.field.setText("zzzzqqqq")
    assert palette.hits.count() == 0
    assert not palette.nothing.isHidden()


def test_the_citation_goes_to_the_clipboard(window: MainWindow) -> None:
    choose(window, Focus("document", "huseynov2017"))
    window.entries["edit.citation"].trigger()
    assert "Huseynov" in QGuiApplication.clipboard().text()
    assert "2017" in QGuiApplication.clipboard().text()


def test_show_on_map_brings_the_place_into_the_middle(window: MainWindow, library: Library) -> None:
    choose(window, VISIT)
    window.commands.show_on_map()
    baku = library.dataset.places()["baku"]
    assert (window.store.state.map.lon, window.store.state.map.lat) == (baku.lon, baku.lat)


def test_a_snapshot_opens_again_as_the_view_it_was(window: MainWindow, tmp_path: Path) -> None:
    choose(window, VISIT)
    wanted = window.store.state
    window.commands.write_snapshot(tmp_path / "t.svg")
    window.entries["lanes.place"].trigger()
    window.commands.open_file(tmp_path / "t.svg")
    assert window.store.state == wanted


def test_data_are_written_in_the_format_of_the_ending(window: MainWindow, tmp_path: Path) -> None:
    window.commands.write_data(tmp_path / "e.json")
    rows = json.loads((tmp_path / "e.json").read_text(encoding="utf-8"))
    assert len(rows) == len(window.store.selection)


@pytest.mark.parametrize("name", ["t.gif", "nowhere/t.svg"])
def test_what_cannot_be_written_is_said_and_changes_nothing(
    window: MainWindow, tmp_path: Path, name: str
) -> None:
    before = window.store.state
    window.commands.write_snapshot(tmp_path / name)
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "not written" in box.text()
    assert box.informativeText()
    box.close()
    assert window.store.state == before
    assert not list(tmp_path.iterdir())


def test_a_file_without_a_view_is_refused(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "notes.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    before = window.store.state
    window.commands.open_file(tmp_path / "notes.svg")
    assert window.findChild(QMessageBox) is not None
    assert window.store.state == before


def test_the_moment_plays_and_stops_by_itself(window: MainWindow, qtbot: QtBot) -> None:
    state = replace(window.store.state, moment="2023-06-01")
    window.store.change(state, "moment")
    window.commands.player.set_pace(8)
    window.entries["go.play"].trigger()
    assert window.commands.player.playing
    assert "Stop" in window.topbar.play.text()
    qtbot.waitUntil(lambda: not window.commands.player.playing, timeout=5000)
    assert window.store.state.moment > "2023-06-01"
    window.entries["edit.undo"].trigger()
    assert window.store.state.moment == "2023-06-01"


def test_every_shortcut_is_told(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(window.table, window)
    qtbot.addWidget(dialog)
    told = {child.text() for child in dialog.findChildren(type(window.shown))}
    assert {action.title for action in window.table if action.keys} <= told


def test_the_session_is_written_when_the_window_closes(
    qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from azkz_desktop.view.saved import SavedViews

    monkeypatch.setattr(running, "saved_views", lambda: SavedViews(tmp_path))
    shell.application([])
    made = shell.window("light")
    qtbot.addWidget(made)
    made.furnish(library, running.store_of(library, ViewState(focus=VISIT)))
    running.keep_session(made)
    made.close()
    kept = running.kept_session()
    assert kept is not None
    assert kept.state.focus == VISIT


def test_a_view_of_other_data_shows_what_it_can(library: Library) -> None:
    strange = ViewState(filter=Filter(actors=(("martians",),)), moment="1999-01-01")
    store = running.store_of(library, strange)
    assert store.state.filter == Filter()
    assert store.state.moment == "1999-01-01"


# Starting


def test_the_window_is_painted_to_a_file(qtbot: QtBot, bundled_db: Path, tmp_path: Path) -> None:
    out = tmp_path / "w.png"
    assert open_window(bundled_db, screenshot=out, size=(1200, 800), theme="dark") == 0
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1200, 800)
    assert image.pixelColor(5, 60).lightness() < 60


def test_a_saved_view_is_shown(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "mine.azkzview"
    path.write_text(to_json(ViewState(focus=VISIT)), encoding="ascii")
    wish = Wish(library.dataset.path, view=path, moment="2001")
    state = start.first_state(library, wish)
    assert (state.focus, state.moment) == (VISIT, "2001-01-01")


def test_an_event_that_is_none_is_said(library: Library) -> None:
    with pytest.raises(QueryError, match="no-such-event"):
        start.first_state(
            library, Wish(library.dataset.path, select="no-such-event", session=False)
        )


def test_a_foreign_file_is_refused_before_a_window_opens(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"no database at all")
    with pytest.raises(DatasetError):
        open_window(tmp_path / "x.db", screenshot=tmp_path / "w.png")
    assert not (tmp_path / "w.png").exists()


def test_without_a_display_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, bundled_db: Path
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(NoDisplayError, match="--screenshot"):
        open_window(bundled_db)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks X11 and Wayland")
def test_a_display_counts_only_where_it_answers(tmp_path: Path) -> None:
    assert not display.has_display({})
    assert not display.has_display({"DISPLAY": "nonsense"})
    assert not display.has_display({"DISPLAY": ":987"})
    where = {"WAYLAND_DISPLAY": "w-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not display.has_display(where)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "w-0"))
        server.listen()
        assert display.has_display(where)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks X11 and Wayland")
@pytest.mark.parametrize(
    ("named", "is_there"),
    [
        ("machine:0", True),
        ("machine:0.1", True),
        ("machine:", False),
        ("machine:x", False),
        ("machine:0.", False),
        ("machine:0.x", False),
        ("machine::0", False),
        ("machine", False),
        ("unix:987", False),
        (":987.0", False),
    ],
)
def test_anothers_display_is_taken_at_its_word_where_it_is_named_as_displays_are(
    named: str, is_there: bool
) -> None:
    assert display.has_display({"DISPLAY": named}) == is_there


def test_a_guided_question_sets_the_view_and_answers_beside_it(window: MainWindow) -> None:
    before = window.store.state
    window.entries["help.questions"].trigger()
    panel = window.beside.questions
    assert panel is not None
    assert panel.isVisible()
    panel.choices[0].click()
    assert window.store.state.question
    assert window.store.state != before
    assert len(panel.links) >= 5
    window.entries["edit.undo"].trigger()
    assert window.store.state == before
    assert not panel.isVisible()


@pytest.mark.parametrize("pane", ["table", "figures", "disagreements", "years", "timeline"])
def test_every_pane_opens_and_is_part_of_the_view(
    window: MainWindow, qtbot: QtBot, pane: str
) -> None:
    place = ["timeline", "table", "figures", "disagreements", "years"].index(pane)
    window.panes.tabs.setCurrentIndex(place)
    qtbot.wait(50)
    assert window.store.state.pane == pane
    window.store.undo()
    assert window.panes.tabs.currentIndex() == 0


def test_hints_are_put_away_for_good(
    qtbot: QtBot, library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from azkz_desktop.panels.hints import HintsBar

    monkeypatch.setattr(running, "_hints_mark", lambda: tmp_path / "below" / "mark")
    assert running.hints_wanted()
    shell.application([])
    made = shell.window("light")
    qtbot.addWidget(made)
    made.hints_wanted = running.hints_wanted()
    made.furnish(library, running.store_of(library, running.first_view(library)))
    made.show()
    bar = made.findChild(HintsBar)
    assert bar is not None
    bar.away.click()
    assert not bar.isVisible()
    assert not running.hints_wanted()
    made.close()
