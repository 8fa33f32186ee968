"""What a series is called as a band."""

import pytest

from azkz_desktop.dataset.records import Series
from azkz_desktop.timeline.series import band_of


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
    series = Series(series_id, "Trade of others, in full", "a", "b", None, "USD", ())
    assert band_of(series).title == title
