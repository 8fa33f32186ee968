"""Any one thing as data: what the public views say of it, with every claim. No Qt."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.records import Claim, State
from azkz_desktop.dates.days import iso
from azkz_desktop.export.data import Row, row_of

_CLAIM = tuple(name for name in Claim._fields if name not in ("no", "element"))
"""The nine columns that every view of claims has."""


def thing(dataset: Dataset, id_: str) -> Row | None:
    """The thing called *id_* with its type, spellings, claims and disagreements; None for none."""
    makers: tuple[tuple[str, Callable[[Dataset, str], Row | None]], ...] = (
        ("event", _event),
        ("actor", _actor),
        ("place", _place),
        ("route", partial(_drawn, table="routes", key="route_id")),
        ("area", partial(_drawn, table="areas", key="area_id")),
        ("boundary", partial(_drawn, table="boundaries", key="boundary_id")),
        ("series", _series),
        ("document", _document),
    )
    for type_, make in makers:
        found = make(dataset, id_)
        if found is not None:
            told = {"disagreements": _disagreements(dataset, id_)}
            names = {"names": _names(dataset, type_, id_)} if type_ != "event" else {}
            return {"type": type_, "id": id_} | _own_type(type_, found) | names | told
    return None


def _own_type(type_: str, found: Row) -> Row:
    """A person's or a field's own type steps aside: `type` says what sort of thing it is."""
    return {f"{type_}_type" if name == "type" else name: one for name, one in found.items()}


def claim_row(claim: Claim) -> Row:
    """A claim by the columns that every view of claims has."""
    row = {name: getattr(claim, name) for name in _CLAIM}
    return row | {"inferred": int(claim.inferred)}


def _event(dataset: Dataset, id_: str) -> Row | None:
    event = dataset.event(id_)
    if event is None:
        return None
    claims = [
        {"edtf": one.edtf, "rank": one.rank} | claim_row(one.claim) for one in dataset.claims(id_)
    ]
    around = {"children": list(dataset.children(id_)), "related": list(dataset.related(id_))}
    return row_of(dataset, event) | around | {"claims": claims}


def _actor(dataset: Dataset, id_: str) -> Row | None:
    actor = dataset.actors().get(id_)
    if actor is None:
        return None
    belongs = [
        {"actor_id": one.actor_id, "body_id": one.body_id, "status": one.status, "edtf": one.edtf}
        | _stretch(one.start_earliest, one.end_latest)
        | claim_row(one.claim)
        for one in dataset.memberships()
        if id_ in (one.actor_id, one.body_id)
    ]
    held = [
        {"position_id": one.id, "issue": one.issue, "stance": one.stance, "edtf": one.edtf}
        | claim_row(one.claim)
        for one in dataset.positions()
        if one.actor_id == id_
    ]
    mine = _plain(actor, "actor_id")
    events = _event_ids(dataset, "actor", id_)
    return mine | {"memberships": belongs, "positions": held, "events": events}


def _place(dataset: Dataset, id_: str) -> Row | None:
    place = dataset.places().get(id_)
    if place is None:
        return None
    return _plain(place, "place_id") | {"events": _event_ids(dataset, "place", id_)}


def _document(dataset: Dataset, id_: str) -> Row | None:
    source = dataset.sources().get(id_)
    if source is None:
        return None
    told = {"outside": int(source.outside), "events": _event_ids(dataset, "source", id_)}
    return _plain(source, "source_key") | told


def _drawn(dataset: Dataset, id_: str, *, table: str, key: str) -> Row | None:
    """A route, an area or a line between sectors, with its states and its course as GeoJSON."""
    found = getattr(dataset, table)().get(id_)
    if found is None:
        return None
    states = [_state(state) for state in dataset.states(id_)]
    return _plain(found, key) | {"geometry": _geojson(found.geometry), "states": states}


def _series(dataset: Dataset, id_: str) -> Row | None:
    series = dataset.series().get(id_)
    if series is None:
        return None
    numbers = [
        {"edtf": one.edtf, "value": one.value, "qualifier": one.qualifier} | claim_row(one.claim)
        for one in series.observations
    ]
    return _plain(series, "series_id") | {"observations": numbers}


def _state(state: State) -> Row:
    mine = {name: getattr(state, name) for name in ("track", "status", "rank", "edtf")}
    return mine | _stretch(state.start_earliest, state.end_latest) | claim_row(state.claim)


def _stretch(first: int | None, last: int | None) -> Row:
    return {
        "start_earliest": None if first is None else iso(first),
        "end_latest": None if last is None else iso(last),
    }


def _plain(record: Any, key: str) -> Row:
    """A record's own fields, its id under the name that the public view gives it."""
    row = record._asdict()
    named = {key: row.pop("id")} | row
    return {name: list(one) if isinstance(one, tuple) else one for name, one in named.items()}


def _geojson(wkb: bytes | None) -> Row | None:
    if wkb is None:
        return None
    import shapely  # only here: nothing else on the command line needs it

    shape: Row = shapely.geometry.mapping(shapely.from_wkb(wkb))
    return shape


def _event_ids(dataset: Dataset, facet: str, choice: str) -> list[str]:
    """The events that have *choice*, in order of time."""
    membership = dataset.columns().facets[facet]
    if choice not in membership.ids:
        return []
    rows = membership.event[membership.code == membership.ids.index(choice)]
    return dataset.ids(sorted({int(row) for row in rows}))


def _names(dataset: Dataset, type_: str, id_: str) -> list[Row]:
    return [
        {
            "name": name.name,
            "language": name.language,
            "valid_from": None if name.valid_from is None else iso(name.valid_from),
            "valid_to": None if name.valid_to is None else iso(name.valid_to),
        }
        for name in dataset.names()
        if (name.subject_type, name.subject_id) == (type_, id_)
    ]


def _disagreements(dataset: Dataset, id_: str) -> list[Row]:
    kept = ("field", "value_a", "source_a", "line_a", "value_b", "source_b", "line_b", "note")
    found: Iterable[Any] = dataset.disagreements(id_)
    return [{name: getattr(one, name) for name in kept} for one in found]
