"""Series of numbers as bands under the lanes: bars for what was measured, in order of time."""

from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.records import Observation, Series
from azkz_desktop.dates.edtf import Span, parse
from azkz_desktop.dates.words import in_words
from azkz_desktop.timeline.bands import Band, BandValue
from azkz_desktop.translation import translate

DEFAULT = ("trade-az-kz-total",)
SCALES = (1e9, 1e6, 1e3)
LONGEST = 366
"""Days: what was measured over more than a year has no bar among yearly ones."""


def default_bands(dataset: Dataset) -> tuple[Band, ...]:
    """The bands of the opening view, as far as the file has them."""
    series = dataset.series()
    return tuple(band_of(series[one]) for one in DEFAULT if one in series)


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
    return Band(series.id, series.name, unit, values)


def _value(one: Observation, span: Span, unit: str, factor: float) -> BandValue:
    start, end = span.start_earliest or 0, span.end_latest or 0
    part = end - start + 1 < 365
    words = f"{one.value:,.10g} {unit}, {in_words(one.edtf)} ({one.claim.source_key})"
    text = f"{one.value / factor:,.4g}"
    return BandValue(start, end, one.value, text, words, in_words(one.edtf) if part else "")


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
