"""Rows of the events, numbered in order of time."""

from collections.abc import Sequence

from azkz_desktop.dataset.columns import APPROXIMATE, NO_END, NO_START, UNCERTAIN
from azkz_desktop.dataset.compile_things import add_aliases
from azkz_desktop.dataset.resolve import ranks
from azkz_desktop.dataset.tables import Tables, statements
from azkz_desktop.dataset.vocabulary import KINDS, THEMES
from azkz_desktop.dataset.yaml_text import Block
from azkz_desktop.dates.edtf import PRECISIONS, Span, parse
from azkz_desktop.lean import dataclass

_PLAIN_IMPORTANCE = 2
_WEIGHTY = (
    "summit",
    "conflict",
    "agreement",
    "visit",
    "legal",
    "institution",
    "energy",
    "transport",
    "mediation",
    "security",
    "election",
    "meeting",
    "trade",
    "demography",
    "culture",
    "statement",
)
"""Kinds by how much a label of theirs tells, where importance and sources are alike."""


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event's block with the judgement of its claims."""

    block: Block
    ranks: list[str]
    edtf: str

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.block["id"])

    @property
    def span(self) -> Span:
        """The bounds of its preferred date."""
        return parse(self.edtf)

    @property
    def order(self) -> tuple[int, int, str]:
        """The order of every list: start_earliest (none first), end_latest (none last), id."""
        span = self.span
        start = NO_START if span.start_earliest is None else span.start_earliest
        end = NO_END if span.end_latest is None else span.end_latest
        return start, end, self.id

    @property
    def importance(self) -> int:
        """From 1 (minor) to 5 (landmark)."""
        return int(self.block.get("importance", _PLAIN_IMPORTANCE))

    @property
    def sources(self) -> set[str]:
        """The documents that tell of it."""
        return {claim["source"] for claim in self.block["claims"]}


def add_vocabulary(tables: Tables) -> None:
    """The numbered words that events refer to."""
    for table, words in (("kind", KINDS), ("theme", THEMES), ("precision", PRECISIONS)):
        for id_, no in tables.number(table, words).items():
            tables.add(table, no=no, id=id_)


def add_events(tables: Tables, contested: set[str]) -> None:
    """All events with their lists and claims; *contested* are the ids that are in dispute."""
    events = dated_events(tables)
    weights = _weights(events)
    tables.number("event", [event.id for event in events])
    for event in events:
        no = tables.numbers["event"][event.id]
        tables.subject(event.id, "event")
        add_aliases(tables, event.block)
        _add_event(tables, no, event, weights[event.id], event.id in contested)
        _add_lists(tables, no, event)
        for claim, rank in zip(event.block["claims"], event.ranks, strict=True):
            number = tables.claim(claim)
            tables.add("event_claim", event=no, claim=number, rank=rank, edtf=claim["date"])
    _add_links(tables, events)


def dated_events(tables: Tables) -> list[DatedEvent]:
    """The events in order of time."""
    events = []
    for block in tables.text.blocks["events"]:
        said = statements(tables, block["claims"])
        judged = ranks(said)
        events.append(DatedEvent(block, judged, said[judged.index("preferred")].edtf))
    return sorted(events, key=lambda event: event.order)


def _weights(events: Sequence[DatedEvent]) -> dict[str, int]:
    """A rank for labels, no two alike: importance, then documents, then kind, then time."""
    ordered = sorted(
        events,
        key=lambda event: (
            -event.importance,
            -len(event.sources),
            _WEIGHTY.index(event.block["kind"]),
            event.order,
        ),
        reverse=True,
    )
    return {event.id: rank for rank, event in enumerate(ordered, start=1)}


def _add_event(tables: Tables, no: int, event: DatedEvent, weight: int, contested: bool) -> None:
    block, span = event.block, event.span
    tables.add(
        "event",
        no=no,
        start_earliest=span.start_earliest,
        start_latest=span.start_latest,
        end_earliest=span.end_earliest,
        end_latest=span.end_latest,
        kind=tables.no("kind", block["kind"]),
        precision=tables.no("precision", span.precision),
        qualifier=APPROXIMATE * span.approximate + UNCERTAIN * span.uncertain,
        contested=int(contested),
        weight=weight,
        importance=event.importance,
        parent=tables.no("event", block.get("parent")),
        id=event.id,
    )
    tables.add(
        "event_text",
        event=no,
        title=block["title"],
        short=block.get("short", ""),
        summary=block["summary"],
    )


def _add_lists(tables: Tables, no: int, event: DatedEvent) -> None:
    block = event.block
    sources = sorted(event.sources, key=lambda source: tables.numbers["source"][source])
    lists = {
        "actor": block.get("actors", ()),
        "place": block.get("places", ()),
        "theme": block.get("themes", ()),
        "source": sources,
    }
    for table, ids in lists.items():
        for position, id_ in enumerate(ids):
            tables.add(
                f"event_{table}", event=no, position=position, **{table: tables.no(table, id_)}
            )
    for position, title in enumerate(block.get("documents", ())):
        tables.add("event_document", event=no, position=position, title=title)


def _add_links(tables: Tables, events: Sequence[DatedEvent]) -> None:
    """Related events; a link holds both ways and is written once."""
    pairs = {
        tuple(sorted((tables.numbers["event"][event.id], tables.numbers["event"][other])))
        for event in events
        for other in event.block.get("related", ())
        if other != event.id
    }
    for one, other in sorted(pairs):
        tables.add("event_related", event=one, related=other)
