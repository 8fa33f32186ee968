"""Where words may stand about a point: beside it or farther away, and what each place costs.

A place costs by what lies below (lines, marks), by how far away it is, and by how much of the
words is left out there.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.map.labels import AIR, BESIDE, Measure
from azkz_desktop.map.marks import Ref
from azkz_desktop.map.shapes import Box, Flags, Floats, meeting, sides_of
from azkz_desktop.map.under import Under

FAR: Final = (14.0, 24.0, 36.0, 52.0, 74.0, 102.0, 140.0)
"""Pixels between a point and words that a leader joins to it."""
ROUND: Final = 12
"""Directions in which words may stand from their point."""
EDGE: Final = 5.0
"""Pixels from the edge of what is in sight within which no words stand."""
MOST: Final = 60
"""Places of each callout that are compared with those of the others."""
MANY: Final = 300
"""Places of which it is asked what marks lie there."""
LEADER, LENGTH, LONG, LONGER = 14.0, 0.3, 50.0, 0.6
"""What a leader costs, each pixel of it, and how much more each beyond so many."""
LINE, MARK, OVER = 3.5, 110.0, 60.0
"""What costs a square of a line under the words, a mark under them, one under the leader."""
ASTRAY: Final = 18.0
"""What costs it to stand on the other side of the point."""
LED: Final = 3.5
"""What costs each twelfth of a leader that lies on a line."""
LATER: Final = 2.0
"""What costs each point that comes later."""
Numbers = NDArray[np.int64]


class Form(NamedTuple):
    """Words in lines; *cost*: what it costs to say them so and not in full."""

    lines: tuple[str, ...]
    cost: float = 0.0


class Callout(NamedTuple):
    """Words for one of the points *at* (pixels, the best first), in one of the *forms*.

    They stand *gap* pixels beside it, or farther away, joined to it by a leader that begins
    *inner* pixels from the point; rather on the *side* where x grows (1) or falls (-1). Where
    every place costs more than the words are *worth* they are left out.
    """

    forms: tuple[Form, ...]
    role: str
    colour: str
    at: tuple[tuple[float, float], ...]
    gap: float
    inner: float = 0.0
    side: int = 0
    ref: Ref | None = None
    worth: float = 10_000.0

    def is_seen(self, room: Box) -> bool:
        """Whether any of its points lies in *room*."""
        return any(room.holds(x, y) for x, y in self.at)


class Places(NamedTuple):
    """Places of one callout, the cheapest first.

    `sides` (n, 4) are what the words fill, with some air, `leaders` (n, 2, 2) the ways to them,
    of which those with `is_led` are drawn; `cost` is what each costs, `align` as a label's, `form`
    the number of the words' form.
    """

    sides: Floats
    leaders: Floats
    is_led: Flags
    cost: Floats
    align: Numbers
    form: Numbers

    def only(self, which: Flags | NDArray[np.intp]) -> "Places":
        """Those of them that *which* picks."""
        columns: list[Any] = [column[which] for column in self]
        return Places(*columns)


def candidates(
    callout: Callout, measure: Measure, sight: Box, kept: Sequence[Box], under: Under
) -> Places:
    """Where the words may stand in *sight* clear of what is *kept*, few lines being *under* them.

    None where all their points are out of sight.
    """
    seen = [i for i, (x, y) in enumerate(callout.at) if sight.holds(x, y)]
    if not seen:
        return _none()
    points = np.array([callout.at[i] for i in seen])
    parts = [
        _around(points, np.array(seen), callout, number, measure)
        for number in range(len(callout.forms))
    ]
    whole = _joined(parts)
    left, top, right, bottom = whole.sides.T
    inside: Flags = (left >= sight.left + EDGE) & (right <= sight.right - EDGE)
    inside &= (top >= sight.top + EDGE) & (bottom <= sight.bottom - EDGE)
    whole = whole.only(inside)
    free: Flags = np.logical_not(meeting(whole.sides, sides_of(kept)).any(axis=1))
    whole = whole.only(free)
    cost = whole.cost + LINE * under.crossings(whole.sides)
    few = whole._replace(cost=cost).only(np.argsort(cost, kind="stable")[:MANY])
    crossed = under.crossed_at(_along(few.leaders, 12)).sum(axis=1)
    return few._replace(cost=few.cost + LED * few.is_led * crossed)


def _along(leaders: Floats, count: int) -> Floats:
    """Points (n, count, 2) along leaders, from where each has left its own mark."""
    steps = np.linspace(0.15, 1.0, count)[None, :, None]
    begin, end = leaders[:, None, 0], leaders[:, None, 1]
    found: Floats = begin + (end - begin) * steps
    return found


def _around(
    points: Floats, order: Numbers, callout: Callout, number: int, measure: Measure
) -> Places:
    """All places about all *points* for one form, their leaders being points so far."""
    form = callout.forms[number]
    width = max(measure.measure(line, callout.role) for line in form.lines)
    high = measure.height(callout.role) * len(form.lines)
    corners, align, is_led, costs = _about(width, high, callout.gap, callout.inner)
    each, many = len(corners), len(points)
    sides = (corners[None] + np.tile(points, 2)[:, None]).reshape(-1, 4)
    costs = costs + ASTRAY * (align == callout.side) * abs(callout.side)
    cost = (costs[None] + (form.cost + LATER * order)[:, None]).ravel()
    ends = np.repeat(points, each, axis=0)
    nearest = np.clip(ends, sides[:, :2], sides[:, 2:])
    leaders = np.stack((_begin(ends, nearest, callout.inner), nearest), axis=1)
    numbers = np.full(many * each, number)
    grown = sides + np.array((-AIR, -AIR / 2, AIR, AIR / 2))
    return Places(grown, leaders, np.tile(is_led, many), cost, np.tile(align, many), numbers)


def _begin(at: Floats, end: Floats, inner: float) -> Floats:
    """The points *inner* pixels from *at* on the way to *end*."""
    if not inner:
        return at
    away = end - at
    length = np.maximum(np.hypot(away[:, 0], away[:, 1]), 1e-9)
    begin: Floats = at + away * np.minimum(inner / length, 1.0)[:, None]
    return begin


@lru_cache(maxsize=128)
def _about(
    width: float, height: float, gap: float, inner: float
) -> tuple[Floats, Numbers, Flags, Floats]:
    """Where words may stand about the point (0, 0): sides, alignment, if led, what each costs."""
    near = [(a, d, gap * (0.7 if a and d else 1.0)) for a, d in BESIDE]
    turns = np.arange(ROUND) * 2 * np.pi / ROUND
    around = zip(np.cos(turns).round(9).tolist(), np.sin(turns).round(9).tolist(), strict=True)
    far = [(a, d, gap + away) for a, d in around for away in FAR]
    across, down, away = np.array([*near, *far]).T
    x, y = across * (away + width / 2), down * (away + height / 2)
    sides = np.stack((x - width / 2, y - height / 2, x + width / 2, y + height / 2), axis=1)
    align = np.where(np.abs(across) < 0.3, 0, -np.sign(across)).astype(np.int64)
    number = np.arange(len(sides))
    is_led = number >= len(near)
    nearest = np.clip(0.0, sides[:, :2], sides[:, 2:])
    drawn = np.maximum(np.hypot(nearest[:, 0], nearest[:, 1]) - inner, 0.0)
    led = LEADER + LENGTH * drawn + LONGER * np.maximum(drawn - LONG, 0.0)
    cost = np.where(is_led, led, number * LATER / 4)
    return sides, align, is_led, cost


def weighed(places: Places, marks: Sequence[Box], words: Sequence[Box] = ()) -> Places:
    """The best `MOST` of *places*, with what the *marks* there cost; none on other *words*."""
    if words:
        free: Flags = np.logical_not(meeting(places.sides, sides_of(words)).any(axis=1))
        places, marks = places.only(free), [*marks, *words]
    solid = sides_of(_near(places.sides, marks))
    cost = places.cost + MARK * meeting(places.sides, solid).sum(axis=1)
    few = places._replace(cost=cost).only(np.argsort(cost, kind="stable")[: 2 * MOST])
    cost = few.cost + OVER * few.is_led * _crossed(few.leaders, solid)
    return few._replace(cost=cost).only(np.argsort(cost, kind="stable")[:MOST])


def _near(sides: Floats, boxes: Sequence[Box]) -> list[Box]:
    """Those of *boxes* that meet what all the *sides* (n, 4) lie in."""
    if not len(sides):
        return []
    whole = Box(*sides[:, :2].min(axis=0).tolist(), *sides[:, 2:].max(axis=0).tolist())
    return [box for box in boxes if box.meets(whole)]


def _crossed(leaders: Floats, solid: Floats) -> Numbers:
    """How many of the boxes *solid* (m, 4) each leader crosses, but for those that it begins in."""
    begin = leaders[:, None, 0]
    over = _inside(_along(leaders, 7), solid).any(axis=1)
    crossed: Numbers = (over & ~_inside(begin, solid)[:, 0]).sum(axis=1)
    return crossed


def _inside(points: Floats, solid: Floats) -> Flags:
    """Which of the points (n, k, 2) lie in which of the boxes (m, 4): (n, k, m)."""
    x, y = points[..., 0, None], points[..., 1, None]
    left, top, right, bottom = solid.T
    found: Flags = (x >= left) & (x <= right) & (y >= top) & (y <= bottom)
    return found


def _joined(parts: Sequence[Places]) -> Places:
    columns: list[Any] = [np.concatenate(column) for column in zip(*parts, strict=True)]
    return Places(*columns)


def _none() -> Places:
    empty = np.empty(0)
    whole = np.empty(0, dtype=np.int64)
    return Places(np.empty((0, 4)), np.empty((0, 2, 2)), whole > 0, empty, whole, whole)
