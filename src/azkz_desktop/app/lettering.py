"""The size of text that a reader chose, kept from session to session, and the desktop's own."""

import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

from azkz_desktop.app.own import keep, own_file
from azkz_desktop.painting.letters import BODY, Letters, letter_pixels

if TYPE_CHECKING:
    from pathlib import Path

    from azkz_desktop.app.window import MainWindow

STEPS = (90, 100, 115, 130, 150)
"""What the menu offers, in percent of the normal size."""
NORMAL = 100
SMALLEST, LARGEST = 90, 200
"""Percent: what can be asked for, and the most to which chosen and desktop's size multiply."""
USUAL_POINTS = {"windows": 9.0, "cocoa": 13.0}
"""The font size of a desktop on which nobody has changed it, by Qt's platform."""
TEN_POINTS = frozenset({"KDE", "XFCE", "LXQT", "MATE", "X-CINNAMON"})
"""Desktops of X11 and Wayland with fonts of 10 points; the others have 11 at the most."""
NO_DESKTOP = frozenset({"offscreen", "minimal"})


class TextSize(NamedTuple):
    """`percent` of the normal size, which is `desktop` times the usual one."""

    percent: int = NORMAL
    desktop: float = 1.0

    @property
    def factor(self) -> float:
        """How much larger letters are than usual."""
        return min(self.percent / 100 * self.desktop, LARGEST / 100)

    def stepped(self, by: int) -> "TextSize":
        """The next larger step of the menu (*by* 1), or the next smaller one (-1)."""
        beyond = [one for one in STEPS[::by] if (one - self.percent) * by > 0]
        return self._replace(percent=beyond[0]) if beyond else self


class Present:
    """`size` is what the application writes in now."""

    size = TextSize()


def desktop_factor(font: QFont) -> float:
    """How much larger the desktop's own *font* is than desktops usually have it, never less.

    Who has set larger text there finds it here as well. Without a desktop it is 1.
    """
    platform = QGuiApplication.platformName()
    if platform in NO_DESKTOP or font.pointSizeF() <= 0:
        return 1.0
    names = os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    other = 10.0 if TEN_POINTS.intersection(names) else 11.0
    return max(font.pointSizeF() / USUAL_POINTS.get(platform, other), 1.0)


def write_in(size: TextSize) -> None:
    """Let all letters have *size* from now on."""
    Present.size, Letters.factor = size, size.factor
    font = QFont(QGuiApplication.font())
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(letter_pixels(BODY))
    QApplication.setFont(font)


def change_size(window: "MainWindow", size: TextSize) -> None:
    """Show *window* in text of *size* and keep that for the next session."""
    write_in(size)
    window.follow_text_size()
    keep_percent(size.percent)


def _kept() -> "Path":
    return own_file("text-size")


def kept_percent() -> int:
    """What was chosen in an earlier session; the normal size where nothing was."""
    with suppress(OSError, ValueError):
        percent = int(_kept().read_text("ascii"))
        return percent if SMALLEST <= percent <= LARGEST else NORMAL
    return NORMAL


def keep_percent(percent: int) -> None:
    """Remember the choice; where that cannot be written the next session is in normal size."""
    keep(_kept(), str(percent))
