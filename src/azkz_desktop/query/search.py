"""Search across everything and every script: best hits first, each with why it was found.

A text is found as it is written, folded (case, accents and script taken away), begun (the last
word is still being typed), by its sound, and at last with small typing errors put right. What
is found by its own name comes before events that are found through an actor or a place.
"""

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property
from itertools import islice, product
from typing import Literal, NamedTuple

import numpy as np

from azkz_desktop.dataset.columns import Codes
from azkz_desktop.dataset.fold import fold, sound_key
from azkz_desktop.dataset.read import Dataset, TextHit
from azkz_desktop.lean import dataclass

TYPES = ("actor", "place", "route", "area", "boundary", "document", "series", "event")
"""What can be found, in the order in which equally good hits are listed."""
LIMIT = 20
How = Literal["id", "exact", "folded", "begun", "sound", "spelling", "through"]
_HOWS: tuple[How, ...] = ("id", "exact", "folded", "begun", "sound", "spelling", "through")
_THINGS = 3
"""Of how many actors and places the events are listed."""
_CORRECTIONS = 3
_SHORTEST_CORRECTED = 4
_CLOSE = 0.72
"""How alike two words must be (difflib's ratio) for one to be a typing error of the other."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found.

    `matched` is the text in which it was found, `field` what that text is of it (id, name,
    alias, title, short, document, authors, summary; actor, place or words for an event found
    through them), `how` is how the words were compared. `row` is an event's row, else −1.
    """

    type: str
    id: str
    name: str
    matched: str
    field: str
    how: How
    row: int = -1
    corrections: int = 0
    """Likelier corrections of a typing error that were tried before the one that found this."""


class _Try(NamedTuple):
    """One way to look the words up."""

    how: How
    words: str
    by: Literal["exact", "folded", "sound"]
    begun: bool = False


