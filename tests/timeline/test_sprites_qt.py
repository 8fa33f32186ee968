"""The ready-made pictures of marks are whole: nothing is cut off with what is transparent."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.timeline.marks import Spots
from azkz_desktop.timeline.shapes import SpotLook, draw_date, draw_spot
from azkz_desktop.timeline.sprites import Screen
from azkz_desktop.view.tokens import DARK, KIND_GROUPS

LOOKS = [
    SpotLook(style, pale, amber)
    for style in range(len(KIND_GROUPS))
    for pale in (False, True)
    for amber in (False, True)
]
APART = 60


def spots() -> Spots:
    count = len(LOOKS)
    return Spots(
        row=np.arange(count, dtype=np.int32),
        x=np.arange(count, dtype=np.float64) * APART + 40.0,
        y=np.full(count, 30.0),
        style=np.array([look.style for look in LOOKS], np.uint8),
        pale=np.array([look.pale for look in LOOKS]),
        amber=np.array([look.amber for look in LOOKS]),
    )


def channels(image: QImage) -> NDArray[np.int64]:
    return np.frombuffer(image.bits(), np.uint8).astype(np.int64)


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("factor", [1, 1.4, 2])
def test_pictures_of_marks_are_the_marks(qtbot: QtBot, ratio: int, factor: float) -> None:
    del qtbot
    fonts, marks, pictures = Fonts(factor), spots(), []
    radius = fonts.sizes().spot
    points = [(40.0 + APART * place, 80.0, way) for place, way in enumerate((-1, 0, 1))]
    for screen in (Screen(DARK, fonts, ratio), None):
        image = QImage(2000 * ratio, 120 * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(DARK.panel))
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if screen:
                screen.spots(painter, marks, points)
            for look, x in zip(LOOKS, marks.x.tolist(), strict=True) if not screen else ():
                painter.save()
                painter.translate(x, 30)
                draw_spot(painter, look, DARK, radius)
                painter.restore()
            for x, y, way in points if not screen else ():
                draw_date(painter, way, x, y, DARK, radius)
        pictures.append(channels(image))
    ready, drawn = pictures
    assert np.abs(ready - drawn).max() <= 4
    assert ready.max() > ready.min()
