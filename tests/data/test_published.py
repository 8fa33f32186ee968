"""What is published beside the database: judged by the tools that it is made for."""

import asyncio
import contextlib
import json
import sqlite3
from collections.abc import Coroutine
from pathlib import Path
from typing import Any
from urllib.parse import quote

import frictionless
import pytest
from datasette.app import Datasette
from scripts import datapackage

from azkz_desktop.dataset.vocabulary import VIEWS

DESCRIPTOR = json.loads(datapackage.package_text())
RESOURCES = {one["dialect"]["table"]: one for one in DESCRIPTOR["resources"]}


def test_committed_files_are_current() -> None:
    command = "run `python scripts/datapackage.py` and commit what it writes"
    assert datapackage.PACKAGE.read_text(encoding="utf-8") == datapackage.package_text(), command
    assert datapackage.DATASETTE.read_text(encoding="utf-8") == datapackage.datasette_text(), (
        command
    )


def test_every_view_and_column_is_described_in_order() -> None:
    told = {
        view: tuple(field["name"] for field in one["schema"]["fields"])
        for view, one in RESOURCES.items()
    }
    assert told == VIEWS
    assert all(
        field["description"].endswith((".", "…"))
        for one in RESOURCES.values()
        for field in one["schema"]["fields"]
    )


def test_no_description_is_left_over() -> None:
    views = datapackage.words()["views"]
    columns = [column for view in datapackage.described().values() for column in view.values()]
    assert {key for column in columns for key in column} <= {"type", "to", "of", "optional", "is"}
    assert {view: set(block["columns"]) - set(VIEWS[view]) for view, block in views.items()} == {
        view: set() for view in VIEWS
    }


def test_words_of_vocabulary_are_those_in_use() -> None:
    told = datapackage.words()["vocabulary"]
    where = {
        "kind": "events.kind",
        "theme": "events.themes",
        "rank": "rank",
        "precision": "precision",
        "route_status": "routes.states.status",
        "area_status": "areas.states.status",
        "boundary_status": "boundaries.states.status",
        "scope": "boundaries.states.scope",
        "qualifier": "series.values.qualifier",
    }
    assert {name: list(meanings) for name, meanings in told.items()} == {
        name: datapackage.choices(path) for name, path in where.items()
    }


def rows_as_text(db: sqlite3.Connection, view: str) -> list[list[Any]]:
    """The rows as a CSV export would have them: nothing for NULL, geometry in base64."""
    columns = [field["name"] for field in RESOURCES[view]["schema"]["fields"]]
    listed = ", ".join(
        f"CASE WHEN {name} IS NULL THEN NULL ELSE 'AQ==' END" if name == "geometry" else name
        for name in columns
    )
    rows = [list(row) for row in db.execute(f"SELECT {listed} FROM {view}")]
    return [columns, *([None if cell is None else str(cell) for cell in row] for row in rows)]


def test_frictionless_finds_types_keys_and_references_valid(db: sqlite3.Connection) -> None:
    assert not list(frictionless.Package.metadata_validate(DESCRIPTOR))
    inline = [
        {"name": one["name"], "type": "table", "schema": one["schema"], "data": rows}
        for view, one in RESOURCES.items()
        for rows in [rows_as_text(db, view)]
    ]
    package = frictionless.Package.from_descriptor({"name": "azkz", "resources": inline})
    report = package.validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:10]


def test_frictionless_can_fail(db: sqlite3.Connection) -> None:
    header, *rows = rows_as_text(db, "events")
    rows[0][header.index("kind")] = "party"
    rows[1][header.index("start_latest")] = "1992-02-30"
    rows[2][header.index("parent_id")] = "no-such-event"
    schema = RESOURCES["events"]["schema"]
    resource = frictionless.Resource.from_descriptor(
        {"name": "events", "type": "table", "schema": schema, "data": [header, *rows]}
    )
    found = resource.validate().flatten(["rowNumber", "type"])
    assert found == [[2, "constraint-error"], [3, "type-error"], [4, "foreign-key"]]


