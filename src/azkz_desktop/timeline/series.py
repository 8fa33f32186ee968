"""Series of numbers as bands under the lanes: bars, points and spans, in order of time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.records import Disagreement, Observation, Series
from azkz_desktop.dates.words import in_words
from azkz_desktop.measures.contested import contested, sides
from azkz_desktop.measures.kinds import is_flow, note
from azkz_desktop.measures.periods import PART, YEAR, YEARS
from azkz_desktop.measures.values import Value, merged
from azkz_desktop.measures.words import (
    bound_sign,
    full_number,
    is_rough,
    quality_word,
    remarks,
    scale_of,
    unit_words,
)
from azkz_desktop.timeline.bands import BAR, POINT, RANGE, SPAN, Band, BandValue
from azkz_desktop.translation import translate
from azkz_desktop.view.citing import where_words
from azkz_desktop.view.library import source_name

Naming = Callable[[str], str]
"""A document's id in, its short citation out."""


class SeriesBands(Mapping[str, Band]):
    """Every series of a file as a band, by id; each is made when it is first asked for.

    The file is asked once for each, also for what it has not: a view may name it in every frame.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._made: dict[str, Band | None] = {}

    def __getitem__(self, series_id: str) -> Band:
        if series_id not in self._made:
            self._made[series_id] = self._band(series_id)
        band = self._made[series_id]
        if band is None:
            raise KeyError(series_id)
        return band

    def _band(self, series_id: str) -> Band | None:
        series = self._dataset.one_series(series_id)
        if series is None:
            return None
        return band_of(series, self._dataset.disagreements(series_id), self._name_of)

    def __iter__(self) -> Iterator[str]:
        return iter(self._dataset.series())

    def __len__(self) -> int:
        return len(self._dataset.series())

    def _name_of(self, source_key: str) -> str:
        source = self._dataset.sources().get(source_key)
        return source_name(source) if source else source_key


def default_bands(dataset: Dataset) -> SeriesBands:
    """What the view may name as bands: all series of the file."""
    return SeriesBands(dataset)


def band_of(
    series: Series, disagreements: Sequence[Disagreement] = (), name_of: Naming = str
) -> Band:
    """*series* as a band: claims of one number are one value, contradicting ones two."""
    numbers = series.observations
    factor = scale_of(one.value for one in numbers)
    disputed = contested(numbers, disagreements)
    values = [
        _value(value, series, factor, disputed, name_of)
        for joined in merged([(0, one) for one in numbers], 1.0)
        for value in _apart(joined, numbers, disagreements)
    ]
    values.sort(key=lambda value: (value.start, value.end, value.value))
    return Band(
        series.id, short_name(series), unit_words(series.unit, factor), tuple(values),
        series.name, series.unit,
    )  # fmt: skip


def _apart(
    value: Value, numbers: Sequence[Observation], rows: Sequence[Disagreement]
) -> list[Value]:
    """*value*, or its numbers one by one where a disagreement is between just these.

    Documents may print one number so that it rounds to the other and still be held to differ.
    """
    pairs = (set(sides(numbers, row)) for row in rows)
    if not any(len(pair) == 2 and pair <= set(value.numbers) for pair in pairs):
        return [value]
    return [
        value._replace(number=numbers[one].value, low=numbers[one].value, numbers=(one,))
        for one in value.numbers
    ]


def short_name(series: Series) -> str:
    """What a band is called where its name has little room: the two states go without saying."""
    return {
        "trade-az-kz-total": translate("Timeline", "Trade turnover"),
        "trade-az-kz-export": translate("Timeline", "Azerbaijan exports"),
        "trade-kz-az-export": translate("Timeline", "Kazakhstan exports"),
    }.get(series.id, series.name)


def _value(
    value: Value, series: Series, factor: float, disputed: Mapping[int, str], name_of: Naming
) -> BandValue:
    period = value.period
    return BandValue(
        period.first,
        period.end - 1,
        value.number,
        _text(value, factor),
        partial(_told, value, series, disputed, name_of),
        note(value),
        form=_form(value, series),
        low=value.low if value.is_range else 0.0,
        contested=any(number in disputed for number in value.numbers),
        pale=period.form == PART or is_rough(value.qualifier),
        open_start=period.open_start,
        open_end=period.open_end,
    )


def _form(value: Value, series: Series) -> str:
    """Bars for what adds up over a year or a part of it; points for counts at a time."""
    if value.is_range:
        return RANGE
    if value.period.form == YEARS:
        return SPAN
    return BAR if is_flow(series) and value.period.form in (YEAR, PART) else POINT


def _text(value: Value, factor: float) -> str:
    if value.is_range:
        return f"{_short(value.low / factor)}–{_short(value.number / factor)}"
    return bound_sign(value.qualifier) + _short(value.number / factor)


def _short(value: float) -> str:
    """A number as it stands at a mark: three digits where it is small, whole where it is large."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _told(
    value: Value, series: Series, disputed: Mapping[int, str], name_of: Naming
) -> tuple[tuple[str, ...], ...]:
    """What is said of a value when it is pointed at: the lines of each claim behind it."""
    claims = [_claim(series.observations[one], series.unit, name_of) for one in value.numbers]
    sentences = dict.fromkeys(disputed[one] for one in value.numbers if one in disputed)
    return (*claims, *((f"≠ {sentence}",) for sentence in sentences))


def _claim(one: Observation, unit: str, name_of: Naming) -> tuple[str, ...]:
    """Number, kind and period; document and place; how it is printed and what is noted."""
    return (
        f"{full_number(one.value, unit)} ({quality_word(one.qualifier)}), {in_words(one.edtf)}",
        f"{name_of(one.claim.source_key)}: {where_words(one.claim)}",
        *remarks(one),
    )
