"""Which printed numbers the disagreements of a file are about. No Qt."""

import re
from collections.abc import Iterable, Sequence

from azkz_desktop.dataset.records import Disagreement, Observation

_DIGITS = re.compile(r"\d+")

Sides = tuple[int | None, int | None]
"""The places of both sides of a disagreement among the numbers, None where it is not there."""


def sides(observed: Sequence[Observation], row: Disagreement) -> Sides:
    """Which of *observed* the two sides of *row* are."""
    return (
        _side(observed, row.claim_a, (row.source_a, row.line_a), row.value_a),
        _side(observed, row.claim_b, (row.source_b, row.line_b), row.value_b),
    )


def contested(observed: Sequence[Observation], rows: Iterable[Disagreement]) -> dict[int, str]:
    """The places of the numbers that something contradicts, with the sentence that says so.

    The other side may be a number of another series.
    """
    return {place: row.note for row in rows for place in sides(observed, row) if place is not None}


def _side(
    observed: Sequence[Observation],
    claim: int | None,
    at: tuple[str, int | None],
    value: str,
) -> int | None:
    """By its claim, or by the line where it stands and the number in it."""
    fitting = [
        place
        for place, one in enumerate(observed)
        if one.claim.no == claim or (claim is None and (one.claim.source_key, one.claim.line) == at)
    ]
    if len(fitting) > 1:
        fitting = [place for place in fitting if _prints(observed[place], value)] or fitting
    return fitting[0] if fitting else None


def _prints(one: Observation, value: str) -> bool:
    """Whether the words of a disagreement hold the number as it is printed."""
    printed = one.claim.as_stated or f"{one.value:.0f}"
    wanted, found = _DIGITS.findall(value), _DIGITS.findall(printed)
    return bool(wanted) and "".join(wanted) == "".join(found)
