"""Commands of the timeline's lanes: their order, and what belongs to an event."""

from dataclasses import replace

from azkz_desktop.app.action import Action
from azkz_desktop.translation import translate


def lane_choices() -> tuple[Action, ...]:
    """What can be done with the lane in which one is, and with all."""
    return (
        Action("timeline.open", "view",
               translate("Actions", "Open or close the event"),
               ("Ctrl+Return",), window="toggle_inside", separate=True),
        Action("lane.previous", "view", translate("Actions", "To the lane above"),
               ("Ctrl+Up",), window="previous_lane", separate=True),
        Action("lane.next", "view", translate("Actions", "To the lane below"),
               ("Ctrl+Down",), window="next_lane"),
        Action("lane.earlier", "view", translate("Actions", "Previous event in the lane"),
               ("Ctrl+Shift+Left",), window="previous_in_lane"),
        Action("lane.later", "view", translate("Actions", "Next event in the lane"),
               ("Ctrl+Shift+Right",), window="next_in_lane"),
        Action("lane.fold", "view", translate("Actions", "Fold or unfold the lane"),
               ("Ctrl+Shift+F",), window="fold_lane"),
        Action("lane.hide", "view", translate("Actions", "Hide the lane"),
               ("Ctrl+Shift+H",), window="hide_lane"),
        Action("lane.all", "view", translate("Actions", "Show all lanes"),
               ("Ctrl+Shift+A",), window="all_lanes"),
        Action("lane.up", "view", translate("Actions", "Move the lane up"), ("Alt+Up",),
               window="lane_up"),
        Action("lane.down", "view", translate("Actions", "Move the lane down"), ("Alt+Down",),
               window="lane_down"),
        Action("lane.usual", "view", translate("Actions", "Usual order of lanes"),
               view=lambda state, _facts: replace(state, lane_order=())),
    )  # fmt: skip
