"""Commands of the timeline: which eras lie behind the lanes, which figures run under them."""

from dataclasses import replace

from azkz_desktop.app.action import Action, ViewChange
from azkz_desktop.translation import translate
from azkz_desktop.view.eranames import ERAS, group_title, toggled
from azkz_desktop.view.state import BAND_SCALES, ViewState

HEIGHTS = "heights"
"""The group of entries of which one holds: how high figures stand."""


def heights_title() -> str:
    """The title of the submenu."""
    return translate("Actions", "Heights of figures")


def chosen_height(state: ViewState) -> str:
    """The id of the entry that holds in *state*."""
    return f"bands.{state.band_scale}"


def time_choices() -> tuple[Action, ...]:
    """Eras first, then figures."""
    return (*_eras(), _figures(), *_heights())


def _eras() -> tuple[Action, ...]:
    return tuple(
        Action(
            f"eras.{group}",
            "view",
            translate("Actions", "Eras: %s") % group_title(group),
            view=_era_toggle(group),
            separate=group == ERAS[0],
        )
        for group in ERAS
    )


def _era_toggle(group: str) -> ViewChange:
    return lambda state, _facts: replace(state, eras=toggled(state.eras, group))


def _figures() -> Action:
    title = translate("Actions", "Figures under the lanes…")
    return Action("bands.choose", "view", title, window="choose_bands", separate=True)


def _heights() -> tuple[Action, ...]:
    titles = {
        "own": translate("Actions", "Each figure by its own largest number"),
        "shared": translate("Actions", "All figures of one unit alike"),
        "log": translate("Actions", "By logarithm"),
    }
    return tuple(
        Action(f"bands.{one}", "view", titles[one], view=_with_scale(one), group=HEIGHTS)
        for one in BAND_SCALES
    )


def _with_scale(scale: str) -> ViewChange:
    return lambda state, _facts: replace(state, band_scale=scale)
