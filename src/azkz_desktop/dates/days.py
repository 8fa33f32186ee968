"""Days as numbers: proleptic Gregorian ordinals, 1 is 1 January of the year 1."""

from datetime import date

from azkz_desktop.translation import translate

FIRST_DAY = date.min.toordinal()
"""0001-01-01, which stands for "no earlier bound" where a finite day is needed."""
LAST_DAY = date.max.toordinal()
"""9999-12-31, which stands for "no later bound" where a finite day is needed."""


class EdtfError(ValueError):
    """A text that is no date; its message is one sentence that says why."""


def iso(day: int) -> str:
    """The ISO date (YYYY-MM-DD) of the ordinal *day*."""
    return date.fromordinal(day).isoformat()


def ordinal(text: str) -> int:
    """The ordinal of an ISO date; ValueError where there is no such day."""
    return date.fromisoformat(text).toordinal()


def _length(year: int, month: int) -> int:
    """The days of a month, as `calendar.monthrange` says: its module takes long to import."""
    if month == 12:
        return 31
    return date(year, month + 1, 1).toordinal() - date(year, month, 1).toordinal()


def first_and_last(text: str, year: int, month: int | None, day: int | None) -> tuple[int, int]:
    """The first and last day of a year, of a month of it, or of a day of that.

    Raises EdtfError, which quotes *text*, where the calendar has no such year, month or day.
    """
    if not 1 <= year <= 9999:
        raise EdtfError(translate("Dates", "“%s” is no date: years run from 1 to 9999.") % text)
    if month is None:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if not 1 <= month <= 12:
        message = translate("Dates", "“%s” is no date: months run from 01 to 12.")
        raise EdtfError(message % text)
    length = _length(year, month)
    if day is None:
        return date(year, month, 1).toordinal(), date(year, month, length).toordinal()
    if not 1 <= day <= length:
        message = translate("Dates", "“{text}” is no date: that month has {days} days.")
        raise EdtfError(message.format(text=text, days=length))
    only = date(year, month, day).toordinal()
    return only, only
