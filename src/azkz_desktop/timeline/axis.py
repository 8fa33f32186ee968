"""The axis: which ticks have room for their text, and where it stands."""

from azkz_desktop.timeline import ticks as dates
from azkz_desktop.timeline.marks import TickMark
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.wording import Measure

BESIDE = 8.0
"""Free pixels between what names the left edge and the first tick's text."""
OVERHANG = 12.0
"""A tick's text may reach so many pixels left of the plot."""


def widest_tick(measure: Measure) -> float:
    """About the width of a tick's text."""
    return max(measure("2000", "tick-bold"), measure("30 Mmm", "tick"))


def axis_ticks(scale: Scale, measure: Measure) -> tuple[TickMark, ...]:
    """The ticks in sight; one whose text finds no room is a line only.

    The first mark names what the left edge lies in ("2005", "Mar 2005") where the ticks alone
    would not tell; it has a text, but no line.
    """
    widest = widest_tick(measure)
    marks, free = [], scale.left - OVERHANG
    context = dates.context(scale, widest)
    if context:
        marks.append(TickMark(None, context, scale.left, True))
        free = scale.left + measure(context, "tick-bold") + BESIDE
    for tick in dates.ticks(scale, widest):
        x = scale.pixel(tick.day)
        width = measure(tick.text, "tick-bold" if tick.strong else "tick")
        text_x = min(max(x - width / 2, scale.left - OVERHANG), scale.right - width + OVERHANG / 2)
        fits = text_x >= free
        marks.append(TickMark(x, tick.text if fits else "", text_x, tick.strong))
        if fits:
            free = text_x + width + BESIDE / 2
    return tuple(marks)
