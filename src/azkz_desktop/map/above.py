"""What lies above what stands: events, towns, all words, and what is chosen.

It depends on the filter and the choice as well; what stands below stays as it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np

from azkz_desktop.dates.days import ordinal
from azkz_desktop.map.callout_places import Callout, Places, candidates
from azkz_desktop.map.callouts import Said, placed_callouts
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.events import Gathered
from azkz_desktop.map.furniture import reserved as reserved_in
from azkz_desktop.map.ground_names import ground_wishes
from azkz_desktop.map.labels import SPACE, Measure, Wish, label_boxes, place
from azkz_desktop.map.marks import Label, Pen, Stroke, Symbol
from azkz_desktop.map.names import BUSY, Names, standing_off
from azkz_desktop.map.picked import picked, point_ring
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.standing import Standing
from azkz_desktop.map.things import Things
from azkz_desktop.view.state import ViewState

EDGE = 160.0
"""Pixels around the picture from where a label may reach into it."""
FIRST = 6.4
NAMES = ("city-bold", "route")
"""Names of a lower rank in these roles (busy towns', chosen routes') come before all else."""
SAME = 24.0
"""Pixels between an area's point and a place of its name that is the same thing."""
LEADER = Pen("secondary", 1.0)
"""The line that joins words to what they belong to."""

Placed = TypeVar("Placed", Label, Symbol)


@dataclass(frozen=True, slots=True, eq=False)
class Above:
    """Lines of what is chosen, symbols, labels."""

    over: tuple[Stroke, ...]
    symbols: tuple[Symbol, ...]
    labels: tuple[Label, ...]


class Words:
    """Places the words of a picture: towns by rank, then all wishes, none over another."""

    def __init__(self, things: Things, names: Names, measure: Measure) -> None:
        self.things = things
        self.names = names
        self.measure = measure
        self.candidates = lru_cache(maxsize=4)(self._make_candidates)

    def above(
        self,
        camera: Camera,
        state: ViewState,
        standing: Standing,
        events: Gathered | None,
        reserved: Sequence[Box],
        sights: tuple[Box, ...],
    ) -> Above:
        """All that lies above *standing*; no label is placed on the *reserved* pixels.

        *sights* are what of the picture is seen at first and, of two moments, the side of this
        one: what is in them is whole.
        """
        sight = sights[0]
        own = picked(self.things, camera, standing, state, self.measure)
        towns = self._towns(camera, state, standing, events) if "cities" in state.layers else []
        language, day, tongue = state.language, ordinal(state.moment), self.names.tongue
        wishes = own.among(standing.wishes)
        if own.wishes:
            wishes = [tongue.renamed(wish, language, day) for wish in wishes]
        wishes = _without_doubles(wishes, [wish for _, wish in towns])
        wishes += ground_wishes(camera, tongue, language, day)
        symbols = (*standing.symbols, *own.symbols, *(events.symbols if events else ()))
        marks = _taken(symbols, towns, events)
        stances = self._stances(camera, standing, marks, sight)
        marks += _taken(stances, (), None)
        first = [wish for wish in wishes if _is_first(wish)]
        first += [standing_off(wish) for wish in first if not wish.must and wish.gap > BUSY]
        placed = place(first, self.measure, [*reserved, *marks], standing.under, sights)
        words = [box for _, label in placed for box in self._boxes(label)]
        said = self._said(camera, standing, stances, (marks, words), sights)
        taken = [*reserved, *marks, *words, *_filled(said)]
        rest = [wish for wish in wishes if not _is_first(wish)]
        placed += place(rest, self.measure, taken, standing.under, sights)
        named = {id(wish) for wish, _ in placed}
        dots = tuple(dot for dot, wish in towns if dot.ref is not None or id(wish) in named)
        labels = (*(one.label for one in said), *(label for _, label in placed))
        rings = point_ring(self.things, camera, state.focus, events)
        return Above(
            (*own.over, *rings, *_leaders(said)),
            _in_sight((*dots, *symbols, *stances), camera),
            _in_sight(labels, camera),
        )

    def _boxes(self, label: Label) -> list[Box]:
        width = max(self.measure.measure(line, label.role) for line in label.lines)
        boxes = label_boxes(label, width, self.measure.height(label.role))
        return [Box(one.left - SPACE, one.top, one.right + SPACE, one.bottom) for one in boxes]

    def _said(
        self,
        camera: Camera,
        standing: Standing,
        stances: Sequence[Symbol],
        taken: tuple[Sequence[Box], Sequence[Box]],
        sights: tuple[Box, ...],
    ) -> list[Said]:
        """What is said of lines, or of the *stances*, in its place.

        *taken* by marks, and by words that have their places.
        """
        marks, words = taken
        callouts: Sequence[Callout] = standing.callouts
        found = self.candidates(standing, sights)
        if stances:
            from azkz_desktop.map.stances import stance_callouts  # only where stances are shown

            shown, states = standing.stances, standing.states
            callouts = stance_callouts(shown, stances, states, camera.scale)
            found = self._make_candidates(standing, sights, callouts)
        around = [*marks, *reserved_in(sights[0], self.measure.scale)]
        return placed_callouts(callouts, found, self.measure, around, words)

    def _make_candidates(
        self,
        standing: Standing,
        sights: tuple[Box, ...],
        callouts: Sequence[Callout] | None = None,
    ) -> list[Places]:
        """Where *callouts*, those of what stands if none are named, may have their places.

        In the last of *sights* in which they have a point, and in none in which they have none.
        """
        asked = standing.callouts if callouts is None else callouts
        whole, *sides = sights
        found = []
        for one in asked:
            other = [side for side in sides if not one.is_seen(side)]
            room = whole if other or not sides else sides[-1]
            kept = [*reserved_in(whole, self.measure.scale), *other]
            found.append(candidates(one, self.measure, room, kept, standing.under))
        return found

    def _stances(
        self, camera: Camera, standing: Standing, marks: Sequence[Box], sight: Box
    ) -> list[Symbol]:
        if not standing.stances:
            return []
        from azkz_desktop.map.stances import stance_symbols  # only where stances are shown

        return stance_symbols(
            standing.stances, camera, sight, [*reserved_in(sight, self.measure.scale), *marks]
        )

    def points(self, camera: Camera, state: ViewState, standing: Standing) -> tuple[Symbol, ...]:
        """The symbols that come besides those which stand: of a chosen field, of stances."""
        own = picked(self.things, camera, standing, state, self.measure)
        whole = Box(0, 0, camera.width, camera.height)
        stances = self._stances(camera, standing, (), whole)
        return (*own.symbols, *stances)

    def _towns(
        self, camera: Camera, state: ViewState, standing: Standing, events: Gathered | None
    ) -> list[tuple[Symbol, Wish]]:
        ends = {
            end
            for route in standing.routes
            if route.kind != "corridor"
            for end in (route.course.record.from_place, route.course.record.to_place)
            if end is not None
        }
        always = frozenset(ends) | (events.places if events else frozenset())
        around = events.around if events else {}
        focus = state.focus
        chosen_place = focus.id if focus is not None and focus.type == "place" else None
        day = ordinal(state.moment)
        return self.names.towns(camera, day, always, chosen_place, around, state.language)


