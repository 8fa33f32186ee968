"""The filter benchmark measures what it says: the same answers, from SQL and from bit planes."""

from pathlib import Path

import pytest

from azkz_desktop.dataset.read import Dataset
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.index import EventIndex
from benchmarks import filter as benchmark
from benchmarks import sample


@pytest.fixture(scope="module")
def thousands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    sample.make(3000, path)
    return path


def test_it_prints_times_and_the_ratio(thousands: Path) -> None:
    found = benchmark.measure("3000", str(thousands))
    assert found["events"] == 3000
    assert found["ratios"]["sql_to_own_1e6"] > 0
    assert len(found["times_ms"]["sql_each"]) == len(benchmark.QUESTIONS)


@pytest.mark.parametrize("wanted", benchmark.QUESTIONS)
def test_every_question_has_an_answer_that_sql_gives_too(thousands: Path, wanted: Filter) -> None:
    with Dataset(thousands) as dataset:
        columns = dataset.columns()
    connection = benchmark.sql_of(columns)
    told = benchmark.ask_sql(connection, columns, wanted)
    connection.close()
    index = EventIndex(columns)
    own = benchmark.ask_own(index, wanted)
    assert {facet: {one: n for one, n in of.items() if n} for facet, of in own.items()} == told
    assert any(told.values())
    assert len(index.answer(wanted)) <= 3000
