"""The widget: it draws what the store holds and asks the store for changes."""

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QRegion, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from azkz_desktop.map import making
from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.making import OVERSIZE
from azkz_desktop.map.marks import Bubble, Ref, Scene
from azkz_desktop.map.overlay import in_degrees, rings_about
from azkz_desktop.map.widget import MapWidget
from azkz_desktop.view.state import Focus, MapWindow, ViewState
from azkz_desktop.view.store import Store
from azkz_desktop.view.tokens import DARK, LIGHT
from tests.map.made import MadeSource, store

VIEW = ViewState(map=MapWindow(48.5, 42.0, 1400), moment="2010-01-01")


@pytest.fixture
def widget(qtbot: QtBot, basemap: Basemap) -> MapWidget:
    made = MapWidget(store(VIEW), MadeSource(), LIGHT, basemap=basemap)
    qtbot.addWidget(made)
    made.resize(800, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shot(widget: MapWidget) -> QImage:
    widget.settle()
    return widget.grab().toImage()


def wheel(widget: MapWidget, x: float, y: float, turn: int) -> None:
    at = QPointF(x, y)
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def corner(widget: MapWidget) -> tuple[float, float]:
    """Where the scene's first pixel lies on the widget."""
    place = widget._stage.place(widget.settle(), widget.camera())
    return place.left(), place.top()


def spot_of(widget: MapWidget, ref: Ref) -> QPoint:
    """A point of the widget where a route or a symbol of *ref* lies."""
    dx, dy = corner(widget)
    for symbol in widget.scene().symbols:
        if symbol.ref == ref:
            return QPoint(round(symbol.x + dx), round(symbol.y + dy))
    for stroke in widget.scene().strokes:
        if stroke.ref == ref:
            for x, y in stroke.lines[0]:
                inside = 60 < x + dx < 700 and 80 < y + dy < 380
                if inside and widget.at(QPointF(x + dx, y + dy)).refs[:1] == (ref,):
                    return QPoint(round(x + dx), round(y + dy))
    raise AssertionError(ref)


def test_the_wheel_zooms_around_the_pointer(widget: MapWidget) -> None:
    before = widget.camera().lonlat(200, 150)
    wheel(widget, 200, 150, 120)
    assert widget.store.state.map.width_km == pytest.approx(1400 / 1.25)
    assert widget.camera().lonlat(200, 150) == pytest.approx(before, abs=1e-6)
    wheel(widget, 200, 150, -120)
    assert widget.store.state.map.width_km == pytest.approx(1400)


def test_dragging_moves_the_ground_and_counts_as_one_step(widget: MapWidget, qtbot: QtBot) -> None:
    held = widget.camera().lonlat(400, 200)
    qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
    for step in range(1, 6):
        qtbot.mouseMove(widget, QPoint(400 + 12 * step, 200 + 6 * step))
    qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(460, 230))
    assert widget.camera().lonlat(460, 230) == pytest.approx(held, abs=1e-6)
    assert widget.store.state.focus is None  # a drag is no click
    widget.store.undo()
    assert widget.store.state.map == VIEW.map


def test_each_drag_is_a_step_back_of_its_own(widget: MapWidget, qtbot: QtBot) -> None:
    seen = []
    for by in (40, -70):
        seen.append(widget.store.state.map)
        qtbot.mousePress(widget, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))
        qtbot.mouseMove(widget, QPoint(400 + by, 200))
        qtbot.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(400 + by, 200))
    while seen:
        widget.store.undo()
        assert widget.store.state.map == seen.pop()


@pytest.mark.parametrize(
    ("key", "east", "north"),
    [
        (Qt.Key.Key_Right, 1, 0),
        (Qt.Key.Key_Left, -1, 0),
        (Qt.Key.Key_Up, 0, 1),
        (Qt.Key.Key_Down, 0, -1),
    ],
)
def test_arrows_move_the_view(
    widget: MapWidget, qtbot: QtBot, key: Qt.Key, east: int, north: int
) -> None:
    before = widget.camera()
    qtbot.keyClick(widget, key)
    after = widget.camera()
    assert (after.x - before.x) / after.scale == pytest.approx(80 * east, abs=0.01)
    assert (after.y - before.y) / after.scale == pytest.approx(80 * north, abs=0.01)


def test_keys_zoom_and_come_home(widget: MapWidget, qtbot: QtBot) -> None:
    qtbot.keyClick(widget, Qt.Key.Key_Plus)
    assert widget.store.state.map.width_km == pytest.approx(1000)
    qtbot.keyClick(widget, Qt.Key.Key_Minus)
    qtbot.keyClick(widget, Qt.Key.Key_Home)
    assert widget.store.state.map == MapWindow()
    before = widget.store.state
    qtbot.keyClick(widget, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert widget.store.state is before  # other keys belong to others


def test_a_click_chooses_a_route_and_escape_lets_go(widget: MapWidget, qtbot: QtBot) -> None:
    qtbot.mouseClick(
        widget, Qt.MouseButton.LeftButton, pos=spot_of(widget, Ref("boundary", "line-a"))
    )
    assert widget.store.state.focus == Focus("boundary", "line-a")
    qtbot.keyClick(widget, Qt.Key.Key_Escape)
    assert widget.store.state.focus is None


def test_a_click_on_water_changes_nothing(widget: MapWidget, qtbot: QtBot) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(560, 330))
    assert widget.store.state.focus is None


