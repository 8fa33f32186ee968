"""The page of a snapshot: title and filter above, the picture, legend and sources below.

One painter for SVG, PDF and PNG; what stands on the page is words and shapes, never a grab of
the screen. Lengths are pixels at 96 to the inch.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from azkz_desktop.lean import dataclass
from azkz_desktop.painting.symbols import draw_symbol
from azkz_desktop.view.tokens import Theme

MARGIN = 24.0
GAP = 10.0
LINE = 1.35

Body = Callable[[QPainter, QRectF], None]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A shape in its colour and what it stands for."""

    shape: str
    colour: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """All words of a snapshot's page."""

    title: str
    period: str
    filter: str
    chosen: str
    legend: tuple[LegendEntry, ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    footer: str


def page_font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The page's font at *size* pixels; a pixel size means the same in SVG, PDF and PNG."""
    font = QFont("DejaVu Sans")
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(round(size))
    font.setWeight(weight)
    return font


def paint_page(
    painter: QPainter, width: float, height: float, page: Page, body: Body, theme: Theme
) -> None:
    """Paint *page* of *width* × *height*, with *body* in the room between head and foot."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, width, height), QColor(theme.paper))
    writer = _Writer(painter, width - 2 * MARGIN, theme)
    top = _head(writer, page)
    foot = _foot_height(writer, page)
    room = QRectF(MARGIN, top, width - 2 * MARGIN, max(height - MARGIN - foot - top, 40.0))
    painter.save()
    painter.setClipRect(room)
    body(painter, room)
    painter.restore()
    _foot(writer, page, room.bottom() + GAP)


class _Writer:
    """Writes wrapped text in lines down the page."""

    def __init__(self, painter: QPainter, width: float, theme: Theme) -> None:
        self.painter, self.width, self.theme = painter, width, theme

    def lines(self, text: str, font: QFont) -> list[str]:
        """*text* broken between words so that each line fits the width."""
        metrics = QFontMetricsF(font)
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and metrics.horizontalAdvance(longer) <= self.width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def write(self, y: float, text: str, font: QFont, colour: str) -> float:
        """Write *text* from *y* down; the y below it."""
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        step = font.pixelSize() * LINE
        for line in self.lines(text, font):
            self.painter.drawText(QPointF(MARGIN, y + font.pixelSize()), line)
            y += step
        return y

    def height(self, text: str, font: QFont) -> float:
        """How high *text* stands when written."""
        return len(self.lines(text, font)) * font.pixelSize() * LINE


def _head(writer: _Writer, page: Page) -> float:
    ink, secondary = writer.theme.ink, writer.theme.secondary
    y = writer.write(MARGIN - 4, page.title, page_font(22, QFont.Weight.Bold), ink)
    y = writer.write(y + 2, page.period, page_font(13), ink)
    if page.filter:
        y = writer.write(y, page.filter, page_font(12), secondary)
    if page.chosen:
        y = writer.write(y, page.chosen, page_font(12), secondary)
    return y + GAP


def _foot_texts(page: Page) -> Sequence[str]:
    return (*page.notes, *page.sources, page.footer)


def _legend_rows(writer: _Writer, page: Page) -> list[list[tuple[float, LegendEntry]]]:
    metrics = QFontMetricsF(page_font(12))
    rows: list[list[tuple[float, LegendEntry]]] = [[]]
    x = 0.0
    for entry in page.legend:
        width = 20 + metrics.horizontalAdvance(entry.text) + 18
        if rows[-1] and x + width > writer.width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, entry))
        x += width
    return rows if page.legend else []


def _foot_height(writer: _Writer, page: Page) -> float:
    texts = sum(writer.height(text, page_font(11)) for text in _foot_texts(page))
    return GAP + len(_legend_rows(writer, page)) * 20.0 + 4 + texts


def _foot(writer: _Writer, page: Page, y: float) -> None:
    painter = writer.painter
    for row in _legend_rows(writer, page):
        for x, entry in row:
            draw_symbol(painter, entry.shape, entry.colour, MARGIN + x + 7, y + 9, 5.0)
            painter.setPen(QColor(writer.theme.ink))
            painter.setFont(page_font(12))
            painter.drawText(
                QRectF(MARGIN + x + 19, y, 600, 18),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                entry.text,
            )
        y += 20.0
    y += 4
    for text in _foot_texts(page):
        y = writer.write(y, text, page_font(11), writer.theme.secondary)
