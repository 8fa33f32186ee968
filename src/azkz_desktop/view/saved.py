"""Saved views and the last session, as files in the person's own folder. No Qt.

A saved view is one small file that also opens by itself (`azkz-desktop FILE`); its name, in
any script, is written inside. A file that cannot be read is put aside under another name, never
deleted, and the person is told.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from azkz_desktop.lean import dataclass
from azkz_desktop.saving import SavingError, save_text, sentence
from azkz_desktop.translation import translate
from azkz_desktop.view.codec import LARGEST, Written, read_written, to_json
from azkz_desktop.view.errors import NewerViewError, ViewError
from azkz_desktop.view.state import ViewState

SUFFIX = ".azkzview"
SESSION = "last-session.json"
FOLDER = "views"
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class SavedView:
    """One saved view: its name, when it was saved (ISO 8601, UTC), and its file."""

    name: str
    saved: str
    state: ViewState
    path: Path


class SavedViews:
    """The saved views and the last session below one folder (made when first needed).

    Writing raises SavingError with one sentence; whatever fails, what was saved stays.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.problems: list[str] = []
        """A sentence for each file that was put aside, oldest first; for the person."""

    def all(self) -> list[SavedView]:
        """Every saved view, by name."""
        found = [self._read(path) for path in sorted(self._views.glob(f"*{SUFFIX}"))]
        return sorted((view for view in found if view), key=lambda view: view.name.casefold())

    def save(self, name: str, state: ViewState) -> SavedView:
        """Save *state* as *name*; a view of that name is replaced.

        Raises ViewError for a name that is empty or too long.
        """
        name = _checked(name)
        same = next((view.path for view in self.all() if view.name == name), None)
        view = SavedView(name, _now(), state, same or self._new_path(name))
        self._write(view)
        return view

    def rename(self, view: SavedView, name: str) -> SavedView:
        """Give *view* another name; ViewError where a view has it already."""
        name = _checked(name)
        if name != view.name and any(other.name == name for other in self.all()):
            raise ViewError(translate("View", "There is already a view named “%s”.") % name)
        renamed = replace(view, name=name)
        self._write(renamed)
        return renamed

    def delete(self, view: SavedView) -> None:
        """Delete *view*'s file; `restore` brings it back."""
        view.path.unlink(missing_ok=True)

    def restore(self, view: SavedView) -> None:
        """Undo a delete: write *view* as it was."""
        self._write(view)

    def write_session(self, state: ViewState, about: Mapping[str, str] | None = None) -> None:
        """Remember *state* for the next start, and texts *about* the window that showed it."""
        save_in_folder(self._folder / SESSION, to_json(state, about))

    def read_session(self) -> Written | None:
        """What was written of the last session, None where nothing is that can be read."""
        return self._open(self._folder / SESSION)

    @property
    def _views(self) -> Path:
        return self._folder / FOLDER

    def _read(self, path: Path) -> SavedView | None:
        written = self._open(path)
        if written is None:
            return None
        about = written.about
        return SavedView(
            about.get("name") or path.stem, about.get("saved", ""), written.state, path
        )

    def _open(self, path: Path) -> Written | None:
        try:
            return read_view_file(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            self.problems.append(sentence_of_reading(path, error))
        except NewerViewError as error:
            self.problems.append(f"“{path.name}”: {error}")
        except ViewError as error:
            self._put_aside(path, error)
        return None

    def _put_aside(self, path: Path, why: ViewError) -> None:
        """Rename a damaged file, so that it is neither lost nor met again."""
        aside = _free(path.with_name(path.name + ".damaged"))
        try:
            path.rename(aside)
        except OSError as error:
            self.problems.append(sentence(path, error))
            return
        said = translate("View", "“%(file)s” was put aside as “%(aside)s”. %(why)s")
        self.problems.append(said % {"file": path.name, "aside": aside.name, "why": why})

    def _write(self, view: SavedView) -> None:
        about = {"name": view.name, "saved": view.saved}
        save_in_folder(view.path, to_json(view.state, about, indent=1) + "\n")

    def _new_path(self, name: str) -> Path:
        safe = re.sub(r"[^\w-]+", "-", name).strip("-_")[:40] or "view"
        return _free(self._views / f"{safe}{SUFFIX}")


def save_in_folder(path: Path, text: str) -> None:
    """Save *text* as *path*, making its folder where there is none; raises SavingError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SavingError(sentence(path, error)) from error
    save_text(path, text)


def read_view_file(path: Path) -> Written:
    """The view in a saved view's file; ViewError where it holds none, OSError as it comes."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    try:
        return read_written(data.decode())
    except UnicodeDecodeError as error:
        raise ViewError(translate("View", "The view cannot be read: it is not text.")) from error


def sentence_of_reading(path: Path, error: OSError) -> str:
    """What went wrong when *path* was read."""
    said = translate("View", "“%(path)s” cannot be read: %(why)s.")
    return said % {"path": path, "why": error.strerror or error}


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise ViewError(translate("View", "A saved view needs a name."))
    if len(name) > LONGEST_NAME:
        raise ViewError(translate("View", "The name has more than %n characters.", LONGEST_NAME))
    return name


def _free(path: Path) -> Path:
    """*path*, or with a number behind its stem where a file is there."""
    numbered, n = path, 2
    while numbered.exists():
        numbered, n = path.with_stem(f"{path.stem}-{n}"), n + 1
    return numbered


def _now() -> str:
    return datetime.now(UTC).replace(microsecond=0).isoformat()
