"""Texts that are copied look as texts that are drawn, whatever was drawn before them."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from azkz_desktop.timeline import atlas as atlas_module
from azkz_desktop.timeline.atlas import Ink, TextAtlas, Texts, by_role
from azkz_desktop.timeline.fonts import Fonts
from azkz_desktop.view.tokens import LIGHT

WIDTH, HEIGHT = 700, 400


@pytest.fixture
def fonts(qtbot: QtBot) -> Fonts:
    del qtbot
    return Fonts()


def column(texts: list[str], role: str = "label", colour: str = LIGHT.ink) -> Texts:
    """Texts one below the other."""
    tops = [18.0 * (place % 22) for place in range(len(texts))]
    return Texts(role, colour, texts, [8.0] * len(texts), tops)


def painted(atlas: TextAtlas, columns: list[Texts]) -> QImage:
    image = blank()
    painter = QPainter(image)
    atlas.draw(painter, columns)
    painter.end()
    return image


def blank() -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.panel))
    return image


def drawn(fonts: Fonts, columns: list[Texts]) -> QImage:
    """The same, each text drawn by itself."""
    image = blank()
    painter = QPainter(image)
    for role, colour, texts, xs, tops in columns:
        painter.setPen(QColor(colour))
        painter.setFont(fonts.font(role))
        for text, x, top in zip(texts, xs, tops, strict=True):
            painter.drawText(QPointF(x, top + fonts.ascent(role)), text)
    painter.end()
    return image


def test_copied_texts_are_those_that_were_drawn(fonts: Fonts) -> None:
    columns = [column(["Visit to Baku", "Əliyev Aktauda", ""]), column(["x"], "note", "#AA0000")]
    columns[1].tops[0] = 90.0
    atlas = TextAtlas(LIGHT.panel, fonts, 1)
    assert painted(atlas, columns) == drawn(fonts, columns)
    assert painted(atlas, columns) == drawn(fonts, columns)
    assert drawn(fonts, columns) != blank()


def test_the_same_text_in_another_font_or_colour_is_another_one(fonts: Fonts) -> None:
    atlas = TextAtlas(LIGHT.panel, fonts, 1)
    for role, colour in (("label", LIGHT.ink), ("label-bold", LIGHT.ink), ("label", "#AA0000")):
        columns = [column(["Visit to Baku"], role, colour)]
        assert painted(atlas, columns) == drawn(fonts, columns)


def test_where_it_is_full_the_oldest_texts_make_room(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atlas_module, "ATLAS_ROWS", 6)
    monkeypatch.setattr(atlas_module, "ATLAS_WIDTH", 600)
    atlas = TextAtlas(LIGHT.panel, fonts, 1)
    for first in range(0, 300, 7):
        texts = [f"Some rather long text, number {number:03}" for number in range(first, first + 7)]
        columns = [column(texts), column(["Kazakhstan"], "lane")]
        columns[1].tops[0] = 200.0
        assert painted(atlas, columns) == drawn(fonts, columns)
    assert sum(len(texts) for texts in atlas._known.values()) <= 6 * 4


def test_more_at_once_than_there_is_room_for_are_all_painted(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atlas_module, "ATLAS_ROWS", 3)
    monkeypatch.setattr(atlas_module, "ATLAS_WIDTH", 300)
    columns = [column([f"Text of number {number:03}" for number in range(22)])]
    atlas = TextAtlas(LIGHT.panel, fonts, 1)
    assert painted(atlas, columns) == drawn(fonts, columns)


@pytest.mark.parametrize("ratio", [1.25, 1.5, 2.0, 3.0])
def test_a_finer_screen_takes_only_so_much_more_memory(fonts: Fonts, ratio: float) -> None:
    def pixels(ratio: float) -> int:
        pixmap = TextAtlas(LIGHT.panel, fonts, ratio)._pixmap
        return pixmap.width() * pixmap.height()

    assert pixels(ratio) <= pixels(1.0) * ratio * 1.01


def test_very_many_texts_have_a_place_each(fonts: Fonts) -> None:
    atlas = TextAtlas(LIGHT.panel, fonts, 1)
    for first in range(0, 2000, 200):
        painted(atlas, [column([str(number) for number in range(first, first + 200)])])
    columns = [column([str(number) for number in range(1000, 1020)])]
    assert painted(atlas, columns) == drawn(fonts, columns)


def test_texts_one_by_one_are_columns_in_their_order() -> None:
    one, other = Ink("a", "label", "#000000"), Ink("b", "note", "#000000")
    columns = by_role([(1.0, 2.0, one), (3.0, 4.0, one), (5.0, 6.0, other), (7.0, 8.0, one)])
    assert [texts.role for texts in columns] == ["label", "note", "label"]
    assert columns[0] == Texts("label", "#000000", ["a", "a"], [1.0, 3.0], [2.0, 4.0])
    assert by_role([]) == []


def test_a_text_wider_than_the_pixmap_is_whole_and_makes_room_for_others(
    fonts: Fonts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atlas_module, "ATLAS_ROWS", 2)
    monkeypatch.setattr(atlas_module, "ATLAS_WIDTH", 120)
    atlas = TextAtlas(LIGHT.panel, fonts, 1)
    wide = "Memorandum on the delimitation of the bed of the northern Caspian, number"
    for number in range(40):
        columns = [column(["short", f"{wide} {number}", f"x{number}", wide])]
        assert painted(atlas, columns) == drawn(fonts, columns)
    assert sum(len(texts) for texts in atlas._known.values()) < 40
