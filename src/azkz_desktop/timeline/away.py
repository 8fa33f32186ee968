"""The chosen event where it is out of sight: at which edge, and in which lane. No Qt."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from azkz_desktop.timeline.extents import extents
from azkz_desktop.timeline.marks import Ring
from azkz_desktop.timeline.named import Labels
from azkz_desktop.timeline.sight import PlacedLane, Setting

REACH = 9.0
"""Pixels about its tip in which the mark is hit."""


class AwayMark(NamedTuple):
    """Points to the event `row`, which lies to the left (`way` −1) or right (1) of the plot."""

    row: int
    x: float
    y: float
    way: int

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies on the mark or close to it."""
        return abs(x - self.x) <= REACH and abs(y - self.y) <= REACH


def away_mark(
    setting: Setting, lanes: Iterable[PlacedLane], labels: Labels, rings: Iterable[Ring]
) -> AwayMark | None:
    """Where the chosen event is to be looked for, None where it is named or marked in sight."""
    row, scale = setting.chosen, setting.scale
    if row is None or row in labels.row or any(one.role == "chosen" for one in rings):
        return None
    rows = np.array([row], np.int32)
    anchor = float(scale.pixels(extents(setting.columns, rows).anchor)[0])
    if scale.left <= anchor <= scale.right:
        return None
    way = -1 if anchor < scale.left else 1
    for placed in lanes:
        if placed.lane.holds(rows)[0]:
            return AwayMark(row, scale.left if way < 0 else scale.right, placed.mark.line, way)
    return None
