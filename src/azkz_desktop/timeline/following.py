"""Time follows the choice: an event that is chosen elsewhere comes into sight. No Qt."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.extents import days_of, extents
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

    No more than needed for the mark to be in sight, and not at all where the event is (in lanes by
    document also at the date that one of them gives), where it does not pass the filter
    (*selection* is what does), or where days or filter change anyway.
    """
    if new.focus in (None, old.focus) or (new.span, new.filter) != (old.span, old.filter):
        return new
    if new.span is None or new.focus is None or new.focus.type != "event":
        return new
    row = source.row_of(new.focus.id)
    if row is None or row not in selection.rows:
        return new
    if new.lanes == "source" and _stands_in(new.span, source, row):
        return new
    return replace(new, span=span_with(new.span, source.columns, row))


def _stands_in(span: Span, source: "TimelineSource", row: int) -> bool:
    """Whether a contested event can be seen in *span* at the date that a document gives."""
    if not source.columns.contested[row]:
        return False
    (told,) = source.contested_dates(np.array([row], np.int32))
    return any(_is_seen(span, *date) for date in days_of({claim[:4] for claim in told}).values())


def _is_seen(span: Span, day: float, first: float, last: float) -> bool:
    """Whether the mark on *day* can be seen in *span*, or enough of the bar."""
    if min(last, span.end) - max(first, span.start) >= SEEN * span.days:
        return True
    return -CUT * span.days <= day - span.start <= (1 + CUT) * span.days


def span_with(span: Span, columns: EventColumns, row: int) -> Span:
    """*span* moved by the least that shows the event *row*; itself where that is in sight."""
    event = extents(columns, np.array([row], np.int32))
    day, days = float(event.anchor[0]), span.days
    if _is_seen(span, day, float(event.first[0]), float(event.last[0])):
        return span
    start = min(max(span.start, day - (1 - EDGE) * days), day - EDGE * days)
    return Span(start, start + days)
