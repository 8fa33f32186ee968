"""Long work beside the window: in a thread of its own, told how far it is, and given up at will."""

from collections import deque
from collections.abc import Callable
from threading import Thread
from typing import ClassVar, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from azkz_desktop.painting.later import Later
from azkz_desktop.panels.work_bar import ProgressLine
from azkz_desktop.translation import translate

LOOK = 40
"""Milliseconds between two looks how far it is."""
SHORT = 250
"""Milliseconds of work that nobody is told of."""

Tell = Callable[[int], None]
"""Says how much has been done. It raises `GivenUp` once the person has given the work up."""


class GivenUp(Exception):  # noqa: N818 - no error: what was wanted
    """The work is not wanted any more."""


class Job(QObject):
    """Runs *work* in a thread; one of the signals tells its end, none once it is given up."""

    left: ClassVar[list["Job"]] = []
    """Those that go on without their window."""
    progressed = Signal(int)
    finished = Signal()
    failed = Signal(object)
    """The exception that ended it."""
    ended = Signal()
    """Its thread has ended, wanted or not: nothing of it is needed any more."""

    def __init__(self, work: Callable[[Tell], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._done, self._given_up = 0, False
        self._error: Exception | None = None
        self._after: Job | None = None
        self._thread = Thread(target=self._run, name="job")
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        """Whether the thread is at work, wanted or not."""
        return self._thread.is_alive()

    def start(self, after: "Job | None" = None) -> None:
        """Begin once the thread of *after* has ended: given up, it may be at work for a while.

        Tests and pictures have it done when this returns.
        """
        self._after = after
        if Later.at_once:
            self._run()
            self._tell_end()
        else:
            self._thread.start()
            self._timer.start()

    def give_up(self) -> None:
        """Stop as soon as the work says how far it is, and say nothing more."""
        self._given_up = True

    def leave(self) -> None:
        """Go on to the end while the window goes; `await_left` tells what went wrong."""
        self._timer.stop()
        Job.left.append(self)

    def end(self) -> Exception | None:
        """Wait for the end; what went wrong."""
        if self._thread.ident is not None:  # done at once, it has never begun
            self._thread.join()
        return self._error

    def _run(self) -> None:
        try:
            if self._after is not None:
                self._after.end()
                self._after = None
                self._tell(0)
            self._work(self._tell)
        except GivenUp:
            pass
        except Exception as error:  # noqa: BLE001 - told in the window's own thread
            self._error = error

    def _tell(self, done: int) -> None:
        if self._given_up:
            raise GivenUp
        self._done = done

    def _look(self) -> None:
        if not self._given_up:
            self.progressed.emit(self._done)
        if not self._thread.is_alive():
            self._timer.stop()
            self._tell_end()

    def _tell_end(self) -> None:
        if not self._given_up:
            if self._error is not None:
                self.failed.emit(self._error)
            else:
                self.finished.emit()
        self.ended.emit()


def await_left() -> None:
    """Wait for what goes on without its window, and write down where it failed."""
    while Job.left:
        error = Job.left.pop(0).end()
        if error is not None:
            from azkz_desktop.app.mishaps import write_down  # most often nothing fails

            write_down(str(error) or type(error).__name__, error)


class Wanted(NamedTuple):
    """A job of `total` things (0: nobody knows), and the words that say what it does."""

    words: str
    job: Job
    total: int


class JobBar(ProgressLine):
    """How far a job is; the next one begins when it is over. Hidden while nothing is being done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar.setFixedWidth(160)
        self.line.setContentsMargins(6, 0, 6, 0)
        self.job: Job | None = None
        """What is being done."""
        self._before: Job | None = None
        self._said = ""
        self._waiting: deque[Wanted] = deque()

    def run(self, words: str, job: Job, total: int = 0) -> None:
        """Do *job*, after those that were asked for before it; it is shown if it takes a while."""
        self._waiting.append(Wanted(words, job, total))
        if self.job is None:
            self._next()
        else:
            self._tell()

    def _next(self) -> None:
        if not self._waiting:
            self.hide()
            return
        self._said, job, total = self._waiting.popleft()
        self.job = job
        self._tell()
        self.bar.setRange(0, total)
        self.bar.setValue(0)
        job.progressed.connect(self.bar.setValue)
        for end in (job.finished, job.failed):
            end.connect(self._over)
        QTimer.singleShot(SHORT, self, lambda: self.show() if self.job is job else None)
        before, self._before = self._before, job
        job.start(before)

    def _tell(self) -> None:
        """Say what is being done, and how much more was asked for."""
        more = translate("Jobs", "%n more waiting", len(self._waiting)) if self._waiting else ""
        self.words.setText(f"{self._said}  ·  {more}" if more else self._said)

    def _over(self) -> None:
        self.job = None
        self._next()

    def give_up(self) -> None:
        """Give up what is being done; nothing more is heard of it. What waits comes next."""
        if self.job is not None:
            self.job.give_up()
        self._over()

    def leave(self) -> None:
        """The window goes: what has begun is done to its end, what waits is given up."""
        self._waiting.clear()
        if self.job is not None:
            self.job.leave()
        self._over()
