"""Many in one call paint what one call for each would paint."""

from threading import Thread

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from azkz_desktop.timeline.batch import PARTS, copy_parts, fill_rects

SIDE = 40
RECT = st.tuples(st.integers(-5, 45), st.integers(-5, 45), st.integers(0, 30), st.integers(0, 30))


@pytest.fixture(autouse=True, scope="module")
def _application(qapp: object) -> None:
    """There is a QPixmap only where there is an application."""


def blank() -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


@given(st.lists(RECT, max_size=20), st.booleans())
@settings(deadline=None)
def test_many_rectangles_are_filled_as_each_by_itself(
    rects: list[tuple[int, int, int, int]], see_through: bool
) -> None:
    colour = QColor("#0072B2")
    colour.setAlpha(70 if see_through else 255)
    in_one, one_by_one = blank(), blank()
    painter = QPainter(in_one)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill_rects(painter, np.array(rects, np.float64).reshape(-1, 4), colour)
    painter.end()
    painter = QPainter(one_by_one)
    for rect in rects:
        painter.fillRect(*rect, colour)
    painter.end()
    assert near(in_one, one_by_one)


def near(one: QImage, other: QImage) -> bool:
    """Blending may round a step up or down each time."""
    pixels = (np.frombuffer(image.bits(), np.uint8).astype(int) for image in (one, other))
    first, second = pixels
    return bool((np.abs(first - second) <= 6).all())


def sheet() -> QPixmap:
    pixmap = QPixmap(64, 16)
    pixmap.fill(QColor("white"))
    painter = QPainter(pixmap)
    for place in range(16):
        painter.fillRect(place * 4, place % 5, 4, 9, QColor(place * 15, 255 - place * 9, 90))
    painter.end()
    return pixmap


def test_parts_lie_where_they_should_and_the_last_one_on_top() -> None:
    places = [(3, 4, 0), (20, 4, 12), (10, 15, 30), (14, 17, 44)]
    in_one, one_by_one, pixmap = blank(), blank(), sheet()
    parts = np.zeros((len(places), PARTS))
    for number, (x, y, left) in enumerate(places):
        parts[number] = x + 8, y + 8, left, 0, 16, 16, 1, 1, 0, 1
    painter = QPainter(in_one)
    copy_parts(painter, parts, pixmap)
    painter.end()
    painter = QPainter(one_by_one)
    for x, y, left in places:
        painter.drawPixmap(x, y, pixmap, left, 0, 16, 16)
    painter.end()
    assert in_one == one_by_one
    assert in_one != blank()


def test_none_are_none() -> None:
    image = blank()
    painter = QPainter(image)
    fill_rects(painter, np.empty((0, 4)), QColor("black"))
    copy_parts(painter, np.empty((0, PARTS)), sheet())
    painter.end()
    assert image == blank()


def test_two_threads_fill_their_own_rectangles() -> None:
    """A picture is painted beside the window, which paints meanwhile."""
    count, pictures, wrong = 300, 1500, []

    def paint(row: int) -> None:
        rects = np.zeros((count, 4))
        rects[:, 0], rects[:, 1], rects[:, 2:] = np.arange(count) % SIDE, row, 1
        expected = None
        for _ in range(pictures):
            image = blank()
            with QPainter(image) as painter:
                fill_rects(painter, rects, QColor("#0072B2"))
            expected = expected or image
            if image != expected or image.pixelColor(3, row) != QColor("#0072B2"):
                wrong.append(row)

    threads = [Thread(target=paint, args=(row,)) for row in (5, 25)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
