"""What a figure was measured over: a year, a part of one, several, or a moment. No Qt."""

from datetime import date
from typing import NamedTuple

from azkz_desktop.dates.edtf import expression_of, parse
from azkz_desktop.translation import translate

YEAR, PART, YEARS, MOMENT = "year", "part", "years", "moment"
OPEN_YEARS = 2
"""Years that are drawn of what goes on without an end."""


class Period(NamedTuple):
    """The days (ordinals) from *first* to the one before *end*, and what kind of period it is.

    A moment lies somewhere between the two. `open_start`, `open_end`: it goes on beyond.
    """

    form: str
    first: int
    end: int
    open_start: bool = False
    open_end: bool = False

    @property
    def middle(self) -> float:
        """Where a point for it stands."""
        return (self.first + self.end) / 2


def period_of(edtf: str) -> Period | None:
    """The period of an EDTF text; None where neither end is known."""
    span, form = parse(edtf), expression_of(edtf).form
    first, last = span.start_earliest, span.end_latest
    if first is None and last is None:
        return None
    room = round(OPEN_YEARS * 365.25)
    begin = first if first is not None else (last or 0) - room
    end = last + 1 if last is not None else begin + room
    kind = MOMENT if form == "set" else _kind(form, begin, end)
    return Period(kind, begin, end, open_start=first is None, open_end=last is None)


def _kind(form: str, begin: int, end: int) -> str:
    if end - begin > 366:
        return YEARS
    if form == "date" and end - begin == 1:
        return MOMENT
    return YEAR if _is_year(begin, end) else PART


def _is_year(begin: int, end: int) -> bool:
    first = date.fromordinal(begin)
    return (first.month, first.day) == (1, 1) and end == date(first.year + 1, 1, 1).toordinal()


def months(period: Period) -> str:
    """A part of a year in short: "Jan–Jun"."""
    first, last = date.fromordinal(period.first), date.fromordinal(period.end - 1)
    if (first.year, first.month) == (last.year, last.month):
        return month_short(first.month)
    return f"{month_short(first.month)}–{month_short(last.month)}"


def month_short(month: int) -> str:
    """The name of month 1 to 12 in three letters."""
    return (
        translate("MonthShort", "Jan"),
        translate("MonthShort", "Feb"),
        translate("MonthShort", "Mar"),
        translate("MonthShort", "Apr"),
        translate("MonthShort", "May"),
        translate("MonthShort", "Jun"),
        translate("MonthShort", "Jul"),
        translate("MonthShort", "Aug"),
        translate("MonthShort", "Sep"),
        translate("MonthShort", "Oct"),
        translate("MonthShort", "Nov"),
        translate("MonthShort", "Dec"),
    )[month - 1]
