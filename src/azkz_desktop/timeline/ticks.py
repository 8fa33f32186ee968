"""Ticks that read as dates at every scale: centuries, decades, years, months, days.

The finer ticks of months and days carry their year or month where one begins; `context` names
what the left edge lies in, so that one always knows the year. Texts go through `translate`.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from azkz_desktop.lean import dataclass
from azkz_desktop.timeline.scale import LAST_DAY, Scale
from azkz_desktop.translation import translate

GAP = 14.0
"""Free pixels between the texts of two ticks, at least."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A distance between ticks: every `step` years, months or days, about `days` long."""

    name: str
    step: int
    days: float


UNITS = (
    Unit("day", 1, 1.0),
    Unit("day", 2, 2.0),
    Unit("day", 5, 5.0),
    Unit("day", 10, 10.0),
    Unit("month", 1, 30.4),
    Unit("month", 3, 91.3),
    Unit("month", 6, 182.6),
    *(
        Unit("year", step, 365.2425 * step)
        for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
    ),
)


class DateTick(NamedTuple):
    """A line at `day` with `text`; `strong` where a longer unit begins (a year among months)."""

    day: float
    text: str
    strong: bool = False


_MONTHS: tuple[Callable[[], str], ...] = (
    lambda: translate("Ticks", "Jan"),
    lambda: translate("Ticks", "Feb"),
    lambda: translate("Ticks", "Mar"),
    lambda: translate("Ticks", "Apr"),
    lambda: translate("Ticks", "May"),
    lambda: translate("Ticks", "Jun"),
    lambda: translate("Ticks", "Jul"),
    lambda: translate("Ticks", "Aug"),
    lambda: translate("Ticks", "Sep"),
    lambda: translate("Ticks", "Oct"),
    lambda: translate("Ticks", "Nov"),
    lambda: translate("Ticks", "Dec"),
)


def month_short(month: int) -> str:
    """The short name of a month, 1 to 12."""
    return _MONTHS[month - 1]()


def month_and_year(day: date) -> str:
    """Write "Mar 2005" in the order of the language."""
    pattern = translate("Ticks", "{month} {year}")
    return pattern.format(month=month_short(day.month), year=day.year)


def day_in_short(day: date) -> str:
    """Write "3 Nov 2008" in the order of the language."""
    pattern = translate("Ticks", "{day} {month} {year}")
    return pattern.format(day=day.day, month=month_short(day.month), year=day.year)


def unit_for(scale: Scale, widest: float) -> Unit:
    """The finest unit whose ticks stand at least *widest* pixels and a gap apart."""
    for unit in UNITS:
        if unit.days * scale.per_day >= widest + GAP:
            return unit
    return UNITS[-1]


def ticks(scale: Scale, widest: float = 40.0) -> list[DateTick]:
    """The ticks in sight, in order; *widest* is about the width of a tick's text in pixels."""
    unit = unit_for(scale, widest)
    walk = {"year": _years, "month": _months, "day": _days}[unit.name]
    return [tick for tick in walk(scale, unit.step) if scale.start <= tick.day <= scale.end]


def context(scale: Scale, widest: float = 40.0) -> str:
    """What the left edge lies in, where the ticks alone would not tell the year; else empty."""
    unit = unit_for(scale, widest)
    day = _date(scale.start)
    if unit.name == "day":
        return day_in_short(day) if unit.step == 1 else month_and_year(day)
    return str(day.year) if unit.name == "month" else ""


def has_days(scale: Scale, widest: float = 40.0) -> bool:
    """Whether the ticks are days."""
    return unit_for(scale, widest).name == "day"


def in_full(tick: DateTick) -> DateTick:
    """A day's tick that tells its month and year as well: "24 May 2005"."""
    return DateTick(tick.day, day_in_short(_date(tick.day)), strong=True)


def usual_texts(first: float, last: float) -> tuple[list[str], list[str]]:
    """What ticks between two days have written, but months with their year: plain and strong."""
    years = range(_date(first).year, _date(last).year + 1)
    days, months = range(1, 32), range(1, 13)
    numbers = [str(year) for year in years]
    return [*numbers, *map(month_short, months), *map(str, days)], numbers


def _date(day: float) -> date:
    return date.fromordinal(int(min(max(day, 1), LAST_DAY - 1)))


def _years(scale: Scale, step: int) -> Iterator[DateTick]:
    # The calendar begins with the year 1: what is counted from there is no round year.
    first = max(_date(scale.start).year // step * step, step)
    for year in range(first, min(_date(scale.end).year + 1, 9999) + 1, step):
        yield DateTick(date(year, 1, 1).toordinal(), str(year))


def _months(scale: Scale, step: int) -> Iterator[DateTick]:
    first, last = _date(scale.start), _date(scale.end)
    begin = first.year * 12 + (first.month - 1) // step * step
    for month in range(begin, last.year * 12 + last.month, step):
        day = date(month // 12, month % 12 + 1, 1)
        strong = day.month == 1
        yield DateTick(day.toordinal(), str(day.year) if strong else month_short(day.month), strong)


def _days(scale: Scale, step: int) -> Iterator[DateTick]:
    for ordinal in range(int(scale.start), min(int(scale.end) + 2, int(LAST_DAY))):
        day = date.fromordinal(max(ordinal, 1))
        if day.day == 1:
            yield DateTick(ordinal, month_and_year(day), strong=True)
        elif _is_on_step(day.day, step):
            yield DateTick(ordinal, str(day.day))


def _is_on_step(day: int, step: int) -> bool:
    """Whether a tick stands on this day of the month; the last before the next first is left out.

    Steps of 5 and 10 stand on 5, 10, 15 … as people count, not on 6, 11, 16.
    """
    if step == 1:
        return True
    if step == 2:
        return day % 2 == 1 and day < 31
    return day % step == 0 and day < 30
