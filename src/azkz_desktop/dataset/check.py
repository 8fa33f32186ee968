"""Is a database whole, ours, and consistent? Everything is asked of the public views."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from azkz_desktop.dataset import bundled
from azkz_desktop.dataset.consistency import QUESTIONS
from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.dataset.open import Guard, damage_told, open_database
from azkz_desktop.dataset.vocabulary import VIEWS
from azkz_desktop.lean import dataclass

_LONGEST = 900.0
"""Seconds that a single question may take: a file of a million events is read whole."""
_TOLD = 20
"""Problems of one sort that are told; the rest would say the same."""


@dataclass(frozen=True, slots=True)
class Report:
    """Whether a file is `ok`, whether it is known to be the bundled one, and what is wrong."""

    ok: bool
    verified: bool
    problems: tuple[str, ...]


def check(path: Path) -> Report:
    """Look at the whole database at *path*. What is wrong is told, never raised."""
    path = Path(path)
    problems: list[str] = []
    try:
        with closing(open_database(path, Guard(_LONGEST))) as connection:
            problems += _problems(connection, path)
    except DatasetError as error:
        return Report(False, False, (str(error),))
    verified, mismatch = _verified(path)
    problems += mismatch
    return Report(not problems, verified, tuple(problems))


def _verified(path: Path) -> tuple[bool, list[str]]:
    """Whether the file is, byte for byte, the bundled one; and whether it should be and is not."""
    expected = bundled.database_hash()
    if expected is None:
        return False, []
    if bundled.sha256(path) == expected:
        return True, []
    is_bundled = path.resolve() == bundled.database_path().resolve()
    told = f"{path.name} is not the file that was shipped: its SHA-256 is another."
    return False, [told] if is_bundled else []


def _problems(connection: sqlite3.Connection, path: Path) -> list[str]:
    with damage_told(path):
        problems = [*_whole(connection), *_shape(connection)]
        if problems:  # what lies below would only stumble over the same
            return problems
        return [
            problem for question in QUESTIONS for problem in islice(question(connection), _TOLD)
        ]


def _whole(connection: sqlite3.Connection) -> Iterator[str]:
    for (verdict,) in connection.execute(f"PRAGMA quick_check({_TOLD})"):
        if verdict != "ok":
            yield f"damaged: {verdict}"


def _shape(connection: sqlite3.Connection) -> Iterator[str]:
    """Every public view with its columns, in their order."""
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    for view, columns in VIEWS.items():
        if view not in there:
            yield f"the view {view} is missing"
            continue
        cursor = connection.execute(f"SELECT * FROM {view} LIMIT 0")  # noqa: S608
        found = tuple(column[0] for column in cursor.description)
        if found != columns:
            yield f"the view {view} has the columns {', '.join(found)}"
