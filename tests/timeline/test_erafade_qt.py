"""An era whose begin or end nobody tells fades out beside what is known, and has no edge there."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.timeline.erapainter import paint_ribbon
from azkz_desktop.timeline.eras import FADE, EraMark
from azkz_desktop.view.tokens import DARK, LIGHT, Theme
from tests.timeline.made import day
from tests.timeline.test_eras import era, row

SURE = (day("2003-01-01"), day("2006-01-01"))


def painted(mark: EraMark, theme: Theme) -> list[int]:
    """How far each pixel in the middle of a ribbon is from the ground, from left to right."""
    image = QImage(900, 40, QImage.Format.Format_RGB32)
    ground = QColor(theme.panel)
    image.fill(ground)
    painter = QPainter(image)
    paint_ribbon(painter, mark, theme)
    painter.end()
    y = int(mark.rect.y + mark.rect.height / 2)
    colours = (image.pixelColor(x, y) for x in range(image.width()))
    return [abs(colour.lightness() - ground.lightness()) for colour in colours]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("chosen", [False, True])
def test_it_fades_out_before_it_is_known_and_after(
    qtbot: QtBot, theme: Theme, chosen: bool
) -> None:
    del qtbot
    begin, end = SURE
    (mark,) = row(era("A", NO_START, begin, end, NO_END)).marks
    ink = painted(mark._replace(chosen=chosen), theme)
    left, right = round(mark.foot0), round(mark.top1)
    full = ink[(left + right) // 2]
    assert full > 5
    before, after = ink[left - int(FADE) : left], ink[right : right + int(FADE)]
    assert before == sorted(before)
    assert after == sorted(after, reverse=True)
    assert before[0] < full / 3 < full * 0.7 < before[-1]
    assert max(ink[: left - int(FADE) - 1]) == max(ink[right + int(FADE) + 1 :]) == 0
    # No edge stands where it is known from: that is not where it began.
    assert max(ink[left - 2 : left + 3]) <= full + 2


def test_where_the_begin_is_told_there_is_an_edge(qtbot: QtBot) -> None:
    del qtbot
    begin, end = SURE
    (mark,) = row(era("A", begin, begin, end, end)).marks
    ink = painted(mark, LIGHT)
    left = round(mark.foot0)
    assert max(ink[left - 2 : left + 3]) > ink[left + 30] + 10
    assert max(ink[: left - 3]) == 0
