"""Routes in the state that they had at the moment, as strokes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.marks import Ref, Stroke
from azkz_desktop.map.parallel import Slots, crowd, moved_aside, offsets, slots, smoothed
from azkz_desktop.map.shapes import Box, Floats, line_length
from azkz_desktop.map.states import BUILT, NEVER, Held, held, is_told
from azkz_desktop.map.styles import chosen, family, pens
from azkz_desktop.map.things import Course
from azkz_desktop.view.state import Focus

GAP = 4.0
"""Pixels between lines that run side by side."""
ORDER = ("corridor", "air", "road", "railway", "sea_route", "gas", "oil")
"""What is drawn first lies below; side by side, it lies to the left."""
ON_LAND = ("railway", "road")
MARGIN = 60.0


@dataclass(frozen=True, slots=True, eq=False)
class ShownRoute:
    """A route that is drawn, with its status and its lines in pixels, land and sea apart.

    `crowd` (n, 2): up to which share of its longest line how many routes run side by side.
    """

    course: Course
    kind: str
    held: Held
    strokes: tuple[Stroke, ...]
    crowd: Floats

    @property
    def id(self) -> str:
        """The route's id."""
        return self.course.record.id


class Routes:
    """All routes; which run side by side is worked out once for each set that is drawn."""

    def __init__(self, courses: Mapping[str, Course]) -> None:
        self._courses = courses
        self._kinds = {key: family(course.record) for key, course in courses.items()}
        self._slots = lru_cache(maxsize=16)(self._make_slots)

    def at(self, day: int, focus: Focus | None = None) -> list[tuple[Course, Held]]:
        """The routes of which something is told at *day*, in the order of drawing.

        The chosen one comes last and lies on top.
        """
        found = [(course, held(course.life, day)) for course in self._courses.values()]
        shown = [
            (course, status)
            for course, status in found
            if status is not None and is_told(status) and not self._is_vague(course, status)
        ]
        picked = focus.id if focus is not None and focus.type == "route" else None

        def depth(item: tuple[Course, Held]) -> tuple[bool, bool, int, str]:
            course, status = item
            kind = self._kinds[course.record.id]
            order = ORDER.index(kind)
            built = status.status in BUILT
            return course.record.id == picked, built and kind != "corridor", order, course.record.id

        return sorted(shown, key=depth)

    def _is_vague(self, course: Course, status: Held) -> bool:
        """A corridor is no thing on the ground: without a beginning it is not drawn."""
        unbounded = status.stage.first == NEVER and not status.sure
        return unbounded and self._kinds[course.record.id] == "corridor"

    def _make_slots(self, names: tuple[str, ...]) -> Slots:
        return slots({name: self._courses[name].lines for name in names})

    def strokes(self, camera: Camera, day: int, focus: Focus | None) -> list[ShownRoute]:
        """What is drawn of the routes in *camera* at *day*."""
        shown = self.at(day, focus)
        beside = tuple(
            sorted(
                (c.record.id for c, _ in shown if self._kinds[c.record.id] != "corridor"),
                key=lambda name: (ORDER.index(self._kinds[name]), name),
            )
        )
        found = self._slots(beside)
        box = camera.box.grown(MARGIN * camera.scale)
        made = [self._shown(camera, course, status, found, focus) for course, status in shown]
        return [route for route in made if any(_meets(line, box) for line in route.course.lines)]

    def _shown(
        self, camera: Camera, course: Course, status: Held, found: Slots, focus: Focus | None
    ) -> ShownRoute:
        name = course.record.id
        kind = self._kinds[name]
        lines = [self._line(camera, name, kind, line, found) for line in course.lines]
        picked = focus is not None and focus.type == "route" and focus.id == name
        strokes = []
        for afloat in sorted(set(course.afloat)):
            ours = tuple(
                line for line, wet in zip(lines, course.afloat, strict=True) if wet is afloat
            )
            # A train goes on by ship: its part over the sea is drawn as one.
            drawn = pens("sea_route" if afloat and kind in ON_LAND else kind, status)
            if picked:
                drawn = (chosen(drawn[0]), *drawn)
            strokes.append(Stroke(ours, drawn, Ref("route", name), picked))
        longest = max(course.lines, key=line_length)
        return ShownRoute(course, kind, status, tuple(strokes), crowd(name, longest, found))

    def _line(self, camera: Camera, name: str, kind: str, line: Floats, found: Slots) -> Floats:
        pixels = camera.to_pixels(line)
        if kind == "air":
            return pixels
        if kind != "corridor":
            pixels = moved_aside(pixels, offsets(name, line, found, GAP))
        return smoothed(pixels)


def _meets(line: Floats, box: Box) -> bool:
    """Whether any edge of a line comes near the box: its own box meets it."""
    low, high = np.minimum(line[:-1], line[1:]), np.maximum(line[:-1], line[1:])
    beside = (low[:, 0] > box.right) | (high[:, 0] < box.left)
    above = (low[:, 1] > box.bottom) | (high[:, 1] < box.top)
    return bool((~(beside | above)).any())
