"""The lines between the sectors and, where asked for, the computed sectors themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import numpy as np
import shapely

from azkz_desktop.map.callout_places import Callout, Form
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.ground_names import sea_points
from azkz_desktop.map.marks import Patch, Ref, Stroke, Symbol
from azkz_desktop.map.projection import project
from azkz_desktop.map.sectors import STATES
from azkz_desktop.map.shapes import Box, Floats, Indices, line_length, points_along, rings_of
from azkz_desktop.map.states import SETTLED, Held, agreed_until, held
from azkz_desktop.map.styles import line_pen, scope_word
from azkz_desktop.map.things import Region, SectorLine, Things
from azkz_desktop.translation import translate

SCOPE_TRACKS = {
    "seabed": ("seabed", "all"),
    "surface": ("surface", "fishing", "all"),
}
"""Which scopes of claims each scope of the view takes in."""
JUNCTION = (49 + 53.3 / 60, 42 + 33.6 / 60)
"""Degrees: where the three sectors meet after the agreement of 14 May 2003, 42°33.6′ N."""
JUNCTION_AGREED = 731349
"""The day from which the junction is shown: 14 May 2003."""
JUNCTION_KM = {"russia": 133.9, "kazakhstan": 130.9, "azerbaijan": 132.2}
"""Geodesic distances from the junction to the nearest coast of each (Natural Earth 1:10m)."""
HATCH_GAP = 9.0
HATCH_TURNS = {"russia": 45, "kazakhstan": -45, "turkmenistan": 20, "iran": 70, "azerbaijan": -15}
"""Each sector's hatching by its slope: neighbours can be told apart without colour."""
BESIDE = (0.45, 0.6, 0.3, 0.75, 0.15, 0.9)
"""Shares of a line beside which its words may stand, the best first."""
GAP = 7.0
"""Pixels between a line and its words."""
AGREED_WORTH, SILENT_WORTH = 105.0, 75.0
"""What the words of lines are worth: a place that costs more leads too far away."""
MOST_SPOTS = 10
"""How many points of some lines of which the same is told are tried for the words."""
SPOT_EDGE = 20.0
"""Pixels from the picture's edge within which no words of a sector stand."""
NAMES_FROM = 26.0
"""Pixels: a line shorter than this gets no words."""


@dataclass(frozen=True, slots=True, eq=False)
class ShownLine:
    """A line between sectors as it is drawn."""

    line: SectorLine
    held: Held | None
    stroke: Stroke


def scoped(line: SectorLine, scope: str) -> SectorLine:
    """The line with only what is told of it for a scope of the view, seabed or surface."""
    tracks = SCOPE_TRACKS.get(scope)
    if tracks is None:
        return line
    return replace(line, life=tuple(stage for stage in line.life if stage.track in tracks))


def shown_lines(things: Things, camera: Camera, day: int, scope: str = "") -> list[ShownLine]:
    """All lines, each in the style of what held on *day*: computed where nothing is told.

    *scope*: of what only; empty for all that is told.
    """
    lines = (scoped(line, scope) for line in things.sector_lines.values())
    return [_shown(line, camera, day) for line in lines]


def best_held(line: SectorLine, day: int) -> Held | None:
    """What held of a line in any scope: the most settled of them."""
    order = ("in_force", "agreed", "claimed", "unsettled")
    tracks = {stage.track for stage in line.life}
    found = [one for track in tracks if (one := held(line.life, day, track)) is not None]
    return min(found, key=lambda one: order.index(one.status), default=None)


def _shown(line: SectorLine, camera: Camera, day: int) -> ShownLine:
    status = best_held(line, day)
    pixels = tuple(camera.to_pixels(part) for part in line.lines)
    ref = Ref("boundary", line.record.id)
    return ShownLine(line, status, Stroke(pixels, (line_pen(status),), ref))


def words(line: SectorLine, names: tuple[str, str], day: int) -> tuple[str, ...]:
    """The lines of a line's label: whose it is, and what had been agreed by *day*, and when."""
    title = f"{names[0]}–{names[1]}"
    agreed = agreed_until(line.life, day)
    if not agreed:
        return (title, _not_agreed(line, day))
    told = []
    for scope, dates in agreed.items():
        years = " · ".join(dict.fromkeys(_year(date) for date in dates))
        word = scope_word(scope)
        told.append(f"{word}, {years}" if word else years)
    return (title, *told)


def _not_agreed(line: SectorLine, day: int) -> str:
    status = best_held(line, day)
    if status is None:
        return translate("Map", "not told by these documents")
    if status.status == "claimed":
        return translate("Map", "claimed, not agreed")
    return translate("Map", "no agreement")


def silent_callouts(shown: list[ShownLine], day: int) -> list[Callout]:
    """One callout for all lines of which the same is told: for scales with no room for each."""
    groups: dict[str, list[ShownLine]] = {}
    for one in shown:
        if one.held is None or one.held.status not in SETTLED:
            groups.setdefault(_not_agreed(one.line, day), []).append(one)
    as_of = translate("Map", "as of %d") % date.fromordinal(day).year
    return [_callout((told, as_of), lines) for told, lines in groups.items()]


def _callout(text: tuple[str, ...], lines: Sequence[ShownLine]) -> Callout:
    """Words beside one of *lines*: about its middle if there is room."""
    longest = [max(one.stroke.lines, key=line_length) for one in lines]
    spots = [points_along(line, np.array(BESIDE) * line_length(line)) for line in longest]
    # The first choice of each before the second of any.
    at = tuple((x, y) for x, y in np.stack(spots, axis=1).reshape(-1, 2)[:MOST_SPOTS].tolist())
    settled = lines[0].held is not None and lines[0].held.status in SETTLED
    role, colour = ("line", "line_agreed") if settled else ("note-italic", "sea_text")
    ref = lines[0].stroke.ref if len(lines) == 1 else None
    worth = AGREED_WORTH if settled else SILENT_WORTH
    return Callout((Form(text),), role, colour, at, GAP, ref=ref, worth=worth)


