"""Which days are shown of an event to which one zooms. No Qt."""

import numpy as np

from azkz_desktop.timeline.disputes import contradicting
from azkz_desktop.timeline.extents import Extents, bounds_of, of_bounds
from azkz_desktop.timeline.source import TimelineSource


def drawn_with_others(source: TimelineSource, row: int, *, every: bool) -> Extents:
    """An event's own date, and those of documents that contradict another one of it.

    A dispute of which one end alone is in sight shows nobody what it is about. What is only less
    precise (the decade of a day) would make a day too small to be seen: it is among them if
    *every* date is wanted, as in lanes by document, where each has a mark.
    """
    bounds = [bounds_of(source.columns, row)]
    if source.columns.contested[row]:
        (claims,) = source.contested_dates(np.array([row], np.int32))
        told = [claim[:4] for claim in claims]
        bounds += told if every else contradicting(told)
    return of_bounds(*np.array(bounds, np.int32).T)
