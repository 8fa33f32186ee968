"""Figures on the time axis: numbers as bars, points and spans under the lanes."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from math import floor, log10
from typing import NamedTuple

from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.bandtexts import Box, Writing
from azkz_desktop.timeline.marks import BandBar, BandMark, Rect
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.wording import Measure, elided, wrapped
from azkz_desktop.translation import translate

BAR, POINT, SPAN, RANGE = "bar", "point", "span", "range"
DOT = 0.7
"""The radius of a point as a part of an event's mark."""
THIN = 3.0
"""Pixels that the line of a span is high, and a range wide."""

Told = tuple[tuple[str, ...], ...]


class BandValue(NamedTuple):
    """One number: it holds for the days `start` to `end` (ordinals, inclusive).

    `text` is the number as it stands at its mark, `note` what tells the period where it is no
    whole year ("Jan–Jun"), `told` gives the lines of each claim behind it. `form`: a bar is
    measured over its days, a point somewhere in them, a span over more than a year; a range
    runs from `low` to `value`. `contested`: a document contradicts it; `pale`: of a part of a
    year, or planned or estimated; open on a side where it began before or goes on.
    """

    start: int
    end: int
    value: float
    text: str
    told: Callable[[], Told]
    note: str = ""
    form: str = BAR
    low: float = 0.0
    contested: bool = False
    pale: bool = False
    open_start: bool = False
    open_end: bool = False


class Band(NamedTuple):
    """A series as a row: its id, title and unit in words, values in order of time.

    `name` is the whole title, `measured` the unit as it is printed, without a factor.
    """

    id: str
    title: str
    unit: str
    values: tuple[BandValue, ...]
    name: str = ""
    measured: str = ""


class Heights(NamedTuple):
    """How high a number stands between the `foot` and the `ceiling` (pixels) of a band.

    `base` is the number at the foot where heights grow with the logarithm, 0 where they grow
    with the number itself; `top` is the number at the ceiling.
    """

    foot: float
    ceiling: float
    top: float
    base: float = 0.0

    def y(self, number: float) -> float:
        """The pixel of *number*; what is below the foot stands on it."""
        room = self.foot - self.ceiling
        return self.foot - room * min(max(self._share(number), 0.0), 1.0)

    def _share(self, number: float) -> float:
        if self.top <= 0 or number <= 0:
            return 0.0
        if self.base <= 0:
            return number / self.top
        return log10(number / self.base) / log10(self.top / self.base)


def top_of(bands: Sequence[Band]) -> float:
    """The largest number of *bands*, 0 where there is none."""
    return max((value.value for band in bands for value in band.values), default=0.0)


def base_of(bands: Sequence[Band]) -> float:
    """The power of ten below the smallest number above nought, from which logarithms are drawn."""
    numbers = [number for band in bands for value in band.values for number in _ends(value)]
    least = min((number for number in numbers if number > 0), default=0.0)
    return 10.0 ** floor(log10(least) - 0.001) if least else 0.0


def _ends(value: BandValue) -> tuple[float, ...]:
    return (value.value, value.low) if value.form == RANGE else (value.value,)


def band_marks(
    bands: Sequence[Band],
    heights: str,
    plot: Rect,
    scale: Scale,
    sizes: Sizes,
    measure: Measure,
    shown: int | None = None,
) -> tuple[BandMark, ...]:
    """*bands* one below the other at the foot of *plot*; *heights* is one of `BAND_SCALES`.

    Of more than are *shown*, the last one that is says how many there are; of none, a line does.
    """
    if bands and shown == 0:
        return (no_room(bands, plot, sizes, measure),)
    marks: list[BandMark] = []
    many = len(bands) if shown is None else shown
    for place, band in enumerate(bands[:many]):
        top = plot.bottom - (many - place) * sizes.band
        rect = Rect(plot.x, top, plot.width, sizes.band)
        alike = [one for one in bands if one.measured == band.measured]
        peers = alike if heights == "shared" else [band]
        marks.append(band_mark(band, rect, scale, sizes, measure, peers, heights == "log"))
    if marks and len(bands) > many:
        marks[-1] = _with_more(marks[-1], len(bands) - many)
    return tuple(marks)


def no_room(bands: Sequence[Band], plot: Rect, sizes: Sizes, measure: Measure) -> BandMark:
    """A line at the foot of *plot* that says that none of *bands* has room there."""
    rect = Rect(plot.x, plot.bottom - sizes.notice, plot.width, sizes.notice)
    words = translate("Timeline", "No room for %n figure(s)", len(bands))
    note = elided(words, "note", plot.right - 4 * sizes.margin, measure)
    named = ", ".join(band.name or band.title for band in bands)
    name = translate("Timeline", "Below the lanes there is no room for: %s") % named
    return BandMark(bands[0].id, (), note, rect, (), rect.y, name)


def _with_more(mark: BandMark, left: int) -> BandMark:
    """*mark*, which also says how many figures have no room below it."""
    name = translate("Timeline", "{name}; 1 more has no room below")
    if left > 1:
        name = translate("Timeline", "{name}; %n more have no room below", left)
    return mark._replace(note=f"{mark.note} +{left}", name=name.format(name=mark.name))


