"""From days to pixels and back; zoom, pan and fit. Days are as in `view.state.Span`."""

from collections.abc import Callable
from dataclasses import replace
from math import ceil, floor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.lean import dataclass
from azkz_desktop.view.state import Span

FIRST_DAY = 1.0
"""1 January of the year 1: before it the calendar that dates are kept in has no days."""
LAST_DAY = 3652060.0
"""The day after 31 December 9999."""
CENTURY = 36525.0
KEPT = 0.1
"""The share of what is in sight that the data keep while one pans."""
SHORTEST = 1.0
"""The closest view: one day over the whole width."""
EDGE = 0.05
"""Beside days that are brought into sight, so much of the width stays free."""
ENOUGH = 80.0
"""Pixels of a period that are to be in sight, or it is brought there."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How far one can zoom and pan: `shortest` to `longest` days in sight, within the calendar.

    Who pans does not lose sight of the days of the `data`, if they are known.
    """

    shortest: float = SHORTEST
    longest: float = CENTURY
    data: Span | None = None

    @classmethod
    def around(cls, data: Span) -> "Limits":
        """A day to a century, or to the span of the data where that is longer."""
        return cls(SHORTEST, max(CENTURY, data.days * 1.25), data)

    def hold(self, span: Span) -> Span:
        """*span*, its length brought within the limits about its middle, inside the calendar."""
        days = min(max(span.days, self.shortest), self.longest, LAST_DAY - FIRST_DAY)
        start = (span.start + span.end - days) / 2 if days != span.days else span.start
        start = min(max(start, FIRST_DAY), LAST_DAY - days)
        return Span(start, start + days)

    def near(self, span: Span, before: Span) -> Span:
        """*span*, so far away from the data at the most that these fill a part of it (`KEPT`).

        Where *before* was further away, no further than that.
        """
        if self.data is None:
            return span
        free = (1 - KEPT) * span.days
        low = min(self.data.start - free, before.start)
        high = max(self.data.end - span.days + free, before.start)
        start = min(max(span.start, low), high)
        return Span(start, start + span.days)


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `start` to `end` laid over `width` pixels that begin at `left`."""

    start: float
    end: float
    width: float
    left: float = 0.0

    @classmethod
    def of(cls, span: Span, width: float, left: float = 0.0) -> "Scale":
        """The scale that shows just *span*."""
        return cls(span.start, span.end, max(width, 1.0), left)

    @property
    def span(self) -> Span:
        """The part of time in sight."""
        return Span(self.start, self.end)

    @property
    def right(self) -> float:
        """The pixel where the plot ends."""
        return self.left + self.width

    @property
    def per_day(self) -> float:
        """Pixels a day."""
        return self.width / (self.end - self.start)

    def x(self, day: float) -> float:
        """The pixel of *day*, exact."""
        return self.left + (day - self.start) * self.per_day

    def day(self, x: float) -> float:
        """The day at pixel *x*, exact."""
        return self.start + (x - self.left) / self.per_day

    def day_in(self, x: float) -> int:
        """The day whose `pixel` is that in which *x* lies, or the last one before it."""
        grid = floor(x - self.left) + floor(self.start * self.per_day + 0.5)
        day = ceil((grid + 0.5) / self.per_day) - 1
        if self.pixel(day) > x:  # a quotient may be off by a hair
            return day - 1
        return day + 1 if self.pixel(day + 1) <= x else day

    def pixels(self, days: NDArray[Any]) -> NDArray[np.float64]:
        """Whole pixels of many days, float64.

        Rounded on a grid that is tied to the calendar, not to the window: while one pans, the
        distance between two marks stays the same to the pixel, so that no label flickers.
        """
        grid = np.floor(days * self.per_day + 0.5)
        return np.asarray(grid - np.floor(self.start * self.per_day + 0.5) + self.left)

    def pixel(self, day: float) -> float:
        """`pixels` of one day."""
        per_day = self.per_day
        return float(floor(day * per_day + 0.5) - floor(self.start * per_day + 0.5) + self.left)

    def placer(self, low: float, high: float) -> Callable[[float], float]:
        """What gives `pixels` of one day, brought between *low* and *high*.

        For a few days that is faster than an array.
        """
        per_day = self.per_day
        offset = floor(self.start * per_day + 0.5) - self.left

        def pixel(day: float) -> float:
            x = floor(day * per_day + 0.5) - offset
            return low if x < low else min(x, high)

        return pixel

    def zoomed(self, factor: float, x: float, limits: Limits) -> "Scale":
        """*factor* times as many pixels a day, the date under pixel *x* staying under it."""
        held = self.day(x)
        days = (self.end - self.start) / factor
        days = min(max(days, limits.shortest), limits.longest)
        start = held - days * (x - self.left) / self.width
        span = limits.hold(Span(start, start + days))
        return replace(self, start=span.start, end=span.end)

    def panned(self, pixels: float, limits: Limits) -> "Scale":
        """The same scale later by *pixels* (earlier where negative), inside the calendar."""
        days = pixels / self.per_day
        span = limits.near(limits.hold(Span(self.start + days, self.end + days)), self.span)
        return replace(self, start=span.start, end=span.end)

    def with_day(self, day: float, limits: Limits) -> "Scale":
        """The same scale, panned so that *day* is in the middle, if it is out of sight."""
        if self.start <= day <= self.end:
            return self
        return self.panned(self.x(day) - self.left - self.width / 2, limits)

    def with_days(self, first: float, last: float, limits: Limits) -> "Scale":
        """The same scale, panned so that enough of *first* to *last* shows, if it does not."""
        left, right = self.x(first), self.x(last)
        seen = min(right, self.right) - max(left, self.left)
        if seen >= min(right - left, ENOUGH):
            return self
        # All of it in the middle; of what is too long for that the nearer end.
        half = min((right - left) / 2, self.width * (0.5 - EDGE))
        middle = left + half if left >= self.left else right - half
        return self.panned(middle - self.left - self.width / 2, limits)

    def edges(self) -> NDArray[np.float64]:
        """The days at the edges of the pixels, from the left edge of the plot to its right."""
        return np.asarray(self.start + np.arange(int(self.width) + 1) / self.per_day)


def fit(first: float, last: float, limits: Limits, margin: float = 0.02) -> Span:
    """The span that shows the days *first* to *last* with a margin at both sides."""
    room = max(last - first, SHORTEST) * margin
    return limits.hold(Span(first - room, last + room))
