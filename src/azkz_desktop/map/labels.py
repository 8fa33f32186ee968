"""Labels placed by rank, none over another: the most important first, beside what it names.

Placing does not ask what is in sight but for a margin around it, and goes by rank alone: so a
label stays where it is while the map is moved.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from math import cos, hypot, radians, sin
from typing import Final, Protocol

from azkz_desktop.lean import dataclass
from azkz_desktop.map.marks import Label, Ref
from azkz_desktop.map.shapes import Box

CELL: Final = 64.0
"""Pixels: the side of a square of the table that says what is taken where."""
AIR: Final = 2.0
"""Pixels left free around every label."""
SPACE: Final = 8.0
"""Pixels left free, besides, between the words of two labels side by side, not read as one."""
BESIDE: Final = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Where a label may stand about its point: across and down, the best place first."""


class Measure(Hashable, Protocol):
    """How much room texts take; the fonts know."""

    def measure(self, text: str, role: str) -> float:
        """The width of *text* in the font of *role*, pixels."""
        ...

    def height(self, role: str) -> float:
        """The height of a line of *role*, pixels."""
        ...


@dataclass(frozen=True, slots=True)
class Wish:
    """A label that would like a place about (x, y), *gap* pixels away (0: on the point itself).

    Lower *rank* is more important. *must*: placed in any case, on its first place. Where the
    point itself is taken, *spots* are tried in its stead. The same words (or labels of the
    same *group*) are never nearer to each other than *apart* pixels.
    """

    lines: tuple[str, ...]
    role: str
    colour: str
    x: float
    y: float
    gap: float
    rank: float
    angle: float = 0.0
    ref: Ref | None = None
    must: bool = False
    spots: tuple[tuple[float, float], ...] = ()
    apart: float = 0.0
    group: str = ""


class Taken:
    """Rectangles that are taken, found by the squares that they lie in."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        """Take the room of *box*."""
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)

    def is_free(self, box: Box) -> bool:
        """Whether nothing that is taken meets *box*."""
        return not any(
            box.meets(other) for cell in _cells(box) for other in self._cells.get(cell, ())
        )


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box.left // CELL), int(box.right // CELL) + 1):
        for row in range(int(box.top // CELL), int(box.bottom // CELL) + 1):
            yield column, row


def place(
    wishes: Sequence[Wish], measure: Measure, taken: Iterable[Box] = ()
) -> list[tuple[Wish, Label]]:
    """The wishes that find room with their labels, the most important first.

    *taken* is kept free of labels.
    """
    table = Taken()
    for box in taken:
        table.add(box)
    words = Taken()
    placed: list[tuple[Wish, Label]] = []
    same: dict[str | tuple[str, ...], list[Label]] = {}
    for wish in sorted(wishes, key=lambda one: (not one.must, one.rank, one.lines)):
        near = same.setdefault(wish.group or wish.lines, [])
        tries = _tries(wish, measure, table, words)
        found = next((t for t in tries if not _too_near(t[0], near, wish.apart)), None)
        if found is not None:
            label, boxes = found
            for box in boxes:
                table.add(box)
                words.add(box)
            placed.append((wish, label))
            near.append(label)
    return placed


def _too_near(label: Label, others: Sequence[Label], apart: float) -> bool:
    return any(hypot(label.x - one.x, label.y - one.y) < apart for one in others)


def _tries(
    wish: Wish, measure: Measure, table: Taken, words: Taken
) -> Iterator[tuple[Label, list[Box]]]:
    """The places that are free in *table* for a label, not near to *words*, the best first."""
    width = max(measure.measure(line, wish.role) for line in wish.lines)
    height = measure.height(wish.role)
    for x, y in ((wish.x, wish.y), *wish.spots):
        for across, down in ((0, 0),) if wish.gap == 0 else BESIDE:
            label = _label(wish, (x, y), (across, down), height)
            boxes = label_boxes(label, width, height)
            if wish.must or all(
                table.is_free(box) and words.is_free(_spaced(box)) for box in boxes
            ):
                yield label, boxes


def _spaced(box: Box) -> Box:
    return Box(box.left - SPACE, box.top, box.right + SPACE, box.bottom)


def _label(wish: Wish, spot: tuple[float, float], side: tuple[int, int], height: float) -> Label:
    """The label on one side of a point; y is the middle of its first line."""
    across, down = side
    diagonal = 0.7 if across and down else 1.0
    x = spot[0] + across * wish.gap * diagonal
    rows = len(wish.lines)
    middle = spot[1] + down * (wish.gap + rows * height / 2) * diagonal
    y = middle - (rows - 1) * height / 2
    return Label(wish.lines, wish.role, wish.colour, x, y, -across, wish.angle, wish.ref)


def label_boxes(label: Label, width: float, height: float) -> list[Box]:
    """What a label fills, with some air: one rectangle, or a chain of them where it is turned."""
    left = label.x - width * (label.align + 1) / 2
    if not label.angle:
        top = label.y - height / 2
        bottom = top + height * len(label.lines)
        return [Box(left - AIR, top - AIR / 2, left + width + AIR, bottom + AIR / 2)]
    turn = radians(label.angle)
    half = height / 2 + AIR / 2
    steps = max(1, round(width / height))
    spots = [width * ((i + 0.5) / steps - 0.5) for i in range(steps)]
    return [
        Box(x - half, y - half, x + half, y + half)
        for x, y in ((label.x + s * cos(turn), label.y + s * sin(turn)) for s in spots)
    ]
