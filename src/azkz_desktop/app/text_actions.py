"""Commands for the size of text and the colours: about the reader, no part of the view."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from azkz_desktop.app.action import Action
from azkz_desktop.app.lettering import NORMAL, STEPS, Present
from azkz_desktop.translation import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

SIZES = "text"
"""The group of entries of which one holds."""
COLOURS = "colours"
"""Another one."""
KEYS = {NORMAL: ("Ctrl+Alt+0",)}


def sizes_title() -> str:
    """The title of the submenu."""
    return translate("Actions", "Text size")


def text_choices() -> tuple[Action, ...]:
    """Each size, and the way to the next one."""
    return (
        *(_step(percent) for percent in STEPS),
        Action("text.larger", "look", translate("Actions", "Larger text"),
               ("Ctrl+Alt++", "Ctrl+Alt+="), window="larger_text", separate=True),
        Action("text.smaller", "look", translate("Actions", "Smaller text"),
               ("Ctrl+Alt+-",), window="smaller_text"),
    )  # fmt: skip


def colours_title() -> str:
    """The title of the submenu."""
    return translate("Actions", "Colours")


def colour_choices() -> tuple[Action, ...]:
    """As the desktop has them, light, dark."""
    entries = {
        "desktop": translate("Actions", "As the desktop"),
        "light": translate("Actions", "Light"),
        "dark": translate("Actions", "Dark"),
    }
    title = translate("Actions", "Colours: %s")
    return tuple(
        Action(
            f"colours.{name}", "look", title % entry, window="colours", given=name,
            group=COLOURS, entry=entry, separate=name == "desktop",
        )
        for name, entry in entries.items()
    )  # fmt: skip


def _step(percent: int) -> Action:
    entry = _names().get(percent, "%d %%") % percent
    title = translate("Actions", "Text size: %s") % entry
    keys = KEYS.get(percent, ())
    return Action(
        f"text.{percent}", "look", title, keys,
        window="text_size", given=str(percent), group=SIZES, entry=entry,
    )  # fmt: skip


def _names() -> dict[int, str]:
    return {
        90: translate("Actions", "Smaller (%d %%)"),
        100: translate("Actions", "Normal (%d %%)"),
        115: translate("Actions", "Large (%d %%)"),
        130: translate("Actions", "Larger (%d %%)"),
        150: translate("Actions", "Largest (%d %%)"),
    }


def mark_size(entries: "Mapping[str, QAction]") -> None:
    """Mark the size that holds, and where there is none beyond it."""
    size = Present.size
    if (entry := entries.get(f"text.{size.percent}")) is not None:
        entry.setChecked(True)
    entries["text.larger"].setEnabled(size.stepped(1) != size)
    entries["text.smaller"].setEnabled(size.stepped(-1) != size)
