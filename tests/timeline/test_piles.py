"""The numbers beside marks that stand in one place: what they count, and that they lie clear."""

from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.piles import FEWEST, MOST, NEAR, PIXELS_PER_PLACE
from azkz_desktop.view.state import Focus, Span, ViewState
from tests.timeline.made import Bounds, columns_of, day, everything, instant, lasting
from tests.timeline.test_layout import layout_of

FIRST = day("2005-01-01")
SPAN = Span(FIRST - 30, FIRST + 330)


@st.composite
def piled(draw: st.DrawFn) -> list[Bounds]:
    """Events of which many stand on one of few days; some last."""
    bounds = []
    for _ in range(draw(st.integers(3, 40))):
        start = FIRST + draw(st.sampled_from([0, 0, 1, 5, 12, 120, 121, 300]))
        length = draw(st.sampled_from([0, 0, 0, 20, 365]))
        made = draw(st.sampled_from([instant, lasting]))
        bounds.append(made(start, start + length))
    return bounds


def marks_of(bounds: list[Bounds], chosen: int | None = None, disputed: int = 5) -> Marks:
    contested = [row % disputed == disputed - 1 for row in range(len(bounds))]
    layout: Layout = layout_of(columns_of(bounds, [row % 2 for row in range(len(bounds))],
                                          contested=contested))  # fmt: skip
    focus = None if chosen is None else Focus("event", f"event-{chosen}")
    view = ViewState(span=SPAN, bands=(), focus=focus)
    return layout.marks(view, everything(layout.source.columns), Canvas(700, 260))


@given(piled(), st.booleans())
@settings(deadline=None, max_examples=150)
def test_a_number_counts_the_marks_of_one_place_and_lies_clear(
    bounds: list[Bounds], chosen: bool
) -> None:
    marks = marks_of(bounds, 0 if chosen else None)
    spots, spans = marks.spots, marks.spans
    places = {
        int(row): (float(x), float(y))
        for row, x, y in zip(spots.row, spots.x, spots.y, strict=True)
    }
    for number, pile in enumerate(marks.piles):
        assert pile.text == f"×{len(pile.rows)}"
        assert len(set(pile.rows)) == len(pile.rows) >= FEWEST
        xs, ys = zip(*(places[row] for row in pile.rows), strict=True)
        assert max(xs) - min(xs) <= NEAR
        assert len(set(ys)) == 1
        rect, reach = pile.rect, 5.0
        assert marks.plot.x <= rect.x
        assert rect.right <= marks.plot.right
        assert not any(rect.meets(label.rect) for label in marks.labels)
        assert not any(rect.meets(other.rect) for other in marks.piles[:number])
        for label in marks.labels:  # no line to a name runs through it
            if label.leader_x is not None and label.leader_top < rect.y < label.y:
                assert not rect.x <= label.leader_x < rect.right
        for x, y in places.values():
            aside = x + reach <= rect.x or x - reach >= rect.right
            assert aside or abs(y - rect.y - rect.height / 2) >= reach + rect.height / 2 - 1
        for date_x in (date.x for one in marks.disputes for date in one.dates if date.pointed
                       and abs(one.y - rect.y - rect.height / 2) < 5):  # fmt: skip
            assert date_x + reach <= rect.x or date_x - reach >= rect.right
        for x0, x1, y in zip(spans.x0, spans.x1, spans.y, strict=True):
            if rect.y <= y < rect.bottom and x0 < rect.right and x1 > rect.x:
                assert x0 < rect.x  # it runs through
                assert x1 > rect.right


@given(st.integers(FEWEST, 60), st.integers(0, 200))
@settings(deadline=None, max_examples=20)
def test_events_of_one_day_alone_in_their_lane_are_counted(count: int, at: int) -> None:
    marks = marks_of([instant(FIRST + at)] * count)
    assert [(len(pile.rows), pile.text) for pile in marks.piles] == [(count, f"×{count}")]
    # What is chosen lies on top, so the number leads to it first.
    assert marks_of([instant(FIRST + at)] * count, chosen=2).piles[0].rows[0] == 2


def test_what_stands_alone_or_in_twos_has_no_number() -> None:
    twos = [instant(FIRST + 9 * (row // 2)) for row in range(40)]
    assert len({(x, y) for x, y in zip(*_spots(marks_of(twos)), strict=True)}) == 20
    assert not marks_of(twos).piles


def _spots(marks: Marks) -> tuple[list[float], list[float]]:
    return marks.spots.x.tolist(), marks.spots.y.tolist()


def test_a_lane_full_of_marks_has_no_numbers() -> None:
    count = 700 // PIXELS_PER_PLACE + 2
    assert not marks_of([instant(FIRST - 30 + 7 * (row // 8)) for row in range(8 * count)]).piles


def test_a_number_lies_left_of_its_marks_where_others_stand_at_the_right() -> None:
    marks = marks_of([instant(FIRST + 8 * (row // 3)) for row in range(15)], disputed=99)
    first, last = sorted(marks.piles, key=lambda pile: pile.rect.x)
    xs = marks.spots.x
    assert xs.min() - 15 < first.rect.right < xs.min() - 5
    assert xs.max() + 5 < last.rect.x < xs.max() + 15


def test_of_very_many_in_sight_nothing_is_counted() -> None:
    assert [pile.text for pile in marks_of([instant(FIRST)] * MOST, disputed=MOST).piles]
    assert not marks_of([instant(FIRST)] * (MOST + 1), disputed=MOST).piles


def test_a_name_beside_a_pile_begins_behind_its_number() -> None:
    marks = marks_of([instant(FIRST)] * 12, disputed=99)
    (pile, *_), named = marks.piles, marks.labels
    beside = [label for label in named if label.leader_x is None and label.row in pile.rows]
    assert beside
    assert all(label.x >= pile.rect.right for label in beside)
