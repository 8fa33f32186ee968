"""Where lines are drawn, so that words can keep off them where there is room elsewhere."""

from collections.abc import Iterable
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.map.camera import Camera
from azkz_desktop.map.marks import Ref, Stroke
from azkz_desktop.map.shapes import Floats, line_length, points_along

GRAIN: Final = 4.0
"""Pixels: the side of a square of the table."""
SEVERAL: Final = -1


class Under:
    """The lines in the picture of *camera*, in squares.

    The squares are fixed to the ground, so that a label stays where it is while the map moves.
    """

    def __init__(self, strokes: Iterable[Stroke], camera: Camera) -> None:
        self._left = (camera.x / camera.scale - camera.width / 2) % GRAIN
        self._top = (-camera.y / camera.scale - camera.height / 2) % GRAIN
        rows, columns = int(camera.height / GRAIN) + 2, int(camera.width / GRAIN) + 2
        self._squares: NDArray[np.int16] = np.zeros((rows, columns), dtype=np.int16)
        self._numbers: dict[Ref | None, int] = {}
        for stroke in strokes:
            number = self._numbers.setdefault(stroke.ref, len(self._numbers) + 1)
            self._lay(stroke, number)

    def _lay(self, stroke: Stroke, number: int) -> None:
        squares, begun = self._squares, stroke.begun or (0.0,) * len(stroke.lines)
        for line, before in zip(stroke.lines, begun, strict=True):
            # The same points of a line whatever of it is in the picture.
            start = -before % (GRAIN / 2)
            spots = points_along(line, np.arange(start, line_length(line) + GRAIN / 2, GRAIN / 2))
            columns = np.floor((spots[:, 0] + self._left) / GRAIN).astype(np.intp)
            rows = np.floor((spots[:, 1] + self._top) / GRAIN).astype(np.intp)
            inside = (columns >= 0) & (columns < squares.shape[1])
            inside &= (rows >= 0) & (rows < squares.shape[0])
            at = rows[inside], columns[inside]
            held = squares[at]
            squares[at] = np.where((held == 0) | (held == number), number, SEVERAL)

    def crossed(
        self, left: float, top: float, right: float, bottom: float, own: Ref | None = None
    ) -> int:
        """How much of what lies between four sides lines other than that of *own* go through."""
        first_row = max(int((top + self._top) // GRAIN), 0)
        first = max(int((left + self._left) // GRAIN), 0)
        last_row = max(int((bottom + self._top) // GRAIN) + 1, 0)
        last = max(int((right + self._left) // GRAIN) + 1, 0)
        piece = self._squares[first_row:last_row, first:last]
        number = self._numbers.get(own, 0) if own is not None else 0
        if not number:
            return int(np.count_nonzero(piece))
        return int(np.count_nonzero((piece != 0) & (piece != number)))

    def crossings(self, boxes: Floats) -> Floats:
        """How much of what lies in each of *boxes* (n, 4; left, top, right, bottom) lines cross."""
        sums = self._sums
        across = np.add(np.floor((boxes[:, 0::2] + self._left) / GRAIN), (0, 1)).astype(np.intp)
        down = np.add(np.floor((boxes[:, 1::2] + self._top) / GRAIN), (0, 1)).astype(np.intp)
        (a, c), (b, d) = across.clip(0, sums.shape[1] - 1).T, down.clip(0, sums.shape[0] - 1).T
        found: Floats = (sums[d, c] - sums[b, c] - sums[d, a] + sums[b, a]).astype(np.float64)
        return found

    def crossed_at(self, points: Floats) -> NDArray[np.bool_]:
        """At which of *points* (n, k, 2) a line is drawn."""
        columns = np.floor((points[..., 0] + self._left) / GRAIN).astype(np.intp)
        rows = np.floor((points[..., 1] + self._top) / GRAIN).astype(np.intp)
        high, wide = self._squares.shape
        found: NDArray[np.bool_] = (
            self._squares[rows.clip(0, high - 1), columns.clip(0, wide - 1)] != 0
        )
        return found

    @cached_property
    def _sums(self) -> NDArray[np.int32]:
        """How many squares left of and above each corner have a line in them."""
        filled = np.cumsum(np.cumsum(self._squares != 0, axis=0, dtype=np.int32), axis=1)
        return np.pad(filled, ((1, 0), (1, 0)))
