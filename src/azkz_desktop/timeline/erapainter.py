"""Paints eras: ribbons under the axis, and a light tint of the shaded ones through the lanes."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from azkz_desktop.timeline.eras import EraMark
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.sprites import Ink, Placed
from azkz_desktop.timeline.texts import Writer
from azkz_desktop.view.tokens import Theme

TINT = 13
"""Opacity (of 255) of the tint through the lanes: to be felt rather than seen."""
STEEP = 3.5
"""How many times as far across as down an edge may lead and still cross a name."""
TOUCH = 4.0
"""Pixels of the ends of a name that an edge may run through."""
FADES = 10
"""Steps in which a ribbon fades out."""
Across = tuple[float, float]
PLAIN = 0.45
"""How much of the colour of a shaded ribbon the one after it has."""


def paint_eras(painter: QPainter, marks: Marks, theme: Theme, fonts: Fonts, writer: Writer) -> None:
    """Paint the ribbons of every group with their names, and the names of the groups.

    The line of the moment runs over the ribbons, but not through a name.
    """
    margin, texts = fonts.sizes().margin, list[Placed]()
    ribbons = [mark for row in marks.eras for mark in row.marks]
    painter.save()
    painter.setClipRect(QRectF(marks.plot.x, 0, marks.width - marks.plot.x, marks.plot.y))
    names: dict[float, list[Across]] = {mark.rect.y: [] for mark in ribbons}
    for mark in ribbons:
        if mark.text:
            names[mark.rect.y].append((mark.text_x, mark.text_end))
    for mark in ribbons:
        paint_ribbon(painter, mark, theme, names[mark.rect.y])
    line = marks.moment if marks.moment and not marks.moment.away else None
    if line:
        top = marks.axis.bottom
        down = marks.plot.y - top
        painter.fillRect(QRectF(int(line.x), top, 1, down), QColor(theme.ink))
    for mark in ribbons:
        if mark.text:
            top = mark.rect.y + (mark.rect.height - fonts.height("value")) / 2
            texts.append((mark.text_x, top, Ink(mark.text, "value", theme.ink)))
            if line:
                _keep_clear(painter, mark, line.x, theme)
    # As texts, not from the screen's pictures of texts, which have the panel for their ground.
    Writer(painter, fonts, None).write(texts)
    painter.restore()
    step = fonts.sizes().era
    writer.write(
        [
            (margin, row.rect.y + (step - fonts.height("note")) / 2, _named(row.shown, theme))
            for row in marks.eras
        ]
    )


def _named(text: str, theme: Theme) -> Ink:
    return Ink(text, "note", theme.secondary)


def _keep_clear(painter: QPainter, mark: EraMark, moment: float, theme: Theme) -> None:
    """Take the line of the moment away where the name of a ribbon stands."""
    if not mark.text_x - 1 <= moment <= mark.text_end + 1:
        return
    inside = mark.top0 <= moment <= mark.foot1
    line = QRectF(int(moment), mark.rect.y + 2, 1, mark.rect.height - 4)
    painter.fillRect(line, QColor(theme.panel))
    if inside:
        painter.fillRect(line, _fill(mark, theme))


def _fill(mark: EraMark, theme: Theme) -> QColor:
    colour = QColor(theme.era)
    if not mark.shaded:
        colour.setAlphaF(PLAIN)
    return colour


def paint_ribbon(
    painter: QPainter, mark: EraMark, theme: Theme, names: Sequence[Across] = ()
) -> None:
    """Paint one ribbon; its name, and others beside it, will stand at *names* (from, to)."""
    top, bottom = mark.rect.y + 1, mark.rect.bottom - 1
    room = mark.rect.height - 2
    squeezed = [
        QPointF(x, top + (y - mark.rect.y) / mark.rect.height * room) for x, y in mark.shape
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_fill(mark, theme))
    painter.drawPolygon(QPolygonF(squeezed))
    edge = QPen(QColor(theme.ink), 2) if mark.chosen else QPen(QColor(theme.era_edge), 1)
    painter.setPen(edge)
    painter.drawLines(
        [
            QLineF(one, other)
            for one, other in zip(squeezed, squeezed[1:] + squeezed[:1], strict=True)
            if _is_edge(one, other, names) and not _fades(mark, one.x(), other.x())
        ]
    )
    _unknown(painter, mark, theme)
    if mark.contested:
        painter.setPen(QPen(QColor(theme.disagreement), 2))
        left, right = max(mark.foot0, mark.rect.x), min(mark.foot1, mark.rect.right)
        painter.drawLine(QLineF(left, bottom - 0.5, right, bottom - 0.5))


def _fades(mark: EraMark, one: float, other: float) -> bool:
    """Whether a side is one beyond which the ribbon fades out: it ends nowhere there."""
    left = mark.soft0 < mark.foot0 and max(one, other) <= mark.foot0 + 0.01
    return left or (mark.soft1 > mark.top1 and min(one, other) >= mark.top1 - 0.01)


def _is_edge(one: QPointF, other: QPointF, names: Sequence[Across]) -> bool:
    """Whether a side of a ribbon is a line; through a name none leads.

    One that is steep may touch the ends of a name, one that hardly slants would strike it out.
    """
    left, right = sorted((one.x(), other.x()))
    down = abs(one.y() - other.y())
    if down < 1:
        return True
    if right - left < down * STEEP:
        return not any(begin + TOUCH < left and right < end - TOUCH for begin, end in names)
    return not any(left < end and begin < right for begin, end in names)


def _unknown(painter: QPainter, mark: EraMark, theme: Theme) -> None:
    """Fade out where nobody tells since when, or until when, it was so.

    In steps: a file in SVG would have its pen's gradient as a plain colour.
    """
    top, bottom = mark.rect.y + 1, mark.rect.bottom - 1
    for known, faded in ((mark.foot0, mark.soft0), (mark.top1, mark.soft1)):
        step = (faded - known) / FADES
        for place in range(FADES if faded != known else 0):
            one, other = known + place * step, known + (place + 1) * step
            left, right = max(min(one, other), mark.rect.x), min(max(one, other), mark.rect.right)
            if right <= left:
                continue
            fill = _fill(mark, theme)
            fill.setAlphaF(fill.alphaF() * (1 - (place + 0.5) / FADES))
            painter.fillRect(QRectF(left, top, right - left, bottom - top), fill)
            edge = QColor(theme.ink if mark.chosen else theme.era_edge)
            edge.setAlphaF(1 - (place + 0.5) / FADES)
            wide, solid = 2 if mark.chosen else 1, Qt.PenStyle.SolidLine
            painter.setPen(QPen(edge, wide, solid, Qt.PenCapStyle.FlatCap))
            painter.drawLines([QLineF(left, top, right, top), QLineF(left, bottom, right, bottom)])


def paint_tint(painter: QPainter, marks: Marks, theme: Theme) -> None:
    """Tint the lanes where a shaded era of the first group lies, in the line that has most."""
    if not marks.eras:
        return
    lines: dict[float, list[EraMark]] = {}
    for mark in marks.eras[0].marks:
        lines.setdefault(mark.rect.y, []).append(mark)
    tint = QColor(theme.ink)
    tint.setAlpha(TINT)
    bottom = marks.plot.bottom - sum(band.rect.height for band in marks.bands)
    for mark in max(lines.values(), key=len, default=[]):
        left, right = (mark.foot0 + mark.top0) / 2, (mark.foot1 + mark.top1) / 2
        left, right = max(left, marks.plot.x), min(right, marks.plot.right)
        if mark.shaded and right > left:
            painter.fillRect(QRectF(left, marks.plot.y, right - left, bottom - marks.plot.y), tint)
