"""What is shown of an event to which one zooms: its date, and those that contradict each other."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.disputes import contradicting
from azkz_desktop.timeline.extents import Bounds, hull
from azkz_desktop.timeline.navigator import Navigator
from azkz_desktop.timeline.source import ClaimDate, Rows
from azkz_desktop.timeline.told import drawn_with_others
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import MadeSource, columns_of, day, everything, instant, lasting
from tests.timeline.test_layout import layout_of

DAY = instant(day("2003-10-03"))
DECADE = instant(day("2000-01-01"), day("2009-12-31"))
OTHER = instant(day("2012-01-01"), day("2012-12-31"))
OPEN = day("2003-10-03"), day("2003-10-03"), NO_END, NO_END


class Told(MadeSource):
    """A contested event of the first of the dates *told*, each by a document of its own."""

    def __init__(self, *told: Bounds) -> None:
        far = instant(day("1950-01-01"))
        super().__init__(columns_of([told[0], far], contested=[True, False]))
        self.row = 1
        self._told = tuple(ClaimDate(*one, f"d{place}", "") for place, one in enumerate(told))

    def contested_dates(self, rows: Rows) -> list[tuple[ClaimDate, ...]]:
        return [self._told if row == self.row else () for row in rows.tolist()]


def days_shown(*told: Bounds, every: bool = False) -> tuple[float, float] | None:
    source = Told(*told)
    return hull(drawn_with_others(source, source.row, every=every))


def test_the_dates_that_contradict_are_shown_with_the_event() -> None:
    assert days_shown(DAY, OTHER) == (DAY[0], OTHER[3] + 1)
    assert days_shown(OTHER, DAY) == (DAY[0], OTHER[3] + 1)
    # A decade contradicts the year after it, though not the day within it.
    assert days_shown(DAY, DECADE, OTHER) == (DECADE[0], OTHER[3] + 1)
    early = instant(day("1995-01-01"), day("1995-12-31"))
    assert days_shown(OPEN, early) == (early[0], DAY[0] + 1)


def test_what_is_only_less_precise_is_shown_where_it_has_a_lane() -> None:
    assert days_shown(DAY, DECADE) == (DAY[0], DAY[0] + 1)
    assert days_shown(DAY, DECADE, every=True) == (DECADE[0], DECADE[3] + 1)
    assert days_shown(DAY, OPEN) == days_shown(DAY)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 9)), min_size=1, max_size=6))
def test_two_contradict_where_no_day_is_in_both(ends: list[tuple[int, int]]) -> None:
    told = [instant(first, first + more) for first, more in ends]
    days = [set(range(first, first + more + 1)) for first, more in ends]
    wanted = [one for one, mine in zip(told, days, strict=True) if any(not mine & a for a in days)]
    assert contradicting(told) == wanted


@pytest.mark.parametrize("by_key", [True, False])
def test_zoom_to_a_contested_event_holds_its_dispute(by_key: bool) -> None:
    source = Told(DAY, OTHER, DECADE, lasting(NO_START, day("2004-01-01")))
    selection: Selection = everything(source.columns)
    state = ViewState(span=Span(DAY[0] - 5, DAY[0] + 5), focus=Focus("event", "event-1"))
    moved = Navigator(Store(lambda _: selection, state), layout_of(source.columns), lambda: 900.0)
    moved.engine.source = source
    if by_key:
        assert moved.zoom_to_chosen()
    else:
        moved.zoom_to_row(source.row)
    assert moved.scale().start < DECADE[0]
    assert moved.scale().end > OTHER[3] + 1
    moved.store.undo()
    assert moved.store.state == replace(state)
