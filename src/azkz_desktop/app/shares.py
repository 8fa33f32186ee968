"""How the window's room is shared by its views, whichever of them stand there. No Qt."""

from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple

LEFT, RIGHT = 272, 330
"""Pixels of the filters and of the detail in a window of `USUAL` width."""
USUAL = 1440
DETAIL = (290, 460)
"""Pixels of the detail at the least and at the most; between them it grows with the window."""
SIDES = 0.5
"""The part of a window that both sides together have at most with letters of a larger size."""
MIDDLE = 360
"""Pixels that the views keep, whatever a person left to the sides in a wider window."""
MAP = 0.534
"""The part of the middle that the map has; the rest is for what stands below it."""


class Shares(NamedTuple):
    """What a person left to the views by moving a handle; None where none was moved.

    `left` and `right` are pixels, `map` is a part of the middle's height.
    """

    left: int | None = None
    right: int | None = None
    map: float | None = None

    def across(self, width: int, factor: float = 1.0) -> list[int]:
        """Pixels of filters, views and detail in *width*, for letters *factor* times as large."""
        usual = min(max(round(width * RIGHT / USUAL), DETAIL[0]), DETAIL[1])
        most = max(width * SIDES / (LEFT + usual), 1.0)
        grown = min(max(factor, 1.0), most)
        left = round(LEFT * grown) if self.left is None else self.left
        right = round(usual * grown) if self.right is None else self.right
        sides = min(left + right, max(width - MIDDLE, 0))
        left = round(sides * left / (left + right)) if left + right else 0
        return [left, width - sides, sides - left]

    def down(self, height: int) -> list[int]:
        """Pixels of the map and of what stands below it in *height*."""
        upper = round(height * (MAP if self.map is None else self.map))
        return [upper, height - upper]

    def written(self) -> dict[str, str]:
        """What is kept with the session; a side that was pushed away comes back with the next."""
        return {f"share {name}": str(value) for name, value in self._asdict().items() if value}


def read_shares(about: Mapping[str, str]) -> Shares:
    """What `Shares.written` wrote; what is not understood counts as not moved."""
    left, right, upper = (_number(about.get(f"share {name}", "")) for name in Shares._fields)
    return Shares(
        left if left is None else round(left), right if right is None else round(right),
        upper if upper is not None and upper <= 1 else None,
    )  # fmt: skip


def _number(text: str) -> float | None:
    with suppress(ValueError):
        number = float(text)
        return number if 0 < number < 10_000 else None
    return None
