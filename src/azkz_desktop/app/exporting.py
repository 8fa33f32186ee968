"""What the window writes to files: snapshots of the view, and the selected events as data."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from azkz_desktop.app.copying import Copying
from azkz_desktop.translation import translate

if TYPE_CHECKING:
    from azkz_desktop.app.job import Tell
    from azkz_desktop.dataset.records import Event
    from azkz_desktop.panels.snapshot_dialog import SnapshotChoice


class Exporting(Copying):
    """Dialogs and writers are imported when they are asked for."""

    def export_snapshot(self) -> None:
        """Ask what to paint and where to, and write it."""
        from azkz_desktop.painting.asking import ask_path
        from azkz_desktop.panels.snapshot_dialog import SnapshotDialog

        dialog = SnapshotDialog(self.window)
        if not dialog.exec():
            return
        choice = dialog.choice()
        name, ending = f"{choice.what}.{choice.ending}", f".{choice.ending}"
        kind = f"{choice.ending.upper()} (*{ending})"
        path = ask_path(self.window, self.tr("Export snapshot"), name, kind, (ending,))
        if path is not None:
            self.write_snapshot(path, choice)

    def write_snapshot(self, path: Path, choice: "SnapshotChoice | None" = None) -> None:
        """Paint what is shown now to *path* and say that it was done, or why not.

        It is done beside the window: a PNG takes a second, most of which is packing it.
        """
        library, state = self.window.library, self.window.store.state

        def write(tell: "Tell") -> None:
            from azkz_desktop.export.saving import save_bytes
            from azkz_desktop.export.snapshot import Order, picture_of_view  # takes 80 ms

            order = Order(choice.what, *choice.size, choice.title) if choice else Order()
            try:
                picture = picture_of_view(
                    library, state, path.suffix, order, check=partial(tell, 0)
                )
            finally:
                library.dataset.leave()
            tell(0)  # given up, it need not be written first
            save_bytes(path, picture, partial(tell, 0))

        said = self.tr("Snapshot written: %s") % path, self.tr("The snapshot was not written.")
        self._beside(translate("Commands", "Writing the snapshot…"), write, said)

    def export_data(self) -> None:
        """Ask for a file and write the selected events there as data."""
        from azkz_desktop.app.files import WRITERS
        from azkz_desktop.painting.asking import ask_path

        kinds = self.tr("CSV table (*.csv);;JSON (*.json);;GeoJSON (*.geojson)")
        title, endings = self.tr("Export data"), tuple(WRITERS)
        path = ask_path(self.window, title, f"events{endings[0]}", kinds, endings)
        if path is not None:
            self.write_data(path)

    def write_data(self, path: Path) -> None:
        """Write the selected events to *path* in the format that its ending names.

        It is done beside the window, after what was asked for before it; the line at its foot
        says how far it is.
        """
        from azkz_desktop.app.files import write_rows  # only when asked

        rows = self.window.store.selection.rows
        file = self.window.library.dataset.path

        def write(tell: "Tell") -> None:
            write_rows(file, rows, path, partial(counted, tell), partial(tell, 0))

        said = self.tr("Data written: %s") % path, self.tr("The data were not written.")
        words = translate("Commands", "Writing %n event(s)…", len(rows))
        self._beside(words, write, said, len(rows))

    def _beside(
        self, words: str, write: Callable[["Tell"], None], said: tuple[str, str], total: int = 0
    ) -> None:
        """Write *total* things (0: nobody knows) beside the window, which has *words* for it.

        *said* is what is said of it in the end: that it was written, or that it was not.
        """
        from azkz_desktop.app.job import Job

        window, (written, not_written) = self.window, said
        job = Job(write, window)  # it may outlive these commands, which go with the colours
        job.ended.connect(job.deleteLater)
        job.finished.connect(lambda: window.commands.tell_written(written))
        job.failed.connect(lambda error: window.commands.tell_not_written(not_written, error))
        window.job_bar().run(words, job, total)

    def tell_written(self, sentence: str) -> None:
        """Say that something was written."""
        self._done(sentence)

    def tell_not_written(self, sentence: str, error: Exception) -> None:
        """Say that something was not written, and why; raises what is no matter of the file."""
        if not isinstance(error, OSError | ValueError):
            raise error
        self._failed(sentence, str(error))

    def _failed(self, what: str, why: str) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning, self.tr("AzKz Explorer"), what, parent=self.window
        )
        box.setInformativeText(f"{why}\n{self.tr('Nothing was changed.')}")
        box.open()


def counted(tell: "Tell", events: "Iterable[Event]") -> "Iterator[Event]":
    """*events*, told of one by one."""
    for done, event in enumerate(events):
        tell(done)
        yield event
    tell(0)  # given up, it need not be written first
