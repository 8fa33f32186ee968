"""The ground of a screen, of one row that is repeated, is that of plain fills to the pixel."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.groundpainter import REPEATED, GroundPainter
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.tokens import DARK, LIGHT, Theme
from tests.timeline.made import MadeSource, day, everything, some_events

COLUMNS = some_events(20)
WIDTH = 700


@pytest.fixture
def marks(qtbot: QtBot) -> Marks:
    del qtbot
    fonts, view = Fonts(), ViewState(span=Span(day("1999-01-01"), day("2013-01-01")))
    engine = Layout(MadeSource(COLUMNS), fonts.measure, fonts.sizes())
    return engine.marks(view, everything(COLUMNS), Canvas(WIDTH, 3 * REPEATED + 37))


def painted(grounds: GroundPainter, marks: Marks) -> QImage:
    image = QImage(int(marks.width), int(marks.height), QImage.Format.Format_RGB32)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grounds.paint(painter, marks)
    return image


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_repeated_and_filled_grounds_are_equal(marks: Marks, theme: Theme) -> None:
    repeated, filled = (GroundPainter(theme, is_screens=which) for which in (True, False))
    # The second with other lines, the third of another width: nothing is left of the one before.
    plain = replace(marks, ticks=marks.ticks[:1])
    for one in (marks, plain, replace(marks, width=WIDTH - 41), marks):
        image = painted(repeated, one)
        assert image == painted(filled, one)
    assert painted(filled, marks) != painted(filled, plain)


def test_a_line_reaches_from_the_axis_down_through_all_rows(marks: Marks) -> None:
    image = painted(GroundPainter(LIGHT, is_screens=True), marks)
    x = next(int(tick.x) for tick in marks.ticks if tick.x is not None)
    line = QColor(LIGHT.hairline)
    column = [image.pixelColor(x, y) == line for y in range(image.height())]
    assert column == [
        marks.axis.bottom - 4 <= y < int(marks.plot.bottom) for y in range(len(column))
    ]
