"""Where nothing is found: which parts of the filter empty it, and what is left without them."""

from collections.abc import Callable

from azkz_desktop.lean import dataclass
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.selection import Selection
from azkz_desktop.view.words import Chip, Naming, chips, plain_names


@dataclass(frozen=True, slots=True)
class WayOut:
    """A chip that could be taken off, and how many events would then be left."""

    chip: Chip
    events: int


def ways_out(
    wanted: Filter, answer: Callable[[Filter], Selection], name_of: Naming = plain_names
) -> tuple[WayOut, ...]:
    """The chips of *wanted* that each alone empty it: without one there are events, most first.

    Empty where taking off a single one helps nothing.
    """
    tried = (WayOut(chip, len(answer(chip.without))) for chip in chips(wanted, name_of))
    helping = [way for way in tried if way.events]
    return tuple(sorted(helping, key=lambda way: -way.events))
