"""TopoJSON read by numpy, against the same read the plain way."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from azkz_desktop.map.projection import project_points
from azkz_desktop.map.topology import LONGEST_EDGE, read_topology

SMALL = {
    "type": "Topology",
    "transform": {"scale": [0.1, 0.1], "translate": [40, 40]},
    "objects": {
        "land": {
            "type": "GeometryCollection",
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]]},
                {"type": "MultiPolygon", "arcs": [[[2, -2]], [[3]]]},
            ],
        },
        "rivers": {
            "type": "GeometryCollection",
            "geometries": [{"type": "LineString", "arcs": [1, -2]}],
        },
    },
    # Two arcs that meet in (0,0) and (3,3), one more around the east, and an island.
    "arcs": [
        [[0, 0], [0, 3], [3, 0]],
        [[3, 3], [0, -3], [-3, 0]],
        [[0, 0], [5, 0], [0, 5], [-2, -2]],
        [[8, 8], [1, 0], [0, 1], [-1, -1]],
    ],
}


def write(folder: Path, value: object) -> Path:
    path = folder / "small.topojson"
    path.write_text(json.dumps(value, separators=(",", ":")), "utf-8")
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path, SMALL)


def plain_arcs() -> list[np.ndarray]:
    arcs: Any = SMALL["arcs"]
    steps = [np.cumsum(arc, axis=0) for arc in arcs]
    return [40 + 0.1 * arc for arc in steps]


def test_arcs_are_summed_scaled_and_projected(small: Path) -> None:
    topology = read_topology(small)
    for i, arc in enumerate(plain_arcs()):
        found = topology.xy[topology.starts[i] : topology.starts[i + 1]]
        np.testing.assert_allclose(found, project_points(arc), atol=1e-6)


def test_rings_join_their_arcs_and_drop_what_is_doubled(small: Path) -> None:
    shapes = read_topology(small).shapes("land")
    assert shapes.closed
    assert shapes.feature.tolist() == [0, 1, 1]
    square = project_points([(40, 40), (40, 40.3), (40.3, 40.3), (40.3, 40)])
    np.testing.assert_allclose(shapes.parts[0], square, atol=1e-6)
    assert [len(part) for part in shapes.parts] == [4, 5, 3]


def test_a_reversed_arc_is_walked_backwards(small: Path) -> None:
    shapes = read_topology(small).shapes("rivers")
    assert not shapes.closed
    there_and_back = [(40.3, 40.3), (40.3, 40), (40, 40), (40.3, 40), (40.3, 40.3)]
    assert len(shapes.parts) == 1
    np.testing.assert_allclose(shapes.parts[0], project_points(there_and_back), atol=1e-6)


def test_long_edges_get_vertices_between(tmp_path: Path) -> None:
    wide = json.loads(json.dumps(SMALL))
    wide["arcs"][0] = [[0, 0], [0, 3], [300, 0], [-297, 0]]
    topology = read_topology(write(tmp_path, wide))
    first = topology.xy[topology.starts[0] : topology.starts[1]]
    degrees = 40 + 0.1 * np.array([(0, 0), (0, 3), (300, 3), (3, 3)])
    ends = project_points(degrees)
    assert len(first) == 1 + 1 + 30 + 30
    for end in ends:
        assert np.abs(first - end).sum(axis=1).min() < 1e-6
    assert LONGEST_EDGE == 1.0


def test_simplifying_keeps_ends_and_drops_flat_rings(small: Path) -> None:
    coarse = read_topology(small).simplified(200_000)
    for i, arc in enumerate(plain_arcs()):
        found = coarse.xy[coarse.starts[i] : coarse.starts[i + 1]]
        np.testing.assert_allclose(found[[0, -1]], project_points(arc)[[0, -1]], atol=1e-6)
    assert len(coarse.shapes("land")) == 0


def test_a_file_that_does_not_end_with_its_arcs_is_refused(tmp_path: Path) -> None:
    turned = {"arcs": SMALL["arcs"], **{k: v for k, v in SMALL.items() if k != "arcs"}}
    with pytest.raises(ValueError, match="does not end with its arcs"):
        read_topology(write(tmp_path, turned))
