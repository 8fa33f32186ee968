"""The axis: which ticks have room for their text, and where it stands."""

from collections.abc import Sequence

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
    would not tell; it has a text, but no line. Where it would cover a day's tick, that tick is
    written in full instead; where it would cover a year's, the year that begins says more.
    """
    widest = widest_tick(measure)
    marks, free = [], scale.left - OVERHANG
    context, told = dates.context(scale, widest), dates.ticks(scale, widest)
    if dates.has_days(scale, widest) and told and _covers(context, told[0], scale, measure):
        told[0] = dates.in_full(told[0])
    elif context and not _covers_a_year(context, told, scale, measure):
        marks.append(TickMark(None, context, scale.left, True))
        free = scale.left + measure(context, "tick-bold") + BESIDE
    for tick in told:
        x = scale.pixel(tick.day)
        width = measure(tick.text, "tick-bold" if tick.strong else "tick")
        text_x = min(max(x - width / 2, scale.left - OVERHANG), scale.right - width + OVERHANG / 2)
        fits = text_x >= free
        marks.append(TickMark(x, tick.text if fits else "", text_x, tick.strong))
        if fits:
            free = text_x + width + BESIDE / 2
    return tuple(marks)


def _covers_a_year(
    context: str, told: Sequence[dates.DateTick], scale: Scale, measure: Measure
) -> bool:
    return any(tick.strong and _covers(context, tick, scale, measure) for tick in told)


def _covers(context: str, tick: dates.DateTick, scale: Scale, measure: Measure) -> bool:
    """Whether *context*, at the left edge, leaves no room for the text of *tick*."""
    first = scale.pixel(tick.day) - measure(tick.text, "tick-bold") / 2
    return first < scale.left + measure(context, "tick-bold") + BESIDE
