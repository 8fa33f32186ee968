"""What the map does at a key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from azkz_desktop.map.moving import MovedMap

STEP = 80.0
"""Pixels that an arrow moves the map."""
NEARER = 1.4
ASIDE = 24.0
"""Pixels that a bracket moves the line between two moments."""

Key = Qt.Key


def step_for_key(event: QKeyEvent) -> "Callable[[MovedMap], None] | None":
    """The step that a key asks for, None where it is none of the map's."""
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return None
    return STEPS.get(event.key())


def _part(widget: "MovedMap", by: float) -> None:
    """Move the line between two moments, where there is one."""
    x = widget.line()
    if x is not None:
        widget.part(x + by)


STEPS: "dict[int, Callable[[MovedMap], None]]" = {
    Key.Key_Left: lambda widget: widget.pan(STEP, 0),
    Key.Key_Right: lambda widget: widget.pan(-STEP, 0),
    Key.Key_Up: lambda widget: widget.pan(0, STEP),
    Key.Key_Down: lambda widget: widget.pan(0, -STEP),
    Key.Key_Plus: lambda widget: widget.zoom(NEARER),
    Key.Key_Equal: lambda widget: widget.zoom(NEARER),
    Key.Key_Minus: lambda widget: widget.zoom(1 / NEARER),
    Key.Key_Home: lambda widget: widget.show_caspian(),
    Key.Key_BracketLeft: lambda widget: _part(widget, -ASIDE),
    Key.Key_BracketRight: lambda widget: _part(widget, ASIDE),
    Key.Key_End: lambda widget: widget.fit_selection(),
    Key.Key_Escape: lambda widget: widget.choose(None),
}
