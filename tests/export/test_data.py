"""Events as data: rows, names, geometry and dates, apart from the command line."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.read import Dataset
from azkz_desktop.dataset.vocabulary import VIEWS
from azkz_desktop.dates.edtf import parse
from azkz_desktop.export.data import COLUMNS, as_csv, as_geojson, as_json, events_of, row_of
from azkz_desktop.export.timelinejs import as_timelinejs, parts_of


@pytest.fixture(scope="module")
def dataset(small_db: Path) -> Iterator[Dataset]:
    with Dataset(small_db) as opened:
        yield opened


def test_the_columns_are_those_of_the_view_and_the_names() -> None:
    assert (*VIEWS["events"], "actor_names", "place_names") == COLUMNS


def test_events_come_in_the_order_asked(dataset: Dataset) -> None:
    rows = [3, 0, 2]
    events = list(events_of(dataset, rows))
    assert [event.row for event in events] == rows


def test_open_bounds_are_null_and_lists_are_lists(dataset: Dataset) -> None:
    event = dataset.event("bodies-work-together")
    assert event is not None
    row = row_of(dataset, event)
    assert (row["end_earliest"], row["end_latest"], row["contested"]) == (None, None, 1)
    assert row["places"] == row["place_names"] == row["documents"] == []
    assert row["actor_names"] == ["Azerbaijan", "Kazakhstan"]


def test_nothing_is_still_a_document(dataset: Dataset) -> None:
    assert json.loads(as_json(dataset, [])) == []
    assert json.loads(as_geojson(dataset, [])) == {"type": "FeatureCollection", "features": []}
    assert json.loads(as_timelinejs(dataset, [])) == {"events": [], "scale": "human"}
    assert as_csv(dataset, []).rstrip() == ",".join(COLUMNS)


def test_other_scripts_stay_readable(dataset: Dataset) -> None:
    text = as_json(dataset, events_of(dataset, range(len(dataset.columns()))))
    assert "Baku–Tbilisi–Ceyhan" in text


def test_a_title_goes_before_the_slides(dataset: Dataset) -> None:
    document = json.loads(as_timelinejs(dataset, [], "Oil & gas"))
    assert document["title"] == {"text": {"headline": "Oil &amp; gas"}}


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2008-11-03", {"year": 2008, "month": 11, "day": 3}, None),
        ("2008-11", {"year": 2008, "month": 11}, None),
        ("2008", {"year": 2008}, None),
        ("1988/1994-05", {"year": 1988}, {"year": 1994, "month": 5}),
        ("1988-05/1988-05-20", {"year": 1988, "month": 5}, {"year": 1988, "month": 5, "day": 20}),
        ("1992/..", {"year": 1992}, None),
        ("1992/", {"year": 1992}, None),
        ("/1992-05", {"year": 1992}, {"year": 1992, "month": 5}),
        ("[..2016]", {"year": 2016}, None),
        ("[2001..2003]", {"year": 2001}, None),
        ("../..", None, None),
    ],
)
def test_dates_keep_their_precision(
    dataset: Dataset, edtf: str, start: dict[str, int] | None, end: dict[str, int] | None
) -> None:
    span, event = parse(edtf), dataset.event("karabakh-war")
    assert event is not None
    bounds = ("start_earliest", "start_latest", "end_earliest", "end_latest")
    dated = replace(event, edtf=edtf, **{name: getattr(span, name) for name in bounds})
    slides = json.loads(as_timelinejs(dataset, [dated]))["events"]
    if start is None:
        assert slides == []
    else:
        assert (slides[0]["start_date"], slides[0].get("end_date")) == (start, end)


@given(st.dates(max_value=date(9990, 1, 1)).map(date.toordinal), st.integers(0, 800))
def test_parts_never_claim_more_than_is_known(first: int, days: int) -> None:
    parts = parts_of(first, first + days)
    assert parts is not None
    assert ("day" in parts) == (days == 0)
