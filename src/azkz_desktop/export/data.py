"""Events as data: JSON, CSV, GeoJSON and TimelineJS, from one row an event. No Qt."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.records import Event
from azkz_desktop.dates.days import iso

COLUMNS = (
    "event_id",
    "kind",
    "title",
    "summary",
    "edtf",
    "start_earliest",
    "start_latest",
    "end_earliest",
    "end_latest",
    "precision",
    "contested",
    "actors",
    "places",
    "themes",
    "documents",
    "source_keys",
    "parent_id",
    "actor_names",
    "place_names",
)
"""The columns of the public view `events`, then the names of the actors and places."""

Row = dict[str, Any]


def events_of(dataset: Dataset, rows: Iterable[int]) -> Iterator[Event]:
    """The events in *rows*, in that order."""
    for row in rows:
        (event_id,) = dataset.ids([row])
        event = dataset.event(event_id)
        if event is not None:
            yield event


def row_of(dataset: Dataset, event: Event) -> Row:
    """One event as the view `events` has it, lists as lists, with the names behind."""
    actors, places = dataset.actors(), dataset.places()
    return {
        "event_id": event.id,
        "kind": event.kind,
        "title": event.title,
        "summary": event.summary,
        "edtf": event.edtf,
        "start_earliest": _iso(event.start_earliest),
        "start_latest": _iso(event.start_latest),
        "end_earliest": _iso(event.end_earliest),
        "end_latest": _iso(event.end_latest),
        "precision": event.precision,
        "contested": int(event.contested),
        "actors": list(event.actors),
        "places": list(event.places),
        "themes": list(event.themes),
        "documents": list(event.documents),
        "source_keys": list(event.source_keys),
        "parent_id": event.parent_id,
        "actor_names": [actors[one].name for one in event.actors],
        "place_names": [places[one].name for one in event.places],
    }


def as_json(dataset: Dataset, events: Iterable[Event]) -> str:
    """An array of objects, one an event."""
    return to_json([row_of(dataset, event) for event in events])


def as_csv(dataset: Dataset, events: Iterable[Event]) -> str:
    """A table with a header; lists are joined by `; `, what is not there is empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for event in events:
        row = row_of(dataset, event)
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return out.getvalue()


def as_geojson(dataset: Dataset, events: Iterable[Event]) -> str:
    """A FeatureCollection (RFC 7946), a feature an event; without a place its geometry is null."""
    features = [_feature(dataset, event) for event in events]
    return to_json({"type": "FeatureCollection", "features": features})


def to_json(value: object) -> str:
    """*value* as JSON for people and programs: indented, in UTF-8, one line at its end."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _iso(day: int | None) -> str | None:
    return None if day is None else iso(day)


def _cell(value: object) -> object:
    return "; ".join(value) if isinstance(value, list) else value


def _feature(dataset: Dataset, event: Event) -> Row:
    places = [dataset.places()[one] for one in event.places]
    points = [[place.lon, place.lat] for place in places]
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _geometry(points),
        "properties": row_of(dataset, event),
    }


def _geometry(points: Sequence[list[float]]) -> Row | None:
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": list(points)}
