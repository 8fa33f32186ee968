"""Letters, and what grows with them. A style sheet's lines and gaps stay."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent

from azkz_desktop.painting.letters import (
    SMALLEST,
    Letters,
    LetterSize,
    grown,
    grown_sheet,
    letter_pixels,
)


@pytest.fixture(autouse=True)
def normal_again() -> Iterator[None]:
    yield
    Letters.factor = 1.0


SHEET = """
* { font-size: 13px; }
QPushButton { min-height: 18px; padding: 4px 11px; border: 1px solid red; border-radius: 11px; }
QCheckBox::indicator { width: 13px; height: 13px; }
QFrame#rule { max-height: 1px; min-height: 1px; }
QSplitter::handle:vertical { height: 5px; }
"""


def test_at_the_normal_size_a_sheet_stays_as_it_is() -> None:
    assert grown_sheet(SHEET) is SHEET


def test_letters_and_what_is_as_large_as_they_grow_lines_and_gaps_do_not() -> None:
    Letters.factor = 1.5
    assert grown_sheet(SHEET) == SHEET.replace("font-size: 13px", "font-size: 20px").replace(
        "min-height: 18px", "min-height: 27px"
    ).replace("width: 13px; height: 13px", "width: 20px; height: 20px")


@given(st.integers(11, 24), st.floats(0.5, 2))
def test_nothing_is_written_smaller_than_eleven_pixels(size: int, factor: float) -> None:
    Letters.factor = factor
    assert letter_pixels(size) == max(round(size * factor), SMALLEST)
    assert grown_sheet(f"* {{ font-size: {size}px }}") in (
        f"* {{ font-size: {letter_pixels(size)}px }}",
        f"* {{ font-size: {size}px }}" if factor == 1 else "",
    )
    assert grown(100) == round(100 * factor)


def test_a_widget_hears_once_of_another_size_and_of_nothing_else() -> None:
    size, fonts = LetterSize(), QEvent(QEvent.Type.FontChange)
    assert not size.changed_by(fonts)
    Letters.factor = 1.5
    assert not size.changed_by(QEvent(QEvent.Type.EnabledChange))
    told = [size.changed_by(event) for event in (QEvent(QEvent.Type.StyleChange), fonts)]
    assert told == [True, False]
    Letters.factor = 1.0
    assert size.changed_by(fonts)
    assert not LetterSize().changed_by(fonts)
