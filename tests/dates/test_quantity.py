"""Numbers as printed: their rounding, and whether two of them can both be true."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dates.quantity import Quantity, number_relation, quantity
from azkz_desktop.dates.relation import Relation


@pytest.mark.parametrize(
    ("value", "as_stated", "rounding"),
    [
        (132e6, "USD 132 million", 1e6),
        (2.3e9, "$2.3 billion", 1e8),
        (36.5, "36.5%", 0.1),
        (12.5, "12,5%", 0.1),
        (2340, "2.340 km", 1),
        (7010, "7,010 km", 1),
        (63847810, "USD 63,847,810", 1),
        (63847000, "USD 63.847 million", 1000),
        (1200000, "1 200 000 tons", 1),
        (1200000, "1,2 million tons", 1e5),
        (20e6, "in 2015, 20 million tons", 1e6),
        (100000, "at least 100,000", 1e5),
        (100000, "100,000", 1),
        (46, "", 1),
        (0.05, "", 0.01),
        (0, "0", 1),
        (500000, "half a million", 1),
    ],
)
def test_rounding_is_that_of_the_last_printed_digit(
    value: float, as_stated: str, rounding: float
) -> None:
    found = quantity(value, as_stated)
    assert found.value == Decimal(repr(value))
    assert found.rounding == Decimal(repr(rounding))


def test_a_rough_number_is_known_to_its_last_digit_that_is_not_zero() -> None:
    assert quantity(130e6, "130 million", rough=True).rounding == Decimal(10_000_000)
    assert quantity(130e6, "about 130 million").rounding == Decimal(10_000_000)
    assert quantity(130e6, "130 million").rounding == Decimal(1_000_000)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((132e6, "132 million"), (132e6, "132 million"), Relation.EQUAL),
        ((132.4e6, "132.4 million"), (132e6, "132 million"), Relation.REFINES),
        ((131.6e6, "131.6 million"), (132e6, "132 million"), Relation.REFINES),
        ((131.4e6, "131.4 million"), (132e6, "132 million"), Relation.CONTRADICTS),
        ((131e6, "131 million"), (132e6, "132 million"), Relation.CONTRADICTS),
        ((100, "100 companies"), (101, "101 companies"), Relation.CONTRADICTS),
        ((63847810, "63,847,810"), (63847000, "63.847 million"), Relation.REFINES),
        ((63848000, "63,848,000"), (63847000, "63.847 million"), Relation.CONTRADICTS),
        ((104000, "104,000"), (100000, "about 100,000"), Relation.REFINES),
        ((240000, "240,000"), (100000, "about 100,000"), Relation.CONTRADICTS),
        ((-1.26, "−1.26%"), (-1.2, "-1.2%"), Relation.REFINES),
    ],
)
def test_numbers_contradict_beyond_their_rounding(
    one: tuple[float, str], other: tuple[float, str], expected: Relation
) -> None:
    assert number_relation(quantity(*one), quantity(*other)) is expected
    mirrored = number_relation(quantity(*other), quantity(*one))
    assert (mirrored is Relation.CONTRADICTS) == (expected is Relation.CONTRADICTS)


@given(st.integers(1, 10**7), st.integers(1, 5))
def test_a_number_never_contradicts_its_own_rounding(number: int, digits: int) -> None:
    step = Decimal(10) ** digits
    exact = Quantity(Decimal(number), Decimal(1))
    rounded = Quantity((exact.value / step).quantize(Decimal(1)) * step, step)
    cut_off = Quantity(exact.value // step * step, step)
    for coarse in (rounded, cut_off):
        assert number_relation(exact, coarse) is Relation.REFINES
        assert number_relation(coarse, exact) is Relation.REFINED


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_two_whole_numbers_contradict_when_they_differ(one: int, other: int) -> None:
    related = number_relation(quantity(one, f"{one:,}"), quantity(other, f"{other:,}"))
    assert (related is Relation.EQUAL) == (one == other)