def test_a_click_on_a_place_of_several_events_chooses_the_place(
    widget: MapWidget, qtbot: QtBot
) -> None:
    dx, dy = corner(widget)
    baku = next(b for b in widget.scene().bubbles if b.places[0] == "baku")
    spot = QPoint(round(baku.x + dx), round(baku.y + dy))
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)
    assert widget.store.state.focus == Focus("place", "baku")


def test_a_click_on_an_event_chooses_it(widget: MapWidget, qtbot: QtBot) -> None:
    widget.show_window(MapWindow(49.9, 40.4, 200), "Zoom")
    scene = widget.scene()
    dx, dy = corner(widget)
    symbol = next(s for s in scene.symbols if s.rows == (2,))
    spot = QPoint(round(symbol.x + dx), round(symbol.y + dy))
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)
    assert widget.store.state.focus == Focus("event", "oil-flows")


def test_a_double_click_comes_nearer(widget: MapWidget, qtbot: QtBot) -> None:
    qtbot.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(560, 330))
    assert widget.store.state.map.width_km == pytest.approx(700)


def test_a_double_click_is_one_step_back(widget: MapWidget, qtbot: QtBot) -> None:
    widget.show_window(MapWindow(49.9, 40.4, 200), "Zoom")
    before = widget.store.state
    dx, dy = corner(widget)
    symbol = next(s for s in widget.scene().symbols if s.rows == (2,))
    spot = QPoint(round(symbol.x + dx), round(symbol.y + dy))
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=spot)
    assert widget.store.state.focus == Focus("event", "oil-flows")
    qtbot.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=spot)
    assert widget.store.state.map.width_km == pytest.approx(100)
    widget.store.undo()
    assert widget.store.state == before
    assert widget.store.history.undo_name == "Zoom"


def test_a_double_click_of_another_button_changes_nothing(widget: MapWidget, qtbot: QtBot) -> None:
    qtbot.mouseDClick(widget, Qt.MouseButton.RightButton, pos=QPoint(560, 330))
    assert widget.store.state == VIEW


def test_hovering_lights_up_and_leaving_lets_go(widget: MapWidget, qtbot: QtBot) -> None:
    spot = spot_of(widget, Ref("boundary", "line-a"))
    before = shot(widget)
    qtbot.mouseMove(widget, spot)
    assert widget.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert shot(widget) != before
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
    assert shot(widget) == before


