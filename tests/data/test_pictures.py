"""The pictures of the documentation: each is there, shown somewhere, and of what the file has."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from scripts import map_pictures, pictures

from azkz_desktop.view.library import Library
from azkz_desktop.view.state import ViewState

DOCS = pictures.ROOT / "docs"
LINK = re.compile(r"\]\(([^)#]+\.(?:png|svg))\)")
LARGEST = 250_000
"""Bytes: two dozen of them are fetched with the source."""
STATES = pictures.VIEWS | pictures.MANY


def shown() -> set[Path]:
    """The pictures that a page of the documentation shows or links to."""
    pages = [pictures.ROOT / "README.md", *DOCS.rglob("*.md")]
    return {
        (page.parent / link).resolve()
        for page in pages
        for link in LINK.findall(page.read_text("utf-8"))
    }


def made() -> set[str]:
    """The names of the files that `make pictures` writes."""
    windows = {f"{name}-{theme}" for name in STATES for theme in pictures.THEMES}
    painted = {*pictures.WINDOWS, *windows, *map_pictures.wanted()}
    return {*(f"{name}.png" for name in painted), *pictures.SNAPSHOTS}


def test_each_picture_is_made_and_shown_on_a_page() -> None:
    files = {file for file in pictures.FOLDER.iterdir() if file.suffix != ".md"}
    assert {file.name for file in files} == made()
    assert files == shown()


@pytest.mark.parametrize("name", [*pictures.WINDOWS, *STATES])
def test_windows_are_of_one_size_and_their_files_small(name: str) -> None:
    for file in pictures.FOLDER.glob(f"{name}*.png"):
        picture = QImage(str(file))
        assert (picture.width(), picture.height()) == (1440, 900)
        assert file.stat().st_size < LARGEST, file.name


@pytest.mark.parametrize("state", pictures.VIEWS.values(), ids=pictures.VIEWS.keys())
def test_what_a_picture_chooses_and_opens_is_in_the_file(
    state: ViewState, library: Library
) -> None:
    assert state.focus is not None
    is_known: dict[str, bool] = {
        "event": library.row_of(state.focus.id) is not None,
        "actor": state.focus.id in library.dataset.actors(),
        "series": state.focus.id in library.dataset.series(),
    }
    assert is_known[state.focus.type]
    for event in state.opened:
        assert library.dataset.children(event)
    assert set(state.bands) <= set(library.dataset.series())
