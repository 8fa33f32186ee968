"""Files that are not trusted: refused in one sentence, never hanging, never changed."""

import random
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.dataset.open import Guard, damage_told, is_database, open_database
from azkz_desktop.dataset.read import Dataset


def refusal(path: Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(DatasetError) as refused:
        open_database(path).close()
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def altered(small_db: Path, path: Path, *statements: str) -> Path:
    """A copy of the small database after some statements."""
    path.write_bytes(small_db.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


@pytest.mark.parametrize(
    ("name", "content", "is_one"),
    [
        ("data.db", b"", True),  # refused as a database, with its own sentence
        ("data.sqlite3", b"{}", True),
        ("renamed.json", b"SQLite format 3\x00rest", True),
        ("view.json", b"{}", False),
        ("picture.svg", b"<svg/>", False),
        ("short", b"SQLite", False),
    ],
)
def test_a_database_is_known_by_its_first_bytes_then_by_its_ending(
    tmp_path: Path, name: str, content: bytes, is_one: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert is_database(path) == is_one


def test_what_cannot_be_read_is_told_by_its_ending(tmp_path: Path) -> None:
    assert is_database(tmp_path / "gone.db")
    assert not is_database(tmp_path / "gone.svg")
    assert not is_database(tmp_path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.db") == f"There is no file {tmp_path / 'no.db'}."
    assert not (tmp_path / "no.db").exists()


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    assert refusal(tmp_path / "a.db") == "a.db is empty."


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"SQLITE", b"SQLite format 2\0" + bytes(100)])
def test_what_is_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.db").write_bytes(content)
    assert refusal(tmp_path / "a.db") == "a.db is not a database."


@pytest.mark.parametrize("share", [0.0001, 0.3, 0.999])
def test_a_truncated_file(small_db: Path, tmp_path: Path, share: float) -> None:
    whole = small_db.read_bytes()
    (tmp_path / "a.db").write_bytes(whole[: max(8, int(len(whole) * share))])
    assert "is cut short" in refusal(tmp_path / "a.db")


def test_a_foreign_database(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.execute("CREATE TABLE a (b)")
    assert refusal(tmp_path / "a.db") == "a.db is a database, but not one of AzKz Explorer."


def test_a_newer_and_an_older_schema(small_db: Path, tmp_path: Path) -> None:
    newer = altered(small_db, tmp_path / "a.db", "PRAGMA user_version = 2")
    assert "newer version" in refusal(newer)
    older = altered(small_db, tmp_path / "b.db", "PRAGMA user_version = 0")
    assert "older version" in refusal(older)


def test_a_file_that_may_not_be_read(small_db: Path, tmp_path: Path) -> None:
    path = altered(small_db, tmp_path / "a.db")
    path.chmod(0)
    try:
        path.open("rb").close()
    except PermissionError:
        assert "cannot be read: Permission denied" in refusal(path)
    else:
        pytest.skip("this user may read everything")


@pytest.mark.parametrize("name", ["a#b.db", "a?mode=rwc.db", "100%20.db", "ақтау 1.db", "a'b.db"])
def test_names_that_look_like_parts_of_an_address(
    small_db: Path, tmp_path: Path, name: str
) -> None:
    path = altered(small_db, tmp_path / name)
    with closing(open_database(path)) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (8,)


def test_nothing_can_be_written(small_db: Path) -> None:
    before = small_db.read_bytes()
    with closing(open_database(small_db)) as connection:
        for statement in ("DELETE FROM meta", "CREATE TABLE a (b)", "PRAGMA user_version = 9"):
            with pytest.raises(sqlite3.OperationalError):
                connection.execute(statement)
            connection.execute("PRAGMA query_only = 0")
        with pytest.raises(sqlite3.OperationalError):
            connection.execute("ATTACH ':memory:' AS other")
    assert small_db.read_bytes() == before
    assert [path.name for path in small_db.parent.iterdir()] == [small_db.name]


def test_an_endless_view_is_given_up(small_db: Path, tmp_path: Path) -> None:
    path = altered(
        small_db,
        tmp_path / "a.db",
        "DROP VIEW metadata",
        """
        CREATE VIEW metadata AS
        WITH RECURSIVE n(key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n) SELECT key FROM n
        """,
    )
    with closing(open_database(path, Guard(0.3))) as connection:
        start = time.monotonic()
        with pytest.raises(DatasetError, match="takes too long"), damage_told(path):
            connection.execute("SELECT max(key) FROM metadata").fetchone()
        assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("huge", "answer"),
    [("printf('%900000000d', 1)", None), ("length(zeroblob(900000000))", "refused")],
)
def test_a_huge_text_is_never_made(
    small_db: Path, tmp_path: Path, huge: str, answer: str | None
) -> None:
    view = f"CREATE VIEW metadata AS SELECT {huge} AS key"
    path = altered(small_db, tmp_path / "a.db", "DROP VIEW metadata", view)
    found: object = "refused"
    with closing(open_database(path)) as connection:
        try:
            with damage_told(path):
                (found,) = connection.execute("SELECT key FROM metadata").fetchone()
        except DatasetError as error:
            assert "is damaged" in str(error)
    assert found == answer


def test_functions_that_reach_out_are_not_run_from_the_schema(
    small_db: Path, tmp_path: Path
) -> None:
    path = altered(
        small_db,
        tmp_path / "a.db",
        "DROP VIEW metadata",
        "CREATE VIEW metadata AS SELECT load_extension('x') AS key",
    )
    with (
        closing(open_database(path)) as connection,
        pytest.raises(sqlite3.DatabaseError, match=r"unsafe|not authorized|prohibited"),
    ):
        connection.execute("SELECT key FROM metadata").fetchone()


def test_a_damaged_text_is_damage(small_db: Path, tmp_path: Path) -> None:
    path = altered(small_db, tmp_path / "a.db", "UPDATE event_text SET title = CAST(x'c3' AS TEXT)")
    with Dataset(path) as dataset, pytest.raises(DatasetError, match="is damaged"):
        dataset.titles([0])


def test_a_view_that_is_missing_is_damage(small_db: Path, tmp_path: Path) -> None:
    path = altered(small_db, tmp_path / "a.db", "DROP TABLE event_text")
    with Dataset(path) as dataset, pytest.raises(DatasetError, match="is damaged"):
        dataset.titles([0])


def test_damaged_copies_never_crash_or_hang(small_db: Path, tmp_path: Path) -> None:
    """Bytes changed at random: read, or refused in a sentence; nothing else is ever raised."""
    whole = small_db.read_bytes()
    chance = random.Random(1995)  # noqa: S311 - the same damage each time
    refused = 0
    for number in range(150):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 4, 32))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path = tmp_path / f"{number}.db"
        path.write_bytes(damaged)
        try:
            _read_all(path)
        except DatasetError as error:
            assert str(error).endswith(".")
            refused += 1
        path.unlink()
    assert 0 < refused < 150


def _read_all(path: Path) -> None:
    with Dataset(path) as dataset:
        columns = dataset.columns()
        dataset.titles(range(min(len(columns), 8)))
        for id_ in dataset.ids(range(min(len(columns), 8))):
            dataset.event(id_)
            dataset.claims(id_)
        for read in (dataset.sources, dataset.actors, dataset.places, dataset.names):
            read()
        for question in (dataset.routes, dataset.areas, dataset.boundaries, dataset.series):
            question()
        dataset.positions()
        dataset.memberships()
        dataset.states("kashagan")
        dataset.disagreements("kashagan")
        dataset.metadata()
        dataset.rows_with_words("azerbaijan")
        dataset.texts_with_words("azerbaijan", "folded")
