"""From series to a chart: which marks stand where, and which contradict each other. No Qt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from azkz_desktop.dataset.records import Disagreement, Observation, Series
from azkz_desktop.dates.words import in_words
from azkz_desktop.figures.along_time import time_marks
from azkz_desktop.figures.catalogue import RANKING, Figure
from azkz_desktop.figures.marks import Chart, Contradiction, Mark, Number
from azkz_desktop.figures.ranking import ranking_marks
from azkz_desktop.lean import dataclass
from azkz_desktop.measures.contested import sides
from azkz_desktop.measures.values import merged
from azkz_desktop.measures.words import (
    full_number,
    quality_word,
    remarks,
    scale_of,
    unit_words,
)
from azkz_desktop.view.citing import where_words

Naming = Callable[[str], str]
"""A document's id in, its short citation out ("Huseynov 2017")."""
YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a figure besides its numbers: how documents are cited, who disagrees."""

    name_of: Naming
    disagreements: Mapping[str, tuple[Disagreement, ...]]


def chart_of(figure: Figure, series: Mapping[str, Series], told: Told) -> Chart:
    """The chart of *figure*, of which the file has all series."""
    own = [series[one] for one in figure.series]
    observed = [(place, one) for place, each in enumerate(own) for one in each.observations]
    factor = scale_of(one.value for _, one in observed)
    values = merged(observed, factor)
    disagreements = [row for each in own for row in told.disagreements.get(each.id, ())]
    legend = tuple(short_names([each.name for each in own]))
    numbers = [_number(own[place], legend[place], one, told.name_of) for place, one in observed]
    chart = Chart(
        figure.id, figure.title, figure.form, unit_words(own[0].unit, factor), factor,
        legend=legend if len(own) > 1 else (), series_ids=figure.series,
        sentences=tuple(dict.fromkeys(row.note for row in disagreements)),
    )  # fmt: skip
    if figure.form == RANKING:
        marks, places = ranking_marks(values, legend, documents_of(numbers))
        chart = replace(chart, legend=(), places=places, left=0.0, right=_top(marks, "x1"))
    else:
        marks = time_marks(values, own)
        left, right = _in_sight(marks)
        chart = replace(chart, left=left, right=right)
    links = tuple(_links(marks, [one for _, one in observed], disagreements))
    contested = {number for link in links for number in _numbers_of(marks, link)}
    return replace(
        chart, marks=tuple(marks), links=links, top=_top(marks, "y1"),
        numbers=tuple(replace(one, contested=n in contested) for n, one in enumerate(numbers)),
    )  # fmt: skip


def short_names(names: Sequence[str]) -> list[str]:
    """The names without the words with which all of them begin, if these end at a mark."""
    if len(names) < 2:
        return list(names)
    for mark in (": ", " of ", ", "):
        heads = {name.partition(mark)[0] for name in names}
        if len(heads) == 1 and all(mark in name for name in names):
            rests = [name.partition(mark)[2] for name in names]
            return [rest[:1].upper() + rest[1:] for rest in rests]
    return list(names)


def documents_of(numbers: Iterable[Number]) -> dict[int, str]:
    """Each number's document, where the figure has several; else nothing needs to be said."""
    by_place = {place: number.document for place, number in enumerate(numbers)}
    return by_place if len(set(by_place.values())) > 1 else {}


def _number(series: Series, name: str, one: Observation, name_of: Naming) -> Number:
    return Number(
        series.id, name, in_words(one.edtf), full_number(one.value, series.unit),
        quality_word(one.qualifier), name_of(one.claim.source_key), where_words(one.claim),
        remarks(one), source_key=one.claim.source_key, line=one.claim.line,
    )  # fmt: skip


def _top(marks: Sequence[Mark], side: str) -> float:
    return max((float(getattr(mark, side)) for mark in marks), default=1.0) or 1.0


def _in_sight(marks: Sequence[Mark]) -> tuple[float, float]:
    """From the first day to the last with some room, never less than seven years."""
    if not marks:
        return 0.0, 7 * YEAR
    first, last = min(mark.x0 for mark in marks), max(mark.x1 for mark in marks)
    room = max((last - first) * 0.04, (7 * YEAR - (last - first)) / 2, YEAR / 2)
    return first - room, last + room


# Contradictions


def _links(
    marks: Sequence[Mark], observed: Sequence[Observation], rows: Iterable[Disagreement]
) -> Iterable[Contradiction]:
    """A link for each disagreement of which both sides are drawn."""
    for row in rows:
        first, second = (_drawn(marks, side) for side in sides(observed, row))
        if first is not None and second is not None and first != second:
            yield Contradiction(min(first, second), max(first, second), row.note)


def _drawn(marks: Sequence[Mark], number: int | None) -> int | None:
    """The mark that stands for a number."""
    return next((place for place, mark in enumerate(marks) if number in mark.numbers), None)


def _numbers_of(marks: Sequence[Mark], link: Contradiction) -> Iterable[int]:
    yield from marks[link.first].numbers
    yield from marks[link.second].numbers
