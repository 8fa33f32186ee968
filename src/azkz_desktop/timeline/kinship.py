"""The chosen event, what it is part of and what is part of it: rings about them and links."""

import numpy as np

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.marks import Flags, Link, Ring, Spots
from azkz_desktop.timeline.source import Rows


@dataclass(frozen=True, slots=True)
class Family:
    """An event and its parts, by row."""

    parent: int
    children: frozenset[int]


class Kinship:
    """Finds the family of an event, and all that are pointed at.

    It remembers the last of each, for many frames show the same.
    """

    def __init__(self, columns: EventColumns) -> None:
        self._columns = columns
        self._last: tuple[int | None, Family | None] = (None, None)
        self._lit: tuple[tuple[int, ...], Rows] = ((), np.array((), np.int32))

    def of(self, row: int | None) -> Family | None:
        """The family that *row* belongs to, as parent or as child; None where it has none."""
        if self._last[0] != row:
            self._last = row, None if row is None else self._found(row)
        return self._last[1]

    def lit(self, pointed: tuple[int, ...]) -> Rows:
        """The rows that are *pointed* at as an array: to make one of a long tuple takes long."""
        if self._lit[0] is not pointed:
            self._lit = pointed, np.array(pointed, np.int32)
        return self._lit[1]

    def _found(self, row: int) -> Family | None:
        above = int(self._columns.parent[row])
        parent = above if above >= 0 else row
        children = np.flatnonzero(self._columns.parent == parent)
        return Family(parent, frozenset(children.tolist())) if len(children) else None


def links(spots: Spots, family: Family | None) -> tuple[Link, ...]:
    """Lines from the parent's mark (the uppermost, where it stands in several lanes) to all."""
    places = np.flatnonzero(spots.row == family.parent) if family else ()
    if family is None or not len(places):
        return ()
    at = min(places, key=lambda place: spots.y[place])
    x0, y0 = float(spots.x[at]), float(spots.y[at])
    parts = [place for place, row in enumerate(spots.row.tolist()) if row in family.children]
    return tuple(Link(x0, y0, float(spots.x[to]), float(spots.y[to])) for to in parts)


def rings(
    spots: Spots, chosen: int | None, pointed: Rows, family: Family | None
) -> tuple[Ring, ...]:
    """Rings about the chosen event, its kin, and all that are pointed at, in every lane."""
    kin = {family.parent, *family.children} - {chosen} if family else set()
    found = [ring for row in sorted(kin) for ring in _about(spots, row, "kin")]
    if chosen is not None:
        found += _about(spots, chosen, "chosen")
    if len(pointed):
        found += _at(spots, np.isin(spots.row, pointed), "pointed")
    return tuple(found)


def _about(spots: Spots, row: int, role: str) -> list[Ring]:
    return _at(spots, spots.row == row, role)


def _at(spots: Spots, wanted: Flags, role: str) -> list[Ring]:
    return [
        Ring(
            int(spots.row[at]),
            float(spots.x[at]),
            float(spots.y[at]),
            role,
            bool(spots.amber[at]),
        )
        for at in wanted.nonzero()[0]
    ]
