"""Bands of figures: heights in proportion, every form in its place, texts that do not touch."""

from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.bands import (
    BAR,
    POINT,
    RANGE,
    SPAN,
    Band,
    BandValue,
    Heights,
    band_mark,
    base_of,
    top_of,
    without_number,
)
from azkz_desktop.timeline.bandtexts import APART
from azkz_desktop.timeline.hits import REACH, SAME, bars_at
from azkz_desktop.timeline.marks import BandBar, BandMark, Rect
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.series import default_bands
from azkz_desktop.view.library import Library
from tests.timeline.made import day, told

SCALE = Scale(day("2000-01-01"), day("2020-01-01"), 700, 150)
RECT = Rect(150, 200, 700, 46)


def measure(text: str, role: str) -> float:
    return 7.0 * len(text)


def year(number: int, value: float, note: str = "", form: str = BAR) -> BandValue:
    first, last = day(f"{number}-01-01"), day(f"{number}-12-31")
    return BandValue(first, last, value, f"{value:.0f}", told(str(value)), note, form)


def years(first: int, last: int, value: float) -> BandValue:
    days = day(f"{first}-01-01"), day(f"{last}-12-31")
    return BandValue(*days, value, f"{value:.0f}", told(""), form=SPAN)


def made(*values: BandValue) -> Band:
    name = "Trade turnover of Azerbaijan and Kazakhstan"
    return Band("trade", name, "million USD", values, name, "USD")


def mark(*values: BandValue, scale: Scale = SCALE, **kwargs: object) -> BandMark:
    return band_mark(made(*values), RECT, scale, Sizes(), measure, **kwargs)  # type: ignore[arg-type]


def test_heights_are_in_proportion_and_feet_on_one_line() -> None:
    low, high = mark(year(2005, 100), year(2010, 200)).bars
    assert high.rect.height == pytest.approx(2 * low.rect.height)
    assert low.rect.bottom == high.rect.bottom == mark(year(2005, 1)).foot


def test_a_bar_stands_over_its_period_and_a_part_of_a_year_is_narrower() -> None:
    half = BandValue(day("2006-01-01"), day("2006-06-30"), 5, "5", told(""), "Jan–Jun", pale=True)
    whole, part = mark(year(2005, 9), half).bars
    assert whole.rect.x == SCALE.pixel(day("2005-01-01"))
    assert part.rect.width < 0.6 * whole.rect.width
    assert part.note == "Jan–Jun"
    assert part.pale
    assert not whole.pale


def test_different_numbers_of_one_period_stand_side_by_side() -> None:
    first, second = mark(year(2005, 100), year(2005, 150)._replace(contested=True)).bars
    assert (first.contested, second.contested) == (False, True)
    assert first.rect.right == pytest.approx(second.rect.x)


def test_a_count_is_a_point_in_the_middle_of_its_days() -> None:
    (point,) = mark(year(2005, 93490, form=POINT)).bars
    middle = SCALE.pixel(day("2005-07-02"))
    assert point.rect.x + point.rect.width / 2 == pytest.approx(middle, abs=1)
    # Its number has room above it.
    assert point.rect.y == RECT.y + Sizes().line + 2
    assert point.x0 == SCALE.pixel(day("2005-01-01"))


def test_a_point_whose_middle_is_out_of_sight_is_its_days_alone() -> None:
    late = Scale(day("2005-10-01"), day("2006-10-01"), 700, 150)
    (point,) = mark(year(2005, 5, form=POINT), scale=late).bars
    assert point.rect.width == 0
    # Its number stands over these.
    assert point.text_x is not None
    assert point.x0 <= point.text_x + 7 / 2 <= point.x1
    assert (point.x0, point.x1) == (150, late.pixel(day("2006-01-01")))


def test_a_sum_of_several_years_is_flat_over_all_of_them() -> None:
    (span,) = mark(years(2002, 2013, 5.2)).bars
    assert span.form == SPAN
    assert span.rect.x == SCALE.pixel(day("2002-01-01"))
    assert span.rect.right == SCALE.pixel(day("2014-01-01")) - 1
    assert span.closed_left
    assert span.closed_right
    going_on = years(2002, 2013, 5.2)._replace(open_end=True)
    assert not mark(going_on).bars[0].closed_right


def test_a_range_reaches_from_the_least_to_the_most() -> None:
    value = year(2015, 400, form=RANGE)._replace(low=300)
    (bar,) = mark(value).bars
    room = mark(value).foot - RECT.y - Sizes().line - 2
    assert bar.rect.height == pytest.approx(room / 4)


