"""Why a filter leaves nothing: held against the query itself."""

from dataclasses import replace

import pytest

from azkz_desktop.panels.ways_out import Empty, why_empty
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.index import EventIndex
from azkz_desktop.view.words import chips
from tests.panels import small

INDEX = EventIndex(small.columns())


def count(wanted: Filter) -> int:
    return len(INDEX.answer(wanted))


def why(wanted: Filter) -> Empty:
    assert not count(wanted)
    return why_empty(wanted, chips, count)


def test_the_one_choice_that_empties_is_named() -> None:
    wanted = Filter(start="2004", kinds=("visit",), places=("baku",))
    empty = why(wanted)
    assert empty.why == "“at baku” leaves nothing of the others."
    assert [way.filter for way in empty.ways] == [replace(wanted, places=())]


def test_what_leaves_fewest_comes_first_and_every_way_leaves_what_it_says() -> None:
    empty = why(Filter(start="2010", kinds=("visit",)))
    assert [way.count for way in empty.ways] == sorted(way.count for way in empty.ways)
    assert all(way.count == count(way.filter) > 0 for way in empty.ways)
    assert [way.text for way in empty.ways] == ["Take off “Visit”", "Take off “from 2010”"]


def test_all_actors_can_be_made_any() -> None:
    wanted = Filter(actors=(("azerbaijan",), ("iran",)), all_actors=True)
    first = why(wanted).ways[0]
    assert first.text == "Any of the actors instead of all"
    assert first.filter == replace(wanted, all_actors=False)


def test_several_choices_go_where_one_is_not_enough() -> None:
    wanted = Filter(start="2010", kinds=("visit",), places=("baku",))
    empty = why(wanted)
    assert empty.why == "More than one choice stands in the way."
    assert [way.text for way in empty.ways] == [
        "Take off “from 2010” and “Visit”",
        "Take off “Visit” and “at baku”",
        "Take off “from 2010” and “at baku”",
    ]
    assert all(way.count == count(way.filter) > 0 for way in empty.ways)


def test_three_go_where_two_are_not_enough() -> None:
    wanted = Filter(
        start="2030", kinds=("visit",), actors=(("iran",),), places=("baku",), contested=True
    )
    assert not any(count(chip.without) for chip in chips(wanted))
    ways = why(wanted).ways
    assert ways
    assert all(way.count == count(way.filter) > 0 for way in ways)


@pytest.mark.parametrize("wanted", [Filter(start="2030"), Filter(start="2030", end="2031")])
def test_a_single_choice_is_itself_the_reason(wanted: Filter) -> None:
    empty = why(wanted)
    assert empty.why.startswith("No event is “")
    assert [way.filter for way in empty.ways] == [Filter()]


def test_words_that_were_typed_are_quoted_once() -> None:
    wanted = Filter(text="fish", start="1990")
    empty = why_empty(wanted, chips, lambda one: 0 if one.text else 7)
    assert empty.why == "“fish” leaves nothing of the others."
    assert [way.text for way in empty.ways] == ["Take off “fish”"]
