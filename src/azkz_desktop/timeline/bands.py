"""Figures on the time axis: numbers of a period as bars under the lanes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from azkz_desktop.timeline.marks import BandBar, BandMark, Rect
from azkz_desktop.timeline.placing import Shelf
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.wording import Measure


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


def band_mark(band: Band, rect: Rect, scale: Scale, line: float, measure: Measure) -> BandMark:
    """The bars of *band* within *rect*; two values of one period stand side by side, contested.

    *line* is the height of a line of text: above the bars one is kept for values, below them
    one for periods that are no whole year.
    """
    top = max((value.value for value in band.values), default=0.0)
    foot = rect.bottom - (line if any(value.note for value in band.values) else 2.0)
    bars: list[BandBar] = []
    shelf = Shelf(0, bytes(int(scale.width)))
    for _, same in groupby(band.values, key=lambda value: (value.start, value.end)):
        bars += _bars(list(same), top, rect.y + line, foot, scale)
    texts = [_text_x(bar, scale, shelf, measure) for bar in bars]
    placed = (_with_text(bar, x) for bar, x in zip(bars, texts, strict=True))
    return BandMark(band.id, band.title, band.unit, rect, tuple(placed))


def _bars(
    values: Sequence[BandValue], top: float, ceiling: float, foot: float, scale: Scale
) -> list[BandBar]:
    """The bars of one period, none where it is out of sight."""
    x0, x1 = scale.pixel(values[0].start) + 1, scale.pixel(values[0].end + 1) - 1
    if x1 < scale.left or x0 > scale.right or top <= 0:
        return []
    distinct = sorted({value.value for value in values})
    share = max((x1 - x0) / len(distinct), 1.0)
    bars = []
    for place, number in enumerate(distinct):
        value = next(value for value in values if value.value == number)
        words = "\n".join(other.words for other in values if other.value == number)
        height = max((foot - ceiling) * number / top, 1.0)
        rect = Rect(x0 + place * share, foot - height, share, height)
        bars.append(BandBar(rect, value.text, value.note, words, len(distinct) > 1, None))
    return [bar for bar in (_clipped(bar, scale) for bar in bars) if bar.rect.width > 0]


def _clipped(bar: BandBar, scale: Scale) -> BandBar:
    x0, x1 = max(bar.rect.x, scale.left), min(bar.rect.right, scale.right)
    rect = Rect(x0, bar.rect.y, x1 - x0, bar.rect.height)
    return BandBar(rect, bar.text, bar.note, bar.words, bar.contested, None)


def _text_x(bar: BandBar, scale: Scale, shelf: Shelf, measure: Measure) -> float | None:
    """Where the value begins so that it is centred on its bar; None where there is no room."""
    width = int(np.ceil(max(measure(bar.text, "value"), measure(bar.note, "value"))))
    middle = bar.rect.x + bar.rect.width / 2 - scale.left
    x = int(min(max(middle - width / 2, 0), scale.width - width))
    if x < 0 or not shelf.is_free(0, x - 1, x + width + 1):
        return None
    shelf.take(0, x, x + width)
    return scale.left + x


def _with_text(bar: BandBar, x: float | None) -> BandBar:
    return BandBar(bar.rect, bar.text, bar.note, bar.words, bar.contested, x)