def test_no_numbers_and_only_zeros_are_no_error() -> None:
    assert mark().bars == ()
    (nought,) = mark(year(2005, 0)).bars
    assert nought.rect.height == 1
    assert nought.text == "0"


def test_bands_of_one_unit_can_share_their_heights() -> None:
    small, large = made(year(2005, 50)), made(year(2005, 200))
    (own,) = mark(*small.values).bars
    (shared,) = mark(*small.values, peers=(small, large)).bars
    assert shared.rect.height == pytest.approx(own.rect.height / 4)
    assert top_of((small, large)) == 200


def test_heights_by_logarithm_begin_at_a_power_of_ten_and_are_said() -> None:
    found = mark(year(2005, 10), year(2006, 1000), logarithmic=True)
    low, high = found.bars
    assert base_of((made(year(2005, 10)),)) == 1
    assert high.rect.height == pytest.approx(3 * low.rect.height)
    assert found.note == "million USD, log"
    assert mark(year(2005, 0), logarithmic=True).note == "million USD"


@given(st.floats(1e-3, 1e12), st.floats(1e-3, 1e12), st.booleans())
def test_a_larger_number_never_stands_lower(one: float, other: float, logarithmic: bool) -> None:
    values = year(2005, one), year(2006, other)
    base = base_of((made(*values),)) if logarithmic else 0.0
    heights = Heights(100, 20, max(one, other), base)
    assert (heights.y(one) >= heights.y(other)) or one > other
    assert 20 <= heights.y(min(one, other)) <= 100


@dataclass(frozen=True)
class Placed:
    """A value as slow code sees it: from which day to which, and how it is drawn."""

    value: BandValue
    first: float
    last: float


@st.composite
def values(draw: st.DrawFn) -> list[BandValue]:
    found = []
    for number in range(draw(st.integers(1, 8))):
        first = day("2000-01-01") + draw(st.integers(-800, 8000))
        form = draw(st.sampled_from([BAR, POINT, SPAN, RANGE]))
        last = first + draw(st.sampled_from([0, 181, 365] if form != SPAN else [700, 3000]))
        value = float(draw(st.integers(0, 999)))
        found.append(
            BandValue(first, last, value, str(number), told(str(number)), form=form, low=value / 2)
        )
    return sorted(found)


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    start = day("2000-01-01") + draw(st.integers(-900, 7000))
    return Scale(start, start + draw(st.sampled_from([2, 30, 400, 9000, 40000])), 700, 150)


@given(values(), scales())
@settings(deadline=None)
def test_in_sight_is_what_has_a_day_in_sight(found: list[BandValue], scale: Scale) -> None:
    shown = sorted(bar.text for bar in mark(*found, scale=scale).bars)
    expected = sorted(
        value.text
        for value in found
        if any(
            scale.start < one + 1 and one < scale.end
            for one in (value.start, value.end, max(value.start, min(value.end, scale.start)))
        )
    )
    assert shown == expected


@given(values(), scales(), st.floats(0, 700), st.floats(0, 45.9))
@settings(deadline=None, max_examples=300)
def test_what_is_hit_is_what_a_look_at_every_mark_finds(
    found: list[BandValue], scale: Scale, x: float, y: float
) -> None:
    band = mark(*found, scale=scale)
    x, y = RECT.x + x, RECT.y + y
    under = [bar for bar in band.bars if covers(bar, x)]
    hit = bars_at(band, x, y)
    assert bool(hit) == bool(under)
    assert set(hit) <= set(under)
    column = [bar for bar in under if min(bar.rect.x, bar.x0) <= x < max(bar.rect.right, bar.x1)]
    painted = [bar for bar in column if is_painted(bar, y)]
    if column:
        assert set(hit) <= set(column)
    if painted:
        nearest = min(abs(height(bar, y) - y) for bar in painted)
        assert any(abs(height(bar, y) - y) == nearest for bar in hit)
    assert (
        max((height(bar, y) for bar in hit), default=0)
        - min((height(bar, y) for bar in hit), default=0)
        <= 2 * SAME
    )


def height(bar: BandBar, y: float) -> float:
    """At which pixel the number of a mark stands; a range's nearest one."""
    top, bottom = bar.rect.y, bar.rect.bottom
    if bar.form == RANGE:
        return min(max(y, top), bottom)
    return (top + bottom) / 2 if bar.form == POINT else top


