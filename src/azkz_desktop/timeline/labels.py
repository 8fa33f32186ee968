"""Which events are named, and where: by importance, as room appears.

The order of importance is walked once; each event takes the first free place. So no event is
left without its label because of a less important one, and an event that has its label keeps
it when a less important one comes into sight.
"""

from collections.abc import Sequence
from typing import NamedTuple

from azkz_desktop.timeline.marks import Label, Rect
from azkz_desktop.timeline.placing import Place, Shelf
from azkz_desktop.timeline.wording import Text, Wording

MISSES = 24
"""After so many events in a row that found no place no further one is tried."""


class Wish(NamedTuple):
    """An event that would like a label: its mark's pixel, and where its bar ends."""

    row: int
    anchor: int
    after: int


class Room(NamedTuple):
    """Where a lane's labels go: its number, the plot's left edge, the rows' tops and height.

    `mark` is the lower edge of the marks, from which leaders come down.
    """

    lane: int
    left: float
    tops: tuple[float, ...]
    height: float
    mark: float


def place_labels(
    wishes: Sequence[Wish], room: Room, shelf: Shelf, wording: Wording, chosen: int | None
) -> list[Label]:
    """Labels for as many of *wishes* (the most important first) as there is room for.

    The *chosen* event must come first, if it is among them. Once all stand with their short
    text, those that have room to their right are written out in full, again by importance.
    """
    settled: list[tuple[int, int, Place, Text]] = []
    missed = 0
    for rank, (row, anchor, after) in enumerate(wishes):
        place = None
        if not shelf.is_hopeless(anchor, after):
            text = wording.short(row, "label-bold" if row == chosen else "label")
            place = shelf.find(anchor, text.width, after)
        if place is not None:
            shelf.settle(place, text.width)
            settled.append((rank, row, place, text))
            missed = 0
            continue
        missed += 1
        if missed >= MISSES:
            break
    return [
        _written(rank, row, place, _longest(row, place, text, shelf, wording), room)
        for rank, row, place, text in settled
    ]


def _longest(row: int, place: Place, text: Text, shelf: Shelf, wording: Wording) -> Text:
    """The full title where that has room, else the short text; what it takes is taken."""
    space = shelf.room_behind(place, text.width)
    if space > text.width:
        title = wording.title(row, text.role)
        if text.width < title.width <= space:
            shelf.take(place.row, place.x, place.x + title.width)
            return title
    return text


def _written(rank: int, row: int, place: Place, text: Text, room: Room) -> Label:
    rect = Rect(room.left + place.x, room.tops[place.row], text.width, room.height)
    leader = None
    if place.leader is not None:
        leader = room.left + place.leader, room.mark, room.tops[place.row] + 1
    return Label(row, room.lane, text.text, text.role, rect, leader, rank)
