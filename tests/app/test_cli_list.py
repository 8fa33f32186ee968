"""`list`: what passes the filter, in order of time, in every format."""

import csv
import io
import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from azkz_desktop.app import cli_list
from azkz_desktop.app.cli import main
from tests.app.cli_runner import Ran, Run

LISTS = ("actors", "places", "themes", "documents", "source_keys")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], small_db: Path) -> Run:
    def call(*words: str | Path) -> Ran:
        status = main(["--db", str(small_db), "list", *map(str, words)])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call


def view_rows(path: Path) -> list[dict[str, Any]]:
    """The view `events`, lists as lists, by plain SQL in the contract's order."""
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    order = "start_earliest NULLS FIRST, end_latest NULLS LAST, event_id"
    rows = [dict(row) for row in connection.execute(f"SELECT * FROM events ORDER BY {order}")]
    names = dict(connection.execute("SELECT actor_id, name FROM actors").fetchall())
    names |= dict(connection.execute("SELECT place_id, name FROM places").fetchall())
    connection.close()
    for row in rows:
        row |= {name: json.loads(row[name]) for name in LISTS}
        row["actor_names"] = [names[one] for one in row["actors"]]
        row["place_names"] = [names[one] for one in row["places"]]
    return rows


def listed(run: Run, *words: str) -> list[str]:
    status, out, _ = run("--format", "json", *words)
    assert status == 0
    return [row["event_id"] for row in json.loads(out)]


def test_json_is_the_view_with_names(run: Run, small_db: Path) -> None:
    status, out, err = run("--format", "json")
    assert (status, err) == (0, "")
    assert json.loads(out) == view_rows(small_db)
    assert out.endswith("]\n")


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("--from 2004 --to 2008 --actor Aliyev", []),
        ("--from 1996 --to 1996 --actor Алиев", ["nazarbayev-visit-to-azerbaijan-1"]),
        ("--from 2017", ["bodies-work-together"]),
        ("--from 2008-11-04 --to 2008-11-10 --certainly", ["bodies-work-together"]),
        ("--to 1992 --certainly --kind conflict", ["karabakh-war"]),
        ("--kind energy --kind trade", ["trade-house-opens", "kazakh-oil-enters-btc"]),
        ("--kind energy --theme trade", []),
        ("--actor socar --actor Nazarbaev --all-actors", []),
        ("--actor socar --actor Қазақстан --all-actors", ["kazakh-oil-enters-btc"]),
        ("--place Aqtau", ["trade-house-opens", "kazakh-oil-enters-btc"]),
        ("--place Aqtau --place Baku --kind visit", ["nazarbayev-visit-to-azerbaijan-1"]),
        ("--source Yagubova2022 --kind energy", ["kazakh-oil-enters-btc"]),
        ("--contested --kind energy", ["kazakh-oil-enters-btc"]),
        ("--text нефть", []),
        ("--text ҚАЗАҚСТАН --theme caspian", ["kazakh-oil-enters-btc"]),
    ],
)
def test_filters(run: Run, words: str, ids: list[str]) -> None:
    assert listed(run, *words.split()) == ids


def test_text_is_all_words_in_any_script(run: Run) -> None:
    assert listed(run, "--text", "tankers Ақтау AZƏRBAYCAN") == ["kazakh-oil-enters-btc"]
    assert listed(run, "--text", "tanker") == []


def test_no_hit_is_an_empty_array_and_no_failure(run: Run) -> None:
    status, out, err = run("--format", "json", "--from", "1900", "--to", "1901", "--certainly")
    assert (status, json.loads(out)) == (0, [])
    assert "No event passes" in err


