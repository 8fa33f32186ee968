"""The public views: names, columns and values, as other tools rely on them."""

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import shapely

from azkz_desktop.dates.days import iso
from azkz_desktop.dates.edtf import parse

CLAIM = "source_key, section, paragraph, line, as_stated, cites, via, inferred, note"
CONTRACT = {
    "sources": "source_key, authors, year, title, container, doi, url, horizon, outside",
    "events": "event_id, kind, title, summary, edtf, start_earliest, start_latest, end_earliest,"
    " end_latest, precision, contested, actors, places, themes, documents, source_keys, parent_id",
    "event_claims": f"event_id, edtf, rank, {CLAIM}",
    "actors": "actor_id, type, name, country, role",
    "places": "place_id, name, lon, lat, country",
    "names": "subject_type, subject_id, name, language, valid_from, valid_to",
    "routes": "route_id, name, mode, commodity, from_place, to_place, via_places, length_km,"
    " published_length_km, geometry",
    "route_states": f"route_id, rank, status, edtf, start_earliest, end_latest, {CLAIM}",
    "areas": "area_id, name, type, geometry",
    "area_states": f"area_id, track, rank, status, edtf, start_earliest, end_latest, {CLAIM}",
    "boundaries": "boundary_id, state_a, state_b, method, geometry",
    "boundary_states": "boundary_id, rank, status, scope, edtf, start_earliest, end_latest,"
    f" {CLAIM}",
    "observations": "series_id, series_name, entity, counterpart, direction, edtf, value, unit,"
    f" qualifier, {CLAIM}",
    "positions": f"position_id, actor_id, issue, stance, edtf, {CLAIM}",
    "memberships": f"actor_id, body_id, status, edtf, start_earliest, end_latest, {CLAIM}",
    "capitals": f"state_id, place_id, edtf, start_earliest, end_latest, {CLAIM}",
    "disagreements": "subject_type, subject_id, field, value_a, source_a, line_a, value_b,"
    " source_b, line_b, note",
    "metadata": "key, value",
}
LISTS = {
    "events": ("actors", "places", "themes", "documents", "source_keys"),
    "routes": ("via_places",),
    "sources": ("authors",),
}


@pytest.fixture(params=["small_db", "bundled_db"])
def connection(request: pytest.FixtureRequest) -> Iterator[sqlite3.Connection]:
    path: Path = request.getfixturevalue(request.param)
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as opened:
        opened.row_factory = sqlite3.Row
        yield opened


