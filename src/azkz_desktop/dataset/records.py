"""What the file holds, frozen: what panels, map and export read.

Ids are texts; days are ordinals (None: no bound), lists are tuples, geometry is 2D WKB.

They are named tuples, which are made in a tenth of the time in which a frozen dataclass is: the
start waits for it. What goes through a Qt model (an event) cannot be one, because Qt takes a
tuple for a list of its own.
"""

from typing import NamedTuple

from azkz_desktop.lean import dataclass

CASPIAN = "caspian-sea"
"""The id of the sea as a whole among the areas."""


class Source(NamedTuple):
    """A document; `outside` where it is none of the five."""

    id: str
    authors: tuple[str, ...]
    year: int | None
    title: str
    container: str
    doi: str
    url: str
    horizon: str
    outside: bool


class Claim(NamedTuple):
    """Where one document says something, and how it is printed.

    `no` names the claim within this file only. `line` counts in the document's text,
    `paragraph` under the heading `section`; `element` names the table, chart or footnote that
    it stands in, if any. `inferred`: printed nowhere near; then `note` says how it follows.
    """

    no: int
    source_key: str
    section: str
    paragraph: int | None
    line: int | None
    element: str
    as_stated: str
    cites: str
    via: str | None
    inferred: bool
    note: str


class EventClaim(NamedTuple):
    """What one document says of an event. `rank` is preferred, normal or deprecated."""

    event_id: str
    edtf: str
    rank: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, as its preferred claim dates it.

    `row` is its place in the order of time, the index into `EventColumns`.
    """

    row: int
    id: str
    kind: str
    title: str
    short: str
    summary: str
    edtf: str
    start_earliest: int | None
    start_latest: int | None
    end_earliest: int | None
    end_latest: int | None
    precision: str
    contested: bool
    importance: int
    actors: tuple[str, ...]
    places: tuple[str, ...]
    themes: tuple[str, ...]
    documents: tuple[str, ...]
    source_keys: tuple[str, ...]
    parent_id: str | None


class Actor(NamedTuple):
    """A person, state, organisation, company or people."""

    id: str
    type: str
    name: str
    country: str | None
    role: str


class Place(NamedTuple):
    """A point, in degrees; `source_key` tells where its coordinates are from."""

    id: str
    name: str
    lon: float
    lat: float
    country: str | None
    source_key: str


class Name(NamedTuple):
    """One spelling of one thing; the main one has the language `en` and comes first."""

    subject_type: str
    subject_id: str
    name: str
    language: str
    valid_from: int | None
    valid_to: int | None


class Route(NamedTuple):
    """A pipeline, railway, ferry, corridor …; lengths in km, geometry a MultiLineString."""

    id: str
    name: str
    mode: str
    commodity: str | None
    from_place: str | None
    to_place: str | None
    via_places: tuple[str, ...]
    length_km: float | None
    published_length_km: float | None
    geometry_source: str | None
    geometry: bytes | None


class Area(NamedTuple):
    """A sector, field, port, region …; geometry a MultiPolygon or a Point."""

    id: str
    name: str
    type: str
    geometry_source: str | None
    geometry: bytes | None


class Boundary(NamedTuple):
    """A line between the sectors of two states; geometry a MultiLineString."""

    id: str
    name: str
    state_a: str
    state_b: str
    method: str
    geometry_source: str | None
    geometry: bytes | None


class State(NamedTuple):
    """A stretch in the life of a route, area or boundary, as one document tells it.

    `track` is an area's track, a boundary's scope, and empty for a route. The resolved stretch
    runs from `start_earliest` to `end_latest` (None: goes on); claims of one status share it.
    """

    subject_id: str
    track: str
    status: str
    rank: str
    edtf: str
    start_earliest: int | None
    end_latest: int | None
    claim: Claim


class Observation(NamedTuple):
    """One number, in the unit of its series, for the period `edtf`."""

    series_id: str
    edtf: str
    value: float
    qualifier: str
    claim: Claim


class Series(NamedTuple):
    """One measure of one entity (of a counterpart, in a direction) with its numbers."""

    id: str
    name: str
    entity: str
    counterpart: str | None
    direction: str | None
    unit: str
    observations: tuple[Observation, ...]


class Position(NamedTuple):
    """A stance that a party held on an issue, once for each claim."""

    id: str
    actor_id: str
    issue: str
    stance: str
    edtf: str | None
    claim: Claim


class BodyMember(NamedTuple):
    """Who belonged to a body, as what, since when."""

    actor_id: str
    body_id: str
    status: str
    edtf: str | None
    start_earliest: int | None
    end_latest: int | None
    claim: Claim


class Capital(NamedTuple):
    """Which place was the capital of a state, since when and until when."""

    state_id: str
    place_id: str
    edtf: str | None
    start_earliest: int | None
    end_latest: int | None
    claim: Claim


class Disagreement(NamedTuple):
    """Two claims that contradict; `note` is the sentence that says so.

    `claim_a` and `claim_b` are the claims' numbers, None where a person entered it.
    """

    subject_type: str
    subject_id: str
    field: str
    value_a: str
    source_a: str
    line_a: int | None
    claim_a: int | None
    value_b: str
    source_b: str
    line_b: int | None
    claim_b: int | None
    note: str
