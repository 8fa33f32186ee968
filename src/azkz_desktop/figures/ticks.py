"""Where the axes have their ticks and what stands there. No Qt."""

from datetime import date
from math import floor, log10

from azkz_desktop.measures.periods import month_short

YEAR = 365.2425
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
MONTHS = (1, 2, 3, 6)


def time_ticks(first: float, last: float, room: float, wide: float = 56.0) -> list[tuple[int, str]]:
    """The days (ordinals) that have a tick between *first* and *last*, and their words.

    *room* is the pixels of the axis, *wide* those that one tick needs.
    """
    days_a_tick = max((last - first) * wide / max(room, 1.0), 1.0)
    if days_a_tick > YEAR / 2:
        return _years(first, last, days_a_tick / YEAR)
    return _months(first, last, days_a_tick / (YEAR / 12))


def _years(first: float, last: float, least: float) -> list[tuple[int, str]]:
    step = next((one for one in STEPS if one >= least), STEPS[-1])
    begin, end = _day(first).year, _day(last).year
    years = range(begin - begin % step, end + 1, step)
    # In the middle of its year, under the bar or the point that tells of it.
    ticks = [(date(year, 7, 2).toordinal(), str(year)) for year in years if year >= 1]
    return [tick for tick in ticks if first <= tick[0] <= last]


def _months(first: float, last: float, least: float) -> list[tuple[int, str]]:
    step = next((one for one in MONTHS if one >= least), 6)
    ticks = []
    for year in range(_day(first).year, _day(last).year + 1):
        for month in range(1, 13, step):
            words = str(year) if month == 1 else f"{month_short(month)} {year}"
            ticks.append((date(year, month, 1).toordinal(), words))
    return [tick for tick in ticks if first <= tick[0] <= last]


def _day(day: float) -> date:
    return date.fromordinal(int(min(max(day, 1), date.max.toordinal())))


def number_ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers between *low* and *high*, at most *most* of them, in steps of 1, 2 or 5."""
    if high <= low or most < 1:
        return []
    least = (high - low) / most
    size = 10.0 ** floor(log10(least))
    step = next(size * one for one in (1, 2, 5, 10) if size * one >= least * (1 - 1e-9))
    places = range(floor(low / step), floor(high / step) + 1)
    return [place * step for place in places if low <= place * step <= high]


def number_words(value: float) -> str:
    """A round number as it stands at its tick."""
    return f"{value:,.10g}"
