"""The legend: a sample and words for everything that is shown, and for nothing else."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from azkz_desktop.map.area_marks import COLOURS, CONTROL
from azkz_desktop.map.area_marks import SETTLED as SETTLED_REGION
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.events import Gathered
from azkz_desktop.map.marks import LegendEntry, Patch, Pen, Stroke, Symbol
from azkz_desktop.map.routes import ORDER, ShownRoute
from azkz_desktop.map.sector_marks import ShownLine
from azkz_desktop.map.shapes import Box, Floats, runs_in
from azkz_desktop.map.states import BUILT, SETTLED, Held
from azkz_desktop.map.styles import (
    AGREED,
    CLAIMED,
    COMPUTED,
    DASHES,
    family_word,
    scenario_word,
    status_word,
)
from azkz_desktop.translation import translate
from azkz_desktop.view.state import SCENARIOS

if TYPE_CHECKING:
    from azkz_desktop.map.standing import Standing

LINE_STATUSES = ("construction", "agreed", "proposed", "suspended", "abandoned")


class InSight(NamedTuple):
    """What of that which stands comes into the picture."""

    lines: tuple[ShownLine, ...]
    routes: tuple[ShownRoute, ...]
    symbols: tuple[Symbol, ...]
    patches: tuple[Patch, ...]


def in_sight(standing: "Standing", camera: Camera) -> InSight:
    """What of *standing* comes into the picture of *camera*."""
    room = Box(0, 0, camera.width, camera.height)

    def meets(lines: Iterable[Floats]) -> bool:
        return any(runs_in(line, room) for line in lines if len(line) > 1)

    return InSight(
        tuple(one for one in standing.lines if meets(one.stroke.lines)),
        tuple(one for one in standing.routes if any(meets(s.lines) for s in one.strokes)),
        tuple(one for one in standing.symbols if room.holds(one.x, one.y)),
        tuple(one for one in standing.patches if any(_meets(ring, room) for ring in one.rings)),
    )


def _meets(ring: Floats, room: Box) -> bool:
    (left, top), (right, bottom) = ring.min(axis=0).tolist(), ring.max(axis=0).tolist()
    return room.meets(Box(left, top, right, bottom))


def legend(
    lines: Sequence[ShownLine],
    routes: Sequence[ShownRoute],
    points: Sequence[Symbol],
    events: Gathered | None,
    patches: Iterable[Patch],
    *,
    sectors: bool,
    scenario: str = "",
    arcs: Sequence[Stroke] = (),
) -> tuple[LegendEntry, ...]:
    """The entries in the order in which the strip shows them."""
    return (
        *_lines(lines),
        *_surfaces(scenario, sectors=sectors),
        *_families(routes),
        *_statuses(routes),
        *_points(points),
        *_stances(points),
        *_control(patches),
        *_arcs(arcs),
        *_events(events),
    )


def _lines(lines: Sequence[ShownLine]) -> list[LegendEntry]:
    statuses = {_status(line.held) for line in lines}
    found = []
    if statuses & set(SETTLED):
        text = translate("Map", "line agreed (course approximate)")
        found.append(LegendEntry(text, (AGREED,)))
    if "claimed" in statuses:
        found.append(LegendEntry(translate("Map", "line claimed"), (CLAIMED,)))
    if statuses - {*SETTLED, "claimed"}:
        text = translate("Map", "computed, not agreed")
        found.append(LegendEntry(text, (COMPUTED,)))
    return found


def _status(held: Held | None) -> str:
    return held.status if held is not None else ""


def _surfaces(scenario: str, *, sectors: bool) -> list[LegendEntry]:
    """What is hatched: a division to look at, else the computed sectors."""
    if scenario in SCENARIOS:
        text = translate("Map", "%s: illustration") % scenario_word(scenario)
        return [LegendEntry(text, hatch=True)]
    text = translate("Map", "computed sector, illustration")
    return [LegendEntry(text, hatch=True)] if sectors else []


def _stances(points: Sequence[Symbol]) -> list[LegendEntry]:
    if not any(point.ref is not None and point.ref.type == "actor" for point in points):
        return []
    from azkz_desktop.map.stances import stance_entries  # only where stances are shown

    return stance_entries(points)


def _arcs(arcs: Sequence[Stroke]) -> list[LegendEntry]:
    if not arcs:
        return []
    from azkz_desktop.map.arcs import arc_entries  # only where arcs are shown

    return arc_entries(arcs)


def _families(routes: Sequence[ShownRoute]) -> list[LegendEntry]:
    """One sample for each family: as built where one is, else as it is drawn."""
    found = []
    for kind in reversed(ORDER):
        ours = [route for route in routes if route.kind == kind]
        built = [route for route in ours if route.held.status in BUILT and route.held.sure]
        if ours:
            drawn = [stroke for route in (built or ours) for stroke in route.strokes]
            mine = [s for s in drawn if s.pens[-1].colour != "sea_route"] or drawn
            pens = tuple(pen for pen in mine[0].pens if pen.colour != "accent")
            found.append(LegendEntry(family_word(kind), pens))
    return found


def _statuses(routes: Sequence[ShownRoute]) -> list[LegendEntry]:
    """A dash for each status that is not built, and paleness where any route has it."""
    drawn = {r.held.status for r in routes if r.kind not in ("corridor", "sea_route", "air")}
    found = [
        LegendEntry(status_word(status), (Pen("secondary", 2.0, DASHES[status]),))
        for status in LINE_STATUSES
        if status in drawn
    ]
    if any(not route.held.sure for route in routes):
        text = translate("Map", "pale: since when not told")
        found.append(LegendEntry(text, (Pen("secondary", 2.0, pale=0.5),)))
    return found


def _points(points: Iterable[Symbol]) -> list[LegendEntry]:
    shapes = {symbol.shape for symbol in points}
    words = {
        "field": translate("Map", "field"),
        "port": translate("Map", "port"),
        "zone": translate("Map", "free zone"),
        SETTLED_REGION: translate("Map", "region settled by Azerbaijanis, as told"),
        "cross": translate("Map", "junction of 2003"),
    }
    colours = {**COLOURS, "cross": "line_agreed"}
    return [
        LegendEntry(word, symbol=shape, colour=colours[shape])
        for shape, word in words.items()
        if shape in shapes
    ]


def _control(patches: Iterable[Patch]) -> list[LegendEntry]:
    """Whose control a fill stands for, where one is drawn."""
    fills = {(patch.fill, patch.alpha): patch for patch in patches if patch.fill is not None}
    found = []
    for status, (fill, alpha) in CONTROL.items():
        if fill is not None and (fill, alpha) in fills:
            text = translate("Map", "%s, as told") % status_word(status)
            found.append(LegendEntry(text, (Pen(fill, 12.0, alpha=alpha + 0.12),)))
    return found


def _events(events: Gathered | None) -> list[LegendEntry]:
    if events is None or not (events.bubbles or events.symbols):
        return []
    found = []
    if events.bubbles:
        text = translate("Map", "events")
        found.append(LegendEntry(text, symbol="bubble", colour="accent"))
    if any(not symbol.strong for symbol in events.symbols):
        text = translate("Map", "pale: other dates")
        found.append(LegendEntry(text, symbol="pale", colour="secondary"))
    return found
