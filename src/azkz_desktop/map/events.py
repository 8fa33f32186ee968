"""Events at their places: gathered where they are many, spread as one zooms in.

What lies near the moment is drawn strong, the rest of what the filter lets through pale.
"""

from collections.abc import Sequence
from math import cos, log2, pi, sin, sqrt
from typing import Final

import numpy as np

from azkz_desktop.dataset.columns import Codes, EventColumns
from azkz_desktop.lean import dataclass
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.marks import Bubble, Ref, Symbol
from azkz_desktop.map.shapes import Box, Floats
from azkz_desktop.map.things import Things
from azkz_desktop.view.tokens import GROUP_OF_KIND, KIND_GROUPS

NEAR_MOMENT: Final = 183
"""Days: an event within half a year of the moment is at the moment."""
GATHER: Final = 26.0
"""Pixels: places nearer than this share a bubble."""
SPREAD_SCALE: Final = 330.0
"""Metres a pixel: from here on the events of a place stand around it one by one."""
SPREAD_MOST: Final = 160
RADIUS: Final = 5.5
STEP: Final = 13.5
"""Pixels between events that are spread around their place."""
GOLDEN: Final = pi * (3 - sqrt(5))
EDGE: Final = 40.0
TWO_BYTES: Final = 2**15


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """What is drawn of the events, the places that they name, and what they fill about each."""

    symbols: list[Symbol]
    bubbles: list[Bubble]
    places: frozenset[str]
    around: dict[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """Places that lie together on the screen: their middle, the events' rows (ascending), ids."""

    x: float
    y: float
    rows: Codes
    places: tuple[str, ...]


def group_codes(columns: EventColumns) -> Codes:
    """Each kind's place in `KIND_GROUPS`, by the kind's code."""
    order = {group.id: i for i, group in enumerate(KIND_GROUPS)}
    return np.array([order[GROUP_OF_KIND[kind].id] for kind in columns.kinds], dtype=np.int32)


def near_moment(columns: EventColumns, rows: Codes, day: int) -> "np.typing.NDArray[np.bool_]":
    """Which events may touch the half year before or after *day*."""
    starts, ends = columns.start_earliest[rows], columns.end_latest[rows]
    near: np.typing.NDArray[np.bool_] = (starts <= day + NEAR_MOMENT) & (ends >= day - NEAR_MOMENT)
    return near


def clusters(things: Things, camera: Camera, rows: Codes, gather: float = GATHER) -> list[Cluster]:
    """The places of *rows* gathered: the busiest first takes in what lies near it."""
    codes = things.event_place[rows]
    ids = things.place_ids
    # Numbers of two bytes are sorted five times as fast.
    order = np.argsort(codes.astype(np.int16) if len(ids) < TWO_BYTES else codes, kind="stable")
    found = []
    for chunk in np.split(order, np.flatnonzero(np.diff(codes[order])) + 1) if len(rows) else []:
        code = int(codes[chunk[0]])
        if code >= 0 and ids[code] in things.places:
            place = things.places[ids[code]]
            x, y = camera.pixel(place.x, place.y)
            found.append(Cluster(x, y, rows[chunk], (ids[code],)))
    return _joined(sorted(found, key=lambda one: (-len(one.rows), one.places)), gather)


def _joined(found: Sequence[Cluster], gather: float) -> list[Cluster]:
    hosts: list[list[Cluster]] = []
    middles: Floats = np.empty((len(found), 2))
    for one in found:
        own = middles[: len(hosts)]
        away = np.hypot(own[:, 0] - one.x, own[:, 1] - one.y)
        if len(away) and away.min() < gather:
            hosts[int(away.argmin())].append(one)
        else:
            middles[len(hosts)] = one.x, one.y
            hosts.append([one])
    return [_one(members) for members in hosts]


def _one(members: Sequence[Cluster]) -> Cluster:
    """The first of *members* with what the others bring."""
    if len(members) == 1:
        return members[0]
    rows = np.sort(np.concatenate([one.rows for one in members]))
    places = tuple(place for one in members for place in one.places)
    return Cluster(members[0].x, members[0].y, rows, places)


def event_marks(
    things: Things,
    camera: Camera,
    rows: Codes,
    day: int,
    chosen: int | None,
    found: Sequence[Cluster] | None = None,
) -> Gathered:
    """Bubbles and symbols of the events in *rows*; the chosen one always has its own.

    *found*: their `clusters`, where they are known.
    """
    columns = things.source.columns
    groups = group_codes(columns)
    near = np.zeros(len(columns), dtype=bool)
    near[rows] = near_moment(columns, rows, day)
    drawer = _Drawer(columns, groups, near, chosen)
    symbols: list[Symbol] = []
    bubbles: list[Bubble] = []
    around: dict[str, float] = {}
    room = Box(0, 0, camera.width, camera.height).grown(EDGE)
    found = clusters(things, camera, rows) if found is None else found
    for one in found:
        if not room.holds(one.x, one.y):
            continue
        if len(one.rows) == 1:
            symbols.append(drawer.symbol(int(one.rows[0]), one.x, one.y))
            around[one.places[0]] = RADIUS
        elif camera.scale <= SPREAD_SCALE and len(one.rows) <= SPREAD_MOST:
            symbols += drawer.spread(one)
            around[one.places[0]] = STEP * sqrt(len(one.rows) + 1)
        else:
            bubbles.append(drawer.bubble(one))
            around[one.places[0]] = bubbles[-1].radius
    symbols += _chosen_symbol(things, camera, drawer, symbols)
    places = frozenset(place for one in found for place in one.places)
    return Gathered(symbols, bubbles, places, around)


def _chosen_symbol(
    things: Things, camera: Camera, drawer: "_Drawer", symbols: list[Symbol]
) -> list[Symbol]:
    """The chosen event on its place, where it is not among the *symbols* already."""
    row = drawer.chosen
    if row is None or any(row in symbol.rows for symbol in symbols):
        return []
    code = int(things.event_place[row])
    place = things.places.get(things.place_ids[code]) if code >= 0 else None
    return [] if place is None else [drawer.symbol(row, *camera.pixel(place.x, place.y))]


class _Drawer:
    def __init__(
        self,
        columns: EventColumns,
        groups: Codes,
        near: "np.typing.NDArray[np.bool_]",
        chosen: int | None,
    ) -> None:
        self.columns = columns
        self.groups = groups
        self.near = near
        self.chosen = chosen

    def group(self, row: int) -> int:
        return int(self.groups[self.columns.kind[row]])

    def symbol(self, row: int, x: float, y: float) -> Symbol:
        group = KIND_GROUPS[self.group(row)]
        radius = RADIUS + (1.5 if row == self.chosen else 0)
        strong = bool(self.near[row]) or row == self.chosen
        contested = bool(self.columns.contested[row])
        ref = Ref("event", str(row))
        return Symbol(group.shape, x, y, radius, group.colour, ref, (row,), strong, contested)

    def spread(self, one: Cluster) -> list[Symbol]:
        """The events around their place like a sunflower's seeds, in order of time."""
        spots = [
            (
                STEP * sqrt(i + 1.2) * cos(i * GOLDEN),
                STEP * sqrt(i + 1.2) * sin(i * GOLDEN),
            )
            for i in range(len(one.rows))
        ]
        return [
            self.symbol(row, one.x + dx, one.y + dy)
            for row, (dx, dy) in zip(one.rows.tolist(), spots, strict=True)
        ]

    def bubble(self, one: Cluster) -> Bubble:
        """A number in a circle that grows with it; its ring tells the groups' shares."""
        codes = self.groups[self.columns.kind[one.rows]]
        counts = np.bincount(codes)
        order = np.argsort(-counts, kind="stable")
        groups = tuple((int(i), int(counts[i])) for i in order if counts[i])
        radius = 8.5 + 1.35 * log2(len(one.rows))
        return Bubble(one.x, one.y, radius, tuple(one.rows.tolist()), groups, one.places)
