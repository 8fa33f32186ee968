"""What Datasette needs to show our files well, wherever this package is installed beside it.

Datasette finds it by the entry point in `pyproject.toml`; the application itself never imports
it. Words and cells are those of `data/`, which `datasette data/` reads without this package.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from runpy import run_path
from typing import Any

import yaml
from datasette import hookimpl

from azkz_desktop.dataset.bundled import root
from azkz_desktop.dataset.vocabulary import APPLICATION_ID

_DATA = root() / "data"
_STAMP = slice(68, 72)
"""Where an SQLite file's header holds the application that made it."""


@cache
def _cell() -> Callable[[object, str], str | None]:
    """How the plugin that lies beside the database writes a cell."""
    found: Callable[[object, str], str | None] = run_path(str(_DATA / "plugins" / "geometry.py"))[
        "render_cell"
    ]
    return found


@cache
def _words() -> dict[str, Any]:
    """Titles, descriptions, facets and sorting of every view."""
    text = (_DATA / "metadata.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def _is_ours(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            stamp = file.read(_STAMP.stop)[_STAMP]
    except OSError:
        return False
    return int.from_bytes(stamp, "big") == APPLICATION_ID


@hookimpl
def render_cell(value: object, column: str) -> str | None:
    """A geometry's kind and size; without it, a view with binary cells has no page."""
    return _cell()(value, column)


@hookimpl
def get_metadata(datasette: Any) -> dict[str, Any]:
    """The words for each served file that is ours, under the name that it is served by."""
    (words,) = _words()["databases"].values()
    ours = [name for name, db in datasette.databases.items() if db.path and _is_ours(Path(db.path))]
    licence = {key: text for key, text in _words().items() if key.startswith("license")}
    return {"databases": dict.fromkeys(ours, words | licence)} if ours else {}
