"""Where the numbers of a band are written: each at its own mark, none in another's place. No Qt."""

from collections.abc import Iterable, Sequence
from math import ceil

from azkz_desktop.timeline.marks import BandBar
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.wording import Measure

APART = 3.0
"""Pixels between two numbers at the least: side by side they must not read as one."""
BY_ITSELF = 2.0
"""Pixels by which a text that is wider than its mark may be off the middle of that."""
SLIVER = 1.0
"""Pixels by which marks side by side may overlap: each is at least so wide."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom: compared for every text and mark of every frame."""
Place = tuple[float, float, bool]
"""Where a text would begin and end, and whether an edge of the plot moves it off its mark.

That is said only of a text that is wider than its mark.
"""


class Writing:
    """Finds room for the texts of the *marks* of one band, which are *line* pixels high.

    No text covers what is *taken*.
    """

    def __init__(
        self,
        marks: Sequence[BandBar],
        taken: Iterable[Box],
        scale: Scale,
        line: float,
        measure: Measure,
    ) -> None:
        self._marks, self._scale, self._line, self._measure = marks, scale, line, measure
        self._taken = list(taken)

    def written(self, below: float) -> tuple[BandBar, ...]:
        """The marks, with a place for the text of those that have room; notes stand at *below*.

        The greatest value comes first. What an edge of the plot pushes aside comes last: it is
        not to take the room of a number that stands by its own mark.
        """
        written, line = list(self._marks), self._line
        places = [self._place(mark, mark.text) for mark in written]
        turns = sorted(
            (place[2], -mark.value, at)
            for at, (mark, place) in enumerate(zip(written, places, strict=True))
        )
        for _, _, at in turns:
            mark = written[at]
            text_x = self._room(mark, places[at], mark.rect.y - line) if mark.text else None
            note_x = self._room(mark, self._place(mark, mark.note), below) if mark.note else None
            written[at] = mark._replace(text_x=text_x, note_x=note_x)
        return tuple(written)

    def _place(self, mark: BandBar, text: str) -> Place:
        """Where *text* would stand: centred on its mark, as far as the edges of the plot let it."""
        width, (begin, end) = ceil(self._measure(text, "value")), _reach(mark)
        centred = (begin + end - width) / 2
        x = min(max(centred, self._scale.left), self._scale.right - width)
        pushed = x != centred and width > end - begin and abs(x - centred) > BY_ITSELF
        first = float(round(x))
        return first, first + width, pushed

    def _room(self, mark: BandBar, place: Place, top: float) -> float | None:
        """Where a text begins, if nothing lies at its *place*; then that is taken."""
        x, right, pushed = place
        bottom = top + self._line - 1
        if pushed and self._is_anothers(mark, x, right):
            return None
        for left, above, end, under in self._taken:
            if x < end and left < right and top < under and above < bottom:
                return None
        self._taken.append((x - APART, top, right + APART, bottom))
        return x

    def _is_anothers(self, mark: BandBar, x: float, right: float) -> bool:
        """Whether a text would be read as the number of a mark that stands beside its own."""
        begin, end = _reach(mark)
        reaches = map(_reach, self._marks)
        beside = (one for one in reaches if one[1] <= begin + SLIVER or one[0] >= end - SLIVER)
        return any(x < one[1] and one[0] < right for one in beside)


def _reach(mark: BandBar) -> tuple[float, float]:
    """From where to where a mark stands; a point whose middle is out of sight over its days."""
    x, _, width, _ = mark.rect
    return (x, x + width) if width > 0 else (mark.x0, mark.x1)