@pytest.fixture
def small(small_db: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{small_db}?mode=ro", uri=True)) as opened:
        opened.row_factory = sqlite3.Row
        yield opened


@pytest.mark.parametrize("view", CONTRACT)
def test_views_have_the_columns_of_the_contract(small: sqlite3.Connection, view: str) -> None:
    cursor = small.execute(f"SELECT * FROM {view}")
    assert ", ".join(column[0] for column in cursor.description) == CONTRACT[view]
    assert cursor.fetchone() is not None


def test_tables_are_strict_and_keys_hold(connection: sqlite3.Connection) -> None:
    tables = connection.execute("PRAGMA table_list").fetchall()
    ours = [
        row for row in tables if row["type"] == "table" and not row["name"].startswith("sqlite")
    ]
    assert len(ours) > 20
    assert [row["name"] for row in ours if not row["strict"]] == []
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    keyed = {
        table["name"]
        for table in ours
        for _ in connection.execute(f"PRAGMA foreign_key_list({table['name']})")
    }
    assert {"event", "event_actor", "claim", "state", "observation", "disagreement"} <= keyed


def test_the_file_names_itself(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA application_id").fetchone()[0] == 0x417A4B7A
    assert connection.execute("PRAGMA user_version").fetchone()[0] == 1
    metadata = dict(connection.execute("SELECT key, value FROM metadata").fetchall())
    assert metadata["schema_version"] == "1"
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["data_version"])
    assert re.fullmatch(r"[0-9a-f]{64}", metadata["built_from"])
    assert metadata["licences"]


def test_the_data_end_where_the_latest_document_looks(small: sqlite3.Connection) -> None:
    metadata = dict(small.execute("SELECT key, value FROM metadata").fetchall())
    assert metadata["data_until"] == "2022-09"


def test_lists_are_json_arrays_of_texts(connection: sqlite3.Connection) -> None:
    for view, columns in LISTS.items():
        for row in connection.execute(f"SELECT {', '.join(columns)} FROM {view}"):
            for text in row:
                items = json.loads(text)
                assert isinstance(items, list)
                assert all(isinstance(item, str) for item in items)


def test_titles_of_documents_survive_quotes_and_backslashes(tmp_path: Path) -> None:
    from azkz_desktop.dataset.compile import create_schema

    title = 'Protocol “on” the "seabed" \\ annex'
    with closing(sqlite3.connect(tmp_path / "a.db")) as opened:
        create_schema(opened)
        opened.execute("INSERT INTO kind VALUES (1, 'visit')")
        opened.execute("INSERT INTO precision VALUES (1, 'day')")
        opened.execute("INSERT INTO subject VALUES ('a', 'event')")
        row = (1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 2, None, "a")
        opened.execute(f"INSERT INTO event VALUES ({', '.join('?' * 13)})", row)
        opened.execute("INSERT INTO event_text VALUES (1, 'a', '', 'b')")
        opened.execute("INSERT INTO event_document VALUES (1, 0, ?)", (title,))
        ((documents,),) = opened.execute("SELECT documents FROM events").fetchall()
    assert json.loads(documents) == [title]


def test_ids_are_unique_across_all_types_and_well_formed(connection: sqlite3.Connection) -> None:
    columns = {
        "events": "event_id",
        "actors": "actor_id",
        "places": "place_id",
        "routes": "route_id",
        "areas": "area_id",
        "boundaries": "boundary_id",
        "observations": "series_id",
        "positions": "position_id",
        "sources": "source_key",
    }
    ids = [
        row[0]
        for view, column in columns.items()
        for row in connection.execute(f"SELECT DISTINCT {column} FROM {view}")
    ]
    assert len(ids) == len(set(ids))
    assert [id_ for id_ in ids if not re.fullmatch(r"[a-z0-9-]+", id_)] == []


def test_bounds_follow_from_the_dates(connection: sqlite3.Connection) -> None:
    names = ("start_earliest", "start_latest", "end_earliest", "end_latest")
    for row in connection.execute("SELECT * FROM events"):
        span = parse(row["edtf"])
        days = span.start_earliest, span.start_latest, span.end_earliest, span.end_latest
        assert [row[name] for name in names] == [None if day is None else iso(day) for day in days]
        assert row["precision"] == span.precision
    for row in connection.execute("SELECT * FROM memberships WHERE edtf IS NOT NULL"):
        span = parse(row["edtf"])
        assert row["start_earliest"] == (span.start_earliest and iso(span.start_earliest))
        assert row["end_latest"] == (span.end_latest and iso(span.end_latest))


def test_an_event_is_dated_by_its_one_preferred_claim(connection: sqlite3.Connection) -> None:
    query = """
    SELECT event_id, events.edtf, group_concat(claim.edtf) FROM events
    JOIN event_claims AS claim USING (event_id) WHERE claim.rank = 'preferred' GROUP BY event_id
    """
    rows = connection.execute(query).fetchall()
    assert [row[0] for row in rows if row[1] != row[2]] == []
    assert len(rows) == connection.execute("SELECT count(*) FROM events").fetchone()[0] > 0


def test_contested_is_what_a_disagreement_names(connection: sqlite3.Connection) -> None:
    contested = {
        row[0] for row in connection.execute("SELECT event_id FROM events WHERE contested")
    }
    query = "SELECT subject_id FROM disagreements WHERE subject_type = 'event'"
    assert contested == {row[0] for row in connection.execute(query)} != set()


def test_sources_of_an_event_are_in_order_of_publication(connection: sqlite3.Connection) -> None:
    years = dict(
        connection.execute("SELECT source_key, ifnull(year, 9999) FROM sources").fetchall()
    )
    claimed: dict[str, set[str]] = {}
    for event, source in connection.execute("SELECT event_id, source_key FROM event_claims"):
        claimed.setdefault(event, set()).add(source)
    for event, text in connection.execute("SELECT event_id, source_keys FROM events"):
        keys = json.loads(text)
        assert keys == sorted(claimed[event], key=lambda key: (years[key], key))


def test_events_are_numbered_in_order_of_time(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT event_id, start_earliest, end_latest FROM events").fetchall()
    keys = [(row[1] or "", row[2] or "9999-99-99", row[0]) for row in rows]
    assert keys == sorted(keys)
    numbers = [row[0] for row in connection.execute("SELECT no FROM event ORDER BY no")]
    assert numbers == list(range(1, len(rows) + 1))


def test_geometry_is_plain_iso_wkb(connection: sqlite3.Connection) -> None:
    allowed = {
        "routes": {"MultiLineString"},
        "boundaries": {"MultiLineString"},
        "areas": {"MultiPolygon", "Point"},
    }
    found = 0
    for view, types in allowed.items():
        query = f"SELECT geometry FROM {view} WHERE geometry IS NOT NULL"
        for (blob,) in connection.execute(query):
            geometry = shapely.from_wkb(blob)
            assert geometry.geom_type in types
            assert not geometry.has_z
            assert shapely.to_wkb(geometry, flavor="iso", byte_order=1) == blob
            west, south, east, north = geometry.bounds
            assert -180 <= west <= east <= 180
            assert -90 <= south <= north <= 90
            found += 1
    assert found


def test_length_is_that_of_what_is_drawn(small: sqlite3.Connection) -> None:
    row = small.execute("SELECT * FROM routes WHERE route_id = 'baku-tbilisi-ceyhan'").fetchone()
    assert row["length_km"] == pytest.approx(452 + 936, abs=15)
    assert row["published_length_km"] == 1768
    assert json.loads(row["via_places"]) == ["tbilisi"]
    other = small.execute("SELECT * FROM routes WHERE route_id LIKE 'trans-%'").fetchone()
    assert (other["length_km"], other["published_length_km"], other["geometry"]) == (None,) * 3


def test_claims_have_their_nine_columns_filled(connection: sqlite3.Connection) -> None:
    for view, columns in CONTRACT.items():
        if "as_stated" not in columns:
            continue
        for row in connection.execute(f"SELECT {CLAIM} FROM {view}"):
            assert row["section"] is not None
            assert row["as_stated"] is not None
            assert row["inferred"] in (0, 1)
            assert row["note"] or not row["inferred"]
            assert row["line"] is None or row["line"] > 0


def test_one_status_has_one_stretch_and_one_preferred_claim(connection: sqlite3.Connection) -> None:
    views = {
        "route_states": "route_id",
        "area_states": "area_id, track",
        "boundary_states": "boundary_id, scope",
    }
    for view, key in views.items():
        query = f"""
        SELECT count(*) - count(DISTINCT ifnull(start_earliest, '') || ifnull(end_latest, '')),
            sum(rank = 'preferred') AS preferred,
            count(DISTINCT ifnull(start_earliest, '') || '/' || ifnull(end_latest, '')) AS stretches
        FROM {view} GROUP BY {key}, status
        """
        for row in connection.execute(query):
            assert row["preferred"] == row["stretches"]
        backwards = f"SELECT * FROM {view} WHERE start_earliest > end_latest"
        assert connection.execute(backwards).fetchall() == []


def test_names_hold_every_spelling_with_its_time(small: sqlite3.Connection) -> None:
    rows = small.execute("SELECT * FROM names WHERE subject_id = 'astana'").fetchall()
    assert [tuple(row) for row in rows] == [
        ("place", "astana", "Astana", "en", None, None),
        ("place", "astana", "Nur-Sultan", "und", "2019-03-23", "2022-09-17"),
    ]
