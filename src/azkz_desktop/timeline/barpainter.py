"""Paints the bars of events that last or lie somewhere in a span, and the links of disputes."""

from collections.abc import Sequence
from math import floor
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.batch import Numbers, fill_rects
from azkz_desktop.timeline.disputes import Dispute, OwnDate
from azkz_desktop.timeline.marks import Flags, Pixels, Rect, Spans, Styles
from azkz_desktop.timeline.shapes import arrow, draw_date, draw_span
from azkz_desktop.view.tokens import KIND_GROUPS, Theme

POSSIBLE = 70
"""Opacity (of 255) of the time in which an event may lie."""
CERTAIN = 165
"""Opacity of the time that it certainly fills."""
DOTS = 4
"""So many are left where a bar fades out."""
LINK = 2.0
"""Pixels: how thick the link of a dispute is."""
CASING = 1.0
"""Pixels of the ground's colour beside it."""
CASED = np.array([0.0, -CASING, 0.0, 2 * CASING])
"""How much further a line with its casing reaches."""
EDGES = np.arange(len(KIND_GROUPS) + 1)


class BarPainter:
    """Paints bars: low ones where something lasts, higher ones where an instant lies in them."""

    def __init__(self, theme: Theme, sizes: Sizes) -> None:
        self._radius, self._bar, self._stub = sizes.spot, sizes.bar, sizes.stub
        self._amber = QColor(theme.disagreement)
        self._pale = [_faded(group.colour, POSSIBLE // 2) for group in KIND_GROUPS]
        self._full = [_faded(group.colour, CERTAIN) for group in KIND_GROUPS]

    def paint(self, painter: QPainter, spans: Spans) -> None:
        """Possible spans faded, twice but at their soft ends; cores full."""
        if not len(spans):
            return
        high = np.where(spans.lasting, self._bar, self._radius)
        bars = np.empty((len(spans), 3, 4))
        bars[:, :, 1], bars[:, :, 3] = (spans.y - high // 2)[:, None], high[:, None]
        bars[:, 0, 0], bars[:, 0, 2] = spans.x0, spans.x1
        bars[:, 1, 0], bars[:, 1, 2] = spans.soft0, spans.soft1
        bars[:, 2, 0], bars[:, 2, 2] = spans.c0, spans.c1
        np.floor(bars, out=bars)
        # Ends are floored, not widths: one that the edge of the plot cuts ends where it did.
        bars[:, :, 2] -= bars[:, :, 0]
        np.maximum(bars[:, :2, 2], 0, out=bars[:, :2, 2])
        pale, pale_bounds = _by_style(bars[:, :2], spans.style, spans.faded)
        full, full_bounds = _by_style(bars[:, 2:], spans.style, spans.c1 > spans.c0)
        # One colour after the other; where bars of several lie on one another, all shine through.
        for style in np.bincount(spans.style).nonzero()[0].tolist():
            fill_rects(painter, pale[slice(*pale_bounds[style : style + 2])], self._pale[style])
            fill_rects(painter, full[slice(*full_bounds[style : style + 2])], self._full[style])
        self._open_ends(painter, spans)
        self._fading(painter, spans.fade_right, spans, 1)
        self._fading(painter, spans.fade_left, spans, -1)

    def _open_ends(self, painter: QPainter, spans: Spans) -> None:
        """An arrow where a date is open: it goes on, or came from, beyond the edge."""
        painter.setPen(Qt.PenStyle.NoPen)
        for at in (spans.open_left | spans.open_right).nonzero()[0].tolist():
            painter.setBrush(self._full[spans.style[at]])
            y, reach = float(spans.y[at]), self._bar
            if spans.open_right[at]:
                painter.drawPolygon(arrow(float(spans.x1[at]), y, reach, 1))
            if spans.open_left[at]:
                painter.drawPolygon(arrow(float(spans.x0[at]), y, reach, -1))

    def paint_edges(self, painter: QPainter, spans: Spans) -> None:
        """Lines above and below the bars of contested events; the ground of no text cuts them.

        There are none at their ends, which may be the edge of what is in sight.
        """
        amber = spans.amber.nonzero()[0]
        if not len(amber):
            return
        high = np.where(spans.lasting[amber], self._bar, self._radius)
        edges = np.ones((2, len(amber), 4))
        edges[:, :, 0] = spans.x0[amber]
        edges[:, :, 1] = np.floor(spans.y[amber] - high // 2)
        edges[:, :, 2] = np.maximum(spans.x1[amber] - spans.x0[amber], 1)
        edges[0, :, 1] -= 1
        edges[1, :, 1] += np.floor(high)
        fill_rects(painter, edges.reshape(-1, 4), self._amber)

    def _fading(self, painter: QPainter, ends: Pixels, spans: Spans, way: int) -> None:
        """Dots that get fainter up to *ends*, where nothing is left of a bar of unknown end."""
        step, width = self._stub / DOTS, self._stub / DOTS / 2
        for at in (~np.isnan(ends)).nonzero()[0].tolist():
            colour = QColor(self._full[spans.style[at]])
            top = floor(float(spans.y[at]) - self._bar // 2)
            for dot in range(DOTS):
                colour.setAlpha(CERTAIN * (dot + 1) // DOTS)
                x = float(ends[at]) - way * (dot + 0.75) * step - width / 2
                painter.fillRect(QRectF(x, top, width, self._bar), colour)


def _by_style(bars: Numbers, styles: Styles, wanted: Flags) -> tuple[Numbers, list[int]]:
    """The rectangles (of shape (n, 4)) of those bars that are *wanted*, one style after the other.

    *bars* are some rectangles each, of shape (n, some, 4). The rectangles of a style are those
    from its bound to the next one.
    """
    places = wanted.nonzero()[0]
    styles = styles[places]
    order = styles.argsort(kind="stable")
    bounds = styles[order].searchsorted(EDGES) * bars.shape[1]
    return bars[places[order]].reshape(-1, 4), bounds.tolist()


class DisputeParts(NamedTuple):
    """What disputes are painted from: links, spans of dates with their lines, and points.

    A link is a rectangle, a point has its place and what it is: 0 for a date, −1 or 1 for an
    arrow at the left or right edge, beyond which a link goes on. `grey` points contradict nothing.
    """

    links: list[tuple[float, float, float, float]]
    dates: list[tuple[OwnDate, float]]
    points: list[tuple[float, float, int]]
    grey: list[tuple[float, float]]


def parts_of(disputes: Sequence[Dispute], plot: Rect, radius: float) -> DisputeParts:
    """The parts of *disputes* as far as they are in the *plot*."""
    found = DisputeParts([], [], [], [])
    for _, _, y, dates, link in disputes:
        if link:
            _add_link(found, *link, y, plot, radius)
        found.dates.extend([(date, y) for date in dates if date.x1 > date.x0])
        for date in dates:
            if date.pointed and date.amber:
                found.points.append((date.x, y, 0))
            elif date.pointed:
                found.grey.append((date.x, y))
    return found


def _add_link(
    found: DisputeParts, left: float, right: float, y: float, plot: Rect, radius: float
) -> None:
    """Add what of a link is in the plot, and an arrow at each edge beyond which it goes on."""
    low, high = plot.x, plot.right
    if right <= low or left >= high:
        return
    if left < low - radius:
        found.points.append((low, y, -1))
    if right > high + radius:
        found.points.append((high, y, 1))
    left, right = max(left, low), min(right, high)
    # Between whole pixels it is sharp.
    found.links.append((left, floor(y - LINK / 2), right - left, LINK))


def paint_disputes(
    painter: QPainter, parts: DisputeParts, plot: Rect, theme: Theme, radius: float
) -> None:
    """A link from the earliest to the latest of the dates that contradict; the spans of all dates.

    What contradicts nothing is grey. All has a casing of the ground's colour, as it lies on bars
    that may be of nearly the same; it ends at the edge of the *plot*.
    """
    links = np.array(parts.links)
    if len(links):
        fill_rects(painter, links + CASED, QColor(theme.panel))
    if parts.dates:
        painter.save()
        painter.setClipRect(QRectF(*plot), Qt.ClipOperation.IntersectClip)
        for date, y in parts.dates:
            draw_span(painter, date.x0, date.x1, y, theme, radius, amber=date.amber)
        painter.restore()
    if len(links):
        fill_rects(painter, links, QColor(theme.disagreement))


def paint_points(
    painter: QPainter, parts: DisputeParts, theme: Theme, radius: float, *, amber: bool = True
) -> None:
    """The points of dates, and the arrows of links that go on; only what is grey if not *amber*."""
    for x, y in parts.grey:
        draw_date(painter, 0, x, y, theme, radius, amber=False)
    for x, y, way in parts.points if amber else ():
        draw_date(painter, way, x, y, theme, radius)


def _faded(colour: str, opacity: int) -> QColor:
    faded = QColor(colour)
    faded.setAlpha(opacity)
    return faded
