"""Figures on the time axis: numbers of a period as bars under the lanes."""

from collections.abc import Sequence
from itertools import groupby
from math import ceil

from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.marks import BandBar, BandMark, Rect
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.wording import Measure, wrapped

APART = 3.0
"""Pixels between two numbers at the least: side by side they must not read as one."""


@dataclass(frozen=True, slots=True)
class BandValue:
    """One printed number: it holds for the days `start` to `end` (ordinals, inclusive).

    `text` is the number as it stands on the bar, `note` what tells the period where it is no
    whole year ("Jan–Jun"), `words` what the tooltip says: number, period, document.
    """

    start: int
    end: int
    value: float
    text: str
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A series as a row of bars: its id, title and unit in words, values in order of time."""

    id: str
    title: str
    unit: str
    values: tuple[BandValue, ...]


def band_mark(band: Band, rect: Rect, scale: Scale, sizes: Sizes, measure: Measure) -> BandMark:
    """The bars of *band* within *rect*; different values of one period side by side, contested.

    Above the bars a line of text is kept for values, below them one for periods that are no
    whole year, where there are such. The greatest values are written first.
    """
    top = max((value.value for value in band.values), default=0.0)
    foot = rect.bottom - (sizes.line + 2 if any(value.note for value in band.values) else 2.0)
    bars: list[BandBar] = []
    for _, same in groupby(band.values, key=lambda value: (value.start, value.end)):
        bars += _bars(list(same), top, rect.y + sizes.line + 2, foot, scale)
    lines = wrapped(band.title, "lane", rect.x - 2 * sizes.margin, 2, measure)
    return BandMark(band.id, lines, band.unit, rect, _written(bars, scale, sizes, measure))


def _bars(
    values: Sequence[BandValue], top: float, ceiling: float, foot: float, scale: Scale
) -> list[BandBar]:
    """The bars of one period, none where it is out of sight."""
    x0 = max(scale.pixel(values[0].start), scale.left)
    x1 = min(scale.pixel(values[0].end + 1) - 1, scale.right)
    if x1 <= x0 or top <= 0:
        return []
    distinct = sorted({value.value for value in values})
    share = max((x1 - x0) / len(distinct), 1.0)
    bars = []
    for place, number in enumerate(distinct):
        told = [value for value in values if value.value == number]
        height = max((foot - ceiling) * max(number, 0.0) / top, 1.0)
        rect = Rect(x0 + place * share, foot - height, share, height)
        words = "\n".join(value.words for value in told)
        contested = len(distinct) > 1
        bars.append(BandBar(rect, told[0].text, told[0].note, words, contested, number))
    return bars


def _written(
    bars: Sequence[BandBar], scale: Scale, sizes: Sizes, measure: Measure
) -> tuple[BandBar, ...]:
    """The bars, with a place for the text of those that have room for it."""
    taken = [bar.rect for bar in bars]
    written = list(bars)
    for at in sorted(range(len(bars)), key=lambda at: -bars[at].value):
        bar = bars[at]
        above, below = bar.rect.y - sizes.line, bar.rect.bottom + 1
        text_x = _room(bar.text, bar, above, taken, scale, sizes, measure)
        note_x = _room(bar.note, bar, below, taken, scale, sizes, measure)
        written[at] = bar._replace(text_x=text_x, note_x=note_x)
    return tuple(written)


def _room(
    text: str,
    bar: BandBar,
    top: float,
    taken: list[Rect],
    scale: Scale,
    sizes: Sizes,
    measure: Measure,
) -> float | None:
    """Where *text* begins, centred on its bar, if nothing lies there; then it is taken."""
    width = ceil(measure(text, "value"))
    middle = bar.rect.x + bar.rect.width / 2
    x = float(round(min(max(middle - width / 2, scale.left), scale.right - width)))
    box = Rect(x, top, width, sizes.line - 1)
    if not text or any(box.meets(other) for other in taken):
        return None
    taken.append(Rect(x - APART, top, width + 2 * APART, box.height))
    return x
