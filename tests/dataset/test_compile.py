"""Compiling: the same rows each time, nothing half-written, and what is missing is named."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from azkz_desktop.dataset import bundled
from azkz_desktop.dataset import compile as compiling
from azkz_desktop.dataset.compile import build
from azkz_desktop.dataset.errors import BuildExtraMissing, SourceError
from azkz_desktop.dataset.source import fingerprint

LONELY = """
- id: lonely-visit
  kind: visit
  title: A person visits without a state
  summary: And a document has no event of its own.
  actors: [heydar-aliyev]
  documents: [Declaration of friendship]
  claims:
    - {source: huseynov2017, line: 41, date: 1997, id: a}
    - {source: akiner2012, line: 22, date: 1997, id: b}
  disagreements:
    - field: date
      a: {source: huseynov2017, line: 41, value: visited in 1997}
      b: {source: akiner2012, line: 22, value: announced in 1996}
      note: Two steps.
  sentences: {a-b: They agree.}
"""


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return list(connection.iterdump())


def test_two_builds_have_the_same_rows(small_source: Path, small_db: Path, tmp_path: Path) -> None:
    build(small_source, tmp_path / "again.db")
    assert dump(tmp_path / "again.db") == dump(small_db)
    assert bundled.sha256(tmp_path / "again.db") == bundled.sha256(small_db)


def test_the_committed_file_is_what_the_source_text_makes(bundled_db: Path) -> None:
    """Compiling data/source gives the rows that data/azkz.db has."""
    committed = bundled.database_path()
    if not committed.is_file():
        pytest.skip("data/azkz.db is not there")
    assert dump(bundled_db) == dump(committed)


def test_the_committed_hash_is_that_of_the_committed_file() -> None:
    committed = bundled.database_path()
    if not committed.is_file():
        pytest.skip("data/azkz.db is not there")
    assert bundled.database_hash() == bundled.sha256(committed)


def test_the_preferred_claim_dates_the_event(small_db: Path) -> None:
    query = """
    SELECT source_key, edtf, rank, via FROM event_claims
    WHERE event_id = 'az-kz-diplomatic-relations'
    """
    assert rows(small_db, query) == [
        ("huseynov2017", "1992-08-30", "normal", None),
        ("akiner2012", "1992-08-27", "preferred", None),  # as many behind it, and the earliest
        ("hamzaoglu2021", "1992", "normal", None),
        ("yagubova2022", "1992-08-30", "normal", "huseynov2017"),
    ]


def test_section_and_paragraph_follow_from_the_line(small_db: Path) -> None:
    query = """
    SELECT DISTINCT line, section, paragraph FROM event_claims
    WHERE source_key = 'huseynov2017' ORDER BY line
    """
    assert rows(small_db, query) == [
        (9, "Abstract", 1),
        (35, "Political relations", 2),
        (37, "Political relations", 2),
        (41, "Political relations", 2),
        (47, "Political relations", 3),
        (49, "Political relations", 3),
        (53, "Political relations", 4),
        (215, "Energy and transport projects", 3),
    ]
    elements = rows(small_db, "SELECT DISTINCT line, element FROM claim WHERE element <> ''")
    assert set(elements) == {
        (47, "Footnote 1"),
        (148, "Table 1"),
        (150, "Table 1"),
        (220, "Table 2"),
        (222, "Table 2"),
    }


def test_every_contradiction_has_its_row_and_sentence(small_db: Path) -> None:
    found = rows(small_db, "SELECT * FROM disagreements WHERE subject_type = 'event'")
    of_relations = [row for row in found if row[1] == "az-kz-diplomatic-relations"]
    worded = "Akiner gives 27 August, Huseynov and those after him 30 August 1992."
    assert [row[3:] for row in of_relations] == [
        ("1992-08-27", "akiner2012", 20, "1992-08-30", "huseynov2017", 35, worded),
        (
            *("1992-08-27", "akiner2012", 20, "1992-08-30", "yagubova2022", 12),
            "Akiner (2012) gives 27 August 1992; Yagubova (2022) gives 30 August 1992.",
        ),
    ]
    assert {row[1] for row in found} == {
        "az-kz-diplomatic-relations",
        "bodies-work-together",
        "kazakh-oil-enters-btc",
        "trade-house-opens",
    }
    inside = next(row for row in found if row[1] == "trade-house-opens")
    assert inside[-1] == (
        "Huseynov (2017) gives both about 2004 and some time between 2001 and 2003."
    )


def test_numbers_that_round_to_each_other_do_not_contradict(small_db: Path) -> None:
    query = "SELECT field, value_a, value_b, note FROM disagreements WHERE subject_type = 'series'"
    note = "Huseynov (2017) gives 236 million USD for 2010; Yagubova (2022) gives 393 million USD."
    assert rows(small_db, query) == [("value", "236000000", "393000000", note)]


def test_dates_of_states_contradict_where_a_person_says_so(small_db: Path) -> None:
    query = "SELECT subject_id, note FROM disagreements WHERE subject_type = 'boundary'"
    note = "Akiner dates the agreement to 1998 and Huseynov to the years from 2001 to 2003."
    assert rows(small_db, query) == [("line-kazakhstan-russia", note)]


def test_states_are_resolved_by_their_preferred_claims(small_db: Path) -> None:
    query = """
    SELECT status, rank, edtf, start_earliest, end_latest FROM route_states
    WHERE route_id = 'baku-tbilisi-ceyhan' ORDER BY start_earliest, rank DESC
    """
    assert rows(small_db, query) == [
        ("proposed", "preferred", "1998-10", "1998-10-01", "2006-04-30"),
        ("operational", "preferred", "2006-05", "2006-05-01", "2008-08-05"),
        ("operational", "normal", "[..2008]", "2006-05-01", "2008-08-05"),
        ("suspended", "preferred", "2008-08-06/2008-08-25", "2008-08-06", "2008-08-24"),
        ("operational", "preferred", "2008-08-25", "2008-08-25", None),
    ]


def test_each_track_and_scope_is_resolved_by_itself(small_db: Path) -> None:
    query = "SELECT track, status, start_earliest, end_latest FROM area_states ORDER BY 1, 2"
    assert rows(small_db, query) == [
        ("control", "armenian", None, None),
        ("recognition", "azerbaijan", None, None),
        ("use", "discovered", "2000-01-01", "2016-09-30"),
        ("use", "producing", "2016-10-01", None),
    ]
    query = "SELECT DISTINCT scope, start_earliest, end_latest FROM boundary_states ORDER BY 1"
    assert rows(small_db, query) == [("all", None, None), ("seabed", "1998-07-01", None)]


def test_labels_are_ranked_without_ties(bundled_db: Path) -> None:
    found = rows(bundled_db, "SELECT weight, importance FROM event ORDER BY weight")
    assert [weight for weight, _ in found] == list(range(1, len(found) + 1))
    importance = [importance for _, importance in found]
    assert importance == sorted(importance)  # type: ignore[type-var]


def test_the_hash_of_the_source_text_sees_every_change(small_source: Path, tmp_path: Path) -> None:
    copy = tmp_path / "source"
    _copy(small_source, copy)
    assert fingerprint(copy) == fingerprint(small_source)
    (copy / "places.yaml").write_text("", encoding="utf-8")
    assert fingerprint(copy) != fingerprint(small_source)


def _copy(source: Path, target: Path) -> None:
    for path in source.rglob("*.*"):
        into = target / path.relative_to(source)
        into.parent.mkdir(parents=True, exist_ok=True)
        into.write_bytes(path.read_bytes())


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    small_source: Path, tmp_path: Path
) -> None:
    target = tmp_path / "azkz.db"
    target.write_bytes(b"the old file")
    copy = tmp_path / "source"
    _copy(small_source, copy)
    (copy / "places.yaml").write_text("- {id: baku}\n", encoding="utf-8")
    with pytest.raises(SourceError):
        build(copy, target)
    assert target.read_bytes() == b"the old file"
    assert {path.name for path in tmp_path.iterdir()} == {"azkz.db", "source"}


def test_a_folder_that_cannot_be_written_is_an_oserror(small_source: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        build(small_source, tmp_path / "nowhere" / "azkz.db")


def test_a_missing_library_is_named(
    small_source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiling, "find_spec", lambda module: None if module == "yaml" else module)
    with pytest.raises(BuildExtraMissing, match=r"yaml.*azkz-desktop\[build\]"):
        build(small_source, tmp_path / "a.db")


def test_only_the_bundled_file_gets_a_hash_beside_it(
    small_source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(bundled, "root", lambda: tmp_path)
    build(small_source, tmp_path / "other.db")
    assert not bundled.hash_path(tmp_path / "other.db").exists()
    build(small_source, bundled.database_path())
    assert bundled.database_hash() == bundled.sha256(bundled.database_path())


def test_what_is_likely_an_oversight_is_told(small_source: Path, tmp_path: Path) -> None:
    copy = tmp_path / "source"
    _copy(small_source, copy)
    with (copy / "events" / "political.yaml").open("a", encoding="utf-8") as file:
        file.write(LONELY)
    (copy / "geometry" / "more.geojson").write_text(
        json.dumps(
            {
                "type": "FeatureCollection",
                "features": [
                    {"id": "kashagan-field", "geometry": {"type": "Point", "coordinates": [52, 46]}}
                ],
            }
        ),
        encoding="utf-8",
    )
    told = build(copy, tmp_path / "a.db").warnings
    assert [warning.partition(": ")[2] for warning in told] == [
        "there is no route, area or line “kashagan-field” (did you mean “kashagan”?)",
        "lonely-visit: heydar-aliyev acts, but azerbaijan is no actor of the event",
        "lonely-visit: documents were signed, but no agreement has this event as parent",
        "lonely-visit: dates of events are compared: add the other date as a claim",
        "lonely-visit: the claims a-b do not contradict each other",
    ]
    assert told[1].startswith("events/political.yaml:")
