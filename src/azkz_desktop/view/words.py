"""The filter in words: a chip for each thing that is filtered, and one line for a picture."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from azkz_desktop.dates.words import in_words
from azkz_desktop.lean import dataclass
from azkz_desktop.query.filter import Filter
from azkz_desktop.translation import translate
from azkz_desktop.view.tokens import KIND_GROUPS
from azkz_desktop.view.vocabulary import group_word, kind_word, theme_word

Naming = Callable[[str, str], str]
"""The name of a choice: facet ("actor", "place", "source") and id in, name out."""

FEW = 2
"""How many choices a chip spells out; more are counted."""
ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class Chip:
    """What one part of the filter asks, in words, and the filter without it."""

    text: str
    without: Filter


def plain_names(facet: str, choice: str) -> str:
    """The names of kinds and themes, and any other id as it is: a `Naming` without a file."""
    words = {"kind": kind_word, "theme": theme_word}
    return words[facet](choice) if facet in words else choice


def chips(wanted: Filter, name_of: Naming = plain_names, few: int = FEW) -> tuple[Chip, ...]:
    """A chip for each part of *wanted* that asks something, in the order of the filter panel."""
    empty = Filter()
    parts = (
        (_period(wanted), replace(wanted, start=None, end=None, certainly=False)),
        (_actors(wanted, name_of, few), replace(wanted, actors=(), all_actors=False)),
        (_kinds(wanted.kinds, few), replace(wanted, kinds=empty.kinds)),
        (_themes(wanted.themes, few), replace(wanted, themes=empty.themes)),
        (_places(wanted.places, name_of, few), replace(wanted, places=empty.places)),
        (_sources(wanted.sources, name_of, few), replace(wanted, sources=empty.sources)),
        (_contested(wanted), replace(wanted, contested=False)),
        (_text(wanted), replace(wanted, text="")),
    )
    return tuple(Chip(text, without) for text, without in parts if text)


def filter_in_words(wanted: Filter, name_of: Naming = plain_names) -> str:
    """All that *wanted* asks on one line, nothing counted that can be named."""
    said = [chip.text for chip in chips(wanted, name_of, ALL)]
    return " · ".join(said) or translate("FilterWords", "all events")


def _period(wanted: Filter) -> str:
    if not wanted.start and not wanted.end:
        return ""
    if wanted.certainly:
        text = translate("FilterWords", "certainly {period}")
        return text.format(period=period_in_words(wanted.start, wanted.end))
    return period_in_words(wanted.start, wanted.end)


def period_in_words(start: str | None, end: str | None) -> str:
    """A period as the filter holds it: "2004–2008", "from May 2005", "until 2008"."""
    first, last = in_words(start or ""), in_words(end or "")
    if not end:
        return translate("FilterWords", "from {start}").format(start=first)
    if not start:
        return translate("FilterWords", "until {end}").format(end=last)
    if first == last:
        return first
    # Years close up ("2004–2008"); what has spaces inside needs them around the dash too.
    joined = "{}–{}" if first.isdigit() and last.isdigit() else "{} – {}"
    return joined.format(first, last)


def _actors(wanted: Filter, name_of: Naming, few: int) -> str:
    entries = wanted.actors
    if not entries:
        return ""
    if len(entries) > few:
        if wanted.all_actors:
            return translate("FilterWords", "involving all of %n actors", len(entries))
        return translate("FilterWords", "involving any of %n actors", len(entries))
    every = wanted.all_actors and len(entries) > 1
    names = [_entry(entry, name_of, bracketed=every) for entry in entries]
    text = translate("FilterWords", "involving {names}")
    return text.format(names=_and(names) if every else _or(names))


def _entry(alternatives: Sequence[str], name_of: Naming, *, bracketed: bool) -> str:
    said = _or([name_of("actor", one) for one in alternatives])
    return f"({said})" if bracketed and len(alternatives) > 1 else said


def _kinds(kinds: tuple[str, ...], few: int) -> str:
    names = _kind_names(kinds)
    if len(names) > few:
        return translate("FilterWords", "%n kinds", len(kinds))
    return _or(names)


def _kind_names(kinds: tuple[str, ...]) -> list[str]:
    """The groups that are chosen whole, then the kinds that are left."""
    groups = [group for group in KIND_GROUPS if set(group.kinds) <= set(kinds)]
    grouped = {kind for group in groups for kind in group.kinds}
    names = [group_word(group.id) for group in groups]
    return names + [kind_word(kind) for kind in kinds if kind not in grouped]


def _themes(themes: tuple[str, ...], few: int) -> str:
    if len(themes) > few:
        return translate("FilterWords", "%n themes", len(themes))
    return _or([theme_word(theme) for theme in themes])


def _places(places: tuple[str, ...], name_of: Naming, few: int) -> str:
    if len(places) > few:
        return translate("FilterWords", "at %n places", len(places))
    said = _or([name_of("place", place) for place in places])
    return translate("FilterWords", "at {places}").format(places=said) if said else ""


def _sources(sources: tuple[str, ...], name_of: Naming, few: int) -> str:
    if len(sources) > few:
        return translate("FilterWords", "told by %n documents", len(sources))
    said = _or([name_of("source", source) for source in sources])
    return translate("FilterWords", "told by {sources}").format(sources=said) if said else ""


def _contested(wanted: Filter) -> str:
    return translate("FilterWords", "contested only") if wanted.contested else ""


def _text(wanted: Filter) -> str:
    return f"“{wanted.text.strip()}”" if wanted.text.strip() else ""


def _or(names: list[str]) -> str:
    return _listed(names, translate("FilterWords", "{first} or {last}"))


def _and(names: list[str]) -> str:
    return _listed(names, translate("FilterWords", "{first} and {last}"))


def _listed(names: list[str], last_two: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return last_two.format(first=", ".join(names[:-1]), last=names[-1])
