"""The index against brute force: what is selected and every count beside a choice."""

import re

import numpy as np
import pytest
from hypothesis import assume, given, settings

from azkz_desktop.dataset.columns import Codes
from azkz_desktop.query.errors import QueryError, UnknownChoice
from azkz_desktop.query.filter import FACETS, Filter
from azkz_desktop.query.index import EventIndex
from tests.query import oracle
from tests.query.made import ACTORS, EVENTS, FILTERS, columns_of, in_order

ONE: list[oracle.Row] = [
    {
        "event_id": "kazakh-oil",
        "start_earliest": "1993-05-01",
        "start_latest": "1993-05-31",
        "end_earliest": "1993-05-01",
        "end_latest": "1993-05-31",
        "kind": "energy",
        "contested": 1,
        "actors": '["kazakhstan"]',
        "themes": "[]",
        "places": "[]",
        "source_keys": '["akiner2012"]',
        "title": "oil",
        "summary": "",
    }
]


def index_of(rows: list[oracle.Row]) -> EventIndex:
    def find(text: str) -> Codes:
        wanted = set(re.findall(r"\w+", text))
        held = [set(re.findall(r"\w+", oracle.title_words(row))) for row in rows]
        return np.array([no for no, words in enumerate(held) if wanted <= words], np.int32)

    return EventIndex(columns_of(rows), find)


def is_askable(wanted: Filter) -> bool:
    if not wanted.start or not wanted.end:
        return True
    return oracle.first_day(wanted.start) <= oracle.last_day(wanted.end)


@settings(max_examples=120, deadline=None)
@given(EVENTS, FILTERS)
def test_answers_as_brute_force_does(events: list[oracle.Row], wanted: Filter) -> None:
    assume(is_askable(wanted))
    rows = in_order(events)
    index = index_of(rows)
    selection = index.answer(wanted)
    assert [rows[row]["event_id"] for row in selection.rows] == oracle.passing(rows, wanted)
    assert selection.total == len(rows)
    for facet in FACETS:
        ids = index.facets[facet].ids
        expected = [oracle.count(rows, wanted, facet, choice) for choice in ids]
        assert selection.counts[facet].tolist() == expected, facet
        assert selection.counts[facet].dtype == np.int64


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(start="1993-05-20", end="1993-05-25"), True),
        (Filter(start="1993-05-20", end="1993-05-25", certainly=True), False),
        (Filter(start="1993", end="1993", certainly=True), True),
        (Filter(start="1993-05", certainly=True), True),
        (Filter(start="1993-05-02", certainly=True), False),
        (Filter(end="1993-05-30", certainly=True), False),
        (Filter(end="1993-04"), False),
        (Filter(start="1993-06"), False),
        (Filter(contested=True, kinds=("energy", "visit")), True),
        (Filter(kinds=("visit",)), False),
        (Filter(actors=(("kazakhstan", "russia"), ("azerbaijan",))), True),
        (Filter(actors=(("kazakhstan", "russia"), ("azerbaijan",)), all_actors=True), False),
        (Filter(actors=(("kazakhstan", "russia"),), all_actors=True), True),
        (Filter(text="  "), True),
        (Filter(text="oil line"), False),
    ],
)
def test_one_event_known_to_the_month(wanted: Filter, found: bool) -> None:
    assert len(index_of(ONE).answer(wanted)) == int(found)


def test_an_actor_who_never_acts_is_known_and_counts_nothing() -> None:
    selection = index_of(ONE).answer(Filter(actors=(("never-acts",),)))
    assert len(selection) == 0
    assert selection.counts["actor"][ACTORS.index("kazakhstan")] == 1


def test_an_unknown_choice_names_the_nearest() -> None:
    with pytest.raises(UnknownChoice, match="kazakhstan") as caught:
        index_of(ONE).answer(Filter(actors=(("kazahstan",),)))
    assert caught.value.nearest[0] == "kazakhstan"
    assert caught.value.facet == "actor"
    assert str(caught.value).startswith("There is no actor “kazahstan”")


def test_an_unknown_choice_that_resembles_nothing_names_none() -> None:
    with pytest.raises(UnknownChoice) as caught:
        index_of(ONE).answer(Filter(themes=("zzzzzz",)))
    assert str(caught.value) == "There is no theme “zzzzzz”."


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(QueryError, match="1995-03"):
        index_of(ONE).answer(Filter(start="1995-03", end="1994"))


@pytest.mark.parametrize("word", ["yesterday", "1995-02-29", "1995-13", "95", "1995~", ""])
def test_a_date_that_is_none_is_refused(word: str) -> None:
    if word:
        with pytest.raises(QueryError):
            index_of(ONE).answer(Filter(start=word))
    else:
        assert len(index_of(ONE).answer(Filter(start=word))) == 1


def test_without_words_a_text_is_refused() -> None:
    index = EventIndex(columns_of(ONE))
    with pytest.raises(QueryError, match="words"):
        index.answer(Filter(text="oil"))


def test_a_text_is_looked_up_once_while_it_stays() -> None:
    asked: list[str] = []

    def find(text: str) -> Codes:
        asked.append(text)
        return np.array([0], np.int32)

    index = EventIndex(columns_of(ONE), find)
    for wanted in (Filter(text="oil"), Filter(text="oil", end="1999"), Filter(text="gas")):
        index.answer(wanted)
    assert asked == ["oil", "gas"]


def test_no_events_at_all() -> None:
    selection = index_of([]).answer(Filter(start="1990", kinds=("visit",)))
    assert (len(selection), selection.total) == (0, 0)
    assert not selection.counts["actor"].any()
