"""Visits as arcs: from the capital of whoever came to where the visit was.

Only where the file says it all: the event is a visit, its main actor is a state or a person of
one, its main place lies in another state, and the visitor's capital of that time is known. Who
else took part is not guessed to have come from anywhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import log2
from typing import Final, NamedTuple

import numpy as np

from azkz_desktop.dataset.columns import Codes
from azkz_desktop.dataset.records import Actor, Capital
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.events import near_moment
from azkz_desktop.map.marks import LegendEntry, Pen, Ref, Stroke
from azkz_desktop.map.shapes import Box, Floats
from azkz_desktop.map.styles import chosen
from azkz_desktop.map.things import Things
from azkz_desktop.translation import translate

KIND: Final = "visit"
COLOUR: Final = "accent"
BEND: Final = 0.16
"""How far an arc swings out to the left of its way, as a part of its length."""
POINTS: Final = 33
WIDTH, WIDEST, MORE = 1.1, 3.0, 0.45
"""Pixels: one visit's arc, the widest of many, and what each doubling adds."""
PALE: Final = 0.6
HEAD_AT: Final = 0.58
HEAD: Final = 8.5
"""Where on its way an arc has its head, and how long that is in pixels."""
SHORTEST: Final = 30.0
"""Pixels: an arc with less room is not drawn."""


class Visit(NamedTuple):
    """An event's row, and the ids of the places from where and to where."""

    row: int
    home: str
    to: str


class Arc(NamedTuple):
    """Visits of one way: those of the moment first, `near` of them."""

    home: str
    to: str
    rows: tuple[int, ...]
    near: int


def capital_at(capitals: Iterable[Capital], state: str, days: tuple[int, int]) -> str | None:
    """The place that was a state's capital from the first to the last of *days*; None if unsure."""
    first, last = days
    for one in capitals:
        since = one.start_earliest is None or one.start_earliest <= first
        until = one.end_latest is None or last <= one.end_latest
        if one.state_id == state and since and until:
            return one.place_id
    return None


def home_of(actor: Actor | None) -> str | None:
    """The state that someone comes from."""
    if actor is None:
        return None
    return actor.id if actor.type == "state" else actor.country if actor.type == "person" else None


class Visits:
    """The visits of a file that can be drawn."""

    def __init__(self, things: Things) -> None:
        self.things = things

    @cached_property
    def all(self) -> tuple[Visit, ...]:
        """Each visit with its way, in the order of time."""
        things = self.things
        columns, dataset = things.source.columns, things.source.dataset
        if KIND not in columns.kinds:
            return ()
        rows = np.flatnonzero(columns.kind == columns.kinds.index(KIND)).tolist()
        visitors = self._main_actors()
        actors, places, capitals = dataset.actors(), dataset.places(), dataset.capitals()
        found = []
        for row in rows:
            code = int(things.event_place[row])
            to = things.place_ids[code] if code >= 0 else ""
            home = home_of(actors.get(visitors.get(row, "")))
            if to not in places or home is None or home == places[to].country:
                continue
            days = int(columns.start_earliest[row]), int(columns.start_latest[row])
            capital = capital_at(capitals, home, days)
            if capital is not None and capital in things.places and to in things.places:
                found.append(Visit(row, capital, to))
        return tuple(found)

    def _main_actors(self) -> dict[int, str]:
        """The actor that each event names first."""
        membership = self.things.source.columns.facets.get("actor")
        if membership is None:
            return {}
        pairs = zip(membership.event.tolist(), membership.code.tolist(), strict=True)
        # The main actor comes first: written last, it stays.
        return {row: membership.ids[code] for row, code in reversed(list(pairs))}

    def arcs(self, rows: Codes, day: int, picked: int | None) -> list[Arc]:
        """The visits among *rows*, and the *picked* one, gathered by their ways.

        What lies near *day* is told apart; the fuller ways come last, to lie on top.
        """
        asked = set(rows.tolist()) | ({picked} if picked is not None else set())
        ways: dict[tuple[str, str], list[int]] = {}
        for visit in self.all:
            if visit.row in asked:
                ways.setdefault((visit.home, visit.to), []).append(visit.row)
        columns = self.things.source.columns
        found = []
        for (home, to), own in ways.items():
            is_near = near_moment(columns, np.array(own, dtype=np.int32), day)
            near = [row for row, yes in zip(own, is_near.tolist(), strict=True) if yes]
            others = [row for row in own if row not in near]
            found.append(Arc(home, to, (*near, *others), len(near)))
        return sorted(found, key=lambda arc: (bool(arc.near), len(arc.rows), arc.home, arc.to))


