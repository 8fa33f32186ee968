"""How fast the moment is played: in how many seconds it crosses what is in sight."""

from contextlib import suppress
from typing import TYPE_CHECKING

from azkz_desktop.translation import translate

if TYPE_CHECKING:
    from pathlib import Path

PACES = (120, 60, 30, 15, 8)
"""Seconds from edge to edge, the slowest first: so each is as fast at any zoom."""
USUAL = 30
LEAST = 15.0
"""Days: where fewer are in sight none of them lasts longer than it would among so many."""
YEAR, MONTH = 365.2425, 30.4369


def next_pace(pace: int, by: int) -> int:
    """The next faster one (*by* 1), or the next slower one (-1); itself at the end."""
    place = PACES.index(pace) + by
    return PACES[min(max(place, 0), len(PACES) - 1)]


def days_a_second(in_sight: float, pace: int) -> float:
    """How many days pass in a second where so many are *in_sight*."""
    return max(in_sight, LEAST) / pace


def pace_entry(pace: int) -> str:
    """A pace as it stands in the menu and beside the button."""
    return translate("Pace", "%d s") % pace


def pace_words(in_sight: float, pace: int) -> str:
    """What a pace means where so many days are in sight, in one sentence."""
    rate = days_a_second(in_sight, pace)
    whole = translate("Pace", "What is in sight is played in about %d s: %s.")
    return whole % (round(in_sight / rate), _rate_words(rate))


def _rate_words(rate: float) -> str:
    if rate >= YEAR * 0.75:
        number, one = rate / YEAR, translate("Pace", "a year a second")
        many = translate("Pace", "%s years a second")
    elif rate >= MONTH * 0.95:
        number, one = rate / MONTH, translate("Pace", "a month a second")
        many = translate("Pace", "%s months a second")
    elif rate >= 1:
        number, one = rate, translate("Pace", "a day a second")
        many = translate("Pace", "%s days a second")
    else:
        number, one = 1 / rate, translate("Pace", "a day a second")
        many = translate("Pace", "a day in %s seconds")
    text = f"{number:.1f}".removesuffix(".0") if number < 10 else f"{number:.0f}"
    return one if text == "1" else many % text


def _kept() -> "Path":
    from azkz_desktop.app.own import own_file  # what else stands here needs no Qt

    return own_file("play-seconds")


def kept_pace() -> int:
    """What was chosen in an earlier session, or the usual one."""
    with suppress(OSError, ValueError):
        pace = int(_kept().read_text("ascii"))
        return pace if pace in PACES else USUAL
    return USUAL


def keep_pace(pace: int) -> None:
    """Remember the choice; where that cannot be written the next session plays as usual."""
    from azkz_desktop.app.own import keep

    keep(_kept(), str(pace))
