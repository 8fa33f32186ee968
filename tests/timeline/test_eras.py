"""Ribbons of eras: where they lie, what is hit, and names that have room."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from azkz_desktop.dataset.columns import NO_END, NO_START
from azkz_desktop.timeline.arrange import Sizes
from azkz_desktop.timeline.eralines import MOST_LINES, in_lines
from azkz_desktop.timeline.eras import FADE, EraMark, EraRow, EraStrip, within
from azkz_desktop.timeline.hits import hit
from azkz_desktop.timeline.layout import Canvas
from azkz_desktop.timeline.marks import Marks
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.tooltip import tooltip
from azkz_desktop.view.eras import Era, EraGroup
from azkz_desktop.view.state import Focus, Span, ViewState
from tests.timeline.made import MadeSource, day, everything, some_events
from tests.timeline.test_layout import layout_of

SIZES = Sizes()
FIRST = day("2000-01-01")
SCALE = Scale(FIRST, day("2010-01-01"), 700, 150)
COLUMNS = some_events(60)


def measure(text: str, role: str) -> float:
    return 6.6 * len(text)


def era(name: str, *bounds: int, contested: bool = False) -> Era:
    first, start_latest, end_earliest, last = bounds
    told = (f"{name}: Huseynov 2017",)
    dates = f"dates of {name}"
    focus = Focus("actor", name.lower().replace(" ", "-"))
    box = (first, start_latest, end_earliest, last)
    return Era(name, name.split()[-1], focus, dates, box, contested, told)


def known(name: str, first: str, last: str) -> Era:
    return era(name, day(first), day(first), day(last), day(last))


def strip(*eras: Era) -> EraStrip:
    group = EraGroup("g", "Presidents of Somewhere", "Somewhere", tuple(eras))
    return EraStrip({"g": group}, SIZES, measure)


def row(*eras: Era, scale: Scale = SCALE) -> EraRow:
    made = strip(*eras)
    (found,) = made.rows(made.plan(("g",)), scale, 20)
    return found


@st.composite
def some_eras(draw: st.DrawFn) -> list[Era]:
    eras = []
    for number in range(draw(st.integers(1, 8))):
        first = FIRST + draw(st.integers(-900, 4000))
        begun = first + draw(st.sampled_from([0, 0, 30, 364]))
        ended = first + draw(st.sampled_from([0, 20, 400, 1500]))
        last = max(begun, ended) + draw(st.sampled_from([0, 0, 364]))
        bounds = draw(
            st.sampled_from(
                [
                    (first, begun, ended, last),
                    (NO_START, begun, ended, last),
                    (NO_START, NO_START, ended, last),
                    (first, begun, ended, NO_END),
                    (first, begun, NO_END, NO_END),
                ]
            )
        )
        eras.append(era(f"Number {number} the {draw(st.sampled_from(['I', 'Longest']))}", *bounds))
    return sorted(eras, key=lambda one: one.bounds)


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    start = FIRST + draw(st.integers(-2000, 4000))
    return Scale(start, start + draw(st.sampled_from([1, 40, 800, 9000])), 700, 150)


def box(mark: EraMark) -> tuple[float, float, float]:
    return mark.rect.y, mark.text_x, mark.text_x + measure(mark.text, "value")


def told(one: Era, scale: Scale) -> tuple[float, float]:
    """From when to when there is anything of it: beside what is known it fades out."""
    first, begun, ended, last = (float(bound) for bound in one.bounds)
    fade = FADE / scale.per_day
    if first <= NO_START < begun:
        first = min(begun, ended) - fade
    if ended < NO_END <= last:
        last = max(begun, ended) + fade
    return first, last


@given(some_eras(), scales())
@example(
    [era("Number 0 the I", 730_120, 730_150, 730_120, NO_END)], Scale(730_122, 730_123, 700, 150)
)
@settings(deadline=None)
def test_what_is_in_sight_is_what_a_look_at_every_era_finds(eras: list[Era], scale: Scale) -> None:
    assume(len(in_lines(eras)) <= MOST_LINES)
    found = {mark.name for mark in row(*eras, scale=scale).marks}
    for one in eras:
        first, last = told(one, scale)
        overlaps = first < scale.end and last + 1 > scale.start
        # At the very edges a ribbon of at least three pixels may still, or not yet, be seen.
        days = 4 / scale.per_day + 1
        clearly = first < scale.end - days and last > scale.start + days
        if clearly:
            assert one.name in found
        if not overlaps:
            beside = abs(first - scale.end) < days or abs(last - scale.start) < days
            assert one.name not in found or beside


@given(some_eras(), scales())
@settings(deadline=None)
def test_names_meet_neither_each_other_nor_another_ribbon(eras: list[Era], scale: Scale) -> None:
    marks = row(*eras, scale=scale).marks
    named = [mark for mark in marks if mark.text]
    for one, other in combinations(map(box, named), 2):
        assert one[0] != other[0] or one[2] <= other[1] or other[2] <= one[1]
    for mark in named:
        top, left, right = box(mark)
        assert left >= scale.left
        assert right <= scale.right
        for other_mark in marks:
            if other_mark is not mark and other_mark.rect.y == top:
                # A slanting edge is shared: names keep clear of what surely is the other's.
                # On a day that one ends and the other may begin on both are drawn.
                sure = other_mark.top0, other_mark.foot1
                both = mark.top0 < sure[1] and sure[0] < mark.foot1
                assert right <= sure[0] or left >= sure[1] or sure[0] >= sure[1] or both


@given(some_eras())
def test_in_a_line_each_begins_when_the_one_before_may_have_ended(eras: list[Era]) -> None:
    lines = in_lines(eras)
    assert sorted(one.name for line in lines for one in line) == sorted(e.name for e in eras)
    for line in lines:
        for one, following in pairwise(line):
            assert following.bounds[0] >= one.bounds[2]
            assert one.bounds[3] < NO_END
    assert strip(*eras).plan(("g",)).height == min(len(lines), MOST_LINES) * SIZES.era


def test_what_has_no_room_is_counted_in_the_name() -> None:
    many = [known(f"War {number}", "2001-01-01", "2005-01-01") for number in range(9)]
    found = row(*many)
    assert len({mark.rect.y for mark in found.marks}) == MOST_LINES
    assert found.shown.endswith(" +5")
    left = "War 4; War 5; War 6; War 7; War 8"
    assert found.words == f"Presidents of Somewhere: 5 more have no room: {left}"
    assert found.title == row(many[0]).words == "Presidents of Somewhere"
    assert row(*many[:5]).words == "Presidents of Somewhere: 1 more has no room: War 4"
    # Who asks at what time the moment stands is told who was, not who has no room.
    assert "War 4" not in found.title


def test_an_end_known_to_the_year_is_a_slant_that_two_share() -> None:
    year = day("2003-01-01"), day("2003-12-31")
    before = era("Heydar Aliyev", day("2001-01-01"), day("2001-01-01"), *year)
    after = era("Ilham Aliyev", *year, NO_END, NO_END)
    one, other = row(before, after).marks
    assert one.rect == other.rect
    assert one.foot1 == pytest.approx(other.foot0, abs=1)
    assert one.top1 == pytest.approx(other.top0, abs=1)
    assert one.top1 - one.foot1 == pytest.approx(70, abs=1.5)
    assert one.shaded
    assert not other.shaded


def test_one_that_follows_after_a_gap_is_shaded_again() -> None:
    marks = row(
        known("A", "2001-01-01", "2002-01-01"), known("B", "2003-01-01", "2004-01-01")
    ).marks
    assert [mark.shaded for mark in marks] == [True, True]


def test_who_came_nobody_knows_when_fades_out_before_it_is_known() -> None:
    (mark,) = row(era("Nazarbayev", NO_START, day("2003-01-01"), *[day("2006-01-01")] * 2)).marks
    assert mark.soft0 == mark.foot0 - FADE
    assert SCALE.left < mark.soft0 < mark.foot0 == mark.top0
    assert mark.soft1 == mark.top1
    assert min(x for x, _ in mark.shape) == mark.foot0


def test_one_that_goes_on_fills_the_rest_and_a_war_of_days_is_seen() -> None:
    going_on = era("Ilham", day("2003-01-01"), day("2003-01-01"), NO_END, NO_END)
    (mark,) = row(going_on).marks
    assert max(x for x, _ in mark.shape) == SCALE.right + 1
    (war,) = row(known("The war", "2006-01-01", "2006-01-03")).marks
    assert war.top1 - war.foot0 >= 3


def test_a_name_is_whole_then_short_then_beside_then_cut() -> None:
    whole = row(known("Heydar Aliyev", "2001-01-01", "2005-01-01")).marks[0]
    assert whole.text == "Heydar Aliyev"
    short = row(known("Heydar Aliyev", "2001-01-01", "2001-12-01")).marks[0]
    assert short.text == "Aliyev"
    beside = row(known("Heydar Aliyev", "2001-01-01", "2001-02-01")).marks[0]
    assert beside.text == "Aliyev"
    assert beside.text_x >= beside.top1
    cramped = row(
        known("A Longestnameofall", "2001-01-01", "2001-12-20"),
        known("B Next", "2001-12-21", "2009-01-01"),
    ).marks[0]
    assert cramped.text.endswith("…")


def test_only_the_part_between_two_verticals_is_left_of_a_polygon() -> None:
    square = ((0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0))
    assert {x for x, _ in within(square, 2, 5)} == {2, 5}
    assert within(square, 20, 30) == ()
    slanted = within(((0.0, 10.0), (10.0, 0.0), (100.0, 0.0), (100.0, 10.0)), 5, 1000)
    assert (5, 5) in slanted


GROUP = EraGroup(
    "g", "Presidents of Somewhere", "Somewhere",
    (
        known("Heydar Aliyev", "2001-01-01", "2003-12-31"),
        known("Ilham Aliyev", "2004-01-01", "2008-01-01"),
    ),
)  # fmt: skip
VIEW = ViewState(span=Span(FIRST, day("2010-01-01")), eras=("g", "unknown"))
ENGINE = layout_of(COLUMNS, eras=lambda: {"g": GROUP})
MARKS: Marks = ENGINE.marks(VIEW, everything(COLUMNS), Canvas(900, 400))


def test_eras_take_their_height_from_the_lanes_and_stand_under_the_axis() -> None:
    plain = ENGINE.marks(ViewState(span=VIEW.span), everything(COLUMNS), Canvas(900, 400))
    assert plain.eras == ()
    assert MARKS.plot.y == plain.plot.y + SIZES.era
    assert MARKS.plot.bottom == plain.plot.bottom
    (found,) = MARKS.eras
    assert found.rect.y == MARKS.axis.bottom
    assert found.rect.bottom == MARKS.plot.y
    assert MARKS.lanes[0].rect.y >= MARKS.plot.y


@given(st.floats(0, 899), st.floats(20, 33.9))
@settings(deadline=None)
def test_what_is_hit_above_the_lanes_is_the_era_there(x: float, y: float) -> None:
    (found,) = MARKS.eras
    assume(found.rect.y <= y < found.rect.bottom)
    at = hit(MARKS, x, y)
    under = {mark.name for mark in found.marks if mark.soft0 <= x < mark.soft1}
    if x < found.rect.x:
        assert (at.what, at.words) == ("era-name", "Presidents of Somewhere")
    elif under:
        assert at.what == "era"
        assert at.era is not None
        assert at.era.name in under
    else:
        assert at.what == ""


def test_the_era_of_what_is_chosen_is_marked() -> None:
    view = replace(VIEW, focus=Focus("actor", "ilham-aliyev"))
    (found,) = ENGINE.marks(view, everything(COLUMNS), Canvas(900, 400)).eras
    assert [mark.name for mark in found.marks if mark.chosen] == ["Ilham Aliyev"]
    assert not any(mark.chosen for mark in MARKS.eras[0].marks)


def test_a_pointed_era_says_its_name_dates_and_sources() -> None:
    mark = MARKS.eras[0].marks[0]
    at = hit(MARKS, mark.foot0 + 4, mark.rect.y + 3)
    said = tooltip(at, MadeSource(COLUMNS), MARKS, SCALE, 0.0)
    assert said == (
        "<b>Heydar Aliyev</b><br>dates of Heydar Aliyev<br>Heydar Aliyev: Huseynov 2017"
    )
    name = hit(MARKS, 4, mark.rect.y + 3)
    assert tooltip(name, MadeSource(COLUMNS), MARKS, SCALE, 0.0) == (
        "<b>Presidents of Somewhere</b>"
    )


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2002-05-01", "Presidents of Somewhere: Heydar Aliyev"),
        ("2006-05-01", "Presidents of Somewhere: Ilham Aliyev"),
        ("2009-05-01", None),
    ],
)
def test_the_moment_tells_whose_era_it_is(moment: str, said: str | None) -> None:
    marks = ENGINE.marks(replace(VIEW, moment=moment), everything(COLUMNS), Canvas(900, 400))
    assert marks.moment is not None
    at = hit(marks, marks.moment.x, 12)
    lines = tooltip(at, MadeSource(COLUMNS), marks, SCALE, 0.0).split("<br>")
    assert lines[1:] == ([said] if said else [])


def test_where_an_edge_slants_an_era_is_told_with_a_doubt() -> None:
    year = day("2003-01-01"), day("2003-12-31")
    one = era("Heydar Aliyev", day("2001-01-01"), day("2001-01-01"), *year)
    group = EraGroup("g", "Presidents", "Presidents", (one,))
    engine = layout_of(COLUMNS, eras=lambda: {"g": group})
    view = replace(VIEW, moment="2003-06-01", eras=("g",))
    marks = engine.marks(view, everything(COLUMNS), Canvas(900, 400))
    assert marks.moment is not None
    at = hit(marks, marks.moment.x, 12)
    said = tooltip(at, MadeSource(COLUMNS), marks, SCALE, 0.0)
    assert said.endswith("Presidents: perhaps Heydar Aliyev")


def test_a_short_era_is_hit_close_to_it_and_on_the_name_beside_it() -> None:
    clash = known("Clash", "2005-03-01", "2005-03-09")
    (mark,) = row(clash).marks
    assert mark.soft1 - mark.soft0 < 5
    assert mark.text_x > mark.soft1
    y = mark.rect.y + 3
    assert mark.contains(mark.soft0 - 4, y)
    assert mark.contains((mark.text_x + mark.text_end) / 2, y)
    assert not mark.contains(mark.text_end + 1, y)
    assert not mark.contains(mark.soft0 - 12, y)
    assert not mark.contains(mark.soft0, mark.rect.bottom + 1)
