"""The period that a filter asks for, where the time in sight is another one. No Qt."""

from typing import NamedTuple

from azkz_desktop.query.filter import Filter
from azkz_desktop.query.index import period_days
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.view.words import period_in_words


class AskedMark(NamedTuple):
    """From `x0` to `x1` lies what the filter asks for, in `words`.

    Where it begins or ends in sight it is `closed` on that side.
    """

    x0: float
    x1: float
    closed_left: bool
    closed_right: bool
    words: str

    def contains(self, x: float) -> bool:
        """Whether a pixel lies in the period."""
        return self.x0 <= x < self.x1


def asked_mark(wanted: Filter, scale: Scale) -> AskedMark | None:
    """The period of the filter *wanted* over *scale*; None without one, or where none is seen."""
    if not (wanted.start or wanted.end):
        return None
    try:
        first, last = period_days(wanted)
    except ValueError:  # dates that are none
        return None
    x0, x1 = scale.pixel(first), scale.pixel(last + 1)
    if x1 <= scale.left or x0 >= scale.right:
        return None
    left, right = max(x0, scale.left), min(x1, scale.right)
    # A day over centuries is still to be seen.
    right = max(right, min(left + 2, scale.right))
    closed = x0 >= scale.left, x1 <= scale.right
    return AskedMark(
        min(left, right - 1), right, *closed, period_in_words(wanted.start, wanted.end)
    )
