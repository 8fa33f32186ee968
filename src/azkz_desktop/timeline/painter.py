"""Paints marks: the same on screen, to SVG, to PDF and to PNG. Text stays text."""

from collections.abc import Iterable, Sequence
from itertools import compress

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from azkz_desktop.timeline.atlas import Texts
from azkz_desktop.timeline.bandpainter import paint_band, write_bands
from azkz_desktop.timeline.barpainter import (
    BarPainter,
    DisputeParts,
    paint_disputes,
    paint_points,
    parts_of,
)
from azkz_desktop.timeline.batch import Numbers, fill_rects
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.groundpainter import GroundPainter
from azkz_desktop.timeline.heat import draw_heat
from azkz_desktop.timeline.labels import DOUBTFUL
from azkz_desktop.timeline.marks import (
    Link,
    Marks,
    Ring,
)
from azkz_desktop.timeline.named import Labels
from azkz_desktop.timeline.namepainter import NamePainter
from azkz_desktop.timeline.shapes import SpotLook, arrow, draw_spot
from azkz_desktop.timeline.sprites import Screen
from azkz_desktop.timeline.texts import Writer
from azkz_desktop.view.tokens import Theme

DASH = 2.0
"""Pixels of a dash, and between two, of a line to the name of what may not be there."""


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
        self._ground = GroundPainter(theme, is_screens=screen is not None and screen.ratio == 1)
        self._bars = BarPainter(theme, self.sizes)
        self._name_painter = NamePainter(theme, fonts)

    @property
    def ratio(self) -> float:
        """Pixels of the screen a pixel of the picture."""
        return self.screen.ratio if self.screen else 1.0

    def paint(self, painter: QPainter, marks: Marks) -> None:
        """Paint everything, from the ground up."""
        writer = Writer(painter, self.fonts, self.screen)
        self._ground.paint(painter, marks)
        self._bands_and_moment(painter, marks, writer)
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
        if marks.asked:
            from azkz_desktop.timeline.askedpainter import paint_asked  # with such a filter

            paint_asked(painter, marks.asked, marks.axis.bottom - 2, self.theme)
        self._moment_handle(painter, marks)
        if marks.away:
            painter.setPen(QPen(QColor(self.theme.panel), 1.2))
            painter.setBrush(QColor(self.theme.ink))
            painter.drawPolygon(arrow(marks.away.x, marks.away.y, self.radius, marks.away.way))
        if marks.empty:
            self._centred(marks, writer)

    def paint_lane(self, painter: QPainter, marks: Marks) -> None:
        """Paint what stands in the lanes, without ground, grid and names."""
        writer = Writer(painter, self.fonts, self.screen)
        told = parts_of(marks.disputes, marks.plot, self.radius) if marks.disputes else None
        self._lanes(painter, marks, told)
        self._labels(painter, marks, writer)
        # Rings about marks, and edges of bars, reach down to the ground on which texts stand.
        self._bars.paint_edges(painter, marks.spans)
        self._spots(painter, marks, told)
        if marks.piles:
            from azkz_desktop.timeline.pilepainter import paint_piles  # only where some coincide

            paint_piles(painter, marks.piles, self.theme, self.fonts, writer)
        if marks.badges:
            from azkz_desktop.timeline.boxpainter import paint_badges  # only where events hold some

            paint_badges(painter, marks.badges, self.theme, self.fonts, writer)
        if marks.mores:
            from azkz_desktop.timeline.boxpainter import paint_mores  # only where many are inside

            paint_mores(painter, marks.mores, self.theme, writer)
        self._rings(painter, marks.rings)

    def _axis(self, marks: Marks, writer: Writer) -> None:
        """The texts of the ticks, and the link to the legend."""
        theme, axis = self.theme, marks.axis
        top = axis.y + (axis.height - self.fonts.height("tick")) / 2 - 1
        columns = []
        for role, colour, strong in (
            ("tick", theme.secondary, False),
            ("tick-bold", theme.ink, True),
        ):
            ticks = [one for one in marks.ticks if one.text and one.strong == strong]
            texts, xs = [one.text for one in ticks], [one.text_x for one in ticks]
            columns.append(Texts(role, colour, texts, xs, [top] * len(ticks)))
        if marks.legend:
            top = (axis.height - self.fonts.height("note")) / 2 - 1
            columns.append(Texts("note", theme.accent, [marks.legend], [self.sizes.margin], [top]))
        writer.columns(columns)

    def _lanes(self, painter: QPainter, marks: Marks, told: DisputeParts | None) -> None:
        for density in marks.densities:
            draw_heat(painter, density, self.theme)
        if marks.boxes:
            from azkz_desktop.timeline.boxpainter import paint_boxes  # only where something is open

            paint_boxes(painter, marks.boxes, self.theme)
        self._bars.paint(painter, marks.spans)
        if told:
            paint_disputes(painter, told, marks.plot, self.theme, self.radius)
        self._leaders(painter, marks)
        self._links(painter, marks.links)

    def _names(self, painter: QPainter, marks: Marks, writer: Writer) -> None:
        painter.save()
        painter.setClipRect(_lanes_clip(marks, 0))
        self._name_painter.paint(painter, marks, writer)
        painter.restore()

    def _labels(self, painter: QPainter, marks: Marks, writer: Writer) -> None:
        """Texts on a ground of their own, so that no line runs through them."""
        if not self.screen:
            ground = QColor(self.theme.panel)
            for one in marks.labels:
                painter.fillRect(QRectF(one.x - 1, one.y, one.width + 2, one.height), ground)
        writer.columns(_by_role(marks.labels, self.theme))

    def _leaders(self, painter: QPainter, marks: Marks) -> None:
        labels = marks.labels
        rects = np.empty((len(labels), 4))
        rects[:, 0], rects[:, 1], rects[:, 2] = labels.leader_x, labels.leader_top, 1
        rects[:, 3] = labels.y
        rects[:, 3] += 1 - rects[:, 1]
        kept = ~np.isnan(rects[:, 0])
        rects = np.floor(rects[kept])
        if DOUBTFUL in labels.role:
            rects = _dashed(rects, [one == DOUBTFUL for one in compress(labels.role, kept)])
        fill_rects(painter, rects, QColor(self.theme.secondary))

    def _spots(self, painter: QPainter, marks: Marks, told: DisputeParts | None) -> None:
        """The marks, each with its edge, the heaviest on top; above them dates of documents."""
        spots = marks.spots
        if self.screen:
            self.screen.spots(painter, spots, told.points if told else ())
            if told and told.grey:
                paint_points(painter, told, self.theme, self.radius, amber=False)
            return
        columns = (spots.x, spots.y, spots.style, spots.pale, spots.amber)
        for x, y, style, pale, amber in zip(*(one.tolist() for one in columns), strict=True):
            painter.save()
            painter.translate(x, y)
            draw_spot(painter, SpotLook(style, pale, amber), self.theme, self.radius)
            painter.restore()
        if told:
            paint_points(painter, told, self.theme, self.radius)

    def _rings(self, painter: QPainter, rings: Iterable[Ring]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in rings:
            chosen = ring.role == "chosen"
            pen, gap = (2.0, 2.5) if chosen else (1.2, 2.0)
            if ring.amber:  # about the amber ring, not on it, and no further from the mark
                pen, gap = min(pen, 1.6), 2.7
            painter.setPen(QPen(QColor(self.theme.ink), pen))
            radius = self.radius + gap
            painter.drawEllipse(QPointF(ring.x, ring.y), radius, radius)

    def _links(self, painter: QPainter, links: Iterable[Link]) -> None:
        painter.setPen(QPen(QColor(self.theme.ink), 1.2))
        painter.drawLines([QLineF(link.x0, link.y0, link.x1, link.y1) for link in links])

    def _bands_and_moment(self, painter: QPainter, marks: Marks, writer: Writer) -> None:
        """Figures and the line of the moment: over their marks, under their numbers."""
        for band in marks.bands:
            paint_band(painter, band, self.theme)
        self._moment_line(painter, marks)
        if marks.bands:
            write_bands(marks.bands, self.theme, self.fonts, writer, open_=bool(marks.legend))

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
            painter.drawPolygon(arrow(x, top, 5, marks.moment.away))
            return
        painter.drawPolygon(
            QPolygonF([QPointF(x - 6, top - 7), QPointF(x + 6, top - 7), QPointF(x, top + 2)])
        )

    def _centred(self, marks: Marks, writer: Writer) -> None:
        lines, step = marks.empty.split("\n"), self.fonts.height("lane")
        y = marks.plot.y + marks.plot.height / 2 - (len(lines) - 1) * step / 2
        middle = marks.plot.x + marks.plot.width / 2
        xs = [middle - self.fonts.measure(line, "lane") / 2 for line in lines]
        tops = [y + number * step for number in range(len(lines))]
        column = Texts("lane", self.theme.secondary, lines, xs, tops)
        writer.on_ground([column], self.theme.panel)


def _by_role(labels: Labels, theme: Theme) -> list[Texts]:
    """The texts of *labels*; most often all are of one role. Who may not be there is grey."""
    texts, xs, tops, columns = labels.text, labels.x, labels.y, []
    for role in sorted(set(labels.role)):
        own = [one == role for one in labels.role]
        cut = list(compress(texts, own)), list(compress(xs, own)), list(compress(tops, own))
        columns.append(Texts(role, theme.secondary if role == DOUBTFUL else theme.ink, *cut))
    return columns


def _dashed(rects: Numbers, which: list[bool]) -> Numbers:
    """*rects* (x, y, width, height), *which* of them in dashes."""
    dashed = np.array(which, np.bool_)
    dashes = [
        (x, y, width, min(DASH, top + height - y))
        for x, top, width, height in rects[dashed].tolist()
        for y in np.arange(top, top + height, 2 * DASH).tolist()
    ]
    return np.concatenate((rects[~dashed], _rects(dashes)))


def _lanes_clip(marks: Marks, left: float) -> QRectF:
    bands = sum(band.rect.height for band in marks.bands)
    return QRectF(left, marks.plot.y, marks.width - left, marks.plot.height - bands + 1)


def _rects(rects: Sequence[tuple[float, float, float, float]]) -> Numbers:
    return np.array(rects, np.float64).reshape(-1, 4)
