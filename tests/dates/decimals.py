"""Printed numbers in decimals, slow and plain: what the fast way is held against."""

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from azkz_desktop.dates.relation import Relation

_PRINTED = re.compile(r"\d(?:[\d., \u00a0\u202f]*\d)?", re.ASCII)
_ROUGH = re.compile(
    r"\b(about|around|almost|approximately|circa|nearly|over|roughly|some|up to)\b|~|more than"
    r"|less than|at least",
    re.IGNORECASE,
)
_LARGEST_SCALE = 15


class Quantity(NamedTuple):
    """A number and the width of the interval that rounds to it (same unit)."""

    value: Decimal
    rounding: Decimal


def quantity(value: float, as_stated: str = "", rough: bool = False) -> Quantity:
    """*value* with the rounding that its printed form tells.

    "USD 132 million" is printed to the million, "2.3 billion" to the hundred million. Zeros
    at the end of a whole number count as digits unless the number is called rough ("about").
    Where *as_stated* prints no number of these digits, the value's own digits tell.
    """
    exact = Decimal(repr(value)).normalize()
    step = _printed_step(exact, as_stated)
    if rough or _ROUGH.search(as_stated):
        step = max(step, _last_digit(exact))
    return Quantity(exact, step)


def number_relation(one: Quantity, other: Quantity) -> Relation:
    """How the printed number *one* relates to *other*.

    Printed to the same digit they must be the same number. Otherwise the finer one refines the
    coarser, unless it neither rounds to it nor becomes it when its last digits are cut off.
    """
    if one.rounding == other.rounding:
        return Relation.EQUAL if one.value == other.value else Relation.CONTRADICTS
    finer, coarser = sorted((one, other), key=lambda quantity: quantity.rounding)
    beyond = abs(finer.value) - abs(coarser.value)
    rounded_up = -(finer.rounding + coarser.rounding) / 2
    if not rounded_up <= beyond < coarser.rounding:
        return Relation.CONTRADICTS
    return Relation.REFINES if one is finer else Relation.REFINED


def _printed_step(value: Decimal, as_stated: str) -> Decimal:
    """The worth of the last digit of *value* as printed, by any scale (thousand, million …)."""
    steps = [
        step
        for printed in _PRINTED.findall(as_stated)
        for reading in _readings(printed)
        if (step := _scaled_step(value, reading)) is not None
    ]
    return min(steps, default=min(Decimal(1), _last_digit(value)))


def _readings(printed: str) -> set[Decimal]:
    """A printed number with either decimal mark and any separator of thousands."""
    plain = re.sub(r"[ \u00a0\u202f]", "", printed)
    texts = {
        plain.replace(",", "").replace(".", ""),
        plain.replace(",", ""),
        plain.replace(".", "").replace(",", "."),
        *re.split(r"[ \u00a0\u202f]", printed),
    }
    return {reading for text in texts if (reading := _decimal(text)) is not None}


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def _scaled_step(value: Decimal, reading: Decimal) -> Decimal | None:
    """The step of *reading* in the scale in which it equals *value*, None where it never does."""
    largest = _LARGEST_SCALE if value else 0  # nought is nought in every scale
    for power in range(-largest, largest + 1):
        if reading.scaleb(power) == value:
            return Decimal(1).scaleb(power + int(reading.as_tuple().exponent))
    return None


def _last_digit(value: Decimal) -> Decimal:
    """The worth of the last digit that is not zero (1 for zero itself)."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else Decimal(1)
