"""Every movement is a change of the view: named, undone in one step, within the limits."""

from itertools import pairwise

import numpy as np
import pytest

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.dates.days import FIRST_DAY, LAST_DAY
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.extents import bounds_of
from azkz_desktop.timeline.navigator import Navigator
from azkz_desktop.view.state import Focus, Span, ViewState
from azkz_desktop.view.store import Store
from tests.timeline.made import (
    MadeSource,
    columns_of,
    day,
    everything,
    instant,
    lasting,
    some_events,
)
from tests.timeline.test_layout import layout_of

COLUMNS = some_events(60)


def navigator(state: ViewState | None = None, columns: object = COLUMNS) -> Navigator:
    selection = everything(columns)  # type: ignore[arg-type]
    return Navigator(Store(lambda _: selection, state), layout_of(columns), lambda: 900.0)


def test_zooming_out_ends_at_a_century_and_in_at_a_day() -> None:
    moved = navigator()
    for _ in range(40):
        moved.zoom(0.5)
    assert moved.scale().span.days == pytest.approx(36525)
    for _ in range(60):
        moved.zoom(2.0, 300)
    assert moved.scale().span.days == pytest.approx(1.0)


def test_a_pan_from_where_it_was_grabbed_does_not_add_up() -> None:
    moved = navigator(ViewState(span=Span(day("2000-01-01"), day("2004-01-01"))))
    grabbed = moved.scale()
    for pixels in (10, 40, 90):
        moved.pan(pixels, grabbed)
    assert moved.scale().start == pytest.approx(grabbed.start + 90 / grabbed.per_day)
    moved.store.undo()
    assert moved.scale().start == pytest.approx(grabbed.start)


@pytest.mark.parametrize(
    "bounds",
    [
        instant(day("2005-05-24")),
        lasting(day("1999-01-01"), day("2003-01-01")),
        (day("2001-01-01"), day("2001-01-01"), NO_END, NO_END),
        (NO_START, day("2001-01-01"), NO_START, day("2001-01-01")),
    ],
)
def test_zoom_to_an_event_shows_its_mark_and_all_of_what_is_known(
    bounds: tuple[int, int, int, int],
) -> None:
    columns = columns_of([bounds, instant(day("1991-01-01")), instant(day("2023-01-01"))])
    row = int(np.argmin(np.abs(columns.start_latest - bounds[1])))
    moved = navigator(columns=columns)
    moved.choose(row)
    moved.zoom_to_row(row)
    span = moved.scale().span
    for bound in bounds:
        if NO_START < bound < NO_END:
            assert span.start <= bound <= span.end


YEAR = day("1994-01-01"), day("1994-12-31")
TEN_YEARS = Span(day("2000-01-01"), day("2010-01-01"))
OPEN = {
    "X or earlier": (NO_START, YEAR[1], FIRST_DAY, YEAR[1]),
    "X or later": (YEAR[0], LAST_DAY, YEAR[0], NO_END),
    "from X on": (*YEAR, NO_END, NO_END),
    "from X, until an unknown date": (*YEAR, YEAR[0], NO_END),
    "until X, since an unknown date": (NO_START, YEAR[1], *YEAR),
    "X at the least": (NO_START, YEAR[0], YEAR[1], NO_END),
}


def zoomed_to(*bounds: tuple[int, int, int, int]) -> tuple[Navigator, int]:
    """The first of these is zoomed to from elsewhere; there are others, a century about it."""
    far = [instant(day("1923-01-01")), instant(day("2029-01-01"))]
    columns = columns_of([*bounds, *far])
    row = next(row for row in range(len(columns)) if bounds_of(columns, row) == bounds[0])
    moved = navigator(ViewState(span=TEN_YEARS), columns)
    moved.choose(row)
    moved.zoom_to_row(row)
    return moved, row


@pytest.mark.parametrize("bounds", OPEN.values(), ids=OPEN)
def test_zoom_to_what_is_open_shows_its_mark_and_what_is_known_of_it(
    bounds: tuple[int, int, int, int],
) -> None:
    moved, row = zoomed_to(bounds)
    span = moved.scale().span
    # Of the last, whose begin and end are open, the mark stands nowhere.
    mark = moved.day_of(row) if bounds[0] > NO_START or bounds[3] < NO_END else YEAR[0]
    assert span.start < mark < span.end
    assert span.days <= 365 + 2 * max(365 / 3, 30)


def test_the_same_room_is_left_beside_whatever_is_zoomed_to() -> None:
    moved, _ = zoomed_to((*YEAR, YEAR[0], NO_END))
    closed, _ = zoomed_to((YEAR[0], YEAR[0], YEAR[1], YEAR[1]))
    assert moved.scale().span == closed.scale().span
    short, _ = zoomed_to(instant(YEAR[0]))
    assert short.scale().span == Span(YEAR[0] - 30, YEAR[0] + 31)


def test_zoom_to_what_is_chosen_is_the_same_as_to_its_row() -> None:
    moved, _ = zoomed_to(OPEN["X or earlier"])
    shown = moved.scale().span
    moved.show_span(TEN_YEARS, "elsewhere")
    assert moved.zoom_to_chosen()
    assert moved.scale().span == shown
    moved.choose(None)
    assert not moved.zoom_to_chosen()


