"""Flows and stocks, and what is written at a number."""

import pytest

from azkz_desktop.dataset.records import Series
from azkz_desktop.measures.kinds import is_flow, label, note
from azkz_desktop.measures.periods import Period
from azkz_desktop.measures.values import Value


def series(series_id: str, unit: str) -> Series:
    return Series(series_id, series_id, "a", None, None, unit, ())


def value(number: float, qualifier: str = "actual", low: float | None = None) -> Value:
    period = Period("part", 735964, 736146)
    low = number if low is None else low
    return Value(0, period, "2016-01/2016-06", number, low, qualifier, "", (0,))


@pytest.mark.parametrize(
    ("series_id", "unit", "flow"),
    [
        ("trade-az-kz-total", "USD", True),
        ("btk-capacity", "t per year", True),
        ("aiib-capital", "USD", False),
        ("kashagan-oil-reserves", "barrels", False),
        ("census-azerbaijanis-in-kazakhstan", "persons", False),
    ],
)
def test_what_adds_up_over_a_year_is_a_flow(series_id: str, unit: str, flow: bool) -> None:
    assert is_flow(series(series_id, unit)) is flow


def test_a_label_says_what_is_only_a_bound_and_both_ends_of_a_range() -> None:
    assert label(value(93490)) == "93,490"
    assert label(value(100, "min")) == "≥ 100"
    assert label(value(400, "max", low=300)) == "300–400"


def test_a_note_tells_the_part_of_a_year_and_what_is_a_plan() -> None:
    assert note(value(1)) == "Jan–Jun"
    assert note(value(1, "plan")) == "Jan–Jun, plan"
    assert note(value(1, "about")) == "Jan–Jun"
