"""The window that shows all that is asked for: what is chosen, what the filter lets through."""

from collections.abc import Callable
from typing import Final

import numpy as np

from azkz_desktop.dataset.columns import Codes
from azkz_desktop.map.camera import WIDEST_FRAME, WIDEST_KM, Camera
from azkz_desktop.map.shapes import Floats, rings_of
from azkz_desktop.map.things import Point, Region, Things
from azkz_desktop.query.selection import Selection
from azkz_desktop.view.state import MapWindow, ViewState

ROOM: Final = 56.0
"""Pixels left free about what is to be seen: its symbols and names need some."""
NEAREST_KM: Final = 120.0
"""A single place is shown with so much about it."""


def fitted(
    things: Things, state: ViewState, selection: Selection, size: tuple[float, float]
) -> MapWindow | None:
    """The window for a plot of *size* pixels in which all lies that *state* asks for.

    That is what is chosen and, where there is a filter or nothing is chosen, the events that
    the filter lets through. None where nothing of it has a place on the map.
    """
    parts = _focus(things, state)
    if not parts or not state.filter.is_empty:
        parts.append(_places(things, selection.rows))
    xy = np.concatenate(parts) if parts else np.empty((0, 2))
    return _window(xy, size) if len(xy) else None


def _focus(things: Things, state: ViewState) -> list[Floats]:
    """Where the chosen thing lies, metres; nothing where it has no place on the map."""
    focus = state.focus
    if focus is None:
        return []
    try:
        return FINDERS[focus.type](things, focus.id)
    except KeyError:  # no such thing, or none with a place on the map
        return []


def _event(things: Things, key: str) -> list[Floats]:
    row = things.source.row_of(key)
    found = _places(things, np.array([] if row is None else [row], np.int32))
    return [found] if len(found) else []


def _area(things: Things, key: str) -> list[Floats]:
    region = things.regions[key]
    return [_spot(region), *([] if region.outline is None else rings_of(region.outline))]


def _spot(thing: Point | Region) -> Floats:
    return np.array([(thing.x, thing.y)])


def _places(things: Things, rows: Codes) -> Floats:
    """Where the events of *rows* stand, each place once."""
    codes = np.unique(things.event_place[rows])
    found = [things.places.get(things.place_ids[code]) for code in codes[codes >= 0].tolist()]
    spots = [(place.x, place.y) for place in found if place is not None]
    return np.array(spots, dtype=np.float64).reshape(-1, 2)


def _window(xy: Floats, size: tuple[float, float]) -> MapWindow:
    width, height = size
    (left, top), (right, bottom) = xy.min(axis=0), xy.max(axis=0)
    across = (right - left) / max(width - 2 * ROOM, width / 2)
    down = (bottom - top) / max(height - 2 * ROOM, height / 2)
    measured = min(width, height * WIDEST_FRAME)
    scale = min(max(across, down, NEAREST_KM * 1000 / measured), WIDEST_KM * 1000 / measured)
    x, y = (left + right) / 2, (top + bottom) / 2
    return Camera(float(x), float(y), float(scale), width, height).window


FINDERS: Final[dict[str, Callable[[Things, str], list[Floats]]]] = {
    "event": _event,
    "route": lambda things, key: list(things.courses[key].lines),
    "boundary": lambda things, key: list(things.sector_lines[key].lines),
    "area": _area,
    "place": lambda things, key: [_spot(things.places[key])],
}
