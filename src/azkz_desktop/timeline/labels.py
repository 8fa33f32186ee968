"""Which events are named, and where: by importance, as room appears.

The order of importance is walked once; each event that finds a free place has its label. So no
event is left without because of a less important one, and an event that has its label keeps it
when a less important one comes into sight. Only then labels are moved up and written out.
"""

from collections.abc import Mapping
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from azkz_desktop.timeline.marks import Label
from azkz_desktop.timeline.placing import Place, Shelf
from azkz_desktop.timeline.wording import Text, Wording

MISSES = 8
"""After so many events in a row whose text was too wide for any place no further one is tried."""

AHEAD = 24
"""Where a text is not known yet, those of so many events are asked for at once."""

Settled = tuple[int, int, Place, Text]
"""A label that has its place: rank, row, place, text."""

BESIDE = 4.0
"""Pixels between a name and the number of what is inside."""
LONGER = 24
"""A full title is not even asked for where it could not be so many pixels longer."""


class Wishes(NamedTuple):
    """Events that would like a label: their rows, their marks' pixels, where their bars end.

    Columns and not tuples: there are hundreds in every frame, of which few are looked at.
    """

    rows: list[int]
    anchors: list[int]
    afters: list[int]


class Count(NamedTuple):
    """How many are inside, as it is written, and how wide it is with the room before it."""

    text: str
    width: int


def count_of(count: int, is_open: bool, wording: Wording) -> Count:
    """*count* as it is written, with an arrow that says whether the container is open."""
    text = f"{'▾' if is_open else '▸'}{count}"
    return Count(text, ceil(wording.measure(text, "note")) + 6 + round(BESIDE))


class Room(NamedTuple):
    """Where a lane's labels go: its number, the plot's left edge, the rows' tops and height.

    `mark` is the lower edge of the marks, from which leaders come down. Where they are
    `crowded`, no full titles are written: the room is for the next event. Behind the name of an
    event that is in `counts` goes how many are inside it.
    """

    lane: int
    left: float
    tops: tuple[float, ...]
    height: float
    mark: float
    crowded: bool
    counts: Mapping[int, Count] = MappingProxyType({})


def place_labels(
    wishes: Wishes, room: Room, shelf: Shelf, wording: Wording, chosen: int | None
) -> list[Label]:
    """Labels for as many of *wishes* (the most important first) as there is room for.

    A folded lane (no rows) has none. The *chosen* event must come first, if it is there. Once
    all stand with their short text, those that have room to their right are written out in
    full, again by importance.
    """
    if not shelf.rows:
        return []
    settled = _lifted(_settled(wishes, room.counts, shelf, wording, chosen), shelf)
    if not room.crowded:
        settled = [_in_full(one, room.counts, shelf, wording) for one in settled]
    return [_written(*one, room) for one in settled]


def _settled(
    wishes: Wishes,
    counts: Mapping[int, Count],
    shelf: Shelf,
    wording: Wording,
    chosen: int | None,
) -> list[Settled]:
    """The events that find room for their short text, the most important first."""
    settled: list[Settled] = []
    missed = 0
    cells, width, known = shelf.cells, shelf.width, wording.shorts
    for rank, (row, anchor, after) in enumerate(zip(*wishes, strict=True)):
        if cells[width + anchor] and (after >= width or cells[after]):
            continue  # a text lies right below the mark and something right behind it
        text = known.get(row) if row != chosen else wording.short(row, "label-bold")
        if text is None:
            if row not in wording.asked:
                wording.prepare(wishes.rows[rank : rank + AHEAD])
            text = wording.short(row, "label")
        if row in counts:
            text = _with_count(text, counts[row])
        place = shelf.place(anchor, text.width, after)
        if place is not None:
            settled.append((rank, row, place, text))
            missed = 0
            continue
        missed += 1
        if missed >= MISSES:
            break
    return settled


def _lifted(settled: list[Settled], shelf: Shelf) -> list[Settled]:
    """The texts moved up where room is left above them, the upper rows first."""
    lower = [(one[2].row, at) for at, one in enumerate(settled) if one[2].row > 1]
    for _, at in sorted(lower):
        rank, row, place, text = settled[at]
        settled[at] = rank, row, shelf.lift(place, text.width), text
    return settled


def _with_count(text: Text, count: Count) -> Text:
    return text._replace(width=text.width + count.width)


def _in_full(
    settled: Settled, counts: Mapping[int, Count], shelf: Shelf, wording: Wording
) -> Settled:
    """With the full title where that has room, else as it was."""
    rank, row, place, text = settled
    if not shelf.is_free(place.row, place.x + text.width, place.x + text.width + LONGER):
        return settled
    title = wording.title(row, text.role)
    if row in counts:
        title = _with_count(title, counts[row])
    if title.width <= text.width or not shelf.grow(place, text.width, title.width):
        return settled
    return rank, row, place, title


def _written(rank: int, row: int, place: Place, text: Text, room: Room) -> Label:
    left, (level, x, leader) = room.left, place
    return Label(
        row,
        room.lane,
        text.text,
        text.role,
        left + x,
        room.tops[level],
        text.width,
        room.height,
        None if leader is None else left + leader,
        room.mark,
        rank,
    )
