"""Events that lie on one another, against a look at every mark and bar."""

import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from azkz_desktop.timeline.coinciding import (
    LINES,
    STILL,
    Turns,
    below_in_words,
    events_at,
    piled_on,
)
from azkz_desktop.timeline.hits import LINE, REACH, hit
from azkz_desktop.timeline.layout import Canvas, Layout
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.piles import NEAR
from azkz_desktop.view.state import Focus, Span, ViewState
from tests.timeline.made import Bounds, MadeSource, columns_of, day, everything, instant, lasting
from tests.timeline.test_layout import layout_of

FIRST = day("2005-01-01")
VIEW = ViewState(span=Span(FIRST - 30, FIRST + 330), bands=())
CANVAS = Canvas(700, 260)


@st.composite
def coinciding(draw: st.DrawFn) -> list[Bounds]:
    """Events on few days, of few lengths, so that many lie on others."""
    bounds = []
    for _ in range(draw(st.integers(2, 16))):
        start = FIRST + draw(st.sampled_from([0, 1, 3, 60, 61, 150]))
        length = draw(st.sampled_from([0, 0, 30, 100, 400]))
        made = draw(st.sampled_from([instant, lasting]))
        bounds.append(made(start, start + length))
    return bounds


def drawn(bounds: list[Bounds]) -> Layout:
    kinds = [row % 3 for row in range(len(bounds))]
    contested = [row % 4 == 0 for row in range(len(bounds))]
    return layout_of(columns_of(bounds, kinds, contested=contested))


def marks_of(layout: Layout, chosen: int | None = None) -> Marks:
    focus = None if chosen is None else Focus("event", f"event-{chosen}")
    return layout.marks(replace(VIEW, focus=focus), everything(layout.source.columns), CANVAS)


def covering(marks: Marks, x: float, y: float) -> set[int]:
    """The events whose mark, date or bar covers a pixel, by looking at each."""
    for pile in marks.piles:
        if pile.rect.contains(x, y):
            return set(pile.rows)
    spots, found = marks.spots, set(disputed(marks, x, y))
    for row, spot_x, spot_y in zip(spots.row, spots.x, spots.y, strict=True):
        if math.dist((x, y), (spot_x, spot_y)) <= REACH:
            found.add(int(row))
    spans = marks.spans
    for at in range(len(spans)):
        if spans.x0[at] <= x <= spans.x1[at] and abs(spans.y[at] - y) <= 4:
            found.add(int(spans.row[at]))
    return found


def disputed(marks: Marks, x: float, y: float) -> Iterator[int]:
    """The events of which another document's date, or the link to it, covers a pixel."""
    for one in marks.disputes:
        near = [math.dist((x, y), (date.x, one.y)) for date in one.dates if date.pointed]
        lines = [(date.x0, date.x1) for date in one.dates] + ([one.link] if one.link else [])
        over = abs(one.y - y) <= LINE and any(left <= x <= right for left, right in lines)
        if over or min(near, default=math.inf) <= REACH:
            yield one.row


@st.composite
def pixels(draw: st.DrawFn) -> tuple[float, float, int]:
    """A pixel near a mark or anywhere: the number of a mark, and how far from it."""
    return (
        draw(st.sampled_from([-5.0, -1.0, 0.0, 2.0, 7.0, 40.0])),
        draw(st.sampled_from([-5.0, 0.0, 4.0, 9.0])),
        draw(st.integers(0, 15)),
    )


def at_pixel(marks: Marks, pixel: tuple[float, float, int]) -> tuple[float, float]:
    across, down, number = pixel
    if not len(marks.spots):
        return marks.plot.x + 90 + across, float(marks.spans.y[0]) + down
    spot = number % len(marks.spots)
    return float(marks.spots.x[spot]) + across, float(marks.spots.y[spot]) + down


@given(coinciding(), pixels())
@settings(deadline=None, max_examples=200)
def test_the_events_at_a_pixel_are_those_that_cover_it(
    bounds: list[Bounds], pixel: tuple[float, float, int]
) -> None:
    marks = marks_of(drawn(bounds))
    x, y = at_pixel(marks, pixel)
    top, found = hit(marks, x, y), events_at(marks, x, y)
    if top.what != "event":
        assert not found
        return
    rows = [one.row for one in found]
    assert found[0] == top
    assert len(rows) == len(set(rows))
    assert set(rows) == covering(marks, x, y) | {top.row}


