"""Contested dates: each document's own date as a point, and the link between them."""

import numpy as np

from azkz_desktop.timeline.extents import of_bounds
from azkz_desktop.timeline.marks import Dispute, Spots
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import ClaimDate, TimelineSource

MOST = 200
"""More contested marks than that are shown by their amber edge alone."""


def disputes(source: TimelineSource, scale: Scale, spots: Spots) -> tuple[Dispute, ...]:
    """The disputes of the contested events among *spots*, points in order of time."""
    places = np.flatnonzero(spots.amber)
    if not len(places) or len(places) > MOST:
        return ()
    dates = source.contested_dates(spots.row[places])
    return tuple(
        Dispute(int(spots.row[at]), float(spots.x[at]), float(spots.y[at]), _points(scale, claims))
        for at, claims in zip(places, dates, strict=True)
        if claims
    )


def _points(scale: Scale, claims: tuple[ClaimDate, ...]) -> tuple[tuple[float, str], ...]:
    bounds = np.array([claim[:4] for claim in claims], np.int32)
    anchors = of_bounds(*bounds.T).anchor
    xs = np.clip(scale.pixels(anchors), scale.left, scale.right)
    points = zip(xs.tolist(), (claim.source_key for claim in claims), strict=True)
    return tuple(sorted(points))
