"""The small pictures of saved views: a PNG beside each view's file."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from azkz_desktop.saving import SavingError, save_bytes
from azkz_desktop.view.saved import SavedView
from azkz_desktop.view.tokens import Theme

SIZE = QSize(168, 105)
"""Pixels in which a picture is shown; it is kept twice as fine."""
TakePicture = Callable[[], QPixmap]


def picture_path(view: SavedView) -> Path:
    """Where the picture of *view* lies."""
    return view.path.with_suffix(".png")


def shrunk(picture: QPixmap) -> QPixmap:
    """*picture* so small that it stands in a list, sharp at 200 % too."""
    fine = picture.scaled(
        SIZE * 2,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    fine.setDevicePixelRatio(1)
    left, top = (fine.width() - 2 * SIZE.width()) // 2, (fine.height() - 2 * SIZE.height()) // 2
    cut = fine.copy(left, top, 2 * SIZE.width(), 2 * SIZE.height())
    cut.setDevicePixelRatio(2)
    return cut


def keep_picture(view: SavedView, picture: QPixmap) -> None:
    """Write *picture* beside the file of *view*; a view without its picture is no misfortune."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if picture.save(buffer, "PNG"):
        with suppress(SavingError):
            save_bytes(picture_path(view), bytes(buffer.data().data()))


def forget_picture(view: SavedView) -> None:
    """Delete the picture of *view*, if there is one."""
    with suppress(OSError):
        picture_path(view).unlink(missing_ok=True)


def picture_of(view: SavedView, theme: Theme) -> QPixmap:
    """The picture of *view*, or an empty page where there is none that can be read."""
    found = QPixmap()
    path = picture_path(view)
    if path.is_file() and found.load(str(path)):
        found.setDevicePixelRatio(2)
        return found
    page = QPixmap(SIZE * 2)
    page.setDevicePixelRatio(2)
    page.fill(QColor(theme.paper))
    painter = QPainter(page)
    painter.setPen(QColor(theme.hairline))
    painter.drawRect(0, 0, SIZE.width() - 1, SIZE.height() - 1)
    painter.end()
    return page
