"""Opens the window, or paints it to a file where that is asked for."""

import os
import sys
from dataclasses import replace
from pathlib import Path

from azkz_desktop.app.display import has_display
from azkz_desktop.dataset.open import MAGIC
from azkz_desktop.dates.days import iso, ordinal
from azkz_desktop.dates.level0 import day_range
from azkz_desktop.export.embed import read_snapshot
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus, Span, ViewState

OPENING = Focus("event", "kazakh-oil-enters-btc")
"""What the first start shows: a thing that joins the timeline, the map and several documents."""


class NoDisplayError(RuntimeError):
    """There is no screen to open a window on; the text says what to do instead."""


def first_view(library: Library) -> ViewState:
    """The view of the first start: ready and interesting, never empty."""
    state = ViewState(span=Span(ordinal("1990-07-01"), ordinal("2023-12-31")))
    if library.has(OPENING):
        return replace(state, focus=OPENING)
    if len(library.columns):
        row = int(library.columns.weight.argmax())
        return replace(state, focus=Focus("event", library.ids([row])[0]))
    return state


def require_display() -> None:
    """Raise NoDisplayError where no window can be opened (Qt itself would abort)."""
    if not has_display() and os.environ.get("QT_QPA_PLATFORM", "xcb") in ("xcb", "wayland"):
        raise NoDisplayError(
            translate(
                "Start",
                "There is no display here: use --screenshot OUT.png, or a verb "
                "(azkz-desktop --help lists them).",
            )
        )


def open_window(
    db_path: Path,
    *,
    file: Path | None = None,
    screenshot: Path | None = None,
    size: tuple[int, int] = (1440, 900),
    scale: float | None = None,
    theme: str | None = None,
    view: Path | None = None,
    select: str | None = None,
    moment: str | None = None,
) -> int:
    """Open the window on *db_path* and stay until it is closed; the exit status.

    *file* is a database to open instead, or a snapshot or saved view to show; *view* is a
    saved view or snapshot as well. With *screenshot* the window is painted to that file
    instead, without a screen. *select* is the id of an event to choose, *moment* a date for
    the map. Raises NoDisplayError, DatasetError, ViewError, ValueError, OSError: one sentence.
    """
    if screenshot is None:
        require_display()
    else:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if scale is not None:
        os.environ["QT_SCALE_FACTOR"] = str(scale)
    if file is not None and is_database(file):
        db_path, file = file, None
    library = Library(db_path)
    asked = view or file
    state = read_snapshot(asked).state if asked is not None else None
    from azkz_desktop.app import running  # Qt: only once it is known that it can start

    application = running.application(sys.argv[:1])
    kept = None if screenshot else running.last_session(library)
    state = changed(library, state or kept or first_view(library), select, moment)
    window = running.window(library, state, theme)
    window.resize(*size)
    if screenshot is not None:
        running.paint_to_file(window, screenshot)
        return 0
    running.keep_session(window)
    window.show()
    return int(application.exec())


def is_database(path: Path) -> bool:
    """Whether *path* is to be opened as a database: by its first bytes, then by its ending."""
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError:
        head = b""
    return head == MAGIC or path.suffix in (".db", ".sqlite", ".sqlite3")


def changed(
    library: Library, state: ViewState, select: str | None, moment: str | None
) -> ViewState:
    """*state* with another choice or moment; raises ValueError for what is none."""
    if select is not None:
        focus = Focus("event", select)
        if not library.has(focus):
            message = translate("Start", "There is no event “%s” in this database.")
            raise ValueError(message % select)
        state = replace(state, focus=focus)
    if moment is not None:
        state = replace(state, moment=iso(day_range(moment)[0]))
    return state