def is_painted(bar: BandBar, y: float) -> bool:
    """Whether something of a mark is painted at a height, or nearly so."""
    bottom = bar.rect.y if bar.form == SPAN else bar.rect.bottom
    return bar.rect.y - REACH / 2 <= y <= bottom + REACH / 2


def asked_for(band: BandMark) -> set[BandBar]:
    """The marks of a band that are told at some pixel in their columns."""
    told: set[BandBar] = set()
    for bar in band.bars:
        left, right = min(bar.rect.x, bar.x0), max(bar.rect.right, bar.x1)
        for x in {ceil(left), ceil((left + right) / 2), ceil(right) - 1}:
            for y in range(int(band.rect.y), int(band.rect.bottom)):
                told.update(bars_at(band, x, y))
    return told


@given(values(), scales())
@settings(deadline=None)
def test_every_number_that_is_drawn_can_be_asked_for(found: list[BandValue], scale: Scale) -> None:
    band = mark(*found, scale=scale)
    assert asked_for(band) == set(band.bars)


@pytest.mark.parametrize("days", [40_000, 3000, 400, 30, 2])
def test_every_number_of_the_file_can_be_asked_for(library: Library, days: int) -> None:
    """Two claims of one day, two sums of overlapping years, two halves of one year."""
    for band in default_bands(library.dataset).values():
        for start in {value.start for value in band.values}:
            first = start + 1 - min(days / 2, 200)
            drawn = band_mark(band, RECT, Scale(first, first + days, 700, 150), Sizes(), measure)
            assert asked_for(drawn) == set(drawn.bars), band.id
            if days > 20_000:
                break  # all of it is in sight wherever it begins


def test_of_two_numbers_in_a_column_the_nearest_by_height_is_told() -> None:
    low, high = year(2005, 100, form=POINT), year(2005, 300, form=POINT)
    band = mark(low, high)
    x = SCALE.pixel(day("2005-07-02"))
    (lower,), (upper,) = (bars_at(band, x, bar.rect.y + 4) for bar in band.bars)
    assert (lower.value, upper.value) == (100, 300)
    both = mark(low, year(2005, 101, form=POINT))
    assert len(bars_at(both, x, both.bars[0].rect.y + 4)) == 2


def test_over_a_span_no_year_is_said_to_have_no_number() -> None:
    """Its number stands above its line; there it is told, too."""
    band = mark(years(2002, 2013, 50), years(2002, 2006, 100))
    low, high = sorted(band.bars, key=lambda bar: bar.value)
    x = SCALE.pixel(day("2010-01-01"))
    for y in range(int(RECT.y), int(RECT.bottom)):
        assert bars_at(band, x, y) == (low,)
    assert bars_at(band, SCALE.pixel(day("2004-01-01")), RECT.y) == (high,)


def test_a_bar_before_a_span_is_told_but_at_the_line_of_the_span() -> None:
    band = mark(years(2002, 2013, 50), year(2008, 100))
    span, bar = band.bars
    x = bar.rect.x + 5
    assert bars_at(band, x, bar.rect.y + 2) == (bar,)
    assert bars_at(band, x, span.rect.y + 1) == (span,)


@given(values(), scales())
@settings(deadline=None)
def test_no_number_is_denied_where_one_stands(found: list[BandValue], scale: Scale) -> None:
    """At every pixel a number is told, or none holds for the day there, to the last pixel."""
    band = mark(*found, scale=scale)
    for x in range(int(scale.left), int(scale.right)):
        at = scale.day_in(x + 0.5)
        assert scale.pixel(at) <= x < scale.pixel(at + 1)
        if not bars_at(band, x + 0.5, RECT.bottom - 8):
            assert not [value for value in found if value.start <= at <= value.end]


@given(values(), st.integers(day("1998-01-01"), day("2022-01-01")))
def test_what_has_no_number_is_what_no_day_of_which_has_one(
    found: list[BandValue], at: int
) -> None:
    held = {one for value in found for one in range(value.start, value.end + 1)}
    days = without_number(found, at)
    if days is None:
        assert at in held
        return
    first, last = days
    year = date.fromordinal(at).year
    assert first <= at <= last
    assert held.isdisjoint(range(first, last + 1))
    for beyond in (first - 1, last + 1):
        assert beyond in held or date.fromordinal(beyond).year != year


