"""Commands that play the moment, and how fast, which is about the reader and not the view."""

from azkz_desktop.app.action import Action
from azkz_desktop.app.pace import PACES, pace_entry
from azkz_desktop.translation import translate

PACE = "pace"
"""The group of entries of which one holds."""


def paces_title() -> str:
    """The title of the submenu."""
    return translate("Actions", "Speed of playing")


def pace_id(pace: int) -> str:
    """The id of the entry that holds at *pace*."""
    return f"go.pace.{pace}"


def play_actions() -> tuple[Action, ...]:
    """Play, slower, faster, and each speed."""
    return (
        Action("go.play", "go", translate("Actions", "Play the moment"),
               ("Ctrl+Space",), window="play", separate=True),
        Action("go.slower", "go", translate("Actions", "Play slower"),
               ("Ctrl+,",), window="slower"),
        Action("go.faster", "go", translate("Actions", "Play faster"),
               ("Ctrl+.",), window="faster"),
        *(_pace(pace) for pace in PACES),
    )  # fmt: skip


def _pace(pace: int) -> Action:
    title = translate("Actions", "Play what is in sight in %s") % pace_entry(pace)
    entry = translate("Actions", "What is in sight in %s") % pace_entry(pace)
    return Action(
        pace_id(pace), "go", title, window="play_in", given=str(pace), group=PACE, entry=entry
    )