def test_zoom_to_an_actor_shows_all_events_of_theirs() -> None:
    moved = navigator(columns=COLUMNS)
    facet = COLUMNS.facets["actor"]
    moved.choose_thing(Focus("actor", "kazakhstan"))
    rows = facet.event[facet.code == facet.ids.index("kazakhstan")]
    assert moved.zoom_to_chosen()
    span = moved.scale().span
    starts, ends = COLUMNS.start_earliest[rows], COLUMNS.end_latest[rows]
    assert span.start < starts[starts > NO_START].min()
    assert span.end > ends[ends < NO_END].max()
    moved.choose_thing(Focus("actor", "nobody"))
    before = moved.store.state
    assert not moved.zoom_to_chosen()
    assert moved.store.state == before


def test_bringing_into_sight_pans_only_where_it_must() -> None:
    moved = navigator(ViewState(span=Span(day("2000-01-01"), day("2001-01-01"))))
    starts = COLUMNS.start_earliest
    inside = int(np.flatnonzero(starts > day("2000-03-01"))[0])
    before = moved.scale()
    if COLUMNS.end_latest[inside] < before.end:
        moved.show(inside)
        assert moved.scale() == before
        assert moved.chosen() == inside
    shown = moved.store.state
    moved.show(59)
    assert moved.scale().span.days == pytest.approx(before.span.days)
    assert moved.scale().start != before.start
    moved.show_span(shown.span or before.span, "elsewhere")
    moved.show(59)
    assert moved.store.history.undo_name == "Move in time"
    for _ in range(3):
        moved.store.undo()
    assert moved.store.state == shown


def test_the_moment_stays_within_what_is_in_sight() -> None:
    moved = navigator(ViewState(span=Span(day("2000-01-01"), day("2001-01-01"))))
    moved.move_moment(-500)
    assert moved.store.state.moment == "2000-01-01"
    moved.move_moment(5000)
    assert moved.store.state.moment == "2000-12-31"


def test_neighbours_go_through_the_selection_in_order_of_time() -> None:
    rows = np.array([3, 8, 20, 41], np.int32)
    store = Store(lambda _: Selection(rows, 60, {}), ViewState())
    moved = Navigator(store, layout_of(COLUMNS), lambda: 900.0)
    walked = []
    for _ in range(5):
        row = moved.neighbour(1)
        moved.choose(row)
        walked.append(row)
    assert walked == [3, 8, 20, 41, 41]
    assert moved.neighbour(-1) == 20
    assert all(left <= right for left, right in pairwise(walked))  # type: ignore[operator]


def test_what_is_known_to_have_been_by_a_day_is_walked_to_on_that_day() -> None:
    """ "2001 or earlier" has its mark at the end of 2001, and none before what was in 1995."""
    day_2001 = day("2001-12-31")
    columns = columns_of(
        [
            (NO_START, day_2001, NO_START, day_2001),
            instant(day("1995-03-01")),
            (day("2000-01-01"), day("2003-12-31"), day("2000-01-01"), day("2003-12-31")),
            instant(day("2005-01-01")),
        ]
    )
    moved = navigator(columns=columns)
    walked = [moved.ways.first_from(NO_START)]
    for step in (1, 1, 1, 1, -1):
        moved.choose(walked[-1])
        walked.append(moved.neighbour(step))
    # Four years stand in their middle, on the first day of 2002.
    assert walked == [1, 0, 2, 3, 3, 2]
    assert moved.ways.first_from(day("2001-06-01")) == 0
    assert moved.ways.first_from(NO_END) == 3
    moved.choose(None)
    span = Span(day("2001-06-01"), day("2001-12-01"))
    moved.show_span(span, "half a year")
    assert moved.neighbour(1) == 0
    assert moved.neighbour(-1) == 1


def test_an_event_that_the_filter_hides_still_has_neighbours() -> None:
    rows = np.array([3, 8, 20], np.int32)
    state = ViewState(focus=Focus("event", "event-10"))
    moved = Navigator(
        Store(lambda _: Selection(rows, 60, {}), state), layout_of(COLUMNS), lambda: 900.0
    )
    assert moved.neighbour(1) == 20
    assert moved.neighbour(-1) == 8


def test_nothing_selected_has_no_neighbour() -> None:
    nothing = Selection(np.empty(0, np.int32), 60, {})
    moved = Navigator(Store(lambda _: nothing), layout_of(COLUMNS), lambda: 900.0)
    assert moved.neighbour(1) is None


def test_lanes_fold_hide_and_come_back() -> None:
    moved = navigator()
    moved.fold("energy")
    assert list(moved.store.state.folded_lanes) == ["energy"]
    moved.fold("energy")
    assert not moved.store.state.folded_lanes
    moved.hide("visits")
    assert list(moved.store.state.hidden_lanes) == ["visits"]
    moved.show_only("energy")
    assert "energy" not in moved.store.state.hidden_lanes
    assert "visits" in moved.store.state.hidden_lanes
    moved.show_lanes()
    assert moved.store.state == ViewState()
    assert moved.store.history.undo_name == "Show all lanes"


class CountingSource(MadeSource):
    """Counts how often rows of ids are looked up."""

    looked_up = 0

    def row_of(self, event_id: str) -> int | None:
        self.looked_up += 1
        return super().row_of(event_id)


def test_the_row_of_the_focus_is_asked_for_once() -> None:
    source = CountingSource(COLUMNS)
    moved = navigator(ViewState(focus=Focus("event", "event-5")))
    moved.engine.source = source
    assert [moved.chosen(), moved.chosen()] == [5, 5]
    assert source.looked_up == 1
