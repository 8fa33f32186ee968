"""Makes the page of an actor: what it was, held and belonged to, and with whom. No Qt."""

import numpy as np

from azkz_desktop.dataset.records import Position
from azkz_desktop.dates.words import in_words
from azkz_desktop.panels.pages import DetailPage, Group, Link
from azkz_desktop.panels.saying import membership_words, type_word
from azkz_desktop.panels.telling import claim_row, events_with, links, thing_page
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus
from azkz_desktop.view.terms import is_term

MET = 6
"""How many others the page lists."""


def actor_page(library: Library, actor_id: str) -> DetailPage:
    """An actor: role, what it belonged to, what it held, its events."""
    dataset = library.dataset
    actor = dataset.actors()[actor_id]
    offices, bodies = _memberships(library, actor_id)
    members = _members(library, actor_id)
    stances = tuple(
        claim_row(library, one.claim, _stance(one))
        for one in dataset.positions()
        if one.actor_id == actor_id
    )
    lists = (
        (translate("Detail", "Offices"), offices),
        (translate("Detail", "Belongs to"), bodies),
        (_members_heading(actor.type), members),
    )
    groups = tuple(Group(words, tuple(dict.fromkeys(found))) for words, found in lists if found)
    country = links(library, "actor", (actor.country,)) if actor.country else ()
    return thing_page(
        type_word(actor.type),
        actor.name,
        actor.role,
        actors=country,
        claims_heading=translate("Detail", "What it held, and who says so"),
        claims=stances,
        groups=groups + _met_most(library, actor_id) + events_with(library, "actor", actor_id),
    )


def _members(library: Library, body_id: str) -> tuple[Link, ...]:
    """Who held office in a state, or belonged to a body."""
    return tuple(
        Link(
            library.name_of("actor", one.actor_id),
            Focus("actor", one.actor_id),
            f"{membership_words(one.status)}:",
        )
        for one in library.dataset.memberships()
        if one.body_id == body_id
    )


def _members_heading(kind: str) -> str:
    if kind == "state":
        return translate("Detail", "Who held office, who belonged to it")
    return translate("Detail", "Members")


def _memberships(library: Library, actor_id: str) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """What an actor held in a state, and what else it belonged to.

    Where a document tells since when or until when, single moments at which it was so say no
    more.
    """
    held: dict[tuple[str, str], list[str]] = {}
    for one in library.dataset.memberships():
        if one.actor_id == actor_id:
            held.setdefault((one.body_id, one.status), []).append(one.edtf or "")
    actors = library.dataset.actors()
    found: dict[bool, list[Link]] = {True: [], False: []}
    for (body, status), dates in held.items():
        terms = [edtf for edtf in dates if edtf and is_term(edtf)]
        office = actors[body].type == "state" and actors[actor_id].type == "person"
        for edtf in dict.fromkeys(terms or [max(dates, key=len)]):
            words = f"{membership_words(status)}{', ' + in_words(edtf) if edtf else ''}:"
            found[office].append(Link(library.name_of("actor", body), Focus("actor", body), words))
    return tuple(found[True]), tuple(found[False])


def _met_most(library: Library, actor_id: str) -> tuple[Group, ...]:
    """Whom an actor shares most events with."""
    membership = library.columns.facets["actor"]
    if actor_id not in membership.ids:
        return ()
    code = membership.ids.index(actor_id)
    together = np.isin(membership.event, membership.event[membership.code == code])
    counts = np.bincount(membership.code[together], minlength=len(membership.ids))
    counts[code] = 0
    found = [int(one) for one in np.argsort(-counts, kind="stable")[:MET] if counts[one]]
    links = tuple(
        Link(
            library.name_of("actor", membership.ids[one]),
            Focus("actor", membership.ids[one]),
            translate("Detail", "%n event(s)", int(counts[one])),
        )
        for one in found
    )
    return (Group(translate("Detail", "Most often with"), links),) if links else ()


def _stance(one: Position) -> str:
    return f"{one.stance} ({in_words(one.edtf)})" if one.edtf else one.stance
