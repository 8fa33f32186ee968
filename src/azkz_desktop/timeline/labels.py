"""Which events are named, and where: by importance, as room appears.

The order of importance is walked once; each event takes the first free place. So no event is
left without its label because of a less important one, and an event that has its label keeps
it when a less important one comes into sight.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from azkz_desktop.timeline.marks import Label, Rect
from azkz_desktop.timeline.placing import Place, Shelf, find_place, room_behind, settle

Measure = Callable[[str, str], float]
MISSES = 40
"""After so many events in a row that found no place no further one is tried."""
NARROW = 24
"""No text is tried where not even so many pixels are free."""


@dataclass(frozen=True, slots=True)
class Named:
    """An event that would like a label: its texts, its mark's pixel, where its bar ends."""

    row: int
    short: str
    title: str
    anchor: int
    after: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Room:
    """Where a lane's labels go: its number, the plot's left edge, the rows' tops and height."""

    lane: int
    left: float
    tops: tuple[float, ...]
    height: float
    mark: float


@dataclass(frozen=True, slots=True)
class _Settled:
    named: Named
    place: Place
    width: int
    rank: int


def place_labels(
    wanting: list[Named], room: Room, shelf: Shelf, measure: Measure, misses: int = MISSES
) -> list[Label]:
    """Labels for as many events of *wanting* (the most important first) as there is room for.

    A chosen event is placed before all others. Once all stand with their short text, those
    that have room to their right are written out in full, again by importance.
    """
    settled: list[_Settled] = []
    missed = 0
    ranked = sorted(enumerate(wanting), key=lambda pair: not pair[1].chosen)
    for rank, named in ranked:
        found = _settle_short(named, rank, shelf, measure)
        if found:
            settled.append(found)
            missed = 0
            continue
        missed += 1
        if missed >= misses:
            break
    return [_written(item, room, shelf, measure) for item in settled]


def _settle_short(named: Named, rank: int, shelf: Shelf, measure: Measure) -> _Settled | None:
    width = int(np.ceil(measure(named.short, _role(named))))
    place = find_place(shelf, named.anchor, width, named.after)
    if place is None:
        return None
    settle(shelf, place, width)
    return _Settled(named, place, width, rank)


def _role(named: Named) -> str:
    return "label-bold" if named.chosen else "label"


def _written(item: _Settled, room: Room, shelf: Shelf, measure: Measure) -> Label:
    """The label with its full title where that has room, with its short text where not."""
    named, place, text, width = item.named, item.place, item.named.short, item.width
    if named.title != text:
        wanted = int(np.ceil(measure(named.title, _role(named))))
        if room_behind(shelf, place, width, wanted):
            shelf.take(place.row, place.x, place.x + wanted)
            text, width = named.title, wanted
    top = room.tops[place.row]
    rect = Rect(room.left + place.x, top, width, room.height)
    return Label(named.row, room.lane, text, _role(named), rect, _leader(place, room), item.rank)


def _leader(place: Place, room: Room) -> tuple[float, float, float] | None:
    """The x of the line from a mark down to its label, and where it begins and ends."""
    if place.leader is None:
        return None
    return room.left + place.leader, room.mark, room.tops[place.row] + 1
