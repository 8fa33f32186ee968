"""Labels over thousands of windows: none overlaps, and importance decides who has one."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import EventColumns
from azkz_desktop.query.selection import Selection
from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.labels import Naming, Room
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Label, Marks, Rect
from azkz_desktop.timeline.placing import GAP, Shelf, Wishes
from azkz_desktop.timeline.wording import Wording
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
)

Wish = tuple[int, int, int]
"""Where a line comes down, how far from there the bar ends, to which pixel the line may move."""
COLUMNS = some_events(412)
FIRST, LAST = day("1990-01-01"), day("2024-01-01")
BOLD = 1.1


def measure(text: str, role: str) -> float:
    return len(text) * 6.6 * (BOLD if role.endswith("bold") else 1.0)


def layout(columns: object = COLUMNS, line: float = 13.0) -> Layout:
    scale = line / 13.0
    source = MadeSource(columns)  # type: ignore[arg-type]
    return Layout(source, lambda text, role: measure(text, role) * scale, Sizes(line))


def windows(count: int, seed: int) -> Iterator[Span]:
    chance = np.random.default_rng(seed)
    for _ in range(count):
        days = float(np.exp(chance.uniform(np.log(2), np.log(LAST - FIRST))))
        start = float(chance.uniform(FIRST - days / 2, LAST - days / 2))
        yield Span(start, start + days)


def covered_by_spots(marks: Marks) -> list[tuple[int, Rect]]:
    reach = Sizes().spot
    return [
        (row, Rect(x - reach, y - reach, 2 * reach, 2 * reach))
        for row, x, y in zip(
            marks.spots.row.tolist(), marks.spots.x.tolist(), marks.spots.y.tolist(), strict=True
        )
    ]


def check_no_overlap(marks: Marks, reach: float = 5.0) -> None:
    """No label meets a label, another event's mark or bar, or a leader; all lie in the plot."""
    by_row: dict[tuple[int, float], list[Label]] = {}
    for label in marks.labels:
        assert marks.plot.x <= label.rect.x
        assert label.rect.right <= marks.plot.right + 1
        lane = marks.lanes[label.lane].rect
        assert lane.y <= label.rect.y
        assert label.rect.bottom <= lane.bottom + 1
        by_row.setdefault((label.lane, label.rect.y), []).append(label)
    for row in by_row.values():
        row.sort(key=lambda label: label.rect.x)
        for left, right in pairwise(row):
            assert left.rect.right + GAP - 1 <= right.rect.x, (left, right)
    check_leaders(marks, by_row)
    check_marks(marks, reach)


def check_leaders(marks: Marks, by_row: dict[tuple[int, float], list[Label]]) -> None:
    for label in marks.labels:
        if label.leader_x is not None:
            x, top = label.leader_x, label.leader_top
            assert label.rect.x <= x <= label.rect.right
            assert comes_from_its_own(marks, label.row, x, top)
            for (lane, y), others in by_row.items():
                if lane == label.lane and top <= y < label.rect.y:
                    assert not any(one.rect.x < x < one.rect.right for one in others)


def comes_from_its_own(marks: Marks, row: int, x: float, top: float) -> bool:
    """Whether a line that begins at (*x*, *top*) comes from the mark or the bar of *row*."""
    spots, spans = marks.spots, marks.spans
    beside = (np.abs(spots.x - x) <= 1) & (spots.y < top)
    on = (spans.x0 <= x) & (x <= spans.x1) & (np.abs(spans.y - top) < 1)
    return bool(np.any(beside & (spots.row == row)) or np.any(on & (spans.row == row)))


def check_marks(marks: Marks, reach: float) -> None:
    spots, spans = marks.spots, marks.spans
    for label in marks.labels:
        rect = label.rect
        beside = (spots.x + reach > rect.x) & (spots.x - reach < rect.right)
        level = (spots.y + reach > rect.y) & (spots.y - reach < rect.bottom)
        assert not np.any(beside & level & (spots.row != label.row))
        under = (spans.x1 > rect.x) & (spans.x0 < rect.right) & (spans.row != label.row)
        assert not np.any(under & (spans.y > rect.y) & (spans.y < rect.bottom))


