"""The running application: Qt started, the window made, the session kept."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QStandardPaths, Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from azkz_desktop import __version__, translation
from azkz_desktop.app.window import MainWindow
from azkz_desktop.panels.style import palette
from azkz_desktop.query.errors import QueryError
from azkz_desktop.saving import SavingError, save_bytes
from azkz_desktop.view.library import Library
from azkz_desktop.view.saved import SavedViews
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.tokens import DARK, LIGHT, Theme


def application(arguments: list[str]) -> QApplication:
    """The one QApplication, with its names and fonts set and Qt behind `translate`."""
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        running = QApplication(arguments)
    running.setApplicationName("azkz-desktop")
    running.setApplicationDisplayName("AzKz Explorer")
    running.setApplicationVersion(__version__)
    running.setDesktopFileName("azkz-desktop")
    font = QFont(running.font())
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(13)
    running.setFont(font)
    translation.install(_translated)
    return running


def _translated(context: str, text: str, n: int) -> str:
    if n < 0:
        return QCoreApplication.translate(context, text)
    # Without a plural form from a translation file, Qt gives the English source text back.
    return translation.with_number(QCoreApplication.translate(context, text, "", n), n)


def theme_named(name: str | None) -> Theme:
    """The theme of that name; the system's where None."""
    if name is not None:
        return DARK if name == "dark" else LIGHT
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def window(library: Library, state: ViewState, theme: str | None = None) -> MainWindow:
    """The main window on *library*, showing *state*; what the file does not know is left off."""
    chosen = theme_named(theme)
    QGuiApplication.setPalette(palette(chosen))
    try:
        store = library.store(state)
    except QueryError:
        # A view of other data may filter by what this file does not have: show the rest of it.
        store = library.store(ViewState(span=state.span, map=state.map, moment=state.moment))
    return MainWindow(library, store, chosen)


def paint_to_file(made: MainWindow, path: Path) -> None:
    """Paint the whole window to *path* (PNG) without showing it on a screen."""
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


def saved_views() -> SavedViews:
    """The person's saved views and last session, in their own folder."""
    where = QStandardPaths.StandardLocation.AppDataLocation
    return SavedViews(Path(QStandardPaths.writableLocation(where)))


def last_session(library: Library) -> ViewState | None:
    """The view that was shown when the window was last closed, if there was one."""
    state = saved_views().read_session()
    if state is not None and state.focus is not None and not library.has(state.focus):
        return None
    return state


def keep_session(made: MainWindow) -> None:
    """Write the view down when *made* is closed; what fails then is no reason to stay open."""

    def write() -> None:
        try:
            saved_views().write_session(made.store.state)
        except SavingError as error:
            made.statusBar().showMessage(str(error))

    made.when_closed = write
