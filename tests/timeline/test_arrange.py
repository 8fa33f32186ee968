"""Heights: every lane has its place, none lies on another, busy ones have more rows."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from azkz_desktop.timeline.arrange import MOST_ROWS, Sizes, arrange, line_of, plot_rects, row_tops

SIZES = Sizes()
LANES = st.lists(st.tuples(st.integers(1, 5000), st.booleans()), max_size=12)


@given(LANES, st.floats(0, 1500))
def test_lanes_follow_each_other_without_gap_or_overlap(
    lanes: list[tuple[int, bool]], height: float
) -> None:
    rooms = arrange([count for count, _ in lanes], [shut for _, shut in lanes], height, SIZES)
    for upper, lower in pairwise(rooms):
        assert upper.top + upper.height == lower.top
    for room, (_, folded) in zip(rooms, lanes, strict=True):
        assert (room.rows == 0) == folded
        assert room.rows <= MOST_ROWS
        needed = SIZES.folded if folded else SIZES.lane + (room.rows - 1) * SIZES.line
        assert room.height >= needed - 1
    least = sum(SIZES.folded if shut else SIZES.lane for _, shut in lanes)
    if rooms:
        assert rooms[-1].top + rooms[-1].height <= max(height, least) + 1


@given(st.lists(st.integers(1, 500), min_size=2, max_size=9), st.floats(100, 900))
def test_a_busier_lane_has_no_fewer_rows(counts: list[int], height: float) -> None:
    rooms = arrange(counts, [False] * len(counts), height, SIZES)
    for one, room in zip(counts, rooms, strict=True):
        for other, beside in zip(counts, rooms, strict=True):
            if one > other:
                assert room.rows >= beside.rows


def test_rows_of_text_lie_in_their_lane() -> None:
    (room,) = arrange([500], [False], 200, SIZES)
    tops = row_tops(line_of(0, SIZES), room.rows, SIZES)
    assert len(tops) == room.rows + 1
    assert tops[-1] + SIZES.line <= room.height
    assert all(lower - upper >= SIZES.line for upper, lower in pairwise(tops))
    assert abs(tops[0] + SIZES.line / 2 - line_of(0, SIZES)) <= 1


def test_everything_grows_with_the_letters() -> None:
    large = Sizes(26.0)
    for name in (
        "spot",
        "strip",
        "gap",
        "axis",
        "band",
        "lane",
        "folded",
        "bar",
        "track",
        "margin",
    ):
        assert 1.8 <= getattr(large, name) / getattr(SIZES, name) <= 2.2


def test_axis_and_plot_share_the_width_beside_the_names() -> None:
    axis, plot = plot_rects(900, 300, 150, SIZES)
    assert (axis.x, axis.width) == (plot.x, plot.width)
    assert axis.bottom == plot.y
    assert plot.bottom == 300
    assert plot.right <= 900
