"""The index over the bundled data, held against brute force over its public view `events`."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from azkz_desktop.dataset.fold import fold
from azkz_desktop.dataset.read import Dataset
from azkz_desktop.query.filter import FACETS, Filter
from azkz_desktop.query.index import EventIndex
from tests.query import oracle
from tests.query.made import PARTS


@dataclass
class File:
    """One file, read by the program and by plain SQL."""

    rows: list[oracle.Row]
    spellings: dict[str, str]
    index: EventIndex

    def words(self, row: oracle.Row) -> str:
        """Everything that `text` looks into, folded."""
        named = " ".join(self.spellings[one] for one in self.held(row))
        return fold(f"{row['title']} {row['summary']} {named}")

    @staticmethod
    def held(row: oracle.Row) -> list[str]:
        return [*oracle.listed(row, "actors"), *oracle.listed(row, "places")]


@pytest.fixture(scope="module")
def file(bundled_db: Path) -> Iterator[File]:
    with sqlite3.connect(bundled_db) as connection:
        connection.row_factory = sqlite3.Row
        order = "start_earliest NULLS FIRST, end_latest NULLS LAST, event_id"
        rows = [dict(row) for row in connection.execute(f"SELECT * FROM events ORDER BY {order}")]
        spellings: dict[str, str] = defaultdict(str)
        for subject, name in connection.execute("SELECT subject_id, name FROM names"):
            spellings[subject] += f" {name}"
    connection.close()
    with Dataset(bundled_db) as dataset:
        yield File(rows, spellings, EventIndex(dataset.columns(), dataset.rows_with_words))


TEXTS = st.sampled_from(
    [
        "",
        "",
        "",
        "oil",
        "Баку",
        "Əliyev",
        "caspian SEA",
        "нефть",
        "pipeline Қазақстан",
        "aktau port",
    ]
)


def filters(index: EventIndex) -> st.SearchStrategy[Filter]:
    def some(facet: str) -> st.SearchStrategy[tuple[str, ...]]:
        ids = st.sampled_from(index.facets[facet].ids)
        return st.lists(ids, unique=True, max_size=3).map(tuple)

    actors = st.sampled_from(index.facets["actor"].ids[:40])
    entry = st.lists(actors, unique=True, min_size=1, max_size=2).map(tuple)
    return st.builds(
        Filter,
        start=PARTS,
        end=PARTS | st.sampled_from(["2009", "2016-06"]),
        certainly=st.booleans(),
        actors=st.lists(entry, max_size=2).map(tuple),
        all_actors=st.booleans(),
        kinds=some("kind"),
        themes=some("theme"),
        places=st.just(()) | some("place"),
        sources=st.just(()) | some("source"),
        contested=st.sampled_from([False, False, True]),
        text=TEXTS,
    )


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_the_bundled_data_answer_as_brute_force_does(file: File, data: st.DataObject) -> None:
    wanted = data.draw(filters(file.index))
    if wanted.start and wanted.end:
        assume(oracle.first_day(wanted.start) <= oracle.last_day(wanted.end))
    selection = file.index.answer(wanted)
    found = [file.rows[row]["event_id"] for row in selection.rows]
    folded = replace(wanted, text=fold(wanted.text))
    assert found == oracle.passing(file.rows, folded, file.words)
    facet = data.draw(st.sampled_from(FACETS))
    ids = file.index.facets[facet].ids
    for at in data.draw(st.sets(st.integers(0, len(ids) - 1), max_size=6)):
        count = oracle.count(file.rows, folded, facet, ids[at], file.words)
        assert selection.counts[facet][at] == count, (facet, ids[at])


def test_the_rows_are_in_the_order_of_the_view(file: File) -> None:
    assert len(file.index.columns) == len(file.rows) > 100
    assert file.index.answer(Filter()).rows.tolist() == list(range(len(file.rows)))


@pytest.mark.parametrize("text", ["Baku", "Баку", "Bakı", "bakü"])
def test_a_text_looks_into_every_spelling_of_the_places(file: File, text: str) -> None:
    there = set(file.index.answer(Filter(places=("baku",))).rows.tolist())
    assert len(there) > 5
    assert there <= set(file.index.answer(Filter(text=text)).rows.tolist())
