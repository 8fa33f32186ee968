"""A chart as a picture of its own: title, legend, the chart as it is seen, its documents.

What is seen of it is the days in sight, and the moment at which it stands.

Painted by the painter of the screen on a page of its own, so that words stay words in SVG and
PDF. (The SVG exporter of pyqtgraph fails with recent versions of Qt.)
"""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from azkz_desktop.figures.at_moment import day_words
from azkz_desktop.figures.catalogue import RANKING
from azkz_desktop.figures.legend import legend_height, paint_legend
from azkz_desktop.figures.marks import Chart
from azkz_desktop.figures.painter import chart_font
from azkz_desktop.figures.pixels import lines_of
from azkz_desktop.figures.sheet import PLACE, Seen, paint_sheet
from azkz_desktop.lean import dataclass
from azkz_desktop.translation import translate
from azkz_desktop.view.tokens import PRINT

FORMATS = (".svg", ".pdf", ".png")
"""The endings of pictures; the first is the usual one."""
WIDTH, HEIGHT = 1000, 640
MARGIN = 24.0
DPI = 96
PNG_SCALE = 2
Paint = Callable[[QPainter], None]


class PictureError(ValueError):
    """A picture that cannot be made; its text is one sentence."""


@dataclass(frozen=True, slots=True)
class Captions:
    """What is written around a chart: its title and unit above, documents and version below."""

    title: str
    unit: str
    notes: tuple[str, ...] = ()


def captions_of(chart: Chart, version: str, seen: Seen) -> Captions:
    """The captions of *chart* for data of *version*; they say what the outlines in it mean."""
    documents = dict.fromkeys(number.document for number in chart.numbers)
    told = translate("Figures", "Told by: %s.") % "; ".join(documents)
    footer = translate("Figures", "AzKz Explorer, data {version}").format(version=version)
    notes = (*chart.sentences, told, footer)
    if seen.moment is not None and seen.holding(chart):
        outlined = translate("Figures", "Outlined: what holds on %s.") % day_words(seen.moment)
        notes = (outlined, *notes)
    return Captions(chart.title, chart.unit, notes)


def picture(chart: Chart, version: str, ending: str, seen: Seen) -> bytes:
    """The bytes of a picture in the format that *ending* (".svg" …) names; raises PictureError.

    *version* is that of the data. Where the moment is *seen*, its line stands in the picture, and
    what holds then is outlined.
    """
    make = dict(zip(FORMATS, (_svg, _pdf, _png), strict=True)).get(ending.lower())
    if make is None:
        message = translate("Figures", "A picture ends in .svg, .pdf or .png, not in “%s”.")
        raise PictureError(message % ending)
    captions = captions_of(chart, version, seen)

    def paint(painter: QPainter) -> None:
        _page(painter, chart, captions, seen)

    return make(paint, captions.title, height_of(chart))


def height_of(chart: Chart) -> int:
    """A ranking of few places needs no high picture (pixels)."""
    if chart.form != RANKING:
        return HEIGHT
    return min(HEIGHT, 240 + 15 * len(chart.sentences) + len(chart.places) * PLACE)


def _page(painter: QPainter, chart: Chart, captions: Captions, seen: Seen) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height = height_of(chart)
    painter.fillRect(QRectF(0, 0, WIDTH, height), QColor(PRINT.paper))
    width = WIDTH - 2 * MARGIN
    y = _write(painter, captions.title, chart_font(20, bold=True), MARGIN - 4, PRINT.ink)
    y = _write(painter, captions.unit, chart_font(13), y + 2, PRINT.secondary) + 8
    paint_legend(painter, MARGIN, y, width, chart, PRINT)
    y += legend_height(chart, width) + 6
    small = chart_font(11)
    foot = height - MARGIN - sum(_height(note, small) for note in captions.notes)
    room = QRectF(MARGIN, y, width, max(foot - 10 - y, 80.0))
    paint_sheet(painter, room, chart, seen, PRINT)
    for note in captions.notes:
        foot = _write(painter, note, small, foot, PRINT.secondary)


def _write(painter: QPainter, text: str, font: QFont, y: float, colour: str) -> float:
    """Write *text* in lines from *y* down; the y below it."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    for line in _lines(text, font):
        painter.drawText(QPointF(MARGIN, y + font.pixelSize()), line)
        y += font.pixelSize() * 1.35
    return y


def _height(text: str, font: QFont) -> float:
    return len(_lines(text, font)) * font.pixelSize() * 1.35


def _lines(text: str, font: QFont) -> list[str]:
    return lines_of(text, WIDTH - 2 * MARGIN, QFontMetricsF(font).horizontalAdvance)


def _svg(paint: Paint, title: str, height: int) -> bytes:
    buffer, generator = _buffer(), QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setSize(QSize(WIDTH, height))
    generator.setViewBox(QRectF(0, 0, WIDTH, height))
    generator.setTitle(title)
    _painted(generator, paint)
    return bytes(buffer.data().data())


def _pdf(paint: Paint, title: str, height: int) -> bytes:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(title)
    size = QSizeF(WIDTH * 72 / DPI, height * 72 / DPI)
    sheet = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    none = QMarginsF(0, 0, 0, 0)
    writer.setPageLayout(QPageLayout(sheet, QPageLayout.Orientation.Portrait, none))
    _painted(writer, paint)
    return bytes(buffer.data().data())


def _png(paint: Paint, title: str, height: int) -> bytes:
    size = QSize(WIDTH, height) * PNG_SCALE
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(PNG_SCALE)
    image.setText("Title", title)
    _painted(image, paint)
    buffer = _buffer()
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise PictureError(translate("Figures", "The picture could not be made as PNG."))
    return bytes(buffer.data().data())


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _painted(device: QSvgGenerator | QPdfWriter | QImage, paint: Paint) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise PictureError(translate("Figures", "The picture could not be begun."))
    try:
        paint(painter)
    finally:
        painter.end()
