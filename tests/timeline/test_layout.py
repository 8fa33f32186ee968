"""What is drawn is what the query selected, and where it should be."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import APPROXIMATE, NO_END, NO_START
from azkz_desktop.query.filter import Filter
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.bands import Band, BandValue
from azkz_desktop.timeline.hits import hit
from azkz_desktop.timeline.index import THROUGH
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.period import filter_period, period_of
from azkz_desktop.view.state import Focus, Span, ViewState
from tests.timeline.made import (
    Bounds,
    MadeSource,
    columns_of,
    day,
    everything,
    instant,
    lasting,
    some_events,
    told,
)

FIRST = day("2000-01-01")
CANVAS = Canvas(700, 260)


def measure(text: str, role: str) -> float:
    return len(text) * (7.2 if role.endswith("bold") else 6.6)


def layout_of(columns: object, **kwargs: object) -> Layout:
    return Layout(MadeSource(columns), measure, **kwargs)  # type: ignore[arg-type]


@st.composite
def events(draw: st.DrawFn) -> list[Bounds]:
    bounds = []
    for _ in range(draw(st.integers(1, 30))):
        start = FIRST + draw(st.integers(0, 900))
        end = start + draw(st.sampled_from([0, 0, 3, 40, 700]))
        bounds.append(
            draw(
                st.sampled_from(
                    [
                        instant(start, end),
                        lasting(start, end),
                        (start, start, NO_END, NO_END),
                        (NO_START, start, NO_START, end),
                    ]
                )
            )
        )
    return bounds


def drawn(marks: Marks) -> set[int]:
    return set(marks.spots.row.tolist()) | set(marks.spans.row.tolist())


@given(events(), st.floats(-300, 900), st.floats(5, 1500), st.sets(st.integers(0, 29)))
@settings(deadline=None, max_examples=150)
def test_drawn_is_what_is_selected_and_in_the_window(
    bounds: list[Bounds], start: float, days: float, left_out: set[int]
) -> None:
    columns = columns_of(bounds)
    rows = np.array([row for row in range(len(bounds)) if row not in left_out], np.int32)
    span = Span(FIRST + start, FIRST + start + days)
    selection = Selection(rows, len(bounds), {})
    engine = layout_of(columns)
    view = ViewState(span=span, filter=Filter(text="anything"))
    marks = engine.marks(view, selection, CANVAS)
    margin = (Sizes().spot + 2) / engine.scale(view, selection, CANVAS.width).per_day
    certainly, possibly = set(), set()
    for row in rows.tolist():
        first, last = columns.start_earliest[row].item(), columns.end_latest[row].item() + 1
        if first < span.end and last > span.start:
            certainly.add(row)
        if first < span.end + margin + 1 and last > span.start - margin - 1:
            possibly.add(row)
    # A mark half out of the plot may show; an open span as wide as nothing may not.
    per_day = engine.scale(view, selection, CANVAS.width).per_day
    shown = drawn(marks)
    assert shown <= possibly
    for row in certainly - shown:
        wide = columns.end_latest[row].item() + 1 - columns.start_earliest[row].item()
        inside = min(columns.end_latest[row].item() + 1, span.end) - max(
            columns.start_earliest[row].item(), span.start
        )
        assert wide * per_day <= 2 * Sizes().spot + 2 or inside * per_day < 2


def test_an_event_stands_in_every_lane_of_its_actors() -> None:
    columns = some_events(30)
    view = ViewState(lanes="actor")
    marks = layout_of(columns).marks(view, everything(columns), Canvas(900, 700))
    for row in (0, 7, 20):
        lanes = {
            lane.id
            for lane in marks.lanes
            for y in marks.spots.y[marks.spots.row == row].tolist()
            if lane.line == y
        }
        membership = columns.facets["actor"]
        named = membership.code[membership.event == row]
        assert lanes == {membership.ids[code] for code in named}


def test_an_actors_lane_shows_each_event_of_theirs_however_many_those_are() -> None:
    columns = some_events(449)
    view = ViewState(lanes="actor", span=Span(float(day("1991-01-01")), float(day("2024-01-01"))))
    engine = layout_of(columns)
    marks = engine.marks(view, everything(columns), Canvas(600, 400))
    assert not marks.densities
    for drawn, lane in zip(marks.lanes, engine.shown(view, everything(columns)), strict=True):
        assert len(lane) > 290
        y = np.concatenate((marks.spots.y, marks.spans.y))
        rows = np.concatenate((marks.spots.row, marks.spans.row))
        here = rows[(y >= drawn.rect.y) & (y < drawn.rect.bottom)]
        assert set(here.tolist()) == set(lane.index.rows.tolist())


def test_of_a_large_file_few_that_are_selected_are_drawn_one_by_one() -> None:
    columns = columns_of([instant(FIRST + place % 3000) for place in range(3000)])
    engine, view = layout_of(columns), ViewState(span=Span(FIRST, FIRST + 3000))
    rows = np.arange(0, 3000, 3, dtype=np.int32)
    marks = engine.marks(view, Selection(rows, 3000, {}), Canvas(900, 200))
    assert not marks.densities
    assert marks.spots.row.size == 1000
    rows = np.arange(0, 3000, 2, dtype=np.int32)
    assert engine.marks(view, Selection(rows, 3000, {}), Canvas(900, 200)).densities


def test_hidden_lanes_are_not_there_and_folded_ones_are_low_and_unlabelled() -> None:
    columns = some_events(100)
    view = ViewState(hidden_lanes=("visits",), folded_lanes=("energy",))
    marks = layout_of(columns).marks(view, everything(columns), Canvas(900, 700))
    lanes = {lane.id: (number, lane) for number, lane in enumerate(marks.lanes)}
    assert "visits" not in lanes
    number, energy = lanes["energy"]
    assert energy.folded
    assert energy.rect.height < lanes["agreements"][1].rect.height
    assert not [label for label in marks.labels if label.lane == number]


def test_lanes_scroll_where_there_are_too_many() -> None:
    columns = some_events(300)
    engine, selection = layout_of(columns), everything(columns)
    view = ViewState(lanes="place")
    whole = engine.content_height(view, selection, 150)
    assert whole > 150
    top = engine.marks(view, selection, Canvas(800, 150))
    bottom = engine.marks(replace(view, scrolled=whole - 130), selection, Canvas(800, 150))
    assert top.lanes[0].id != bottom.lanes[0].id
    assert bottom.lanes[-1].rect.bottom == pytest.approx(150, abs=1.5)
    assert len(top.lanes) < 9


def test_more_than_fit_are_a_density_with_the_heaviest_on_top() -> None:
    count = 3000
    columns = columns_of(
        [instant(FIRST + place % 3000) for place in range(count)],
        weights=[(place * 1237) % 3001 for place in range(count)],
    )
    span = Span(FIRST, FIRST + 3000)
    marks = layout_of(columns).marks(ViewState(span=span), everything(columns), Canvas(900, 200))
    (density,) = marks.densities
    assert density.begun.sum() == count
    assert set(marks.spots.row.tolist()) == {label.row for label in marks.labels}
    heaviest = int(np.argmax(columns.weight))
    assert heaviest in marks.spots.row


@pytest.mark.parametrize("count", [1200, 40_000], ids=["in one look", "by index"])
def test_events_of_a_day_have_marks_however_many_long_ones_run_through(count: int) -> None:
    """Long ones begin before and end after: too many for bars, they are a tint behind the marks."""
    days = 600
    long = [lasting(FIRST + at % days - days, FIRST + days + at % 900) for at in range(count)]
    short = [instant(FIRST + days // 2 + at % 4) for at in range(40)]
    weights = [*range(len(short), len(short) + count), *range(len(short))]
    columns = columns_of(long + short, weights=weights)
    engine, view = layout_of(columns), ViewState(span=Span(FIRST + 300, FIRST + 304))
    marks = engine.marks(view, everything(columns), CANVAS)
    own = columns.start_earliest == columns.end_latest
    assert own[marks.spots.row].sum() == own.sum() == 40
    (density,) = marks.densities
    assert density.marked
    assert (density.running >= 300).all()
    assert density.begun.sum() == 40
    assert 0 < (~own)[marks.spans.row].sum() <= THROUGH
    assert any(own[label.row] for label in marks.labels)
    # A bar lies over the tint: it tells how many run there, as well.
    bar = hit(marks, marks.plot.x + 9, float(marks.spans.y[~own[marks.spans.row]][0]))
    assert (bar.what, bar.lane) == ("event", 0)
    # Where marks are too many, too, all is a density as before.
    many = columns_of(long + short * 10, weights=range(count + 400))
    crowded = layout_of(many).marks(view, everything(many), CANVAS)
    assert not crowded.densities[0].marked
    assert len(crowded.spots) < 100


def test_the_chosen_event_shows_even_in_a_density() -> None:
    columns = columns_of([instant(FIRST + place % 3000) for place in range(3000)])
    lightest = int(np.argmin(columns.weight))
    view = ViewState(span=Span(FIRST, FIRST + 3000), focus=Focus("event", f"event-{lightest}"))
    marks = layout_of(columns).marks(view, everything(columns), Canvas(900, 200))
    assert lightest in marks.spots.row
    assert [ring.row for ring in marks.rings] == [lightest]


def test_an_unknown_focus_chooses_nothing() -> None:
    columns = some_events(10)
    view = ViewState(focus=Focus("event", "event-99"))
    assert layout_of(columns).marks(view, everything(columns), CANVAS).rings == ()


def test_qualified_and_contested_events_are_marked() -> None:
    columns = columns_of(
        [instant(FIRST), instant(FIRST + 300)],
        qualifier=[APPROXIMATE, 0],
        contested=[False, True],
    )
    view = ViewState(span=Span(FIRST - 100, FIRST + 900))
    marks = layout_of(columns).marks(view, everything(columns), CANVAS)
    told = dict(zip(marks.spots.row.tolist(), range(2), strict=True))
    assert marks.spots.pale[told[0]]
    assert marks.spots.amber[told[1]]
    (dispute,) = marks.disputes
    assert dispute.row == 1
    (other,) = dispute.dates
    assert [claim.source_key for claim in other.claims] == ["akiner2012"]
    assert dispute.link == pytest.approx((dispute.x, other.x))


def test_open_spans_reach_the_edge_and_say_so() -> None:
    columns = columns_of([(FIRST, FIRST, NO_END, NO_END), (NO_START, FIRST, NO_START, FIRST)])
    view = ViewState(span=Span(FIRST - 100, FIRST + 100))
    marks = layout_of(columns).marks(view, everything(columns), CANVAS)
    spans = marks.spans
    for row, x0, x1, left, right in zip(
        spans.row.tolist(), spans.x0, spans.x1, spans.open_left, spans.open_right, strict=True
    ):
        goes_on = columns.end_latest[row] == NO_END
        assert (left, right) == (not goes_on, goes_on)
        assert (x1 == marks.plot.right) if goes_on else (x0 == marks.plot.x)


def test_what_ended_at_an_unknown_date_fades_out_and_does_not_run_for_ever() -> None:
    columns = columns_of([(FIRST, FIRST + 364, FIRST, NO_END), (FIRST, FIRST, NO_END, NO_END)])
    engine, selection = layout_of(columns), everything(columns)
    marks = engine.marks(ViewState(span=Span(FIRST - 100, FIRST + 2000)), selection, CANVAS)
    spans, (unknown,) = marks.spans, (marks.spans.row == 0).nonzero()[0]
    ((other,), stub) = (marks.spans.row == 1).nonzero()[0], engine.sizes.stub
    scale = engine.scale(ViewState(span=Span(FIRST - 100, FIRST + 2000)), selection, CANVAS.width)
    assert spans.x1[unknown] == pytest.approx(scale.x(FIRST + 365), abs=1)
    assert spans.fade_right[unknown] == spans.x1[unknown] + stub
    assert not spans.open_right[unknown]
    assert spans.open_right[other]
    assert np.isnan(spans.fade_right[other])
    assert hit(marks, spans.fade_right[unknown] - 2, spans.y[unknown]).row == 0
    # Ten years on only what goes on is drawn and named.
    later = ViewState(span=Span(FIRST + 4000, FIRST + 6000))
    marks = engine.marks(later, selection, CANVAS)
    assert marks.spans.row.tolist() == [1]
    assert {label.row for label in marks.labels} == {1}


def test_what_fades_out_at_the_edge_stays_where_it_is() -> None:
    columns = columns_of([(FIRST, FIRST, FIRST, NO_END)])
    engine, selection = layout_of(columns), everything(columns)
    marks = engine.marks(ViewState(span=Span(FIRST + 10, FIRST + 1010)), selection, CANVAS)
    per_day = marks.plot.width / 1000
    (right,) = marks.spans.fade_right
    assert right == pytest.approx(marks.plot.x - 9 * per_day + engine.sizes.stub, abs=1)


def test_nothing_selected_is_said() -> None:
    columns = some_events(10)
    nothing = Selection(np.empty(0, np.int32), 10, {})
    assert layout_of(columns).marks(ViewState(), nothing, CANVAS).empty == (
        "No event passes the filter."
    )
    all_hidden = ViewState(hidden_lanes=tuple(
        lane.id for lane in layout_of(columns).lanes(ViewState(), everything(columns))
    ))  # fmt: skip
    gone = ViewState(span=Span(FIRST - 9000, FIRST - 8000))
    screen = replace(CANVAS, interactive=True)
    for canvas, words in (
        (CANVAS, "No event in sight."),
        (screen, "Press 0 for the whole period."),
    ):
        assert layout_of(columns).marks(gone, everything(columns), canvas).empty.endswith(words)
    assert layout_of(columns).marks(all_hidden, everything(columns), CANVAS).empty == (
        "All lanes are hidden."
    )


def test_the_period_is_that_of_the_data_or_of_the_filter() -> None:
    columns = columns_of([instant(FIRST), (FIRST, FIRST, NO_END, NO_END), instant(FIRST + 99)])
    data = period_of(columns)
    assert (data.start, data.end) == (FIRST, FIRST + 100)
    found = filter_period(Filter(start="2001", end="2002-02"), data)
    assert (found.start, found.end) == (day("2001-01-01"), day("2002-03-01"))
    assert filter_period(Filter(start="2001-13"), data) == data
    assert filter_period(Filter(start="2010", end="2005"), data) == data
    assert period_of(columns_of([])).days > 365


def test_the_moment_is_shown_where_it_is_and_not_beyond_the_edge() -> None:
    columns = some_events(10)
    engine, selection = layout_of(columns), everything(columns)
    view = ViewState(span=Span(FIRST, FIRST + 100), moment="2000-02-20")
    moment = engine.marks(view, selection, CANVAS).moment
    assert moment is not None
    scale = engine.scale(view, selection, CANVAS.width)
    assert moment.x == pytest.approx(scale.x(day("2000-02-20") + 0.5), abs=1)
    gone = ViewState(span=view.span, moment="2010-02-20")
    assert engine.marks(gone, selection, CANVAS).moment is None
    at_edge = engine.marks(gone, selection, replace(CANVAS, interactive=True)).moment
    assert at_edge is not None
    assert (at_edge.x, at_edge.away) == (scale.right, 1)


def test_figures_of_the_view_run_under_the_lanes() -> None:
    columns = some_events(10)
    value = BandValue(FIRST, FIRST + 365, 7.0, "7", told("seven"))
    bands = {"trade": Band("trade", "Trade", "USD", (value,))}
    engine = layout_of(columns, bands=bands)
    view = ViewState(span=Span(FIRST, FIRST + 1000), bands=("trade", "unknown"))
    marks = engine.marks(view, everything(columns), CANVAS)
    (band,) = marks.bands
    assert band.rect.bottom == marks.plot.bottom
    assert marks.lanes[-1].rect.bottom <= band.rect.y + 1


def test_sorted_lanes_are_kept_while_only_the_window_moves() -> None:
    columns = some_events(50)
    engine, selection = layout_of(columns), everything(columns)
    lanes = engine.lanes(ViewState(), selection)
    assert engine.lanes(ViewState(span=Span(1, 50)), selection) is lanes
    assert engine.lanes(ViewState(lanes="place"), selection) is not lanes


def test_lanes_of_all_events_are_kept_for_when_a_filter_is_cleared() -> None:
    columns = some_events(50)
    engine, view = layout_of(columns), ViewState()
    lanes = engine.lanes(view, everything(columns))
    few = Selection(np.arange(20, dtype=np.int32), 50, {})
    assert sum(map(len, engine.lanes(view, few))) == 20
    assert engine.lanes(view, everything(columns)) is lanes
    by_place = engine.lanes(ViewState(lanes="place"), everything(columns))
    assert by_place is not lanes
    assert engine.lanes(view, everything(columns)) is lanes
    assert engine.lanes(ViewState(lanes="place"), everything(columns)) is by_place


def test_where_nothing_is_found_names_and_the_link_still_have_room() -> None:
    """The link lies clear of the first tick, and the band's name is not cut."""
    columns = some_events(10)
    bands = {"trade": Band("trade", "Trade turnover", "million USD", ())}
    engine = layout_of(columns, bands=bands)
    nothing = Selection(np.empty(0, np.int32), 10, {})
    view = ViewState(span=Span(FIRST, FIRST + 3000), bands=("trade",))
    marks = engine.marks(view, nothing, Canvas(880, 260, interactive=True))
    assert not marks.lanes
    link = Sizes().margin + measure(marks.legend, "note")
    assert link < min(tick.text_x for tick in marks.ticks if tick.text)
    assert " ".join(marks.bands[0].title) == "Trade turnover"


def test_a_long_name_of_a_lane_goes_on_in_a_second_line_but_not_where_it_is_folded() -> None:
    columns = some_events(40)
    engine, selection = layout_of(columns), everything(columns)
    narrow = Canvas(400, 500)
    lanes = engine.marks(ViewState(), selection, narrow).lanes
    long = next(lane for lane in lanes if len(lane.shown) == 2)
    assert " ".join(long.shown) == long.title
    folded = ViewState(folded_lanes=(long.id,))
    shut = engine.marks(folded, selection, narrow).lanes
    assert [len(lane.shown) for lane in shut if lane.id == long.id] == [1]
