"""What changed between two moments: against a walk over all that the documents claim."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.map.changes import Changed, change_words, changes
from azkz_desktop.map.marks import Ref
from azkz_desktop.map.things import Things
from azkz_desktop.view.state import LAYERS, ViewState
from tests.map.made import AREAS, BOUNDARIES, ROUTES, STATES, MadeSource, day

THINGS = Things(MadeSource(), lambda xy: np.ones(len(xy), dtype=bool))
DAYS = st.dates(date(1990, 1, 1), date(2022, 12, 31)).map(date.isoformat)
PLACED = {
    "route": {key for key, record in ROUTES.items() if record.geometry},
    "area": {key for key, record in AREAS.items() if record.geometry},
    "boundary": set(BOUNDARIES),
}


def between(moment: str, compare: str, layers: tuple[str, ...] = LAYERS) -> list[Changed]:
    return changes(THINGS, ViewState(moment=moment, compare=compare, layers=layers))


def status(key: str, track: str | None, on: int) -> str:
    """What the claims say of a thing on a day: of what is told, what began last."""
    told = [
        (one.start_earliest or -(2**30), one.status)
        for one in STATES.get(key, ())
        if (one.start_earliest or -(2**30)) <= on <= (one.end_latest or 2**30)
        and (track is None or one.track == track)
    ]
    return max(told)[1] if told else ""


def expected(first: int, last: int) -> set[tuple[str, str, str, str, str]]:
    found = set()
    for kind, keys in PLACED.items():
        for key in keys:
            for track in {one.track for one in STATES.get(key, ())}:
                if kind == "boundary" and track == "surface":
                    continue  # the seabed is shown
                before, after = status(key, track, first), status(key, track, last)
                if kind == "route":
                    # Of a plan told only "by 2012" nothing is drawn before.
                    before = "" if key == "gas" and first < day("2012-12-31") else before
                    after = "" if key == "gas" and last < day("2012-12-31") else after
                if before != after:
                    found.add((kind, key, track, before, after))
    return found


@given(DAYS, DAYS)
def test_changes_are_what_the_claims_tell_at_one_day_and_not_at_the_other(
    moment: str, compare: str
) -> None:
    found = between(moment, compare)
    told = {(one.ref.type, one.ref.id, one.aspect, one.before, one.after) for one in found}
    first, last = sorted((day(moment), day(compare)))
    assert len(told) == len(found)
    assert told == expected(first, last)


@given(DAYS, DAYS)
def test_it_does_not_matter_which_moment_is_which(moment: str, compare: str) -> None:
    assert between(moment, compare) == between(compare, moment)
    assert between(moment, moment) == []


@given(DAYS, DAYS)
def test_they_come_in_the_order_of_time(moment: str, compare: str) -> None:
    days = [one.day for one in between(moment, compare)]
    assert days == sorted(days)


def test_one_moment_changes_nothing() -> None:
    assert changes(THINGS, ViewState()) == []


@pytest.mark.parametrize(
    ("layer", "kind"), [("routes", "route"), ("areas", "area"), ("lines", "boundary")]
)
def test_of_a_layer_that_is_off_nothing_is_told(layer: str, kind: str) -> None:
    every = between("1995-01-01", "2021-01-01")
    without = between("1995-01-01", "2021-01-01", tuple(one for one in LAYERS if one != layer))
    assert any(one.ref.type == kind for one in every)
    assert without == [one for one in every if one.ref.type != kind]


def test_in_words() -> None:
    told = [change_words(one) for one in between("2004-01-01", "2021-01-01")]
    assert "west line: under construction → in operation, May 2006" in told
    assert "gas line: proposed, 2012 or earlier" in told
    assert "Agdam: under Armenian control → under Azerbaijani control, 20 November 2020" in told
    older = [change_words(one) for one in between("1997-01-01", "2004-01-01")]
    assert "Kazakhstan–Russia, seabed: agreed, July 1998" in older
    assert "supsa line: in operation, 17 April 1999" in older


def test_what_is_no_longer_told_of_ends_with_its_day() -> None:
    (lost,) = (
        one
        for one in changes(
            THINGS,
            ViewState(
                moment="2000-01-01", compare="2020-01-01", layers=("lines",), scope="surface"
            ),
        )
        if one.ref == Ref("boundary", "line-a") and one.aspect == "surface"
    )
    assert (lost.before, lost.after) == ("unsettled", "")
    assert change_words(lost).endswith("not settled → no longer told of, 11 August 2018")