def test_an_event_pointed_at_elsewhere_has_a_ring_and_nothing_else_is_painted(
    widget: MapWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = widget.store
    bubble = next(b for b in widget.scene().bubbles if b.places[0] == "baku")
    dx, dy = corner(widget)
    before = shot(widget)
    store.pointed.point((bubble.rows[-1],))
    ringed = shot(widget)
    assert ringed != before
    regions: list[QRegion] = []
    with monkeypatch.context() as patch:
        patch.setattr(widget, "update", regions.append)
        store.pointed.point()
    painted = (regions[0] + regions[1]).boundingRect()
    assert painted.contains(QPoint(round(bubble.x + dx), round(bubble.y + dy)))
    assert max(painted.width(), painted.height()) <= 2 * (bubble.radius + 9)
    widget.update()
    assert shot(widget) == before
    assert store.history.undo_name is None


def test_a_bubble_pointed_at_tells_its_events(widget: MapWidget, qtbot: QtBot) -> None:
    bubble = next(b for b in widget.scene().bubbles if b.places[0] == "baku")
    dx, dy = corner(widget)
    qtbot.mouseMove(widget, QPoint(round(bubble.x + dx), round(bubble.y + dy)))
    assert widget.store.pointed.rows == bubble.rows
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
    assert widget.store.pointed.rows == ()


@given(
    st.lists(st.frozensets(st.integers(0, 400), min_size=1), min_size=1, max_size=5),
    st.frozensets(st.integers(0, 400), min_size=1, max_size=50),
)
def test_rings_are_about_all_that_stands_for_an_event(
    own: list[frozenset[int]], rows: frozenset[int]
) -> None:
    bubbles = tuple(
        Bubble(float(at), 0.0, 9.0, tuple(sorted(one)), (), ()) for at, one in enumerate(own)
    )
    scene = cast("Scene", SimpleNamespace(symbols=(), bubbles=bubbles))
    found = {round(x) for x, _, _ in rings_about(scene, tuple(sorted(rows)))}
    assert found == {at for at, one in enumerate(own) if one & rows}
    for bubble in bubbles:
        assert (bubble.x, 0.0, 12.0) in rings_about(scene, bubble.rows)


def test_the_tooltip_tells_name_status_and_documents(
    widget: MapWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, text, parent: told.append(text))
    spot = spot_of(widget, Ref("boundary", "line-a"))
    event = QHelpEvent(QEvent.Type.ToolTip, spot, widget.mapToGlobal(spot))
    QApplication.sendEvent(widget, event)
    (text,) = told
    assert "Kazakhstan–Russia" in text
    assert "Akiner 2012" in text


def test_panning_copies_the_picture_and_makes_no_scene(widget: MapWidget) -> None:
    widget.pan(5, 0)
    shot(widget)  # the larger picture is made on the first move
    held = widget.scene()
    for _ in range(10):
        widget.pan(8, 5)
        shot(widget)
    assert widget.scene() is held
    assert held.camera.width == pytest.approx(widget.camera().width * OVERSIZE)
    seen = {id(held): held}
    for _ in range(40):
        widget.pan(20, 0)
        shot(widget)
        seen[id(widget.scene())] = widget.scene()
    assert 1 < len(seen) < 8


def test_another_moment_filter_or_focus_makes_another_scene(widget: MapWidget) -> None:
    first = widget.scene()
    for change in (
        {"moment": "1999-01-01"},
        {"focus": Focus("route", "west")},
        {"layers": ("rivers",)},
    ):
        widget.store.change(replace(widget.store.state, **change), "Change")
        assert widget.scene() is not first
        first = widget.scene()


def test_the_timeline_does_not_concern_the_map(widget: MapWidget) -> None:
    scene = widget.scene()
    widget.store.change(replace(widget.store.state, lanes="actor"), "Lanes")
    assert widget.scene() is scene


def test_it_paints_dark_as_well(widget: MapWidget) -> None:
    light = shot(widget)
    widget.set_theme(DARK)
    dark = shot(widget)
    assert dark.pixelColor(560, 330).lightness() < 80 < light.pixelColor(560, 330).lightness()


def test_the_chosen_event_is_ringed(widget: MapWidget) -> None:
    before = shot(widget)
    widget.store.change(replace(widget.store.state, focus=Focus("event", "oil-flows")), "Choose")
    after = shot(widget)
    assert before != after
    widget.store.change(replace(widget.store.state, focus=Focus("event", "no-such")), "Choose")
    shot(widget)


def test_keyboard_focus_is_seen(widget: MapWidget) -> None:
    widget.clearFocus()
    without = shot(widget)
    widget.setFocus()
    assert shot(widget) != without


def test_it_stops_listening_when_it_is_gone(qtbot: QtBot, basemap: Basemap) -> None:
    from PySide6.QtCore import QCoreApplication

    held: Store = store(VIEW)
    made = MapWidget(held, MadeSource(), LIGHT, basemap=basemap)
    assert held._listeners
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not held._listeners


@pytest.mark.parametrize("size", [(320, 180), (60, 40), (1600, 300)])
def test_any_size_is_painted(widget: MapWidget, size: tuple[int, int]) -> None:
    widget.setMinimumSize(1, 1)
    widget.resize(*size)
    assert not shot(widget).isNull()


def test_degrees_and_minutes() -> None:
    assert in_degrees(49.888333, 42.56) == "42°33.6′ N  49°53.3′ E"
    assert in_degrees(-0.99999, -12.5) == "12°30.0′ S  1°00.0′ W"


def test_no_pixel_is_left_unpainted_where_the_legend_needs_less_than_it_has(
    widget: MapWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The map's legend may stay higher than its rows; all of it is painted."""
    widget.grab()
    monkeypatch.setattr(making, "settled", lambda needed, low, held: low)
    widget._stage.low += 40
    widget._stage.clear()
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    widget.render(image)
    legend, plot = widget.furniture().legend_box, widget.furniture().plot
    assert legend.top == plot.bottom == widget.camera().height
    assert legend.bottom == widget.height()
    magenta = QColor(Qt.GlobalColor.magenta)
    assert not any(image.pixelColor(9, y) == magenta for y in range(image.height()))
    assert image.pixelColor(400, round(plot.bottom) + 60) == QColor(LIGHT.panel)


def test_a_folded_legend_is_told_whole_by_its_tooltip(widget: MapWidget) -> None:
    widget.grab()
    low = QPoint(60, widget.height() - 6)
    assert widget._legend_told(low) == ""
    widget.resize(330, 300)
    widget.grab()
    box = widget.furniture().legend_box
    assert box.bottom - box.top <= 2 * 19 + 7
    assert widget._legend_told(QPoint(60, widget.height() - 6)).startswith("<img")
    assert widget._legend_told(QPoint(60, 60)) == ""
