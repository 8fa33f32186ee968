"""A figure taken along: asks for a file, writes it, and says that it was done or why not."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from azkz_desktop.figures.marks import Chart
from azkz_desktop.figures.picture import FORMATS
from azkz_desktop.painting.asking import ask_path
from azkz_desktop.saving import save_bytes, save_text

Picture = Callable[[Chart, str], bytes]
"""The chart and an ending (".svg") in, the bytes of the picture out."""
Table = Callable[[Chart], str]


class Taking(QObject):
    """Writes pictures and numbers of charts; `said` has the sentence for the person."""

    said = Signal(str)

    def __init__(self, window: QWidget, picture: Picture, table: Table) -> None:
        super().__init__(window)
        self._window, self._picture, self._table = window, picture, table

    def ask_picture(self, chart: Chart) -> None:
        """Ask for a file and paint *chart* there."""
        kinds = self.tr("SVG picture (*.svg);;PDF document (*.pdf);;PNG picture (*.png)")
        name, title = f"{chart.id}{FORMATS[0]}", self.tr("Save picture")
        path = ask_path(self._window, title, name, kinds, FORMATS)
        if path is not None:
            self.write_picture(chart, path)

    def ask_numbers(self, chart: Chart) -> None:
        """Ask for a file and write the numbers of *chart* there."""
        kinds, title = self.tr("CSV table (*.csv)"), self.tr("Save numbers")
        path = ask_path(self._window, title, f"{chart.id}.csv", kinds, (".csv",))
        if path is not None:
            self.write_numbers(chart, path)

    def write_picture(self, chart: Chart, path: Path) -> None:
        """Paint *chart* to *path*, in the format that its ending names."""
        self._write(path, lambda: save_bytes(path, self._picture(chart, path.suffix)))

    def write_numbers(self, chart: Chart, path: Path) -> None:
        """Write the numbers of *chart* to *path*, each with its claim."""
        self._write(path, lambda: save_text(path, self._table(chart)))

    def _write(self, path: Path, write: Callable[[], None]) -> None:
        try:
            write()
        except (OSError, ValueError) as error:
            self.said.emit(f"{self.tr('Nothing was written.')} {error}")
        else:
            self.said.emit(self.tr("Written: %s") % path)
