"""What every verb of the command line stands on: exit statuses, the open file, output.

Nothing here or in the verbs imports Qt unless something is painted.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import click

from azkz_desktop.dataset.bundled import database_path
from azkz_desktop.dataset.errors import BuildExtraMissing, DatasetError, SourceError
from azkz_desktop.dates.days import EdtfError
from azkz_desktop.lean import dataclass
from azkz_desktop.query.errors import QueryError
from azkz_desktop.saving import SavingError, save_text
from azkz_desktop.translation import translate
from azkz_desktop.view.errors import ViewError

if TYPE_CHECKING:
    from azkz_desktop.dataset.read import Dataset

PROGRAM = "azkz-desktop"
DONE, COULD_NOT, CALL_IS_OFF, MACHINE_LACKS = 0, 1, 2, 3
DEBIAN_LIBRARIES = "libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0"
"""What Qt needs of the system to paint without a screen."""
DEBUG = "AZKZ_DEBUG"
"""An environment variable: where it is set, a fault of the program shows its traceback."""


class MachineLacksError(click.ClickException):
    """The machine lacks a display, a library or an extra; the text says what to install."""

    exit_code = MACHINE_LACKS


class CouldNotError(click.ClickException):
    """It could not be done: files, disk, damaged data."""

    exit_code = COULD_NOT


@dataclass
class Ground:
    """What the words before the verb chose: the database."""

    database: Path

    @classmethod
    def on(cls, database: Path | None) -> "Ground":
        """The ground on *database*, or on the one that the program comes with."""
        return cls(database or database_path())

    @cached_property
    def dataset(self) -> "Dataset":
        """The database, open for reading."""
        from azkz_desktop.dataset.read import Dataset  # the window loads numpy behind its shell

        return Dataset(self.database)


pass_ground = click.make_pass_decorator(Ground)


def emit(text: str, output: Path | None = None) -> None:
    """Write *text* to the file *output*, or to standard output whole."""
    if output is not None:
        save_text(output, text)
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError as error:
        # Whoever read our output has had enough (`| head`): nothing is left to say or to do.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(DONE) from error


def say(text: str) -> None:
    """One line on standard error."""
    click.echo(f"{PROGRAM}: {text}", err=True)


@contextmanager
def faults_told() -> Iterator[None]:
    """Turn what the floors below raise into one sentence and an exit status, never a traceback."""
    try:
        yield
    except (QueryError, EdtfError) as error:
        raise click.UsageError(str(error)) from error
    except BuildExtraMissing as error:
        raise MachineLacksError(str(error)) from error
    except (DatasetError, SourceError, ViewError, SavingError) as error:
        raise CouldNotError(str(error)) from error
    except (ImportError, MemoryError, OSError) as error:
        raise _of_the_machine(error) from error


def _of_the_machine(error: ImportError | MemoryError | OSError) -> Exception:
    """What the machine refuses and no floor below has put into words."""
    if isinstance(error, MemoryError):
        return CouldNotError(translate("Command", "There is not enough memory for this."))
    if isinstance(error, OSError):
        return CouldNotError(_of_the_system(error))
    if str(error.name).startswith("azkz_desktop"):
        return error  # a fault of the program itself
    return MachineLacksError(missing_library(error))


def missing_library(error: ImportError) -> str:
    """What to install where a library of Python's or of the system's is missing."""
    if error.name and error.name.partition(".")[0] != "PySide6":
        said = translate("Command", "The Python library “%s” is missing: install it with pip.")
        return said % error.name.partition(".")[0]
    if isinstance(error, ModuleNotFoundError):
        return translate(
            "Command", "Qt is missing: install it with “pip install PySide6-Essentials”."
        )
    said = translate("Command", "Qt lacks %(library)s; on Debian this installs it: %(command)s")
    library = str(error).partition(":")[0]
    return said % {"library": library, "command": f"apt-get install {DEBIAN_LIBRARIES}"}


def _of_the_system(error: OSError) -> str:
    why = error.strerror or str(error)
    if error.filename:
        return translate("Command", "“%(file)s”: %(why)s.") % {"file": error.filename, "why": why}
    return translate("Command", "The output could not be written: %s.") % why


def in_utf8() -> None:
    """Make pipes carry UTF-8 on every system; a terminal keeps its own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def is_debugged() -> bool:
    """Whether a fault of the program itself is to show its traceback."""
    return bool(os.environ.get(DEBUG))
