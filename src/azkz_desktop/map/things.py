"""Everything of the database that has a place, read once and projected."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from azkz_desktop.dataset.columns import Codes
from azkz_desktop.dataset.records import Area, Boundary, Place, Route
from azkz_desktop.lean import dataclass
from azkz_desktop.map.projection import project, project_points
from azkz_desktop.map.shapes import Floats
from azkz_desktop.map.source import MapSource
from azkz_desktop.map.states import Stage, stages
from azkz_desktop.map.styles import ON_LAND, family
from azkz_desktop.map.tongue import Tongue

HORIZON = 8_000_000.0
"""Metres: what is farther from the projection's centre has no place on this map."""


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """A route: its lines as (n, 2) metres, which go by ship instead, its life as stages."""

    record: Route
    lines: tuple[Floats, ...]
    afloat: tuple[bool, ...]
    life: tuple[Stage, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """An area: `outline` in metres (None for a point), and the point that stands for it."""

    record: Area
    outline: Any
    x: float
    y: float
    life: tuple[Stage, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SectorLine:
    """A line between two sectors."""

    record: Boundary
    lines: tuple[Floats, ...]
    life: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A place with its position in metres."""

    record: Place
    x: float
    y: float


def lines_of(geometry: bytes | None) -> tuple[Floats, ...]:
    """The lines of a WKB geometry in metres."""
    if geometry is None:
        return ()
    parts = shapely.get_parts(shapely.from_wkb(geometry))
    return tuple(project_points(shapely.get_coordinates(part)) for part in parts)


class Things:
    """Routes, areas, lines and places by id; read from *source* when first asked for.

    *is_land* says of points in metres whether they lie on land: so a route over water is known.
    """

    def __init__(self, source: MapSource, is_land: Callable[[Floats], NDArray[np.bool_]]) -> None:
        self.source = source
        self._is_land = is_land

    @cached_property
    def tongue(self) -> Tongue:
        """What things are called in other languages and at other times."""
        return Tongue(self.source.dataset)

    @cached_property
    def courses(self) -> Mapping[str, Course]:
        """Routes that have a course."""
        dataset = self.source.dataset
        return {
            key: self._course(route, stages(dataset.states(key)))
            for key, route in dataset.routes().items()
            if route.geometry is not None
        }

    def _course(self, route: Route, life: tuple[Stage, ...]) -> Course:
        lines = lines_of(route.geometry)
        ships = family(route) in ON_LAND  # nothing else is drawn otherwise over water
        return Course(route, lines, tuple(ships and self._is_afloat(one) for one in lines), life)

    def _is_afloat(self, line: Floats) -> bool:
        """Whether a line crosses water: most of its vertices but the ends are not on land."""
        inner = line[1:-1] if len(line) > 2 else line
        return float(np.mean(self._is_land(inner))) < 0.5

    @cached_property
    def regions(self) -> Mapping[str, Region]:
        """Areas that have an outline or a point."""
        dataset = self.source.dataset
        found = {
            key: _region(area, stages(dataset.states(key))) for key, area in dataset.areas().items()
        }
        return {key: region for key, region in found.items() if region is not None}

    @cached_property
    def sector_lines(self) -> Mapping[str, SectorLine]:
        """Lines between sectors."""
        dataset = self.source.dataset
        return {
            key: SectorLine(line, lines_of(line.geometry), stages(dataset.states(key)))
            for key, line in dataset.boundaries().items()
            if line.geometry is not None
        }

    @cached_property
    def places(self) -> Mapping[str, Point]:
        """Points within the map's horizon."""
        records = self.source.dataset.places()
        xy = project_points([(place.lon, place.lat) for place in records.values()])
        return {
            key: Point(place, float(x), float(y))
            for (key, place), (x, y) in zip(records.items(), xy, strict=True)
            if np.hypot(x, y) < HORIZON
        }

    @cached_property
    def event_place(self) -> Codes:
        """Each event's main place as an index into `place_ids`, −1 where it has none."""
        membership = self.source.columns.facets["place"]
        first = np.full(len(self.source.columns), -1, dtype=np.int32)
        # The main place comes first: written last, it stays.
        first[membership.event[::-1]] = membership.code[::-1]
        return first

    @property
    def place_ids(self) -> tuple[str, ...]:
        """The ids of places, by their code."""
        return self.source.columns.facets["place"].ids


def _region(area: Area, life: tuple[Stage, ...]) -> Region | None:
    if area.geometry is None:
        return None
    shape = shapely.from_wkb(area.geometry)
    if shape.geom_type == "Point":
        x, y = project(shapely.get_x(shape), shapely.get_y(shape))
        return Region(area, None, float(x), float(y), life)
    outline = shapely.transform(shape, project_points)
    # The middle of its widest part: where a name has the most room.
    radius: Any = shapely.maximum_inscribed_circle([outline], tolerance=3000.0)[0]
    x, y = shapely.get_coordinates(radius)[0]
    return Region(area, outline, float(x), float(y), life)
