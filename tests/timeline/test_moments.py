"""The moment: where its line is, and which day a hand means."""

from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.moments import day_at, day_of, moment_mark, step_of
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.view.state import Span


@given(st.floats(700_000, 750_000), st.floats(1.0, 40_000), st.floats(-500, 1500))
def test_a_moment_that_a_hand_puts_down_is_in_sight_and_nearest_to_it(
    start: float, days: float, x: float
) -> None:
    scale = Scale.of(Span(start, start + days), 800, 100)
    found = day_at(x, scale)
    mark = moment_mark(found.isoformat(), scale, at_edge=True)
    assert mark is not None
    if days >= 2:
        assert abs(mark.x - min(max(x, scale.left), scale.right)) <= 1.5 * scale.per_day + 1
        exact = scale.x(found.toordinal() + 0.5)
        assert scale.left - 1e-6 <= exact <= scale.right + 1e-6
    if 110 + 2 * scale.per_day < x < 890 - 2 * scale.per_day:
        assert found.toordinal() == int(scale.day(x))


def test_outside_the_calendar_the_first_and_last_day_stand() -> None:
    assert day_of(-5).isoformat() == "0001-01-01"
    assert day_of(1e9).isoformat() == "9999-12-31"


def test_a_step_is_a_day_at_least() -> None:
    assert [step_of(days) for days in (1, 30, 365, 12_000)] == [1, 1, 4, 120]
