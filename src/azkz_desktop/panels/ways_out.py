"""When nothing is found: which choice of the filter empties it, and what would be left. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations, islice

from azkz_desktop.lean import dataclass
from azkz_desktop.query.filter import Filter
from azkz_desktop.translation import translate
from azkz_desktop.view.words import Chip

MOST = 4
"""How many ways are offered; more would be a riddle of its own."""
TRIED = 28
"""How many sets of one size are tried: all pairs of eight choices."""

Count = Callable[[Filter], int]
Chips = Callable[[Filter], tuple[Chip, ...]]


@dataclass(frozen=True, slots=True)
class Way:
    """One way out: what is to be done in words, the filter then, and how many events it leaves."""

    text: str
    filter: Filter
    count: int


@dataclass(frozen=True, slots=True)
class Empty:
    """Why nothing is found, in a sentence, and the ways out, the gentlest first."""

    why: str
    ways: tuple[Way, ...]


def why_empty(wanted: Filter, chips: Chips, count: Count) -> Empty:
    """Why *wanted* leaves nothing; *count* says how many events a filter leaves.

    First each choice is taken off by itself (and made milder, where it can be); only where
    that does not help are two taken off at once, then three.
    """
    parts = chips(wanted)
    guilty = _counted([(_off(part.text), part.without) for part in parts], count)
    milder = _counted(_milder(wanted), count)
    if len(parts) == 1:
        why = translate("Empty", "No event is %s.") % _quoted(parts[0].text)
    elif len(guilty) == 1:
        only = next(part.text for part in parts if part.without == guilty[0].filter)
        why = translate("Empty", "%s leaves nothing of the others.") % _quoted(only)
    elif guilty or milder:
        why = translate("Empty", "No event is all of this at once.")
    else:
        why = translate("Empty", "More than one choice stands in the way.")
        guilty = _several(parts, chips, count)
    return Empty(why, (*milder, *guilty)[:MOST])


def _off(text: str) -> str:
    return translate("Empty", "Take off %s") % _quoted(text)


def _quoted(text: str) -> str:
    """A chip's words in quotation marks; those that were typed have theirs already."""
    return text if text.startswith("“") else f"“{text}”"


def _milder(wanted: Filter) -> list[tuple[str, Filter]]:
    ways = []
    if wanted.all_actors and len(wanted.actors) > 1:
        text = translate("Empty", "Any of the actors instead of all")
        ways.append((text, replace(wanted, all_actors=False)))
    if wanted.certainly and (wanted.start or wanted.end):
        text = translate("Empty", "Possibly within the period")
        ways.append((text, replace(wanted, certainly=False)))
    return ways


def _several(parts: Sequence[Chip], chips: Chips, count: Count) -> tuple[Way, ...]:
    """Two choices taken off at once; three where two do not help, and so on."""
    for size in range(2, len(parts)):
        sets = islice(combinations(parts, size), TRIED)
        found = _counted([_together(one, chips) for one in sets], count)
        if found:
            return found
    return ()


def _together(some: Sequence[Chip], chips: Chips) -> tuple[str, Filter]:
    """*some* chips taken off at once, in words and as the filter that is left."""
    left = some[0].without
    for chip in some[1:]:
        left = next(one.without for one in chips(left) if one.text == chip.text)
    *first, last = (_quoted(chip.text) for chip in some)
    words = translate("Empty", "Take off {first} and {last}")
    return words.format(first=", ".join(first), last=last), left


def _counted(ways: Sequence[tuple[str, Filter]], count: Count) -> tuple[Way, ...]:
    """Those that leave something; what changes least, that is leaves fewest, first."""
    found = [Way(text, filter_, count(filter_)) for text, filter_ in ways]
    return tuple(sorted((way for way in found if way.count), key=lambda way: way.count))
