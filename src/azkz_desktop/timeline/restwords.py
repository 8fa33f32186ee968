"""What is told to who does not see it once the hand rests: what of the view has changed. No Qt."""

from collections.abc import Sequence
from datetime import date
from math import ceil, floor

import numpy as np

from azkz_desktop.dates.words import day_in_words, in_words
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.layout import Layout
from azkz_desktop.timeline.overviewmarks import period_words
from azkz_desktop.timeline.source import Rows, TimelineSource
from azkz_desktop.timeline.tooltip import inside_in_words
from azkz_desktop.translation import grouped, translate
from azkz_desktop.view.state import Span, ViewState


def rest_words(
    engine: Layout,
    before: ViewState,
    now: ViewState,
    selection: Selection,
    rows: Rows,
    lanes: Sequence[str],
) -> str:
    """What differs from *before*, in plain sentences; empty where nothing does that is told.

    *rows* of the *selection* stand in lanes that are shown; *lanes* are the titles of those in
    sight, from the top.
    """
    told: list[str] = []
    if before.filter != now.filter:
        words = translate("Timeline", "{shown} of %n event(s).", selection.total)
        told.append(words.format(shown=grouped(len(selection))))
    if engine.span(before) != engine.span(now):
        told.append(_in_sight(engine, engine.span(now), rows))
    if before.moment != now.moment:
        day = day_in_words(date.fromisoformat(now.moment).toordinal())
        told.append(translate("Timeline", "The map shows %s.") % day)
    told += _opened(engine, before, now, selection)
    if lanes and _lanes_of(before) != _lanes_of(now):
        words = translate("Timeline", "Lanes in sight: {first} to {last}.")
        told.append(words.format(first=lanes[0], last=lanes[-1]))
    return " ".join(told)


def _lanes_of(view: ViewState) -> tuple[object, ...]:
    """What of a view decides which lanes are in sight."""
    return view.lanes, view.lane_order, view.hidden_lanes, view.folded_lanes, view.scrolled


def _in_sight(engine: Layout, span: Span, rows: Rows) -> str:
    """The time in sight, and how many events there are, or may be, in it."""
    columns = engine.source.columns
    first, last = floor(span.start), ceil(span.end) - 1
    seen = (columns.start_earliest[rows] <= last) & (columns.end_latest[rows] >= first)
    words = translate("Timeline", "{period} in sight, %n event(s).", int(seen.sum()))
    return words.format(period=in_words("/".join(dict.fromkeys(period_words(span)))))


def _opened(engine: Layout, before: ViewState, now: ViewState, selection: Selection) -> list[str]:
    """Which events were opened or closed, by their titles."""
    inside = engine.containers.inside(selection)
    if inside is None or before.opened == now.opened:
        return []
    told = []
    for one in dict.fromkeys((*before.opened, *now.opened)):
        row = engine.source.row_of(one)
        if row is None or (one in before.opened) == (one in now.opened):
            continue
        title = _title(engine.source, row)
        if one in now.opened:
            held = inside_in_words(inside.held_in(row))
            words = translate("Timeline", "{title} is open: {held}.")
            told.append(words.format(title=title, held=held))
        else:
            told.append(translate("Timeline", "%s is closed.") % title)
    return told


def _title(source: TimelineSource, row: int) -> str:
    return source.titles(np.array([row], np.int32))[0]
