"""Makes the page of an event: what happened, who says so and where, what is around it. No Qt."""

import re
from collections.abc import Iterable

import numpy as np

from azkz_desktop.dataset.records import Claim, Event, EventClaim
from azkz_desktop.dates.words import in_words
from azkz_desktop.panels.pages import ClaimRow, DetailPage, Group, Link
from azkz_desktop.query.around import around
from azkz_desktop.translation import translate
from azkz_desktop.view.citing import where_under, where_words
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus
from azkz_desktop.view.tokens import GROUP_OF_KIND
from azkz_desktop.view.vocabulary import kind_word

MANY = 30
"""How many events a page lists at the most."""
LONGEST_HEADING = 30
"""Letters of a heading that the detail panel's column shows."""


def event_page(library: Library, event_id: str) -> DetailPage | None:
    """The page of an event; None where the file has no such event."""
    event = library.dataset.event(event_id)
    if event is None:
        return None
    claims = library.dataset.claims(event_id)
    group = GROUP_OF_KIND[event.kind]
    return DetailPage(
        overline=kind_word(event.kind),
        shape=group.shape,
        colour=group.colour,
        title=event.title,
        date=in_words(event.edtf),
        places=links(library, "place", event.places),
        actors=links(library, "actor", event.actors),
        summary=event.summary,
        disagreements=library.disagreements_in_words(event_id),
        claims_heading=translate("Detail", "What each document says"),
        claims=tuple(_event_claim(library, claim) for claim in claims),
        witnesses=witnesses(claims),
        groups=_groups(library, event),
    )


def links(library: Library, facet: str, ids: Iterable[str]) -> tuple[Link, ...]:
    """Links to actors or places by their names."""
    return tuple(Link(library.name_of(facet, one), Focus(facet, one)) for one in ids)


def _event_claim(library: Library, told: EventClaim) -> ClaimRow:
    return claim_row(library, told.claim, in_words(told.edtf), told.rank)


def claim_row(library: Library, claim: Claim, value: str, rank: str = "normal") -> ClaimRow:
    """What one document says, with where it stands and every remark on it."""
    return ClaimRow(
        document=Link(
            library.name_of("source", claim.source_key), Focus("document", claim.source_key)
        ),
        value=value,
        where=where_in_short(claim),
        where_full=where_words(claim),
        remarks=tuple(_remarks(library, claim, value, rank)),
        preferred=rank == "preferred",
    )


def where_in_short(claim: Claim) -> str:
    """Where a claim stands, with the heading's number or, where it has none, its first words."""
    numbered = re.match(r"(\d+(\.\d+)*)\.?\s", claim.section)
    if numbered:
        return where_under(claim, translate("Detail", "Section %s") % numbered[1])
    if len(claim.section) <= LONGEST_HEADING:
        return where_under(claim, claim.section)
    return where_under(claim, claim.section[:LONGEST_HEADING].rsplit(" ", 1)[0] + "…")


def _remarks(library: Library, claim: Claim, value: str, rank: str) -> Iterable[str]:
    if _words(claim.as_stated) - _words(value):
        yield translate("Detail", "printed: “%s”") % claim.as_stated
    if claim.via:
        yield translate("Detail", "after %s") % library.name_of("source", claim.via)
    if claim.cites:
        yield translate("Detail", "citing %s") % claim.cites
    if claim.inferred:
        yield translate("Detail", "not printed, inferred: %s") % claim.note
    elif claim.note:
        yield claim.note
    if rank == "deprecated":
        yield translate("Detail", "held to be an error of print")


def _words(text: str) -> set[str]:
    """The words and numbers of a text, to tell whether a phrase as printed says more."""
    return set(re.findall(r"\w+", text.casefold()))


def witnesses(claims: Iterable[EventClaim]) -> str:
    """How many documents tell of an event, and how many of them independently."""
    told = list(claims)
    documents = {one.claim.source_key for one in told}
    repeated = {one.claim.source_key for one in told if one.claim.via}
    independent = documents - {
        key for key in repeated if all(one.claim.via for one in told if one.claim.source_key == key)
    }
    if len(documents) == 1:
        return translate("Detail", "One document tells of it.")
    if len(independent) == len(documents):
        return translate("Detail", "%n documents tell of it, independently.", len(documents))
    words = translate(
        "Detail", "%n documents tell of it, {count} of them independently.", len(documents)
    )
    return words.format(count=len(independent))


def _groups(library: Library, event: Event) -> tuple[Group, ...]:
    dataset = library.dataset
    before, after = around(library.columns, event.row)
    parent = (event.parent_id,) if event.parent_id else ()
    children = dataset.children(event.id)
    related = dataset.related(event.id)
    shown = {*parent, *children, *related}
    earlier = [one for one in library.ids(before) if one not in shown]
    later = [one for one in library.ids(after) if one not in shown]
    groups = (
        (translate("Detail", "Part of"), parent),
        (translate("Detail", "Signed and done there"), children),
        (translate("Detail", "Linked with"), related),
        (translate("Detail", "Before"), earlier),
        (translate("Detail", "After"), later),
    )
    found = tuple(Group(words, event_links(library, ids)) for words, ids in groups if ids)
    names = other_names(library, event.id, event.title)
    also = Group(translate("Detail", "Also called"), tuple(map(Link, names)))
    return (*found, also) if names else found


def other_names(library: Library, subject_id: str, shown: str) -> tuple[str, ...]:
    """Every spelling of a thing but the one that is *shown*, each once."""
    names = library.dataset.names()
    return tuple(
        dict.fromkeys(n.name for n in names if n.subject_id == subject_id and n.name != shown)
    )


def event_links(library: Library, ids: Iterable[str]) -> tuple[Link, ...]:
    """Links to events, with their symbol and date."""
    found = (library.dataset.event(one) for one in ids)
    return tuple(_event_link(event) for event in found if event is not None)


def _event_link(event: Event) -> Link:
    group = GROUP_OF_KIND[event.kind]
    focus = Focus("event", event.id)
    return Link(event.title, focus, in_words(event.edtf), group.shape, group.colour)


def thing_page(overline: str, title: str, subtitle: str = "", **rest: object) -> DetailPage:
    """The page of a thing that has no date and no symbol."""
    return DetailPage(overline, "", "", title, subtitle, **rest)  # type: ignore[arg-type]


def events_with(library: Library, facet: str, choice: str) -> tuple[Group, ...]:
    """The events of an actor, place or document, the weightiest of many, in order of time."""
    membership = library.columns.facets[facet]
    if choice not in membership.ids:
        return ()
    rows = np.unique(membership.event[membership.code == membership.ids.index(choice)])
    heaviest = rows[np.argsort(-library.columns.weight[rows])[:MANY]]
    if not len(rows):
        return ()
    ids = library.ids([int(row) for row in np.sort(heaviest)])
    heading = translate("Detail", "%n event(s)", len(rows))
    if len(rows) > MANY:
        heading = translate("Detail", "%n events, the weightiest", len(rows))
    return (Group(heading, event_links(library, ids)),)
