"""From the start to a picture in hand: one person's first quarter of an hour."""

from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from azkz_desktop.app.window import MainWindow
from azkz_desktop.dates.days import iso, ordinal
from tests.journeys.hands import detail_words, drag_moment_to, spot_of, stroke_of, wheel


def route_dash(window: MainWindow, route_id: str) -> tuple[float, ...]:
    """The dashes with which the map draws a route now; empty: a solid line."""
    stroke = stroke_of(window, route_id)
    assert stroke is not None
    return stroke.pens[-1].dash


def test_from_the_start_to_a_picture_in_hand(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    store = window.store
    everything = len(store.selection)
    assert everything > 100

    # Filter to one actor and to 2004–2008.
    actors = window.filters.actors
    row = next(n for n, one in enumerate(actors.model.choices) if one.id == "kazakhstan")
    place = actors.view.visualRect(actors.model.index(row)).center()
    qtbot.mouseClick(actors.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClicks(window.filters.period.start, "2004")
    qtbot.keyClicks(window.filters.period.end, "2008")
    qtbot.keyClick(window.filters.period.end, Qt.Key.Key_Return)
    assert 0 < len(store.selection) < everything
    assert "Kazakhstan" in "".join(
        chip.text() for chip in window.chips.findChildren(type(window.chips.clear))
    )

    # Zoom with the wheel: the date under the pointer stays under it.
    timeline = window.timeline
    target = spot_of(window, "kazakh-oil-enters-btc")
    before = timeline.scale()
    day = before.day(target.x())
    wheel(timeline, target, 3)
    after = timeline.scale()
    assert after.end - after.start < (before.end - before.start) / 1.5
    assert abs(after.day(target.x()) - day) < (after.end - after.start) / after.width * 2

    # Click an event and read its sources.
    qtbot.mouseClick(
        timeline, Qt.MouseButton.LeftButton, pos=spot_of(window, "kazakh-oil-enters-btc")
    )
    assert store.state.focus is not None
    assert store.state.focus.id == "kazakh-oil-enters-btc"
    words = detail_words(window)
    assert "Kazakh oil enters" in words
    assert "Huseynov 2017" in words
    assert "¶" in words

    # Drag the moment and see a pipeline change on the map.
    close_up = store.state
    window.entries["timeline.all"].trigger()
    drag_moment_to(window, qtbot, "2007-06-15")
    assert abs(ordinal(store.state.moment) - ordinal("2007-06-15")) < 60
    assert route_dash(window, "baku-tbilisi-ceyhan") == ()
    at_work = store.state.moment
    drag_moment_to(window, qtbot, "2005-01-15")
    assert iso(ordinal(store.state.moment)) < at_work
    assert route_dash(window, "baku-tbilisi-ceyhan") != ()

    # Undo three times: each of the drags, and the wish to see the whole period.
    window.entries["edit.undo"].trigger()
    assert store.state.moment == at_work
    window.entries["edit.undo"].trigger()
    assert store.state.moment == close_up.moment
    assert store.state.span is None
    window.entries["edit.undo"].trigger()
    assert store.state == close_up

    # Export, and find the chosen event's title in the picture.
    picture = tmp_path / "timeline.svg"
    window.commands.write_snapshot(picture)
    qtbot.waitUntil(lambda: window.job_bar().job is None)
    (title,) = window.library.titles([window.library.row_of("kazakh-oil-enters-btc") or 0])
    texts = ElementTree.parse(picture).iter("{http://www.w3.org/2000/svg}text")
    assert title in " ".join("".join(text.itertext()) for text in texts)
