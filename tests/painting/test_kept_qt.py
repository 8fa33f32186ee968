"""A widget's kept picture: painted once for each of its looks, and never an old one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from azkz_desktop.painting.kept import Kept


class Spot(QWidget):
    """A square in the middle of nothing, counted when it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.kept = Kept(self)
        self.look, self.colour, self.painted = 0, QColor("red"), 0
        self.resize(40, 20)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        self.kept.paint(self.look, self._draw)

    def _draw(self, painter: QPainter) -> None:
        self.painted += 1
        painter.fillRect(10, 5, self.width() - 20, self.height() - 10, self.colour)


@pytest.fixture
def spot(qtbot: QtBot) -> Spot:
    made = Spot()
    qtbot.addWidget(made)
    return made


def seen(widget: QWidget, ratio: float = 1.0) -> QImage:
    image = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    widget.render(image)
    return image


def test_it_is_painted_once_and_lets_through_what_is_below(spot: Spot) -> None:
    first = seen(spot)
    assert first.pixelColor(20, 10) == QColor("red")
    assert first.pixelColor(2, 2) == QColor("white")
    assert seen(spot) == first
    assert spot.painted == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda spot: setattr(spot, "look", 1),
        lambda spot: spot.kept.clear(),
        lambda spot: spot.resize(60, 20),
    ],
)
def test_another_look_is_painted_anew(spot: Spot, change: Callable[[Spot], None]) -> None:
    seen(spot)
    spot.colour = QColor("blue")
    change(spot)
    assert seen(spot).pixelColor(spot.width() - 15, 10) == QColor("blue")
    assert spot.painted == 2
