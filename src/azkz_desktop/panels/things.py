"""Makes the pages of everything that is no event: actors, places, routes, areas … No Qt."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from azkz_desktop.dataset.records import Position, State
from azkz_desktop.dates.words import in_words
from azkz_desktop.panels.pages import ClaimRow, DetailPage, Group, Link
from azkz_desktop.panels.saying import membership_words, number_words, state_words
from azkz_desktop.panels.telling import (
    claim_row,
    event_links,
    event_page,
    links,
    other_names,
    sentences,
)
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus
from azkz_desktop.view.terms import is_term

MANY = 30
"""How many events a page lists at the most."""
MET = 6
"""How many others an actor's page lists."""


def page_of(library: Library, focus: Focus) -> DetailPage | None:
    """The page of any thing that can be chosen; None where the file does not have it."""
    makers: dict[str, Callable[[Library, str], DetailPage | None]] = {
        "event": event_page,
        "actor": actor_page,
        "place": place_page,
        "route": route_page,
        "area": area_page,
        "boundary": boundary_page,
        "series": series_page,
        "document": document_page,
    }
    make = makers.get(focus.type)
    page = make(library, focus.id) if make is not None and library.has(focus) else None
    if page is None:
        return None
    row = library.row_of(focus.id) if focus.type == "event" else None
    return replace(
        page,
        citable=bool(page.claims) or focus.type == "document",
        placed=library.point_of(focus) is not None,
        row=row,
    )


def _page(overline: str, title: str, subtitle: str = "", **rest: object) -> DetailPage:
    return DetailPage(overline, "", "", title, subtitle, **rest)  # type: ignore[arg-type]


def _events(library: Library, facet: str, choice: str) -> tuple[Group, ...]:
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


def actor_page(library: Library, actor_id: str) -> DetailPage:
    """An actor: role, what it belonged to, what it held, its events."""
    dataset = library.dataset
    actor = dataset.actors()[actor_id]
    offices, bodies = _memberships(library, actor_id)
    members = tuple(
        Link(
            library.name_of("actor", one.actor_id),
            Focus("actor", one.actor_id),
            f"{membership_words(one.status)}:",
        )
        for one in dataset.memberships()
        if one.body_id == actor_id
    )
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
    return _page(
        type_word(actor.type),
        actor.name,
        actor.role,
        actors=country,
        claims_heading=translate("Detail", "What it held, and who says so"),
        claims=stances,
        groups=groups + _met_most(library, actor_id) + _events(library, "actor", actor_id),
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


def place_page(library: Library, place_id: str) -> DetailPage:
    """A place: its other names, where it lies, its events."""
    place = library.dataset.places()[place_id]
    names = other_names(library, place_id, place.name)
    where = translate("Detail", "{lat:.2f}° N, {lon:.2f}° E").format(lat=place.lat, lon=place.lon)
    country = links(library, "actor", (place.country,)) if place.country else ()
    return _page(
        translate("Detail", "Place"),
        place.name,
        where,
        actors=country,
        summary=translate("Detail", "Also: %s") % ", ".join(names) if names else "",
        groups=_events(library, "place", place_id),
    )


def _states(library: Library, states: Iterable[State]) -> tuple[ClaimRow, ...]:
    return tuple(_state_row(library, state) for state in states)


def _state_row(library: Library, state: State) -> ClaimRow:
    said = state_words(state.status, state.track)
    words = f"{said}, {in_words(state.edtf)}" if state.edtf else said
    return claim_row(library, state.claim, words, state.rank)


def route_page(library: Library, route_id: str) -> DetailPage:
    """A route: its ends, length and life."""
    route = library.dataset.routes()[route_id]
    ends = [one for one in (route.from_place, *route.via_places, route.to_place) if one]
    lengths = []
    if route.published_length_km:
        text = translate("Detail", "{km:,.0f} km as published")
        lengths.append(text.format(km=route.published_length_km))
    if route.length_km:
        text = translate("Detail", "{km:,.0f} km as drawn, approximately")
        lengths.append(text.format(km=route.length_km))
    return _page(
        type_word(route.mode),
        route.name,
        "; ".join(lengths),
        places=links(library, "place", ends),
        disagreements=sentences(library, route_id),
        claims_heading=translate("Detail", "Its life, and who says so"),
        claims=_states(library, library.dataset.states(route_id)),
    )


def area_page(library: Library, area_id: str) -> DetailPage:
    """A field, port, region or sector and what is said of it."""
    area = library.dataset.areas()[area_id]
    return _page(
        type_word(area.type),
        area.name,
        disagreements=sentences(library, area_id),
        claims_heading=translate("Detail", "Its states, and who says so"),
        claims=_states(library, library.dataset.states(area_id)),
    )


def boundary_page(library: Library, boundary_id: str) -> DetailPage:
    """A line between two sectors and what was agreed about it."""
    line = library.dataset.boundaries()[boundary_id]
    note = translate("Detail", "Its course is approximate: treaty coordinates are not included.")
    return _page(
        translate("Detail", "Sector line"),
        line.name,
        line.method,
        summary=note,
        actors=links(library, "actor", (line.state_a, line.state_b)),
        disagreements=sentences(library, boundary_id),
        claims_heading=translate("Detail", "Its states, and who says so"),
        claims=_states(library, library.dataset.states(boundary_id)),
    )


def series_page(library: Library, series_id: str) -> DetailPage:
    """A series of numbers, each with its claim."""
    series = library.dataset.series()[series_id]
    rows = tuple(
        claim_row(
            library,
            one.claim,
            f"{number_words(one.value, series.unit, one.qualifier)}, {in_words(one.edtf)}",
        )
        for one in series.observations
    )
    return _page(
        translate("Detail", "Figures"),
        series.name,
        series.unit,
        disagreements=sentences(library, series_id),
        claims_heading=translate("Detail", "Every number, and who says so"),
        claims=rows,
    )


def document_page(library: Library, source_id: str) -> DetailPage:
    """A document: authors, where it appeared, how far it knows, its events."""
    source = library.dataset.sources()[source_id]
    printed = ", ".join(part for part in (source.container, str(source.year or "")) if part)
    words = translate("Detail", "It knows what happened until %s.")
    horizon = words % in_words(source.horizon) if source.horizon else ""
    groups = _events(library, "source", source_id)
    return _page(
        translate("Detail", "Document"),
        source.title,
        "; ".join(source.authors),
        summary="\n".join(part for part in (printed, source.doi, horizon) if part),
        groups=groups,
    )


def type_word(kind: str) -> str:
    """What sort of actor, route or area it is."""
    words = {
        "person": translate("Detail", "Person"),
        "state": translate("Detail", "State"),
        "organisation": translate("Detail", "Organisation"),
        "company": translate("Detail", "Company"),
        "people": translate("Detail", "People"),
        "pipeline": translate("Detail", "Pipeline"),
        "railway": translate("Detail", "Railway"),
        "road": translate("Detail", "Road"),
        "ferry": translate("Detail", "Ferry"),
        "tanker": translate("Detail", "Tanker route"),
        "air": translate("Detail", "Air route"),
        "corridor": translate("Detail", "Corridor"),
        "field": translate("Detail", "Field"),
        "port": translate("Detail", "Port"),
        "region": translate("Detail", "Region"),
        "district": translate("Detail", "District"),
        "waters": translate("Detail", "Waters"),
        "zone": translate("Detail", "Zone"),
        "sector": translate("Detail", "Sector"),
    }
    return words.get(kind, kind)
