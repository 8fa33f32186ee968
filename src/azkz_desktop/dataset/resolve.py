"""What is made of several claims on one thing: the preferred one, contradictions, stretches."""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, pairwise
from typing import NamedTuple

from azkz_desktop.dates.edtf import PRECISIONS, Part, Span, expression_of, parse
from azkz_desktop.dates.quantity import Quantity, number_relation
from azkz_desktop.dates.relation import Relation, extent, relation
from azkz_desktop.lean import dataclass

STANDS_BEHIND = (Relation.EQUAL, Relation.REFINES)


@dataclass(frozen=True, slots=True)
class Statement:
    """A dated claim: who says it (after whom), when the document appeared, what a person judged.

    `rank` is a person's override (preferred or deprecated) or None.
    """

    source: str
    via: str | None
    year: int
    edtf: str
    rank: str | None = None

    @property
    def span(self) -> Span:
        """The bounds of its date."""
        return parse(self.edtf)

    @property
    def witness(self) -> str:
        """The document that is heard: a second telling is the first one's voice."""
        return self.via or self.source


def preferred(statements: Sequence[Statement]) -> int:
    """The index of the claim that is shown first.

    A person's choice; else what most independent documents stand behind, then the most precise,
    then the earliest published, then the first in the source text. A document stands behind a
    date that it gives or that refines its own.
    """
    for index, statement in enumerate(statements):
        if statement.rank == "preferred":
            return index
    heard = [statement for statement in statements if statement.rank != "deprecated"]
    candidates = [index for index, one in enumerate(statements) if one.rank != "deprecated"]
    return min(
        candidates or range(len(statements)),
        key=lambda index: _worth(statements[index], heard),
    )


def _worth(candidate: Statement, heard: Sequence[Statement]) -> tuple[int, int, int, int]:
    behind = {
        statement.witness
        for statement in heard
        if relation(candidate.span, statement.span) in STANDS_BEHIND
    }
    first, last = extent(candidate.span)
    precision = PRECISIONS.index(candidate.span.precision)
    return -len(behind), precision, last - first, candidate.year


def ranks(statements: Sequence[Statement]) -> list[str]:
    """The rank of every claim: exactly one is preferred."""
    chosen = preferred(statements)
    return [
        "preferred" if index == chosen else statement.rank or "normal"
        for index, statement in enumerate(statements)
    ]


def contradictions(statements: Sequence[Statement]) -> Iterator[tuple[int, int]]:
    """The pairs of claims whose dates cannot both be true, as indices."""
    for (one, a), (other, b) in combinations(enumerate(statements), 2):
        if relation(a.span, b.span) is Relation.CONTRADICTS:
            yield one, other


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a document gives for a period; `sort` tells what may be compared."""

    edtf: str
    quantity: Quantity
    sort: str


def contradicting_figures(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """The pairs of numbers of one series that contradict: same period, same sort."""
    for (one, a), (other, b) in combinations(enumerate(figures), 2):
        same = a.sort == b.sort and extent(parse(a.edtf)) == extent(parse(b.edtf))
        if same and number_relation(a.quantity, b.quantity) is Relation.CONTRADICTS:
            yield one, other


@dataclass(frozen=True, slots=True)
class Stage:
    """A status that a thing has had: the EDTF of its preferred claim, and where in a life it is."""

    status: str
    edtf: str
    episode: int
    step: int

    @property
    def order(self) -> tuple[int, int]:
        """Later in life is greater: proposed before operational; a status that comes back."""
        return self.episode, self.step


def surprises(stages: Sequence[Stage]) -> Iterator[str]:
    """The statuses whose dates leave open, or put the wrong way, which of two came first."""
    order = _in_order(stages)
    for index, following in pairwise(order):
        earlier, later = stages[index], stages[following]
        if earlier.status == later.status:
            continue
        if _start(later) <= _start(earlier):
            yield (
                f"{earlier.status} ({earlier.edtf}) is taken to come before"
                f" {later.status} ({later.edtf})"
            )
        elif earlier.order > later.order:
            yield f"{later.status} ({later.edtf}) follows {earlier.status} ({earlier.edtf})"


class Stretch(NamedTuple):
    """From when to when a status holds (ordinals; None: no bound).

    `leads` is false for a later step in a status that already holds (a second agreement on a
    line that is agreed): it shares the stretch of the first.
    """

    start: int | None
    end: int | None
    leads: bool


def stretches(stages: Sequence[Stage]) -> list[Stretch]:
    """From when to when each stage holds, one a stage, in the same order.

    A status runs from the start_earliest of its first stage to the day before the next status
    begins. Where dates leave open which of two came first, the course of a life decides (agreed
    before operational), and the later one begins when it is first attested.
    """
    order = _in_order(stages)
    runs = [list(run) for _, run in groupby(order, key=lambda index: stages[index].status)]
    starts = _starts([stages[run[0]].edtf for run in runs])
    ends: list[int | None] = [(start or 1) - 1 for start in starts[1:]]
    ends += [_closed_end(stages[run[-1]].edtf) for run in runs[-1:]]
    found = {
        index: Stretch(start, end, index == run[0])
        for run, start, end in zip(runs, starts, ends, strict=True)
        for index in run
    }
    return [found[index] for index in range(len(stages))]


def _starts(edtfs: Sequence[str]) -> list[int | None]:
    """When statuses begin that follow each other in this order, each after the one before."""
    starts: list[int | None] = []
    for edtf in edtfs:
        start = parse(edtf).start_earliest
        if starts and (start is None or start <= (starts[-1] or 0)):
            start = max(_attested(edtf, start), (starts[-1] or 0) + 1)
        starts.append(start)
    return starts


def _in_order(stages: Sequence[Stage]) -> list[int]:
    """Indices in order of time; neighbours whose starts may coincide in the order of a life."""
    order = sorted(range(len(stages)), key=lambda at: (_start(stages[at]), stages[at].order))
    for _ in stages:
        for place in range(len(order) - 1):
            first, second = stages[order[place]], stages[order[place + 1]]
            if first.order > second.order and _start_latest(first) >= _start(second):
                order[place], order[place + 1] = order[place + 1], order[place]
    return order


def _start(stage: Stage) -> int:
    return extent(parse(stage.edtf))[0]


def _start_latest(stage: Stage) -> int:
    latest = parse(stage.edtf).start_latest
    return _start(stage) if latest is None else latest


def _attested(edtf: str, start: int | None) -> int:
    """The first day of what a date names: of "[..2008]" 1 January 2008."""
    firsts = [part.first for part in expression_of(edtf).parts]
    return (max(firsts) if firsts else 1) if start is None else start


def _closed_end(edtf: str) -> int | None:
    """The last day of an interval that has an end; an instant goes on."""
    expression = expression_of(edtf)
    closed = expression.form == "interval" and isinstance(expression.pairs[0][1], Part)
    return parse(edtf).end_latest if closed else None
