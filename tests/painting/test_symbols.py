import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from azkz_desktop.painting.symbols import draw_symbol, path_of, symbol_icon
from azkz_desktop.view.tokens import KIND_GROUPS

SHAPES = [group.shape for group in KIND_GROUPS]


def test_each_kind_group_has_a_shape_of_its_own() -> None:
    assert len(set(SHAPES)) == len(KIND_GROUPS)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_stays_near_its_radius(shape: str) -> None:
    box = path_of(shape, 10).boundingRect()
    assert 14 <= box.width() <= 25
    assert 14 <= box.height() <= 25


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_painted_in_its_colour_around_its_point(shape: str, qtbot: QtBot) -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_symbol(painter, shape, "#0072B2", 20, 20, 10)
    painter.end()
    painted = {
        (x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y) == QColor("#0072B2")
    }
    assert len(painted) > 60
    assert all(6 <= x <= 34 and 6 <= y <= 34 for x, y in painted)
    hollow = shape == "frame"
    assert (image.pixelColor(20, 20) == QColor("#0072B2")) is not hollow


def test_an_icon_is_made(qtbot: QtBot) -> None:
    assert not symbol_icon("circle", "#0072B2").isNull()
