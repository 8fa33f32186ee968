"""What is remembered for a person from session to session: a file each, in their own folder."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths


def own_file(name: str) -> Path:
    """The file of that name in the person's own folder, which may not be there yet."""
    where = QStandardPaths.StandardLocation.AppDataLocation
    return Path(QStandardPaths.writableLocation(where)) / name


def keep(path: Path, text: str) -> None:
    """Write *text* to *path*; where that cannot be, the next session does without."""
    from azkz_desktop.saving import save_bytes  # nothing is kept at the start

    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        save_bytes(path, text.encode("ascii"))
