"""A date in words that carry its precision: "about 1991", "1997 or 1998"."""

from datetime import date

from azkz_desktop.dates.days import EdtfError
from azkz_desktop.dates.edtf import End, Expression, Part, expression_of
from azkz_desktop.translation import translate


def in_words(edtf: str) -> str:
    """*edtf* in words of the chosen language; a text that is no EDTF is given back as it is."""
    try:
        expression = expression_of(edtf)
    except EdtfError:
        return edtf
    return _FORMS[expression.form](expression)


def day_in_words(day: int) -> str:
    """The ordinal *day* in words: "24 May 2005"."""
    when = date.fromordinal(day)
    return translate("Dates", "{day} {month} {year}").format(
        day=when.day, month=month_in_date(when.month), year=when.year
    )


def month_name(month: int) -> str:
    """The name of month 1 to 12 where it stands without a day ("May 2005")."""
    return (
        translate("Month", "January"),
        translate("Month", "February"),
        translate("Month", "March"),
        translate("Month", "April"),
        translate("Month", "May"),
        translate("Month", "June"),
        translate("Month", "July"),
        translate("Month", "August"),
        translate("Month", "September"),
        translate("Month", "October"),
        translate("Month", "November"),
        translate("Month", "December"),
    )[month - 1]


def month_in_date(month: int) -> str:
    """The name of month 1 to 12 as it stands behind a day (a genitive in some languages)."""
    return (
        translate("MonthInDate", "January"),
        translate("MonthInDate", "February"),
        translate("MonthInDate", "March"),
        translate("MonthInDate", "April"),
        translate("MonthInDate", "May"),
        translate("MonthInDate", "June"),
        translate("MonthInDate", "July"),
        translate("MonthInDate", "August"),
        translate("MonthInDate", "September"),
        translate("MonthInDate", "October"),
        translate("MonthInDate", "November"),
        translate("MonthInDate", "December"),
    )[month - 1]


def _season(first: date) -> str:
    texts = {
        3: translate("Dates", "spring {year}"),
        6: translate("Dates", "summer {year}"),
        9: translate("Dates", "autumn {year}"),
        12: translate("Dates", "winter {year}–{next}"),
    }
    return texts[first.month].format(year=first.year, next=first.year + 1)


def _plain(part: Part) -> str:
    first = date.fromordinal(part.first)
    if part.precision == "day":
        return day_in_words(part.first)
    if part.precision == "month":
        return translate("Dates", "{month} {year}").format(
            month=month_name(first.month), year=first.year
        )
    if part.precision == "season":
        return _season(first)
    if part.precision == "year":
        return str(first.year)
    if part.precision == "decade":
        return translate("Dates", "the {year}s").format(year=first.year)
    return translate("Dates", "the years {first}–{last}").format(
        first=first.year, last=date.fromordinal(part.last).year
    )


def _part(part: Part) -> str:
    text = _plain(part)
    if part.approximate and part.uncertain:
        return translate("Dates", "perhaps about {date}").format(date=text)
    if part.approximate:
        return translate("Dates", "about {date}").format(date=text)
    return translate("Dates", "perhaps {date}").format(date=text) if part.uncertain else text


def _date(expression: Expression) -> str:
    return _part(expression.parts[0])


def _interval(expression: Expression) -> str:
    ((start, end),) = expression.pairs
    if isinstance(start, Part) and isinstance(end, Part) and _are_alike(start, end):
        return _range(start, end)
    if isinstance(start, Part):
        return _from(_part(start), end)
    if isinstance(end, Part):
        text = (
            translate("Dates", "until {end}")
            if start == ".."
            else translate("Dates", "until {end}, from an unknown date")
        )
        return text.format(end=_part(end))
    return translate("Dates", "at all times") if start == end else translate("Dates", "undated")


