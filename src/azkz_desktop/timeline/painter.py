"""Paints marks: the same on screen, to SVG, to PDF and to PNG. Text stays text."""

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from azkz_desktop.timeline.bandpainter import paint_band
from azkz_desktop.timeline.batch import Numbers, fill_rects
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.heat import draw_heat
from azkz_desktop.timeline.marks import (
    Dispute,
    Link,
    Marks,
    Ring,
    Spans,
)
from azkz_desktop.timeline.namepainter import paint_names
from azkz_desktop.timeline.shapes import SpotLook, draw_spot
from azkz_desktop.timeline.sprites import Ink, Screen
from azkz_desktop.timeline.texts import Writer
from azkz_desktop.view.tokens import KIND_GROUPS, Theme

POSSIBLE = 70
"""Opacity (of 255) of the time in which an event may lie."""
CERTAIN = 165
"""Opacity of the time that it certainly fills."""


class TimelinePainter:
    """Paints `Marks` with any QPainter.

    `screen` holds ready-made pictures and laid-out texts and serves only where pixels are
    painted; without it shapes and texts are painted as such.
    """

    def __init__(self, theme: Theme, fonts: Fonts, screen: Screen | None = None) -> None:
        self.theme = theme
        self.fonts = fonts
        self.screen = screen
        self.sizes = fonts.sizes()
        self.radius = self.sizes.spot
        self._pale = [_faded(group.colour, POSSIBLE // 2) for group in KIND_GROUPS]
        self._full = [_faded(group.colour, CERTAIN) for group in KIND_GROUPS]

    def paint(self, painter: QPainter, marks: Marks) -> None:
        """Paint everything, from the ground up."""
        writer = Writer(painter, self.fonts, self.screen)
        painter.fillRect(QRectF(0, 0, marks.width, marks.height), QColor(self.theme.panel))
        self._grid(painter, marks)
        for band in marks.bands:
            paint_band(painter, band, self.theme, self.fonts, writer, open_=bool(marks.legend))
        self._moment_line(painter, marks)
        if marks.eras:
            from azkz_desktop.timeline.erapainter import paint_eras, paint_tint  # when wanted

            paint_eras(painter, marks, self.theme, self.fonts, writer)
        painter.save()
        painter.setClipRect(_lanes_clip(marks, marks.plot.x - self.radius - 2))
        self.paint_lane(painter, marks)
        if marks.eras:
            paint_tint(painter, marks, self.theme)
        painter.restore()
        self._names(painter, marks, writer)
        if marks.scroll:
            from azkz_desktop.timeline.scrollpainter import paint_scroll  # most often all fits

            paint_scroll(painter, marks.scroll, self.theme, self.sizes, writer)
        self._axis(marks, writer)
        self._moment_handle(painter, marks)
        if marks.empty:
            self._centred(marks, writer)
        if marks.legend:
            top = (marks.axis.height - self.fonts.height("note")) / 2 - 1
            writer.line(self.sizes.margin, top, marks.legend, "note", self.theme.accent)

    def paint_lane(self, painter: QPainter, marks: Marks) -> None:
        """Paint what stands in the lanes, without ground, grid and names."""
        writer = Writer(painter, self.fonts, self.screen)
        self._lanes(painter, marks)
        self._labels(painter, marks, writer)
        if marks.badges:
            from azkz_desktop.timeline.boxpainter import paint_badges  # only where events hold some

            paint_badges(painter, marks.badges, self.theme, self.fonts, writer)
        if marks.mores:
            from azkz_desktop.timeline.boxpainter import paint_mores  # only where many are inside

            paint_mores(marks.mores, self.theme, writer)
        self._rings(painter, marks.rings)

    def _grid(self, painter: QPainter, marks: Marks) -> None:
        top = int(marks.axis.bottom) - 4
        down = int(marks.plot.bottom) - top
        lines = [(int(tick.x), top, 1, down) for tick in marks.ticks if tick.x is not None]
        fill_rects(painter, _rects(lines), QColor(self.theme.hairline))

    def _axis(self, marks: Marks, writer: Writer) -> None:
        theme, axis = self.theme, marks.axis
        top = axis.y + (axis.height - self.fonts.height("tick")) / 2 - 1
        writer.write(
            [
                (tick.text_x, top, Ink(tick.text, "tick-bold", theme.ink))
                if tick.strong
                else (tick.text_x, top, Ink(tick.text, "tick", theme.secondary))
                for tick in marks.ticks
                if tick.text
            ]
        )

    def _lanes(self, painter: QPainter, marks: Marks) -> None:
        for density in marks.densities:
            draw_heat(painter, density, self.theme)
        if marks.boxes:
            from azkz_desktop.timeline.boxpainter import paint_boxes  # only where something is open

            paint_boxes(painter, marks.boxes, self.theme)
        self._spans(painter, marks.spans)
        self._disputes(painter, marks.disputes)
        self._leaders(painter, marks)
        self._links(painter, marks.links)
        self._spots(painter, marks)

    def _names(self, painter: QPainter, marks: Marks, writer: Writer) -> None:
        painter.save()
        painter.setClipRect(_lanes_clip(marks, 0))
        paint_names(painter, marks, self.theme, self.fonts, writer)
        painter.restore()

    def _spans(self, painter: QPainter, spans: Spans) -> None:
        """Possible spans faded, twice at their middles so that their ends are soft; cores full."""
        if not len(spans):
            return
        high = np.where(spans.lasting, self.sizes.bar, self.radius)
        inset = np.minimum((spans.x1 - spans.x0) * 0.15, 12.0)
        soft = spans.x0 + np.where(spans.open_left, 0, inset)
        soft_width = spans.x1 - np.where(spans.open_right, 0, inset) - soft
        has_core = spans.c1 - spans.c0 > 1
        faded = ~has_core | (spans.c0 > spans.x0 + 1) | (spans.c1 < spans.x1 - 1)
        bars = np.empty((3, len(spans), 4))
        whole, middle, core = bars
        bars[:, :, 1], bars[:, :, 3] = spans.y - high // 2, high
        whole[:, 0], whole[:, 2] = spans.x0, np.maximum(spans.x1 - spans.x0, 1)
        middle[:, 0], middle[:, 2] = soft, np.maximum(soft_width, 1)
        core[:, 0], core[:, 2] = spans.c0, spans.c1 - spans.c0
        np.floor(bars, out=bars)
        # One colour after the other; where bars of several lie on one another, all shine through.
        for style in np.flatnonzero(np.bincount(spans.style)).tolist():
            own = spans.style == style
            fill_rects(painter, bars[:2, own & faded].reshape(-1, 4), self._pale[style])
            fill_rects(painter, core[own & has_core], self._full[style])
        self._open_ends(painter, spans)

    def _open_ends(self, painter: QPainter, spans: Spans) -> None:
        """An arrow where a date is open: it goes on, or came from, beyond the edge."""
        painter.setPen(Qt.PenStyle.NoPen)
        for at in np.flatnonzero(spans.open_left | spans.open_right).tolist():
            painter.setBrush(self._full[spans.style[at]])
            y, reach = float(spans.y[at]), self.sizes.bar
            if spans.open_right[at]:
                painter.drawPolygon(_arrow(float(spans.x1[at]), y, reach, 1))
            if spans.open_left[at]:
                painter.drawPolygon(_arrow(float(spans.x0[at]), y, reach, -1))

    def _labels(self, painter: QPainter, marks: Marks, writer: Writer) -> None:
        """Texts on a ground of their own, so that no line runs through them."""
        if not self.screen:
            ground = QColor(self.theme.panel)
            for one in marks.labels:
                painter.fillRect(QRectF(one.x - 1, one.y, one.width + 2, one.height), ground)
        ink = self.theme.ink
        writer.write([(one.x, one.y, Ink(one.text, one.role, ink)) for one in marks.labels])

    def _leaders(self, painter: QPainter, marks: Marks) -> None:
        lines = [
            (label.leader_x, label.leader_top, 1, label.y + 1 - label.leader_top)
            for label in marks.labels
            if label.leader_x is not None
        ]
        fill_rects(painter, np.floor(_rects(lines)), QColor(self.theme.secondary))

    def _spots(self, painter: QPainter, marks: Marks) -> None:
        """The marks, each with its edge, the heaviest on top."""
        spots = marks.spots
        if self.screen:
            self.screen.spots(painter, spots)
            return
        columns = (spots.x, spots.y, spots.style, spots.pale, spots.amber)
        for x, y, style, pale, amber in zip(*(one.tolist() for one in columns), strict=True):
            painter.save()
            painter.translate(x, y)
            draw_spot(painter, SpotLook(style, pale, amber), self.theme, self.radius)
            painter.restore()

    def _disputes(self, painter: QPainter, disputes: Iterable[Dispute]) -> None:
        """A link from the earliest to the latest date that a document gives, a point at each."""
        amber = QColor(self.theme.disagreement)
        for dispute in disputes:
            xs = [dispute.x, *(x for x, _ in dispute.points)]
            painter.setPen(QPen(amber, 1.6))
            painter.drawLine(QLineF(min(xs), dispute.y, max(xs), dispute.y))
            painter.setBrush(QColor(self.theme.panel))
            for x, _ in dispute.points:
                if abs(x - dispute.x) > 2:
                    painter.drawEllipse(QPointF(x, dispute.y), self.radius * 0.6, self.radius * 0.6)

    def _rings(self, painter: QPainter, rings: Iterable[Ring]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in rings:
            chosen = ring.role == "chosen"
            painter.setPen(QPen(QColor(self.theme.ink), 2 if chosen else 1.2))
            radius = self.radius + (2.5 if chosen else 2)
            painter.drawEllipse(QPointF(ring.x, ring.y), radius, radius)

    def _links(self, painter: QPainter, links: Iterable[Link]) -> None:
        painter.setPen(QPen(QColor(self.theme.ink), 1.2))
        painter.drawLines([QLineF(link.x0, link.y0, link.x1, link.y1) for link in links])

    def _moment_line(self, painter: QPainter, marks: Marks) -> None:
        if marks.moment and not marks.moment.away:
            x, top = int(marks.moment.x), int(marks.axis.bottom)
            painter.fillRect(x, top, 1, int(marks.plot.bottom) - top, QColor(self.theme.ink))

    def _moment_handle(self, painter: QPainter, marks: Marks) -> None:
        if marks.moment is None:
            return
        x, top = marks.moment.x, marks.axis.bottom
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.ink))
        if marks.moment.away:
            painter.drawPolygon(_arrow(x, top, 5, marks.moment.away))
            return
        painter.drawPolygon(
            QPolygonF([QPointF(x - 6, top - 7), QPointF(x + 6, top - 7), QPointF(x, top + 2)])
        )

    def _centred(self, marks: Marks, writer: Writer) -> None:
        width = self.fonts.measure(marks.empty, "lane")
        x = marks.plot.x + (marks.plot.width - width) / 2
        y = marks.plot.y + marks.plot.height / 2
        writer.line(x, y, marks.empty, "lane", self.theme.secondary)


def _lanes_clip(marks: Marks, left: float) -> QRectF:
    bands = sum(band.rect.height for band in marks.bands)
    return QRectF(left, marks.plot.y, marks.width - left, marks.plot.height - bands + 1)


def _rects(rects: Sequence[tuple[float, float, float, float]]) -> Numbers:
    return np.array(rects, np.float64).reshape(-1, 4)


def _arrow(x: float, y: float, reach: float, way: int) -> QPolygonF:
    """The head of an arrow whose tip is at *x*; *way* is 1 to the right, −1 to the left."""
    back = x - way * reach * 1.8
    return QPolygonF([QPointF(back, y - reach), QPointF(x, y), QPointF(back, y + reach)])


def _faded(colour: str, opacity: int) -> QColor:
    faded = QColor(colour)
    faded.setAlpha(opacity)
    return faded
