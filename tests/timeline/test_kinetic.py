"""What is let go in motion runs on, slows down, and rests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.kinetic import Flick


def flicked(speed: float) -> Flick:
    flick = Flick()
    flick.grab(0.0, 500.0)
    for step in range(1, 8):
        flick.move(step * 0.01, 500 + speed * step * 0.01)
    assert flick.release(0.075)
    return flick


def ran(flick: Flick, seconds: float = 1 / 60) -> list[float]:
    steps: list[float] = []
    while (pixels := flick.run(seconds)) and len(steps) < 10_000:
        steps.append(pixels)
    return steps


@given(st.floats(100, 8000), st.sampled_from([-1, 1]))
def test_it_goes_on_in_the_same_direction_ever_slower_and_rests(speed: float, sign: int) -> None:
    steps = ran(flicked(sign * speed))
    assert steps
    assert all(step * sign > 0 for step in steps)
    assert [abs(step) for step in steps] == sorted((abs(step) for step in steps), reverse=True)
    assert len(steps) < 3000


def test_the_frame_rate_hardly_matters() -> None:
    slow, fast = sum(ran(flicked(2000), 1 / 30)), sum(ran(flicked(2000), 1 / 120))
    assert slow == pytest.approx(fast, rel=0.1)


def test_a_hand_that_stood_still_lets_nothing_run() -> None:
    flick = Flick()
    flick.grab(0.0, 100.0)
    flick.move(0.05, 300.0)
    assert not flick.release(0.5)
    assert flick.run(0.016) == 0


def test_a_new_grab_stops_it() -> None:
    flick = flicked(3000)
    flick.run(0.016)
    flick.grab(1.0, 50.0)
    assert flick.run(0.016) == 0
