"""Events that lie on one another: all of those at a point, and whose turn it is to be chosen."""

from collections.abc import Sequence
from html import escape

import numpy as np

from azkz_desktop.timeline.hits import Hit, drawn_at, hit
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.piles import NEAR
from azkz_desktop.timeline.source import TimelineSource
from azkz_desktop.translation import translate

STILL = 2.0
"""Pixels that the pointer may wander from a click to the next and be at the same place."""
LINES = 8
"""So many lines are said of what lies below, at most."""
Point = tuple[float, float]


def events_at(marks: Marks, x: float, y: float) -> tuple[Hit, ...]:
    """All events at pixel (*x*, *y*), each once: first what is hit, then what lies below.

    So all whose mark, date or bar is there; none where something else than an event is hit.
    """
    top = hit(marks, x, y)
    if top.what != "event":
        return ()
    found = {top.row: top}
    for one in drawn_at(marks, x, y):
        found.setdefault(one.row, one)
    return tuple(found.values())


class Turns:
    """Of events that lie on one another each click at the same place takes the next one below.

    Round and round. (The chosen event is drawn on top: so the order is that of the first click.)
    """

    def __init__(self) -> None:
        self._at: Point | None = None
        self._rows: list[int | None] = []
        self._before: int | None = None

    def clicked(self, marks: Marks, at: Point, chosen: int | None) -> Hit | None:
        """The event that a click at the point *at* takes, where *chosen* is chosen before."""
        now = self._there(marks, at, chosen)
        if now:
            known = set(self._rows)
            # Names come and go with what is chosen; marks and bars stay.
            new = (one.row for one in drawn_at(marks, *(self._at or at)))
            self._rows = [row for row in self._rows if row in now]
            self._rows += [row for row in dict.fromkeys(new) if row not in known]
            self._before = chosen
            place = self._rows.index(chosen)
            return now[self._rows[(place + 1) % len(self._rows)]]
        now = {one.row: one for one in events_at(marks, *at)}
        self._at, self._rows, self._before = at, [*now], None
        return now[self._rows[0]] if now else None

    def meant(self, marks: Marks, at: Point, chosen: int | None) -> Hit | None:
        """The event that the clicks at this place have come to, if any have."""
        return self._there(marks, at, chosen).get(chosen)

    def take_back(self) -> int | None:
        """The event at which the last click went on to the next one, if it did."""
        before, self._before = self._before, None
        return before

    def _there(self, marks: Marks, at: Point, chosen: int | None) -> dict[int | None, Hit]:
        """What is at this place now, by row, if *chosen* is one that was clicked here."""
        if self._at is None or chosen not in self._rows:
            return {}
        if max(abs(at[0] - self._at[0]), abs(at[1] - self._at[1])) > STILL:
            return {}
        now = {one.row: one for one in events_at(marks, *self._at)}
        return now if chosen in now else {}


def piled_on(marks: Marks, row: int) -> int:
    """How many others have their marks where that of *row* is, in the lane where most have."""
    told = [len(pile.rows) for pile in marks.piles if row in pile.rows]
    if told:
        return max(told) - 1  # as the number says that is drawn there
    spots = marks.spots
    own = (spots.row == row).nonzero()[0].tolist()
    counts = [
        int(((np.abs(spots.x - spots.x[at]) <= NEAR) & (spots.y == spots.y[at])).sum())
        for at in own
    ]
    return max(counts, default=1) - 1


def piled_in_words(count: int) -> str:
    """How many other events stand at the same place."""
    return translate("Timeline", "%n more at the same place", count)


def below_in_words(source: TimelineSource, rows: Sequence[int]) -> str:
    """What else lies here, the first ones by name, as simple HTML; empty for nothing."""
    if not rows:
        return ""
    many = len(rows) > LINES
    named = rows[: LINES - 1] if many else rows
    lines = [translate("Timeline", "and %n more here; click again for the next:", len(rows))]
    lines += source.shorts(np.array(named, np.int32))
    if many:
        lines.append(translate("Timeline", "… and %n more", len(rows) - len(named)))
    return "<br>".join(map(escape, lines))
