"""Contested dates: each document's own date as a point, and the link between them."""

import numpy as np
from numpy.typing import NDArray

from azkz_desktop.timeline.extents import of_bounds
from azkz_desktop.timeline.marks import Dispute, Spots
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import ClaimDate, TimelineSource

MOST = 200
"""More contested marks than that are shown by their amber edge alone."""
Dates = tuple[NDArray[np.float64], tuple[str, ...]]
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
        self._ask_for(spots.row[places])
        found = []
        for at in places.tolist():
            row = int(spots.row[at])
            points = _points(scale, self._known[row])
            found.append(Dispute(row, float(spots.x[at]), float(spots.y[at]), points))
        return tuple(dispute for dispute in found if dispute.points)

    def _ask_for(self, rows: NDArray[np.int32]) -> None:
        missing = np.array([row for row in rows.tolist() if row not in self._known], np.int32)
        if len(missing):
            dates = self._source.contested_dates(missing)
            for row, claims in zip(missing.tolist(), dates, strict=True):
                self._known[row] = _anchors(claims)


def _anchors(claims: tuple[ClaimDate, ...]) -> Dates:
    if not claims:
        return np.empty(0), ()
    bounds = np.array([claim[:4] for claim in claims], np.int32)
    return of_bounds(*bounds.T).anchor, tuple(claim.source_key for claim in claims)


def _points(scale: Scale, dates: Dates) -> tuple[tuple[float, str], ...]:
    anchors, sources = dates
    if not sources:
        return ()
    xs = np.minimum(np.maximum(scale.pixels(anchors), scale.left), scale.right)
    return tuple(sorted(zip(xs.tolist(), sources, strict=True)))
