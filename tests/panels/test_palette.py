"""The palette: what is marked, what a line shows, and the keyboard."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from azkz_desktop.panels.glyphs import GLYPHS, draw_glyph
from azkz_desktop.panels.marked import matching_parts
from azkz_desktop.panels.palette import Entry, Palette
from azkz_desktop.panels.palette_lines import runs
from azkz_desktop.query.search import TYPES
from azkz_desktop.view.tokens import DARK, LIGHT, Theme
from tests.shown import PutUp


def marked(text: str, typed: str) -> list[str]:
    return [text[start:stop] for start, stop in matching_parts(text, typed)]


@pytest.mark.parametrize(
    ("text", "typed", "wanted"),
    [
        ("Nursultan Nazarbayev", "Naz", ["Naz"]),
        ("Nursultan Nazarbayev", "Назарбаев", ["Nazarbayev"]),
        ("Nazarbayev's first visit", "назарбаев", ["Nazarbayev"]),
        ("İlham Əliyev", "aliyev ilham", ["İlham", "Əliyev"]),
        ("Нұрсұлтан Назарбаев", "nazar", ["Назар"]),
        ("Aqtau and Aktau", "aktau", ["Aqtau", "Aktau"]),
        ("Baku–Tbilisi–Ceyhan oil pipeline", "pipe ceyhan", ["Ceyhan", "pipe"]),
        ("Baku", "astana", []),
        ("Baku", "", []),
    ],
)
def test_the_words_typed_are_marked_in_any_spelling(
    text: str, typed: str, wanted: list[str]
) -> None:
    assert marked(text, typed) == wanted


@given(st.text(max_size=40), st.text(max_size=20))
def test_pieces_make_the_text_again_and_never_overlap(text: str, typed: str) -> None:
    assert "".join(piece for piece, _ in runs(text, typed)) == text
    ends = [0, *(end for part in matching_parts(text, typed) for end in part)]
    assert ends == sorted(ends)
    assert ends[-1] <= len(text)


def test_everything_that_can_be_found_has_a_drawing(qtbot: QtBot) -> None:
    assert set(TYPES) - {"event"} < set(GLYPHS)
    pictures = set()
    for name in GLYPHS:
        image = QImage(16, 16, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        draw_glyph(painter, name, "#000000", 8, 8)
        painter.end()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(GLYPHS)


class Found:
    """What was run, and a finder over three entries."""

    def __init__(self) -> None:
        self.ran: list[str] = []

    def find(self, text: str) -> list[Entry]:
        names = ("Baku", "Baku Declaration", "Zoom in")
        return [
            Entry(name, "a note", partial(self.ran.append, name), glyph="place")
            for name in names
            if text.lower() in name.lower()
        ]


@pytest.fixture
def found() -> Found:
    return Found()


@pytest.fixture
def palette(put_up: PutUp, found: Found) -> Palette:
    return put_up(Palette(found.find, LIGHT))


def test_the_arrows_choose_while_one_types(palette: Palette, found: Found, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "baku")
    assert palette.hits.count() == 2
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.hits.currentRow() == 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.hits.currentRow() == 0
    qtbot.keyClick(palette.field, Qt.Key.Key_PageDown)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert found.ran == ["Baku Declaration"]


def test_a_screen_reader_hears_name_and_note(palette: Palette) -> None:
    assert palette.hits.item(0).text() == "Baku, a note"


def test_nothing_found_is_said(palette: Palette, found: Found, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "xyz")
    assert palette.nothing.isVisible()
    assert not palette.hits.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert found.ran == []
    assert palette.isVisible()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_chosen_line_is_painted_in_the_themes_colours(put_up: PutUp, theme: Theme) -> None:
    made = Palette(Found().find, theme)
    put_up(made, 500, 300)
    image = made.hits.viewport().grab().toImage()
    assert image.pixelColor(image.width() // 2, 4) == QColor(theme.chosen)
