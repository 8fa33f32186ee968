"""What a person typed for an actor, a place, a kind … becomes ids."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from azkz_desktop.dataset.fold import fold, sound_key
from azkz_desktop.dataset.records import Name
from azkz_desktop.lean import dataclass
from azkz_desktop.query.errors import SUGGESTIONS, UnknownChoice, nearest


@dataclass(frozen=True, slots=True)
class Resolved:
    """The ids that one typed name fits, by id; several are alternatives."""

    typed: str
    ids: tuple[str, ...]

    @property
    def is_ambiguous(self) -> bool:
        """Whether the person should be told what was taken."""
        return len(self.ids) > 1


class NameBook:
    """Every spelling of the actors and places of a file.

    `persons` are the ids of the actors who are persons: they are found by surname as well.
    """

    def __init__(self, names: Iterable[Name], persons: Collection[str] = ()) -> None:
        self._ids: dict[str, set[str]] = defaultdict(set)
        self._by_spelling: dict[str, dict[str, set[str]]] = {}
        self._main: dict[str, str] = {}
        for name in names:
            self._ids[name.subject_type].add(name.subject_id)
            self._main.setdefault(name.subject_id, name.name)
            spellings = self._by_spelling.setdefault(name.subject_type, defaultdict(set))
            spellings[fold(name.name)].add(name.subject_id)
            if name.subject_id in persons:
                spellings[surname(name.name)].add(name.subject_id)

    def main(self, subject_id: str) -> str:
        """The main spelling of a thing's name; its id where it has none."""
        return self._main.get(subject_id, subject_id)

    def resolve(self, facet: str, typed: str) -> Resolved:
        """The actors or places (*facet*) that *typed* fits: an id, a spelling, a surname.

        Raises UnknownChoice, which names the nearest, where it fits none.
        """
        if typed in self._ids[facet]:
            return Resolved(typed, (typed,))
        fitting = self._by_spelling.get(facet, {}).get(fold(typed))
        if not fitting or not fold(typed):
            raise UnknownChoice(facet, typed, self._nearest(facet, typed))
        return Resolved(typed, tuple(sorted(fitting)))

    def _nearest(self, facet: str, typed: str) -> tuple[str, ...]:
        """Names of what sounds like *typed*, then of what is spelled most like it."""
        spellings = self._by_spelling.get(facet, {})
        key = sound_key(typed)
        alike = sorted(spelling for spelling in spellings if sound_key(spelling) == key)
        alike += nearest(fold(typed), spellings)
        found = (self.main(one) for spelling in alike for one in sorted(spellings[spelling]))
        return tuple(dict.fromkeys(found))[:SUGGESTIONS]


def surname(name: str) -> str:
    """The folded last word of a person's name ("Levon Ter-Petrosyan": "ter petrosyan")."""
    words = name.split()
    return fold(words[-1]) if words else ""


def resolve_word(facet: str, typed: str, known: Collection[str]) -> str:
    """The id among *known* (kinds, themes, documents) that is *typed*, whatever its case.

    Raises UnknownChoice, which names the nearest, where none is.
    """
    wanted = typed.strip().casefold()
    if wanted not in known:
        raise UnknownChoice(facet, typed, nearest(wanted, known))
    return wanted