@pytest.mark.parametrize(
    ("size", "seed", "count"),
    [((860, 330), 1, 400), ((1600, 900), 2, 120), ((420, 200), 3, 400), ((1240, 330), 4, 120)],
)
def test_no_label_overlaps_anything_in_any_window(
    size: tuple[int, int], seed: int, count: int
) -> None:
    engine, selection = layout(), everything(COLUMNS)
    named = 0
    for span in windows(count, seed):
        marks = engine.marks(ViewState(span=span), selection, Canvas(*size))
        check_no_overlap(marks)
        named += len(marks.labels)
    assert named > 5 * count


@pytest.mark.parametrize("line", [16.0, 26.0])
@pytest.mark.parametrize("lanes", ["actor", "place"])
def test_nor_with_larger_letters_or_other_lanes(line: float, lanes: str) -> None:
    engine, selection = layout(line=line), everything(COLUMNS)
    for span in windows(100, 5):
        view = ViewState(span=span, lanes=lanes, focus=Focus("event", "event-200"))
        check_no_overlap(engine.marks(view, selection, Canvas(900, 500)), 5 * line / 13)


def test_at_least_forty_labels_at_the_opening_view() -> None:
    view = ViewState(span=Span(day("1991-01-01"), day("2024-01-01")))
    marks = layout().marks(view, everything(COLUMNS), Canvas(860, 330))
    assert len(marks.labels) >= 40


def unnamed_and_named(
    wanted: list[Wish], width: int = 300, rows: int = 2
) -> tuple[list[int], list[int], Wording]:
    """Who is not named and who is of marks and bars at these pixels, the most important first."""
    wording = Wording(MadeSource(columns_of([instant(700_000)] * len(wanted))), measure)
    anchors, afters = [one[0] for one in wanted], [one[0] + one[1] for one in wanted]
    reaches, tops = [one[2] for one in wanted], [5.0] * len(wanted)
    wishes = Wishes(list(range(len(wanted))), anchors, afters, reaches, tops)
    naming = Naming(wording, None)
    room = Room(0, 0.0, tuple(range(rows + 1)), 13.0, False, 8)
    naming.place(wishes, room, Shelf(rows, width))
    named = [label.row for label in naming.labels()]
    return [row for row in range(len(wanted)) if row not in named], named, wording


MARKS = st.tuples(st.integers(0, 299), st.integers(8, 20), st.just(0))
BARS = st.tuples(st.integers(0, 60), st.just(300), st.integers(0, 298))
WISHES = st.lists(MARKS | BARS, min_size=1, max_size=20)


@given(WISHES)
@settings(deadline=None)
def test_no_event_goes_unnamed_because_of_a_less_important_one(
    wanted: list[Wish],
) -> None:
    """Whoever has no label would have none among the more important ones alone either."""
    unnamed, _, _ = unnamed_and_named(wanted)
    for row in unnamed:
        without_lesser, _, _ = unnamed_and_named(wanted[: row + 1])
        assert row in without_lesser


@given(WISHES, MARKS | BARS)
@settings(deadline=None)
def test_a_less_important_event_takes_no_label_away(wanted: list[Wish], extra: Wish) -> None:
    _, named, _ = unnamed_and_named(wanted)
    _, with_extra, _ = unnamed_and_named([*wanted, extra])
    assert set(named) <= set(with_extra)


def test_panning_makes_no_label_flicker() -> None:
    engine, selection = layout(), everything(COLUMNS)
    start = ViewState(span=Span(day("2000-01-01"), day("2010-01-01")))
    scale = engine.scale(start, selection, 1000)
    was: dict[int, str] = {}
    for pixels in range(0, 60, 3):
        span = scale.panned(pixels, engine.limits).span
        marks = engine.marks(ViewState(span=span), selection, Canvas(1000, 400))
        # Near the edges labels come and go with their marks; well inside they stay.
        inside = {
            label.row: label.text
            for label in marks.labels
            if marks.plot.x + 300 < label.rect.x and label.rect.right < marks.plot.right - 300
        }
        for row in was.keys() & inside.keys():
            assert was[row] == inside[row]
        was = inside
    assert was


