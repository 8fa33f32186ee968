"""What held at a moment, against a plain reading of the made states."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.map.states import (
    EVER,
    NEVER,
    agreed_until,
    held,
    is_told,
    stages,
    tracks,
)
from tests.map.made import STATES, day, state


def status_at(subject: str, when: str, track: str | None = None) -> str | None:
    found = held(stages(STATES[subject]), day(when), track)
    return None if found is None else found.status


def test_a_route_goes_through_its_life() -> None:
    assert status_at("west", "1998-09-30") is None
    assert status_at("west", "1998-10-01") == "proposed"
    assert status_at("west", "2002-12-31") == "proposed"
    assert status_at("west", "2003-01-01") == "construction"
    assert status_at("west", "2006-05-01") == "operational"
    assert status_at("west", "2030-01-01") == "operational"


def test_claims_of_one_stretch_are_one_stage_with_all_that_tell_it() -> None:
    operational = stages(STATES["west"])[-1]
    assert operational.told == ("akiner2012", "h2021")
    assert operational.tellings == (("akiner2012", "2006-05"), ("h2021", "2006"))
    assert operational.edtf == "2006-05"
    assert operational.last == EVER


def test_what_is_known_to_the_month_is_sure_from_its_end_on() -> None:
    life = stages(STATES["west"])
    may = held(life, day("2006-05-12"))
    june = held(life, day("2006-06-01"))
    assert may is not None
    assert june is not None
    assert (may.sure, june.sure) == (False, True)


def test_by_2012_may_have_been_long_before_and_is_certain_then() -> None:
    life = stages(STATES["gas"])
    assert life[0].first == NEVER
    early, late = held(life, day("1995-01-01")), held(life, day("2012-12-31"))
    assert early is not None
    assert late is not None
    assert (early.sure, late.sure) == (False, True)
    assert not is_told(early)  # a mere plan: nothing can be said of 1995
    assert is_told(late)
    train = held(stages(STATES["train"]), day("1995-01-01"))
    assert train is not None
    assert is_told(train)  # what runs by 2010 may have run long before


def test_tracks_are_told_apart() -> None:
    life = stages(STATES["district"])
    assert tracks(life) == ("recognition", "control")
    assert status_at("district", "2015-01-01", "control") == "armenian"
    assert status_at("district", "2015-01-01", "recognition") == "azerbaijan"
    assert status_at("district", "2021-01-01", "control") == "azerbaijani"
    assert status_at("district", "1990-01-01", "control") is None


def test_what_was_agreed_by_a_day_is_listed_by_scope() -> None:
    life = stages(STATES["line-a"])
    assert agreed_until(life, day("1998-07-05")) == {}
    assert agreed_until(life, day("2000-01-01")) == {"seabed": ("1998-07",)}


def test_a_date_that_is_none_is_taken_as_known() -> None:
    life = stages([state("x", "operational", "2001-01-01", edtf="no date")])
    found = held(life, day("2001-01-01"))
    assert found is not None
    assert found.sure


SPANS = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=8, unique_by=lambda ab: ab[0]
)


def iso(days: int) -> str:
    return date.fromordinal(day("2000-01-01") + days).isoformat()


@given(SPANS, st.integers(-10, 320))
def test_the_last_begun_of_what_holds_is_what_held(spans: list[tuple[int, int]], when: int) -> None:
    states = [state("x", "agreed", iso(first), iso(last)) for first, last in spans]
    running = [first for first, last in spans if first <= when <= last]
    found = held(stages(states), day(iso(when)))
    assert (found is None) == (not running)
    if found is not None:
        assert found.stage.first == day(iso(max(running)))
