"""Is there a screen? Asked before Qt starts, for without one Qt aborts the process."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from azkz_desktop.translation import translate


class NoDisplayError(RuntimeError):
    """There is no screen to open a window on; the text says what to do instead."""


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be opened here (always true on Windows and macOS)."""
    if not sys.platform.startswith("linux"):
        return True
    return _wayland_answers(environment) or _x11_answers(environment.get("DISPLAY", ""))


def require_display() -> None:
    """Raise NoDisplayError where no window can be opened (Qt itself would abort)."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not has_display() and platform in ("", "xcb", "wayland"):
        raise NoDisplayError(
            translate(
                "Start",
                "There is no display here: use --screenshot OUT.png, or a verb "
                "(azkz-desktop --help lists them).",
            )
        )


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    if not name:
        return False
    return _answers(Path(environment.get("XDG_RUNTIME_DIR", "/"), name))


def _x11_answers(display: str) -> bool:
    host, _, place = display.partition(":")  # such as machine:0 or :0.1
    number, point, screen = place.partition(".")
    if not number.isdecimal() or (point and not screen.isdecimal()):
        return False
    if host not in ("", "unix"):
        return True  # another machine's screen: Qt itself will find out
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers have it
    return _answers(Path(path)) or _answers("\0" + path)


def _answers(address: Path | str) -> bool:
    import socket  # a hundredth of a second that every start would wait for

    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(2)
        try:
            client.connect(str(address))
        except (OSError, ValueError):
            return False
    return True
