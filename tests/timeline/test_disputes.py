"""Contested dates: asked for once, as precise as they are; only what contradicts is linked."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.timeline.disputes import Dispute, Disputes, OwnDate
from azkz_desktop.timeline.hits import hit
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks, Rect, Spots
from azkz_desktop.timeline.outlying import BEYOND, MOST, NEAR
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import ClaimDate, Rows
from azkz_desktop.view.library import Library
from azkz_desktop.view.state import Span, ViewState
from tests.timeline.made import (
    Bounds,
    MadeSource,
    claim_of,
    columns_of,
    everything,
    instant,
    lasting,
)

SCALE = Scale(700_000, 701_000, 1000, 100)
RADIUS = 5.0


class TellingSource(MadeSource):
    """Counts what it is asked, and tells the dates it is given."""

    def __init__(
        self, claims: dict[int, tuple[ClaimDate, ...]], columns: EventColumns | None = None
    ) -> None:
        super().__init__(columns or columns_of([instant(700_000)] * 300))
        self.claims = claims
        self.told: list[int] = []

    def contested_dates(self, rows: Rows) -> Sequence[tuple[ClaimDate, ...]]:
        self.told += rows.tolist()
        return [self.claims.get(row, ()) for row in rows.tolist()]


def spots(rows: list[int], amber: bool = True) -> Spots:
    count = len(rows)
    return Spots(
        row=np.array(rows, np.int32),
        x=np.full(count, 150.0),
        y=np.full(count, 20.0),
        style=np.zeros(count, np.uint8),
        pale=np.zeros(count, np.bool_),
        amber=np.full(count, amber),
    )


def claim(first: int, last: int, source: str) -> ClaimDate:
    return claim_of(instant(first, last), source)


def of(source: TellingSource, rows: list[int]) -> tuple[Dispute, ...]:
    return Disputes(source).of(SCALE, spots(rows), RADIUS)


def documents(date: OwnDate) -> list[str]:
    return [claim.source_key for claim in date.claims]


def at(*days: int) -> tuple[ClaimDate, ...]:
    return tuple(claim(day, day, str(place)) for place, day in enumerate(days))


def test_points_stand_in_order_of_time_each_with_its_document() -> None:
    source = TellingSource({7: (claim(700_300, 700_300, "late"), claim(700_100, 700_104, "early"))})
    (dispute,) = of(source, [7])
    assert [documents(date) for date in dispute.dates] == [["early"], ["late"]]
    assert [date.x for date in dispute.dates] == pytest.approx([100 + 102.5, 100 + 300.5], abs=0.5)
    assert [date.x1 - date.x0 for date in dispute.dates] == [0, 0]


def test_documents_that_say_the_same_share_a_mark_and_the_events_own_date_has_none() -> None:
    own = claim(700_000, 700_000, "own")
    source = TellingSource({7: (own, claim(700_009, 700_009, "a"), claim(700_009, 700_009, "b"))})
    (dispute,) = of(source, [7])
    assert [documents(date) for date in dispute.dates] == [["a", "b"]]
    assert of(TellingSource({7: (own, own)}), [7]) == ()


def test_a_date_that_is_known_to_the_year_is_drawn_as_long_as_that() -> None:
    source = TellingSource({7: (claim(700_000, 700_000, "own"), claim(700_200, 700_564, "year"))})
    (dispute,) = of(source, [7])
    (date,) = dispute.dates
    assert (date.x0, date.x1) == pytest.approx((300, 665))
    assert date.amber
    assert dispute.link == pytest.approx((100.5, 482.5), abs=0.5)


def test_a_less_precise_date_contradicts_nothing() -> None:
    claims = (claim(700_000, 700_000, "own"), claim(699_990, 700_020, "month"),
              claim(699_900, 700_264, "year"))  # fmt: skip
    (dispute,) = of(TellingSource({7: claims}), [7])
    assert [date.amber for date in dispute.dates] == [False, False]
    assert dispute.link is None
    (dispute,) = of(TellingSource({7: (*claims, claim(700_030, 700_030, "late"))}), [7])
    # The year holds all of them, the month and the day do not meet the last one.
    amber = {documents(date)[0]: date.amber for date in dispute.dates}
    assert amber == {"month": True, "year": False, "late": True}
    assert dispute.link == pytest.approx((100.5, 130.5), abs=0.5)


DATES = st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda one: (one[0], sum(one)))


@given(st.lists(DATES, min_size=2, max_size=5))
def test_what_is_amber_does_not_meet_another_date_and_the_link_joins_just_these(
    dates: list[tuple[int, int]],
) -> None:
    claims = tuple(claim(700_000 + a, 700_000 + b, str(n)) for n, (a, b) in enumerate(dates))
    amber = [any(b < c or d < a for c, d in dates) for a, b in dates]
    for dispute in of(TellingSource({1: claims}), [1]):
        for date in dispute.dates:
            assert [date.amber] * len(date.claims) == [amber[int(n)] for n in documents(date)]
        own = (0, 0)
        told = {n for date in dispute.dates for n in documents(date)}
        assert told == {str(n) for n, date in enumerate(dates) if date != own}
        middles = [(a + b + 1) / 2 for (a, b), one in zip(dates, amber, strict=True) if one]
        assert dispute.link == (
            pytest.approx((100 + min(middles), 100 + max(middles)), abs=0.5) if middles else None
        )


def test_each_event_has_its_own_documents_however_many() -> None:
    days = {1: [100, 300], 2: [], 3: [50, 60, 70], 4: [500, 400]}
    claims = {
        row: tuple(claim(700_000 + at, 700_000 + at, f"{row}-{at}") for at in dates)
        for row, dates in days.items()
    }
    found = of(TellingSource(claims), [1, 2, 3, 4])
    told = {one.row: [(date.x - 100.5, *documents(date)) for date in one.dates] for one in found}
    assert set(told) == {1, 3, 4}
    for row, points in told.items():
        assert [who for _, who in points] == [f"{row}-{at}" for at in sorted(days[row])]
        assert [x for x, _ in points] == pytest.approx(sorted(days[row]), abs=1)


def test_what_is_known_is_not_asked_again() -> None:
    source = TellingSource({1: (claim(700_000, 700_000, "a"), claim(700_009, 700_009, "b"))})
    disputes = Disputes(source)
    for rows in ([1], [1, 2], [2, 1]):
        disputes.of(SCALE, spots(rows), RADIUS)
    assert source.told == [1, 2]


def test_what_is_out_of_sight_is_kept_close_beyond_the_edge() -> None:
    source = TellingSource({3: (claim(600_000, 600_000, "a"), claim(800_000, 800_000, "b"))})
    (dispute,) = of(source, [3])
    edges = [SCALE.left - BEYOND, SCALE.right + BEYOND]
    assert [date.x for date in dispute.dates] == edges
    assert dispute.link == tuple(edges)


def test_disputes_about_something_else_have_no_points() -> None:
    assert of(TellingSource({}), [4]) == ()


def test_uncontested_and_too_many_have_none() -> None:
    source = TellingSource({row: (claim(700_001, 700_001, "a"),) for row in range(300)})
    assert Disputes(source).of(SCALE, spots([1], amber=False), RADIUS) == ()
    assert of(source, list(range(MOST + 1))) == ()
    assert source.told == []
    assert len(of(source, list(range(MOST)))) == MOST


def test_amber_in_the_bundled_file_is_what_the_list_of_disagreements_calls_a_date(
    bundled_db: Path,
) -> None:
    library = Library(bundled_db)
    rows = np.flatnonzero(library.columns.contested).tolist()
    listed = {
        row
        for row, event_id in zip(rows, library.ids(np.array(rows, np.int32)), strict=True)
        if any(one.field == "date" for one in library.dataset.disagreements(event_id))
    }
    found = Disputes(library).of(SCALE, spots(rows), RADIUS)
    linked = {one.row for one in found if one.link}
    assert linked == listed
    assert len(listed) >= 4
    amber = [one for one in found for date in one.dates if date.amber]
    assert {one.row for one in amber} == linked


def marks_of(
    source: TellingSource, first: float, last: float, inside: int | None = None
) -> tuple[Marks, Rect]:
    """What is drawn of the events of *source* from day *first* to *last*."""
    columns = source.columns
    if inside is not None:
        columns.parent[inside] = 0
    engine = Layout(source, lambda text, role: 6.0 * len(text))
    view = ViewState(span=Span(first, last))
    marks = engine.marks(view, everything(columns), Canvas(900, 300))
    return marks, marks.plot


def two_events(own: Bounds, *claims: ClaimDate) -> TellingSource:
    """An uncontested event that always runs, and one that is contested."""
    columns = columns_of([lasting(600_000, 800_000), own], contested=[False, True])
    return TellingSource({1: (claim_of(own, "own"), *claims)}, columns)


def test_a_dispute_is_in_sight_where_its_event_is_not() -> None:
    own = instant(700_000)
    source = two_events(own, claim(700_011, 700_011, "other"))
    marks, plot = marks_of(source, 700_005, 700_025)
    (dispute,) = marks.disputes
    assert dispute.row not in marks.spots.row
    (date,) = dispute.dates
    assert plot.x < date.x < plot.right
    assert dispute.link == (plot.x - BEYOND, date.x)
    assert dispute.y == marks.lanes[0].line
    # Between the two there is the link alone, beyond them nothing.
    (dispute,) = marks_of(source, 700_003, 700_006)[0].disputes
    assert dispute.link == (plot.x - BEYOND, plot.right + BEYOND)
    for beyond in ((699_900, 699_990), (700_020, 700_040)):
        assert marks_of(source, *beyond)[0].disputes == ()


def test_beside_the_arrow_at_the_edge_stands_no_point() -> None:
    source = two_events(instant(700_000), claim(700_011, 700_011, "other"))
    for first, pointed in ((700_011.4, True), (700_011.8, False)):
        (dispute,) = marks_of(source, first, first + 100)[0].disputes
        assert [date.pointed for date in dispute.dates] == [pointed]


def test_a_less_precise_date_alone_brings_nothing_into_sight() -> None:
    source = two_events(instant(700_000), claim(699_900, 700_200, "year"))
    assert len(marks_of(source, 699_990, 700_010)[0].disputes) == 1
    assert marks_of(source, 700_020, 700_100)[0].disputes == ()


def test_only_a_dispute_in_sight_is_something_in_sight() -> None:
    columns = columns_of([instant(700_000)], contested=[True])
    source = TellingSource({0: at(700_000, 700_011)}, columns)
    assert marks_of(source, 700_005, 700_025)[0].empty == ""
    for first in (700_012, 700_015):
        assert marks_of(source, first, first + 100)[0].empty != ""
        assert marks_of(source, first, first + 100)[0].disputes == ()


def test_what_stands_inside_another_event_has_no_dispute_of_its_own() -> None:
    source = two_events(instant(700_000), claim(700_011, 700_011, "other"))
    assert marks_of(source, 700_005, 700_025)[0].disputes != ()
    assert marks_of(source, 700_005, 700_025, inside=1)[0].disputes == ()


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(-40, 40)), min_size=1, max_size=30),
    st.integers(-20, 80),
    st.integers(2, 40),
)
@settings(deadline=None, max_examples=60)
def test_disputes_in_sight_are_those_that_a_look_at_each_event_finds(
    events: list[tuple[int, int]], first: int, days: int
) -> None:
    events = sorted(events)
    columns = columns_of(
        [instant(700_000 + own) for own, _ in events], contested=[True] * len(events)
    )
    claims = {row: at(700_000 + own, 700_000 + own + by) for row, (own, by) in enumerate(events)}
    source = TellingSource(claims, columns)
    marks, plot = marks_of(source, 700_000 + first, 700_000 + first + days)

    def seen(own: int, by: int, reach: float = 0.0) -> bool:
        """Whether the mark, the day of the other document, or the link is in the window."""
        low, high = (own, own + by + 1) if by > 0 else (own + by, own + 1)
        beyond = reach * days / plot.width
        return by != 0 and high > first - beyond and low < first + days + beyond

    found = {one.row for one in marks.disputes}
    surely = {row for row, (own, by) in enumerate(events) if seen(own, by)}
    perhaps = {row for row, (own, by) in enumerate(events) if seen(own, by, 4 * RADIUS)}
    assert surely <= found <= perhaps


def test_of_very_many_only_the_nearest_are_asked_for() -> None:
    columns = columns_of([instant(700_000 + 10 * place) for place in range(1000)],
                         contested=[True] * 1000)  # fmt: skip
    claims = {row: at(700_000 + 10 * row, 700_003 + 10 * row) for row in range(1000)}
    source = TellingSource(claims, columns)
    marks, _ = marks_of(source, 705_001, 705_009)
    assert len(source.told) <= 2 * NEAR + 1
    assert {one.row for one in marks.disputes} == {500}


def test_a_date_of_another_document_answers_for_its_event_and_so_does_the_link() -> None:
    source = two_events(instant(700_000), claim(700_011, 700_011, "other"))
    marks, plot = marks_of(source, 699_990, 700_025)
    (dispute,) = marks.disputes
    (date,) = dispute.dates
    found = hit(marks, date.x + 3, dispute.y + 3)
    assert (found.what, found.row) == ("event", 1)
    assert found.claims == date.claims
    link = hit(marks, (date.x + dispute.x) / 2, dispute.y)
    assert (link.what, link.row, link.claims) == ("event", 1, ())
    own = hit(marks, dispute.x, dispute.y)
    assert (own.row, own.claims) == (1, ())
    # Above the link there is the long bar, behind the last date nothing but the lane.
    assert hit(marks, (date.x + dispute.x) / 2, dispute.y - 5).row == 0
    assert plot.contains(date.x + 40, dispute.y)
    assert hit(marks, date.x + 40, dispute.y).row != 1


def test_a_date_is_hit_where_its_own_event_is_out_of_sight() -> None:
    source = two_events(instant(700_000), claim(700_011, 700_011, "other"))
    marks, _ = marks_of(source, 700_005, 700_025)
    (dispute,) = marks.disputes
    found = hit(marks, dispute.dates[0].x, dispute.y)
    assert (found.row, found.claims) == (1, dispute.dates[0].claims)
    assert hit(marks, marks.plot.x + 20, dispute.y).row == 1


def test_a_long_date_is_hit_anywhere_in_it_but_where_something_shorter_lies() -> None:
    source = two_events(instant(700_000), claim(700_030, 700_330, "year"))
    marks, _ = marks_of(source, 699_900, 700_400)
    (dispute,) = marks.disputes
    (date,) = dispute.dates
    for x in (date.x1 - 5, date.x):
        assert hit(marks, x, dispute.y).claims == date.claims
    assert hit(marks, dispute.x, dispute.y).claims == ()
    # The link runs up to the middle and lies on top.
    assert hit(marks, date.x0 + 20, dispute.y).claims == ()
    assert hit(marks, date.x0 + 20, dispute.y).row == 1


DISPUTED = columns_of(
    [instant(700_000 + 37 * place % 2000) for place in range(90)],
    kinds=[place % 3 for place in range(90)],
    contested=[place % 3 == 0 for place in range(90)],
)


@given(st.integers(-300, 2000), st.integers(20, 2500), st.sampled_from(["kind", "actor", "place"]))
@settings(deadline=None, max_examples=80)
def test_no_text_lies_on_a_date_of_another_document(first: int, days: int, lanes: str) -> None:
    engine = Layout(MadeSource(DISPUTED), lambda text, role: 6.0 * len(text))
    view = ViewState(span=Span(700_000 + first, 700_000 + first + days), lanes=lanes)
    marks = engine.marks(view, everything(DISPUTED), Canvas(460, 500))
    for dispute in marks.disputes:
        for date in dispute.dates:
            if date.pointed and marks.plot.contains(date.x, dispute.y):
                for label in marks.labels:
                    across = label.x < date.x + RADIUS and date.x - RADIUS < label.x + label.width
                    assert not (across and label.y <= dispute.y < label.y + label.height)


def test_the_disputes_of_crowded_lanes_are_those_of_the_marks_that_are_drawn() -> None:
    count = 1500
    columns = columns_of([instant(700_000 + place) for place in range(count)],
                         contested=[place % 9 == 0 for place in range(count)])  # fmt: skip
    engine = Layout(MadeSource(columns), lambda text, role: 6.0 * len(text))
    view = ViewState(span=Span(700_000, 701_500))
    marks = engine.marks(view, everything(columns), Canvas(900, 300))
    assert marks.densities
    amber = set(marks.spots.row[marks.spots.amber].tolist())
    assert amber
    assert {one.row for one in marks.disputes} == amber


def test_an_open_container_has_its_dispute_where_its_box_is() -> None:
    columns = columns_of(
        [instant(700_000 + 9 * place) for place in range(4)], contested=[True] + 3 * [False]
    )
    columns.parent[1:] = 0
    engine = Layout(MadeSource(columns), lambda text, role: 6.0 * len(text))
    for opened in ((), ("event-0",)):
        view = ViewState(span=Span(699_990, 700_080), opened=opened)
        marks = engine.marks(view, everything(columns), Canvas(900, 500))
        (own,) = (marks.spots.row == 0).nonzero()[0]
        assert [one.y for one in marks.disputes] == [marks.spots.y[own]]
        assert bool(marks.boxes) == bool(opened)