@pytest.fixture(scope="module")
def served(bundled_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    """What `datasette data/` serves: the database with its metadata and plugin beside it."""
    folder = tmp_path_factory.mktemp("data")
    (folder / "azkz.db").symlink_to(bundled_db)
    for name in ("metadata.yaml", "plugins"):
        (folder / name).symlink_to(datapackage.DATA / name)
    return Datasette(config_dir=folder)


def got(served: Datasette, *paths: str) -> list[Any]:
    async def ask() -> list[Any]:
        return [await served.client.get(path) for path in paths]

    return run(ask())


def run(work: Coroutine[Any, Any, list[Any]]) -> list[Any]:
    return asyncio.run(work)


def test_datasette_serves_every_view_with_its_words(
    served: Datasette, db: sqlite3.Connection
) -> None:
    pages = [f"/azkz/{view}" for view in VIEWS]
    answers = got(served, *pages, *(f"{page}.json?_shape=objects&_size=max" for page in pages))
    for view, page, rows in zip(VIEWS, answers, answers[len(VIEWS) :], strict=False):
        assert page.status_code == rows.status_code == 200, view
        assert RESOURCES[view]["description"] in page.text.replace("&#39;", "'"), view
        (count,) = db.execute(f"SELECT count(*) FROM {view}").fetchone()
        content = rows.json()
        assert content["filtered_table_rows_count"] == count > 0, view
        assert list(content["rows"][0]) == list(VIEWS[view])
        facets = {facet["name"] for facet in content["facet_results"].values()}
        wanted = datapackage.words()["views"][view].get("facets", [])
        assert facets == {next(iter(f.values())) if isinstance(f, dict) else f for f in wanted}


@pytest.fixture(scope="module")
def alone(bundled_db: Path) -> Datasette:
    """What `datasette data/azkz.db` serves where this package is installed."""
    return Datasette([str(bundled_db)])


def test_datasette_serves_the_file_alone(alone: Datasette, db: sqlite3.Connection) -> None:
    pages = [f"/azkz/{view}" for view in VIEWS]
    answers = got(alone, *pages, *(f"{page}.json?_shape=objects&_size=1" for page in pages))
    for view, page, rows in zip(VIEWS, answers, answers[len(VIEWS) :], strict=False):
        (count,) = db.execute(f"SELECT count(*) FROM {view}").fetchone()
        assert page.status_code == rows.status_code == 200, view
        assert RESOURCES[view]["description"] in page.text.replace("&#39;", "'"), view
        assert rows.json()["filtered_table_rows_count"] == count
    start, routes = got(alone, "/azkz", "/azkz/routes")
    assert "Creative Commons Attribution 4.0 International" in start.text
    assert "MultiLineString, " in routes.text


def test_datasette_tells_nothing_of_ours_about_a_foreign_file(tmp_path: Path) -> None:
    """The same names in a database that is not ours keep their own meaning."""
    path = tmp_path / "azkz.db"
    with contextlib.closing(sqlite3.connect(path)) as foreign:
        foreign.execute("CREATE TABLE events (geometry BLOB)")
        foreign.execute("INSERT INTO events VALUES (x'00')")
        foreign.commit()
    (page,) = got(Datasette([str(path)]), "/azkz/events")
    assert page.status_code == 200
    assert RESOURCES["events"]["description"] not in page.text
    assert "Creative Commons" not in page.text


def test_geometry_is_told_by_its_kind(served: Datasette) -> None:
    routes, areas = got(served, "/azkz/routes", "/azkz/areas")
    assert "MultiLineString, " in routes.text
    assert "MultiPolygon, " in areas.text
    assert "Point, 21 bytes of WKB" in areas.text


def test_datasette_shows_views_and_hides_tables(served: Datasette) -> None:
    (answer, start) = got(served, "/azkz.json", "/azkz")
    shown = answer.json()
    assert {view["name"] for view in shown["views"]} >= set(VIEWS)
    assert [table["name"] for table in shown["tables"] if not table["hidden"]] == []
    assert "Creative Commons Attribution 4.0 International" in start.text


def test_datasette_answers_questions(served: Datasette, db: sqlite3.Connection) -> None:
    question = "SELECT count(*) AS n FROM events, json_each(actors) WHERE json_each.value = :id"
    (count,) = db.execute(question, {"id": "kazakhstan"}).fetchone()
    by_facet, by_query = got(
        served,
        "/azkz/events.json?actors__arraycontains=kazakhstan",
        f"/azkz.json?sql={quote(question)}&id=kazakhstan&_shape=array",
    )
    assert by_facet.json()["filtered_table_rows_count"] == count > 100
    assert by_query.json() == [{"n": count}]
