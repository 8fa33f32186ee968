"""Numbers, units and their qualities in words. No Qt."""

from collections.abc import Iterable

from azkz_desktop.dataset.records import Observation
from azkz_desktop.translation import translate

LARGEST = 1e12
SCALES = (LARGEST, 1e9, 1e6)
SPREAD = 100
"""A unit is not scaled up where a number would become smaller than a hundredth of it."""
SURE = ("actual", "min", "max", "cumulative")


def scale_of(values: Iterable[float]) -> float:
    """By what numbers are divided so that they are short: 1, a million, a billion."""
    sizes = [abs(value) for value in values if value]
    if not sizes:
        return 1.0
    fitting = (one for one in SCALES if max(sizes) >= one and min(sizes) >= one / SPREAD)
    return next(fitting, 1.0)


def unit_words(unit: str, factor: float) -> str:
    """The unit with its factor: "million USD"."""
    words = {
        1e12: translate("Figures", "trillion %s"),
        1e9: translate("Figures", "billion %s"),
        1e6: translate("Figures", "million %s"),
    }
    return words[factor] % unit if factor in words else unit


def short_number(value: float) -> str:
    """Four digits, and never fewer than stand before the point: "393.4", "93,490"."""
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def full_number(value: float, unit: str) -> str:
    """The number as it is held, with its unit."""
    text = f"{value:,.10g}" if abs(value) < 1e10 else f"{value:,.0f}"
    return f"{text}%" if unit == "%" else f"{text} {unit}"


def bound_sign(qualifier: str) -> str:
    """The sign before a number that is only a bound or rough."""
    return {"min": "≥ ", "max": "≤ ", "about": "≈ "}.get(qualifier, "")


def bound_of(qualifier: str) -> int:
    """+1 where the number is the least that it can be, −1 where it is the most."""
    return {"min": 1, "max": -1}.get(qualifier, 0)


def is_rough(qualifier: str) -> bool:
    """Whether it is no count: planned, forecast, estimated, a capacity, about."""
    return qualifier not in SURE


def quality_word(qualifier: str) -> str:
    """What kind of number it is."""
    return {
        "actual": translate("Figures", "actual"),
        "estimate": translate("Figures", "estimate"),
        "forecast": translate("Figures", "forecast"),
        "plan": translate("Figures", "plan"),
        "capacity": translate("Figures", "capacity"),
        "min": translate("Figures", "at least"),
        "max": translate("Figures", "at most"),
        "about": translate("Figures", "about"),
        "cumulative": translate("Figures", "sum of the period"),
    }.get(qualifier, qualifier)


def remarks(observation: Observation) -> tuple[str, ...]:
    """How the number is printed, whom the document cites, and what is noted about it."""
    claim = observation.claim
    found = []
    if claim.as_stated:
        found.append(translate("Figures", "printed: “%s”") % claim.as_stated)
    if claim.cites:
        found.append(translate("Figures", "citing %s") % claim.cites)
    if claim.inferred:
        found.append(translate("Figures", "inferred: %s") % claim.note)
    elif claim.note:
        found.append(claim.note)
    return tuple(found)
