"""Eras: what the claims of the bundled file make, by rule, and what they do not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.dates.edtf import parse
from azkz_desktop.view.eranames import BODIES, CONFLICTS, ERAS, group_title, short_title
from azkz_desktop.view.eras import Era, Eras, one_after_another
from azkz_desktop.view.library import Library, day_bounds
from azkz_desktop.view.state import Focus
from azkz_desktop.view.terms import contradict, is_term, tells, tightened


@pytest.fixture(scope="module")
def eras(library: Library) -> Eras:
    return Eras(library)


def named(eras: Eras, group: str) -> dict[str, Era]:
    return {era.name: era for era in eras[group].eras}


def made(*bounds: int) -> Era:
    first, start_latest, end_earliest, last = bounds
    focus = Focus("actor", f"a{first}")
    return Era("x", "x", focus, "", (first, start_latest, end_earliest, last), False, ())


def test_every_group_is_there_and_has_a_title(eras: Eras) -> None:
    assert tuple(eras) == ERAS
    assert len(eras) == len(ERAS)
    assert all(group_title(group) and short_title(group) for group in ERAS)
    assert eras.get("presidents-of-the-moon") is None
    assert all(group.eras for group in eras.values())


def test_presidents_are_those_for_whom_a_document_gives_a_term(eras: Eras) -> None:
    azerbaijan = named(eras, "presidents-azerbaijan")
    assert list(azerbaijan) == ["Heydar Aliyev", "Ilham Aliyev"]
    assert azerbaijan["Heydar Aliyev"].dates == "1993–2003"
    assert azerbaijan["Ilham Aliyev"].short == "I. Aliyev"
    assert azerbaijan["Ilham Aliyev"].bounds[2:] == (NO_END, NO_END)
    assert azerbaijan["Heydar Aliyev"].focus == Focus("actor", "heydar-aliyev")


def test_who_is_told_to_be_president_at_a_moment_was_so_by_then(eras: Eras) -> None:
    first, start_latest, end_earliest, last = named(eras, "presidents-kazakhstan")[
        "Nursultan Nazarbayev"
    ].bounds
    assert first == NO_START
    assert start_latest == parse("1992").end_latest
    assert end_earliest == parse("2019").start_earliest
    assert last == parse("2019-06-09").start_earliest, "the next one is elected"


def test_conflicts_in_short_differ_in_their_first_letters(eras: Eras) -> None:
    """All that is left of a name where there is little room."""
    shorts = [era.short for era in eras[CONFLICTS].eras]
    assert len({short[:5] for short in shorts}) == len(shorts) >= 4


def test_who_is_told_to_gain_control_is_not_told_to_lose_it_by_then(eras: Eras) -> None:
    """The years told are those of gaining it: "Armenian control, 1988–1993" would end it."""
    (era,) = (era for era in eras[CONFLICTS].eras if era.focus.id == "karabakh-occupation")
    assert era.short != "Armenian control"
    assert era.short == "Armenian control grows"


def test_each_era_names_its_documents_and_where(eras: Eras) -> None:
    told = named(eras, "presidents-azerbaijan")["Heydar Aliyev"].told
    assert len(told) == 2
    assert told[0] == "1993–2003: Huseynov 2017, Political relations, ¶\N{NO-BREAK SPACE}5"
    assert all(era.told for group in eras.values() for era in group.eras)


def test_the_documents_of_an_era_are_those_that_tell_of_it(library: Library, eras: Eras) -> None:
    for era in (era for group in eras.values() for era in group.eras):
        names = {library.source_names[key] for key in era.documents}
        assert names == {line.split(": ", 1)[1].split(",")[0] for line in era.told}, era.name


def test_conflicts_are_those_that_last(library: Library, eras: Eras) -> None:
    found = named(eras, CONFLICTS)
    assert {"First Karabakh War", "Second Karabakh War"} < set(found)
    assert "Helicopter bound for peace talks is shot down over Karakend" not in found
    for era in found.values():
        event = library.dataset.event(era.focus.id)
        assert event is not None
        assert event.kind == "conflict"
        assert "/" in event.edtf
        assert era.bounds == day_bounds(event.edtf)


def test_bodies_are_those_of_both_states_and_others(eras: Eras) -> None:
    found = named(eras, BODIES)
    assert {"Soviet Union", "Economic Cooperation Organization"} < set(found)
    assert found["Economic Cooperation Organization"].short == "ECO"
    assert not any("GUAM" in name for name in found), "Kazakhstan was no member"
    assert not any("ntergovernmental" in name for name in found), "a body of the two alone"


def test_documents_that_differ_in_the_beginning_make_an_era_contested(eras: Eras) -> None:
    contested = [name for name, era in named(eras, BODIES).items() if era.contested]
    assert contested == ["Organization of Turkic States"]
    assert named(eras, BODIES)[contested[0]].dates == "from 3 October 2009"


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2009-10-03/..", "2010/..", True),
        ("2009-10-03/..", "2009/..", False),
        ("1993/2003", "1993/2004", True),
        ("1993/2003", "../2003", False),
        ("/1991", "1990/1991", False),
    ],
)
def test_terms_contradict_where_begins_or_ends_do_not_meet(
    one: str, other: str, apart: bool
) -> None:
    assert contradict(parse(one), parse(other)) is apart
    assert contradict(parse(other), parse(one)) is apart


@pytest.mark.parametrize(
    ("edtf", "term"),
    [
        ("1993/2003", True),
        ("2003/..", True),
        ("/2019", True),
        ("1992", False),
        ("2022-10-13/2022-10-14", False),
        ("[1990..1993]", False),
    ],
)
def test_a_year_or_the_days_of_a_visit_are_no_term(edtf: str, term: bool) -> None:
    assert is_term(edtf) is term


def test_a_moment_narrows_what_is_not_known_and_never_widens() -> None:
    assert tightened((NO_START, 900, 800, 900), ["0001-12"])[:2] == (NO_START, 365)
    known = (10, 20, 800, 900)
    assert tightened(known, ["0002"]) == known
    assert not tells(known, "0002")


days = st.integers(1, 400)


@given(st.lists(st.tuples(days, days, days, days).map(sorted), min_size=1, max_size=6))
def test_terms_of_one_office_end_when_the_next_has_come(terms: list[list[int]]) -> None:
    held = one_after_another([made(*term) for term in terms])
    assert len(held) == len(terms)
    ordered = sorted(tuple(term) for term in terms)
    assert [era.bounds[:2] for era in held] == [term[:2] for term in ordered]
    for era, following, term in zip(held, held[1:], ordered, strict=False):
        assert era.bounds[3] <= max(following.bounds[1], era.bounds[1])
        assert era.bounds[2] <= era.bounds[3] <= term[3]


def test_a_file_without_such_claims_has_no_such_eras(small_db: Path) -> None:
    eras = Eras(Library(small_db))
    assert eras["presidents-azerbaijan"].eras == ()
    assert eras["presidents-kazakhstan"].eras == ()
