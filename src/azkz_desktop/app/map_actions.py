"""Commands of the map of which one holds at a time: what is divided, how, and in whose words.

Each group is a submenu of the map's menu whose entries exclude each other.
"""

from dataclasses import replace

from azkz_desktop.app.action import Action, ViewChange
from azkz_desktop.map.styles import scenario_word
from azkz_desktop.translation import translate
from azkz_desktop.view.state import LANGUAGES, SCENARIOS, SCOPES, ViewState

GROUPS = ("scope", "scenario", "names")


def group_title(group: str) -> str:
    """The title of a submenu."""
    return {
        "scope": translate("Actions", "Lines and positions"),
        "scenario": translate("Actions", "Divide the sea"),
        "names": translate("Actions", "Names on the map"),
    }[group]


def chosen_in(group: str, state: ViewState) -> str:
    """The id of the entry of *group* that holds in *state*."""
    return {
        "scope": f"map.scope.{state.scope}",
        "scenario": f"map.scenario.{state.scenario if state.scenario in SCENARIOS else 'none'}",
        "names": f"map.names.{state.language}",
    }[group]


def map_choices() -> tuple[Action, ...]:
    """The entries of all groups, and where it is all told by years."""
    years = Action(
        "map.years",
        "map",
        translate("Actions", "The Caspian by years"),
        view=lambda state, _facts: replace(state, pane="years"),
        separate=True,
    )
    return (*_scopes(), *_scenarios(), *_languages(), years)


def _scopes() -> tuple[Action, ...]:
    return tuple(
        Action(
            f"map.scope.{one}",
            "map",
            _scope_words(one),
            (f"Ctrl+Alt+{place}",),
            view=_with_scope(one),
            group="scope",
            separate=place == 1,
        )
        for place, one in enumerate(SCOPES, 1)
    )


def _scope_words(scope: str) -> str:
    return {
        "seabed": translate("Actions", "Lines on the seabed"),
        "surface": translate("Actions", "Lines on the surface"),
        "positions": translate("Actions", "Positions of the five states"),
    }[scope]


def _with_scope(scope: str) -> ViewChange:
    return lambda state, _facts: replace(state, scope=scope)


def _scenarios() -> tuple[Action, ...]:
    return tuple(
        Action(
            f"map.scenario.{one or 'none'}",
            "map",
            _scenario_title(one),
            view=_with_scenario(one),
            group="scenario",
            entry=scenario_word(one),
        )
        for one in ("", *SCENARIOS)
    )


def _scenario_title(scenario: str) -> str:
    if not scenario:
        return translate("Actions", "No scenario")
    return translate("Actions", "Scenario: %s") % scenario_word(scenario)


def _with_scenario(scenario: str) -> ViewChange:
    return lambda state, _facts: replace(state, scenario=scenario)


LANGUAGE_NAMES = {
    "en": "English",
    "az": "Azərbaycanca",
    "kk": "Қазақша",
    "ru": "Русский",
    "tr": "Türkçe",
}
"""What the speakers of each language call it."""


def _languages() -> tuple[Action, ...]:
    return tuple(
        Action(
            f"map.names.{one}",
            "map",
            translate("Actions", "Names on the map: %s") % LANGUAGE_NAMES[one],
            view=_with_language(one),
            group="names",
            entry=LANGUAGE_NAMES[one],
        )
        for one in LANGUAGES
    )


def _with_language(language: str) -> ViewChange:
    return lambda state, _facts: replace(state, language=language)
