"""The basemap: land, water, borders, rivers at three levels of detail, and places by rank.

Natural Earth 1:10m, clipped by `scripts/clip_basemap.py`; see `resources/basemap/README.md`.
"""

import json
from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely

from azkz_desktop.lean import dataclass
from azkz_desktop.map.levels import FILE, read_layers
from azkz_desktop.map.projection import project_points
from azkz_desktop.map.shapes import Floats, Shapes
from azkz_desktop.map.topology import Topology, read_topology

LEVELS: Final = (0.0, 1500.0, 6000.0)
"""Tolerance of each level of detail, in metres; the first is the data itself."""
COARSEST_PIXELS: Final = 1.2
"""A level is used while its tolerance is below this many pixels, so that nothing is seen."""
TWO_STATES: Final = ("AZE", "KAZ")
LARGE_RANKS: Final = (12, 6, 4)
"""Rivers and lakes up to this rank are drawn at each level."""


def level_for(metres_per_pixel: float) -> int:
    """The coarsest level whose simplification cannot be seen at this scale."""
    fitting = [
        i for i, tolerance in enumerate(LEVELS) if tolerance <= COARSEST_PIXELS * metres_per_pixel
    ]
    return fitting[-1]


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """Every layer at one level of detail."""

    land: Shapes
    two_states: Shapes
    lakes: Shapes
    coast: Shapes
    borders: Shapes
    disputed: Shapes
    rivers: Shapes


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place: (x, y) in metres, rank 0 is the most important."""

    name: str
    x: float
    y: float
    rank: int
    country: str
    capital: bool


LAYERS: Final = tuple(field.name for field in fields(Level))
FAR: Final = ("far_land", "far_coast")


class Basemap:
    """Reads the files of *folder* once, each when it is first asked for.

    The coarser levels come ready from `levels.npz`, the finest from the data itself.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._levels: dict[int, Level] = {}
        self._far: dict[int, tuple[Shapes, Shapes]] = {}

    @cached_property
    def _full(self) -> Topology:
        return read_topology(self._folder / "caspian.topojson")

    @cached_property
    def _ready(self) -> dict[str, Shapes]:
        path = self._folder / FILE
        return read_layers(path) if path.is_file() else {}

    def level(self, index: int) -> Level:
        """The layers at level *index* of `LEVELS`."""
        if index not in self._levels:
            ready = self._read(index, LAYERS)
            self._levels[index] = Level(*ready) if ready else self._make(index)
        return self._levels[index]

    def _read(self, index: int, names: tuple[str, ...]) -> list[Shapes]:
        """Layers of a level that has been made beforehand; none for one that has not."""
        keys = [f"{index}.{name}" for name in names]
        return [self._ready[key] for key in keys] if index and keys[0] in self._ready else []

    def made(self, index: int) -> dict[str, Shapes]:
        """All layers of a level, made from the data: what `levels.npz` is to hold."""
        level = self._make(index)
        layers = {name: getattr(level, name) for name in LAYERS}
        layers |= zip(FAR, self._make_far(index), strict=True)
        return {f"{index}.{name}": shapes for name, shapes in layers.items()}

    def _make(self, index: int) -> Level:
        tolerance = LEVELS[index]
        arcs = self._full.simplified(tolerance) if tolerance else self._full
        ranked = {name: self._up_to_rank(arcs, name, index) for name in ("lakes", "rivers")}
        borders = arcs.shapes("borders")
        disputed = self._flag("borders", "status", ("disputed",))[borders.feature]
        countries = arcs.shapes("countries")
        tinted = self._flag("countries", "a3", TWO_STATES)[countries.feature]
        return Level(
            land=arcs.shapes("land"),
            two_states=countries.where(tinted),
            coast=arcs.shapes("coast"),
            borders=borders.where(~disputed),
            disputed=borders.where(disputed),
            **ranked,
        )

    def _flag(self, layer: str, key: str, values: tuple[str, ...]) -> "np.typing.NDArray[np.bool_]":
        features = self._full.objects[layer]
        return np.array([f["properties"][key] in values for f in features])

    def _up_to_rank(self, arcs: Topology, layer: str, index: int) -> Shapes:
        ranks = np.array([f["properties"]["rank"] for f in self._full.objects[layer]])
        shapes = arcs.shapes(layer)
        return shapes.where(ranks[shapes.feature] <= LARGE_RANKS[index])

    def far(self, index: int) -> tuple[Shapes, Shapes]:
        """Coarse land and coast around the region, for whoever zooms far out."""
        if index not in self._far:
            ready = self._read(index, FAR)
            self._far[index] = (ready[0], ready[1]) if ready else self._make_far(index)
        return self._far[index]

    def _make_far(self, index: int) -> tuple[Shapes, Shapes]:
        whole, tolerance = self._far_topology, LEVELS[index]
        topology = whole.simplified(tolerance) if tolerance else whole
        return topology.shapes("land"), topology.shapes("coast")

    @cached_property
    def _far_topology(self) -> Topology:
        return read_topology(self._folder / "far.topojson")

    @cached_property
    def caspian(self) -> Any:
        """The sea without Garabogazköl, in full detail, metres of the projection."""
        return shapely.make_valid(self.polygons("caspian")[0])

    @cached_property
    def _land_rings(self) -> shapely.STRtree:
        rings: Any = shapely.polygons(self.level(1).land.geometry)
        shapely.prepare(rings)
        return shapely.STRtree(rings)

    def is_land(self, xy: Floats) -> "np.typing.NDArray[np.bool_]":
        """Whether points (n, 2) lie on land, to about a kilometre; lakes count as land."""
        tree = self._land_rings
        points, rings = tree.query(shapely.points(xy))
        # Asked of the rings, which are prepared for many questions, and not of the points.
        points = points[shapely.contains_xy(tree.geometries[rings], xy[points])]
        # Inside an odd number of rings: a sea inside the land is a ring inside a ring.
        odd: np.typing.NDArray[np.bool_] = np.bincount(points, minlength=len(xy)) % 2 == 1
        return odd

    def polygons(self, layer: str) -> list[Any]:
        """The features of a layer of rings as shapely (multi)polygons, full detail."""
        shapes = self._full.shapes(layer)
        rings: Any = shapely.polygons(shapes.geometry)
        count = len(self._full.objects[layer])
        # Rings of one feature never cross: what lies in an odd number of them is inside.
        return [_odd_even(rings[shapes.feature == i]) for i in range(count)]

    @cached_property
    def countries(self) -> dict[str, Any]:
        """Outlines of the countries by their three letters (`KAZ`), full detail."""
        names = [f["properties"]["a3"] for f in self._full.objects["countries"]]
        return dict(zip(names, self.polygons("countries"), strict=True))

    @cached_property
    def towns(self) -> list[Town]:
        """Populated places, the most important first."""
        rows = json.loads((self._folder / "places.json").read_text("utf-8"))
        xy: Floats = project_points([(row["lon"], row["lat"]) for row in rows])
        return [
            Town(row["name"], x, y, row["rank"], row["country"], bool(row["capital"]))
            for row, (x, y) in zip(rows, xy.tolist(), strict=True)
        ]

    @cached_property
    def town_names(self) -> list[list[str | None]]:
        """For each of `towns` its names in `LANGUAGES`, None where none is known (GeoNames)."""
        rows: list[list[str | None]]
        rows = json.loads((self._folder / "town-names.json").read_text("utf-8"))
        return rows


def _odd_even(rings: Any) -> Any:
    result = shapely.Polygon()
    for ring in sorted(rings, key=shapely.area, reverse=True):
        result = shapely.symmetric_difference(result, shapely.make_valid(ring))
    return result


def bundled_folder() -> Path:
    """Where `resources/basemap` is: inside an installed package, or beside `src/`."""
    package = Path(__file__).parents[1]
    installed = package / "_bundled" / "resources" / "basemap"
    return installed if installed.is_dir() else package.parents[1] / "resources" / "basemap"
