"""Days and pixels: zoom keeps the date under the pointer, nothing leaves the calendar."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.scale import (
    CENTURY,
    FIRST_DAY,
    KEPT,
    LAST_DAY,
    Limits,
    Scale,
    fit,
)
from azkz_desktop.view.state import Span

DAYS = st.floats(600_000, 800_000)
LENGTHS = st.floats(1, 40_000)
LIMITS = Limits()


@given(DAYS, LENGTHS, st.floats(0.2, 5), st.floats(0, 1))
def test_zoom_keeps_the_date_under_the_pointer(
    start: float, days: float, factor: float, share: float
) -> None:
    scale = Scale(start, start + days, 1000, 130)
    x = 130 + share * 1000
    zoomed = scale.zoomed(factor, x, LIMITS)
    assert zoomed.day(x) == pytest.approx(scale.day(x), abs=1e-6)
    assert LIMITS.shortest <= zoomed.span.days <= LIMITS.longest * (1 + 1e-12)


@given(DAYS, LENGTHS, st.floats(-3000, 3000))
def test_panning_moves_everything_by_as_many_pixels(
    start: float, days: float, pixels: float
) -> None:
    scale = Scale(start, start + days, 800, 50)
    moved = scale.panned(pixels, Limits(1, 50_000))
    assert moved.x(start) == pytest.approx(scale.x(start) - pixels, abs=1e-4)
    assert moved.span.days == pytest.approx(days)


@given(DAYS, LENGTHS, st.integers(-500, 500), st.lists(DAYS, min_size=2, max_size=8))
def test_marks_keep_their_distance_while_one_pans(
    start: float, days: float, pixels: int, marks: list[float]
) -> None:
    scale = Scale(start, start + days, 900)
    moved = scale.panned(pixels, Limits(1, 50_000))
    if moved.per_day != scale.per_day:
        return  # the last digit of the length was lost
    before, after = scale.pixels(np.array(marks)), moved.pixels(np.array(marks))
    assert (np.diff(before) == np.diff(after)).all()
    assert (before == np.round(before)).all()


@given(st.floats(-1e7, 1e7), st.floats(0.01, 1e7))
def test_limits_keep_a_span_inside_the_calendar(start: float, days: float) -> None:
    held = LIMITS.hold(Span(start, start + days))
    assert FIRST_DAY <= held.start < held.end <= LAST_DAY
    assert 1 - 1e-6 <= held.days <= CENTURY + 1e-6


def test_limits_follow_data_longer_than_a_century() -> None:
    assert Limits.around(Span(0, 1000)).longest == CENTURY
    assert Limits.around(Span(0, 100_000)).longest > 100_000


def test_pixels_and_pixel_agree_and_round_the_exact_place() -> None:
    scale = Scale(730_000, 730_365, 1000, 20)
    days = np.linspace(729_990, 730_400, 100)
    assert scale.pixels(days).tolist() == [scale.pixel(day) for day in days]
    assert np.abs(scale.pixels(days) - [scale.x(day) for day in days]).max() <= 1


def test_edges_are_those_of_the_pixels() -> None:
    edges = Scale(100, 200, 50, 10).edges()
    assert len(edges) == 51
    assert edges[0] == 100
    assert edges[-1] == pytest.approx(200)


def test_fit_leaves_a_margin() -> None:
    span = fit(730_000, 740_000, LIMITS)
    assert span.start < 730_000
    assert span.end > 740_000
    assert fit(730_000, 730_000, LIMITS).days >= 1


@given(DAYS, LENGTHS, st.floats(0, 1), st.floats(-1e5, 1e5))
def test_who_pans_keeps_the_data_in_sight(
    first: float, length: float, share: float, pixels: float
) -> None:
    data = Span(first, first + length)
    limits = Limits.around(data)
    start = data.start + share * data.days
    scale = Scale.of(limits.hold(Span(start, start + 365)), 800)
    moved = scale.panned(pixels, limits)
    seen = min(moved.end, data.end) - max(moved.start, data.start)
    asked = scale.panned(pixels, Limits(limits.shortest, limits.longest))
    assert seen >= min(KEPT * moved.span.days, data.days, data.end - scale.start) - 1e-6
    if min(asked.end, data.end) - max(asked.start, data.start) >= KEPT * asked.span.days:
        assert moved == asked


def test_who_has_zoomed_beyond_the_data_can_pan_back_but_not_away() -> None:
    data = Span(720_000, 730_000)
    scale = Scale(700_000, 700_100, 800)
    limits = Limits.around(data)
    assert scale.panned(-50, limits).start == 700_000
    assert scale.panned(400, limits).start == pytest.approx(700_050)
