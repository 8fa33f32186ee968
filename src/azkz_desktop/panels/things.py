"""Makes the page of anything that can be chosen: places, routes, areas, documents … No Qt."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from azkz_desktop.dataset.records import State
from azkz_desktop.dates.words import in_words
from azkz_desktop.panels.actor_page import actor_page
from azkz_desktop.panels.pages import ClaimRow, DetailPage
from azkz_desktop.panels.saying import number_words, state_words, type_word
from azkz_desktop.panels.telling import (
    claim_row,
    event_page,
    events_with,
    links,
    other_names,
    thing_page,
)
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus


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


def place_page(library: Library, place_id: str) -> DetailPage:
    """A place: its other names, where it lies, its events."""
    place = library.dataset.places()[place_id]
    names = other_names(library, place_id, place.name)
    where = translate("Detail", "{lat:.2f}° N, {lon:.2f}° E").format(lat=place.lat, lon=place.lon)
    country = links(library, "actor", (place.country,)) if place.country else ()
    return thing_page(
        translate("Detail", "Place"),
        place.name,
        where,
        actors=country,
        summary=translate("Detail", "Also: %s") % ", ".join(names) if names else "",
        groups=events_with(library, "place", place_id),
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
    return thing_page(
        type_word(route.mode),
        route.name,
        "; ".join(lengths),
        places=links(library, "place", ends),
        disagreements=library.disagreements_in_words(route_id),
        claims_heading=translate("Detail", "Its life, and who says so"),
        claims=_states(library, library.dataset.states(route_id)),
    )


def area_page(library: Library, area_id: str) -> DetailPage:
    """A field, port, region or sector and what is said of it."""
    area = library.dataset.areas()[area_id]
    return thing_page(
        type_word(area.type),
        area.name,
        disagreements=library.disagreements_in_words(area_id),
        claims_heading=translate("Detail", "Its states, and who says so"),
        claims=_states(library, library.dataset.states(area_id)),
    )


def boundary_page(library: Library, boundary_id: str) -> DetailPage:
    """A line between two sectors and what was agreed about it."""
    line = library.dataset.boundaries()[boundary_id]
    note = translate("Detail", "Its course is approximate: treaty coordinates are not included.")
    return thing_page(
        translate("Detail", "Sector line"),
        line.name,
        line.method,
        summary=note,
        actors=links(library, "actor", (line.state_a, line.state_b)),
        disagreements=library.disagreements_in_words(boundary_id),
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
    return thing_page(
        translate("Detail", "Figures"),
        series.name,
        series.unit,
        disagreements=library.disagreements_in_words(series_id),
        claims_heading=translate("Detail", "Every number, and who says so"),
        claims=rows,
    )


def document_page(library: Library, source_id: str) -> DetailPage:
    """A document: authors, where it appeared, how far it knows, its events."""
    source = library.dataset.sources()[source_id]
    printed = ", ".join(part for part in (source.container, str(source.year or "")) if part)
    words = translate("Detail", "It knows what happened until %s.")
    horizon = words % in_words(source.horizon) if source.horizon else ""
    groups = events_with(library, "source", source_id)
    return thing_page(
        translate("Detail", "Document"),
        source.title,
        "; ".join(source.authors),
        summary="\n".join(part for part in (printed, source.doi, horizon) if part),
        groups=groups,
    )
