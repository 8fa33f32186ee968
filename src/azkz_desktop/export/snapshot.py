"""A snapshot: the timeline, the map or both as SVG, PDF or PNG, with the view inside.

Painted by the painters of the screen on a page of its own; never a grab of a widget, so that
text stays text. The file opens again as the view that it was.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from azkz_desktop import __version__
from azkz_desktop.export.clipping import ClippingPainter
from azkz_desktop.export.embed import embed_in_png, embed_in_svg
from azkz_desktop.export.embed_pdf import ATTACHMENT, MIME, xmp_packet
from azkz_desktop.export.page import Page, paint_page
from azkz_desktop.export.pagewords import page_of
from azkz_desktop.export.pictures import paint_map, paint_timeline
from azkz_desktop.export.saving import Check, save_bytes, unchecked
from azkz_desktop.lean import dataclass
from azkz_desktop.query.filter import Filter
from azkz_desktop.translation import translate
from azkz_desktop.view.codec import to_json
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import ViewState
from azkz_desktop.view.tokens import PRINT, Theme

FORMATS = (".svg", ".pdf", ".png")
DPI = 96
PNG_SCALE = 2
"""Pixels of a PNG for each pixel of the page: sharp in print and on dense screens."""


class SnapshotError(ValueError):
    """A snapshot that cannot be made; its text is one sentence."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be painted: which picture, how large (pixels at 96 to the inch), its title."""

    what: str = "timeline"
    width: int = 1600
    height: int = 900
    title: str = ""


Paint = Callable[[QPainter], None]


def write_snapshot(
    database: Path,
    out: Path,
    *,
    filter: Filter,  # noqa: A002 - the field's word
    what: str = "timeline",
    size: tuple[int, int] = (1600, 900),
    title: str = "",
    moment: str | None = None,
    lanes: str = "kind",
) -> None:
    """Paint a snapshot of *database* to *out*, as `azkz-desktop snapshot` does."""
    library = Library(database)
    span = None if filter.start or filter.end else library.opening_span()
    state = ViewState(filter=filter, lanes=lanes, span=span)
    if moment is not None:
        state = replace(state, moment=moment)
    snapshot_of_view(library, state, out, Order(what, *size, title))


def snapshot_of_view(
    library: Library, state: ViewState, out: Path, order: Order | None = None, theme: Theme = PRINT
) -> None:
    """Paint *state* to *out*; its ending says the format.

    Raises SnapshotError for a format that is none, SavingError where the file cannot be written.
    """
    save_bytes(out, picture_of_view(library, state, out.suffix, order, theme))


def picture_of_view(
    library: Library,
    state: ViewState,
    ending: str,
    order: Order | None = None,
    theme: Theme = PRINT,
    check: Check = unchecked,
) -> bytes:
    """What a file with that *ending* (".svg") holds in which *state* is painted.

    Any thread may ask for it: nothing here touches a widget or a pixmap. *check* is called
    before each part and before all is packed: what it raises ends it. Raises SnapshotError for a
    format that is none.
    """
    order = order or Order()
    make = _MAKERS.get(ending.lower())
    if make is None:
        message = translate("Snapshot", "A snapshot ends in .svg, .pdf or .png, not in “%s”.")
        raise SnapshotError(message % ending)
    about = {
        "data_version": library.dataset.metadata().get("data_version", ""),
        "built_from": library.dataset.metadata().get("built_from", ""),
        "program": __version__,
        "title": order.title,
    }
    page = page_of(library, state, order.what, order.title)
    body = _body(library, state, order.what, theme, check)

    def paint(painter: QPainter) -> None:
        paint_page(painter, order.width, order.height, page, body, theme)
        check()

    return make(paint, order, page, to_json(state, about))


def _body(
    library: Library, state: ViewState, what: str, theme: Theme, check: Check
) -> Callable[[QPainter, QRectF], None]:
    def body(painter: QPainter, room: QRectF) -> None:
        check()
        if what == "map":
            paint_map(painter, room, library, state, theme)
        elif what == "timeline":
            paint_timeline(painter, room, library, state, theme)
        else:
            half = room.height() * 0.54
            upper = QRectF(room.x(), room.y(), room.width(), half - 8)
            lower = QRectF(room.x(), room.y() + half, room.width(), room.height() - half)
            paint_map(painter, upper, library, state, theme)
            check()
            paint_timeline(painter, lower, library, state, theme)

    return body


def _svg(paint: Paint, order: Order, page: Page, json: str) -> bytes:
    buffer = _buffer()
    # SVG Tiny 1.2, Qt's usual profile, has no clipping: the map would run over the whole page.
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setSize(QSize(order.width, order.height))
    generator.setViewBox(QRectF(0, 0, order.width, order.height))
    generator.setTitle(page.title)
    generator.setDescription(page.footer)
    _painted(generator, paint, ClippingPainter())
    return embed_in_svg(bytes(buffer.data().data()), json)


def _pdf(paint: Paint, order: Order, page: Page, json: str) -> bytes:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(page.title)
    writer.setCreator(_program())
    size = QSizeF(order.width * 72 / DPI, order.height * 72 / DPI)
    sheet = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    none = QMarginsF(0, 0, 0, 0)
    writer.setPageLayout(QPageLayout(sheet, QPageLayout.Orientation.Portrait, none))
    writer.addFileAttachment(ATTACHMENT, QByteArray(json.encode("ascii")), MIME)
    writer.setDocumentXmpMetadata(QByteArray(xmp_packet(json, page.title, _program())))
    _painted(writer, paint)
    return bytes(buffer.data().data())


def _png(paint: Paint, order: Order, page: Page, json: str) -> bytes:
    image = QImage(
        order.width * PNG_SCALE, order.height * PNG_SCALE, QImage.Format.Format_ARGB32_Premultiplied
    )
    if image.isNull():
        raise SnapshotError(translate("Snapshot", "A picture of this size needs too much memory."))
    image.setDevicePixelRatio(PNG_SCALE)
    image.setText("Title", page.title)
    _painted(image, paint)
    buffer = _buffer()
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise SnapshotError(translate("Snapshot", "The picture could not be made as PNG."))
    return embed_in_png(bytes(buffer.data().data()), json)


_MAKERS: dict[str, Callable[[Paint, Order, Page, str], bytes]] = {
    ".svg": _svg,
    ".pdf": _pdf,
    ".png": _png,
}


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _painted(
    device: QSvgGenerator | QPdfWriter | QImage, paint: Paint, painter: QPainter | None = None
) -> None:
    painter = painter or QPainter()
    if not painter.begin(device):
        raise SnapshotError(translate("Snapshot", "The picture could not be begun."))
    try:
        paint(painter)
    finally:
        painter.end()


def _program() -> str:
    return f"AzKz Explorer {__version__}"
