"""How fast the moment is played, in numbers and in words. No Qt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.app import pace
from azkz_desktop.app.pace import LEAST, PACES, USUAL, days_a_second, next_pace, pace_words


@given(st.floats(LEAST, 400_000), st.sampled_from(PACES))
def test_at_any_zoom_the_whole_is_crossed_in_as_many_seconds(days: float, seconds: int) -> None:
    assert days / days_a_second(days, seconds) == pytest.approx(seconds)


@given(st.integers(2, 15), st.sampled_from(PACES))
def test_few_days_do_not_stand_still(days: int, seconds: int) -> None:
    assert days_a_second(days, seconds) == LEAST / seconds
    assert days / days_a_second(days, seconds) <= seconds


def test_slower_and_faster_end_somewhere() -> None:
    assert [next_pace(one, 1) for one in PACES] == [*PACES[1:], PACES[-1]]
    assert [next_pace(one, -1) for one in PACES] == [PACES[0], *PACES[:-1]]


@pytest.mark.parametrize(
    ("days", "seconds", "words"),
    [
        (33 * 365.25, 30, "in about 30 s: 1.1 years a second"),
        (30 * 365.25, 30, "in about 30 s: a year a second"),
        (100 * 365.25, 8, "in about 8 s: 13 years a second"),
        (3650, 60, "in about 60 s: 2 months a second"),
        (913, 30, "in about 30 s: a month a second"),
        (365, 30, "in about 30 s: 12 days a second"),
        (30, 30, "in about 30 s: a day a second"),
        (31, 60, "in about 60 s: a day in 1.9 seconds"),
        (5, 60, "in about 20 s: a day in 4 seconds"),
    ],
)
def test_it_is_told_in_words(days: float, seconds: int, words: str) -> None:
    assert pace_words(days, seconds) == f"What is in sight is played {words}."


def test_what_was_chosen_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "new" / "play-seconds"
    monkeypatch.setattr(pace, "_kept", lambda: file)
    assert pace.kept_pace() == USUAL
    pace.keep_pace(PACES[0])
    assert pace.kept_pace() == PACES[0]
    for broken in ("7", "many", ""):
        file.write_text(broken)
        assert pace.kept_pace() == USUAL
