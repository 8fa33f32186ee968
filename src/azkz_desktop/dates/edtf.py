"""The Extended Date/Time Format (ISO 8601-2) as far as the data uses it.

Read are: dates to the day, month, season (21 to 24) or year; unknown digits (199X, 19XX,
1991-XX, 2005-03-XX); the qualifiers `~`, `?`, `%` behind a date or at one of its parts;
intervals (a/b, a/.., ../b, a/, /b, /..); and "one of" sets ([a..b], [..b], [a..], [a,b]).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from azkz_desktop.dates.days import FIRST_DAY, LAST_DAY, EdtfError, first_and_last
from azkz_desktop.lean import dataclass

PRECISIONS = ("day", "month", "season", "year", "decade", "century")
"""How precisely a date is known, finest first."""

_DATE = re.compile(
    r"[~?%]?(?P<year>\d{4}|\d{3}X|\d{2}XX)[~?%]?"
    r"(?:-[~?%]?(?P<month>\d\d|XX)[~?%]?(?:-[~?%]?(?P<day>\d\d|XX)[~?%]?)?)?",
    re.ASCII,
)
_OPEN: Literal[".."] = ".."
_UNKNOWN: Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One date of an expression: its first and last possible day and what is known of it."""

    first: int
    last: int
    precision: str
    approximate: bool
    uncertain: bool


End = Part | Literal["..", ""]
"""An end of an interval or range: a date, open (`..`) or unknown (empty)."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An EDTF text taken apart.

    A `date` has one pair (part, part); an `interval` one pair (start, end); a `set` one pair
    a member, where a single member is (part, part) and a range is (first, last).
    """

    form: Literal["date", "interval", "set"]
    pairs: tuple[tuple[End, End], ...]

    @property
    def parts(self) -> list[Part]:
        """Every date that is written in it."""
        return [end for pair in self.pairs for end in pair if isinstance(end, Part)]


@dataclass(frozen=True, slots=True)
class Span:
    """The day bounds (ordinals, inclusive) that an EDTF text allows, and how well it is known.

    None is −∞ in a start bound and +∞ in an end bound. `precision` is one of `PRECISIONS`,
    the coarser end of an interval. Qualifiers never widen the bounds.
    """

    start_earliest: int | None
    start_latest: int | None
    end_earliest: int | None
    end_latest: int | None
    precision: str
    approximate: bool
    uncertain: bool


@lru_cache(maxsize=1 << 16)
def parse(text: str) -> Span:
    """The bounds of an EDTF text; EdtfError says in a sentence why it is none."""
    expression = expression_of(text)
    bounds = _set_bounds if expression.form == "set" else _interval_bounds
    parts = expression.parts
    return Span(
        *bounds(expression.pairs),
        precision=max((part.precision for part in parts), key=PRECISIONS.index, default="century"),
        approximate=any(part.approximate for part in parts),
        uncertain=any(part.uncertain for part in parts),
    )


@lru_cache(maxsize=1 << 16)
def expression_of(text: str) -> Expression:
    """An EDTF text taken apart; EdtfError where it is none."""
    if text.startswith("["):
        return Expression("set", _members(text))
    if "/" in text:
        return Expression("interval", (_ends(text),))
    part = _part(text, text)
    return Expression("date", ((part, part),))


def _members(text: str) -> tuple[tuple[End, End], ...]:
    if not text.endswith("]"):
        raise EdtfError(f"“{text}” is no date: the bracket is not closed.")
    pairs = tuple(_member(member.strip(), text) for member in text[1:-1].split(","))
    if not any(isinstance(end, Part) for pair in pairs for end in pair):
        raise EdtfError(f"“{text}” is no date: nothing stands in the brackets.")
    return pairs


def _member(member: str, text: str) -> tuple[End, End]:
    first, dots, last = member.partition(_OPEN)
    if not dots:
        part = _part(member, text)
        return part, part
    pair: tuple[End, End] = (
        _part(first, text) if first else _OPEN,
        _part(last, text) if last else _OPEN,
    )
    _refuse_backwards(pair, text)
    return pair