@pytest.mark.parametrize(("years", "share"), [(20, 35), (10, 50), (5, 50)])
def test_few_names_change_their_place_beside_their_mark_while_one_pans(
    years: int, share: int
) -> None:
    """Of those that do not rest at an edge one in fifty, for every four pixels.

    Where all others make room for a name that slides along the edge, two to four times as many.
    Those that have no other place do: where names are many, that is some more.
    """
    engine, selection = layout(), everything(COLUMNS)
    start = ViewState(span=Span(day("1994-01-01"), day("1994-01-01") + 365.25 * years))
    scale = engine.scale(start, selection, 1000)
    was: dict[int, tuple[float, float]] = {}
    moved = seen = 0
    for pixels in range(0, 240, 4):
        span = scale.panned(pixels, engine.limits).span
        marks = engine.marks(ViewState(span=span), selection, Canvas(1000, 400))
        beside = dict(beside_marks(marks))
        moved += sum(was[row] != beside[row] for row in was.keys() & beside.keys())
        seen += len(was.keys() & beside.keys())
        was = beside
    assert seen > 1000
    assert moved < seen / share


def beside_marks(marks: Marks) -> Iterator[tuple[int, tuple[float, float]]]:
    """Of names that do not rest at an edge: how far right of their marks they are, and where."""
    spots = dict(zip(marks.spots.row.tolist(), marks.spots.x.tolist(), strict=True))
    for label in marks.labels:
        rests = label.rect.x == marks.plot.x or label.rect.right >= marks.plot.right - 1
        if not rests and spots.get(label.row, 0.0) >= marks.plot.x:
            yield label.row, (label.rect.x - spots[label.row], label.rect.y)


@given(st.integers(day("1985-01-01"), day("2024-01-01")), st.floats(30, 4000))
@settings(deadline=None, max_examples=60)
def test_a_long_event_keeps_its_label_while_any_part_is_in_sight(start: int, days: float) -> None:
    war = (day("1991-09-01"), day("1994-05-12"))
    columns = columns_of([lasting(*war)])
    view = ViewState(span=Span(start, start + days))
    marks = layout(columns).marks(view, everything(columns), Canvas(900, 300))
    in_sight = war[0] < start + days and war[1] + 1 > start
    scale = layout(columns).scale(view, everything(columns), 900)
    cut = min(war[1] + 1, start + days) - max(war[0], start)
    if in_sight and cut * scale.per_day > 12:
        (label,) = marks.labels
        assert label.rect.x >= marks.plot.x
        assert label.rect.right <= marks.plot.right


def test_the_chosen_event_is_always_named_in_bold() -> None:
    engine, selection = layout(), everything(COLUMNS)
    lightest = int(np.argmin(COLUMNS.weight))
    span = Span(day("1990-01-01"), day("2025-01-01"))
    view = ViewState(span=span, focus=Focus("event", f"event-{lightest}"))
    marks = engine.marks(view, selection, Canvas(860, 330))
    (label,) = [label for label in marks.labels if label.row == lightest]
    assert label.role == "label-bold"
    check_no_overlap(marks)


def test_where_an_event_is_chosen_all_names_stay_where_they_are() -> None:
    """Else a double click on a name would meet another one; here bold is no wider."""
    engine = Layout(MadeSource(COLUMNS), lambda text, _: len(text) * 6.6, Sizes())
    selection, chosen = everything(COLUMNS), 0
    for span in windows(12, 6):
        marks = engine.marks(ViewState(span=span), selection, Canvas(860, 330))
        places = {(label.row, label.rect, label.leader_x) for label in marks.labels}
        for label in marks.labels[::5]:
            view = ViewState(span=span, focus=Focus("event", f"event-{label.row}"))
            now = engine.marks(view, selection, Canvas(860, 330)).labels
            assert {(one.row, one.rect, one.leader_x) for one in now} == places
            assert [one.row for one in now if one.role == "label-bold"] == [label.row]
            chosen += 1
    assert chosen > 50


