"""Compile `data/source/` into a database: the same rows each time, or a list of what is wrong."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from azkz_desktop.dataset import bundled
from azkz_desktop.dataset.errors import BuildExtraMissing
from azkz_desktop.dataset.vocabulary import SCHEMA_VERSION
from azkz_desktop.lean import dataclass

if TYPE_CHECKING:
    from azkz_desktop.dataset.source import SourceText
    from azkz_desktop.dataset.tables import Tables

_NEEDED = ("yaml", "jsonschema", "sqlite_utils", "pyproj")
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was compiled: rows by table, and what is allowed but likely an oversight."""

    rows: dict[str, int]
    warnings: list[str]


def build(source: Path, target: Path) -> BuildReport:
    """Compile the source text in the folder *source* into the database *target*.

    It is written beside the target and renamed, so that a failure leaves the old file; the
    SHA-256 of the bundled database is written with it. Raises BuildExtraMissing where a library
    is not installed, SourceError where the text is wrong, OSError where it cannot be written.
    """
    missing = [module for module in _NEEDED if find_spec(module) is None]
    if missing:
        raise BuildExtraMissing(
            f"Compiling needs {', '.join(missing)}: install them with"
            " pip install 'azkz-desktop[build]'."
        )
    from azkz_desktop.dataset.errors import SourceError
    from azkz_desktop.dataset.source import read_source
    from azkz_desktop.dataset.source_checks import Checker

    text = read_source(Path(source))
    problems = Checker(text).run()
    if problems:
        raise SourceError(problems)
    tables = tables_of(text)
    write(tables, Path(target))
    rows = {table: len(rows) for table, rows in tables.rows.items()}
    return BuildReport(rows, tables.warnings)


def tables_of(text: "SourceText") -> "Tables":
    """All rows that checked source text makes."""
    from azkz_desktop.dataset import compile_map, compile_things
    from azkz_desktop.dataset.compile_capitals import add_capitals
    from azkz_desktop.dataset.compile_disagreements import (
        add_disagreements,
        contradictions_in,
        idle_sentences,
    )
    from azkz_desktop.dataset.compile_events import add_events, add_vocabulary
    from azkz_desktop.dataset.source_checks import warnings
    from azkz_desktop.dataset.tables import Tables

    tables = Tables(text)
    for key, value in _metadata(text).items():
        tables.add("meta", key=key, value=value)
    contradictions = contradictions_in(tables)
    compile_things.add_sources(tables)
    compile_things.add_actors(tables)
    compile_things.add_places(tables)
    add_vocabulary(tables)
    add_events(tables, {contradiction.subject for contradiction in contradictions})
    compile_map.add_routes(tables)
    compile_map.add_areas(tables)
    compile_map.add_boundaries(tables)
    compile_things.add_series(tables)
    compile_things.add_positions(tables)
    compile_things.add_memberships(tables)
    add_capitals(tables)
    add_disagreements(tables, contradictions)
    tables.warnings += [*warnings(text), *idle_sentences(tables, contradictions)]
    return tables


def _metadata(text: "SourceText") -> dict[str, str]:
    horizons = [
        block["horizon"]
        for block in text.blocks["sources"]
        if "horizon" in block and not block.get("outside", False)
    ]
    return {
        "data_until": max(horizons, default=""),
        **text.metadata,
        "built_from": text.fingerprint,
        "schema_version": str(SCHEMA_VERSION),
    }


def write(tables: "Tables", target: Path) -> None:
    """Write the rows as a database at *target*, and the bundled database's hash beside it."""
    from sqlite_utils import Database

    with closing(sqlite3.connect(":memory:")) as connection, _replacing(target) as beside:
        create_schema(connection)
        database = Database(connection)
        for table in sorted(tables.rows):
            database.table(table).insert_all(tables.rows[table])
        fill(connection)
        connection.execute("VACUUM")
        beside.write_bytes(connection.serialize())
    if target.resolve() == bundled.database_path().resolve():
        digest = f"{bundled.sha256(target)}  {target.name}\n"
        with _replacing(bundled.hash_path(target)) as beside:
            beside.write_text(digest, encoding="ascii")


def create_schema(connection: sqlite3.Connection) -> None:
    """Make the empty tables and the public views."""
    for name in ("schema.sql", "views.sql"):
        connection.executescript((_HERE / name).read_text(encoding="utf-8"))


def fill(connection: sqlite3.Connection) -> None:
    """Fill what is made from the tables, and see that they hold together."""
    from azkz_desktop.dataset.compile_search import fill_search

    fill_search(connection)
    connection.commit()
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError(f"rows that refer to nothing: {broken[:5]}")


@contextmanager
def _replacing(target: Path) -> Iterator[Path]:
    """A path beside *target* to write to, renamed over it when all went well."""
    beside = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    beside.unlink(missing_ok=True)
    try:
        yield beside
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
