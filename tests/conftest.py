"""Databases that tests read: a small one made for them, and the bundled data compiled once."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def small_source() -> Path:
    """The source text of the small database: some twenty claims of every kind."""
    return HERE / "dataset" / "source"


@pytest.fixture(scope="session")
def small_db(small_source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small database, compiled once; nobody may change it."""
    from azkz_desktop.dataset.compile import build

    path = tmp_path_factory.mktemp("small") / "small.db"
    build(small_source, path)
    return path


@pytest.fixture(scope="session")
def bundled_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """data/source as it stands, compiled once; nobody may change it."""
    from azkz_desktop.dataset.compile import build

    path = tmp_path_factory.mktemp("bundled") / "azkz.db"
    build(HERE.parent / "data" / "source", path)
    return path
