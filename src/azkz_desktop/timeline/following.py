"""Time follows the choice: an event that is chosen elsewhere comes into sight. No Qt."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.extents import extents
from azkz_desktop.view.state import Span, ViewState

if TYPE_CHECKING:
    from azkz_desktop.timeline.source import TimelineSource

EDGE = 0.1
"""The share of the width that stays free between a mark that comes into sight and the edge."""
CUT = 0.01
"""A mark so far beyond the edge is cut by it, but can be seen."""
SEEN = 0.05
"""A bar that fills so much of the width can be seen, wherever it begins."""


def followed(
    old: ViewState, new: ViewState, selection: Selection, source: "TimelineSource"
) -> ViewState:
    """*new*, panned to the event that it chooses, where it chooses another one than *old*.

    No more than needed for the mark to be in sight, and not at all where the event is, where it
    does not pass the filter (*selection* is what does), or where days or filter change anyway.
    """
    if new.focus in (None, old.focus) or (new.span, new.filter) != (old.span, old.filter):
        return new
    if new.span is None or new.focus is None or new.focus.type != "event":
        return new
    row = source.row_of(new.focus.id)
    if row is None or row not in selection.rows:
        return new
    return replace(new, span=span_with(new.span, source.columns, row))


def span_with(span: Span, columns: EventColumns, row: int) -> Span:
    """*span* moved by the least that shows the event *row*; itself where that is in sight."""
    event = extents(columns, np.array([row], np.int32))
    day, days = float(event.anchor[0]), span.days
    seen = min(float(event.last[0]), span.end) - max(float(event.first[0]), span.start)
    if seen >= SEEN * days or -CUT * days <= day - span.start <= (1 + CUT) * days:
        return span
    start = min(max(span.start, day - (1 - EDGE) * days), day - EDGE * days)
    return Span(start, start + days)
