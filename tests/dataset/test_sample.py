"""The made database of any number of events: whole, and of the shape that is measured."""

from pathlib import Path

import numpy as np
import pytest
from benchmarks.sample import make

from azkz_desktop.dataset import load
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


def test_columns_are_put_together_from_parts_without_a_seam(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(300, tmp_path / "a.db")
    with Dataset(tmp_path / "a.db") as dataset:
        whole = dataset.columns()
    monkeypatch.setattr(load, "_STEP_BITS", 4)
    monkeypatch.setattr(load, "_STEP", 1 << 4)
    with Dataset(tmp_path / "a.db") as dataset:
        parts = dataset.columns()
    for name in ("start_earliest", "end_latest", "kind", "weight", "parent", "contested"):
        assert (getattr(whole, name) == getattr(parts, name)).all()
    for facet, member in whole.facets.items():
        assert (member.event == parts.facets[facet].event).all()
        assert (member.code == parts.facets[facet].code).all()
    assert set(whole.facets["actor"].event.tolist()) == set(range(300))
