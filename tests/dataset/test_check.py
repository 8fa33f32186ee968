"""check: what is wrong with a file is found, each sort of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from azkz_desktop.dataset import bundled
from azkz_desktop.dataset.check import check


@pytest.mark.parametrize("file", ["small_db", "bundled_db"])
def test_a_file_that_was_compiled_is_ok(request: pytest.FixtureRequest, file: str) -> None:
    report = check(request.getfixturevalue(file))
    assert report.problems == ()
    assert report.ok


def broken(small_db: Path, path: Path, statement: str) -> tuple[str, ...]:
    """The problems of a copy of the small database after *statement*."""
    path.write_bytes(small_db.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = 1")
        connection.executescript(statement)
    report = check(path)
    assert report.ok == (not report.problems)
    return report.problems


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DROP VIEW positions", "the view positions is missing"),
        (
            "DROP VIEW areas;"
            "CREATE VIEW areas AS SELECT name, id AS area_id, type, geometry FROM area",
            "the view areas has the columns name, area_id, type, geometry",
        ),
        ("DELETE FROM place WHERE id = 'tbilisi'", "of route_via refers to nothing in place"),
        ("DELETE FROM meta WHERE key = 'licences'", "the metadata have no licences"),
        ("UPDATE meta SET value = '7' WHERE key = 'schema_version'", "the metadata name schema 7"),
        (
            "UPDATE area SET id = 'baku' WHERE id = 'kashagan'",
            "the id baku is given twice: place, area",
        ),
        ("UPDATE area SET id = 'Kashagan' WHERE id = 'kashagan'", "'Kashagan' (area) is no id"),
        ("UPDATE source SET authors = '[1]' WHERE no = 1", "sources.authors holds '[1]'"),
        ("UPDATE source SET authors = '[\"a'", "is no JSON array of texts"),
        ("UPDATE theme SET id = 'sports' WHERE id = 'energy'", "events.themes names 'sports'"),
        ("UPDATE kind SET id = 'trip' WHERE id = 'visit'", "'trip' is no kind of event"),
        (
            "UPDATE event SET start_latest = start_latest + 1 WHERE id = 'karabakh-war'",
            "the bounds of an event dated 1992/1994-05 do not follow",
        ),
        (
            "UPDATE event SET precision = 1 WHERE id = 'karabakh-war'",
            "the bounds of an event dated 1992/1994-05 do not follow",
        ),
        ("UPDATE membership SET end_latest = 1", "the bounds of a membership dated"),
        ("UPDATE event_claim SET edtf = '2005-02-30'", "'2005-02-30', which is no date"),
        ("UPDATE observation SET edtf = 'soon'", "observations has 'soon', which is no date"),
        ("DELETE FROM event_claim", "no document claims the event"),
        (
            "UPDATE event_claim SET rank = 'preferred' WHERE event = 2",
            "has 2 preferred claims instead of one",
        ),
        ("UPDATE event SET contested = 0", "but it is not contested"),
        ("UPDATE event SET contested = 1", "is contested, but no disagreement names it"),
        ("UPDATE disagreement SET subject = 'nothing'", "refers to nothing in subject"),
        ("DELETE FROM area WHERE id = 'kashagan'", "names names 'kashagan' (area)"),
        (
            "UPDATE state SET end_latest = 5 WHERE start_earliest > 5",
            "which is before",
        ),
        ("DELETE FROM event WHERE id = 'karabakh-war'", "refers to nothing in event"),
        ("UPDATE actor SET id = 'kz' WHERE id = 'kazakhstan'", "refers to nothing in subject"),
    ],
)
def test_what_is_wrong_is_found(small_db: Path, tmp_path: Path, statement: str, told: str) -> None:
    problems = broken(small_db, tmp_path / "a.db", statement)
    assert any(told in problem for problem in problems), problems


def test_a_number_about_nothing_is_found(small_db: Path, tmp_path: Path) -> None:
    """Also where foreign keys are satisfied: the entity is a subject that no view knows."""
    statement = """
    INSERT INTO subject VALUES ('ghost', 'actor'); UPDATE series SET entity = 'ghost'
    """
    problems = broken(small_db, tmp_path / "a.db", statement)
    assert problems == ("observations are about 'ghost', which does not exist",)


def test_a_file_that_cannot_be_opened_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    report = check(tmp_path / "a.db")
    assert (report.ok, report.verified) == (False, False)
    assert report.problems == ("a.db is empty.",)


def test_only_so_many_problems_of_a_sort_are_told(small_db: Path, tmp_path: Path) -> None:
    rows = ", ".join(f"('x{number}', 'y')" for number in range(50))
    statement = f"DELETE FROM name; DELETE FROM event_claim; INSERT INTO meta VALUES {rows}"
    assert len(broken(small_db, tmp_path / "a.db", statement)) < 60


def test_the_bundled_file_is_known_by_its_hash(
    small_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundled, "root", lambda: tmp_path)
    assert not check(small_db).verified
    database = bundled.database_path()
    database.parent.mkdir()
    database.write_bytes(small_db.read_bytes())
    bundled.hash_path(database).write_text(
        f"{bundled.sha256(small_db)}  azkz.db\n", encoding="ascii"
    )
    assert check(database).verified
    assert check(small_db).verified
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE meta SET value = 'x' WHERE key = 'title'")
        connection.commit()
    report = check(database)
    assert (report.ok, report.verified) == (False, False)
    assert report.problems == ("azkz.db is not the file that was shipped: its SHA-256 is another.",)


def test_a_changed_copy_elsewhere_is_only_unverified(small_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    path.write_bytes(small_db.read_bytes())
    report = check(path)
    assert (report.ok, report.verified) == (True, False)
