"""Lanes by document: an event stands at the date that the lane's document gives."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import EventColumns, Membership
from azkz_desktop.timeline.hits import hit
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.source import ClaimDate
from azkz_desktop.view.library import Library, day_bounds
from azkz_desktop.view.state import Focus, Span, ViewState
from tests.timeline.made import Bounds, claim_of, columns_of, everything, instant, lasting
from tests.timeline.test_disputes import TellingSource

FIRST = 730_000
A, B, C = "a2001", "b2002", "c2003"
DOCUMENTS = (A, B, C)
Claims = Mapping[int, tuple[ClaimDate, ...]]
RADIUS = 5.0


def file_of(events: Sequence[Bounds], claims: Claims) -> TellingSource:
    """Events in order of time, those with *claims* contested; all three documents tell of each."""
    columns = columns_of(events, contested=[row in claims for row in range(len(events))])
    return TellingSource(dict(claims), told_by_all(columns))


def told_by_all(columns: EventColumns) -> EventColumns:
    """The same columns, where each of the documents tells of every event."""
    rows = np.arange(len(columns), dtype=np.int32).repeat(len(DOCUMENTS))
    codes = np.tile(np.arange(len(DOCUMENTS), dtype=np.int32), len(columns))
    columns.facets["source"] = Membership(rows, codes, DOCUMENTS)
    return columns


def drawn(
    source: TellingSource, first: float, last: float, lanes: str = "source", **view: object
) -> Marks:
    """What is drawn of all events of *source* from day *first* to *last* after `FIRST`."""
    engine = Layout(source, lambda text, role: 6.0 * len(text))
    state = ViewState(span=Span(FIRST + first, FIRST + last), lanes=lanes, **view)  # type: ignore[arg-type]
    return engine.marks(state, everything(source.columns), Canvas(1000, 600))


def at(marks: Marks, day: float, first: float, last: float) -> float:
    """The pixel of the middle of a day."""
    return marks.plot.x + (day + 0.5 - first) / (last - first) * marks.plot.width


def stands(marks: Marks, document: str) -> dict[int, float]:
    """The pixel of the mark of each event in the lane of a document."""
    (lane,) = (one for one in marks.lanes if one.id == document)
    spots = marks.spots
    return {
        int(spots.row[place]): float(spots.x[place])
        for place in range(len(spots))
        if lane.rect.y <= spots.y[place] < lane.rect.bottom
    }


def day(by: int, source: str) -> ClaimDate:
    return claim_of(instant(FIRST + by), source)


def year(source: str, first: int = 50, last: int = 414) -> ClaimDate:
    return claim_of(instant(FIRST + first, FIRST + last), source)


ONE = file_of([instant(FIRST + 100)], {0: (day(100, A), day(130, B), year(C))})


def test_in_the_lane_of_a_document_an_event_stands_where_that_says() -> None:
    marks = drawn(ONE, 0, 500)
    expected = {A: 100, B: 130, C: 232}
    for document, when in expected.items():
        assert stands(marks, document)[0] == pytest.approx(at(marks, when, 0, 500), abs=1)
    (lane,) = drawn(ONE, 0, 500, "kind").spots.x
    assert lane == pytest.approx(at(marks, 100, 0, 500), abs=1)


def test_the_dates_of_the_others_are_linked_to_it_the_preferred_one_among_them() -> None:
    marks = drawn(ONE, 0, 500)
    told = dict(zip(DOCUMENTS, sorted(marks.disputes, key=lambda one: one.y), strict=True))
    for document, dispute in told.items():
        assert dispute.x == pytest.approx(stands(marks, document)[0], abs=1)
        others = {claim.source_key for date in dispute.dates for claim in date.claims}
        assert others == {*DOCUMENTS} - {document}
        # Only the two days contradict each other; the year holds both.
        link = at(marks, 100, 0, 500), at(marks, 130, 0, 500)
        assert dispute.link == pytest.approx(link, abs=1)
        amber = {claim.source_key for date in dispute.dates if date.amber for claim in date.claims}
        assert amber == {A, B} - {document}


def test_its_date_is_as_precise_as_the_document_has_it() -> None:
    marks = drawn(ONE, 0, 500)
    lanes = {one.id: one.rect for one in marks.lanes}
    ((x0, x1, y),) = zip(marks.spans.x0, marks.spans.x1, marks.spans.y, strict=True)
    assert lanes[C].contains(x0, y)
    edges = at(marks, 49.5, 0, 500), at(marks, 414.5, 0, 500)
    assert (x0, x1) == pytest.approx(edges, abs=1)
    assert not marks.spans.lasting[0]


def test_about_and_perhaps_are_those_of_the_document() -> None:
    roughly = ClaimDate(*instant(FIRST + 130), B, "1999-10-06~")
    source = file_of([instant(FIRST + 100)], {0: (day(100, A), roughly, day(140, C))})
    marks = drawn(source, 0, 500)
    assert marks.spots.pale[np.argsort(marks.spots.y)].tolist() == [False, True, False]
    source.columns.qualifier[0] = 1
    marks = drawn(source, 0, 500)
    assert marks.spots.pale[np.argsort(marks.spots.y)].tolist() == [True, True, False]


def test_a_document_that_gives_the_preferred_date_too_or_none_stands_by_that() -> None:
    claims = (day(100, A), day(130, B), day(100, B))
    marks = drawn(file_of([instant(FIRST + 100)], {0: claims}), 0, 500)
    for document in DOCUMENTS:
        assert stands(marks, document)[0] == pytest.approx(at(marks, 100, 0, 500), abs=1)


def test_of_several_dates_of_a_document_the_first_told_is_meant() -> None:
    claims = (day(100, A), day(130, B), day(120, B))
    marks = drawn(file_of([instant(FIRST + 100)], {0: claims}), 0, 500)
    assert stands(marks, B)[0] == pytest.approx(at(marks, 130, 0, 500), abs=1)
    (dispute,) = (one for one in marks.disputes if one.x > at(marks, 125, 0, 500))
    assert len(dispute.dates) == 2


def test_it_is_in_sight_where_its_preferred_date_is_not_and_the_other_way_round() -> None:
    source = file_of([instant(FIRST + 100)], {0: (day(100, A), day(300, B))})
    marks = drawn(source, 280, 320)
    assert [*stands(marks, B)] == [0]
    assert stands(marks, A) == {} == stands(marks, C)
    assert [label.row for label in marks.labels] == [0]
    assert not drawn(source, 280, 320, "kind").labels.row
    marks = drawn(source, 80, 120)
    assert stands(marks, B) == {}
    assert [*stands(marks, A)] == [*stands(marks, C)] == [0]


def test_what_lasts_in_a_document_is_a_bar_in_its_lane_alone() -> None:
    long = claim_of(lasting(FIRST + 120, FIRST + 300), B)
    marks = drawn(file_of([instant(FIRST + 100)], {0: (day(100, A), long)}), 0, 500)
    assert marks.spans.lasting.tolist() == [True]
    (lane,) = (one for one in marks.lanes if one.id == B)
    assert lane.rect.contains(marks.spans.x0[0], marks.spans.y[0])


def test_lanes_by_something_else_are_as_they_were_after_it() -> None:
    """The same layout shows one after the other."""
    engine = Layout(ONE, lambda text, role: 6.0 * len(text))
    span, selection = Span(FIRST + 120, FIRST + 500), everything(ONE.columns)
    pictures = []
    for lanes in ("kind", "source", "kind", "source"):
        marks = engine.marks(ViewState(span=span, lanes=lanes), selection, Canvas(1000, 600))
        pictures.append((marks.disputes, marks.spots.x.tolist()))
    assert pictures[:2] == pictures[2:]
    assert pictures[0] != pictures[1]


GIVEN = st.tuples(
    st.integers(0, 80),
    st.lists(st.one_of(st.none(), st.integers(-60, 60)), min_size=3, max_size=3),
)

ALIKE = st.tuples(st.integers(0, 80), st.just([None] * 3))
"""Of which the documents only say the same."""


@given(st.lists(GIVEN, min_size=1, max_size=12), st.integers(-40, 120), st.integers(5, 100))
@settings(deadline=None, max_examples=120)
def test_marks_are_where_a_look_at_each_claim_finds_them(
    events: list[tuple[int, list[int | None]]], first: int, days: int
) -> None:
    events = sorted(events, key=lambda one: one[0])
    claims = {
        row: (
            day(own, "preferred"),
            *(
                day(own + by, who)
                for who, by in zip(DOCUMENTS, others, strict=True)
                if by is not None
            ),
        )
        for row, (own, others) in enumerate(events)
    }
    source = file_of([instant(FIRST + own) for own, _ in events], claims)
    marks = drawn(source, first, first + days)
    for number, document in enumerate(DOCUMENTS):
        when = {row: own + (others[number] or 0) for row, (own, others) in enumerate(events)}
        found = stands(marks, document)
        for row, each in when.items():
            if first <= each < first + days:
                assert found[row] == pytest.approx(at(marks, each, first, first + days), abs=1)
            elif not first - 1 <= each <= first + days:
                reach = 8 * days / marks.plot.width
                near = first - reach <= each + 0.5 <= first + days + reach
                assert near or row not in found


@given(st.lists(GIVEN, min_size=1, max_size=12), st.integers(-40, 120), st.integers(5, 100))
@settings(deadline=None, max_examples=60)
def test_no_text_lies_on_a_mark_or_on_a_date_in_lanes_by_document(
    events: list[tuple[int, list[int | None]]], first: int, days: int
) -> None:
    events = sorted(events, key=lambda one: one[0])
    claims = {
        row: (day(own, "z"), *(day(own + (by or 0), who) for who, by in zip(DOCUMENTS, others)))  # noqa: B905
        for row, (own, others) in enumerate(events)
    }
    source = file_of([instant(FIRST + own) for own, _ in events], claims)
    marks = drawn(source, first, first + days)
    places = list(zip(marks.spots.x.tolist(), marks.spots.y.tolist(), strict=True))
    places += [(date.x, one.y) for one in marks.disputes for date in one.dates if date.pointed]
    for x, y in places:
        for label in marks.labels:
            across = label.x < x + RADIUS and x - RADIUS < label.x + label.width
            assert not (across and label.y <= y < label.y + label.height)


def test_a_mark_answers_where_it_stands_and_so_do_the_dates_of_the_others() -> None:
    marks = drawn(ONE, 0, 500)
    for dispute in marks.disputes:
        assert hit(marks, dispute.x, dispute.y).row == 0
        for date in dispute.dates:
            if date.pointed:
                assert hit(marks, date.x, dispute.y).claims == date.claims


def test_crowded_lanes_name_what_they_name_where_their_document_has_it() -> None:
    count = 1500
    contested = [place % 9 == 0 for place in range(count)]
    columns = columns_of([instant(FIRST + place) for place in range(count)], contested=contested)
    claims = {
        place: (day(place, A), day(place + 20, B)) for place in range(count) if contested[place]
    }
    source = TellingSource(dict(claims), told_by_all(columns))
    marks = drawn(source, 0, 1500)
    assert len(marks.densities) == 3
    for document, later in ((A, 0), (B, 20)):
        found = {row: x for row, x in stands(marks, document).items() if contested[row]}
        assert found
        for row, x in found.items():
            assert x == pytest.approx(at(marks, row + later, 0, 1500), abs=1)
    moved = [one for one in marks.disputes if one.x > at(marks, one.row + 10, 0, 1500)]
    assert {one.y for one in moved} == {marks.lanes[1].line}


def family(parent: Bounds, child: Bounds, claims: Claims) -> TellingSource:
    """An event, and another one that belongs to it."""
    source = file_of([parent, child], claims)
    source.columns.parent[1] = 0
    return source


def test_what_an_event_holds_is_told_of_where_the_event_is_out_of_sight() -> None:
    source = family(instant(FIRST + 100), instant(FIRST + 110), {0: (day(100, A), day(400, B))})
    marks = drawn(source, 90, 150)
    assert [*stands(marks, A)] == [0]
    assert [*stands(marks, B)] == [1]
    # Where the event is in sight by the date of the lane's document, it is inside.
    source = family(instant(FIRST + 100), instant(FIRST + 410), {0: (day(100, A), day(400, B))})
    marks = drawn(source, 390, 450)
    assert [*stands(marks, A)] == [1]
    assert [*stands(marks, B)] == [0]


def test_a_contested_part_is_held_by_what_is_in_sight_in_its_lane() -> None:
    claims = {0: (day(100, A), day(400, B)), 1: (day(110, A), day(120, B))}
    marks = drawn(family(instant(FIRST + 100), instant(FIRST + 110), claims), 90, 150)
    assert [*stands(marks, A)] == [0]
    assert [*stands(marks, B)] == [1]
    lines = {one.id: one.line for one in marks.lanes}
    assert {(one.row, one.y) for one in marks.disputes if one.row == 1} == {(1, lines[B])}


@given(
    st.lists(st.tuples(GIVEN | ALIKE, st.integers(-1, 4)), min_size=2, max_size=9),
    st.integers(-40, 120),
    st.integers(5, 100),
)
@example(
    [
        ((0, [None, None, 1]), 0), ((0, [None] * 3), 0), ((0, [None, None, 4]), 0),
        ((1, [None] * 3), 0), ((1, [None] * 3), 0), ((4, [None] * 3), 2),
    ],
    2,
    5,
)  # fmt: skip
@settings(deadline=None, max_examples=120)
def test_what_is_in_sight_in_a_lane_stands_there_or_inside_what_is_in_sight_there(
    given: list[tuple[tuple[int, list[int | None]], int]], first: int, days: int
) -> None:
    given = sorted(given, key=lambda one: one[0][0])
    events, parents = [one for one, _ in given], [parent for _, parent in given]
    claims = {
        row: (day(own, "z"), *(day(own + (by or 0), who) for who, by in zip(DOCUMENTS, others)))  # noqa: B905
        for row, (own, others) in enumerate(events)
        if any(others)
    }
    source = file_of([instant(FIRST + own) for own, _ in events], claims)
    # What comes later belongs to what came before it, so that nothing holds itself.
    above = [parent if parent < row else -1 for row, parent in enumerate(parents)]
    source.columns.parent[:] = above
    marks = drawn(source, first, first + days)
    for number, document in enumerate(DOCUMENTS):
        when = [own + (others[number] or 0) for own, others in events]
        found = stands(marks, document)
        for row, each in enumerate(when):
            held_by = when[above[row]] if above[row] >= 0 else -1000
            # Marks that are cut by the edge are in sight somewhat beyond it.
            edges = first, first + days
            if all(abs(one + 0.5 - edge) > 1.5 for one in (each, held_by) for edge in edges):
                in_sight, held = (first <= one < first + days for one in (each, held_by))
                assert (row in found) == (in_sight and not held)


def test_in_an_open_box_each_stands_where_the_lanes_document_says() -> None:
    claims = {1: (day(110, A), day(140, B))}
    source = family(instant(FIRST + 100), instant(FIRST + 110), claims)
    marks = drawn(source, 90, 190, opened=("event-0",))
    assert len(marks.boxes) == 3
    for document, when in ((A, 110), (B, 140), (C, 110)):
        assert stands(marks, document)[1] == pytest.approx(at(marks, when, 90, 190), abs=1)
    own = {one.y: one.x for one in marks.disputes}
    spots = zip(marks.spots.row, marks.spots.y, marks.spots.x, strict=True)
    assert own == {y: pytest.approx(x, abs=1) for row, y, x in spots if row == 1}


@given(
    GIVEN,
    st.lists(GIVEN | ALIKE, min_size=1, max_size=3),
    st.integers(-20, 100),
    st.integers(5, 150),
    st.sampled_from(["source", "kind"]),
)
@settings(deadline=None, max_examples=100)
def test_in_an_open_box_no_name_lies_on_a_mark_or_on_a_date_of_another_document(
    parent: tuple[int, list[int | None]],
    children: list[tuple[int, list[int | None]]],
    first: int,
    days: int,
    lanes: str,
) -> None:
    events = [parent, *sorted(children, key=lambda one: one[0] + 100)]
    events = [(own + 100 * bool(row), others) for row, (own, others) in enumerate(events)]
    claims = {
        row: (day(own, "z"), *(day(own + (by or 0), who) for who, by in zip(DOCUMENTS, others)))  # noqa: B905
        for row, (own, others) in enumerate(events)
        if any(others)
    }
    source = file_of([instant(FIRST + own) for own, _ in events], claims)
    source.columns.parent[1:] = 0
    marks = drawn(source, first, first + days, lanes, opened=("event-0",))
    places = [(one.x, one.y) for one in marks.disputes]
    places += [(date.x, one.y) for one in marks.disputes for date in one.dates if date.pointed]
    for x, y in places:
        for label in marks.labels:
            on_line = label.y <= y < label.y + label.height
            assert not (on_line and label.x < x + RADIUS and x - RADIUS < label.x + label.width)


def test_the_chosen_one_is_ringed_in_each_lane_where_it_stands_there() -> None:
    marks = drawn(ONE, 120, 500, focus=Focus("event", "event-0"))
    found = {(ring.x, ring.y) for ring in marks.rings if ring.role == "chosen"}
    assert len(found) == 2
    assert {x for x, _ in found} == {*stands(marks, B).values(), *stands(marks, C).values()}


def test_in_the_bundled_file_each_stands_at_a_date_of_its_lanes_document(
    library: Library,
) -> None:
    engine = Layout(library, lambda text, role: 6.0 * len(text))
    columns, (first, last) = library.columns, library.days
    view = ViewState(span=Span(first - 400, last + 400), lanes="source")
    marks = engine.marks(view, everything(columns), Canvas(3000, 4000))
    assert not marks.densities
    rows = np.flatnonzero(columns.contested).astype(np.int32)
    told = dict(zip(rows.tolist(), library.contested_dates(rows), strict=True))
    differing = 0
    for lane in marks.lanes:
        for row, x in stands(marks, lane.id).items():
            own = [claim for claim in told.get(row, ()) if claim.source_key == lane.id]
            if not own:
                continue
            span = view.span
            assert span is not None
            when = span.start + (x - marks.plot.x) / marks.plot.width * span.days
            pixel = span.days / marks.plot.width
            bounds = [day_bounds(claim.edtf) for claim in own]
            assert any(one[0] - 2 * pixel <= when <= one[3] + 1 + 2 * pixel for one in bounds)
            differing += columns.start_earliest[row] not in [one[0] for one in bounds]
    assert differing > 3


def test_nothing_is_asked_where_lanes_are_by_something_else_or_nothing_is_contested() -> None:
    source = file_of([instant(FIRST + 100), instant(FIRST + 110)], {})
    drawn(source, 0, 500)
    assert source.told == []


def test_each_event_is_asked_for_once() -> None:
    source = file_of([instant(FIRST + 100)], {0: (day(100, A), day(130, B))})
    engine = Layout(source, lambda text, role: 6.0 * len(text))
    for first in (0, 20, 110):
        view = ViewState(span=Span(FIRST + first, FIRST + 400), lanes="source")
        engine.marks(view, everything(source.columns), Canvas(1000, 600))
    assert source.told == [0]


def test_the_bundled_example_of_the_first_document(bundled_db: Path) -> None:
    """Diplomatic relations: 27 August 1992 in Akiner, 30 August in the others."""
    library = Library(bundled_db)
    row = library.row_of("az-kz-diplomatic-relations")
    assert row is not None
    engine = Layout(library, lambda text, role: 6.0 * len(text))
    first = day_bounds("1992-08-10")[0]
    view = ViewState(span=Span(first, first + 40), lanes="source")
    marks = engine.marks(view, everything(library.columns), Canvas(1000, 900))
    x = {lane.id: stands(marks, lane.id).get(row) for lane in marks.lanes}
    others = {x[one] for one in ("huseynov2017", "hamzaoglu2021", "egamberdiyev2023")}
    (preferred,) = others
    assert x["akiner2012"] is not None
    assert preferred is not None
    assert preferred - x["akiner2012"] == pytest.approx(3 * marks.plot.width / 40, abs=1)
