"""Any one thing as data, held against the public views."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.vocabulary import VIEWS
from azkz_desktop.export.things import thing

CLAIM = VIEWS["event_claims"][3:]
TABLES = {
    "event": ("events", "event_id"),
    "actor": ("actors", "actor_id"),
    "place": ("places", "place_id"),
    "route": ("routes", "route_id"),
    "area": ("areas", "area_id"),
    "boundary": ("boundaries", "boundary_id"),
    "document": ("sources", "source_key"),
}


@pytest.fixture(scope="module")
def dataset(small_db: Path) -> Iterator[Dataset]:
    with Dataset(small_db) as opened:
        yield opened


@pytest.fixture(scope="module")
def views(small_db: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(small_db)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


@pytest.mark.parametrize("type_", TABLES)
def test_every_thing_says_what_its_view_says(
    dataset: Dataset, views: sqlite3.Connection, type_: str
) -> None:
    view, key = TABLES[type_]
    rows = [dict(row) for row in views.execute(f"SELECT * FROM {view}")]
    assert rows
    for row in rows:
        found = thing(dataset, row[key])
        assert found is not None
        assert (found["type"], found["id"], found[key]) == (type_, row[key], row[key])
        assert set(row) <= set(found)
        assert found.get(f"{type_}_type", row.get("type")) == row.get("type")
        plain = {name: value for name, value in row.items() if isinstance(value, int | float)}
        assert {name: found[name] for name in plain} == plain


@pytest.mark.parametrize(
    ("id_", "key", "view", "where"),
    [
        ("kazakh-oil-enters-btc", "claims", "event_claims", "event_id"),
        ("baku-tbilisi-ceyhan", "states", "route_states", "route_id"),
        ("kashagan", "states", "area_states", "area_id"),
        ("line-kazakhstan-russia", "states", "boundary_states", "boundary_id"),
        ("trade-az-kz-total", "observations", "observations", "series_id"),
        ("kazakhstan", "positions", "positions", "actor_id"),
        ("turkic-council", "memberships", "memberships", "body_id"),
    ],
)
def test_every_claim_is_there_with_its_nine_columns(
    dataset: Dataset, views: sqlite3.Connection, id_: str, key: str, view: str, where: str
) -> None:
    found = thing(dataset, id_)
    assert found is not None
    columns = ", ".join(CLAIM)
    rows = views.execute(f"SELECT {columns} FROM {view} WHERE {where} = ?", (id_,)).fetchall()
    told = [tuple(claim[name] for name in CLAIM) for claim in found[key]]
    assert sorted(told, key=repr) == sorted(map(tuple, rows), key=repr)
    assert told


def test_spellings_come_with_the_time_that_they_held(dataset: Dataset) -> None:
    found = thing(dataset, "astana")
    assert found is not None
    assert found["names"][1] == {
        "name": "Nur-Sultan",
        "language": "und",
        "valid_from": "2019-03-23",
        "valid_to": "2022-09-17",
    }


def test_geometry_is_geojson(dataset: Dataset) -> None:
    route, area = thing(dataset, "baku-tbilisi-ceyhan"), thing(dataset, "nagorno-karabakh")
    assert route is not None
    assert area is not None
    assert route["geometry"]["type"] == "MultiLineString"
    assert area["geometry"] is None


def test_disagreements_are_told_in_their_sentence(dataset: Dataset) -> None:
    found = thing(dataset, "az-kz-diplomatic-relations")
    assert found is not None
    notes = {one["note"] for one in found["disagreements"]}
    assert "Akiner gives 27 August, Huseynov and those after him 30 August 1992." in notes


def test_events_of_an_actor_a_place_and_a_document(dataset: Dataset) -> None:
    for id_, count in (("socar", 1), ("aktau", 2), ("yagubova2022", 2), ("tbilisi", 0)):
        found = thing(dataset, id_)
        assert found is not None
        assert len(found["events"]) == count


def test_what_is_not_there_is_none(dataset: Dataset) -> None:
    assert thing(dataset, "no-such-thing") is None
    assert thing(dataset, "") is None
