"""Series of numbers as bands under the lanes: bars for what was measured, in order of time."""

from collections.abc import Iterator, Mapping
from datetime import date

from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.records import Observation, Series
from azkz_desktop.dates.edtf import Span, parse
from azkz_desktop.dates.words import in_words
from azkz_desktop.timeline.bands import Band, BandValue
from azkz_desktop.timeline.ticks import month_short
from azkz_desktop.translation import translate

SCALES = (1e9, 1e6, 1e3)
LONGEST = 366
"""Days: what was measured over more than a year has no bar among yearly ones."""


class SeriesBands(Mapping[str, Band]):
    """Every series of a file as a band, by id; each is made when it is first asked for."""

    def __init__(self, dataset: Dataset) -> None:
        self._series = dataset.series()
        self._made: dict[str, Band] = {}

    def __getitem__(self, series_id: str) -> Band:
        if series_id not in self._made:
            self._made[series_id] = band_of(self._series[series_id])
        return self._made[series_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._series)

    def __len__(self) -> int:
        return len(self._series)


def default_bands(dataset: Dataset) -> SeriesBands:
    """What the view may name as bands: all series of the file."""
    return SeriesBands(dataset)


def band_of(series: Series) -> Band:
    """*series* as a band. Identical numbers of one period are one bar, different ones two."""
    factor, unit = _unit(series)
    found: dict[tuple[int, int, float], BandValue] = {}
    for one in series.observations:
        span = parse(one.edtf)
        if span.start_earliest is None or span.end_latest is None:
            continue
        if span.end_latest - span.start_earliest >= LONGEST:
            continue
        key = (span.start_earliest, span.end_latest, one.value)
        found.setdefault(key, _value(one, span, series.unit, factor))
    values = tuple(found[key] for key in sorted(found))
    return Band(series.id, short_name(series), unit, values)


def short_name(series: Series) -> str:
    """What a band is called where its name has little room: the two states go without saying."""
    return {
        "trade-az-kz-total": translate("Timeline", "Trade turnover"),
        "trade-az-kz-export": translate("Timeline", "Azerbaijan exports"),
        "trade-kz-az-export": translate("Timeline", "Kazakhstan exports"),
    }.get(series.id, series.name)


def _value(one: Observation, span: Span, unit: str, factor: float) -> BandValue:
    start, end = span.start_earliest or 0, span.end_latest or 0
    part = end - start + 1 < 365
    words = f"{one.value:,.10g} {unit}, {in_words(one.edtf)} ({one.claim.source_key})"
    text = _short(one.value / factor)
    return BandValue(start, end, one.value, text, words, _months(start, end) if part else "")


def _months(start: int, end: int) -> str:
    """The months of a part of a year: "Jan–Jun"."""
    first, last = (month_short(date.fromordinal(day).month) for day in (start, end))
    return first if first == last else f"{first}–{last}"


def _unit(series: Series) -> tuple[float, str]:
    """The factor by which numbers are shortened, and the unit in words that says so."""
    top = max((abs(one.value) for one in series.observations), default=0.0)
    words = {
        1e9: translate("Timeline", "billion %s"),
        1e6: translate("Timeline", "million %s"),
        1e3: translate("Timeline", "thousand %s"),
    }
    for factor in SCALES:
        if top >= factor * 10:
            return factor, words[factor] % series.unit
    return 1.0, series.unit


def _short(value: float) -> str:
    """A number as it stands on a bar: three digits where it is small, whole where it is large."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
