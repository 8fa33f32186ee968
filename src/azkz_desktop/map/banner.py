"""The moment in words, on each side of the line where two moments are compared."""

from datetime import date
from typing import Final

import numpy as np

from azkz_desktop.dates.days import ordinal
from azkz_desktop.dates.words import day_in_words
from azkz_desktop.map.labels import Measure
from azkz_desktop.map.marks import Banner
from azkz_desktop.map.shapes import Box, Floats, meeting, sides_of
from azkz_desktop.translation import translate
from azkz_desktop.view.state import ViewState

HEIGHT: Final = 34.0
"""Pixels: how high a banner of one line is."""
ASIDE: Final = 12.0
"""Pixels from the edge of the plot, from the line, from another banner."""
PAD: Final = 13.0
NARROW: Final = 600.0
"""Pixels: a map less wide says the moment without any words about it."""
TINY: Final = 315.0
"""Pixels: a map less wide than that (none is at the normal size of text) has short dates."""
SWITCH: Final = 260.0
"""Pixels at the right of the upper edge where other things lie on the map."""
SWITCH_LOW, SWITCH_BOTTOM = 430.0, 112.0
"""Pixels: below this width those things may stand lower, and how far down they reach then."""
EVENT: Final = 4.0
"""How many words weigh as much as an event: both may lie under the second banner."""
BAR: Final = 46.0
"""Pixels at the lower edge where the scale bar is."""


def banners(state: ViewState, note: str, measure: Measure, plot: Box) -> tuple[Banner, ...]:
    """What is written over the plot of *state*: one banner, or one for each of two moments."""
    left, short = (plot.left + ASIDE, plot.top + ASIDE), is_short(plot, measure.scale)
    if not state.compare:
        lead = "" if short else translate("Map", "The map as of")
        return (_banner(lead, state.moment, note, measure, left),)
    one, other = translate("Map", "Left, as of"), translate("Map", "Right, as of")
    tiny = plot.right - plot.left < TINY * measure.scale
    if tiny:
        one = other = ""  # their sides tell
    elif short:
        one, other = translate("Map", "Left"), translate("Map", "Right")
    first = _banner(one, state.moment, note, measure, left, tiny=tiny)
    second = _banner(other, state.compare, "", measure, left, tiny=tiny)
    spots = _spots(first.box, second.box, parted(state, plot), plot, measure.scale)
    return first, second._replace(box=spots[0])


def lead_width(lead: str, measure: Measure) -> float:
    """Pixels from the beginning of the lead to that of the moment."""
    return measure.measure(lead + " ", "banner") if lead else 0.0


def is_short(plot: Box, scale: float = 1.0) -> bool:
    """Whether the map is so narrow that the moment alone must do: a box hides what is under it.

    *scale* is how much larger all texts are than at the normal size.
    """
    return plot.right - plot.left < NARROW * scale


def line_height(scale: float) -> float:
    """How high a banner of one line is where texts are *scale* times as large as usual."""
    return float(round(HEIGHT * scale))


def low_corner(scale: float, *, noted: bool) -> float:
    """Pixels from the upper edge to where there is room below a banner, with a note or without.

    Texts are *scale* times as large as usual.
    """
    return 78.0 * scale if noted else line_height(scale) + 2 * ASIDE


def _banner(
    lead: str,
    moment: str,
    note: str,
    measure: Measure,
    corner: tuple[float, float],
    *,
    tiny: bool = False,
) -> Banner:
    words = _short_day(moment) if tiny else day_in_words(ordinal(moment))
    width = lead_width(lead, measure) + measure.measure(words, "banner-bold") + 2 * PAD
    width = max(width, measure.measure(note, "note") + 2 * PAD)
    height = line_height(measure.scale) + (measure.height("note") + 4 if note else 0)
    x, y = corner
    return Banner(lead, words, note, Box(x, y, x + width, y + height))


def _short_day(moment: str) -> str:
    """An ISO day with its month in three letters: "3 Nov 2008"."""
    from azkz_desktop.measures.periods import month_short  # few maps are so narrow

    when = date.fromisoformat(moment)
    return translate("Dates", "{day} {month} {year}").format(
        day=when.day, month=month_short(when.month), year=when.year
    )


def clear(
    told: tuple[Banner, ...],
    line: float,
    plot: Box,
    events: Floats,
    words: Floats,
    scale: float = 1.0,
) -> Banner:
    """The second of the banners *told* where it hides the fewest *events*, and of *words*.

    Both are (n, 4) sides of what they fill; *scale* is how much larger than usual texts are.
    """
    first, second = told
    spots = _spots(first.box, second.box, line, plot, scale)
    places = sides_of(spots)
    hidden = EVENT * meeting(places, events).sum(axis=1) + meeting(places, words).sum(axis=1)
    return second._replace(box=spots[int(np.argmin(hidden))])


def _spots(first: Box, own: Box, line: float, plot: Box, scale: float = 1.0) -> list[Box]:
    """Where the second banner may stand, the best place first: clear of the first and the switch.

    On the upper edge, or anywhere below it above the scale bar; by the line, at the right edge
    or half way between.
    """
    width, height = own.right - own.left, own.bottom - own.top
    beside = max(line, first.right) + ASIDE
    low = plot.right - plot.left < SWITCH_LOW * scale
    switch = SWITCH_BOTTOM * scale if low else ASIDE + line_height(scale)
    below = max(first.bottom, plot.top + switch) + ASIDE
    x = max(min(line, plot.right - width - 2 * ASIDE), plot.left) + ASIDE
    end = max(plot.right - width - ASIDE, x)
    bottom = max(plot.bottom - BAR - height, below)
    step = (height + ASIDE) / 2
    rows = [below + i * step for i in range(int((bottom - below) // step))]
    spots = [(left, top) for top in (*rows, bottom) for left in (x, end, (x + end) / 2)]
    if beside + width <= plot.right - (ASIDE if low else SWITCH * scale):
        spots.insert(0, (beside, own.top))
    boxes = [Box(left, top, left + width, top + height) for left, top in spots]
    return [one for one in boxes if one.bottom <= plot.bottom] or boxes


def parted(state: ViewState, plot: Box) -> float:
    """The x of the line between two moments, whole pixels."""
    share = min(max(state.divider, 0.0), 1.0)
    return plot.left + float(round(share * (plot.right - plot.left)))
