"""The filter in words, and what is left when a chip is taken off."""

import pytest
from hypothesis import given, settings

from azkz_desktop.query.filter import Filter
from azkz_desktop.view.words import chips, filter_in_words, period_in_words
from tests.view.states import FILTERS

NAMES = {"ilham-aliyev": "Ilham Aliyev", "heydar-aliyev": "Heydar Aliyev", "baku": "Baku"}


def name_of(facet: str, choice: str) -> str:
    return NAMES.get(choice, choice.capitalize())


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Filter(), "all events"),
        (Filter(certainly=True, all_actors=True), "all events"),
        (Filter(start="2004", end="2008"), "2004–2008"),
        (Filter(start="2004", end="2004"), "2004"),
        (Filter(start="2005-05", certainly=True), "certainly from May 2005"),
        (Filter(end="2005-05-24"), "until 24 May 2005"),
        (Filter(start="2004", end="2005-05"), "2004 – May 2005"),
        (Filter(actors=(("baku",),), all_actors=True), "involving Baku"),
        (
            Filter(actors=(("azerbaijan",), ("kazakhstan",)), all_actors=True),
            "involving Azerbaijan and Kazakhstan",
        ),
        (
            Filter(actors=(("heydar-aliyev", "ilham-aliyev"), ("russia",)), all_actors=True),
            "involving (Heydar Aliyev or Ilham Aliyev) and Russia",
        ),
        (
            Filter(actors=(("heydar-aliyev", "ilham-aliyev"), ("russia",))),
            "involving Heydar Aliyev or Ilham Aliyev or Russia",
        ),
        (Filter(kinds=("visit", "meeting", "legal")), "Visits, meetings or Law"),
        (Filter(themes=("caspian",), contested=True), "The Caspian · contested only"),
        (Filter(places=("baku", "aktau")), "at Baku or Aktau"),
        (Filter(sources=("akiner2012",)), "told by Akiner2012"),
        (Filter(text=" oil line "), "“oil line”"),
    ],
)
def test_a_filter_in_words(wanted: Filter, words: str) -> None:
    assert filter_in_words(wanted, name_of) == words


def test_a_chip_counts_what_a_picture_spells_out() -> None:
    wanted = Filter(
        actors=(("a",), ("b",), ("c",)),
        kinds=("visit", "legal", "trade"),
        themes=("caspian", "energy", "trade"),
        places=("a", "b", "c"),
        sources=("a", "b", "c"),
    )
    assert [chip.text for chip in chips(wanted, name_of)] == [
        "involving any of 3 actors",
        "3 kinds",
        "3 themes",
        "at 3 places",
        "told by 3 documents",
    ]
    assert "A, B or C · Trade, Visit or Law · The Caspian" in filter_in_words(wanted, name_of)


def test_without_a_file_ids_stand_for_names() -> None:
    assert filter_in_words(Filter(places=("baku",), kinds=("visit",))) == "Visit · at baku"


@settings(max_examples=50)
@given(FILTERS)
def test_taking_every_chip_off_leaves_no_filter(wanted: Filter) -> None:
    left, steps = wanted, 0
    while found := chips(left):
        before = len(found)
        left, steps = found[0].without, steps + 1
        assert len(chips(left)) == before - 1
    assert left.is_empty or not left.text.strip()
    assert steps <= 8


@settings(max_examples=50)
@given(FILTERS)
def test_each_chip_takes_off_only_its_own_part(wanted: Filter) -> None:
    found = chips(wanted)
    for place, chip in enumerate(found):
        rest = [other.text for other in (*found[:place], *found[place + 1 :])]
        assert [other.text for other in chips(chip.without)] == rest


def test_a_period_of_one_side_only() -> None:
    assert period_in_words("1991", None) == "from 1991"
    assert period_in_words(None, "1991-12") == "until December 1991"
