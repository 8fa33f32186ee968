"""What kind of number a series has, and how a value of it is written. No Qt."""

from azkz_desktop.dataset.records import Series
from azkz_desktop.measures.periods import PART, months
from azkz_desktop.measures.values import Value
from azkz_desktop.measures.words import bound_sign, is_rough, quality_word, short_number

FLOWS = ("USD", "t", "containers")
STOCKS = ("reserves", "resources", "capital", "potential", "ceiling")


def is_flow(series: Series) -> bool:
    """Whether its numbers add up over a period (trade, cargo), unlike counts and lengths."""
    if set(STOCKS) & set(series.id.split("-")):
        return False
    return series.unit in FLOWS or " per " in series.unit


def label(value: Value) -> str:
    """The number as it stands at its mark."""
    if value.is_range:
        return f"{short_number(value.low)}–{short_number(value.number)}"
    return f"{bound_sign(value.qualifier)}{short_number(value.number)}"


def note(value: Value) -> str:
    """What a reader must not miss: the part of the year, or that it is a plan."""
    period = value.period
    parts = [months(period)] if period.form == PART and period.end - period.first > 31 else []
    if is_rough(value.qualifier) and value.qualifier != "about":
        parts.append(quality_word(value.qualifier))
    return ", ".join(parts)