def arc_strokes(
    arcs: Iterable[Arc], things: Things, camera: Camera, picked: int | None
) -> list[Stroke]:
    """The arcs that come into the picture; that of the *picked* visit is underlaid, and last."""
    room = Box(0, 0, camera.width, camera.height)
    strokes = [_stroke(arc, things, camera, picked) for arc in arcs]
    seen = [one for one in strokes if one is not None and _meets(one.lines[0], room)]
    return sorted(seen, key=lambda one: one.chosen)


def _stroke(arc: Arc, things: Things, camera: Camera, picked: int | None) -> Stroke | None:
    home, to = (things.places[place] for place in (arc.home, arc.to))
    begin, end = camera.pixel(home.x, home.y), camera.pixel(to.x, to.y)
    line = curve(begin, end)
    if float(np.hypot(end[0] - begin[0], end[1] - begin[1])) < SHORTEST:
        return None
    is_picked = picked in arc.rows
    width = min(WIDTH + MORE * log2(len(arc.rows)), WIDEST)
    pen = Pen(COLOUR, width, pale=0.0 if arc.near or is_picked else PALE)
    pens = (chosen(pen), pen) if is_picked else (pen,)
    ref = Ref("visits", f"{arc.home}>{arc.to}")
    rows = (picked, *(r for r in arc.rows if r != picked)) if is_picked and picked else arc.rows
    return Stroke((line, head(line)), pens, ref, is_picked, rows=rows)


def curve(begin: tuple[float, float], end: tuple[float, float]) -> Floats:
    """`POINTS` points of an arc that swings out to the left of its way, as seen on the screen.

    So the way there and the way back lie apart.
    """
    a, b = np.array(begin), np.array(end)
    across = b - a
    left = np.array((across[1], -across[0]))
    control = (a + b) / 2 + left * 2 * BEND
    t = np.linspace(0, 1, POINTS)[:, None]
    line: Floats = (1 - t) ** 2 * a + 2 * t * (1 - t) * control + t**2 * b
    return line


def head(line: Floats) -> Floats:
    """The arrow's head on the way: from one barb over the tip to the other."""
    place = round(HEAD_AT * (len(line) - 1))
    tip, way = line[place], line[place] - line[place - 1]
    back = -way / max(float(np.hypot(*way)), 1e-9) * HEAD
    turns = (np.array(((c, -s), (s, c))) for c, s in ((0.9, 0.44), (0.9, -0.44)))
    one, other = (tip + turn @ back for turn in turns)
    found: Floats = np.array((one, tip, other))
    return found


def _meets(line: Floats, room: Box) -> bool:
    low, high = line.min(axis=0), line.max(axis=0)
    return room.meets(Box(float(low[0]), float(low[1]), float(high[0]), float(high[1])))


def arc_entries(strokes: Sequence[Stroke]) -> list[LegendEntry]:
    """What the legend says, where arcs are shown."""
    if not strokes:
        return []
    pens = (Pen(COLOUR, 1.6),)
    return [LegendEntry(translate("Map", "visit, from the visitor's capital"), pens)]


def way_words(key: str, count: int, names: Mapping[str, str]) -> str:
    """The way of an arc: "Astana → Baku, 7 visits"."""
    home, _, to = key.partition(">")
    way = f"{names.get(home, home)} → {names.get(to, to)}"
    return f"{way}: " + translate("Map", "%n visit(s)", count)