@given(coinciding(), pixels())
@settings(deadline=None, max_examples=100)
def test_clicks_at_a_pixel_reach_each_event_that_covers_it_once_and_begin_again(
    bounds: list[Bounds], pixel: tuple[float, float, int]
) -> None:
    layout = drawn(bounds)
    marks = marks_of(layout)
    at = at_pixel(marks, pixel)
    top, expected = hit(marks, *at), covering(marks, *at)
    if top.what != "event" or top.row not in expected:
        return  # nothing, or a name, which is not where it was once it is bold
    turns, chosen, clicked = Turns(), None, []
    for _ in range(len(expected) + 1):
        taken = turns.clicked(marks_of(layout, chosen), at, chosen)
        assert taken is not None
        chosen = taken.row
        clicked.append(chosen)
    assert clicked[0] == clicked[-1] == top.row
    assert len(clicked) == len(set(clicked)) + 1
    assert set(clicked) == expected


def eight_on_a_day() -> Layout:
    return layout_of(columns_of([instant(FIRST)] * 8))


def test_a_click_elsewhere_and_another_choice_begin_with_the_topmost() -> None:
    layout = eight_on_a_day()
    marks = marks_of(layout)
    x, y = at_pixel(marks, (0.0, 0.0, 0))
    turns = Turns()
    first = turns.clicked(marks, (x, y), None)
    assert first is not None
    second = turns.clicked(marks_of(layout, first.row), (x + STILL, y), first.row)
    assert second is not None
    assert second.row != first.row
    now = marks_of(layout, second.row)
    assert turns.meant(now, (x, y), second.row) == second
    assert turns.meant(now, (x + 2 * STILL, y), second.row) is None
    assert turns.meant(now, (x, y), None) is None
    elsewhere = turns.clicked(now, (x + 2 * STILL, y), second.row)
    assert elsewhere is not None
    assert elsewhere.row == second.row  # the chosen one lies on top
    again = turns.clicked(marks_of(layout), (x + 2 * STILL, y), None)
    assert again == first


def test_what_a_click_went_on_from_is_given_back_once() -> None:
    layout = eight_on_a_day()
    at, turns = at_pixel(marks_of(layout), (0.0, 0.0, 0)), Turns()
    first = turns.clicked(marks_of(layout), at, None)
    assert first is not None
    assert turns.take_back() is None
    turns.clicked(marks_of(layout, first.row), at, first.row)
    assert turns.take_back() == first.row
    assert turns.take_back() is None


@given(coinciding())
@settings(deadline=None, max_examples=50)
def test_how_many_stand_in_the_place_of_another(bounds: list[Bounds]) -> None:
    marks = marks_of(drawn(bounds))
    spots = list(
        zip(marks.spots.row.tolist(), marks.spots.x.tolist(), marks.spots.y.tolist(), strict=True)
    )
    for row, x, y in spots:
        others = [one for one, *at in spots if at[1] == y and abs(at[0] - x) <= NEAR and one != row]
        piles = [len(pile.rows) - 1 for pile in marks.piles if row in pile.rows]
        assert piled_on(marks, row) == max(piles, default=len(others))
    assert piled_on(marks, 999) == 0


@pytest.mark.parametrize("count", [0, 1, LINES, LINES + 1, 29])
def test_what_lies_below_is_named_in_few_lines(count: int) -> None:
    source = MadeSource(columns_of([instant(FIRST)] * 40))
    lines = [line for line in below_in_words(source, [*range(count)]).split("<br>") if line]
    assert len(lines) <= LINES + 1
    if not count:
        assert not lines
        return
    assert lines[0].startswith(f"and {count} more here")
    named = lines[1:] if count <= LINES else lines[1:-1]
    assert len(named) == (count if count <= LINES else LINES - 1)
    if count > LINES:
        assert lines[-1] == f"… and {count - len(named)} more"
