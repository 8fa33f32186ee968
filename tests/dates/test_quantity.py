"""Numbers as printed: their rounding, and whether two of them can both be true."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.dates.quantity import Quantity, are_one, number_relation, quantity
from azkz_desktop.dates.relation import Relation
from tests.dates import decimals


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
        (0, "0.00%", 0.01),
        (500000, "half a million", 1),
    ],
)
def test_rounding_is_that_of_the_last_printed_digit(
    value: float, as_stated: str, rounding: float
) -> None:
    found = quantity(value, as_stated)
    assert number(found) == Decimal(repr(value))
    assert Decimal(10) ** found.rounding == Decimal(repr(rounding))


def test_a_rough_number_is_known_to_its_last_digit_that_is_not_zero() -> None:
    assert quantity(130e6, "130 million", rough=True).rounding == 7
    assert quantity(130e6, "about 130 million").rounding == 7
    assert quantity(130e6, "130 million").rounding == 6


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
def test_a_number_never_contradicts_its_own_rounding(whole: int, digits: int) -> None:
    step = 10**digits
    exact = Quantity(whole, 0, 0)
    rounded = Quantity((whole + step // 2) // step, digits, digits)
    cut_off = Quantity(whole // step, digits, digits)
    for coarse in (rounded, cut_off):
        assert number_relation(exact, coarse) is Relation.REFINES
        assert number_relation(coarse, exact) is Relation.REFINED
        assert are_one(exact, coarse)


VALUES = st.one_of(
    st.integers(-(10**7), 10**13),
    st.builds(lambda digits, power: float(f"{digits}e{power}"),
              st.integers(0, 99_999), st.integers(-5, 12)),
)  # fmt: skip


@st.composite
def printed(draw: st.DrawFn) -> tuple[float, str, bool]:
    """A value as a document may print it: by some scale, marked somehow, perhaps roughly."""
    value = draw(VALUES)
    shift = draw(st.sampled_from([0, 0, -3, -6, -9, 2]))
    exact = Decimal(repr(value)).scaleb(shift)
    text = draw(
        st.sampled_from(
            [
                f"{exact:f}",
                f"{exact:,f}",
                f"{exact:,f}".replace(",", " "),
                f"{exact:,f}".replace(",", "\u00a0"),
                f"{abs(exact):.2f}",
                f"{exact:f}".replace(".", ","),
                f"{exact:,f}".replace(",", "."),
            ]
        )
    )
    # No other digits beside: decimals read those together with the number.
    frame = draw(st.sampled_from(["{}", "USD {} million", "about {}", "~{}", "more than {}",
                                  "overland, {}", "none", "sometimes {}%"]))  # fmt: skip
    return value, frame.format(text), draw(st.booleans())


@given(printed())
@settings(max_examples=500)
def test_the_rounding_is_what_decimals_make_of_it(one: tuple[float, str, bool]) -> None:
    value, text, rough = one
    found, slow = quantity(value, text, rough), decimals.quantity(value, text, rough)
    assert number(found) == slow.value
    # A minus is printed in many ways, and of noughts decimals keep whichever comes first.
    if value > 0:
        assert Decimal(10) ** found.rounding == slow.rounding


@given(printed(), printed(), st.booleans())
@settings(max_examples=500)
def test_two_numbers_relate_as_decimals_do(
    one: tuple[float, str, bool], other: tuple[float, str, bool], near: bool
) -> None:
    if near:
        other = round(one[0], -2) if abs(one[0]) > 1000 else one[0], other[1], other[2]
    fast = quantity(*one), quantity(*other)
    slow = [decimals.Quantity(number(each), Decimal(10) ** each.rounding) for each in fast]
    expected = decimals.number_relation(*slow)
    assert number_relation(*fast) is expected
    assert are_one(*fast) is (expected is not Relation.CONTRADICTS)


def number(found: Quantity) -> Decimal:
    """The number that a quantity holds."""
    return Decimal(found.digits).scaleb(found.exponent)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_two_whole_numbers_contradict_when_they_differ(one: int, other: int) -> None:
    related = number_relation(quantity(one, f"{one:,}"), quantity(other, f"{other:,}"))
    assert (related is Relation.EQUAL) == (one == other)
