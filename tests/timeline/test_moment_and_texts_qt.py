"""The line of the moment runs behind texts, on a screen and in a picture: none is struck out."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.bands import Band, BandValue
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks, Rect
from azkz_desktop.timeline.painter import TimelinePainter
from azkz_desktop.timeline.sprites import Screen
from azkz_desktop.view.state import Span, ViewState
from azkz_desktop.view.tokens import DARK, KIND_GROUPS, LIGHT, Theme
from tests.timeline.made import MadeSource, columns_of, day, everything, instant, told

SIZE = (900, 260)
EVENTS = columns_of([instant(day("2005-01-01")), instant(day("2015-01-01"))])
SPAN = Span(float(day("2000-01-01")), float(day("2020-01-01")))


@pytest.fixture
def fonts(qtbot: QtBot) -> Fonts:
    del qtbot
    return Fonts()


def band() -> Band:
    """Numbers of a year and of the half of one."""
    year = BandValue(day("2008-01-01"), day("2008-12-31"), 236, "236 000", told(""))
    half = BandValue(day("2012-01-01"), day("2012-06-30"), 90, "90 000", told(""), "Jan-Jun")
    return Band("trade", "Trade", "USD", (year, half))


def marks_of(fonts: Fonts, view: ViewState, *, interactive: bool) -> Marks:
    layout = Layout(MadeSource(EVENTS), fonts.measure, fonts.sizes(), {"trade": band()})
    return layout.marks(view, everything(EVENTS), Canvas(*SIZE, interactive=interactive))


def painted(fonts: Fonts, marks: Marks, theme: Theme, *, screen: bool) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.panel))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    made = Screen(theme, fonts, 1) if screen else None
    TimelinePainter(theme, fonts, made).paint(painter, marks)
    painter.end()
    return image


def cut(image: QImage, rect: Rect) -> QImage:
    return image.copy(*(round(one) for one in rect))


def texts_of_bands(marks: Marks, fonts: Fonts) -> list[Rect]:
    high, found = fonts.height("value"), []
    for bar in marks.bands[0].bars:
        if bar.text_x is not None:
            wide = fonts.measure(bar.text, "value")
            found.append(Rect(bar.text_x, bar.rect.y - high + 1, wide, high - 2))
        if bar.note_x is not None:
            wide = fonts.measure(bar.note, "value")
            found.append(Rect(bar.note_x, marks.bands[0].foot + 2, wide, high - 3))
    return found


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("screen", [True, False])
@pytest.mark.parametrize("when", ["2008-06-20", "2012-03-20"])
def test_no_number_is_struck_out(fonts: Fonts, theme: Theme, screen: bool, when: str) -> None:
    view = ViewState(span=SPAN, moment=when, bands=("trade",))
    marks = marks_of(fonts, view, interactive=screen)
    assert marks.moment
    crossed = [
        one for one in texts_of_bands(marks, fonts) if one.x < marks.moment.x < one.right - 1
    ]
    assert crossed
    with_line = painted(fonts, marks, theme, screen=screen)
    without = painted(fonts, replace(marks, moment=None), theme, screen=screen)
    assert with_line != without
    for text in crossed:
        assert cut(with_line, text) == cut(without, text)


@pytest.mark.parametrize("screen", [True, False])
def test_what_an_empty_timeline_says_is_not_struck_out(fonts: Fonts, screen: bool) -> None:
    middle = date.fromordinal(round((SPAN.start + SPAN.end) / 2)).isoformat()
    hidden = tuple(group.id for group in KIND_GROUPS)
    view = ViewState(span=SPAN, moment=middle, hidden_lanes=hidden, bands=())
    marks = marks_of(fonts, view, interactive=screen)
    assert marks.empty
    assert marks.moment
    image = painted(fonts, marks, LIGHT, screen=screen)
    without = painted(fonts, replace(marks, moment=None), LIGHT, screen=screen)
    middle_y = marks.plot.y + marks.plot.height / 2 + fonts.height("lane") / 2
    text = Rect(marks.moment.x - 20, middle_y - 6, 40, 12)
    assert cut(image, text) == cut(without, text)
