"""What a chart says at one moment: the numbers that hold on that day, and how they read. No Qt."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from azkz_desktop.figures.marks import Chart, Mark
from azkz_desktop.measures.periods import month_short
from azkz_desktop.translation import translate

NOTHING = "–"
"""Stands for a series of several that has no number."""


class Reading(NamedTuple):
    """What one series says: its place, the chart's `marks` that hold, their periods, in full."""

    series: int
    marks: tuple[int, ...]
    periods: tuple[str, ...]
    full: str


def marks_at(chart: Chart, day: int) -> dict[int, tuple[int, ...]]:
    """For each series of *chart* (by place) the places of the marks that hold on *day* (ordinal).

    That is what was measured over a period with that day in it. Where nothing was, what was
    counted last before it: a count holds until the next one, a year's trade only in its year.
    """
    own: dict[int, list[int]] = {place: [] for place in range(len(chart.series_ids))}
    for place, mark in enumerate(chart.marks):
        own.setdefault(mark.series, []).append(place)
    return {series: _holding(chart.marks, places, day) for series, places in own.items()}


def _holding(marks: Sequence[Mark], places: Iterable[int], day: int) -> tuple[int, ...]:
    begun = [place for place in places if marks[place].first <= day]
    within = tuple(place for place in begun if day < marks[place].end or marks[place].open_end)
    if within:
        return within
    kept = [place for place in begun if marks[place].stays]
    latest = max((marks[place].end for place in kept), default=0)
    return tuple(place for place in kept if marks[place].end == latest)


def readings(chart: Chart, day: int) -> tuple[Reading, ...]:
    """What each series of *chart* says on *day*, in the order of the legend."""
    return tuple(_reading(chart, series, held) for series, held in marks_at(chart, day).items())


def _reading(chart: Chart, series: int, held: tuple[int, ...]) -> Reading:
    numbers = (chart.numbers[chart.marks[place].numbers[0]] for place in held)
    periods = tuple(dict.fromkeys(number.period for number in numbers))
    none = translate("Figures", "no number")
    full = "; ".join(_in_full(chart, place) for place in held) or none
    name = _name(chart, series)
    return Reading(series, held, periods, f"{name}: {full}" if name else full)


def in_short(chart: Chart, said: Sequence[Reading]) -> list[str]:
    """The numbers as at their marks, a series each; then what is said once for all of them.

    That is their period, where they have one in common, the unit and the documents.
    """
    periods = dict.fromkeys(period for one in said for period in one.periods)
    texts = [_numbers(chart, one, alone=len(periods) == 1) for one in said]
    held = [place for one in said for place in one.marks]
    if not held:
        return [*texts, translate("Figures", "no number on this day")]
    documents = dict.fromkeys(
        chart.numbers[number].document for place in held for number in chart.marks[place].numbers
    )
    common = tuple(periods) if len(periods) == 1 else ()
    return [*texts, ", ".join((chart.unit, *common, *documents))]


def _numbers(chart: Chart, one: Reading, *, alone: bool) -> str:
    """What stands at the marks, with the period where it is not that of all."""
    by_period: dict[str, list[str]] = defaultdict(list)
    for place in one.marks:
        mark = chart.marks[place]
        by_period[chart.numbers[mark.numbers[0]].period].append(mark.text)
    said = (
        " / ".join(texts) if alone else f"{' / '.join(texts)} ({period})"
        for period, texts in by_period.items()
    )
    return ", ".join(said) or NOTHING


def counted(chart: Chart, said: Sequence[Reading]) -> list[str]:
    """How many of a ranking's series have a number; then what is said once for all of them."""
    holding = sum(bool(one.marks) for one in said)
    if not holding:
        return [translate("Figures", "no number yet"), ""]
    words = translate("Figures", "{some} of {all} numbers hold then (outlined)")
    return [words.format(some=holding, all=len(said)), in_short(chart, said)[-1]]


def _in_full(chart: Chart, place: int) -> str:
    numbers = [chart.numbers[one] for one in chart.marks[place].numbers]
    first = numbers[0]
    documents = dict.fromkeys(f"{one.document} {one.where}".strip() for one in numbers)
    return f"{first.value} ({first.quality}), {first.period}, {'; '.join(documents)}"


def _name(chart: Chart, series: int) -> str:
    """The name of a series where the chart has several, else nothing needs to be said."""
    if chart.legend:
        return chart.legend[series]
    if len(chart.series_ids) < 2:
        return ""
    wanted = chart.series_ids[series]
    return next((one.series for one in chart.numbers if one.series_id == wanted), wanted)


def turning_days(chart: Chart) -> tuple[int, ...]:
    """The days on which `readings` change, from before the first one on."""
    days = {mark.first for mark in chart.marks} | {mark.end for mark in chart.marks}
    return (min(days, default=1) - 1, *sorted(days))


def day_words(day: int) -> str:
    """Write "3 Nov 2008" in the order of the language."""
    when = date.fromordinal(day)
    pattern = translate("Ticks", "{day} {month} {year}")
    return pattern.format(day=when.day, month=month_short(when.month), year=when.year)


def told(chart: Chart, day: int) -> str:
    """All of it in full, a line a series, for who asks or cannot see."""
    lines = (reading.full for reading in readings(chart, day))
    return "\n".join((translate("Figures", "On %s") % day_words(day), *lines))
