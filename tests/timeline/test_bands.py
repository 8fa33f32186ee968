"""Bands of figures: heights in proportion, disputes side by side, texts that do not touch."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.bands import APART, Band, BandValue, band_mark
from azkz_desktop.timeline.marks import BandMark, Rect
from azkz_desktop.timeline.scale import Scale
from tests.timeline.made import day

SCALE = Scale(day("2000-01-01"), day("2020-01-01"), 700, 150)
RECT = Rect(150, 200, 700, 46)


def measure(text: str, role: str) -> float:
    return 7.0 * len(text)


def year(number: int, value: float, note: str = "") -> BandValue:
    return BandValue(
        day(f"{number}-01-01"), day(f"{number}-12-31"), value, f"{value:.0f}", str(value), note
    )


def mark(*values: BandValue) -> BandMark:
    band = Band("trade", "Trade turnover of Azerbaijan and Kazakhstan", "million USD", values)
    return band_mark(band, RECT, SCALE, Sizes(), measure)


def test_heights_are_in_proportion_and_feet_on_one_line() -> None:
    low, high = mark(year(2005, 100), year(2010, 200)).bars
    assert high.rect.height == pytest.approx(2 * low.rect.height)
    assert low.rect.bottom == high.rect.bottom


def test_a_bar_stands_over_its_period_and_a_part_of_a_year_is_narrower() -> None:
    half = BandValue(day("2006-01-01"), day("2006-06-30"), 5, "5", "", "Jan–Jun")
    whole, part = mark(year(2005, 9), half).bars
    assert whole.rect.x == SCALE.pixel(day("2005-01-01"))
    assert part.rect.width < 0.6 * whole.rect.width
    assert part.note == "Jan–Jun"


def test_different_numbers_of_one_period_stand_side_by_side_as_contested() -> None:
    first, second = mark(year(2005, 100), year(2005, 150)).bars
    assert first.contested
    assert second.contested
    assert first.rect.right == pytest.approx(second.rect.x)


def test_equal_numbers_of_two_documents_are_one_bar_that_names_both() -> None:
    one, other = year(2005, 100), year(2005, 100)
    (bar,) = mark(one, BandValue(*(one.start, one.end, 100, "100", "the other"))).bars
    assert not bar.contested
    assert bar.words == f"{other.words}\nthe other"


def test_what_is_out_of_sight_is_not_drawn_and_what_is_cut_stays_in_the_plot() -> None:
    assert mark(year(1990, 5), year(2030, 5)).bars == ()
    long = BandValue(day("1990-01-01"), day("2030-01-01"), 5, "5", "")
    (bar,) = mark(long).bars
    assert bar.rect.x >= RECT.x
    assert bar.rect.right <= RECT.right


def test_no_numbers_and_only_zeros_are_no_error() -> None:
    assert mark().bars == ()
    assert mark(year(2005, 0)).bars == ()


@given(st.dictionaries(st.integers(2000, 2019), st.integers(1, 9999), min_size=1))
def test_texts_meet_neither_each_other_nor_a_bar(numbers: dict[int, int]) -> None:
    found = mark(*(year(one, value) for one, value in sorted(numbers.items())))
    boxes = [
        Rect(bar.text_x, bar.rect.y - 13, measure(bar.text, "value"), 12)
        for bar in found.bars
        if bar.text_x is not None
    ]
    assert boxes
    apart = [box._replace(width=box.width + APART) for box in boxes]
    assert not any(one.meets(other) for one, other in combinations(apart, 2))
    assert not any(box.meets(bar.rect) for box in boxes for bar in found.bars)
    greatest = max(found.bars, key=lambda bar: bar.value)
    assert greatest.text_x is not None


def test_numbers_that_would_touch_are_not_both_written() -> None:
    """Texts of 34 pixels on bars of 35: a pixel apart they would read as one number."""
    values = (year(2012, 39_343), year(2013, 39_343))
    band = Band("trade", "Trade", "million USD", values)
    bars = band_mark(band, RECT, SCALE, Sizes(), lambda text, _role: 6.8 * len(text)).bars
    assert bars[0].text_x is not None
    assert bars[1].text_x is None


def test_the_title_is_broken_into_lines_that_fit_the_gutter() -> None:
    title = mark(year(2005, 1)).title
    assert len(title) == 2
    assert all(measure(line, "lane") <= RECT.x - 16 for line in title)
