"""What came before and after an event, against looking at every other event by hand."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.query.around import around
from tests.query.made import EVENTS, columns_of, in_order
from tests.query.oracle import Row, listed


def expected(
    rows: list[Row], parents: list[int], row: int, limit: int
) -> tuple[list[int], list[int]]:
    """The nearest on either side that share a theme and two actors, and are no part of it."""
    mine = rows[row]
    actors, themes = set(listed(mine, "actors")), set(listed(mine, "themes"))
    day = str(mine["start_earliest"] or "")

    def fits(place: int) -> bool:
        other = rows[place]
        return (
            place != row
            and other["start_earliest"] is not None
            and row != parents[place]
            and place != parents[row]
            and bool(themes & set(listed(other, "themes")))
            and len(actors & set(listed(other, "actors"))) >= min(2, len(actors))
        )

    found = [
        (str(rows[place]["start_earliest"]), place) for place in range(len(rows)) if fits(place)
    ]
    before = [place for when, place in found if when < day]
    after = [place for when, place in found if when > day]
    return before[-limit:], after[:limit]


@settings(max_examples=80, deadline=None)
@given(EVENTS.filter(bool), st.data())
def test_before_and_after_are_what_brute_force_finds(
    events: list[Row], data: st.DataObject
) -> None:
    rows = in_order(events)
    places = st.integers(0, len(rows) - 1)
    row, limit = data.draw(places), data.draw(st.integers(1, 4))
    parents = [-1] * len(rows)
    for child, parent in data.draw(st.dictionaries(places, places, max_size=4)).items():
        parents[child] = parent
    columns = replace(columns_of(rows), parent=np.array(parents, np.int32))
    assert around(columns, row, limit) == expected(rows, parents, row, limit)


def event(day: str, actors: str, themes: str = '["trade"]') -> Row:
    return {
        "start_earliest": day, "start_latest": day, "end_earliest": day, "end_latest": day,
        "kind": "visit", "contested": 0, "actors": actors, "themes": themes, "places": "[]",
        "source_keys": "[]", "title": "", "summary": "", "event_id": day,
    }  # fmt: skip


def test_of_many_the_nearest_are_told_and_one_actor_is_enough_for_who_acts_alone() -> None:
    both, alone = '["azerbaijan", "kazakhstan"]', '["kazakhstan"]'
    years = range(1990, 1997)
    rows = [event(f"{year}-01-01", alone if year == 1994 else both) for year in years]
    columns = columns_of(rows)
    assert around(columns, 3) == ([1, 2], [5, 6])  # that of 1994 has one of two
    assert around(columns, 4) == ([2, 3], [5, 6])
    assert around(columns, 0) == ([], [1, 2])
