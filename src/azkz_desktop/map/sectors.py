"""The sea divided by equidistance: to each state the water that is nearest to its coast.

An illustration and no boundary: what was agreed is a line's status, and its course is only
approximate. Method: vertices along the five coasts at most `STEP` metres apart, their Voronoi
cells joined by state, clipped to the water. Islands count as coast.

Ties: where the nearest coast is the very point in which two coasts meet, both are as near.
Each coast's vertices begin at the same short distance from that point, so that the line runs
on along the bisector of the two coasts and a wedge is shared out evenly.
"""

from collections.abc import Mapping
from itertools import combinations, pairwise
from typing import Any, Final

import numpy as np
import shapely
import shapely.ops
from numpy.typing import NDArray

STATES: Final[Mapping[str, str]] = {
    "russia": "RUS",
    "kazakhstan": "KAZ",
    "turkmenistan": "TKM",
    "iran": "IRN",
    "azerbaijan": "AZE",
}
"""The five coastal states and their three letters in Natural Earth."""
STEP: Final = 1000.0
TIE_GAP: Final = 20.0
"""Metres from the end of a coast to its first vertex."""
NEAR_SEA: Final = 30_000.0

Coasts = dict[str, list[Any]]
Sectors = dict[str, Any]


def coasts(sea: Any, countries: Mapping[str, Any]) -> Coasts:
    """Each state's stretches of the sea's edge, islands too, as lines in metres.

    *sea* is a polygon, *countries* holds polygons by three letters, all in the projection.
    """
    near = box_around(sea, NEAR_SEA)
    land = [shapely.clip_by_rect(countries[a3], *near) for a3 in STATES.values()]
    found: Coasts = {state: [] for state in STATES}
    for ring in shapely.get_rings(sea):
        for owner, line in _stretches(shapely.get_coordinates(ring), land):
            found[tuple(STATES)[owner]].append(line)
    return found


def box_around(geometry: Any, margin: float) -> tuple[float, float, float, float]:
    """The bounds of *geometry*, wider by *margin* on every side."""
    left, bottom, right, top = geometry.bounds
    return left - margin, bottom - margin, right + margin, top + margin


def _stretches(ring: "NDArray[np.float64]", land: list[Any]) -> list[tuple[int, Any]]:
    """A closed ring cut where the nearest state changes."""
    middles = shapely.points((ring[1:] + ring[:-1]) / 2)
    away = np.array([shapely.distance(state, middles) for state in land])
    owner = np.argmin(np.nan_to_num(away, nan=np.inf), axis=0)  # NaN: the state is not near at all
    change = np.flatnonzero(np.diff(owner, append=owner[:1])) + 1
    if not len(change):
        return [(int(owner[0]), shapely.linestrings(ring))]
    start = change[0]
    vertices = np.concatenate((ring[start:-1], ring[: start + 1]))
    cuts = np.append(change - start, len(owner))
    return [
        (int(owner[(start + a) % len(owner)]), shapely.linestrings(vertices[a : b + 1]))
        for a, b in pairwise(cuts)
    ]


def _sites(line: Any, step: float) -> "NDArray[np.float64]":
    """Points along a coast; those of an open one keep `TIE_GAP` from its ends."""
    if not shapely.is_closed(line):
        line = shapely.ops.substring(line, TIE_GAP, line.length - TIE_GAP)
    return np.asarray(shapely.get_coordinates(shapely.segmentize(line, step)))


def divide(sea: Any, found: Coasts, step: float = STEP) -> Sectors:
    """The water nearest to each state's coast, as polygons in metres."""
    sites = {s: np.concatenate([_sites(line, step) for line in found[s]]) for s in found}
    points = np.concatenate(list(sites.values()))
    owner = np.repeat(np.arange(len(sites)), [len(own) for own in sites.values()])
    points, first = np.unique(points, axis=0, return_index=True)
    owner = owner[first]
    extent = shapely.box(*box_around(sea, 1e6))
    cells = shapely.voronoi_polygons(shapely.multipoints(points), extend_to=extent, ordered=True)
    parts = shapely.make_valid(shapely.get_parts(cells))
    return {
        state: shapely.intersection(shapely.union_all(parts[owner == i]), sea)
        for i, state in enumerate(sites)
    }


def shares(sectors: Sectors) -> dict[str, float]:
    """Each state's share of the whole, in percent."""
    total = sum(sector.area for sector in sectors.values())
    return {state: 100 * sector.area / total for state, sector in sectors.items()}


def lines_between(sectors: Sectors) -> dict[tuple[str, str], Any]:
    """The line between each two neighbours, states in alphabetical order."""
    lines = {}
    for pair in combinations(sorted(sectors), 2):
        a, b = (shapely.boundary(sectors[state]) for state in pair)
        shared = shapely.line_merge(shapely.intersection(a, b))
        pieces = [line for line in shapely.get_parts(shared) if line.length > 1.0]
        if pieces:
            lines[pair] = shapely.multilinestrings(pieces)
    return lines
