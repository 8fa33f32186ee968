"""Open a database that may come from anywhere: read-only, bounded, and refused in a sentence."""

import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.dataset.vocabulary import APPLICATION_ID, SCHEMA_VERSION
from azkz_desktop.translation import translate

MAGIC = b"SQLite format 3\x00"
HEADER = 100
"""Bytes of the header of an SQLite file."""
LONGEST_ANSWER = 60.0
"""Seconds after which a query is given up: only a hostile file needs as long."""
_STEPS_BETWEEN_LOOKS = 50_000
_SMALL = 32 << 20
"""Bytes up to which a file is read through when opened; larger ones are left to `check`."""

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64 << 20,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1 << 17,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 20,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 100_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 32,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 1000,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_PRAGMAS = ("trusted_schema=0", "cell_size_check=1", "query_only=1", "mmap_size=0")


class Guard:
    """Ends a query that takes longer than it may; the clock starts with `restart`."""

    def __init__(self, seconds: float = LONGEST_ANSWER) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def restart(self) -> None:
        """Give the next query its whole time."""
        self._end = time.monotonic() + self.seconds

    def give_up(self) -> None:
        """End the query that is asked now, and every later one."""
        self.seconds = -1.0
        self.restart()

    def __call__(self) -> bool:
        """Whether the time is over (what SQLite asks every so many steps)."""
        return time.monotonic() > self._end


class Opened(NamedTuple):
    """A connection and the clock that ends its queries."""

    connection: sqlite3.Connection
    guard: Guard


def is_database(path: Path) -> bool:
    """Whether *path* is to be opened as a database: by its first bytes, then by its ending."""
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError:
        head = b""
    return head == MAGIC or path.suffix in (".db", ".sqlite", ".sqlite3")


def open_database(
    path: Path, guard: Guard | None = None, *, through: bool = True
) -> sqlite3.Connection:
    """A read-only connection to the database at *path*.

    Raises DatasetError, one sentence, where it is missing, empty, truncated, damaged, no SQLite
    file, not an AzKz database, or of a newer schema. The connection may be closed by any thread
    but must be used by one. Not *through*: `look_through` is left to the caller.
    """
    path = Path(path)
    _look_at_file(path)
    with damage_told(path):
        connection = _connect(path, guard or Guard())
        try:
            _look_inside(path, connection)
            if through:
                look_through(path, connection)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Turn what SQLite and damaged texts raise into one DatasetError about *path*."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error):
            raise _damaged(path) from error
        message = translate("Dataset", "%s takes too long to answer and was given up.")
        raise DatasetError(message % path.name) from error
    except (sqlite3.Error, sqlite3.Warning, UnicodeDecodeError, OverflowError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> DatasetError:
    return DatasetError(translate("Dataset", "%s is damaged and cannot be read.") % path.name)


def _look_at_file(path: Path) -> None:
    """Refuse what can be told from the file's own first bytes and size."""
    if path.is_dir():
        raise DatasetError(translate("Dataset", "%s is a folder, not a database.") % path)
    try:
        with path.open("rb") as file:
            header = file.read(HEADER)
    except FileNotFoundError as error:
        raise DatasetError(translate("Dataset", "There is no file %s.") % path) from error
    except OSError as error:
        message = translate("Dataset", "%(name)s cannot be read: %(why)s.")
        raise DatasetError(message % {"name": path, "why": error.strerror}) from error
    if not header:
        raise DatasetError(translate("Dataset", "%s is empty.") % path.name)
    if not header.startswith(MAGIC[: len(header)]):
        raise DatasetError(translate("Dataset", "%s is not a database.") % path.name)
    if len(header) < HEADER or path.stat().st_size < _expected_size(header):
        message = translate("Dataset", "%s is cut short: a part of the database is missing.")
        raise DatasetError(message % path.name)


def _expected_size(header: bytes) -> int:
    """Bytes that the file must have by its header (page size × number of pages)."""
    page_size = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return (65536 if page_size == 1 else page_size) * pages


def _connect(path: Path, guard: Guard) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    for limit, most in _LIMITS.items():
        connection.setlimit(limit, most)
    connection.set_progress_handler(guard, _STEPS_BETWEEN_LOOKS)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
    return connection


def _look_inside(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse what is no AzKz database, or one of a later application."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        message = translate("Dataset", "%s is a database, but not one of AzKz Explorer.")
        raise DatasetError(message % path.name)
    if version > SCHEMA_VERSION:
        message = translate(
            "Dataset", "%s was made for a newer version of AzKz Explorer: update the application."
        )
        raise DatasetError(message % path.name)
    if version != SCHEMA_VERSION:
        message = translate("Dataset", "%s was made for an older version of AzKz Explorer.")
        raise DatasetError(message % path.name)


def look_through(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse a file of the usual size that is damaged anywhere; raises DatasetError."""
    if path.stat().st_size > _SMALL:
        return
    with damage_told(path):
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        raise _damaged(path)
