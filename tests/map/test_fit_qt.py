"""Fit to the selection: whatever is asked for lies in sight, and no more than it must."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from azkz_desktop.map.basemap import Basemap
from azkz_desktop.map.camera import camera_of
from azkz_desktop.map.fit import NEAREST_KM, ROOM, fitted
from azkz_desktop.map.things import Things
from azkz_desktop.map.widget import MapWidget
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.selection import Selection
from azkz_desktop.view.state import Focus, MapWindow, ViewState
from azkz_desktop.view.tokens import LIGHT
from tests.map.made import EVENTS, MadeSource, everything, store

THINGS = Things(MadeSource(), lambda xy: np.ones(len(xy), dtype=bool))
SIZES = st.tuples(st.integers(320, 1800), st.integers(180, 1100))
FOCI = (
    None,
    Focus("event", "oil-flows"),
    Focus("event", "clash"),  # has no place
    Focus("event", "nobody-knows"),
    Focus("route", "supsa"),
    Focus("area", "district"),
    Focus("area", "field"),
    Focus("boundary", "line-b"),
    Focus("place", "astana"),
    Focus("actor", "iran"),
)


def chosen(rows: list[int]) -> Selection:
    return Selection(np.array(sorted(rows), dtype=np.int32), len(EVENTS), {})


def wanted(state: ViewState, rows: list[int]) -> list[tuple[float, float]]:
    """All points that are to be in sight, metres."""
    points: list[tuple[float, float]] = []
    focus = state.focus
    if focus == Focus("event", "oil-flows"):
        points.append((THINGS.places["baku"].x, THINGS.places["baku"].y))
    elif focus == Focus("place", "astana"):
        points.append((THINGS.places["astana"].x, THINGS.places["astana"].y))
    elif focus is not None and focus.type == "route":
        points += [tuple(xy) for line in THINGS.courses[focus.id].lines for xy in line]
    elif focus is not None and focus.type == "boundary":
        points += [tuple(xy) for line in THINGS.sector_lines[focus.id].lines for xy in line]
    elif focus is not None and focus.type == "area":
        region = THINGS.regions[focus.id]
        points.append((region.x, region.y))
        if region.outline is not None:
            points += list(region.outline.geoms[0].exterior.coords)
    if not points or not state.filter.is_empty:
        ids = [EVENTS[row][3] for row in rows]
        found = [THINGS.places[i] for i in ids if i is not None and i in THINGS.places]
        points += [(place.x, place.y) for place in found]
    return points


@given(
    st.sampled_from(FOCI),
    st.lists(st.integers(0, len(EVENTS) - 1), max_size=5, unique=True),
    st.booleans(),
    SIZES,
)
def test_all_that_is_asked_for_is_in_sight(
    focus: Focus | None, rows: list[int], filtered: bool, size: tuple[int, int]
) -> None:
    asked = Filter(text="x") if filtered else Filter()
    state = ViewState(focus=focus, filter=asked)
    window = fitted(THINGS, state, chosen(rows), size)
    points = wanted(state, rows)
    assert (window is None) == (not points)
    if window is None:
        return
    camera = camera_of(window, *size)
    room = np.minimum(ROOM, np.array(size) / 4) - 1
    spots = camera.to_pixels(np.array(points))
    assert (spots >= room).all()
    assert (spots <= np.array(size) - room).all()
    # Nearer something would be lost, or it is as near as one place is shown.
    extent = np.ptp(spots, axis=0) / (np.array(size) - 2 * room)
    assert extent.max() > 0.9 or window.width_km == pytest.approx(NEAREST_KM, rel=1e-3)


def test_far_away_places_are_none_of_the_map() -> None:
    state = ViewState(filter=Filter(text="x"))
    far = [i for i, event in enumerate(EVENTS) if event[3] == "washington"]
    assert fitted(THINGS, state, chosen(far), (800, 400)) is None


def test_the_map_is_fitted_in_one_step(qtbot: QtBot, basemap: Basemap) -> None:
    widget = MapWidget(store(ViewState()), MadeSource(), LIGHT, basemap=basemap)
    qtbot.addWidget(widget)
    widget.resize(800, 500)
    before = replace(widget.store.state, focus=Focus("route", "west"))
    widget.store.change(before, "Choose")
    widget.fit_selection()
    window = fitted(
        widget.layout_engine.things, before, everything(), (800, widget.camera().height)
    )
    assert widget.store.state.map == window != MapWindow()
    widget.store.undo()
    assert widget.store.state == before
    nothing = replace(before, focus=Focus("event", "clash"), filter=Filter(text="x"))
    widget.store.change(nothing, "Choose")
    widget.store.change(replace(nothing, map=MapWindow(50, 40, 300)), "Move")
    widget.fit_selection()
    assert widget.store.state.map.width_km != 300  # the events that the filter lets through
