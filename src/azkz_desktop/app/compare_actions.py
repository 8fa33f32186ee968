"""Commands for the map of two moments."""

from dataclasses import replace
from datetime import date

from azkz_desktop.app.action import Action, Facts
from azkz_desktop.dates.days import iso, ordinal
from azkz_desktop.translation import translate
from azkz_desktop.view.state import ViewState

YEARS = 10
"""How far from the moment the second one is at first."""


def compare_actions() -> tuple[Action, ...]:
    """Compare or no longer, and which moment stands where."""
    return (
        Action("map.compare", "map", translate("Actions", "Compare two moments"),
               ("Ctrl+Shift+M",), view=compared, separate=True),
        Action("map.compare.swap", "map", translate("Actions", "Change the sides of the moments"),
               ("Ctrl+Alt+Shift+M",), view=swapped),
    )  # fmt: skip


def compared(state: ViewState, facts: Facts) -> ViewState:
    """With a second moment ten years later (earlier, where the data end before), or without."""
    if state.compare:
        return replace(state, compare="")
    later = _years_on(state.moment, YEARS)
    day = later if ordinal(later) <= facts.last else _years_on(state.moment, -YEARS)
    return replace(state, compare=day)


def _years_on(moment: str, years: int) -> str:
    when = date.fromordinal(ordinal(moment))
    leap = (when.month, when.day) == (2, 29)  # a day that most years do not have
    return iso(when.replace(year=when.year + years, day=28 if leap else when.day).toordinal())


def swapped(state: ViewState, _facts: Facts) -> ViewState:
    """Each moment on the other side; one moment stays as it is."""
    if not state.compare:
        return state
    return replace(state, moment=state.compare, compare=state.moment)
