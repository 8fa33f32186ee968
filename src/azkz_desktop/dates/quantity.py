"""How two printed numbers relate: each is known only to the rounding in which it is printed.

Whole numbers alone are compared, exactly: a value is its digits and a power of ten.
"""

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from azkz_desktop.dates.relation import Relation

_PRINTED = re.compile(r"\d(?:[\d., ]*\d)?", re.ASCII)
_WORD = re.compile(r"\w+")
_SPACES = {0xA0: " ", 0x202F: " "}
"""Spaces that do not break, by the plain one: a pattern of all takes long to compile."""
_MARK = re.compile("[.,]")
_ROUGH = {
    "about", "around", "almost", "approximately", "circa", "nearly", "over", "roughly", "some",
}  # fmt: skip
_ROUGH_PHRASES = ("up to", "more than", "less than", "at least")
_LARGEST_SCALE = 15


class Quantity(NamedTuple):
    """A number, `digits` × 10 ** `exponent`, known to 10 ** `rounding`."""

    digits: int
    exponent: int
    rounding: int

    def scaled(self, exponent: int) -> int:
        """Its size in units of 10 ** *exponent*, which must not be larger than its own."""
        return abs(self.digits) * _power(self.exponent - exponent)


def quantity(value: float, as_stated: str = "", rough: bool = False) -> Quantity:
    """*value* with the rounding that its printed form tells.

    "USD 132 million" is printed to the million, "2.3 billion" to the hundred million. Zeros
    at the end of a whole number count as digits unless the number is called rough ("about").
    Where *as_stated* prints no number of these digits, the value's own digits tell.
    """
    digits, exponent = _taken_apart(value)
    step = _printed_step(digits, exponent, as_stated)
    if rough or _is_rough(as_stated):
        step = max(step, exponent)
    return Quantity(digits, exponent, step)


def number_relation(one: Quantity, other: Quantity) -> "Relation":
    """How the printed number *one* relates to *other*.

    Printed to the same digit they must be the same number. Otherwise the finer one refines the
    coarser, unless it neither rounds to it nor becomes it when its last digits are cut off.
    """
    from azkz_desktop.dates.relation import Relation  # who only joins numbers asks `are_one`

    if one.rounding == other.rounding:
        return Relation.EQUAL if one[:2] == other[:2] else Relation.CONTRADICTS
    if not are_one(one, other):
        return Relation.CONTRADICTS
    return Relation.REFINES if one.rounding < other.rounding else Relation.REFINED


def are_one(one: Quantity, other: Quantity) -> bool:
    """Whether both can be the same number: equal, or the finer one rounds to the coarser."""
    if one.rounding == other.rounding:
        return one[:2] == other[:2]
    finer, coarser = sorted((one, other), key=lambda each: each.rounding)
    least = min(*one[1:], *other[1:])
    beyond = finer.scaled(least) - coarser.scaled(least)
    fine, coarse = (_power(each.rounding - least) for each in (finer, coarser))
    return -(fine + coarse) <= 2 * beyond and beyond < coarse


def _power(exponent: int) -> int:
    """Ten to the power of *exponent*, which must not be negative."""
    return int(10**exponent)


def _taken_apart(value: float) -> tuple[int, int]:
    """The digits of *value* without zeros at the end, and the power of ten behind them."""
    mantissa, _, power = repr(value).partition("e")
    whole, _, part = mantissa.partition(".")
    digits, exponent = int(whole + part), int(power or 0) - len(part)
    if not digits:
        return 0, 0
    while digits % 10 == 0:
        digits, exponent = digits // 10, exponent + 1
    return digits, exponent


def _is_rough(as_stated: str) -> bool:
    if "~" in as_stated:
        return True
    words = _WORD.findall(as_stated.casefold())
    said = f" {' '.join(words)} "
    return not _ROUGH.isdisjoint(words) or any(f" {each} " in said for each in _ROUGH_PHRASES)


def _printed_step(digits: int, exponent: int, as_stated: str) -> int:
    """The power of ten of the last digit as printed, by any scale (thousand, million …)."""
    steps = [
        step
        for printed in _PRINTED.findall(as_stated.translate(_SPACES))
        for part in {printed.replace(" ", ""), *printed.split(" ")}
        if (step := _step(digits, exponent, part)) is not None
    ]
    return min(steps, default=min(0, exponent))


def _step(digits: int, exponent: int, printed: str) -> int | None:
    """The power of ten of the last of *printed*'s digits, None where it is another number.

    Where its marks stand does not matter: by some scale the same digits are the same number,
    and a zero more at the end is a digit more that is known.
    """
    plain = printed.replace(",", "").replace(".", "")
    if not digits:
        return -_decimals(printed) if plain.strip("0") == "" else None
    wanted, found = str(abs(digits)), plain.lstrip("0")
    zeros = len(found) - len(wanted)
    if zeros < 0 or found != wanted + "0" * zeros or abs(exponent - zeros) > _LARGEST_SCALE:
        return None
    return exponent - zeros


def _decimals(printed: str) -> int:
    """How many digits stand behind the last mark."""
    *before, last = _MARK.split(printed)
    return len(last) if before else 0
