"""Whether a view that comes from outside can be shown: types are not enough."""

import re
from datetime import date
from math import isfinite

from azkz_desktop.query.filter import Filter
from azkz_desktop.query.index import period_days
from azkz_desktop.translation import translate
from azkz_desktop.view.errors import ViewError
from azkz_desktop.view.state import (
    BAND_SCALES,
    LANES,
    LANGUAGES,
    LAYERS,
    PANES,
    SCOPES,
    Focus,
    MapWindow,
    Span,
    TableLook,
    ViewState,
)

ID = re.compile(r"[a-z0-9-]+")
LONGEST_TEXT = 1000
FARTHEST_DAY = 2**30
"""Days beyond this stand for no date in the columns."""
WIDEST_KM = 50_000.0
MOST_COLUMNS = 100


def check_state(state: ViewState) -> ViewState:
    """*state* itself where it can be shown; raises ViewError that says what cannot."""
    _require(state.lanes in LANES, "lanes")
    _require(state.pane in PANES, "pane")
    _require(all(map(ID.fullmatch, state.bands)), "bands")
    _require(set(state.layers) <= set(LAYERS), "layers")
    _require(len(set(state.layers)) == len(state.layers), "layers")
    _require(_is_day(state.moment), "moment")
    _require(_is_span(state.span), "span")
    _require(_is_window(state.map), "map")
    _require(_is_focus(state.focus), "focus")
    _require(_is_table(state.table), "table")
    _require(not state.figure or bool(ID.fullmatch(state.figure)), "figure")
    _require(not state.question or bool(ID.fullmatch(state.question)), "question")
    _check_timeline(state)
    _check_map(state)
    _check_filter(state.filter)
    return state


def _check_timeline(state: ViewState) -> None:
    _require(all(state.lane_order), "lane_order")
    _require(len(set(state.lane_order)) == len(state.lane_order), "lane_order")
    _require(0 <= state.scrolled < FARTHEST_DAY, "scrolled")
    _require(all(map(ID.fullmatch, state.eras)), "eras")
    _require(all(map(ID.fullmatch, state.opened)), "opened")
    _require(state.band_scale in BAND_SCALES, "band_scale")


def _check_map(state: ViewState) -> None:
    _require(not state.compare or _is_day(state.compare), "compare")
    _require(0 < state.divider < 1, "divider")
    _require(state.scope in SCOPES, "scope")
    _require(not state.scenario or bool(ID.fullmatch(state.scenario)), "scenario")
    _require(state.language in LANGUAGES, "language")


def _require(holds: bool, where: str) -> None:
    if not holds:
        said = translate("View", "The view cannot be shown: its “%s” is out of bounds.")
        raise ViewError(said % where)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_span(span: Span | None) -> bool:
    if span is None:
        return True
    return -FARTHEST_DAY < span.start < span.end < FARTHEST_DAY


def _is_window(window: MapWindow) -> bool:
    numbers = (window.lon, window.lat, window.width_km)
    if not all(map(isfinite, numbers)):
        return False
    return abs(window.lon) <= 180 and abs(window.lat) <= 90 and 0 < window.width_km <= WIDEST_KM


def _is_focus(focus: Focus | None) -> bool:
    return focus is None or all(ID.fullmatch(text) for text in (focus.type, focus.id))


def _is_table(look: TableLook) -> bool:
    sorted_by = [name.removeprefix("-") for name in look.sort]
    return bool(look.columns) and all(
        len(set(names)) == len(names) <= MOST_COLUMNS and all(map(ID.fullmatch, names))
        for names in (look.columns, sorted_by)
    )


def _check_filter(wanted: Filter) -> None:
    _require(all(wanted.actors), "filter.actors")
    _require(len(wanted.text) <= LONGEST_TEXT, "filter.text")
    try:
        period_days(wanted)
    except ValueError as error:
        raise ViewError(translate("View", "The view cannot be shown: %s") % error) from error
