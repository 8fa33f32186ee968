"""Every disagreement of a file in words: about what, who says which, and where. No Qt."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from azkz_desktop.lean import dataclass
from azkz_desktop.translation import translate
from azkz_desktop.view.citing import where_words
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus

LONGEST_HEADING = 44
AT_ONCE = 256
"""Events whose ids are read at a time."""


At = tuple[int | None, int | None]
"""Where a side stands: the number of its claim, and the line of its document."""


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

    def has(self, words: Sequence[str]) -> bool:
        """Whether all *words* (folded) stand in it."""
        if not words:
            return True
        told = (self.subject, self.type, self.field, self.sentence)
        sides = (text for one in (self.first, self.second) for text in (one.value, one.document))
        text = fold(" ".join((*told, *sides)))
        return all(word in text for word in words)


def read_disagreements(library: Library, rows: list[Row]) -> Iterator[None]:
    """Read all disagreements into *rows*, a few at each step.

    Those of events come first, in order of time, then those of everything else by its kind.
    """
    made = _Rows(library)
    contested: list[str] = []
    for subject in made.subjects():
        if made.of(subject):
            contested.append(subject)
            yield
    for subject in contested:
        made.remember(subject)
        yield
    for subject in contested:
        rows += [made.row(one) for one in made.of(subject)]
        yield


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
        "kind": translate("Disagreements", "what or why"),
        "status": translate("Disagreements", "what was the case"),
        "documents": translate("Disagreements", "which documents"),
        "citation": translate("Disagreements", "the work cited"),
    }.get(field, field)


class _Rows:
    """Makes the rows of one file."""

    def __init__(self, library: Library) -> None:
        self.library, self.dataset = library, library.dataset
        self._known_lines: dict[tuple[str, int], Claim] = {}
        held = [one.claim for one in self.dataset.positions()]
        held += [one.claim for one in self.dataset.memberships()]
        held += [n.claim for one in self.dataset.series().values() for n in one.observations]
        for claim in held:
            if claim.line is not None:
                self._known_lines[claim.source_key, claim.line] = claim

    def subjects(self) -> Iterator[str]:
        """The ids of everything that may be contested."""
        contested = np.flatnonzero(self.library.columns.contested)
        for begin in range(0, len(contested), AT_ONCE):
            yield from self.library.ids(contested[begin : begin + AT_ONCE].astype(np.int32))
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
            first=self._side(one, one.value_a, one.source_a, (one.claim_a, one.line_a)),
            second=self._side(one, one.value_b, one.source_b, (one.claim_b, one.line_b)),
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

    def _side(self, one: Disagreement, value: str, source: str, at: At) -> Side:
        document = self.library.name_of("source", source)
        return Side(self._value(one, value), document, self._where(one.subject_id, source, at))

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

    def _where(self, subject: str, source: str, at: At) -> str:
        number, line = at
        for claim in self._claims(subject):
            if claim.no == number or (line and (claim.source_key, claim.line) == (source, line)):
                return where_words(claim)
        if line is None:
            return ""
        known = self._known_lines.get((source, line))
        if known is not None:
            return where_words(known)
        lines = self._lines_of.get(source, [])
        before = bisect_right(lines, line)
        return self._known_lines[source, lines[before - 1]].section if before else ""

    def _claims(self, subject: str) -> Iterator[Claim]:
        yield from (one.claim for one in self.dataset.claims(subject))
        yield from (one.claim for one in self.dataset.states(subject))
        series = self.dataset.series().get(subject)
        if series is not None:
            yield from (one.claim for one in series.observations)

    def remember(self, subject: str) -> None:
        """Remember the claims of a contested thing: their lines tell where others stand."""
        for claim in self._claims(subject):
            if claim.line is not None:
                self._known_lines.setdefault((claim.source_key, claim.line), claim)

    @cached_property
    def _lines_of(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for source, line in sorted(self._known_lines):
            found.setdefault(source, []).append(line)
        return found
