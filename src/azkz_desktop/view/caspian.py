"""What five states held of the Caspian, and what was agreed of it, by years. No Qt.

Made from the claims alone: stances on the issue `caspian-status`, the states of the lines
between sectors, and those of the sea as a whole (the convention of 2018 draws no line). Where the
documents tell nothing of a state in a year, there is nothing here.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple, Protocol

from azkz_desktop.dataset.records import CASPIAN, Boundary, Claim, Position, State
from azkz_desktop.dates.edtf import parse
from azkz_desktop.view.state import Focus

ISSUE: Final = "caspian-status"
LITTORAL: Final = ("azerbaijan", "iran", "kazakhstan", "russia", "turkmenistan")


class CaspianDataset(Protocol):
    """What is read of the file."""

    def positions(self) -> Sequence[Position]:
        """Stances that parties held, once for each claim."""
        ...

    def boundaries(self) -> Mapping[str, Boundary]:
        """Lines between sectors by id."""
        ...

    def states(self, subject_id: str) -> Sequence[State]:
        """The life of a line."""
        ...


class Said(NamedTuple):
    """Where one document says it, and the date that it gives (EDTF, empty for none)."""

    claim: Claim
    edtf: str


class Told(NamedTuple):
    """One thing told of one state: a stance (`stance` is its wording), or what held of a line.

    Or of the sea as a whole, which is told of all five. `id` is the position's, the boundary's or
    the sea's, `first` the day from which it may hold and `year`
    the one in which it stands; both None where no date is told. Of a line `other` is the
    neighbour; `status` and `scope` are the claim's.
    """

    state: str
    id: str
    first: int | None
    year: int | None
    edtf: str
    stance: str
    status: str
    scope: str
    other: str
    said: tuple[Said, ...]

    @property
    def focus(self) -> Focus:
        """What is chosen for it: the line, the sea, or the state whose stance it is."""
        if self.id == CASPIAN:
            return Focus("area", self.id)
        return Focus("actor", self.state) if self.stance else Focus("boundary", self.id)


def _bounds(edtf: str | None) -> tuple[int | None, int | None]:
    """The first day and the year of a date; of one with no beginning, the year of its end."""
    if not edtf:
        return None, None
    span = parse(edtf)
    day = span.start_earliest if span.start_earliest is not None else span.end_latest
    year = None if day is None else date.fromordinal(day).year
    return span.start_earliest, year


def stances(dataset: CaspianDataset) -> list[Told]:
    """The stances of the five on the sea's status; claims of one date and stance are joined."""
    groups: dict[tuple[str, str], list[Position]] = {}
    for one in dataset.positions():
        if one.issue == ISSUE and one.actor_id in LITTORAL:
            groups.setdefault((one.id, one.edtf or ""), []).append(one)
    found = []
    for (key, edtf), group in groups.items():
        first, year = _bounds(edtf)
        said = tuple(Said(one.claim, edtf) for one in group)
        main = group[0]
        found.append(Told(main.actor_id, key, first, year, edtf, main.stance, "", "", "", said))
    return found


def lines(dataset: CaspianDataset) -> list[Told]:
    """What is told of the lines, once for each of the two neighbours.

    Claims of one status in one scope and year are joined; the preferred one's date is shown.
    """
    found = []
    for key, line in dataset.boundaries().items():
        for one in _joined(key, dataset.states(key)):
            for own, other in ((line.state_a, line.state_b), (line.state_b, line.state_a)):
                found.append(one._replace(state=own, other=other))
    return [one for one in found if one.state in LITTORAL]


def whole(dataset: CaspianDataset) -> list[Told]:
    """What is told of the sea as a whole, once for each of the five."""
    joined = _joined(CASPIAN, dataset.states(CASPIAN))
    return [one._replace(state=state, scope="") for one in joined for state in LITTORAL]


def _joined(key: str, states: Iterable[State]) -> list[Told]:
    """The states of a thing, those of one track, status and year as one; of nobody so far."""
    groups: dict[tuple[str, str, int | None], list[State]] = {}
    for state in states:
        year = _bounds(state.edtf)[1]
        groups.setdefault((state.track, state.status, year), []).append(state)
    found = []
    for (scope, status, year), group in groups.items():
        main = next((one for one in group if one.rank == "preferred"), group[0])
        said = tuple(Said(one.claim, one.edtf) for one in group)
        first = _bounds(main.edtf)[0]
        found.append(Told("", key, first, year, main.edtf, "", status, scope, "", said))
    return found


def all_told(dataset: CaspianDataset) -> tuple[Told, ...]:
    """All of it by year, within a year stances first; what has no date comes last."""
    return tuple(sorted([*stances(dataset), *lines(dataset), *whole(dataset)], key=_order))


def _order(one: Told) -> tuple[int, int, bool, str, str]:
    year = 10_000 if one.year is None else one.year
    return year, one.first or 0, not one.stance, one.id, one.edtf


class Row(NamedTuple):
    """A line of the table: a year (None: no date) and for each of `LITTORAL` one thing, or none.

    A year with several things of one state has several rows; `part` counts them.
    """

    year: int | None
    part: int
    cells: tuple[Told | None, ...]


def rows(told: Iterable[Told]) -> list[Row]:
    """The table of the five states by years; only years of which something is told."""
    years: dict[int | None, dict[str, list[Told]]] = {}
    for one in told:
        years.setdefault(one.year, {}).setdefault(one.state, []).append(one)
    found = []
    for year, by_state in years.items():
        for part in range(max(map(len, by_state.values()))):
            columns = (by_state.get(state, []) for state in LITTORAL)
            cells = tuple(own[part] if part < len(own) else None for own in columns)
            found.append(Row(year, part, cells))
    return sorted(found, key=lambda row: (row.year is None, row.year or 0, row.part))


def stance_at(told: Iterable[Told], state: str, day: int) -> Told | None:
    """The stance of *state* that documents date last before *day*, or of that day.

    One without a date stands in only where none with a date is told of any day.
    """
    own = [one for one in told if one.state == state and one.stance]
    dated = [one for one in own if one.first is not None]
    held = [one for one in dated if one.first is not None and one.first <= day]
    if held:
        return max(held, key=lambda one: one.first or 0)
    return own[0] if own and not dated else None
