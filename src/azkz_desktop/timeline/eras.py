"""Eras between the axis and the lanes: thin named ribbons, and which of them tint the lanes.

An end that is only roughly known is a slanting edge from its first possible day (at the foot)
to its last one (at the top), so that two who follow each other share it.
"""

from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.eralines import EraLines, EraPlan, without_room
from azkz_desktop.timeline.marks import Rect
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.wording import Measure, elided
from azkz_desktop.view.eras import Era, EraGroup
from azkz_desktop.view.state import Focus

INSET = 5.0
"""Pixels between the edge of a ribbon and its name."""
FEWEST = 5
"""Letters of a name below which its beginning tells nothing."""
NARROW = 12.0
"""Pixels: so wide at the least is what a hand has to hit."""
SMALLEST = 3.0
"""Pixels that a ribbon is wide at the least, so that a war of weeks is seen over decades."""
FADE = 48.0
"""Pixels over which it fades out where nobody tells since when, or until when, it was."""


Points = tuple[tuple[float, float], ...]


class EraMark(NamedTuple):
    """One ribbon in the line `rect`: what it surely fills (`shape`, as far as it is in sight).

    It begins somewhere from `foot0` to `top0` and ends somewhere from `foot1` to `top1`: pixels,
    in sight or not. To `soft0` and `soft1` it fades out where nobody tells since or until when
    (else they are its own edge). `shaded` ones are darker: the first one and every
    other one of those that follow each other. `text` is as much of the name as has room, from
    `text_x` to `text_end`. `chosen`: it tells of what all views show.
    """

    rect: Rect
    foot0: float
    top0: float
    foot1: float
    top1: float
    soft0: float
    soft1: float
    shape: Points
    shaded: bool
    contested: bool
    text: str
    text_x: float
    name: str
    words: str
    focus: Focus
    chosen: bool = False
    text_end: float = 0.0

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies where the era may be, on its name, or close to a narrow one."""
        beside = max((NARROW - (self.soft1 - self.soft0)) / 2, 0.0)
        if not self.rect.contains(x, y):
            return False
        on_name = bool(self.text) and self.text_x <= x < self.text_end
        return on_name or self.soft0 - beside <= x < self.soft1 + beside


class EraRow(NamedTuple):
    """The ribbons of a group, in one line or several; `shown` is its name in the gutter.

    `words` is its title, and which of its eras have no room.
    """

    group: str
    title: str
    shown: str
    rect: Rect
    marks: tuple[EraMark, ...]
    words: str = ""


class EraStrip:
    """Lays out the groups of eras that a view names, as far as the file has them."""

    def __init__(self, groups: Mapping[str, EraGroup], sizes: Sizes, measure: Measure) -> None:
        self._lines = EraLines(groups, sizes.era)
        self._sizes = sizes
        self._measure = measure

    def plan(
        self, wanted: Sequence[str], room: float = inf, chosen: Focus | None = None
    ) -> EraPlan:
        """What is shown of the groups *wanted* in *room* pixels, with what is *chosen*."""
        return self._lines.plan(wanted, room, chosen)

    def rows(
        self, plan: EraPlan, scale: Scale, top: float, chosen: Focus | None = None
    ) -> tuple[EraRow, ...]:
        """The ribbons in sight, from *top* down; *chosen* is what all views show."""
        rows = []
        for group, lines in plan.groups:
            rect = Rect(scale.left, top, scale.width, len(lines) * self._sizes.era)
            row = self._row(group, lines, rect, scale)
            marks = (mark._replace(chosen=mark.focus == chosen) for mark in row.marks)
            rows.append(row._replace(marks=tuple(marks)))
            top = rect.bottom
        return tuple(rows)

    def _row(
        self, group: EraGroup, lines: Sequence[Sequence[Era]], rect: Rect, scale: Scale
    ) -> EraRow:
        height, marks = self._sizes.era, []
        for place, line in enumerate(lines):
            room = Rect(rect.x, rect.y + place * height, rect.width, height)
            marks += self._named(ribbons(line, room, scale), line, room)
        across = rect.x - 2 * self._sizes.margin
        left = len(group.eras) - sum(map(len, lines))
        more = f" +{left}" if left else ""
        across -= self._measure(more, "note")
        shown = elided(group.short, "note", across, self._measure) + more
        words = without_room(group, lines) if left else group.title
        return EraRow(group.id, group.title, shown, rect, tuple(marks), words)

    def _named(
        self, marks: Sequence[EraMark | None], line: Sequence[Era], room: Rect
    ) -> list[EraMark]:
        """The ribbons in sight with their names, from left to right."""
        named: list[EraMark] = []
        taken = room.x
        for at, (mark, era) in enumerate(zip(marks, line, strict=True)):
            if mark is not None:
                following = next((one for one in marks[at + 1 :] if one is not None), None)
                text, x = self._name(era, _rooms(mark, taken, following))
                end = x + self._measure(text, "value") if text else taken
                named.append(mark._replace(text=text, text_x=x, text_end=end))
                taken = max(mark.foot1, end)
        return named

    def _name(self, era: Era, rooms: Sequence[tuple[float, float]]) -> tuple[str, float]:
        """As much of the name as has room in one of *rooms* (from, to), and where it begins."""
        for name, places in ((era.name, rooms[:2]), (era.short, rooms)):
            width = self._measure(name, "value")
            for left, right in places:
                if width <= right - left:
                    return name, left
        for left, right in rooms:
            text = elided(era.short, "value", right - left, self._measure)
            if len(text) > FEWEST and self._measure(text, "value") <= right - left:
                return text, left
        return "", 0.0


def _rooms(
    mark: EraMark, taken: float, following: EraMark | None
) -> tuple[tuple[float, float], ...]:
    """Where a name may stand, from and to: on what is sure, on all of the ribbon, beside it."""
    left, right = max(mark.rect.x, taken), mark.rect.right
    next_sure, next_may = (right, right + INSET) if following is None else (
        following.top0, following.soft0,
    )  # fmt: skip
    spans = (
        (mark.top0, mark.foot1),
        (_half(mark.soft0, mark.foot0, mark.top0), min(_end(mark), next_sure)),
        (mark.soft1, next_may),
    )
    return tuple((max(one, left) + INSET, min(other, right) - INSET) for one, other in spans)


def _half(soft: float, foot: float, top: float) -> float:
    """From where a ribbon is rather there than not: all that fades, half of a slant."""
    return soft if soft != foot and soft != top else (foot + top) / 2


def _end(mark: EraMark) -> float:
    return _half(mark.soft1, mark.foot1, mark.top1)


def ribbons(line: Sequence[Era], room: Rect, scale: Scale) -> list[EraMark | None]:
    """The ribbon of each era of a line, None where it is out of sight."""
    marks: list[EraMark | None] = []
    shaded, ended = False, NO_START
    for era in line:
        # Every other one of those that follow each other; the first one after a gap, too.
        shaded = not shaded or era.bounds[0] > ended + 1
        ended = era.bounds[3]
        marks.append(_ribbon(era, room, scale, shaded=shaded))
    return marks


def _ribbon(era: Era, room: Rect, scale: Scale, *, shaded: bool) -> EraMark | None:
    first, last = era.bounds[0], era.bounds[3]
    begun, ended = _core(era)
    foot0 = _x(begun if first <= NO_START else first, scale)
    top1 = _x(ended + 1 if last >= NO_END else last + 1, scale)
    top0, foot1 = _x(begun, scale), _x(ended + 1, scale)
    if first > NO_START and last < NO_END and top1 - foot0 < SMALLEST:
        top1 = foot1 = foot0 + SMALLEST
    # Where nobody tells since when (or until when), it fades out beside what is known: a ribbon
    # back to the edge would say that it was so for decades. Where it is told to come from before
    # everything (or to go on), it reaches the edge.
    soft0 = foot0 - FADE if begun > first <= NO_START else foot0
    soft1 = top1 + FADE if ended < last >= NO_END else top1
    if soft1 <= room.x or soft0 >= room.right:
        return None
    corners = (foot0, room.bottom), (top0, room.y), (top1, room.y), (foot1, room.bottom)
    words = "\n".join((era.name, era.dates, *era.told))
    return EraMark(
        room, foot0, top0, foot1, top1, soft0, soft1, within(corners, room.x - 1, room.right + 1),
        shaded, era.contested, "", 0.0, era.name, words, era.focus,
    )  # fmt: skip


def within(corners: Points, left: float, right: float) -> Points:
    """What of a convex polygon lies between two verticals (what is far out breaks a painter)."""
    for edge, way in ((left, 1), (right, -1)):
        kept: list[tuple[float, float]] = []
        for (x, y), (next_x, next_y) in zip(corners, (*corners[1:], *corners[:1]), strict=True):
            inside, next_inside = way * (x - edge) >= 0, way * (next_x - edge) >= 0
            if inside:
                kept.append((x, y))
            if inside != next_inside:
                kept.append((edge, y + (next_y - y) * (edge - x) / (next_x - x)))
        corners = tuple(kept)
    return corners


def _core(era: Era) -> tuple[int, int]:
    """The days from which and until which it certainly was, the one not after the other.

    Where an end is so roughly known that nothing is certain, the two meet in between; where
    nobody tells until (or since) when it was, at the last day on which it may
    have begun (or the first on which it may have ended).
    """
    first, begun, ended, last = era.bounds
    if begun <= ended:
        return begun, ended
    if first <= NO_START or last >= NO_END:
        between = ended if first <= NO_START else begun
        return between, between
    return min(begun, max(ended, first)), max(ended, first)


def _x(day: float, scale: Scale) -> float:
    """The pixel of *day*; the edge of the plot stands for what has no day."""
    if day <= NO_START:
        return scale.left - 1
    return scale.right + 1 if day >= NO_END else scale.pixel(day)
