"""What lies under the pointer, against a look at every mark."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.bands import Band, BandValue
from azkz_desktop.timeline.hits import LINE, REACH, hit
from azkz_desktop.timeline.layout import Canvas
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.view.state import Span, ViewState
from tests.timeline.made import columns_of, day, everything, instant, lasting, some_events, told
from tests.timeline.test_layout import layout_of

COLUMNS = some_events(150)
BAND = Band(
    "t", "Trade", "", (BandValue(day("2005-01-01"), day("2005-12-31"), 3, "3", told("three")),)
)
VIEW = ViewState(span=Span(day("1999-01-01"), day("2012-01-01")), bands=("t",))
MARKS = layout_of(COLUMNS, bands={"t": BAND}).marks(VIEW, everything(COLUMNS), Canvas(900, 400))


def nearest_spots(marks: Marks, x: float, y: float) -> set[int]:
    """Of the marks within reach the nearest ones, by looking at each."""
    away = [
        (math.dist((x, y), (spot_x, spot_y)), row)
        for row, spot_x, spot_y in zip(
            marks.spots.row.tolist(), marks.spots.x.tolist(), marks.spots.y.tolist(), strict=True
        )
    ]
    least = min(distance for distance, _ in away)
    return {row for distance, row in away if distance == least and distance <= REACH}


def nearest_dates(marks: Marks, x: float, y: float) -> set[int]:
    """The events of the dates that stand nearest to a point, no further than any mark."""
    points = [
        (math.dist((x, y), (date.x, dispute.y)), dispute.row)
        for dispute in marks.disputes
        for date in dispute.dates
        if date.pointed
    ]
    spots = zip(marks.spots.x.tolist(), marks.spots.y.tolist(), strict=True)
    limit = min([REACH, *(math.dist((x, y), spot) for spot in spots)])
    least = min([distance for distance, _ in points], default=math.inf)
    return {row for distance, row in points if distance == least and distance <= limit}


@given(st.floats(0, 899), st.floats(0, 399))
@settings(deadline=None, max_examples=300)
def test_what_is_hit_is_what_a_look_at_every_mark_finds(x: float, y: float) -> None:
    found = hit(MARKS, x, y)
    in_plot = MARKS.plot.contains(x, y)
    spots = nearest_spots(MARKS, x, y) if in_plot else set()
    dates = nearest_dates(MARKS, x, y) if in_plot else set()
    labels = {label.row for label in MARKS.labels if label.rect.contains(x, y)}
    if dates:
        assert found.row in dates
        assert found.claims
    elif spots:
        assert found.row in spots
    elif labels and in_plot:
        assert found.row in labels
    elif found.what == "event" and found.row is not None:
        spans = MARKS.spans
        (bars,) = ((spans.row == found.row).nonzero()[0],)
        assert any(
            spans.x0[bar] <= x <= spans.x1[bar] and abs(spans.y[bar] - y) <= 4 for bar in bars
        ) or any(
            abs(one.y - y) <= LINE and found.row == one.row and one.link[0] <= x <= one.link[1]
            for one in MARKS.disputes
            if one.link
        )


def test_every_date_of_another_document_can_be_hit() -> None:
    told = [(one, date) for one in MARKS.disputes for date in one.dates if date.pointed]
    assert len(told) > 2
    for dispute, date in told:
        if MARKS.plot.contains(date.x, dispute.y):
            found = hit(MARKS, date.x, dispute.y)
            assert found.row in nearest_dates(MARKS, date.x, dispute.y)
            assert found.claims


def test_every_mark_can_be_hit_in_its_middle() -> None:
    for row, x, y in zip(
        MARKS.spots.row.tolist(), MARKS.spots.x.tolist(), MARKS.spots.y.tolist(), strict=True
    ):
        if MARKS.plot.contains(x, y):
            found = hit(MARKS, x, y)
            same = (MARKS.spots.x == x) & (MARKS.spots.y == y)
            assert found.row in MARKS.spots.row[same]
            assert found.row == row or same.sum() > 1


def test_labels_axis_moment_band_and_lane() -> None:
    label = MARKS.labels[0]
    middle = label.rect.x + label.rect.width / 2, label.rect.y + label.rect.height / 2
    assert hit(MARKS, *middle).row == label.row
    assert MARKS.moment is not None
    assert hit(MARKS, MARKS.moment.x + 5, 12).what == "moment"
    assert hit(MARKS, MARKS.plot.x + 30, 12).what == "axis"
    (bar,) = MARKS.bands[0].bars
    found = hit(MARKS, bar.rect.x + 2, bar.rect.y + 1)
    assert (found.what, found.bars) == ("band", (bar,))
    assert hit(MARKS, bar.rect.x - 20, bar.rect.y + 1).bars == ()
    assert hit(MARKS, 9, bar.rect.y + 1).what == "band-name"
    lane = MARKS.lanes[2]
    assert hit(MARKS, 10, lane.rect.y + 4) == hit(MARKS, 20, lane.rect.y + 9)
    assert hit(MARKS, 10, lane.rect.y + 4).lane == 2
    assert hit(MARKS, 10, lane.rect.y + 4).what == "lane-name"


@pytest.mark.parametrize("height", range(150, 285, 9))
def test_a_lane_that_is_cut_has_whole_labels_and_is_hit_only_where_it_is_seen(height: int) -> None:
    """Eight lanes that do not fit above a band: the last one in sight ends anywhere in a line.

    Another one shows as soon as its name has a line clear of the words about further lanes.
    """
    engine, selection = layout_of(COLUMNS, bands={"t": BAND}), everything(COLUMNS)
    marks = engine.marks(VIEW, selection, Canvas(900, height))
    (band,) = marks.bands
    assert marks.scroll is not None
    assert marks.lanes[-1].rect.bottom > band.rect.y - 2 * Sizes().line - 1
    assert max(label.rect.bottom for label in marks.labels) <= band.rect.y + 1
    for x, y in zip(marks.spots.x.tolist(), marks.spots.y.tolist(), strict=True):
        if y >= band.rect.y:
            assert hit(marks, x, y).what in ("band", "moment")


def test_of_bars_on_top_of_each_other_the_shortest_is_meant() -> None:
    first = day("2000-01-01")
    columns = columns_of([lasting(first, first + 900)] + [lasting(first + 300, first + 500)] * 3)
    view = ViewState(span=Span(first - 10, first + 1000))
    marks = layout_of(columns).marks(view, everything(columns), Canvas(900, 80))
    scale = layout_of(columns).scale(view, everything(columns), 900)
    x = scale.x(first + 450)
    under = hit(marks, x, float(marks.lanes[0].line))
    assert under.row in (1, 2, 3)


def test_a_density_is_hit_as_such() -> None:
    columns = columns_of([instant(day("2000-01-01") + place) for place in range(2500)])
    view = ViewState(span=Span(day("2000-01-01"), day("2006-01-01")))
    marks = layout_of(columns).marks(view, everything(columns), Canvas(900, 80))
    free = next(x for x in range(200, 850) if all(abs(marks.spots.x - x) > REACH + 1))
    assert hit(marks, free, marks.lanes[0].line).what in ("density", "moment")


@pytest.mark.parametrize("point", [(-5.0, -5.0), (2000.0, 100.0)])
def test_outside_is_nothing(point: tuple[float, float]) -> None:
    assert hit(MARKS, *point).row is None
