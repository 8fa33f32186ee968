"""Compute the illustrated divisions of the Caspian for `resources/basemap/`.

    python -m scripts.scenario_geometry

Writes `scenarios.npz` (the shares' outlines) and `scenarios.json` (areas, weights, method).
Needs `pip install contourpy`. Nobody's claim is computed here, and no treaty's line.

Four divisions of the same water (the Caspian without Garabogazköl): by median lines with all
islands as coast; by median lines from the mainland's coasts alone; into equal shares; and not
divided at all. *Equal shares* are defined only by a rule. Here each state has a weight, and a
point of the sea falls to the state for which distance to its coast divided by its weight is
smallest; the weights are solved so that each has a fifth. Of the rules tried this one leaves
least of a state's shore before another state's water.
"""

import itertools
import json
from collections.abc import Mapping
from typing import Any

import contourpy  # type: ignore[import-not-found]
import numpy as np
import shapely
from numpy.typing import NDArray

from azkz_desktop.map.basemap import Basemap, bundled_folder
from azkz_desktop.map.levels import write_layers
from azkz_desktop.map.projection import unproject
from azkz_desktop.map.scenarios import GEOMETRY, NUMBERS
from azkz_desktop.map.sectors import STATES, Coasts, Sectors, coasts, divide, lines_between
from azkz_desktop.map.shapes import Shapes, from_lines, rings_of

GRID = 1000.0
"""Metres between the points at which distances to the coasts are computed."""
TOLERANCE = 150.0
"""Metres by which outlines are simplified, shared edges alike."""
ROUNDS = 200

Floats = NDArray[np.float64]

METHODS = {
    "median": "equidistance from the coasts, islands included (Natural Earth 1:10m)",
    "mainland": "equidistance from the mainland's coasts; the islands of Natural Earth 1:10m "
    "are left out of the computation",
    "equal": "to each state the water for which distance to its coast (islands included) divided "
    "by the state's weight is smallest; the weights are solved so that each share is a fifth",
    "undivided": "the whole sea as one water; no coastal zone is drawn, since the five documents "
    "name no width",
}


def mainland(sea: Any, countries: Mapping[str, Any]) -> Coasts:
    """The coasts without islands: those of the sea with its islands filled in."""
    return coasts(shapely.Polygon(sea.exterior), countries)


def distances(found: Coasts, points: Floats) -> Floats:
    """Metres from each point (n, 2) to each state's coast: (n, states)."""
    columns = []
    for state in STATES:
        vertices = [shapely.get_coordinates(line) for line in found[state]]
        pairs = np.concatenate([np.stack((v[:-1], v[1:]), axis=1) for v in vertices])
        edges: Any = shapely.linestrings(pairs)
        made: Any = shapely.points(points)
        nearest = shapely.STRtree(edges).nearest(made)
        columns.append(shapely.distance(made, edges[nearest]))
    return np.column_stack(columns)


def equal_weights(away: Floats) -> Floats:
    """The weights, their mean 1, for which each state is nearest by ratio to as many points.

    *away* holds metres (points, states); the points cover the sea evenly.
    """
    count = away.shape[1]
    weights = np.ones(count)
    for step in range(ROUNDS):
        owner = np.argmin(away / weights, axis=1)
        share = np.bincount(owner, minlength=count) / len(away)
        weights *= (1 / count / np.maximum(share, 1e-6)) ** (0.8 if step < ROUNDS / 2 else 0.2)
        weights /= weights.mean()
    return weights


def grid_over(sea: Any) -> tuple[Floats, Floats]:
    """The x and the y of a grid that covers the sea and a little of its shores."""
    left, bottom, right, top = sea.bounds
    margin = 3 * GRID
    return (
        np.arange(left - margin, right + margin, GRID),
        np.arange(bottom - margin, top + margin, GRID),
    )


def weighted(sea: Any, found: Coasts) -> tuple[Sectors, Floats]:
    """The sea in equal shares, and the weights of the states that make them equal."""
    x, y = grid_over(sea)
    points = np.column_stack([axis.ravel() for axis in np.meshgrid(x, y)])
    away = distances(found, points)
    shapely.prepare(sea)
    weights = equal_weights(away[shapely.contains_xy(sea, points)])
    ratios = away / weights
    parts: Sectors = {}
    for i, state in enumerate(STATES):
        lead = np.delete(ratios, i, axis=1).min(axis=1) - ratios[:, i]
        parts[state] = shapely.intersection(_positive(x, y, lead.reshape(len(y), len(x))), sea)
    return _covering(parts, sea), weights


