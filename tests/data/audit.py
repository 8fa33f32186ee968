"""Is what a claim states printed where it says? The year, month, day and number of every claim
are looked for in the line that it names and in two lines on either side."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

VIEWS = {
    "event_claims": "event_id",
    "route_states": "route_id",
    "area_states": "area_id",
    "boundary_states": "boundary_id",
    "memberships": "body_id",
    "positions": "position_id",
    "observations": "series_id",
}
"""The views that carry claims, and the column that says what each is about."""
NEIGHBOURS = 2
"""Lines looked at before and after the one that a claim names."""

_MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
_SEASONS = {
    21: ("spring",),
    22: ("summer",),
    23: ("autumn", "fall"),
    24: ("winter",),
}
_SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
]
_SPELLED = {word: float(value) for value, word in enumerate(_SMALL)} | {
    "half": 0.5,
    "once": 1.0,
    "twice": 2.0,
    "double": 2.0,
    "third": 1 / 3,
}
_POWERS = (1.0, 1e3, 1e6, 1e9, 1e12)
"""A printed number may be followed by thousand, million, billion, trillion."""
_PART = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0,.]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Claim:
    """A row of a view of claims, as much of it as can be looked up."""

    view: str
    subject: str
    source: str
    line: int
    edtf: str
    value: float | None
    as_stated: str
    inferred: bool
    note: str

    @property
    def where(self) -> str:
        """What it is about and where it is said to stand."""
        return f"{self.view}: {self.subject}: {self.source}:{self.line}"


def claims(db: sqlite3.Connection) -> Iterator[Claim]:
    """Every claim of the five documents (the outside sources have no lines)."""
    for view, subject in VIEWS.items():
        value = "value" if view == "observations" else "NULL"
        query = f"""
        SELECT '{view}', {subject}, source_key, line, ifnull(edtf, ''), {value}, as_stated,
            inferred, note
        FROM {view} JOIN sources USING (source_key) WHERE NOT outside
        """
        for *columns, inferred, note in db.execute(query):
            yield Claim(*[*columns, bool(inferred), note])


def problems(claim: Claim, lines: list[str]) -> list[str]:
    """What is wrong with a claim on a document of these *lines*; nothing where it holds."""
    if not isinstance(claim.line, int) or not 1 <= claim.line <= len(lines):
        return [f"there is no line {claim.line}"]
    if claim.inferred:
        return [] if claim.note.strip() else ["inferred, and no note says how"]
    near = lines[max(claim.line - 1 - NEIGHBOURS, 0) : claim.line + NEIGHBOURS]
    text = plain(" ".join(near))
    found = [f"{part} is not printed" for part in missing_of_date(claim.edtf, text)]
    if claim.value is not None:
        found += missing_number(claim.value, plain(claim.as_stated), text)
    if plain(claim.as_stated) not in text:
        found.append(f"“{claim.as_stated}” is not printed so")
    return found


def plain(text: str) -> str:
    """Lower case, single spaces, one sort of dash and of apostrophe."""
    text = text.replace("\u00a0", " ").replace("’", "'").replace("‘", "'")
    return re.sub(r"\s+", " ", re.sub("[‐-―]", "-", text)).strip().lower()


def missing_of_date(edtf: str, text: str) -> list[str]:
    """The years, months, seasons and days of a date that *text* (plain) does not print."""
    missing: list[str] = []
    for part in _PART.finditer(edtf.replace("~", "").replace("?", "").replace("%", "")):
        year, month, day = part["year"], part["month"], part["day"]
        if not _year_printed(year, text):
            missing.append(year)
        if month and not _month_printed(int(month), day, text):
            missing.append(f"month {month}")
        if day and not re.search(rf"(?<!\d)0?{int(day)}(?!\d)", text):
            missing.append(f"day {day}")
    return missing


def _year_printed(year: str, text: str) -> bool:
    known = year.rstrip("X")
    decade = rf"{year[:3]}0s|'{year[2:3]}0s"
    if len(known) < len(year):
        return known in text or bool(re.search(decade, text))
    return bool(re.search(rf"(?<!\d){year}(?!\d)|{decade}", text))


def _month_printed(month: int, day: str | None, text: str) -> bool:
    if month in _SEASONS:
        return any(word in text for word in _SEASONS[month])
    name = _MONTHS[month - 1]
    if re.search(rf"\b(?:{name}|{name[:3]}|{name[:4]})\b", text):
        return True
    return bool(day and re.search(rf"\b0?{int(day)}\.0?{month}\.\d", text))


def missing_number(value: float, as_stated: str, text: str) -> list[str]:
    """The number, where neither the phrase as printed nor (failing digits there) *text* has it."""
    where = as_stated if re.search(r"\d", as_stated) else text
    if any(
        abs(value - number * power) <= 1e-9 * max(1.0, abs(value))
        for number, power in product(numbers(where), _POWERS)
    ):
        return []
    return [f"{value:,.10g} is not printed"]


def numbers(text: str) -> set[float]:
    """Every number in *text*, with either decimal mark, in digits or as a small word."""
    found = {value for word, value in _SPELLED.items() if re.search(rf"\b{word}\b", text)}
    for token in _NUMBER.findall(text) + re.findall(r"\d+", text):
        found |= set(_readings(token))
    return found


def _readings(token: str) -> Iterator[float]:
    """A printed number, its marks taken as thousands, as decimals, or as both."""
    token = token.replace(" ", "").replace("\u00a0", "")
    for thousands, decimal in ((",", "."), (".", ",")):
        reading = token.replace(thousands, "").replace(decimal, ".")
        if reading.count(".") < 2:
            yield float(reading)
