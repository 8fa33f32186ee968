"""Claims of the same number made one value, and the ends of a range joined. No Qt."""

from collections.abc import Sequence
from typing import NamedTuple

from azkz_desktop.dataset.records import Observation
from azkz_desktop.dates.quantity import are_one, quantity
from azkz_desktop.measures.periods import Period, period_of
from azkz_desktop.measures.words import is_rough


class Value(NamedTuple):
    """One number of one series, in the unit of the chart, with the claims behind it.

    `low` is another number only for a range, of which `number` is the upper end.
    """

    series: int
    period: Period
    edtf: str
    number: float
    low: float
    qualifier: str
    as_stated: str
    numbers: tuple[int, ...]

    @property
    def is_range(self) -> bool:
        """Whether it runs from one number to another."""
        return self.low != self.number

    @property
    def precision(self) -> int:
        """The power of ten of the last printed digit."""
        rough = is_rough(self.qualifier)
        return quantity(self.number, self.as_stated, rough).rounding


def merged(observed: Sequence[tuple[int, Observation]], factor: float) -> list[Value]:
    """The values that are drawn, of *observed* (place of the series, number), in their order.

    Equal numbers of a period, and those that differ by no more than their rounding, are one,
    the more precise one shown. "At least" and "at most" of one period and line are a range.
    """
    values: list[Value] = []
    for number, (series, one) in enumerate(observed):
        period = period_of(one.edtf)
        if period is None:
            continue
        value = Value(series, period, one.edtf, one.value, one.value, one.qualifier,
                      one.claim.as_stated, (number,))  # fmt: skip
        _join(values, value)
    ranges = _ranges(values, [one.claim.line for _, one in observed])
    return [one._replace(number=one.number / factor, low=one.low / factor) for one in ranges]


def _join(values: list[Value], value: Value) -> None:
    for place, other in enumerate(values):
        if _same(value, other):
            shown = value if value.precision < other.precision else other
            values[place] = shown._replace(numbers=other.numbers + value.numbers)
            return
    values.append(value)


def _same(one: Value, other: Value) -> bool:
    if (one.series, one.edtf, one.qualifier) != (other.series, other.edtf, other.qualifier):
        return False
    if one.number == other.number:
        return True
    rough = is_rough(one.qualifier)
    first, second = (quantity(each.number, each.as_stated, rough) for each in (one, other))
    return are_one(first, second)


def _ranges(values: Sequence[Value], lines: Sequence[int | None]) -> list[Value]:
    """The values with each "at least" joined to the "at most" of its line."""
    joined: list[Value] = []
    for value in values:
        low = next((one for one in joined if _opens(one, value, lines)), None)
        if low is None:
            joined.append(value)
        else:
            joined[joined.index(low)] = value._replace(
                low=low.number, numbers=low.numbers + value.numbers
            )
    return joined


def _opens(low: Value, high: Value, lines: Sequence[int | None]) -> bool:
    """Whether *low* and *high* are the two ends of one range."""
    return (
        (low.qualifier, high.qualifier) == ("min", "max")
        and (low.series, low.edtf) == (high.series, high.edtf)
        and low.number < high.number
        and bool({lines[one] for one in low.numbers} & {lines[one] for one in high.numbers})
    )
