"""Opens the window: first its shell, then, once that is seen, everything in it.

Nothing heavy is imported before the shell is on the screen; a person sees the program at once.
"""

import builtins
import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from azkz_desktop.app.display import require_display
from azkz_desktop.app.unread import NUMPYS_DOCUMENTATION, leave_unread
from azkz_desktop.lean import dataclass

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from azkz_desktop.app.mishaps import Mishaps
    from azkz_desktop.app.stages import Step
    from azkz_desktop.app.window import MainWindow
    from azkz_desktop.dataset.open import Opened
    from azkz_desktop.view.codec import Written
    from azkz_desktop.view.library import Library
    from azkz_desktop.view.state import ViewState

    ExceptHook = Callable[[type[BaseException], BaseException, TracebackType | None], None]

SIZE = (1440, 900)
LARGE = 32 << 20
"""Bytes from which on a database takes so long to read that it is read beside the window."""
IDLE = 1500
"""Milliseconds after the start until what comes later is read ahead."""
WHOLE = "whole_window"
"""The last stage of the start: every view has been painted."""
_PLAIN_IMPORT = builtins.__import__

# numpy's linear algebra would start a thread for each processor; nothing here multiplies matrices.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
leave_unread(*NUMPYS_DOCUMENTATION)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the window is to show: a database and, where given, a view, a choice, a moment."""

    database: Path
    view: Path | None = None
    select: str | None = None
    moment: str | None = None
    session: bool = True


def open_window(
    db_path: Path,
    *,
    file: Path | None = None,
    screenshot: Path | None = None,
    size: tuple[int, int] = SIZE,
    scale: float | None = None,
    theme: str | None = None,
    text_size: int | None = None,
    view: Path | None = None,
    select: str | None = None,
    moment: str | None = None,
) -> int:
    """Open the window on *db_path* and stay until it is closed; the exit status.

    *file* is a database to open instead, or a snapshot or saved view to show; *view* is a
    saved view or snapshot as well. With *screenshot* the window is painted to that file
    instead, without a screen. *text_size* is in percent of the normal size; without it a window
    has the size that was last chosen, a picture the normal one; and so with *theme*. *select* is
    the id of an event to choose, *moment* a date for the map. Raises NoDisplayError, DatasetError,
    ViewError, ValueError, OSError: one sentence.
    """
    if screenshot is None:
        require_display()
    else:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if scale is not None:
        os.environ["QT_SCALE_FACTOR"] = str(scale)
    if file is not None:
        from azkz_desktop.dataset.open import is_database  # read through only then

        if is_database(file):
            db_path, file = file, None
    wish = Wish(db_path, view or file, select, moment, session=screenshot is None)
    opened = look_at_database(db_path)
    if screenshot is not None:
        with plain_imports():
            return _painted(wish, opened, screenshot, size, theme, text_size)
    return _shown(wish, opened, size, theme, lambda _stage: None, text_size)


def look_at_database(path: Path) -> "Opened":
    """The database at *path*, opened; refused before there is a window if it cannot be used.

    It is looked through (`steps`) once the timeline is seen: that takes longer than all else here.
    """
    from azkz_desktop.dataset.open import Guard, Opened, open_database

    guard = Guard()
    return Opened(open_database(path, guard, through=False), guard)


def _painted(
    wish: Wish,
    opened: "Opened",
    out: Path,
    size: tuple[int, int],
    theme: str | None,
    text_size: int | None,
) -> int:
    """Paint the window to *out* without showing it."""
    from azkz_desktop.app import shell
    from azkz_desktop.app.lettering import NORMAL
    from azkz_desktop.painting.later import Later

    Later.at_once = True
    shell.hush_offscreen()
    shell.application(sys.argv[:1], text_size or NORMAL)
    window = shell.window(theme)
    window.resize(*size)
    furnish(window, wish, opened)
    shell.paint_to_file(window, out)
    return 0


def _shown(
    wish: Wish,
    opened: "Opened",
    size: tuple[int, int],
    theme: str | None,
    told: Callable[[str], None],
    text_size: int | None = None,
) -> int:
    """Show the shell, then the views one after the other, until the window is closed.

    *told* hears "shell", the name of each step and "whole_window" once they are painted. Until
    then nothing is garbage: Python's search for it would take a tenth of the time.
    """
    gc.disable()  # before Qt is imported, which makes most of what would be looked through
    with plain_imports():
        return _until_closed(wish, opened, size, theme, told, text_size)


def _until_closed(
    wish: Wish,
    opened: "Opened",
    size: tuple[int, int],
    theme: str | None,
    told: Callable[[str], None],
    text_size: int | None,
) -> int:
    from azkz_desktop.app import shell

    application = shell.application(sys.argv[:1], text_size, as_desktop=True)
    window = shell.window(theme or shell.kept_colours())
    window.resize(*size)
    failure: list[Exception] = []

    def failed(error: Exception) -> None:
        failure.append(error)
        application.exit(1)

    def reached(stage: str) -> None:
        if stage == WHOLE:
            collect_again()
            read_ahead(window)
        told(stage)

    def fill() -> None:
        reached("shell")
        begin(window, wish, opened, reached, failed)

    shell.when_painted(window, fill)
    window.show()
    usual, sys.excepthook = sys.excepthook, _mishaps(window, wish.database)
    try:
        status = int(application.exec())
    finally:
        sys.excepthook = usual
        gc.enable()
        _await_jobs()
    if failure:
        raise failure[0]
    return status


def _await_jobs() -> None:
    """Work may still be painting, given up or still to be written: Qt is to go after its end."""
    import threading  # the first paint needs nothing of it

    if "azkz_desktop.app.job" in sys.modules:  # else there was no work
        from azkz_desktop.app.job import await_left

        await_left()
    for thread in threading.enumerate():
        if thread.name == "job":
            thread.join()


def _mishaps(window: "MainWindow", path: Path) -> "ExceptHook":
    """What hears of all that goes wrong while *window* shows the file at *path*."""
    heard: list[Mishaps] = []

    def hear(
        kind: type[BaseException], error: BaseException, trace: "TracebackType | None"
    ) -> None:
        from azkz_desktop.app.mishaps import Mishaps  # most often nothing does

        if not heard:
            heard.append(Mishaps(window, path))
        heard[0].hear(kind, error, trace)

    return hear


def collect_again() -> None:
    """Search for garbage again, but not among what is there now: it stays."""
    gc.freeze()
    gc.enable()


def read_ahead(window: "MainWindow") -> None:
    """Import what panes and dialogs need while nothing is to be done, so that they open at once."""
    from azkz_desktop.app.furniture import READ_AHEAD
    from azkz_desktop.painting.importing import Importer

    Importer(READ_AHEAD, window).start(after=IDLE)


def begin(
    window: "MainWindow",
    wish: Wish,
    opened: "Opened",
    told: Callable[[str], None],
    failed: Callable[[Exception], None],
) -> None:
    """Fill the shown *window* step by step, each on a turn of the event loop of its own.

    A large file is read beside it, with a way to give that up.
    """
    from azkz_desktop.app.stages import Stages

    def reached(stage: str) -> None:
        window.whole = stage == WHOLE
        told(stage)

    def fill(library: "Library | None" = None) -> None:
        Stages(window, steps(window, wish, opened, library), reached, failed).next()

    if wish.database.stat().st_size < LARGE:
        fill()
    else:
        from azkz_desktop.app.opening import Opening

        Opening(window, wish.database, opened, fill, failed).start()


def steps(
    window: "MainWindow", wish: Wish, opened: "Opened", library: "Library | None" = None
) -> "list[Step]":
    """What loads the database and makes every view."""
    from azkz_desktop.app import furniture
    from azkz_desktop.app.stages import Step
    from azkz_desktop.dataset.open import look_through

    def first_view() -> "QWidget | Iterator[object] | None":
        load(window, wish, opened, library)
        return first.do()

    first, *others = furniture.steps(window)
    looked = Step("looked_through", lambda: look_through(wish.database, opened.connection))
    return [first._replace(do=first_view), looked, *others]


def furnish(window: "MainWindow", wish: Wish, opened: "Opened") -> None:
    """Load the database and put every view into *window* at once."""
    for step in steps(window, wish, opened):
        step.do()
    window.whole = True


def load(
    window: "MainWindow", wish: Wish, opened: "Opened", library: "Library | None" = None
) -> None:
    """Give *window* its data and the view of them; from here on its session is kept."""
    from azkz_desktop.app import running
    from azkz_desktop.app.shares import read_shares
    from azkz_desktop.view.library import Library

    window.library = library or Library(wish.database, opened)
    kept = running.kept_session() if wish.session else None
    state = first_state(window.library, wish, kept)
    window.shares = read_shares(kept.about) if kept else None
    window.store = running.store_of(window.library, state)
    window.hints_wanted = wish.session and running.hints_wanted()
    if wish.session:
        running.keep_session(window)


@contextmanager
def plain_imports() -> Iterator[None]:
    """Import as Python does, without what Qt for Python adds.

    Once loaded, it reads the source of each imported module to see whether that asks for Qt's
    features by other names (`from __feature__ import …`). None here does, and for two hundred
    modules, numpy's among them, it takes half as long as the bare window.
    """
    import PySide6.QtCore  # noqa: F401 - it puts its own import in the place of Python's

    qt_import = builtins.__import__
    builtins.__import__ = _PLAIN_IMPORT
    try:
        yield
    finally:
        builtins.__import__ = qt_import


def first_state(library: "Library", wish: Wish, kept: "Written | None" = None) -> "ViewState":
    """The view to begin with: the one asked for, the last session's (*kept*), or the first view."""
    from azkz_desktop.app import running

    state = None
    if wish.view is not None:
        from azkz_desktop.export.embed import read_snapshot

        state = read_snapshot(wish.view).state
    elif kept is not None:
        state = running.known(library, kept.state)
    return running.changed(library, state or running.first_view(library), wish.select, wish.moment)


def timed_start(stage: str, painted: Callable[[], None]) -> None:
    """Start on the bundled data, call *painted* when *stage* is seen, and end (benchmarks)."""
    from azkz_desktop.dataset.bundled import database_path

    def told(reached: str) -> None:
        if reached == stage:
            painted()
            sys.stdout.flush()
            os._exit(0)

    path = database_path()
    wish = Wish(path, session=False)
    _shown(wish, look_at_database(path), SIZE, "light", told, text_size=100)
