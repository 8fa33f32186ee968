"""What is made of a series as a band: its name, its forms, what is told of each number."""

from pathlib import Path

import pytest

from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.records import Claim, Disagreement, Observation, Series
from azkz_desktop.timeline.bands import BAR, POINT, RANGE, SPAN, Band
from azkz_desktop.timeline.series import SeriesBands, band_of


def claim(number: int, line: int = 5, stated: str = "") -> Claim:
    return Claim(number, "akiner2012", "Trade", 2, line, "", stated, "", None, False, "")


def observation(
    edtf: str, value: float, qualifier: str = "actual", number: int = 1, stated: str = ""
) -> Observation:
    return Observation("s", edtf, value, qualifier, claim(number, stated=stated))


def series(unit: str, *observations: Observation, series_id: str = "s") -> Series:
    return Series(series_id, "Trade of others, in full", "a", "b", None, unit, observations)


def forms(band: Band) -> list[str]:
    return [value.form for value in band.values]


@pytest.mark.parametrize(
    ("series_id", "title"),
    [
        ("trade-az-kz-total", "Trade turnover"),
        ("trade-of-others", "Trade of others, in full"),
    ],
)
def test_a_band_has_the_short_name_of_its_series_where_there_is_one(
    series_id: str, title: str
) -> None:
    band = band_of(series("USD", series_id=series_id))
    assert band.title == title
    assert band.name == "Trade of others, in full"


def test_what_adds_up_over_a_year_is_bars_and_what_is_counted_is_points() -> None:
    numbers = observation("2005", 7), observation("2016-01/2016-06", 3)
    assert forms(band_of(series("USD", *numbers))) == [BAR, BAR]
    assert forms(band_of(series("persons", *numbers))) == [POINT, POINT]


def test_more_than_a_year_is_a_span_and_one_that_goes_on_is_open() -> None:
    band = band_of(series("USD", observation("2002/2013", 5), observation("2005/..", 9)))
    assert forms(band) == [SPAN, SPAN]
    assert [value.open_end for value in band.values] == [False, True]


def test_at_least_and_at_most_of_one_line_are_a_range() -> None:
    numbers = observation("2020", 3e5, "min"), observation("2020", 4e5, "max")
    (value,) = band_of(series("containers", *numbers)).values
    assert (value.form, value.low, value.value) == (RANGE, 3e5, 4e5)
    assert value.text == "300,000–400,000"


def test_a_part_of_a_year_says_so_and_is_pale_as_a_plan_is() -> None:
    part, plan = band_of(
        series("USD", observation("2016-01/2016-06", 3), observation("2017", 4, "plan"))
    ).values
    assert (part.note, part.pale) == ("Jan–Jun", True)
    assert (plan.note, plan.pale) == ("plan", True)


def test_numbers_that_round_to_each_other_are_one_and_others_are_contested() -> None:
    numbers = (
        observation("2016", 7_657_000, number=1, stated="USD 7.657 million"),
        observation("2016", 7_657_810, number=2, stated="USD 7,657,810"),
        observation("2015", 700, number=3),
        observation("2015", 800, number=4),
    )
    row = Disagreement("series", "s", "value", "700", "akiner2012", 5, 3, "800", "akiner2012", 5, 4,
                       "They differ.")  # fmt: skip
    band = band_of(series("USD", *numbers), [row])
    assert [(value.value, value.contested) for value in band.values][:2] == [
        (700, True),
        (800, True),
    ]
    assert not any(value.contested for value in band.values[2:])
    assert band.values[0].told()[-1] == ("≠ They differ.",)


def test_numbers_that_round_to_each_other_and_are_disputed_stay_two() -> None:
    numbers = (
        observation("2016", 7_657_000, number=1, stated="USD 7.657 million"),
        observation("2016", 7_657_810, number=2, stated="USD 7,657,810"),
    )
    row = Disagreement("series", "s", "value", "7.657", "akiner2012", 5, 1, "7,657,810",
                       "akiner2012", 5, 2, "The one is cut off.")  # fmt: skip
    values = band_of(series("USD", *numbers), [row]).values
    assert [(value.value, value.contested) for value in values] == [
        (7_657_000, True),
        (7_657_810, True),
    ]


def test_units_are_scaled_and_bounds_are_signed() -> None:
    band = band_of(series("USD", observation("2005", 132e6, "min"), observation("2006", 5e8)))
    assert band.unit == "million USD"
    assert band.measured == "USD"
    assert [value.text for value in band.values] == ["≥ 132", "500"]


def test_every_claim_is_told_with_its_document_and_place() -> None:
    numbers = observation("2011", 58e6, stated="USD 58 million"), observation("2011", 58e6)
    (value,) = band_of(series("USD", *numbers), name_of=lambda key: key.upper()).values
    first, second = value.told()
    assert first == (
        "58,000,000 USD (actual), 2011",
        "AKINER2012: Trade, ¶\N{NO-BREAK SPACE}2",
        "printed: “USD 58 million”",
    )
    assert second[1].startswith("AKINER2012")


def test_every_series_of_the_bundled_file_can_be_a_band(bundled_db: Path) -> None:
    with Dataset(bundled_db) as dataset:
        bands = SeriesBands(dataset)
        assert bands.get("no-such-series") is None
        found = {one: bands[one] for one in bands}
        assert len(bands) == len(found) > 100
    assert all(band.values for band in found.values())
    drawn = {form for band in found.values() for form in forms(band)}
    assert drawn == {BAR, POINT, SPAN, RANGE}
    assert any(value.contested for value in found["coastline-length-kazakhstan"].values)
    census = found["census-azerbaijanis-in-kazakhstan"]
    assert set(forms(census)) == {POINT}
    assert len(census.values) == 7


def test_one_series_is_read_alone_and_the_same(bundled_db: Path) -> None:
    with Dataset(bundled_db) as dataset:
        alone = dataset.one_series("trade-az-kz-total")
        assert dataset.one_series("no-such-series") is None
        assert alone == dataset.series()["trade-az-kz-total"]
        assert dataset.one_series("trade-az-kz-total") == alone


def test_a_series_that_the_file_has_not_is_asked_for_once(
    bundled_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    read = Dataset.one_series

    def one_series(dataset: Dataset, series_id: str) -> Series | None:
        asked.append(series_id)
        return read(dataset, series_id)

    monkeypatch.setattr(Dataset, "one_series", one_series)
    with Dataset(bundled_db) as dataset:
        bands = SeriesBands(dataset)
        for _ in range(3):
            assert "no-such-series" not in bands
            assert "trade-az-kz-total" in bands
    assert asked == ["no-such-series", "trade-az-kz-total"]
