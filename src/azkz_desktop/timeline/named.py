"""The labels of a frame as columns: there are a hundred in every one, and few are looked at."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING, Any, overload

from azkz_desktop.timeline.marks import Label

Column = list[Any]


class Labels(Sequence[Label]):
    """The labels of a frame: one list a field of `Label`, by its name, all equally long.

    Those of a lane stand together, the lanes from the top, in each the heaviest first (but for a
    chosen one that is named before its turn). As a sequence it has `Label`s, which are made when
    asked for. Those of open containers come behind all: what is asked of a lane is asked before.
    """

    __slots__ = Label._fields
    if TYPE_CHECKING:
        row: list[int]
        lane: list[int]
        text: list[str]
        role: list[str]
        x: list[float]
        y: list[float]
        width: list[float]
        height: list[float]
        leader_x: list[float | None]
        leader_top: list[float]
        rank: list[int]

    def __init__(self, *columns: Column) -> None:
        """One list a field, in their order."""
        for name, column in zip(Label._fields, columns, strict=True):
            setattr(self, name, column)

    @classmethod
    def of(cls, labels: Iterable[Label]) -> "Labels":
        """The columns of *labels*."""
        if isinstance(labels, cls):
            return labels
        columns = [list(column) for column in zip(*labels, strict=True)]
        return cls(*(columns or [[] for _ in Label._fields]))

    def ranks_of_lane(self, lane: int) -> list[int]:
        """The ranks of the labels in *lane*; the labels of a lane stand together."""
        return self.rank[self._part(lane)]

    def of_lane(self, lane: int, rows: Container[int]) -> list[Label]:
        """The labels in *lane* of those events that are in *rows*."""
        places = range(len(self))[self._part(lane)]
        return [self[at] for at in places if self.row[at] in rows]

    def _part(self, lane: int) -> slice:
        return slice(bisect_left(self.lane, lane), bisect_right(self.lane, lane))

    def __len__(self) -> int:
        return len(self.row)

    @overload
    def __getitem__(self, at: int) -> Label: ...
    @overload
    def __getitem__(self, at: slice) -> list[Label]: ...
    def __getitem__(self, at: int | slice) -> Label | list[Label]:
        columns = [getattr(self, name)[at] for name in Label._fields]
        if isinstance(at, slice):
            return [Label(*values) for values in zip(*columns, strict=True)]
        return Label(*columns)
