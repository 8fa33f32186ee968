"""Every disagreement of a file in words: about what, who says which, and where. No Qt."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from textwrap import shorten

import numpy as np

from azkz_desktop.dataset.fold import fold
from azkz_desktop.dataset.records import (
    Actor,
    Area,
    Boundary,
    Claim,
    Disagreement,
    Place,
    Route,
    Series,
)
from azkz_desktop.dates.days import EdtfError
from azkz_desktop.dates.edtf import parse
from azkz_desktop.dates.words import in_words
from azkz_desktop.panels.telling import where_words
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus

LONGEST_HEADING = 44


@dataclass(frozen=True, slots=True)
class Side:
    """What one document says: the value in words, the document, and where it says so."""

    value: str
    document: str
    where: str

    @property
    def short_where(self) -> str:
        """The same with a long heading cut off."""
        heading, mark, rest = self.where.partition(", ¶")
        return shorten(heading, LONGEST_HEADING, placeholder="…") + mark + rest


@dataclass(frozen=True, slots=True)
class Row:
    """One disagreement. `focus` is what is chosen by it: the subject, or who holds a stance."""

    focus: Focus
    subject: str
    type: str
    field: str
    first: Side
    second: Side
    sentence: str

    def has(self, words: Iterable[str]) -> bool:
        """Whether all *words* (folded) stand in it."""
        told = (self.subject, self.type, self.field, self.sentence)
        sides = (text for one in (self.first, self.second) for text in (one.value, one.document))
        text = fold(" ".join((*told, *sides)))
        return all(word in text for word in words)


def disagreement_rows(library: Library) -> tuple[Row, ...]:
    """All disagreements: of events in order of time, then of everything else by its kind."""
    made = _Rows(library)
    return tuple(made.row(one) for subject in made.subjects() for one in made.of(subject))


def type_word(subject_type: str) -> str:
    """What kind of thing the documents disagree about."""
    return {
        "event": translate("Disagreements", "event"),
        "route": translate("Disagreements", "route"),
        "area": translate("Disagreements", "area"),
        "boundary": translate("Disagreements", "sector line"),
        "series": translate("Disagreements", "figures"),
        "position": translate("Disagreements", "stance"),
        "actor": translate("Disagreements", "actor"),
        "place": translate("Disagreements", "place"),
        "document": translate("Disagreements", "document"),
    }.get(subject_type, subject_type)


def field_word(field: str) -> str:
    """What of it they disagree about; a field that a person named stays as it is."""
    return {
        "date": translate("Disagreements", "when"),
        "value": translate("Disagreements", "how much"),
        "scope": translate("Disagreements", "what it covers"),
        "place": translate("Disagreements", "where"),
        "signatories": translate("Disagreements", "who signed"),
        "wording": translate("Disagreements", "the wording"),
        "count": translate("Disagreements", "how many"),
    }.get(field, field)


class _Rows:
    """Makes the rows of one file."""

    def __init__(self, library: Library) -> None:
        self.library, self.dataset = library, library.dataset

    def subjects(self) -> Iterator[str]:
        """The ids of everything that may be contested."""
        contested = np.flatnonzero(self.library.columns.contested)
        yield from self.library.ids([int(row) for row in contested])
        dataset = self.dataset
        tables: tuple[Iterable[str], ...] = (
            dataset.routes(), dataset.areas(), dataset.boundaries(), dataset.series(),
            self._positions, dataset.actors(), dataset.places(), dataset.sources(),
        )  # fmt: skip
        for table in tables:
            yield from table

    def of(self, subject: str) -> tuple[Disagreement, ...]:
        """The disagreements about one thing."""
        return self.dataset.disagreements(subject)

    def row(self, one: Disagreement) -> Row:
        """One disagreement in words."""
        return Row(
            focus=self._focus(one),
            subject=self._name(one),
            type=type_word(one.subject_type),
            field=field_word(one.field),
            first=self._side(one, one.value_a, one.source_a, one.line_a),
            second=self._side(one, one.value_b, one.source_b, one.line_b),
            sentence=one.note,
        )

    @cached_property
    def _positions(self) -> dict[str, str]:
        """Who holds each stance."""
        return {one.id: one.actor_id for one in self.dataset.positions()}

    def _focus(self, one: Disagreement) -> Focus:
        if one.subject_type == "position":
            return Focus("actor", self._positions.get(one.subject_id, one.subject_id))
        return Focus(one.subject_type, one.subject_id)

    def _name(self, one: Disagreement) -> str:
        dataset, subject = self.dataset, one.subject_id
        if one.subject_type == "event":
            event = dataset.event(subject)
            return event.title if event else subject
        if one.subject_type == "position":
            stance = next((held for held in dataset.positions() if held.id == subject), None)
            name = self.library.name_of("actor", self._positions.get(subject, subject))
            return f"{name}: {stance.stance}" if stance else name
        tables: tuple[Mapping[str, Route | Area | Boundary | Series | Actor | Place], ...] = (
            dataset.routes(), dataset.areas(), dataset.boundaries(), dataset.series(),
            dataset.actors(), dataset.places(),
        )  # fmt: skip
        return next((table[subject].name for table in tables if subject in table), subject)

    def _side(self, one: Disagreement, value: str, source: str, line: int | None) -> Side:
        document = self.library.name_of("source", source)
        return Side(self._value(one, value), document, self._where(one.subject_id, source, line))

    def _value(self, one: Disagreement, value: str) -> str:
        """A date or a number in words; what a person wrote as it stands."""
        if one.field == "date":
            try:
                parse(value)
            except EdtfError:
                return value
            return in_words(value)
        series = self.dataset.series().get(one.subject_id)
        if series is None or not value.replace(".", "", 1).isdigit():
            return value
        return f"{float(value):,.10g} {series.unit}"

    # Where a side stands: by the claims of the subject, else by those of the same line

    def _where(self, subject: str, source: str, line: int | None) -> str:
        if line is None:
            return ""
        own = {(one.source_key, one.line): one for one in self._claims(subject)}
        claim = own.get((source, line)) or self._known_lines.get((source, line))
        if claim is not None:
            return where_words(claim)
        lines = self._lines_of.get(source, [])
        before = bisect_right(lines, line)
        return self._known_lines[source, lines[before - 1]].section if before else ""

    def _claims(self, subject: str) -> Iterator[Claim]:
        yield from (one.claim for one in self.dataset.claims(subject))
        yield from (one.claim for one in self.dataset.states(subject))
        series = self.dataset.series().get(subject)
        if series is not None:
            yield from (one.claim for one in series.observations)

    @cached_property
    def _known_lines(self) -> dict[tuple[str, int], Claim]:
        """A claim for each line of a document that the contested things or any figure tell of."""
        dataset = self.dataset
        claims = [one.claim for one in dataset.positions()]
        claims += [one.claim for one in dataset.memberships()]
        for subject in self.subjects():
            if subject in dataset.series() or self.of(subject):
                claims += self._claims(subject)
        return {(one.source_key, one.line): one for one in claims if one.line is not None}

    @cached_property
    def _lines_of(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for source, line in sorted(self._known_lines):
            found.setdefault(source, []).append(line)
        return found
