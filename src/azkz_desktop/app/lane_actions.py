"""Commands of the timeline's lanes: their order, and what belongs to an event."""

from dataclasses import replace

from azkz_desktop.app.action import Action
from azkz_desktop.translation import translate


def lane_choices() -> tuple[Action, ...]:
    """What can be done with the lane of the chosen event, and with all."""
    return (
        Action("timeline.open", "view",
               translate("Actions", "Open or close the event"),
               ("Ctrl+Return",), window="toggle_inside", separate=True),
        Action("lane.up", "view", translate("Actions", "Move the lane up"), ("Alt+Up",),
               window="lane_up", separate=True),
        Action("lane.down", "view", translate("Actions", "Move the lane down"), ("Alt+Down",),
               window="lane_down"),
        Action("lane.usual", "view", translate("Actions", "Usual order of lanes"),
               view=lambda state, _facts: replace(state, lane_order=())),
    )  # fmt: skip
