"""What holds others: how many, beside its name or mark, and what is open as boxes."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from azkz_desktop.timeline.inside import Inside
from azkz_desktop.timeline.labels import BESIDE, Count, count_of
from azkz_desktop.timeline.lanemarks import LanesResult, spans_of, spots_of
from azkz_desktop.timeline.marks import Badge, Label, Rect, Spans, Spots
from azkz_desktop.timeline.placing import Shelf
from azkz_desktop.timeline.sight import PlacedLane, Setting, Sight, sight_of
from azkz_desktop.timeline.standing import Found

if TYPE_CHECKING:
    from azkz_desktop.timeline.boxes import Boxes

S = TypeVar("S", Spots, Spans)


class Holding:
    """Makes the badges and boxes of one frame, lane by lane."""

    def __init__(self, setting: Setting, inside: Inside, sight: Sight) -> None:
        self._setting, self._inside, self._sight = setting, inside, sight
        rows = sight.rows
        holding = set(rows[inside.counts[rows] > 0].tolist())
        self.counts: Mapping[int, Count] = {
            row: count_of(int(inside.counts[row]), False, setting.wording) for row in holding
        }
        self._badges: list[Badge] = []
        self._boxes: list[Boxes] = []
        self._lanes: list[int] = []

    def lay_boxes(self, number: int, shelf: Shelf, tops: tuple[float, ...]) -> None:
        """The boxes of lane *number*, on its *shelf*, before anything else is named there."""
        setting, rows = self._setting, self._sight.boxed[number]
        if rows:
            from azkz_desktop.timeline.boxes import BoxLayout  # only where something is open

            layout = BoxLayout(setting, self._inside)
            self._boxes.append(layout.lane(number, rows, shelf, tops))
            self._lanes.append(number)

    def add_badges(
        self, number: int, placed: PlacedLane, shelf: Shelf, labels: Sequence[Label]
    ) -> None:
        """Behind the names of those that hold others; beside the marks of those without one."""
        line = self._setting.sizes.line
        named = [label for label in labels if label.row in self.counts]
        for label in named:
            wide = self.counts[label.row].width - BESIDE
            self._add(label.row, label.rect.right - wide, label.y)
        if not self._sight.crowded[number]:
            self._beside_marks(
                number, placed.mark.line - line / 2, shelf, {label.row for label in named}
            )

    def _beside_marks(self, number: int, top: float, shelf: Shelf, named: set[int]) -> None:
        setting, sight = self._setting, self._sight
        part, reach = slice(*sight.bounds[number : number + 2]), int(setting.sizes.spot) + 3
        rows, anchors = sight.rows[part], sight.anchor[part]
        holding = self._inside.counts[rows] > 0
        for row, x in zip(rows[holding].tolist(), anchors[holding].tolist(), strict=True):
            if row not in named:
                first = int(x - setting.scale.left) + reach
                last = first + int(self.counts[row].width - BESIDE)
                if reach <= first and last < shelf.width and shelf.is_free(0, first, last + 1):
                    shelf.take(0, first, last)
                    self._add(row, setting.scale.left + first, top)

    def _add(self, row: int, x: float, y: float) -> None:
        count = self.counts[row]
        rect = Rect(x, round(y), count.width - BESIDE, self._setting.sizes.line - 1)
        self._badges.append(Badge(row, rect, count.text))

    def added_to(self, result: LanesResult) -> LanesResult:
        """The marks of the lanes, and those of the boxes on top of them."""
        if not self._boxes:
            return replace(result, badges=tuple(self._badges))
        setting, boxed = self._setting, self._boxes
        rows = np.array([row for boxes in boxed for row in boxes.rows], np.int32)
        y = np.array([y for boxes in boxed for y in boxes.y], np.float64)
        lanes = np.repeat(self._lanes, [len(boxes.rows) for boxes in boxed])
        none, no = np.zeros(len(rows), np.int64), (False,) * len(self._sight.crowded)
        found = Found(rows, (0, len(rows)), lanes, no, no, none)
        sight = sight_of(setting, found, ([],), y)
        all_of_them = np.ones(len(rows), np.bool_)
        return LanesResult(
            _joined(result.spots, spots_of(setting, sight, all_of_them)),
            _joined(result.spans, spans_of(setting, sight, all_of_them)),
            (*result.labels, *(label for boxes in boxed for label in boxes.labels)),
            result.densities,
            (*self._badges, *(badge for boxes in boxed for badge in boxes.badges)),
            tuple(box for boxes in boxed for box in boxes.boxes),
            tuple(more for boxes in boxed for more in boxes.mores),
            result.told,
            result.piles,
        )


def _joined(one: S, other: S) -> S:
    names = [field.name for field in fields(one)]
    return type(one)(
        *(np.concatenate((getattr(one, name), getattr(other, name))) for name in names)
    )
