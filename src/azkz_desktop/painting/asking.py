"""Asks where to a file is to be written, its name completed with the ending of its format."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from azkz_desktop.translation import translate


def ask_path(
    window: QWidget, title: str, name: str, kinds: str, endings: Sequence[str]
) -> Path | None:
    """The file that a person names in a dialog over *window*, None for none.

    *name* is proposed; *kinds* are Qt's filters ("CSV table (*.csv);;…"), *endings* (".csv") all
    that are right. A file that only the ending leads to is replaced only if the person says so:
    Qt's dialog has asked about what was typed, not about that.
    """
    typed, kind = QFileDialog.getSaveFileName(window, title, str(Path.home() / name), kinds)
    if not typed:
        return None
    path = completed(Path(typed), kind, endings)
    if path == Path(typed) or not path.exists():
        return path
    words = translate("Files", "“%s” is there already. Replace it?") % path.name
    answer = QMessageBox.question(window, translate("Files", "AzKz Explorer"), words)
    return path if answer == QMessageBox.StandardButton.Yes else None


def completed(path: Path, kind: str, endings: Sequence[str]) -> Path:
    """*path*, with the ending of the *kind* that was chosen where it has none of *endings*."""
    if path.suffix.lower() in endings:
        return path
    ending = next((one for one in endings if f"(*{one})" in kind), endings[0])
    return path.with_name(f"{path.name}{ending}")
