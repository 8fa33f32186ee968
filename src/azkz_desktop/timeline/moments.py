"""The moment on the time axis: its line, or at which edge it lies out of sight."""

from datetime import date
from math import ceil, floor

from azkz_desktop.timeline.marks import MomentMark
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.ticks import day_in_short

STEPS = 100
"""So many steps of the moment by key lead from edge to edge: one is some seven pixels."""


def moment_mark(moment: str, scale: Scale, at_edge: bool) -> MomentMark | None:
    """The line of the ISO day *moment* in the middle of that day.

    Where that is out of sight, a mark at the edge of the axis that is nearer to it, from which
    it can be pulled back; None where none is wanted *at_edge*.
    """
    day = date.fromisoformat(moment)
    x = scale.pixel(day.toordinal() + 0.5)
    way = (x > scale.right) - (x < scale.left)
    if way and not at_edge:
        return None
    return MomentMark(min(max(x, scale.left), scale.right), day_in_short(day), way)


def day_at(x: float, scale: Scale) -> date:
    """The day at pixel *x*; at an edge or beyond it the nearest one whose line is in sight."""
    day = scale.day(min(max(x, scale.left), scale.right))
    low, high = ceil(scale.start - 0.5), floor(scale.end - 0.5)
    return day_of(min(max(day, low), high) if low <= high else day)


def day_of(day: float) -> date:
    """The date of an ordinal, or the first or last one that there is."""
    return date.fromordinal(min(max(int(day), 1), date.max.toordinal()))


def step_of(days: float) -> int:
    """By how many days a key moves the moment where so many are in sight."""
    return max(round(days / STEPS), 1)
