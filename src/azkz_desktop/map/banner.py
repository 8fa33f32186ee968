"""The moment in words, on each side of the line where two moments are compared."""

from typing import Final

from azkz_desktop.dates.days import ordinal
from azkz_desktop.dates.words import day_in_words
from azkz_desktop.map.labels import Measure
from azkz_desktop.map.marks import Banner
from azkz_desktop.map.shapes import Box
from azkz_desktop.translation import translate
from azkz_desktop.view.state import ViewState

HEIGHT: Final = 34.0
"""Pixels: how high a banner of one line is."""
ASIDE: Final = 12.0
"""Pixels from the edge of the plot, from the line, from another banner."""
PAD: Final = 13.0
NARROW: Final = 600.0
"""Pixels: a map less wide says the moment without any words about it."""
SWITCH: Final = 260.0
"""Pixels at the right of the upper edge where other things lie on the map."""


def banners(state: ViewState, note: str, measure: Measure, plot: Box) -> tuple[Banner, ...]:
    """What is written over the plot of *state*: one banner, or one for each of two moments."""
    left, short = (plot.left + ASIDE, plot.top + ASIDE), is_short(plot)
    if not state.compare:
        lead = "" if short else translate("Map", "The map as of")
        return (_banner(lead, state.moment, note, measure, left),)
    one, other = translate("Map", "Left, as of"), translate("Map", "Right, as of")
    if short:
        one, other = translate("Map", "Left"), translate("Map", "Right")
    first = _banner(one, state.moment, note, measure, left)
    second = _banner(other, state.compare, "", measure, left)
    return first, second._replace(box=_beside(first.box, second.box, parted(state, plot), plot))


def lead_width(lead: str, measure: Measure) -> float:
    """Pixels from the beginning of the lead to that of the moment."""
    return measure.measure(lead + " ", "banner") if lead else 0.0


def is_short(plot: Box) -> bool:
    """Whether the map is so narrow that the moment alone must do: a box hides what is under it."""
    return plot.right - plot.left < NARROW


def _banner(
    lead: str, moment: str, note: str, measure: Measure, corner: tuple[float, float]
) -> Banner:
    words = day_in_words(ordinal(moment))
    width = lead_width(lead, measure) + measure.measure(words, "banner-bold") + 2 * PAD
    width = max(width, measure.measure(note, "note") + 2 * PAD)
    height = HEIGHT + (measure.height("note") + 4 if note else 0)
    x, y = corner
    return Banner(lead, words, note, Box(x, y, x + width, y + height))


def _beside(first: Box, own: Box, line: float, plot: Box) -> Box:
    """Right of the line and of the first box; below that where it would lie on other things."""
    width, height = own.right - own.left, own.bottom - own.top
    x, y = max(line + ASIDE, first.right + ASIDE), own.top
    if x + width > plot.right - SWITCH:
        y = max(first.bottom, plot.top + ASIDE + HEIGHT) + ASIDE
        x = max(min(line, plot.right - width - 2 * ASIDE), plot.left) + ASIDE
    return Box(x, y, x + width, y + height)


def parted(state: ViewState, plot: Box) -> float:
    """The x of the line between two moments, whole pixels."""
    share = min(max(state.divider, 0.0), 1.0)
    return plot.left + float(round(share * (plot.right - plot.left)))
