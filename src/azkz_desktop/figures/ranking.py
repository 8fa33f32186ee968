"""Marks side by side: goods, stakes, coastlines, from the largest down. No Qt."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from azkz_desktop.figures.marks import BAR, RANGE, Mark
from azkz_desktop.measures.kinds import label, note
from azkz_desktop.measures.values import Value
from azkz_desktop.measures.words import bound_of, is_rough

HALF = 0.36
"""Half the height of a bar, of places that are one apart."""


def ranking_marks(
    values: Sequence[Value], names: Sequence[str], documents: Mapping[int, str]
) -> tuple[list[Mark], tuple[str, ...]]:
    """The marks and the names of their places, the largest on top.

    *documents* names the document of each number where that must be said. Different numbers of
    one series share its place.
    """
    of_series: dict[int, list[Value]] = defaultdict(list)
    for value in values:
        of_series[value.series].append(value)
    order = sorted(of_series, key=lambda one: (-max(v.number for v in of_series[one]), one))
    marks: list[Mark] = []
    for place, series in enumerate(order):
        found = sorted(of_series[series], key=lambda one: -one.number)
        height = 2 * HALF / len(found)
        for step, value in enumerate(found):
            top = place - HALF + step * height
            marks.append(_mark(value, top, height, documents))
    return marks, tuple(names[one] for one in order)


def _mark(value: Value, top: float, height: float, documents: Mapping[int, str]) -> Mark:
    said = [documents.get(number, "") for number in value.numbers]
    notes = [note(value), *dict.fromkeys(said)]
    low = value.low if value.is_range else 0.0
    return Mark(
        RANGE if value.is_range else BAR, value.series, low, value.number, top,
        top + height * 0.9, label(value), ", ".join(one for one in notes if one),
        rough=is_rough(value.qualifier),
        bound=0 if value.is_range else bound_of(value.qualifier), numbers=value.numbers,
        first=value.period.first, end=value.period.end, open_end=value.period.open_end,
        stays=True,
    )  # fmt: skip