def _are_alike(start: Part, end: Part) -> bool:
    """Whether two dates are plain and of one precision, so that what they share is said once."""
    plain = not any((start.approximate, start.uncertain, end.approximate, end.uncertain))
    return plain and start.precision == end.precision in ("day", "month", "year")


def _are_neighbours(first: Part, last: Part) -> bool:
    """Whether two alike dates follow on each other: what lies between them is one of them."""
    return _are_alike(first, last) and last.first == first.last + 1


def _range(start: Part, end: Part) -> str:
    """A duration between alike dates: "24–25 May 2005", "May–June 2005", "1988–1994"."""
    first, last = date.fromordinal(start.first), date.fromordinal(end.first)
    same_year = first.year == last.year
    if start.precision == "year":
        return translate("Dates", "{first}–{last}").format(first=first.year, last=last.year)
    if start.precision == "month" and same_year:
        return translate("Dates", "{first}–{last} {year}").format(
            first=month_name(first.month), last=month_name(last.month), year=last.year
        )
    if start.precision == "day" and same_year:
        if first.month == last.month:
            return translate("Dates", "{first}–{date}").format(first=first.day, date=_plain(end))
        return translate("Dates", "{day} {month} – {date}").format(
            day=first.day, month=month_in_date(first.month), date=_plain(end)
        )
    return translate("Dates", "{first} – {last}").format(first=_plain(start), last=_plain(end))


def _from(start: str, end: End) -> str:
    if isinstance(end, Part):
        return translate("Dates", "from {start} to {end}").format(start=start, end=_part(end))
    text = (
        translate("Dates", "from {start}")
        if end == ".."
        else translate("Dates", "from {start}, until an unknown date")
    )
    return text.format(start=start)


def _either(one: Part, other: Part) -> str:
    """One of two alike dates: "24 or 25 May 2005", "May or June 2005", "1997 or 1998"."""
    first, last = date.fromordinal(one.first), date.fromordinal(other.first)
    if one.precision == "month" and first.year == last.year:
        return translate("Dates", "{first} or {last} {year}").format(
            first=month_name(first.month), last=month_name(last.month), year=last.year
        )
    if one.precision == "day" and first.year == last.year:
        if first.month == last.month:
            return translate("Dates", "{first} or {date}").format(
                first=first.day, date=_plain(other)
            )
        return translate("Dates", "{day} {month} or {date}").format(
            day=first.day, month=month_in_date(first.month), date=_plain(other)
        )
    return translate("Dates", "{first} or {last}").format(first=_plain(one), last=_plain(other))


def _set(expression: Expression) -> str:
    if pair := _two_alike(expression):
        return _either(*pair)
    texts = [_member(first, last) for first, last in expression.pairs]
    if len(texts) == 1:
        return texts[0]
    return translate("Dates", "{dates} or {last}").format(
        dates=", ".join(texts[:-1]), last=texts[-1]
    )


def _two_alike(expression: Expression) -> tuple[Part, Part] | None:
    """The two dates of a set that has no others, where they are plain and of one precision."""
    if len(expression.pairs) != 2:
        return None
    (one, one_end), (other, other_end) = expression.pairs
    if not (isinstance(one, Part) and isinstance(other, Part) and _are_alike(one, other)):
        return None
    return (one, other) if one is one_end and other is other_end else None


def _member(first: End, last: End) -> str:
    if first is last and isinstance(first, Part):
        return _part(first)
    if isinstance(first, Part) and isinstance(last, Part) and _are_neighbours(first, last):
        return _either(first, last)
    if isinstance(first, Part) and isinstance(last, Part):
        return translate("Dates", "some time between {first} and {last}").format(
            first=_part(first), last=_part(last)
        )
    if isinstance(first, Part):
        return translate("Dates", "{first} or later").format(first=_part(first))
    assert isinstance(last, Part)  # noqa: S101 - a member with neither is no EDTF
    return translate("Dates", "{last} or earlier").format(last=_part(last))


_FORMS = {"date": _date, "interval": _interval, "set": _set}