def _positive(x: Floats, y: Floats, values: Floats) -> Any:
    """Where a field on a grid is positive, as a polygon."""
    maker = contourpy.contour_generator(x, y, values, fill_type=contourpy.FillType.OuterOffset)
    found = []
    for vertices, offsets in zip(*maker.filled(0.0, np.inf), strict=True):
        rings = [vertices[a:b] for a, b in itertools.pairwise(offsets)]
        found.append(shapely.Polygon(rings[0], rings[1:]))
    return shapely.union_all(shapely.make_valid(found))


def _covering(parts: Sectors, sea: Any) -> Sectors:
    """The parts cleaned of the slivers that lie over or between them where three meet."""
    areas = np.array([_polygonal(part) for part in parts.values()])
    clean = shapely.coverage_clean(areas, gap_width=GRID)  # type: ignore[attr-defined]
    whole = [_polygonal(shapely.intersection(part, sea)) for part in clean]
    return dict(zip(parts, whole, strict=True))


def simplified(sectors: Sectors) -> Sectors:
    """The sectors with fewer vertices; neighbours keep the edge that they share."""
    areas = np.array([_polygonal(sectors[state]) for state in sectors])
    return dict(zip(sectors, shapely.coverage_simplify(areas, TOLERANCE), strict=True))


def outlines(sectors: Sectors) -> Shapes:
    """Rings in metres; a ring's feature is its sector's place among *sectors*."""
    found = [(i, ring[:-1]) for i, area in enumerate(sectors.values()) for ring in rings_of(area)]
    starts = np.cumsum([0, *(len(ring) for _, ring in found)])
    owners = np.array([i for i, _ in found])
    return Shapes(np.concatenate([ring for _, ring in found]), starts, owners, closed=True)


def dividing(sectors: Sectors) -> Shapes:
    """The lines between neighbours in metres."""
    lines = lines_between(sectors).values()
    return from_lines([shapely.get_coordinates(p) for line in lines for p in line.geoms])


def widest(area: Any) -> list[float]:
    """The middle of an area's widest part in degrees: where its name has most room."""
    radius: Any = shapely.maximum_inscribed_circle([area], tolerance=2000.0)[0]
    lon, lat = unproject(*shapely.get_coordinates(radius)[0])
    return [round(float(lon), 3), round(float(lat), 3)]


def _polygonal(area: Any) -> Any:
    """Only the polygons of what an overlay has left."""
    parts = [part for part in shapely.get_parts(area) if part.geom_type == "Polygon"]
    return shapely.multipolygons(parts)


def main() -> None:
    """Compute and write both files."""
    folder = bundled_folder()
    basemap = Basemap(folder)
    sea, countries = basemap.caspian, basemap.countries
    all_coasts = coasts(sea, countries)
    equal, weights = weighted(sea, all_coasts)
    found: dict[str, Sectors] = {
        "median": divide(sea, all_coasts),
        "mainland": divide(sea, mainland(sea, countries)),
        "equal": equal,
        "undivided": {"": sea},
    }
    layers: dict[str, Shapes] = {}
    numbers: dict[str, Any] = {}
    for name, parts in found.items():
        drawn = simplified(parts)
        layers[name] = outlines(drawn)
        layers[f"{name}.lines"] = dividing(drawn)
        numbers[name] = {
            "method": METHODS[name],
            "shares": [
                {"state": state, "km2": round(part.area / 1e6), "at": widest(part)}
                for state, part in parts.items()
            ],
        }
    write_layers(folder / GEOMETRY, layers)
    by_state = zip(STATES, weights.tolist(), strict=True)
    numbers["equal"]["weights"] = {state: round(weight, 4) for state, weight in by_state}
    (folder / NUMBERS).write_text(json.dumps(numbers, indent=1) + "\n", "utf-8")
    print(json.dumps(numbers, indent=1))


if __name__ == "__main__":
    main()
