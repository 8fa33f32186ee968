"""A large database is read beside the window, which says so and can be closed meanwhile."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QProgressBar, QPushButton, QVBoxLayout, QWidget

from azkz_desktop.app.job import Job, Tell
from azkz_desktop.dataset.open import Opened
from azkz_desktop.translation import translate
from azkz_desktop.view.library import Library


class Opening(QObject):
    """Reads the database of *window*; `then` gets the library, `failed` what went wrong."""

    def __init__(
        self,
        window: QMainWindow,
        database: Path,
        opened: Opened,
        then: Callable[[Library], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(window)
        self._window, self._database, self._opened = window, database, opened
        self._then = then
        self._library: Library | None = None
        self._job = Job(self._read, self)
        self._job.finished.connect(self._finish)
        self._job.failed.connect(failed)

    def start(self) -> None:
        """Say how much is being read, and read it."""
        query = "SELECT count(*) FROM event"
        (count,) = self._opened.connection.execute(query).fetchone()
        words = translate("Opening", "Opening %n event(s)…", count)
        page = QWidget()
        layout = QVBoxLayout(page)
        self.label, self.bar = QLabel(words), QProgressBar()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(240, 8)
        layout.addStretch(1)
        for widget in (self.label, self.bar, self.cancel):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.cancel.clicked.connect(self._window.close)
        self._window.setCentralWidget(page)
        self._window.installEventFilter(self)
        self._job.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A window that is closed wants nothing read any more."""
        if event.type() == QEvent.Type.Close and self._job.running:
            self._job.give_up()
            self._opened.guard.give_up()
        return super().eventFilter(watched, event)

    def _read(self, tell: Tell) -> None:
        """In the thread: the connection is used here alone."""
        self._library = Library(self._database, self._opened)
        tell(1)

    def _finish(self) -> None:
        self._window.removeEventFilter(self)
        if self._library is not None:
            self._then(self._library)
