"""Words that must be read: beside what they belong to or, where that is crowded, at a leader's end.

Few labels of a map are worth a longer search than the rest: what was agreed of a line, what a
state held. All places about all their points are weighed (`callout_places`), and those are taken
that together cost least and do not meet.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from azkz_desktop.map.callout_places import Callout, Places, weighed
from azkz_desktop.map.labels import AIR, Measure
from azkz_desktop.map.marks import Label
from azkz_desktop.map.shapes import Box, Floats

APART: Final = 5.0
"""Pixels between two callouts."""
TRIES: Final = 3000
"""Combinations that are tried at the most."""


class Said(NamedTuple):
    """A callout in its place: the label, what it fills, and its leader's two ends, if any."""

    label: Label
    box: Box
    leader: Floats | None


def placed_callouts(
    callouts: Sequence[Callout],
    found: Sequence[Places],
    measure: Measure,
    marks: Sequence[Box],
    words: Sequence[Box] = (),
) -> list[Said]:
    """The best of the `candidates` that were *found* for each of *callouts*: none meets another.

    None meets other *words* that have their places, and *marks* stay free as far as there is
    room. A callout for which there is none at all, or all of whose points are out of sight, has
    no place.
    """
    best = [weighed(places, marks, words) for places in found]
    chosen = _together(best, [one.worth for one in callouts])
    return [
        _said(callout, places, i, measure)
        for callout, places, i in zip(callouts, best, chosen, strict=True)
        if i is not None
    ]


# All of them together


def _together(found: Sequence[Places], worth: Sequence[float]) -> list[int | None]:
    """Which place each takes, so that none is in another's way and all cost least together.

    None for whatever is left out, which costs what it is *worth*.
    """
    order = sorted(range(len(found)), key=lambda i: len(found[i].cost))
    costs = [found[i].cost.tolist() for i in order]
    unsaid = [worth[i] for i in order]
    least = [min([lost, *own]) for lost, own in zip(unsaid, costs, strict=True)]
    rest = [sum(least[i + 1 :]) for i in range(len(order))]
    fits = _fits([found[i] for i in order])
    options = [
        sorted([*enumerate(own), (None, lost)], key=lambda one: one[1])
        for lost, own in zip(unsaid, costs, strict=True)
    ]
    best: tuple[float, list[int | None]] = (np.inf, [None] * len(order))
    tries = 0

    def go_on(taken: list[int | None], cost: float) -> None:
        nonlocal best, tries
        depth = len(taken)
        if depth == len(order):
            best = min(best, (cost, taken), key=lambda one: one[0])
            return
        for i, own in options[depth]:
            tries += 1
            if cost + own + rest[depth] >= best[0] or (tries > TRIES and best[0] < np.inf):
                break
            if i is None or all(fits(depth, i, k, j) for k, j in enumerate(taken) if j is not None):
                go_on([*taken, i], cost + own)

    go_on([], 0.0)
    chosen: list[int | None] = [None] * len(order)
    for i, one in zip(order, best[1], strict=True):
        chosen[i] = one
    return chosen


def _fits(found: Sequence[Places]) -> Callable[[int, int, int, int], bool]:
    """Whether place *i* of one callout and *j* of another are not in each other's way."""
    columns = [(p.sides.tolist(), p.leaders.tolist(), p.is_led.tolist()) for p in found]

    @cache
    def fit(one: int, i: int, other: int, j: int) -> bool:
        mine, yours = ([part[k] for part in columns[c]] for c, k in ((one, i), (other, j)))
        a, b = mine[0], yours[0]
        near = a[0] - APART <= b[2] and b[0] - APART <= a[2]
        if near and a[1] - APART / 2 <= b[3] and b[1] - APART / 2 <= a[3]:
            return False
        if (mine[2] and _crosses(mine[1], b)) or (yours[2] and _crosses(yours[1], a)):
            return False
        return not (mine[2] and yours[2] and _cross(mine[1], yours[1]))

    return fit


def _crosses(leader: list[list[float]], sides: list[float]) -> bool:
    """Whether a line from one point to another comes into a box."""
    (x0, y0), (x1, y1) = leader
    for i in range(9):
        x, y = x0 + (x1 - x0) * i / 8, y0 + (y1 - y0) * i / 8
        if sides[0] <= x <= sides[2] and sides[1] <= y <= sides[3]:
            return True
    return False


def _cross(one: list[list[float]], other: list[list[float]]) -> bool:
    """Whether two lines cross."""
    return _parted(one, other) and _parted(other, one)


def _parted(by: list[list[float]], line: list[list[float]]) -> bool:
    """Whether the ends of *line* lie on two sides of the straight line *by*."""
    (x0, y0), (x1, y1) = by
    sides = [(x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) for x, y in line]
    return sides[0] * sides[1] < 0


def _said(callout: Callout, places: Places, i: int, measure: Measure) -> Said:
    """The label of one place."""
    left, top, right, bottom = places.sides[i].tolist()
    align = int(places.align[i])
    x = (left + AIR, (left + right) / 2, right - AIR)[align + 1]
    y = top + AIR / 2 + measure.height(callout.role) / 2
    lines = callout.forms[int(places.form[i])].lines
    label = Label(lines, callout.role, callout.colour, x, y, align, ref=callout.ref)
    leader = places.leaders[i] if places.is_led[i] else None
    return Said(label, Box(left, top, right, bottom), leader)
