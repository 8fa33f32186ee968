"""Paints marks: the same on screen, to SVG, to PDF and to PNG. Text stays text."""

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.heat import heat_image
from azkz_desktop.timeline.marks import BandMark, Dispute, LaneMark, Marks, Ring, Spans
from azkz_desktop.timeline.shapes import draw_spot
from azkz_desktop.timeline.sprites import Screen
from azkz_desktop.view.tokens import KIND_GROUPS, Theme

POSSIBLE = 70
"""Opacity (of 255) of the time in which an event may lie."""
CERTAIN = 165
"""Opacity of the time that it certainly fills."""
BAR = 5.0
"""Height of a bar, as a share of 5 px of the mark's radius."""


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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(theme.hairline), 1))
        painter.drawLines([QLineF(t.x, axis.bottom - 4, t.x, bottom) for t in marks.ticks])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = axis.y + (axis.height - self.fonts.height("tick")) / 2 - 1
        free = axis.x
        if marks.context:
            self._text(painter, axis.x, top, marks.context, "tick-bold", theme.ink)
            free += self.fonts.measure(marks.context, "tick-bold") + 8
        for tick in marks.ticks:
            role = "tick-bold" if tick.strong else "tick"
            width = self.fonts.measure(tick.text, role)
            x = min(max(tick.text_x - width / 2, axis.x - 12), marks.width - width)
            if x >= free - (12 if free == axis.x else 0):
                colour = theme.ink if tick.strong else theme.secondary
                self._text(painter, x, top, tick.text, role, colour)

    def _lanes(self, painter: QPainter, marks: Marks) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(self.theme.hairline), 1))
        painter.drawLines(
            [QLineF(0, lane.rect.bottom, marks.width, lane.rect.bottom) for lane in marks.lanes]
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for lane in marks.lanes:
            self._lane_name(painter, lane, marks.plot.x)
        painter.setClipRect(
            QRectF(marks.plot.x - self.radius - 2, marks.plot.y, marks.width, marks.plot.height),
            Qt.ClipOperation.IntersectClip,
        )
        for density in marks.densities:
            image = heat_image(density, self.theme)
            rect = density.rect
            painter.drawImage(QPointF(rect.x, rect.y), image)
        self._spans(painter, marks.spans)
        self._disputes(painter, marks.disputes)
        self._leaders(painter, marks)
        self._spots(painter, marks)
        self._rings(painter, marks.rings)
        self._moment_line(painter, marks)
        self._labels(painter, marks)

    def _lane_name(self, painter: QPainter, lane: LaneMark, gutter: float) -> None:
        theme, fonts = self.theme, self.fonts
        top = lane.line - fonts.height("lane") / 2
        title = self._elided(lane.title, "lane", gutter - 14)
        self._text(painter, 8, top, title, "lane", theme.ink)
        below = top + fonts.height("lane") - 1
        if not lane.folded and below + fonts.height("note") <= lane.rect.bottom:
            self._text(painter, 8, below, lane.note, "note", theme.secondary)

    def _elided(self, text: str, role: str, width: float) -> str:
        if self.fonts.measure(text, role) <= width:
            return text
        while text and self.fonts.measure(text + "…", role) > width:
            text = text[:-1]
        return text.rstrip(" ,") + "…"

    def _spans(self, painter: QPainter, spans: Spans) -> None:
        """Possible spans faded, twice at their middles so that their ends are soft; cores full."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        half = self.radius / 5 * BAR / 2
        inset = np.minimum((spans.x1 - spans.x0) * 0.15, 12.0)
        left = spans.x0 + np.where(spans.open_left, 0, inset)
        right = spans.x1 - np.where(spans.open_right, 0, inset)
        for style in np.unique(spans.style).tolist():
            own = spans.style == style
            colour = QColor(KIND_GROUPS[style].colour)
            core = own & (spans.c1 - spans.c0 > 1)
            faded = own & ~core | own & ((spans.c0 > spans.x0 + 1) | (spans.c1 < spans.x1 - 1))
            for x0, x1, kept, alpha in (
                (spans.x0, spans.x1, faded, POSSIBLE * 0.6),
                (left, right, faded, POSSIBLE * 0.6),
                (spans.c0, spans.c1, core, CERTAIN),
            ):
                colour.setAlpha(int(alpha))
                painter.setBrush(QBrush(colour))
                painter.drawRects(_bars(x0[kept], x1[kept], spans.y[kept], half))
        painter.restore()

    def _labels(self, painter: QPainter, marks: Marks) -> None:
        """Texts on a ground of their own, so that no line runs through them."""
        if self.screen:
            draw, picture = painter.drawPixmap, self.screen.label
            for label in marks.labels:
                draw(int(label.rect.x) - 1, int(label.rect.y), picture(label.text, label.role))
            return
        ground = QColor(self.theme.panel)
        for label in marks.labels:
            rect = label.rect
            painter.fillRect(QRectF(rect.x - 1, rect.y, rect.width + 2, rect.height), ground)
            self._text(painter, rect.x, rect.y, label.text, label.role, self.theme.ink)

    def _leaders(self, painter: QPainter, marks: Marks) -> None:
        pen = QPen(QColor(self.theme.secondary), 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(pen)
        painter.drawLines(
            [
                QLineF(label.leader[0], label.leader[1], label.leader[0], label.leader[2])
                for label in marks.labels
                if label.leader
            ]
        )
        painter.restore()

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
            painter.setPen(QPen(QColor(self.theme.ink), 1))
            x = marks.moment.x
            painter.drawLine(QLineF(x, marks.axis.bottom, x, marks.plot.bottom))

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
        painter.setPen(QColor(colour))
        painter.setFont(self.fonts.font(role))
        if self.screen:
            painter.drawStaticText(QPointF(round(x), round(top)), self.screen.text(text, role))
        else:
            painter.drawText(QPointF(x, top + self.fonts.ascent(role)), text)


def _lanes_clip(marks: Marks) -> QRectF:
    bands = sum(band.rect.height for band in marks.bands)
    return QRectF(0, marks.plot.y, marks.width, marks.plot.height - bands)


def _bars(x0: np.ndarray, x1: np.ndarray, y: np.ndarray, half: float) -> list[QRectF]:
    return [
        QRectF(left, middle - half, max(right - left, 1.0), 2 * half)
        for left, right, middle in zip(x0.tolist(), x1.tolist(), y.tolist(), strict=True)
    ]
