"""TopoJSON read into numpy: arcs that shapes share, simplified once and put together again.

Format: the TopoJSON specification 1.0. Because neighbours share their arcs, they still meet
after simplification.
"""

import json
from dataclasses import replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray

from azkz_desktop.lean import dataclass
from azkz_desktop.map.projection import project_points
from azkz_desktop.map.shapes import Floats, Indices, Shapes

LONGEST_EDGE: Final = 1.0
"""Degrees: longer edges get vertices between, because a parallel is a curve on the map."""
_NOT_DIGITS: Final = dict.fromkeys(map(ord, "[]} \n"))

Objects = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, eq=False)
class Topology:
    """Arcs in metres of the projection, and the layers that are made of them.

    Arc *i* has the vertices `xy[starts[i]:starts[i + 1]]`; `objects` holds each layer's
    features as TopoJSON geometries.
    """

    xy: Floats
    starts: Indices
    objects: Objects

    @cached_property
    def _layers(self) -> dict[str, "_Refs"]:
        return {name: _references(features) for name, features in self.objects.items()}

    def shapes(self, layer: str) -> Shapes:
        """All rings or lines of *layer*; rings that simplification flattened are left out."""
        refs = self._layers[layer]
        return _assemble(self, refs)

    def simplified(self, tolerance: float) -> "Topology":
        """The same with arcs simplified after Douglas and Peucker to *tolerance* metres."""
        lines = _arc_lines(self.xy, self.starts)
        xy, starts = _vertices(shapely.simplify(lines, tolerance, preserve_topology=False))
        made = replace(self, xy=xy, starts=starts)
        made.__dict__["_layers"] = self._layers
        return made


@dataclass(frozen=True, slots=True, eq=False)
class _Refs:
    """The arcs of a layer's parts: part *i* runs along `arcs[starts[i]:starts[i + 1]]`."""

    arcs: Indices
    starts: Indices
    feature: Indices
    closed: bool


def read_topology(path: Path) -> Topology:
    """The quantised TopoJSON file at *path*, projected; its arcs must be its last member.

    The arcs are nine tenths of the file and nothing but integers: numpy reads them from the
    text three times as fast as a JSON parser that makes a list of every pair.
    """
    head, found, arcs = path.read_text("utf-8").rpartition(',"arcs":[[[')
    if not found or not arcs.rstrip().endswith("]]]}"):
        raise ValueError(f"{path.name} does not end with its arcs")
    rest = json.loads(head + "}")
    counts = np.array([1 + arc.count("[") for arc in arcs.split("]],[[")], dtype=np.intp)
    starts = np.concatenate(([0], np.cumsum(counts)))
    steps = np.fromstring(arcs.translate(_NOT_DIGITS), dtype=np.int64, sep=",").reshape(-1, 2)
    grid = np.cumsum(steps, axis=0)
    # Each arc begins anew with an absolute position: take off what had been summed before it.
    before = np.vstack(([0, 0], grid))[starts[:-1]]
    grid -= np.repeat(before, counts, axis=0)
    scale, translate = (np.array(rest["transform"][key]) for key in ("scale", "translate"))
    objects = {name: value["geometries"] for name, value in rest["objects"].items()}
    lonlat, starts = _with_short_edges(grid * scale + translate, starts)
    return Topology(project_points(lonlat), starts, objects)


def _with_short_edges(lonlat: Floats, starts: Indices) -> tuple[Floats, Indices]:
    """The same arcs with vertices added along edges longer than `LONGEST_EDGE`."""
    step = np.diff(lonlat, axis=0, append=lonlat[-1:])
    step[starts[1:] - 1] = 0.0  # from one arc to the next there is no edge
    pieces = np.maximum(1, np.ceil(np.abs(step).max(axis=1) / LONGEST_EDGE)).astype(np.intp)
    ends = np.cumsum(pieces)
    along = (np.arange(ends[-1]) - np.repeat(ends - pieces, pieces)) / np.repeat(pieces, pieces)
    dense = np.repeat(lonlat, pieces, axis=0) + np.repeat(step, pieces, axis=0) * along[:, None]
    return dense, np.concatenate(([0], ends))[starts]


def _arc_lines(xy: Floats, starts: Indices) -> Any:
    arc = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    return shapely.linestrings(xy, indices=arc)


def _vertices(lines: Any) -> tuple[Floats, Indices]:
    xy, owner = shapely.get_coordinates(lines, return_index=True)
    return xy, np.searchsorted(owner, np.arange(len(lines) + 1))


def _parts_of(geometry: dict[str, Any]) -> list[list[int]]:
    """The arc lists of a geometry's rings or lines."""
    arcs = geometry["arcs"]
    match geometry["type"]:
        case "LineString":
            return [arcs]
        case "MultiLineString" | "Polygon":
            return list(arcs)
        case _:
            return list(chain.from_iterable(arcs))


def _references(features: list[dict[str, Any]]) -> _Refs:
    parts = [_parts_of(feature) for feature in features]
    flat = list(chain.from_iterable(parts))
    counts = np.fromiter(map(len, flat), dtype=np.intp)
    return _Refs(
        np.fromiter(chain.from_iterable(flat), dtype=np.intp),
        np.concatenate(([0], np.cumsum(counts))),
        np.repeat(np.arange(len(features)), np.fromiter(map(len, parts), dtype=np.intp)),
        closed=features[0]["type"].endswith("Polygon"),
    )


def _assemble(topology: Topology, refs: _Refs) -> Shapes:
    """Walk the arcs of every part; where two arcs join, their common vertex counts once."""
    backwards = refs.arcs < 0
    arc = np.where(backwards, ~refs.arcs, refs.arcs)
    first, end = topology.starts[arc], topology.starts[arc + 1]
    sizes = end - first - 1
    if not refs.closed:
        sizes[refs.starts[1:] - 1] += 1
    origin = np.where(backwards, end - 1, first)
    walk = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    index = np.repeat(origin, sizes) + np.repeat(np.where(backwards, -1, 1), sizes) * walk
    ends = np.concatenate(([0], np.cumsum(sizes)))[refs.starts]
    shapes = Shapes(topology.xy[index], ends, refs.feature, refs.closed)
    return shapes.where(_drawable(shapes)) if refs.closed else shapes


def _drawable(shapes: Shapes) -> NDArray[np.bool_]:
    drawable: NDArray[np.bool_] = np.diff(shapes.starts) >= 3
    return drawable
