"""Periods that a person would ask for by name, read from the data: presidencies, wars. No Qt."""

import re
from collections.abc import Iterable
from datetime import date

from azkz_desktop.dates.words import in_words
from azkz_desktop.lean import dataclass
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.words import period_in_words

_OFFICE = re.compile(
    r"President of (?P<state>.+?)(?:, (?P<first>\d{4})–(?P<last>\d{4})| since (?P<since>\d{4}))"
)
STATES = ("azerbaijan", "kazakhstan")
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
    """The offices that the data name: years as the documents give them."""
    heading = translate("Presets", "Presidents of %s") % library.name_of("actor", state)
    offices = []
    for actor in library.dataset.actors().values():
        told = _OFFICE.match(actor.role)
        if told is None or told["state"] != library.name_of("actor", state):
            continue
        start, end = told["first"] or told["since"], told["last"]
        text = f"{actor.name}, {period_in_words(start, end)}"
        offices.append(Preset(heading, text, start, end))
    return sorted(offices, key=lambda one: one.start or "")


def _wars(library: Library) -> Iterable[Preset]:
    """Wars whose days or months the documents name."""
    heading = translate("Presets", "Wars")
    for event_id in WARS:
        event = library.dataset.event(event_id)
        if event is not None:
            start, _, end = event.edtf.partition("/")
            yield Preset(heading, f"{event.title}, {in_words(event.edtf)}", start, end or start)