def band_mark(
    band: Band,
    rect: Rect,
    scale: Scale,
    sizes: Sizes,
    measure: Measure,
    peers: Sequence[Band] | None = None,
    logarithmic: bool = False,
) -> BandMark:
    """What is drawn of *band* within *rect*; different values of one period stand side by side.

    Above the marks a line of text is kept for values, below them one for periods that are no
    whole year, where there are such. The greatest values are written first. *peers* are the
    bands of the same unit whose heights can be compared with its own.
    """
    alike = peers or (band,)
    foot = rect.bottom - (sizes.line + 2 if any(value.note for value in band.values) else 2.0)
    base = base_of(alike) if logarithmic else 0.0
    above = sizes.line + 2 + (sizes.spot * DOT if _has_points(band) else 0)
    heights = Heights(foot, rect.y + above, top_of(alike), base)
    marks: list[BandBar] = []
    for _, same in groupby(band.values, key=lambda value: (value.start, value.end)):
        marks += _marks(list(same), heights, scale, sizes)
    lines = wrapped(band.title, "lane", rect.x - 2 * sizes.margin, 2, measure)
    unit = translate("Timeline", "{unit}, log").format(unit=band.unit) if base else band.unit
    written = Writing(marks, map(_solid, marks), scale, sizes.line, measure).written(foot + 1)
    name = band.name or band.title
    return BandMark(band.id, lines, unit, rect, written, foot, name, band.values)


def _has_points(band: Band) -> bool:
    return any(value.form == POINT for value in band.values)


def _marks(
    values: Sequence[BandValue], heights: Heights, scale: Scale, sizes: Sizes
) -> list[BandBar]:
    """The marks of one period, those in sight."""
    bars = [value for value in values if value.form == BAR]
    marks = [_bar(value, place, len(bars), heights, scale) for place, value in enumerate(bars)]
    marks += [_standing(value, heights, scale, sizes) for value in values if value.form != BAR]
    return [mark for mark in marks if mark is not None]


def _bar(value: BandValue, place: int, many: int, heights: Heights, scale: Scale) -> BandBar | None:
    """A bar; of *many* of one period the one at *place* from the left."""
    x0, x1 = _across(value, scale)
    if x0 is None or x1 is None:
        return None
    share = max((_painted_to(x0, x1, scale) - x0) / many, 1.0)
    height = max(heights.foot - heights.y(value.value), 1.0)
    rect = Rect(x0 + place * share, heights.foot - height, share, height)
    return _mark(value, rect, rect.x, rect.right if place < many - 1 else max(x1, rect.right))


def _standing(value: BandValue, heights: Heights, scale: Scale, sizes: Sizes) -> BandBar | None:
    """A point, a span or a range.

    A point stands in the middle of its days, with a line as far as these go; where the middle
    is out of sight, the line alone.
    """
    x0, x1 = _across(value, scale)
    if x0 is None or x1 is None:
        return None
    y = heights.y(value.value)
    if value.form == SPAN:
        rect = Rect(x0, y, _painted_to(x0, x1, scale) - x0, max(heights.foot - y, 1.0))
        return _mark(value, rect, x0, x1, left=not value.open_start, right=not value.open_end)
    middle = scale.pixel((value.start + value.end + 1) / 2)
    reach = sizes.spot * DOT if value.form == POINT else THIN
    low = y if value.form == POINT else heights.y(value.low)
    if not scale.left <= middle <= scale.right:
        middle = min(max(middle, x0), x1)
        return _mark(value, Rect(middle, y, 0.0, max(low - y, 0.0)), x0, x1)
    rect = Rect(middle - reach, y - (reach if value.form == POINT else 0), 2 * reach, 0.0)
    height = 2 * reach if value.form == POINT else max(low - y, 1.0)
    return _mark(value, rect._replace(height=height), x0, x1)


def _mark(
    value: BandValue,
    rect: Rect,
    x0: float,
    x1: float,
    *,
    left: bool = True,
    right: bool = True,
) -> BandBar:
    return BandBar(
        rect, value.text, value.note, value.told, value.contested, value.value, None, None,
        value.form, value.pale, x0, x1, left, right,
    )  # fmt: skip


def _across(value: BandValue, scale: Scale) -> tuple[float, float] | tuple[None, None]:
    """From where to where the days of a value are in sight; at least a pixel, if they are."""
    if value.start >= scale.end or value.end + 1 <= scale.start:
        return None, None
    x0 = max(scale.pixel(value.start), scale.left)
    x1 = min(scale.pixel(value.end + 1), scale.right)
    x0 = min(x0, scale.right - 1)
    return x0, max(x1, x0 + 1)


def _painted_to(x0: float, x1: float, scale: Scale) -> float:
    """Where what stands from *x0* to *x1* ends: a pixel stays free before what comes next."""
    return max(x1 - 1, x0 + 1) if x1 < scale.right else x1


def without_number(values: Sequence[BandValue], day: int) -> tuple[int, int] | None:
    """The days of the year of *day* about it that no value holds for; None where one does."""
    year = date.fromordinal(day).year
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    for value in values:
        if value.end < day:
            first = max(first, value.end + 1)
        elif value.start > day:
            last = min(last, value.start - 1)
        else:
            return None
    return first, last


def _solid(mark: BandBar) -> Box:
    """What of a mark no text may cover: of a span its line alone."""
    x, y, width, height = mark.rect
    if width <= 0:
        return mark.x0, y, mark.x1, y + max(height, 1.0)
    return x, y, x + width, y + (THIN if mark.form == SPAN else height)
