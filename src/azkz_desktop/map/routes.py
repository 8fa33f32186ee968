"""Routes in the state that they had at the moment, as strokes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.marks import Ref, Stroke
from azkz_desktop.map.parallel import crowd, moved_aside, offsets, slots, smoothed, thinned
from azkz_desktop.map.shapes import Box, Floats, line_length, runs_in
from azkz_desktop.map.states import BUILT, NEVER, Held, held, is_told
from azkz_desktop.map.styles import ON_LAND, family, pens
from azkz_desktop.map.things import Course

GAP = 4.0
"""Pixels between lines that run side by side."""
ORDER = ("corridor", "air", "road", "railway", "sea_route", "gas", "oil")
"""What is drawn first lies below; side by side, it lies to the left."""
MARGIN = 60.0


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """Where a route lies in *camera*'s picture: the same for every moment that moves it not.

    `parts`: for land and for sea the lines near the picture, and how much of them lies before;
    `longest` is the whole of its longest line; `crowd` (n, 2): up to which share of that how many
    routes run side by side.
    """

    parts: tuple[tuple[bool, tuple[Floats, ...], tuple[float, ...]], ...]
    longest: Floats
    crowd: Floats
    camera: Camera


@dataclass(frozen=True, slots=True, eq=False)
class ShownRoute:
    """A route that is drawn, with its status and its lines in pixels, land and sea apart."""

    course: Course
    kind: str
    held: Held
    strokes: tuple[Stroke, ...]
    way: Way

    @property
    def id(self) -> str:
        """The route's id."""
        return self.course.record.id


class Routes:
    """All routes; which run side by side is worked out once for each set that is drawn."""

    def __init__(self, courses: Mapping[str, Course]) -> None:
        self._courses = courses
        self._kinds = {key: family(course.record) for key, course in courses.items()}
        self._sides = lru_cache(maxsize=16)(self._make_sides)
        self._ways = lru_cache(maxsize=400)(self._make_way)

    def at(self, day: int) -> list[tuple[Course, Held]]:
        """The routes of which something is told at *day*, in the order of drawing."""
        found = [
            (course, is_shown(course, held(course.life, day))) for course in self._courses.values()
        ]
        shown = [(course, status) for course, status in found if status is not None]

        def depth(item: tuple[Course, Held]) -> tuple[bool, int, str]:
            course, status = item
            kind = self._kinds[course.record.id]
            order = ORDER.index(kind)
            built = status.status in BUILT
            return built and kind != "corridor", order, course.record.id

        return sorted(shown, key=depth)

    def _make_sides(self, names: tuple[str, ...]) -> "_Sides":
        return _Sides({name: self._courses[name].lines for name in names})

    def strokes(self, camera: Camera, day: int) -> list[ShownRoute]:
        """What is drawn of the routes in *camera* at *day*."""
        shown = self.at(day)
        beside = tuple(
            sorted(
                (c.record.id for c, _ in shown if self._kinds[c.record.id] != "corridor"),
                key=lambda name: (ORDER.index(self._kinds[name]), name),
            )
        )
        sides = self._sides(beside)
        made = [self._shown(camera, course, status, sides) for course, status in shown]
        return [route for route in made if any(stroke.lines for stroke in route.strokes)]

    def _shown(self, camera: Camera, course: Course, status: Held, sides: "_Sides") -> ShownRoute:
        name = course.record.id
        kind = self._kinds[name]
        aside = tuple(found.tobytes() for found in sides.aside(course))
        way = self._ways(camera, name, aside, sides.crowd(course).tobytes())
        strokes = []
        for afloat, near, begun in way.parts:
            # A train goes on by ship: its part over the sea is drawn as one.
            drawn = pens("sea_route" if afloat and kind in ON_LAND else kind, status)
            strokes.append(Stroke(near, drawn, Ref("route", name), begun=begun))
        return ShownRoute(course, kind, status, tuple(strokes), way)

    def _make_way(self, camera: Camera, name: str, aside: tuple[bytes, ...], crowd: bytes) -> Way:
        """Where a route's lines lie; arrays are asked for by their bytes, which can be compared."""
        course, kind = self._courses[name], self._kinds[name]
        lines = [
            _pixels(camera, kind, line, np.frombuffer(off))
            for line, off in zip(course.lines, aside, strict=True)
        ]
        room = Box(0, 0, camera.width, camera.height).grown(MARGIN)
        parts = []
        for afloat in sorted(set(course.afloat)):
            ours = [line for line, wet in zip(lines, course.afloat, strict=True) if wet is afloat]
            runs = [run for line in ours for run in runs_in(line, room)]
            near, begun = tuple(line for line, _ in runs), tuple(start for _, start in runs)
            parts.append((afloat, near, begun))
        longest = lines[_longest(course)]
        return Way(tuple(parts), longest, np.frombuffer(crowd).reshape(-1, 2), camera)


def is_shown(course: Course, status: Held | None) -> Held | None:
    """*status* where enough is told at that moment to draw the route; else None.

    A corridor is no thing on the ground: without a beginning it is not drawn.
    """
    if status is None or not is_told(status):
        return None
    unbounded = status.stage.first == NEVER and not status.sure
    return None if unbounded and family(course.record) == "corridor" else status


def _longest(course: Course) -> int:
    """Which of a route's lines is the longest."""
    return int(np.argmax([line_length(line) for line in course.lines]))


class _Sides:
    """What of routes side by side does not change with the camera: worked out once."""

    def __init__(self, courses: Mapping[str, Sequence[Floats]]) -> None:
        self._slots = slots(courses)
        self._aside: dict[str, list[Floats]] = {}
        self._crowd: dict[str, Floats] = {}

    def aside(self, course: Course) -> list[Floats]:
        """How far each edge of each of its lines is moved, in pixels."""
        name = course.record.id
        if name not in self._aside:
            found = [offsets(name, line, self._slots, GAP) for line in course.lines]
            self._aside[name] = found
        return self._aside[name]

    def crowd(self, course: Course) -> Floats:
        """How many run side by side along its longest line."""
        name = course.record.id
        if name not in self._crowd:
            self._crowd[name] = crowd(name, course.lines[_longest(course)], self._slots)
        return self._crowd[name]


def _pixels(camera: Camera, kind: str, line: Floats, aside: Floats) -> Floats:
    pixels = camera.to_pixels(line)
    if kind == "air":
        return pixels
    return thinned(smoothed(pixels if kind == "corridor" else moved_aside(pixels, aside)))
