"""Two fingers make the map larger around what is between them; one drags it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.widget import MapWidget
from azkz_desktop.view.state import MapWindow, ViewState
from azkz_desktop.view.tokens import LIGHT
from tests.fingers import NO_FACTORS, Fingers, in_a_window, on_trackpad
from tests.map.made import MadeSource, store


@pytest.fixture
def widget(qtbot: QtBot, basemap: Basemap) -> Iterator[MapWidget]:
    view = ViewState(map=MapWindow(48.5, 42.0, 1400), moment="2010-01-01")
    made = MapWidget(store(view), MadeSource(), LIGHT, basemap=basemap)
    window = in_a_window(qtbot, made, 800, 500)
    yield made
    window.close()


def test_fingers_that_are_spread_zoom_around_what_is_between_them(widget: MapWidget) -> None:
    before, held = widget.store.state, widget.camera().lonlat(300, 200)
    assert held is not None
    fingers = Fingers(widget)
    fingers.put(0, 250, 200)
    fingers.move({0: (265, 200)}, steps=3)  # the first one drags meanwhile
    assert widget.camera().lonlat(315, 200) == pytest.approx(held, abs=1e-6)
    fingers.put(1, 365, 200)
    fingers.move({0: (200, 160), 1: (440, 240)})
    spread = (240**2 + 80**2) ** 0.5 / 100
    assert 1400 / widget.store.state.map.width_km == pytest.approx(spread, rel=0.01)
    there = widget.camera().lonlat(320, 200)
    assert there is not None
    assert there[0] == pytest.approx(held[0], abs=0.02)
    assert there[1] == pytest.approx(held[1], abs=0.2)  # a legend of other height shifts the plot
    fingers.lift()
    assert widget.store.state.focus is None
    assert widget.store.history.undo_name == "Zoom the map"
    widget.store.undo()
    assert widget.store.state == before


def test_the_finger_that_stays_moves_nothing_and_the_next_one_drags(widget: MapWidget) -> None:
    fingers = Fingers(widget)
    fingers.put(0, 250, 200)
    fingers.put(1, 350, 200)
    fingers.move({1: (400, 200)})
    fingers.lift(1)
    zoomed = widget.store.state.map
    fingers.move({0: (300, 300)})
    fingers.lift()
    assert widget.store.state.map == zoomed
    held = widget.camera().lonlat(300, 200)
    fingers.put(0, 300, 200)
    fingers.move({0: (350, 260)})
    fingers.lift()
    assert widget.camera().lonlat(350, 260) == pytest.approx(held, abs=1e-6)
    assert widget.store.history.undo_name == "Move the map"


def test_fingers_on_a_trackpad_zoom_around_the_pointer(widget: MapWidget) -> None:
    held, at = widget.camera().lonlat(200, 150), QPointF(200, 150)
    on_trackpad(widget, 0.4, at)
    assert widget.store.state.map.width_km == pytest.approx(1000)
    assert widget.camera().lonlat(200, 150) == pytest.approx(held, abs=1e-6)


@pytest.mark.parametrize("value", NO_FACTORS)
def test_a_trackpad_that_tells_of_no_factor_changes_nothing(
    widget: MapWidget, value: float
) -> None:
    before = widget.store.state
    on_trackpad(widget, value, QPointF(200, 150))
    assert widget.store.state == before
