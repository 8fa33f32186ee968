"""What nobody expected while the window is open: one sentence, and the window stays as it is.

The file may be cut short by another program or lie on a stick that is pulled out; and there is no
program without mistakes. What went wrong in detail is written down for whoever mends it.
"""

import sqlite3
import sys
import traceback
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from azkz_desktop.app.own import own_file
from azkz_desktop.dataset.errors import DatasetError
from azkz_desktop.saving import SavingError, save_text
from azkz_desktop.translation import translate

LONGEST = 200_000
"""Characters of the notes that are kept, the newest."""
UNREADABLE = sqlite3.Error, sqlite3.Warning


class Mishaps(QObject):
    """Tells of what goes wrong in *window*, which shows the file *path*: each thing once."""

    def __init__(self, window: QWidget, path: Path) -> None:
        super().__init__(window)
        self._window, self._path = window, path
        self._told: set[tuple[object, ...]] = set()
        self._box: QMessageBox | None = None

    def hear(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """What `sys.excepthook` is called with."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()  # as from the terminal where it was begun
            return
        sentence, place = sentence_of(error, self._path), _place(trace)
        known = (kind, sentence if place is None else place)
        if known in self._told:  # a picture that fails does so at every frame
            return
        self._told.add(known)
        self._show(sentence, write_down(sentence, error))

    def _show(self, sentence: str, written: Path | None) -> None:
        if self._box is not None and self._box.isVisible():
            return  # what follows from it most often; it is written down
        more = [self.tr("The window stays open, and what you see is kept when you close it.")]
        if written:
            more.append(self.tr("What happened in detail stands in %s") % written)
        self._box = QMessageBox(
            QMessageBox.Icon.Warning, self.tr("AzKz Explorer"), sentence, parent=self._window
        )
        self._box.setInformativeText("\n".join(more))
        self._box.open()


def _place(trace: TracebackType | None) -> tuple[str, int] | None:
    """The file and the line in which it went wrong."""
    if trace is None:
        return None
    last = traceback.extract_tb(trace)[-1]
    return last.filename, last.lineno or 0


def sentence_of(error: BaseException, path: Path) -> str:
    """What to say of *error*, which came up while the file at *path* was shown."""
    if isinstance(error, DatasetError | SavingError):
        return str(error)
    if isinstance(error, UNREADABLE):
        words = translate("Mishaps", "%s can no longer be read: it was changed or damaged.")
        return words % path.name
    if isinstance(error, MemoryError):
        return translate("Mishaps", "There is not enough memory for this.")
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or path.name}: {error.strerror}."
    words = translate("Mishaps", "Something went wrong that should not: %s.")
    return words % " ".join(f"{type(error).__name__}, {error}".split()).rstrip(" ,.")


def notes_path() -> Path:
    """Where mishaps are written down, in the person's own folder."""
    return own_file("mishaps.txt")


def write_down(sentence: str, error: BaseException) -> Path | None:
    """Say *sentence* in the terminal and note it with all details of *error*; where."""
    with suppress(OSError, ValueError):  # the terminal where it was begun may be closed
        print(sentence, file=sys.stderr)  # noqa: T201
    return note(sentence, "".join(traceback.format_exception(error)))


def note(sentence: str, details: str) -> Path | None:
    """Write down what happened; where, None if that cannot be."""
    path, before = notes_path(), ""
    with suppress(OSError, UnicodeDecodeError):
        before = path.read_text(encoding="utf-8")
    text = f"{before}{datetime.now():%Y-%m-%d %H:%M:%S}  {sentence}\n{details}\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_text(path, text.encode(errors="backslashreplace").decode()[-LONGEST:])
    except (OSError, ValueError):
        return None
    return path
