"""Open containers: an event and what belongs to it, in a box of its own below the lane's line.

In a box each event has a line of text: the container itself first, its children in order of
time, each with its mark at its date and its name beside it. A child that is open as well has a
box in the box. What does not lie in sight is named at the edge, with an arrow that way. Where
many belong to it, a part of them is laid out, and words lead to those before and behind.
"""

from math import ceil, floor
from typing import NamedTuple

import numpy as np

from azkz_desktop.timeline.extents import extents
from azkz_desktop.timeline.inside import Inside, Part
from azkz_desktop.timeline.labels import BESIDE, Count, count_of
from azkz_desktop.timeline.marks import Badge, Box, Label, Rect
from azkz_desktop.timeline.placing import Shelf
from azkz_desktop.timeline.sight import Setting
from azkz_desktop.timeline.wording import Text, elided
from azkz_desktop.translation import translate

PADDING = 5.0
"""Pixels between what lies in a box and its edge."""


class MoreInside(NamedTuple):
    """Says how many of a container's events are left out there; `row` is the nearest of them."""

    row: int
    rect: Rect
    text: str


class Item(NamedTuple):
    """An event in a box: on which line (0 on top), and at which pixels other documents have it."""

    row: int
    line: float
    points: tuple[float, ...] = ()


class Laid(NamedTuple):
    """What one box, with all boxes in it, is made of; the lines count from its top."""

    items: list[Item]
    labels: list[tuple[Item, str, str, float, float]]
    badges: list[tuple[int, float, float]]
    boxes: list[tuple[int, float, float, float, float]]
    mores: list[tuple[int, str, float, float]]
    left: float
    right: float
    lines: int

    def take(self, inner: "Laid") -> None:
        """Take up all that a box in this one is made of."""
        self.items.extend(inner.items)
        self.labels.extend(inner.labels)
        self.badges.extend(inner.badges)
        self.boxes.extend(inner.boxes)
        self.mores.extend(inner.mores)


class Boxes(NamedTuple):
    """All boxes of a lane, placed."""

    rows: list[int]
    y: list[float]
    labels: list[Label]
    badges: list[Badge]
    boxes: list[Box]
    mores: list[MoreInside]


class More(NamedTuple):
    """The words about what is left out of a box, on which line, and the nearest event of it."""

    row: int
    text: str
    line: float


class Reach(NamedTuple):
    """From where to where an event reaches: its date, and the mark at it. Pixels, any.

    At `points` other documents have it, as far as that is in sight.
    """

    anchor: float
    first: float
    last: float
    points: tuple[float, ...] = ()