class Search:
    """Looks for things in one file."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._names: dict[str, dict[str, str]] = {
            "actor": {one.id: one.name for one in dataset.actors().values()},
            "place": {one.id: one.name for one in dataset.places().values()},
            "route": {one.id: one.name for one in dataset.routes().values()},
            "area": {one.id: one.name for one in dataset.areas().values()},
            "boundary": {one.id: one.name for one in dataset.boundaries().values()},
            "series": {one.id: one.name for one in dataset.series().values()},
            "document": {one.id: one.title for one in dataset.sources().values()},
        }

    def find(self, text: str, limit: int = LIMIT) -> list[Hit]:
        """The best *limit* hits for *text*, best first; none for a text without a word."""
        if not fold(text):
            return []
        found = {(hit.type, hit.id): hit for hit in self._by_id(text)}
        for hit in self._by_name(text, corrected=not found):
            found.setdefault((hit.type, hit.id), hit)
        own = sorted(found.values(), key=lambda hit: self._rank(hit, text))
        if len(own) < limit:
            for hit in self._through(text, own, limit + len(own)):
                found.setdefault((hit.type, hit.id), hit)
        through = list(found.values())[len(own) :]
        return (own + sorted(through, key=self._weight))[:limit]

    def _by_id(self, text: str) -> Iterator[Hit]:
        """The thing whose id was typed."""
        wanted = text.strip()
        for type_ in TYPES:
            name = self._name(type_, wanted)
            if name is not None:
                yield Hit(type_, wanted, name, wanted, "id", "id")

    def _by_name(self, text: str, *, corrected: bool) -> Iterator[Hit]:
        """What has the words in its own name, title or summary."""
        named = not corrected
        for one in self._tries(text):
            for hit in self._hits(one):
                named = named or hit.field != "summary"
                yield hit
        if not named:
            for tried, words in enumerate(self._corrected(text)):
                for hit in self._hits(_Try("spelling", words, "folded")):
                    yield replace(hit, corrections=tried)

    @staticmethod
    def _tries(text: str) -> tuple[_Try, ...]:
        folded, sound = fold(text), sound_key(text)
        return (
            _Try("exact", text, "exact"),
            _Try("folded", folded, "folded"),
            _Try("begun", folded, "folded", begun=True),
            _Try("sound", sound, "sound"),
        )

    def _hits(self, one: _Try) -> Iterator[Hit]:
        for found in self._dataset.texts_with_words(one.words, one.by, begun=one.begun):
            hit = self._hit(found, one.how)
            if hit is not None:
                yield hit

    def _hit(self, found: TextHit, how: How) -> Hit | None:
        name = self._name(found.subject_type, found.subject_id)
        if found.subject_type not in TYPES or name is None:
            return None
        return Hit(found.subject_type, found.subject_id, name, found.text, found.field, how)

    def _name(self, type_: str, id_: str) -> str | None:
        """What a thing is called, None where there is none of that id."""
        if type_ == "event":
            row = self._dataset.row_of(id_)
            return None if row is None else self._dataset.titles([row])[0]
        return self._names.get(type_, {}).get(id_)

    def _rank(self, hit: Hit, text: str) -> tuple[float | str | bool, ...]:
        """What a hit is sorted by, the best lowest."""
        key = sound_key if hit.how in ("sound", "spelling") else fold
        whole = key(hit.matched) == key(text)
        return (
            hit.field == "summary",
            hit.corrections,
            _HOWS.index(hit.how) if hit.how in ("id", "sound", "spelling") else 1,
            not whole,
            _HOWS.index(hit.how),
            TYPES.index(hit.type),
            hit.field == "alias",
            self._weight(hit),
            len(hit.matched),
            hit.name,
        )

    def _weight(self, hit: Hit) -> float:
        """The more important an event, or the more events an actor or place has, the lower."""
        if hit.type in self._event_counts:
            return -self._event_counts[hit.type].get(hit.id, 0)
        row = hit.row
        if hit.type == "event" and row < 0:
            row = self._dataset.row_of(hit.id) or 0
        return 0.0 if row < 0 else -float(self._dataset.columns().weight[row])

    @cached_property
    def _event_counts(self) -> dict[str, dict[str, int]]:
        """How many events each actor and place has."""
        facets = self._dataset.columns().facets
        counts = {}
        for facet in ("actor", "place"):
            codes, ids = facets[facet].code, facets[facet].ids
            events = np.bincount(codes, minlength=len(ids)).tolist()
            counts[facet] = dict(zip(ids, events, strict=True))
        return counts

    # Events through actors and places

    def _through(self, text: str, own: list[Hit], limit: int) -> Iterator[Hit]:
        """The heaviest events of the best actors and places, and those with the words anywhere."""
        things = (hit for hit in own if hit.type in self._event_counts and hit.field != "summary")
        for thing in islice(things, _THINGS):
            yield from self._events(self._rows_of(thing), limit, thing.name, thing.type)
        yield from self._events(self._dataset.rows_with_words(text), limit, text, "words")

    def _rows_of(self, thing: Hit) -> Codes:
        membership = self._dataset.columns().facets[thing.type]
        if thing.id not in membership.ids:
            return np.empty(0, np.int32)
        rows: Codes = membership.event[membership.code == membership.ids.index(thing.id)]
        return rows

    def _events(self, rows: Codes, limit: int, matched: str, field: str) -> Iterator[Hit]:
        weight = self._dataset.columns().weight
        heaviest = rows[np.argsort(-weight[rows])[:limit]].tolist()
        ids, titles = self._dataset.ids(heaviest), self._dataset.titles(heaviest)
        for row, id_, title in zip(heaviest, ids, titles, strict=True):
            yield Hit("event", id_, title, matched, field, "through", row)

    # Typing errors

    @cached_property
    def _vocabulary(self) -> tuple[str, ...]:
        """Every word of every name, folded."""
        words = {word for name in self._dataset.names() for word in fold(name.name).split()}
        return tuple(sorted(word for word in words if len(word) >= _SHORTEST_CORRECTED))

    def _corrected(self, text: str) -> Iterator[str]:
        """*text* with its words put right, the likeliest first."""
        alike = [self._alike(word) for word in fold(text).split()]
        tried = (" ".join(words) for words in product(*alike))
        return islice((words for words in tried if words != fold(text)), _CORRECTIONS**2)

    def _alike(self, word: str) -> list[str]:
        if len(word) < _SHORTEST_CORRECTED or word in self._vocabulary:
            return [word]
        return get_close_matches(word, self._vocabulary, _CORRECTIONS, _CLOSE) or [word]
