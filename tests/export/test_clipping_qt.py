"""Clips in an SVG: what is painted after an inner clip ends is inside the outer one again."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from pytestqt.qtbot import QtBot

from azkz_desktop.export.clipping import ClippingPainter
from azkz_desktop.export.pagewords import page_of
from azkz_desktop.export.snapshot import Order, snapshot_of_view
from azkz_desktop.query.filter import Filter
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Span, ViewState

SVG = "{http://www.w3.org/2000/svg}"
PAGE = QRectF(0, 0, 400, 300)


def painted(painter: QPainter) -> dict[str, str]:
    """The corner of the clip that holds for each word; empty where none does."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(400, 300))
    generator.setViewBox(PAGE)
    painter.begin(generator)
    painter.drawText(QPointF(10, 20), "before")
    painter.save()
    painter.setClipRect(QRectF(100, 100, 200, 150))
    painter.drawText(QPointF(110, 120), "outer")
    painter.save()
    painter.translate(100, 100)
    painter.setClipRect(QRectF(-20, 20, 50, 50))
    painter.drawText(QPointF(30, 40), "inner")
    painter.restore()
    painter.drawText(QPointF(110, 240), "again")
    painter.restore()
    painter.drawText(QPointF(10, 290), "after")
    painter.end()
    return clips(bytes(buffer.data().data()))


def clips(svg: bytes) -> dict[str, str]:
    tree = ElementTree.fromstring(svg)
    corners = {}
    for one in tree.iter(f"{SVG}clipPath"):
        path = one.find(f"{SVG}path")
        assert path is not None
        points = [pair.lstrip("ML").split(",") for pair in path.get("d", "").split() if "," in pair]
        left, top = (min(float(point[axis]) for point in points) for axis in (0, 1))
        corners[f"url(#{one.get('id')})"] = f"{left:g},{top:g}"
    found: dict[str, str] = {}

    def walk(element: ElementTree.Element, clip: str) -> None:
        clip = corners.get(element.get("clip-path", ""), clip)
        if element.tag == f"{SVG}text":
            found["".join(element.itertext()).strip()] = clip
        for child in element:
            walk(child, clip)

    walk(tree, "")
    return found


def test_each_word_stands_in_the_clip_that_was_set_for_it(qtbot: QtBot) -> None:
    assert painted(ClippingPainter()) == {
        "before": "",
        "outer": "100,100",
        "inner": "100,120",  # cut by the outer one
        "again": "100,100",
        "after": "",
    }


@pytest.mark.parametrize("what", ["map", "view", "timeline"])
def test_the_pages_words_are_outside_every_clip_and_the_picture_inside(
    qtbot: QtBot, bundled_db: Path, tmp_path: Path, what: str
) -> None:
    library = Library(bundled_db)
    out = tmp_path / "t.svg"
    snapshot_of_view(library, ViewState(), out, Order(what, 1200, 800, "The title"))
    found = clips(out.read_bytes())
    assert found["The title"] == ""
    inside = [word for word, clip in found.items() if clip]
    assert len(inside) > 20


def period(library: Library, state: ViewState) -> str:
    return page_of(library, state, "timeline").period


def test_the_period_on_the_page_is_the_one_in_the_picture(bundled_db: Path) -> None:
    library = Library(bundled_db)
    asked = Filter(start="1998", end="2013-06")
    assert period(library, ViewState(filter=asked)) == "1998 – June 2013"
    assert period(library, ViewState(filter=Filter(start="2004"))) == "from 2004"
    zoomed = ViewState(filter=asked, span=Span(730120, 730486))
    assert period(library, zoomed) == "1 January 2000 – 31 December 2000"
    assert period(library, ViewState()).count("–") == 1