def _taken(
    symbols: Iterable[Symbol], towns: Iterable[tuple[Symbol, Wish]], events: Gathered | None
) -> list[Box]:
    """What labels keep clear of: bubbles, and the symbols of fields and events."""
    round_ = [(b.x, b.y, b.radius) for b in events.bubbles] if events else []
    round_ += [(s.x, s.y, s.radius) for s in symbols]
    round_ += [(s.x, s.y, s.radius) for s, _ in towns if s.ref is not None]
    return [Box(x - r, y - r, x + r, y + r) for x, y, r in round_]


def _is_first(wish: Wish) -> bool:
    """Whether a name has its place before all else: what is chosen, the busiest towns."""
    return wish.must or (wish.rank < FIRST and wish.role in NAMES)


def _without_doubles(wishes: Iterable[Wish], towns: Sequence[Wish]) -> list[Wish]:
    """*wishes* and *towns*, without an area's name where a place has it: Tengiz, field and town.

    A chosen area has its own name, and the place none.
    """
    found, left = [], list(towns)
    for wish in wishes:
        is_area = wish.ref is not None and wish.ref.type == "area"
        alike = [town for town in left if _are_alike(wish, town)] if is_area else []
        if wish.must or not alike:
            found.append(wish)
            for town in alike:
                left.remove(town)
    return found + left


def _are_alike(area: Wish, town: Wish) -> bool:
    """Whether two names are one: "Azeri–Chirag–Guneshli", and "Azeri–Chirag–Guneshli fields"."""
    if abs(area.x - town.x) > SAME or abs(area.y - town.y) > SAME:
        return False
    name, other = area.lines[0], town.lines[0]
    return name.startswith(other) or other.startswith(name)


def _filled(said: Iterable[Said]) -> Iterator[Box]:
    """What words in their places fill, and their leaders, as a chain of small boxes."""
    for one in said:
        yield one.box
        if one.leader is not None:
            steps = np.linspace(one.leader[0], one.leader[1], 9).tolist()
            yield from (Box(x - 2, y - 2, x + 2, y + 2) for x, y in steps)


def _leaders(said: Iterable[Said]) -> Iterator[Stroke]:
    """The lines that join words to what they belong to."""
    for one in said:
        if one.leader is not None:
            yield Stroke((one.leader,), (LEADER,))


def _in_sight(marks: Iterable[Placed], camera: Camera) -> tuple[Placed, ...]:
    """The marks of which something may be seen: labels may reach in from outside."""
    room = Box(0, 0, camera.width, camera.height).grown(EDGE)
    return tuple(mark for mark in marks if room.holds(mark.x, mark.y))
