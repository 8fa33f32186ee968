"""The bundled data, compiled once, and where it is found: the documents that it tells."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from azkz_desktop.dataset.source import SourceText, read_source
from tests.gaps import GAPS

SOURCE = Path(__file__).resolve().parents[2] / "data" / "source"


@pytest.fixture(scope="session")
def db(bundled_db: Path) -> Iterator[sqlite3.Connection]:
    """The compiled data, rows by column name."""
    with closing(sqlite3.connect(f"file:{bundled_db}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


@pytest.fixture(scope="session")
def text() -> SourceText:
    """The source text, block by block."""
    return read_source(SOURCE)


@pytest.fixture(scope="session")
def at_hand() -> dict[str, list[str]] | None:
    """The lines of the five documents by their keys, None where they are not at hand."""
    folder = os.environ.get("AZKZ_DOCUMENTS")
    if not folder:
        return None
    return {
        path.stem: path.read_text(encoding="utf-8").splitlines()
        for path in sorted(Path(folder).glob("*.txt"))
    }


@pytest.fixture(scope="session")
def documents(at_hand: dict[str, list[str]] | None) -> dict[str, list[str]]:
    """The lines of the five documents; skips where they are not at hand."""
    if at_hand is None:
        pytest.skip("AZKZ_DOCUMENTS does not name the folder of the five documents' texts")
    return at_hand


@pytest.fixture
def gap_report(record_property: Callable[[str, object], None]) -> Callable[[list[str]], None]:
    """Takes lines that are printed when all tests have run."""
    return partial(record_property, GAPS)
