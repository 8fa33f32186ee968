"""Symbols copied from ready-made pictures look as those that are painted."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from azkz_desktop.map.fonts import Fonts
from azkz_desktop.map.marks import Bubble, Ref, Symbol
from azkz_desktop.map.symbols import Symbols
from azkz_desktop.view.tokens import DARK, KIND_GROUPS, LIGHT, Theme

PLACES = [
    Symbol("town", 40, 30, 2.6, "ink"),
    Symbol("capital", 40, 30, 3.4, "ink", Ref("place", "baku")),
    Symbol("field", 40, 30, 4.6, "field", strong=False),
    Symbol("field", 40, 30, 4.6, "field"),
    Symbol("port", 40, 30, 4.6, "sea_route"),
    Symbol("cross", 40, 30, 5.0, "line_agreed"),
]
EVENTS = [
    Symbol(group.shape, 40, 30, 7.0, group.colour, Ref("event", "3"), (3,), strong, contested=True)
    for group in KIND_GROUPS
    for strong in (True, False)
]
BUBBLES = [
    Bubble(40, 30, 12.4, tuple(range(9)), ((0, 6), (2, 3)), ("baku",)),
    Bubble(40, 30, 24.9, tuple(range(2000)), ((1, 1999), (4, 1)), ("baku", "alat")),
]


def pixels(mark: Symbol | Bubble, symbols: Symbols, ratio: float) -> np.ndarray:
    image = QImage(int(80 * ratio), int(60 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#d9e6ee"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if isinstance(mark, Bubble):
        symbols.bubble(painter, mark)
    else:
        symbols.paint(painter, mark)
    painter.end()
    raw = np.frombuffer(image.constBits(), np.uint8)
    return raw.reshape(image.height(), image.width(), 4)[:, :, :3].astype(int)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("mark", [*PLACES, *EVENTS, *BUBBLES])
def test_a_copied_symbol_is_the_painted_one(
    qtbot: QtBot, mark: Symbol | Bubble, ratio: float, theme: Theme
) -> None:
    fonts = Fonts()
    painted = pixels(mark, Symbols(theme, fonts), ratio)
    copied = pixels(mark, Symbols(theme, fonts, ratio), ratio)
    assert np.ptp(painted.reshape(-1, 3), axis=0).max() > 40  # there is something to see
    # Of what is translucent, colours are rounded twice.
    assert np.abs(painted - copied).max() <= 4


def test_what_looks_alike_is_painted_once(qtbot: QtBot) -> None:
    symbols = Symbols(LIGHT, Fonts(), 1.0)
    for mark in (PLACES[0], PLACES[0]._replace(x=60.3, ref=Ref("place", "x")), BUBBLES[0]):
        pixels(mark, symbols, 1.0)
    assert symbols._sprite.cache_info().misses == 2
