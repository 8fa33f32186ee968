"""Where in time events are drawn, by the table of kinds of dates in the design."""

import numpy as np
import pytest

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.timeline.extents import Extents, extents, of_bounds
from azkz_desktop.view.library import day_bounds
from tests.timeline.made import Bounds, columns_of, instant, lasting


def one(bounds: Bounds) -> Extents:
    return of_bounds(*(np.array([bound], np.int32) for bound in bounds))


def test_a_day_is_an_instant_in_its_middle() -> None:
    found = one(instant(730_000))
    assert (found.first[0], found.last[0], found.anchor[0]) == (730_000, 730_001, 730_000.5)
    assert not found.lasting[0]


def test_a_month_has_its_mark_in_the_middle_and_no_core() -> None:
    found = one(instant(730_000, 730_029))
    assert found.anchor[0] == 730_015
    assert found.core_last[0] <= found.core_first[0]


def test_a_duration_has_its_mark_at_its_start_and_is_all_core() -> None:
    found = one(lasting(730_000, 730_100))
    assert found.lasting[0]
    assert found.anchor[0] == 730_000.5
    assert (found.core_first[0], found.core_last[0]) == (730_000, 730_101)


def test_a_duration_known_to_the_year_is_certain_only_between_its_years() -> None:
    found = one((730_000, 730_364, 730_730, 731_094))
    assert (found.core_first[0], found.core_last[0]) == (730_364, 730_731)
    assert found.anchor[0] == pytest.approx(730_182.5)


def test_what_goes_on_is_core_without_end() -> None:
    found = one((730_000, 730_000, NO_END, NO_END))
    assert found.open_end[0]
    assert found.core_last[0] > 10**8
    assert found.anchor[0] == 730_000.5


def test_an_unknown_end_is_possible_not_certain() -> None:
    found = one((730_000, 730_364, 730_000, NO_END))
    assert found.core_last[0] <= found.core_first[0]
    assert found.unknown_end[0]
    assert not found.open_end[0]
    # It may have begun up to here; when it ended is not told, but it did.
    assert (found.first[0], found.last[0]) == (730_000, 730_365)


def test_an_unknown_start_is_not_before_all_times() -> None:
    found = one((NO_START, 730_364, 730_000, 730_364))
    assert found.unknown_start[0]
    assert not found.open_start[0]
    assert (found.first[0], found.last[0]) == (730_000, 730_365)


@pytest.mark.parametrize(
    ("edtf", "sides"),
    [
        ("1994/..", "open_end"),
        ("../1994", "open_start"),
        ("[..2020]", "open_start"),
        ("[2020..]", "open_end"),
        ("1991/", "unknown_end"),
        ("193X/", "unknown_end"),
        ("/1994", "unknown_start"),
        ("1994", ""),
        ("1991/1994", ""),
    ],
)
def test_what_goes_on_is_told_from_what_ended_at_an_unknown_date(edtf: str, sides: str) -> None:
    found = one(day_bounds(edtf))
    names = ("open_start", "open_end", "unknown_start", "unknown_end")
    assert [name for name in names if getattr(found, name)[0]] == sides.split()


def test_an_open_start_has_its_mark_at_the_end() -> None:
    found = one((NO_START, 730_000, 1, 730_000))
    assert found.open_start[0]
    assert found.anchor[0] == 730_000.5


def test_columns_are_read_by_row() -> None:
    columns = columns_of([instant(700_000), instant(710_000), instant(720_000)])
    assert extents(columns, np.array([2, 0], np.int32)).first.tolist() == [720_000, 700_000]
