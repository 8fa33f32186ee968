"""Periods that a person would ask for by name, read from the data: presidencies, wars. No Qt."""

from collections.abc import Iterable
from datetime import date

from azkz_desktop.dates.days import EdtfError, iso
from azkz_desktop.dates.edtf import parse
from azkz_desktop.dates.level0 import day_range
from azkz_desktop.dates.words import in_words
from azkz_desktop.lean import dataclass
from azkz_desktop.translation import translate
from azkz_desktop.view.eranames import OFFICE
from azkz_desktop.view.eras import Eras
from azkz_desktop.view.library import Library
from azkz_desktop.view.words import period_in_words

STATES = ("azerbaijan", "kazakhstan")
OPEN = ("", "..")
"""How a term says that it has no begin or end, or that nobody tells."""
WARS = ("russia-georgia-war", "karabakh-44-day-war")


@dataclass(frozen=True, slots=True)
class Preset:
    """A period with a name, in a group of the menu; `start` and `end` as the filter has them."""

    group: str
    text: str
    start: str | None
    end: str | None


def presets(library: Library) -> tuple[Preset, ...]:
    """Every preset that the data of *library* give, group by group."""
    found = [_documents(library), *_wars(library)]
    for state in STATES:
        found += _presidencies(library, state)
    return tuple(found)


def _documents(library: Library) -> Preset:
    """The years in which nearly all events lie."""
    span = library.opening_span()
    first, last = (date.fromordinal(int(day)).year for day in (span.start, span.end - 1))
    until = str(library.dataset.metadata().get("data_until", last))[:4]
    last = min(last, int(until)) if until.isdigit() else last
    words = translate("Presets", "Nearly everything told, {period}")
    period = period_in_words(str(first), str(last))
    return Preset("", words.format(period=period), str(first), str(last))


def _presidencies(library: Library, state: str) -> Iterable[Preset]:
    """The terms that documents give, as the eras of the timeline have them."""
    heading = translate("Presets", "Presidents of %s") % library.name_of("actor", state)
    for era in Eras(library)[OFFICE + state].eras:
        first, slash, last = era.edtf.partition("/")
        start, end = _plain(first, is_end=False), _plain(last if slash else first, is_end=True)
        yield Preset(heading, f"{era.name}, {period_in_words(start, end)}", start, end)


def _plain(text: str, *, is_end: bool) -> str | None:
    """A side of a term as the filter can ask for it ("about 2003": from its first day on)."""
    if text in OPEN:
        return None
    try:
        day_range(text)
    except EdtfError:
        span = parse(text)
        day = span.end_latest if is_end else span.start_earliest
        return None if day is None else iso(day)
    return text


def _wars(library: Library) -> Iterable[Preset]:
    """Wars whose days or months the documents name."""
    heading = translate("Presets", "Wars")
    for event_id in WARS:
        event = library.dataset.event(event_id)
        if event is not None:
            start, _, end = event.edtf.partition("/")
            yield Preset(heading, f"{event.title}, {in_words(event.edtf)}", start, end or start)
