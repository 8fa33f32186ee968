"""The one way in which a file is written: beside its name, checked, then renamed.

Whatever fails, the file that was there stays as it was. No Qt; bytes that Qt painted come
through here too, because QSaveFile replaces a good file with half a one on a full disk unless
every write is checked.
"""

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Protocol

from azkz_desktop.translation import translate


class Writable(Protocol):
    """What bytes are written to; a write may take fewer than it is given."""

    def write(self, data: bytes, /) -> int | None:
        """Take *data*; how many bytes were taken."""


Check = Callable[[], None]
"""Called when all is on the disk, before the old file is replaced; what it raises prevents that."""


class SavingError(OSError):
    """A file could not be written; its text is one sentence for the person."""


def unchecked() -> None:
    """The check of what nobody gives up."""


def save_bytes(path: Path, data: bytes, check: Check = unchecked) -> None:
    """Make *path* hold exactly *data*; raises SavingError and leaves the old file otherwise."""
    with saving_to(path, check) as file:
        write_all(file, data)


def save_text(path: Path, text: str, check: Check = unchecked) -> None:
    """Make *path* hold exactly *text* in UTF-8, lines ending as *text* ends them."""
    save_bytes(path, text.encode(), check)


def write_all(file: Writable, data: bytes) -> None:
    """Write *data* whole; OSError(ENOSPC) where *file* takes less than it is given."""
    rest = memoryview(data)
    while rest:
        taken = file.write(bytes(rest))
        if not taken:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[taken:]


@contextmanager
def saving_to(path: Path, check: Check = unchecked) -> Iterator[FileIO]:
    """A file open for writing, unbuffered, that takes *path*'s place when the block ends well.

    A device or a pipe is written to as it is. Raises SavingError for whatever the system
    refuses, in the block too.
    """
    target = path.resolve() if path.is_symlink() else path
    try:
        _check_place(target)
        if target.exists() and not target.is_file():
            with FileIO(target, "w") as file:
                yield file
            return
        with _beside(target, check) as file:
            yield file
    except OSError as error:
        if isinstance(error, SavingError):
            raise
        raise SavingError(sentence(path, error)) from error


@contextmanager
def _beside(target: Path, check: Check) -> Iterator[FileIO]:
    """A new file in the target's folder, renamed to it when all of it has reached the disk."""
    handle, name = tempfile.mkstemp(".tmp", f".{target.name[:80]}.", target.parent)
    beside = Path(name)
    try:
        with FileIO(handle, "w") as file:
            yield file
            os.fsync(file.fileno())
        beside.chmod(_mode(target))
        check()  # a slow disk may have taken long
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def sentence(path: Path, error: OSError) -> str:
    """What went wrong with *path*, and what was kept."""
    reasons = {
        errno.ENOENT: translate("Saving", "its folder does not exist"),
        errno.ENOTDIR: translate("Saving", "its folder does not exist"),
        errno.EEXIST: translate("Saving", "a file stands where its folder should be"),
        errno.EISDIR: translate("Saving", "it is a folder"),
        errno.EACCES: translate("Saving", "its folder cannot be written to"),
        errno.EPERM: translate("Saving", "its folder cannot be written to"),
        errno.EROFS: translate("Saving", "the disk can only be read"),
        errno.ENOSPC: translate("Saving", "the disk is full"),
        errno.EDQUOT: translate("Saving", "the disk is full"),
        errno.ENAMETOOLONG: translate("Saving", "its name is too long"),
    }
    why = reasons.get(error.errno or 0, error.strerror or str(error))
    said = translate("Saving", "“%(path)s” was not written: %(why)s.")
    kept = translate("Saving", " The file that was there is unchanged.")
    return said % {"path": path, "why": why} + (kept if path.is_file() else "")


def _check_place(target: Path) -> None:
    if target.is_dir():
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not target.parent.is_dir():
        raise OSError(errno.ENOENT, os.strerror(errno.ENOENT))
    if target.exists() and not os.access(target, os.W_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file would get."""
    return target.stat().st_mode & 0o777 if target.exists() else _NEW


def _mode_of_new() -> int:
    """What a new file's permissions are; the only way to ask is to change them for all threads."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


_NEW = _mode_of_new()  # once: saves happen in threads, beside others that make files
