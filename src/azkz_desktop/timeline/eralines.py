"""Which eras have a line where there is little room, and what is said of the others. No Qt."""

from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple

from azkz_desktop.dataset.columns import NO_END
from azkz_desktop.translation import translate
from azkz_desktop.view.eras import Era, EraGroup
from azkz_desktop.view.state import Focus

MOST_LINES = 4
"""Lines of one group at the most: a researcher's file may have many conflicts at a time."""
ALL_LINES = 1_000_000
"""More than any group has."""
MOST_NAMES = 6
"""Names of eras without room that are told; of further ones how many there are."""


def in_lines(eras: Iterable[Era]) -> list[list[Era]]:
    """Eras in as few lines as they need: in a line each begins when the one before has ended.

    A day on which both may have been is no hindrance: there they share a slanting edge.
    """
    lines: list[list[Era]] = []
    for era in eras:
        free = [line for line in lines if _follows(line[-1], era)]
        if free:
            max(free, key=lambda line: line[-1].bounds[2:]).append(era)
        else:
            lines.append([era])
    return lines


def _follows(before: Era, era: Era) -> bool:
    ended, last = before.bounds[2:]
    return era.bounds[0] >= ended and era.bounds[1] > ended and last < NO_END


class EraPlan(NamedTuple):
    """Which groups are shown, each in which lines, from the top; `height` pixels in all."""

    groups: tuple[tuple[EraGroup, list[list[Era]]], ...]
    height: float


class EraLines:
    """Gives eras of *groups* lines that are *height* pixels high."""

    def __init__(self, groups: Mapping[str, EraGroup], height: float) -> None:
        self._groups, self._height = groups, height
        self._lines: dict[tuple[str, int], list[list[Era]]] = {}

    def plan(
        self, wanted: Sequence[str], room: float = inf, chosen: Focus | None = None
    ) -> EraPlan:
        """What is shown of the groups *wanted* in *room* pixels; a line of each in any case.

        What tells of the *chosen* has room: else nobody saw on what the keyboard is.
        """
        shares = self._shares(wanted, room)
        lines = {one: self._with(one, most, chosen) for one, most in shares.items()}
        groups = tuple((self._groups[one], own) for one, own in lines.items() if own)
        return EraPlan(groups, sum(map(len, lines.values())) * self._height)

    def _shares(self, wanted: Sequence[str], room: float) -> dict[str, int]:
        """How many lines each group may have: the longest give way where there is little room."""
        shares = {one: len(self._in_lines(one)) for one in dict.fromkeys(wanted)}
        while sum(shares.values()) * self._height > room:
            longest = max(shares, key=lambda one: shares[one])
            if shares[longest] < 2:
                break
            shares[longest] -= 1
        return shares

    def _in_lines(self, group: str, most: int = MOST_LINES) -> list[list[Era]]:
        """Of more lines than *most* the fullest ones; the group's name tells how many are left."""
        key = group, most
        if key not in self._lines:
            known = self._groups.get(group)
            lines = in_lines(known.eras) if known else []
            fullest = sorted(range(len(lines)), key=lambda at: -len(lines[at]))[:most]
            self._lines[key] = [lines[at] for at in sorted(fullest)]
        return self._lines[key]

    def _with(self, group: str, most: int, chosen: Focus | None) -> list[list[Era]]:
        """`_in_lines`; a line without room that has what is *chosen* stands for the emptiest."""
        shown, every = self._in_lines(group, most), self._in_lines(group, ALL_LINES)
        if chosen is None or len(shown) == len(every) or _has(shown, chosen):
            return shown
        mine = next((line for line in every if _has([line], chosen)), None)
        if mine is None:
            return shown
        place = min(range(len(shown)), key=lambda at: (len(shown[at]), -at))
        return [*shown[:place], mine, *shown[place + 1 :]]


def _has(lines: Iterable[Iterable[Era]], focus: Focus) -> bool:
    """Whether an era of *lines* tells of *focus*."""
    return any(era.focus == focus for line in lines for era in line)


def without_room(group: EraGroup, lines: Iterable[Iterable[Era]]) -> str:
    """The title of *group*, and the names of its eras that are not in *lines*, the first ones."""
    drawn = {id(era) for line in lines for era in line}
    names = [era.name for era in group.eras if id(era) not in drawn]
    words = translate("Timeline", "{title}: 1 more has no room: {names}")
    if len(names) > 1:
        words = translate("Timeline", "{title}: %n more have no room: {names}", len(names))
    more = " …" if len(names) > MOST_NAMES else ""
    return words.format(title=group.title, names="; ".join(names[:MOST_NAMES]) + more)
