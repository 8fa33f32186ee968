"""Labels placed by rank, none over another: the most important first, beside what it names.

Placing does not ask what is in sight but for a margin around it, and goes by rank alone: so a
label stays where it is while the map is moved.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from math import cos, hypot, inf, radians, sin
from typing import Final, Protocol

from azkz_desktop.lean import dataclass
from azkz_desktop.map.marks import Label, Ref
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.under import Under

CELL: Final = 64.0
"""Pixels: the side of a square of the table that says what is taken where."""
AIR: Final = 2.0
"""Pixels left free around every label."""
SPACE: Final = 8.0
"""Pixels left free, besides, between the words of two labels side by side, not read as one."""
BESIDE: Final = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))
"""Where a label may stand about its point: across and down, the best place first."""


Sides = tuple[float, float, float, float]
"""Left, top, right, bottom of a rectangle: for the many that are only compared."""
Size = tuple[float, float, int]
"""A label's width, the height of one line of it, and how many lines it has."""


class Measure(Hashable, Protocol):
    """How much room texts take; the fonts know."""

    @property
    def scale(self) -> float:
        """How much larger all texts are than at the normal size."""
        ...

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
        self._cells: dict[tuple[int, int], list[Sides]] = {}

    def add(self, box: Box) -> None:
        """Take the room of *box*."""
        self.take((box.left, box.top, box.right, box.bottom))

    def take(self, sides: Sides) -> None:
        """Take the room between four sides."""
        for cell in _cells(*sides):
            self._cells.setdefault(cell, []).append(sides)

    def is_free(self, box: Box) -> bool:
        """Whether nothing that is taken meets *box*."""
        return self.has_room(box.left, box.top, box.right, box.bottom)

    def has_room(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether nothing that is taken meets what lies between four sides."""
        for cell in _cells(left, top, right, bottom):
            for a, b, c, d in self._cells.get(cell, ()):
                if left <= c and a <= right and top <= d and b <= bottom:
                    return False
        return True


def _cells(left: float, top: float, right: float, bottom: float) -> list[tuple[int, int]]:
    rows = range(int(top // CELL), int(bottom // CELL) + 1)
    return [(x, y) for x in range(int(left // CELL), int(right // CELL) + 1) for y in rows]


def place(
    wishes: Sequence[Wish],
    measure: Measure,
    taken: Iterable[Box] = (),
    under: Under | None = None,
    sights: Sequence[Box] = (),
) -> list[tuple[Wish, Label]]:
    """The wishes that find room with their labels, the most important first.

    *taken* is kept free of labels, and so are the lines *under* them where they can be. No label
    is cut by the edge of any of *sights*.
    """
    table = Taken()
    for box in taken:
        table.add(box)
    placed: list[tuple[Wish, Label]] = []
    same: dict[str | tuple[str, ...], list[tuple[float, float]]] = {}
    for wish in sorted(wishes, key=lambda one: (not one.must, one.rank, one.lines)):
        near = same.setdefault(wish.group or wish.lines, [])
        found = _found(wish, measure, (table, sights), near, under)
        if found is not None:
            placed.append((wish, found))
            near.append((found.x, found.y))
    return placed


def _found(
    wish: Wish,
    measure: Measure,
    room: tuple[Taken, Sequence[Box]],
    near: Sequence[tuple[float, float]],
    under: Under | None,
) -> Label | None:
    """The best place that is free in *room* and not too near to its like; it is taken then.

    *room*: what is taken, and whose edges cut.
    A place that no line crosses is better than one before it that is crossed, and a place that
    is crossed less than one that is crossed more.
    """
    width = max(measure.measure(line, wish.role) for line in wish.lines)
    size = (width, measure.height(wish.role), len(wish.lines))
    table, sights = room
    least, second = inf, None
    for x, y, align in _spots(wish, size):
        # What costs least is asked first: most names of a line stand too near to one there is.
        if any(hypot(x - one, y - other) < wish.apart for one, other in near):
            continue
        chain = _sides((x, y), align, wish.angle, size)
        if not (wish.must or all(table.has_room(*sides) for sides in chain)):
            continue
        if not wish.must and any(_is_barred(wish, chain, sight) for sight in sights):
            continue
        # A turned name belongs to the line that it runs along.
        crossed = 0 if under is None or wish.angle else under.crossed(*chain[0], wish.ref)
        if crossed < least:
            least, second = crossed, (x, y, align)
        if not crossed:
            break
    return None if second is None else _take(wish, second, size, table)


def _is_barred(wish: Wish, chain: Sequence[Sides], sight: Box) -> bool:
    """Whether *sight* would cut a label, or hold it without the point that it names."""
    inside = sum(_is_inside(sides, sight) for sides in chain)
    if inside < len(chain):
        return any(_meets(sides, sight) for sides in chain)
    return bool(wish.gap) and not sight.holds(wish.x, wish.y)


def _is_inside(sides: Sides, sight: Box) -> bool:
    left, top, right, bottom = sides
    return (
        left >= sight.left and right <= sight.right and top >= sight.top and bottom <= sight.bottom
    )


def _meets(sides: Sides, sight: Box) -> bool:
    left, top, right, bottom = sides
    return left < sight.right and right > sight.left and top < sight.bottom and bottom > sight.top


def _take(wish: Wish, spot: tuple[float, float, int], size: Size, table: Taken) -> Label:
    x, y, align = spot
    for left, top, right, bottom in _sides((x, y), align, wish.angle, size):
        table.take((left - SPACE, top, right + SPACE, bottom))
    return Label(wish.lines, wish.role, wish.colour, x, y, align, wish.angle, wish.ref)


def _spots(wish: Wish, size: Size) -> Iterator[tuple[float, float, int]]:
    """Where a label may stand, the best place first: x, the middle y of its first line, align."""
    _, height, rows = size
    rise = (rows - 1) * height / 2
    for x, y in ((wish.x, wish.y), *wish.spots):
        if wish.gap == 0:
            yield x, y - rise, 0
            continue
        for across, down in BESIDE:
            diagonal = 0.7 if across and down else 1.0
            middle = y + down * (wish.gap + rows * height / 2) * diagonal
            yield x + across * wish.gap * diagonal, middle - rise, -across


def label_boxes(label: Label, width: float, height: float) -> list[Box]:
    """What a label fills, with some air: one rectangle, or a chain of them where it is turned."""
    size = (width, height, len(label.lines))
    return [Box(*sides) for sides in _sides((label.x, label.y), label.align, label.angle, size)]


def _sides(at: tuple[float, float], align: int, angle: float, size: Size) -> list[Sides]:
    (x, y), (width, height, rows) = at, size
    if not angle:
        left, top = x - width * (align + 1) / 2, y - height / 2
        return [(left - AIR, top - AIR / 2, left + width + AIR, top + height * rows + AIR / 2)]
    turn = radians(angle)
    c, s = cos(turn), sin(turn)
    half = height / 2 + AIR / 2
    steps = max(1, round(width / height))
    along = [width * ((i + 0.5) / steps - 0.5) for i in range(steps)]
    return [(x + a * c - half, y + a * s - half, x + a * c + half, y + a * s + half) for a in along]