def covers(bar: BandBar, x: float) -> bool:
    """Whether the pixel is on the days of a mark, or as near as a finger is precise."""
    left, right = min(bar.rect.x, bar.x0), max(bar.rect.right, bar.x1)
    if right - left < REACH:
        middle = (left + right) / 2
        left, right = middle - REACH / 2, middle + REACH / 2
    return left <= x < right


@given(values(), scales())
@settings(deadline=None)
def test_texts_meet_neither_each_other_nor_a_mark(found: list[BandValue], scale: Scale) -> None:
    bars = mark(*found, scale=scale).bars
    boxes = [
        Rect(bar.text_x, bar.rect.y - 13, measure(bar.text, "value"), 12)
        for bar in bars
        if bar.text_x is not None
    ]
    apart = [box._replace(width=box.width + APART) for box in boxes]
    assert not any(one.meets(other) for one, other in combinations(apart, 2))
    solid = [bar.rect for bar in bars if bar.form != SPAN]
    assert not any(box.meets(rect) for box in boxes for rect in solid)
    for box in boxes:
        assert scale.left <= box.x
        assert box.right <= scale.right + 1


@given(st.dictionaries(st.integers(2000, 2019), st.integers(1, 9999), min_size=1))
def test_the_greatest_number_is_always_written(numbers: dict[int, int]) -> None:
    found = mark(*(year(one, value) for one, value in sorted(numbers.items())))
    greatest = max(found.bars, key=lambda bar: bar.value)
    assert greatest.text_x is not None


@pytest.mark.parametrize(("start", "end"), [("2003-01-01", "2012-01-20"), ("2012-12-10", "2021")])
def test_a_sliver_at_an_edge_takes_no_neighbours_place(start: str, end: str) -> None:
    """The greatest value, of which two pixels are in sight, over the bar of another year."""
    scale = Scale(day(start), day(f"{end}-01-01"[:10]), 700, 150)
    values = year(2011, 276), year(2012, 393), year(2013, 320)
    bars = {bar.value: bar for bar in mark(*values, scale=scale).bars}
    assert bars[393].rect.width < 8
    assert bars[393].text_x is None
    neighbour = bars.get(276) or bars[320]
    assert neighbour.text_x is not None


def test_what_is_noted_below_a_sliver_is_not_said_of_the_year_before() -> None:
    scale = Scale(day("2003-01-01"), day("2012-01-20"), 700, 150)
    half = year(2012, 393, "Jan\N{EN DASH}Jun")
    alone, beside = mark(half, scale=scale), mark(year(2011, 276), half, scale=scale)
    assert alone.bars[-1].note_x is not None
    assert alone.bars[-1].text_x is not None
    assert beside.bars[-1].note_x is None


@given(
    st.lists(st.integers(1, 99_999), min_size=20, max_size=20),
    st.integers(0, 400),
    st.integers(1_500, 5_000),
)
@settings(deadline=None)
def test_no_number_that_an_edge_pushes_aside_stands_over_another_year(
    numbers: list[int], first: int, days: int
) -> None:
    scale = Scale(day("2000-01-01") + first, day("2000-01-01") + first + days, 700, 150)
    bars = mark(*(year(2000 + at, one) for at, one in enumerate(numbers)), scale=scale).bars
    for bar in bars:
        if bar.text_x is None:
            continue
        width = measure(bar.text, "value")
        off = bar.text_x + width / 2 - (bar.rect.x + bar.rect.width / 2)
        if width > bar.rect.width and abs(off) > 3:
            others = [one.rect for one in bars if one is not bar]
            assert not any(
                one.x + 0.1 < bar.text_x + width and bar.text_x < one.right - 0.1 for one in others
            )


def test_numbers_that_would_touch_are_not_both_written() -> None:
    """Texts of 34 pixels on bars of 35: a pixel apart they would read as one number."""
    band = Band("trade", "Trade", "million USD", (year(2012, 39_343), year(2013, 39_343)))
    bars = band_mark(band, RECT, SCALE, Sizes(), lambda text, _role: 6.8 * len(text)).bars
    assert bars[0].text_x is not None
    assert bars[1].text_x is None


def test_the_title_is_broken_into_lines_that_fit_the_gutter() -> None:
    found = mark(year(2005, 1))
    assert len(found.title) == 2
    assert all(measure(line, "lane") <= RECT.x - 16 for line in found.title)
    assert found.name == "Trade turnover of Azerbaijan and Kazakhstan"