def _ends(text: str) -> tuple[End, End]:
    start, end, *more = (_end(side, text) for side in text.split("/"))
    if more:
        raise EdtfError(f"“{text}” is no date: an interval has one slash.")
    if start == end == _UNKNOWN:
        raise EdtfError(f"“{text}” is no date: an interval needs a date at one end.")
    _refuse_backwards((start, end), text)
    return start, end


def _end(side: str, text: str) -> End:
    if side == _OPEN:
        return _OPEN
    return _part(side, text) if side else _UNKNOWN


def _refuse_backwards(pair: tuple[End, End], text: str) -> None:
    start, end = pair
    if isinstance(start, Part) and isinstance(end, Part) and end.last < start.first:
        raise EdtfError(f"“{text}” is no date: it ends before it begins.")


def _part(date: str, text: str) -> Part:
    match = _DATE.fullmatch(date)
    if match is None:
        raise EdtfError(f"“{text}” is no date of the Extended Date/Time Format.")
    first, last, precision = _days(match["year"], match["month"], match["day"], text)
    both = "%" in date
    return Part(first, last, precision, both or "~" in date, both or "?" in date)


def _days(year: str, month: str | None, day: str | None, text: str) -> tuple[int, int, str]:
    """First day, last day and precision of a date whose parts may have unknown digits."""
    if "X" in year:
        if month:
            raise EdtfError(f"“{text}” is no date: its month is known but not its year.")
        first, _ = first_and_last(text, int(year.replace("X", "0")), None, None)
        _, last = first_and_last(text, int(year.replace("X", "9")), None, None)
        return first, last, "century" if year.endswith("XX") else "decade"
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise EdtfError(f"“{text}” is no date: its day is known but not its month.")
        return *first_and_last(text, int(year), None, None), "year"
    number = int(month or 0)
    if 21 <= number <= 24:
        return *_season(int(year), number, day, text), "season"
    if day in (None, "XX"):
        return *first_and_last(text, int(year), number, None), "month"
    return *first_and_last(text, int(year), number, int(day or 0)), "day"


def _season(year: int, season: int, day: str | None, text: str) -> tuple[int, int]:
    """Spring (21) is March to May; winter (24) runs from December into the next February."""
    if day:
        raise EdtfError(f"“{text}” is no date: a season has no day.")
    start = 3 * (season - 20)
    first, _ = first_and_last(text, year, start, None)
    _, last = first_and_last(text, year + (season == 24), (start + 1) % 12 + 1, None)
    return first, last


Pair = tuple[int | None, int | None]
Bounds = tuple[int | None, int | None, int | None, int | None]


def _interval_bounds(pairs: Sequence[tuple[End, End]]) -> Bounds:
    """The bounds of a date or interval: the span of its start, then that of its end."""
    ((start, end),) = pairs
    starts = _start_bounds(start, end)
    return *starts, *_end_bounds(end, starts[0])


def _start_bounds(start: End, end: End) -> Pair:
    """An unknown start lies anywhere up to the end; an open one lies before everything."""
    if isinstance(start, Part):
        return start.first, start.last
    if start == _OPEN:
        return None, None
    return None, end.last if isinstance(end, Part) else LAST_DAY


def _end_bounds(end: End, start_earliest: int | None) -> Pair:
    """An unknown end lies anywhere from the start on; an open one lies after everything."""
    if isinstance(end, Part):
        return end.first, end.last
    if end == _OPEN:
        return None, None
    return FIRST_DAY if start_earliest is None else start_earliest, None


def _set_bounds(pairs: Sequence[tuple[End, End]]) -> Bounds:
    """The bounds of an instant that is one of several, or anywhere in a range."""
    firsts = [first.first if isinstance(first, Part) else None for first, _ in pairs]
    lasts = [last.last if isinstance(last, Part) else None for _, last in pairs]
    known = [first for first in firsts if first is not None]
    first = min(known) if len(known) == len(firsts) else None
    ended = [last for last in lasts if last is not None]
    last = max(ended) if len(ended) == len(lasts) else None
    return first, last or LAST_DAY, first or FIRST_DAY, last
