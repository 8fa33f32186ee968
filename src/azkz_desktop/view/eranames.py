"""The groups of eras and what they are called: what menus need before any era is made."""

from azkz_desktop.translation import translate

STATES = ("azerbaijan", "kazakhstan")
"""The two states whose presidents and common bodies are told of."""
OFFICE = "presidents-"
OFFICES = tuple(OFFICE + state for state in STATES)
CONFLICTS = "conflicts"
BODIES = "bodies"
ERAS = (*OFFICES, CONFLICTS, BODIES)
"""The groups that every file is asked for; one of which it does not tell is empty."""


def group_title(group: str) -> str:
    """The whole title of a group, as menus have it."""
    return {
        OFFICES[0]: translate("Eras", "Presidents of Azerbaijan"),
        OFFICES[1]: translate("Eras", "Presidents of Kazakhstan"),
        CONFLICTS: translate("Eras", "Wars and conflicts"),
        BODIES: translate("Eras", "Unions and bodies of both states"),
    }[group]


def short_title(group: str) -> str:
    """The title of a group where there is little room: what tells it apart comes first."""
    return {
        OFFICES[0]: translate("Eras", "Azerbaijan: president"),
        OFFICES[1]: translate("Eras", "Kazakhstan: president"),
        CONFLICTS: translate("Eras", "Conflicts"),
        BODIES: translate("Eras", "Bodies of both"),
    }[group]


def toggled(eras: tuple[str, ...], group: str) -> tuple[str, ...]:
    """*eras* with *group* taken on or off, in the order of the menu; unknown groups come last."""
    on = set(eras) ^ {group}
    return (*(one for one in ERAS if one in on), *(one for one in eras if one not in ERAS))
