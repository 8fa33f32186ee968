"""Marks along the years: bars for what happened in a year, points for counts. No Qt."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from azkz_desktop.dataset.records import Series
from azkz_desktop.figures.marks import BAR, POINT, RANGE, SPAN, Mark
from azkz_desktop.measures.kinds import is_flow, label, note
from azkz_desktop.measures.periods import PART, YEAR, YEARS, Period
from azkz_desktop.measures.values import Value
from azkz_desktop.measures.words import bound_of, is_rough

GAP = 0.1
"""The part of a period that stays free on either side of its bars."""


def time_marks(values: Sequence[Value], series: Sequence[Series]) -> list[Mark]:
    """The marks of *values*, each in the order of its series."""
    bars: list[Value] = []
    rest: list[Value] = []
    flows = [is_flow(one) for one in series]
    for value in values:
        adds_up = flows[value.series] and value.period.form in (YEAR, PART)
        (bars if adds_up and not value.is_range else rest).append(value)
    marks = _bars(bars, len(series)) + [_standing(value) for value in rest]
    marks = [replace(mark, stays=not flows[mark.series]) for mark in marks]
    return sorted(marks, key=lambda mark: (mark.x0, mark.series, mark.y1))


def _bars(values: Sequence[Value], many: int) -> list[Mark]:
    """Each period is shared by the series, and a series' share by its different numbers."""
    slots: dict[tuple[int, int, int], list[Value]] = defaultdict(list)
    for value in values:
        slots[value.period.first, value.period.end, value.series].append(value)
    marks = []
    for (first, end, series), found in slots.items():
        width = (end - first) * (1 - 2 * GAP) / many
        left = first + (end - first) * GAP + series * width
        for place, value in enumerate(sorted(found, key=lambda one: one.number)):
            x0 = left + place * width / len(found)
            marks.append(_mark(BAR, value, x0, x0 + width / len(found), 0.0))
    return marks


def _standing(value: Value) -> Mark:
    """A mark for what is no sum of one year."""
    period = value.period
    if value.is_range:
        return _mark(RANGE, value, *_thin(period), value.low)
    if period.form == YEARS:
        return _mark(SPAN, value, period.first, period.end, value.number)
    return _mark(POINT, value, *_whisker(period), value.number)


def _thin(period: Period) -> tuple[float, float]:
    middle, half = period.middle, (period.end - period.first) * 0.2
    return middle - half, middle + half


def _whisker(period: Period) -> tuple[float, float]:
    """The days between which a point lies; a year or less needs no whisker."""
    if period.end - period.first <= 366:
        return period.middle, period.middle
    return float(period.first), float(period.end)


def _mark(form: str, value: Value, x0: float, x1: float, low: float) -> Mark:
    period = value.period
    return Mark(
        form, value.series, float(x0), float(x1), low, value.number, label(value), note(value),
        rough=is_rough(value.qualifier), part=period.form == PART,
        bound=0 if value.is_range else bound_of(value.qualifier),
        open_start=period.open_start, open_end=period.open_end, numbers=value.numbers,
        first=period.first, end=period.end,
    )  # fmt: skip
