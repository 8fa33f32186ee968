"""Qt started, and the window's shell: what is on the screen before anything is loaded."""

import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from azkz_desktop import __version__, translation
from azkz_desktop.app.lettering import NORMAL, TextSize, desktop_factor, kept_percent, write_in
from azkz_desktop.app.own import own_file
from azkz_desktop.app.window import MainWindow
from azkz_desktop.panels.style import palette
from azkz_desktop.view.tokens import DARK, LIGHT, Theme

DESKTOP = "desktop"
"""The colours that the desktop has."""


def application(
    arguments: list[str], percent: int | None = NORMAL, *, as_desktop: bool = False
) -> QApplication:
    """The one QApplication, with its names and fonts set and Qt behind `translate`.

    Its text has *percent* of the normal size (None: as much as was chosen last), which is that
    of the desktop where *as_desktop*.
    """
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        running = QApplication(arguments)
    running.setApplicationName("azkz-desktop")
    running.setApplicationDisplayName("AzKz Explorer")
    running.setApplicationVersion(__version__)
    running.setDesktopFileName("azkz-desktop")
    chosen = kept_percent() if percent is None else percent
    write_in(TextSize(chosen, desktop_factor(running.font()) if as_desktop else 1.0))
    translation.install(_translated)
    return running


def _translated(context: str, text: str, n: int) -> str:
    if n < 0:
        return QCoreApplication.translate(context, text)
    # Without a plural form from a translation file, Qt gives the English source text back, with
    # the number in it already, as bare digits.
    told = QCoreApplication.translate(context, text, "", n)
    return translation.with_number(told.replace(str(n), translation.grouped(n), 1), n)


def colours_file() -> Path:
    """Where it is kept which colours were chosen in the menu."""
    return own_file("colours")


def kept_colours() -> str:
    """What was chosen in an earlier session: "light", "dark", or the "desktop"'s."""
    with suppress(OSError, ValueError):
        name = colours_file().read_text("ascii")
        return name if name in ("light", "dark") else DESKTOP
    return DESKTOP


def theme_named(name: str) -> Theme:
    """The theme of that name; the system's where it is `DESKTOP`."""
    if name != DESKTOP:
        return DARK if name == "dark" else LIGHT
    # By its name: to import `Qt` with its enumerations takes a fifth of the bare window.
    return DARK if QGuiApplication.styleHints().colorScheme().name == "Dark" else LIGHT


def window(colours: str | None = None) -> MainWindow:
    """The main window, empty yet, in the theme of that name; the system's where None."""
    name = colours or DESKTOP
    theme = theme_named(name)
    QGuiApplication.setPalette(palette(theme))
    return MainWindow(theme, name)


def hush_offscreen() -> None:
    """Keep back what Qt's offscreen platform says of itself at each resize, and nothing else."""
    usual = qInstallMessageHandler(None)

    def handler(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if "propagateSizeHints" in message:
            return
        if usual is not None:
            usual(kind, context, message)
        else:
            sys.stderr.write(f"{message}\n")

    qInstallMessageHandler(handler)


class _Watch(QObject):
    """Calls once, when a widget has been painted for the first time."""

    def __init__(self, widget: QWidget, then: Callable[[], None], patience: int) -> None:
        super().__init__(widget)
        self._then: Callable[[], None] | None = then
        widget.installEventFilter(self)
        if patience:
            QTimer.singleShot(patience, self, self._go_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for the paint, then let the loop come round once more."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go_on)
        return False

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()


def when_painted(widget: QWidget, then: Callable[[], None], patience: int = 0) -> None:
    """Call *then* once, right after *widget*'s first paint.

    With *patience* it is called after so many milliseconds even where nothing has been painted.
    """
    _Watch(widget, then, patience)


def paint_to_file(made: MainWindow, path: Path) -> None:
    """Paint the whole window to *path* (PNG) without showing it on a screen."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt

    from azkz_desktop.saving import SavingError, save_bytes

    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    made.show()
    for _ in range(3):  # layouts settle, then what they ask to be painted is painted
        QCoreApplication.processEvents()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not made.grab().save(buffer, "PNG"):
        raise SavingError(made.tr("The picture could not be made."))
    save_bytes(path, bytes(buffer.data().data()))
    made.close()
