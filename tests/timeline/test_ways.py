"""What one walks through is found once for a selection, and anew where that is another."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.query.filter import Filter
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.layout import Layout
from azkz_desktop.timeline.ways import Ways
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource
from tests.timeline.test_inside import COUNT, family_of
from tests.timeline.test_layout import measure

ALONE = [-1] * COUNT
FAMILIES = [-1, 0, 0, -1, 3, -1, *[-1] * (COUNT - 6)]
CHANGES = st.sampled_from(
    [
        {"filter": Filter()},
        {"filter": Filter(kinds=("visit",))},
        {"hidden_lanes": ()},
        {"hidden_lanes": ("visits", "energy", "turkiye", "kazakhstan")},
        {"opened": ()},
        {"opened": ("event-0",)},
        {"opened": ("event-0", "event-3")},
        {"lanes": "actor"},
        {"lanes": "kind"},
        {"span": Span(0.0, 9000.0)},
        {"focus": Focus("event", "event-4")},
    ]
)


def ways_of(parents: list[int]) -> tuple[Store, Ways]:
    """The ways through all events, or through two of three where visits are asked for."""

    def answer(wanted: Filter) -> Selection:
        rows = np.arange(COUNT, dtype=np.int32)
        return Selection(rows[rows % 3 != 1] if wanted.kinds else rows, COUNT, {})

    store = Store(answer, ViewState())
    return store, Ways(store, Layout(MadeSource(family_of(parents)), measure))


def way_through(ways: Ways) -> tuple[list[int], list[int], list[int]]:
    """All rows, those apart, and where each leads to."""
    return (
        ways.rows().tolist(),
        ways.apart().tolist(),
        [ways.step(row, by) for row in range(COUNT) for by in (1, -1)],
    )


@pytest.mark.parametrize("parents", [ALONE, FAMILIES])
@given(changes=st.lists(CHANGES, max_size=6))
@settings(deadline=None)
def test_what_is_kept_is_what_would_be_found_anew(
    parents: list[int], changes: list[dict[str, object]]
) -> None:
    store, ways = ways_of(parents)
    for change in changes:
        store.change(replace(store.state, **change), "Change")  # type: ignore[arg-type]
        anew = Ways(store, Layout(ways._engine.source, measure))
        assert way_through(ways) == way_through(anew)


@pytest.mark.parametrize("parents", [ALONE, FAMILIES])
@pytest.mark.parametrize("hidden", [(), ("visits", "energy")])
def test_a_step_sorts_nothing_anew(parents: list[int], hidden: tuple[str, ...]) -> None:
    store, ways = ways_of(parents)
    store.change(replace(store.state, hidden_lanes=hidden, opened=("event-0",)), "Hide")
    before = ways.apart()
    focused = replace(store.state, focus=Focus("event", "event-3"), span=Span(0.0, 9000.0))
    store.change(focused, "Choose")
    assert ways.apart() is before
    store.change(replace(store.state, filter=Filter(kinds=("visit",))), "Filter")
    assert ways.apart() is not before