def _year(edtf: str) -> str:
    digits = "".join(c if c.isdigit() or c in "-." else " " for c in edtf)
    years = [part[:4] for part in digits.replace("..", " ").split() if part[:4].isdigit()]
    unique = list(dict.fromkeys(years))
    return unique[0] if len(unique) == 1 else f"{unique[0]}–{unique[-1]}"


def line_callout(shown: ShownLine, names: tuple[str, str], day: int) -> Callout | None:
    """The words of a line; None where it is too short for any."""
    if max(map(line_length, shown.stroke.lines)) < NAMES_FROM:
        return None
    return _callout(words(shown.line, names, day), [shown])


def junction(camera: Camera, day: int) -> list[Symbol]:
    """The treaty's junction point, from the day of the agreement on."""
    if day < JUNCTION_AGREED:
        return []
    x, y = project(*JUNCTION)
    px, py = camera.pixel(float(x), float(y))
    return [Symbol("cross", px, py, 5.0, "line_agreed", Ref("junction", "2003"))]


def sector_patches(things: Things, camera: Camera) -> list[Patch]:
    """The computed sectors: hatched, the water stays blue."""
    found = []
    for state in STATES:
        region = things.regions.get(f"sector-{state}")
        if region is not None and region.outline is not None:
            rings = [camera.to_pixels(ring) for ring in rings_of(region.outline)]
            hatch = hatched(rings, HATCH_TURNS[state], camera)
            ref = Ref("area", region.record.id)
            found.append(Patch(tuple(rings), None, 1.0, None, hatch, ref))
    return found


def hatched(rings: list[Floats], turn: float, camera: Camera) -> tuple[Floats, ...]:
    """Parallel lines *turn* degrees steep, `HATCH_GAP` pixels apart, inside the rings in sight.

    Seen along the lines each is a height, and inside are the stretches between its first and
    second, third and fourth … meeting with an edge of any ring.
    """
    width, height = camera.width, camera.height
    line, along = _crossings(rings, turn, camera)
    picture = np.array(((0.0, 0.0), (width, 0.0), (width, height), (0.0, height)))
    seen, edges = _crossings([picture], turn, camera)
    # Of the picture each line meets two edges, or none: what is before and after is cut off.
    which = np.searchsorted(seen[::2], line)
    kept = which < len(seen) // 2
    kept[kept] = seen[::2][which[kept]] == line[kept]
    line, along, which = line[kept], along[kept], which[kept]
    along = np.clip(along, edges[::2][which], edges[1::2][which])
    found = np.stack((along, line * HATCH_GAP), axis=1).reshape(-1, 2, 2)
    shown = found[found[:, 0, 0] < found[:, 1, 0]]
    middle = np.array((width, height)) / 2
    return tuple(_turned(shown, -turn) + middle)


def _turned(points: Floats, degrees: float) -> Floats:
    """Points (…, 2) turned so that lines *degrees* steep lie level; y points down.

    Without a product of matrices: for so few numbers that costs more to set up than to do.
    """
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    x, y = points[..., 0], points[..., 1]
    return np.stack((c * x - s * y, s * x + c * y), axis=-1)


def _crossings(rings: list[Floats], turn: float, camera: Camera) -> tuple[Indices, Floats]:
    """Where the rings' edges cross the lines, which are level once all is turned about the middle.

    For each crossing, in order, the line's number k (its y is k × `HATCH_GAP`) and x. An edge
    owns its lower end and not its upper one: so each line crosses closed rings an even number
    of times.
    """
    middle = (camera.width / 2, camera.height / 2)
    begins = _turned(np.concatenate(rings) - middle, turn)
    ends = _turned(np.concatenate([np.roll(ring, -1, axis=0) for ring in rings]) - middle, turn)
    reach = float(np.hypot(*middle)) + HATCH_GAP
    levels = np.sort(np.stack((begins[:, 1], ends[:, 1])), axis=0).clip(-reach, reach)
    first, last = np.ceil(levels / HATCH_GAP).astype(np.intp)
    count = last - first
    edge = np.repeat(np.arange(len(count)), count)
    line = np.arange(len(edge)) - np.repeat(np.cumsum(count) - count - first, count)
    (x0, y0), (x1, y1) = begins[edge].T, ends[edge].T
    x = x0 + (line * HATCH_GAP - y0) / (y1 - y0) * (x1 - x0)
    order = np.lexsort((x, line))
    return line[order], x[order]


def sector_spots(region: Region, camera: Camera) -> list[tuple[float, float]]:
    """Where in sight words of a sector may stand: on its own water, the roomiest place first."""
    room = Box(0, 0, camera.width, camera.height).grown(-SPOT_EDGE)
    return [(x, y) for x, y in camera.to_pixels(_inside(region)).tolist() if room.holds(x, y)]


@lru_cache(maxsize=16)
def _inside(region: Region) -> Floats:
    """Points (n, 2) of a sector in metres: the one that stands for it, then some of the sea."""
    sea = sea_points()
    own = sea[shapely.contains_xy(region.outline, sea[:, 0], sea[:, 1])]
    found: Floats = np.vstack(((region.x, region.y), own))
    return found


def share_text(region: Region, regions: list[Region]) -> str:
    """A sector's share of all, rounded: "about 31 %"."""
    total = sum(float(one.outline.area) for one in regions)
    share = 100 * float(region.outline.area) / total
    return translate("Map", "about %d %%") % round(share)
