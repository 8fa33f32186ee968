"""Marks in pixels: their boxes, room for their words, what lies under the pointer. No Qt."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from azkz_desktop.figures.catalogue import RANKING
from azkz_desktop.figures.marks import BAR, POINT, RANGE, SPAN, Chart, Contradiction, Mark
from azkz_desktop.lean import dataclass

RADIUS = 5.0
LEAST = 3.0
"""Pixels that a bar is wide at least."""
NEAR = 7.0
"""Pixels from a mark within which the pointer is on it."""
LINE = 14.0
GAP = 4.0
SIGN = 8.0


class Box(NamedTuple):
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have a pixel in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def grown(self, by: float) -> "Box":
        """It with *by* pixels more on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def within(self, other: "Box") -> "Box | None":
        """What of it lies in *other*; None where nothing does."""
        left, right = max(self.left, other.left), min(self.right, other.right)
        top, bottom = max(self.top, other.top), min(self.bottom, other.bottom)
        return Box(left, top, right, bottom) if left <= right and top <= bottom else None


@dataclass(frozen=True, slots=True)
class Axes:
    """From the units of a chart to pixels, in both directions.

    `scale` is how much larger its words are than at the normal size.
    """

    x: Callable[[float], float]
    y: Callable[[float], float]
    frame: Box
    scale: float = 1.0

    @property
    def line(self) -> float:
        """The height of a line of words."""
        return LINE * self.scale

    @property
    def sign(self) -> float:
        """Half the height of the sign of a contradiction."""
        return SIGN * self.scale


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one mark, where they stand: the number, and below or behind it the note."""

    mark: int
    box: Box
    text: str
    note: str
    beside: bool


def box_of(mark: Mark, axes: Axes, form: str) -> Box:
    """The rectangle that *mark* covers."""
    x0, x1 = sorted((axes.x(mark.x0), axes.x(mark.x1)))
    y0, y1 = sorted((axes.y(mark.y0), axes.y(mark.y1)))
    if form == RANKING:
        return Box(x0, y0, max(x1, x0 + 1), y1)
    if mark.form == POINT:
        middle = (x0 + x1) / 2
        left, right = min(x0, middle - RADIUS), max(x1, middle + RADIUS)
        return Box(left, y0 - RADIUS, right, y0 + RADIUS)
    if mark.form == SPAN:
        return Box(x0, y0 - LEAST, max(x1, x0 + LEAST), y0 + LEAST)
    grow = max(LEAST - (x1 - x0), 0) / 2
    return Box(x0 - grow, min(y0, y1 - 1), x1 + grow, y1)


def anchor(mark: Mark, axes: Axes, form: str) -> tuple[float, float]:
    """The point of a mark that stands for its number: a bar's end, a point's middle."""
    if form == RANKING:
        return axes.x(mark.x1), (axes.y(mark.y0) + axes.y(mark.y1)) / 2
    return (axes.x(mark.x0) + axes.x(mark.x1)) / 2, axes.y(mark.y1)


def placed_words(chart: Chart, axes: Axes, measure: Callable[[str], float]) -> list[Words]:
    """The words that find room, none over another's nor over another mark's point.

    Along the years the larger numbers choose first; in a ranking each has its own line.
    """
    boxes = [box_of(mark, axes, chart.form) for mark in chart.marks]
    if chart.form == RANKING:
        pairs = zip(chart.marks, boxes, strict=True)
        line = axes.line
        return [_beside(place, *pair, measure, line) for place, pair in enumerate(pairs)]
    signs = [box for link in chart.links for box in _link_boxes(chart, axes, link)]
    seen = (place for place, box in enumerate(boxes) if box.within(axes.frame))
    order = sorted(seen, key=lambda place: -chart.marks[place].y1)
    found: list[Words] = []
    for place in order:
        others = [box for other, box in enumerate(boxes) if other != place]
        taken = [words.box for words in found] + others + signs
        for noted in (True, False):
            words = _above(place, chart.marks[place], boxes[place], axes, measure, noted=noted)
            if _inside(words.box, axes.frame) and not _any_meets(words.box, taken):
                found.append(words)
                break
    return found


def sign_box(chart: Chart, axes: Axes, link: Contradiction) -> Box:
    """Where the sign of a contradiction stands: in the middle between its two numbers."""
    (x0, y0), (x1, y1) = link_ends(chart, axes, link)
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    half = axes.sign
    return Box(x - half, y - half, x + half, y + half)


def _link_boxes(chart: Chart, axes: Axes, link: Contradiction) -> list[Box]:
    """The sign, and the line as a row of small boxes, but for its ends, which are the marks."""
    (x0, y0), (x1, y1) = link_ends(chart, axes, link)
    sign = axes.sign
    steps = max(int(max(abs(x1 - x0), abs(y1 - y0)) / sign), 1)
    parts = [(x0 + (x1 - x0) * n / steps, y0 + (y1 - y0) * n / steps) for n in range(steps + 1)]
    dots = [Box(x - 1, y - sign / 2, x + 1, y + sign / 2) for x, y in parts[1:-1]]
    return [sign_box(chart, axes, link), *dots]


def link_ends(
    chart: Chart, axes: Axes, link: Contradiction
) -> tuple[tuple[float, float], tuple[float, float]]:
    """The two pixels that a contradiction joins; in a ranking at the foot of the bars."""
    first, second = (
        anchor(chart.marks[one], axes, chart.form) for one in (link.first, link.second)
    )
    if chart.form == RANKING:
        x = axes.x(0.0) + 2 * axes.sign
        return (x, first[1]), (x, second[1])
    return first, second


def _above(
    place: int,
    mark: Mark,
    box: Box,
    axes: Axes,
    measure: Callable[[str], float],
    *,
    noted: bool,
) -> Words:
    note = mark.note if noted else ""
    width = max(measure(mark.text), measure(note))
    middle = min((box.left + box.right) / 2, axes.frame.right - width / 2)
    height = axes.line * (2 if note else 1)
    lift = 7.0 if mark.bound > 0 else 2.0
    top = box.top - lift - height
    room = Box(middle - width / 2, top, middle + width / 2, box.top - lift)
    return Words(place, room, mark.text, note, beside=False)


def _beside(
    place: int, mark: Mark, box: Box, measure: Callable[[str], float], line: float
) -> Words:
    text = f"{mark.text}  {mark.note}" if mark.note else mark.text
    middle, left = (box.top + box.bottom) / 2, box.right + 6
    room = Box(left, middle - line / 2, left + measure(text), middle + line / 2)
    return Words(place, room, mark.text, mark.note, beside=True)


def _inside(box: Box, frame: Box) -> bool:
    across = frame.left <= (box.left + box.right) / 2 <= frame.right
    return across and box.top >= frame.top - 2 and box.bottom <= frame.bottom


def _any_meets(box: Box, taken: Sequence[Box]) -> bool:
    return any(box.grown(GAP / 4).meets(other) for other in taken)


def lines_of(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """*text* broken between words into lines of at most *width* pixels; a long word stays."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def words_width(chart: Chart, measure: Callable[[str], float]) -> float:
    """The pixels that the longest words behind a ranking's bars need."""
    texts = (f"{mark.text}  {mark.note}" for mark in chart.marks)
    return max((measure(text) for text in texts), default=0.0) + 2 * GAP + 6


def mark_at(chart: Chart, axes: Axes, x: float, y: float) -> int | None:
    """The mark at a pixel or near it; small ones before large ones."""
    pointer = Box(x, y, x, y).grown(NEAR)
    hits = []
    for place, mark in enumerate(chart.marks):
        box = box_of(mark, axes, chart.form)
        inside = box.left <= x <= box.right and box.top <= y <= box.bottom
        if inside or (mark.form in (POINT, SPAN, RANGE) and box.meets(pointer)):
            area = (box.right - box.left) * (box.bottom - box.top)
            hits.append((mark.form == BAR, area, place))
    return min(hits)[2] if hits else None
