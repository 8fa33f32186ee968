"""What several claims on one term, an office or a membership, say together."""

from collections.abc import Iterable

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.dates.edtf import Span, parse

LEAST_DAYS = 30
"""What is over sooner is an event, no term."""

Bounds = tuple[int, int, int, int]
"""Day bounds as in `EventColumns`: first and last possible day of the start, then of the end."""


def is_term(edtf: str) -> bool:
    """Whether a date tells since when or until when something was so; a visit's days do not."""
    span = parse(edtf)
    if span.start_earliest is None or span.end_latest is None:
        return True
    return "/" in edtf and span.end_latest - span.start_earliest >= LEAST_DAYS


def contradict(one: Span, other: Span) -> bool:
    """Whether two terms cannot both be right: their beginnings, or their ends, do not meet."""
    starts = _apart(one.start_earliest, one.start_latest, other.start_earliest, other.start_latest)
    ends = _apart(one.end_earliest, one.end_latest, other.end_earliest, other.end_latest)
    return starts or ends


def _apart(first: int | None, last: int | None, other: int | None, latest: int | None) -> bool:
    """Whether two stretches of days have none in common; an open side meets everything."""
    if first is None or last is None or other is None or latest is None:
        return False
    return last < other or latest < first


def tells(bounds: Bounds, moment: str) -> bool:
    """Whether a moment (EDTF) at which it was so tells more than *bounds* do."""
    return tightened(bounds, [moment]) != bounds


def tightened(bounds: Bounds, moments: Iterable[str]) -> Bounds:
    """*bounds* of a term with what is known of *moments* (EDTF) at which it was the case.

    Somebody who was in office some time in 1992 came into it on its last day at the latest.
    """
    first, start_latest, end_earliest, last = bounds
    for moment in moments:
        span = parse(moment)
        if span.end_latest is not None and not is_open(bounds)[0]:
            start_latest = min(start_latest, max(span.end_latest, first))
        if span.start_earliest is not None and not is_open(bounds)[1]:
            end_earliest = max(end_earliest, min(span.start_earliest, last))
    return first, start_latest, end_earliest, last


def is_open(bounds: Bounds) -> tuple[bool, bool]:
    """Whether it is told to come from before everything, or to go on."""
    return bounds[1] <= NO_START, bounds[2] >= NO_END
