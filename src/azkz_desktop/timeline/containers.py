"""What belongs to which event, and what of it is open, for the selection that is shown."""

from collections.abc import Sequence

from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.inside import Inside, sound_parents
from azkz_desktop.timeline.lanes import Lane
from azkz_desktop.timeline.source import Rows, TimelineSource
from azkz_desktop.view.state import Span, ViewState


class Containers:
    """Answers for one file; remembers what it found for the last selection."""

    def __init__(self, source: TimelineSource) -> None:
        self._source = source
        self._parents: Rows | None = None
        self._for: Rows | None = None
        self._inside: Inside | None = None
        self._opened_for: tuple[tuple[str, ...], Rows | None] = ((), None)
        self._opened: frozenset[int] = frozenset()
        self._needed: dict[Lane, int] = {}
        self._needed_for: frozenset[int] = frozenset()

    def inside(self, selection: Selection) -> Inside | None:
        """What belongs to which event of the selection, None where nothing does."""
        if self._parents is None:
            self._parents = sound_parents(self._source.columns)
        if self._for is not selection.rows:
            self._for = selection.rows
            found = Inside(self._source.columns, self._parents, selection.rows)
            self._inside = found if len(found) else None
        return self._inside

    def opened(self, view: ViewState, selection: Selection) -> frozenset[int]:
        """The rows of the selection that are open and hold something."""
        inside = self.inside(selection) if view.opened else None
        if inside is None:
            return frozenset()
        if self._opened_for[0] != view.opened or self._opened_for[1] is not selection.rows:
            self._opened_for = view.opened, selection.rows
            self._needed.clear()
            found = (self._source.row_of(one) for one in view.opened)
            self._opened = frozenset(row for row in found if row is not None and inside.holds(row))
        return self._opened

    def rows_needed(
        self, lanes: Sequence[Lane], view: ViewState, selection: Selection, span: Span
    ) -> tuple[int, ...]:
        """How many rows each lane needs for what is open and has a day in *span*.

        Elsewhere in time an open one would leave a lane blank and push others out of sight. As
        long as any of its days is in sight its room is the same, so that lanes keep their places.
        """
        opened, inside = self.opened(view, selection), self.inside(selection)
        if not opened or inside is None:
            return ()
        wanted = inside.in_sight(opened, span)
        if wanted != self._needed_for:
            self._needed_for = wanted
            self._needed.clear()
        return tuple(self._rows(lane, inside, opened, span) for lane in lanes)

    def _rows(self, lane: Lane, inside: Inside, opened: frozenset[int], span: Span) -> int:
        if lane not in self._needed:
            self._needed[lane] = inside.rows_for_boxes(lane, opened, span)
        return self._needed[lane]
