"""Contested dates: each document's own date as a point, and the link between them."""

import numpy as np

from azkz_desktop.timeline.extents import of_bounds
from azkz_desktop.timeline.marks import Dispute, Spots
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import ClaimDate, TimelineSource

MOST = 200
"""More contested marks than that are shown by their amber edge alone."""
Dates = tuple[list[float], tuple[str, ...]]
"""For each claim the day on which its mark stands, and its document."""


class Disputes:
    """Knows the contested dates of the events that were drawn; asks for each event once."""

    def __init__(self, source: TimelineSource) -> None:
        self._source = source
        self._known: dict[int, Dates] = {}

    def of(self, scale: Scale, spots: Spots) -> tuple[Dispute, ...]:
        """The disputes of the contested events among *spots*, points in order of time.

        An event that is contested in something else than its date has no points.
        """
        places = np.flatnonzero(spots.amber)
        if not len(places) or len(places) > MOST:
            return ()
        rows = spots.row[places].tolist()
        self._ask_for(rows)
        known = [self._known[row] for row in rows]
        days = np.array([day for anchors, _ in known for day in anchors])
        held = np.minimum(np.maximum(scale.pixels(days), scale.left), scale.right)
        pixels = iter(held.tolist())
        xs, ys = spots.x[places].tolist(), spots.y[places].tolist()
        return tuple(
            Dispute(row, x, y, tuple(sorted([(next(pixels), source) for source in sources])))
            for row, x, y, (_, sources) in zip(rows, xs, ys, known, strict=True)
            if sources
        )

    def _ask_for(self, rows: list[int]) -> None:
        missing = [row for row in dict.fromkeys(rows) if row not in self._known]
        if missing:
            found = self._source.contested_dates(np.array(missing, np.int32))
            anchors = iter(_anchors([claim for claims in found for claim in claims]))
            for row, claims in zip(missing, found, strict=True):
                sources = tuple(claim.source_key for claim in claims)
                self._known[row] = [next(anchors) for _ in sources], sources


def _anchors(claims: list[ClaimDate]) -> list[float]:
    bounds = np.array([claim[:4] for claim in claims], np.int32).reshape(-1, 4)
    anchors: list[float] = of_bounds(*bounds.T).anchor.tolist()
    return anchors
