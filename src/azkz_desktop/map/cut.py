"""A scene cut at the edge of its picture: for files, whose writers do not all clip.

Qt's SVG writer forgets clip rectangles, so that what reaches beyond the map would lie over the
title and the legend. Lines and areas end at the edge, labels and symbols are inside or gone.
"""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import shapely

from azkz_desktop.map.labels import Measure, label_boxes
from azkz_desktop.map.marks import Bubble, Label, Patch, Scene, Stroke, Symbol
from azkz_desktop.map.shapes import Box, Floats


def cut_scene(scene: Scene, measure: Measure, side: Box | None = None) -> Scene:
    """*scene* without anything outside its camera's picture, or outside one *side* of it.

    A symbol belongs to the side where its middle is, and may reach over the line.
    """
    whole = Box(0, 0, scene.camera.width, scene.camera.height)
    room = side or whole

    def stays(mark: Symbol | Bubble) -> bool:
        return _is_inside(mark, whole) and room.left <= mark.x < room.right

    return replace(
        scene,
        graticule=tuple(
            replace(line, pixels=part)
            for line in scene.graticule
            for part, _ in _line_inside(line.pixels, room)
        ),
        patches=tuple(_patch_inside(patch, room) for patch in scene.patches),
        strokes=tuple(_stroke_inside(stroke, room) for stroke in scene.strokes),
        over=tuple(_stroke_inside(stroke, room) for stroke in scene.over),
        symbols=tuple(one for one in scene.symbols if stays(one)),
        bubbles=tuple(one for one in scene.bubbles if stays(one)),
        labels=tuple(_labels_inside(scene.labels, room, measure)),
    )


def _is_inside(mark: Symbol | Bubble, room: Box) -> bool:
    return room.grown(-mark.radius - 1).holds(mark.x, mark.y)


def _labels_inside(labels: Iterable[Label], room: Box, measure: Measure) -> Iterable[Label]:
    for label in labels:
        width = max(measure.measure(line, label.role) for line in label.lines)
        boxes = label_boxes(label, width, measure.height(label.role))
        corners = [(b.left, b.top) for b in boxes] + [(b.right, b.bottom) for b in boxes]
        if all(room.holds(x, y) for x, y in corners):
            yield label


def _line_inside(line: Floats, room: Box) -> list[tuple[Floats, float]]:
    """The parts of a line inside *room*, and how far along the line each begins."""
    whole = shapely.LineString(line)
    found = shapely.clip_by_rect(whole, room.left, room.top, room.right, room.bottom)
    parts = [part for part in shapely.get_parts(found) if part.geom_type == "LineString"]
    return [
        (shapely.get_coordinates(part), float(whole.line_locate_point(shapely.get_point(part, 0))))
        for part in parts
        if not part.is_empty
    ]


def _stroke_inside(stroke: Stroke, room: Box) -> Stroke:
    begun = stroke.begun or (0.0,) * len(stroke.lines)
    found = [
        (part, start + before)
        for line, before in zip(stroke.lines, begun, strict=True)
        for part, start in _line_inside(line, room)
    ]
    lines, starts = tuple(part for part, _ in found), tuple(start for _, start in found)
    return replace(stroke, lines=lines, begun=starts)


def _patch_inside(patch: Patch, room: Box) -> Patch:
    """The area cut off; its outline stays open where it was cut."""
    edges = (room.left, room.top, room.right, room.bottom)
    rings = [ring for ring in patch.rings if len(ring) >= 3]
    cut = [shapely.clip_by_rect(shapely.Polygon(ring), *edges) for ring in rings]
    inside = [
        shapely.get_coordinates(ring)
        for area in cut
        for ring in shapely.get_rings(shapely.get_parts(area))
    ]
    outline = [
        part for ring in rings for part, _ in _line_inside(np.vstack((ring, ring[:1])), room)
    ]
    hatch = [part for line in patch.hatch for part, _ in _line_inside(line, room)]
    return replace(patch, rings=tuple(inside), outline=tuple(outline), hatch=tuple(hatch))
