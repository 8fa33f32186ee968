"""Paints marks: the same on screen, to SVG, to PDF and to PNG. Text stays text."""

import math
from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.heat import draw_heat
from azkz_desktop.timeline.marks import BandMark, Dispute, LaneMark, Marks, Ring, Spans
from azkz_desktop.timeline.shapes import draw_spot
from azkz_desktop.timeline.sprites import Ink, Placed, Screen
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
        self.radius = fonts.sizes().spot
        self._pale = [_faded(group.colour, POSSIBLE // 2) for group in KIND_GROUPS]
        self._full = [_faded(group.colour, CERTAIN) for group in KIND_GROUPS]

    def paint(self, painter: QPainter, marks: Marks) -> None:
        """Paint everything, from the ground up."""
        painter.fillRect(QRectF(0, 0, marks.width, marks.height), QColor(self.theme.panel))
        self.paint_axis(painter, marks)
        painter.save()
        painter.setClipRect(_lanes_clip(marks))
        self._lanes(painter, marks)
        painter.restore()
        for band in marks.bands:
            self._band(painter, band)
        self._moment_handle(painter, marks)
        if marks.empty:
            self._centred(painter, marks)

    def paint_axis(self, painter: QPainter, marks: Marks) -> None:
        """Paint the ticks' lines and texts."""
        theme, axis = self.theme, marks.axis
        bottom = marks.plot.bottom
        hairline, from_y = QColor(theme.hairline), int(axis.bottom) - 4
        for tick in marks.ticks:
            painter.fillRect(int(tick.x), from_y, 1, int(bottom) - from_y, hairline)
        top = axis.y + (axis.height - self.fonts.height("tick")) / 2 - 1
        free = axis.x
        if marks.context:
            self._text(painter, axis.x, top, marks.context, "tick-bold", theme.ink)
            free += self.fonts.measure(marks.context, "tick-bold") + 8
        texts = []
        for tick in marks.ticks:
            role = "tick-bold" if tick.strong else "tick"
            width = self.fonts.measure(tick.text, role)
            x = min(max(tick.text_x - width / 2, axis.x - 12), marks.width - width)
            if x >= free - (12 if free == axis.x else 0):
                colour = theme.ink if tick.strong else theme.secondary
                texts.append((x, top, Ink(tick.text, role, colour)))
        self._texts(painter, texts)

    def _lanes(self, painter: QPainter, marks: Marks) -> None:
        hairline, width = QColor(self.theme.hairline), int(marks.width)
        for lane in marks.lanes:
            painter.fillRect(0, int(lane.rect.bottom), width, 1, hairline)
        names = [text for lane in marks.lanes for text in self._lane_name(lane, marks.plot.x)]
        self._texts(painter, names)
        painter.setClipRect(
            QRectF(marks.plot.x - self.radius - 2, marks.plot.y, marks.width, marks.plot.height),
            Qt.ClipOperation.IntersectClip,
        )
        for density in marks.densities:
            draw_heat(painter, density, self.theme)
        self._spans(painter, marks.spans)
        self._disputes(painter, marks.disputes)
        self._leaders(painter, marks)
        self._spots(painter, marks)
        self._rings(painter, marks.rings)
        self._moment_line(painter, marks)
        self._labels(painter, marks)

    def _lane_name(self, lane: LaneMark, gutter: float) -> list[Placed]:
        theme, fonts = self.theme, self.fonts
        top = lane.line - fonts.height("lane") / 2
        title = self._elided(lane.title, "lane", gutter - 14)
        texts = [(8.0, top, Ink(title, "lane", theme.ink))]
        below = math.ceil(top + fonts.height("lane"))
        if not lane.folded and below + fonts.height("note") <= lane.rect.bottom:
            texts.append((8.0, below, Ink(lane.note, "note", theme.secondary)))
        return texts

    def _elided(self, text: str, role: str, width: float) -> str:
        if self.fonts.measure(text, role) <= width:
            return text
        while text and self.fonts.measure(text + "…", role) > width:
            text = text[:-1]
        return text.rstrip(" ,") + "…"

    def _spans(self, painter: QPainter, spans: Spans) -> None:
        """Possible spans faded, twice at their middles so that their ends are soft; cores full."""
        high = round(self.radius)
        inset = np.minimum((spans.x1 - spans.x0) * 0.15, 12.0)
        soft = spans.x0 + np.where(spans.open_left, 0, inset)
        soft_width = spans.x1 - np.where(spans.open_right, 0, inset) - soft
        has_core = spans.c1 - spans.c0 > 1
        faded = ~has_core | (spans.c0 > spans.x0 + 1) | (spans.c1 < spans.x1 - 1)
        columns = (
            *(spans.style, spans.y - high // 2, faded, has_core, spans.x0, spans.x1 - spans.x0),
            *(soft, soft_width, spans.c0, spans.c1 - spans.c0),
        )
        fill, pale, full = painter.fillRect, self._pale, self._full
        for style, y, is_faded, is_core, x, width, soft_x, soft_w, core_x, core_w in zip(
            *(column.astype(int).tolist() for column in columns), strict=True
        ):
            if is_faded:
                fill(x, y, max(width, 1), high, pale[style])
                fill(soft_x, y, max(soft_w, 1), high, pale[style])
            if is_core:
                fill(core_x, y, core_w, high, full[style])

    def _labels(self, painter: QPainter, marks: Marks) -> None:
        """Texts on a ground of their own, so that no line runs through them."""
        if not self.screen:
            ground = QColor(self.theme.panel)
            for label in marks.labels:
                rect = label.rect
                painter.fillRect(QRectF(rect.x - 1, rect.y, rect.width + 2, rect.height), ground)
        ink = self.theme.ink
        self._texts(
            painter,
            [(one.rect.x, one.rect.y, Ink(one.text, one.role, ink)) for one in marks.labels],
        )

    def _leaders(self, painter: QPainter, marks: Marks) -> None:
        colour, fill = QColor(self.theme.secondary), painter.fillRect
        for label in marks.labels:
            if label.leader:
                x, top, bottom = label.leader
                fill(int(x), int(top), 1, int(bottom) - int(top), colour)

    def _spots(self, painter: QPainter, marks: Marks) -> None:
        spots = marks.spots
        if self.screen:
            self.screen.spots(painter, spots)
        else:
            for x, y, style, pale in zip(
                spots.x.tolist(),
                spots.y.tolist(),
                spots.style.tolist(),
                spots.pale.tolist(),
                strict=True,
            ):
                painter.save()
                painter.translate(x, y)
                draw_spot(painter, style, pale, self.theme, self.radius)
                painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.disagreement), 1.6))
        for at in np.flatnonzero(spots.amber):
            painter.drawEllipse(
                QPointF(spots.x[at], spots.y[at]), self.radius + 1.6, self.radius + 1.6
            )

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
            painter.setPen(QPen(QColor(self.theme.ink), 1.2 if ring.hover else 2))
            radius = self.radius + (3 if ring.hover else 4)
            painter.drawEllipse(QPointF(ring.x, ring.y), radius, radius)

    def _band(self, painter: QPainter, band: BandMark) -> None:
        theme, fonts = self.theme, self.fonts
        top = band.rect.y + 4
        self._text(
            painter, 8, top, self._elided(band.title, "lane", band.rect.x - 14), "lane", theme.ink
        )
        self._text(painter, 8, top + fonts.height("lane"), band.note, "note", theme.secondary)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.band))
        painter.drawRects(
            [
                QRectF(b.rect.x, b.rect.y, b.rect.width, b.rect.height)
                for b in band.bars
                if not b.contested
            ]
        )
        painter.setBrush(QBrush(QColor(theme.disagreement), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(QColor(theme.disagreement), 1))
        painter.drawRects(
            [
                QRectF(b.rect.x, b.rect.y, b.rect.width, b.rect.height)
                for b in band.bars
                if b.contested
            ]
        )
        for bar in band.bars:
            if bar.text_x is not None:
                above = bar.rect.y - fonts.height("value")
                self._text(painter, bar.text_x, above, bar.text, "value", theme.ink)
                self._text(painter, bar.text_x, bar.rect.bottom, bar.note, "value", theme.secondary)

    def _moment_line(self, painter: QPainter, marks: Marks) -> None:
        if marks.moment:
            x, top = int(marks.moment.x), int(marks.axis.bottom)
            painter.fillRect(x, top, 1, int(marks.plot.bottom) - top, QColor(self.theme.ink))

    def _moment_handle(self, painter: QPainter, marks: Marks) -> None:
        if marks.moment is None:
            return
        x, top = marks.moment.x, marks.axis.bottom
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.ink))
        painter.drawPolygon(
            QPolygonF([QPointF(x - 6, top - 7), QPointF(x + 6, top - 7), QPointF(x, top + 2)])
        )

    def _centred(self, painter: QPainter, marks: Marks) -> None:
        width = self.fonts.measure(marks.empty, "lane")
        x = marks.plot.x + (marks.plot.width - width) / 2
        y = marks.plot.y + marks.plot.height / 2
        self._text(painter, x, y, marks.empty, "lane", self.theme.secondary)

    def _text(
        self, painter: QPainter, x: float, top: float, text: str, role: str, colour: str
    ) -> None:
        self._texts(painter, [(x, top, Ink(text, role, colour))])

    def _texts(self, painter: QPainter, texts: Sequence[Placed]) -> None:
        """Write texts at (x, top)."""
        if self.screen:
            self.screen.texts.draw(painter, texts)
            return
        for x, top, ink in texts:
            painter.setPen(QColor(ink.colour))
            painter.setFont(self.fonts.font(ink.role))
            painter.drawText(QPointF(x, top + self.fonts.ascent(ink.role)), ink.text)


def _lanes_clip(marks: Marks) -> QRectF:
    bands = sum(band.rect.height for band in marks.bands)
    return QRectF(0, marks.plot.y, marks.width, marks.plot.height - bands)


def _faded(colour: str, opacity: int) -> QColor:
    faded = QColor(colour)
    faded.setAlpha(opacity)
    return faded
