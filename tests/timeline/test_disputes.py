"""Contested dates: asked for once, in order of time, cut at the edges."""

from collections.abc import Sequence

import numpy as np
import pytest

from azkz_desktop.timeline.disputes import MOST, Disputes
from azkz_desktop.timeline.marks import Spots
from azkz_desktop.timeline.scale import Scale
from azkz_desktop.timeline.source import ClaimDate, Rows
from tests.timeline.made import MadeSource, columns_of, instant

SCALE = Scale(700_000, 701_000, 1000, 100)


class TellingSource(MadeSource):
    """Counts what it is asked, and tells the dates it is given."""

    def __init__(self, claims: dict[int, tuple[ClaimDate, ...]]) -> None:
        super().__init__(columns_of([instant(700_000)] * 300))
        self.claims = claims
        self.told: list[int] = []

    def contested_dates(self, rows: Rows) -> Sequence[tuple[ClaimDate, ...]]:
        self.told += rows.tolist()
        return [self.claims.get(row, ()) for row in rows.tolist()]


def spots(rows: list[int], amber: bool = True) -> Spots:
    count = len(rows)
    return Spots(
        row=np.array(rows, np.int32),
        x=np.full(count, 150.0),
        y=np.full(count, 20.0),
        style=np.zeros(count, np.uint8),
        pale=np.zeros(count, np.bool_),
        amber=np.full(count, amber),
    )


def claim(first: int, last: int, source: str) -> ClaimDate:
    return ClaimDate(first, last, first, last, source)


def test_points_stand_in_order_of_time_each_with_its_document() -> None:
    source = TellingSource({7: (claim(700_300, 700_300, "late"), claim(700_100, 700_120, "early"))})
    (dispute,) = Disputes(source).of(SCALE, spots([7]))
    assert [who for _, who in dispute.points] == ["early", "late"]
    assert [x for x, _ in dispute.points] == pytest.approx([100 + 110.5, 100 + 300.5], abs=1)


def test_each_event_has_its_own_documents_however_many() -> None:
    days = {1: [100, 300], 2: [], 3: [50, 60, 70], 4: [500, 400]}
    claims = {
        row: tuple(claim(700_000 + at, 700_000 + at, f"{row}-{at}") for at in dates)
        for row, dates in days.items()
    }
    found = Disputes(TellingSource(claims)).of(SCALE, spots([1, 2, 3, 4]))
    told = {one.row: [(x - 100.5, who) for x, who in one.points] for one in found}
    assert set(told) == {1, 3, 4}
    for row, points in told.items():
        assert [who for _, who in points] == [f"{row}-{at}" for at in sorted(days[row])]
        assert [x for x, _ in points] == pytest.approx(sorted(days[row]), abs=1)


def test_what_is_known_is_not_asked_again() -> None:
    source = TellingSource({1: (claim(700_000, 700_000, "a"), claim(700_009, 700_009, "b"))})
    disputes = Disputes(source)
    for rows in ([1], [1, 2], [2, 1]):
        disputes.of(SCALE, spots(rows))
    assert source.told == [1, 2]


def test_points_out_of_sight_stand_at_the_edge() -> None:
    source = TellingSource({3: (claim(600_000, 600_000, "a"), claim(800_000, 800_000, "b"))})
    (dispute,) = Disputes(source).of(SCALE, spots([3]))
    assert [x for x, _ in dispute.points] == [SCALE.left, SCALE.right]


def test_disputes_about_something_else_have_no_points() -> None:
    assert Disputes(TellingSource({})).of(SCALE, spots([4])) == ()


def test_uncontested_and_too_many_have_none() -> None:
    source = TellingSource({row: (claim(700_000, 700_000, "a"),) for row in range(300)})
    assert Disputes(source).of(SCALE, spots([1], amber=False)) == ()
    assert Disputes(source).of(SCALE, spots(list(range(MOST + 1)))) == ()
    assert source.told == []
