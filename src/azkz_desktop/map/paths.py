"""Arrays of vertices as Qt's paths, made without a Python object for every vertex."""

from collections.abc import Sequence

import numpy as np
import shapely
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QLineF
from PySide6.QtGui import QPainterPath

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.shapes import Floats, Shapes

_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
_MOVE, _LINE = 0, 1
CLIP_MARGIN = 0.0
"""Pixels beyond the picture's edge at which shapes are cut: fills have no edge that would show."""


def path_of_parts(xy: Floats, starts: "np.typing.NDArray[np.intp]", closed: bool) -> QPainterPath:
    """Parts `xy[starts[i]:starts[i + 1]]` as one path, filled by the odd-even rule.

    Qt reads the path from the bytes of its own stream format: a count, then for each vertex
    its kind and two numbers, then the begin of the last part and the fill rule.
    """
    if len(starts) < 2 or not len(xy):
        return QPainterPath()
    if closed:
        xy, starts = _with_first_again(xy, starts)
    elements = np.empty(len(xy), dtype=_ELEMENT)
    elements["kind"] = _LINE
    elements["kind"][starts[:-1]] = _MOVE
    elements["x"], elements["y"] = xy[:, 0], xy[:, 1]
    head = np.array([len(xy)], dtype=">i4").tobytes()
    tail = np.array([starts[-2], 0], dtype=">i4").tobytes()
    path = QPainterPath()
    data = QByteArray(head + elements.tobytes() + tail)
    stream = QDataStream(data, QIODevice.OpenModeFlag.ReadOnly)
    stream >> path
    return path


def _with_first_again(
    xy: Floats, starts: "np.typing.NDArray[np.intp]"
) -> tuple[Floats, "np.typing.NDArray[np.intp]"]:
    """Rings whose last vertex is their first one."""
    closed = np.insert(xy, starts[1:], xy[starts[:-1]], axis=0)
    return closed, starts + np.arange(len(starts))


def path_of(shapes: Shapes) -> QPainterPath:
    """All of *shapes* in metres."""
    return path_of_parts(shapes.xy, shapes.starts, shapes.closed)


def path_of_lines(lines: Sequence[Floats]) -> QPainterPath:
    """Open lines in pixels."""
    if not lines:
        return QPainterPath()
    sizes = np.cumsum([0, *(len(line) for line in lines)])
    return path_of_parts(np.concatenate(list(lines)), sizes, closed=False)


def edges_of(edges: Floats) -> list[QLineF]:
    """Edges (n, 4) as Qt's lines."""
    return [QLineF(*edge) for edge in edges.tolist()]


def path_of_rings(rings: Sequence[Floats]) -> QPainterPath:
    """Closed rings in pixels."""
    path = path_of_lines(rings)
    path.closeSubpath()
    return path


def clipped_path(shapes: Shapes, camera: Camera) -> QPainterPath:
    """What of *shapes* is in sight, in pixels: what a file holds instead of the whole world."""
    box = camera.box.grown(CLIP_MARGIN * camera.scale)
    edges = (box.left, box.top, box.right, box.bottom)
    if shapes.closed:
        # Each ring by itself: the odd-even rule makes holes of what lies inside.
        found = shapely.clip_by_rect(shapely.polygons(shapes.geometry), *edges)
        rings = [ring for part in shapely.get_parts(found) for ring in shapely.get_rings(part)]
        return path_of_rings([camera.to_pixels(shapely.get_coordinates(r)) for r in rings])
    found = shapely.clip_by_rect(shapes.geometry, *edges)
    lines = [part for part in shapely.get_parts(found) if not part.is_empty]
    return path_of_lines([camera.to_pixels(shapely.get_coordinates(line)) for line in lines])