def test_a_name_that_fits_several_is_said(
    capsys: pytest.CaptureFixture[str], bundled_db: Path
) -> None:
    main(["--db", str(bundled_db), "list", "--actor", "Əliyev", "--format", "json"])
    captured = capsys.readouterr()
    assert captured.err.startswith("azkz-desktop: “Əliyev” is taken as any of: Heydar Aliyev (")
    assert "Ilham Aliyev (ilham-aliyev)" in captured.err
    main(["--db", str(bundled_db), "list", "--all-actors", "--format", "json",
          "--actor", "heydar-aliyev", "--actor", "Əliyev"])  # fmt: skip
    both = json.loads(capsys.readouterr().out)
    assert both
    assert all("heydar-aliyev" in event["actors"] for event in both)


def test_the_table_has_a_line_an_event(run: Run, small_db: Path) -> None:
    status, out, _ = run("--kind", "energy")
    assert status == 0
    (line,) = out.splitlines()
    assert line.startswith("3 November 2008 ≠  Energy  Kazakh oil enters the")
    assert line.endswith("  kazakh-oil-enters-btc")
    assert len(run().out.splitlines()) == len(view_rows(small_db))


def test_csv_has_the_same_columns(run: Run, small_db: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("--format", "csv").out)))
    expected = view_rows(small_db)
    assert list(rows[0]) == list(expected[0])
    assert [row["event_id"] for row in rows] == [row["event_id"] for row in expected]
    last = next(row for row in rows if row["event_id"] == "bodies-work-together")
    assert (last["end_latest"], last["actors"]) == ("", "azerbaijan; kazakhstan")


def test_geojson_has_a_feature_an_event(run: Run) -> None:
    collection = json.loads(run("--format", "geojson").out)
    shapes = {feature["id"]: feature["geometry"] for feature in collection["features"]}
    assert shapes["oil-and-gas-agreement"] == {"type": "Point", "coordinates": [49.89, 40.38]}
    assert shapes["kazakh-oil-enters-btc"]["type"] == "MultiPoint"
    assert shapes["karabakh-war"] is None
    properties = collection["features"][0]["properties"]
    assert properties["edtf"] == "[..2016]"


def test_timelinejs_keeps_the_precision(run: Run) -> None:
    document = json.loads(run("--format", "timelinejs").out)
    slides = {slide["unique_id"]: slide for slide in document["events"]}
    war = slides["karabakh-war"]
    assert (war["start_date"], war["end_date"]) == ({"year": 1992}, {"year": 1994, "month": 5})
    oil = slides["kazakh-oil-enters-btc"]
    assert oil["start_date"] == {"year": 2008, "month": 11, "day": 3}
    assert "end_date" not in oil
    assert oil["group"] == "Energy"
    assert "Hamzaoğlu 2021" in oil["text"]["text"]


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("bibtex", "author = {Akiner, Shirin},"),
        ("ris", "AU  - Akiner, Shirin\n"),
        ("csl-json", '"family": "Akiner"'),
    ],
)
def test_citations_are_of_the_documents_behind_the_events(run: Run, form: str, said: str) -> None:
    assert said in run("--format", form).out
    assert said not in run("--format", form, "--kind", "trade").out


def test_output_goes_to_a_file_beside_nothing_else(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "events.json"
    status, out, err = run("--format", "json", "--output", path)
    assert (status, out, err) == (0, "", "")
    assert len(json.loads(path.read_text(encoding="utf-8"))) == 8
    assert [one.name for one in tmp_path.iterdir()] == ["events.json"]


@pytest.mark.parametrize("place", ["nowhere/events.csv", "."])
def test_an_output_that_cannot_be_written(run: Run, tmp_path: Path, place: str) -> None:
    status, out, err = run("--format", "csv", "--output", tmp_path / place)
    assert (status, out) == (1, "")
    assert "was not written" in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_disk_is_said(run: Run) -> None:
    status, _, err = run("--output", "/dev/full")
    assert (status, err) == (1, "azkz-desktop: “/dev/full” was not written: the disk is full.\n")


def test_long_lists_show_progress_on_a_terminal_only(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_list, "MANY", 2)
    assert run().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    status, out, err = run("--format", "json")
    assert (status, len(json.loads(out))) == (0, 8)
    assert "Reading 8 events" in err
