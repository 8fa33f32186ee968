"""Areas in the state that they had: fields and ports as points, districts as outlines."""

from dataclasses import replace
from typing import Final

from azkz_desktop.dataset.records import CASPIAN
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.labels import Wish
from azkz_desktop.map.marks import Patch, Pen, Ref, Symbol
from azkz_desktop.map.shapes import Box, rings_of
from azkz_desktop.map.states import Held, held, is_told
from azkz_desktop.map.things import Region, Things
from azkz_desktop.translation import translate

POINT_TYPES: Final = ("field", "port", "zone")
OUTLINED: Final = ("region", "district")
"""Types whose outline is drawn also where nothing is told of the moment."""
UNDRAWN: Final = ("sector", "waters")
"""Types whose outline is no mark of this layer."""
SETTLED: Final = "settled"
"""What stands for a region in which people settled, where it has no outline."""
COLOURS: Final = {
    "field": "field", "port": "sea_route", "zone": "secondary", SETTLED: "secondary",
}  # fmt: skip
NAMED_FROM: Final = {"field": 2900.0, "port": 700.0, "zone": 500.0, SETTLED: 3000.0}
"""Metres a pixel below which points of a type are named."""
SHOWN_FROM: Final = {"field": 4200.0, "port": 1500.0, "zone": 900.0, SETTLED: 4200.0}
RANKS: Final = {"field": 24.0, "port": 60.0, "zone": 70.0, SETTLED: 66.0}
WATERS_FROM: Final = 2200.0
"""Metres a pixel below which disputed waters are named."""
EDGE: Final = 60.0
"""Pixels around the picture from where a point or its name may reach into it."""
CONTROL: Final = {
    "armenian": ("control", 0.20),
    "azerbaijani": (None, 0.0),
    "divided": ("control", 0.12),
}


def shown_regions(things: Things, day: int) -> list[tuple[Region, Held | None]]:
    """Areas of which something is told at *day*."""
    found = []
    for region in things.regions.values():
        status = _told(region, day)
        if status is not None or region.record.type in OUTLINED:
            found.append((region, status))
    return found


def picked_region(things: Things, day: int, key: str) -> tuple[Region, Held | None] | None:
    """One area and what is told of it at *day*; None where it has no place on the map."""
    region = things.regions.get(key)
    if region is None or region.record.type in UNDRAWN:
        return None
    return region, _told(region, day)


def _told(region: Region, day: int) -> Held | None:
    track = "control" if any(stage.track == "control" for stage in region.life) else None
    status = held(region.life, day, track)
    if status is not None and not is_told(status) and region.record.type not in POINT_TYPES:
        return None
    return status


def area_points(
    shown: list[tuple[Region, Held | None]], camera: Camera, *, always: bool = False
) -> tuple[list[Symbol], list[Wish]]:
    """Symbols of fields, ports, zones and settled regions, and wishes for their names.

    *always*: at every scale.
    """
    room = Box(0, 0, camera.width, camera.height).grown(EDGE)
    symbols, wishes = [], []
    for region, status in shown:
        kind = _kind(region, status)
        if kind is None or not (always or camera.scale <= SHOWN_FROM[kind]):
            continue
        x, y = camera.pixel(region.x, region.y)
        if not room.holds(x, y):
            continue
        symbols.append(_symbol(region, kind, status, x, y))
        if always or camera.scale <= NAMED_FROM[kind]:
            wishes.append(_wish(region, kind, status, x, y))
    return symbols, wishes


def _kind(region: Region, status: Held | None) -> str | None:
    """What sort of point an area is; None where it is none."""
    if region.record.type in POINT_TYPES:
        return region.record.type
    settled = status is not None and status.status == SETTLED
    bare = region.record.type == "region" and region.outline is None
    return SETTLED if bare and settled else None


def _symbol(region: Region, kind: str, status: Held | None, x: float, y: float) -> Symbol:
    working = status is not None and status.status in ("producing", "open", "settled")
    ref = Ref("area", region.record.id)
    return Symbol(kind, x, y, 4.6, COLOURS[kind], ref, strong=working)


def _wish(region: Region, kind: str, status: Held | None, x: float, y: float) -> Wish:
    ref = Ref("area", region.record.id)
    lines = [region.record.name]
    if status is not None and status.status == "disputed":
        lines.append(translate("Map", "(disputed)"))
    return Wish(tuple(lines), "area", COLOURS[kind], x, y, 7.5, RANKS[kind], ref=ref)


def water_wishes(shown: list[tuple[Region, Held | None]], camera: Camera) -> list[Wish]:
    """The names of waters in dispute: they have no outline that a source gives."""
    wishes = []
    for region, status in shown:
        disputed = status is not None and status.status == "disputed"
        key = region.record.id
        if region.record.type == "waters" and disputed and key != CASPIAN:
            x, y = camera.pixel(region.x, region.y)
            text = (region.record.name, translate("Map", "(disputed)"))
            spots = tuple((x, y + away) for away in (-30, 30, -60, 60))
            wish = Wish(text, "line-italic", "sea_text", x, y, 0.0, 18.0, ref=Ref("area", key))
            wishes.append(replace(wish, spots=spots))
    return wishes if camera.scale <= WATERS_FROM else []


def area_patches(
    shown: list[tuple[Region, Held | None]], camera: Camera
) -> tuple[list[Patch], list[Wish]]:
    """Outlines of regions and districts, filled by who held them as the documents tell it."""
    patches, wishes = [], []
    for region, status in shown:
        if region.outline is None or region.record.type in (*POINT_TYPES, *UNDRAWN):
            continue
        rings = tuple(camera.to_pixels(ring) for ring in rings_of(region.outline))
        fill, alpha = CONTROL.get(status.status if status else "", (None, 0.0))
        ref = Ref("area", region.record.id)
        patches.append(Patch(rings, fill, alpha, Pen("border", 1.0, (3.0, 2.0)), ref=ref))
        if camera.scale <= (1600.0 if region.record.type == "region" else 420.0):
            wishes.append(area_wish(region, camera))
    return patches, wishes


def area_wish(region: Region, camera: Camera) -> Wish:
    """The wish for the name of an area that has an outline."""
    x, y = camera.pixel(region.x, region.y)
    ref = Ref("area", region.record.id)
    return Wish((region.record.name,), "note-italic", "secondary", x, y, 0.0, 30.0, ref=ref)