def test_titles_are_written_out_where_there_is_room_and_short_where_not() -> None:
    columns = columns_of([instant(day("2005-05-24")), instant(day("2005-07-01"))])
    selection = everything(columns)
    engine = layout(columns)
    near = engine.marks(
        ViewState(span=Span(day("2005-01-01"), day("2006-01-01"))), selection, Canvas(420, 60)
    )
    far = engine.marks(
        ViewState(span=Span(day("2005-05-01"), day("2005-08-01"))), selection, Canvas(2400, 60)
    )
    assert any("told at length" not in label.text for label in near.labels)
    assert all("told at length" in label.text for label in far.labels)


@st.composite
def lanes_of_events(draw: st.DrawFn) -> list[Bounds]:
    starts = draw(st.lists(st.integers(0, 2000), min_size=1, max_size=40))
    lengths = draw(st.lists(st.integers(0, 600), min_size=len(starts), max_size=len(starts)))
    first = day("2000-01-01")
    return [
        lasting(first + start, first + start + length)
        for start, length in zip(starts, lengths, strict=True)
    ]


@given(lanes_of_events(), st.floats(0, 1500), st.floats(10, 3000))
@settings(deadline=None, max_examples=80)
def test_no_overlap_among_any_events(bounds: list[Bounds], start: float, days: float) -> None:
    columns = columns_of(bounds)
    span = Span(day("2000-01-01") + start, day("2000-01-01") + start + days)
    selection = Selection(np.arange(len(bounds), dtype=np.int32), len(bounds), {})
    marks = layout(columns).marks(ViewState(span=span), selection, Canvas(700, 160))
    check_no_overlap(marks)


def bars_and_a_spot(count: int) -> EventColumns:
    """*count* events that last all the years, and one that does not."""
    years = lasting(day("1995-01-01"), day("2020-12-31"))
    return columns_of([*[years] * count, instant(day("2008-06-15"))])


@pytest.mark.parametrize("count", [2, 5, 9])
@pytest.mark.parametrize("days", [20, 300, 2000])
def test_all_that_runs_across_the_window_is_named_where_there_are_rows(
    count: int, days: int
) -> None:
    columns = bars_and_a_spot(count)
    view = ViewState(span=Span(day("2008-06-01"), day("2008-06-01") + days))
    marks = layout(columns).marks(view, everything(columns), Canvas(1200, 40 + 13 * (count + 3)))
    check_no_overlap(marks)
    bars = [label for label in marks.labels if label.row < count]
    assert len(bars) == count
    assert len({label.y for label in bars}) == count


def test_their_names_stay_where_they_are_while_one_pans_and_zooms() -> None:
    columns = bars_and_a_spot(6)
    engine, places = layout(columns), set()
    for start in range(day("2009-01-01"), day("2010-01-01"), 7):
        for days in (30, 31.5, 33):
            view = ViewState(span=Span(start, start + days))
            marks = engine.marks(view, everything(columns), Canvas(1200, 200))
            places.add(tuple((label.row, label.text, label.rect) for label in marks.labels))
    assert len(places) == 1


def test_where_it_begins_in_sight_and_its_mark_is_out_of_sight_it_is_named_there() -> None:
    """An instant known to the year has its mark in the middle of it."""
    columns = columns_of([instant(day("2008-01-01"), day("2008-12-31"))])
    view = ViewState(span=Span(day("2007-12-01"), day("2008-03-01")))
    marks = layout(columns).marks(view, everything(columns), Canvas(900, 200))
    assert not np.any(marks.spots.x < marks.plot.right)
    (label,) = marks.labels
    begins = layout(columns).scale(view, everything(columns), 900).x(day("2008-01-01"))
    assert label.leader_x == pytest.approx(begins, abs=2)
    assert label.rect.x == pytest.approx(begins, abs=6)


def test_bars_that_began_on_the_same_day_are_named_one_below_the_other() -> None:
    """Twenty of them ran for ten years, as the members of a union do."""
    bars = [lasting(day("1995-01-01"), day("2005-01-01") + at) for at in range(20)]
    columns = columns_of([*bars, instant(day("2012-01-01"))])
    span = Span(day("2000-01-01"), day("2000-03-01"))
    marks = layout(columns).marks(ViewState(span=span), everything(columns), Canvas(900, 240))
    check_no_overlap(marks)
    assert len(marks.labels) >= 10
