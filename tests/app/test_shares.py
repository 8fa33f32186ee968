"""How the room of the window is shared, written down and read again. No Qt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.app.shares import MIDDLE, Shares, read_shares

PIXELS = st.none() | st.integers(1, 3000)
LEFT = st.builds(Shares, PIXELS, PIXELS, st.none() | st.floats(0.01, 1))


@pytest.mark.parametrize(
    ("width", "sizes"),
    [
        (1022, [272, 460, 290]),
        (1438, [272, 836, 330]),
        (1918, [272, 1206, 440]),
        (2558, [272, 1826, 460]),
    ],
)
def test_the_sides_grow_little_and_the_views_take_the_rest(width: int, sizes: list[int]) -> None:
    assert Shares().across(width) == sizes


@given(LEFT, st.integers(0, 4000), st.sampled_from((0.9, 1.0, 1.15, 1.5, 2.0)))
def test_every_pixel_is_given_once_and_the_views_keep_theirs(
    shares: Shares, width: int, factor: float
) -> None:
    left, middle, right = shares.across(width, factor)
    assert left + middle + right == width
    assert min(left, middle, right) >= 0
    assert middle >= min(MIDDLE, width)
    upper, lower = shares.down(width)
    assert upper + lower == width
    assert min(upper, lower) >= 0


@given(st.integers(900, 4000), st.floats(1, 2))
def test_with_larger_letters_the_sides_grow_to_half_of_the_window(
    width: int, factor: float
) -> None:
    usual, grown = Shares().across(width), Shares().across(width, factor)
    assert grown[0] >= usual[0]
    assert grown[2] >= usual[2]
    assert grown[0] + grown[2] <= max(width / 2 + 2, usual[0] + usual[2])
    if usual[0] * factor + usual[2] * factor <= width / 2:
        assert abs(grown[0] - usual[0] * factor) <= 1
    assert Shares(left=200, right=300).across(width, factor)[::2] == [200, 300]


@given(LEFT)
def test_what_was_left_is_read_again(shares: Shares) -> None:
    assert read_shares(shares.written()) == shares


def test_a_side_that_was_pushed_away_comes_back_with_the_next_session() -> None:
    pushed = Shares(left=0, right=400)
    assert pushed.across(1438) == [0, 1038, 400]
    assert read_shares(pushed.written()) == Shares(right=400)


@pytest.mark.parametrize("text", ["", "wide", "-3", "nan", "inf", "1e9", "0"])
def test_nonsense_counts_as_not_moved(text: str) -> None:
    about = {"share left": text, "share right": text, "share map": text, "name": "mine"}
    assert read_shares(about) == Shares()
    assert read_shares({"share map": "1.5"}) == Shares()
