"""The made database of any number of events: whole, and of the shape that is measured."""

from pathlib import Path

import numpy as np
from benchmarks.sample import make

from azkz_desktop.dataset.check import check
from azkz_desktop.dataset.read import Dataset


def test_a_made_file_is_consistent_and_has_the_promised_lengths(tmp_path: Path) -> None:
    make(3000, tmp_path / "a.db")
    assert check(tmp_path / "a.db").problems == ()
    with Dataset(tmp_path / "a.db") as dataset:
        columns = dataset.columns()
        assert len(columns) == 3000
        length = columns.end_latest - columns.start_earliest
        assert 0.65 < np.mean(length == 0) < 0.78
        assert 0.86 < np.mean(length < 30) < 0.94
        assert length.max() <= 5 * 366
        assert (np.diff(columns.start_earliest) >= 0).all()
        assert len(columns.facets["actor"].event) > 2 * 3000
        assert len(dataset.rows_with_words("agreement number")) > 100
        assert columns.contested.any()


def test_the_same_number_gives_the_same_file(tmp_path: Path) -> None:
    make(200, tmp_path / "a.db")
    make(200, tmp_path / "b.db")
    assert (tmp_path / "a.db").read_bytes() == (tmp_path / "b.db").read_bytes()


def test_more_events_than_are_read_at_a_time(tmp_path: Path) -> None:
    """The columns are put together from parts without a seam."""
    count = (1 << 16) + 10
    make(count, tmp_path / "a.db")
    with Dataset(tmp_path / "a.db") as dataset:
        columns = dataset.columns()
    assert len(columns) == count
    actors = columns.facets["actor"]
    assert set(actors.event.tolist()) == set(range(count))
    assert actors.code.min() == 0
    assert actors.code.max() == len(actors.ids) - 1
    assert sorted(columns.weight.tolist()) == list(range(1, count + 1))
