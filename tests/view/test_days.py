"""From when to when the chosen thing lasts."""

import pytest

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Focus


@pytest.mark.parametrize("facet", ["actor", "place", "theme"])
def test_a_choice_lasts_as_long_as_its_events(library: Library, facet: str) -> None:
    columns, membership = library.columns, library.columns.facets[facet]
    seen = 0
    for code, key in enumerate(membership.ids):
        rows = [
            int(row)
            for row, own in zip(membership.event, membership.code, strict=True)
            if own == code
        ]
        starts = [int(one) for one in columns.start_earliest[rows] if one > NO_START]
        ends = [int(one) for one in columns.end_latest[rows] if one < NO_END]
        found = library.days_of(Focus(facet, key))
        assert found == ((min(starts), max(ends)) if starts and ends else None)
        seen += found is not None
    assert seen > 5


def test_what_has_no_days_has_none(library: Library) -> None:
    for focus in (None, Focus("actor", "nobody"), Focus("event", "none"), Focus("route", "none")):
        assert library.days_of(focus) is None


def test_an_event_has_its_own_days(library: Library) -> None:
    row = int((library.columns.start_earliest > NO_START).nonzero()[0][40])
    found = library.days_of(Focus("event", library.ids([row])[0]))
    assert found is not None
    assert found[0] == library.columns.start_earliest[row]
