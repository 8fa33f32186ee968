"""Words that must be read: whole, none over another, and with a leader where it is crowded."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.map.callout_places import EDGE, Callout, Form, candidates
from azkz_desktop.map.callouts import Said, placed_callouts
from azkz_desktop.map.camera import Camera
from azkz_desktop.map.labels import label_boxes
from azkz_desktop.map.marks import Pen, Ref, Stroke
from azkz_desktop.map.shapes import Box
from azkz_desktop.map.under import Under
from tests.map.made import Ruler

RULER = Ruler()
SIGHT = Box(0, 0, 500, 300)
CAMERA = Camera(0, 0, 1000, 500, 300)
BARE = Under((), CAMERA)
POINTS = st.tuples(st.integers(0, 500), st.integers(0, 300))
CALLOUTS = st.lists(
    st.builds(
        lambda at, words: Callout(
            (Form(("Somewhere", *words)), Form(("Some",), 40.0)), "line", "ink", (at,), 8.0, 5.0
        ),
        POINTS,
        st.lists(st.text("abc", min_size=1, max_size=16), min_size=1, max_size=2),
    ),
    max_size=6,
)
BOXES = st.lists(st.builds(lambda at: Box(at[0], at[1], at[0] + 40, at[1] + 20), POINTS))


def said(
    callouts: Sequence[Callout],
    kept: Sequence[Box] = (),
    marks: Sequence[Box] = (),
    under: Under = BARE,
    sight: Box = SIGHT,
) -> list[Said]:
    found = [candidates(one, RULER, sight, kept, under) for one in callouts]
    return placed_callouts(callouts, found, RULER, [*marks, *kept])


def callout(x: float, y: float, *, gap: float = 8.0, key: str = "one") -> Callout:
    forms = (Form(("Azerbaijan", "median line", "(2008)")), Form(("Azerbaijan",), 40.0))
    return Callout(forms, "line", "ink", ((x, y),), gap, 5.0, ref=Ref("actor", key))


def stroke(*points: tuple[float, float]) -> Stroke:
    return Stroke((np.array(points, dtype=float),), (Pen("oil", 1.0),), Ref("route", "r"))


def box_of(one: Said) -> Box:
    label = one.label
    width = max(RULER.measure(line, label.role) for line in label.lines)
    return label_boxes(label, width, RULER.height(label.role))[0]


@given(CALLOUTS, BOXES)
def test_words_are_whole_and_meet_nothing_that_is_kept(
    callouts: list[Callout], kept: list[Box]
) -> None:
    found = said(callouts, kept)
    # Nothing is said only where there is no place for any.
    places = [candidates(one, RULER, SIGHT, kept, BARE) for one in callouts]
    assert bool(found) == any(len(one.cost) for one in places)
    for one in found:
        box = box_of(one)
        assert np.allclose(
            (box.left, box.top, box.right, box.bottom),
            (one.box.left, one.box.top, one.box.right, one.box.bottom),
        )
        assert SIGHT.grown(-EDGE + 0.01).holds(box.left, box.top)
        assert SIGHT.grown(-EDGE + 0.01).holds(box.right, box.bottom)
        assert not any(box.meets(other) for other in kept)
    for a, b in combinations(found, 2):
        assert not a.box.meets(b.box)


@given(CALLOUTS)
def test_words_stand_beside_their_point_or_a_leader_goes_there(callouts: list[Callout]) -> None:
    found = said(callouts)
    assert bool(found) == bool(callouts)
    for one in found:
        ways = [(x, y) for c in callouts if one.label.lines in _forms(c) for x, y in c.at]
        away = min(_away(one.box, x, y) for x, y in ways)
        if one.leader is None:
            assert away <= 8.0
        else:
            begin, end = one.leader
            assert min(np.hypot(begin[0] - x, begin[1] - y) for x, y in ways) <= 5.01
            assert one.box.grown(0.1).holds(*end)


def _forms(one: Callout) -> list[tuple[str, ...]]:
    return [form.lines for form in one.forms]


def _away(box: Box, x: float, y: float) -> float:
    across = max(box.left - x, x - box.right, 0.0)
    return float(np.hypot(across, max(box.top - y, y - box.bottom, 0.0)))


def test_words_stand_right_of_a_point_that_has_room() -> None:
    (one,) = said([callout(200, 150)])
    assert one.leader is None
    assert (one.label.align, one.label.x) == (-1, 208)
    assert one.label.lines == ("Azerbaijan", "median line", "(2008)")


def test_lines_are_evaded_by_a_leader() -> None:
    """A bundle of lines right of the point and one left of it: the words stand beyond."""
    lines = [stroke((x, 0), (x, 300)) for x in (170, 180, 220, 230, 240, 250)]
    under = Under(lines, CAMERA)
    (one,) = said([callout(200, 150)], under=under)
    assert one.leader is not None
    sides = np.array([[one.box.left, one.box.top, one.box.right, one.box.bottom]])
    assert under.crossings(sides)[0] == 0


def test_marks_are_evaded() -> None:
    marks = [Box(205, 120, 290, 180)]
    (one,) = said([callout(200, 150)], marks=marks)
    assert not one.box.meets(marks[0])


def test_a_leader_does_not_cross_a_mark() -> None:
    wall = [stroke((205, y), (330, y)) for y in range(100, 200, 8)]
    wall += [stroke((80, y), (195, y)) for y in range(100, 300, 8)]
    marks = [Box(190, 60, 210, 80)]
    (one,) = said([callout(200, 150)], marks=marks, under=Under(wall, CAMERA))
    assert one.leader is not None
    begin, end = one.leader
    for x, y in np.linspace(begin, end, 30).tolist():
        assert not marks[0].holds(x, y)


def test_words_are_shorter_where_there_is_no_room_for_all() -> None:
    kept = [Box(0, 0, 500, 126), Box(0, 154, 500, 300)]
    (one,) = said([callout(200, 140)], kept)
    assert one.label.lines == ("Azerbaijan",)


def test_words_of_what_is_out_of_sight_are_left_out() -> None:
    assert said([callout(200, 350)]) == []
    assert said([callout(200, 150)], [Box(0, 0, 500, 300)]) == []


def test_none_is_left_out_because_another_has_the_best_place() -> None:
    near = [callout(200 + 12 * i, 150 + 14 * i, key=str(i)) for i in range(5)]
    assert len(said(near)) == 5


def test_words_are_left_out_where_a_place_costs_more_than_they_are_worth() -> None:
    lines = [stroke((x, 0), (x, 300)) for x in range(100, 300, 8)]
    dear = callout(200, 150)
    assert len(said([dear], under=Under(lines, CAMERA))) == 1
    assert said([dear._replace(worth=30.0)], under=Under(lines, CAMERA)) == []
    # And what is left out leaves its room to the others.
    others = [callout(400, 150, key="other"), dear._replace(worth=30.0)]
    (other,) = said(others, under=Under(lines, CAMERA))
    assert other.label.ref == Ref("actor", "other")


@given(st.lists(st.tuples(POINTS, POINTS), max_size=4), BOXES)
def test_lines_are_counted_as_one_by_one(
    lines: list[tuple[tuple[int, int], tuple[int, int]]], boxes: list[Box]
) -> None:
    under = Under([stroke(*line) for line in lines], CAMERA)
    sides = np.array([(b.left, b.top, b.right, b.bottom) for b in boxes], dtype=float)
    found = under.crossings(sides.reshape(-1, 4)).tolist()
    assert found == [under.crossed(b.left, b.top, b.right, b.bottom) for b in boxes]
