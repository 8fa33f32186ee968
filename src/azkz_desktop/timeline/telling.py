"""What a timeline on the screen says about itself: the tooltip, and what a screen reader reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from azkz_desktop.timeline.coinciding import (
    below_in_words,
    events_at,
    piled_in_words,
    piled_on,
)
from azkz_desktop.timeline.tooltip import spoken, tooltip

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from azkz_desktop.timeline.widget import TimelineWidget
    from azkz_desktop.view.tokens import Theme


def description(widget: TimelineWidget, *, lane_first: bool = False) -> str:
    """What is chosen in plain sentences: the era on which the keyboard is, or event and lane."""
    words = widget.era_walk.words() if widget.store.state.eras else ""
    if words and not lane_first:
        return words
    row, lane = widget.chosen(), widget.lane_walk.words()
    if row is None:
        return lane
    inside = widget.layout_engine.containers.inside(widget.store.selection)
    event = spoken(widget.source, row, inside.held_in(row) if inside else 0)
    event = event if event.endswith(".") else event + "."
    others = piled_on(widget.marks(), row) if widget.isVisible() else 0
    event += f" {piled_in_words(others)}." if others else ""
    return " ".join([lane, event] if lane_first else [event, lane]).strip()


def tooltip_in(widget: TimelineWidget, theme: Theme, position: QPointF) -> str:
    """What is said about the thing at *position*, as simple HTML; empty for nothing."""
    found = widget.hit_at(position)
    if found.what == "legend":
        from azkz_desktop.timeline.legend import legend_html, more_samples  # nobody asks at first

        more = more_samples(widget.store.state)
        return legend_html(theme, widget.fonts, widget.devicePixelRatioF(), more)
    document, x, y = _document_at(widget, position.y()), position.x(), position.y()
    text = tooltip(found, widget.source, widget.marks(), widget.scale(), x, document)
    if found.what != "event":
        return text
    others = [one.row for one in events_at(widget.marks(), x, y) if one.row != found.row]
    below = below_in_words(widget.source, [row for row in others if row is not None])
    return f"{text}<hr>{below}" if below else text


def _document_at(widget: TimelineWidget, y: float) -> str:
    """The id of the document in whose lane a point lies; empty where lanes are by another facet."""
    if widget.store.state.lanes != "source":
        return ""
    lanes = widget.marks().lanes
    return next((one.id for one in lanes if one.rect.y <= y < one.rect.bottom), "")
