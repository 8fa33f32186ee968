"""Texts by row: what one query says of many is what many queries say."""

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset import row_texts
from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.row_texts import RowTexts

ROWS = 50


@pytest.fixture
def bundled(bundled_db: Path) -> Iterator[Dataset]:
    with Dataset(bundled_db) as dataset:
        yield dataset


class Table:
    """Rows 0 to 49, and how often it was asked for each."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, query: str, value: str) -> list[tuple[object, ...]]:
        assert query == "the query"
        rows = json.loads(value)
        self.asked += rows
        return [(row, f"title {row}", row * row) for row in reversed(rows) if 0 <= row < ROWS]


@given(st.lists(st.lists(st.integers(0, ROWS - 1), max_size=30), max_size=6), st.integers(1, 60))
def test_each_row_has_its_record_and_is_asked_for_once(wanted: list[list[int]], most: int) -> None:
    table = Table()
    texts = RowTexts(table, "the query")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_texts, "MOST", most)
        patch.setattr(row_texts, "AT_ONCE", 7)
        for rows in wanted:
            before = len(table.asked)
            assert texts.of(rows) == [(f"title {row}", row * row) for row in rows]
            newly = table.asked[before:]
            assert len(newly) == len(set(newly))
            assert set(newly) <= set(rows)
            assert texts.of(rows) == [(f"title {row}", row * row) for row in rows]
    if most >= ROWS:
        assert len(table.asked) == len(set(table.asked))


def test_no_more_are_kept_than_may_be() -> None:
    table = Table()
    texts = RowTexts(table, "the query")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(row_texts, "MOST", 10)
        texts.of(range(8))
        texts.of(range(5, 15))
        assert table.asked == list(range(15))
        texts.of([14, 5])
        assert len(table.asked) == 15
        texts.of([0])
        assert table.asked[-1] == 0


def test_rows_may_be_numpys_and_a_row_that_is_none_is_told() -> None:
    texts = RowTexts(Table(), "the query")
    assert texts.of(np.array([3, 1], np.int32)) == [("title 3", 9), ("title 1", 1)]
    for rows in ([-1], [2, ROWS]):
        with pytest.raises(IndexError):
            texts.of(rows)


def test_dates_in_dispute_are_those_of_the_claims(bundled: Dataset) -> None:
    rows = range(len(bundled.columns()))
    for event_id, dates in zip(bundled.ids(rows), bundled.claim_dates(rows), strict=True):
        disputed = any(one.field == "date" for one in bundled.disagreements(event_id))
        claims = bundled.claims(event_id) if disputed else ()
        assert dates == tuple((one.edtf, one.claim.source_key) for one in claims)


def test_some_dates_are_in_dispute_and_the_order_of_rows_is_kept(bundled: Dataset) -> None:
    rows = range(len(bundled.columns()))
    told = bundled.claim_dates(rows)
    assert sum(map(bool, told)) > 3
    assert bundled.claim_dates(rows[::-1]) == told[::-1]
