"""The legend of a chart: its series by colour and shape, and what the ways of drawing mean."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from azkz_desktop.figures.colours import series_colour, series_shape
from azkz_desktop.figures.marks import BAR, POINT, SPAN, Chart
from azkz_desktop.figures.painter import chart_font, hatch
from azkz_desktop.lean import dataclass
from azkz_desktop.painting.letters import Letters, LetterSize
from azkz_desktop.painting.symbols import draw_symbol
from azkz_desktop.translation import translate
from azkz_desktop.view.tokens import Theme

ROW = 20.0
SWATCH = 13.0
GAP = 18.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a series (its place), or a way of drawing ("part", "rough", "span" …)."""

    text: str
    series: int | None = None
    way: str = ""


def entries(chart: Chart) -> tuple[Entry, ...]:
    """What the legend of *chart* has to explain, and nothing else."""
    series = tuple(Entry(name, place) for place, name in enumerate(chart.legend))
    marks = chart.marks
    ways = (
        ("part", translate("Figures", "a part of a year"),
         any(mark.part and mark.form == BAR for mark in marks)),
        ("rough", translate("Figures", "plan, forecast, estimate or about"),
         any(mark.rough for mark in marks)),
        ("span", translate("Figures", "one number for several years"),
         any(mark.form == SPAN for mark in marks)),
        ("whisker", translate("Figures", "some time in these years"),
         any(mark.form == POINT and mark.x1 > mark.x0 for mark in marks)),
        ("contested", translate("Figures", "the documents contradict each other"),
         bool(chart.links)),
    )  # fmt: skip
    return series + tuple(Entry(text, way=way) for way, text, there in ways if there)


def placed(chart: Chart, width: float, scale: float = 1.0) -> Iterator[tuple[float, float, Entry]]:
    """The left end and the line (from 0) of each entry, in lines of *width* pixels.

    Words are *scale* times as large as at the normal size, here and below.
    """
    metrics = QFontMetricsF(chart_font(scale=scale))
    x, line = 0.0, 0
    for entry in entries(chart):
        wide = SWATCH + 6 + metrics.horizontalAdvance(entry.text)
        if x and x + wide > width:
            x, line = 0.0, line + 1
        yield x, line, entry
        x += wide + GAP


def legend_height(chart: Chart, width: float, scale: float = 1.0) -> float:
    """The pixels that the legend needs; 0 where there is nothing to explain."""
    lines = max((line + 1 for _, line, _ in placed(chart, width, scale)), default=0)
    return lines * ROW * scale


def paint_legend(
    painter: QPainter,
    left: float,
    top: float,
    width: float,
    chart: Chart,
    theme: Theme,
    scale: float = 1.0,
) -> None:
    """Paint the legend of *chart* from (*left*, *top*) on."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(chart_font(scale=scale))
    for x, line, entry in placed(chart, width, scale):
        y = top + line * ROW * scale
        middle = y + (3 + SWATCH / 2) * scale
        _swatch(painter, QRectF(left + x, middle - SWATCH / 2, SWATCH, SWATCH), entry, theme)
        painter.setPen(QColor(theme.secondary))
        painter.drawText(QPointF(left + x + SWATCH + 6, y + 14 * scale), entry.text)
    painter.restore()


def _swatch(painter: QPainter, box: QRectF, entry: Entry, theme: Theme) -> None:
    middle = box.center()
    if entry.series is not None:
        colour, shape = series_colour(entry.series, theme), series_shape(entry.series)
        draw_symbol(painter, shape, colour, middle.x(), middle.y(), 5.0)
        return
    ink = QColor(theme.secondary)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink, 1.2))
    if entry.way == "contested":
        _contested(painter, box, theme)
    elif entry.way in ("span", "whisker"):
        _line(painter, box, thick=entry.way == "span")
    elif entry.way == "part":
        hatch(painter, box, ink)
        painter.drawRect(box)
    else:
        painter.setPen(QPen(ink, 1.2, Qt.PenStyle.DashLine))
        painter.drawRect(box)


def _line(painter: QPainter, box: QRectF, *, thick: bool) -> None:
    pen = painter.pen()
    pen.setWidthF(3 if thick else 1.5)
    painter.setPen(pen)
    y = box.center().y()
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    for x in (box.left(), box.right()):
        painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 4))


def _contested(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.disagreement), 1.2))
    painter.setBrush(QColor(theme.disagreement_paper))
    painter.drawEllipse(box)
    painter.setPen(QColor(theme.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "≠")


class Legend(QWidget):
    """What the colours and shapes of the chart mean."""

    def __init__(self, theme: Theme) -> None:
        self._chart: Chart | None = None
        super().__init__()
        self._theme, self._letters = theme, LetterSize()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart) -> None:
        """Explain *chart*."""
        self._chart = chart
        self._fit()
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """As high as its words need in their present size."""
        super().changeEvent(event)
        if self._letters.changed_by(event):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lines break anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._chart is not None:
            high = legend_height(self._chart, self.width(), Letters.factor)
            self.setFixedHeight(max(round(high), 1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the entries."""
        del event
        if self._chart is not None:
            painter = QPainter(self)
            paint_legend(painter, 0, 0, self.width(), self._chart, self._theme, Letters.factor)
            painter.end()
