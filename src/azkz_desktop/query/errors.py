"""What is wrong with a question, said so that the person can put it right."""

from collections.abc import Iterable

from azkz_desktop.translation import translate

SUGGESTIONS = 3


class QueryError(ValueError):
    """A question that cannot be asked; its text is one sentence for the person."""


class UnknownChoice(QueryError):  # noqa: N818 - the name that callers know
    """A choice that the file does not have. `nearest` are the ids or names that come closest."""

    def __init__(self, facet: str, wanted: str, nearest: Iterable[str] = ()) -> None:
        self.facet = facet
        self.wanted = wanted
        self.nearest = tuple(nearest)
        super().__init__(_sentence(facet, wanted, self.nearest))


def nearest(wanted: str, known: Iterable[str], limit: int = SUGGESTIONS) -> tuple[str, ...]:
    """Those of *known* that are spelled most like *wanted*, best first."""
    from difflib import get_close_matches  # only for what is misspelled

    return tuple(get_close_matches(wanted.casefold(), list(known), limit, cutoff=0.5))


def facet_word(facet: str) -> str:
    """The facet's name inside a sentence."""
    words = {
        "kind": translate("Query", "kind"),
        "actor": translate("Query", "actor"),
        "theme": translate("Query", "theme"),
        "place": translate("Query", "place"),
        "source": translate("Query", "source"),
    }
    return words.get(facet, facet)


def _sentence(facet: str, wanted: str, suggestions: tuple[str, ...]) -> str:
    said = translate("Query", "There is no %(facet)s “%(wanted)s”") % {
        "facet": facet_word(facet),
        "wanted": wanted,
    }
    if not suggestions:
        return said + "."
    return said + translate("Query", "; the nearest: %s.") % ", ".join(suggestions)