class BoxLayout:
    """Lays out the boxes of a frame."""

    def __init__(self, setting: Setting, inside: Inside) -> None:
        self._inside, self._opened = inside, setting.opened
        self._wording, self._scale, self._sizes = setting.wording, setting.scale, setting.sizes
        self._columns, self._chosen = setting.columns, setting.chosen
        self._voices, self._lane, self._disputes = setting.voices, 0, setting.disputes
        self._first = ceil(setting.scale.start)
        self._measure = setting.wording.measure

    def lane(self, number: int, rows: list[int], shelf: Shelf, tops: tuple[float, ...]) -> Boxes:
        """The boxes of a lane, each as far up as there is room; *shelf* knows of them then."""
        placed, self._lane = Boxes([], [], [], [], [], []), number
        for row in rows:
            laid = self._laid(row, 0.0)
            first = int(max(laid.left - self._scale.left, 0))
            last = int(min(laid.right - self._scale.left, shelf.width))
            at = _first_free(shelf, first, last, laid.lines)
            for level in range(at, min(at + laid.lines, shelf.rows + 1)):
                shelf.take(level, first, last)
            self._keep_clear(laid, shelf, at)
            self._place(placed, laid, number, tops[1] + (at - 1) * self._sizes.line)
        return placed

    def _keep_clear(self, laid: Laid, shelf: Shelf, at: int) -> None:
        """Let no name be written on a date beside a box that begins on row *at*."""
        around = self._sizes.spot + 2
        for item in laid.items:
            for x in item.points:
                first = int(max(x - around - self._scale.left, 0))
                last = int(min(x + around - self._scale.left, shelf.width))
                for level in {at + floor(item.line), at + ceil(item.line)}:
                    if level <= shelf.rows:
                        shelf.take(level, first, last)

    def _place(self, placed: Boxes, laid: Laid, lane: int, top: float) -> None:
        line = self._sizes.line
        for item in laid.items:
            placed.rows.append(item.row)
            placed.y.append(floor(top + (item.line + 0.5) * line))
        for item, text, role, x, width in laid.labels:
            y = top + item.line * line
            placed.labels.append(
                Label(item.row, lane, text, role, round(x), floor(y), width, line, None, 0.0, 0)
            )
        for row, x, at in laid.badges:
            count = count_of(int(self._inside.counts[row]), row in self._opened, self._wording)
            rect = Rect(round(x), floor(top + at * line), count.width - BESIDE, line - 1)
            placed.badges.append(Badge(row, rect, count.text))
        for row, left, right, begin, lines in laid.boxes:
            rect = Rect(left, top + begin * line + 1, right - left, lines * line - 3)
            placed.boxes.append(Box(row, rect))
        for row, text, at, x in laid.mores:
            width = ceil(self._measure(text, "note"))
            rect = Rect(round(x), floor(top + at * line), width, line)
            placed.mores.append(MoreInside(row, rect, text))

    def _laid(self, row: int, top: float) -> Laid:
        """The box of *row* whose upper edge lies on line *top*."""
        part = self._inside.part(row, self._first, self._chosen)
        reaches = self._reaches([row, *part.rows])
        laid = Laid([], [], [], [], [], np.inf, -np.inf, 0)
        spread = [self._item(laid, row, top + 0.5, reaches[0])]
        words = _words(part, top + 1.5)
        lines = top + 1.5 + (part.before is not None)
        for child, reach in zip(part.rows, reaches[1:], strict=True):
            if child in self._opened and self._inside.counts[child]:
                inner = self._laid(child, lines)
                laid.take(inner)
                spread.append((inner.left, inner.right))
                lines += inner.lines
            else:
                spread.append(self._item(laid, child, lines, reach))
                lines += 1
        if part.behind:
            words.append(More(part.behind[1], _behind(part.behind[0]), lines))
            lines += 1
        wide = max((self._measure(more.text, "note") for more in words), default=0.0)
        left, right = self._around(spread, wide + 2 * PADDING)
        laid.mores.extend((*more, left + PADDING) for more in words)
        high = int(lines + 0.5 - top)
        laid.boxes.insert(0, (row, left, right, top, high))
        return laid._replace(left=left, right=right, lines=high)

    def _around(self, spread: list[tuple[float, float]], least: float) -> tuple[float, float]:
        """From where to where a box reaches that holds all of *spread*, *least* pixels wide."""
        scale = self._scale
        left = max(min(one for one, _ in spread) - PADDING, scale.left)
        left = max(min(left, scale.right - least), scale.left)
        right = max(max(one for _, one in spread) + PADDING, left + least)
        return left, min(right, scale.right)

    def _reaches(self, rows: list[int]) -> list[Reach]:
        events = np.array(rows, np.int32)
        if self._voices is None:
            span = extents(self._columns, events)
        else:
            span = self._voices.heard_in_boxes(events, self._lane)
        pixels = (
            self._scale.pixels(days).tolist() for days in (span.anchor, span.first, span.last)
        )
        reaches = [Reach(*one) for one in zip(*pixels, strict=True)]
        for place in self._columns.contested[events].nonzero()[0].tolist():
            reaches[place] = self._with_dates(rows[place], reaches[place])
        return reaches

    def _with_dates(self, row: int, reach: Reach) -> Reach:
        """*reach* of a contested event with the dates that other documents give."""
        if self._disputes is None:
            return reach
        scale = self._scale
        pixel = scale.placer(scale.left - 1, scale.right + 1)
        dates = self._disputes.dates(row, self._voices, self._lane)
        found = sorted(pixel(mark) for mark, *_ in dates)
        return reach._replace(points=tuple(x for x in found if scale.left <= x <= scale.right))

    def _item(self, laid: Laid, row: int, line: float, at: Reach) -> tuple[float, float]:
        """Lay out one event; from which pixel to which it reaches with its name."""
        scale, reach = self._scale, self._sizes.spot + 1
        anchor, x0, x1, points = at
        mark = min(max(anchor, scale.left), scale.right)
        low = min(max(min(anchor - reach, x0), scale.left), mark)
        high = max(min(max(anchor + reach, x1), scale.right), mark)
        item, count = Item(row, line, points), self._count(row)
        laid.items.append(item)
        more = count.width if count else 0
        text = self._text(row, anchor)
        wide = self._width(text) + more
        x, space = self._beside((low, high), mark, points, wide)
        text = text._replace(text=elided(text.text, text.role, space - more, self._measure))
        width = self._width(text)
        if x < mark:
            x += space - width - more  # it ends at its mark
        laid.labels.append((item, text.text, text.role, x, width))
        if count:
            laid.badges.append((row, x + width + BESIDE, line))
        return min(low, x), max(high, x + width + more)

    def _width(self, text: Text) -> int:
        return int(np.ceil(self._measure(text.text, text.role)))

    def _count(self, row: int) -> Count | None:
        if not self._inside.counts[row]:
            return None
        return count_of(int(self._inside.counts[row]), row in self._opened, self._wording)

    def _text(self, row: int, anchor: float) -> Text:
        """The full title; with an arrow to where its mark is, where that is out of sight."""
        title = self._wording.title(row, "label-bold" if row == self._chosen else "label")
        if anchor < self._scale.left:
            return title._replace(text=f"◂ {title.text}")
        if anchor > self._scale.right:
            return title._replace(text=f"▸ {title.text}")
        return title

    def _beside(
        self, reach: tuple[float, float], mark: float, points: tuple[float, ...], wide: int
    ) -> tuple[float, float]:
        """Where a name that is *wide* begins, and how many pixels it may have.

        Clear of mark, bar and the *points* of other documents, else of mark and points alone, on
        its bar; as near as may be, right rather than left. Where it is too long for all these,
        where there is most room.
        """
        around = self._sizes.spot + 1
        clear = [(x - around, x + around) for x in points]
        gaps = self._gaps([reach, *clear], mark)
        gaps += self._gaps([(mark - around, mark + around), *clear], mark)
        places = [(begin, end - begin) for begin, end in gaps]
        fitting = (place for place in places if place[1] >= wide)
        return next(fitting, max(places, key=lambda place: place[1]))

    def _gaps(self, taken: list[tuple[float, float]], mark: float) -> list[tuple[float, float]]:
        """What is left between all that is *taken*, the nearest to *mark* first."""
        begin, right, found = self._scale.left + PADDING, self._scale.right - PADDING, []
        for low, high in sorted(taken):
            found.append((begin, low - BESIDE))
            begin = max(begin, high + BESIDE)
        found.append((begin, right))
        found.sort(key=lambda gap: (max(gap[0] - mark, mark - gap[1]), -gap[0]))
        return found


def _words(part: Part, line: float) -> list[More]:
    """What is said on *line* of the children before those that are shown."""
    if part.before is None:
        return []
    count, nearest = part.before
    return [More(nearest, "▴ " + translate("Timeline", "%n earlier", count), line)]


def _behind(count: int) -> str:
    return "▾ " + translate("Timeline", "and %n more", count)


def _first_free(shelf: Shelf, first: int, last: int, lines: int) -> int:
    """The uppermost row below which *lines* rows are free; the last one that has room for them."""
    for at in range(1, max(shelf.rows - lines + 2, 2)):
        rows = range(at, min(at + lines, shelf.rows + 1))
        if all(shelf.is_free(level, first, last) for level in rows):
            return at
    return max(shelf.rows - lines + 1, 1)
